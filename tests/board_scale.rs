//! Scales as drawings and edits: laws over random comparisons of both accounts, with gaps, flat and falling curves.

mod support;

use proptest::prelude::*;
use support::{comparisons, config};
use worthwhile::board::{Ask, Board, ScaleOptions, Seen, curve_edit, curve_of, figure, figure_data, judged_scale};
use worthwhile::model::{
    Account, Comparison, Curve, CurveShape, Edit, Lang, Leaf, MidValue, Scale, Workbook, is_money_curve,
};
use worthwhile::words::Words;

/// y of a piecewise-linear curve, against the largest y of the comparison's curves.
const TOLERANCE: f64 = 1e-9;

fn near(a: f64, b: f64, curve: &Curve) -> bool {
    let [low, high] = curve.y_range();
    (a - b).abs() <= TOLERANCE * (1.0 + low.abs().max(high.abs()))
}

fn leaves(comparison: &Comparison) -> Vec<Leaf> {
    comparison.leaves().into_iter().flatten().collect()
}

/// Levels within the anchors and beyond them.
fn levels(curve: &Curve) -> Vec<f64> {
    let (low, high) = curve.anchors();
    (-3..=13).map(|i| low + f64::from(i) / 10.0 * (high - low)).collect()
}

fn every_scale_is_drawn(comparison: &Comparison) {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let everyone = comparison.everyone().expect("never without it").id;
        let board = Board::new(comparison, everyone, &words).expect("a board");
        let seen = Seen { board: &board, comparison, words: &words };
        for leaf in leaves(comparison).into_iter().map(Some).chain([None]) {
            let options = ScaleOptions { width: 290.0, leaf, ranges: None, judging: true };
            let drawn = figure(seen, &Ask::Scale(options), &|_| true).expect("never stopped");
            let is_said = !drawn.remark.is_empty();
            assert!(is_said || !drawn.scene.shapes.is_empty(), "{leaf:?} is neither drawn nor told");
            assert!(drawn.table.rows.iter().all(|row| row.len() == drawn.table.head.len()));
            let data = figure_data(seen, &Ask::Scale(options));
            assert!(data.iter().flatten().all(|cell| !cell.contains("NaN") && !cell.contains("inf")), "{data:?}");
        }
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn every_scale_is_drawn_or_told_in_points((comparison, _) in comparisons(Account::Points, 0..=6, 0.2)) {
        every_scale_is_drawn(&comparison);
    }

    #[test]
    fn every_scale_is_drawn_or_told_in_money((comparison, _) in comparisons(Account::Money, 0..=6, 0.2)) {
        every_scale_is_drawn(&comparison);
    }

    #[test]
    fn a_point_on_the_curve_changes_nothing((comparison, _) in comparisons(Account::Points, 0..=2, 0.2)) {
        for curve in leaves(&comparison).into_iter().filter_map(|leaf| curve_of(&comparison, leaf)) {
            let finer = curve.with_point(curve.widest_gap()).unwrap();
            prop_assert!(levels(&curve).into_iter().all(|x| near(finer.at(x), curve.at(x), &curve)));
            let place = finer.points().iter().position(|p| !curve.points().contains(p)).unwrap();
            prop_assert_eq!(finer.without_point(place).unwrap(), curve);
        }
    }

    #[test]
    fn shapes_keep_anchors_and_range_and_are_taken((comparison, _) in comparisons(Account::Points, 0..=2, 0.2)) {
        let mut workbook = Workbook::default();
        workbook.comparisons.push(comparison);
        let comparison = &workbook.comparisons[0];
        for leaf in leaves(comparison) {
            let is_rating = |id| matches!(comparison.scale(id), Some(Scale::Rating { .. }));
            let Some(curve) = curve_of(comparison, leaf) else { continue };
            for preset in CurveShape::ALL.into_iter().filter(|p| leaf != Leaf::Ownership || p.is_for_money()) {
                let shaped = preset.shape(&curve, true).unwrap();
                prop_assert_eq!(shaped.anchors(), curve.anchors());
                prop_assert!(shaped.y_range().map(f64::to_bits) == curve.y_range().map(f64::to_bits), "{:?} of {:?}", preset, leaf);
                match (leaf, curve_edit(comparison, leaf, &shaped)) {
                    (Leaf::Criterion(id), edit) if is_rating(id) => prop_assert!(edit.is_err()),
                    (_, Ok(edit)) => {
                        if let Edit::SetOwnership { ownership, .. } = &edit {
                            prop_assert!(is_money_curve(&ownership.curve));
                        }
                        prop_assert!(edit.changes(&workbook).is_ok(), "{:?} of {:?}", preset, leaf);
                    }
                    (_, Err(error)) => prop_assert!(false, "{}", error),
                }
            }
        }
    }

    #[test]
    fn answers_stand_where_they_were_given((comparison, _) in comparisons(Account::Money, 0..=2, 0.2), part in 0.05..0.95_f64) {
        for curve in leaves(&comparison).into_iter().filter_map(|leaf| curve_of(&comparison, leaf)) {
            let mut curve = curve;
            for question in MidValue::ALL {
                let Ok([low, high]) = question.between(&curve) else { continue };
                let level = low + part * (high - low);
                curve = question.answer(&curve, level).unwrap();
                prop_assert_eq!(question.answered(&curve), Some(level));
                prop_assert!(near(curve.at(level), question.y(&curve).unwrap(), &curve));
            }
            // From anchor to anchor the answers go one way.
            let answered: Vec<f64> = [1, 0, 2].iter().filter_map(|i| MidValue::ALL[*i].answered(&curve)).collect();
            prop_assert!(answered.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", answered);
        }
    }

    #[test]
    fn points_from_judgements_are_points((comparison, mut dice) in comparisons(Account::Points, 0..=2, 0.2)) {
        for criterion in &comparison.criteria {
            let Scale::Category { levels, .. } = &criterion.scale else { continue };
            let mut scale = criterion.scale.clone();
            for (i, one) in levels.iter().enumerate() {
                for other in &levels[i + 1..] {
                    let times = Some(dice.between(0.12, 9.0));
                    scale = judged_scale(&scale, Some((one.id, other.id, times)), dice.chance(0.5)).unwrap();
                }
            }
            let Some(Scale::Category { levels, .. }) = judged_scale(&scale, None, false) else { panic!("{scale:?}") };
            prop_assert!((levels.iter().map(|c| c.points).sum::<f64>() - 100.0).abs() < TOLERANCE * 100.0);
            let stretched = judged_scale(&scale, None, true).unwrap();
            prop_assert_eq!(stretched.check(true), Ok(()));
            prop_assert!(!stretched.misses_an_end() && stretched.is_judged());
        }
    }
}
