//! Break-even prices, and the agreement of the two accounts.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use support::{comparisons, delivered};
use worthwhile::model::{
    Account, Beyond, Category, Comparison, Curve, Dimension, Leaf, Level, Offer, Scale, Segment, Weights, check,
};
use worthwhile::value::{Root, TIE_TOLERANCE, Weighting, break_even_price, solve};

/// Two CDVs tie to this, relative to what goes into them: rounding of a few dozen terms.
const TIE: f64 = 1e-9;
/// k·CDV + constant: the constant of every offer, relative to the largest amount.
const SAME_CONSTANT: f64 = 1e-6;
/// Prices looked at between two searched roots.
const SCAN: u32 = 300;

/// CDV of `offer` − CDV of `rival` at a price in units, straight from the definitions.
fn lead(comparison: &Comparison, segment: &Segment, offer: usize, rival: usize, price: f64) -> f64 {
    let (compiled, weighting, out) = delivered(comparison, segment);
    let header = &comparison.header;
    let per_unit = 1.0 / header.currency.units(1.0);
    let today = comparison.ownership_cost(&comparison.offers[offer]).unwrap();
    let moved = today + (price - price_of(comparison, offer)) * per_unit;
    let worth = |minor: f64| match header.account {
        Account::Points => header.ownership.curve.at(minor),
        Account::Money => minor / per_unit,
    };
    let leaf = compiled.index_of(Leaf::Ownership).unwrap();
    let coefficient = weighting.cost_emphasis * weighting.coefficients[leaf];
    out.cdv[offer] - coefficient * (worth(moved) - worth(today)) - out.cdv[rival]
}

fn price_of(comparison: &Comparison, offer: usize) -> f64 {
    comparison.price_units(&comparison.offers[offer]).unwrap()
}

/// What a tie of these two may be off by: the figures that enter, at least 1.
fn tie(comparison: &Comparison, segment: &Segment, offers: [usize; 2]) -> f64 {
    let (.., out) = delivered(comparison, segment);
    TIE * offers.iter().flat_map(|&o| [out.tcv[o].abs(), segment.cost_emphasis * out.tcc[o].abs()]).fold(1.0, f64::max)
}

fn holds(root: Root, price: f64, slack: f64) -> bool {
    match root {
        Root::At(at) => (at - price).abs() <= slack,
        Root::Between { from, to } => (from - slack..=to + slack).contains(&price),
    }
}

fn either_account() -> impl Strategy<Value = (Comparison, Dice)> {
    prop_oneof![comparisons(Account::Points, 2..=5, 0.02), comparisons(Account::Money, 2..=5, 0.02)]
}

