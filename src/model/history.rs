//! What was done, so that it can be undone.

use serde::{Deserialize, Serialize};

use super::id::ComparisonId;
use super::text::Text;
use super::workbook::{Change, Part};

/// The name of a step, for the Undo button: a message key and what it was done to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Message key, `edit-…`.
    pub key: String,
    /// The name of what was changed.
    #[serde(default)]
    pub name: Text,
}

/// One step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Order of the steps; grows by one, whatever the clock says.
    pub seq: i64,
    /// Seconds since 1970 when it was done.
    pub at_secs: i64,
    /// Shown behind Undo and Redo.
    pub label: Label,
    /// Rows before and after.
    pub changes: Vec<Change>,
}

impl Step {
    /// Where the step was done: what undo jumps to.
    #[must_use]
    pub fn place(&self) -> Option<(ComparisonId, Part)> {
        let last = self.changes.last()?;
        Some((last.comparison, last.part))
    }
}

/// The steps of a workbook: those that count, then those taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The number of the step before the first one kept here.
    base: i64,
    steps: Vec<Step>,
    done: usize,
}

impl History {
    /// A history with the first `done` of `steps` in force; older steps, up to number `base`, are not kept.
    #[must_use]
    pub fn new(base: i64, steps: Vec<Step>, done: usize) -> Self {
        let done = done.min(steps.len());
        Self { base, steps, done }
    }

    /// The steps in force, oldest first.
    #[must_use]
    pub fn done(&self) -> &[Step] {
        &self.steps[..self.done]
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Step> {
        self.done.checked_sub(1).map(|i| &self.steps[i])
    }

    /// The step that redo would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Step> {
        self.steps.get(self.done)
    }

    /// The number of the newest step in force; 0 before the first.
    #[must_use]
    pub fn cursor(&self) -> i64 {
        self.undoable().map_or(self.base, |step| step.seq)
    }

    /// Adds a step behind those in force; the steps that were taken back are gone.
    pub fn push(&mut self, at_secs: i64, label: Label, changes: Vec<Change>) -> &Step {
        let seq = self.cursor() + 1;
        self.steps.truncate(self.done);
        self.steps.push(Step { seq, at_secs, label, changes });
        self.done += 1;
        &self.steps[self.done - 1]
    }

    /// Marks the newest step in force as taken back.
    pub fn step_back(&mut self) {
        self.done = self.done.saturating_sub(1);
    }

    /// Marks the next step as in force again.
    pub fn step_forward(&mut self) {
        self.done = (self.done + 1).min(self.steps.len());
    }
}
