//! Laws of what-ifs: what is laid over a comparison gives the layered one again, and follows what the real one becomes.

mod support;

use proptest::prelude::*;
use support::{edits, workbooks};
use worthwhile::model::{
    AmountError, Answers, Beyond, Comparison, CriterionId, Currency, Curve, Difference, Dimension, Edit, EditError,
    Expectation, Item, Leaf, Level, OfferId, Ownership, Scope, Side, Statement, SwingAnswer, Text, Variant, VariantId,
    Workbook, check, differences, in_currency, inverse, overlay,
};

/// The content of `layered` under the name of `real`: what an overlay can give.
fn content(real: &Comparison, layered: &Comparison) -> Comparison {
    let mut content = Comparison { variants: Vec::new(), ..layered.clone() };
    content.header.name = real.header.name.clone();
    content.header.note = real.header.note.clone();
    // Pins are the real case's, as far as they speak of what is there.
    let criteria: Vec<_> = layered.criteria.iter().collect();
    let fits = |pin: &&Statement| pin.fits(|id| layered.offer(id).is_some(), &criteria);
    content.header.pins = real.header.pins.iter().filter(fits).cloned().collect();
    content
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn an_overlay_of_the_differences_is_the_layered_comparison((workbook, mut dice) in workbooks()) {
        let mut ids = workbook.ids.clone();
        for real in &workbook.comparisons {
            for edits in [0, 1, 3, 12] {
                let layered = edits::layered(&mut dice, real, &mut ids, edits);
                let found = differences(real, &layered);
                prop_assert_eq!(overlay(real, &found), content(real, &layered));
                prop_assert!(differences(real, real).is_empty());
                let structural = found.iter().filter(|d| matches!(d, Difference::Structure(_))).count();
                prop_assert!(structural <= 1);
            }
        }
    }

    #[test]
    fn an_overlay_keeps_every_rule_whatever_has_become_of_the_real_case((workbook, mut dice) in workbooks()) {
        let mut ids = workbook.ids.clone();
        for real in &workbook.comparisons {
            let layered = edits::layered(&mut dice, real, &mut ids, 8);
            let mut kept = differences(real, &layered);
            let later = edits::layered(&mut dice, real, &mut ids, 8);
            prop_assert_eq!(check(&overlay(&later, &kept)), Ok(()), "{:?} on {:?}", kept, later);
            // Any part of them, in any order, is as sound.
            dice.shuffle(&mut kept);
            kept.truncate(dice.below(kept.len() + 1));
            prop_assert_eq!(check(&overlay(&later, &kept)), Ok(()));
            for other in &workbook.comparisons {
                prop_assert_eq!(check(&overlay(other, &kept)), Ok(()), "over a foreign comparison");
            }
        }
    }

    #[test]
    fn a_variant_reads_back_and_is_copied_with_its_comparison((mut workbook, mut dice) in workbooks()) {
        let mut ids = workbook.ids.clone();
        for real in workbook.comparisons.clone() {
            let layered = edits::layered(&mut dice, &real, &mut ids, 6);
            let kept = differences(&real, &layered);
            let written = serde_json::to_string(&kept).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Vec<Difference>>(&written).unwrap(), &kept);
            let variant = variant(&mut ids, "kept", None, kept);
            let with = Comparison { variants: vec![variant], ..real };
            workbook.ids.skip(ids.peek());
            let copy = workbook.renumbered(&with);
            prop_assert_eq!(check(&copy), Ok(()));
            // The copy's variant differs from the copy as the original's does from the original.
            let (of_copy, of_original) = (copy.variants[0].of(&copy), with.variants[0].of(&with));
            prop_assert_eq!(shape(&of_copy), shape(&of_original));
            let numbers: Vec<u32> = with.variants[0].numbers().collect();
            prop_assert!(copy.variants[0].numbers().all(|n| !numbers.contains(&n)));
            prop_assert_eq!(copy.variants[0].numbers().count(), numbers.len());
        }
    }

    #[test]
    fn applying_a_what_if_is_one_edit_that_undo_takes_back((workbook, mut dice) in workbooks()) {
        let mut ids = workbook.ids.clone();
        for real in &workbook.comparisons {
            let layered = edits::layered(&mut dice, real, &mut ids, 6);
            let apply = Edit::ApplyDifferences {
                comparison: real.id(),
                differences: differences(real, &layered),
                name: None,
            };
            let changes = apply.changes(&workbook).unwrap();
            let mut after = workbook.clone();
            after.apply(&changes);
            prop_assert_eq!(after.comparison(real.id()).unwrap(), &content(real, &layered));
            after.apply(&inverse(&changes));
            prop_assert_eq!(&after, &workbook);
        }
    }
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn amounts_are_read_in_the_currency_in_which_they_are_written((workbook, mut dice) in workbooks()) {
        let mut ids = workbook.ids.clone();
        for real in &workbook.comparisons {
            let real = in_any_currency(&mut dice, real.clone());
            let (first, then) = (dice.below(4), dice.below(4));
            let layered = edits::layered(&mut dice, &real, &mut ids, first);
            let layered = if dice.chance(0.5) { in_any_currency(&mut dice, layered) } else { layered };
            let layered = with_prices(&mut dice, layered);
            let layered = edits::layered(&mut dice, &layered, &mut ids, then);
            let kept = differences(&real, &layered);
            prop_assert_eq!(overlay(&real, &kept), content(&real, &layered));
            // The real case goes on without the layer, and takes other currencies too.
            let mut with = real.clone();
            with.variants.push(variant(&mut ids, "kept", None, kept.clone()));
            let later = edits::layered(&mut dice, &with, &mut ids, then);
            let later = in_any_currency(&mut dice, later);
            let shown = later.variants[0].of(&later);
            prop_assert_eq!(check(&shown), Ok(()));
            same_units(&layered, &kept, &shown)?;
        }
    }
}

