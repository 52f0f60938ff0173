//! A little program around the store, as the app is one: workbook, history and file in step.

#![allow(dead_code, reason = "each test binary uses a part")]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use worthwhile::model::{
    Added, Answers, Change, Difference, Edit, Ground, History, Item, Judgement, Level, OfferId, Scope, Segment,
    SegmentId, Side, Text, Variant, VariantId, Workbook, blank_offer, differences, inverse, new_comparison,
};
use worthwhile::store::{Action, Commit, OpenError, Opened, Store, StoreEvent, Wake};
use worthwhile::value::elicit::weigh;

pub fn quiet() -> Wake {
    Arc::new(|| {})
}

/// A workbook with one comparison per name.
pub fn workbook(names: &[&str]) -> Workbook {
    let mut workbook = Workbook::default();
    for name in names {
        let comparison = new_comparison(&mut workbook.ids, Text::from(*name));
        let at = workbook.comparisons.len();
        let add = Edit::AddComparisons { comparisons: vec![comparison], at, origin: Added::New };
        let changes = add.changes(&workbook).unwrap();
        workbook.apply(&changes);
    }
    workbook
}

/// Told of the state that a commit leads to, before it is submitted.
pub type Herald = Box<dyn Fn(&Workbook, &History, u64)>;

pub struct Desk {
    pub herald: Option<Herald>,
    pub store: Store,
    pub workbook: Workbook,
    pub history: History,
    pub revision: u64,
}

impl From<Opened> for Desk {
    fn from(opened: Opened) -> Self {
        Self { herald: None, store: opened.store, workbook: opened.workbook, history: opened.history, revision: 0 }
    }
}

impl Desk {
    pub fn create(path: &Path, names: &[&str]) -> Self {
        Store::create(path, &workbook(names), quiet()).unwrap().into()
    }

    pub fn open(path: &Path) -> Self {
        Self::try_open(path).unwrap()
    }

    pub fn try_open(path: &Path) -> Result<Self, OpenError> {
        Ok(Store::open(path, quiet())?.into())
    }

    fn submit(&mut self, action: Action, changes: Vec<Change>) {
        self.revision += 1;
        if let Some(herald) = &self.herald {
            herald(&self.workbook, &self.history, self.revision);
        }
        let next_id = self.workbook.ids.peek();
        self.store.submit(Commit { revision: self.revision, action, changes, next_id });
    }

    /// False where the edit is refused or changes nothing.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        let Ok(changes) = edit.changes(&self.workbook) else {
            return false;
        };
        if changes.is_empty() {
            return false;
        }
        let label = edit.label(&self.workbook);
        self.workbook.apply(&changes);
        let step = self.history.push(1_800_000_000, label, changes).clone();
        let action = Action::Do { seq: step.seq, at_secs: step.at_secs, label: step.label };
        self.submit(action, step.changes);
        true
    }

    /// Renames the first comparison.
    pub fn rename(&mut self, name: &str) {
        let comparison = self.workbook.comparisons[0].id();
        let edit = Edit::DescribeComparison { comparison, name: name.into(), note: Text::default() };
        assert!(self.edit(&edit));
    }

    pub fn name(&self) -> &str {
        self.workbook.comparisons[0].header.name.get(worthwhile::model::Lang::En)
    }

    pub fn undo(&mut self) -> bool {
        let Some(step) = self.history.undoable() else {
            return false;
        };
        let (seq, changes) = (step.seq, inverse(&step.changes));
        self.workbook.apply(&changes);
        self.history.step_back();
        self.submit(Action::Undo { seq }, changes);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(step) = self.history.redoable() else {
            return false;
        };
        let (seq, changes) = (step.seq, step.changes.clone());
        self.workbook.apply(&changes);
        self.history.step_forward();
        self.submit(Action::Redo { seq }, changes);
        true
    }

    /// Everything that the store has told, once it is idle.
    pub fn events(&self) -> Vec<StoreEvent> {
        assert!(self.store.wait_idle(Duration::from_mins(1)));
        std::iter::from_fn(|| self.store.poll()).collect()
    }

    /// Sees that everything was saved.
    pub fn saved(&self) {
        for event in self.events() {
            assert!(matches!(event, StoreEvent::Saved { .. }), "{event:?}");
        }
    }

    /// Closes the file and opens it again: the same workbook, the same history.
    pub fn reopened(self) -> Self {
        self.saved();
        let Self { store, workbook, history, .. } = self;
        let path = store.path().to_owned();
        drop(store);
        let again = Self::open(&path);
        assert_eq!(again.workbook.comparisons, workbook.comparisons);
        // Numbers that only a refused edit took are free again.
        assert!(again.workbook.ids.peek() <= workbook.ids.peek());
        assert_eq!(again.history, history);
        again
    }
}

