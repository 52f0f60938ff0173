//! What is doubtful in a model, and what mends it.

#![expect(clippy::float_cmp, reason = "whole numbers, and exactly so")]

mod support;

use proptest::prelude::*;
use support::comparisons;
use support::dice::Dice;
use worthwhile::model::{
    Account, Beyond, Comparison, CriterionId, Curve, Dimension, Edit, IdSource, Leaf, Level, Member, Scale, Segment,
    Share, Side, WeightSet, Workbook, check, inverse, leaf_of,
};
use worthwhile::value::lint::{Finding, Mend, MendKind, Place, Weightiness, findings, mends, nice_anchors};
use worthwhile::value::{Delivered, Prepared, Weighting};

/// What sums of a few dozen contributions may differ by, relative to the largest amount in them.
const ROUNDING: f64 = 1e-9;

fn example(name: &str) -> Comparison {
    let example = worthwhile::examples::find(name).unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn found(comparison: &Comparison) -> Vec<Finding> {
    findings(Prepared::new(comparison, comparison.everyone().unwrap()).case())
}

fn mends_of(comparison: &Comparison, finding: &Finding) -> Vec<Mend> {
    mends(finding, Prepared::new(comparison, comparison.everyone().unwrap()).case())
}

fn after(comparison: &Comparison, edit: &Edit) -> Comparison {
    let mut alone = Workbook { comparisons: vec![comparison.clone()], ids: IdSource::starting_at(1) };
    let changes = edit.changes(&alone).expect("a good edit");
    alone.apply(&changes);
    assert_eq!(check(&alone.comparisons[0]), Ok(()));
    let mended = alone.comparisons[0].clone();
    alone.apply(&inverse(&changes));
    assert_eq!(&alone.comparisons[0], comparison, "undo gives back what was");
    mended
}

fn criterion(comparison: &Comparison, name: &str) -> CriterionId {
    let is_it = |c: &&worthwhile::model::Criterion| c.name.get(worthwhile::model::Lang::En) == name;
    comparison.criteria.iter().find(is_it).unwrap().id
}

fn set_level(comparison: &mut Comparison, offer: usize, name: &str, level: Option<Level>) {
    let id = criterion(comparison, name);
    match level {
        Some(level) => comparison.offers[offer].levels.insert(id, level),
        None => comparison.offers[offer].levels.remove(&id),
    };
}

/// Sets a whole set of weights, as a user does.
fn weigh(comparison: &Comparison, set: WeightSet, shares: &[f64]) -> Comparison {
    let members = comparison.members(set);
    let shares: Vec<(Member, Share)> =
        members.into_iter().zip(shares).map(|(m, &share)| (m, Share { share, locked: false })).collect();
    let segment = comparison.everyone().unwrap().id;
    after(comparison, &Edit::SetWeights { comparison: comparison.id(), segment, set, shares })
}

fn rescale(comparison: &Comparison, name: &str, points: Vec<[f64; 2]>) -> Comparison {
    let id = criterion(comparison, name);
    let Scale::Measure { unit, .. } = comparison.criterion(id).unwrap().scale.clone() else { panic!("a measure") };
    let scale = Scale::Measure { unit, curve: Curve::new(points, Beyond::Straight).unwrap() };
    after(comparison, &Edit::SetScale { comparison: comparison.id(), criterion: id, scale })
}

fn cdvs(comparison: &Comparison) -> Vec<f64> {
    Prepared::new(comparison, comparison.everyone().unwrap()).case().delivered.cdv.clone()
}

/// CDV of each offer above the first.
fn leads(comparison: &Comparison) -> Vec<f64> {
    let cdvs = cdvs(comparison);
    cdvs.iter().map(|cdv| cdv - cdvs[0]).collect()
}

fn assert_near(a: &[f64], b: &[f64]) {
    let near = a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= ROUNDING * a.abs().max(1.0));
    assert!(near, "{a:?} and {b:?}");
}

// --- by hand -------------------------------------------------------------------------------------------------------

