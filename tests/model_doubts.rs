//! Laws of dismissed findings, and of weights that one criterion gives to another.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use support::{comparisons, doubts};
use worthwhile::model::{
    Account, Beyond, Comparison, CriterionId, Currency, Curve, Difference, Dimension, Doubt, Edit, EditError, IdSource,
    Lang, Leaf, Level, Member, OfferId, Scale, Segment, Text, Variant, VariantId, WeightSet, Workbook, check,
    differences, inverse, overlay,
};
use worthwhile::value::lint::{Finding, findings, sorted};
use worthwhile::value::{Compiled, Prepared};

/// A weight is a product of two shares that are made up anew.
const ROUNDING: f64 = 1e-12;

fn alone(comparison: &Comparison) -> Workbook {
    Workbook { comparisons: vec![comparison.clone()], ids: IdSource::starting_at(1_000_000) }
}

fn after(comparison: &Comparison, edit: &Edit) -> Result<Comparison, EditError> {
    let mut workbook = alone(comparison);
    let changes = edit.changes(&workbook)?;
    workbook.apply(&changes);
    let done = workbook.comparisons[0].clone();
    workbook.apply(&inverse(&changes));
    assert_eq!(workbook.comparisons[0], *comparison, "undo gives back what was");
    Ok(done)
}

/// Effective weights of all leaves with the dimension they stand under.
fn effective(comparison: &Comparison, segment: &Segment) -> Vec<(Leaf, f64)> {
    let compiled = Compiled::new(comparison);
    let of = |leaf: Leaf| {
        let dimension = comparison.dimension_of(leaf).unwrap();
        segment.weights.dimension(dimension).share * segment.weights.leaf(leaf).share
    };
    compiled.leaves().iter().map(|l| (l.leaf, of(l.leaf))).collect()
}

/// A leaf of the comparison, where it has any.
fn leaf(dice: &mut Dice, comparison: &Comparison) -> Option<Leaf> {
    let leaves: Vec<Leaf> = comparison.leaves().into_iter().flatten().collect();
    leaves.get(dice.below(leaves.len().max(1))).copied()
}

// --- by hand -------------------------------------------------------------------------------------------------------

fn example(name: &str) -> Comparison {
    let example = worthwhile::examples::find(name).unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn found(comparison: &Comparison) -> Vec<Finding> {
    findings(Prepared::new(comparison, comparison.everyone().unwrap()).case())
}

/// What is not dismissed.
fn open(comparison: &Comparison) -> Vec<Finding> {
    sorted(Prepared::new(comparison, comparison.everyone().unwrap()).case()).open
}

fn criterion(comparison: &Comparison, name: &str) -> CriterionId {
    comparison.criteria.iter().find(|c| c.name.get(Lang::En) == name).unwrap().id
}

fn set_level(comparison: &mut Comparison, offer: usize, name: &str, level: f64) {
    let id = criterion(comparison, name);
    comparison.offers[offer].levels.insert(id, Level::Number(level));
}

fn assert_near(a: &[f64], b: &[f64]) {
    assert!(a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= ROUNDING), "{a:?} and {b:?}");
}

