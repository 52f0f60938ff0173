//! An open workbook: its comparisons, its history, its file.

use std::ops::{Deref, DerefMut};

use super::slate::Slate;
use crate::model::{Change, Edit, EditError, Step, inverse};
use crate::store::{Action, Commit, Notice, Opened, Store};

/// An open workbook: a [`Slate`] whose steps go to a file.
pub struct Document {
    slate: Slate,
    /// Its file.
    pub store: Store,
    /// Things to tell about the file.
    pub notices: Vec<Notice>,
    /// Number of the newest commit.
    pub revision: u64,
    /// Number of the newest commit that is in the file.
    pub saved_revision: u64,
}

impl Deref for Document {
    type Target = Slate;

    fn deref(&self) -> &Slate {
        &self.slate
    }
}

impl DerefMut for Document {
    fn deref_mut(&mut self) -> &mut Slate {
        &mut self.slate
    }
}

impl Document {
    /// A workbook as it was opened.
    #[must_use]
    pub fn new(opened: Opened) -> Self {
        let Opened { store, workbook, history, notices } = opened;
        Self { slate: Slate::new(workbook, history), store, notices, revision: 0, saved_revision: 0 }
    }

    /// Keeps a drag that is over as one step.
    pub fn keep_live(&mut self) {
        let step = self.slate.end_live();
        self.submit_step(step.as_ref());
    }

    /// Applies edits as one step; edits that change nothing leave no trace.
    ///
    /// # Errors
    /// The first edit that is refused; the workbook is then as before.
    pub fn apply(&mut self, edits: &[Edit]) -> Result<Vec<Change>, EditError> {
        self.keep_live();
        let step = self.slate.step(edits)?;
        self.submit_step(step.as_ref());
        Ok(step.map(|step| step.changes).unwrap_or_default())
    }

    /// Takes the newest step back; `None` where there is none.
    pub fn undo(&mut self) -> Option<Step> {
        self.keep_live();
        let step = self.slate.step_back()?;
        self.submit(Action::Undo { seq: step.seq }, inverse(&step.changes));
        Some(step)
    }

    /// Does the next step again; `None` where there is none.
    pub fn redo(&mut self) -> Option<Step> {
        self.keep_live();
        let step = self.slate.step_forward()?;
        self.submit(Action::Redo { seq: step.seq }, step.changes.clone());
        Some(step)
    }

    fn submit_step(&mut self, step: Option<&Step>) {
        if let Some(Step { seq, at_secs, label, changes }) = step.cloned() {
            self.submit(Action::Do { seq, at_secs, label }, changes);
        }
    }

    fn submit(&mut self, action: Action, changes: Vec<Change>) {
        self.revision += 1;
        let next_id = self.slate.workbook.ids.peek();
        self.store.submit(Commit { revision: self.revision, action, changes, next_id });
    }

    /// Steps in force that were done since midnight.
    #[must_use]
    pub fn steps_today(&self) -> usize {
        let midnight = jiff::Zoned::now().start_of_day();
        let today = midnight.map_or(i64::MAX, |midnight| midnight.timestamp().as_second());
        self.slate.history.done().iter().rev().take_while(|step| step.at_secs >= today).count()
    }
}
