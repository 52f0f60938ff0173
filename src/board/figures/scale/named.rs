//! Named levels as a drawing: one column each, its points upwards.

use super::drawing::{free_place, put_dot};
use crate::board::figures::charts::wrapped;
use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut};

const TITLE: Font = Font { size: 10.0, bold: false };
/// Columns narrower than this have numbers below them instead of names.
const NARROW: f32 = 34.0;
const LINES_MAX: usize = 2;

/// A named level with the offers that have it.
pub(super) struct Named {
    pub name: String,
    pub y: f64,
    /// Colour of the offer, and what a pointer over it reads.
    pub dots: Vec<([u8; 3], String)>,
}

/// What is drawn of named levels.
pub(super) struct NamedLook<'a> {
    pub size: [f32; 2],
    pub in_points: bool,
    pub levels: &'a [Named],
    /// The range of y while something is dragged.
    pub range: Option<[f64; 2]>,
    pub y_label: &'a dyn Fn(f64) -> String,
    pub y_title: String,
}

/// The middle of the column of a level on the axis of x.
#[expect(clippy::cast_precision_loss, reason = "at most a hundred levels")]
pub(super) fn column(index: usize) -> f64 {
    index as f64
}

fn y_range(look: &NamedLook<'_>) -> [f64; 2] {
    let start: [f64; 2] = if look.in_points { [0.0, 100.0] } else { [0.0, 0.0] };
    let [low, high] = look.levels.iter().fold(start, |[a, b], l| [a.min(l.y), b.max(l.y)]);
    let span = if high > low { high - low } else { 1.0 };
    // Amounts have no end: there is room to drag them up.
    [low - 0.06 * span, high + if look.in_points { 0.06 } else { 0.25 } * span]
}

/// The drawing and its axes: x counts the levels from 0.
pub(super) fn named_scene(look: &NamedLook<'_>) -> (Scene, Plot) {
    let [width, height] = look.size;
    let range = look.range.unwrap_or_else(|| y_range(look));
    let left = Plot::label_room(range, look.y_label);
    let rect = [left, 26.0, (width - left - 8.0).max(40.0), (height - 66.0).max(40.0)];
    let plot = Plot::new(rect, [-0.5, column(look.levels.len()) - 0.5], range);
    let mut scene = Scene { size: look.size, shapes: Vec::new() };
    scene.text([0.0, 8.0], Anchor::Start, cut(&look.y_title, TITLE, width), TITLE, Ink::Weak);
    plot.up(&mut scene, look.y_label);
    #[expect(clippy::cast_precision_loss, reason = "at most a hundred levels")]
    let room = plot.rect[2] / look.levels.len().max(1) as f32;
    let zero = plot.y.at(0.0);
    for (i, level) in look.levels.iter().enumerate() {
        let [x, y] = plot.at(column(i), level.y);
        let (top, bottom) = (y.min(zero), y.max(zero));
        scene.rect([x - 0.3 * room, top, 0.6 * room, bottom - top], Ink::Shade, "");
        scene.line([x - 0.3 * room, y], [x + 0.3 * room, y], Ink::Weak, 2.0);
        let tip = format!("{} → {}", level.name, (look.y_label)(level.y));
        scene.circle([x, y], 4.0, Ink::Text, true, tip);
        let mut taken: Vec<[f32; 2]> = Vec::new();
        for (color, tip) in &level.dots {
            let at = free_place([x, y], plot.rect[1], &[[x, y]], &taken);
            put_dot(&mut scene, at, at, *color, tip);
            taken.push(at);
        }
        names(&mut scene, &plot, i, &level.name, room);
    }
    (scene, plot)
}

/// The name below a column, in at most two lines; a number where there is no room for any.
fn names(scene: &mut Scene, plot: &Plot, index: usize, name: &str, room: f32) {
    let x = plot.x.at(column(index));
    let mut put = |line: f32, text: String| {
        scene.text([x, plot.bottom() + 10.0 + 13.0 * line], Anchor::Middle, text, TITLE, Ink::Weak);
    };
    if room < NARROW {
        if room > 14.0 {
            put(0.0, (index + 1).to_string());
        }
        return;
    }
    let lines = wrapped(name, TITLE, room - 4.0);
    for (i, line) in lines.iter().take(LINES_MAX).enumerate() {
        let is_cut = i + 1 == LINES_MAX && lines.len() > LINES_MAX;
        let line = if is_cut { format!("{}…", line.trim_end()) } else { line.clone() };
        put(if i == 0 { 0.0 } else { 1.0 }, cut(&line, TITLE, room));
    }
}
