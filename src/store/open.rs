//! From a path to a workbook that may be edited.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::Connection;

use super::claim::Claim;
use super::connect::{Access, connect, lock, make_durable};
use super::error::{Failure, Notice, OpenError};
use super::probe::{Found, SETTLED, inspect, probe};
use super::rows::Meta;
use super::{backup, place, rows, schema};
use crate::model::{History, Workbook};

/// An open workbook file: the connection with its lock, and the claim on the file.
#[derive(Debug)]
pub struct File {
    /// Declared, and so dropped, before the claim.
    pub db: Connection,
    /// Absolute, without symbolic links.
    pub path: PathBuf,
    /// Nothing can be saved.
    pub read_only: bool,
    /// Held while the connection is.
    pub claim: Claim,
}

/// A file with what it holds.
#[derive(Debug)]
pub struct Loaded {
    pub file: File,
    pub workbook: Workbook,
    pub history: History,
    pub notices: Vec<Notice>,
}

/// Opens a file for editing; the day's backup is made where `with_backup`.
pub fn open(path: &Path, with_backup: bool) -> Result<Loaded, OpenError> {
    let Found { path, claim, read_only, settled } = probe(path)?;
    if settled.is_some() && read_only {
        return Err(OpenError::UncleanReadOnly);
    }
    drop(settled);
    let mut db = connect(&path, if read_only { Access::Read } else { Access::Write })?;
    // SQLite falls back to reading where the system allows no more.
    let read_only = read_only || db.is_readonly("main")?;
    if !read_only {
        lock(&db)?;
    }
    inspect(&mut db)?;
    let mut notices = Vec::new();
    if !read_only {
        notices.extend(migrated(&db, &path)?);
        make_durable(&db)?;
    }
    let (workbook, history) = load(&db)?;
    if read_only {
        notices.push(Notice::ReadOnly);
    } else if with_backup && let Err(why) = backup::daily(&db, &path, &backup::day(SystemTime::now())) {
        notices.push(Notice::BackupFailed(why.to_string()));
    }
    if place::is_shared(&path) {
        notices.push(Notice::NetworkOrCloudFolder);
    }
    Ok(Loaded { file: File { db, path, read_only, claim }, workbook, history, notices })
}

fn migrated(db: &Connection, path: &Path) -> Result<Option<Notice>, OpenError> {
    let from = schema::version(db)?;
    if from == schema::LATEST {
        return Ok(None);
    }
    // A file that will be refused is refused before it is changed.
    load_of_any_schema(db)?;
    make_durable(db)?;
    let mut kept = Vec::new();
    schema::migrate(db, schema::MIGRATIONS, |db, from| {
        kept.push(backup::before_migration(db, path, from)?);
        Ok(())
    })?;
    // Of several backups the first is the file as it was.
    Ok(kept.into_iter().next().map(|backup| Notice::Migrated { from, backup }))
}

/// Calls `use_it` with a checked connection that reads; nobody can write meanwhile.
pub fn with_source<T>(path: &Path, use_it: impl FnOnce(&Connection) -> Result<T, OpenError>) -> Result<T, OpenError> {
    let found = probe(path)?;
    // What a crash left half done stays as it is; its settled copy is as good.
    let source = found.settled.as_ref().map_or_else(|| found.path.clone(), |dir| dir.path().join(SETTLED));
    let mut db = connect(&source, Access::Read)?;
    // The lock of reading, from here to the end.
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN; SELECT count(*) FROM sqlite_schema")?;
    inspect(&mut db)?;
    use_it(&db)
}

/// Reads a workbook without changing its file.
///
/// # Errors
/// [`OpenError`], as for opening: an open workbook is refused here too.
pub fn read(path: &Path) -> Result<Workbook, OpenError> {
    with_source(path, |db| load_of_any_schema(db).map(|(workbook, _)| workbook))
}

/// What a file of this or an older schema holds; an older one is brought up to date in memory only.
pub fn load_of_any_schema(db: &Connection) -> Result<(Workbook, History), OpenError> {
    if schema::version(db)? == schema::LATEST {
        return load(db);
    }
    let mut memory = Connection::open_in_memory()?;
    rusqlite::backup::Backup::new(db, &mut memory)?.step(-1)?;
    schema::migrate(&memory, schema::MIGRATIONS, |_, _| Ok(()))?;
    load(&memory)
}

/// What the file holds; a history that contradicts itself makes the whole file suspect.
fn load(db: &Connection) -> Result<(Workbook, History), OpenError> {
    Ok((rows::load_workbook(db)?, rows::load_history(db)?))
}

impl File {
    /// Opens the same file anew after an I/O error, and says what it holds.
    pub fn reopen(path: &Path, claim: &Claim) -> Result<(Connection, Meta), Failure> {
        if !claim.is_at(path) {
            return Err(Failure::FileGone);
        }
        let db = connect(path, Access::Write)?;
        lock(&db)?;
        make_durable(&db)?;
        let meta = Meta::read(&db)?;
        Ok((db, meta))
    }
}
