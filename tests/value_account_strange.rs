//! Comparisons as strange as people make them, from points to money and back: what holds for every kind of buyer.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use support::{comparisons, delivered, edits};
use worthwhile::model::{
    Account, Beyond, Comparison, Curve, Dimension, Edit, IdSource, Leaf, Member, Segment, Share, Text, Variant,
    VariantId, Workbook, check, differences, inverse, money_line, overlay,
};
use worthwhile::value::{Conversion, Prepared, Refused, Satisfaction, Target, Terms, When, convert};

/// Sums of a few hundred products, relative to the largest amount in them.
const ROUNDING: f64 = 1e-9;

/// `of` with answers, levers, ranges and levels in use, sentences that are pinned, and what-ifs that are kept.
fn strange(dice: &mut Dice, of: &Comparison) -> Comparison {
    let mut ids = IdSource::starting_at(1_000_000);
    let mut case = edits::layered(dice, of, &mut ids, 6);
    for _ in 0..3 {
        let statement = edits::statement(dice, &case);
        let criteria: Vec<_> = case.criteria.iter().collect();
        if statement.fits(|id| case.offer(id).is_some(), &criteria) && !case.header.pins.contains(&statement) {
            case.header.pins.push(statement);
        }
    }
    if dice.chance(0.3) {
        let size = 1000.0 * (1.0 + dice.between(0.0, 900.0).round());
        case.header.ownership.curve = money_line(0.0, size).unwrap();
    }
    if dice.chance(0.1) {
        case.header.ownership.curve = Curve::new(vec![[0.0, 40.0], [9e5, 40.0]], Beyond::Straight).unwrap();
    }
    let buyer = dice.below(case.segments.len());
    if dice.chance(0.1) {
        case.segments[buyer].cost_emphasis = 0.0;
    }
    if dice.chance(0.1) && of.header.account == Account::Points && case.criteria_of(Dimension::Time).next().is_some() {
        for dimension in worthwhile::model::Side::Cost.dimensions() {
            let share = if dimension == Dimension::Time { 1.0 } else { 0.0 };
            case.segments[buyer].weights.put(Member::Dimension(dimension), Share { share, locked: false });
        }
    }
    for name in ["a", "b"].into_iter().take(dice.below(3)) {
        let layered = edits::layered(dice, &Comparison { variants: Vec::new(), ..case.clone() }, &mut ids, 3);
        let id = VariantId(ids.fresh());
        let differences = differences(&case, &layered);
        let name = Text::from(name);
        case.variants.push(Variant { id, position: 0, name, reason: Text::default(), parent: None, differences });
    }
    case
}

fn k(conversion: &Conversion, segment: &Segment) -> f64 {
    conversion.rates.iter().find(|r| r.segment == segment.id).unwrap().amount
}

/// Contributions of every leaf but money that differ between `one` and `other` differ `factor` times as much then.
fn leaves_go_along(
    before: &Comparison,
    after: &Comparison,
    segment: &Segment,
    factor: f64,
) -> Result<(), TestCaseError> {
    let [(old, old_weights, was), (new, new_weights, is)] =
        [before, after].map(|c| delivered(c, c.segment(segment.id).unwrap()));
    let leaves: Vec<Leaf> = old.leaves().iter().map(|l| l.leaf).collect();
    prop_assert_eq!(&leaves, &new.leaves().iter().map(|l| l.leaf).collect::<Vec<_>>());
    for (l, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| **leaf != Leaf::Ownership) {
        let there: Vec<usize> = (0..before.offers.len()).filter(|&o| old.worth(l, o).is_some()).collect();
        for pair in there.windows(2) {
            let [a, b] = [(&old, &old_weights), (&new, &new_weights)]
                .map(|(c, w)| [c.contribution(w, l, pair[0]), c.contribution(w, l, pair[1])]);
            let size = b.iter().chain(&a.map(|x| x * factor)).fold(1.0_f64, |most, x| most.max(x.abs()));
            let (was, is) = (a[1] - a[0], b[1] - b[0]);
            prop_assert!((is - factor * was).abs() <= ROUNDING * size, "{leaf:?}: {was} · {factor} became {is}");
        }
    }
    // A scale of one amount tells nobody apart; elsewhere who is complete stays so.
    if (0..leaves.len()).all(|l| (old_weights.coefficients[l] > 0.0) == (new_weights.coefficients[l] > 0.0)) {
        prop_assert_eq!(was.complete, is.complete);
    }
    Ok(())
}

