//! Laws of edits: whatever is done keeps every rule, and can be taken back to the last bit.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use support::{Shape, edits, workbooks};
use worthwhile::model::{
    Account, Category, CategoryId, Change, Comparison, CriterionId, Curve, Dimension, Edit, EditError, History, Label,
    Leaf, Level, Member, NAME_MAX_CHARS, NOTE_MAX_CHARS, OfferDetails, Paid, Scale, ScaleKind, Share, Text, WeightSet,
    Workbook, blank_criterion, check, inverse, rows,
};

const EDITS: usize = 40;

fn sound(workbook: &Workbook) {
    for comparison in &workbook.comparisons {
        assert_eq!(check(comparison), Ok(()), "{}", comparison.header.name.get(worthwhile::model::Lang::En));
        let ascending = |positions: Vec<(i64, u32)>| positions.windows(2).all(|pair| pair[0] < pair[1]);
        assert!(ascending(comparison.criteria.iter().map(|c| (c.position, c.id.0)).collect()), "criteria in order");
        assert!(ascending(comparison.offers.iter().map(|o| (o.position, o.id.0)).collect()), "offers in order");
    }
    let mut ids: Vec<u32> = workbook.comparisons.iter().map(|c| c.id().0).collect();
    ids.extend(workbook.comparisons.iter().flat_map(|c| c.criteria.iter().map(|c| c.id.0)));
    ids.extend(workbook.comparisons.iter().flat_map(|c| c.offers.iter().map(|o| o.id.0)));
    ids.extend(workbook.comparisons.iter().flat_map(|c| c.segments.iter().map(|s| s.id.0)));
    let parts = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), parts, "every part has a number of its own");
    let positions: Vec<i64> = workbook.comparisons.iter().map(|c| c.header.position).collect();
    assert!(positions.is_sorted(), "comparisons in order");
}

/// Every row of a change is what the workbook holds before it.
fn starts_from(changes: &[Change], workbook: &Workbook) {
    let mut now = workbook.clone();
    for change in changes {
        let held = now.comparison(change.comparison).and_then(|c| rows(c).find(|(part, _)| *part == change.part));
        assert_eq!(held.map(|(_, row)| row), change.before, "{:?}", change.part);
        now.apply(std::slice::from_ref(change));
    }
}

fn label() -> Label {
    Label { key: "edit-test".to_owned(), name: "test".into() }
}

