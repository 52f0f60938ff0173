//! What the buyer expects and what offers are in use: the rules that edits keep.

use worthwhile::examples;
use worthwhile::model::{
    Category, CategoryId, Comparison, CriterionId, Currency, Dimension, Edit, EditError, Expectation, IdSource, Lang,
    Level, LevelError, OfferId, Scale, Text, Workbook, blank_offer, check, inverse,
};

const HERE: OfferId = OfferId::EXPECTED;

/// The shipped televisions.
fn televisions() -> Workbook {
    let mut ids = IdSource::starting_at(1);
    let comparisons = examples::load(examples::find("televisions").unwrap(), &mut ids).unwrap();
    Workbook { comparisons, ids }
}

fn criterion(workbook: &Workbook, name: &str) -> CriterionId {
    let all = &workbook.comparisons[0].criteria;
    all.iter().find(|c| c.name.get(Lang::En) == name).unwrap_or_else(|| panic!("{name}")).id
}

/// Does an edit, and sees that its inverse takes it back to the last bit.
fn apply(workbook: &mut Workbook, edit: &Edit) {
    let before = workbook.comparisons.clone();
    let changes = edit.changes(workbook).unwrap();
    workbook.apply(&changes);
    workbook.comparisons.iter().for_each(|c| assert_eq!(check(c), Ok(())));
    let after = workbook.comparisons.clone();
    workbook.apply(&inverse(&changes));
    assert_eq!(workbook.comparisons, before);
    workbook.apply(&changes);
    assert_eq!(workbook.comparisons, after);
}

fn refused(workbook: &Workbook, edit: &Edit) -> EditError {
    edit.changes(workbook).unwrap_err()
}

fn expected(of: &Comparison) -> &Expectation {
    of.header.expectation.as_ref().unwrap()
}

/// The televisions with an expectation.
fn expecting() -> Workbook {
    let mut workbook = televisions();
    let comparison = workbook.comparisons[0].id();
    apply(&mut workbook, &Edit::AddExpectation { comparison });
    workbook
}

#[test]
fn usual_is_the_median_of_the_offers_at_hand() {
    let workbook = expecting();
    let levels = &expected(&workbook.comparisons[0]).levels;
    let level = |name| levels[&criterion(&workbook, name)];
    // Of four offers the mean of the two in the middle: 6, 6, 7, 9; 2800, 3000, 4000, 4400; 6, 6, 8, 24.
    assert_eq!(level("Picture and panel"), Level::Number(6.5));
    assert_eq!(level("Price"), Level::Money(350_000));
    assert_eq!(level("Trip to the store"), Level::Number(7.0));
    // In 3 days, next day, same day twice: of the two in the middle the one that promises less.
    let Some(Scale::Category { levels: named, .. }) =
        workbook.comparisons[0].scale(criterion(&workbook, "Delivery and installation"))
    else {
        panic!("named levels")
    };
    let next_day = named.iter().find(|c| c.name.get(Lang::En) == "Next day").unwrap().id;
    assert_eq!(level("Delivery and installation"), Level::Category(next_day));
}

/// Named burdens on the cost side: of two in the middle the heavier one is expected.
#[test]
fn nobody_is_made_to_expect_too_much() {
    let mut workbook = televisions();
    let one = &mut workbook.comparisons[0];
    let named = |id, name: &str, points| Category::new(CategoryId(id), name.into(), points);
    let scale = Scale::named(vec![named(1, "light", 0.0), named(2, "heavy", 100.0)]);
    let effort = one.criteria.iter().position(|c| c.dimension == Dimension::Mental).unwrap();
    one.criteria[effort].scale = scale;
    let id = one.criteria[effort].id;
    for (offer, level) in one.offers.iter_mut().zip([1, 2, 1, 2]) {
        offer.levels.insert(id, Level::Category(CategoryId(level)));
    }
    assert_eq!(Expectation::usual(one).levels[&id], Level::Category(CategoryId(2)));
    one.offers.truncate(1);
    assert_eq!(Expectation::usual(one).levels, one.offers[0].levels, "of one offer it is what that has");
    one.offers[0].levels.remove(&id);
    assert!(!Expectation::usual(one).levels.contains_key(&id), "of no level it is none");
    one.offers.clear();
    assert!(Expectation::usual(one).levels.is_empty());
}

