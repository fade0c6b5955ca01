//! The contract of both faces: every command once, its request, its view and its errors; and the handlers that carry
//! them out over the use cases of `app`.
//!
//! A face opens the books ([`open_books`]), gives [`App`] two callbacks – how far a reading is, and what changed – and
//! expands [`with_commands!`] into whatever its calls look like. This crate knows nothing of Tauri and nothing of SQL.

mod app;
mod charts;
pub mod commands;
mod convert;
pub mod dto;
pub mod error;
mod failure;
pub mod link;
pub mod save;

pub use self::{
    app::{App, Changed, Progress, Verifying, run_due_everywhere},
    error::IpcError,
};
pub use ::app::{AppError, Books, clock, data_dir::resolve as data_dir};

/// Opens the books of a folder on the machine's clock, made when they are missing.
///
/// # Errors
/// [`AppError`]; the files are then as they were.
pub async fn open_books(folder: &std::path::Path) -> Result<Books, AppError> {
    Books::open(folder, None, std::sync::Arc::new(clock::SystemClock)).await
}

/// Every command, once: name(Request) -> View = handler.
#[macro_export]
macro_rules! with_commands {
    ($expand:ident) => {
        $expand! {
            start(dto::start::Start) -> dto::start::Startup = start::start;
            books_place(dto::start::AskPlace) -> dto::start::BooksPlace = start::books_place;
            create_demo(dto::start::CreateDemo) -> dto::common::AccountRef = start::create_demo;
            create_account(dto::start::CreateAccount) -> dto::common::AccountRef = start::create_account;
            run_due(dto::common::OfAccount) -> dto::start::CaughtUp = start::run_due;
            dismiss_away(dto::common::OfAccount) -> dto::start::ClockView = start::dismiss_away;
            mark_seen(dto::common::OfAccount) -> dto::start::ClockView = start::mark_seen;
            today(dto::today::TodayQuery) -> dto::today::TodayView = today::today;
            usage(dto::usage::UsageQuery) -> dto::usage::UsageView = usage::usage;
            usage_hours(dto::usage::UsageHoursQuery) -> dto::usage::UsageHoursView = usage::hours;
            packages(dto::common::OfAccount) -> dto::packages::PackagesView = packages::packages;
            package(dto::packages::PackageQuery) -> dto::packages::PackageDetail = packages::package;
            offers(dto::common::OfAccount) -> dto::packages::OffersView = packages::offers;
            balance(dto::balance::BalanceQuery) -> dto::balance::BalanceView = balance::balance;
            account(dto::common::OfAccount) -> dto::account::AccountView = account::account;
            accounts(dto::accounts::AccountsQuery) -> dto::accounts::AccountsView = accounts::accounts;
            rename_account(dto::accounts::RenameAccount) -> dto::common::AccountRef = accounts::rename;
            preview_level(dto::account::PreviewLevel) -> dto::account::LevelPlan = account::preview_level;
            set_level(dto::account::SetLevel) -> dto::account::LevelPlan = account::set_level;
            preview_credit_limit(dto::account::PreviewCreditLimit) -> dto::account::CreditLimitPlan = account::preview_credit_limit;
            set_credit_limit(dto::account::SetCreditLimit) -> dto::account::CreditLimitPlan = account::set_credit_limit;
            alerts(dto::common::OfAccount) -> dto::alerts::AlertsView = alerts::alerts;
            preview_alert(dto::alerts::PreviewAlert) -> dto::alerts::AlertPlan = alerts::preview;
            alert_backtest(dto::alerts::AskBacktest) -> dto::alerts::BacktestView = backtest::backtest;
            set_alert(dto::alerts::SetAlert) -> dto::alerts::AlertPlan = alerts::set;
            snooze_alert(dto::alerts::SnoozeAlert) -> dto::alerts::AlertsView = alerts::snooze;
            acknowledge_alert(dto::alerts::AcknowledgeAlert) -> dto::alerts::AlertsView = alerts::acknowledge;
            arrears(dto::arrears::ArrearsQuery) -> dto::arrears::ArrearsView = arrears::arrears;
            deadlines_calendar(dto::arrears::DeadlinesQuery) -> dto::arrears::DeadlinesFile = deadlines::calendar;
            bills(dto::bills::BillsQuery) -> dto::bills::BillsView = bills::bills;
            bill(dto::bills::BillQuery) -> dto::bills::BillView = bills::bill;
            bill_lines(dto::bill_lines::BillLinesQuery) -> dto::bill_lines::BillLinesView = bill_lines::bill_lines;
            bill_by(dto::bill_by::BillByQuery) -> dto::bill_by::BillByView = bill_by::bill_by;
            preview_reconcile(dto::reconcile::ReconcileFile) -> dto::reconcile::ReconcileView = reconcile::preview;
            reconcile(dto::reconcile::ReconcileFile) -> dto::reconcile::ReconciledView = reconcile::keep;
            reconciled(dto::reconcile::ReconciledQuery) -> dto::reconcile::ReconciledView = reconcile::reconciled;
            lock_bill(dto::reconcile::LockBill) -> dto::reconcile::ReconciledView = reconcile::lock;
            amortised(dto::amortised::AmortisedQuery) -> dto::amortised::AmortisedView = amortised::amortised;
            cost_composition(dto::costs::CompositionQuery) -> dto::costs::CompositionView = costs::composition;
            cost_allocation(dto::costs::AllocationQuery) -> dto::costs::AllocationView = costs::allocation;
            cost_analysis(dto::costs::AnalysisQuery) -> dto::costs::AnalysisView = costs::analysis;
            forecast(dto::common::OfAccount) -> dto::forecast::ForecastView = forecast::forecast;
            forecast_chart(dto::forecast::ForecastChartQuery) -> dto::forecast::ForecastChartView = forecast::chart;
            cost_findings(dto::common::OfAccount) -> dto::costs::FindingsView = costs::findings;
            explain(dto::explain::Explain) -> dto::common::Why = explain::explain;
            explain_path(dto::explain::ExplainPath) -> dto::explain::Explanation = explain::explain_path;
            unexpected(dto::explain::UnexpectedQuery) -> dto::explain::UnexpectedView = explain::unexpected;
            preview_top_up(dto::money_actions::PreviewTopUp) -> dto::money_actions::TopUpPlan = top_up::preview;
            top_up(dto::money_actions::TopUp) -> dto::money_actions::TopUpPlan = top_up::commit;
            preview_voucher(dto::vouchers::PreviewVoucher) -> dto::vouchers::VoucherPlan = vouchers::preview;
            add_voucher(dto::vouchers::AddVoucher) -> dto::vouchers::VoucherPlan = vouchers::add;
            preview_buy(dto::money_actions::PreviewBuy) -> dto::money_actions::BuyPlan = buy::preview;
            buy(dto::money_actions::Buy) -> dto::money_actions::BuyPlan = buy::commit;
            preview_buy_together(dto::joint_purchase::PreviewBuyTogether) -> dto::joint_purchase::BuyTogetherPlan = buy_together::preview;
            buy_together(dto::joint_purchase::BuyTogether) -> dto::joint_purchase::BuyTogetherPlan = buy_together::commit;
            compare(dto::compare::CompareQuery) -> dto::compare::CompareView = compare::compare;
            preview_renew(dto::renewals::PreviewRenew) -> dto::renewals::RenewPlan = renew::preview;
            renew(dto::renewals::Renew) -> dto::renewals::RenewPlan = renew::commit;
            preview_auto_renew(dto::renewals::PreviewAutoRenew) -> dto::renewals::AutoRenewPlan = auto_renew::preview;
            auto_renew(dto::renewals::AutoRenew) -> dto::renewals::AutoRenewPlan = auto_renew::commit;
            preview_auto_renew_many(dto::renewals::PreviewAutoRenewMany) -> dto::renewals::AutoRenewManyPlan = auto_renew_many::preview;
            auto_renew_many(dto::renewals::AutoRenewMany) -> dto::renewals::AutoRenewManyPlan = auto_renew_many::commit;
            preview_unsubscribe(dto::leaving::PreviewUnsubscribe) -> dto::leaving::UnsubscribePlan = unsubscribe::preview;
            unsubscribe(dto::leaving::Unsubscribe) -> dto::leaving::UnsubscribePlan = unsubscribe::commit;
            preview_service(dto::leaving::PreviewService) -> dto::leaving::ServicePlan = service::preview;
            switch_service(dto::leaving::SwitchService) -> dto::leaving::ServicePlan = service::commit;
            preview_tag(dto::tags::PreviewTag) -> dto::tags::TagPlan = tags::preview;
            set_tag(dto::tags::SetTag) -> dto::tags::TagPlan = tags::commit;
            preview_share(dto::sharing::PreviewShare) -> dto::sharing::SharePlan = sharing::preview;
            share(dto::sharing::Share) -> dto::sharing::SharePlan = sharing::commit;
            preview_overage(dto::applications::PreviewOverage) -> dto::applications::OveragePlan = applications::preview_overage;
            set_overage(dto::applications::SetOverage) -> dto::applications::OveragePlan = applications::set_overage;
            preview_class(dto::applications::PreviewClass) -> dto::applications::ClassPlan = classes::preview;
            switch_class(dto::applications::SwitchClass) -> dto::applications::ClassPlan = classes::commit;
            renewals(dto::renewals::RenewalsQuery) -> dto::renewals::RenewalsView = renewals::renewals;
            preview_import(dto::import::PreviewImport) -> dto::import::ImportView = import::preview;
            cancel_import(dto::import::CancelImport) -> dto::import::CancelImport = import::cancel;
            commit_import(dto::import::CommitImport) -> dto::import::ImportView = import::commit;
            journal(dto::journal::JournalQuery) -> dto::journal::JournalView = journal::journal;
            transaction(dto::journal::TransactionQuery) -> dto::journal::TransactionView = journal::transaction;
            journal_file(dto::journal::JournalFileQuery) -> dto::journal::JournalFile = journal::file;
            known(dto::journal::KnownQuery) -> dto::journal::KnownView = known::known;
            verify(dto::journal::Verify) -> dto::journal::VerifyView = known::verify;
            import_detail(dto::import::ImportQuery) -> dto::import::ImportDetail = import_detail::import_detail;
            steps(dto::common::OfAccount) -> dto::steps::StepsView = steps::steps;
            undo(dto::steps::MoveStep) -> dto::steps::StepsView = steps::undo;
            redo(dto::steps::MoveStep) -> dto::steps::StepsView = steps::redo;
            leave_step(dto::steps::LeaveStep) -> dto::steps::StepsView = steps::leave;
            undo_import(dto::import::UndoImport) -> dto::usage::ImportRow = import::undo;
        }
    };
}

