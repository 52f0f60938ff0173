//! Edits, undo, and the board that follows them.

use std::collections::BTreeMap;
use std::time::Instant;

use super::layers::real_of;
use super::slate::Slate;
use super::{App, Document, shown_in};
use crate::board::Board;
use crate::model::{Change, Comparison, ComparisonId, CriterionId, Edit, EditError, OfferId, Part, Row, Step};
use crate::ui::Gesture;
use crate::ui::view::{Delta, Spot};

impl App {
    pub(super) fn edit(&mut self, edits: &[Edit], gesture: Gesture) {
        match gesture {
            Gesture::Once => self.apply_edits(edits),
            Gesture::Ongoing => {
                self.note_before();
                let Some(slate) = self.slate_for(edits) else { return };
                let seen = slate.preview(edits);
                self.refresh_layer_of(edits);
                match seen {
                    Ok(changes) => self.follow(&changes),
                    Err(error) => self.refuse(&error),
                }
            }
            Gesture::Ended => {
                // The last preview is what the user saw: that is what is kept.
                self.end_drags();
                self.before.clear();
                self.tell_saving();
            }
            Gesture::Dropped => {
                let Some(slate) = self.slate_for(edits) else { return };
                let changes = slate.drop_live();
                self.refresh_layer_of(edits);
                self.follow(&changes);
                self.before.clear();
            }
        }
    }

    /// What takes the edits of a gesture: the what-if on its comparison where one is open, else the document.
    fn slate_for(&mut self, edits: &[Edit]) -> Option<&mut Slate> {
        if let Some(id) = edits.iter().find_map(|edit| self.layer_for(edit)) {
            return self.layers.get_mut(id).map(|layer| &mut layer.slate);
        }
        self.document.as_deref_mut()
    }

    /// What a what-if lays over the real case follows a drag in it.
    fn refresh_layer_of(&mut self, edits: &[Edit]) {
        let layer = edits.iter().find_map(|edit| self.layer_for(edit));
        if let Some(layer) = layer.and_then(|id| self.layers.get_mut(id)) {
            layer.refresh();
        }
    }

    /// Keeps a drag that is over, wherever it took place.
    pub(super) fn end_drags(&mut self) {
        if let Some(document) = &mut self.document {
            document.keep_live();
        }
        self.layers.end_drags();
    }

    pub(super) fn apply_edits(&mut self, edits: &[Edit]) {
        self.before.clear();
        self.note_before();
        self.status.message.clear();
        let ended = self.ended_by(edits);
        match self.apply_where_they_belong(edits) {
            Ok(changes) => {
                let removed = edits.iter().any(|e| {
                    matches!(
                        e,
                        Edit::RemoveComparison { .. }
                            | Edit::RemoveOffer { .. }
                            | Edit::RemoveCriterion { .. }
                            | Edit::RemoveSegment { .. }
                    )
                });
                self.follow(&changes);
                self.tell_saving();
                if removed && !changes.is_empty() {
                    self.say(self.words.t("deleted-undo"));
                }
                self.tell_weight_zero(edits);
                self.point_at_new(edits);
                if let Some((comparison, message)) = ended {
                    self.end_layer(comparison, message);
                }
            }
            Err(error) => self.refuse(&error),
        }
        self.before.clear();
    }

    /// Each edit to the what-if on its comparison, or to the document: one step in each.
    fn apply_where_they_belong(&mut self, edits: &[Edit]) -> Result<Vec<Change>, EditError> {
        self.end_drags();
        let layer = edits.iter().find_map(|edit| self.layer_for(edit));
        let (inside, outside): (Vec<Edit>, Vec<Edit>) =
            edits.iter().cloned().partition(|edit| layer.is_some() && edit.content_of() == layer);
        let mut changes = Vec::new();
        if let Some(layer) = layer.and_then(|id| self.layers.get_mut(id)).filter(|_| !outside.is_empty()) {
            // Tried first: what the layer refuses must not leave the rest done.
            let tried = layer.slate.preview(&inside).map(|_| ());
            layer.slate.drop_live();
            tried?;
        }
        if let Some(document) = self.document.as_mut().filter(|_| !outside.is_empty()) {
            changes = document.apply(&outside)?;
            self.layers.follow(&document.workbook);
        }
        if let Some(layer) = layer.and_then(|id| self.layers.get_mut(id)) {
            let step = layer.slate.step(&inside)?;
            layer.refresh();
            changes.extend(step.into_iter().flat_map(|step| step.changes));
        }
        if let Some(document) = &mut self.document {
            self.layers.share_numbers(document);
        }
        Ok(changes)
    }

