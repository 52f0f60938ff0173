//! The tables of a workbook file, and the way from older tables to these.

use rusqlite::Connection;

use super::error::{OpenError, damaged, quoted};

/// `WRTH`: marks a `SQLite` file as a workbook.
pub const APPLICATION_ID: i32 = 0x5752_5448;
/// The newest schema that this program knows.
#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub const LATEST: i32 = 1 + MIGRATIONS.len() as i32;

/// Takes a file from one schema to the next; runs inside a transaction.
pub type Migration = fn(&Connection) -> rusqlite::Result<()>;

/// The n-th entry goes from schema n + 1 to n + 2.
pub const MIGRATIONS: &[Migration] = &[add_variants, mark_answers];

/// 1 → 2: variants of comparisons, which no file had before.
fn add_variants(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch(
        "CREATE TABLE variant (
    id INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT",
    )
}

/// 2 → 3: bodies may hold answers about weights, what the buyer expects, levels after use and judged levels. The
/// tables are the same; the number keeps programs that would lose all that from opening the file.
#[expect(clippy::unnecessary_wraps, reason = "a migration may fail")]
fn mark_answers(_: &Connection) -> rusqlite::Result<()> {
    Ok(())
}

/// Schema 1, one statement per object, in the words that `SQLite` keeps.
///
/// `body` is the whole row as JSON; the columns beside it are for looking things up and are checked against it.
/// References are deferred, so that the changes of one edit may come in any order.
const SCHEMA_1: [&str; 7] = [
    "CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    cursor INTEGER NOT NULL CHECK (cursor >= 0),
    next_id INTEGER NOT NULL CHECK (next_id BETWEEN 1 AND 4294967295),
    commits INTEGER NOT NULL CHECK (commits >= 0)
) STRICT",
    "CREATE TABLE comparison (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT",
    "CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT",
    "CREATE TABLE criterion (
    id INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT",
    "CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT",
    "CREATE TABLE history (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    at_secs INTEGER NOT NULL,
    label TEXT NOT NULL
) STRICT",
    "CREATE TABLE history_change (
    seq INTEGER NOT NULL REFERENCES history (seq) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    idx INTEGER NOT NULL CHECK (idx >= 0),
    change TEXT NOT NULL,
    PRIMARY KEY (seq, idx)
) STRICT",
];

/// Makes the tables of schema `version` in an empty database.
pub fn build(db: &Connection, version: i32) -> rusqlite::Result<()> {
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    for statement in SCHEMA_1 {
        db.execute_batch(statement)?;
    }
    db.pragma_update(None, "user_version", 1)?;
    for (from, migration) in (1..version).zip(MIGRATIONS) {
        migration(db)?;
        db.pragma_update(None, "user_version", from + 1)?;
    }
    Ok(())
}

/// The schema number that the file states.
pub fn version(db: &Connection) -> rusqlite::Result<i32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// An entry of `sqlite_schema`: kind, name, table, definition.
type Object = (String, String, String, Option<String>);

fn objects(db: &Connection) -> rusqlite::Result<Vec<Object>> {
    let mut statement = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    rows.collect()
}

/// Compares the file's tables with those that schema `version` makes: nothing missing, changed or added.
///
/// A foreign trigger or view passes `SQLite`'s own integrity checks, so it is looked for here.
pub fn check(db: &Connection, version: i32) -> Result<(), OpenError> {
    let model = Connection::open_in_memory()?;
    build(&model, version)?;
    let expected = objects(&model)?;
    let found = objects(db)?;
    if let Some((kind, name, ..)) = found.iter().find(|object| !expected.contains(object)) {
        return Err(OpenError::Unexpected(quoted(&format!("{kind} {name}"))));
    }
    match expected.iter().find(|object| !found.contains(object)) {
        Some((kind, name, ..)) => Err(damaged(format!("the {kind} {name} is missing"))),
        None => Ok(()),
    }
}

/// Runs `migrations[from - 1..]`, each in a transaction of its own with the number of the schema.
///
/// `before_each` gets the schema about to be left; nothing is migrated without it.
pub fn migrate(
    db: &Connection,
    migrations: &[Migration],
    mut before_each: impl FnMut(&Connection, i32) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let first = version(db)?;
    let done = usize::try_from(first - 1).map_err(|_| damaged("its version is below 1"))?;
    for (from, migration) in (first..).zip(migrations.iter().skip(done)) {
        before_each(db, from)?;
        let transaction = db.unchecked_transaction()?;
        migration(&transaction)?;
        transaction.pragma_update(None, "user_version", from + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_schema_has_its_code_and_its_fixture() {
        // Raising this number needs a migration, its test, and `tests/fixtures/schema-N.worth`.
        assert_eq!(LATEST, 3);
        for version in 1..=LATEST {
            let fixture = format!("{}/tests/fixtures/schema-{version}.worth", env!("CARGO_MANIFEST_DIR"));
            assert!(std::path::Path::new(&fixture).exists(), "{fixture}");
        }
    }

    fn in_memory() -> Connection {
        let db = Connection::open_in_memory().unwrap();
        build(&db, 1).unwrap();
        db
    }

    #[test]
    fn migrations_run_in_order_with_a_backup_before_each() {
        let db = in_memory();
        let steps: [Migration; 2] =
            [|db| db.execute_batch("CREATE TABLE a (x)"), |db| db.execute_batch("ALTER TABLE a RENAME TO b")];
        let mut left = Vec::new();
        migrate(&db, &steps, |_, from| {
            left.push(from);
            Ok(())
        })
        .unwrap();
        assert_eq!((left, version(&db).unwrap()), (vec![1, 2], 3));
        migrate(&db, &steps, |_, _| panic!("nothing is left to do")).unwrap();
    }

    #[test]
    fn a_failed_migration_leaves_the_last_good_schema() {
        let db = in_memory();
        let steps: [Migration; 2] = [
            |db| db.execute_batch("CREATE TABLE a (x)"),
            |db| db.execute_batch("CREATE TABLE half (x); CREATE TABLE a (x)"),
        ];
        assert!(migrate(&db, &steps, |_, _| Ok(())).is_err());
        assert_eq!(version(&db).unwrap(), 2);
        assert!(db.prepare("SELECT * FROM half").is_err());
        assert!(db.is_autocommit());
    }

    #[test]
    fn without_a_backup_nothing_is_migrated() {
        let db = in_memory();
        let steps: [Migration; 1] = [|db| db.execute_batch("CREATE TABLE a (x)")];
        assert!(migrate(&db, &steps, |_, _| Err(OpenError::Empty)).is_err());
        assert_eq!(version(&db).unwrap(), 1);
    }
}