proptest! {
    #![proptest_config(support::config(300))]

    #[test]
    fn at_every_root_they_tie_and_nowhere_else((comparison, mut dice) in either_account()) {
        let segment = dice.pick(&comparison.segments);
        let offers = comparison.offers.len();
        let ours = dice.below(offers);
        let rival = (ours + 1 + dice.below(offers - 1)) % offers;
        let (compiled, _, out) = delivered(&comparison, segment);
        let roots = break_even_price(&comparison, segment, &compiled, ours, rival);
        let askable = comparison.price_units(&comparison.offers[ours]).is_some()
            && comparison.ownership_cost(&comparison.offers[ours]).is_some()
            && out.complete[ours] && out.complete[rival];
        prop_assert_eq!(roots.is_some(), askable);
        let Some(roots) = roots else { return Ok(()) };

        let at = |price: f64| lead(&comparison, segment, ours, rival, price);
        let tie = tie(&comparison, segment, [ours, rival]);
        let mut reach = 20_000.0_f64;
        for root in &roots {
            let (from, to) = match *root { Root::At(x) => (x, x), Root::Between { from, to } => (from, to) };
            prop_assert!(from >= 0.0 && from <= to);
            reach = reach.max(2.0 * from);
            for price in [from, to.min(from + 1e6), f64::midpoint(from, to.min(from + 1e6))] {
                prop_assert!(at(price).abs() <= tie, "{root:?}: the lead is {} at {price}", at(price));
            }
        }
        // Dearer is never better, so ties are one place or one stretch.
        prop_assert!(roots.len() <= 1, "{roots:?}");
        let prices: Vec<f64> = (0..=SCAN).map(|i| reach * f64::from(i) / f64::from(SCAN)).collect();
        for pair in prices.windows(2) {
            let (a, b) = (at(pair[0]), at(pair[1]));
            if a > tie && b < -tie {
                let inside = f64::midpoint(pair[0], pair[1]);
                let slack = (pair[1] - pair[0]) / 2.0;
                prop_assert!(roots.iter().any(|r| holds(*r, inside, slack)), "a tie in {pair:?}, found {roots:?}");
            }
            // Well inside the tolerance of a tie, at any price, there is a root at hand.
            if a.abs() <= TIE_TOLERANCE / 1e3 {
                prop_assert!(roots.iter().any(|r| holds(*r, pair[0], 0.01)), "a tie at {}, found {roots:?}", pair[0]);
            }
        }
    }

    #[test]
    fn roots_of_any_curve_are_all_found(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let Scale::Measure { curve, .. } = support::scale(&mut Dice(seed | 1), Dimension::Product, Account::Points)
        else { return Ok(()) };
        let y = if dice.chance(0.4) { dice.pick(curve.points())[1] } else { dice.between(-50.0, 150.0) };
        let from = dice.between(-30.0, 30.0);
        let roots = solve(&curve, y, from, TIE);
        for root in &roots {
            let (a, b) = match *root { Root::At(x) => (x, x), Root::Between { from, to } => (from, to) };
            prop_assert!(a >= from && a <= b);
            for x in [a, b.min(a + 1e3)] {
                prop_assert!((curve.at(x) - y).abs() <= TIE * curve.at(x).abs().max(1.0), "{root:?}");
            }
        }
        for pair in roots.windows(2) {
            prop_assert!(matches!(pair, [a, b] if a.nearest(f64::MAX) < b.nearest(f64::MIN)), "in order: {roots:?}");
        }
        // Every control point at that height, and every crossing between two places, is in a root.
        for point in curve.points().iter().filter(|p| p[0] >= from && (p[1] - y).abs() <= TIE) {
            prop_assert!(roots.iter().any(|r| holds(*r, point[0], TIE)), "{point:?} in {roots:?}");
        }
        let step = |i: u32| from + 150.0 * f64::from(i) / f64::from(SCAN);
        for i in 0..SCAN {
            let (a, b) = (step(i), step(i + 1));
            if (curve.at(a) - y) * (curve.at(b) - y) < 0.0 {
                let slack = (b - a) / 2.0 + TIE;
                prop_assert!(roots.iter().any(|r| holds(*r, f64::midpoint(a, b), slack)), "{a}…{b}: {roots:?}");
            }
        }
    }

    #[test]
    fn with_a_linear_money_scale_both_accounts_agree((mut comparison, mut dice) in comparisons(Account::Points, 2..=6, 0.0)) {
        let span_minor = dice.between(10_000.0, 900_000.0).round();
        comparison.header.ownership.curve = Curve::line([5_000.0, 0.0], [5_000.0 + span_minor, 100.0]).unwrap();
        let mut segment = dice.pick(&comparison.segments).clone();
        segment.everyone = true;
        comparison.segments = vec![segment];
        let segment = &comparison.segments[0];
        let (compiled, weighting, points) = delivered(&comparison, segment);
        let Some(leaf) = compiled.index_of(Leaf::Ownership) else { return Ok(()) };
        let denominator = 100.0 * weighting.cost_emphasis * weighting.coefficients[leaf];
        // A weight near nothing makes k endless and leaves only rounding.
        prop_assume!(denominator > 1.0);
        let k = comparison.header.currency.units(span_minor) / denominator;

        // What was found to be no problem was found so of another comparison.
        comparison.header.dismissed.clear();
        let twin = money_twin(&comparison, &weighting, &compiled, k);
        prop_assert_eq!(check(&twin), Ok(()));
        let (money_compiled, _, money) = delivered(&twin, &twin.segments[0]);
        let constants: Vec<f64> = (0..compiled.offers()).map(|o| money.cdv[o] - k * points.cdv[o]).collect();
        let largest = money.cdv.iter().chain(&money.tcc).fold(1.0_f64, |m, v| m.max(v.abs()));
        for constant in &constants {
            prop_assert!((constant - constants[0]).abs() <= SAME_CONSTANT * largest, "k = {k}: {constants:?}");
        }
        // So the question of the price has one answer in both.
        let answer = |comparison: &Comparison, compiled| {
            break_even_price(comparison, &comparison.segments[0], compiled, 0, 1).map(|roots| roots.first().copied())
        };
        match (answer(&comparison, &compiled), answer(&twin, &money_compiled)) {
            (Some(Some(Root::At(a))), Some(Some(Root::At(b)))) => {
                prop_assert!((a - b).abs() <= SAME_CONSTANT * largest, "{a} {b}");
            }
            // A price near 0 may be found on one side of it only.
            (Some(Some(Root::At(near))), Some(None)) | (Some(None), Some(Some(Root::At(near)))) => {
                prop_assert!(near <= SAME_CONSTANT * largest);
            }
            (a, b) => prop_assert_eq!(a, b),
        }
    }
}