/// How satisfied a buyer is, as bought and in use, is `factor` times what it was: leaf by leaf where money is not meant,
/// and in all where money goes straight.
fn satisfaction_goes_along(
    before: &Comparison,
    after: &Comparison,
    segment: &Segment,
    factor: f64,
    straight: bool,
) -> Result<(), TestCaseError> {
    let prepared = [before, after].map(|c| Prepared::new(c, c.segment(segment.id).unwrap()));
    let [old, new] = &prepared;
    let (Some(was), Some(is)) = (Satisfaction::new(old.case()), Satisfaction::new(new.case())) else {
        prop_assert!(before.header.expectation.is_none() && after.header.expectation.is_none());
        return Ok(());
    };
    let leaves = old.case().compiled.leaves();
    for offer in 0..before.offers.len() {
        for when in [When::Bought, When::InUse] {
            let (a, b) = (was.with(offer, when), is.with(offer, when));
            let parts = [was.perceived(offer, when), was.expected().clone()];
            let size = parts.iter().flat_map(|p| p.leaves.iter().flatten()).fold(1.0_f64, |m, x| m.max(x.abs()));
            for (l, pair) in a.leaves.iter().zip(&b.leaves).enumerate() {
                let (Some(a), Some(b), false) = (pair.0, pair.1, leaves[l].leaf == Leaf::Ownership) else { continue };
                prop_assert!(
                    (b - factor * a).abs() <= ROUNDING * (factor * size).max(1.0),
                    "{a} · {factor} became {b}"
                );
            }
            if let (Some(a), Some(b), true) = (a.total, b.total, straight) {
                prop_assert!((b - factor * a).abs() <= 1e-7 * (factor * size).max(1.0), "{a} · {factor} became {b}");
            }
        }
    }
    Ok(())
}

/// What is no number of the account stays what it was.
fn the_rest_stays(before: &Comparison, after: &Comparison) -> Result<(), TestCaseError> {
    prop_assert_eq!(&before.header.pins, &after.header.pins);
    prop_assert_eq!(&before.header.expectation, &after.header.expectation);
    prop_assert_eq!(before.header.price, after.header.price);
    for (old, new) in before.offers.iter().zip(&after.offers) {
        prop_assert_eq!(&old.levels, &new.levels);
        prop_assert_eq!(&old.after_use, &new.after_use);
        prop_assert_eq!(&old.level_notes, &new.level_notes);
        let named = |o: &worthwhile::model::Offer| o.levers.levers.iter().map(|l| l.criterion).collect::<Vec<_>>();
        prop_assert_eq!(named(old), named(new));
    }
    for (old, new) in before.segments.iter().zip(&after.segments) {
        let said = |s: &Segment| s.elicited.iter().map(|e| (e.scope, e.answers.clone())).collect::<Vec<_>>();
        prop_assert_eq!(said(old), said(new));
        prop_assert!(new.elicited.iter().all(|e| !e.in_force));
        prop_assert_eq!(old.size.to_bits(), new.size.to_bits());
    }
    Ok(())
}

/// The ranks of every buyer.
fn ranks(of: &Comparison) -> Vec<Vec<u32>> {
    of.segments.iter().map(|s| delivered(of, s).2.rank).collect()
}

/// The reason that is given is true.
fn is_true(case: &Comparison, why: &Refused) -> bool {
    let segment = |id| case.segment(id).unwrap();
    match why {
        Refused::Already | Refused::Anchors => false,
        Refused::NoMoney => case.money_criteria().next().is_none(),
        Refused::NoMoneyWeight(id) => {
            let (compiled, weighting, _) = delivered(case, segment(*id));
            weighting.coefficients[compiled.index_of(Leaf::Ownership).unwrap()] == 0.0
        }
        Refused::NoCostEmphasis(id) => segment(*id).cost_emphasis == 0.0,
        Refused::NoSlope(at) => {
            let curve = &case.header.ownership.curve;
            let minor = at * f64::from(i32::try_from(case.header.currency.minor_per_unit()).unwrap());
            // Flat to the right of where it was taken, or beyond both ends.
            curve.at(minor + 1.0) - curve.at(minor) < 1e-9
        }
        Refused::NoValueWorth(id) => {
            let (compiled, weighting, _) = delivered(case, segment(*id));
            let is_value = |l: usize| compiled.leaves()[l].dimension.side() == worthwhile::model::Side::Value;
            let worth = |l: usize| match compiled.leaves()[l].leaf {
                Leaf::Criterion(id) => {
                    let (low, high) = worthwhile::value::scale_amounts(&case.criterion(id).unwrap().scale);
                    weighting.coefficients[l] * (high - low)
                }
                Leaf::Ownership => 0.0,
            };
            (0..compiled.leaves().len()).filter(|l| is_value(*l)).all(|l| worth(l) == 0.0)
        }
        // λ of more than a thousand, or numbers that leave their range.
        Refused::CostEmphasis(_) | Refused::OutOfRange(_) | Refused::BuyerOutOfRange(_) => true,
        Refused::Variant(id, why) => is_true(&overlay(case, &case.variant(*id).unwrap().differences), why),
    }
}

