//! CDV against the price of one offer.

use super::charts::signed_figure;
use super::lines::{Chart, Mark, drawn, lines_data, lines_scene, names, tie_tip, y_at};
use super::{Figure, Seen};
use crate::board::quantity::price_text;
use crate::board::tables::Table;
use crate::board::{Rows, column};
use crate::value::{PriceLines, PriceTie, Root, price_lines};

/// Which price, and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer whose price varies.
    pub offer: usize,
    /// The prices shown, where a drag keeps them; else those at which something happens.
    pub range: Option<[f64; 2]>,
}

fn lines(seen: Seen<'_>, offer: usize) -> Option<PriceLines> {
    price_lines(seen.case()?, offer)
}

pub(super) fn price_figure(seen: Seen<'_>, options: PriceOptions) -> Figure {
    let Seen { board, comparison, words } = seen;
    let remark = |key: &str| Figure { title: words.t("price-page-title"), remark: words.t(key), ..Figure::default() };
    if comparison.header.price.is_none() {
        return remark("price-none");
    }
    if board.ranked().next().is_none() {
        return remark("chart-empty");
    }
    let Some(lines) = lines(seen, options.offer) else { return remark("price-unknown") };
    let own = lines.offers.iter().position(|&o| o == options.offer).unwrap_or_default();
    let rivals = lines.ties.iter().filter(|tie| !tie.roots.is_empty()).map(|tie| tie.rival);
    let winners = lines.winners.iter().flat_map(|s| s.winners.iter().copied());
    let shown = drawn(board, &lines.offers, std::iter::once(options.offer).chain(winners).chain(rivals));
    let x_label = |x: f64| price_text(comparison, words, x);
    let name = names(seen, &[options.offer]);
    let chart = Chart {
        seen,
        width: options.width,
        pieces: &lines.pieces,
        offers: &lines.offers,
        marks: marks(seen, &lines, &shown, own),
        shown,
        bold: Some(options.offer),
        range: options.range.unwrap_or_else(|| range(seen, &lines)),
        shaded: lines.wins.clone(),
        today: lines.today,
        dots: Vec::new(),
        x_label: &x_label,
        x_title: words.with("price-axis", &[("offer", &name)]),
    };
    let (scene, plot) = lines_scene(&chart);
    let table = table(seen, &lines, own);
    let remark = wins_in_words(seen, &lines);
    Figure {
        title: words.with("price-title", &[("offer", &name)]),
        summary: format!("{remark} {}", table.in_words()),
        scene,
        plot: Some(plot),
        table,
        remark,
        ..Figure::default()
    }
}

/// The prices at which something happens: the scale's anchors, today's prices and the ties that are not far off.
fn range(seen: Seen<'_>, lines: &PriceLines) -> [f64; 2] {
    let comparison = seen.comparison;
    let others = comparison.offers.iter().enumerate().filter(|(o, _)| *o != lines.offer);
    let mut at: Vec<f64> = others.filter_map(|(_, offer)| comparison.price_units(offer)).collect();
    // The bends of the money scale, as prices of this offer.
    at.extend(lines.pieces.iter().map(|p| p.to).filter(|x| x.is_finite()));
    at.extend(lines.today);
    let ends = |at: &[f64]| at.iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], x| [a.min(*x), b.max(*x)]);
    let [low, high] = ends(&at);
    let near = high.max(0.0) + 2.0 * (high - low).max(1.0);
    at.extend(lines.ties.iter().flat_map(|t| &t.roots).map(|r| r.nearest(lines.today.unwrap_or(0.0))));
    at.retain(|x| x.is_finite() && *x <= near);
    let [low, high] = ends(&at);
    if low > high {
        return [0.0, 1.0];
    }
    let pad = 0.1 * (high - low).max(0.1 * high.abs()).max(1.0);
    let least = lines.pieces.first().map_or(0.0, |p| p.from);
    [(low - pad).max(least), high + pad]
}

fn root_text(seen: Seen<'_>, root: Root) -> String {
    let price = |x: f64| price_text(seen.comparison, seen.words, x);
    match root {
        Root::At(x) => price(x),
        Root::Between { from, to } if to.is_finite() => {
            seen.words.with("price-between", &[("from", &price(from)), ("to", &price(to))])
        }
        Root::Between { from, .. } => seen.words.with("price-from", &[("from", &price(from))]),
    }
}