#[cfg(test)]
mod bindings {
    //! Writes the types of the contract for the window, and fails when the committed ones differ from them.

    use std::{fmt::Write as _, path::Path};

    use ts_rs::{Config, TS};

    use crate::dto;

    macro_rules! bindings {
        ($($name:ident($req:ty) -> $res:ty = $handler:path;)*) => {
            fn write_types(config: &Config) -> String {
                let mut imports = std::collections::BTreeSet::new();
                let mut list = String::new();
                $(
                    <$req>::export_all(config).unwrap();
                    <$res>::export_all(config).unwrap();
                    imports.extend([<$req>::name(config), <$res>::name(config)]);
                    writeln!(list, "  {}: [{}, {}];", stringify!($name), <$req>::name(config), <$res>::name(config)).unwrap();
                )*
                let imports = imports.iter().fold(String::new(), |mut text, name| {
                    writeln!(text, "import type {{ {name} }} from \"./{name}\";").unwrap();
                    text
                });
                format!("// Every command: its request and its reply.\n{imports}\nexport type Commands = {{\n{list}}};\n")
            }
        };
    }
    with_commands!(bindings);

    #[test]
    fn the_windows_types_are_written() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/generated");
        std::fs::create_dir_all(&folder).unwrap();
        let config = Config::new().with_out_dir(&folder);
        let commands = write_types(&config);
        dto::import::ImportProgress::export_all(&config).unwrap();
        dto::journal::VerifyProgress::export_all(&config).unwrap();
        dto::link::LinkAnswer::export_all(&config).unwrap();
        dto::desk::Desk::export_all(&config).unwrap();
        dto::desk::MenuEntry::export_all(&config).unwrap();
        crate::error::IpcError::export_all(&config).unwrap();
        std::fs::write(folder.join("Commands.ts"), commands).unwrap();
        assert!(folder.join("TopUpPlan.ts").exists());
    }
}
