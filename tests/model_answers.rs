//! Answers about what matters in a comparison that changes around them: what stays in force, and what does not.

mod support;

use worthwhile::examples;
use worthwhile::model::{
    Answers, Comparison, Currency, Difference, Dimension, Edit, Elicited, Given, Item, Leaf, Level, Member, Method,
    RankMethod, Scope, Share, Side, SwingAnswer, WeightSet, Workbook, check, differences, inverse, overlay,
};
use worthwhile::value::elicit::weigh;
use worthwhile::value::{Target, convert};

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

// --- mends of scales ---------------------------------------------------------------------------------------------

/// Says that the cost side is worth twice the value side, and puts λ = 2 in force.
fn weigh_sides(workbook: &mut Workbook) {
    let points = vec![(Item::Side(Side::Value), 50.0), (Item::Side(Side::Cost), 100.0)];
    let answers = Answers::Points { points };
    let real = one(workbook).clone();
    let given = Some(weigh(&real, &real.segments[0], Scope::Sides, &answers).unwrap().given);
    let (comparison, segment) = (real.id(), real.segments[0].id);
    apply(workbook, &Edit::Answer { comparison, segment, scope: Scope::Sides, answers, given });
}

fn in_force(comparison: &Comparison) -> Vec<Scope> {
    comparison.segments[0].elicited.iter().filter(|e| e.in_force).map(|e| e.scope).collect()
}

/// Warranty from 0…6 to 0…12 years: a year keeps its worth, so the leaf weighs more, and λ less: both by the mend.
#[test]
fn lambda_that_a_mend_moves_comes_from_no_method_any_more() {
    let mut workbook = televisions();
    weigh_sides(&mut workbook);
    rank(&mut workbook, product());
    let (comparison, warranty) = (one(&workbook).id(), one(&workbook).criteria[2].id);
    let fit = |anchors, keep_trade_offs| {
        let leaf = Leaf::Criterion(warranty);
        Edit::FitScale { comparison, leaf, anchors: Some(anchors), keep_trade_offs }
    };
    let there = [product(), Scope::Sides];
    apply(&mut workbook, &fit([0.0, 9.0], false));
    assert_eq!(in_force(one(&workbook)), there, "no weight moved");
    let before = one(&workbook).clone();
    let edit = fit([0.0, 12.0], true);
    let changes = edit.changes(&workbook).unwrap();
    workbook.apply(&changes);
    // Warranty weighed 0.15 and one of its new points is worth 12/9 old ones: S = 1 + 0.15/3 = 1.05, λ = 2/1.05.
    assert!((one(&workbook).segments[0].cost_emphasis - 2.0 / 1.05).abs() < 1e-12);
    assert_eq!(in_force(one(&workbook)), [product()], "what it left alone stays");
    workbook.apply(&inverse(&changes));
    assert_eq!(one(&workbook), &before);
}

/// Money alone on the cost side: its shares stay at 100 %, and λ alone moves.
#[test]
fn a_mend_that_moves_lambda_alone_leaves_methods_of_shares_in_force() {
    let mut workbook = televisions();
    let comparison = one(&workbook).id();
    let others = |c: &&worthwhile::model::Criterion| c.dimension.side() == Side::Cost && !c.scale.is_money();
    for criterion in one(&workbook).criteria.iter().filter(others).map(|c| c.id).collect::<Vec<_>>() {
        apply(&mut workbook, &Edit::RemoveCriterion { comparison, criterion });
    }
    let (segment, set) = (one(&workbook).segments[0].id, WeightSet::Dimension(Dimension::Monetary));
    let scope = Scope::Criteria(Dimension::Monetary);
    let answers = Answers::Points { points: vec![(Item::Leaf(Leaf::Ownership), 100.0)] };
    let given = Some(Given { sets: vec![(set, shares(one(&workbook), set))], cost_emphasis: None });
    apply(&mut workbook, &Edit::Answer { comparison, segment, scope, answers, given });
    weigh_sides(&mut workbook);
    let wider = Edit::FitScale {
        comparison,
        leaf: Leaf::Ownership,
        anchors: Some([200_000.0, 800_000.0]),
        keep_trade_offs: true,
    };
    apply(&mut workbook, &wider);
    assert!((one(&workbook).segments[0].cost_emphasis - 4.0).abs() < 1e-12, "a yuan is worth what it was");
    assert_eq!(in_force(one(&workbook)), [scope]);
}

