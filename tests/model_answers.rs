//! Answers about what matters in a comparison that changes around them: what stays in force, and what does not.

mod support;

use worthwhile::examples;
use worthwhile::model::{
    Answers, Comparison, Difference, Dimension, Edit, Elicited, Item, Leaf, Member, Method, RankMethod, Scope, Share,
    Side, WeightSet, Workbook, check, differences, inverse, overlay,
};
use worthwhile::value::elicit::weigh;

fn televisions() -> Workbook {
    let mut workbook = Workbook::default();
    let example = examples::find("televisions").unwrap();
    workbook.comparisons = examples::load(example, &mut workbook.ids).unwrap();
    workbook
}

fn one(workbook: &Workbook) -> &Comparison {
    &workbook.comparisons[0]
}

fn apply(workbook: &mut Workbook, edit: &Edit) -> usize {
    let changes = edit.changes(workbook).unwrap_or_else(|why| panic!("{edit:?}: {why}"));
    workbook.apply(&changes);
    assert_eq!(check(one(workbook)), Ok(()));
    changes.len()
}

fn places(comparison: &Comparison, scope: Scope) -> Answers {
    let items = scope.items(&comparison.leaves());
    Answers::RankOrder { formula: RankMethod::Centroid, places: items.into_iter().zip(1..).collect() }
}

/// Puts a rank order of the scope in force.
fn rank(workbook: &mut Workbook, scope: Scope) {
    let comparison = one(workbook).clone();
    let answers = places(&comparison, scope);
    let segment = &comparison.segments[0];
    let given = Some(weigh(&comparison, segment, scope, &answers).unwrap().given);
    let (comparison, segment) = (comparison.id(), segment.id);
    apply(workbook, &Edit::Answer { comparison, segment, scope, answers, given });
}

fn kept(comparison: &Comparison, scope: Scope) -> &Elicited {
    comparison.segments[0].answers(scope, Method::RankOrder).unwrap()
}

fn shares(comparison: &Comparison, set: WeightSet) -> Vec<(Member, Share)> {
    comparison.shares(&comparison.segments[0], set)
}

const VALUE: Scope = Scope::Dimensions(Side::Value);

fn product() -> Scope {
    Scope::Criteria(Dimension::Product)
}

#[test]
fn undo_takes_weights_and_method_back_together() {
    let mut workbook = televisions();
    let before = one(&workbook).clone();
    let answers = places(&before, VALUE);
    let given = Some(weigh(&before, &before.segments[0], VALUE, &answers).unwrap().given);
    let (comparison, segment) = (before.id(), before.segments[0].id);
    let changes = Edit::Answer { comparison, segment, scope: VALUE, answers, given }.changes(&workbook).unwrap();
    workbook.apply(&changes);
    // Centroids of four: 25/48, 13/48, 7/48, 3/48.
    let first = shares(one(&workbook), WeightSet::Side(Side::Value))[0].1.share;
    assert!((first - 25.0 / 48.0).abs() < 1e-12 && kept(one(&workbook), VALUE).in_force);
    workbook.apply(&inverse(&changes));
    assert_eq!(one(&workbook), &before);
}

#[test]
fn what_was_weighed_with_something_that_went_is_not_in_force() {
    let mut workbook = televisions();
    rank(&mut workbook, Scope::Both);
    rank(&mut workbook, product());
    assert!(!kept(one(&workbook), Scope::Both).in_force, "the criteria of product come from another answer now");
    rank(&mut workbook, Scope::Both);
    let gone = one(&workbook).criteria_of(Dimension::Product).nth(1).unwrap().id;
    let comparison = one(&workbook).id();
    apply(&mut workbook, &Edit::RemoveCriterion { comparison, criterion: gone });
    let Elicited { in_force, answers, .. } = kept(one(&workbook), Scope::Both);
    let Answers::RankOrder { places, .. } = answers else { panic!("{answers:?}") };
    assert!(!in_force && !places.iter().any(|(item, _)| *item == Item::Leaf(Leaf::Criterion(gone))));
}

#[test]
fn a_criterion_that_moves_takes_its_dimensions_out_of_force() {
    let mut workbook = televisions();
    rank(&mut workbook, Scope::Side(Side::Value));
    let criterion = one(&workbook).criteria_of(Dimension::Product).nth(1).unwrap().id;
    let comparison = one(&workbook).id();
    let edit = Edit::MoveCriterion { comparison, criterion, dimension: Dimension::Service, to: 0 };
    apply(&mut workbook, &edit);
    assert!(!kept(one(&workbook), Scope::Side(Side::Value)).in_force, "its weight is 0 there");
}

