//! A panel that shows trays, as desktops have one: it is told of icons, reads their menus and chooses in them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::{Builder as RuntimeBuilder, Runtime};
use tokio::time::{interval, timeout};
use zbus::blocking::{Connection, Proxy, connection::Builder};
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Structure, Value};

use super::{Desk, PATIENCE};
use crate::{Failure, Outcome};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const MENU: &str = "com.canonical.dbusmenu";

/// How often an icon is asked for that is not there yet.
const LOOK: Duration = Duration::from_millis(50);

/// An icon: whose it is, and where.
type Icon = (String, String);

/// The panel of a desk whose window is open.
pub struct Panel {
    bus: Connection,
    runtime: Runtime,
    icons: Arc<Mutex<Vec<Icon>>>,
}

struct Watcher {
    icons: Arc<Mutex<Vec<Icon>>>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        self.icons.lock().unwrap_or_else(PoisonError::into_inner).push((sender, service.to_owned()));
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }
}

/// One line of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuLine {
    number: i32,
    /// What it is called; empty for a line between others.
    pub label: String,
}

impl Desk {
    /// A panel that shows trays appears on the desktop.
    pub fn panel(&self) -> Outcome<Panel> {
        let icons = Arc::default();
        let watcher = Watcher { icons: Arc::clone(&icons) };
        let bus = Builder::address(self.bus()?.as_str())?
            .serve_at("/StatusNotifierWatcher", watcher)?
            .name(WATCHER)?
            .build()?;
        let runtime = RuntimeBuilder::new_current_thread().enable_all().build()?;
        Ok(Panel { bus, runtime, icons })
    }
}

impl Panel {
    /// The lines of the menu of the one icon, once one of them begins so.
    pub fn menu_with(&self, beginning: &str) -> Outcome<Vec<MenuLine>> {
        let mut seen = Vec::new();
        let looking = async {
            let mut looks = interval(LOOK);
            loop {
                looks.tick().await;
                if let Ok(lines) = self.menu() {
                    if lines.iter().any(|line| line.label.starts_with(beginning)) {
                        return lines;
                    }
                    seen = lines;
                }
            }
        };
        match self.runtime.block_on(async { timeout(PATIENCE, looking).await }) {
            Ok(lines) => Ok(lines),
            Err(_) => Err(Failure::new(format!("no tray has a line “{beginning}…”; last seen: {seen:?}"))),
        }
    }

    /// Chooses the line with this name.
    pub fn choose(&self, label: &str) -> Outcome {
        let lines = self.menu_with(label)?;
        let Some(line) = lines.iter().find(|line| line.label == label) else {
            return Err(Failure::new(format!("the tray has no line “{label}”: {lines:?}")));
        };
        let menu = self.menu_object()?;
        let _: () = menu.call("Event", &(line.number, "clicked", Value::from(0i32), 0u32))?;
        Ok(())
    }

    fn menu_object(&self) -> Outcome<Proxy<'static>> {
        let icon = self.icons.lock().unwrap_or_else(PoisonError::into_inner).last().cloned();
        let Some((owner, path)) = icon else { return Err(Failure::new("there is no icon yet")) };
        let item = Proxy::new(&self.bus, owner.clone(), path, "org.kde.StatusNotifierItem")?;
        let menu: OwnedObjectPath = item.get_property("Menu")?;
        Ok(Proxy::new(&self.bus, owner, menu, MENU)?)
    }

    fn menu(&self) -> Outcome<Vec<MenuLine>> {
        type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let menu = self.menu_object()?;
        let asked: (i32, i32, Vec<&str>) = (0, -1, Vec::new());
        let (_, (_, _, lines)): (u32, Layout) = menu.call("GetLayout", &asked)?;
        lines.into_iter().map(|line| line_of(line.into())).collect()
    }
}

fn line_of(value: Value<'static>) -> Outcome<MenuLine> {
    let line: Structure<'static> = value.try_into()?;
    let [number, says, _] = <[Value<'_>; 3]>::try_from(line.into_fields())
        .map_err(|_| Failure::new("a line of a menu has three parts"))?;
    let says: HashMap<String, Value<'_>> = says.try_into()?;
    let label = says.get("label").and_then(|label| String::try_from(label.clone()).ok());
    Ok(MenuLine { number: number.try_into()?, label: label.unwrap_or_default() })
}
