//! An open workbook: its comparisons, its history, its file.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::{Change, Edit, EditError, History, Label, Step, Workbook, inverse};
use crate::store::{Action, Commit, Notice, Opened, Store};

/// An open workbook.
pub struct Document {
    /// What the user edits.
    pub workbook: Workbook,
    /// What can be undone.
    pub history: History,
    /// Its file.
    pub store: Store,
    /// Things to tell about the file.
    pub notices: Vec<Notice>,
    /// Number of the newest commit.
    pub revision: u64,
    /// Number of the newest commit that is in the file.
    pub saved_revision: u64,
    /// A drag that goes on: its name and what it changed so far.
    live: Option<(Label, Vec<Change>)>,
}

impl Document {
    /// A workbook as it was opened.
    #[must_use]
    pub fn new(opened: Opened) -> Self {
        let Opened { store, workbook, history, notices } = opened;
        Self { workbook, history, store, notices, revision: 0, saved_revision: 0, live: None }
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

    /// Takes back a drag that was given up.
    pub fn drop_live(&mut self) -> Vec<Change> {
        let Some((_, changes)) = self.live.take() else { return Vec::new() };
        let back = inverse(&changes);
        self.workbook.apply(&back);
        back
    }

    /// Keeps a drag that is over as one step.
    pub fn keep_live(&mut self) {
        if let Some((label, changes)) = self.live.take() {
            self.commit(label, changes);
        }
    }

    /// Applies edits as one step; edits that change nothing leave no trace.
    ///
    /// # Errors
    /// The first edit that is refused; the workbook is then as before.
    pub fn apply(&mut self, edits: &[Edit]) -> Result<Vec<Change>, EditError> {
        self.keep_live();
        let (label, changes) = self.run(edits)?;
        if let Some(label) = label {
            self.commit(label, changes.clone());
        }
        Ok(changes)
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
    pub fn undo(&mut self) -> Option<Step> {
        self.keep_live();
        let step = self.history.undoable()?.clone();
        let changes = inverse(&step.changes);
        self.workbook.apply(&changes);
        self.history.step_back();
        self.submit(Action::Undo { seq: step.seq }, changes);
        Some(step)
    }

    /// Does the next step again; `None` where there is none.
    pub fn redo(&mut self) -> Option<Step> {
        self.keep_live();
        let step = self.history.redoable()?.clone();
        self.workbook.apply(&step.changes);
        self.history.step_forward();
        self.submit(Action::Redo { seq: step.seq }, step.changes.clone());
        Some(step)
    }

    fn commit(&mut self, label: Label, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        for change in changes.iter().filter(|c| c.after.is_some()) {
            change.numbers().for_each(|number| self.workbook.ids.skip(number));
        }
        let at_secs = now_secs();
        let step = self.history.push(at_secs, label.clone(), changes.clone());
        let action = Action::Do { seq: step.seq, at_secs, label };
        self.submit(action, changes);
    }

    fn submit(&mut self, action: Action, changes: Vec<Change>) {
        self.revision += 1;
        let next_id = self.workbook.ids.peek();
        self.store.submit(Commit { revision: self.revision, action, changes, next_id });
    }

    /// Steps in force that were done since midnight.
    #[must_use]
    pub fn steps_today(&self) -> usize {
        let midnight = jiff::Zoned::now().start_of_day();
        let today = midnight.map_or(i64::MAX, |midnight| midnight.timestamp().as_second());
        self.history.done().iter().rev().take_while(|step| step.at_secs >= today).count()
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
