//! The few marks all charts are made of, drawn through plotters in `viewBox` units.

use std::fmt::Display;

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, IntoFont, RGBAColor, ShapeStyle, TextStyle};

use crate::theme::{Pattern, Role, themed};
use crate::{Chart, ChartError, Plot, Point, text};

/// `viewBox` units per requested pixel.
const UNITS: i32 = 2;
/// The backend divides font sizes by 1.24; this comes out as [`text::SIZE`].
const BACKEND_FONT_SIZE: f64 = 29.78;
/// Sizes beyond this are a mistake, not a screen.
const LARGEST: u32 = 8_192;

/// Opacity of areas: 8 %.
pub(crate) const FAINT: f64 = 0.08;
/// Opacity of the grid.
pub(crate) const GRID: f64 = 0.5;
/// Opacity of what is full.
pub(crate) const FULL: f64 = 1.0;

/// Pixels in `viewBox` units.
pub(crate) const fn px(pixels: i32) -> i32 {
    pixels * UNITS
}

/// Moves a hairline to where it covers whole pixels at the natural size.
pub(crate) const fn crisp(position: i32) -> i32 {
    position | 1
}

/// A size in `viewBox` units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Size {
    /// From requested pixels.
    ///
    /// # Errors
    ///
    /// [`ChartError::Size`] below `least` pixels either way, or beyond any screen.
    pub(crate) fn requested(width: u32, height: u32, least: (u32, u32)) -> Result<Self, ChartError> {
        let wrong = ChartError::Size { width, height };
        if width < least.0 || height < least.1 || width > LARGEST || height > LARGEST {
            return Err(wrong);
        }
        let units = |pixels: u32| i32::try_from(pixels).map(px).map_err(|_| wrong.clone());
        Ok(Self { width: units(width)?, height: units(height)? })
    }
}

/// A stroke.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pen {
    pub(crate) role: Role,
    pub(crate) pattern: Pattern,
    pub(crate) width: u32,
    pub(crate) opacity: f64,
}

impl Pen {
    /// One pixel, for axes and borders.
    pub(crate) const fn hairline(role: Role) -> Self {
        Self { role, pattern: Pattern::Solid, width: 2, opacity: FULL }
    }

    /// One and a half pixels, for data.
    pub(crate) const fn data(role: Role) -> Self {
        Self { role, pattern: Pattern::Solid, width: 3, opacity: FULL }
    }

    pub(crate) const fn dashed(self) -> Self {
        Self { pattern: Pattern::Dashed, ..self }
    }

    pub(crate) const fn dotted(self) -> Self {
        Self { pattern: Pattern::Dotted, ..self }
    }

    pub(crate) const fn faded(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }

    fn style(self) -> ShapeStyle {
        ShapeStyle { color: self.colour(), filled: false, stroke_width: self.width }
    }

    fn colour(self) -> RGBAColor {
        self.role.reserved_colour(self.pattern).mix(self.opacity)
    }
}

/// Which end of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A place in `viewBox` units.
pub(crate) type Place = (i32, i32);

/// An SVG being drawn.
pub(crate) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// Draws on a fresh canvas and themes the result.
///
/// # Errors
///
/// [`ChartError::Drawing`] if the backend fails, and whatever `draw` returns.
pub(crate) fn chart(
    size: Size,
    plot: Plot,
    points: Vec<Point>,
    draw: impl FnOnce(&Canvas) -> Result<(), ChartError>,
) -> Result<Chart, ChartError> {
    let (width, height) = (size.width.unsigned_abs(), size.height.unsigned_abs());
    let mut drawn = String::new();
    {
        let canvas =
            Canvas { area: SVGBackend::with_string(&mut drawn, (width, height)).into_drawing_area() };
        draw(&canvas)?;
        canvas.area.present().map_err(failed)?;
    }
    Ok(Chart { svg: themed(&drawn)?, width, height, plot, points })
}

impl Canvas<'_> {
    /// A stroke through `places`; fewer than two draw nothing.
    pub(crate) fn path(&self, places: &[Place], pen: Pen) -> Result<(), ChartError> {
        if places.len() < 2 {
            return Ok(());
        }
        self.area.draw(&PathElement::new(places, pen.style())).map_err(failed)
    }

    /// A filled polygon; fewer than three corners draw nothing.
    pub(crate) fn polygon(&self, corners: &[Place], role: Role, opacity: f64) -> Result<(), ChartError> {
        if corners.len() < 3 {
            return Ok(());
        }
        self.area.draw(&Polygon::new(corners, filled(role, opacity))).map_err(failed)
    }

    /// A filled rectangle; an empty one draws nothing.
    pub(crate) fn rectangle(
        &self,
        from: Place,
        to: Place,
        role: Role,
        opacity: f64,
    ) -> Result<(), ChartError> {
        if to.0 <= from.0 || to.1 <= from.1 {
            return Ok(());
        }
        self.area.draw(&Rectangle::new([from, to], filled(role, opacity))).map_err(failed)
    }

    /// The outline of a rectangle, inside its edges.
    pub(crate) fn outline(&self, from: Place, to: Place, pen: Pen) -> Result<(), ChartError> {
        let ((left, top), (right, bottom)) = ((from.0 + 1, from.1 + 1), (to.0 - 1, to.1 - 1));
        self.path(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], pen)
    }

    /// A filled disc.
    pub(crate) fn disc(&self, centre: Place, radius: i32, role: Role) -> Result<(), ChartError> {
        self.area.draw(&Circle::new(centre, radius, filled(role, FULL))).map_err(failed)
    }

    /// A circle.
    pub(crate) fn ring(&self, centre: Place, radius: i32, pen: Pen) -> Result<(), ChartError> {
        self.area.draw(&Circle::new(centre, radius, pen.style())).map_err(failed)
    }

    /// One line of text, vertically centred on `place`. It must be fitted already; an empty one draws nothing.
    pub(crate) fn text(
        &self,
        line: &str,
        place: Place,
        anchor: Anchor,
        role: Role,
    ) -> Result<(), ChartError> {
        if line.is_empty() {
            return Ok(());
        }
        let horizontal = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let colour = role.reserved_colour(Pattern::Solid);
        let style = TextStyle::from((FontFamily::SansSerif, BACKEND_FONT_SIZE).into_font())
            .color(&colour)
            .pos(Pos::new(horizontal, VPos::Center));
        self.area.draw(&Text::new(line, place, style)).map_err(failed)
    }
}

fn filled(role: Role, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: role.reserved_colour(Pattern::Solid).mix(opacity), filled: true, stroke_width: 0 }
}

fn failed(cause: impl Display) -> ChartError {
    ChartError::Drawing(cause.to_string())
}

/// Half the height of a text, in `viewBox` units.
pub(crate) const HALF_TEXT: i32 = text::SIZE / 2;
