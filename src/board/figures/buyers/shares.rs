//! Shares of preference: which part of every kind of buyer would choose which offer.

use super::{BuyersOptions, COLUMNS_MAX, SEGMENTS_MAX, delivered, offer_name, pictured, segment_name};
use crate::board::Rows;
use crate::board::column::UNKNOWN;
use crate::board::figures::{Figure, Seen};
use crate::board::tables::{Table, exact};
use crate::chart::{Anchor, Font, Ink, Scene, cut, text_width};
use crate::value::Segments;
use crate::words::{number, percent};

const NAME: Font = Font { size: 11.0, bold: false };
const ALL: Font = Font { size: 11.0, bold: true };
const PART: Font = Font { size: 10.0, bold: true };
const BAR: f32 = 16.0;
const STEP: f32 = 38.0;

/// One bar: a kind of buyer, or all of them.
struct Bar {
    name: String,
    /// “μ 0.1”; nothing for all.
    beside: String,
    shares: Vec<Option<f64>>,
    /// The part that buys nothing; none where everybody buys.
    nothing: Option<f64>,
    is_all: bool,
}

fn bars(seen: Seen<'_>, segments: &Segments) -> Vec<Bar> {
    let mut bars: Vec<Bar> = seen
        .comparison
        .segments
        .iter()
        .zip(segments.all())
        .map(|(segment, of)| Bar {
            name: segment_name(seen, segment).to_owned(),
            beside: format!("μ {}", number(segment.sharpness)),
            shares: of.preference(),
            nothing: of.nothing(),
            is_all: false,
        })
        .collect();
    if bars.len() > 1 {
        let shares = segments.preference();
        let nothing = segments.nothing();
        bars.push(Bar { name: seen.words.t("buyers-all"), beside: String::new(), shares, nothing, is_all: true });
    }
    bars
}

fn has_nothing(bars: &[Bar]) -> bool {
    bars.iter().any(|bar| bar.nothing.is_some())
}

fn share_text(share: Option<f64>) -> String {
    share.map_or_else(|| UNKNOWN.to_owned(), percent)
}

/// Shares of preference of every buyer as stacked bars.
pub(in crate::board) fn shares_figure(seen: Seen<'_>, options: BuyersOptions) -> Figure {
    let words = seen.words;
    let title = words.t("buyers-shares");
    let segments = delivered(seen);
    let bars = bars(seen, &segments);
    if !bars.iter().any(|bar| bar.shares.iter().flatten().next().is_some()) {
        return Figure { title, remark: words.t("chart-empty"), ..Figure::default() };
    }
    let table = table(seen, &bars);
    let scene = scene(seen, &bars, &pictured(seen, &segments), options.width);
    let remark = words.t("buyers-shares-about");
    Figure { title, scene, summary: table.in_words(), table, remark, ..Figure::default() }
}

/// The bars that a table has room for: the last, all buyers, always.
fn columns(bars: &[Bar]) -> impl Iterator<Item = &Bar> {
    bars.iter().enumerate().filter(|(i, bar)| *i < COLUMNS_MAX || bar.is_all).map(|(_, bar)| bar)
}

fn table(seen: Seen<'_>, bars: &[Bar]) -> Table {
    let words = seen.words;
    let mut sharpness = vec![words.t("buyers-sharpness")];
    sharpness.extend(columns(bars).map(|bar| bar.beside.trim_start_matches("μ ").to_owned()));
    let row = |offer: usize| {
        let shares = columns(bars).map(|bar| share_text(bar.shares[offer]));
        std::iter::once(offer_name(seen, offer).to_owned()).chain(shares).collect()
    };
    let offers = (0..seen.comparison.offers.len()).map(row);
    let nothing = has_nothing(bars).then(|| {
        let shares = columns(bars).map(|bar| share_text(bar.nothing));
        std::iter::once(words.t("buyers-nothing")).chain(shares).collect()
    });
    Table {
        head: std::iter::once(words.t("table-offer")).chain(columns(bars).map(|bar| bar.name.clone())).collect(),
        rows: std::iter::once(sharpness).chain(offers).chain(nothing).collect(),
        more: String::new(),
    }
    .cut(words)
}

/// Shares of preference of every offer for every buyer, and among all, for other programs.
pub(in crate::board) fn shares_data(seen: Seen<'_>) -> Rows {
    let bars = bars(seen, &delivered(seen));
    let head = std::iter::once(seen.words.t("table-offer")).chain(bars.iter().map(|bar| bar.name.clone())).collect();
    let row = |offer: usize| {
        let shares = bars.iter().map(|bar| bar.shares[offer].map_or_else(String::new, exact));
        std::iter::once(offer_name(seen, offer).to_owned()).chain(shares).collect()
    };
    let nothing = has_nothing(&bars).then(|| {
        let shares = bars.iter().map(|bar| bar.nothing.map_or_else(String::new, exact));
        std::iter::once(seen.words.t("buyers-nothing")).chain(shares).collect()
    });
    std::iter::once(head).chain((0..seen.comparison.offers.len()).map(row)).chain(nothing).collect()
}

