//! What the dialog of the account shows: both accounts, what a point is worth, and who would change ranks.

use super::tables::Table;
use crate::model::{Account, Comparison, Edit, Offer, Segment, SegmentId, VariantId};
use crate::value::{
    Compiled, Conversion, Delivered, RankMove, Refused, Target, Terms, Weighting, convert, money_anchors,
};
use crate::words::{Words, amount, decimal, decimal_input};

/// Changes of ranks, and rates of buyers, that are told one by one.
const TOLD_MAX: usize = 12;

/// What has to be stated for a conversion.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountStart {
    /// The account that it leads to.
    pub to: Account,
    /// True where something has to be stated at all: a money scale that bends, or a money scale to be made.
    pub asks: bool,
    /// What the inputs begin with: the total cost, or both ends of the money scale.
    pub typed: Vec<String>,
}

/// What a conversion would do.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountView {
    /// What is told of it, in sentences.
    pub lines: Vec<String>,
    /// CDV and rank of every offer, now and then; empty where it is refused.
    pub table: Table,
    /// Ranks that change, or that none does.
    pub moves: Vec<String>,
    /// Why it cannot be, and what to do; empty where it can.
    pub refused: String,
    /// What Convert does.
    pub edit: Option<Edit>,
}

/// The account that a comparison can go to, with what its inputs begin with.
#[must_use]
pub fn account_start(comparison: &Comparison) -> AccountStart {
    let currency = comparison.header.currency;
    // A stated amount has the digits of the currency.
    let typed = |units: f64| decimal_input(decimal(units, currency.exponent() as usize).parse().unwrap_or(units));
    match comparison.header.account {
        Account::Points => {
            let (at, straight) = match convert(comparison, Target::Money { at: None }).map(|c| c.terms) {
                Ok(Terms::Money { at, straight, .. }) => (at, straight),
                Err(Refused::NoSlope(at)) => (at, false),
                _ => (0.0, true),
            };
            AccountStart { to: Account::Money, asks: !straight, typed: vec![typed(at)] }
        }
        Account::Money => {
            let asks = comparison.money_criteria().next().is_some();
            AccountStart { to: Account::Points, asks, typed: money_anchors(comparison).map(typed).to_vec() }
        }
    }
}

/// What the conversion of `comparison` would do; its table is by the account of `segment`. `stated` are the amounts
/// typed, where any are asked for.
#[must_use]
pub fn account_view(comparison: &Comparison, segment: SegmentId, stated: Option<&[f64]>, words: &Words) -> AccountView {
    let target = match (comparison.header.account, stated) {
        (Account::Points, stated) => Target::Money { at: stated.and_then(|s| s.first().copied()) },
        (Account::Money, Some([low, high])) => Target::Points { anchors: Some([*low, *high]) },
        (Account::Money, _) => Target::Points { anchors: None },
    };
    match convert(comparison, target) {
        Ok(conversion) => told(comparison, segment, conversion, words),
        Err(why) => AccountView {
            lines: Vec::new(),
            table: Table::default(),
            moves: Vec::new(),
            refused: refusal(comparison, &why, words),
            edit: None,
        },
    }
}

fn told(comparison: &Comparison, segment: SegmentId, conversion: Conversion, words: &Words) -> AccountView {
    let mut lines = rates(comparison, &conversion, words);
    lines.extend(terms(comparison, conversion.terms, words));
    if !conversion.ratings.is_empty() {
        lines.push(words.count("account-ratings", conversion.ratings.len()));
    }
    if !comparison.variants.is_empty() {
        lines.push(words.count("account-variants", comparison.variants.len()));
    }
    if comparison.segments.len() > 1 {
        lines.push(words.with("account-table-of", &[("buyer", &buyer(comparison, segment, words))]));
    }
    let mut moves = moves(comparison, &conversion.moves, words);
    let named = |id: &VariantId| comparison.variant(*id).map(|v| v.name.get(words.lang()));
    moves.extend(
        conversion
            .moved_variants
            .iter()
            .filter_map(named)
            .take(TOLD_MAX)
            .map(|name| words.with("account-moves-in-variant", &[("name", name)])),
    );
    let more = conversion.moved_variants.len().saturating_sub(TOLD_MAX);
    moves.extend((more > 0).then(|| words.count("and-more", more)));
    let table = table([comparison, &conversion.comparison], segment, words);
    let (id, converted) = (comparison.id(), Box::new(conversion.comparison));
    let edit = Some(Edit::ConvertAccount { comparison: id, converted });
    AccountView { lines, table, moves, refused: String::new(), edit }
}

/// “One point of delivered value is worth ¥50.00.”
fn rates(comparison: &Comparison, conversion: &Conversion, words: &Words) -> Vec<String> {
    let worth = |k: f64| words.money(comparison.header.currency, k);
    match conversion.rates.as_slice() {
        [only] => vec![words.with("account-k", &[("amount", &worth(only.amount))])],
        all => {
            let line = |(rate, buyer): (_, String)| {
                let rate: &crate::value::Rate = rate;
                words.with("account-k-of", &[("buyer", &buyer), ("amount", &worth(rate.amount))])
            };
            let named = all.iter().map(|rate| (rate, buyer(comparison, rate.segment, words)));
            let more = all.len().saturating_sub(TOLD_MAX);
            let more = (more > 0).then(|| words.count("and-more", more));
            named.take(TOLD_MAX).map(line).chain(more).collect()
        }
    }
}