/// Converts, as an edit, and takes it back.
fn converted(case: &Comparison, target: Target) -> Result<Option<Conversion>, TestCaseError> {
    let conversion = match convert(case, target) {
        Ok(conversion) => conversion,
        Err(why) => {
            prop_assert!(is_true(case, &why), "{why:?}");
            return Ok(None);
        }
    };
    prop_assert_eq!(check(&conversion.comparison), Ok(()));
    let before = Workbook { comparisons: vec![case.clone()], ids: IdSource::starting_at(9_000_000) };
    let edit = Edit::ConvertAccount { comparison: case.id(), converted: Box::new(conversion.comparison.clone()) };
    let changes = edit.changes(&before).unwrap();
    let mut after = before.clone();
    after.apply(&changes);
    prop_assert_eq!(&after.comparisons[0], &conversion.comparison);
    after.apply(&inverse(&changes));
    prop_assert_eq!(&after, &before, "undo restores everything");
    // The ranks that are listed are those that differ, and no others.
    let (old, new) = (ranks(case), ranks(&conversion.comparison));
    let mut listed = conversion.moves.iter();
    for (s, segment) in case.segments.iter().enumerate() {
        for (o, offer) in case.offers.iter().enumerate().filter(|(o, _)| old[s][*o] != new[s][*o]) {
            let told = listed.next().map(|m| (m.segment, m.offer, m.before, m.after));
            prop_assert_eq!(told, Some((segment.id, offer.id, old[s][o], new[s][o])));
        }
    }
    prop_assert_eq!(listed.next(), None);
    Ok(Some(conversion))
}

proptest! {
    #![proptest_config(support::config(400))]

    #[test]
    fn points_to_money_and_back((plain, mut dice) in comparisons(Account::Points, 0..=5, 0.1)) {
        let points = strange(&mut dice, &plain);
        let at = dice.chance(0.5).then(|| dice.between(-1000.0, 12_000.0));
        let Some(there) = converted(&points, Target::Money { at })? else { return Ok(()) };
        let money = &there.comparison;
        the_rest_stays(&points, money)?;
        let straight = matches!(there.terms, Terms::Money { straight: true, .. });
        prop_assert!(!straight || there.moves.is_empty(), "k holds everywhere");
        let everyone = k(&there, points.everyone().unwrap());
        for segment in &points.segments {
            let k = k(&there, segment);
            leaves_go_along(&points, money, segment, k)?;
            satisfaction_goes_along(&points, money, segment, k, straight)?;
            // Shares of preference stay: μ is per unit of CDV.
            let sharpness = money.segment(segment.id).unwrap().sharpness;
            prop_assert!((sharpness * k - segment.sharpness).abs() <= ROUNDING * segment.sharpness);
        }
        for (old, new) in points.offers.iter().zip(&money.offers) {
            prop_assert!((new.levers.margin - everyone * old.levers.margin).abs() <= ROUNDING * new.levers.margin);
        }
        let Some(back) = converted(money, Target::Points { anchors: None })? else { return Ok(()) };
        the_rest_stays(money, &back.comparison)?;
        for segment in &money.segments {
            leaves_go_along(money, &back.comparison, segment, 1.0 / k(&back, segment))?;
        }
        if straight && back.moves.is_empty() {
            prop_assert_eq!(ranks(&points), ranks(&back.comparison));
        }
    }

    #[test]
    fn money_to_points_and_back((plain, mut dice) in comparisons(Account::Money, 0..=5, 0.1)) {
        let money = strange(&mut dice, &plain);
        let Some(there) = converted(&money, Target::Points { anchors: None })? else { return Ok(()) };
        let points = &there.comparison;
        the_rest_stays(&money, points)?;
        for segment in &money.segments {
            let factor = 1.0 / k(&there, segment);
            leaves_go_along(&money, points, segment, factor)?;
            satisfaction_goes_along(&money, points, segment, factor, true)?;
        }
        // A price that every offer has for nothing leaves λ = 0 or money without weight; else there is a way back.
        let Some(back) = converted(points, Target::Money { at: None })? else { return Ok(()) };
        prop_assert!(back.moves.is_empty());
        for segment in &points.segments {
            leaves_go_along(points, &back.comparison, segment, k(&back, segment))?;
            leaves_go_along(&money, &back.comparison, segment, 1.0)?;
        }
    }
}
