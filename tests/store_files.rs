//! Files that are not sound workbooks, and sound ones in odd places.

mod store_common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use store_common::{Desk, quiet};
use worthwhile::store::{self, Notice, OpenError, SCHEMA_VERSION, Store, backup};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-3.worth");
const SCHEMA_2: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-2.worth");
const SCHEMA_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-1.worth");

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

/// A copy of the fixture in a folder of its own.
fn fixture() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv.worth");
    std::fs::copy(FIXTURE, &path).unwrap();
    (dir, path)
}

/// Opens and reads a file that `spoil` has changed: both refuse it in the same words, and nothing in its folder changes.
fn refusal(spoil: impl FnOnce(&Path)) -> OpenError {
    named_refusal("", spoil)
}

fn named_refusal(what: &str, spoil: impl FnOnce(&Path)) -> OpenError {
    let (dir, path) = fixture();
    spoil(&path);
    let before = contents(dir.path());
    let refused = Store::open(&path, quiet()).err().unwrap_or_else(|| panic!("not refused: {what}"));
    assert!(contents(dir.path()) == before, "{refused}: the file is changed, or has company");
    assert_eq!(store::read(&path).err(), Some(refused.clone()));
    assert!(contents(dir.path()) == before, "{refused}: reading changed the file");
    refused
}

fn with_sql(sql: &str) -> impl FnOnce(&Path) {
    move |path| {
        let db = Connection::open(path).unwrap();
        db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        db.execute_batch(sql).unwrap();
    }
}