proptest! {
    #![proptest_config(support::config(150))]

    #[test]
    fn edits_keep_every_rule_and_can_be_taken_back((start, mut dice) in workbooks()) {
        let mut ids = start.ids.clone();
        let mut workbook = start.clone();
        sound(&workbook);
        let mut history = History::default();
        for _ in 0..EDITS {
            let edit = edits::edit(&mut dice, &workbook, &mut ids);
            let before = workbook.clone();
            match edit.changes(&workbook) {
                // Refused: there is nothing that could have been touched.
                Err(_) => prop_assert_eq!(&workbook, &before),
                Ok(changes) => {
                    starts_from(&changes, &workbook);
                    workbook.apply(&changes);
                    sound(&workbook);
                    prop_assert_eq!(changes.is_empty(), workbook == before, "a no-op gives no changes: {:?}", edit);
                    let mut back = workbook.clone();
                    back.apply(&inverse(&changes));
                    prop_assert_eq!(&back, &before, "the inverse of {:?}", edit);
                    if !changes.is_empty() {
                        history.push(0, label(), changes);
                    }
                }
            }
        }
        let end = workbook.clone();
        while let Some(step) = history.undoable() {
            workbook.apply(&inverse(&step.changes));
            history.step_back();
        }
        prop_assert_eq!(&workbook, &start, "undo all");
        while let Some(step) = history.redoable() {
            workbook.apply(&step.changes);
            history.step_forward();
        }
        prop_assert_eq!(&workbook, &end, "redo all");
    }

    #[test]
    fn doing_undoing_and_redoing_in_any_order_follows_the_history((start, mut dice) in workbooks()) {
        let mut ids = start.ids.clone();
        let mut workbook = start.clone();
        let mut history = History::default();
        // What the workbook was after each step in force.
        let mut past = vec![start];
        let mut future: Vec<Workbook> = Vec::new();
        for _ in 0..EDITS {
            match dice.below(4) {
                0 => if let Some(step) = history.undoable() {
                    workbook.apply(&inverse(&step.changes));
                    history.step_back();
                    future.push(past.pop().unwrap());
                },
                1 => if let Some(step) = history.redoable() {
                    workbook.apply(&step.changes);
                    history.step_forward();
                    past.push(future.pop().unwrap());
                },
                _ => {
                    let edit = edits::edit(&mut dice, &workbook, &mut ids);
                    if let Some(changes) = edit.changes(&workbook).ok().filter(|changes| !changes.is_empty()) {
                        workbook.apply(&changes);
                        history.push(0, label(), changes);
                        past.push(workbook.clone());
                        future.clear();
                    }
                }
            }
            prop_assert_eq!(&workbook, past.last().unwrap());
            prop_assert_eq!(history.done().len(), past.len() - 1);
            prop_assert_eq!(history.cursor(), i64::try_from(past.len() - 1).unwrap());
        }
    }

    #[test]
    fn what_is_added_or_moved_arrives_where_it_was_sent((mut workbook, mut dice) in workbooks()) {
        let mut ids = workbook.ids.clone();
        for _ in 0..EDITS {
            let edit = edits::edit(&mut dice, &workbook, &mut ids);
            let before = workbook.clone();
            let Ok(changes) = edit.changes(&workbook) else { continue };
            workbook.apply(&changes);
            let Some((sent, to)) = sent(&edit) else { continue };
            let (old, new) = (list(&before, &edit), list(&workbook, &edit));
            // The others keep their order; those that were sent stand together at the place.
            let mut wanted: Vec<u32> = old.into_iter().filter(|id| !sent.contains(id)).collect();
            let at = to.min(wanted.len());
            wanted.splice(at..at, sent);
            prop_assert_eq!(new, wanted, "{:?}", edit);
        }
    }

    #[test]
    fn an_edit_to_what_is_there_changes_nothing((workbook, mut dice) in workbooks()) {
        for comparison in &workbook.comparisons {
            for edit in no_ops(comparison, &mut dice) {
                prop_assert_eq!(edit.changes(&workbook), Ok(Vec::new()), "{:?}", edit);
            }
        }
        for (to, comparison) in workbook.comparisons.iter().enumerate() {
            let edit = Edit::MoveComparison { comparison: comparison.id(), to };
            prop_assert_eq!(edit.changes(&workbook), Ok(Vec::new()));
        }
    }
}

/// What an edit puts into a place of a list, and that place.
fn sent(edit: &Edit) -> Option<(Vec<u32>, usize)> {
    match edit {
        Edit::AddComparisons { comparisons, at, .. } => Some((comparisons.iter().map(|c| c.id().0).collect(), *at)),
        Edit::MoveComparison { comparison, to } => Some((vec![comparison.0], *to)),
        Edit::AddCriterion { criterion, at, .. } => Some((vec![criterion.id.0], *at)),
        Edit::MoveCriterion { criterion, to, .. } => Some((vec![criterion.0], *to)),
        Edit::AddOffer { offer, at, .. } => Some((vec![offer.id.0], *at)),
        Edit::MoveOffer { offer, to, .. } => Some((vec![offer.0], *to)),
        _ => None,
    }
}

/// The list that an edit of [`sent`] is about: comparisons, the criteria of a dimension, or offers.
fn list(workbook: &Workbook, edit: &Edit) -> Vec<u32> {
    let of = |id| workbook.comparison(id).expect("it is there");
    match edit {
        Edit::AddCriterion { comparison, criterion, .. } => {
            of(*comparison).criteria_of(criterion.dimension).map(|c| c.id.0).collect()
        }
        Edit::MoveCriterion { comparison, dimension, .. } => {
            of(*comparison).criteria_of(*dimension).map(|c| c.id.0).collect()
        }
        Edit::AddOffer { comparison, .. } | Edit::MoveOffer { comparison, .. } => {
            of(*comparison).offers.iter().map(|o| o.id.0).collect()
        }
        _ => workbook.comparisons.iter().map(|c| c.id().0).collect(),
    }
}

