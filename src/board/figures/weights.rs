//! CDV against one weight.

use super::charts::signed_figure;
use super::lines::{Chart, Mark, drawn, lines_data, lines_scene, names, tie_tip, tied_today, y_at};
use super::spans::{spans_data, spans_figure};
use super::{Figure, Seen};
use crate::board::Rows;
use crate::board::quantity::{quantity_name, value_text};
use crate::board::tables::Table;
use crate::model::{Account, Member, Segment, Share};
use crate::value::{Case, Crossings, Delivered, Piece, Quantity, Stretch, Sweep, Weighting, envelope_of, wins_of};

/// Which weight, and how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightsOptions {
    /// Width of the picture.
    pub width: f32,
    /// A weight, or λ.
    pub quantity: Quantity,
    /// The set as it was when a drag began: its ratios hold all along, also past 100 %.
    pub start: Option<Vec<(Member, Share)>>,
    /// The values shown, where a drag keeps them.
    pub range: Option<[f64; 2]>,
}

/// λ is shown at least up to here.
const EMPHASIS_SHOWN: f64 = 2.0;
/// Crossings beyond this λ do not stretch the axis.
const EMPHASIS_FAR: f64 = 20.0;

/// The lines along a weight.
struct Along {
    offers: Vec<usize>,
    pieces: Vec<Piece>,
    winners: Vec<Stretch>,
    /// Who wins now.
    winner: Option<usize>,
    range: [f64; 2],
    today: f64,
}

/// The lines, with the ratios of the siblings as they were when a drag began.
fn along(seen: Seen<'_>, options: &WeightsOptions) -> Option<Along> {
    let real = seen.case()?;
    let today = Sweep::new(real, options.quantity)?.today?;
    let mut segment: Segment = real.segment.clone();
    for (member, share) in options.start.iter().flatten() {
        segment.weights.put(*member, *share);
    }
    let weighting = Weighting::of(&segment, real.compiled);
    let mut delivered = Delivered::default();
    real.compiled.deliver(&weighting, &mut delivered);
    let case = Case { segment: &segment, weighting: &weighting, delivered: &delivered, ..real };
    let sweep = Sweep::new(case, options.quantity)?;
    let offers = sweep.offers();
    let pieces = sweep.cdv_pieces(&offers);
    let winners = envelope_of(&pieces, &offers);
    let range = options.range.unwrap_or_else(|| shown_range(&sweep, &winners, today));
    Some(Along { offers, pieces, winners, winner: real.winner(), range, today })
}

/// All of a weight's range; of λ as much as something happens in.
fn shown_range(sweep: &Sweep<'_>, winners: &[Stretch], today: f64) -> [f64; 2] {
    if sweep.quantity != Quantity::CostEmphasis {
        return [sweep.low, sweep.high];
    }
    let flips = winners.iter().skip(1).map(|s| 1.25 * s.from).filter(|x| *x <= EMPHASIS_FAR);
    let high = flips.fold(EMPHASIS_SHOWN.max(2.0 * today), f64::max);
    [sweep.low, high.min(sweep.high)]
}

pub(super) fn weights_figure(seen: Seen<'_>, options: &WeightsOptions) -> Figure {
    let Seen { board, comparison, words } = seen;
    if comparison.header.account == Account::Money {
        return spans_figure(seen);
    }
    let name = quantity_name(comparison, words, options.quantity);
    let title = words.with(
        if options.quantity == Quantity::CostEmphasis { "weights-title-emphasis" } else { "weights-title" },
        &[("name", &name)],
    );
    let remark = |key: &str| Figure { title: title.clone(), remark: words.t(key), ..Figure::default() };
    if board.ranked().next().is_none() {
        return remark("chart-empty");
    }
    let Some(along) = along(seen, options) else { return remark("weights-stuck") };
    if along.offers.is_empty() {
        return remark("weights-incomparable");
    }
    let leading = along.winners.iter().flat_map(|s| s.winners.iter().copied());
    let shown = drawn(board, &along.offers, leading);
    let x_label = |x: f64| value_text(comparison, words, options.quantity, x);
    let crossings = crossings(&along, &shown);
    let marks = leading_ties(seen, &along, options.quantity);
    let dot = |[a, b]: [usize; 2], x: f64| {
        let y = along.offers.iter().position(|o| *o == a).map_or(0.0, |place| y_at(&along.pieces, place, x));
        Mark { x, y, label: String::new(), tip: tie_tip(seen, &[a, b], &x_label(x), y) }
    };
    let stays = reign(&along);
    let chart = Chart {
        seen,
        width: options.width,
        pieces: &along.pieces,
        offers: &along.offers,
        shown,
        bold: along.winner,
        range: along.range,
        shaded: stays.into_iter().collect(),
        today: Some(along.today),
        marks,
        dots: crossings.iter().map(|(x, pair)| dot(*pair, *x)).collect(),
        x_label: &x_label,
        x_title: words.with(
            if options.quantity == Quantity::CostEmphasis { "weights-axis-emphasis" } else { "weights-axis" },
            &[("name", &name)],
        ),
    };
    let (scene, plot) = lines_scene(&chart);
    let table = table(seen, &along, &crossings, options.quantity);
    let whose = match options.quantity {
        Quantity::CostEmphasis => "λ".to_owned(),
        _ => words.with("weights-weight", &[("name", &name)]),
    };
    let remark = stays_in_words(seen, &along, stays, &whose, options.quantity);
    let tied = along.winner.map(|winner| tied_today(seen, winner)).unwrap_or_default();
    let remark = if tied.is_empty() { remark } else { format!("{tied} {remark}") };
    Figure {
        title,
        summary: format!("{remark} {}", table.in_words()),
        scene,
        plot: Some(plot),
        table,
        remark,
        ..Figure::default()
    }
}