fn with_bytes(change: impl FnOnce(&mut Vec<u8>)) -> impl FnOnce(&Path) {
    move |path| {
        let mut bytes = std::fs::read(path).unwrap();
        change(&mut bytes);
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(refusal(with_bytes(Vec::clear)), OpenError::Empty);
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    assert_eq!(refusal(with_bytes(|bytes| *bytes = png)), OpenError::NotAWorkbook);
    assert_eq!(refusal(with_bytes(|bytes| *bytes = vec![0; 5000])), OpenError::NotAWorkbook);
    assert_eq!(refusal(with_sql("PRAGMA application_id = 7")), OpenError::Foreign { application_id: 7 });
    assert_eq!(refusal(with_sql("PRAGMA application_id = 0")), OpenError::Foreign { application_id: 0 });
    let version = SCHEMA_VERSION + 1;
    let newer = OpenError::Newer { version, supported: SCHEMA_VERSION };
    assert_eq!(refusal(with_sql(&format!("PRAGMA user_version = {version}"))), newer);
    let wal = refusal(with_sql("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint"));
    assert!(matches!(wal, OpenError::Unexpected(_)), "{wal}");
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(store::read(dir.path()).err(), Some(OpenError::NotAWorkbook));
    assert_eq!(store::read(&dir.path().join("x")).err(), Some(OpenError::NotFound));
}

#[test]
fn what_no_worthwhile_puts_into_a_file_is_refused() {
    for (sql, name) in [
        ("CREATE TRIGGER bad AFTER UPDATE ON offer BEGIN DELETE FROM comparison; END", "trigger bad"),
        ("CREATE VIEW bad AS SELECT * FROM offer", "view bad"),
        ("CREATE TABLE bad (x)", "table bad"),
        ("CREATE INDEX bad ON offer (name)", "index bad"),
        ("CREATE VIRTUAL TABLE bad USING fts5 (x)", "table bad"),
        ("ALTER TABLE offer ADD COLUMN bad TEXT", "table offer"),
        ("CREATE VIEW bad AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n", "view bad"),
    ] {
        assert_eq!(refusal(with_sql(sql)), OpenError::Unexpected(name.to_owned()), "{sql}");
    }
}

#[test]
fn broken_content_is_named() {
    for (sql, words) in [
        ("DROP TABLE history_change", "is missing"),
        ("DELETE FROM meta", "first row is missing"),
        ("UPDATE meta SET cursor = 99", "newest steps are missing"),
        ("DELETE FROM history_change WHERE seq = 3 AND idx = 0", "change of step 3"),
        ("DELETE FROM history WHERE seq = 1; DELETE FROM history_change WHERE seq = 1", "step before step 2"),
        ("DELETE FROM comparison", "belongs to no comparison"),
        ("UPDATE offer SET comparison_id = 4711", "belongs to no comparison"),
        ("UPDATE offer SET position = position + 1", "contradicts itself"),
        ("UPDATE variant SET comparison_id = 4711", "belongs to no comparison"),
        ("UPDATE variant SET name = 'other'", "contradicts itself"),
        ("UPDATE variant SET body = '{}'", "missing field"),
        ("UPDATE variant SET body = replace(body, '\"kind\":\"level\"', '\"kind\":\"spell\"')", "unknown variant"),
        ("DELETE FROM variant WHERE id = (SELECT min(id) FROM variant)", "branches from"),
        ("UPDATE offer SET body = '{'", "EOF"),
        ("UPDATE offer SET body = '{\"id\": 1e400}'", "out of range"),
        ("UPDATE offer SET body = CAST(x'ff' AS TEXT)", "utf-8"),
        ("UPDATE offer SET body = 'a' || char(0)", "expected value"),
        ("UPDATE segment SET body = replace(body, '\"cost_emphasis\":1.0', '\"cost_emphasis\":-1.0')", "cost_emphasis"),
        ("UPDATE criterion SET body = replace(body, 'monetary', 'time')", "only under Monetary"),
        ("UPDATE offer SET body = printf('%.*c', 20000000, 'x')", "too big"),
    ] {
        match named_refusal(sql, with_sql(sql)) {
            OpenError::Damaged(why) => assert!(why.contains(words), "{sql}: {why}"),
            other => panic!("{sql}: {other}"),
        }
    }
}

#[test]
fn a_file_cut_short_is_refused_wherever_it_is_cut() {
    let whole = std::fs::read(FIXTURE).unwrap().len();
    let cuts = [1, 15, 16, 99, 100, 101, 512, 4095, 4096, 4097, whole / 2, whole - 4096, whole - 1];
    for length in cuts {
        let refused = refusal(with_bytes(|bytes| bytes.truncate(length)));
        assert!(matches!(refused, OpenError::Damaged(_)), "{length}: {refused}");
    }
}

/// Flipped bytes are refused, or the file opens as something sound; never a panic, and refused files stay as they are.
#[test]
fn flipped_bytes_never_take_the_program_down() {
    let whole = std::fs::read(FIXTURE).unwrap();
    let mut refused = 0;
    // Every byte of the header, then a sample that lands in every page.
    let places: Vec<usize> = (0..100).chain((100..whole.len()).step_by(211)).collect();
    for &place in &places {
        let (dir, path) = fixture();
        with_bytes(|bytes| bytes[place] ^= 0x55)(&path);
        let before = contents(dir.path());
        let is_refused = store::read(&path).is_err();
        assert_eq!(Store::open(&path, quiet()).is_err(), is_refused, "byte {place}");
        if is_refused {
            refused += 1;
            assert!(contents(dir.path()) == before, "byte {place}: the file is changed");
        }
    }
    // A flip within a text only makes another text.
    assert!(refused > places.len() / 3, "{refused} of {}", places.len());
}

#[test]
fn the_fixture_opens() {
    let (_dir, path) = fixture();
    let mut desk = Desk::open(&path);
    assert_eq!(desk.name(), "Televisions, renamed twice");
    assert_eq!(desk.workbook.comparisons.len(), 2);
    assert_eq!(desk.workbook.comparisons[0].variant_tree().iter().map(|(depth, _)| *depth).collect::<Vec<_>>(), [0, 1]);
    assert_eq!((desk.history.done().len(), desk.history.redoable().map(|step| step.seq)), (11, Some(12)));
    assert_eq!(desk.workbook.comparisons[0].segments[1].elicited.len(), 2);
    while desk.undo() {}
    assert_eq!(desk.reopened().name(), "Televisions");
}

/// A file of schema 1, copied into a folder of its own.
fn old_fixture() -> (tempfile::TempDir, PathBuf) {
    let (dir, path) = fixture();
    std::fs::copy(SCHEMA_1, &path).unwrap();
    (dir, path)
}

#[test]
fn a_file_of_schema_1_opens_with_a_backup_and_takes_variants() {
    let (dir, path) = old_fixture();
    let read = store::read(&path).unwrap();
    let opened = Store::open(&path, quiet()).unwrap();
    let Some(Notice::Migrated { from: 1, backup }) = opened.notices.first() else { panic!("{:?}", opened.notices) };
    assert!(backup.starts_with(dir.path().join("tv.worth-backups")));
    let schema = |path: &Path| {
        let db = Connection::open(path).unwrap();
        db.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0)).unwrap()
    };
    assert_eq!((schema(backup), store::read(backup).as_ref()), (1, Ok(&read)), "the file as it was");
    let mut desk = Desk::from(opened);
    assert_eq!(desk.workbook, read);
    assert_eq!(desk.name(), "Televisions, renamed twice");
    assert_eq!((desk.history.done().len(), desk.history.redoable().map(|step| step.seq)), (4, Some(5)));
    store_common::keep_variants(&mut desk);
    let mut desk = desk.reopened();
    assert_eq!(desk.workbook.comparisons[0].variants.len(), 2);
    while desk.undo() {}
    assert_eq!(desk.reopened().name(), "Televisions");
}

