//! From points to money and back: hand numbers, and the laws that any conversion keeps.

mod support;

use proptest::prelude::*;
use support::{comparisons, delivered, edits};
use worthwhile::model::{
    Account, Beyond, Comparison, Currency, Curve, Edit, EditError, IdSource, Lang, Leaf, Member, Scale, Segment,
    SegmentId, Share, Text, Variant, VariantId, Workbook, check, differences, inverse, money_line,
};
use worthwhile::value::{Conversion, Refused, Target, Terms, convert, money_anchors};

/// Sums of a few hundred products, relative to the largest amount in them.
const ROUNDING: f64 = 1e-9;

const TO_MONEY: Target = Target::Money { at: None };
const TO_POINTS: Target = Target::Points { anchors: None };

fn example(key: &str) -> Comparison {
    let example = worthwhile::examples::find(key).unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn cdvs(of: &Comparison, segment: SegmentId) -> Vec<f64> {
    delivered(of, of.segment(segment).unwrap()).2.cdv
}

fn rate(conversion: &Conversion, segment: SegmentId) -> f64 {
    conversion.rates.iter().find(|r| r.segment == segment).unwrap().amount
}

fn named<'a>(of: &'a Comparison, name: &str) -> &'a worthwhile::model::Criterion {
    of.criteria.iter().find(|c| c.name.get(Lang::En) == name).unwrap()
}

fn is_straight(conversion: &Conversion) -> bool {
    matches!(conversion.terms, Terms::Money { straight: true, .. })
}

/// The largest amount that enters the CDV of any offer: what rounding is relative to.
fn size(of: &Comparison, segment: &Segment) -> f64 {
    let (compiled, weighting, _) = delivered(of, segment);
    let parts = (0..compiled.leaves().len()).flat_map(|l| (0..of.offers.len()).map(move |o| (l, o)));
    parts.fold(1.0_f64, |most, (l, o)| most.max(compiled.contribution(&weighting, l, o).abs()))
}

// --- by hand -----------------------------------------------------------------------------------------------------

/// The televisions: the money scale spans 3,000 yuan and weighs 0.6, λ = 1, so k = 3000 / (100 · 1 · 0.6) = 50 yuan.
#[test]
fn the_televisions_in_money() {
    let points = example("televisions");
    let everyone = points.everyone().unwrap().id;
    let converted = convert(&points, TO_MONEY).unwrap();
    assert!((rate(&converted, everyone) - 50.0).abs() < 1e-9);
    assert!(matches!(converted.terms, Terms::Money { at, straight: true, .. } if (at - 3550.0).abs() < 1e-9));
    assert_eq!(converted.moves, []);
    let money = &converted.comparison;
    assert_eq!(check(money), Ok(()));
    // Warranty weighs 0.25 · 0.6: 100 points of it are worth 50 · 0.15 · 100 = 750 yuan.
    let Scale::Measure { curve, .. } = &named(money, "Warranty").scale else { panic!("a measure") };
    assert!(curve.points().iter().zip([[0.0, 0.0], [6.0, 750.0]]).all(|(p, q)| (p[1] - q[1]).abs() < 1e-9));
    // Waiting weighs 0.16 on the cost side: 10 hours cost 800 yuan.
    let Scale::Measure { curve, .. } = &named(money, "Shopping and waiting").scale else { panic!("a measure") };
    assert!((curve.at(10.0) - 800.0).abs() < 1e-9);
    // Picture was a rating from 1 to 10 of weight 0.24; its bounds stay in the curve, its words in the remark.
    let picture = named(money, "Picture and panel");
    let Scale::Measure { curve, .. } = &picture.scale else { panic!("a measure") };
    assert_eq!((curve.anchors(), curve.beyond()), ((1.0, 10.0), Beyond::Flat));
    assert!((curve.at(10.0) - 1200.0).abs() < 1e-9);
    assert_eq!(picture.note.get(Lang::En).lines().last(), Some("10 = brilliant"));
    assert!(picture.note.get(Lang::Zh).contains("1 = 模糊"));
    assert_eq!(converted.ratings.len(), 5);
    // CDV in money = 50 · CDV in points − 2,000, where the money scale begins.
    for (before, after) in cdvs(&points, everyone).into_iter().zip(cdvs(money, everyone)) {
        assert!((after - (50.0 * before - 2000.0)).abs() < 1e-9, "{before} became {after}");
    }
    let sharpness = money.everyone().unwrap().sharpness;
    assert!((sharpness - 0.1 / 50.0).abs() < 1e-15, "a share of preference stays what it is");
    // So does that of buying nothing: 20 points are 50 · 20 − 2,000 yuan.
    let mut picky = points.clone();
    picky.segments[0].buys_nothing = Some(20.0);
    let nothing = convert(&picky, TO_MONEY).unwrap().comparison.segments[0].buys_nothing.unwrap();
    assert!((nothing + 1000.0).abs() < 1e-9, "{nothing}");
}