    /// A criterion that was added is looked at, ready to be typed into.
    fn point_at_new(&mut self, edits: &[Edit]) {
        let added = edits.iter().find_map(|edit| match edit {
            Edit::AddCriterion { criterion, .. } => Some(criterion.id),
            _ => None,
        });
        let offer = self.comparison().and_then(|c| c.offers.first()).map(|o| o.id);
        if let Some((criterion, offer)) = added.zip(offer) {
            self.point_at(Some(Spot { criterion, offer }));
        }
        if edits.iter().any(|edit| matches!(edit, Edit::AddExpectation { .. })) {
            let first = self.comparison().and_then(|c| c.criteria.first()).map(|c| c.id);
            self.point_at(first.map(|criterion| Spot { criterion, offer: OfferId::EXPECTED }));
        }
    }

    /// A criterion that came to others, new or from another dimension, weighs nothing yet: that is said, not hidden.
    fn tell_weight_zero(&mut self, edits: &[Edit]) {
        let weighs_nothing = edits.iter().find_map(|edit| {
            let (comparison, criterion) = match edit {
                Edit::AddCriterion { criterion, comparison, .. } => (comparison, criterion.id),
                Edit::MoveCriterion { criterion, comparison, .. } | Edit::SetScale { criterion, comparison, .. } => {
                    (comparison, *criterion)
                }
                _ => return None,
            };
            let comparison = self.shown_workbook().comparison(*comparison)?;
            let criterion = comparison.criterion(criterion)?;
            let shown = self.view.buyers.get(&comparison.id()).and_then(|id| comparison.segment(*id));
            let weights = &shown.or_else(|| comparison.everyone())?.weights;
            let is_added = !matches!(edit, Edit::SetScale { .. });
            let alone = weights.dimension(criterion.dimension).share == 0.0;
            let leaf = weights.leaf(crate::model::leaf_of(criterion)).share == 0.0;
            let lang = self.words.lang();
            if leaf {
                Some(criterion.name.get(lang).to_owned())
            } else if alone && is_added {
                // The first of its dimension has all of a dimension that weighs nothing.
                let info = &comparison.header.dimensions[criterion.dimension.index()];
                Some(self.words.dimension(criterion.dimension, info))
            } else {
                None
            }
        });
        let in_points = self.comparison().is_some_and(|c| c.header.account == crate::model::Account::Points);
        if let Some(name) = weighs_nothing.filter(|_| in_points) {
            self.say(self.words.with("added-weight-zero", &[("name", &name)]));
        }
    }

    fn refuse(&mut self, error: &EditError) {
        let text = self.words.edit_error(error);
        self.say(text);
    }

    pub(super) fn undo(&mut self) {
        if self.layer().is_some() {
            self.travel_in_layer(Slate::step_back);
        } else {
            self.travel(Document::undo);
        }
    }

    pub(super) fn redo(&mut self) {
        if self.layer().is_some() {
            self.travel_in_layer(Slate::step_forward);
        } else {
            self.travel(Document::redo);
        }
    }

    fn travel(&mut self, go: impl FnOnce(&mut Document) -> Option<Step>) {
        self.view.grid.editing = None;
        self.note_before();
        let Some(step) = self.document.as_mut().and_then(go) else { return };
        let place = step.place();
        if let Some(document) = &self.document {
            self.layers.follow(&document.workbook);
        }
        self.follow(&step.changes);
        self.jump(place, &step.changes);
        self.before.clear();
        self.tell_saving();
    }

    /// Looks at what undo or redo changed.
    pub(super) fn jump(&mut self, place: Option<(ComparisonId, Part)>, changes: &[Change]) {
        let Some((comparison, part)) = place else { return };
        if self.current != Some(comparison) && self.workbook().comparison(comparison).is_some() {
            self.select(comparison);
        }
        self.show_changed_buyer(part, changes);
        let offer = match part {
            Part::Offer(offer) => offer,
            _ => OfferId::EXPECTED,
        };
        if let [change] = changes
            && let Some(criterion) = changed_level(change)
        {
            let spot = Spot { criterion, offer };
            (self.view.grid.cursor, self.view.grid.anchor, self.view.grid.reveal) = (Some(spot), Some(spot), true);
        }
    }

    // --- the board ---------------------------------------------------------------------------------------------