/// Features 7, 8, 8, 6 and mental effort 4, 3, 3, 5 of ten say the same; “In 3 days” is the least, with 30 points.
#[test]
fn the_televisions_have_two_findings() {
    let comparison = example("televisions");
    let [features, mental] = ["Features", "Mental effort"].map(|name| Leaf::Criterion(criterion(&comparison, name)));
    let all = found(&comparison);
    let [Finding::Together { leaves, correlation, offers: 4, weights }, Finding::MissesEnd { leaf, reached }] =
        all.as_slice()
    else {
        panic!("{all:?}")
    };
    assert_eq!(
        (leaves, leaf),
        (&[features, mental], &Leaf::Criterion(criterion(&comparison, "Delivery and installation")))
    );
    assert!((correlation - 1.0).abs() < ROUNDING);
    // 40 % of 40 %, and all of 12 %.
    assert_near(weights, &[0.16, 0.12]);
    assert_eq!(reached, &[30.0, 100.0]);
    assert!(all.iter().all(|finding| finding.weightiness() == Weightiness::WorthALook));
    // On two sides: the lighter one first, neither takes the weight of the other.
    let aside = [mental, features].map(|leaf| MendKind::PutAside { leaf });
    assert_eq!(mends_of(&comparison, &all[0]).iter().map(|w| w.kind).collect::<Vec<_>>(), aside);
}

/// Warranty 60 % of service, 25 % of value, was weighed over 0 to 6 years; the scale then runs to 12.
#[test]
fn a_weight_knows_the_range_that_it_was_given_for() {
    let service = WeightSet::Dimension(Dimension::Service);
    let old = weigh(&weigh(&example("televisions"), service, &[0.5, 0.5]), service, &[0.6, 0.4]);
    let warranty = criterion(&old, "Warranty");
    let leaf = Leaf::Criterion(warranty);
    assert_eq!(old.everyone().unwrap().given_for.get(&leaf), Some(&[0.0, 6.0]));
    assert_eq!(old.everyone().unwrap().given_for.len(), 2, "the set that was weighed, and no other");
    assert_eq!(found(&old).len(), 2, "nothing has changed yet");

    let new = rescale(&old, "Warranty", vec![[0.0, 0.0], [12.0, 100.0]]);
    let finding = found(&new).remove(0);
    assert_eq!(finding, Finding::RangeChanged { leaf, given: [0.0, 6.0], now: [0.0, 12.0] });
    assert_eq!(finding.weightiness(), Weightiness::Matters);
    let ways = mends_of(&new, &finding);
    assert_eq!(ways.iter().map(|w| w.kind).collect::<Vec<_>>(), [MendKind::KeepTradeOffs, MendKind::StillHolds]);

    // A year is worth half as many points, so a point must be worth twice as much: 120 to 40 within service, which
    // grows by 1.6 to 40; the side sums to 40 + 40 + 15 + 20 = 115.
    let kept = after(&new, &ways[0].edit);
    let everyone = kept.everyone().unwrap();
    let shares = [Dimension::Product, Dimension::Service, Dimension::Personnel, Dimension::Image];
    assert_near(
        &shares.map(|d| everyone.weights.dimension(d).share),
        &[40.0, 40.0, 15.0, 20.0].map(|share| share / 115.0),
    );
    assert_near(&[everyone.weights.leaf(leaf).share], &[0.75]);
    assert_near(&[everyone.cost_emphasis, everyone.sharpness], &[1.0 / 1.15, 0.1 * 1.15]);
    assert_near(&leads(&kept), &leads(&old).iter().map(|lead| lead / 1.15).collect::<Vec<_>>());
    assert_eq!(found(&kept).len(), 2);

    let confirmed = after(&new, &ways[1].edit);
    assert_eq!(cdvs(&confirmed), cdvs(&new), "no weight moves");
    assert_eq!(found(&confirmed).len(), 2);
}

