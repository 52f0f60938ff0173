//! Points of named levels from judgements in pairs (AHP): what was said, how consistent it is, and what follows.

use crate::board::figures::Seen;
use crate::board::figures::weighing::{IndexTable, index_table};
use crate::model::{Category, CategoryId, Scale, Side, judge};
use crate::value::elicit::pairwise::{
    CONSISTENT_ENOUGH, MAX_ITEMS, PairwiseError, RandomIndex, Weighed, level_points, nearest_step, of_levels,
};
use crate::words::{decimal, number};

/// A pair of named levels to be judged.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedPair {
    /// Which one …
    pub one: CategoryId,
    /// … against which.
    pub other: CategoryId,
    /// Their names.
    pub names: [String; 2],
    /// What screen readers hear.
    pub label: String,
    /// How many times as good, or as heavy, `one` is; `None` where nobody said.
    pub times: Option<f64>,
}

/// The judgement that fits worst, and what would fit.
#[derive(Clone, Debug, PartialEq)]
pub struct MisfitLine {
    /// Which one …
    pub one: CategoryId,
    /// … against which.
    pub other: CategoryId,
    /// The step of Saaty's scale that fits.
    pub fitting: f64,
    /// All of it in words.
    pub text: String,
}

/// Judgements in pairs and what follows from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JudgedLines {
    /// What is asked.
    pub question: String,
    /// Every pair, in the order of the levels; none where there are too many to ask.
    pub pairs: Vec<JudgedPair>,
    /// λmax and CR, or what is missing.
    pub verdict: String,
    /// Which judgement fits worst, where they are not consistent enough.
    pub misfit: Option<MisfitLine>,
    /// Whether the points are those of the judgements: as they are, and stretched from 0 to 100.
    pub fits: [bool; 2],
    /// True where points follow from the judgements.
    pub is_enough: bool,
    /// The random index in use, and others.
    pub index: IndexTable,
}

/// A category scale with another judgement, where one is given, and with the points that follow from all of them, where
/// they say enough; `stretched` from 0 to 100, else 100 · priority. `None` for other scales.
#[must_use]
pub fn judged_scale(
    scale: &Scale,
    change: Option<(CategoryId, CategoryId, Option<f64>)>,
    stretched: bool,
) -> Option<Scale> {
    let Scale::Category { levels, random_index } = scale else { return None };
    let mut levels = levels.clone();
    if let Some((one, other, times)) = change {
        judge(&mut levels, one, other, times);
    }
    if let Ok(weighed) = of_levels(&levels).and_then(|all| all.weigh(&RandomIndex::default())) {
        for (level, points) in levels.iter_mut().zip(level_points(&weighed.weights, stretched)) {
            level.points = points.clamp(0.0, 100.0);
        }
    }
    Some(Scale::Category { levels, random_index: random_index.clone() })
}

pub(super) fn judged_lines(seen: Seen<'_>, levels: &[Category], table: &[f64], side: Side) -> JudgedLines {
    let words = seen.words;
    let question = words.t(match side {
        Side::Value => "scale-judge-value",
        Side::Cost => "scale-judge-cost",
    });
    let too_many =
        || JudgedLines { verdict: words.t("scale-judge-too-many"), question: question.clone(), ..Default::default() };
    if levels.len() > MAX_ITEMS {
        return too_many();
    }
    let Ok(all) = of_levels(levels) else { return too_many() };
    let Ok(random_index) = RandomIndex::from_three(table) else { return too_many() };
    let name = |i: usize| levels.get(i).map_or("", |c| c.name.get(words.lang()));
    let mut pairs = Vec::new();
    for (i, one) in levels.iter().enumerate() {
        for (j, other) in levels.iter().enumerate().skip(i + 1) {
            let names = [name(i), name(j)].map(str::to_owned);
            let label = words.with("scale-judge-pair", &[("one", name(i)), ("other", name(j))]);
            pairs.push(JudgedPair { one: one.id, other: other.id, names, label, times: all.get(i, j) });
        }
    }
    let index = index_table(words, table);
    let mut lines = JudgedLines { question: question.clone(), pairs, index, ..JudgedLines::default() };
    match all.weigh(&random_index) {
        Ok(weighed) => {
            lines.is_enough = true;
            lines.fits = [false, true].map(|stretched| {
                let points = level_points(&weighed.weights, stretched);
                levels.iter().zip(points).all(|(level, points)| (level.points - points).abs() < 1e-9)
            });
            lines.verdict = verdict(seen, &weighed);
            let too_far = weighed.consistency_ratio.is_some_and(|ratio| ratio > CONSISTENT_ENOUGH);
            let misfit = all.misfit(&random_index).ok().flatten().filter(|_| too_far);
            lines.misfit = misfit.and_then(|misfit| {
                let fitting = nearest_step(misfit.fitting);
                let arguments = [
                    ("one", name(misfit.row).to_owned()),
                    ("other", name(misfit.column).to_owned()),
                    ("given", ratio_text(misfit.given)),
                    ("fitting", ratio_text(fitting)),
                ];
                let text = words.with("scale-judge-misfit", &arguments.each_ref().map(|(k, v)| (*k, v.as_str())));
                Some(MisfitLine {
                    one: levels.get(misfit.row)?.id,
                    other: levels.get(misfit.column)?.id,
                    fitting,
                    text,
                })
            });
        }
        Err(PairwiseError::Disconnected { one, other }) => {
            lines.verdict = words.with("scale-judge-missing", &[("one", name(one)), ("other", name(other))]);
        }
        Err(_) => return too_many(),
    }
    lines
}

