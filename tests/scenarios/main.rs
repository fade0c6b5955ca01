//! Plays every scenario of this folder: the rulebook as executable examples.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{fs, path::Path};

use rulebook::replay::{Scenario, play};

#[test]
fn every_scenario_of_this_folder_is_as_the_rulebook_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    assert!(files.len() >= 10, "the scenarios are gone");
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let scenario = Scenario::parse(&name, &fs::read_to_string(&file).unwrap()).unwrap();
        assert!(!scenario.rules.is_empty(), "{name} names no rule");
        let played = play(&scenario).unwrap();
        assert_eq!(played.failure, None, "{name}\n{}", played.journal);
        let mut again = Scenario::parse(&name, &scenario.to_toml()).unwrap();
        for (step, first) in again.steps.iter_mut().zip(&scenario.steps) {
            step.line = first.line;
        }
        assert_eq!(again, scenario, "{name} as it is written by the program");
    }
}

fn failure_of(text: &str) -> Option<(usize, String)> {
    let scenario = Scenario::parse("s.toml", text).unwrap();
    play(&scenario).unwrap().failure.map(|failure| (failure.line, failure.seen))
}

const HEAD: &str = "title = \"t\"\nrules = [\"H-50\"]\npolicy = \"huawei-ocr-intl\"\n";

#[test]
fn a_wrong_expectation_fails_with_its_steps_line_and_what_was_seen() {
    let text = format!(
        "{HEAD}[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\nexpect = {{ \"balance\" = \"1.00\" }}\n"
    );
    assert_eq!(failure_of(&text), Some((4, "\"0.00\"".into())));
}

#[test]
fn an_action_that_does_not_fit_the_policy_is_refused() {
    let text =
        format!("{HEAD}[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\nban = {{ resource = \"app-1\" }}\n");
    let (line, seen) = failure_of(&text).unwrap();
    assert_eq!(line, 4);
    assert!(seen.contains("unknown_resource"), "{seen}");
    let refused = text.replace("ban =", "refused = \"banned\"\nban =");
    assert!(failure_of(&refused).is_some(), "a refusal that is not the expected one never passes");
}

/// Line, field and sentence of everything that is wrong with a scenario of these steps, which begin in line 4.
fn faults_of(steps: &str) -> Vec<(usize, String, String)> {
    let faults = Scenario::parse("s.toml", &format!("{HEAD}{steps}")).unwrap_err().problems;
    faults.into_iter().map(|problem| (problem.line, problem.field, problem.message)).collect()
}

#[test]
fn what_is_wrong_with_a_file_is_found_before_it_is_played() {
    let at = "[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\n";
    let use_of = |more: &str| format!("{at}use = {{ service = \"a\", region = \"b\", count = 1{more} }}\n");
    let expect = |path: &str| format!("{at}expect = {{ {path} }}\n");
    let buy = format!("{at}buy = {{ sku = \"s\", as = \"p1\" }}\n");
    let amount = "{ amount = \"1.00\" }";
    for (steps, line, field) in [
        ("colour = 1\n".to_owned(), 4, ""),
        (format!("{at}expects = {{}}\n"), 6, ""),
        ("[[step]]\nat = \"2023-04-18T08:00:00\"\nexpect = {}\n".to_owned(), 5, "at"),
        ("[[step]]\nat = \"2022-12-31T23:59:59+08:00\"\nexpect = {}\n".to_owned(), 5, "at"),
        (format!("{at}expect = {{}}\n{}", expect("").replace("08:00:00+", "07:59:59+")), 8, "at"),
        (at.to_owned(), 4, "step"),
        (format!("{at}top_up = {amount}\nset_credit_limit = {amount}\n"), 4, "step"),
        (format!("{at}refused = \"no_money\"\ntop_up = {amount}\n"), 6, "refused"),
        (format!("{at}refused = \"banned\"\nexpect = {{}}\n"), 6, "refused"),
        (use_of(", occurred_at = \"yesterday\""), 6, "occurred_at"),
        (use_of(", occurred_at = \"2023-04-18T08:00:01+08:00\""), 6, "occurred_at"),
        (use_of(", seconds = 60"), 6, "use"),
        (use_of("").replace("count = 1", "status = 200"), 6, "use"),
        (use_of("").replace("region = \"b\", ", ""), 6, "use"),
        (format!("{at}enable = {{ service = \"a\" }}\n"), 6, "enable"),
        (format!("{at}disable = {{ service = \"a\", region = \"b\", resource = \"c\" }}\n"), 6, "disable"),
        (buy.replace(" }", ", starts_at = \"2023-04-18\" }"), 6, "starts_at"),
        (format!("{buy}{buy}"), 9, "as"),
        (format!("{buy}{at}renew = {{ package = \"p2\" }}\n"), 9, "package"),
        (format!("{at}unsubscribe = {{ package = \"p1\" }}\n"), 6, "package"),
        (format!("{at}balance_alert = {{ off = false }}\n"), 6, "balance_alert"),
        (expect("\"ballance\" = \"none\""), 6, "ballance"),
        (expect("\"packages.p1.state\" = \"none\""), 6, "packages.p1.state"),
        (format!("{buy}{}", expect("\"packages.p1.stage\" = \"none\"")), 9, "packages.p1.stage"),
        (format!("{buy}{}", expect("\"refund.p2.amount\" = \"none\"")), 9, "refund.p2.amount"),
        (expect("\"resources.a@b.state\" = \"none\""), 6, "resources.a@b.state"),
        (expect("\"balance\" = 1.5"), 6, "balance"),
    ] {
        let faults = faults_of(&steps);
        assert_eq!(
            (faults.len(), faults[0].0, faults[0].1.as_str()),
            (1, line, field),
            "{steps}\n{faults:?}"
        );
    }
}

