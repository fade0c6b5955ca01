//! Costs sorted by what they are for: projects, member accounts and tags; packages that members may use.

use ipc::{
    IpcError,
    commands::{bill_by, bills, packages, sharing, tags},
    dto::{
        bill_by::{BillByQuery, BillByView},
        bills::BillQuery,
        common::AccountRef,
        money_actions::{Buy, PreviewBuy},
        sharing::{PreviewShare, Share, SharePlan},
        tags::{PreviewTag, SetTag, TagPlan, TagView},
    },
};

use crate::{
    desk::{Desk, of},
    replies::{keep, keep_error},
};

const MONTH: &str = "2026-11";

/// Calls of the default project, of one of ours, of a member and of a member's project.
const CALLS: &str = "time,path,status,project,member,count\n\
    2026-11-22T12:00:00+08:00,/ocr,200,,,10\n\
    2026-11-22T12:10:00+08:00,/ocr,200,p-kyc,,20\n\
    2026-11-22T12:20:00+08:00,/ocr,200,,berlin,30\n\
    2026-11-22T12:30:00+08:00,/ocr,200,p-kyc,berlin,40\n";

const RULES: &str = "[[rule]]\npath = \"/ocr\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";

async fn by(desk: &Desk, account: &AccountRef, by: &str) -> Result<BillByView, IpcError> {
    let query = BillByQuery { account_id: account.id.clone(), month: MONTH.to_owned(), by: by.to_owned() };
    bill_by::bill_by(&desk.app, query).await
}

/// Value, lines and amount of each row.
fn rows(view: &BillByView) -> Vec<(Option<&str>, &str, &str)> {
    view.rows.iter().map(|row| (row.value.as_deref(), row.lines.as_str(), row.amount.as_str())).collect()
}

fn tag(account: &AccountRef, key: &str, value: Option<&str>) -> PreviewTag {
    PreviewTag {
        account_id: account.id.clone(),
        service: "passport-ocr".to_owned(),
        region: "ap-southeast-1".to_owned(),
        key: key.to_owned(),
        value: value.map(str::to_owned),
    }
}

async fn tagged(desk: &Desk, asked: PreviewTag) -> Result<TagPlan, IpcError> {
    let plan = tags::preview(&desk.app, asked.clone()).await?;
    let request_id = format!("tag {} {}", asked.key, plan.basis.write);
    let PreviewTag { account_id, service, region, key, value } = asked;
    let request = SetTag { account_id, service, region, key, value, basis: plan.basis, request_id };
    tags::commit(&desk.app, request).await
}

async fn switched(desk: &Desk, asked: PreviewShare) -> Result<SharePlan, IpcError> {
    let plan = sharing::preview(&desk.app, asked.clone()).await?;
    let request_id = format!("share {} {}", asked.on, plan.basis.write);
    let PreviewShare { account_id, package_id, on } = asked;
    sharing::commit(&desk.app, Share { account_id, package_id, on, basis: plan.basis, request_id }).await
}

