//! A workbook with its history: edits, drags, undo and redo, without a word to any file.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::{Change, Edit, EditError, History, Label, Step, Workbook, inverse};

/// A workbook that is edited in steps.
pub struct Slate {
    /// What the user edits.
    pub workbook: Workbook,
    /// What can be undone.
    pub history: History,
    /// A drag that goes on: its name and what it changed so far.
    live: Option<(Label, Vec<Change>)>,
}

impl Slate {
    /// A workbook with what was done to it before.
    #[must_use]
    pub fn new(workbook: Workbook, history: History) -> Self {
        Self { workbook, history, live: None }
    }

    /// Shows a drag without keeping it; what it showed before is taken back first.
    ///
    /// # Errors
    /// [`EditError`]; the workbook is then as before the drag.
    pub fn preview(&mut self, edits: &[Edit]) -> Result<Vec<Change>, EditError> {
        let mut seen = self.drop_live();
        let (label, changes) = self.run(edits)?;
        self.live = label.map(|label| (label, changes.clone()));
        seen.extend(changes);
        Ok(seen)
    }

    /// The name of the drag that goes on.
    #[must_use]
    pub fn live_label(&self) -> Option<&Label> {
        self.live.as_ref().map(|(label, _)| label)
    }

    /// Takes back a drag that was given up.
    pub fn drop_live(&mut self) -> Vec<Change> {
        let Some((_, changes)) = self.live.take() else { return Vec::new() };
        let back = inverse(&changes);
        self.workbook.apply(&back);
        back
    }

    /// Ends a drag: what it showed last is the newest step.
    pub fn end_live(&mut self) -> Option<Step> {
        let (label, changes) = self.live.take()?;
        self.push(label, changes)
    }

    /// Applies edits as one step; `None` where they change nothing.
    ///
    /// # Errors
    /// The first edit that is refused; the workbook is then as before.
    pub fn step(&mut self, edits: &[Edit]) -> Result<Option<Step>, EditError> {
        let (label, changes) = self.run(edits)?;
        Ok(label.and_then(|label| self.push(label, changes)))
    }

    /// Changes the workbook by edits, one after the other, and names them after the first that changes anything; no name
    /// where nothing changed.
    fn run(&mut self, edits: &[Edit]) -> Result<(Option<Label>, Vec<Change>), EditError> {
        let mut all: Vec<Change> = Vec::new();
        let mut label = None;
        for edit in edits {
            let its_label = edit.label(&self.workbook);
            match edit.changes(&self.workbook) {
                Ok(changes) => {
                    if !changes.is_empty() {
                        label.get_or_insert(its_label);
                    }
                    self.workbook.apply(&changes);
                    all.extend(changes);
                }
                Err(error) => {
                    self.workbook.apply(&inverse(&all));
                    return Err(error);
                }
            }
        }
        let changes = merged(all);
        Ok((label.filter(|_| !changes.is_empty()), changes))
    }

    /// Takes the newest step back; `None` where there is none.
    pub fn step_back(&mut self) -> Option<Step> {
        let step = self.history.undoable()?.clone();
        self.workbook.apply(&inverse(&step.changes));
        self.history.step_back();
        Some(step)
    }

    /// Does the next step again; `None` where there is none.
    pub fn step_forward(&mut self) -> Option<Step> {
        let step = self.history.redoable()?.clone();
        self.workbook.apply(&step.changes);
        self.history.step_forward();
        Some(step)
    }

    fn push(&mut self, label: Label, changes: Vec<Change>) -> Option<Step> {
        if changes.is_empty() {
            return None;
        }
        for change in changes.iter().filter(|c| c.after.is_some()) {
            change.numbers().for_each(|number| self.workbook.ids.skip(number));
        }
        Some(self.history.push(now_secs(), label, changes).clone())
    }
}

/// Several changes of one row as one; rows that came back to what they were are left out.
fn merged(changes: Vec<Change>) -> Vec<Change> {
    let mut merged: Vec<Change> = Vec::with_capacity(changes.len());
    let mut places = std::collections::HashMap::new();
    for change in changes {
        match places.entry((change.comparison, change.part)) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(merged.len());
                merged.push(change);
            }
            std::collections::hash_map::Entry::Occupied(entry) => merged[*entry.get()].after = change.after,
        }
    }
    merged.retain(|c| c.before != c.after);
    merged
}

/// Seconds since 1970; 0 where the clock stands before that.
fn now_secs() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| i64::try_from(d.as_secs()).unwrap_or(i64::MAX))
}