/// Delivery goes from 30 to 100 points: its span of 70 makes it worth 350 yuan, not 500, so that the value side is worth
/// 4,850 yuan and the cost side 5,000. What the stretched scale shifts by is the same for everybody.
#[test]
fn the_televisions_there_and_back_stand_as_they_stood() {
    let points = example("televisions");
    let everyone = points.everyone().unwrap().id;
    let there = convert(&points, TO_MONEY).unwrap();
    let back = convert(&there.comparison, TO_POINTS).unwrap();
    assert!(matches!(back.terms, Terms::Points { anchors: [2000.0, 5000.0] }));
    assert!((rate(&back, everyone) - 48.5).abs() < 1e-9);
    let buyer = back.comparison.everyone().unwrap();
    assert!((buyer.cost_emphasis - 5000.0 / 4850.0).abs() < 1e-12);
    assert!((buyer.sharpness - 0.1 / 50.0 * 48.5).abs() < 1e-12);
    let service = buyer.weights.dimension(worthwhile::model::Dimension::Service).share;
    assert!((service - 1100.0 / 4850.0).abs() < 1e-12, "750 for the warranty and 350 for delivery");
    let (old, new) = (cdvs(&points, everyone), cdvs(&back.comparison, everyone));
    assert!((1..old.len()).all(|i| ((new[i] - new[0]) - 50.0 / 48.5 * (old[i] - old[0])).abs() < 1e-9));
}

/// Kotler's tractor: the scales span 20,000 + 7,000 + 6,000 + 5,000 + 2,000 = 40,000 dollars of value, the money scale
/// 40,000 of cost: λ = 1, a point is worth 400 dollars, and 10,000 dollars are 25 points.
#[test]
fn the_tractor_in_points() {
    let money = example("tractor");
    let everyone = money.everyone().unwrap().id;
    let converted = convert(&money, TO_POINTS).unwrap();
    assert!((rate(&converted, everyone) - 400.0).abs() < 1e-9);
    let points = &converted.comparison;
    assert_eq!(check(points), Ok(()));
    let (compiled, weighting, out) = delivered(points, points.everyone().unwrap());
    let weights = [0.5, 0.175, 0.15, 0.125, 0.05, 1.0];
    assert!(weighting.coefficients.iter().zip(weights).all(|(w, hand)| (w - hand).abs() < 1e-12), "{weighting:?}");
    assert_eq!(compiled.leaves().last().unwrap().leaf, Leaf::Ownership);
    assert!((weighting.cost_emphasis - 1.0).abs() < 1e-12);
    assert!((out.cdv[0] - 50.0).abs() < 1e-9 && (out.cdv[1] - 25.0).abs() < 1e-9, "{:?}", out.cdv);
    // And back: the same dollars.
    let again = convert(&converted.comparison, TO_MONEY).unwrap();
    assert!((rate(&again, everyone) - 400.0).abs() < 1e-9);
    let cdv = cdvs(&again.comparison, everyone);
    assert!((cdv[0] - cdv[1] - 10_000.0).abs() < 1e-6);
}

