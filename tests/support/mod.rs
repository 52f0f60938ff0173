//! Random sound comparisons and random edits, for any test: `mod support;`.
//!
//! A strategy draws a seed and a shape; everything else follows from the seed, so that a failure repeats from what
//! the test prints and shrinks to fewer offers and criteria.

#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of this")]

pub mod answers;
pub mod dice;
pub mod doubts;
pub mod edits;
pub mod expectation;

use dice::Dice;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use worthwhile::model::{
    Account, Beyond, Category, CategoryId, Comparison, ComparisonId, Criterion, CriterionId, Currency, Curve,
    Dimension, Header, IdSource, Leaf, Level, Member, Offer, OfferId, Ownership, Paid, Scale, Segment, SegmentId,
    Share, Side, Text, WeightSet, Workbook, blank_criterion, blank_offer, equalised, judge, leaf_of, nth,
};
use worthwhile::value::{Compiled, Delivered, Weighting};

/// The same cases in every run, and no files left behind. `WORTHWHILE_SEED=7` tries others, `WORTHWHILE_TIMES=20` more.
pub fn config(cases: u32) -> ProptestConfig {
    let given = |name: &str| std::env::var(name).ok().map(|given| given.parse::<u64>().expect(name));
    let seed = given("WORTHWHILE_SEED").unwrap_or(20_261_122);
    let cases = cases * given("WORTHWHILE_TIMES").map_or(1, |times| u32::try_from(times).expect("few enough times"));
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Default::default() }
}

/// How large a random comparison is, and of what kind.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub offers: usize,
    pub criteria: usize,
    pub segments: usize,
    pub account: Account,
    /// Chance that a level is missing.
    pub gaps: f64,
}

/// Comparisons of the given account with `offers` offers, 0…10 criteria and 1…3 segments.
pub fn comparisons(
    account: Account,
    offers: std::ops::RangeInclusive<usize>,
    gaps: f64,
) -> impl Strategy<Value = (Comparison, Dice)> {
    (offers, 0_usize..=10, 1_usize..=3, any::<u64>()).prop_map(move |(offers, criteria, segments, seed)| {
        let mut dice = Dice(seed);
        let shape = Shape { offers, criteria, segments, account, gaps };
        let comparison = comparison(&mut dice, &mut IdSource::starting_at(1), shape);
        (comparison, dice)
    })
}

/// Workbooks of 0…3 comparisons in either account, with gaps.
pub fn workbooks() -> impl Strategy<Value = (Workbook, Dice)> {
    (0_usize..=3, any::<u64>()).prop_map(|(count, seed)| {
        let mut dice = Dice(seed);
        let mut workbook = Workbook::default();
        for i in 0..count {
            let shape = any_shape(&mut dice);
            let mut one = comparison(&mut dice, &mut workbook.ids, shape);
            one.header.name = workbook.free_name(&one.header.name);
            one.header.position = if dice.chance(0.5) { nth(i) } else { i64::try_from(i).unwrap() };
            workbook.comparisons.push(one);
        }
        workbook.comparisons.sort_by_key(|c| (c.header.position, c.id()));
        (workbook, dice)
    })
}

/// A small shape of either account.
pub fn any_shape(dice: &mut Dice) -> Shape {
    Shape {
        offers: dice.below(5),
        criteria: dice.below(8),
        segments: 1 + dice.below(3),
        account: if dice.chance(0.3) { Account::Money } else { Account::Points },
        gaps: 0.1,
    }
}

/// What every offer delivers to `segment`.
pub fn delivered(comparison: &Comparison, segment: &Segment) -> (Compiled, Weighting, Delivered) {
    let compiled = Compiled::new(comparison);
    let weighting = Weighting::of(segment, &compiled);
    let mut out = Delivered::default();
    compiled.deliver(&weighting, &mut out);
    (compiled, weighting, out)
}

