//! What takes longer to find out about choices, kept while they stay as they are.

use std::cell::RefCell;
use std::rc::Rc;

use crate::model::Side;
use crate::value::elicit::ChoiceSet;
use crate::value::elicit::choices::{Choices, Foreseen, Penalty, contradiction_after, foreseen};

/// Most answers of which it is told whether they were foreseen.
const FORESEEN_MAX: usize = 20;
/// Products that the fits for it may take; a million take some 5 ms, as 10,000 choices from four offers of eight
/// attributes, two millions, are fitted in 10 ms.
const FORESEEN_WORK: usize = 1_000_000;

/// What takes longer to find out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Judged {
    /// A minimal set of answers that no weights agree with; empty where some do.
    pub contradiction: Vec<usize>,
    /// What was expected of the last answers.
    pub foreseen: Vec<Foreseen>,
    /// So many answers at the beginning contradict nothing.
    agreeing: usize,
}

/// Keeps what was found about the last choices that were looked at. A change of weights alone finds nothing anew, and
/// other answers only what follows from them: what is kept is always what would be found anew.
#[derive(Debug, Default)]
pub(in crate::board) struct ChoiceMemo(RefCell<Option<Kept>>);

/// What was judged, and what was found.
type Kept = (Choices, Vec<Side>, Rc<Judged>);

impl ChoiceMemo {
    pub(super) fn judged(&self, set: &ChoiceSet) -> Rc<Judged> {
        let mut kept = self.0.borrow_mut();
        let known = kept.as_ref().filter(|(_, sides, _)| *sides == set.sides);
        let known =
            known.map(|(choices, _, judged)| Known { before: choices, judged, shared: set.choices.shared(choices) });
        if let Some(known) = known.as_ref().filter(|known| *known.before == set.choices) {
            return Rc::clone(known.judged);
        }
        let judged = Rc::new(judge(set, known.as_ref()));
        *kept = Some((set.choices.clone(), set.sides.clone(), Rc::clone(&judged)));
        judged
    }
}

/// What was found about other choices, and how many answers they begin with are the same.
struct Known<'a> {
    before: &'a Choices,
    judged: &'a Rc<Judged>,
    shared: usize,
}

fn judge(set: &ChoiceSet, known: Option<&Known<'_>>) -> Judged {
    let (contradiction, agreeing) = contradicting(set, known);
    Judged { contradiction, foreseen: expected(set, known), agreeing }
}

/// What contradicts, and how many answers at the beginning do not. It stays as it is where what changed is behind it, or
/// where an answer went that it does not name.
fn contradicting(set: &ChoiceSet, known: Option<&Known<'_>>) -> (Vec<usize>, usize) {
    let mut agreeing = 0;
    if let Some(Known { before, judged, shared }) = known {
        agreeing = judged.agreeing.min(*shared);
        let set_before = &judged.contradiction;
        if set_before.last().is_some_and(|last| last < shared) {
            return (set_before.clone(), judged.agreeing);
        }
        let is_one_gone = before.is_without(*shared, &set.choices) && !set_before.contains(shared);
        if is_one_gone && (!set_before.is_empty() || judged.agreeing == before.answers()) {
            let place = |answer: &usize| answer - usize::from(answer > shared);
            return (set_before.iter().map(place).collect(), judged.agreeing - 1);
        }
    }
    match contradiction_after(&set.choices, &set.sides, agreeing) {
        Ok(None) => (Vec::new(), set.choices.answers()),
        Ok(Some(found)) => {
            let agreeing = found.last().copied().unwrap_or(0);
            (found, agreeing)
        }
        Err(_) => (Vec::new(), 0),
    }
}

/// What was expected of the last answers: it depends on those before each alone.
fn expected(set: &ChoiceSet, known: Option<&Known<'_>>) -> Vec<Foreseen> {
    let (choices, sides) = (&set.choices, &set.sides);
    let count = choices.answers();
    let each = (choices.size() * sides.len()).max(1);
    let most = (FORESEEN_WORK / each).clamp(1, FORESEEN_MAX);
    let kept = |answer: usize| {
        let Known { judged, .. } = known.filter(|known| answer < known.shared)?;
        judged.foreseen.iter().find(|foreseen| foreseen.answer == answer).copied()
    };
    let one = |answer: usize| kept(answer).or_else(|| foreseen(choices, sides, &Penalty::default(), answer).ok());
    (count.saturating_sub(most)..count).filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDES: [Side; 2] = [Side::Value, Side::Cost];

    type Pair = [[f64; 2]; 2];

    /// The second and the third contradict each other; the fourth and the fifth too.
    const PAIRS: [Pair; 5] = [
        [[80.0, 10.0], [20.0, 10.0]],
        [[60.0, 50.0], [50.0, 20.0]],
        [[10.0, 10.0], [70.0, 30.0]],
        [[90.0, 60.0], [60.0, 10.0]],
        [[0.0, 0.0], [90.0, 20.0]],
    ];

    fn set(pairs: &[Pair]) -> ChoiceSet {
        let mut choices = Choices::new(2);
        for pair in pairs {
            choices.push(pair, 0).unwrap();
        }
        ChoiceSet { leaves: Vec::new(), sides: SIDES.to_vec(), choices, with_constants: None, offers: Vec::new() }
    }

    #[test]
    fn what_is_kept_is_what_would_be_found_anew() {
        let memo = ChoiceMemo::default();
        for count in [1, 2, 3, 5, 4, 2, 5, 0, 3] {
            let set = set(&PAIRS[..count]);
            let (kept, anew) = (memo.judged(&set), judge(&set, None));
            assert_eq!(*kept, anew, "{count}");
            assert_eq!(*memo.judged(&set), *kept);
        }
        assert_eq!(memo.judged(&set(&PAIRS[..3])).contradiction, [1, 2]);
    }

    #[test]
    fn an_answer_that_is_not_named_takes_nothing_with_it() {
        let [zero, one, two, three, four] = PAIRS;
        let orders: [&[Pair]; 7] = [
            &[one, two],
            &[zero, one, two],
            &[zero, one, three, two, four],
            &[one, three, two, four],
            &[three, two, four],
            &[three, four],
            &[four],
        ];
        let memo = ChoiceMemo::default();
        for order in orders {
            let set = set(order);
            assert_eq!(*memo.judged(&set), judge(&set, None), "{order:?}");
        }
    }
}