#[test]
fn where_the_money_scale_bends_the_stated_cost_decides_and_changed_ranks_are_listed() {
    let mut points = example("televisions");
    // Steep up to 3,500 yuan, then six times flatter.
    points.header.ownership.curve =
        Curve::new(vec![[200_000.0, 0.0], [350_000.0, 85.0], [500_000.0, 100.0]], Beyond::Straight).unwrap();
    let everyone = points.everyone().unwrap().id;
    let at = |amount| convert(&points, Target::Money { at: Some(amount) }).unwrap();
    let (low, high) = (at(3000.0), at(4000.0));
    assert!(matches!(low.terms, Terms::Money { straight: false, .. }));
    // k = 1 / (1 · 0.6 · slope): slopes 85/1500 and 15/1500 points per yuan.
    assert!((rate(&low, everyone) - 1500.0 / (85.0 * 0.6)).abs() < 1e-9);
    assert!((rate(&high, everyone) - 1500.0 / (15.0 * 0.6)).abs() < 1e-9);
    for conversion in [&low, &high] {
        let [old, new] = [&points, &conversion.comparison].map(|c| delivered(c, c.everyone().unwrap()).2.rank);
        for (i, offer) in points.offers.iter().enumerate() {
            let moved = conversion.moves.iter().find(|m| m.offer == offer.id);
            assert_eq!(moved.map(|m| (m.before, m.after)), (old[i] != new[i]).then_some((old[i], new[i])));
        }
    }
    assert!(!low.moves.is_empty() || !high.moves.is_empty(), "so bent a scale turns ranks over");
    // On a kink the segment above it counts.
    let kink = at(3500.0);
    assert!((rate(&kink, everyone) - rate(&high, everyone)).abs() < 1e-9);
}

// --- buyers ------------------------------------------------------------------------------------------------------

/// A second buyer with all weight of a side on the members named.
fn one_eyed(of: &mut Comparison, id: u32, cost_emphasis: f64) -> SegmentId {
    let mut segment = of.everyone().unwrap().clone();
    (segment.id, segment.everyone, segment.name) = (SegmentId(id), false, Text::from("One-eyed"));
    segment.cost_emphasis = cost_emphasis;
    of.segments.push(segment);
    SegmentId(id)
}

fn share(of: &mut Comparison, segment: SegmentId, member: Member, share: f64) {
    let segment = of.segments.iter_mut().find(|s| s.id == segment).unwrap();
    segment.weights.put(member, Share { share, locked: false });
}

#[test]
fn what_only_another_buyer_weighs_has_that_buyers_scale() {
    let mut points = example("televisions");
    let everyone = points.everyone().unwrap().id;
    let (picture, features) = (named(&points, "Picture and panel").id, points.criteria[1].id);
    let other = one_eyed(&mut points, 9000, 2.0);
    for (segment, shares) in [(everyone, [1.0, 0.0]), (other, [0.25, 0.75])] {
        share(&mut points, segment, Member::Leaf(Leaf::Criterion(picture)), shares[0]);
        share(&mut points, segment, Member::Leaf(Leaf::Criterion(features)), shares[1]);
    }
    let converted = convert(&points, TO_MONEY).unwrap();
    let money = &converted.comparison;
    // The other's k = 3000 / (100 · 2 · 0.6) = 25; features weigh 0.4 · 0.75 = 0.3 for them: 750 yuan for 100 points.
    assert!((rate(&converted, other) - 25.0).abs() < 1e-9);
    let Scale::Measure { curve, .. } = &money.criterion(features).unwrap().scale else { panic!("a measure") };
    assert!((curve.at(10.0) - 750.0).abs() < 1e-9);
    let factor = |segment, id| money.segment(segment).unwrap().weights.multipliers.get(&id).copied();
    assert_eq!((factor(everyone, features), factor(other, features)), (Some(0.0), None));
    // Picture: 50 · 0.4 for Everyone, 25 · 0.1 for the other.
    assert_eq!(factor(everyone, picture), None);
    assert!((factor(other, picture).unwrap() - 0.125).abs() < 1e-12);
    // Costs count twice for the other, and their k is half: the same yuan.
    assert_eq!(factor(other, named(&points, "Shopping and waiting").id), None);
    for segment in [everyone, other] {
        let k = rate(&converted, segment);
        let (before, after) = (cdvs(&points, segment), cdvs(money, segment));
        for i in 1..before.len() {
            assert!(((after[i] - after[0]) - k * (before[i] - before[0])).abs() < 1e-9);
        }
    }
}

