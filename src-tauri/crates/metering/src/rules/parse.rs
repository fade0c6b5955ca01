//! Reading a rules file: everything that is wrong with it, each with its line.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::path::Pattern;
use super::{Columns, Defaults, Rule, RuleFault, RuleFaults, Rules, Verdict};
use crate::detect::Format;
use crate::format::time;
use crate::preview::reading::UsageKey;

type Table<'t> = DeTable<'t>;
type Value<'t> = Spanned<DeValue<'t>>;

pub(super) fn parse(text: &str) -> Result<Rules, RuleFaults> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, faults: Vec::new() };
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let found = reader.quoted(at.clone());
        reader.fault(at, "file", found, error.message());
    }
    let rules = reader.rules(table.get_ref());
    if reader.faults.is_empty() {
        return Ok(rules);
    }
    reader.faults.sort_by_key(|fault| fault.line);
    Err(RuleFaults(reader.faults))
}

struct Reader<'t> {
    text: &'t str,
    faults: Vec<RuleFault>,
}

impl Reader<'_> {
    fn rules(&mut self, file: &Table<'_>) -> Rules {
        let mut rules = Rules::default();
        self.only(file, "file", &["source", "rule", "columns", "defaults"]);
        if let Some(source) = self.table(file, "source", &["format", "zone"]) {
            rules.format = self.read(
                source,
                "source",
                "format",
                "access-log, csv, json-lines or cloudevents",
                Format::from_name,
            );
            let zone = |text: &str| time::offset(text.as_bytes());
            rules.zone = self.read(source, "source", "zone", "an offset like \"+08:00\" or \"Z\"", zone);
        }
        if let Some(defaults) = self.table(file, "defaults", &DEFAULTS) {
            rules.defaults = self.defaults(defaults);
        }
        if let Some(columns) = self.table(file, "columns", &COLUMNS) {
            rules.columns = self.columns(columns);
        }
        match file.get("rule") {
            None => {}
            Some(list) => match list.get_ref().as_array() {
                Some(entries) => {
                    for entry in entries {
                        let Some(rule) = self.rule(entry, &rules.defaults) else { continue };
                        self.can_match(entry, &rule, &rules.rules);
                        rules.rules.push(rule);
                    }
                }
                None => self.unexpected(list, "rule", "[[rule]]"),
            },
        }
        rules
    }

    fn rule(&mut self, entry: &Value<'_>, defaults: &Defaults) -> Option<Rule> {
        let Some(table) = entry.get_ref().as_table() else {
            self.unexpected(entry, "rule", "[[rule]]");
            return None;
        };
        self.only(table, "rule", &["method", "path", "service", "region", "project", "ignore"]);
        let word = |text: &str| text.bytes().all(|b| b.is_ascii_alphabetic()).then(|| text.to_owned());
        let method = self.read(table, "rule", "method", "a method like \"POST\"", word);
        let path = self.pattern(table, entry.span());
        let ignore = table.get("ignore").is_some_and(|value| {
            let flag = value.get_ref().as_bool();
            if flag.is_none() {
                self.unexpected(value, "rule.ignore", "true or false");
            }
            flag == Some(true)
        });
        let verdict = if ignore {
            Verdict::Ignore
        } else {
            let service = self.name(table, "service", entry.span(), defaults.service.as_ref());
            let region = self.name(table, "region", entry.span(), defaults.region.as_ref());
            let project = self.text(table, "rule", "project").or_else(|| defaults.project.clone());
            Verdict::Count(UsageKey {
                service: service?,
                region: region?,
                application: String::new(),
                project: project.unwrap_or_default(),
            })
        };
        Some(Rule { method, path: path?, verdict })
    }

    /// A rule behind one that takes everything it could match would never count anything.
    fn can_match(&mut self, entry: &Value<'_>, rule: &Rule, before: &[Rule]) {
        let takes = |other: &&Rule| {
            let method = match (&other.method, &rule.method) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(other), Some(method)) => other.eq_ignore_ascii_case(method),
            };
            method && other.path.covers(&rule.path)
        };
        if let Some(number) = before.iter().position(|other| takes(&other)) {
            let path = entry.get_ref().as_table().and_then(|table| table.get("path"));
            let at = path.map_or_else(|| entry.span(), |path| path.span());
            let found = self.quoted(at.clone());
            let expected =
                format!("a path that rule {} does not match first; put this rule before it", number + 1);
            self.fault(at, "rule.path", found, &expected);
        }
    }

    fn pattern(&mut self, table: &Table<'_>, rule: Range<usize>) -> Option<Pattern> {
        let Some(value) = table.get("path") else {
            self.fault(rule, "rule.path", "nothing", "a path like \"/v2/*/ocr/passport\"");
            return None;
        };
        let text = self.text(table, "rule", "path")?;
        Pattern::parse(&text).map_err(|expected| self.unexpected(value, "rule.path", expected)).ok()
    }

    /// A name every rule that counts needs; the defaults may give it.
    fn name(
        &mut self,
        table: &Table<'_>,
        field: &str,
        rule: Range<usize>,
        default: Option<&String>,
    ) -> Option<String> {
        if table.get(field).is_none() && default.is_none() {
            self.fault(rule, &format!("rule.{field}"), "nothing", "a name, or ignore = true");
        }
        let named = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        self.read(table, "rule", field, "a name", named).or_else(|| default.cloned())
    }

    fn columns(&mut self, table: &Table<'_>) -> Columns {
        let mut column = |field| {
            let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            self.read(table, "columns", field, "a column's name", named)
        };
        Columns {
            time: column("time"),
            status: column("status"),
            service: column("service"),
            region: column("region"),
            project: column("project"),
            member: column("member"),
            id: column("id"),
            count: column("count"),
            path: column("path"),
            method: column("method"),
            application: column("application"),
            class: column("class"),
            r#type: column("type"),
            user: column("user"),
            joined: column("joined"),
            left: column("left"),
            seconds: column("seconds"),
        }
    }

    fn defaults(&mut self, table: &Table<'_>) -> Defaults {
        let status = table.get("status").and_then(|value| {
            let written = value.get_ref().as_integer().map(|number| number.as_str());
            let status = written.and_then(|text| text.parse().ok()).filter(|code| (100..=999).contains(code));
            if status.is_none() {
                self.unexpected(value, "defaults.status", "an HTTP status like 200");
            }
            status
        });
        let named = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        Defaults {
            service: self.read(table, "defaults", "service", "a name", named),
            region: self.read(table, "defaults", "region", "a name", named),
            project: self.text(table, "defaults", "project"),
            status,
            application: self.read(table, "defaults", "application", "a name", named),
        }
    }

    fn table<'v, 't>(&mut self, file: &'v Table<'t>, name: &str, fields: &[&str]) -> Option<&'v Table<'t>> {
        let value = file.get(name)?;
        let Some(table) = value.get_ref().as_table() else {
            self.unexpected(value, name, &format!("[{name}]"));
            return None;
        };
        self.only(table, name, fields);
        Some(table)
    }

    fn text(&mut self, table: &Table<'_>, section: &str, field: &str) -> Option<String> {
        self.read(table, section, field, "a text in quotes", |text| Some(text.to_owned()))
    }

    fn read<T>(
        &mut self,
        table: &Table<'_>,
        section: &str,
        field: &str,
        expected: &str,
        meaning: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = table.get(field)?;
        let read = value.get_ref().as_str().and_then(meaning);
        if read.is_none() {
            self.unexpected(value, &format!("{section}.{field}"), expected);
        }
        read
    }

    /// Names what the table may not hold: a misspelt field would silently not count.
    fn only(&mut self, table: &Table<'_>, section: &str, fields: &[&str]) {
        for key in table.keys().filter(|key| !fields.contains(&key.get_ref().as_ref())) {
            let found = self.quoted(key.span());
            self.fault(key.span(), section, found, &format!("one of {}", fields.join(", ")));
        }
    }

    fn unexpected(&mut self, value: &Value<'_>, field: &str, expected: &str) {
        let found = self.quoted(value.span());
        self.fault(value.span(), field, found, expected);
    }

    fn fault(&mut self, at: Range<usize>, field: &str, found: impl Into<String>, expected: &str) {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        self.faults.push(RuleFault {
            line,
            field: field.into(),
            found: found.into(),
            expected: expected.into(),
        });
    }

    fn quoted(&self, at: Range<usize>) -> String {
        let text = self.text.get(at).unwrap_or_default().trim();
        if text.is_empty() { "nothing".to_owned() } else { text.chars().take(80).collect() }
    }
}