/// Who moves a dimension has not thought again about the shares within it.
#[test]
fn a_weight_of_a_dimension_confirms_only_what_stands_alone_in_it() {
    let value = WeightSet::Side(Side::Value);
    let first = weigh(&example("televisions"), value, &[0.3, 0.35, 0.15, 0.2]);
    let given =
        |c: &Comparison, name: &str| c.everyone().unwrap().given_for.get(&Leaf::Criterion(criterion(c, name))).copied();
    assert_eq!(given(&first, "Warranty"), Some([0.0, 6.0]), "nobody said anything of it before");
    assert_eq!(given(&first, "Price"), None);
    let wider = rescale(&first, "Warranty", vec![[0.0, 0.0], [12.0, 100.0]]);
    let again = weigh(&wider, value, &[0.4, 0.25, 0.15, 0.2]);
    assert_eq!(given(&again, "Warranty"), Some([0.0, 6.0]));
    let cost = WeightSet::Side(Side::Cost);
    let trip =
        rescale(&weigh(&again, cost, &[0.5, 0.2, 0.2, 0.1]), "Trip to the store", vec![[0.0, 0.0], [60.0, 100.0]]);
    let is_changed = |c: &Comparison, name: &str| {
        let leaf = Leaf::Criterion(criterion(c, name));
        found(c).iter().any(|f| matches!(f, Finding::RangeChanged { leaf: l, .. } if *l == leaf))
    };
    assert!(is_changed(&trip, "Trip to the store") && is_changed(&trip, "Warranty"));
    let alone = weigh(&trip, cost, &[0.6, 0.16, 0.12, 0.12]);
    assert!(!is_changed(&alone, "Trip to the store"), "its dimension's share is all of its weight");
    let set = weigh(&alone, WeightSet::Dimension(Dimension::Service), &[0.5, 0.5]);
    assert!(!is_changed(&set, "Warranty"));
}

/// Named levels that once spanned 30 to 100 points and now 30 to 65: each point is worth twice as much.
#[test]
fn named_levels_are_held_by_the_points_that_they_span() {
    let old = weigh(&example("televisions"), WeightSet::Dimension(Dimension::Service), &[0.5, 0.5]);
    let id = criterion(&old, "Delivery and installation");
    let Scale::Category { mut levels, .. } = old.criterion(id).unwrap().scale.clone() else { panic!("named levels") };
    for level in &mut levels {
        level.points = 30.0 + (level.points - 30.0) / 2.0;
    }
    let scale = Scale::named(levels);
    let new = after(&old, &Edit::SetScale { comparison: old.id(), criterion: id, scale });
    let finding = found(&new).remove(0);
    let leaf = Leaf::Criterion(id);
    assert_eq!(finding, Finding::RangeChanged { leaf, given: [30.0, 100.0], now: [30.0, 65.0] });
    let kept = after(&new, &mends_of(&new, &finding)[0].edit);
    // Service 25 grows by (0.5 + 2 · 0.5) to 37.5, the side to 112.5.
    assert_near(&leads(&kept), &leads(&old).iter().map(|lead| lead / 1.125).collect::<Vec<_>>());
    assert_near(&[kept.everyone().unwrap().weights.leaf(leaf).share], &[2.0 / 3.0]);
}

/// Prices of ¥4,000 to ¥4,090 on a scale from ¥2,000 to ¥5,000 use 3 of its 100 points.
#[test]
fn a_money_scale_far_wider_than_the_prices_is_fitted() {
    let mut old = example("televisions");
    let curve = old.header.ownership.curve.clone();
    let [low, high] = <[f64; 2]>::from(curve.anchors());
    assert_eq!([low, high], [200_000.0, 500_000.0]);
    for (offer, yuan) in [4000, 4090, 4040, 4060].into_iter().enumerate() {
        set_level(&mut old, offer, "Price", Some(Level::Money(yuan * 100)));
    }
    let is_wide = |finding: &Finding| matches!(finding, Finding::Wide { .. });
    let finding = found(&old).into_iter().find(is_wide).unwrap();
    let wanted = Finding::Wide {
        leaf: Leaf::Ownership,
        levels: [400_000.0, 409_000.0],
        anchors: [200_000.0, 500_000.0],
        points: 3.0,
    };
    assert_eq!(finding, wanted);
    let ways = mends_of(&old, &finding);
    assert_eq!(ways[0].kind, MendKind::FitKeepTradeOffs);
    assert_eq!(ways[0].anchors, Some([400_000.0, 410_000.0]));
    let kept = after(&old, &ways[0].edit);
    assert!(!found(&kept).iter().any(is_wide));
    // Money 60 % shrinks to 0.6/30: the cost side to 0.42, which λ takes up.
    assert_near(&[kept.everyone().unwrap().cost_emphasis], &[0.42]);
    assert_near(&leads(&kept), &leads(&old));
    let weights = after(&old, &ways[1].edit);
    assert_eq!(weights.everyone(), old.everyone(), "the weights stay");
    assert!(!found(&weights).iter().any(is_wide));
}