/// A random comparison that keeps every rule.
pub fn comparison(dice: &mut Dice, ids: &mut IdSource, shape: Shape) -> Comparison {
    let mut criteria: Vec<Criterion> = (0..shape.criteria)
        .map(|_| {
            let dimension = *dice.pick(&Dimension::ALL);
            criterion(dice, CriterionId(ids.fresh()), dimension, shape.account)
        })
        .collect();
    // Close or far apart, so that moving something does and does not renumber the others.
    let close = dice.chance(0.3);
    for (i, criterion) in criteria.iter_mut().enumerate() {
        criterion.position = if close { i64::try_from(i).unwrap() } else { nth(i) };
    }
    let price = criteria.iter().find(|c| c.scale == Scale::Money { paid: Paid::Once }).map(|c| c.id);
    let offers = (0..shape.offers)
        .map(|i| {
            let mut offer = offer(dice, OfferId(ids.fresh()), &criteria, shape.gaps);
            offer.position = if close { i64::try_from(i).unwrap() } else { nth(i) };
            offer
        })
        .collect();
    let mut comparison = Comparison {
        header: Header {
            id: ComparisonId(ids.fresh()),
            position: 0,
            name: name(dice),
            note: Text::default(),
            example: None,
            account: shape.account,
            currency: Currency::CNY,
            ownership: ownership(dice),
            dimensions: Default::default(),
            price,
            pins: Vec::new(),
            expectation: None,
            dismissed: Vec::new(),
        },
        criteria,
        offers,
        segments: Vec::new(),
        variants: Vec::new(),
    };
    comparison.segments = (0..shape.segments)
        .map(|i| {
            let mut segment = segment(dice, SegmentId(ids.fresh()), &comparison);
            segment.everyone = i == 0;
            segment.position = nth(i);
            segment
        })
        .collect();
    expectation::expect(dice, &mut comparison, shape.gaps);
    doubts::dismiss_some(dice, &mut comparison);
    comparison
}

/// A short name, often a twin.
pub fn name(dice: &mut Dice) -> Text {
    let number = dice.below(1_000_000);
    if dice.chance(0.5) {
        Text::twin(format!("Name {number}"), format!("名称 {number}"))
    } else {
        Text::Plain(number.to_string())
    }
}

/// A criterion with a random scale that its dimension and account take.
pub fn criterion(dice: &mut Dice, id: CriterionId, dimension: Dimension, account: Account) -> Criterion {
    Criterion { scale: scale(dice, dimension, account), ..blank_criterion(id, dimension, name(dice)) }
}

/// A random scale that a dimension and account take.
pub fn scale(dice: &mut Dice, dimension: Dimension, account: Account) -> Scale {
    if dimension == Dimension::Monetary && dice.chance(0.7) {
        return Scale::Money { paid: if dice.chance(0.7) { Paid::Once } else { Paid::Yearly } };
    }
    // Amounts of money need not stay within 0…100.
    let [low, high] = if account == Account::Points { [0.0, 100.0] } else { [-3000.0, 9000.0] };
    match dice.below(3) {
        0 if account == Account::Points => {
            let low = dice.between(-5.0, 5.0).round();
            let high = low + 1.0 + dice.between(0.0, 20.0).round();
            Scale::Rating { low, high, low_word: Text::default(), high_word: Text::default() }
        }
        0 | 1 => {
            let xs = ascending(dice, -10.0, 40.0);
            let points = xs.into_iter().map(|x| [x, dice.between(low, high)]).collect();
            Scale::Measure { unit: "km".into(), curve: Curve::new(points, beyond(dice)).unwrap() }
        }
        _ => {
            let count = 2 + u32::try_from(dice.below(4)).unwrap();
            let category = |i| Category::new(CategoryId(i), Text::Plain(format!("level {i}")), dice.between(low, high));
            let mut levels: Vec<Category> = (0..count).map(category).collect();
            if dice.chance(0.4) {
                let [one, other] = [0, 1].map(CategoryId);
                judge(&mut levels, one, other, Some(dice.between(0.2, 9.0)));
            }
            let random_index = if dice.chance(0.2) { vec![dice.between(0.1, 1.0)] } else { Vec::new() };
            Scale::Category { levels, random_index }
        }
    }
}

fn beyond(dice: &mut Dice) -> Beyond {
    if dice.chance(0.5) { Beyond::Straight } else { Beyond::Flat }
}

/// Two to five distinct numbers, at least 1/20 of the range apart: slopes stay far from what rounding blows up.
fn ascending(dice: &mut Dice, low: f64, high: f64) -> Vec<f64> {
    let mut cells: Vec<f64> = (0..=20).map(f64::from).collect();
    dice.shuffle(&mut cells);
    cells.truncate(2 + dice.below(4));
    cells.sort_by(f64::total_cmp);
    cells.into_iter().map(|cell| low + (high - low) * cell / 20.0).collect()
}

/// A random money scale that never falls, often with a plateau.
pub fn ownership(dice: &mut Dice) -> Ownership {
    let xs = ascending(dice, 0.0, 1_000_000.0);
    let mut y = 0.0;
    let points = xs
        .into_iter()
        .map(|x| {
            let point = [x, y];
            if dice.chance(0.7) {
                y += dice.between(1.0, 20.0);
            }
            point
        })
        .collect();
    Ownership {
        curve: Curve::new(points, beyond(dice)).unwrap(),
        years: 1 + u32::try_from(dice.below(8)).unwrap(),
        rate: *dice.pick(&[0.0, 0.03, 0.1, -0.02]),
    }
}