/// Edits that say what is already so.
fn no_ops(of: &Comparison, dice: &mut Dice) -> Vec<Edit> {
    let (comparison, header) = (of.id(), of.header.clone());
    let mut edits = vec![
        Edit::DescribeComparison { comparison, name: header.name, note: header.note },
        Edit::SetCurrency { comparison, currency: header.currency },
        Edit::SetOwnership { comparison, ownership: header.ownership },
        Edit::ReplaceComparison { comparison, replacement: Box::new(of.clone()) },
        Edit::SetLevels { comparison, cells: Vec::new() },
    ];
    for (to, offer) in of.offers.iter().enumerate() {
        let id = offer.id;
        edits.push(Edit::MoveOffer { comparison, offer: id, to });
        edits.push(Edit::DescribeOffer { comparison, offer: id, details: OfferDetails::of(offer) });
        let cells = of.criteria.iter().map(|c| (id, c.id, offer.levels.get(&c.id).copied())).collect();
        edits.push(Edit::SetLevels { comparison, cells });
        edits.push(Edit::SetLevers { comparison, offer: id, levers: offer.levers.clone() });
    }
    for criterion in &of.criteria {
        let (id, dimension) = (criterion.id, criterion.dimension);
        let to = of.criteria_of(dimension).position(|c| c.id == id).unwrap();
        edits.push(Edit::MoveCriterion { comparison, criterion: id, dimension, to });
        edits.push(Edit::SetScale { comparison, criterion: id, scale: criterion.scale.clone() });
        let (name, note) = (criterion.name.clone(), criterion.note.clone());
        edits.push(Edit::DescribeCriterion { comparison, criterion: id, name, note });
    }
    let segment = dice.pick(&of.segments);
    edits.push(Edit::SetCostEmphasis { comparison, segment: segment.id, cost_emphasis: segment.cost_emphasis });
    if let Some((set, _)) = support::member(dice, of) {
        let shares: Vec<(Member, _)> = of.shares(segment, set);
        edits.push(Edit::SetWeights { comparison, segment: segment.id, set, shares });
    }
    edits
}

#[test]
fn a_criterion_that_becomes_money_loses_its_multiplier() {
    let mut workbook = worthwhile::examples::first_workbook();
    let mut dice = Dice(1);
    let tractor = workbook.comparisons.iter_mut().find(|c| c.header.account == Account::Money).expect("the tractor");
    let (comparison, id) = (tractor.id(), CriterionId(workbook.ids.fresh()));
    let mut criterion = support::criterion(&mut dice, id, Dimension::Product, Account::Money);
    criterion.dimension = Dimension::Monetary;
    let scale = Scale::Money { paid: Paid::Yearly };
    let add = Edit::AddCriterion { comparison, criterion: Box::new(criterion), at: 9, levels: Vec::new() };
    let changes = add.changes(&workbook).expect("a good criterion");
    workbook.apply(&changes);
    let tractor = workbook.comparisons.iter_mut().find(|c| c.id() == comparison).unwrap();
    tractor.segments[0].weights.multipliers.insert(id, 2.0);
    let changes = Edit::SetScale { comparison, criterion: id, scale }.changes(&workbook).expect("a good scale");
    workbook.apply(&changes);
    sound(&workbook);
}

#[test]
fn a_paste_with_one_bad_cell_is_refused_whole() {
    let workbook = worthwhile::examples::first_workbook();
    let televisions = &workbook.comparisons[0];
    let (offer, criterion) = (televisions.offers[0].id, televisions.criteria[0].id);
    let cells = vec![(offer, criterion, Some(Level::Number(7.0))), (offer, criterion, Some(Level::Money(1)))];
    assert!(Edit::SetLevels { comparison: televisions.id(), cells }.changes(&workbook).is_err());
}

