//! Vouchers: added as their preview said, listed with what is left, and named where they pay.

use chrono::TimeDelta;
use ipc::{
    commands::{balance, buy, buy_together, import, packages, renew, vouchers},
    dto::{
        balance::{BalanceQuery, BalanceView},
        common::AccountRef,
        import::UndoImport,
        joint_purchase::{BuyTogether, PackageOrder, PreviewBuyTogether},
        money_actions::{Buy, PreviewBuy},
        renewals::PreviewRenew,
        vouchers::{AddVoucher, PreviewVoucher, VoucherInput},
    },
};

use crate::{
    desk::{Desk, log},
    replies::{keep, keep_error},
};

fn spring() -> VoucherInput {
    VoucherInput {
        code: "SPRING".to_owned(),
        amount: "20".to_owned(),
        valid_from: None,
        valid_to: "2026-12-31".to_owned(),
        pays: ["purchase", "renewal", "usage"].map(str::to_owned).to_vec(),
        services: Vec::new(),
        minimum: None,
        most: None,
        single_use: false,
        gift: false,
    }
}

fn preview(account: &AccountRef, voucher: VoucherInput) -> PreviewVoucher {
    PreviewVoucher { account_id: account.id.clone(), voucher }
}

async fn add(desk: &Desk, account: &AccountRef, voucher: VoucherInput) {
    let plan = vouchers::preview(&desk.app, preview(account, voucher.clone())).await.unwrap();
    let request_id = format!("voucher {}", voucher.code);
    let request =
        AddVoucher { account_id: account.id.clone(), voucher, basis: plan.basis.clone(), request_id };
    let done = vouchers::add(&desk.app, request).await.unwrap();
    assert_eq!(done.usable_after, plan.usable_after, "as the preview said");
}