/// `of` in another currency, where that holds its amounts; now and then with a money scale that few currencies hold.
fn in_any_currency(dice: &mut support::dice::Dice, of: Comparison) -> Comparison {
    let mut alone = Workbook { comparisons: vec![of], ids: worthwhile::model::IdSource::starting_at(1) };
    let comparison = alone.comparisons[0].id();
    let code = *dice.pick(&["CNY", "USD", "JPY", "KWD"]);
    let mut edits = vec![Edit::SetCurrency { comparison, currency: Currency::new(code).unwrap() }];
    if dice.chance(0.3) {
        let curve = *dice.pick(&[[100.0, 140.0], [1e14, 9e14], [0.0, 1e6]]);
        let ownership = alone.comparisons[0].header.ownership.clone();
        let curve = Curve::line([curve[0], 0.0], [curve[1], 100.0]).unwrap();
        edits.push(Edit::SetOwnership { comparison, ownership: Ownership { curve, ..ownership } });
    }
    for edit in edits {
        if let Ok(changes) = edit.changes(&alone) {
            alone.apply(&changes);
        }
    }
    alone.comparisons.remove(0)
}

/// `of` with whole amounts in some cells, as bought, in use and expected.
fn with_prices(dice: &mut support::dice::Dice, of: Comparison) -> Comparison {
    let (comparison, unit) = (of.id(), of.header.currency.minor_per_unit());
    let places: Vec<OfferId> =
        of.offers.iter().map(|o| o.id).chain(of.header.expectation.iter().map(|_| OfferId::EXPECTED)).collect();
    let money: Vec<CriterionId> = of.money_criteria().map(|c| c.id).collect();
    let mut edits = Vec::new();
    for place in places {
        for criterion in &money {
            let amount = Some(Level::Money(i64::try_from(dice.below(9000)).unwrap() * unit));
            let cells = vec![(place, *criterion, amount)];
            match dice.below(4) {
                0 => edits.push(Edit::SetLevels { comparison, cells }),
                1 => edits.push(Edit::SetLevelsAfterUse { comparison, cells }),
                _ => {}
            }
        }
    }
    let mut alone = Workbook { comparisons: vec![of], ids: worthwhile::model::IdSource::starting_at(1) };
    for edit in edits {
        if let Ok(changes) = edit.changes(&alone) {
            alone.apply(&changes);
        }
    }
    alone.comparisons.remove(0)
}

