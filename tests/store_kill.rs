//! Kills a program that edits in a loop, at random moments: no acknowledged edit may be lost.
//!
//! `WORTHWHILE_KILLS=10000 cargo test --release --test store_kill` for the long run.

mod store_common;

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use store_common::Desk;
use worthwhile::model::{
    Comparison, Edit, History, IdSource, Level, OfferId, Text, Workbook, blank_offer, inverse, rows,
};
use worthwhile::store::StoreEvent;

const CHILD: &str = "WORTHWHILE_KILL_CHILD";
const KILLS: &str = "WORTHWHILE_KILLS";
/// Kills per workbook: a history that grows for ever would only slow the test down.
const KILLS_PER_FILE: u32 = 40;

/// Marsaglia's xorshift; repeatable, and all that this test needs.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

fn clock_seed() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos().into()
}

/// What must be in the file: every row, and where the history stands.
fn fingerprint(comparisons: &[Comparison], history: &History) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (_, row) in comparisons.iter().flat_map(rows) {
        serde_json::to_string(&row).unwrap().hash(&mut hasher);
    }
    history.cursor().hash(&mut hasher);
    history.redoable().map(|step| step.seq).hash(&mut hasher);
    hasher.finish()
}

// --- the program that is killed ----------------------------------------------------------------------------------

/// One thing that a user might do.
fn act(desk: &mut Desk, random: &mut Random) -> bool {
    let comparison = &desk.workbook.comparisons[0];
    let (id, offers) = (comparison.id(), comparison.offers.len());
    match random.below(10) {
        0 | 1 => desk.undo(),
        2 => desk.redo(),
        3 if offers < 60 => {
            let number = desk.workbook.ids.fresh();
            let offer = blank_offer(OfferId(number), Text::from("Newcomer"), offers);
            desk.edit(&Edit::AddOffer { comparison: id, offer: Box::new(offer), at: 0 })
        }
        4 if offers > 2 => {
            let offer = comparison.offers[0].id;
            desk.edit(&Edit::RemoveOffer { comparison: id, offer })
        }
        // Every offer at once: a transaction of many pages.
        5 | 6 => {
            let criterion = comparison.criteria.iter().find(|c| !c.scale.is_money()).unwrap().id;
            #[expect(clippy::cast_precision_loss, reason = "below ten")]
            let level = Level::Number(1.0 + random.below(9) as f64);
            let cells = comparison.offers.iter().map(|offer| (offer.id, criterion, Some(level))).collect();
            desk.edit(&Edit::SetLevels { comparison: id, cells })
        }
        _ => {
            let number = random.below(1 << 40);
            desk.rename(&format!("Number {number} {}", "long ".repeat(usize::try_from(number % 30).unwrap())));
            true
        }
    }
}

fn say(line: std::fmt::Arguments<'_>) {
    // Past the test harness, which would keep the words for itself.
    let mut stdout = std::io::stdout().lock();
    stdout.write_fmt(line).unwrap();
    stdout.flush().unwrap();
}

