//! Several accounts in one file of books.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Owes};

use crate::{Camera, every_screen};

/// Accounts of both providers: one owes, one has spent its money, one is a sample, one has nothing to fear.
pub fn several(desk: &Desk) -> Outcome {
    desk.tollbook(&["demo"])?;
    desk.tollbook(&[
        "account",
        "open",
        "Archive of scanned passports and identity cards",
        "--balance",
        "1234567.89",
    ])?;
    desk.tollbook(&["account", "open", "OCR China", "--policy", "huawei-ocr-cn", "--balance", "640.00"])?;
    desk.tollbook(&["account", "open", "OCR prod"])?;
    desk.tollbook(&["--account", "OCR prod", "enable", "passport-ocr", "ap-southeast-1"])?;
    desk.school(Owes::Grace)
}

pub fn several_accounts(_: &Desk, camera: &Camera) -> Outcome {
    every_screen(camera)?;
    let window = &camera.window;
    window.visit("accounts")?;
    window.wait_until("what is foreseen is there", "!first('[data-foreseeing]')")?;
    window.type_text("j?")?;
    window.wait_for_text("Why: Time to harm")?;
    camera.take("accounts-why")?;
    window.press(Key::Escape)?;
    window.press(Key::F2)?;
    window.wait_for("button", "Rename to School")?;
    camera.take("rename")?;
    window.press(Key::Escape)
}
