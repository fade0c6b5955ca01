//! Undo and redo: what was set or imported goes back and forth, and says what it was.

use ipc::{
    IpcError,
    commands::{alerts, import, steps, tags},
    dto::{
        alerts::{AlertRule, PreviewAlert, SetAlert},
        common::AccountRef,
        import::UndoImport,
        steps::{LeaveStep, MoveStep, StepsView},
        tags::{PreviewTag, SetTag},
    },
    error::ErrorKind,
};

use crate::{
    desk::{Desk, log, of},
    replies::{keep, keep_error},
};

async fn set_line(desk: &Desk, account: &AccountRef, line: Option<&str>) {
    let (account_id, line) = (account.id.clone(), line.map(str::to_owned));
    let asked = PreviewAlert { account_id: account_id.clone(), rule: AlertRule::Balance, line: line.clone() };
    let basis = alerts::preview(&desk.app, asked).await.unwrap().basis;
    let request_id = format!("line {}", basis.write);
    let set = SetAlert { account_id, rule: AlertRule::Balance, line, basis, request_id };
    alerts::set(&desk.app, set).await.unwrap();
}

fn going(account: &AccountRef, step: &str, request: &str) -> MoveStep {
    MoveStep { account_id: account.id.clone(), step: step.to_owned(), request_id: request.to_owned() }
}

async fn undo(desk: &Desk, account: &AccountRef, request: &str) -> Result<StepsView, IpcError> {
    let next = steps::steps(&desk.app, of(account)).await.unwrap().undo.unwrap();
    steps::undo(&desk.app, going(account, &next.id, request)).await
}

async fn line(desk: &Desk, account: &AccountRef) -> Option<String> {
    alerts::alerts(&desk.app, of(account)).await.unwrap().balance.threshold
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_goes_back_and_forth_from_two_programs_and_every_screen_hears_of_it() {
    let (desk, account) = Desk::with_account("100.00").await;
    let nothing = steps::steps(&desk.app, of(&account)).await.unwrap();
    assert!(nothing.undo.is_none() && nothing.redo.is_none());
    keep("steps", Some("nothing"), &nothing);
    set_line(&desk, &account, Some("50")).await;
    set_line(&desk, &account, Some("20")).await;
    let view = steps::steps(&desk.app, of(&account)).await.unwrap();
    let step = view.undo.clone().unwrap();
    assert_eq!((step.kind.as_str(), step.before.as_deref()), ("balance_alert", Some("50.00")));
    assert_eq!(step.after.as_deref(), Some("20.00"));
    keep("steps", None, &view);
    desk.told();

    let undone = undo(&desk, &account, "one").await.unwrap();
    assert_eq!(line(&desk, &account).await.as_deref(), Some("50.00"));
    assert!(desk.told().contains(&"alerts"));
    assert_eq!(undone.redo.as_ref().map(|redo| redo.id.clone()), Some(step.id.clone()));
    keep("undo", None, &undone);

    // The other program – a command line – sees the same, and what it does is seen here.
    let other = Desk::beside(&desk).await;
    let redone = steps::redo(&other.app, going(&account, &step.id, "two")).await.unwrap();
    assert_eq!(line(&desk, &account).await.as_deref(), Some("20.00"));
    keep("redo", None, &redone);
    let late = steps::redo(&desk.app, going(&account, &step.id, "three")).await;
    assert_eq!(keep_error("redo", "refused", late).code, "no_step");
    let wrong = steps::undo(&desk.app, going(&account, "newest", "four")).await.unwrap_err();
    assert_eq!((wrong.kind, wrong.code.as_str()), (ErrorKind::Invalid, "invalid_value"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_names_its_resource_and_its_tag_and_can_be_left() {
    let (desk, account) = Desk::with_account("100.00").await;
    desk.import(&account, "access.log", &log(&["13:10:00"; 5])).await;
    set_line(&desk, &account, Some("50")).await;
    let asked = PreviewTag {
        account_id: account.id.clone(),
        service: "passport-ocr".to_owned(),
        region: "ap-southeast-1".to_owned(),
        key: "team".to_owned(),
        value: Some("kyc".to_owned()),
    };
    let basis = tags::preview(&desk.app, asked.clone()).await.unwrap().basis;
    let PreviewTag { account_id, service, region, key, value } = asked;
    let set = SetTag { account_id, service, region, key, value, basis, request_id: "tag".to_owned() };
    tags::commit(&desk.app, set).await.unwrap();
    let step = steps::steps(&desk.app, of(&account)).await.unwrap().undo.unwrap();
    let resource = step.resource.unwrap();
    assert_eq!((resource.service.as_str(), resource.region.as_str()), ("passport-ocr", "ap-southeast-1"));
    assert_eq!((step.tag.as_deref(), step.before, step.after.as_deref()), (Some("team"), None, Some("kyc")));
    let leave = LeaveStep { account_id: account.id.clone(), step: step.id };
    let left = steps::leave(&desk.app, leave).await.unwrap();
    keep("leave_step", None, &left);
    assert_eq!(left.undo.unwrap().kind, "balance_alert", "what was done before it comes next");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_undone_as_a_step_and_never_done_again() {
    let (desk, account) = Desk::with_account("100.00").await;
    desk.import(&account, "access.log", &log(&["13:10:00"; 5])).await;
    let view = steps::steps(&desk.app, of(&account)).await.unwrap();
    let step = view.undo.clone().unwrap();
    let of_import = step.import.unwrap();
    assert_eq!((step.kind.as_str(), of_import.label.as_str()), ("import", "access.log"));
    assert_eq!(of_import.billable, "5");
    keep("steps", Some("import"), &view);
    let undone = undo(&desk, &account, "undo").await.unwrap();
    assert!(undone.undo.is_none() && undone.redo.is_none());
    let again = UndoImport {
        account_id: account.id.clone(),
        import_id: of_import.id,
        request_id: "again".to_owned(),
    };
    assert_eq!(import::undo(&desk.app, again).await.unwrap_err().code, "no_import");
}