/// An account whose calls were for four projects, at 0.02 each and no package.
async fn with_members() -> (Desk, AccountRef) {
    let (desk, account) = Desk::with_account("100.00").await;
    desk.import_by(&account, "calls.csv", CALLS, RULES).await;
    (desk, account)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_is_summed_by_project_member_and_tag_and_always_comes_to_the_bill() {
    let (desk, account) = with_members().await;
    let projects = by(&desk, &account, "project").await.unwrap();
    // 20 and 40 calls for the project, of whomever; 10 and 30 for the default one.
    assert_eq!(rows(&projects), [(Some("p-kyc"), "2", "1.20000000"), (None, "2", "0.80000000")]);
    let members = by(&desk, &account, "member").await.unwrap();
    assert_eq!(rows(&members), [(Some("berlin"), "2", "1.40000000"), (None, "2", "0.60000000")]);
    assert_eq!((members.total.lines.as_str(), members.total.amount.as_str()), ("4", "2.00000000"));
    assert_eq!(members.rows[0].why.result.text, "1.40000000");
    assert_eq!(members.rows[0].why.inputs[1].value.text, "1.40000000");
    keep("bill_by", Some("member"), &members);
    keep("bill_by", None, &projects);

    assert_eq!(rows(&by(&desk, &account, "tag:team").await.unwrap()), [(None, "4", "2.00000000")]);
    tagged(&desk, tag(&account, "team", Some("kyc"))).await.unwrap();
    let teams = by(&desk, &account, "tag:team").await.unwrap();
    assert_eq!(rows(&teams), [(Some("kyc"), "4", "2.00000000")]);
    keep("bill_by", Some("tag"), &teams);
    let query = BillQuery { account_id: account.id.clone(), month: MONTH.to_owned() };
    let bill = bills::bill(&desk.app, query).await.unwrap();
    assert_eq!((bill.bill.total.as_str(), bill.tag_keys.as_slice()), ("2.00", &["team".to_owned()][..]));
    keep("bill", Some("tagged"), &bill);
    for wrong in ["colour", "tag:", ""] {
        assert_eq!(by(&desk, &account, wrong).await.unwrap_err().code, "invalid_value", "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sums_of_a_month_with_packages_and_roundings_come_to_its_bill() {
    let (desk, demo) = Desk::with_demo().await;
    let query = BillQuery { account_id: demo.id.clone(), month: MONTH.to_owned() };
    let bill = bills::bill(&desk.app, query).await.unwrap();
    let view = by(&desk, &demo, "project").await.unwrap();
    assert_eq!(view.total.amount, format!("{}000000", bill.bill.total));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_is_set_changed_and_taken_away_and_the_ladder_shows_it() {
    let (desk, account) = with_members().await;
    let plan = tags::preview(&desk.app, tag(&account, " team ", Some(" kyc "))).await.unwrap();
    assert_eq!((plan.key.as_str(), plan.before, plan.after.as_deref()), ("team", None, Some("kyc")));
    let plan = tagged(&desk, tag(&account, "team", Some("kyc"))).await.unwrap();
    keep("set_tag", None, &plan);
    let again = tags::preview(&desk.app, tag(&account, "team", Some("risk"))).await.unwrap();
    assert_eq!((again.before.as_deref(), again.after.as_deref()), (Some("kyc"), Some("risk")));
    keep("preview_tag", None, &again);
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    let shown = TagView { key: "team".to_owned(), value: "kyc".to_owned() };
    assert_eq!(view.ladders[0].tags, [shown]);
    keep("packages", Some("tagged"), &view);
    let gone = tagged(&desk, tag(&account, "team", None)).await.unwrap();
    assert!(gone.after.is_none() && gone.tags.is_empty());
    keep("preview_tag", Some("away"), &gone);

    let wrong = tags::preview(&desk.app, tag(&account, "a=b", Some("c"))).await;
    assert_eq!(keep_error("preview_tag", "refused", wrong).code, "invalid_tag");
    let elsewhere = PreviewTag { region: "nowhere".to_owned(), ..tag(&account, "team", Some("kyc")) };
    assert_eq!(tags::preview(&desk.app, elsewhere).await.unwrap_err().code, "unknown_resource");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_pays_for_members_while_it_is_shared() {
    let (desk, account) = with_members().await;
    let wish =
        PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let plan = ipc::commands::buy::preview(&desk.app, wish.clone()).await.unwrap();
    let PreviewBuy { account_id, sku, application } = wish;
    let buy = Buy { account_id, sku, application, basis: plan.basis, request_id: "buy".to_owned() };
    ipc::commands::buy::commit(&desk.app, buy).await.unwrap();
    let asked = |on| PreviewShare { account_id: account.id.clone(), package_id: "0".to_owned(), on };
    let plan = sharing::preview(&desk.app, asked(true)).await.unwrap();
    assert_eq!((plan.before, plan.after, plan.members.as_slice()), (false, true, &["berlin".to_owned()][..]));
    keep("preview_share", None, &plan);
    keep("share", None, &switched(&desk, asked(true)).await.unwrap());
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    assert!(view.packages[0].shared);
    keep("packages", Some("shared"), &view);
    keep("preview_share", Some("off"), &sharing::preview(&desk.app, asked(false)).await.unwrap());
    let unknown = PreviewShare { package_id: "9".to_owned(), ..asked(true) };
    assert_eq!(sharing::preview(&desk.app, unknown).await.unwrap_err().code, "unknown_package");
}