#[test]
fn what_is_wrong_with_the_account_is_found_too() {
    for (wrong, line, field) in [
        ("[account]\nlevel = \"V9\"\n", 5, "level"),
        ("[account]\nopening_balance = \"-1.00\"\n", 5, "opening_balance"),
        ("[account]\ncredit_limit = \"1.001\"\n", 5, "credit_limit"),
        ("[account]\nsettlement_delay = \"61m\"\n", 5, "settlement_delay"),
        ("[[price]]\nservice = \"a\"\nunit_price = \"1\"\n", 4, "region"),
    ] {
        let text = format!("{HEAD}{wrong}").replace("-intl", "-cn");
        let faults = Scenario::parse("s.toml", &text).unwrap_err().problems;
        assert_eq!((faults[0].line, faults[0].field.as_str()), (line, field), "{wrong}");
    }
    let offer = "[[offer]]\nsku = \"s\"\nservice = \"a\"\nregion = \"b\"\nquota = 1\nterm = \"1y\"\nprice = \"1.00\"\n";
    assert_eq!(faults_of(&format!("{offer}{offer}"))[0].1, "sku");
    assert_eq!(faults_of(&format!("{offer}from = \"2023-01-01T00:00:00+08:00\"\n"))[0].1, "from");
    let unknown = Scenario::parse("s.toml", &HEAD.replace("intl", "int")).unwrap_err();
    assert!(unknown.to_string().starts_with("s.toml:3: policy: "), "{unknown}");
}

#[test]
fn a_refused_purchase_leaves_its_name_to_the_next_and_an_unknown_package_may_be_refused() {
    let at = "[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\n";
    let buy = format!("{at}buy = {{ sku = \"s\", as = \"p1\" }}\n");
    let text = format!(
        "{HEAD}{buy}refused = \"unknown_offer\"\n{buy}refused = \"unknown_offer\"\n\
         {at}renew = {{ package = \"p9\" }}\nrefused = \"unknown_package\"\n\
         expect = {{ \"packages.p1.state\" = \"none\" }}\n"
    );
    assert_eq!(failure_of(&text), None);
}

#[test]
fn every_action_of_the_format_is_read_and_none_is_refused_by_a_wrong_name() {
    let head = HEAD.replace("huawei-ocr-intl", "tencent-lcic");
    let actions = [
        "enable = { resource = \"app\" }",
        "use = { resource = \"app\", seconds = 90 }",
        "start = { resource = \"app\", class = \"c\" }",
        "finish = { resource = \"app\", class = \"c\", seconds = 60 }",
        "buy = { sku = \"s\", as = \"p\", resource = \"app\", auto_renew = true }",
        "auto_renew = { package = \"p\", on = true, days_before = 3 }",
        "overage = { resource = \"app\", on = true }",
        "balance_alert = { threshold = \"5.00\" }",
        "ban = { resource = \"app\" }",
        "disable = { resource = \"app\" }",
    ];
    let steps = actions.map(|action| format!("[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\n{action}\n"));
    let scenario = Scenario::parse("s.toml", &format!("{head}{}", steps.concat())).unwrap();
    assert!(play(&scenario).unwrap().failure.is_some(), "there is no such offer");
    for (step, action) in steps.iter().zip(actions).filter(|(_, action)| !action.starts_with("auto_renew")) {
        let refused = format!("{HEAD}{step}refused = \"banned\"\n");
        assert!(failure_of(&refused).is_some(), "{action}: another refusal never passes");
    }
}
