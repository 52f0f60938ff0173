//! The workbook file: one `SQLite` database that one window at a time may edit.
//!
//! [`Store::open`] looks at a file without changing a byte, refuses whatever is not a sound workbook, takes the lock
//! and loads it. From then on a thread of its own writes: each [`Commit`] is one transaction with its row of history,
//! and [`StoreEvent::Saved`] follows only after COMMIT. What cannot be written stays queued, in order, until
//! [`Store::retry`] or the next commit; [`Store::save_copy`] includes it.
//!
//! Nothing else in the program may open a file that is open here, not even to read it: closing any second handle
//! would drop the lock (see `claim`). [`read()`] takes care of that.

pub mod backup;
mod claim;
mod connect;
mod copy;
mod error;
mod open;
mod place;
mod probe;
mod rows;
mod schema;
mod temp;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::model::{Change, History, Label, Workbook};
pub use error::{Failure, Notice, OpenError};
pub use open::read;
use rows::Meta;
pub use schema::{APPLICATION_ID, LATEST as SCHEMA_VERSION};
use writer::{Command, Shared};

/// Called after an event was queued, on the store's thread: the window asks for a repaint.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How long a store that goes out of use may take to write what is queued.
const CLOSING: Duration = Duration::from_secs(2);

/// One edit, undo or redo on its way to the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Commit {
    /// Comes back in [`StoreEvent::Saved`].
    pub revision: u64,
    /// What it does to the history.
    pub action: Action,
    /// The rows to write now; for an undo these are the inverse already.
    pub changes: Vec<Change>,
    /// [`crate::model::IdSource::peek`] after the edit.
    pub next_id: u32,
}

/// What a commit does to the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Adds step `seq`; steps from `seq` on, which were taken back, are gone.
    Do {
        /// Number of the step.
        seq: i64,
        /// Seconds since 1970.
        at_secs: i64,
        /// Shown behind Undo.
        label: Label,
    },
    /// Takes step `seq` back.
    Undo {
        /// Number of the step.
        seq: i64,
    },
    /// Does step `seq` again.
    Redo {
        /// Number of the step.
        seq: i64,
    },
}

/// What the store's thread has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreEvent {
    /// This commit, and every one before it, is on the disk.
    Saved {
        /// From [`Commit::revision`].
        revision: u64,
    },
    /// Nothing new is on the disk; the commits are kept.
    Failed {
        /// Why.
        why: Failure,
        /// Commits that wait.
        pending: usize,
    },
    /// A copy with all edits, saved or not, and the history.
    CopySaved {
        /// Where it is.
        path: PathBuf,
    },
    /// No copy was made; what was at the target is whole.
    CopyFailed {
        /// Where it was to be.
        path: PathBuf,
        /// Why not.
        why: Failure,
    },
}

/// An open workbook file.
pub struct Store {
    path: PathBuf,
    read_only: bool,
    commands: Option<Sender<Command>>,
    /// Commands sent so far.
    sent: AtomicU64,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// An open workbook file with what it holds.
pub struct Opened {
    /// Takes the edits.
    pub store: Store,
    /// Every comparison, sound.
    pub workbook: Workbook,
    /// The newest steps, and those that can be redone.
    pub history: History,
    /// What the user should know.
    pub notices: Vec<Notice>,
}

impl Store {
    /// Opens a workbook for editing and makes the day's backup.
    ///
    /// # Errors
    /// [`OpenError`]; the file is then as it was.
    pub fn open(path: &Path, wake: Wake) -> Result<Opened, OpenError> {
        Self::start(open::open(path, true)?, wake)
    }

    /// Writes a workbook, without history, to a new file and opens it.
    ///
    /// # Errors
    /// [`OpenError::AlreadyExists`] where the name is taken; otherwise no file is left behind either.
    pub fn create(path: &Path, workbook: &Workbook, wake: Wake) -> Result<Opened, OpenError> {
        let path = copy::create(path, workbook)?;
        Self::start(open::open(&path, false)?, wake)
    }

    fn start(loaded: open::Loaded, wake: Wake) -> Result<Opened, OpenError> {
        let open::Loaded { file, workbook, history, notices } = loaded;
        let meta = Meta::read(&file.db)?;
        let shared = Arc::new(Shared::new(wake));
        let (commands, received) = channel();
        let (path, read_only) = (file.path.clone(), file.read_only);
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || writer::run(file, meta, &received, for_thread))
            .map_err(|e| OpenError::Io(e.to_string()))?;
        let (commands, thread, sent) = (Some(commands), Some(thread), AtomicU64::new(0));
        let store = Self { path, read_only, commands, sent, shared, thread };
        Ok(Opened { store, workbook, history, notices })
    }

    /// The file, absolute and without symbolic links.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True where nothing can be saved here.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Queues a commit behind those before it; never blocks.
    pub fn submit(&self, commit: Commit) {
        self.send(Command::Commit(Box::new(commit)));
    }

    /// What happened since; never blocks.
    #[must_use]
    pub fn poll(&self) -> Option<StoreEvent> {
        self.shared.take_event()
    }

    /// Tries the queue again after [`StoreEvent::Failed`].
    pub fn retry(&self) {
        self.send(Command::Retry);
    }

    /// Makes a copy of everything submitted so far, with the history; a file at `target` is replaced.
    pub fn save_copy(&self, target: &Path) {
        self.send(Command::Copy(target.to_owned()));
    }

    /// Waits until everything asked so far is answered; false where that takes longer than `timeout`.
    #[must_use]
    pub fn wait_idle(&self, timeout: Duration) -> bool {
        self.shared.wait_answered(self.sent.load(Ordering::SeqCst), timeout)
    }

    fn send(&self, command: Command) {
        self.sent.fetch_add(1, Ordering::SeqCst);
        let refused = self.commands.as_ref().map(|commands| commands.send(command));
        if let Some(Err(refused)) = refused {
            // Only a panic ends the thread early.
            let why = Failure::Io("the part of the program that saves has stopped; start the program again".to_owned());
            self.shared.tell(match refused.0 {
                Command::Copy(path) => StoreEvent::CopyFailed { path, why },
                Command::Commit(_) | Command::Retry => StoreEvent::Failed { why, pending: 1 },
            });
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // The thread writes what is queued, then sees that nobody is left.
        self.commands = None;
        if self.shared.wait_ended(CLOSING)
            && let Some(thread) = self.thread.take()
        {
            // A panic was reported where it happened.
            let _ = thread.join();
        }
    }
}