fn acknowledge(desk: &Desk, acknowledged: &mut u64) {
    while let Some(event) = desk.store.poll() {
        match event {
            StoreEvent::Saved { revision } => {
                *acknowledged = revision;
                say(format_args!("\nack {revision}\n"));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Not a test of its own: what the parent starts, and kills.
#[test]
fn child() {
    let Some(path) = std::env::var_os(CHILD) else {
        return;
    };
    let mut random = Random(clock_seed() | 1);
    let mut desk = Desk::open(Path::new(&path));
    let mut acknowledged = 0;
    // What is about to be submitted is said first, so that the parent knows every state there may be.
    desk.herald = Some(Box::new(|workbook, history, revision| {
        say(format_args!("\ntry {revision} {}\n", fingerprint(&workbook.comparisons, history)));
    }));
    say(format_args!("\nready\n"));
    loop {
        for _ in 0..=random.below(3) {
            act(&mut desk, &mut random);
        }
        // Without a moment's rest: what is acknowledged too early must be heard of too early.
        while acknowledged < desk.revision {
            acknowledge(&desk, &mut acknowledged);
            std::hint::spin_loop();
        }
    }
}

// --- the one who kills -------------------------------------------------------------------------------------------

fn start_child(path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

/// The states that the file may be in: the last acknowledged one, then those that were on their way.
struct Expected {
    fingerprints: Vec<u64>,
    acknowledged: usize,
}

impl Expected {
    fn new(at_start: u64) -> Self {
        Self { fingerprints: vec![at_start], acknowledged: 0 }
    }

    /// Takes a line of the child; a last line may be cut, and then counts for nothing.
    fn hear(&mut self, line: &str) {
        let mut words = line.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("try"), Some(_), Some(fingerprint)) => self.fingerprints.push(fingerprint.parse().unwrap()),
            (Some("ack"), Some(revision), None) => self.acknowledged = revision.parse().unwrap(),
            _ => {}
        }
    }

    fn allowed(&self) -> &[u64] {
        &self.fingerprints[self.acknowledged..]
    }
}

/// Lets the child edit for a moment, kills it, and says what it had promised.
fn run_and_kill(path: &Path, at_start: u64, random: &mut Random) -> Expected {
    let mut child = start_child(path);
    let mut output: BufReader<ChildStdout> = BufReader::new(child.stdout.take().unwrap());
    let mut heard = String::new();
    // One in eight dies while it opens the file.
    if random.below(8) > 0 {
        while !heard.ends_with("ready\n") {
            assert!(output.read_line(&mut heard).unwrap() > 0, "the child ended by itself:\n{heard}");
        }
    }
    std::thread::sleep(Duration::from_micros(random.below(12_000)));
    child.kill().unwrap();
    let mut rest = Vec::new();
    output.read_to_end(&mut rest).unwrap();
    heard.push_str(&String::from_utf8(rest).unwrap());
    assert!(!child.wait().unwrap().success(), "the child ended by itself:\n{heard}");
    let mut expected = Expected::new(at_start);
    let complete = heard.rfind('\n').unwrap_or(0);
    heard[..complete].lines().for_each(|line| expected.hear(line));
    expected
}

/// Undo all is the start, redo all is the end.
fn check_history(start: &[Comparison], end: &Workbook, history: &History) {
    let mut workbook = Workbook { comparisons: end.comparisons.clone(), ids: IdSource::starting_at(1) };
    for step in history.done().iter().rev() {
        workbook.apply(&inverse(&step.changes));
    }
    assert_eq!(workbook.comparisons, start);
    for step in history.done() {
        workbook.apply(&step.changes);
    }
    assert_eq!(workbook.comparisons, end.comparisons);
}

fn check_integrity(path: &Path) {
    let db = rusqlite::Connection::open(path).unwrap();
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
}

fn journal_bytes(path: &Path) -> u64 {
    let journal = PathBuf::from(format!("{}-journal", path.display()));
    std::fs::metadata(journal).map_or(0, |facts| facts.len())
}

#[test]
fn no_acknowledged_edit_is_lost_when_the_program_is_killed() {
    let kills: u32 = std::env::var(KILLS).map_or(200, |kills| kills.parse().unwrap());
    let in_memory = Path::new("/dev/shm");
    let parent = if in_memory.is_dir() { in_memory.to_owned() } else { std::env::temp_dir() };
    let dir = tempfile::tempdir_in(parent).unwrap();
    let seed = clock_seed() | 1;
    let mut random = Random(seed);
    let started = Instant::now();
    let (mut acknowledged, mut interrupted, mut in_flight) = (0, 0, 0);
    let (mut path, mut start, mut now) = (PathBuf::new(), Vec::new(), 0);
    for kill in 0..kills {
        if kill % KILLS_PER_FILE == 0 {
            path = dir.path().join(format!("{kill}.worth"));
            let desk = Desk::create(&path, &["A"]);
            start = desk.workbook.comparisons.clone();
            now = fingerprint(&start, &desk.history);
        }
        let expected = run_and_kill(&path, now, &mut random);
        interrupted += u32::from(journal_bytes(&path) > 0);
        let desk = Desk::try_open(&path).unwrap_or_else(|e| panic!("kill {kill}, seed {seed}: {e}"));
        now = fingerprint(&desk.workbook.comparisons, &desk.history);
        let found = expected.allowed().iter().position(|&allowed| allowed == now);
        let found = found.unwrap_or_else(|| panic!("kill {kill}, seed {seed}: an acknowledged edit is lost"));
        in_flight += u32::from(found > 0);
        acknowledged += expected.acknowledged;
        check_history(&start, &desk.workbook, &desk.history);
        drop(desk);
        check_integrity(&path);
    }
    println!(
        "{kills} kills in {:.1?}: {acknowledged} edits acknowledged, {interrupted} transactions interrupted, \
         {in_flight} edits saved but not yet acknowledged; seed {seed}",
        started.elapsed()
    );
    // Otherwise the test would have shown nothing.
    assert!(acknowledged > usize::try_from(kills).unwrap() && interrupted > 0);
}