/// The televisions, whose one money criterion stands under Monetary, with a second criterion beside it.
fn price_and_a_sibling() -> (Workbook, CriterionId) {
    let mut workbook = worthwhile::examples::first_workbook();
    workbook.comparisons.truncate(1);
    let comparison = &workbook.comparisons[0];
    let price = comparison.header.price.unwrap();
    assert_eq!(comparison.leaves_of(Dimension::Monetary), [Leaf::Ownership]);
    let sibling = blank_criterion(CriterionId(workbook.ids.fresh()), Dimension::Monetary, "Effort of paying".into());
    let (comparison, sibling_leaf) = (comparison.id(), Leaf::Criterion(sibling.id));
    apply(&mut workbook, &Edit::AddCriterion { comparison, criterion: Box::new(sibling), at: 1, levels: Vec::new() });
    let share = |share, locked| Share { share, locked };
    let shares =
        vec![(Member::Leaf(Leaf::Ownership), share(0.7, true)), (Member::Leaf(sibling_leaf), share(0.3, false))];
    let segment = workbook.comparisons[0].segments[0].id;
    let set = WeightSet::Dimension(Dimension::Monetary);
    apply(&mut workbook, &Edit::SetWeights { comparison, segment, set, shares });
    (workbook, price)
}

fn apply(workbook: &mut Workbook, edit: &Edit) {
    let changes = edit.changes(workbook).expect("a good edit");
    workbook.apply(&changes);
}

fn set_scale(workbook: &mut Workbook, criterion: CriterionId, scale: Scale) {
    let comparison = workbook.comparisons[0].id();
    apply(workbook, &Edit::SetScale { comparison, criterion, scale });
}

fn monetary(workbook: &Workbook) -> Vec<(Leaf, Share)> {
    let comparison = &workbook.comparisons[0];
    let leaf_of = |leaf| (leaf, comparison.segments[0].weights.leaf(leaf));
    comparison.leaves_of(Dimension::Monetary).into_iter().map(leaf_of).collect()
}

#[test]
fn a_criterion_that_becomes_money_or_stops_being_money_keeps_its_weight() {
    let (mut workbook, price) = price_and_a_sibling();
    let before = monetary(&workbook);
    set_scale(&mut workbook, price, Scale::rating());
    let as_rating = monetary(&workbook);
    assert_eq!(as_rating[0], (Leaf::Criterion(price), before[0].1), "with its lock");
    assert_eq!(as_rating[1], before[1]);
    set_scale(&mut workbook, price, Scale::Money { paid: Paid::Once });
    assert_eq!(monetary(&workbook), before);
    sound(&workbook);
}

#[test]
fn money_among_other_money_leaves_the_weight_of_the_others_alone() {
    let (mut workbook, price) = price_and_a_sibling();
    let Leaf::Criterion(second) = monetary(&workbook)[1].0 else { panic!("the sibling is a criterion") };
    set_scale(&mut workbook, second, Scale::Money { paid: Paid::Yearly });
    assert_eq!(monetary(&workbook), [(Leaf::Ownership, Share { share: 1.0, locked: true })]);
    set_scale(&mut workbook, price, Scale::rating());
    assert!(monetary(&workbook).contains(&(Leaf::Ownership, Share { share: 1.0, locked: true })));
    assert!(monetary(&workbook).contains(&(Leaf::Criterion(price), Share::default())), "a newcomer weighs nothing");
    sound(&workbook);
}

/// Writes a note somewhere into a comparison.
type Lengthen = fn(&mut Comparison, CriterionId, Text);

