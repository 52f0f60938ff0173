//! The weights in force beside those that a method gives.

use super::Sheet;
use crate::board::figures::Seen;
use crate::chart::{Anchor, Axis, Font, Ink, Scene, cut, text_width};

const ROW: f32 = 26.0;
/// Weights that differ by less read the same.
const SAME: f64 = 5e-4;
const TOP: f32 = 18.0;
const NAME: Font = Font { size: 12.0, bold: false };
const FAINT: Font = Font { size: 9.5, bold: false };
const SMALL: Font = Font { size: 11.0, bold: false };

/// One row per item: a bar of the method's weight, a mark where the weight in force is.
pub(super) fn scene(seen: Seen<'_>, sheet: &Sheet, width: f32) -> Scene {
    let names = sheet.items.iter().map(|item| text_width(&item.name, NAME)).fold(0.0, f32::max);
    let name_room = (names + 10.0).clamp(width * 0.2, width * 0.45);
    let track = [name_room + 6.0, width - 58.0];
    let most = sheet.items.iter().map(|i| i.today.max(i.weighed.unwrap_or(0.0))).fold(0.0_f64, f64::max);
    let axis = Axis::new(0.0, most.max(1e-9), track);
    #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
    let at_row = |i: usize| TOP + i as f32 * ROW + ROW / 2.0;
    let mut scene = Scene { size: [width, at_row(sheet.items.len())], shapes: Vec::new() };
    if sheet.items.is_empty() {
        return scene;
    }
    let is_weighed = sheet.items.iter().any(|item| item.weighed.is_some());
    let key = seen.words.t(if is_weighed { "weighing-key" } else { "weighing-key-today" });
    scene.text([track[0], 8.0], Anchor::Start, cut(&key, SMALL, width - track[0]), SMALL, Ink::Weak);
    for (i, (item, money)) in sheet.items.iter().zip(super::worths(seen, sheet)).enumerate() {
        let middle = at_row(i);
        scene.text([4.0, middle], Anchor::Start, cut(&item.name, NAME, name_room - 6.0), NAME, Ink::Text);
        let ink = item.dimension.map_or(Ink::Accent, Ink::Dimension);
        let shown = item.weighed.unwrap_or(item.today);
        let tip = format!("{}: {} → {}", item.name, item.texts[0], item.texts[1]);
        scene.rect([track[0], middle - 6.0, (axis.at(shown) - track[0]).max(1.0), 12.0], ink, tip);
        let today = axis.at(item.today);
        scene.line([today, middle - 9.0], [today, middle + 9.0], Ink::Text, 2.0);
        let text = if item.weighed.is_some() { &item.texts[1] } else { &item.texts[0] };
        // What the whole swing is worth in money stands quietly below the weight, if that is the one in force.
        let money = money.filter(|_| (shown - item.today).abs() < SAME);
        let up = if money.is_some() { 5.0 } else { 0.0 };
        scene.text([width - 4.0, middle - up], Anchor::End, text.clone(), NAME, Ink::Text);
        if let Some(money) = money {
            scene.text([width - 4.0, middle + 7.0], Anchor::End, money, FAINT, Ink::Weak);
        }
    }
    scene
}
