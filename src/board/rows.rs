//! The rows of the matrix.

use super::figures::method_name;
use crate::model::{
    Account, Comparison, Criterion, CriterionId, Dimension, Leaf, Level, Member, Scale, Segment, Share, Side, WeightSet,
};
use crate::words::{Words, decimal, number, percent, shared_places};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Headline of a side.
    Side(Side),
    /// A dimension with its subtotal.
    Dimension(Dimension),
    /// The total cost of ownership, where several money criteria make it up.
    Ownership,
    /// A criterion.
    Criterion(CriterionId),
}

/// The weight that stands in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightCell {
    /// Whose weight.
    pub member: Member,
    /// The weight.
    pub share: Share,
    /// True where a sibling is free to give or take.
    pub movable: bool,
}

/// The real weight, where a what-if has another one.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightGhost {
    /// Share, 0…1: a part of the slider.
    pub part: f32,
    /// It in words.
    pub text: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it stands for.
    pub kind: RowKind,
    /// The dimension it belongs to; the first of the side for a headline.
    pub dimension: Dimension,
    /// Its name.
    pub name: String,
    /// The name in the other language, or the unit: shown quietly behind the name.
    pub quiet: String,
    /// What a pointer over the name reads.
    pub tip: String,
    /// Its weight.
    pub weight: Option<WeightCell>,
    /// Its weight as text.
    pub weight_text: String,
    /// The weight of a leaf within its whole side, g; empty where the row's own weight says it all.
    pub global_text: String,
    /// What a pointer over the weight reads: its part of the side, and the method it comes from.
    pub weight_tip: String,
    /// The weight comes from a method.
    pub is_weighed: bool,
    /// The real share, where a what-if has another one.
    pub ghost: Option<WeightGhost>,
    /// The leaf whose points its cells show; `None` for parts of the total cost of ownership.
    pub leaf: Option<Leaf>,
    /// Decimal places of the amounts in its cells; 0 where these are none.
    pub places: usize,
    /// What screen readers hear of its controls.
    pub labels: RowLabels,
}

/// What screen readers hear of the controls of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowLabels {
    /// Of its menu.
    pub menu: String,
    /// Of the slider of its weight.
    pub weight: String,
    /// Of the number of its weight.
    pub typed: String,
    /// Of its lock, while open and while closed.
    pub lock: [String; 2],
    /// Of a dimension, while unfolded and while folded.
    pub fold: [String; 2],
}

impl RowLabels {
    fn of(name: &str, words: &Words) -> Self {
        let say = |key: &str| words.with(key, &[("name", name)]);
        Self {
            menu: say("menu-of"),
            weight: say("weight-of"),
            typed: say("weight-typed"),
            lock: [say("weight-lock"), say("weight-unlock")],
            fold: [say("dimension-open"), say("dimension-folded")],
        }
    }
}

pub(super) fn rows(comparison: &Comparison, segment: &Segment, words: &Words) -> Vec<Row> {
    let mut rows = Vec::new();
    for side in Side::ALL {
        rows.push(side_row(side, words));
        for dimension in side.dimensions() {
            if comparison.header.dimensions[dimension.index()].hidden {
                continue;
            }
            rows.push(dimension_row(comparison, segment, dimension, words));
            rows.extend(leaf_rows(comparison, segment, dimension, words));
        }
    }
    for row in &mut rows {
        row.labels = RowLabels::of(&row.name, words);
        row.places = row_places(comparison, row);
        tell_weight(row, comparison, segment, words);
    }
    rows
}

/// Tells a weight's part of its whole side, and the method that it comes from.
fn tell_weight(row: &mut Row, comparison: &Comparison, segment: &Segment, words: &Words) {
    let Some(weight) = row.weight else { return };
    let mut lines = Vec::new();
    if matches!(weight.member, Member::Leaf(_)) {
        let global = segment.weights.dimension(row.dimension).share * weight.share.share;
        row.global_text = percent(global);
        lines.push(words.with("weight-global", &[("global", &row.global_text)]));
    }
    if let Some((_, method)) = comparison.set_of(weight.member).and_then(|set| segment.method_of(set)) {
        row.is_weighed = true;
        lines.push(words.with("weight-source", &[("method", &method_name(words, method))]));
    }
    row.weight_tip = lines.join("\n");
}

fn side_row(side: Side, words: &Words) -> Row {
    Row {
        kind: RowKind::Side(side),
        dimension: side.dimensions()[0],
        name: words.side(side),
        quiet: words.t(if side == Side::Value { "total-customer-value-twin" } else { "total-customer-cost-twin" }),
        tip: String::new(),
        weight: None,
        weight_text: String::new(),
        global_text: String::new(),
        weight_tip: String::new(),
        is_weighed: false,
        ghost: None,
        leaf: None,
        places: 0,
        labels: RowLabels::default(),
    }
}

fn dimension_row(comparison: &Comparison, segment: &Segment, dimension: Dimension, words: &Words) -> Row {
    let info = &comparison.header.dimensions[dimension.index()];
    let member = Member::Dimension(dimension);
    let weight = weight_cell(comparison, segment, member);
    let quiet = match &info.name {
        Some(name) => name.second(words.lang()).unwrap_or_default().to_owned(),
        None => words.t(&format!("dimension-{}-twin", dimension.key())),
    };
    Row {
        kind: RowKind::Dimension(dimension),
        dimension,
        name: words.dimension(dimension, info),
        quiet,
        tip: words.t(&format!("dimension-{}-about", dimension.key())),
        weight_text: weight.map_or_else(String::new, |w| percent(w.share.share)),
        global_text: String::new(),
        weight_tip: String::new(),
        is_weighed: false,
        ghost: None,
        weight,
        leaf: None,
        places: 0,
        labels: RowLabels::default(),
    }
}

