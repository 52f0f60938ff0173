//! How far every weight may move before another offer wins.

use super::lines::names;
use super::{Figure, Seen, Spot};
use crate::board::quantity::{quantity_name, value_text};
use crate::board::tables::{Table, exact};
use crate::board::{Rows, column};
use crate::chart::{Anchor, Axis, Font, Ink, Scene, cut, text_width};
use crate::model::Account;
use crate::value::{End, Stability, stabilities};

/// How it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StabilityOptions {
    /// Width of the picture.
    pub width: f32,
}

const ROW: f32 = 24.0;
const TOP: f32 = 18.0;
const NAME: Font = Font { size: 12.0, bold: false };
const SMALL: Font = Font { size: 11.0, bold: false };
const TICK: Font = Font { size: 10.0, bold: false };

fn all(seen: Seen<'_>) -> Vec<Stability> {
    seen.case().map(stabilities).unwrap_or_default()
}

pub(super) fn stability_figure(seen: Seen<'_>, options: StabilityOptions) -> Figure {
    let Seen { board, comparison, words } = seen;
    let remark =
        |key: &str| Figure { title: words.t("stability-none-title"), remark: words.t(key), ..Figure::default() };
    let Some(winner) = board.ranked().next() else { return remark("chart-empty") };
    if comparison.header.account == Account::Money {
        return remark("weights-money");
    }
    let all = all(seen);
    let title = words.with("stability-title", &[("offer", &names(seen, &[winner]))]);
    let table = table(seen, &all);
    let (scene, spots) = scene(seen, &all, options.width);
    Figure { title, summary: table.in_words(), scene, spots, table, ..Figure::default() }
}

/// The change of the winner that is nearest to today's value.
fn nearest(stability: &Stability) -> Option<End> {
    let away = |end: &End| (stability.part(end.x) - stability.part(stability.today)).abs();
    let flips = stability.interval?.into_iter().filter(|end| end.rival.is_some());
    flips.reduce(|a, b| if away(&b) < away(&a) { b } else { a })
}

/// “below 41.7%: Haier”; that no weight, or that nobody knows.
fn verdict(seen: Seen<'_>, stability: &Stability) -> String {
    let Seen { comparison, words, .. } = seen;
    if stability.interval.is_none() {
        return words.t("stability-unknown");
    }
    match nearest(stability) {
        Some(End { x, rival: Some(rival) }) => {
            let key = if x <= stability.today { "stability-below" } else { "stability-above" };
            let at = value_text(comparison, words, stability.quantity, x);
            words.with(key, &[("at", &at), ("offer", &names(seen, &[rival]))])
        }
        _ => words.t("stability-never"),
    }
}

fn scene(seen: Seen<'_>, all: &[Stability], width: f32) -> (Scene, Vec<Spot>) {
    let Seen { comparison, words, .. } = seen;
    // What is said at the end matters more than the length of the track.
    let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max);
    let verdicts = widest(&mut all.iter().map(|s| text_width(&verdict(seen, s), SMALL)));
    let names_width = widest(&mut all.iter().map(|s| text_width(&quantity_name(comparison, words, s.quantity), NAME)));
    let text_room = (verdicts + 2.0).min(width * 0.42);
    let name_room = (names_width + 10.0).min(width * 0.36);
    let track = [name_room + 6.0, (width - text_room - 10.0).max(name_room + 30.0)];
    let axis = Axis::new(0.0, 1.0, track);
    #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
    let height = TOP + all.len() as f32 * ROW;
    let mut scene = Scene { size: [width, height + 4.0], shapes: Vec::new() };
    for (part, label) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
        if label == "50%" && track[1] - track[0] < 80.0 {
            // Its neighbours leave it no room.
            continue;
        }
        scene.text([axis.at(part), 8.0], Anchor::Middle, label, TICK, Ink::Weak);
    }
    let mut spots = Vec::new();
    for (i, stability) in all.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
        let top = TOP + i as f32 * ROW;
        let middle = top + ROW / 2.0;
        let name = quantity_name(comparison, words, stability.quantity);
        scene.text([4.0, middle], Anchor::Start, cut(&name, NAME, name_room - 6.0), NAME, Ink::Text);
        let at = |x: f64| axis.at(stability.part(x));
        scene.line([track[0], middle], [at(stability.range[1]), middle], Ink::Axis, 1.0);
        if let Some([from, to]) = stability.interval {
            let tip = words.with(
                "stability-tip",
                &[
                    ("from", &value_text(comparison, words, stability.quantity, from.x)),
                    ("to", &value_text(comparison, words, stability.quantity, to.x)),
                ],
            );
            scene.rect(
                [at(from.x), middle - 5.0, (at(to.x) - at(from.x)).max(2.0), 10.0],
                Ink::OfferSoft(own(seen)),
                tip,
            );
            for end in [from, to] {
                let Some(rival) = end.rival else { continue };
                let ink = Ink::Offer(comparison.offers[rival].color);
                scene.circle([at(end.x), middle], 4.0, ink, false, names(seen, &[rival]));
            }
        }
        let today = at(stability.today);
        scene.line([today, middle - 8.0], [today, middle + 8.0], Ink::Text, 2.0);
        let text = cut(&verdict(seen, stability), SMALL, text_room);
        scene.text([track[1] + 10.0, middle], Anchor::Start, text, SMALL, Ink::Weak);
        let label = words.with("stability-show", &[("name", &name)]);
        spots.push(Spot { rect: [0.0, top, width, ROW], quantity: stability.quantity, label });
    }
    (scene, spots)
}

/// The colour of the winner.
fn own(seen: Seen<'_>) -> [u8; 3] {
    seen.board.ranked().next().map_or([0x80; 3], |winner| seen.comparison.offers[winner].color)
}

fn head(seen: Seen<'_>) -> Vec<String> {
    let keys = ["table-weight", "table-today", "table-from", "table-to", "table-then-best"];
    keys.map(|key| seen.words.t(key)).to_vec()
}

fn table(seen: Seen<'_>, all: &[Stability]) -> Table {
    let Seen { comparison, words, .. } = seen;
    let row = |s: &Stability| {
        let text = |x: f64| value_text(comparison, words, s.quantity, x);
        let ends = s.interval.map_or_else(|| [column::UNKNOWN; 2].map(str::to_owned), |ends| ends.map(|e| text(e.x)));
        let [from, to] = ends;
        vec![quantity_name(comparison, words, s.quantity), text(s.today), from, to, verdict(seen, s)]
    };
    Table { head: head(seen), rows: all.iter().map(row).collect(), more: String::new() }.cut(words)
}

/// The intervals for other programs: shares as parts of 1.
pub(super) fn stability_data(seen: Seen<'_>) -> Rows {
    let row = |s: &Stability| {
        let [from, to] = s.interval.map_or([String::new(), String::new()], |ends| ends.map(|e| exact(e.x)));
        vec![quantity_name(seen.comparison, seen.words, s.quantity), exact(s.today), from, to, verdict(seen, s)]
    };
    std::iter::once(head(seen)).chain(all(seen).iter().map(row)).collect()
}
