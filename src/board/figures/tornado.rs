//! What the stated doubt does to the lead of one offer over another.

use super::charts::signed_figure;
use super::lines::names;
use super::{Figure, Seen};
use crate::board::quantity::{quantity_name, value_text};
use crate::board::tables::{Table, exact};
use crate::board::{Rows, column};
use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut, text_width};
use crate::model::CategoryId;
use crate::value::{Bar, Cause, Doubt, Quantity, tornado};
use crate::words::{number, signed};

/// Whose lead, and how sure a person is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer whose lead it is.
    pub offer: usize,
    /// Index of the rival.
    pub rival: usize,
    /// Doubt of weights, as a part of their set.
    pub weight: f64,
    /// Doubt of levels, as a part of what their scale spans.
    pub level: f64,
}

/// Bars that are drawn; the table has them all.
const BARS: usize = 16;
const ROW: f32 = 22.0;
const TOP: f32 = 8.0;
const NAME: Font = Font { size: 12.0, bold: false };
const FLIP: Font = Font { size: 12.0, bold: true };
const SMALL: Font = Font { size: 10.0, bold: false };

fn bars(seen: Seen<'_>, options: TornadoOptions) -> Vec<Bar> {
    let doubt = Doubt { weight: options.weight, level: options.level };
    seen.case().map(|case| tornado(case, options.offer, options.rival, doubt)).unwrap_or_default()
}

pub(super) fn tornado_figure(seen: Seen<'_>, options: TornadoOptions) -> Figure {
    let words = seen.words;
    let bars = bars(seen, options);
    let [offer, rival] = [options.offer, options.rival].map(|o| names(seen, &[o]));
    let title = words.with("tornado-title", &[("offer", &offer), ("rival", &rival)]);
    let moving: Vec<&Bar> = bars.iter().filter(|b| b.length() > 0.0).collect();
    if moving.is_empty() {
        return Figure { title, remark: words.t("tornado-none"), ..Figure::default() };
    }
    let flips = moving.iter().filter(|b| b.flips).count();
    let remark = words.choose(
        "tornado-flips",
        &[("count", u32::try_from(flips).unwrap_or(u32::MAX))],
        &[("offer", &offer), ("rival", &rival)],
    );
    let table = table(seen, &bars);
    let summary = format!("{remark} {}", table.in_words());
    Figure { title, scene: scene(seen, &moving, options), summary, table, remark, ..Figure::default() }
}

/// “Weight of Product”, “TCL: Price”.
fn cause_name(seen: Seen<'_>, cause: Cause) -> String {
    let Seen { comparison, words, .. } = seen;
    match cause {
        Cause::Quantity(quantity @ Quantity::Weight(_)) => {
            words.with("weight-of", &[("name", &quantity_name(comparison, words, quantity))])
        }
        Cause::Quantity(quantity) => quantity_name(comparison, words, quantity),
        Cause::Category { offer, criterion } => quantity_name(comparison, words, Quantity::Level { offer, criterion }),
    }
}

/// The two values between which a bar goes.
fn values(seen: Seen<'_>, bar: &Bar) -> [String; 2] {
    let Seen { comparison, words, .. } = seen;
    match (bar.cause, bar.values, bar.categories) {
        (Cause::Quantity(quantity), Some(ends), _) => ends.map(|x| value_text(comparison, words, quantity, x)),
        (Cause::Category { criterion, .. }, _, Some(ends)) => {
            let scale = comparison.criterion(criterion).map(|c| &c.scale);
            let name = |id: CategoryId| scale.and_then(|s| s.category(id)).map(|c| c.name.get(words.lang()).to_owned());
            ends.map(|id| name(id).unwrap_or_default())
        }
        _ => [column::UNKNOWN; 2].map(str::to_owned),
    }
}