#[test]
fn what_is_said_twice_or_was_never_said_changes_nothing_or_is_refused() {
    let mut workbook = televisions();
    let comparison = workbook.comparisons[0].id();
    let (staff, first) = (criterion(&workbook, "Staff attitude and expertise"), workbook.comparisons[0].offers[0].id);
    let set = |level| Edit::SetLevels { comparison, cells: vec![(HERE, staff, level)] };
    assert_eq!(refused(&workbook, &set(Some(Level::Number(7.0)))), EditError::Gone);
    assert!(Edit::RemoveExpectation { comparison }.changes(&workbook).unwrap().is_empty());
    apply(&mut workbook, &Edit::AddExpectation { comparison });
    assert!(Edit::AddExpectation { comparison }.changes(&workbook).unwrap().is_empty(), "what is expected stays");
    assert!(set(Some(Level::Number(8.0))).changes(&workbook).unwrap().is_empty());
    let EditError::Level { offer, error, .. } = refused(&workbook, &set(Some(Level::Number(11.0)))) else {
        panic!("outside")
    };
    assert_eq!((offer, error), (Expectation::name(), LevelError::OutsideRating { low: 1.0, high: 10.0 }));
    let used = |offer, level| Edit::SetLevelsAfterUse { comparison, cells: vec![(offer, staff, level)] };
    assert_eq!(refused(&workbook, &used(HERE, Some(Level::Number(5.0)))), EditError::Gone, "nobody uses it");
    assert!(matches!(refused(&workbook, &used(first, Some(Level::Number(0.0)))), EditError::Level { .. }));
    assert!(used(first, None).changes(&workbook).unwrap().is_empty());
    apply(&mut workbook, &used(first, Some(Level::Number(-0.0 + 5.0))));
    assert_eq!(workbook.comparisons[0].offers[0].level_in_use(staff), Some(Level::Number(5.0)));
    assert_eq!(workbook.comparisons[0].offers[0].levels[&staff], Level::Number(8.0));
    apply(&mut workbook, &used(first, None));
    assert_eq!(workbook.comparisons[0].offers[0].level_in_use(staff), Some(Level::Number(8.0)));
    apply(&mut workbook, &Edit::RemoveExpectation { comparison });
    assert_eq!(workbook.comparisons[0].levels_of(HERE), None);
}

#[test]
fn one_paste_goes_over_offers_and_what_is_expected() {
    let mut workbook = expecting();
    let comparison = workbook.comparisons[0].id();
    let (staff, last) = (criterion(&workbook, "Staff attitude and expertise"), workbook.comparisons[0].offers[3].id);
    let cells = vec![(last, staff, Some(Level::Number(2.0))), (HERE, staff, Some(Level::Number(3.0)))];
    apply(&mut workbook, &Edit::SetLevels { comparison, cells });
    let one = &workbook.comparisons[0];
    assert_eq!(
        [last, HERE].map(|place| one.levels_of(place).unwrap()[&staff]),
        [Level::Number(2.0), Level::Number(3.0)]
    );
}