/// λmax, CR where there is one, and that it is only near where judgements are missing.
fn verdict(seen: Seen<'_>, weighed: &Weighed) -> String {
    let lambda = decimal(weighed.lambda_max, 3);
    let items = weighed.weights.len();
    let Some(ratio) = weighed.consistency_ratio else {
        if items > 2 {
            let arguments = [("lambda", lambda.as_str()), ("items", &items.to_string())];
            return seen.words.with("scale-judge-no-index", &arguments);
        }
        return seen.words.with("scale-judge-no-ratio", &[("lambda", &lambda)]);
    };
    let key = match (ratio > CONSISTENT_ENOUGH, weighed.is_approximate) {
        (false, false) => "scale-judge-consistent",
        (true, false) => "scale-judge-inconsistent",
        (false, true) => "scale-judge-consistent-nearly",
        (true, true) => "scale-judge-inconsistent-nearly",
    };
    seen.words.with(key, &[("lambda", &lambda), ("ratio", &decimal(ratio, 3))])
}

/// “5”, or “1/5”.
fn ratio_text(times: f64) -> String {
    let rounded = |x: f64| number((x * 100.0).round() / 100.0);
    if times < 1.0 { format!("1/{}", rounded(1.0 / times)) } else { rounded(times) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    /// The cities of b07 by culture: Saaty 2005, Theory and Applications of the Analytic Network Process; priorities
    /// as recomputed there.
    #[test]
    fn judgements_of_a_published_case_become_points() {
        const TOLERANCE: f64 = 1e-8; // points; the case prints ten digits of priorities
        let names = ["Bethesda", "Boston", "Pittsburgh", "Santa Fe"];
        let levels = names.iter().zip(1..).map(|(n, id)| Category::new(CategoryId(id), Text::from(*n), 0.0)).collect();
        let mut scale = Scale::named(levels);
        let culture = [(1, 2, 0.5), (1, 3, 1.0), (1, 4, 0.5), (2, 3, 2.5), (2, 4, 1.0), (3, 4, 0.4)];
        for (one, other, times) in culture {
            scale = judged_scale(&scale, Some((CategoryId(one), CategoryId(other), Some(times))), false).unwrap();
        }
        let points = |scale: &Scale| match scale {
            Scale::Category { levels, .. } => levels.iter().map(|c| c.points).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        let expected = [16.345_533_098_49, 34.516_025_538_58, 14.622_415_824_35, 34.516_025_538_58];
        for (found, expected) in points(&scale).iter().zip(expected) {
            assert!((found - expected).abs() < TOLERANCE, "{found} instead of {expected}");
        }
        let stretched = judged_scale(&scale, None, true).unwrap();
        // (16.3455 − 14.6224) / (34.5160 − 14.6224) by hand.
        assert!((points(&stretched)[0] - 8.661_4).abs() < 1e-3, "{:?}", points(&stretched));
        assert!((points(&stretched)[3] - 100.0).abs() < 1e-9 && points(&stretched)[2].abs() < 1e-9);
        assert_eq!(stretched.check(true), Ok(()));
    }

    #[test]
    fn too_few_judgements_leave_the_points_alone() {
        let level = |id, name: &str| Category::new(CategoryId(id), name.into(), 40.0);
        let scale = Scale::named(vec![level(1, "a"), level(2, "b"), level(3, "c")]);
        let judged = judged_scale(&scale, Some((CategoryId(1), CategoryId(2), Some(3.0))), false).unwrap();
        assert!(judged.is_judged() && !scale.is_judged());
        let Scale::Category { levels, .. } = judged else { unreachable!("a category stays one") };
        assert!(levels.iter().all(|c| (c.points - 40.0).abs() < 1e-12));
        assert_eq!(ratio_text(0.2), "1/5");
    }
}