/// What a layer says of a level stands in `shown` at the same number of units.
fn same_units(layered: &Comparison, kept: &[Difference], shown: &Comparison) -> Result<(), TestCaseError> {
    let units = |of: &Comparison, level: Level| match level {
        Level::Money(minor) => i128::from(minor) * 1_000_000 / i128::from(of.header.currency.minor_per_unit()),
        _ => -1,
    };
    for difference in kept {
        let (Difference::Level { offer, criterion, .. } | Difference::AfterUse { offer, criterion, .. }) = difference
        else {
            continue;
        };
        let is_bought = matches!(difference, Difference::Level { .. });
        let level = |of: &Comparison| {
            if *offer == OfferId::EXPECTED {
                return of.header.expectation.as_ref().and_then(|e| e.levels.get(criterion).copied());
            }
            let offer = of.offer(*offer)?;
            let levels = if is_bought { &offer.levels } else { &offer.after_use };
            levels.get(criterion).copied()
        };
        if let (Some(said), Some(stands)) = (level(layered), level(shown)) {
            prop_assert_eq!(units(layered, said), units(shown, stands), "{:?}", difference);
        }
    }
    Ok(())
}

/// Names of criteria, offers with their levels, weights of segments.
type Shape = (Vec<String>, Vec<(String, Vec<Level>)>, Vec<[f64; 8]>);

/// What is left of a comparison without its numbers.
fn shape(of: &Comparison) -> Shape {
    let word = |text: &Text| format!("{text:?}");
    let offers = of.offers.iter().map(|o| {
        let levels = of.criteria.iter().filter_map(|c| o.levels.get(&c.id).copied()).collect();
        (word(&o.name), levels)
    });
    let weights = of.segments.iter().map(|s| s.weights.dimensions.map(|share| share.share));
    (of.criteria.iter().map(|c| word(&c.name)).collect(), offers.collect(), weights.collect())
}

fn variant(
    ids: &mut worthwhile::model::IdSource,
    name: &str,
    parent: Option<VariantId>,
    differences: Vec<Difference>,
) -> Variant {
    let id = VariantId(ids.fresh());
    Variant { id, position: 0, name: name.into(), reason: Text::default(), parent, differences }
}

/// The televisions alone, and the price of the first.
fn televisions() -> (Workbook, OfferId, CriterionId) {
    let mut workbook = worthwhile::examples::first_workbook();
    workbook.comparisons.truncate(1);
    let comparison = &workbook.comparisons[0];
    let (offer, price) = (comparison.offers[0].id, comparison.header.price.unwrap());
    (workbook, offer, price)
}

fn apply(workbook: &mut Workbook, edit: &Edit) {
    let changes = edit.changes(workbook).expect("a good edit");
    workbook.apply(&changes);
}

fn add(workbook: &mut Workbook, name: &str, parent: Option<VariantId>, differences: Vec<Difference>) -> VariantId {
    let variant = variant(&mut workbook.ids, name, parent, differences);
    let (comparison, id) = (workbook.comparisons[0].id(), variant.id);
    apply(workbook, &Edit::AddVariant { comparison, variant: Box::new(variant) });
    id
}

#[test]
fn a_correction_of_the_real_case_reaches_the_variants() {
    let (mut workbook, offer, price) = televisions();
    let cheaper = Difference::Level { offer, criterion: price, level: Some(Level::Money(250_000)) };
    let id = add(&mut workbook, "cheaper", None, vec![cheaper]);
    let comparison = workbook.comparisons[0].id();
    let (other, rating) = {
        let real = &workbook.comparisons[0];
        let rating = real.criteria.iter().find(|c| matches!(c.scale, worthwhile::model::Scale::Rating { .. })).unwrap();
        (real.offers[1].id, rating.id)
    };
    let cells = vec![(other, rating, Some(Level::Number(3.0))), (offer, price, Some(Level::Money(270_000)))];
    apply(&mut workbook, &Edit::SetLevels { comparison, cells });
    let real = &workbook.comparisons[0];
    let layered = real.variant(id).unwrap().of(real);
    assert_eq!(layered.offer(other).unwrap().levels[&rating], Level::Number(3.0), "the correction");
    assert_eq!(layered.offer(offer).unwrap().levels[&price], Level::Money(250_000), "what the variant says");
    apply(&mut workbook, &Edit::RemoveOffer { comparison, offer });
    let real = &workbook.comparisons[0];
    assert_eq!(overlay(real, &real.variant(id).unwrap().differences).offers.len(), 3, "nothing comes back");
}