fn terms(comparison: &Comparison, terms: Terms, words: &Words) -> Vec<String> {
    let money = |units: f64| words.money(comparison.header.currency, units);
    match terms {
        Terms::Money { straight: true, .. } => vec![words.t("account-straight")],
        Terms::Money { at, .. } => vec![words.with("account-bent", &[("at", &money(at))])],
        Terms::Points { anchors: [low, high] } => {
            vec![words.with("account-anchors", &[("low", &money(low)), ("high", &money(high))])]
        }
    }
}

fn buyer(comparison: &Comparison, segment: SegmentId, words: &Words) -> String {
    comparison.segment(segment).map(|s| s.name.get(words.lang()).to_owned()).unwrap_or_default()
}

fn moves(comparison: &Comparison, moves: &[RankMove], words: &Words) -> Vec<String> {
    if moves.is_empty() {
        return vec![words.t("account-same-ranks")];
    }
    let rank = |rank: u32| if rank == 0 { super::column::UNKNOWN.to_owned() } else { rank.to_string() };
    let line = |m: &RankMove| {
        let offer = comparison.offer(m.offer).map_or("", |o: &Offer| o.name.get(words.lang()));
        words.with(
            "account-move",
            &[
                ("buyer", &buyer(comparison, m.segment, words)),
                ("offer", offer),
                ("before", &rank(m.before)),
                ("after", &rank(m.after)),
            ],
        )
    };
    let more = moves.len().saturating_sub(TOLD_MAX);
    let more = (more > 0).then(|| words.count("and-more", more));
    moves.iter().take(TOLD_MAX).map(line).chain(more).collect()
}

/// CDV and rank of every offer for a kind of buyer, now and then.
fn table(states: [&Comparison; 2], segment: SegmentId, words: &Words) -> Table {
    let head = ["table-offer", "account-cdv-now", "account-cdv-then", "account-rank-now", "account-rank-then"];
    let offers = &states[0].offers;
    let states = states.map(|of| (of, delivered(of, segment)));
    let row = |(i, offer): (usize, &Offer)| {
        let figure =
            |(of, delivered): &(&Comparison, Delivered)| match (delivered.complete.get(i), delivered.cdv.get(i)) {
                (Some(true), Some(cdv)) => figure(of, *cdv),
                _ => super::column::UNKNOWN.to_owned(),
            };
        let rank = |(_, delivered): &(&Comparison, Delivered)| match delivered.rank.get(i) {
            None | Some(0) => super::column::UNKNOWN.to_owned(),
            Some(rank) => rank.to_string(),
        };
        let [cdvs, ranks] = [states.each_ref().map(figure), states.each_ref().map(rank)];
        std::iter::once(offer.name.get(words.lang()).to_owned()).chain(cdvs).chain(ranks).collect()
    };
    let rows = offers.iter().enumerate().map(row).collect();
    Table { head: head.map(|key| words.t(key)).to_vec(), rows, more: String::new() }.cut(words)
}

fn figure(of: &Comparison, cdv: f64) -> String {
    match of.header.account {
        Account::Points => decimal(cdv, 1),
        Account::Money => amount(of.header.currency, cdv),
    }
}

fn delivered(of: &Comparison, segment: SegmentId) -> Delivered {
    let mut delivered = Delivered::default();
    if let Some(segment) = of.segment(segment) {
        let compiled = Compiled::new(of);
        compiled.deliver(&Weighting::of(segment, &compiled), &mut delivered);
    }
    delivered
}

/// Why it cannot be, and what to do.
fn refusal(comparison: &Comparison, why: &Refused, words: &Words) -> String {
    let of = |key: &str, segment: SegmentId| words.with(key, &[("buyer", &buyer(comparison, segment, words))]);
    match why {
        Refused::Already => words.t("account-refused-already"),
        Refused::NoMoney => words.t("account-refused-no-money"),
        Refused::NoMoneyWeight(segment) => of("account-refused-no-weight", *segment),
        Refused::NoCostEmphasis(segment) => of("account-refused-no-emphasis", *segment),
        Refused::NoSlope(at) => {
            words.with("account-refused-no-slope", &[("at", &words.money(comparison.header.currency, *at))])
        }
        Refused::NoValueWorth(segment) => of("account-refused-no-value", *segment),
        Refused::CostEmphasis(segment) => words.with(
            "account-refused-emphasis",
            &[("buyer", &buyer(comparison, *segment, words)), ("most", &decimal(Segment::COST_EMPHASIS_MAX, 0))],
        ),
        Refused::Anchors => words.t("account-refused-anchors"),
        Refused::OutOfRange(criterion) => {
            let name = comparison.criterion(*criterion).map_or("", |c| c.name.get(words.lang()));
            words.with("account-refused-amounts", &[("name", name)])
        }
        Refused::BuyerOutOfRange(segment) => of("account-refused-numbers", *segment),
        Refused::Variant(variant, why) => {
            let kept = comparison.variant(*variant);
            let name = kept.map_or("", |v| v.name.get(words.lang()));
            let layered = kept.map(|v| v.of(comparison));
            let why = refusal(layered.as_ref().unwrap_or(comparison), why, words);
            words.with("account-refused-variant", &[("name", name), ("why", &why)])
        }
    }
}
