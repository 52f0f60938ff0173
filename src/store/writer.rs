//! The thread that writes: one transaction per commit, in order, answered only after COMMIT.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::claim::Claim;
use super::copy::{Existing, copy};
use super::error::Failure;
use super::open::File;
use super::rows::{self, Meta};
use super::{Action, Commit, StoreEvent, Wake};

/// What the handle asks of the thread.
#[derive(Debug)]
pub enum Command {
    Commit(Box<Commit>),
    Retry,
    Copy(PathBuf),
}

/// What the thread and the handle share.
pub struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    wake: Wake,
}

#[derive(Default)]
struct State {
    events: VecDeque<StoreEvent>,
    /// Commands answered so far.
    answered: u64,
    /// The thread has come to its end.
    ended: bool,
}

impl Shared {
    pub fn new(wake: Wake) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), wake }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn take_event(&self) -> Option<StoreEvent> {
        self.state().events.pop_front()
    }

    pub fn tell(&self, event: StoreEvent) {
        self.state().events.push_back(event);
        (self.wake)();
    }

    fn answer(&self) {
        self.state().answered += 1;
        self.changed.notify_all();
    }

    fn end(&self) {
        self.state().ended = true;
        self.changed.notify_all();
    }

    /// Waits until `count` commands are answered, or the thread has ended.
    pub fn wait_answered(&self, count: u64, timeout: Duration) -> bool {
        self.wait(timeout, |state| state.answered >= count || state.ended).answered >= count
    }

    /// Waits for the thread's end.
    pub fn wait_ended(&self, timeout: Duration) -> bool {
        self.wait(timeout, |state| state.ended).ended
    }

    fn wait(&self, timeout: Duration, until: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let (state, _) = self
            .changed
            .wait_timeout_while(self.state(), timeout, |state| !until(state))
            .unwrap_or_else(PoisonError::into_inner);
        state
    }
}

/// Tells of the thread's end however it comes.
struct EndGuard(Arc<Shared>);

impl Drop for EndGuard {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// Runs until the handle hangs up.
pub fn run(file: File, meta: Meta, commands: &Receiver<Command>, shared: Arc<Shared>) {
    let _end = EndGuard(Arc::clone(&shared));
    let File { db, path, read_only, claim } = file;
    let mut writer =
        Writer { db: Some(db), claim, path, read_only, meta, queue: VecDeque::new(), is_suspect: false, shared };
    while let Ok(command) = commands.recv() {
        writer.obey(command);
        writer.shared.answer();
    }
    writer.finish();
}

struct Writer {
    /// Absent after an attempt to reopen has failed. Dropped before the claim.
    db: Option<Connection>,
    claim: Claim,
    path: PathBuf,
    read_only: bool,
    /// What the file holds if every acknowledged commit took place, and no other.
    meta: Meta,
    /// Not yet acknowledged, oldest first.
    queue: VecDeque<Commit>,
    /// After an I/O error the connection's view of the file is not to be trusted.
    is_suspect: bool,
    shared: Arc<Shared>,
}

impl Writer {
    fn obey(&mut self, command: Command) {
        match command {
            Command::Commit(commit) => {
                self.queue.push_back(*commit);
                self.save_queue();
            }
            Command::Retry => self.save_queue(),
            Command::Copy(path) => {
                let event = match self.save_copy(&path) {
                    Ok(path) => StoreEvent::CopySaved { path },
                    Err(why) => StoreEvent::CopyFailed { path, why },
                };
                self.shared.tell(event);
            }
        }
    }

    fn save_queue(&mut self) {
        while let Some(commit) = self.queue.pop_front() {
            match self.save(&commit) {
                Ok(()) => self.shared.tell(StoreEvent::Saved { revision: commit.revision }),
                Err(why) => {
                    self.queue.push_front(commit);
                    self.shared.tell(StoreEvent::Failed { why, pending: self.queue.len() });
                    return;
                }
            }
        }
    }

    fn save(&mut self, commit: &Commit) -> Result<(), Failure> {
        if self.read_only {
            return Err(Failure::ReadOnly);
        }
        if !self.claim.is_at(&self.path) {
            return Err(Failure::FileGone);
        }
        let next = commit.meta_after(self.meta);
        if self.is_suspect || self.db.is_none() {
            let found = self.reopen()?;
            if found.follows(self.meta, next.cursor) {
                // The commit that “failed” took place. One more transaction sees it safely to the disk.
                return self.transact(|_| Ok(()), Meta { commits: found.commits + 1, ..next });
            }
            if found != self.meta {
                self.is_suspect = true;
                return Err(Failure::OutOfStep);
            }
        }
        self.transact(|db| commit.write(db), next)
    }