/// One renamed what the other one moved: both hold.
#[test]
fn fields_that_the_layer_left_alone_stay_the_real_ones() {
    let (mut workbook, ..) = televisions();
    let (comparison, criterion) = (workbook.comparisons[0].id(), workbook.comparisons[0].criteria[0].id);
    let describe = |name: &str, note: &str| Edit::DescribeCriterion {
        comparison,
        criterion,
        name: name.into(),
        note: note.into(),
    };
    let real = workbook.comparisons[0].clone();
    let old = real.criteria[0].clone();
    let mut layer = workbook.clone();
    apply(&mut layer, &describe("renamed in the layer", old.note.get(worthwhile::model::Lang::En)));
    let kept = differences(&real, &layer.comparisons[0]);
    apply(&mut workbook, &describe("renamed", "a new note"));
    let now = overlay(&workbook.comparisons[0], &kept);
    assert_eq!(now.criteria[0].name, Text::from("renamed in the layer"));
    assert_eq!(now.criteria[0].note, Text::from("a new note"));
    assert_eq!(now.criteria[0].scale, old.scale);
}

#[test]
fn children_of_a_deleted_variant_go_to_its_parent() {
    let (mut workbook, ..) = televisions();
    let comparison = workbook.comparisons[0].id();
    let grandparent = add(&mut workbook, "a", None, Vec::new());
    let parent = add(&mut workbook, "b", Some(grandparent), Vec::new());
    let child = add(&mut workbook, "c", Some(parent), Vec::new());
    add(&mut workbook, "d", None, Vec::new());
    let tree = |workbook: &Workbook| -> Vec<(usize, String)> {
        let tree = workbook.comparisons[0].variant_tree();
        tree.iter().map(|(depth, v)| (*depth, v.name.get(worthwhile::model::Lang::En).to_owned())).collect()
    };
    let named = |all: &[(usize, &str)]| all.iter().map(|(d, n)| (*d, (*n).to_owned())).collect::<Vec<_>>();
    assert_eq!(tree(&workbook), named(&[(0, "a"), (1, "b"), (2, "c"), (0, "d")]));
    apply(&mut workbook, &Edit::RemoveVariant { comparison, variant: parent });
    assert_eq!(workbook.comparisons[0].variant(child).unwrap().parent, Some(grandparent));
    assert_eq!(tree(&workbook), named(&[(0, "a"), (1, "c"), (0, "d")]));
}

#[test]
fn names_of_variants_are_their_own_and_numbers_are_never_shared() {
    let mut workbook = worthwhile::examples::first_workbook();
    let comparison = workbook.comparisons[0].id();
    let id = add(&mut workbook, "cheaper", None, Vec::new());
    let other = add(&mut workbook, "dearer", None, Vec::new());
    let refused = |edit: Edit| edit.changes(&workbook).err();
    let describe =
        |name: &str| Edit::DescribeVariant { comparison, variant: other, name: name.into(), reason: "".into() };
    assert_eq!(refused(describe("cheaper ")), Some(EditError::VariantNameTaken("cheaper".into())));
    assert_eq!(refused(describe(" ")), Some(EditError::NameEmpty));
    assert_eq!(describe("dearer").changes(&workbook), Ok(Vec::new()));
    let again = Variant { id, ..workbook.comparisons[0].variants[1].clone() };
    let again = Variant { name: "new".into(), ..again };
    assert!(refused(Edit::AddVariant { comparison, variant: Box::new(again) }).is_some());
    // An offer that only a variant has, with the number of another comparison's offer.
    let mut layered = workbook.comparisons[0].clone();
    let mut foreign = layered.offers[0].clone();
    foreign.id = workbook.comparisons[1].offers[0].id;
    layered.offers.push(foreign);
    let stolen = differences(&workbook.comparisons[0], &layered);
    let set = Edit::SetVariant { comparison, variant: id, differences: stolen.clone() };
    assert!(matches!(refused(set), Some(EditError::Unsound(_))));
    let apply = Edit::ApplyDifferences { comparison, differences: stolen, name: None };
    assert!(matches!(refused(apply), Some(EditError::Unsound(_))));
}

#[test]
fn variants_that_descend_from_each_other_in_a_circle_are_refused() {
    let (mut workbook, ..) = televisions();
    let a = add(&mut workbook, "a", None, Vec::new());
    let b = add(&mut workbook, "b", Some(a), Vec::new());
    let mut circle = workbook.comparisons[0].clone();
    circle.variants[0].parent = Some(b);
    assert!(check(&circle).is_err_and(|e| e.path == "variants[0].parent"));
    circle.variants[0].parent = Some(VariantId(u32::MAX));
    assert!(check(&circle).is_err_and(|e| e.path == "variants[0].parent"));
    assert!(circle.variant_tree().len() <= 2);
}