// --- refusals ----------------------------------------------------------------------------------------------------

#[test]
fn what_has_no_k_is_refused_with_the_reason() {
    let points = example("televisions");
    let everyone = points.everyone().unwrap().id;
    let refused = |of: &Comparison, target| convert(of, target).unwrap_err();
    assert_eq!(refused(&points, TO_POINTS), Refused::Already);
    assert_eq!(refused(&example("tractor"), TO_MONEY), Refused::Already);

    let mut no_emphasis = points.clone();
    no_emphasis.segments[0].cost_emphasis = 0.0;
    assert_eq!(refused(&no_emphasis, TO_MONEY), Refused::NoCostEmphasis(everyone));

    let mut other = points.clone();
    let buyer = one_eyed(&mut other, 9000, 0.0);
    assert_eq!(refused(&other, TO_MONEY), Refused::NoCostEmphasis(buyer), "any buyer's, not Everyone's alone");

    let mut weightless = points.clone();
    let monetary = worthwhile::model::Dimension::Monetary;
    share(&mut weightless, everyone, Member::Dimension(monetary), 0.0);
    share(&mut weightless, everyone, Member::Dimension(worthwhile::model::Dimension::Time), 0.76);
    assert_eq!(refused(&weightless, TO_MONEY), Refused::NoMoneyWeight(everyone));

    let mut moneyless = points.clone();
    let price = moneyless.header.price.take().unwrap();
    moneyless.criteria.retain(|c| c.id != price);
    moneyless.offers.iter_mut().for_each(|o| o.levels.retain(|id, _| *id != price));
    moneyless.conform_weights();
    assert_eq!(refused(&moneyless, TO_MONEY), Refused::NoMoney);

    let mut flat = points.clone();
    flat.header.ownership.curve =
        Curve::new(vec![[2e5, 0.0], [3e5, 50.0], [4e5, 50.0], [5e5, 100.0]], Beyond::Flat).unwrap();
    assert_eq!(refused(&flat, Target::Money { at: Some(3500.0) }), Refused::NoSlope(3500.0));
    assert_eq!(refused(&flat, Target::Money { at: Some(9000.0) }), Refused::NoSlope(9000.0), "flat beyond the ends");
    assert!(matches!(refused(&flat, Target::Money { at: Some(f64::NAN) }), Refused::NoSlope(_)));
    assert!(convert(&flat, Target::Money { at: Some(2500.0) }).is_ok());

    let mut steep = points.clone();
    steep.header.ownership.curve = money_line(0.0, 1e15).unwrap();
    steep.segments[0].cost_emphasis = 1e-9;
    assert!(matches!(refused(&steep, TO_MONEY), Refused::BuyerOutOfRange(_) | Refused::OutOfRange(_)));
}