fn leaf_rows(comparison: &Comparison, segment: &Segment, dimension: Dimension, words: &Words) -> Vec<Row> {
    let mut rows = Vec::new();
    for leaf in comparison.leaves_of(dimension) {
        match leaf {
            Leaf::Criterion(id) => rows.extend(comparison.criterion(id).map(|criterion| {
                let weight = weight_cell(comparison, segment, Member::Leaf(leaf));
                criterion_row(comparison, criterion, weight, Some(leaf), words)
            })),
            Leaf::Ownership => rows.extend(money_rows(comparison, segment, words)),
        }
    }
    rows
}

/// One amount paid once is its own leaf; several, or a yearly one, stand under their total.
fn money_rows(comparison: &Comparison, segment: &Segment, words: &Words) -> Vec<Row> {
    let criteria: Vec<&Criterion> = comparison.money_criteria().collect();
    let weight = weight_cell(comparison, segment, Member::Leaf(Leaf::Ownership));
    if let [only] = criteria.as_slice()
        && only.scale == (Scale::Money { paid: crate::model::Paid::Once })
    {
        return vec![criterion_row(comparison, only, weight, Some(Leaf::Ownership), words)];
    }
    let years = comparison.header.ownership.years;
    let total = Row {
        kind: RowKind::Ownership,
        dimension: Dimension::Monetary,
        name: words.t("ownership"),
        quiet: format!(
            "{} · {}",
            comparison.header.currency.sign().trim(),
            words.choose("ownership-years", &[("years", years)], &[])
        ),
        tip: words.t("ownership-about"),
        weight_text: weight.map_or_else(String::new, |w| percent(w.share.share)),
        global_text: String::new(),
        weight_tip: String::new(),
        is_weighed: false,
        ghost: None,
        weight,
        leaf: Some(Leaf::Ownership),
        places: 0,
        labels: RowLabels::default(),
    };
    let parts = criteria.into_iter().map(|c| criterion_row(comparison, c, None, None, words));
    std::iter::once(total).chain(parts).collect()
}

fn criterion_row(
    comparison: &Comparison,
    criterion: &Criterion,
    weight: Option<WeightCell>,
    leaf: Option<Leaf>,
    words: &Words,
) -> Row {
    let name = criterion.name.get(words.lang()).to_owned();
    let mut tip = match criterion.name.second(words.lang()) {
        Some(second) => format!("{name} · {second}"),
        None => name.clone(),
    };
    if !criterion.note.is_blank() {
        tip = format!("{tip}\n{}", criterion.note.get(words.lang()));
    }
    Row {
        kind: RowKind::Criterion(criterion.id),
        dimension: criterion.dimension,
        name,
        quiet: unit(comparison, &criterion.scale, words),
        tip,
        weight_text: weight.map_or_else(String::new, |w| percent(w.share.share)),
        global_text: String::new(),
        weight_tip: String::new(),
        is_weighed: false,
        ghost: None,
        weight,
        leaf,
        places: 0,
        labels: RowLabels::default(),
    }
}

/// What stands quietly behind the name of a criterion: its bounds, unit, or currency.
fn unit(comparison: &Comparison, scale: &Scale, words: &Words) -> String {
    let currency = comparison.header.currency.sign();
    match scale {
        Scale::Rating { low, high, .. } => format!("{}–{}", number(*low), number(*high)),
        Scale::Measure { unit, .. } => unit.get(words.lang()).to_owned(),
        Scale::Category { .. } => String::new(),
        Scale::Money { paid: crate::model::Paid::Once } => currency.trim().to_owned(),
        Scale::Money { paid: crate::model::Paid::Yearly } => words.with("unit-yearly", &[("sign", currency.trim())]),
    }
}

fn weight_cell(comparison: &Comparison, segment: &Segment, member: Member) -> Option<WeightCell> {
    if comparison.header.account == Account::Money {
        return None;
    }
    let set: WeightSet = comparison.set_of(member)?;
    let siblings = comparison.shares(segment, set);
    let (_, share) = *siblings.iter().find(|(m, _)| *m == member)?;
    let movable = !share.locked && siblings.iter().any(|(m, s)| *m != member && !s.locked);
    Some(WeightCell { member, share, movable })
}

/// An amount of the comparison's currency, from minor units.
pub(super) fn minor_text(comparison: &Comparison, minor: f64, places: usize) -> String {
    decimal(comparison.header.currency.units(minor), places)
}

/// The decimal places of the amounts of a row: of offers and of what is expected.
fn row_places(comparison: &Comparison, row: &Row) -> usize {
    let currency = comparison.header.currency;
    match row.kind {
        RowKind::Criterion(id) if comparison.criterion(id).is_some_and(|c| c.scale.is_money()) => {
            let expected = comparison.header.expectation.iter().map(|e| &e.levels);
            let held = comparison.offers.iter().map(|offer| &offer.levels).chain(expected);
            #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
            let units = held.filter_map(|levels| match levels.get(&id) {
                Some(Level::Money(minor)) => Some(currency.units(*minor as f64)),
                _ => None,
            });
            shared_places(currency, units)
        }
        RowKind::Ownership => {
            let totals = comparison.offers.iter().filter_map(|offer| comparison.ownership_cost(offer));
            shared_places(currency, totals.map(|minor| currency.units(minor)))
        }
        _ => 0,
    }
}