#[test]
fn a_damaged_file_of_schema_1_is_refused_before_it_is_changed() {
    let (dir, path) = old_fixture();
    with_sql("UPDATE offer SET body = '{'")(&path);
    let before = contents(dir.path());
    assert!(matches!(Store::open(&path, quiet()).err(), Some(OpenError::Damaged(_))));
    assert!(contents(dir.path()) == before, "the file is changed, or has company");
    // A table that only newer files have.
    let (dir, path) = old_fixture();
    with_sql("CREATE TABLE variant (id INTEGER PRIMARY KEY) STRICT")(&path);
    let before = contents(dir.path());
    assert!(matches!(Store::open(&path, quiet()).err(), Some(OpenError::Unexpected(_))));
    assert!(contents(dir.path()) == before);
}

/// Where the fixture is to be written, by hand, once for each new schema.
const WRITE_FIXTURE: &str = "WORTHWHILE_WRITE_FIXTURE";

/// What every fixture holds; `more` adds what its schema brought.
fn made_by_recipe(path: &Path, more: impl FnOnce(&mut Desk)) -> Desk {
    let mut desk = Desk::create(path, &["Televisions", "咖啡"]);
    desk.rename("Televisions, renamed");
    desk.rename("Televisions, renamed twice");
    store_common::fill_levels(&mut desk, 1);
    store_common::fill_levels(&mut desk, 0);
    more(&mut desk);
    desk.rename("taken back");
    assert!(desk.undo());
    desk.saved();
    desk
}

fn assert_same(made: &Desk, released: &Desk) {
    assert_eq!(made.workbook, released.workbook);
    let steps = |desk: &Desk| {
        let steps = desk.history.done().iter().chain(desk.history.redoable());
        steps.map(|step| (step.seq, step.label.clone(), step.changes.clone())).collect::<Vec<_>>()
    };
    assert_eq!(steps(made), steps(released));
}

/// The fixtures hold what their recipes make: a schema that is released never changes again.
#[test]
fn the_fixture_of_schema_1_is_what_its_recipe_makes() {
    let dir = tempfile::tempdir().unwrap();
    let made = made_by_recipe(&dir.path().join("made.worth"), |_| ());
    let (_dir, released) = old_fixture();
    assert_same(&made, &Desk::open(&released));
}