    pub(super) fn select(&mut self, id: ComparisonId) {
        self.end_drags();
        self.current = Some(id);
        self.view.grid = crate::ui::view::GridState::default();
        self.view.working = None;
        self.rebuild();
    }

    /// Makes the board anew: another comparison, another language.
    pub(super) fn rebuild(&mut self) {
        self.settle_buyer();
        let buyer = self.buyer();
        self.layers.beside = self.layer().zip(buyer).and_then(|(layer, s)| real_of(&layer.real, s, &self.words));
        let board = self.comparison().zip(buyer).and_then(|(comparison, s)| Board::new(comparison, s, &self.words));
        self.board = board.map(|board| self.layers.with_real(board, &self.words));
        self.blamed.clear();
        self.note_pins();
        self.drop_figures();
        self.view.deltas.clear();
    }

    /// Brings the board up to date after changes.
    pub(super) fn follow(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        if changes.iter().any(|c| c.part == Part::Comparison) {
            self.fill_shelf();
        }
        let still_there = self.current.is_some_and(|id| self.workbook().comparison(id).is_some());
        if !still_there {
            let added = changes.iter().map(|c| c.comparison).find(|id| self.workbook().comparison(*id).is_some());
            self.current = added.or_else(|| self.workbook().comparisons.first().map(Comparison::id));
            self.view.grid = crate::ui::view::GridState::default();
            self.rebuild();
            return;
        }
        if changes.iter().all(|c| Some(c.comparison) != self.current) {
            return;
        }
        self.settle_buyer();
        if self.board.as_ref().map(|board| board.segment) != self.buyer() {
            // The kind of buyer that was looked at is gone.
            self.rebuild();
            return;
        }
        let Some(board) = self.board.take() else {
            self.rebuild();
            return;
        };
        if self.layer().is_some() && self.layers.beside.is_none() {
            // The real case behind the layer is another one.
            self.rebuild();
            return;
        }
        let shown = self.comparison().and_then(|comparison| board.updated(comparison, changes, &self.words));
        self.board = shown.map(|board| self.layers.with_real(board, &self.words));
        self.note_pins();
        self.forget_figures();
        self.forget_other_account(changes);
        self.note_deltas();
    }

    /// Remembers every CDV, unless a drag already does.
    pub(super) fn note_before(&mut self) {
        if !self.before.is_empty() {
            return;
        }
        let (Some(comparison), Some(board)) = (self.comparison(), &self.board) else { return };
        let cdvs = comparison.offers.iter().enumerate().filter_map(|(i, o)| Some((o.id, board.cdv(i)?)));
        self.before = cdvs.collect();
    }

    /// Points and amounts make no difference with each other.
    fn forget_other_account(&mut self, changes: &[Change]) {
        let account = |row: &Option<Row>| {
            if let Some(Row::Comparison(header)) = row { Some(header.account) } else { None }
        };
        let turns = |c: &Change| account(&c.before).zip(account(&c.after)).is_some_and(|(old, new)| old != new);
        if changes.iter().any(turns) {
            self.before.clear();
        }
    }

    fn note_deltas(&mut self) {
        let workbook = shown_in(self.document.as_ref(), &self.nothing, self.current, &self.layers);
        let comparison = self.current.and_then(|id| workbook.comparison(id));
        let (Some(comparison), Some(board)) = (comparison, &self.board) else { return };
        let grain = 0.5 / 10_f64.powi(i32::try_from(board.places).unwrap_or(0));
        for (i, offer) in comparison.offers.iter().enumerate() {
            let change = board.cdv(i).zip(self.before.get(&offer.id)).map(|(now, before)| now - before);
            if let Some(change) = change.filter(|c| c.abs() >= grain) {
                self.view.deltas.insert(offer.id, Delta { change, since: Instant::now() });
            } else {
                self.view.deltas.remove(&offer.id);
            }
        }
    }
}

/// The criterion whose level, as bought, in use or expected, a change of one row touches.
fn changed_level(change: &Change) -> Option<CriterionId> {
    let levels = |row: &Option<Row>| match row {
        Some(Row::Offer(offer)) => Some([offer.levels.clone(), offer.after_use.clone()]),
        Some(Row::Comparison(header)) => header.expectation.as_ref().map(|e| [e.levels.clone(), BTreeMap::new()]),
        _ => None,
    };
    let (before, after) = (levels(&change.before)?, levels(&change.after)?);
    before.iter().zip(&after).find_map(|(before, after)| {
        let mut ids = before.keys().chain(after.keys());
        ids.find(|id| before.get(id) != after.get(id)).copied()
    })
}