/// What somebody holds to be no problem stays so while it is about the same: it comes back with another scale, with one
/// more offer, and with another rival, and goes on being no problem where there is less of it.
#[test]
fn what_is_dismissed_comes_back_when_what_it_is_about_changes() {
    let dismissed = |comparison: &Comparison, at: usize| {
        let doubt = found(comparison)[at].doubt(Prepared::new(comparison, comparison.everyone().unwrap()).case());
        after(comparison, &Edit::Dismiss { comparison: comparison.id(), doubt: doubt.unwrap() }).unwrap()
    };
    let sorted = |comparison: &Comparison| {
        let sorted = sorted(Prepared::new(comparison, comparison.everyone().unwrap()).case());
        (sorted.open.len(), sorted.dismissed.len())
    };
    let both = dismissed(&dismissed(&example("televisions"), 0), 1);
    assert_eq!(sorted(&both), (0, 2));

    // Levels beyond the scale: of one offer, then of two; then the scale itself is another.
    let mut outside = both.clone();
    set_level(&mut outside, 0, "Warranty", 8.0);
    set_level(&mut outside, 1, "Warranty", 8.0);
    assert!(matches!(found(&outside)[0], Finding::Outside { .. }));
    let mut outside = dismissed(&outside, 0);
    let rest = sorted(&outside).0;
    set_level(&mut outside, 1, "Warranty", 5.0);
    assert_eq!(sorted(&outside).0, rest, "one of two");
    let curve = Curve::new(vec![[0.0, 0.0], [7.0, 100.0]], Beyond::Straight).unwrap();
    let scale = Scale::Measure { unit: "years".into(), curve };
    let warranty = criterion(&outside, "Warranty");
    let wider = Edit::SetScale { comparison: outside.id(), criterion: warranty, scale };
    let wider = after(&outside, &wider).unwrap();
    assert!(matches!(open(&wider)[0], Finding::Outside { .. }), "another scale");
    set_level(&mut outside, 1, "Warranty", 8.0);
    set_level(&mut outside, 2, "Warranty", 8.0);
    assert!(matches!(open(&outside)[0], Finding::Outside { .. }), "one more offer");

    // Changhong is beaten by TCL, and by a copy of TCL that stands before it: by whom it was is asked first.
    let mut beaten = example("televisions");
    beaten.offers[3].levels = beaten.offers[0].levels.clone();
    set_level(&mut beaten, 3, "Features", 6.0);
    let is_dominated = |f: &Finding| matches!(f, Finding::Dominated { .. });
    let at = found(&beaten).iter().position(is_dominated).unwrap();
    let mut beaten = dismissed(&beaten, at);
    assert!(!open(&beaten).iter().any(is_dominated));
    let mut copy = beaten.offers[0].clone();
    (copy.id, copy.position) = (OfferId(9999), -1);
    beaten.offers.insert(0, copy);
    assert!(!open(&beaten).iter().any(is_dominated));
    let tcl = beaten.offers[1].id;
    let without = after(&beaten, &Edit::RemoveOffer { comparison: beaten.id(), offer: tcl }).unwrap();
    assert!(open(&without).iter().any(is_dominated), "who beat it is gone");
}