#[test]
fn a_level_outside_widens_the_end_that_it_passes() {
    let mut old = example("televisions");
    set_level(&mut old, 1, "Warranty", Some(Level::Number(9.0)));
    let finding = found(&old).remove(0);
    let Finding::Outside { ref offers, levels, anchors, flat: false, .. } = finding else { panic!("{finding:?}") };
    assert_eq!((offers.as_slice(), levels, anchors), (&[old.offers[1].id][..], [4.0, 9.0], [0.0, 6.0]));
    let prepared = Prepared::new(&old, old.everyone().unwrap());
    let place = Place { criterion: Some(criterion(&old, "Warranty")), offer: Some(old.offers[1].id) };
    assert_eq!(finding.places(prepared.case()), [place]);
    let ways = mends_of(&old, &finding);
    assert_eq!(ways.iter().map(|w| w.anchors).collect::<Vec<_>>(), [Some([0.0, 10.0]); 2]);
    let kept = after(&old, &ways[0].edit);
    // 0 to 10 years were 166.7 points of the old scale: 25 % · 60 % of value grow by 2/3, the side to 1.1.
    assert_near(&leads(&kept), &leads(&old).iter().map(|lead| lead / 1.1).collect::<Vec<_>>());

    // Flat beyond its ends, no score changes.
    let id = criterion(&old, "Warranty");
    let curve = Curve::new(vec![[0.0, 0.0], [6.0, 100.0]], Beyond::Flat).unwrap();
    let scale = Scale::Measure { unit: "years".into(), curve };
    let flat = after(&old, &Edit::SetScale { comparison: old.id(), criterion: id, scale });
    let all = found(&flat);
    let finding = all.iter().find(|f| matches!(f, Finding::Outside { flat: true, .. })).unwrap();
    assert_eq!(finding.weightiness(), Weightiness::WorthALook);
    let ways = mends_of(&flat, finding);
    assert_eq!(ways.iter().map(|w| w.kind).collect::<Vec<_>>(), [MendKind::Fit]);
    assert_near(&cdvs(&after(&flat, &ways[0].edit)), &cdvs(&flat));
}

#[test]
fn points_are_stretched_to_both_ends() {
    let old = example("televisions");
    let finding = found(&old).remove(1);
    let ways = mends_of(&old, &finding);
    assert_eq!(ways[0].kind, MendKind::FitKeepTradeOffs);
    let kept = after(&old, &ways[0].edit);
    let Scale::Category { levels, .. } = &kept.criterion(criterion(&old, "Delivery and installation")).unwrap().scale
    else {
        panic!("named levels")
    };
    let points = levels.iter().map(|l| l.points).fold([100.0_f64, 0.0_f64], |[l, h], p| [l.min(p), h.max(p)]);
    assert_eq!(points, [0.0, 100.0]);
    // 25 % · 40 % of value shrink to seven tenths: the side to 0.97.
    assert_near(&leads(&kept), &leads(&old).iter().map(|lead| lead / 0.97).collect::<Vec<_>>());
}

/// Who would as soon buy nothing as the second offer would do so on every fitted scale: its least points are taken from
/// both. 2…8 hours of 0…10 begin at 20 points of cost, 3…6 years of 0…6 at 50 points of value, delivery at 30.
#[test]
fn buying_nothing_goes_along_with_the_offers() {
    let mut old = example("televisions");
    let leaf = |old: &Comparison, name| Leaf::Criterion(criterion(old, name));
    let scales = [
        (leaf(&old, "Delivery and installation"), None),
        (leaf(&old, "Warranty"), Some([3.0, 6.0])),
        (leaf(&old, "Shopping and waiting"), Some([2.0, 8.0])),
        (Leaf::Ownership, Some([300_000.0, 500_000.0])),
    ];
    old.segments[0].buys_nothing = Some(cdvs(&old)[1]);
    for (leaf, anchors) in scales {
        let fit = Edit::FitScale { comparison: old.id(), leaf, anchors, keep_trade_offs: true };
        let new = after(&old, &fit);
        assert!(cdvs(&new)[1] != cdvs(&old)[1], "{leaf:?} lowers what it begins with");
        assert_near(&[new.segments[0].buys_nothing.unwrap()], &[cdvs(&new)[1]]);
    }
}

