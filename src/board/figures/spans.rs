//! What takes the place of weights in a money account: how much money every criterion can make.

use super::{Figure, Seen};
use crate::board::Rows;
use crate::board::tables::{Table, exact};
use crate::model::Leaf;
use crate::value::scale_amounts;
use crate::words::{number, shared_places};

/// A criterion with the least and the greatest amount of its scale, and the buyer's multiplier.
struct Span {
    name: String,
    least: f64,
    most: f64,
    times: f64,
}

impl Span {
    fn width(&self) -> f64 {
        (self.most - self.least) * self.times
    }
}

/// The criteria that are not money, widest span first.
fn spans(seen: Seen<'_>) -> Vec<Span> {
    let Seen { board, comparison, words } = seen;
    let leaves = board.compiled.leaves().iter().zip(&board.weighting.coefficients);
    let span = |(leaf, times): (&crate::value::CompiledLeaf, &f64)| {
        let Leaf::Criterion(id) = leaf.leaf else { return None };
        let criterion = comparison.criterion(id)?;
        let (least, most) = scale_amounts(&criterion.scale);
        Some(Span { name: criterion.name.get(words.lang()).to_owned(), least, most, times: *times })
    };
    let mut spans: Vec<Span> = leaves.filter_map(span).collect();
    spans.sort_by(|a, b| b.width().total_cmp(&a.width()));
    spans
}

fn head(seen: Seen<'_>) -> Vec<String> {
    let keys = ["table-criterion", "spans-least", "spans-most", "spans-times", "spans-span"];
    keys.map(|key| seen.words.t(key)).to_vec()
}

/// The table in place of the lines along a weight.
pub(super) fn spans_figure(seen: Seen<'_>) -> Figure {
    let spans = spans(seen);
    let currency = seen.comparison.header.currency;
    let places = shared_places(currency, spans.iter().flat_map(|span| [span.least, span.most, span.width()]));
    let money = |units: f64| seen.words.money_to(currency, units, places);
    let row = |span: &Span| {
        vec![span.name.clone(), money(span.least), money(span.most), number(span.times), money(span.width())]
    };
    let rows = spans.iter().map(row).collect();
    let table = Table { head: head(seen), rows, more: String::new() }.cut(seen.words);
    Figure {
        title: seen.words.t("spans-title"),
        summary: table.in_words(),
        table,
        remark: seen.words.t("weights-money"),
        ..Figure::default()
    }
}

/// The same for other programs.
pub(super) fn spans_data(seen: Seen<'_>) -> Rows {
    let row = |span: Span| {
        let figures = [span.least, span.most, span.times, span.width()].map(exact);
        std::iter::once(span.name).chain(figures).collect()
    };
    std::iter::once(head(seen)).chain(spans(seen).into_iter().map(row)).collect()
}