fn scene(seen: Seen<'_>, bars: &[Bar], offers: &[usize], width: f32) -> Scene {
    let mut scene = Scene { size: [width, 0.0], shapes: Vec::new() };
    let mut y = 0.0;
    for (i, bar) in bars.iter().enumerate().filter(|(i, bar)| *i < SEGMENTS_MAX || bar.is_all) {
        if bar.is_all && i > 0 {
            scene.line([0.0, y + 1.0], [width, y + 1.0], Ink::Grid, 1.0);
            y += 4.0;
        }
        let font = if bar.is_all { ALL } else { NAME };
        let beside = text_width(&bar.beside, NAME);
        scene.text([0.0, y + 9.0], Anchor::Start, cut(&bar.name, font, width - beside - 10.0), font, Ink::Text);
        scene.text([width, y + 9.0], Anchor::End, bar.beside.as_str(), NAME, Ink::Weak);
        draw_bar(&mut scene, seen, bar, offers, [y + 17.0, width]);
        y += STEP;
    }
    scene.size[1] = legend(&mut scene, seen, offers, y + 2.0, width);
    if has_nothing(bars) {
        let at = scene.size[1] + 4.0;
        scene.rect([0.0, at - 4.0, 8.0, 8.0], Ink::Grid, "");
        scene.text([11.0, at], Anchor::Start, seen.words.t("buyers-nothing"), NAME, Ink::Weak);
        scene.size[1] += 14.0;
    }
    scene
}

/// The parts of one bar; what is not drawn by itself is one grey part.
fn draw_bar(scene: &mut Scene, seen: Seen<'_>, bar: &Bar, offers: &[usize], [top, width]: [f32; 2]) {
    #[expect(clippy::cast_possible_truncation, reason = "a part of a bar of some hundred pixels")]
    let long = |share: f64| share as f32 * width;
    let mut x = 0.0;
    for &offer in offers {
        let Some(share) = bar.shares[offer] else { continue };
        let text = percent(share);
        let tip = seen
            .words
            .with("buyers-tip", &[("offer", offer_name(seen, offer)), ("buyer", &bar.name), ("figure", &text)]);
        let color = seen.comparison.offers[offer].color;
        scene.rect([x, top, long(share), BAR], Ink::Offer(color), tip);
        if text_width(&text, PART) + 6.0 <= long(share) {
            let middle = [x + long(share) / 2.0, top + BAR / 2.0];
            scene.text(middle, Anchor::Middle, text, PART, Ink::OnOffer(color));
        }
        x += long(share);
        scene.line([x, top], [x, top + BAR], Ink::Background, 1.0);
    }
    let known = bar.shares.iter().flatten().next().is_some();
    if !known {
        scene.text([0.0, top + BAR / 2.0], Anchor::Start, UNKNOWN, NAME, Ink::Weak);
        return;
    }
    // What buys nothing ends the bar, lighter than what buys another offer.
    let end = width - bar.nothing.map_or(0.0, long);
    if end - x > 1.0 {
        scene.rect([x, top, end - x, BAR], Ink::Neutral, seen.words.t("buyers-other-offers"));
    }
    if let Some(share) = bar.nothing {
        let (name, text) = (seen.words.t("buyers-nothing"), percent(share));
        let tip = seen.words.with("buyers-tip", &[("offer", &name), ("buyer", &bar.name), ("figure", &text)]);
        scene.rect([end, top, width - end, BAR], Ink::Grid, tip);
        if text_width(&text, PART) + 6.0 <= width - end {
            let middle = [end + (width - end) / 2.0, top + BAR / 2.0];
            scene.text(middle, Anchor::Middle, text, PART, Ink::Weak);
        }
    }
}

/// Dots and names in as many rows as they need; gives back where they end.
fn legend(scene: &mut Scene, seen: Seen<'_>, offers: &[usize], top: f32, width: f32) -> f32 {
    let (mut x, mut y) = (0.0, top + 8.0);
    for &offer in offers {
        let name = cut(offer_name(seen, offer), NAME, width - 14.0);
        let long = 14.0 + text_width(&name, NAME);
        if x > 0.0 && x + long > width {
            (x, y) = (0.0, y + 16.0);
        }
        scene.circle([x + 4.0, y], 3.5, Ink::Offer(seen.comparison.offers[offer].color), false, "");
        scene.text([x + 11.0, y], Anchor::Start, name, NAME, Ink::Weak);
        x += long + 10.0;
    }
    y + 10.0
}
