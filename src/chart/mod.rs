//! Charts as data: shapes in one coordinate system, drawn alike on the screen and in pictures.

pub mod faces;
mod ink;
mod plot;
mod width;

pub use ink::{Ink, Palette};
pub use plot::{Axis, Plot, spread, ticks};
pub use width::{cut, text_width};

/// How large and heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Height of the letters' box.
    pub size: f32,
    /// The heavier face.
    pub bold: bool,
}

/// Where a text stands relative to its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// One shape. Coordinates grow to the right and down; a text's y is the middle of its line.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Left, top, width, height.
        rect: [f32; 4],
        /// Its fill.
        ink: Ink,
        /// What a pointer over it reads; empty for none.
        tip: String,
    },
    /// A line.
    Line {
        /// x and y of the start.
        from: [f32; 2],
        /// x and y of the end.
        to: [f32; 2],
        /// Its colour.
        ink: Ink,
        /// Its width.
        width: f32,
    },
    /// A line through several points.
    Polyline {
        /// x and y, in order.
        points: Vec<[f32; 2]>,
        /// Its colour.
        ink: Ink,
        /// Its width.
        width: f32,
        /// In dashes.
        dashed: bool,
    },
    /// A filled convex polygon without an edge of its own: neighbours meet without a gap.
    Polygon {
        /// Its corners, in order.
        points: Vec<[f32; 2]>,
        /// Its fill.
        ink: Ink,
        /// What a pointer over it reads; empty for none.
        tip: String,
    },
    /// A dot.
    Circle {
        /// x and y of its middle.
        center: [f32; 2],
        /// Its radius.
        radius: f32,
        /// Its colour.
        ink: Ink,
        /// Only its edge, over the background.
        hollow: bool,
        /// What a pointer over it reads; empty for none.
        tip: String,
    },
    /// A line of text.
    Text {
        /// x by anchor, y of the middle.
        at: [f32; 2],
        /// Which part of the text `at` is.
        anchor: Anchor,
        /// The words.
        text: String,
        /// Size and weight.
        font: Font,
        /// Its colour.
        ink: Ink,
    },
}

/// A drawn chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width and height.
    pub size: [f32; 2],
    /// In drawing order.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// Adds a rectangle; one without width or height is left out.
    pub fn rect(&mut self, rect: [f32; 4], ink: Ink, tip: impl Into<String>) {
        if rect[2] > 0.0 && rect[3] > 0.0 {
            self.shapes.push(Shape::Rect { rect, ink, tip: tip.into() });
        }
    }

    /// Adds a line.
    pub fn line(&mut self, from: [f32; 2], to: [f32; 2], ink: Ink, width: f32) {
        self.shapes.push(Shape::Line { from, to, ink, width });
    }

    /// Adds a line through several points; fewer than two are left out.
    pub fn polyline(&mut self, points: Vec<[f32; 2]>, ink: Ink, width: f32, dashed: bool) {
        if points.len() > 1 {
            self.shapes.push(Shape::Polyline { points, ink, width, dashed });
        }
    }

    /// Adds a convex polygon; fewer than three corners are left out.
    pub fn polygon(&mut self, points: Vec<[f32; 2]>, ink: Ink, tip: impl Into<String>) {
        if points.len() > 2 {
            self.shapes.push(Shape::Polygon { points, ink, tip: tip.into() });
        }
    }

    /// Adds a dot.
    pub fn circle(&mut self, center: [f32; 2], radius: f32, ink: Ink, hollow: bool, tip: impl Into<String>) {
        self.shapes.push(Shape::Circle { center, radius, ink, hollow, tip: tip.into() });
    }

    /// Adds a text.
    pub fn text(&mut self, at: [f32; 2], anchor: Anchor, text: impl Into<String>, font: Font, ink: Ink) {
        self.shapes.push(Shape::Text { at, anchor, text: text.into(), font, ink });
    }
}