#[test]
fn missing_equal_dominated_and_weightless_are_told_once() {
    let mut comparison = example("televisions");
    set_level(&mut comparison, 2, "Price", None);
    let (haier, price) = (comparison.offers[2].id, criterion(&comparison, "Price"));
    let first = found(&comparison).remove(0);
    assert_eq!(first, Finding::Missing { leaf: Leaf::Ownership, criterion: price, offers: vec![haier] });

    let mut comparison = example("televisions");
    comparison.offers[3].levels = comparison.offers[0].levels.clone();
    set_level(&mut comparison, 3, "Features", Some(Level::Number(6.0)));
    let dominated: Vec<Finding> =
        found(&comparison).into_iter().filter(|f| matches!(f, Finding::Dominated { .. })).collect();
    let [tcl, changhong] = [0, 3].map(|o| comparison.offers[o].id);
    assert_eq!(dominated, [Finding::Dominated { offer: changhong, by: tcl, others: 0 }]);

    let image = weigh(&example("televisions"), WeightSet::Side(Side::Value), &[0.5, 0.25, 0.25, 0.0]);
    let product = weigh(&image, WeightSet::Dimension(Dimension::Product), &[1.0, 0.0]);
    let zero: Vec<Finding> = found(&product)
        .into_iter()
        .filter(|f| matches!(f, Finding::ZeroWeight { .. } | Finding::ZeroDimension { .. }))
        .collect();
    let features = Leaf::Criterion(criterion(&product, "Features"));
    let brand = criterion(&product, "Brand and store image");
    let wanted = [
        Finding::ZeroWeight { leaf: features },
        Finding::ZeroDimension { dimension: Dimension::Image, criterion: brand },
    ];
    assert_eq!(zero, wanted);
    assert!(
        !found(&product).iter().any(|f| matches!(f, Finding::Together { .. })),
        "what counts nothing counts not twice"
    );
}

#[test]
fn equal_offers_are_equal_by_level_or_by_scale() {
    let mut comparison = example("televisions");
    for offer in 0..4 {
        set_level(&mut comparison, offer, "Features", Some(Level::Number(7.0)));
    }
    let flat = rescale(&comparison, "Warranty", vec![[0.0, 0.0], [3.0, 100.0], [6.0, 100.0]]);
    let equal: Vec<(Leaf, bool)> = found(&flat)
        .into_iter()
        .filter_map(
            |f| if let Finding::AllEqual { leaf, same_level, .. } = f { Some((leaf, same_level)) } else { None },
        )
        .collect();
    let leaf = |name| Leaf::Criterion(criterion(&flat, name));
    assert_eq!(equal, [(leaf("Features"), true), (leaf("Warranty"), false)]);
}

/// In a money account nothing is normalised: a range is neither too wide nor missed, and widening it changes nothing.
#[test]
fn in_a_money_account_only_amounts_count() {
    let comparison = example("tractor");
    assert_eq!(comparison.header.account, Account::Money);
    let machine = criterion(&comparison, "The machine itself");
    let all = found(&comparison);
    assert!(
        matches!(all.as_slice(), [Finding::AllEqual { leaf: Leaf::Criterion(id), .. }] if *id == machine),
        "{all:?}"
    );
}

#[test]
fn no_offer_and_one_offer_have_no_findings_of_offers() {
    for keep in [0, 1] {
        let mut comparison = example("televisions");
        comparison.offers.truncate(keep);
        let all = found(&comparison);
        assert!(matches!(all.as_slice(), [Finding::MissesEnd { .. }]), "{all:?}");
    }
}

