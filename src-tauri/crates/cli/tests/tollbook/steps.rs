//! Undo and redo of settings and imports.

use serde_json::json;

use crate::place::Place;

#[test]
fn a_line_is_undone_done_again_and_left() {
    let place = Place::with_account();
    place.run(&["undo", "--yes"]).with(1).says("nothing that could be undone");
    place.run(&["redo", "--yes"]).with(1).says("nothing that could be done again");
    place.run(&["alert", "balance", "50", "--yes"]).done();
    place.run(&["alert", "balance", "20", "--yes"]).done();

    place.run(&["undo"]).with(2).shows("the balance alert").shows("20.00").shows("50.00").says("--yes");
    let plan = place.json(&["undo"]);
    let setting = &plan["settings"][0];
    assert_eq!((&plan["committed"], &setting["setting"]), (&json!(false), &json!("balance_alert")));
    assert_eq!((&setting["before"], &setting["after"]), (&json!("50.00"), &json!("20.00")));
    place.run(&["undo", "--yes"]).done().shows("The balance alert: 50.00.").shows("tollbook redo");
    assert_eq!(place.json(&["alert"])["balance_alert"]["threshold"], json!("50.00"));
    place.run(&["redo", "--yes"]).done().shows("The balance alert: 20.00.");
    assert_eq!(place.json(&["alert"])["balance_alert"]["threshold"], json!("20.00"));

    place.run(&["undo", "--leave"]).done().shows("stays as it is: 20.00");
    place.run(&["undo", "--yes"]).with(1).says("20.00 now, not 50.00").says("--leave");
    place.run(&["undo", "--leave", "3"]).with(2);
}