#[test]
fn what_gives_no_weights_is_refused_with_the_reason() {
    let money = example("tractor");
    let everyone = money.everyone().unwrap().id;
    let refused = |of: &Comparison, anchors| convert(of, Target::Points { anchors }).unwrap_err();
    for anchors in [[5.0, 5.0], [6.0, 5.0], [0.0, f64::INFINITY], [f64::NAN, 1.0], [0.0, 1e14], [0.0, 0.001]] {
        assert_eq!(refused(&money, Some(anchors)), Refused::Anchors, "{anchors:?}");
    }
    let mut worthless = money.clone();
    for criterion in worthless.criteria.clone().iter().filter(|c| !c.scale.is_money()) {
        worthless.segments[0].weights.multipliers.insert(criterion.id, 0.0);
    }
    assert_eq!(refused(&worthless, None), Refused::NoValueWorth(everyone));
    let mut cheap = money.clone();
    for criterion in cheap.criteria.clone().iter().filter(|c| !c.scale.is_money()) {
        cheap.segments[0].weights.multipliers.insert(criterion.id, 1e-4);
    }
    assert_eq!(refused(&cheap, None), Refused::CostEmphasis(everyone), "λ would be 10,000");
}

#[test]
#[expect(clippy::float_cmp, reason = "anchors are round amounts, exact to the last bit")]
fn anchors_are_kept_where_they_hold_every_offer_and_found_where_not() {
    let mut money = example("tractor");
    assert_eq!(money_anchors(&money), [80_000.0, 120_000.0]);
    money.header.ownership.curve = money_line(0.0, 100.0).unwrap();
    assert_eq!(money_anchors(&money), [90_000.0, 100_000.0]);
    money.offers.truncate(1);
    assert_eq!(money_anchors(&money), [100_000.0, 110_000.0], "one offer makes a scale too");
    money.offers.clear();
    assert_eq!(money_anchors(&money), [0.0, 1.0], "as it was");
    money.header.currency = Currency::new("JPY").unwrap();
    assert_eq!(money_anchors(&money), [0.0, 100.0]);
}

// --- the step ----

#[test]
fn only_the_same_comparison_in_the_other_account_is_taken() {
    let mut workbook = Workbook { comparisons: vec![example("televisions")], ids: IdSource::starting_at(1000) };
    let points = workbook.comparisons[0].clone();
    let comparison = points.id();
    let refused = |workbook: &Workbook, converted: Comparison| {
        let edit = Edit::ConvertAccount { comparison, converted: Box::new(converted) };
        matches!(edit.changes(workbook), Err(EditError::Unsound(_)))
    };
    assert!(refused(&workbook, points.clone()), "it reckons in points already");
    let mut lacking = convert(&points, TO_MONEY).unwrap().comparison;
    lacking.offers.pop();
    assert!(refused(&workbook, lacking), "an offer would be gone");
    let mut rated = convert(&points, TO_MONEY).unwrap().comparison;
    rated.criteria[0].scale = Scale::rating();
    assert!(refused(&workbook, rated), "a money account takes no ratings");
    let mut money = convert(&points, TO_MONEY).unwrap().comparison;
    money.header.position = 77;
    let edit = Edit::ConvertAccount { comparison, converted: Box::new(money.clone()) };
    let changes = edit.changes(&workbook).unwrap();
    assert_eq!(edit.label(&workbook).key, "edit-convert-to-money");
    workbook.apply(&changes);
    money.header.position = points.header.position;
    assert_eq!(workbook.comparisons[0], money, "it stays where it stood in the list");
    workbook.apply(&inverse(&changes));
    assert_eq!(workbook.comparisons[0], points);
}

// --- variants ----------------------------------------------------------------------------------------------------

fn with_variant(real: &Comparison, change: impl FnOnce(&mut Comparison)) -> Comparison {
    let mut layered = real.clone();
    change(&mut layered);
    let kept = differences(real, &layered);
    assert!(!kept.is_empty());
    let variant = Variant {
        id: VariantId(7777),
        position: 0,
        name: Text::from("Kept"),
        reason: Text::default(),
        parent: None,
        differences: kept,
    };
    Comparison { variants: vec![variant], ..real.clone() }
}