/// Structure with its consequences is one difference; a price beside it is another.
#[test]
fn what_follows_from_the_structure_is_no_difference_of_its_own() {
    let (mut workbook, offer, price) = televisions();
    let real = workbook.comparisons[0].clone();
    let (comparison, criterion) = (real.id(), real.criteria[0].id);
    apply(&mut workbook, &Edit::RemoveCriterion { comparison, criterion });
    let found = differences(&real, &workbook.comparisons[0]);
    assert!(matches!(found.as_slice(), [Difference::Structure(_)]), "{found:?}");
    apply(&mut workbook, &Edit::SetLevels { comparison, cells: vec![(offer, price, Some(Level::Money(1)))] });
    let found = differences(&real, &workbook.comparisons[0]);
    assert!(matches!(found.as_slice(), [Difference::Structure(_), Difference::Level { .. }]), "{found:?}");
}

// --- currencies --------------------------------------------------------------------------------------------------

/// A real case in yuan whose money scale, from 28.00 to 28.40, no whole number of yen can hold; and a layer in yen.
#[test]
fn a_layer_in_another_currency_says_its_own_amounts_whatever_the_real_case_holds() {
    let (mut workbook, offer, price) = televisions();
    let comparison = workbook.comparisons[0].id();
    let narrow = Ownership {
        curve: Curve::line([2_800.0, 0.0], [2_840.0, 100.0]).unwrap(),
        ..workbook.comparisons[0].header.ownership.clone()
    };
    let wide = Ownership { curve: Curve::line([200_000.0, 0.0], [500_000.0, 100.0]).unwrap(), ..narrow.clone() };
    let time = workbook.comparisons[0].criteria_of(Dimension::Time).next().unwrap().id;
    let swing = SwingAnswer { item: Item::Leaf(Leaf::Criterion(time)), levels: None, span: 100.0, worth: 50.0 };
    let answers = |at| Answers::Money { swings: vec![swing], at: Some(at) };
    workbook.comparisons[0].header.expectation = Some(Expectation::default());
    let mut layer = workbook.clone();
    apply(&mut workbook, &Edit::SetOwnership { comparison, ownership: narrow });
    let yen = Currency::new("JPY").unwrap();
    let put = |offer, amount| vec![(offer, price, Some(Level::Money(amount)))];
    let segment = layer.comparisons[0].segments[0].id;
    for edit in [
        Edit::SetOwnership { comparison, ownership: wide },
        Edit::SetCurrency { comparison, currency: yen },
        Edit::SetLevels { comparison, cells: put(offer, 2500) },
        Edit::SetLevels { comparison, cells: put(OfferId::EXPECTED, 3000) },
        Edit::SetLevelsAfterUse { comparison, cells: put(offer, 2600) },
    ] {
        apply(&mut layer, &edit);
    }
    let mut layered = layer.comparisons.remove(0);
    let said = worthwhile::model::Elicited { scope: Scope::Side(Side::Cost), in_force: false, answers: answers(2700) };
    layered.segments.iter_mut().find(|s| s.id == segment).unwrap().elicited = vec![said];
    let real = &workbook.comparisons[0];
    let shown = overlay(real, &differences(real, &layered));
    assert_eq!(shown, content(real, &layered));
    assert_eq!(shown.header.currency, yen);
    assert_eq!(shown.offer(offer).unwrap().levels[&price], Level::Money(2500), "2,500 yen and not 25 yuan");
    // A real case that no yen can hold: what the layer says of itself still stands.
    let mut strange = real.clone();
    strange.offers[1].levels.insert(price, Level::Money(280_050));
    strange.offers[2].levels.insert(price, Level::Money(400_000));
    let shown = overlay(&strange, &differences(real, &layered));
    assert_eq!(check(&shown), Ok(()));
    assert_eq!(shown.offer(offer).unwrap().levels[&price], Level::Money(2500));
    assert_eq!(shown.offer(offer).unwrap().after_use[&price], Level::Money(2600));
    assert_eq!(shown.header.expectation.as_ref().unwrap().levels[&price], Level::Money(3000));
    assert_eq!(shown.header.ownership, layered.header.ownership);
    assert_eq!(shown.segments[0].elicited[0].answers, answers(2700));
    assert_eq!(shown.offers[1].levels.get(&price), None, "2,800.50 yuan are no whole number of yen");
    assert_eq!(shown.offers[2].levels[&price], Level::Money(4000));
}

