//! What could be saved.

use app::{
    books::Loaded,
    costs::{self, Finding, FindingKind, Prepare},
};
use billing::{Account, Package, explain::Reason};

use crate::{
    App, IpcError, convert,
    dto::{
        common::OfAccount,
        costs::{FindingView, FindingsView, LookedAtView, PrepareView},
    },
};

/// What could be saved, most money first, and what was looked at.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn findings(app: &App, query: OfAccount) -> Result<FindingsView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let told = costs::findings(app.books(), &loaded).await?;
    let looked_at = &told.looked_at;
    Ok(FindingsView {
        as_of: convert::seconds(crate::commands::now(app, &loaded)),
        findings: told.found.iter().map(|finding| view(&loaded, finding)).collect(),
        looked_at: LookedAtView {
            since: convert::seconds(looked_at.span.0),
            calls: looked_at.calls.to_string(),
            charged: looked_at.charged.to_string(),
            terms: looked_at.terms.to_string(),
            compared: looked_at.compared.to_string(),
        },
    })
}

fn view(loaded: &Loaded, finding: &Finding) -> FindingView {
    let account = &loaded.account;
    let key = account.resource(finding.resource).map(|resource| &resource.key);
    let package = finding.package.and_then(|id| account.package(id));
    let sku = package.map(|package| package.sku.clone());
    FindingView {
        kind: finding.kind.code().replace('_', "-"),
        service: key.map_or_else(String::new, |key| key.service.clone()),
        region: key.map_or_else(String::new, |key| key.place().to_owned()),
        package: sku.or_else(|| finding.offer.clone()).unwrap_or_default(),
        other: package.map_or_else(String::new, |package| other(account, finding.kind, package)),
        calls: finding.calls.to_string(),
        per_month: finding.per_month.to_string(),
        why: convert::why(&finding.because, &account.terms.policy),
        effort: finding.effort.code().to_owned(),
        prepare: prepare(&finding.prepare),
    }
}

/// Where a package pays instead.
fn other(account: &Account, kind: FindingKind, package: &Package) -> String {
    let key = account.resource(package.resource).map(|resource| &resource.key);
    match kind {
        FindingKind::Leak(Reason::ProjectMismatch) => {
            package.project.map_or_else(String::new, |project| account.project(project).to_owned())
        }
        _ => key.map_or_else(String::new, |key| key.place().to_owned()),
    }
}

fn prepare(prepare: &Prepare) -> PrepareView {
    let (sheet, sku, package) = match prepare {
        Prepare::Buy(sku) => ("buy", sku.clone(), None),
        Prepare::Compare => ("compare", None, None),
        Prepare::Renew(package) => ("renew", None, Some(package.0.to_string())),
    };
    PrepareView { sheet: sheet.to_owned(), sku, package_id: package }
}