/// Every crossing of the offers that are drawn, ascending.
fn crossings(along: &Along, shown: &[usize]) -> Vec<(f64, [usize; 2])> {
    let offers: Vec<usize> = shown.iter().map(|&place| along.offers[place]).collect();
    let only = |piece: &Piece| Piece { lines: shown.iter().map(|&place| piece.lines[place]).collect(), ..*piece };
    let pieces: Vec<Piece> = along.pieces.iter().map(only).collect();
    let found = Crossings::of_pieces(&pieces, &offers, None).crossing;
    let mut all: Vec<(f64, [usize; 2])> = found.iter().map(|c| (c.x, [c.a as usize, c.b as usize])).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

/// Where one winner follows another, nearest to today first.
fn leading_ties(seen: Seen<'_>, along: &Along, quantity: Quantity) -> Vec<Mark> {
    let mark = |pair: &[Stretch]| {
        let x = pair[1].from;
        let mut both = [pair[0].winners.as_slice(), pair[1].winners.as_slice()].concat();
        both.sort_unstable();
        both.dedup();
        let place = along.offers.iter().position(|o| pair[1].winners.contains(o)).unwrap_or_default();
        let y = y_at(&along.pieces, place, x);
        let label = value_text(seen.comparison, seen.words, quantity, x);
        Mark { x, y, tip: tie_tip(seen, &both, &label, y), label }
    };
    let mut marks: Vec<Mark> = along.winners.windows(2).map(mark).collect();
    marks.sort_by(|a, b| (a.x - along.today).abs().total_cmp(&(b.x - along.today).abs()));
    marks
}

/// Where today's winner stays one around today's value.
fn reign(along: &Along) -> Option<(f64, f64)> {
    let slack = 1e-9 * along.today.abs().max(1.0);
    let wins = wins_of(&along.winners, along.winner?);
    wins.into_iter().find(|(from, to)| from - slack <= along.today && along.today <= to + slack)
}

/// “TCL stays the best while the weight of Monetary is at least 41.7%.”
fn stays_in_words(seen: Seen<'_>, along: &Along, stays: Option<(f64, f64)>, name: &str, quantity: Quantity) -> String {
    let Seen { comparison, words, .. } = seen;
    let Some((winner, (from, to))) = along.winner.zip(stays) else { return words.t("weights-unjudged") };
    let ends = [along.pieces.first().map_or(0.0, |p| p.from), along.pieces.last().map_or(1.0, |p| p.to)];
    let winner = names(seen, &[winner]);
    let value = |x: f64| value_text(comparison, words, quantity, x);
    let key = match (from <= ends[0], to >= ends[1]) {
        (true, true) => "weights-stay-always",
        (true, false) => "weights-stay-to",
        (false, true) => "weights-stay-from",
        (false, false) => "weights-stay-between",
    };
    words.with(key, &[("offer", &winner), ("name", name), ("from", &value(from)), ("to", &value(to))])
}

/// Today, and every crossing with who is best from there on.
fn table(seen: Seen<'_>, along: &Along, crossings: &[(f64, [usize; 2])], quantity: Quantity) -> Table {
    let Seen { board, comparison, words } = seen;
    let head = ["table-tie", "table-weight", "cdv", "table-best-from"].map(|key| words.t(key)).to_vec();
    let best = |x: f64| along.winners.iter().rfind(|s| s.from <= x).map_or(&[][..], |s| s.winners.as_slice());
    let row = |x: f64, who: String, of: &[usize], then: String| {
        let place = along.offers.iter().position(|o| of.contains(o)).unwrap_or_default();
        let cdv = signed_figure(board, y_at(&along.pieces, place, x));
        (x, vec![who, value_text(comparison, words, quantity, x), cdv, then])
    };
    let today = best(along.today);
    let mut rows = vec![row(along.today, words.t("table-today"), today, names(seen, today))];
    for (x, pair) in crossings {
        let leads = along
            .winners
            .iter()
            .skip(1)
            .any(|s| (s.from - x).abs() <= 1e-12 && pair.iter().any(|o| s.winners.contains(o)));
        let then = if leads { names(seen, best(*x)) } else { String::new() };
        rows.push(row(*x, names(seen, pair), pair, then));
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    Table { head, rows: rows.into_iter().map(|(_, row)| row).collect(), more: String::new() }.cut(words)
}

/// CDV of every offer at both ends, today and at every crossing of those that are drawn.
pub(super) fn weights_data(seen: Seen<'_>, options: &WeightsOptions) -> Rows {
    if seen.comparison.header.account == Account::Money {
        return spans_data(seen);
    }
    let Some(along) = along(seen, options) else { return Rows::new() };
    let leading = along.winners.iter().flat_map(|s| s.winners.iter().copied());
    let shown = drawn(seen.board, &along.offers, leading);
    let xs = crossings(&along, &shown).into_iter().map(|(x, _)| x).chain([along.today]).collect();
    let head = quantity_name(seen.comparison, seen.words, options.quantity);
    lines_data(seen, &along.pieces, &along.offers, head, xs)
}
