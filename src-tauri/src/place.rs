//! The window's size and place: what was remembered is brought onto a screen that is there.

use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow};

/// So much of the window must be seen, or it could not be taken hold of.
const SEEN: i64 = 96;

/// A part of the plane that all screens share, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

/// Makes a window fit the screens there are; it is left alone where it does.
pub fn fit(window: &WebviewWindow) -> tauri::Result<()> {
    if window.is_maximized()? || window.is_fullscreen()? {
        return Ok(());
    }
    let screens: Vec<Area> = window
        .available_monitors()?
        .iter()
        .map(|monitor| area(monitor.work_area().position, monitor.work_area().size))
        .collect();
    let now = area(window.outer_position()?, window.outer_size()?);
    let Some(wanted) = fitted(now, &screens) else { return Ok(()) };
    let side = |length: i64| u32::try_from(length).unwrap_or_default();
    let corner = |at: i64| i32::try_from(at).unwrap_or_default();
    window.set_size(PhysicalSize::new(side(wanted.width), side(wanted.height)))?;
    window.set_position(PhysicalPosition::new(corner(wanted.x), corner(wanted.y)))
}

fn area(position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Area {
    Area { x: position.x.into(), y: position.y.into(), width: size.width.into(), height: size.height.into() }
}

/// Where a window has to go to be seen; nothing where it can stay.
fn fitted(window: Area, screens: &[Area]) -> Option<Area> {
    let screen = *screens.iter().max_by_key(|screen| shared(window, **screen))?;
    let width = window.width.min(screen.width);
    let height = window.height.min(screen.height);
    // Held by its upper edge: that must be on the screen, and enough of it.
    let is_held = window.y >= screen.y
        && window.y + SEEN <= screen.y + screen.height
        && overlap(window.x, window.width, screen.x, screen.width) >= SEEN.min(window.width);
    if is_held && width == window.width && height == window.height {
        return None;
    }
    let x = window.x.clamp(screen.x, screen.x + screen.width - width);
    let y = window.y.clamp(screen.y, screen.y + screen.height - height);
    Some(Area { x, y, width, height })
}

fn shared(one: Area, other: Area) -> i64 {
    overlap(one.x, one.width, other.x, other.width).max(0)
        * overlap(one.y, one.height, other.y, other.height).max(0)
}

fn overlap(from: i64, length: i64, other: i64, other_length: i64) -> i64 {
    (from + length).min(other + other_length) - from.max(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = Area { x: 0, y: 0, width: 1920, height: 1080 };
    const BESIDE: Area = Area { x: 1920, y: 200, width: 1280, height: 720 };

    fn at(x: i64, y: i64, width: i64, height: i64) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn a_window_that_can_be_seen_stays_where_it_is() {
        assert_eq!(fitted(at(100, 50, 1280, 800), &[SCREEN]), None);
        assert_eq!(
            fitted(at(1700, 50, 1280, 800), &[SCREEN]),
            None,
            "partly beyond the edge, as it was left"
        );
        assert_eq!(fitted(at(2000, 250, 1000, 600), &[SCREEN, BESIDE]), None);
        assert_eq!(fitted(at(9000, 0, 1280, 800), &[]), None, "no screen is known");
    }

    #[test]
    fn a_window_on_a_screen_that_is_gone_comes_onto_one_that_is_there() {
        assert_eq!(fitted(at(2000, 250, 1000, 600), &[SCREEN]), Some(at(920, 250, 1000, 600)));
        assert_eq!(fitted(at(-3000, -500, 1000, 600), &[SCREEN]), Some(at(0, 0, 1000, 600)));
        assert_eq!(
            fitted(at(100, -20, 1000, 600), &[SCREEN]),
            Some(at(100, 0, 1000, 600)),
            "its edge is above"
        );
    }

    #[test]
    fn a_window_larger_than_the_screen_becomes_as_large_as_it() {
        assert_eq!(fitted(at(0, 0, 2560, 1440), &[SCREEN]), Some(SCREEN));
        assert_eq!(fitted(at(2100, 300, 2560, 600), &[SCREEN, BESIDE]), Some(at(1920, 300, 1280, 600)));
    }
}