/// A level that fits the scale, sometimes outside its anchors, sometimes a round one so that offers tie.
pub fn level(dice: &mut Dice, scale: &Scale) -> Level {
    match scale {
        Scale::Rating { low, high, .. } => Level::Number(dice.between(*low, *high).round().clamp(*low, *high)),
        Scale::Measure { .. } => Level::Number(dice.between(-20.0, 60.0)),
        Scale::Category { levels, .. } => Level::Category(dice.pick(levels).id),
        Scale::Money { .. } if dice.chance(0.1) => Level::Money(*dice.pick(&[0, -5_000, 200_000])),
        Scale::Money { .. } => Level::Money(i64::try_from(dice.below(900_000)).unwrap()),
    }
}

/// An offer with levels on most criteria.
pub fn offer(dice: &mut Dice, id: OfferId, criteria: &[Criterion], gaps: f64) -> Offer {
    let mut offer = blank_offer(id, name(dice), dice.below(8));
    for criterion in criteria {
        if !dice.chance(gaps) {
            offer.levels.insert(criterion.id, level(dice, &criterion.scale));
        }
        if dice.chance(0.05) {
            offer.level_notes.insert(criterion.id, "seen in the shop".into());
        }
    }
    offer
}

/// A kind of buyer with random weights, some of them 0 and some locked.
pub fn segment(dice: &mut Dice, id: SegmentId, comparison: &Comparison) -> Segment {
    let mut segment = Segment { name: name(dice), everyone: false, ..Segment::everyone(id) };
    segment.cost_emphasis = if dice.chance(0.2) { *dice.pick(&[0.0, 1.0]) } else { dice.between(0.0, 4.0) };
    segment.size = dice.between(0.0, 100.0);
    segment.buys_nothing = dice.chance(0.3).then(|| dice.between(-40.0, 60.0));
    let sets = Side::ALL.map(WeightSet::Side).into_iter().chain(Dimension::ALL.map(WeightSet::Dimension));
    for set in sets {
        let members = comparison.members(set);
        for (member, share) in members.iter().zip(shares(dice, members.len())) {
            segment.weights.put(*member, share);
        }
    }
    if comparison.header.account == Account::Money {
        for criterion in comparison.criteria.iter().filter(|c| !c.scale.is_money()) {
            if dice.chance(0.3) {
                segment.weights.multipliers.insert(criterion.id, dice.between(0.0, 3.0));
            }
        }
    }
    for leaf in comparison.leaves().into_iter().flatten().filter(|_| comparison.header.account == Account::Points) {
        if let Some(range) = comparison.range_of(leaf).filter(|_| dice.chance(0.3)) {
            // Now and then another one than the scale has now.
            let by = *dice.pick(&[1.0, 1.0, 2.0, 0.5]);
            let [low, high] = range.map(|end| if leaf == Leaf::Ownership { (end * by).round() } else { end * by });
            segment.given_for.insert(leaf, [low, high]);
        }
    }
    segment
}

/// Shares that sum to 1.
pub fn shares(dice: &mut Dice, count: usize) -> Vec<Share> {
    let mut raw: Vec<f64> = (0..count).map(|_| if dice.chance(0.2) { 0.0 } else { dice.unit() }).collect();
    let sum: f64 = raw.iter().sum();
    if sum <= 0.0 {
        return equalised(&vec![Share::default(); count]).collect();
    }
    for share in &mut raw {
        *share /= sum;
    }
    raw.into_iter().map(|share| Share { share, locked: dice.chance(0.2) }).collect()
}

/// A set of weights that has members, and one of them.
pub fn member(dice: &mut Dice, comparison: &Comparison) -> Option<(WeightSet, Member)> {
    let criterion = comparison.criteria.get(dice.below(comparison.criteria.len().max(1)))?;
    Some(if dice.chance(0.5) {
        (WeightSet::Side(criterion.dimension.side()), Member::Dimension(criterion.dimension))
    } else {
        (WeightSet::Dimension(criterion.dimension), Member::Leaf(leaf_of(criterion)))
    })
}

/// True where a leaf of the comparison is its money.
pub fn has_money(comparison: &Comparison) -> bool {
    comparison.leaves_of(Dimension::Monetary).contains(&Leaf::Ownership)
}