fn scene(seen: Seen<'_>, bars: &[&Bar], options: TornadoOptions) -> Scene {
    let Seen { board, comparison, words } = seen;
    let drawn = &bars[..bars.len().min(BARS)];
    let cdv = &board.delivered.cdv;
    let now = cdv[options.offer] - cdv[options.rival];
    let ends = drawn.iter().flat_map(|b| b.reach).chain([0.0, now]);
    let [low, high] = ends.fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], x| [a.min(x), b.max(x)]);
    let width = options.width;
    let widest = drawn.iter().map(|bar| text_width(&cause_name(seen, bar.cause), FLIP)).fold(0.0, f32::max);
    let room = (widest + 8.0).min(width * 0.5);
    #[expect(clippy::cast_precision_loss, reason = "at most BARS")]
    let height = drawn.len() as f32 * ROW;
    let pad = 0.04 * (high - low);
    let plot = Plot::new([room, TOP, (width - room - 14.0).max(40.0), height], [low - pad, high + pad], [0.0, 1.0]);
    let mut scene = Scene { size: [width, plot.bottom() + 38.0], shapes: Vec::new() };
    plot.across(&mut scene, |x| signed(x, 0));
    let color = |offer: usize| Ink::Offer(comparison.offers[offer].color);
    for (i, bar) in drawn.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most BARS")]
        let top = TOP + i as f32 * ROW;
        let font = if bar.flips { FLIP } else { NAME };
        let name = cause_name(seen, bar.cause);
        scene.text([0.0, top + ROW / 2.0], Anchor::Start, cut(&name, font, room - 8.0), font, Ink::Text);
        let [from, to] = values(seen, bar);
        let leads = bar.lead.map(|lead| signed_figure(board, lead));
        let tip = words.with(
            "tornado-tip",
            &[("name", &name), ("from", &from), ("to", &to), ("low", &leads[0]), ("high", &leads[1])],
        );
        // Where the rival comes out ahead, the bar has the rival's colour.
        let [behind, ahead] = [[bar.reach[0], bar.reach[1].min(0.0)], [bar.reach[0].max(0.0), bar.reach[1]]];
        for ([from, to], ink) in [(behind, color(options.rival)), (ahead, color(options.offer))] {
            let [from, to] = [from, to].map(|x| plot.x.at(x));
            scene.rect([from, top + 4.0, to - from, ROW - 8.0], ink, tip.as_str());
        }
    }
    let bottom = plot.bottom();
    scene.line([plot.x.at(0.0), TOP - 4.0], [plot.x.at(0.0), bottom], Ink::Axis, 1.5);
    scene.polyline(vec![[plot.x.at(now), TOP - 4.0], [plot.x.at(now), bottom]], Ink::Text, 1.5, true);
    let [offer, rival] = [options.offer, options.rival].map(|o| names(seen, &[o]));
    let title = words.with("tornado-axis", &[("offer", &offer), ("rival", &rival)]);
    let title = cut(&title, SMALL, plot.rect[2] + 14.0);
    scene.text([plot.rect[0] + plot.rect[2] / 2.0, bottom + 27.0], Anchor::Middle, title, SMALL, Ink::Weak);
    if bars.len() > drawn.len() {
        let more = words.count("and-more", bars.len() - drawn.len());
        scene.text([0.0, bottom + 27.0], Anchor::Start, more, SMALL, Ink::Weak);
    }
    scene
}

fn head(seen: Seen<'_>) -> Vec<String> {
    let keys = ["table-doubt", "table-from", "table-to", "table-lead-from", "table-lead-to", "table-flips"];
    keys.map(|key| seen.words.t(key)).to_vec()
}

fn table(seen: Seen<'_>, bars: &[Bar]) -> Table {
    let Seen { board, words, .. } = seen;
    let row = |bar: &Bar| {
        let [from, to] = values(seen, bar);
        let [low, high] = bar.lead.map(|lead| signed_figure(board, lead));
        let flips = words.t(if bar.flips { "tornado-yes" } else { "tornado-no" });
        vec![cause_name(seen, bar.cause), from, to, low, high, flips]
    };
    Table { head: head(seen), rows: bars.iter().map(row).collect(), more: String::new() }.cut(words)
}

/// The bars for other programs.
pub(super) fn tornado_data(seen: Seen<'_>, options: TornadoOptions) -> Rows {
    let row = |bar: &Bar| {
        let [from, to] = bar.values.map_or_else(|| values(seen, bar), |ends| ends.map(exact));
        let [low, high] = bar.lead.map(exact);
        let flips = seen.words.t(if bar.flips { "tornado-yes" } else { "tornado-no" });
        vec![cause_name(seen, bar.cause), from, to, low, high, flips]
    };
    std::iter::once(head(seen)).chain(bars(seen, options).iter().map(row)).collect()
}

/// A doubt as it is put into an input: in per cent.
#[must_use]
pub fn doubt_text(part: f64) -> String {
    number((part * 1e4).round() / 100.0)
}