#[test]
fn a_variant_goes_along_by_its_own_weights() {
    let points = example("televisions");
    let everyone = points.everyone().unwrap().id;
    let picture = named(&points, "Picture and panel").id;
    let level = worthwhile::model::Level::Number(9.0);
    // A level alone stays that level, and nothing else differs.
    let of_level = with_variant(&points, |c| {
        c.offers[0].levels.insert(picture, level);
    });
    let converted = convert(&of_level, TO_MONEY).unwrap().comparison;
    assert_eq!(converted.variants[0].differences, of_level.variants[0].differences);
    // Another λ: half of k, so everything but money counts half as much.
    let of_emphasis = with_variant(&points, |c| c.segments[0].cost_emphasis = 2.0);
    let converted = convert(&of_emphasis, TO_MONEY).unwrap().comparison;
    let [before, after] = [&of_emphasis, &converted].map(|c| c.variants[0].of(c));
    assert_eq!(check(&after), Ok(()));
    let (old, new) = (cdvs(&before, everyone), cdvs(&after, everyone));
    assert!((1..old.len()).all(|i| ((new[i] - new[0]) - 25.0 * (old[i] - old[0])).abs() < 1e-9));
    // What cannot be converted is named.
    let broken = with_variant(&points, |c| c.segments[0].cost_emphasis = 0.0);
    let why = convert(&broken, TO_MONEY).unwrap_err();
    assert_eq!(why, Refused::Variant(VariantId(7777), Box::new(Refused::NoCostEmphasis(everyone))));
}

/// The real money scale is straight, so that k holds everywhere; that of the variant bends, and its ranks change.
/// A point is worth the same in the variant, so buying nothing is: it says nothing of its own about that, and a later
/// change of the real case reaches it. On a money scale that begins elsewhere it comes out otherwise.
#[test]
fn a_variant_that_says_nothing_of_buying_nothing_takes_the_real_amount() {
    let of_price = |real: &Comparison| {
        with_variant(real, |c| {
            for level in c.offers[0].levels.values_mut() {
                if let worthwhile::model::Level::Money(minor) = level {
                    *minor += 12_345;
                }
            }
        })
    };
    for (name, target) in [("televisions", TO_MONEY), ("tractor", TO_POINTS)] {
        for nothing in [0.1, 20.0, 33.3, 47.77, 61.803] {
            let mut real = example(name);
            real.segments[0].buys_nothing = Some(nothing);
            let with = of_price(&real);
            let converted = convert(&with, target).unwrap().comparison;
            assert_eq!(converted.variants[0].differences, with.variants[0].differences, "{name}, {nothing}");
        }
    }
    let mut real = example("televisions");
    real.segments[0].buys_nothing = Some(20.0);
    let with = with_variant(&real, |c| {
        c.header.ownership.curve = worthwhile::model::money_line(300_000.0, 600_000.0).unwrap();
    });
    let converted = convert(&with, TO_MONEY).unwrap().comparison;
    let nothing = [&converted, &converted.variants[0].of(&converted)].map(|c| c.segments[0].buys_nothing.unwrap());
    assert!((nothing[0] + 1000.0).abs() < 1e-9 && (nothing[1] + 2000.0).abs() < 1e-9, "{nothing:?}");
}