async fn shown(desk: &Desk, account: &AccountRef) -> BalanceView {
    let query = BalanceQuery { account_id: account.id.clone(), days: 30, after: None, chart_width: None };
    balance::balance(&desk.app, query).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voucher_is_added_pays_a_package_first_and_says_what_is_left() {
    let (desk, account) = Desk::with_account("30.00").await;
    let plan = vouchers::preview(&desk.app, preview(&account, spring())).await.unwrap();
    assert_eq!((plan.usable_before.as_str(), plan.usable_after.as_str()), ("0.00", "20.00"));
    // To the end of 31 December at UTC+08:00.
    assert_eq!(plan.voucher.valid_to.0, 1_798_732_799);
    keep("preview_voucher", None, &plan);
    add(&desk, &account, spring()).await;

    let ask = PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let plan = buy::preview(&desk.app, ask).await.unwrap();
    let paid: Vec<_> = plan.vouchers.iter().map(|part| (part.code.as_str(), part.amount.as_str())).collect();
    assert_eq!(paid, [("SPRING", "18.00")]);
    assert_eq!((plan.from_vouchers.as_str(), plan.from_balance.as_str()), ("18.00", "0.00"));
    keep("preview_buy", Some("voucher"), &plan);
    let request = Buy {
        account_id: account.id.clone(),
        sku: plan.sku.clone(),
        application: None,
        basis: plan.basis.clone(),
        request_id: "buy".to_owned(),
    };
    let done = buy::commit(&desk.app, request.clone()).await.unwrap();
    assert_eq!(done.after.balance, "30.00");
    let again = buy::commit(&desk.app, request).await.unwrap();
    assert_eq!(again.from_vouchers, "18.00", "a retry is answered from the books");

    let view = shown(&desk, &account).await.vouchers;
    let [row] = view.rows.as_slice() else { panic!("{view:?}") };
    assert_eq!((row.left.as_str(), row.amount.as_str(), row.state.as_str()), ("2.00", "20.00", "usable"));
    assert_eq!((view.usable.as_str(), view.usable_why.result.text.as_str()), ("2.00", "2.00"));
    assert_eq!(row.left_why.result.text, row.left);
    let ask =
        PreviewRenew { account_id: account.id.clone(), package_id: "0".to_owned(), terms: 1, align_to: None };
    let plan = renew::preview(&desk.app, ask).await.unwrap();
    assert_eq!((plan.from_vouchers.as_str(), plan.from_balance.as_str()), ("2.00", "16.00"));
}

fn together(account: &AccountRef, orders: &[(&str, u32)]) -> PreviewBuyTogether {
    let order = |&(sku, count): &(&str, u32)| PackageOrder { sku: sku.to_owned(), count };
    let orders = orders.iter().map(order).collect();
    PreviewBuyTogether { account_id: account.id.clone(), orders, application: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voucher_is_split_over_packages_that_are_paid_together() {
    let (desk, account) = Desk::with_account("200.00").await;
    add(&desk, &account, spring()).await;
    let asked = together(&account, &[("passport-1k", 2)]);
    let plan = buy_together::preview(&desk.app, asked.clone()).await.unwrap();
    // 20.00 over 18.00 and 18.00: 10.00 each, so 8.00 of the balance each.
    let paid: Vec<_> =
        plan.packages.iter().map(|one| (one.from_vouchers.as_str(), one.from_balance.as_str())).collect();
    assert_eq!(paid, [("10.00", "8.00"), ("10.00", "8.00")], "T-39");
    let sums = (plan.price.as_str(), plan.from_vouchers.as_str(), plan.from_balance.as_str());
    assert_eq!(sums, ("36.00", "20.00", "16.00"));
    assert_eq!((plan.vouchers.len(), plan.vouchers[0].amount.as_str()), (1, "20.00"));
    assert_eq!((plan.before.balance.as_str(), plan.after.balance.as_str()), ("200.00", "184.00"));
    keep("preview_buy_together", None, &plan);

    let PreviewBuyTogether { account_id, orders, application } = asked;
    let request =
        BuyTogether { account_id, orders, application, basis: plan.basis, request_id: "both".to_owned() };
    let done = buy_together::commit(&desk.app, request.clone()).await.unwrap();
    assert_eq!(done.after.balance, "184.00");
    keep("buy_together", None, &done);
    let again = buy_together::commit(&desk.app, request).await.unwrap();
    assert_eq!(
        (again.price.as_str(), again.from_vouchers.as_str()),
        ("36.00", "20.00"),
        "answered from the books"
    );
    let held = packages::packages(&desk.app, crate::desk::of(&account)).await.unwrap().packages;
    assert_eq!(held.len(), 2, "each is a package of its own (H-24), and a retry buys none");
}

#[tokio::test(flavor = "multi_thread")]
async fn packages_that_are_paid_together_are_bought_all_or_not_at_all() {
    let (desk, account) = Desk::with_account("20.00").await;
    let short =
        buy_together::preview(&desk.app, together(&account, &[("passport-1k", 1), ("passport-1k", 1)])).await;
    let short = keep_error("preview_buy_together", "refused", short);
    assert_eq!((short.code.as_str(), short.args["short"].as_str()), ("insufficient_balance", "16.00"));
    for orders in [&[][..], &[("passport-1k", 0)], &[("passport-1k", 101)], &[("passport-1k", u32::MAX)]] {
        let refused = buy_together::preview(&desk.app, together(&account, orders)).await.unwrap_err();
        assert_eq!(refused.code, "invalid_number", "{orders:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn vouchers_say_what_they_are_for_and_how_they_stand() {
    let (desk, account) = Desk::with_account("30.00").await;
    add(&desk, &account, spring()).await;
    let gift = VoucherInput {
        code: "OCR-10".to_owned(),
        amount: "10".to_owned(),
        valid_from: Some("2026-12-01".to_owned()),
        pays: vec!["usage".to_owned()],
        services: vec!["passport-ocr".to_owned()],
        minimum: Some("1".to_owned()),
        most: Some("5".to_owned()),
        single_use: true,
        gift: true,
        ..spring()
    };
    add(&desk, &account, gift).await;
    let short = VoucherInput { code: "TODAY".to_owned(), valid_to: "2026-11-22".to_owned(), ..spring() };
    add(&desk, &account, short).await;
    desk.later(TimeDelta::days(1));
    ipc::commands::start::run_due(&desk.app, crate::desk::of(&account)).await.unwrap();
    let view = shown(&desk, &account).await;
    let rows = &view.vouchers.rows;
    let states: Vec<_> = rows.iter().map(|row| row.state.as_str()).collect();
    assert_eq!(states, ["usable", "not_begun", "ended"]);
    assert!(rows[0].pays.is_empty(), "everything");
    assert_eq!((rows[1].kind.as_str(), rows[1].pays.as_slice()), ("gift", ["usage".to_owned()].as_slice()));
    assert_eq!((rows[1].minimum.as_deref(), rows[1].most.as_deref()), (Some("1.00"), Some("5.00")));
    assert_eq!(view.vouchers.usable, "20.00");
    keep("balance", Some("vouchers"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voucher_that_cannot_be_is_refused() {
    let (desk, account) = Desk::with_account("30.00").await;
    add(&desk, &account, spring()).await;
    let known = vouchers::preview(&desk.app, preview(&account, spring())).await;
    assert_eq!(keep_error("preview_voucher", "refused", known).code, "voucher_known");
    for (wrong, code) in [
        (VoucherInput { code: "B".to_owned(), valid_to: "soon".to_owned(), ..spring() }, "invalid_value"),
        (VoucherInput { code: "B".to_owned(), amount: "much".to_owned(), ..spring() }, "not_an_amount"),
        (VoucherInput { code: " ".to_owned(), ..spring() }, "invalid_voucher"),
        (VoucherInput { code: "B".to_owned(), pays: vec!["debts".to_owned()], ..spring() }, "invalid_value"),
    ] {
        let refused = vouchers::preview(&desk.app, preview(&account, wrong)).await.unwrap_err();
        assert_eq!(refused.code, code);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undone_import_gives_vouchers_back_what_they_had_paid() {
    let (desk, account) = Desk::with_account("10.00").await;
    let voucher =
        VoucherInput { amount: "1.00".to_owned(), valid_from: Some("2026-11-22".to_owned()), ..spring() };
    add(&desk, &account, voucher).await;
    // 75 calls of 0.02: 1.00 of the voucher and 0.50 of the balance.
    let done = desk.import(&account, "access.log", &log(&["13:10:00"; 75])).await;
    let now = shown(&desk, &account).await;
    assert_eq!((now.position.balance.as_str(), now.vouchers.usable.as_str()), ("9.50", "0.00"));
    let import_id = done.import_id.unwrap();
    let request = UndoImport { account_id: account.id.clone(), import_id, request_id: "undo".to_owned() };
    import::undo(&desk.app, request).await.unwrap();
    let now = shown(&desk, &account).await;
    assert_eq!((now.position.balance.as_str(), now.vouchers.usable.as_str()), ("10.00", "1.00"));
}
