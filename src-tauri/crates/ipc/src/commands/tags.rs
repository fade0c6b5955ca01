//! Tag a service or application: a plan, then the same plan written down.

use app::{action, action::Plan};
use billing::{Account, Command, Refusal, ResourceKey};

use crate::{
    App, IpcError, convert,
    dto::tags::{PreviewTag, SetTag, TagPlan, TagView},
};

/// What setting a tag would do.
///
/// # Errors
/// [`IpcError`] `unknown_resource`, `invalid_tag`, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewTag) -> Result<TagPlan, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let resource = loaded.account.terms.policy.resources.key(&request.service, &request.region);
    let (key, value) = (trimmed(&request.key), request.value.as_deref().map(trimmed));
    let command = Command::Tag { resource: resource.clone(), key: key.clone(), value };
    view(&resource, key, &action::preview(app.books(), loaded.header.id, &command).await?)
}

/// Sets it.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: SetTag) -> Result<TagPlan, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let resource = loaded.account.terms.policy.resources.key(&request.service, &request.region);
    let seen = convert::basis(&request.basis)?;
    let (key, value) = (trimmed(&request.key), request.value.as_deref().map(trimmed));
    let command = Command::Tag { resource: resource.clone(), key: key.clone(), value };
    let id = loaded.header.id;
    let plan = action::commit(app.books(), id, "tag", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    view(&resource, key, &plan)
}

/// What was typed, without the blanks around it that nobody sees.
fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

fn view(resource: &ResourceKey, key: String, plan: &Plan) -> Result<TagPlan, IpcError> {
    let value = |account: &Account| {
        let known = account.find_resource(resource).and_then(|id| account.resource(id));
        known.and_then(|known| known.tags.get(&key)).cloned()
    };
    let id = plan.after.find_resource(resource).ok_or(Refusal::UnknownResource)?;
    Ok(TagPlan {
        basis: convert::basis_view(&plan.seen),
        service: resource.service.clone(),
        region: resource.place().to_owned(),
        before: value(&plan.before),
        after: value(&plan.after),
        tags: of(&plan.after, id),
        key,
    })
}

/// Every tag of a resource, by key.
pub(super) fn of(account: &Account, id: billing::ResourceId) -> Vec<TagView> {
    let tags = account.resource(id).into_iter().flat_map(|resource| &resource.tags);
    tags.map(|(key, value)| TagView { key: key.clone(), value: value.clone() }).collect()
}