    /// One transaction: `write` and what `meta` is then.
    fn transact(&mut self, write: impl FnOnce(&Connection) -> Result<(), Failure>, next: Meta) -> Result<(), Failure> {
        let Some(db) = &self.db else {
            return Err(Failure::Busy);
        };
        let written = begin(db).and_then(|()| write(db)).and_then(|()| next.write(db));
        let result = written.and_then(|()| db.execute_batch("COMMIT").map_err(Failure::from));
        match result {
            Ok(()) => self.meta = next,
            Err(_) => self.is_suspect = !is_rolled_back(db) || matches!(result, Err(Failure::Io(_))),
        }
        result
    }

    /// Closes and opens the file, and says what it holds.
    fn reopen(&mut self) -> Result<Meta, Failure> {
        self.db = None;
        let (db, meta) = File::reopen(&self.path, &self.claim)?;
        self.db = Some(db);
        self.is_suspect = false;
        Ok(meta)
    }

    /// A copy of all that was submitted, saved or not.
    fn save_copy(&mut self, target: &Path) -> Result<PathBuf, Failure> {
        let mut meta = self.meta;
        let mut applied = 0;
        if self.is_suspect || self.db.is_none() {
            meta = self.reopen()?;
            // The first of the queue may have taken place.
            let first = self.queue.front();
            applied = usize::from(first.is_some_and(|commit| meta.follows(self.meta, commit.cursor_after())));
            self.is_suspect = true;
        }
        let Some(db) = &self.db else {
            return Err(Failure::Busy);
        };
        let copied = copy(db, target, Existing::Replace, |copy| {
            begin(copy)?;
            for commit in self.queue.iter().skip(applied) {
                commit.write(copy)?;
                meta = commit.meta_after(meta);
            }
            meta.write(copy)?;
            Ok(copy.execute_batch("COMMIT")?)
        });
        Ok(copied?)
    }

    /// A last attempt, and a tidy folder.
    fn finish(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(1);
        while !self.queue.is_empty() && !self.read_only && Instant::now() < deadline {
            let before = self.queue.len();
            self.save_queue();
            if self.queue.len() == before {
                break;
            }
        }
        if let Some(db) = &self.db
            && !self.read_only
        {
            // Removes the empty journal; if it stays it does no harm.
            let _ = db.execute_batch("PRAGMA journal_mode = DELETE");
        }
    }
}

fn begin(db: &Connection) -> Result<(), Failure> {
    Ok(db.execute_batch("BEGIN IMMEDIATE")?)
}

/// Ends a transaction that failed; false where even that went wrong.
fn is_rolled_back(db: &Connection) -> bool {
    db.is_autocommit() || db.execute_batch("ROLLBACK").is_ok()
}

impl Commit {
    fn cursor_after(&self) -> i64 {
        match self.action {
            Action::Do { seq, .. } | Action::Redo { seq } => seq,
            Action::Undo { seq } => seq - 1,
        }
    }

    fn meta_after(&self, before: Meta) -> Meta {
        Meta { cursor: self.cursor_after(), next_id: self.next_id, commits: before.commits + 1 }
    }

