//! What goes wrong with a workbook file, in words that say what to do.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use super::schema::LATEST;

/// Why a workbook was not opened, created or read. The file is untouched in every case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// There is no file of that name.
    #[error("there is no such file; open another one")]
    NotFound,
    /// A file without a single byte.
    #[error("the file is empty; open another one, or a copy of the newest backup")]
    Empty,
    /// Some other kind of file.
    #[error("this is not a workbook; open a file that Worthwhile has written")]
    NotAWorkbook,
    /// A database of another program.
    #[error("this file belongs to another program (application id {application_id:#010x}); open it there")]
    Foreign {
        /// What the file says in place of our id.
        application_id: i32,
    },
    /// Written by a newer Worthwhile.
    #[error(
        "a newer Worthwhile wrote this workbook (version {version}, this program knows {supported}); update the program"
    )]
    Newer {
        /// The file's schema.
        version: i32,
        /// The newest schema that this program knows.
        supported: i32,
    },
    /// Another window, or another program, has the workbook.
    #[error("the workbook is already open in another window; close it there, or open a copy")]
    AlreadyOpen,
    /// The content breaks a rule; the text says which.
    #[error("the workbook is damaged ({0}); open a copy of the newest backup")]
    Damaged(String),
    /// Something in the file's structure that no Worthwhile puts there.
    #[error("the workbook holds something that Worthwhile did not put there ({0}); open a copy of the newest backup")]
    Unexpected(String),
    /// It was not closed properly, and the folder does not allow the repair.
    #[error(
        "the workbook was not closed properly and may not be written to; copy it, and any file named like it, to a folder of your own"
    )]
    UncleanReadOnly,
    /// The target of a new workbook is taken.
    #[error("a file of that name is there already; choose another name")]
    AlreadyExists,
    /// The system said no.
    #[error("the file cannot be used ({0}); check the disk and your rights, then try again")]
    Io(String),
}

/// Why an edit or a copy was not saved. Edits stay in memory, in order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// No room left.
    #[error("the disk is full; make room and try again, or save a copy elsewhere")]
    DiskFull,
    /// The file or its folder may not be written to.
    #[error("the file is read-only; save a copy elsewhere")]
    ReadOnly,
    /// The file was deleted, moved or replaced while open.
    #[error("the file was moved, deleted or replaced by another program; save a copy")]
    FileGone,
    /// Another program holds the file.
    #[error("another program is using the file; close it there and try again")]
    Busy,
    /// The file no longer holds what was last saved to it.
    #[error("the file was changed by another program; save a copy")]
    OutOfStep,
    /// The edit or the copy broke a rule of the file.
    #[error("what was to be written is not sound ({0}); undo the last edit, or save a copy")]
    Unsound(String),
    /// The system said no.
    #[error("the system reports an error ({0}); try again, or save a copy elsewhere")]
    Io(String),
}

/// The most characters of a file's own words that go into a message.
const QUOTED_MAX_CHARS: usize = 120;

/// Words from a file, made fit for a message.
pub(super) fn quoted(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(QUOTED_MAX_CHARS).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands errors over")]
pub(super) fn damaged(what: impl ToString) -> OpenError {
    OpenError::Damaged(quoted(&what.to_string()))
}

impl OpenError {
    /// An error of the file system.
    pub(super) fn from_io(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound,
            std::io::ErrorKind::AlreadyExists => Self::AlreadyExists,
            _ => Self::Io(error.to_string()),
        }
    }

    /// A version above what this program knows.
    pub(super) fn newer(version: i32) -> Self {
        Self::Newer { version, supported: LATEST }
    }
}

impl Failure {
    /// The same, where a file was to be made.
    pub(super) fn into_open(self) -> OpenError {
        self.into()
    }
}

impl OpenError {
    /// True where somebody else holds a lock.
    pub(super) fn from_busy(error: &rusqlite::Error) -> bool {
        matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed)
        )
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::AlreadyOpen
            }
            Some(ErrorCode::OperationInterrupted) => damaged("checking it takes too long"),
            Some(
                ErrorCode::CannotOpen
                | ErrorCode::SystemIoFailure
                | ErrorCode::PermissionDenied
                | ErrorCode::OutOfMemory
                | ErrorCode::DiskFull,
            ) => Self::Io(error.to_string()),
            _ => damaged(error),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::NotFound | OpenError::Empty | OpenError::NotAWorkbook | OpenError::Foreign { .. } => {
                Self::FileGone
            }
            OpenError::AlreadyOpen => Self::Busy,
            OpenError::UncleanReadOnly => Self::ReadOnly,
            OpenError::Io(why) => Self::Io(why),
            OpenError::Damaged(why) | OpenError::Unexpected(why) => Self::Unsound(why),
            OpenError::Newer { .. } | OpenError::AlreadyExists => Self::Io(error.to_string()),
        }
    }
}

impl From<Failure> for OpenError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Busy => Self::AlreadyOpen,
            Failure::Unsound(why) => Self::Damaged(why),
            Failure::Io(why) => Self::Io(why),
            other => Self::Io(other.to_string()),
        }
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::DatabaseCorrupt) => {
                Self::Unsound(quoted(&error.to_string()))
            }
            _ => Self::Io(quoted(&error.to_string())),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// Something that the user should know about a workbook that did open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The folder is shared over a network or by a cloud service, which may lock badly or sync half a file.
    NetworkOrCloudFolder,
    /// Edits cannot be saved here.
    ReadOnly,
    /// The day's backup was not made; the text says why.
    BackupFailed(String),
    /// The file was of an older version; what it was is kept here.
    Migrated {
        /// The schema that it had.
        from: i32,
        /// The backup made before.
        backup: PathBuf,
    },
}