#[test]
fn levels_follow_their_criterion_and_the_currency() {
    let mut workbook = expecting();
    let comparison = workbook.comparisons[0].id();
    let (price, staff) = (criterion(&workbook, "Price"), criterion(&workbook, "Staff attitude and expertise"));
    let first = workbook.comparisons[0].offers[0].id;
    let cells = vec![(first, price, Some(Level::Money(310_000))), (first, staff, Some(Level::Number(9.0)))];
    apply(&mut workbook, &Edit::SetLevelsAfterUse { comparison, cells });
    let currency = |code: &str| Edit::SetCurrency { comparison, currency: Currency::new(code).unwrap() };
    apply(&mut workbook, &currency("JPY"));
    let one = &workbook.comparisons[0];
    assert_eq!(
        (expected(one).levels[&price], one.offers[0].after_use[&price]),
        (Level::Money(3_500), Level::Money(3_100))
    );
    apply(&mut workbook, &currency("CNY"));
    let cells = vec![(HERE, price, Some(Level::Money(350_050)))];
    apply(&mut workbook, &Edit::SetLevels { comparison, cells });
    assert!(matches!(refused(&workbook, &currency("JPY")), EditError::Amount(_)), "half a yuan is no yen");
    // A narrower rating loses what it does not take, a wider one nothing.
    let rating = |high| Scale::Rating { low: 1.0, high, low_word: Text::default(), high_word: Text::default() };
    apply(&mut workbook, &Edit::SetScale { comparison, criterion: staff, scale: rating(8.0) });
    let one = &workbook.comparisons[0];
    assert_eq!(expected(one).levels[&staff], Level::Number(8.0));
    assert!(!one.offers[0].after_use.contains_key(&staff));
    apply(&mut workbook, &Edit::SetScale { comparison, criterion: staff, scale: rating(7.0) });
    assert!(!expected(&workbook.comparisons[0]).levels.contains_key(&staff));
    apply(&mut workbook, &Edit::RemoveCriterion { comparison, criterion: price });
    let one = &workbook.comparisons[0];
    assert!(!expected(one).levels.contains_key(&price) && one.offers[0].after_use.is_empty());
    assert!(!expected(one).levels.is_empty(), "the others stay");
}

#[test]
fn a_named_level_that_goes_is_no_longer_expected() {
    let mut workbook = expecting();
    let comparison = workbook.comparisons[0].id();
    let delivery = criterion(&workbook, "Delivery and installation");
    let Some(Scale::Category { levels, .. }) = workbook.comparisons[0].scale(delivery).cloned() else {
        panic!("named")
    };
    let Level::Category(gone) = expected(&workbook.comparisons[0]).levels[&delivery] else { panic!("named") };
    let levels = levels.into_iter().filter(|c| c.id != gone).collect();
    apply(&mut workbook, &Edit::SetScale { comparison, criterion: delivery, scale: Scale::named(levels) });
    assert!(!expected(&workbook.comparisons[0]).levels.contains_key(&delivery));
}

#[test]
fn its_number_is_no_offers() {
    let mut workbook = expecting();
    let comparison = workbook.comparisons[0].id();
    let offer = Box::new(blank_offer(HERE, "An offer".into(), 0));
    assert!(matches!(refused(&workbook, &Edit::AddOffer { comparison, offer, at: 0 }), EditError::Unsound(_)));
    workbook.comparisons[0].offers[0].id = HERE;
    assert!(check(&workbook.comparisons[0]).unwrap_err().rule.to_string().contains("what the buyer expects"));
    let mut strange = televisions().comparisons.remove(0);
    let levels = [(CriterionId(9_999), Level::Number(1.0))].into_iter().collect();
    strange.header.expectation = Some(Expectation { levels });
    assert_eq!(check(&strange).unwrap_err().path, "expectation");
    strange.header.expectation = None;
    strange.offers[1].after_use.insert(strange.criteria[0].id, Level::Number(99.0));
    assert_eq!(check(&strange).unwrap_err().path, "offers[1].after_use.Picture and panel");
}

#[test]
fn a_copy_of_the_comparison_expects_the_same() {
    let mut workbook = expecting();
    let one = workbook.comparisons[0].clone();
    let copy = workbook.renumbered(&one);
    assert_eq!(check(&copy), Ok(()));
    let values = |of: &Comparison| -> Vec<Level> { expected(of).levels.values().copied().collect() };
    assert_eq!(values(&copy), values(&one));
    assert!(expected(&copy).levels.keys().all(|id| one.criterion(*id).is_none()), "under numbers of its own");
}
