//! Connections as a hostile file deserves them.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

/// Longest text, and longest row, in bytes.
const LENGTH_MAX_BYTES: i32 = 16 << 20;
/// Instructions of `SQLite` between two looks at the clock.
const OPS_PER_LOOK: i32 = 10_000;
/// Time that checking any file may take …
const CHECK_BASE: Duration = Duration::from_secs(4);
/// … and what a large one may take beyond, per MiB.
const CHECK_PER_MIB: Duration = Duration::from_millis(20);

/// How a file is to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Not a byte may change.
    Read,
    /// The live file, or a copy being made.
    Write,
}

/// Connects to an existing file.
///
/// `path` must be absolute: `SQLite` is compiled to take `file:…` for an address.
pub fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    debug_assert!(path.is_absolute());
    let mode = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let db = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    harden(&db)?;
    Ok(db)
}

/// Takes from the file every means of acting on the program.
fn harden(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(Duration::ZERO)?;
    for (option, value) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        db.set_db_config(option, value)?;
    }
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, LENGTH_MAX_BYTES),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 64),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 64),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 8),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 64),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 8),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        db.set_limit(limit, value)?;
    }
    db.execute_batch("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY")
}

/// Takes the lock that keeps every other program out, until the connection closes.
///
/// The transaction is empty: apart from rolling back what a crash left, no byte changes.
pub fn lock(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
}

/// Makes COMMIT mean that the edit is on the disk.
pub fn make_durable(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON")
}

/// Runs `check` with the clock watching, so that no file holds the program up.
pub fn within_time<T>(db: &mut Connection, check: impl FnOnce(&Connection) -> T) -> T {
    let pages: u32 = db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap_or(0);
    // A page is 4 KiB in our files.
    let end = Instant::now() + CHECK_BASE + CHECK_PER_MIB * (pages / 256);
    // Without the handler the checks would still be right, only unbounded.
    let _ = db.progress_handler(OPS_PER_LOOK, Some(move || Instant::now() > end));
    let result = check(db);
    let _ = db.progress_handler(0, None::<fn() -> bool>);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_hold() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.worth");
        std::fs::write(&path, "").unwrap();
        let db = connect(&path, Access::Write).unwrap();
        lock(&db).unwrap();
        make_durable(&db).unwrap();
        let number = |pragma: &str| -> i64 { db.pragma_query_value(None, pragma, |row| row.get(0)).unwrap() };
        let word = |pragma: &str| -> String { db.pragma_query_value(None, pragma, |row| row.get(0)).unwrap() };
        let numbers = ["foreign_keys", "trusted_schema", "cell_size_check", "synchronous", "fullfsync", "busy_timeout"];
        assert_eq!(numbers.map(number), [1, 0, 1, 2, 1, 0]);
        assert_eq!((word("journal_mode").as_str(), word("locking_mode").as_str()), ("truncate", "exclusive"));
        assert!(db.execute_batch("ATTACH ':memory:' AS other").is_err());
        assert!(db.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (\"x\")").is_err());
    }

    #[test]
    fn an_endless_query_is_stopped() {
        let mut db = Connection::open_in_memory().unwrap();
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
        // That this ends at all is what is tested.
        let result = within_time(&mut db, |db| db.query_row(endless, [], |row| row.get::<_, i64>(0)));
        assert!(result.is_err());
    }
}