/// Gives every offer of a comparison a level on every criterion that takes a number.
pub fn fill_levels(desk: &mut Desk, comparison: usize) {
    let comparison = &desk.workbook.comparisons[comparison];
    let mut cells = Vec::new();
    for (i, offer) in comparison.offers.iter().enumerate() {
        for criterion in &comparison.criteria {
            let number = u32::try_from(i).unwrap();
            let level = if criterion.scale.is_money() {
                Level::Money(280_000 + i64::from(number))
            } else {
                Level::Number(f64::from(number) + 7.1)
            };
            cells.push((offer.id, criterion.id, Some(level)));
        }
    }
    let comparison = comparison.id();
    assert!(desk.edit(&Edit::SetLevels { comparison, cells }));
}

/// Keeps two what-ifs of the first comparison: a price, and from it a third offer beside it.
pub fn keep_variants(desk: &mut Desk) {
    let real = desk.workbook.comparisons[0].clone();
    let (comparison, criterion) = (real.id(), real.header.price.unwrap());
    let cheaper = Difference::Level { offer: real.offers[0].id, criterion, level: Some(Level::Money(250_000)) };
    let ids = &mut desk.workbook.ids;
    let (first, second, new) = (VariantId(ids.fresh()), VariantId(ids.fresh()), OfferId(ids.fresh()));
    let mut layered = real.clone();
    layered.offers.push(blank_offer(new, Text::twin("A third", "第三个"), 2));
    let mut with_offer = differences(&real, &layered);
    with_offer.push(cheaper.clone());
    let kept: [(VariantId, Text, Option<VariantId>, Vec<Difference>); 2] =
        [(first, Text::twin("Cheaper", "降价"), None, vec![cheaper]), (second, "三家".into(), Some(first), with_offer)];
    for (id, name, parent, differences) in kept {
        let variant = Variant { id, position: 0, name, reason: "what the buyer asks".into(), parent, differences };
        assert!(desk.edit(&Edit::AddVariant { comparison, variant: Box::new(variant) }));
    }
}

/// Everything that schema 3 brought: another kind of buyer whose weights come from points and from a judgement, what is
/// expected, and a level after use.
pub fn keep_answers(desk: &mut Desk) {
    let comparison = desk.workbook.comparisons[0].clone();
    let id = comparison.id();
    let segment = SegmentId(desk.workbook.ids.fresh());
    let loyal =
        Segment {
            id: segment, everyone: false, name: Text::twin("Loyal", "老顾客"), ..comparison.segments[0].clone()
        };
    assert!(desk.edit(&Edit::AddSegment { comparison: id, segment: Box::new(loyal), at: 1 }));
    let scope = Scope::Dimensions(Side::Value);
    let items = Ground::of(&comparison).items(scope);
    let points = Answers::Points { points: items.into_iter().zip([100.0, 50.0, 25.0, 25.0]).collect() };
    let [row, column] = [Side::Cost, Side::Value].map(Item::Side);
    let judged =
        Answers::Pairwise { judgements: vec![Judgement { row, column, ratio: 2.0 }], random_index: vec![0.58, 0.9] };
    for (scope, answers) in [(scope, points), (Scope::Sides, judged)] {
        let given = weigh(&comparison, &comparison.segments[0], scope, &answers).unwrap().given;
        assert!(desk.edit(&Edit::Answer { comparison: id, segment, scope, answers, given: Some(given) }));
    }
    assert!(desk.edit(&Edit::AddExpectation { comparison: id }));
    let criterion = comparison.criteria.iter().find(|c| !c.scale.is_money()).unwrap().id;
    let cells = vec![(comparison.offers[0].id, criterion, Some(Level::Number(2.5)))];
    assert!(desk.edit(&Edit::SetLevelsAfterUse { comparison: id, cells }));
}