/// The same comparison in money: every other contribution times k, money at face value.
fn money_twin(
    comparison: &Comparison,
    weighting: &Weighting,
    compiled: &worthwhile::value::Compiled,
    k: f64,
) -> Comparison {
    let mut twin = comparison.clone();
    twin.header.account = Account::Money;
    for criterion in &mut twin.criteria {
        let Some(leaf) = compiled.index_of(Leaf::Criterion(criterion.id)) else { continue };
        let emphasis = if criterion.dimension.side().sign() < 0.0 { weighting.cost_emphasis } else { 1.0 };
        let factor = k * emphasis * weighting.coefficients[leaf];
        let scaled = |points: &[[f64; 2]], beyond| {
            Curve::new(points.iter().map(|[x, y]| [*x, y * factor]).collect(), beyond).unwrap()
        };
        criterion.scale = match &criterion.scale {
            Scale::Rating { low, high, .. } => {
                Scale::Measure { unit: "marks".into(), curve: scaled(&[[*low, 0.0], [*high, 100.0]], Beyond::Straight) }
            }
            Scale::Measure { unit, curve } => {
                Scale::Measure { unit: unit.clone(), curve: scaled(curve.points(), curve.beyond()) }
            }
            Scale::Category { levels, .. } => {
                Scale::named(levels.iter().map(|c| Category { points: c.points * factor, ..c.clone() }).collect())
            }
            Scale::Money { paid } => Scale::Money { paid: *paid },
        };
    }
    twin.segments[0].weights = Weights { ..comparison.segments[0].weights.clone() };
    twin
}

/// Two offers alike but for the price, both priced `minor`.
fn twins(minor: i64) -> Comparison {
    let mut ids = worthwhile::model::IdSource::starting_at(1);
    let mut comparison = worthwhile::model::new_comparison(&mut ids, "Test".into());
    let criteria = comparison.criteria.clone();
    for offer in &mut comparison.offers {
        fill(offer, &criteria, minor);
    }
    comparison
}

fn fill(offer: &mut Offer, criteria: &[worthwhile::model::Criterion], minor: i64) {
    for criterion in criteria {
        let level = if criterion.scale.is_money() { Level::Money(minor) } else { Level::Number(3.3) };
        offer.levels.insert(criterion.id, level);
    }
}

#[test]
fn equal_offers_tie_at_the_same_price_even_if_both_are_free() {
    for minor in [0, 1, 7, 123_457] {
        let comparison = twins(minor);
        let segment = comparison.everyone().unwrap();
        let (compiled, ..) = delivered(&comparison, segment);
        let roots = break_even_price(&comparison, segment, &compiled, 0, 1).unwrap();
        let [Root::At(price)] = roots[..] else { panic!("{minor}: {roots:?}") };
        assert!((price - price_of(&comparison, 0)).abs() <= 1e-6, "{price}");
    }
}

#[test]
fn a_root_that_rounding_put_below_the_first_price_is_kept() {
    let line = Curve::line([1.0, 10.0], [4.0, 70.0]).unwrap();
    assert_eq!(solve(&line, -10.0 - TIE / 2.0, 0.0, TIE), [Root::At(0.0)]);
    assert_eq!(solve(&line, -10.0 - 2.0 * TIE, 0.0, TIE), []);
}

#[test]
fn a_plateau_of_the_money_scale_is_a_range_of_prices() {
    let mut comparison = twins(300_000);
    let points = vec![[0.0, 0.0], [200_000.0, 50.0], [400_000.0, 50.0], [500_000.0, 100.0]];
    comparison.header.ownership.curve = Curve::new(points, Beyond::Flat).unwrap();
    let segment = comparison.everyone().unwrap();
    let (compiled, ..) = delivered(&comparison, segment);
    let roots = break_even_price(&comparison, segment, &compiled, 0, 1).unwrap();
    assert_eq!(roots, [Root::Between { from: 2000.0, to: 4000.0 }]);
    assert!((roots[0].nearest(price_of(&comparison, 0)) - 3000.0).abs() <= TIE);
    assert_eq!(break_even_price(&comparison, segment, &compiled, 0, 0), None, "an offer is no rival of itself");
}
