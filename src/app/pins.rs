//! Which step broke a pinned claim.

use super::{App, shown_in};
use crate::claims::holds;
use crate::model::{Comparison, Label, SegmentId, Statement, Step, Workbook, inverse};
use crate::value::Prepared;

/// Most steps that are looked back.
const STEPS: usize = 50;

/// Pinned claims that do not hold, each with the step that broke it where that is known.
pub(super) type Blamed = Vec<(Statement, Option<Label>)>;

impl App {
    /// Finds who broke what is newly broken, and tells the board.
    pub(super) fn note_pins(&mut self) {
        let workbook = shown_in(self.document.as_ref(), &self.nothing, self.current, &self.layers);
        let comparison = self.current.and_then(|id| workbook.comparison(id));
        let layer = self.current.and_then(|id| self.layers.get(id)).map(|layer| &layer.slate);
        // Steps inside a what-if, else those of the workbook.
        let slate = layer.or(self.document.as_deref());
        let (Some(comparison), Some(board)) = (comparison, &mut self.board) else {
            self.blamed.clear();
            return;
        };
        let pins = &comparison.header.pins;
        let Some(case) = board.case(comparison).filter(|_| !pins.is_empty()) else {
            self.blamed.clear();
            return;
        };
        let (segment, mut blamed) = (board.segment, Blamed::new());
        for pin in pins.iter().filter(|pin| !holds(pin, case)) {
            let known = self.blamed.iter().find(|(statement, _)| statement == pin).map(|(_, label)| label.clone());
            let label = known.unwrap_or_else(|| {
                let slate = slate?;
                slate.live_label().cloned().or_else(|| culprit(slate.history.done(), comparison, segment, pin))
            });
            blamed.push((pin.clone(), label));
        }
        let words = &self.words;
        let step = |label: &Label| words.with(&label.key, &[("name", label.name.get(words.lang()))]);
        let told = blamed.iter().filter_map(|(pin, label)| Some((pin.clone(), step(label.as_ref()?)))).collect();
        board.blame(told);
        self.blamed = blamed;
    }
}

/// The newest step without which `pin` would have been true until then: steps are taken back one by one.
fn culprit(done: &[Step], comparison: &Comparison, segment: SegmentId, pin: &Statement) -> Option<Label> {
    let id = comparison.id();
    let mut past = Workbook { comparisons: vec![comparison.clone()], ..Workbook::default() };
    for step in done.iter().rev().take(STEPS) {
        let own: Vec<_> = step.changes.iter().filter(|c| c.comparison == id).cloned().collect();
        if own.is_empty() {
            continue;
        }
        past.apply(&inverse(&own));
        let before = past.comparison(id)?;
        let segment = before.segment(segment).or_else(|| before.everyone())?;
        if holds(pin, Prepared::new(before, segment).case()) {
            return Some(step.label.clone());
        }
    }
    None
}