const DEFAULTS: [&str; 5] = ["service", "region", "project", "status", "application"];
const COLUMNS: [&str; 17] = [
    "time",
    "status",
    "service",
    "region",
    "project",
    "member",
    "id",
    "count",
    "path",
    "method",
    "application",
    "class",
    "type",
    "user",
    "joined",
    "left",
    "seconds",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_named_with_its_line() {
        let text = "[source]\nformat = \"xml\"\nzone = \"CST\"\n[[rule]]\npath = \"v2\"\nservice = 5\n\
                    [[rule]]\nserivce = \"x\"\nignore = \"yes\"\n[defaults]\nstatus = 7\n";
        let faults = Rules::parse(text).unwrap_err().0;
        let named: Vec<_> = faults.iter().map(|f| (f.line, f.field.as_str(), f.found.as_str())).collect();
        let expected = [
            (2, "source.format", "\"xml\""),
            (3, "source.zone", "\"CST\""),
            (4, "rule.region", "nothing"),
            (5, "rule.path", "\"v2\""),
            (6, "rule.service", "5"),
            (7, "rule.path", "nothing"),
            (7, "rule.service", "nothing"),
            (7, "rule.region", "nothing"),
            (8, "rule", "serivce"),
            (9, "rule.ignore", "\"yes\""),
            (11, "defaults.status", "7"),
        ];
        assert_eq!(named, expected);
    }

    #[test]
    fn a_rule_that_never_matches_is_a_fault() {
        let rule = |method: &str, path: &str| {
            format!("[[rule]]\n{method}path = '{path}'\nservice = 's'\nregion = 'r'\n")
        };
        let text = rule("", "/v2/**") + &rule("method = 'POST'\n", "/v2/*/ocr");
        let faults = Rules::parse(&text).unwrap_err().0;
        assert_eq!((faults.len(), faults[0].line, faults[0].field.as_str()), (1, 7, "rule.path"));
        assert!(faults[0].expected.contains("rule 1"), "{}", faults[0].expected);
        let sound = rule("", "/v2/*/ocr") + &rule("method = 'POST'\n", "/v2/**") + &rule("", "/v2/**");
        assert_eq!(Rules::parse(&sound).unwrap().rules.len(), 3);
    }

    #[test]
    fn broken_toml_is_reported_with_its_line() {
        let faults = Rules::parse("[source]\nzone = \"+08:00\n").unwrap_err().0;
        assert_eq!((faults[0].line, faults[0].field.as_str()), (2, "file"));
    }

    #[test]
    fn a_rule_may_take_its_region_from_the_defaults() {
        let text = "[[rule]]\npath = '/a'\nservice = 's'\n[defaults]\nregion = 'r'\n";
        let (service, region) = ("s".into(), "r".into());
        let key = UsageKey { service, region, application: String::new(), project: String::new() };
        assert_eq!(Rules::parse(text).unwrap().keys(), [key]);
    }
}
