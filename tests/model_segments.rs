//! Kinds of buyers: edits with their bounds, what-ifs, and the presets against hand calculation.

mod support;

use proptest::prelude::*;
use worthwhile::model::{
    Account, BuyerPreset, Comparison, CriterionId, Dimension, Edit, EditError, IdSource, Lang, Leaf, Member, Segment,
    SegmentId, Share, Side, Text, WeightSet, Workbook, check, differences, inverse, overlay,
};

/// Shares that were worked out by hand to nine digits.
const BY_HAND: f64 = 1e-9;

/// The televisions alone in a workbook.
fn televisions() -> Workbook {
    let mut workbook = Workbook::default();
    let example = worthwhile::examples::find("televisions").unwrap();
    workbook.comparisons = worthwhile::examples::load(example, &mut workbook.ids).unwrap();
    workbook
}

fn one(workbook: &Workbook) -> &Comparison {
    &workbook.comparisons[0]
}

fn names(workbook: &Workbook) -> Vec<&str> {
    one(workbook).segments.iter().map(|s| s.name.get(Lang::En)).collect()
}

fn apply(workbook: &mut Workbook, edit: &Edit) -> usize {
    let changes = edit.changes(workbook).unwrap_or_else(|why| panic!("{edit:?}: {why}"));
    workbook.apply(&changes);
    assert_eq!(check(one(workbook)), Ok(()));
    changes.len()
}

/// A copy of “Everyone” under a name.
fn like_everyone(workbook: &mut Workbook, name: &str) -> Segment {
    let everyone = one(workbook).everyone().unwrap().clone();
    Segment { id: SegmentId(workbook.ids.fresh()), name: name.into(), ..everyone }
}

fn add(workbook: &mut Workbook, name: &str) -> SegmentId {
    let segment = like_everyone(workbook, name);
    let (comparison, id) = (one(workbook).id(), segment.id);
    apply(workbook, &Edit::AddSegment { comparison, segment: Box::new(segment), at: usize::MAX });
    id
}

#[test]
fn kinds_of_buyers_come_go_and_change_places() {
    let mut workbook = televisions();
    let start = workbook.clone();
    let comparison = one(&workbook).id();
    let students = add(&mut workbook, "Students");
    assert!(!one(&workbook).segment(students).unwrap().everyone, "there is one everyone");
    let families = add(&mut workbook, "Families");
    assert_eq!(names(&workbook), ["Everyone", "Students", "Families"]);
    apply(&mut workbook, &Edit::MoveSegment { comparison, segment: families, to: 0 });
    assert_eq!(names(&workbook), ["Families", "Everyone", "Students"]);
    assert_eq!(apply(&mut workbook, &Edit::MoveSegment { comparison, segment: students, to: 9 }), 0, "it is the last");
    let delete = Edit::RemoveSegment { comparison, segment: families }.changes(&workbook).unwrap();
    let before = workbook.clone();
    workbook.apply(&delete);
    assert_eq!(names(&workbook), ["Everyone", "Students"]);
    workbook.apply(&inverse(&delete));
    assert_eq!(workbook, before);
    for segment in [students, families] {
        apply(&mut workbook, &Edit::RemoveSegment { comparison, segment });
    }
    assert_eq!(workbook.comparisons, start.comparisons);
}

#[test]
fn what_breaks_a_rule_is_refused_by_its_name() {
    let mut workbook = televisions();
    let comparison = one(&workbook).id();
    let students = add(&mut workbook, "Students");
    let everyone = one(&workbook).everyone().unwrap().id;
    let price = one(&workbook).header.price.unwrap();
    let criterion = one(&workbook).criteria[0].id;
    let refused = |edit: Edit| edit.changes(&workbook).unwrap_err();
    let rename = |name: Text| Edit::DescribeSegment { comparison, segment: students, name };
    assert_eq!(refused(Edit::RemoveSegment { comparison, segment: everyone }), EditError::EveryoneStays);
    assert_eq!(refused(Edit::RemoveSegment { comparison, segment: SegmentId(u32::MAX) }), EditError::Gone);
    assert_eq!(refused(rename(" ".into())), EditError::NameEmpty);
    // Everyone is called 所有买家 in Chinese: that is taken too.
    for taken in ["Everyone", "所有买家"] {
        assert_eq!(refused(rename(taken.into())), EditError::SegmentNameTaken(taken.into()));
    }
    for wrong in [-0.1, f64::NAN, f64::INFINITY, 1.1e9] {
        let size = Edit::SetSegmentSize { comparison, segment: students, size: wrong };
        assert_eq!(refused(size), EditError::SegmentSize);
        let sharpness = Edit::SetSharpness { comparison, segment: students, sharpness: wrong };
        assert_eq!(refused(sharpness), EditError::Sharpness);
        let multiplier = Edit::SetMultiplier { comparison, segment: students, criterion, factor: wrong };
        assert_eq!(refused(multiplier), EditError::Multiplier);
    }
    let of_money = Edit::SetMultiplier { comparison, segment: students, criterion: price, factor: 2.0 };
    assert_eq!(refused(of_money), EditError::Multiplier, "money counts at face value");
    let mut broken = like_everyone(&mut workbook.clone(), "Broken");
    broken.weights.dimensions[0].share += 0.5;
    let add = |segment: Segment| Edit::AddSegment { comparison, segment: Box::new(segment), at: 0 };
    let refused = |edit: Edit| edit.changes(&workbook).unwrap_err();
    assert!(matches!(refused(add(broken.clone())), EditError::Unsound(_)), "the sides do not sum to 1");
    let of_nothing = Leaf::Criterion(CriterionId(u32::MAX));
    broken = like_everyone(&mut workbook.clone(), "Broken");
    broken.weights.put(Member::Leaf(of_nothing), Share::default());
    assert!(matches!(refused(add(broken)), EditError::Unsound(_)), "a weight of nothing");
    let again = Segment { id: students, ..like_everyone(&mut workbook.clone(), "Again") };
    assert!(matches!(refused(add(again)), EditError::Unsound(_)), "its number is taken");
}

