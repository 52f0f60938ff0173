//! A first look at a file, before anything opens it for writing.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::claim::Claim;
use super::connect::{Access, connect, within_time};
use super::error::{OpenError, damaged};
use super::schema::{self, APPLICATION_ID, LATEST};
use super::temp;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const HEADER_BYTES: usize = 100;

/// What the first 100 bytes of a `SQLite` file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Header {
    application_id: i32,
    user_version: i32,
    /// Written by the write-ahead log, which we never use.
    is_wal: bool,
    /// The size that it states is there, and was stated by the last writer.
    is_whole: bool,
}

impl Header {
    fn read(path: &Path) -> Result<Self, OpenError> {
        let mut bytes = Vec::with_capacity(HEADER_BYTES);
        let file = std::fs::File::open(path).map_err(|e| OpenError::from_io(&e))?;
        let length = file.metadata().map_err(|e| OpenError::from_io(&e))?.len();
        file.take(HEADER_BYTES as u64).read_to_end(&mut bytes).map_err(|e| OpenError::from_io(&e))?;
        if bytes.is_empty() {
            return Err(OpenError::Empty);
        }
        if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) {
            return Err(OpenError::NotAWorkbook);
        }
        match <&[u8; HEADER_BYTES]>::try_from(bytes.as_slice()) {
            Ok(header) => Ok(Self::parse(header, length)),
            Err(_) => Err(damaged("it is cut short")),
        }
    }

    /// Fields as in <https://sqlite.org/fileformat2.html#the_database_header>.
    fn parse(bytes: &[u8; HEADER_BYTES], length: u64) -> Self {
        let word = |at: usize| [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
        let page_size = match u16::from_be_bytes([bytes[16], bytes[17]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        let pages = u64::from(u32::from_be_bytes(word(28)));
        Self {
            application_id: i32::from_be_bytes(word(68)),
            user_version: i32::from_be_bytes(word(60)),
            is_wal: bytes[18] != 1 || bytes[19] != 1,
            is_whole: word(24) == word(92) && pages > 0 && pages * page_size <= length,
        }
    }

    /// Ours, and of a version that we know.
    fn check(self) -> Result<(), OpenError> {
        if self.application_id != APPLICATION_ID {
            return Err(OpenError::Foreign { application_id: self.application_id });
        }
        if self.user_version > LATEST {
            return Err(OpenError::newer(self.user_version));
        }
        if self.user_version < 1 {
            return Err(damaged("its version is below 1"));
        }
        if self.is_wal {
            return Err(OpenError::Unexpected("another program's write-ahead log".to_owned()));
        }
        Ok(())
    }
}

/// A file that may be opened.
#[derive(Debug)]
pub struct Found {
    /// Without symbolic links.
    pub path: PathBuf,
    /// Held for as long as the file is open.
    pub claim: Claim,
    /// Writing is not allowed.
    pub read_only: bool,
    /// Where a crash left a transaction half done: a copy in which it is rolled back, fully checked.
    pub settled: Option<temp::Dir>,
}

/// Looks at a file without changing a byte.
pub fn probe(path: &Path) -> Result<Found, OpenError> {
    let path = path.canonicalize().map_err(|e| OpenError::from_io(&e))?;
    let facts = std::fs::metadata(&path).map_err(|e| OpenError::from_io(&e))?;
    if !facts.is_file() {
        return Err(OpenError::NotAWorkbook);
    }
    let claim = Claim::take(&path).map_err(|e| OpenError::from_io(&e))?.ok_or(OpenError::AlreadyOpen)?;
    let read_only = facts.permissions().readonly();
    let header = Header::read(&path)?;
    let settled = if has_journal(&path) && is_hot(&path)? { Some(settled_copy(&path)?) } else { None };
    if settled.is_none() {
        header.check()?;
        // While another program writes, the header may look half done.
        if !(header.is_whole || is_locked(&path) || Header::read(&path)?.is_whole) {
            return Err(damaged("it is cut short, or its first page is changed"));
        }
    }
    Ok(Found { path, claim, read_only, settled })
}

/// The journal that belongs to a file.
pub fn journal_of(path: &Path) -> PathBuf {
    with_suffix(path, "-journal")
}

/// `path` with `suffix` behind its name.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn has_journal(path: &Path) -> bool {
    std::fs::metadata(journal_of(path)).is_ok_and(|facts| facts.len() > 0)
}

/// The first lock of reading: taken, and what `SQLite` says.
fn try_read(path: &Path) -> rusqlite::Result<i32> {
    connect(path, Access::Read)?.pragma_query_value(None, "application_id", |row| row.get(0))
}

fn is_locked(path: &Path) -> bool {
    try_read(path).is_err_and(|e| OpenError::from(e) == OpenError::AlreadyOpen)
}

/// True where the journal is what a crash left, false where it is stale; an error where somebody is writing now.
fn is_hot(path: &Path) -> Result<bool, OpenError> {
    match try_read(path) {
        Ok(_) => Ok(false),
        Err(rusqlite::Error::SqliteFailure(e, _)) if e.extended_code == rusqlite::ffi::SQLITE_READONLY_ROLLBACK => {
            Ok(true)
        }
        Err(e) if OpenError::from_busy(&e) => Err(OpenError::AlreadyOpen),
        // Whatever else is wrong shows in the copy, or when the file is opened.
        Err(_) => Ok(true),
    }
}

/// The name of a file in the folder of its settled copy.
pub const SETTLED: &str = "settled.worth";

/// Rolls the half-done transaction back in a copy, so that a bad file can be refused untouched.
fn settled_copy(path: &Path) -> Result<temp::Dir, OpenError> {
    let dir = temp::Dir::new().map_err(|e| OpenError::Io(e.to_string()))?;
    let copy = dir.path().join(SETTLED);
    for (from, to) in [(path.to_owned(), copy.clone()), (journal_of(path), journal_of(&copy))] {
        std::fs::copy(&from, &to).map_err(|e| OpenError::Io(e.to_string()))?;
        make_writable(&to).map_err(|e| OpenError::Io(e.to_string()))?;
    }
    let mut db = connect(&copy, Access::Write)?;
    db.execute_batch("BEGIN; SELECT count(*) FROM pragma_application_id; COMMIT")?;
    db.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0))?;
    let header = Header::read(&copy)?;
    header.check()?;
    if !header.is_whole {
        return Err(damaged("it is cut short, or its first page is changed"));
    }
    inspect(&mut db)?;
    Ok(dir)
}

#[expect(clippy::permissions_set_readonly_false, reason = "a private copy in a folder of our own")]
fn make_writable(path: &Path) -> std::io::Result<()> {
    let mut permissions = std::fs::metadata(path)?.permissions();
    permissions.set_readonly(false);
    std::fs::set_permissions(path, permissions)
}

/// Everything about the file's structure: its objects, its pages, its references.
pub fn inspect(db: &mut Connection) -> Result<(), OpenError> {
    within_time(db, |db| {
        let version = schema::version(db)?;
        let application_id: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
        Header { application_id, user_version: version, is_wal: false, is_whole: true }.check()?;
        schema::check(db, version)?;
        let verdict: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(damaged(verdict));
        }
        let mut orphans = db.prepare("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1")?;
        let mut found = orphans.query([])?;
        match found.next()? {
            Some(row) => {
                let (child, parent): (String, String) = (row.get(0)?, row.get(1)?);
                Err(damaged(format!("a row of {child} belongs to no {parent}")))
            }
            None => Ok(()),
        }
    })
}