#[test]
fn anchors_are_round() {
    let cases = [
        ([5.0, 8.0], [5.0, 8.0]),
        ([5.1, 8.3], [5.0, 8.5]),
        ([-3.0, 11.0], [-4.0, 12.0]),
        ([0.1, 0.3], [0.1, 0.3]),
        ([1e-9, 5e-9], [1e-9, 5e-9]),
        ([1e12, 1e12 + 40.0], [1e12, 1e12 + 40.0]),
    ];
    for (levels, wanted) in cases {
        assert_eq!(nice_anchors(levels, false), Some(wanted), "{levels:?}");
    }
    assert_eq!(nice_anchors([399_950.0, 400_333.0], true), Some([399_950.0, 400_350.0]));
    assert_eq!(nice_anchors([1.0, 2.0], true), Some([1.0, 2.0]));
    for none in [[3.0, 3.0], [4.0, 3.0], [f64::NAN, 1.0], [0.0, f64::INFINITY]] {
        assert_eq!(nice_anchors(none, false), None);
    }
}

// --- laws ----------------------------------------------------------------------------------------------------------

fn any_comparison() -> impl Strategy<Value = (Comparison, Dice)> {
    prop_oneof![comparisons(Account::Points, 0..=9, 0.03), comparisons(Account::Money, 0..=9, 0.03)].prop_map(
        |(mut comparison, mut dice)| {
            // Levels close together, as on a scale that is far too wide.
            if dice.chance(0.5) {
                let measures: Vec<CriterionId> = comparison
                    .criteria
                    .iter()
                    .filter(|c| matches!(c.scale, Scale::Measure { .. }))
                    .map(|c| c.id)
                    .collect();
                for offer in &mut comparison.offers {
                    for id in &measures {
                        offer.levels.insert(*id, Level::Number(3.0 + dice.unit()));
                    }
                }
            }
            (comparison, dice)
        },
    )
}

fn leaves_and_kind(finding: &Finding) -> (std::mem::Discriminant<Finding>, Vec<Leaf>) {
    let leaves = match finding {
        Finding::Outside { leaf, .. }
        | Finding::Wide { leaf, .. }
        | Finding::MissesEnd { leaf, .. }
        | Finding::RangeChanged { leaf, .. } => vec![*leaf],
        Finding::Together { leaves, .. } => leaves.to_vec(),
        _ => Vec::new(),
    };
    (std::mem::discriminant(finding), leaves)
}

/// What each leaf's point adds to CDV, costs with λ, by leaf.
fn pulls(comparison: &Comparison, segment: &Segment) -> Vec<(Leaf, f64)> {
    let prepared = Prepared::new(comparison, segment);
    let case = prepared.case();
    let Weighting { coefficients, cost_emphasis } = case.weighting;
    let leaves = case.compiled.leaves().iter().zip(coefficients);
    let pull = |side: Side, g: f64| if side == Side::Value { g } else { g * cost_emphasis };
    leaves.map(|(l, g)| (l.leaf, pull(l.dimension.side(), *g))).collect()
}

/// Whether the point of one leaf pulls `factor` times as much after an edit, all else keeping its proportions.
fn moved_alone(before: &[(Leaf, f64)], after: &[(Leaf, f64)], leaf: Leaf, factor: f64) -> bool {
    let wanted: Vec<f64> = before.iter().map(|(l, pull)| if *l == leaf { pull * factor } else { *pull }).collect();
    let (sum, sum_after): (f64, f64) = (wanted.iter().sum(), after.iter().map(|(_, pull)| pull).sum());
    if sum == 0.0 || sum_after == 0.0 {
        // λ = 0 and nothing on the value side.
        return sum == sum_after;
    }
    wanted.iter().zip(after).all(|(w, (_, a))| (w / sum - a / sum_after).abs() <= ROUNDING)
}

/// Whether one leaf has the whole pull of another one besides its own, and no other pull moved.
fn was_given(before: &[(Leaf, f64)], after: &[(Leaf, f64)], from: Leaf, to: Leaf) -> bool {
    let given = before.iter().find(|(l, _)| *l == from).unwrap().1;
    let wanted = |(l, pull): &(Leaf, f64)| match *l {
        l if l == from => 0.0,
        l if l == to => pull + given,
        _ => *pull,
    };
    before.iter().zip(after).all(|(b, (_, now))| (wanted(b) - now).abs() <= ROUNDING * (1.0 + given.abs()))
}

