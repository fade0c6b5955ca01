//! Begin and end a class by hand: a plan, then the same plan written down (T-25).

use app::{
    action,
    action::Plan,
    class::{self, Minutes},
};
use billing::{Account, Command, Refusal, ResourceKey};

use super::{applications, ladders};
use crate::{
    App, IpcError, convert,
    dto::applications::{ClassMinutes, ClassPlan, PreviewClass, SwitchClass},
    failure::Malformed,
};

/// What beginning or ending it would do.
///
/// # Errors
/// [`IpcError`] `unknown_resource`, `name_needed`, `class_runs`, `no_class`, `invalid_value`, why a class is refused, or that
/// the books cannot be read.
pub async fn preview(app: &App, request: PreviewClass) -> Result<ClassPlan, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let asked =
        Asked::of(&loaded.account, &request.application, &request.class, request.attended.as_deref())?;
    asked.check(&loaded.account)?;
    asked.view(&action::preview(app.books(), loaded.header.id, &asked.command()).await?)
}

/// Begins or ends it.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: SwitchClass) -> Result<ClassPlan, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let asked =
        Asked::of(&loaded.account, &request.application, &request.class, request.attended.as_deref())?;
    let seen = convert::basis(&request.basis)?;
    let (id, command) = (loaded.header.id, asked.command());
    let plan = action::commit(app.books(), id, "class", &command, Some(&seen), &request.request_id).await?;
    app.tell(super::EVERY_SCREEN);
    asked.view(&plan)
}

/// What a request asks for.
struct Asked {
    key: ResourceKey,
    class: String,
    /// Seconds of everybody together, when it ends.
    attended: Option<u64>,
}

impl Asked {
    fn of(
        account: &Account,
        application: &str,
        class: &str,
        attended: Option<&str>,
    ) -> Result<Self, IpcError> {
        let key = applications::named(account, application)?;
        let class = class.trim().to_owned();
        if class.is_empty() {
            return Err(Malformed::NameNeeded.into());
        }
        let attended = attended.map(seconds).transpose()?;
        Ok(Self { key, class, attended })
    }

    /// The rules know one refusal for applications and classes; people read which of them it is about.
    fn check(&self, account: &Account) -> Result<(), IpcError> {
        let known = account.find_resource(&self.key).and_then(|id| account.resource(id));
        let runs = known.is_some_and(|known| known.classes.contains_key(&self.class));
        match (self.attended, runs) {
            (None, true) => Err(Malformed::ClassRuns(self.class.clone()).into()),
            (Some(_), false) => Err(Malformed::NoClass(self.class.clone()).into()),
            _ => Ok(()),
        }
    }

    fn command(&self) -> Command {
        let (resource, class) = (self.key.clone(), self.class.clone());
        match self.attended {
            None => Command::StartClass { resource, class },
            Some(seconds) => Command::FinishClass { resource, class, seconds },
        }
    }

    fn view(&self, plan: &Plan) -> Result<ClassPlan, IpcError> {
        let (account, policy) = (&plan.after, &plan.after.terms.policy);
        let change = applications::change(plan, &self.key).ok_or(Refusal::UnknownResource)?;
        let price =
            ladders::price_of_next_call(account, &self.key, account.now).filter(|_| change.after.overage);
        let (left, left_why) = applications::left(account, &self.key, account.now);
        Ok(ClassPlan {
            basis: convert::basis_view(&plan.seen),
            application: self.key.place().to_owned(),
            class: self.class.clone(),
            change,
            left: left.to_string(),
            left_why: convert::why(&left_why, policy),
            unit_price: price.as_ref().map(|price| convert::unit_price(price.value.value())),
            unit_price_why: price.map(|price| convert::why(&price.because, policy)),
            metered: self.attended.map(|seconds| minutes(plan, seconds)).transpose()?,
        })
    }
}

fn minutes(plan: &Plan, seconds: u64) -> Result<ClassMinutes, IpcError> {
    let policy = &plan.after.terms.policy;
    let (minutes, cost) = (Minutes::of(plan), class::cost(plan)?);
    Ok(ClassMinutes {
        minutes: minutes.all().to_string(),
        from_packages: minutes.from_packages.to_string(),
        overage: minutes.overage.to_string(),
        uncovered: minutes.uncovered.to_string(),
        why: convert::why(&minutes.because(seconds), policy),
        cost: cost.value.to_string(),
        cost_why: convert::why(&cost.because, policy),
    })
}

/// Seconds of `10:00`, hours and minutes, or `10:00:30`.
fn seconds(text: &str) -> Result<u64, IpcError> {
    let wrong = || convert::invalid("time", text);
    let parts: Vec<&str> = text.trim().split(':').collect();
    let number = |digits: &str, most: u64| {
        let plain =
            !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = plain.then(|| digits.parse::<u64>().ok()).flatten();
        number.filter(|number| *number <= most).ok_or_else(wrong)
    };
    match parts.as_slice() {
        [hours, minutes] => Ok(number(hours, 999_999_999)? * 3600 + number(minutes, 59)? * 60),
        [hours, minutes, seconds] => {
            Ok(number(hours, 999_999_999)? * 3600 + number(minutes, 59)? * 60 + number(seconds, 59)?)
        }
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_hours_and_minutes_and_perhaps_seconds() {
        assert_eq!(seconds("10:00").ok(), Some(36_000));
        assert_eq!(seconds(" 0:00:30 ").ok(), Some(30));
        assert_eq!(seconds("125:07:59").ok(), Some(450_479));
        for wrong in ["", "10", "10:60", "1:2:3:4", "-1:00", "1:00:60", ":30", "1 h", "9999999999:00"] {
            assert_eq!(
                seconds(wrong).map_err(|error| error.code),
                Err("invalid_value".to_owned()),
                "{wrong}"
            );
        }
    }
}
