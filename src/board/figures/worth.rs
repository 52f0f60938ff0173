//! What an offer is worth against another, step by step, in a money account: Kotler's way of setting a price.

use std::cmp::Ordering;

use super::charts::{Bar, lying_scene, signed_figure, step_name};
use super::{Figure, Seen};
use crate::board::Rows;
use crate::board::tables::{Table, exact};
use crate::chart::Ink;
use crate::model::{Account, Comparison, Dimension, Leaf};
use crate::value::{BridgeStep, TIE_TOLERANCE, bridge};

/// Which two offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorthOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer that it is held against.
    pub from: usize,
    /// Index of the offer whose worth it is.
    pub to: usize,
}

/// The worth of an offer against another: `same + Σ steps = total`, `total − cost = left`, in units of currency.
struct Worth {
    /// What an offer that is equal in all else is worth: the other's total cost.
    same: f64,
    /// What sets it apart besides money, criterion by criterion; those that are equal are left out.
    steps: Vec<BridgeStep>,
    /// At which total cost both would tie.
    total: f64,
    /// Its own total cost.
    cost: f64,
    /// What it delivers more.
    left: f64,
}

/// `None` in a points account, without money, or where one of the two is incomplete.
fn worth(seen: Seen<'_>, options: WorthOptions) -> Option<Worth> {
    let Seen { board, comparison, .. } = seen;
    if comparison.header.account != Account::Money {
        return None;
    }
    board.cdv(options.from)?;
    board.cdv(options.to)?;
    let cost = |offer: usize| {
        let minor = comparison.ownership_cost(comparison.offers.get(offer)?)?;
        Some(comparison.header.currency.units(minor))
    };
    let (same, cost) = (cost(options.from)?, cost(options.to)?);
    let all = bridge(&board.compiled, &board.weighting, options.from, options.to, true);
    let apart: Vec<BridgeStep> = all.steps.into_iter().filter(|step| step.leaf != Some(Leaf::Ownership)).collect();
    let total = same + apart.iter().map(|step| step.delta).sum::<f64>();
    let steps = apart.into_iter().filter(|step| step.delta.abs() > TIE_TOLERANCE).collect();
    Some(Worth { same, steps, total, cost, left: all.to - all.from })
}

/// True where nothing but the price is paid: it is then called so.
fn is_price_alone(comparison: &Comparison) -> bool {
    comparison.money_criteria().count() == 1
}

fn bars(seen: Seen<'_>, options: WorthOptions, worth: &Worth) -> Vec<Bar> {
    let Seen { board, comparison, words } = seen;
    let other = comparison.offers.get(options.from).map_or("", |o| o.name.get(words.lang()));
    let whole = |label, value, ink| {
        let text = signed_figure(board, value);
        Bar { label, from: 0.0, to: value, ink, text, exact: value }
    };
    let [same, price] = if is_price_alone(comparison) {
        ["worth-same", "worth-price"]
    } else {
        ["worth-same-cost", "worth-total-cost"]
    };
    let mut running = worth.same;
    let mut bars = vec![whole(words.with(same, &[("from", other)]), worth.same, Ink::Neutral)];
    for step in &worth.steps {
        let from = running;
        running += step.delta;
        let ink = if step.delta < 0.0 { Ink::Muted(step.dimension) } else { Ink::Dimension(step.dimension) };
        let (label, text) = (step_name(comparison, words, step), signed_figure(board, step.delta));
        bars.push(Bar { label, from, to: running, ink, text, exact: step.delta });
    }
    bars.push(whole(words.t("worth-total"), worth.total, Ink::Neutral));
    bars.push(Bar {
        label: words.t(price),
        from: worth.total,
        to: worth.left,
        ink: Ink::Muted(Dimension::Monetary),
        text: signed_figure(board, -worth.cost),
        exact: -worth.cost,
    });
    let left = words.t(if worth.left < 0.0 { "worth-short" } else { "worth-left" });
    bars.push(whole(left, worth.left, Ink::Accent));
    bars
}

pub(super) fn worth_figure(seen: Seen<'_>, options: WorthOptions) -> Figure {
    let Seen { board, comparison, words } = seen;
    let Some(worth) = worth(seen, options) else { return Figure::default() };
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang());
    let (to, from) = (name(options.to), name(options.from));
    let currency = comparison.header.currency;
    let title = words.with("worth-title", &[("to", to), ("from", from), ("unit", currency.code())]);
    let bars = bars(seen, options, &worth);
    let rows = bars.iter().map(|bar| vec![bar.label.clone(), bar.text.clone()]).collect();
    let head = vec![words.t("table-step"), currency.code().to_owned()];
    let table = Table { head, rows, more: String::new() };
    let key = match board.compare(options.to, options.from) {
        Ordering::Greater => "worth-sentence-more",
        Ordering::Less => "worth-sentence-less",
        Ordering::Equal => "worth-sentence-same",
    };
    let money = |units: f64| words.money(currency, units);
    let sentence = words.with(
        key,
        &[
            ("to", to),
            ("from", from),
            ("same", &money(worth.same)),
            ("worth", &money(worth.total)),
            ("price", &money(worth.cost)),
            ("left", &money(worth.left.abs())),
        ],
    );
    Figure {
        title,
        scene: lying_scene(&bars, options.width),
        summary: table.in_words(),
        table,
        sentences: vec![sentence],
        ..Figure::default()
    }
}

/// The steps for other programs.
pub(super) fn worth_data(seen: Seen<'_>, options: WorthOptions) -> Rows {
    let Some(worth) = worth(seen, options) else { return Rows::new() };
    let head = vec![seen.words.t("table-step"), seen.comparison.header.currency.code().to_owned()];
    let rows = bars(seen, options, &worth).into_iter().map(|bar| vec![bar.label, exact(bar.exact)]);
    std::iter::once(head).chain(rows).collect()
}