/// Whether a leaf pulls nothing any more, and nothing moved on the other side or, in money, anywhere else.
fn was_put_aside(comparison: &Comparison, before: &[(Leaf, f64)], after: &[(Leaf, f64)], leaf: Leaf) -> bool {
    let side = |leaf: Leaf| comparison.dimension_of(leaf).unwrap().side();
    let may_move = |other: Leaf| comparison.header.account == Account::Points && side(other) == side(leaf);
    before
        .iter()
        .zip(after)
        .all(|((l, was), (_, now))| if *l == leaf { *now == 0.0 } else { may_move(*l) || was == now })
}

/// The points that lie between the new anchors on the old scale, as part of a hundred.
fn span(comparison: &Comparison, leaf: Leaf, anchors: Option<[f64; 2]>) -> f64 {
    let of_curve = |curve: &Curve| {
        let curve = anchors.map_or_else(|| curve.clone(), |[low, high]| curve.between(low, high).unwrap());
        let ys = || curve.points().iter().map(|p| p[1]);
        ys().fold(f64::MIN, f64::max) - ys().fold(f64::MAX, f64::min)
    };
    let span = match leaf {
        Leaf::Ownership => of_curve(&comparison.header.ownership.curve),
        Leaf::Criterion(id) => match &comparison.criterion(id).unwrap().scale {
            Scale::Measure { curve, .. } => of_curve(curve),
            Scale::Category { levels, .. } => {
                let points = || levels.iter().map(|l| l.points);
                points().fold(f64::MIN, f64::max) - points().fold(f64::MAX, f64::min)
            }
            Scale::Rating { .. } | Scale::Money { .. } => 100.0,
        },
    };
    span / 100.0
}

fn delivered(comparison: &Comparison, segment: &Segment) -> Delivered {
    Prepared::new(comparison, segment).case().delivered.clone()
}