#[test]
fn amounts_of_variants_go_along_when_the_real_case_takes_another_currency() {
    let (mut workbook, offer, price) = televisions();
    let comparison = workbook.comparisons[0].id();
    let level = |minor| Some(Level::Money(minor));
    let said = |minor| {
        vec![
            Difference::Level { offer, criterion: price, level: level(minor) },
            Difference::AfterUse { offer, criterion: price, level: level(minor) },
            Difference::Ownership(Ownership {
                curve: Curve::line([200_000.0, 0.0], [400_000.0, 100.0]).unwrap(),
                ..Ownership::default()
            }),
        ]
    };
    let cheaper = add(&mut workbook, "cheaper", None, said(250_000));
    let before = workbook.clone();
    let yen = Edit::SetCurrency { comparison, currency: Currency::new("JPY").unwrap() };
    let changes = yen.changes(&workbook).unwrap();
    workbook.apply(&changes);
    let real = &workbook.comparisons[0];
    let shown = real.variant(cheaper).unwrap().of(real);
    assert_eq!(shown.offer(offer).unwrap().levels[&price], Level::Money(2500));
    assert_eq!(shown.offer(offer).unwrap().after_use[&price], Level::Money(2500));
    assert_eq!(shown.header.ownership.curve.points(), [[2000.0, 0.0], [4000.0, 100.0]]);
    workbook.apply(&inverse(&changes));
    assert_eq!(workbook, before, "undo takes all of it back");
    // A variant that the currency cannot hold: the edit is refused, and says where.
    add(&mut workbook, "to the fen", None, said(250_001));
    let why = AmountError::TooFine { decimals: 0 };
    assert_eq!(yen.changes(&workbook), Err(EditError::VariantAmount { variant: "to the fen".into(), error: why }));
    let left = in_currency(&said(250_001), Currency::CNY, Currency::new("JPY").unwrap());
    assert!(matches!(left.as_slice(), [Difference::Ownership(_)]), "with good will they are left out: {left:?}");
    // So is one whose money scale would lose a control point, or all its width: 28.00 to 28.40 yuan are 28 yen.
    let scaled = |points: &[[f64; 2]]| {
        let curve = Curve::new(points.to_vec(), Beyond::Straight).unwrap();
        vec![Difference::Ownership(Ownership { curve, ..Ownership::default() })]
    };
    for points in [vec![[2_800.0, 0.0], [2_840.0, 100.0]], vec![[100.0, 0.0], [120.0, 10.0], [840.0, 100.0]]] {
        let mut narrow = before.clone();
        add(&mut narrow, "narrow", None, scaled(&points));
        assert_eq!(yen.changes(&narrow), Err(EditError::VariantAmount { variant: "narrow".into(), error: why }));
    }
    let dinar = Edit::SetCurrency { comparison, currency: Currency::new("KWD").unwrap() };
    let mut vast = before.clone();
    add(&mut vast, "vast", None, scaled(&[[0.0, 0.0], [9e14, 100.0]]));
    let why = AmountError::TooLarge;
    assert_eq!(dinar.changes(&vast), Err(EditError::VariantAmount { variant: "vast".into(), error: why }));
    // To make a what-if real that changes the currency is the same.
    let mut layered = workbook.comparisons[0].clone();
    layered.variants.clear();
    let mut alone = Workbook { comparisons: vec![layered], ids: workbook.ids.clone() };
    apply(&mut alone, &yen);
    let differences = differences(&workbook.comparisons[0], &alone.comparisons[0]);
    let made_real = Edit::ApplyDifferences { comparison, differences, name: None };
    assert!(matches!(made_real.changes(&workbook), Err(EditError::VariantAmount { .. })));
    let other = workbook.comparisons[0].variants[1].id;
    apply(&mut workbook, &Edit::RemoveVariant { comparison, variant: other });
    apply(&mut workbook, &made_real);
    let real = &workbook.comparisons[0];
    assert_eq!(real.variant(cheaper).unwrap().of(real).offer(offer).unwrap().levels[&price], Level::Money(2500));
}