#[test]
fn a_variant_whose_ranks_change_is_named() {
    let points = example("televisions");
    let bent = Curve::new(vec![[200_000.0, 0.0], [350_000.0, 85.0], [500_000.0, 100.0]], Beyond::Straight).unwrap();
    let with = with_variant(&points, |c| c.header.ownership.curve = bent);
    let told = |at| {
        let target = Target::Money { at: Some(at) };
        let conversion = convert(&with, target).unwrap();
        assert_eq!(conversion.moves, [], "none of the real case");
        let words = worthwhile::words::Words::new(Lang::En);
        let view = worthwhile::board::account_view(&with, with.segments[0].id, Some(&[at]), &words);
        (conversion.moved_variants, view.moves)
    };
    let before = delivered(&with.variants[0].of(&with), &with.segments[0]).2.rank;
    let after = |at| {
        let money = convert(&with, Target::Money { at: Some(at) }).unwrap().comparison;
        delivered(&money.variants[0].of(&money), &money.segments[0]).2.rank
    };
    let moved: Vec<f64> = [3000.0, 4000.0].into_iter().filter(|at| after(*at) != before).collect();
    assert!(!moved.is_empty(), "so bent a scale turns ranks over");
    for at in [3000.0, 4000.0] {
        let (variants, lines) = told(at);
        let is_moved = moved.contains(&at);
        assert_eq!(variants.len(), usize::from(is_moved));
        assert_eq!(lines.iter().any(|line| line == "In the variant “Kept” ranks change."), is_moved, "{lines:?}");
    }
}

#[test]
fn a_variant_of_years_alone_takes_the_new_money_scale() {
    let money = example("tractor");
    let of_years = with_variant(&money, |c| c.header.ownership.years = 5);
    let converted = convert(&of_years, Target::Points { anchors: Some([50_000.0, 150_000.0]) }).unwrap().comparison;
    let layered = converted.variants[0].of(&converted);
    assert_eq!(layered.header.ownership.curve, converted.header.ownership.curve);
    assert_eq!(layered.header.ownership.years, 5);
}

// --- laws --------------------------------------------------------------------------------------------------------

