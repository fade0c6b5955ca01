//! `tollbook tag`: what the costs of a resource are sorted by (H-96).

use billing::{Account, Command, ResourceKey};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    session,
    table::Figures,
};

/// Sort the costs of a resource by a tag: `tollbook bills MONTH --lines --by tag:KEY`
///
/// Every line of the resource gets the tag in exports, those of months before, too. Without a value the tag is taken away.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook tag passport-ocr@ap-southeast-1 team=kyc
  tollbook tag passport-ocr@ap-southeast-1 team --yes      takes it away")]
pub struct Tag {
    /// The resource, as `tollbook status` names it
    pub resource: String,
    /// KEY=VALUE, or KEY alone
    tag: String,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Tag, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let resource = resource(&loaded.account, &args.resource)?;
        let (key, value) = match args.tag.split_once('=') {
            Some((key, value)) => (key, Some(value)),
            None => (args.tag.as_str(), None),
        };
        let command =
            Command::Tag { resource: resource.clone(), key: key.to_owned(), value: value.map(str::to_owned) };
        let action = Action { command: &command, kind: "tag", yes: args.yes };
        let shown = |account: &Account| {
            let known = account.find_resource(&resource).and_then(|id| account.resource(id));
            known.and_then(|known| known.tags.get(key)).map_or_else(|| "(none)".to_owned(), String::clone)
        };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let figures = Figures::default()
                .with("resource", &resource)
                .with("tag", key)
                .with("value before", shown(&plan.before))
                .with("value after", shown(&plan.after));
            Ok((figures.to_string(), format!("Tag {resource}?")))
        })
        .await?;
        let own = json!({
            "resource": resource.to_string(),
            "tag": key,
            "value": value.map_or(Value::Null, Into::into),
        });
        acted.print(
            globals,
            &loaded,
            own,
            &format!("{resource} is tagged {key}: {}.", shown(&acted.plan.after)),
        )?;
        Ok(Exit::Done)
    })
    .await
}

/// The resource of a name as lists show it.
fn resource(account: &Account, name: &str) -> Result<ResourceKey, Failure> {
    let found = account.resources.iter().map(|resource| &resource.key).find(|key| key.to_string() == name);
    found.cloned().ok_or_else(|| {
        let known = account.resources.iter().map(|resource| resource.key.to_string()).collect::<Vec<_>>();
        Failure::invalid(format!("there is no `{name}`")).hint(format!("there is {}", known.join(", ")))
    })
}
