//! A verified copy of the workbook for each day that it was opened, in a folder beside it.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::Connection;

use super::copy::{Existing, copy};
use super::error::{Failure, OpenError};
use super::open;
use super::probe::with_suffix;
use super::temp::UNFINISHED;

/// Daily backups that are kept.
pub const KEPT: usize = 10;

/// The folder of a workbook's backups: `tv.worth` → `tv.worth-backups`.
#[must_use]
pub fn folder(workbook: &Path) -> PathBuf {
    with_suffix(workbook, "-backups")
}

/// The newest backup of a workbook, which itself may be damaged or gone.
#[must_use]
pub fn newest(workbook: &Path) -> Option<PathBuf> {
    let path = workbook.canonicalize().or_else(|_| std::path::absolute(workbook)).ok()?;
    all(&path).pop()
}

/// Puts a checked copy of a backup at `target`, which must not exist.
///
/// # Errors
/// [`OpenError`] where the backup is not sound or the copy cannot be written; there is no `target` then.
pub fn restore_copy(backup: &Path, target: &Path) -> Result<PathBuf, OpenError> {
    open::with_source(backup, |db| copy(db, target, Existing::Keep, |_| Ok(())))
}

/// Makes the backup of `day` unless it is there, then drops the oldest beyond [`KEPT`].
pub(super) fn daily(db: &Connection, workbook: &Path, day: &str) -> Result<(), Failure> {
    let target = folder(workbook).join(format!("{day}.worth"));
    if target.exists() {
        return Ok(());
    }
    make(db, &target)?;
    prune(workbook);
    Ok(())
}

/// Keeps the workbook as it was before schema `from` is left; never dropped.
pub(super) fn before_migration(db: &Connection, workbook: &Path, from: i32) -> Result<PathBuf, Failure> {
    let day = day(SystemTime::now());
    let target = folder(workbook).join(format!("{day}-schema-{from}.worth"));
    // From an attempt on the same day that went no further.
    if !target.exists() {
        make(db, &target)?;
    }
    Ok(target)
}

fn make(db: &Connection, target: &Path) -> Result<(), Failure> {
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    copy(db, target, Existing::Keep, |_| Ok(()))?;
    Ok(())
}

/// Backups with a date for a name, oldest first.
fn all(workbook: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder(workbook)).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_dated(path)).collect();
    paths.sort_by(|a, b| a.file_stem().cmp(&b.file_stem()));
    paths
}

fn is_dated(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let is_date = stem.len() >= 10
        && stem
            .bytes()
            .take(10)
            .enumerate()
            .all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    is_date && path.extension().is_some_and(|e| e == "worth")
}

/// Called only after a new backup was verified.
fn prune(workbook: &Path) {
    let daily: Vec<PathBuf> =
        all(workbook).into_iter().filter(|path| path.file_stem().is_some_and(|s| s.len() == 10)).collect();
    let old = daily.len().saturating_sub(KEPT);
    let unfinished = std::fs::read_dir(folder(workbook)).into_iter().flatten().flatten().map(|entry| entry.path());
    let unfinished = unfinished.filter(|path| path.to_string_lossy().ends_with(UNFINISHED));
    for path in daily.into_iter().take(old).chain(unfinished) {
        // One backup too many does no harm; the next day tries again.
        let _ = std::fs::remove_file(path);
    }
}

/// The day in UTC, `2026-11-22`.
///
/// Days since 1970 → date after H. Hinnant, “chrono-compatible low-level date algorithms”: eras of 400 years that
/// start on 1 March.
pub(super) fn day(now: SystemTime) -> String {
    let secs = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = secs / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn days_have_their_dates() {
        for (days, date) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_779, "2026-11-22")] {
            assert_eq!(day(UNIX_EPOCH + Duration::from_secs(days * 86_400 + 86_399)), date);
        }
    }
}
