//! What happens when the file cannot be written, and copies that hold what the file does not.

mod store_common;
mod support;

use proptest::prelude::*;
use store_common::{Desk, fill_levels, quiet};
use worthwhile::model::{
    Added, CriterionId, Edit, Level, OfferId, SegmentId, Share, Side, Text, WeightSet, blank_offer, new_comparison,
    reshare,
};
use worthwhile::store::{self, Failure, Notice, Store, StoreEvent};

fn last_failure(desk: &Desk) -> (Failure, usize) {
    match desk.events().pop() {
        Some(StoreEvent::Failed { why, pending }) => (why, pending),
        other => panic!("{other:?}"),
    }
}

#[test]
#[cfg(unix)]
fn a_file_that_is_gone_is_noticed_and_edits_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let (path, aside) = (dir.path().join("tv.worth"), dir.path().join("aside.worth"));
    let mut desk = Desk::create(&path, &["A"]);
    desk.rename("B");
    desk.saved();
    std::fs::rename(&path, &aside).unwrap();
    desk.rename("C");
    assert_eq!(last_failure(&desk), (Failure::FileGone, 1));
    // Another file in its place is not ours to write to.
    std::fs::write(&path, "other").unwrap();
    desk.rename("D");
    assert_eq!(last_failure(&desk), (Failure::FileGone, 2));
    assert_eq!(std::fs::read(&path).unwrap(), b"other");
    // The copy holds what the file does not.
    let copy = dir.path().join("copy.worth");
    desk.store.save_copy(&copy);
    assert_eq!(desk.events(), [StoreEvent::CopySaved { path: copy.canonicalize().unwrap() }]);
    let mut copied = Desk::open(&copy);
    assert_eq!(copied.workbook, desk.workbook);
    assert_eq!(copied.history, desk.history);
    while copied.undo() {}
    assert_eq!(copied.reopened().name(), "A");
    // Back in its place, everything is saved.
    std::fs::rename(&aside, &path).unwrap();
    desk.store.retry();
    desk.saved();
    assert_eq!(desk.reopened().name(), "D");
}

#[test]
fn a_read_only_file_opens_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv.worth");
    drop(Desk::create(&path, &["A"]));
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let opened = Store::open(&path, quiet()).unwrap();
    assert!(opened.store.is_read_only() && opened.notices.contains(&Notice::ReadOnly));
    let mut desk = Desk::from(opened);
    desk.rename("B");
    assert_eq!(last_failure(&desk), (Failure::ReadOnly, 1));
    let copy = dir.path().join("copy.worth");
    desk.store.save_copy(&copy);
    assert!(matches!(desk.events().as_slice(), [StoreEvent::CopySaved { .. }]));
    assert_eq!(store::read(&copy).unwrap(), desk.workbook);
}

#[test]
fn a_copy_replaces_a_file_but_never_an_open_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv.worth");
    let mut desk = Desk::create(&path, &["A"]);
    desk.rename("B");
    desk.store.save_copy(&path);
    let refused = desk.events().pop();
    assert_eq!(refused, Some(StoreEvent::CopyFailed { path: path.clone(), why: Failure::Busy }));
    let other = dir.path().join("other.worth");
    let second = Desk::create(&other, &["Z"]);
    desk.store.save_copy(&other);
    assert_eq!(desk.events().pop(), Some(StoreEvent::CopyFailed { path: other.clone(), why: Failure::Busy }));
    drop(second);
    // A journal that a crash left beside the target must not be applied to the copy.
    std::fs::write(dir.path().join("other.worth-journal"), [0xd9; 2000]).unwrap();
    desk.store.save_copy(&other);
    assert!(matches!(desk.events().as_slice(), [StoreEvent::CopySaved { .. }]));
    assert_eq!(store::read(&other).unwrap(), desk.workbook);
    desk.store.save_copy(&dir.path().join("no folder").join("x.worth"));
    assert!(matches!(desk.events().as_slice(), [StoreEvent::CopyFailed { .. }]));
    desk.rename("C");
    drop(desk.reopened());
    let mut names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["other.worth", "tv.worth", "tv.worth-backups"]);
}

#[test]
fn numbers_that_are_none_never_reach_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv.worth");
    let desk = Desk::create(&path, &["A"]);
    let expected = desk.workbook.clone();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut offer = desk.workbook.comparisons[0].offers[0].clone();
        let id = offer.id;
        offer.levels.insert(CriterionId(1), Level::Number(number));
        let change = worthwhile::model::Change {
            comparison: desk.workbook.comparisons[0].id(),
            part: worthwhile::model::Part::Offer(id),
            before: None,
            after: Some(worthwhile::model::Row::Offer(Box::new(offer))),
        };
        let label = worthwhile::model::Label { key: "edit-x".to_owned(), name: Text::default() };
        let action = store::Action::Do { seq: 1, at_secs: 0, label };
        desk.store.submit(store::Commit { revision: 1, action, changes: vec![change], next_id: 99 });
        assert!(matches!(last_failure(&desk).0, Failure::Unsound(_)));
    }
    drop(desk);
    assert_eq!(store::read(&path).unwrap(), expected);
}