#[test]
fn the_fixture_of_schema_2_is_what_its_recipe_makes() {
    let dir = tempfile::tempdir().unwrap();
    let made = made_by_recipe(&dir.path().join("made.worth"), store_common::keep_variants);
    let released = dir.path().join("released.worth");
    std::fs::copy(SCHEMA_2, &released).unwrap();
    assert_same(&made, &Desk::open(&released));
}

#[test]
fn the_fixture_of_schema_3_is_what_its_recipe_makes() {
    let dir = tempfile::tempdir().unwrap();
    let path = std::env::var_os(WRITE_FIXTURE).map_or_else(|| dir.path().join("made.worth"), PathBuf::from);
    let everything = |desk: &mut Desk| {
        store_common::keep_variants(desk);
        store_common::keep_answers(desk);
    };
    let made = made_by_recipe(&path, everything);
    let (_dir, released) = fixture();
    assert_same(&made, &Desk::open(&released));
}

#[test]
fn one_file_is_open_once() {
    let (dir, path) = fixture();
    let desk = Desk::open(&path);
    let link = dir.path().join("link.worth");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&path, &link).unwrap();
    #[cfg(not(unix))]
    std::fs::hard_link(&path, &link).unwrap();
    for name in [&path, &link] {
        assert_eq!(Store::open(name, quiet()).err(), Some(OpenError::AlreadyOpen));
        assert_eq!(store::read(name).err(), Some(OpenError::AlreadyOpen));
    }
    drop(desk);
    // Through the link the file itself is edited, and the link stays one.
    let mut desk = Desk::open(&link);
    desk.rename("through the link");
    drop(desk.reopened());
    assert!(link.symlink_metadata().unwrap().is_symlink() || cfg!(not(unix)));
    assert_eq!(Desk::open(&path).name(), "through the link");
}

const OTHER_PROCESS: &str = "WORTHWHILE_OTHER_PROCESS";

/// Not a test of its own: a second program that tries to open, and to read, a workbook.
#[test]
fn other_process() {
    if let Some(path) = std::env::var_os(OTHER_PROCESS) {
        let path = Path::new(&path);
        assert_eq!(Store::open(path, quiet()).err(), Some(OpenError::AlreadyOpen));
        assert_eq!(store::read(path).err(), Some(OpenError::AlreadyOpen));
    }
}

#[test]
fn another_program_is_kept_out_for_as_long_as_the_file_is_open() {
    let (_dir, path) = fixture();
    let is_kept_out = || {
        let mut other = std::process::Command::new(std::env::current_exe().unwrap());
        other.args(["--exact", "other_process"]).env(OTHER_PROCESS, &path);
        other.output().unwrap().status.success()
    };
    let mut desk = Desk::open(&path);
    assert!(is_kept_out());
    // What this process does with the file must not drop the lock.
    assert!(store::read(&path).is_err() && Store::open(&path, quiet()).is_err());
    desk.store.save_copy(&path);
    desk.rename("still mine");
    let _ = desk.events();
    assert!(is_kept_out());
    drop(desk);
    assert!(!is_kept_out());
}

#[test]
fn a_bad_file_whose_header_sqlite_would_mend_is_left_alone() {
    let refused = refusal(|path| {
        with_sql("CREATE VIEW bad AS SELECT 1")(path);
        with_bytes(|bytes| {
            bytes[95] ^= 1;
            bytes.extend([0; 4096]);
        })(path);
    });
    assert!(matches!(refused, OpenError::Damaged(_)), "{refused}");
}

#[test]
fn a_path_like_an_address_is_a_file_of_that_name() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file:x?mode=memory");
    let mut desk = Desk::create(&path, &["A"]);
    desk.rename("B");
    assert_eq!(desk.reopened().name(), "B");
    assert!(path.is_file());
}

