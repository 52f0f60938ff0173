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
pub(in crate::board) struct ChoiceMemo(RefCell<Option<(Choices, Vec<Side>, Rc<Judged>)>>);

impl ChoiceMemo {
    pub(super) fn judged(&self, set: &ChoiceSet) -> Rc<Judged> {
        if let Some((choices, sides, judged)) = self.0.borrow().as_ref()
            && (choices, sides) == (&set.choices, &set.sides)
        {
            return Rc::clone(judged);
        }
        let judged = Rc::new(judge(set));
        *self.0.borrow_mut() = Some((set.choices.clone(), set.sides.clone(), Rc::clone(&judged)));
        judged
    }
}

fn judge(set: &ChoiceSet) -> Judged {
    let (choices, sides) = (&set.choices, &set.sides);
    let each = (choices.answers() * sides.len() * sides.len()).max(1);
    let most = (FORESEEN_WORK / each).clamp(1, FORESEEN_MAX);
    Judged {
        contradiction: contradiction(choices, sides).ok().flatten().unwrap_or_default(),
        foreseen: foreseen(choices, sides, &Penalty::default(), most).unwrap_or_default(),
    }
}