/// Ties with the offers that are drawn, nearest to today's price first.
fn marks(seen: Seen<'_>, lines: &PriceLines, shown: &[usize], own: usize) -> Vec<Mark> {
    let today = lines.today.unwrap_or(0.0);
    let is_shown = |tie: &&PriceTie| shown.iter().any(|&place| lines.offers[place] == tie.rival);
    let mut marks: Vec<Mark> = Vec::new();
    for tie in lines.ties.iter().filter(is_shown) {
        for root in &tie.roots {
            let x = match *root {
                Root::At(x) => x,
                Root::Between { from, .. } => from,
            };
            let label = root_text(seen, *root);
            let y = y_at(&lines.pieces, own, x);
            let tip = tie_tip(seen, &[lines.offer, tie.rival], &label, y);
            marks.push(Mark { x, y, label, tip });
        }
    }
    marks.sort_by(|a, b| (a.x - today).abs().total_cmp(&(b.x - today).abs()));
    marks
}

fn table(seen: Seen<'_>, lines: &PriceLines, own: usize) -> Table {
    let Seen { board, comparison, words } = seen;
    let head = ["table-rival", "price-tie", "price-against-today", "cdv"].map(|key| words.t(key)).to_vec();
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang()).to_owned();
    let unknown = column::UNKNOWN;
    let row = |tie: &PriceTie| {
        let none = vec![name(tie.rival), words.t("price-never"), unknown.to_owned(), unknown.to_owned()];
        let found = tie.roots.iter().map(|root| {
            let x = root.nearest(lines.today.unwrap_or(0.0));
            let apart = lines.today.map_or(unknown.to_owned(), |today| {
                let text = price_text(comparison, words, x - today);
                if x > today { format!("+{text}") } else { text }
            });
            let cdv = signed_figure(board, y_at(&lines.pieces, own, x));
            vec![name(tie.rival), root_text(seen, *root), apart, cdv]
        });
        if tie.roots.is_empty() { vec![none] } else { found.collect() }
    };
    Table { head, rows: lines.ties.iter().flat_map(row).collect(), more: String::new() }.cut(words)
}

/// “TCL delivers the most up to a price of ¥3,219.”
fn wins_in_words(seen: Seen<'_>, lines: &PriceLines) -> String {
    let Seen { comparison, words, .. } = seen;
    let name = names(seen, &[lines.offer]);
    let price = |x: f64| price_text(comparison, words, x);
    if lines.offers.len() < 2 {
        return words.with("price-alone", &[("offer", &name)]);
    }
    let least = lines.pieces.first().map_or(0.0, |p| p.from);
    match lines.wins.as_slice() {
        [] => words.with("price-wins-never", &[("offer", &name)]),
        [(from, to)] if *from <= least && to.is_infinite() => words.with("price-wins-always", &[("offer", &name)]),
        [(from, to)] if *from <= least => words.with("price-wins-to", &[("offer", &name), ("price", &price(*to))]),
        stretches => {
            let part = |(from, to): &(f64, f64)| root_text(seen, Root::Between { from: *from, to: *to });
            let parts: Vec<String> = stretches.iter().map(part).collect();
            words.with("price-wins-in", &[("offer", &name), ("ranges", &words.list(&parts))])
        }
    }
}

/// CDV of every offer at every price at which a line bends or two tie.
pub(super) fn price_data(seen: Seen<'_>, options: PriceOptions) -> Rows {
    let Some(lines) = lines(seen, options.offer) else { return Rows::new() };
    let roots = lines.ties.iter().flat_map(|t| &t.roots).flat_map(|root| match *root {
        Root::At(x) => [x, x],
        Root::Between { from, to } => [from, to],
    });
    let xs = roots.chain(lines.today).chain(options.range.unwrap_or_else(|| range(seen, &lines)));
    let xs = xs.filter(|x| x.is_finite()).collect();
    let head = seen.words.with("price-axis", &[("offer", &names(seen, &[options.offer]))]);
    lines_data(seen, &lines.pieces, &lines.offers, head, xs)
}
