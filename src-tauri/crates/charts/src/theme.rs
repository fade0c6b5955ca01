//! Roles instead of colours.
//!
//! The backend can only draw RGB, so each role draws in a colour nobody else uses; afterwards those colours
//! become class names and the page's tokens decide what they look like, with no redraw when the theme turns.

use std::fmt::Write as _;

use plotters::style::RGBColor;

use crate::ChartError;

/// The red channel of every reserved colour; green is the role, blue the pattern.
const RESERVED: u8 = 0x7E;

/// What a mark means; the page's token of the same name decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Words and figures, the strongest ink.
    Text,
    /// Axis labels, references.
    Muted,
    /// Hairlines: grid, axes, borders.
    Line,
    /// The page itself, to cut gaps.
    Surface,
    /// What can be done or was done by the user.
    Accent,
    /// First series colour.
    Chart1,
    /// Second series colour.
    Chart2,
    /// Third series colour.
    Chart3,
    /// Fourth series colour.
    Chart4,
    /// Fifth series colour.
    Chart5,
    /// Sixth series colour.
    Chart6,
    /// Calm scale: worth knowing.
    Note,
    /// Calm scale: soon.
    Soon,
    /// Calm scale: act today.
    Today,
    /// Calm scale: act now.
    Now,
}

impl Role {
    /// Every role, in the order of its reserved colours.
    pub const ALL: [Self; 15] = [
        Self::Text,
        Self::Muted,
        Self::Line,
        Self::Surface,
        Self::Accent,
        Self::Chart1,
        Self::Chart2,
        Self::Chart3,
        Self::Chart4,
        Self::Chart5,
        Self::Chart6,
        Self::Note,
        Self::Soon,
        Self::Today,
        Self::Now,
    ];

    /// The token's name, without the dashes in front: `chart-1`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Line => "line",
            Self::Surface => "surface",
            Self::Accent => "accent",
            Self::Chart1 => "chart-1",
            Self::Chart2 => "chart-2",
            Self::Chart3 => "chart-3",
            Self::Chart4 => "chart-4",
            Self::Chart5 => "chart-5",
            Self::Chart6 => "chart-6",
            Self::Note => "note",
            Self::Soon => "soon",
            Self::Today => "today",
            Self::Now => "now",
        }
    }

    pub(crate) const fn reserved_colour(self, pattern: Pattern) -> RGBColor {
        RGBColor(RESERVED, self as u8, pattern as u8)
    }
}

/// How a stroke runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Solid,
    /// What has not happened yet.
    Dashed,
    /// A reference that is no forecast.
    Dotted,
}

impl Pattern {
    const ALL: [Self; 3] = [Self::Solid, Self::Dashed, Self::Dotted];

    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some("dashed"),
            Self::Dotted => Some("dotted"),
        }
    }

    const fn dashes(self) -> &'static str {
        match self {
            Self::Solid => "",
            Self::Dashed => "10 7",
            Self::Dotted => "3 6",
        }
    }
}

/// The CSS rules that give every class of a chart its token, one rule a line.
#[must_use]
pub fn style_sheet() -> String {
    let mut rules = String::from(".chart { display: block; inline-size: 100%; block-size: auto; }\n");
    rules.push_str(".chart-text { font-variant-numeric: tabular-nums; }\n");
    for role in Role::ALL {
        let name = role.name();
        let _ = writeln!(rules, ".chart .{name}-fill {{ fill: var(--{name}); }}");
        let _ = writeln!(rules, ".chart .{name}-stroke {{ stroke: var(--{name}); }}");
    }
    rules
}

/// Replaces reserved colours by classes and drops what the page decides: size and font.
///
/// # Errors
///
/// [`ChartError::Drawing`] if a colour is not one of ours, so that no fixed colour can slip through.
pub(crate) fn themed(drawn: &str) -> Result<String, ChartError> {
    let mut svg = String::with_capacity(drawn.len());
    for line in drawn.lines() {
        // The backend writes one tag or one text per line and escapes `<` in text.
        match line.strip_prefix('<') {
            Some(tag) if !tag.starts_with('/') => push_tag(&mut svg, tag)?,
            _ => svg.push_str(line),
        }
        // Text is drawn without line breaks around it: they would count as spaces.
        if line.ends_with("/>") || line.starts_with("</") || line.starts_with("<svg") {
            svg.push('\n');
        }
    }
    Ok(svg)
}