/// Every difference of CDVs is `factor` times what it was, up to rounding; for offers that are complete in both.
fn scaled(before: &Comparison, after: &Comparison, segment: SegmentId, factor: f64) -> Result<(), TestCaseError> {
    let [old, new] = [before, after].map(|c| delivered(c, c.segment(segment).unwrap()).2);
    prop_assert_eq!(&old.complete, &new.complete);
    let whole: Vec<usize> = (0..old.cdv.len()).filter(|&o| old.complete[o]).collect();
    let size =
        size(after, after.segment(segment).unwrap()).max(factor * size(before, before.segment(segment).unwrap()));
    for pair in whole.windows(2) {
        let [was, is] = [&old, &new].map(|d| d.cdv[pair[1]] - d.cdv[pair[0]]);
        prop_assert!((is - factor * was).abs() <= ROUNDING * size, "{was} · {factor} became {is}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(support::config(300))]

    #[test]
    fn with_a_straight_money_scale_money_is_k_times_points(
        (mut points, mut dice) in comparisons(Account::Points, 0..=6, 0.1)
    ) {
        points.header.ownership.curve = money_line(0.0, 1000.0 * (1.0 + dice.between(0.0, 900.0).round())).unwrap();
        let Ok(there) = convert(&points, TO_MONEY) else { return Ok(()) };
        prop_assert_eq!(check(&there.comparison), Ok(()));
        prop_assert!(is_straight(&there));
        for segment in &points.segments {
            scaled(&points, &there.comparison, segment.id, rate(&there, segment.id))?;
        }
        // And back: points again, with the same order.
        let Ok(back) = convert(&there.comparison, TO_POINTS) else { return Ok(()) };
        prop_assert_eq!(check(&back.comparison), Ok(()));
        for segment in &points.segments {
            let factor = rate(&there, segment.id) / rate(&back, segment.id);
            scaled(&points, &back.comparison, segment.id, factor)?;
        }
    }

    #[test]
    fn points_are_money_divided_by_k((money, mut dice) in comparisons(Account::Money, 0..=6, 0.1)) {
        let anchors = dice.chance(0.5).then(|| [dice.between(-500.0, 500.0).round(), 600.0 + dice.between(0.0, 9e4).round()]);
        let Ok(there) = convert(&money, Target::Points { anchors }) else { return Ok(()) };
        prop_assert_eq!(check(&there.comparison), Ok(()));
        prop_assert!(there.moves.is_empty());
        for segment in &money.segments {
            scaled(&money, &there.comparison, segment.id, 1.0 / rate(&there, segment.id))?;
        }
        let back = convert(&there.comparison, TO_MONEY).unwrap();
        for segment in &money.segments {
            let [k, again] = [&there, &back].map(|c| rate(c, segment.id));
            prop_assert!((k - again).abs() <= ROUNDING * k, "k = {k} there, {again} back");
            scaled(&money, &back.comparison, segment.id, 1.0)?;
        }
    }

    #[test]
    fn a_bent_money_scale_is_converted_soundly_or_refused((points, mut dice) in comparisons(Account::Points, 0..=6, 0.1)) {
        let at = dice.chance(0.5).then(|| dice.between(-1000.0, 12_000.0));
        match convert(&points, Target::Money { at }) {
            Ok(there) => {
                prop_assert_eq!(check(&there.comparison), Ok(()));
                prop_assert!(!is_straight(&there) || there.moves.is_empty());
                prop_assert_eq!(&there.comparison.offers.len(), &points.offers.len());
                for (old, new) in points.offers.iter().zip(&there.comparison.offers) {
                    prop_assert_eq!(&old.levels, &new.levels);
                }
            }
            Err(why) => prop_assert!(why != Refused::Already),
        }
    }

    #[test]
    fn variants_mean_in_the_other_account_what_they_meant(
        (real, mut dice) in prop_oneof![comparisons(Account::Points, 1..=4, 0.0), comparisons(Account::Money, 1..=4, 0.0)]
    ) {
        let mut ids = IdSource::starting_at(1_000_000);
        let edits = dice.below(7);
        let layered = edits::layered(&mut dice, &real, &mut ids, edits);
        let kept = differences(&real, &layered);
        let variant = Variant {
            id: VariantId(ids.fresh()), position: 0, name: Text::from("v"), reason: Text::default(), parent: None,
            differences: kept,
        };
        let with = Comparison { variants: vec![variant], ..real };
        let target = if with.header.account == Account::Points { Target::Money { at: Some(3000.0) } } else {
            Target::Points { anchors: Some([0.0, 9000.0]) }
        };
        let Ok(converted) = convert(&with, target) else { return Ok(()) };
        prop_assert_eq!(check(&converted.comparison), Ok(()));
        // The layer alone, converted, is what the converted variant shows.
        let alone = Comparison { variants: Vec::new(), ..with.variants[0].of(&with) };
        // A layer may be one that has no k of its own.
        let Ok(of_layer) = convert(&alone, target) else { return Ok(()) };
        let expected = &of_layer.comparison;
        let shown = converted.comparison.variants[0].of(&converted.comparison);
        for segment in &expected.segments {
            let [a, b] = [expected, &shown].map(|c| delivered(c, c.segment(segment.id).unwrap()).2);
            prop_assert_eq!(&a.complete, &b.complete);
            let size = size(expected, segment);
            prop_assert!(a.cdv.iter().zip(&b.cdv).all(|(x, y)| (x - y).abs() <= ROUNDING * size));
            // Where the scale bends, or no offer is complete, buying nothing has no place among them to keep.
            let is_straight = |c: &Conversion| !matches!(c.terms, Terms::Money { straight: false, .. });
            let is_clear = [&of_layer, &converted].into_iter().all(is_straight)
                && [&converted.comparison, expected].into_iter().all(|c| {
                    c.segment(segment.id).is_none_or(|s| delivered(c, s).2.complete.contains(&true))
                });
            if is_clear {
                let [a, b] = [expected, &shown].map(|c| c.segment(segment.id).unwrap().buys_nothing);
                prop_assert_eq!(a.is_some(), b.is_some());
                let apart = a.zip(b).map_or(0.0, |(a, b)| (a - b).abs());
                prop_assert!(apart <= ROUNDING * size.max(a.map_or(0.0, f64::abs)), "{:?} {:?}", a, b);
            }
        }
    }
}