/// Service weighs 25 %: warranty 60 % and delivery 40 % of it, 15 % and 10 % of value; the brand weighs 20 %.
#[test]
fn one_criterion_takes_the_weight_of_another_by_hand() {
    let comparison = example("televisions");
    let leaf = |name| Leaf::Criterion(criterion(&comparison, name));
    let segment = comparison.everyone().unwrap().id;
    let moved = |from, to| {
        let edit = Edit::MoveWeight { comparison: comparison.id(), segment, from: leaf(from), to: Some(leaf(to)) };
        after(&comparison, &edit).unwrap()
    };
    let share = |of: &Comparison, name| of.everyone().unwrap().weights.leaf(leaf(name)).share;
    let within = moved("Delivery and installation", "Warranty");
    assert_near(&[share(&within, "Warranty"), share(&within, "Delivery and installation")], &[1.0, 0.0]);
    // Between dimensions: service keeps 10 %, image has 20 % + 15 %.
    let between = moved("Warranty", "Brand and store image");
    let dimension = |d| between.everyone().unwrap().weights.dimension(d).share;
    let dimensions = [Dimension::Product, Dimension::Service, Dimension::Personnel, Dimension::Image].map(dimension);
    assert_near(&dimensions, &[0.4, 0.1, 0.15, 0.35]);
    assert_near(&[share(&between, "Warranty"), share(&between, "Delivery and installation")], &[0.0, 1.0]);
}
/// The money scale goes from 2,000 to 5,000 in yuan and in yen: what was said of it stays said, in a variant too, and
/// where a what-if alone takes the other currency.
#[test]
fn what_is_dismissed_about_money_stays_so_in_another_currency() {
    let real = example("televisions");
    let (comparison, offer) = (real.id(), real.offers[1].id);
    let outside = |anchors| Doubt::OutsideScale { leaf: Leaf::Ownership, offers: [offer].into(), anchors, flat: false };
    let wide = |anchors| Doubt::WideScale { leaf: Leaf::Ownership, anchors };
    let of_yuan = [outside([200_000.0, 500_000.0]), wide([200_000.0, 500_000.0])];
    let of_yen = [outside([2_000.0, 5_000.0]), wide([2_000.0, 5_000.0])];
    let dismissed =
        |of: &Comparison, doubt: &Doubt| after(of, &Edit::Dismiss { comparison, doubt: doubt.clone() }).unwrap();
    let one = dismissed(&real, &of_yuan[0]);
    let both = dismissed(&one, &of_yuan[1]);
    let mut with = one.clone();
    with.variants.push(Variant {
        id: VariantId(7777),
        position: 0,
        name: Text::from("wide is fine"),
        reason: Text::default(),
        parent: None,
        differences: differences(&one, &both),
    });
    let to_yen = Edit::SetCurrency { comparison, currency: Currency::new("JPY").unwrap() };
    let yen = after(&with, &to_yen).unwrap();
    assert_eq!(yen.header.dismissed, of_yen[..1]);
    let shown = yen.variants[0].of(&yen);
    assert_eq!(shown.header.dismissed, of_yen);
    assert_eq!(differences(&yen, &shown), yen.variants[0].differences, "it says the same as before");
    // A what-if in yen over a real case in yuan: nothing about findings is its own.
    let layered = after(&both, &to_yen).unwrap();
    let kept = differences(&both, &layered);
    assert!(matches!(kept.as_slice(), [Difference::Structure(s)] if s.dismissed.is_none()), "{kept:?}");
    assert_eq!(overlay(&both, &kept).header.dismissed, of_yen);
    // One that dismisses something of its own says both in yen; brought back in the real case, it is back there too.
    let kept = differences(&one, &layered);
    assert_eq!(overlay(&one, &kept).header.dismissed, of_yen);
    let back = after(&one, &Edit::BringBack { comparison, doubt: of_yuan[0].clone() }).unwrap();
    assert_eq!(overlay(&back, &kept).header.dismissed, of_yen[1..]);
}