fn push_tag(svg: &mut String, tag: &str) -> Result<(), ChartError> {
    let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut classes = match name {
        "svg" => vec!["chart".to_owned()],
        "text" => vec!["chart-text".to_owned()],
        _ => Vec::new(),
    };
    let mut kept = String::new();
    let mut pattern = Pattern::Solid;
    for (key, value) in attributes(rest) {
        match (name, key) {
            ("svg", "width" | "height") | (_, "font-family") => {}
            (_, "opacity") if value == "1" => {}
            (_, "fill" | "stroke") if value != "none" => {
                let (role, drawn_pattern) = owner_of(value)?;
                pattern = drawn_pattern;
                classes.push(format!("{}-{key}", role.name()));
            }
            (_, "font-size") => push_attribute(&mut kept, key, whole_units(value)),
            (_, "points") => push_attribute(&mut kept, key, value.trim_end()),
            _ => push_attribute(&mut kept, key, value),
        }
    }
    if let Some(class) = pattern.class() {
        classes.push(class.to_owned());
        push_attribute(&mut kept, "stroke-dasharray", pattern.dashes());
    }
    if name == "svg" {
        kept.push_str(" role=\"img\" direction=\"ltr\"");
    }
    svg.push('<');
    svg.push_str(name);
    if !classes.is_empty() {
        push_attribute(svg, "class", &classes.join(" "));
    }
    svg.push_str(&kept);
    svg.push_str(if tag.ends_with("/>") { "/>" } else { ">" });
    Ok(())
}

fn push_attribute(out: &mut String, key: &str, value: &str) {
    let _ = write!(out, " {key}=\"{value}\"");
}

/// Pairs of `key="value"`; the backend escapes quotes inside values.
fn attributes(mut rest: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once("=\"")?;
        let (value, next) = after.split_once('"')?;
        rest = next;
        Some((key.trim_start(), value))
    })
}

fn owner_of(colour: &str) -> Result<(Role, Pattern), ChartError> {
    let foreign = || ChartError::Drawing(format!("colour {colour} belongs to no role"));
    let code = colour.strip_prefix('#').and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let [_, red, green, blue] = code.ok_or_else(foreign)?.to_be_bytes();
    let role = Role::ALL.get(usize::from(green)).filter(|_| red == RESERVED);
    let pattern = Pattern::ALL.get(usize::from(blue));
    Ok((*role.ok_or_else(foreign)?, *pattern.ok_or_else(foreign)?))
}

/// Font sizes are whole units; the backend's own scaling leaves a tail behind the point.
fn whole_units(size: &str) -> &str {
    size.split_once('.').map_or(size, |(whole, _)| whole)
}

#[cfg(test)]
mod tests {
    use super::{Pattern, Role, owner_of, style_sheet, themed};

    #[test]
    fn every_reserved_colour_finds_its_role_again() {
        for role in Role::ALL {
            for pattern in Pattern::ALL {
                let colour = role.reserved_colour(pattern);
                let code = format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2);
                assert_eq!(owner_of(&code), Ok((role, pattern)));
            }
        }
    }

    #[test]
    fn a_colour_of_nobody_is_refused() {
        assert!(themed("<rect fill=\"#000000\"/>").is_err());
        assert!(themed("<rect fill=\"#7EFF00\"/>").is_err());
        assert!(themed("<rect fill=\"red\"/>").is_err());
    }

    #[test]
    fn colours_become_classes_and_dashes_become_attributes() {
        let svg = themed("<line opacity=\"1\" stroke=\"#7E0501\" x1=\"3\"/>").expect("themed");
        assert_eq!(svg, "<line class=\"chart-1-stroke dashed\" x1=\"3\" stroke-dasharray=\"10 7\"/>\n");
    }

    #[test]
    fn text_that_looks_like_attributes_stays_text() {
        let svg = themed("<text x=\"1\" fill=\"#7E0000\">\nfill=\"#123456\"\n</text>").expect("themed");
        assert_eq!(svg, "<text class=\"chart-text text-fill\" x=\"1\">fill=\"#123456\"</text>\n");
    }

    #[test]
    fn the_style_sheet_has_a_rule_for_every_class() {
        let rules = style_sheet();
        for role in Role::ALL {
            assert!(rules.contains(&format!(".{0}-fill {{ fill: var(--{0}); }}", role.name())));
            assert!(rules.contains(&format!(".{0}-stroke {{ stroke: var(--{0}); }}", role.name())));
        }
    }
}
