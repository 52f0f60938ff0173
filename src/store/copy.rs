//! Verified copies: made beside the target, checked, and only then put in its place.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::claim::Claim;
use super::connect::{Access, connect, lock};
use super::error::{Failure, OpenError};
use super::probe::{inspect, with_suffix};
use super::temp::{Sibling, sync_folder_of};
use super::{open, rows, schema};
use crate::model::Workbook;

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Refuse.
    Keep,
    /// Replace: the user was asked.
    Replace,
}

/// The target as an absolute path; its folder must exist, the file need not. A symbolic link is followed.
fn absolute(target: &Path) -> Result<PathBuf, OpenError> {
    if let Ok(path) = target.canonicalize() {
        return Ok(path);
    }
    let absolute = std::path::absolute(target).map_err(|e| OpenError::from_io(&e))?;
    let (Some(folder), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(OpenError::NotFound);
    };
    Ok(folder.canonicalize().map_err(|e| OpenError::from_io(&e))?.join(name))
}

/// Copies `source` with its history, lets `finish` add to the copy, and puts it at `target`.
pub fn copy(
    source: &Connection,
    target: &Path,
    existing: Existing,
    finish: impl FnOnce(&Connection) -> Result<(), Failure>,
) -> Result<PathBuf, OpenError> {
    make(target, existing, |db| {
        let backup = Backup::new(source, db)?;
        match backup.step(-1)? {
            StepResult::Done => {}
            _ => return Err(Failure::Busy),
        }
        drop(backup);
        finish(db)
    })
}

/// Writes a workbook without history to a new file.
pub fn create(target: &Path, workbook: &Workbook) -> Result<PathBuf, OpenError> {
    make(target, Existing::Keep, |db| {
        let transaction = db.transaction()?;
        schema::build(&transaction, schema::LATEST)?;
        rows::write_all(&transaction, workbook)?;
        Ok(transaction.commit()?)
    })
}

fn make(
    target: &Path,
    existing: Existing,
    fill: impl FnOnce(&mut Connection) -> Result<(), Failure>,
) -> Result<PathBuf, OpenError> {
    let target = absolute(target)?;
    if existing == Existing::Keep && target.symlink_metadata().is_ok() {
        return Err(OpenError::AlreadyExists);
    }
    // Held to the end, so that nobody in this process opens what is about to be replaced.
    let _claim = claim(&target)?;
    let sibling = Sibling::new(&target).map_err(|e| Failure::from(e).into_open())?;
    let mut db = connect(sibling.path(), Access::Write)?;
    fill(&mut db)?;
    db.close().map_err(|(_, e)| Failure::from(e))?;
    let mut db = connect(sibling.path(), Access::Read)?;
    inspect(&mut db)?;
    open::load_of_any_schema(&db)?;
    db.close().map_err(|(_, e)| Failure::from(e))?;
    let sync = || std::fs::File::options().write(true).open(sibling.path())?.sync_all();
    sync().map_err(|e| Failure::from(e).into_open())?;
    place(&sibling, &target, existing)?;
    Ok(target)
}

/// Claims a file that is there; the live file of this process is not for overwriting.
fn claim(target: &Path) -> Result<Option<Claim>, OpenError> {
    match Claim::take(target) {
        Ok(Some(claim)) => Ok(Some(claim)),
        Ok(None) => Err(OpenError::AlreadyOpen),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(OpenError::from_io(&e)),
    }
}

fn place(sibling: &Sibling, target: &Path, existing: Existing) -> Result<(), OpenError> {
    settle(target)?;
    let placed = match existing {
        Existing::Replace => std::fs::rename(sibling.path(), target),
        Existing::Keep => rename_new(sibling.path(), target),
    };
    placed.and_then(|()| sync_folder_of(target)).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => OpenError::AlreadyExists,
        _ => Failure::from(e).into_open(),
    })
}

/// Renames to a name that must be free. A hard link refuses a taken name, which a rename would overwrite.
fn rename_new(from: &Path, to: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(from, to) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists && to.symlink_metadata().is_err() => {
            std::fs::rename(from, to)
        }
        linked => linked,
    }
}

/// Sees to it that no journal of the file at `target` is applied to the one that takes its place.
fn settle(target: &Path) -> Result<(), OpenError> {
    if target.exists() {
        let settled = connect(target, Access::Write).and_then(|db| lock(&db));
        if let Err(e) = settled
            && OpenError::from_busy(&e)
        {
            return Err(OpenError::AlreadyOpen);
        }
    }
    for suffix in ["-journal", "-wal", "-shm"] {
        match std::fs::remove_file(with_suffix(target, suffix)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(Failure::from(e).into_open()),
            _ => {}
        }
    }
    Ok(())
}