// --- conversions -------------------------------------------------------------------------------------------------

#[test]
fn after_a_conversion_no_weight_comes_from_a_method_or_was_given_for_a_range() {
    let mut workbook = televisions();
    weigh_sides(&mut workbook);
    rank(&mut workbook, VALUE);
    let before = one(&workbook).clone();
    let said: Vec<Elicited> =
        before.segments[0].elicited.iter().map(|e| Elicited { in_force: false, ..e.clone() }).collect();
    assert!(in_force(&before).len() == 2 && !before.segments[0].given_for.is_empty());
    let to = |workbook: &Workbook, target| Edit::ConvertAccount {
        comparison: one(workbook).id(),
        converted: Box::new(convert(one(workbook), target).unwrap().comparison),
    };
    let there = to(&workbook, Target::Money { at: None });
    let changes = there.changes(&workbook).unwrap();
    apply(&mut workbook, &there);
    assert_eq!(one(&workbook).segments[0].elicited, said, "what was said stays");
    let leaves: Vec<Leaf> = one(&workbook).leaves().into_iter().flatten().collect();
    let outdated =
        |of: &Comparison| leaves.iter().filter(|l| of.outdated_range(&of.segments[0], **l).is_some()).count();
    assert_eq!(outdated(one(&workbook)), 0, "a money account has no weights");
    let back = to(&workbook, Target::Points { anchors: None });
    apply(&mut workbook, &back);
    // Delivery went from 30 to 100 points and has 0 to 100 now: its weight is for that range.
    assert_eq!(one(&workbook).segments[0].elicited, said);
    assert!(one(&workbook).segments[0].given_for.is_empty() && outdated(one(&workbook)) == 0);
    let mut again = Workbook { comparisons: vec![before.clone()], ids: workbook.ids.clone() };
    again.apply(&changes);
    again.apply(&inverse(&changes));
    assert_eq!(one(&again), &before, "and undo brings methods and ranges back");
}

// --- currencies --------------------------------------------------------------------------------------------------

/// A layer in yen over answers in yuan: what the real case is told later is read in yen too, and what yen cannot say is
/// let go of there.
#[test]
fn answers_of_the_real_case_are_read_in_the_currency_of_a_layer() {
    let mut workbook = televisions();
    let (comparison, segment) = (one(&workbook).id(), one(&workbook).segments[0].id);
    let scope = Scope::Dimensions(Side::Cost);
    let time = Item::Dimension(Dimension::Time);
    let answers = |at: i64, worth| {
        let swings = vec![SwingAnswer { item: time, levels: None, span: 100.0, worth }];
        Answers::Money { swings, at: Some(at) }
    };
    let say = |workbook: &mut Workbook, at, worth| {
        let answers = answers(at, worth);
        apply(workbook, &Edit::Answer { comparison, segment, scope, answers, given: None });
    };
    say(&mut workbook, 280_000, 500.0);
    let mut layer = workbook.clone();
    apply(&mut layer, &Edit::SetCurrency { comparison, currency: Currency::new("JPY").unwrap() });
    let offer = one(&layer).offers[0].id;
    let price = one(&layer).header.price.unwrap();
    apply(&mut layer, &Edit::SetLevels { comparison, cells: vec![(offer, price, Some(Level::Money(2500)))] });
    let laid = differences(one(&workbook), one(&layer));
    let said = |workbook: &Workbook| {
        let over = overlay(one(workbook), &laid);
        assert_eq!(check(&over), Ok(()));
        over.segments[0].answers(scope, Method::Money).map(|e| e.answers.clone())
    };
    assert_eq!(said(&workbook), Some(answers(2800, 500.0)));
    say(&mut workbook, 300_000, 700.0);
    assert_eq!(said(&workbook), Some(answers(3000, 700.0)), "the layer said nothing of its own");
    say(&mut workbook, 300_050, 700.0);
    assert_eq!(said(&workbook), None, "3,000.50 yuan are no whole number of yen");
    // What the layer itself answered is in yen already.
    say(&mut layer, 2750, 600.0);
    let laid = differences(one(&workbook), one(&layer));
    let over = overlay(one(&workbook), &laid);
    assert_eq!(over.segments[0].answers(scope, Method::Money).unwrap().answers, answers(2750, 600.0));
}
