//! The working behind a number where not everything is known.

mod support;

use proptest::prelude::*;
use support::{comparisons, delivered};
use worthwhile::board::{Board, worked};
use worthwhile::model::{Account, Comparison, Lang, Leaf, Segment, Side, Workbook};
use worthwhile::value::{Question, Step, working};
use worthwhile::words::Words;

/// What two equal sums of a dozen numbers may differ by, relative above 1.
const ROUNDING: f64 = 1e-9;

/// The televisions without the level of the first offer on the first criterion.
fn with_a_gap() -> Comparison {
    let mut workbook: Workbook = worthwhile::examples::first_workbook();
    let mut televisions = workbook.comparisons.swap_remove(0);
    let first = televisions.criteria[0].id;
    televisions.offers[0].levels.remove(&first);
    televisions
}

fn written(comparison: &Comparison, question: Question) -> String {
    let words = Words::new(Lang::En);
    let segment = comparison.everyone().unwrap();
    let board = Board::new(comparison, segment.id, &words).unwrap();
    let lines = worked(&board, comparison, segment, &words, 0, question);
    lines.into_iter().map(|line| line.formula + "\n").collect()
}

#[test]
fn a_missing_level_is_a_question_mark_up_to_the_answer() {
    let televisions = with_a_gap();
    let dimension = televisions.criteria[0].dimension;
    assert!(written(&televisions, Question::Dimension(dimension)).ends_with(" = ?\n"));
    assert!(written(&televisions, Question::Side(Side::Value)).ends_with("? + 19.5 + 11.7 + 11.1 = ?\n"));
    assert!(written(&televisions, Question::Side(Side::Cost)).ends_with(" = 28.2\n"), "the other side is known");
    assert!(written(&televisions, Question::Delivered).ends_with("? − 1 × 28.2 = ?\n"));
    assert!(written(&televisions, Question::Ratio).ends_with("? ÷ (1 × 28.2) = ?\n"));
}

#[test]
fn a_missing_level_that_weighs_nothing_does_not_matter() {
    let mut televisions = with_a_gap();
    let leaf = Leaf::Criterion(televisions.criteria[0].id);
    let siblings = televisions.leaves_of(televisions.criteria[0].dimension);
    let heir = *siblings.iter().find(|l| **l != leaf).expect("a sibling");
    let weights = &mut televisions.segments[0].weights;
    for sibling in siblings {
        weights.leaves.get_mut(&sibling).unwrap().share = if sibling == heir { 1.0 } else { 0.0 };
    }
    let all = written(&televisions, Question::Delivered);
    assert!(!all.lines().last().unwrap().contains('?'), "{all}");
}

/// The answer of the last step of the working of CDV.
fn answer(comparison: &Comparison, segment: &Segment, offer: usize) -> (Option<f64>, Option<f64>) {
    let (compiled, _, _) = delivered(comparison, segment);
    let last = |question| working(comparison, segment, &compiled, offer, question).pop();
    let Some(Step::Delivered { cdv, .. }) = last(Question::Delivered) else { panic!("CDV comes last") };
    let Some(Step::Ratio { ratio, .. }) = last(Question::Ratio) else { panic!("the ratio comes last") };
    (cdv, ratio)
}

proptest! {
    #![proptest_config(support::config(60))]

    #[test]
    fn the_working_ends_in_what_the_card_shows(
        (points, _) in comparisons(Account::Points, 1..=4, 0.2),
        (money, _) in comparisons(Account::Money, 1..=4, 0.2),
    ) {
        for comparison in [points, money] {
            for segment in &comparison.segments {
                let (_, weighting, out) = delivered(&comparison, segment);
                for offer in 0..comparison.offers.len() {
                    let parts = out.parts(offer, weighting.cost_emphasis);
                    let (cdv, ratio) = answer(&comparison, segment, offer);
                    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
                        (Some(a), Some(b)) => (a - b).abs() <= ROUNDING * a.abs().max(b.abs()).max(1.0),
                        (a, b) => a == b,
                    };
                    prop_assert!(close(cdv, parts.map(|p| p.cdv)), "{:?} for {:?}", cdv, parts);
                    prop_assert_eq!(ratio.is_some(), parts.and_then(|p| p.ratio).is_some());
                }
            }
        }
    }
}
