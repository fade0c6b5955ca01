//! Asking the page, and waiting for it.

use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::{PATIENCE, Window};
use crate::{Failure, Outcome};

const PAGE: &str = include_str!("page.js");

/// The key under which WebDriver passes an element of the page.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long one question may occupy the driver; shorter than its own limit for scripts.
const ONE_LOOK: Duration = Duration::from_secs(5);

/// Pause after a question that was lost, as happens while a page is being replaced.
const AFTER_A_LOSS: Duration = Duration::from_millis(50);

impl Window {
    /// Waits until the JavaScript expression `holds` is true; `what` completes "waited in vain until …".
    pub fn wait_until(&self, what: &str, holds: &str) -> Outcome {
        self.until(what, holds, &[]).map(drop)
    }

    /// Waits until the page shows `text`, wherever and however it is broken into lines.
    pub fn wait_for_text(&self, text: &str) -> Outcome {
        let what = format!("the page says “{text}”");
        self.until(&what, "textOf(document.body).includes(tidy(args[0]))", &[json!(text)]).map(drop)
    }

    /// Waits until nothing on the page says that it is still loading.
    pub fn wait_until_quiet(&self) -> Outcome {
        self.wait_until("nothing on the page is busy", "isQuiet()")
    }

    /// Waits until there is a visible thing with this role and name; an unambiguous part of the name is enough.
    pub fn wait_for(&self, role: &str, name: &str) -> Outcome {
        self.element(role, name).map(drop)
    }

    /// The visible text of the first element that `selector` finds, waiting for it.
    pub fn read(&self, selector: &str) -> Outcome<String> {
        let what = format!("there is text in `{selector}`");
        let text = self.until(&what, "first(args[0]) && textOf(first(args[0]))", &[json!(selector)])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The visible text of every element that `selector` finds now.
    pub fn read_all(&self, selector: &str) -> Outcome<Vec<String>> {
        let found =
            self.ask("[...document.querySelectorAll(args[0])].filter(seen).map(textOf)", &[json!(selector)])?;
        Ok(serde_json::from_value(found)?)
    }

    /// The value of a JavaScript expression on the page; `args` holds what is passed.
    pub fn ask(&self, expression: &str, args: &[Value]) -> Outcome<Value> {
        let script = format!("{PAGE}\nconst args = [...arguments]; return {expression};");
        Ok(self.runtime.block_on(self.client.execute(&script, args.to_vec()))?)
    }

    pub(super) fn element(&self, role: &str, name: &str) -> Outcome<Element> {
        self.found("find(args[0], args[1])", &format!("there is one {role} named “{name}”"), role, name)
    }

    /// As [`Self::element`], and it can be used.
    pub(super) fn ready_element(&self, role: &str, name: &str) -> Outcome<Element> {
        self.found("findReady(args[0], args[1])", &format!("the {role} “{name}” can be used"), role, name)
    }

    fn found(&self, expression: &str, what: &str, role: &str, name: &str) -> Outcome<Element> {
        self.until(what, expression, &[json!(role), json!(name)])
            .and_then(|value| self.as_element(&value))
            .map_err(|failure| {
                let names = self.ask("names(args[0])", &[json!(role)]).unwrap_or_default();
                Failure::new(format!("{failure}\nevery {role} on the page: {names}"))
            })
    }

    pub(super) fn element_at(&self, selector: &str) -> Outcome<Element> {
        let value =
            self.until(&format!("there is a visible `{selector}`"), "first(args[0])", &[json!(selector)])?;
        self.as_element(&value)
    }

    fn as_element(&self, value: &Value) -> Outcome<Element> {
        let Some(id) = value[ELEMENT].as_str() else {
            return Err(Failure::new(format!("not an element: {value}")));
        };
        Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
    }

    /// The value of `expression` once it is neither false, empty nor missing.
    pub(super) fn until(&self, what: &str, expression: &str, args: &[Value]) -> Outcome<Value> {
        let script = look_on_every_frame(expression);
        let mut trouble = String::from("nothing was seen");
        let looking = async {
            let mut pause = interval(AFTER_A_LOSS);
            pause.set_missed_tick_behavior(MissedTickBehavior::Delay);
            loop {
                pause.tick().await;
                match self.client.execute_async(&script, args.to_vec()).await {
                    Ok(answer) if !answer["found"].is_null() => return answer["found"].clone(),
                    Ok(answer) => trouble = answer["trouble"].as_str().unwrap_or_default().to_owned(),
                    Err(error) => trouble = error.to_string(),
                }
            }
        };
        match self.runtime.block_on(async { timeout(PATIENCE, looking).await }) {
            Ok(found) => Ok(found),
            Err(_) => Err(self.in_vain(what, &trouble)),
        }
    }

    fn in_vain(&self, what: &str, trouble: &str) -> Failure {
        let picture = self.keep_picture("failed");
        let picture = picture.map_or("no picture".to_owned(), |path| path.display().to_string());
        let text = self.ask("textOf(document.body)", &[]).unwrap_or_default();
        self.stage.told(&format!(
            "waited in vain until {what} ({trouble})\nthe page said: {text}\nlast seen: {picture}"
        ))
    }

    /// A screenshot may show the frame before the last change; after two frames it does not.
    pub(super) fn wait_for_two_frames(&self) -> Outcome {
        let script = "requestAnimationFrame(() => requestAnimationFrame(arguments[arguments.length - 1]));";
        self.runtime.block_on(self.client.execute_async(script, vec![]))?;
        Ok(())
    }
}

fn look_on_every_frame(expression: &str) -> String {
    let limit = ONE_LOOK.as_millis();
    format!(
        "{PAGE}
        const args = [...arguments];
        const done = args.pop();
        const end = performance.now() + {limit};
        const look = () => {{
          let found;
          let trouble = 'it never became true';
          try {{ found = {expression}; }} catch (error) {{ trouble = String(error); }}
          if (found) done({{ found }});
          else if (performance.now() > end) done({{ trouble }});
          else requestAnimationFrame(look);
        }};
        look();"
    )
}