proptest! {
    #![proptest_config(support::config(300))]

    #[test]
    fn a_mend_makes_its_finding_go_away((comparison, mut dice) in any_comparison()) {
        let segment = dice.pick(&comparison.segments).clone();
        let prepared = Prepared::new(&comparison, &segment);
        for finding in findings(prepared.case()) {
            for mend in mends(&finding, prepared.case()) {
                let mended = after(&comparison, &mend.edit);
                let now = mended.segment(segment.id).unwrap();
                let left = findings(Prepared::new(&mended, now).case());
                let same = |f: &Finding| leaves_and_kind(f) == leaves_and_kind(&finding);
                prop_assert!(!left.iter().any(same), "{:?} is still there after {:?}: {:?}", finding, mend, left);
            }
        }
    }

    #[test]
    fn trade_offs_are_kept((comparison, mut dice) in any_comparison()) {
        let segment = dice.pick(&comparison.segments).clone();
        let prepared = Prepared::new(&comparison, &segment);
        for finding in findings(prepared.case()) {
            for mend in mends(&finding, prepared.case()) {
                let mended = after(&comparison, &mend.edit);
                let own = || (pulls(&comparison, &segment), pulls(&mended, mended.segment(segment.id).unwrap()));
                let others = || comparison.segments.iter().filter(|s| s.id != segment.id).collect();
                let looked_at: Vec<&Segment> = match mend.kind {
                    MendKind::KeepTradeOffs => vec![&segment],
                    MendKind::GiveWeight { from, to } => {
                        let (before, now) = own();
                        prop_assert!(was_given(&before, &now, from, to), "{:?}: {:?}, {:?}", mend, before, now);
                        others()
                    }
                    MendKind::PutAside { leaf } => {
                        let (before, now) = own();
                        prop_assert!(was_put_aside(&comparison, &before, &now, leaf), "{:?}: {:?}, {:?}", mend, before, now);
                        others()
                    }
                    _ => comparison.segments.iter().collect(),
                };
                for old in looked_at {
                    let new = mended.segment(old.id).unwrap();
                    let (before, now) = (pulls(&comparison, old), pulls(&mended, new));
                    match mend.edit {
                        Edit::FitScale { leaf, anchors, keep_trade_offs: true, .. } => {
                            let factor = span(&comparison, leaf, anchors);
                            prop_assert!(moved_alone(&before, &now, leaf, factor), "{:?}: {:?}, {:?}", mend, before, now);
                            prop_assert!(kept_leads(&comparison, old, &mended, new, leaf, factor), "{:?}", mend);
                        }
                        Edit::ConfirmRange { leaf, keep_trade_offs: true, .. } => {
                            let factor = comparison.worth_of_point(old, leaf).unwrap();
                            prop_assert!(moved_alone(&before, &now, leaf, factor), "{:?}: {:?}, {:?}", mend, before, now);
                        }
                        _ => prop_assert_eq!(&old.weights, &new.weights, "no weight moves"),
                    }
                    if mend.kind == MendKind::Fit {
                        let (then, now) = (delivered(&comparison, old), delivered(&mended, new));
                        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= ROUNDING * a.abs().max(1.0);
                        prop_assert!(then.cdv.iter().zip(&now.cdv).all(near), "{:?}", mend);
                    }
                }
            }
        }
    }

    #[test]
    fn findings_speak_of_what_is_there((comparison, mut dice) in any_comparison()) {
        let segment = dice.pick(&comparison.segments).clone();
        let prepared = Prepared::new(&comparison, &segment);
        let all = findings(prepared.case());
        let weights: Vec<Weightiness> = all.iter().map(Finding::weightiness).collect();
        prop_assert!(weights.is_sorted(), "what matters comes first");
        for (i, finding) in all.iter().enumerate() {
            prop_assert!(!all[..i].contains(finding), "told twice: {:?}", finding);
            let places = finding.places(prepared.case());
            prop_assert!(!places.is_empty());
            for Place { criterion, offer } in places {
                prop_assert!(criterion.is_some() || offer.is_some());
                prop_assert!(criterion.is_none_or(|id| comparison.criterion(id).is_some()));
                prop_assert!(offer.is_none_or(|id| comparison.offer(id).is_some()));
            }
        }
        // Each leaf that counts and lacks a level is told, and no other.
        let (weighting, compiled) = (prepared.case().weighting, prepared.case().compiled);
        for (l, leaf) in compiled.leaves().iter().enumerate() {
            let lacks = weighting.coefficients[l] > 0.0
                && (0..compiled.offers()).any(|o| compiled.worth(l, o).is_none());
            let told = all.iter().any(|f| matches!(f, Finding::Missing { leaf: m, .. } if *m == leaf.leaf));
            prop_assert_eq!(lacks, told);
        }
        prop_assert!(comparison.criteria.iter().all(|c| comparison.has_leaf(leaf_of(c))));
    }
}

/// Differences of CDV, that of buying nothing among them, are divided by S = 1 + g·(factor − 1) for a leaf of value, and
/// stay for one of cost.
fn kept_leads(old: &Comparison, before: &Segment, new: &Comparison, after: &Segment, leaf: Leaf, factor: f64) -> bool {
    let prepared = Prepared::new(old, before);
    let place = prepared.case().compiled.index_of(leaf).unwrap();
    let g = prepared.case().weighting.coefficients[place];
    let is_value = old.dimension_of(leaf).unwrap().side() == Side::Value;
    let divisor = if is_value { 1.0 + g * (factor - 1.0) } else { 1.0 };
    let (then, now) = (delivered(old, before), delivered(new, after));
    let largest =
        then.tcv.iter().chain(&then.tcc).fold(1.0_f64, |most, x| most.max(x.abs())) * before.cost_emphasis.max(1.0);
    let cdvs = |of: &Delivered, segment: &Segment| -> Vec<f64> {
        let complete = (0..old.offers.len()).filter(|&o| then.complete[o]).map(|o| of.cdv[o]);
        complete.chain(segment.buys_nothing).collect()
    };
    let (then, now) = (cdvs(&then, before), cdvs(&now, after));
    let ahead = |of: &[f64], a: usize, b: usize| of[b] - of[a];
    then.len() == now.len()
        && (0..then.len())
            .all(|a| (0..a).all(|b| (ahead(&then, a, b) / divisor - ahead(&now, a, b)).abs() <= ROUNDING * largest))
}