#[test]
fn a_journal_left_by_a_crash_is_rolled_back_and_a_bad_file_with_one_is_left_alone() {
    let (dir, path) = fixture();
    let hot = hot_copy(&path, "UPDATE offer SET name = 'half', body = '' || zeroblob(5000)");
    let expected = store::read(&path).unwrap();
    let before = contents(hot.parent().unwrap());
    assert_eq!(store::read(&hot).as_ref(), Ok(&expected));
    assert!(contents(hot.parent().unwrap()) == before, "reading rolled the file itself back");
    assert_eq!(Desk::open(&hot).workbook, expected);
    with_sql("CREATE VIEW bad AS SELECT 1")(&path);
    let hot = hot_copy(&path, "UPDATE offer SET name = 'half', body = '' || zeroblob(5000)");
    let before = contents(hot.parent().unwrap());
    let refused = Store::open(&hot, quiet()).err();
    assert_eq!(refused, Some(OpenError::Unexpected("view bad".to_owned())));
    assert!(contents(hot.parent().unwrap()) == before);
    drop(dir);
}

/// A copy of a file, and of its journal, in the middle of a transaction.
fn hot_copy(path: &Path, sql: &str) -> PathBuf {
    let folder = path.with_file_name("hot");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).unwrap();
    let hot = folder.join("hot.worth");
    let db = Connection::open(path).unwrap();
    // A cache of one page makes the transaction spill into the file before it ends.
    db.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    db.execute_batch(sql).unwrap();
    db.cache_flush().unwrap();
    std::fs::copy(path, &hot).unwrap();
    std::fs::copy(path.with_file_name("tv.worth-journal"), folder.join("hot.worth-journal")).unwrap();
    db.execute_batch("ROLLBACK").unwrap();
    hot
}

// --- backups -----------------------------------------------------------------------------------------------------

#[test]
fn a_backup_is_made_once_a_day_and_ten_are_kept() {
    let (dir, path) = fixture();
    let folder = dir.path().join("tv.worth-backups");
    std::fs::create_dir(&folder).unwrap();
    for day in 10..23 {
        std::fs::copy(FIXTURE, folder.join(format!("2020-01-{day}.worth"))).unwrap();
    }
    std::fs::write(folder.join("mine.txt"), "").unwrap();
    std::fs::write(folder.join("2020-01-01-schema-0.worth"), "").unwrap();
    let mut desk = Desk::open(&path);
    let names = || contents(&folder).into_keys().map(|p| p.file_name().unwrap().to_string_lossy().into_owned());
    let first: Vec<String> = names().collect();
    assert_eq!(first.len(), 12, "{first:?}");
    assert!(first.contains(&"mine.txt".to_owned()) && first.contains(&"2020-01-14.worth".to_owned()));
    assert!(first.contains(&"2020-01-01-schema-0.worth".to_owned()) && !first.contains(&"2020-01-13.worth".to_owned()));
    let newest = backup::newest(&path).unwrap();
    let before = std::fs::read(&newest).unwrap();
    desk.rename("after the backup");
    let expected = desk.workbook.clone();
    drop(desk.reopened());
    assert_eq!(names().collect::<Vec<_>>(), first);
    assert_eq!(std::fs::read(&newest).unwrap(), before);
    // The workbook is lost; the backup opens in its stead.
    std::fs::write(&path, "").unwrap();
    let target = dir.path().join("restored.worth");
    backup::restore_copy(&backup::newest(&path).unwrap(), &target).unwrap();
    let restored = Desk::open(&target);
    assert_eq!(restored.name(), "Televisions, renamed twice");
    assert_eq!(restored.workbook.comparisons[1..], expected.comparisons[1..]);
    assert_eq!(backup::restore_copy(&newest, &target).err(), Some(OpenError::AlreadyExists));
}

#[test]
fn without_a_backup_the_workbook_opens_all_the_same() {
    let (dir, path) = fixture();
    std::fs::write(dir.path().join("tv.worth-backups"), "in the way").unwrap();
    let opened = Store::open(&path, quiet()).unwrap();
    assert!(matches!(opened.notices.as_slice(), [Notice::BackupFailed(_)]), "{:?}", opened.notices);
}