    /// The rows, and for a new step its history.
    fn write(&self, db: &Connection) -> Result<(), Failure> {
        rows::write(db, &self.changes)?;
        if let Action::Do { seq, at_secs, label } = &self.action {
            rows::write_step(db, *seq, *at_secs, label, &self.changes)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Edit, History, IdSource, Text, Workbook, new_comparison};
    use crate::store::{copy, open};

    struct Desk {
        writer: Writer,
        workbook: Workbook,
        history: History,
        _dir: tempfile::TempDir,
    }

    impl Desk {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let mut ids = IdSource::starting_at(1);
            let comparison = new_comparison(&mut ids, Text::from("A"));
            let path = copy::create(&dir.path().join("x"), &Workbook { comparisons: vec![comparison], ids }).unwrap();
            let open::Loaded { file, workbook, history, .. } = open::open(&path, false).unwrap();
            let meta = Meta::read(&file.db).unwrap();
            let File { db, path, read_only, claim } = file;
            let shared = Arc::new(Shared::new(Arc::new(|| {})));
            let queue = VecDeque::new();
            let writer = Writer { db: Some(db), claim, path, read_only, meta, queue, is_suspect: false, shared };
            Self { writer, workbook, history, _dir: dir }
        }

        /// A commit that renames the comparison and gives it a long note.
        fn rename(&mut self, name: &str) -> Commit {
            let comparison = self.workbook.comparisons[0].id();
            let edit =
                Edit::DescribeComparison { comparison, name: name.into(), note: "n".repeat(19_000).as_str().into() };
            let changes = edit.changes(&self.workbook).unwrap();
            self.workbook.apply(&changes);
            let step = self.history.push(7, edit.label(&self.workbook), changes).clone();
            let action = Action::Do { seq: step.seq, at_secs: 7, label: step.label };
            let revision = u64::try_from(step.seq).unwrap();
            Commit { revision, action, changes: step.changes, next_id: self.workbook.ids.peek() }
        }

        fn obey(&mut self, command: Command) -> Vec<StoreEvent> {
            self.writer.obey(command);
            std::iter::from_fn(|| self.writer.shared.take_event()).collect()
        }

        fn in_file(&self) -> (Workbook, History) {
            let db = self.writer.db.as_ref().unwrap();
            (rows::load_workbook(db).unwrap(), rows::load_history(db).unwrap())
        }
    }

    #[test]
    fn a_full_disk_keeps_the_edits_until_there_is_room() {
        let mut desk = Desk::new();
        let pages = |db: &Connection| db.query_row("PRAGMA page_count", [], |row| row.get::<_, u32>(0)).unwrap();
        let full = pages(desk.writer.db.as_ref().unwrap());
        desk.writer.db.as_ref().unwrap().pragma_update(None, "max_page_count", full).unwrap();
        let before = desk.in_file();
        let (first, second) = (desk.rename("B"), desk.rename("C"));
        let failed = |pending| StoreEvent::Failed { why: Failure::DiskFull, pending };
        assert_eq!(desk.obey(Command::Commit(Box::new(first))), [failed(1)]);
        assert_eq!(desk.obey(Command::Commit(Box::new(second))), [failed(2)]);
        assert_eq!(desk.in_file(), before);
        desk.writer.db.as_ref().unwrap().pragma_update(None, "max_page_count", 1_000_000).unwrap();
        let saved = |revision| StoreEvent::Saved { revision };
        assert_eq!(desk.obey(Command::Retry), [saved(1), saved(2)]);
        assert_eq!(desk.in_file(), (desk.workbook.clone(), desk.history.clone()));
    }

    #[test]
    fn a_commit_that_failed_but_took_place_is_not_done_twice() {
        let mut desk = Desk::new();
        let commit = desk.rename("B");
        // As after an error of the last fsync: the file has the commit, the writer does not know.
        let before = desk.writer.meta;
        desk.writer.save(&commit).unwrap();
        (desk.writer.meta, desk.writer.is_suspect) = (before, true);
        assert_eq!(desk.obey(Command::Commit(Box::new(commit))), [StoreEvent::Saved { revision: 1 }]);
        assert_eq!(desk.in_file(), (desk.workbook.clone(), desk.history.clone()));
        assert_eq!(desk.writer.meta, Meta::read(desk.writer.db.as_ref().unwrap()).unwrap());
        let next = desk.rename("C");
        assert_eq!(desk.obey(Command::Commit(Box::new(next))), [StoreEvent::Saved { revision: 2 }]);
    }

    #[test]
    fn a_commit_that_failed_and_did_not_take_place_is_done() {
        let mut desk = Desk::new();
        desk.writer.is_suspect = true;
        let commit = desk.rename("B");
        assert_eq!(desk.obey(Command::Commit(Box::new(commit))), [StoreEvent::Saved { revision: 1 }]);
        assert_eq!(desk.in_file(), (desk.workbook.clone(), desk.history.clone()));
    }

    #[test]
    fn a_file_that_somebody_else_wrote_to_is_left_alone() {
        let mut desk = Desk::new();
        desk.writer.db.as_ref().unwrap().execute_batch("UPDATE meta SET commits = 77").unwrap();
        desk.writer.is_suspect = true;
        let failed = |pending| StoreEvent::Failed { why: Failure::OutOfStep, pending };
        let commit = desk.rename("B");
        assert_eq!(desk.obey(Command::Commit(Box::new(commit))), [failed(1)]);
        assert_eq!(desk.obey(Command::Retry), [failed(1)]);
    }
}