#[test]
fn what_changes_nothing_leaves_no_trace() {
    let mut workbook = televisions();
    let comparison = one(&workbook).id();
    let segment = add(&mut workbook, "Students");
    let criterion = one(&workbook).criteria[0].id;
    let now = one(&workbook).segment(segment).unwrap().clone();
    for edit in [
        Edit::DescribeSegment { comparison, segment, name: "Students ".into() },
        Edit::SetSegmentSize { comparison, segment, size: now.size },
        Edit::SetSharpness { comparison, segment, sharpness: now.sharpness },
        Edit::SetMultiplier { comparison, segment, criterion, factor: 1.0 },
    ] {
        assert_eq!(edit.changes(&workbook), Ok(Vec::new()), "{edit:?}");
    }
    apply(&mut workbook, &Edit::SetMultiplier { comparison, segment, criterion, factor: 2.5 });
    assert_eq!(one(&workbook).segment(segment).unwrap().weights.multipliers[&criterion].to_bits(), 2.5_f64.to_bits());
    apply(&mut workbook, &Edit::SetMultiplier { comparison, segment, criterion, factor: 1.0 });
    assert_eq!(one(&workbook).segment(segment), Some(&now), "1 is what stands where nothing is set");
}

#[test]
fn a_what_if_carries_buyers_and_gives_way_to_a_name_that_was_taken_meanwhile() {
    let mut workbook = televisions();
    let comparison = one(&workbook).id();
    let (students, gone) = (add(&mut workbook, "Students"), add(&mut workbook, "Gone"));
    let real = one(&workbook).clone();
    let families = add(&mut workbook, "Families");
    apply(&mut workbook, &Edit::DescribeSegment { comparison, segment: students, name: "Pupils".into() });
    apply(&mut workbook, &Edit::SetSegmentSize { comparison, segment: students, size: 4.0 });
    apply(&mut workbook, &Edit::SetSharpness { comparison, segment: students, sharpness: 0.3 });
    apply(&mut workbook, &Edit::RemoveSegment { comparison, segment: gone });
    let kept = differences(&real, one(&workbook));
    assert_eq!(overlay(&real, &kept), *one(&workbook));
    // Meanwhile somebody really is called Pupils.
    let mut later = real.clone();
    later.segments.iter_mut().find(|s| s.id == gone).unwrap().name = "Nobody".into();
    let newcomer = SegmentId(workbook.ids.fresh());
    later.segments.push(Segment {
        id: newcomer,
        name: "Pupils".into(),
        position: 1 << 30,
        ..later.segments[1].clone()
    });
    let layered = overlay(&later, &kept);
    assert_eq!(check(&layered), Ok(()));
    let name = |id| layered.segment(id).unwrap().name.get(Lang::En);
    assert_eq!((name(students), name(families), name(newcomer)), ("Pupils 2", "Families", "Pupils"));
}

// --- presets -----------------------------------------------------------------------------------------------------

fn shares(comparison: &Comparison, preset: BuyerPreset, locked: Option<Dimension>) -> [f64; 8] {
    let mut from = comparison.everyone().unwrap().weights.clone();
    if let Some(dimension) = locked {
        from.dimensions[dimension.index()].locked = true;
    }
    preset.weights(comparison, &from).dimensions.map(|share| share.share)
}