// --- laws ----------------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn what_is_dismissed_is_covered_until_it_is_brought_back(
        (comparison, mut dice) in comparisons(Account::Points, 0..=4, 0.1)
    ) {
        let doubt = doubts::doubt(&mut dice, &comparison);
        let id = comparison.id();
        let Ok(dismissed) = after(&comparison, &Edit::Dismiss { comparison: id, doubt: doubt.clone() }) else {
            return Ok(());
        };
        let known = &dismissed.header.dismissed;
        prop_assert!(known.iter().any(|known| known.covers(&doubt)));
        prop_assert!(known.iter().filter(|known| doubt.covers(known)).count() <= 1, "what it covers went into it");
        prop_assert_eq!(check(&dismissed), Ok(()));
        let again = Edit::Dismiss { comparison: id, doubt: doubt.clone() };
        prop_assert!(again.changes(&alone(&dismissed)).unwrap().is_empty(), "dismissed once");
        let back = after(&dismissed, &Edit::BringBack { comparison: id, doubt: doubt.clone() }).unwrap();
        prop_assert!(!back.header.dismissed.iter().any(|known| known.covers(&doubt)));
        // A what-if holds it by itself, and takes along what the real case came to hold in the meantime.
        let kept = differences(&comparison, &dismissed);
        prop_assert_eq!(&overlay(&comparison, &kept).header.dismissed, known);
        // What the real case held before the layer came is the real case's own to bring back.
        let was_known = comparison.header.dismissed.iter().any(|known| known.covers(&doubt));
        prop_assert!(was_known || overlay(&back, &kept).header.dismissed.iter().any(|known| known.covers(&doubt)));
    }

    #[test]
    fn what_goes_takes_what_was_said_about_it_along(
        (comparison, mut dice) in comparisons(Account::Points, 1..=4, 0.1)
    ) {
        let id = comparison.id();
        let offer = comparison.offers[dice.below(comparison.offers.len())].id;
        let without = after(&comparison, &Edit::RemoveOffer { comparison: id, offer }).unwrap();
        prop_assert_eq!(check(&without), Ok(()));
        let names = |doubt: &Doubt| format!("{doubt:?}").contains(&format!("{offer:?}"));
        prop_assert!(!without.header.dismissed.iter().any(names));
        let others = comparison.header.dismissed.iter().filter(|doubt| !names(doubt)).count();
        prop_assert!(without.header.dismissed.len() >= others);
    }

    #[test]
    fn a_weight_that_is_given_away_moves_no_other(
        (comparison, mut dice) in comparisons(Account::Points, 0..=3, 0.1)
    ) {
        let (Some(from), Some(to)) = (leaf(&mut dice, &comparison), leaf(&mut dice, &comparison)) else { return Ok(()) };
        let segment = comparison.segments[dice.below(comparison.segments.len())].id;
        let edit = Edit::MoveWeight { comparison: comparison.id(), segment, from, to: Some(to) };
        let side = |leaf| comparison.dimension_of(leaf).unwrap().side();
        let before = effective(&comparison, comparison.segment(segment).unwrap());
        let moved = match after(&comparison, &edit) {
            Ok(moved) => moved,
            Err(error) => {
                let weightless = before.iter().all(|(l, g)| ![from, to].contains(l) || *g <= 0.0);
                let why = from == to && error == EditError::Gone
                    || side(from) != side(to) && error == EditError::OtherSide
                    || weightless && error == EditError::WeightSum;
                prop_assert!(why, "{:?}", error);
                return Ok(());
            }
        };
        prop_assert_eq!(check(&moved), Ok(()));
        let now = effective(&moved, moved.segment(segment).unwrap());
        let worth = |leaf: Leaf| before.iter().find(|(l, _)| *l == leaf).unwrap().1;
        for (l, g) in now {
            let expected = if l == from { 0.0 } else if l == to { worth(from) + worth(to) } else { worth(l) };
            prop_assert!((g - expected).abs() < ROUNDING, "{l:?}: {g}, not {expected}");
        }
        for other in comparison.segments.iter().filter(|s| s.id != segment) {
            prop_assert_eq!(moved.segment(other.id), Some(other), "other kinds of buyers stay");
        }
    }

    #[test]
    fn a_criterion_that_is_put_aside_counts_nothing_and_its_side_stays_whole(
        (comparison, mut dice) in comparisons(Account::Points, 0..=3, 0.1)
    ) {
        let Some(from) = leaf(&mut dice, &comparison) else { return Ok(()) };
        let segment = comparison.segments[0].id;
        let edit = Edit::MoveWeight { comparison: comparison.id(), segment, from, to: None };
        let Ok(moved) = after(&comparison, &edit) else { return Ok(()) };
        let side = comparison.dimension_of(from).unwrap().side();
        let weights = effective(&moved, moved.segment(segment).unwrap());
        prop_assert!(weights.iter().all(|(leaf, g)| *leaf != from || *g == 0.0));
        let on_side = |leaf: Leaf| comparison.dimension_of(leaf).unwrap().side() == side;
        let sum: f64 = weights.iter().filter(|(leaf, _)| on_side(*leaf)).map(|(_, g)| g).sum();
        prop_assert!((sum - 1.0).abs() < ROUNDING, "{sum}");
        let old = comparison.segment(segment).unwrap();
        let new = moved.segment(segment).unwrap();
        prop_assert!((old.cost_emphasis - new.cost_emphasis).abs() <= 0.0);
        let own = Member::Dimension(comparison.dimension_of(from).unwrap());
        for member in comparison.members(WeightSet::Side(side)).into_iter().filter(|m| *m != own) {
            prop_assert!(!old.weights.member(member).locked
                || (old.weights.member(member).share - new.weights.member(member).share).abs() <= 0.0);
        }
    }
}
