//! What takes longer to find out about choices, kept while they stay as they are.

use std::cell::RefCell;
use std::rc::Rc;

use crate::model::Side;
use crate::value::elicit::ChoiceSet;
use crate::value::elicit::choices::{Choices, Foreseen, Penalty, contradiction, foreseen};

/// Most answers of which it is told whether they were foreseen.
const FORESEEN_MAX: usize = 20;
/// Products that the fits for it may take: a few milliseconds.
const FORESEEN_WORK: usize = 4_000_000;

/// What takes longer to find out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Judged {
    /// A minimal set of answers that no weights agree with; empty where some do.
    pub contradiction: Vec<usize>,
    /// What was expected of the last answers.
    pub foreseen: Vec<Foreseen>,
}

/// Keeps what was found about the last choices that were looked at. A change of weights alone finds nothing anew.
#[derive(Debug, Default)]
pub(in crate::board) struct ChoiceMemo(RefCell<Option<Kept>>);

/// What was judged, and what was found.
type Kept = (Choices, Vec<Side>, Rc<Judged>);

impl ChoiceMemo {
    pub(super) fn judged(&self, set: &ChoiceSet) -> Rc<Judged> {
        let mut kept = self.0.borrow_mut();
        let known = kept.as_ref().filter(|(_, sides, _)| *sides == set.sides);
        let known = known.map(|(choices, _, judged)| (choices, judged));
        if let Some((_, judged)) = known.filter(|(choices, _)| **choices == set.choices) {
            return Rc::clone(judged);
        }
        let judged = Rc::new(judge(set, known.map(|(choices, judged)| (choices, judged.as_ref()))));
        *kept = Some((set.choices.clone(), set.sides.clone(), Rc::clone(&judged)));
        judged
    }
}

/// What is found about choices; what is `known` about the answers that they begin with need not be found again.
fn judge(set: &ChoiceSet, known: Option<(&Choices, &Judged)>) -> Judged {
    let (choices, sides) = (&set.choices, &set.sides);
    let count = choices.answers();
    let each = (count * sides.len() * sides.len()).max(1);
    let most = (FORESEEN_WORK / each).clamp(1, FORESEEN_MAX);
    let begun = known.filter(|(before, _)| before.answers() <= count && choices.first(before.answers()) == **before);
    let penalty = Penalty::default();
    let news = begun.map_or(most, |(before, _)| (count - before.answers()).min(most));
    let mut told = begun.map(|(_, judged)| judged.foreseen.clone()).unwrap_or_default();
    told.extend(foreseen(choices, sides, &penalty, news).unwrap_or_default());
    told.drain(..told.len().saturating_sub(most));
    // Answers that contradict each other do so whatever else is answered.
    let still = begun.map(|(_, judged)| judged.contradiction.clone()).filter(|answers| !answers.is_empty());
    let contradiction = still.unwrap_or_else(|| contradiction(choices, sides).ok().flatten().unwrap_or_default());
    Judged { contradiction, foreseen: told }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDES: [Side; 2] = [Side::Value, Side::Cost];

    fn set(pairs: &[[[f64; 2]; 2]]) -> ChoiceSet {
        let mut choices = Choices::new(2);
        for pair in pairs {
            choices.push(pair, 0).unwrap();
        }
        ChoiceSet { leaves: Vec::new(), sides: SIDES.to_vec(), choices, with_constants: None, offers: Vec::new() }
    }

    #[test]
    fn what_is_kept_is_what_would_be_found_anew() {
        // The second and the third contradict each other; the fourth and the fifth too.
        let pairs = [
            [[80.0, 10.0], [20.0, 10.0]],
            [[60.0, 50.0], [50.0, 20.0]],
            [[10.0, 10.0], [70.0, 30.0]],
            [[90.0, 60.0], [60.0, 10.0]],
            [[0.0, 0.0], [90.0, 20.0]],
        ];
        let memo = ChoiceMemo::default();
        for count in [1, 2, 3, 5, 4, 2, 5, 0, 3] {
            let set = set(&pairs[..count]);
            let (kept, anew) = (memo.judged(&set), judge(&set, None));
            assert_eq!(kept.foreseen, anew.foreseen, "{count}");
            assert_eq!(kept.contradiction.is_empty(), anew.contradiction.is_empty(), "{count}");
            assert_eq!(*memo.judged(&set), *kept);
        }
        assert_eq!(memo.judged(&set(&pairs[..3])).contradiction, [1, 2]);
    }
}