#[test]
fn a_lock_or_the_same_weight_again_says_nothing_about_where_weights_come_from() {
    let mut workbook = televisions();
    rank(&mut workbook, VALUE);
    let (set, comparison) = (WeightSet::Side(Side::Value), one(&workbook).id());
    let segment = one(&workbook).segments[0].id;
    let mut locked = shares(one(&workbook), set);
    locked[0].1.locked = true;
    apply(&mut workbook, &Edit::SetWeights { comparison, segment, set, shares: locked.clone() });
    assert!(kept(one(&workbook), VALUE).in_force);
    let cost_emphasis = one(&workbook).segments[0].cost_emphasis;
    assert_eq!(apply(&mut workbook, &Edit::SetCostEmphasis { comparison, segment, cost_emphasis }), 0);
    (locked[0].1.share, locked[1].1.share) = (locked[1].1.share, locked[0].1.share);
    apply(&mut workbook, &Edit::SetWeights { comparison, segment, set, shares: locked });
    assert!(!kept(one(&workbook), VALUE).in_force, "by hand");
}

#[test]
fn a_layer_lays_its_own_answers_over_those_of_the_real_case() {
    let mut workbook = televisions();
    rank(&mut workbook, VALUE);
    // A layer in which weights are set by hand …
    let mut alone = workbook.clone();
    let (set, comparison) = (WeightSet::Side(Side::Value), one(&workbook).id());
    let segment = one(&workbook).segments[0].id;
    let mut by_hand = shares(one(&workbook), set);
    (by_hand[0].1.share, by_hand[1].1.share) = (by_hand[1].1.share, by_hand[0].1.share);
    apply(&mut alone, &Edit::SetWeights { comparison, segment, set, shares: by_hand });
    let kept_layer = differences(one(&workbook), one(&alone));
    // … over a real case that has been answered since.
    rank(&mut workbook, product());
    let laid = overlay(one(&workbook), &kept_layer);
    assert_eq!(check(&laid), Ok(()));
    assert!(kept(&laid, product()).in_force, "what the layer did not touch is the real case's");
    assert!(!kept(&laid, VALUE).in_force);
}

#[test]
fn weights_of_a_layer_come_from_no_method_of_the_real_case() {
    let mut workbook = televisions();
    let (set, segment) = (WeightSet::Side(Side::Value), one(&workbook).segments[0].id);
    let mut by_hand = shares(one(&workbook), set);
    (by_hand[0].1.share, by_hand[1].1.share) = (by_hand[1].1.share, by_hand[0].1.share);
    let laid = [Difference::Weights { segment, set, shares: by_hand }];
    rank(&mut workbook, VALUE);
    assert!(!kept(&overlay(one(&workbook), &laid), VALUE).in_force);
}

#[test]
fn a_choice_whose_level_is_gone_is_let_go_of_alone() {
    use worthwhile::model::{Alternative, ChoiceAnswer, Level, Scale};
    let mut workbook = televisions();
    let comparison = one(&workbook).clone();
    let by_name = comparison.criteria.iter().find(|c| matches!(c.scale, Scale::Category { .. })).unwrap();
    let Scale::Category { levels, .. } = &by_name.scale else { panic!("named levels") };
    let shown = |i: usize| Alternative {
        offer: None,
        levels: [(by_name.id, Level::Category(levels[i].id))].into_iter().collect(),
    };
    let choice = |a, b| ChoiceAnswer { alternatives: vec![shown(a), shown(b)], order: vec![0] };
    let last = levels.len() - 1;
    let answers = Answers::Choices { choices: vec![choice(0, 1), choice(1, last)] };
    let (id, segment, scope) = (comparison.id(), comparison.segments[0].id, Scope::Both);
    apply(&mut workbook, &Edit::Answer { comparison: id, segment, scope, answers, given: None });
    let scale = Scale::named(levels[..last].to_vec());
    apply(&mut workbook, &Edit::SetScale { comparison: id, criterion: by_name.id, scale });
    let kept = one(&workbook).segments[0].answers(scope, Method::Choices).unwrap();
    assert_eq!(kept.answers, Answers::Choices { choices: vec![choice(0, 1)] });
}