/// What comes from a file or another program is no longer than what can be typed.
#[test]
fn no_text_is_longer_than_its_limit() {
    let (workbook, price) = price_and_a_sibling();
    let sound = &workbook.comparisons[0];
    assert_eq!(check(sound), Ok(()));
    let of = |chars: usize| Text::twin("x", "长".repeat(chars));
    let (name, note) = (of(NAME_MAX_CHARS + 1), of(NOTE_MAX_CHARS + 1));
    let category = |id, name| Category::new(CategoryId(id), name, 0.0);
    let curve = || Curve::line([0.0, 0.0], [1.0, 100.0]).unwrap();
    let scales = [
        Scale::Rating { low: 1.0, high: 5.0, low_word: name.clone(), high_word: Text::default() },
        Scale::Rating { low: 1.0, high: 5.0, low_word: Text::default(), high_word: name.clone() },
        Scale::Measure { unit: name.clone(), curve: curve() },
        Scale::named(vec![category(1, "yes".into()), category(2, name)]),
    ];
    let rating = sound.criteria.iter().position(|c| c.scale.kind() == ScaleKind::Rating).unwrap();
    for scale in scales {
        let edit =
            Edit::SetScale { comparison: sound.id(), criterion: sound.criteria[rating].id, scale: scale.clone() };
        assert_eq!(edit.changes(&workbook), Err(EditError::NameTooLong(NAME_MAX_CHARS)));
        let mut long = sound.clone();
        for offer in &mut long.offers {
            offer.levels.remove(&long.criteria[rating].id);
        }
        long.criteria[rating].scale = scale;
        assert!(check(&long).is_err_and(|e| e.path == format!("criteria[{rating}].scale")), "{:?}", check(&long));
    }
    let places: [(&str, Lengthen); 4] = [
        ("note", |c, _, note| c.header.note = note),
        ("criteria[0].note", |c, _, note| c.criteria[0].note = note),
        ("offers[0].note", |c, _, note| c.offers[0].note = note),
        ("offers[0].notes.Price", |c, id, note| drop(c.offers[0].level_notes.insert(id, note))),
    ];
    for (path, lengthen) in places {
        let mut long = sound.clone();
        lengthen(&mut long, price, of(NOTE_MAX_CHARS));
        assert_eq!(check(&long), Ok(()));
        lengthen(&mut long, price, note.clone());
        assert!(check(&long).is_err_and(|e| e.path == path), "{path}: {:?}", check(&long));
    }
}

/// A workbook of one comparison of many offers, which stand in no order of their numbers.
fn of_many_offers(offers: usize, gaps: f64) -> (Workbook, Dice) {
    let mut dice = Dice(8);
    let mut workbook = Workbook::default();
    let shape = Shape { offers, criteria: 12, segments: 2, account: Account::Points, gaps };
    let mut many = support::comparison(&mut dice, &mut workbook.ids, shape);
    let positions: Vec<i64> = many.offers.iter().map(|o| o.position).collect();
    dice.shuffle(&mut many.offers);
    many.offers.iter_mut().zip(positions).for_each(|(offer, position)| offer.position = position);
    workbook.comparisons.push(many);
    (workbook, dice)
}

#[test]
fn many_changes_at_once_do_what_they_do_one_by_one() {
    let (start, mut dice) = of_many_offers(60, 0.1);
    let mut ids = start.ids.clone();
    let mut workbook = start;
    let mut large = 0;
    let check_one_by_one = |workbook: &Workbook, changes: &[Change]| {
        let (mut at_once, mut one_by_one) = (workbook.clone(), workbook.clone());
        at_once.apply(changes);
        for change in changes {
            one_by_one.apply(std::slice::from_ref(change));
        }
        assert!(at_once == one_by_one, "{changes:?}");
        at_once
    };
    for _ in 0..1600 {
        let edit = edits::edit(&mut dice, &workbook, &mut ids);
        let Ok(changes) = edit.changes(&workbook) else { continue };
        let after = check_one_by_one(&workbook, &changes);
        assert!(check_one_by_one(&after, &inverse(&changes)) == workbook, "the inverse of {edit:?}");
        large += u32::from(changes.len() > 30);
        // A comparison of many offers stays, so that edits of many rows keep coming.
        if !matches!(edit, Edit::RemoveComparison { .. } | Edit::ReplaceComparison { .. }) {
            workbook = after;
        }
    }
    assert!(large >= 10, "{large} edits of many rows");
    sound(&workbook);
}