// --- random edits ------------------------------------------------------------------------------------------------

/// What a user might do, as numbers that pick from what is there.
fn act(desk: &mut Desk, kind: u8, a: usize, x: f64) {
    let index = a % desk.workbook.comparisons.len();
    let comparison = desk.workbook.comparisons[index].clone();
    let id = comparison.id();
    let text = Text::twin(format!("N {a}"), format!("名 {a}"));
    let offer = (!comparison.offers.is_empty()).then(|| comparison.offers[a % comparison.offers.len()].id);
    let criterion = (!comparison.criteria.is_empty()).then(|| comparison.criteria[a % comparison.criteria.len()].id);
    let edit = match (kind, offer, criterion) {
        (0, ..) => Edit::DescribeComparison { comparison: id, name: text, note: Text::from("note") },
        (1, ..) => {
            let new = blank_offer(OfferId(desk.workbook.ids.fresh()), text, a);
            Edit::AddOffer { comparison: id, offer: Box::new(new), at: a % 5 }
        }
        (2, Some(offer), _) => Edit::RemoveOffer { comparison: id, offer },
        (3, Some(offer), _) => Edit::MoveOffer { comparison: id, offer, to: a / 7 % 6 },
        (4, Some(offer), Some(criterion)) => {
            let cells = vec![(offer, criterion, Some(Level::Number(x)))];
            Edit::SetLevels { comparison: id, cells }
        }
        (5, _, Some(criterion)) => Edit::RemoveCriterion { comparison: id, criterion },
        (6, ..) => {
            let segment: SegmentId = comparison.segments[0].id;
            let set = WeightSet::Side(Side::ALL[a % 2]);
            let (members, shares): (Vec<_>, Vec<Share>) =
                comparison.shares(&comparison.segments[0], set).into_iter().unzip();
            if shares.is_empty() {
                return;
            }
            let shares = reshare(&shares, a % shares.len(), x / 10.0);
            Edit::SetWeights { comparison: id, segment, set, shares: members.into_iter().zip(shares).collect() }
        }
        (7, ..) => {
            let new = new_comparison(&mut desk.workbook.ids, text);
            Edit::AddComparisons { comparisons: vec![new], at: a % 3, origin: Added::New }
        }
        (8, ..) if desk.workbook.comparisons.len() > 1 => Edit::RemoveComparison { comparison: id },
        (9, ..) => Edit::MoveComparison { comparison: id, to: a / 3 % 4 },
        (10, ..) => {
            let segment = comparison.segments[0].id;
            Edit::SetCostEmphasis { comparison: id, segment, cost_emphasis: x.abs() / 3.0 }
        }
        (11, ..) => {
            let copy =
                desk.workbook.renumbered(&desk.workbook.comparisons[(a + 1) % desk.workbook.comparisons.len()].clone());
            Edit::ReplaceComparison { comparison: id, replacement: Box::new(copy) }
        }
        (12..=15, ..) => {
            desk.undo();
            return;
        }
        _ => {
            desk.redo();
            return;
        }
    };
    desk.edit(&edit);
}

proptest! {
    #![proptest_config(support::config(48))]

    #[test]
    fn the_file_holds_what_memory_holds(
        acts in proptest::collection::vec((0_u8..18, 0_usize..1000, 1.0..10.0_f64), 1..60)
    ) {
        let dir = tempfile::tempdir_in(if std::path::Path::new("/dev/shm").is_dir() { "/dev/shm" } else { "." }).unwrap();
        let mut desk = Desk::create(&dir.path().join("x.worth"), &["A", "B"]);
        fill_levels(&mut desk, 0);
        let start = desk.history.done().len();
        for (i, (kind, a, x)) in acts.iter().enumerate() {
            act(&mut desk, *kind, *a, *x);
            if i % 16 == 15 {
                desk = desk.reopened();
            }
        }
        desk = desk.reopened();
        let end = desk.workbook.comparisons.clone();
        let steps = desk.history.done().len();
        while desk.history.done().len() > start.min(steps) {
            desk.undo();
        }
        desk = desk.reopened();
        while desk.history.done().len() < steps {
            desk.redo();
        }
        prop_assert_eq!(&desk.reopened().workbook.comparisons, &end);
    }
}