fn close(found: [f64; 8], by_hand: [f64; 8]) {
    for (found, by_hand) in found.into_iter().zip(by_hand) {
        assert!((found - by_hand).abs() < BY_HAND, "{found} is not {by_hand}");
    }
}

/// The televisions weigh 40, 25, 15, 20 and 60, 16, 12, 12 per cent.
#[test]
fn presets_double_the_named_dimensions_and_share_anew() {
    let workbook = televisions();
    let televisions = one(&workbook);
    let cost = [0.60, 0.16, 0.12, 0.12];
    // 40 + 25 + 2·15 + 2·20 = 135.
    let new = [40.0 / 135.0, 25.0 / 135.0, 30.0 / 135.0, 40.0 / 135.0];
    close(shares(televisions, BuyerPreset::NewBuyer, None), [&new[..], &cost].concat().try_into().unwrap());
    // 2·40 + 2·25 + 15 + 20 = 165.
    let loyal = [80.0 / 165.0, 50.0 / 165.0, 15.0 / 165.0, 20.0 / 165.0];
    close(shares(televisions, BuyerPreset::LoyalBuyer, None), [&loyal[..], &cost].concat().try_into().unwrap());
    // 2·60 + 16 + 12 + 12 = 160.
    let value = [0.40, 0.25, 0.15, 0.20];
    let price = [0.75, 0.10, 0.075, 0.075];
    close(shares(televisions, BuyerPreset::PriceLed, None), [&value[..], &price].concat().try_into().unwrap());
    // Service stays at 25 %; the others share 75 as 40 : 2·15 : 2·20.
    let locked = [0.75 * 40.0 / 110.0, 0.25, 0.75 * 30.0 / 110.0, 0.75 * 40.0 / 110.0];
    let found = shares(televisions, BuyerPreset::NewBuyer, Some(Dimension::Service));
    close(found, [&locked[..], &cost].concat().try_into().unwrap());
    // Money that is locked cannot weigh more.
    let same = shares(televisions, BuyerPreset::PriceLed, Some(Dimension::Monetary));
    close(same, [&value[..], &cost].concat().try_into().unwrap());
}

#[test]
fn in_a_money_account_a_preset_multiplies() {
    let mut ids = IdSource::starting_at(1);
    let example = worthwhile::examples::find("tractor").unwrap();
    let tractor = worthwhile::examples::load(example, &mut ids).unwrap().remove(0);
    assert_eq!(tractor.header.account, Account::Money);
    let everyone = &tractor.everyone().unwrap().weights;
    for (preset, inside, outside) in [(BuyerPreset::LoyalBuyer, 2.0, 1.0), (BuyerPreset::PriceLed, 1.0, 0.5)] {
        let weights = preset.weights(&tractor, everyone);
        for criterion in &tractor.criteria {
            let now = everyone.multipliers.get(&criterion.id).copied().unwrap_or(1.0);
            let is_inside = preset.dimensions().contains(&criterion.dimension);
            let factor = weights.multipliers.get(&criterion.id).copied().unwrap_or(1.0);
            let expected =
                if criterion.scale.is_money() { 1.0 } else { now * if is_inside { inside } else { outside } };
            assert!((factor - expected).abs() < BY_HAND, "{preset:?} {:?}: {factor}", criterion.name);
        }
    }
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn whatever_the_weights_a_preset_keeps_their_rules(
        (comparison, _) in prop_oneof![
            support::comparisons(Account::Points, 0..=2, 0.0),
            support::comparisons(Account::Money, 0..=2, 0.0),
        ],
    ) {
        for preset in BuyerPreset::ALL {
            for i in 0..comparison.segments.len() {
                let mut buyers = comparison.clone();
                let old = comparison.segments[i].weights.clone();
                buyers.segments[i].weights = preset.weights(&comparison, &old);
                prop_assert_eq!(check(&buyers), Ok(()));
                let new = &buyers.segments[i].weights;
                prop_assert_eq!(&new.leaves, &old.leaves, "only dimensions move");
                for side in Side::ALL {
                    for member in comparison.members(WeightSet::Side(side)) {
                        let Member::Dimension(dimension) = member else { continue };
                        let (old, new) = (old.dimension(dimension), new.dimension(dimension));
                        prop_assert_eq!(old.locked, new.locked);
                        prop_assert!(!old.locked || old == new, "a locked share stays");
                        let named = preset.dimensions().contains(&dimension);
                        let grows = new.share >= old.share - BY_HAND;
                        let shrinks = new.share <= old.share + BY_HAND;
                        prop_assert!(if named { grows } else { shrinks }, "{preset:?} {dimension:?}");
                    }
                }
            }
        }
    }
}
