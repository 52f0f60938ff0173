//! Pairwise judgements between the named levels of a scale.

use std::collections::BTreeMap;

use super::id::CategoryId;
use super::scale::{Category, Scale};

/// The judgement a(one, other) between two named levels: how many times as good, or as heavy a burden, `one` is.
///
/// `None` where nobody said, or where `one` is `other`.
#[must_use]
pub fn judgement(levels: &[Category], one: CategoryId, other: CategoryId) -> Option<f64> {
    let given = |of: CategoryId, against| levels.iter().find(|c| c.id == of)?.judged.get(&against).copied();
    given(one, other).or_else(|| given(other, one).map(f64::recip))
}

/// Gives, changes or takes back the judgement a(one, other). It is kept with `one`.
pub fn judge(levels: &mut [Category], one: CategoryId, other: CategoryId, times: Option<f64>) {
    for (of, against) in [(one, other), (other, one)] {
        if let Some(level) = levels.iter_mut().find(|c| c.id == of) {
            level.judged.remove(&against);
        }
    }
    if let (Some(times), Some(level)) = (times, levels.iter_mut().find(|c| c.id == one)) {
        level.judged.insert(other, times);
    }
}

/// Lets go of judgements against levels that are not there.
pub fn conform_judgements(levels: &mut [Category]) {
    let ids: Vec<CategoryId> = levels.iter().map(|c| c.id).collect();
    for level in levels {
        level.judged.retain(|against, _| ids.contains(against));
    }
}

/// Largest judgement, and one divided by the smallest.
const MAX: f64 = 1e9;

/// True where each pair of different levels of the scale is judged at most once, by a number above 0 in range.
pub(super) fn are_sound(levels: &[Category]) -> bool {
    levels.iter().all(|level| {
        level.judged.iter().all(|(against, times)| {
            let other = levels.iter().find(|c| c.id == *against);
            let is_once = |other: &Category| !other.judged.contains_key(&level.id);
            *against != level.id && other.is_some_and(is_once) && (1.0 / MAX..=MAX).contains(times)
        })
    })
}

/// True where a list of random indices, of 3, 4, … levels, is one of numbers above 0 in range.
pub(super) fn are_indices(list: &[f64]) -> bool {
    list.iter().all(|index| (1.0 / MAX..=MAX).contains(index))
}

/// Judgements as a list of pairs: JSON has no numbers for keys.
pub(super) mod pairs {
    use super::{BTreeMap, CategoryId};
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(judged: &BTreeMap<CategoryId, f64>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(judged)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<CategoryId, f64>, D::Error> {
        Ok(Vec::<(CategoryId, f64)>::deserialize(deserializer)?.into_iter().collect())
    }
}

impl Scale {
    /// Whether anything was said about its named levels in pairs.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        matches!(self, Self::Category { levels, .. } if levels.iter().any(|c| !c.judged.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScaleError;

    fn levels() -> Vec<Category> {
        ["a", "b", "c"].iter().zip(1..).map(|(name, id)| Category::new(CategoryId(id), (*name).into(), 0.0)).collect()
    }

    #[test]
    fn a_pair_is_judged_once_whichever_way_round() {
        let [a, b, c] = [1, 2, 3].map(CategoryId);
        let mut levels = levels();
        judge(&mut levels, a, b, Some(4.0));
        assert_eq!((judgement(&levels, a, b), judgement(&levels, b, a)), (Some(4.0), Some(0.25)));
        judge(&mut levels, b, a, Some(2.0));
        assert_eq!((judgement(&levels, a, b), judgement(&levels, a, c)), (Some(0.5), None));
        assert!(levels[0].judged.is_empty() && are_sound(&levels));
        judge(&mut levels, c, b, Some(3.0));
        levels.remove(1);
        assert!(!are_sound(&levels));
        conform_judgements(&mut levels);
        assert!(are_sound(&levels) && levels.iter().all(|l| l.judged.is_empty()));
    }

    #[test]
    fn they_come_back_from_a_file() {
        let mut levels = levels();
        judge(&mut levels, CategoryId(3), CategoryId(1), Some(1.0 / 3.0));
        let scale = Scale::Category { levels, random_index: vec![0.58, 0.9] };
        let written = serde_json::to_string(&scale).unwrap();
        assert!(written.contains(r#""judged":[[1,0.333"#), "{written}");
        assert!(written.contains(r#""random_index":[0.58,0.9]"#), "{written}");
        assert_eq!(serde_json::from_str::<Scale>(&written).unwrap(), scale);
    }

    #[test]
    fn what_comes_from_outside_is_checked() {
        let told = |of: usize, against: u32, times: f64| {
            let mut levels = levels();
            levels[1].judged.insert(CategoryId(1), 2.0);
            levels[of].judged.insert(CategoryId(against), times);
            Scale::named(levels).check(true)
        };
        assert_eq!(told(2, 1, 5.0), Ok(()));
        for wrong in [told(2, 3, 2.0), told(2, 9, 2.0), told(0, 2, 0.5), told(2, 1, 0.0), told(2, 1, f64::NAN)] {
            assert_eq!(wrong, Err(ScaleError::Judgement));
        }
        let indexed = |random_index: &[f64]| {
            Scale::Category { levels: levels(), random_index: random_index.to_vec() }.check(true)
        };
        assert_eq!(indexed(&[0.58, 0.9]), Ok(()));
        for wrong in [0.0, -0.5, f64::NAN, f64::INFINITY] {
            assert_eq!(indexed(&[0.58, wrong]), Err(ScaleError::RandomIndex));
        }
    }
}
