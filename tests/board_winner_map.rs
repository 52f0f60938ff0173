//! The figure of who wins where, on random and on poor comparisons.

mod support;

use proptest::prelude::*;
use worthwhile::board::{
    Ask, Board, MapPick, Picture, Seen, WinnerMapOptions, figure, figure_data, map_edits, map_sides,
};
use worthwhile::chart::Shape;
use worthwhile::model::{Account, Comparison, Lang, Workbook};
use worthwhile::value::Quantity;
use worthwhile::words::Words;

/// The points of a shape.
fn corners(shape: &Shape) -> Vec<[f32; 2]> {
    match shape {
        Shape::Rect { rect, .. } => vec![[rect[0], rect[1]], [rect[2], rect[3]]],
        Shape::Line { from, to, .. } => vec![*from, *to],
        Shape::Polyline { points, .. } | Shape::Polygon { points, .. } => points.clone(),
        Shape::Circle { center, .. } => vec![*center],
        Shape::Text { at, .. } => vec![*at],
    }
}

fn check(comparison: &Comparison, picks: &[[usize; 2]]) -> Result<(), TestCaseError> {
    for lang in [Lang::En, Lang::Zh] {
        let words = Words::new(lang);
        let board = Board::new(comparison, comparison.segments[0].id, &words).unwrap();
        let seen = Seen { board: &board, comparison, words: &words };
        for [x, y] in picks {
            let all = map_sides(seen, &MapPick::default());
            let pick = |i: usize| all.choices.get(i % all.choices.len().max(1)).map(|c| c.quantity);
            let made = map_sides(seen, &MapPick { quantities: [pick(*x), pick(*y)], ..MapPick::default() });
            let Some(sides) = &made.sides else {
                prop_assert!(all.sides.is_none(), "what spans a plane at first does so after any choice");
                continue;
            };
            prop_assert_ne!(sides[0].quantity, sides[1].quantity);
            let options = WinnerMapOptions {
                width: 340.0,
                quantities: [sides[0].quantity, sides[1].quantity],
                ranges: [sides[0].range, sides[1].range],
                start: None,
            };
            let ask = Ask::WinnerMap(options);
            prop_assert_eq!(ask.picture(), Picture::WinnerMap);
            let drawn = figure(seen, &ask, &|_| true).unwrap();
            prop_assert!(!drawn.title.is_empty());
            prop_assert_eq!(drawn.scene.shapes.is_empty(), drawn.table.rows.is_empty());
            for point in drawn.scene.shapes.iter().flat_map(corners) {
                prop_assert!(point.iter().all(|c| c.is_finite() && c.abs() < 5000.0), "{point:?}");
            }
            prop_assert!(figure_data(seen, &ask).iter().flatten().all(|cell| cell != "NaN" && cell != "inf"));
            moves(comparison, seen, &options_of(&ask).quantities, sides)?;
        }
    }
    Ok(())
}

fn options_of(ask: &Ask) -> &WinnerMapOptions {
    let Ask::WinnerMap(options) = ask else { unreachable!("made as one") };
    options
}

/// A move to the middle of the plane is an edit that the model takes, and that puts both quantities there.
fn moves(
    comparison: &Comparison,
    seen: Seen<'_>,
    quantities: &[Quantity; 2],
    sides: &[worthwhile::board::MapSide; 2],
) -> Result<(), TestCaseError> {
    let middle = [0, 1].map(|k| sides[k].range[0] + 0.3 * (sides[k].range[1] - sides[k].range[0]));
    let mut workbook = Workbook::default();
    workbook.comparisons.push(comparison.clone());
    for edit in map_edits(seen, quantities, None, &middle) {
        let changes = edit.changes(&workbook);
        prop_assert!(changes.is_ok(), "{changes:?}");
        workbook.apply(&changes.unwrap());
    }
    let moved = &workbook.comparisons[0];
    let board = Board::new(moved, moved.segments[0].id, seen.words).unwrap();
    let pick = MapPick { quantities: quantities.map(Some), ..MapPick::default() };
    let after = map_sides(Seen { board: &board, comparison: moved, words: seen.words }, &pick);
    let after = after.sides.expect("the plane is still there");
    for k in [0, 1] {
        let today = after[k].today.unwrap();
        // Money goes by minor units.
        prop_assert!((today - middle[k]).abs() < 0.0051, "{today} instead of {}", middle[k]);
    }
    Ok(())
}

proptest! {
    #![proptest_config(support::config(40))]

    #[test]
    fn any_comparison_has_a_figure_or_says_why_not(
        (comparison, mut dice) in support::comparisons(Account::Points, 0..=6, 0.1)
    ) {
        let picks = [[0, 0], [dice.below(20), dice.below(20)], [dice.below(20), dice.below(20)]];
        check(&comparison, &picks)?;
    }

    #[test]
    fn any_money_account_has_a_figure_or_says_why_not(
        (comparison, mut dice) in support::comparisons(Account::Money, 0..=4, 0.1)
    ) {
        check(&comparison, &[[0, 1], [dice.below(9), dice.below(9)]])?;
    }
}
