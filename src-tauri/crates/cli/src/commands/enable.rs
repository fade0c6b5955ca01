//! `tollbook enable` and `tollbook disable`: which services may be called.

use app::{action, books::Loaded};
use billing::{Command, ResourceKey};
use clap::Args;
use serde_json::json;

use crate::{cli::Globals, exit::Exit, failure::Failure, json, output, session};

/// Allow calls of a service in a region
///
/// Imports do this by themselves: a successful call proves that its service was enabled.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook enable passport-ocr ap-southeast-1
  tollbook disable passport-ocr ap-southeast-1")]
pub struct Enable {
    /// The service, such as passport-ocr
    pub service: String,
    /// The region, such as ap-southeast-1
    pub region: String,
}

/// Stop allowing calls of a service in a region; the open hour is still settled
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook disable passport-ocr ap-southeast-1
  tollbook enable passport-ocr ap-southeast-1    undoes it, from now on")]
pub struct Disable {
    /// The service, such as passport-ocr
    pub service: String,
    /// The region, such as ap-southeast-1
    pub region: String,
}

/// Enables.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn enable(args: &Enable, globals: &Globals) -> Result<Exit, Failure> {
    let resource = ResourceKey::new(&args.service, &args.region);
    let done = format!("Enabled {resource}.\n");
    let command = Command::Enable { resource, since: None };
    commit(globals, "enable", &command, &done, "enabled").await
}

/// Disables.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn disable(args: &Disable, globals: &Globals) -> Result<Exit, Failure> {
    let resource = ResourceKey::new(&args.service, &args.region);
    let done = format!("Disabled {resource}.\n");
    commit(globals, "disable", &Command::Disable { resource }, &done, "disabled").await
}

async fn commit(
    globals: &Globals,
    kind: &str,
    command: &Command,
    done: &str,
    state: &str,
) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let Loaded { header, .. } = session::current(books, globals).await?;
        let request_id = session::request_id()?;
        action::commit(books, header.id, kind, command, None, &request_id).await?;
        if !globals.json {
            output::print(done)?;
            return Ok(Exit::Done);
        }
        let (Command::Enable { resource, .. } | Command::Disable { resource }) = command else {
            return Ok(Exit::Done);
        };
        let object = json!({
            "account": header.name,
            "service": resource.service,
            "region": resource.region,
            "state": state,
        });
        output::print(&json::print(&object))?;
        Ok(Exit::Done)
    })
    .await
}
