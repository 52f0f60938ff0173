//! The drawing of the cheapest way to win: what each lever adds, between today's CDV and the target.

use super::charts::wrapped;
use crate::chart::{Anchor, Axis, Font, Ink, Scene, text_width};

/// What one lever adds.
pub(super) struct WayStep {
    pub label: String,
    /// CDV before it.
    pub from: f64,
    /// CDV after it.
    pub to: f64,
    pub ink: Ink,
    pub text: String,
}

/// From today to the target.
pub(super) struct Way {
    pub steps: Vec<WayStep>,
    /// CDV today, and what its line is called.
    pub today: (f64, String),
    /// CDV to be reached, and what its line is called.
    pub target: (f64, String),
}

const SMALL: Font = Font { size: 11.0, bold: false };
const STRONG: Font = Font { size: 11.0, bold: true };
/// Height of the lines' names.
const TOP: f32 = 20.0;

/// A row per lever: its name to the left, what it adds as a bar that begins where the one above it ends, what that is
/// and costs behind it; lines at today's CDV and at the target.
pub(super) fn way_scene(way: &Way, width: f32) -> Scene {
    let label_room = way.steps.iter().map(|s| text_width(&s.label, SMALL)).fold(40.0, f32::max).min(width * 0.4);
    let figure_room = way.steps.iter().map(|s| text_width(&s.text, SMALL)).fold(0.0, f32::max) + 8.0;
    let ends = way.steps.iter().flat_map(|s| [s.from, s.to]).chain([way.today.0, way.target.0]);
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let left = label_room + 12.0;
    let axis = Axis::new(low, high, [left, (width - figure_room).max(left + 20.0)]);
    let mut scene = Scene { size: [width, 0.0], shapes: Vec::new() };
    let mut y = TOP + 4.0;
    let mut rows = Vec::new();
    for step in &way.steps {
        let lines = wrapped(&step.label, SMALL, label_room);
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let height = 12.0 + 13.0 * lines.len() as f32;
        for (i, line) in lines.into_iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let at = y + 6.0 + 13.0 * (i as f32 + 0.5);
            scene.text([0.0, at], Anchor::Start, line, SMALL, Ink::Weak);
        }
        rows.push((step, y + height / 2.0));
        y += height;
    }
    let [today, target] = [axis.at(way.today.0), axis.at(way.target.0)];
    scene.line([today, TOP], [today, y], Ink::Axis, 1.0);
    scene.polyline(vec![[target, TOP], [target, y]], Ink::Accent, 1.5, true);
    mark(&mut scene, (today, &way.today.1, Ink::Weak), (target, &way.target.1, Ink::Accent), width);
    for (step, middle) in rows {
        let (from, to) = (axis.at(step.from.min(step.to)), axis.at(step.from.max(step.to)));
        scene.rect(
            [from, middle - 8.0, (to - from).max(1.0), 16.0],
            step.ink,
            format!("{}  {}", step.label, step.text),
        );
        // In one column, so that the line of the target runs through none of them.
        scene.text([axis.at(high) + 6.0, middle], Anchor::Start, &step.text, SMALL, Ink::Text);
    }
    scene.size[1] = y + 4.0;
    scene
}

/// The names of the two lines, one to each side where they would run into each other.
fn mark(scene: &mut Scene, a: (f32, &str, Ink), b: (f32, &str, Ink), width: f32) {
    let (first, second) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    let [first_width, second_width] = [text_width(first.1, STRONG), text_width(second.1, STRONG)];
    let second_left = (second.0 - second_width / 2.0).min(width - second_width).max(first_width + 8.0);
    let first_left = (first.0 - first_width / 2.0).min(second_left - first_width - 8.0).max(0.0);
    scene.text([first_left, 9.0], Anchor::Start, first.1, STRONG, first.2);
    scene.text([second_left, 9.0], Anchor::Start, second.1, STRONG, second.2);
}
