//! What-ifs that are open: scratch copies that take every edit of their comparison until they are applied, kept or
//! dropped.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::slate::Slate;
use super::{App, Document};
use crate::board::{Board, Real};
use crate::model::{
    Comparison, ComparisonId, Difference, Edit, History, SegmentId, Step, Text, Variant, VariantId, Workbook,
    changes_between, differences, in_currency, overlay,
};
use crate::ui::intent::WhatIfAsk;
use crate::words::Words;

/// A what-if on one comparison.
pub(super) struct Layer {
    comparison: ComparisonId,
    /// The variant that it shows, where it was opened from one.
    pub variant: Option<VariantId>,
    /// The variant that what is kept branches from.
    pub parent: Option<VariantId>,
    /// The real case that it is held against.
    pub real: Comparison,
    /// The workbook with the layered comparison in the place of the real one, and the steps inside the layer.
    pub slate: Slate,
    /// What it lays over the real case.
    pub differences: Vec<Difference>,
    /// What it laid over it when it was opened.
    start: Vec<Difference>,
    /// What it was over earlier states of the real case, the latest last.
    earlier: Vec<Earlier>,
}

/// Most states of the real case that a layer remembers itself over.
const EARLIER_MAX: usize = 50;

/// A layer as it was before the real case became another one. What was changed of an offer that went cannot be laid over
/// the rest; where undo brings the offer back, and nothing was done in between, the layer is again what it was.
struct Earlier {
    real: Comparison,
    layered: Comparison,
    history: History,
    start: Vec<Difference>,
    variant: Option<VariantId>,
    parent: Option<VariantId>,
    /// The real case that came then, and the layer over it.
    became: [Comparison; 2],
}

impl Earlier {
    /// True where `real` is what it was over, and both have stayed as they became.
    fn is_back(&self, real: &Comparison, now: [&Comparison; 2]) -> bool {
        self.real == *real && self.became.each_ref() == now
    }
}

impl Layer {
    fn new(
        workbook: &Workbook,
        real: &Comparison,
        start: &[Difference],
        [variant, parent]: [Option<VariantId>; 2],
    ) -> Self {
        let slate = Slate::new(workbook.clone(), History::default());
        let mut layer = Self {
            comparison: real.id(),
            variant,
            parent,
            real: real.clone(),
            slate,
            differences: Vec::new(),
            start: Vec::new(),
            earlier: Vec::new(),
        };
        layer.lay(overlay(real, start));
        layer.refresh();
        layer.start.clone_from(&layer.differences);
        layer
    }

    pub fn layered(&self) -> Option<&Comparison> {
        self.slate.workbook.comparison(self.comparison)
    }

    /// True where nothing was done since it was opened: nothing is lost when it goes.
    pub fn is_kept(&self) -> bool {
        self.differences == self.start
    }

    /// Puts `layered` in the place of its comparison.
    fn lay(&mut self, layered: Comparison) {
        if let Some(place) = self.slate.workbook.comparisons.iter_mut().find(|c| c.id() == self.comparison) {
            let position = place.header.position;
            *place = Comparison { variants: self.real.variants.clone(), ..layered };
            place.header.position = position;
        }
    }

    /// Finds anew what differs from the real case.
    pub fn refresh(&mut self) {
        self.differences = self.layered().map(|layered| differences(&self.real, layered)).unwrap_or_default();
    }

    /// Brings the layer, and every step in it, in line with what the workbook has become.
    ///
    /// Where its comparison is gone it waits as it is: undo may bring the comparison back. True where the real case
    /// is another one now.
    fn follow(&mut self, workbook: &Workbook) -> bool {
        let Some(real) = workbook.comparison(self.comparison) else { return false };
        self.slate.drop_live();
        let Some(layered) = self.layered().cloned() else { return false };
        if *real == self.real {
            self.slate.workbook = workbook.clone();
            self.lay(layered);
            return false;
        }
        if let Some(earlier) = self.earlier.pop_if(|e| e.is_back(real, [&self.real, &layered])) {
            self.go_back(earlier, workbook);
            return true;
        }
        let mut earlier = Earlier {
            real: self.real.clone(),
            layered: layered.clone(),
            history: self.slate.history.clone(),
            start: self.start.clone(),
            variant: self.variant,
            parent: self.parent,
            became: [real.clone(), layered.clone()],
        };
        // The state after each step, first as it was, then over the real case as it is now.
        let done = self.slate.history.done().len();
        while self.slate.step_back().is_some() {}
        let mut states = vec![self.layered().cloned().unwrap_or_else(|| layered.clone())];
        let mut labels: Vec<Step> = Vec::new();
        while let Some(step) = self.slate.step_forward() {
            labels.push(step);
            states.extend(self.layered().cloned());
        }
        let old = std::mem::replace(&mut self.real, real.clone());
        let rebased = |state: &Comparison| {
            let mut kept = differences(&old, state);
            let mut from = old.header.currency;
            if old.header.account != real.header.account {
                // Points laid over amounts, or amounts over points, would mean something else: raw levels go along. A
                // currency of the layer's own goes, so they are read in it first.
                kept.retain(|d| matches!(d, Difference::Level { .. } | Difference::AfterUse { .. }));
                from = state.header.currency;
            }
            let over = overlay(real, &in_currency(&kept, from, real.header.currency));
            Comparison { variants: real.variants.clone(), ..over }
        };
        let states: Vec<Comparison> = states.iter().map(rebased).collect();
        let steps = labels.into_iter().zip(states.windows(2)).filter_map(|(step, pair)| match pair {
            [before, after] => Some(Step { changes: changes_between(before, after), ..step }),
            _ => None,
        });
        let history = History::new(0, steps.collect(), done);
        let start = rebased(&overlay(&old, &self.start));
        self.slate = Slate::new(workbook.clone(), history);
        if let Some(now) = states.into_iter().nth(done) {
            self.lay(now);
        }
        self.start = differences(real, &start);
        self.refresh();
        let is_gone = |id: &mut Option<VariantId>| id.take_if(|id| real.variant(*id).is_none()).is_some();
        if is_gone(&mut self.variant) | is_gone(&mut self.parent) {
            // Nothing holds any more what it was opened from.
            self.start.clear();
        }
        if let Some(now) = self.layered().cloned() {
            earlier.became[1] = now;
            self.earlier.push(earlier);
            self.earlier.drain(..self.earlier.len().saturating_sub(EARLIER_MAX));
        }
        true
    }

    /// The layer as it was over a real case that is back.
    fn go_back(&mut self, earlier: Earlier, workbook: &Workbook) {
        self.real = earlier.real;
        self.slate = Slate::new(workbook.clone(), earlier.history);
        self.lay(earlier.layered);
        (self.start, self.variant, self.parent) = (earlier.start, earlier.variant, earlier.parent);
        self.refresh();
    }
}

/// The open what-ifs, at most one to a comparison.
#[derive(Default)]
pub(super) struct Layers {
    open: BTreeMap<ComparisonId, Layer>,
    /// Its keys, for the list.
    ids: Vec<ComparisonId>,
    /// The real case behind the one that is shown.
    pub beside: Option<Rc<Real>>,
}

impl Layers {
    pub fn get(&self, comparison: ComparisonId) -> Option<&Layer> {
        self.open.get(&comparison)
    }

    pub fn get_mut(&mut self, comparison: ComparisonId) -> Option<&mut Layer> {
        self.open.get_mut(&comparison)
    }

    fn insert(&mut self, layer: Layer) {
        self.open.insert(layer.comparison, layer);
        self.ids = self.open.keys().copied().collect();
    }

    fn remove(&mut self, comparison: ComparisonId) -> Option<Layer> {
        let layer = self.open.remove(&comparison);
        self.ids.retain(|id| *id != comparison);
        layer
    }

    /// The comparisons that have one.
    pub fn ids(&self) -> &[ComparisonId] {
        &self.ids
    }

    /// `board` with the real case beside it, where it is that of a layer.
    pub fn with_real(&self, board: Board, words: &Words) -> Board {
        match &self.beside {
            Some(real) => board.beside(Rc::clone(real), words),
            None => board,
        }
    }

    /// Keeps drags that are over.
    pub fn end_drags(&mut self) {
        for layer in self.open.values_mut() {
            if layer.slate.end_live().is_some() {
                layer.refresh();
            }
        }
    }

    /// After the real workbook changed.
    pub fn follow(&mut self, workbook: &Workbook) {
        for layer in self.open.values_mut() {
            if layer.follow(workbook) {
                self.beside.take_if(|beside| beside.comparison.id() == layer.comparison);
            }
        }
    }

    /// Sees to it that no number is given out twice, in a layer and outside it.
    pub fn share_numbers(&mut self, document: &mut Document) {
        let next = self.open.values().map(|l| l.slate.workbook.ids.peek()).fold(document.workbook.ids.peek(), u32::max);
        let used = next.saturating_sub(1);
        document.workbook.ids.skip(used);
        self.open.values_mut().for_each(|l| l.slate.workbook.ids.skip(used));
    }
}

impl App {
    /// The what-if that is shown.
    pub(super) fn layer(&self) -> Option<&Layer> {
        self.layers.get(self.current?)
    }

    /// Runs what was asked of a what-if.
    pub(super) fn what_if(&mut self, ask: WhatIfAsk) {
        match ask {
            WhatIfAsk::Toggle => match self.layer() {
                None => self.open_layer(self.current, None, [None, None]),
                Some(layer) if layer.is_kept() => self.drop_layer(),
                Some(_) => self.say(self.words.t("what-if-decide")),
            },
            WhatIfAsk::Open(comparison, variant) => {
                let parent = self.variant(comparison, variant).and_then(|v| v.parent);
                self.open_layer(Some(comparison), Some(variant), [Some(variant), parent]);
            }
            WhatIfAsk::Branch(comparison, variant) => {
                self.open_layer(Some(comparison), Some(variant), [None, Some(variant)]);
            }
            WhatIfAsk::Drop => self.drop_layer(),
            WhatIfAsk::Apply => self.apply_layer(),
            WhatIfAsk::Update => self.update_variant(),
        }
    }

    fn variant(&self, comparison: ComparisonId, variant: VariantId) -> Option<&Variant> {
        self.workbook().comparison(comparison)?.variant(variant)
    }

    /// Opens a what-if on the real case, or on a variant of it.
    fn open_layer(&mut self, comparison: Option<ComparisonId>, from: Option<VariantId>, ids: [Option<VariantId>; 2]) {
        let Some(comparison) = comparison else { return };
        if self.layers.get(comparison).is_some_and(|layer| !layer.is_kept()) {
            self.select(comparison);
            self.say(self.words.t("what-if-decide"));
            return;
        }
        if let Some(document) = &mut self.document {
            document.keep_live();
        }
        self.tell_saving();
        let Some(real) = self.workbook().comparison(comparison) else { return };
        let start = from.and_then(|id| real.variant(id)).map(|v| v.differences.clone()).unwrap_or_default();
        let layer = Layer::new(self.workbook(), real, &start, ids);
        self.layers.insert(layer);
        self.show_again(comparison);
    }

    /// Draws a comparison anew, with the cursor where it was.
    fn show_again(&mut self, comparison: ComparisonId) {
        if self.current == Some(comparison) {
            self.view.grid.editing = None;
            self.rebuild();
        } else {
            self.select(comparison);
        }
    }

    fn drop_layer(&mut self) {
        if let Some(comparison) = self.current.filter(|id| self.layers.remove(*id).is_some()) {
            self.show_again(comparison);
        }
    }

    fn apply_layer(&mut self) {
        let Some(layer) = self.layer() else { return };
        let name = layer.variant.and_then(|id| layer.real.variant(id)).map(|v| v.name.clone());
        let (comparison, differences) = (layer.comparison, layer.differences.clone());
        self.apply_edits(&[Edit::ApplyDifferences { comparison, differences, name }]);
    }

    fn update_variant(&mut self) {
        let Some(layer) = self.layer() else { return };
        let Some(variant) = layer.variant else { return };
        let (comparison, differences) = (layer.comparison, layer.differences.clone());
        self.apply_edits(&[Edit::SetVariant { comparison, variant, differences }]);
    }

    /// The what-ifs that are over once these edits are done, because they apply or keep them; and what to say then.
    pub(super) fn ended_by(&self, edits: &[Edit]) -> Option<(ComparisonId, &'static str)> {
        edits.iter().find_map(|edit| {
            let (comparison, kept, message) = match edit {
                Edit::ApplyDifferences { comparison, differences, .. } => (comparison, differences, "what-if-applied"),
                Edit::AddVariant { comparison, variant } => (comparison, &variant.differences, "what-if-kept"),
                Edit::SetVariant { comparison, differences, .. } => (comparison, differences, "what-if-kept"),
                _ => return None,
            };
            let layer = self.layers.get(*comparison)?;
            (layer.differences == *kept).then_some((*comparison, message))
        })
    }

    /// Lets go of a what-if that was applied or kept.
    pub(super) fn end_layer(&mut self, comparison: ComparisonId, message: &str) {
        self.layers.remove(comparison);
        self.show_again(comparison);
        self.say(self.words.t(message));
    }

    /// Keeps every open what-if as a variant, before the workbook is closed. Where the file takes none, it counts as an
    /// edit that is not saved, so that closing asks what is to become of it.
    pub(super) fn keep_unfinished(&mut self) {
        let ids = self.layers.ids().to_vec();
        if ids.is_empty() {
            return;
        }
        for comparison in ids {
            let Some(mut layer) = self.layers.remove(comparison) else { continue };
            let Some(document) = &mut self.document else { continue };
            let Some(real) = document.workbook.comparison(comparison) else { continue };
            if let Some(_step) = layer.slate.end_live() {
                layer.refresh();
            }
            if layer.is_kept() {
                continue;
            }
            let name = real.free_variant_name(&unfinished());
            let parent = layer.variant.or(layer.parent).filter(|id| real.variant(*id).is_some());
            let id = VariantId(document.workbook.ids.peek());
            let variant =
                Variant { id, position: 0, name, reason: Text::default(), parent, differences: layer.differences };
            // Only more variants than a comparison takes are refused.
            let _ = document.apply(&[Edit::AddVariant { comparison, variant: Box::new(variant) }]);
        }
        // What is shown from here on is the real case: the window may stay, and another frame may follow.
        self.rebuild();
    }

    // --- inside a layer ----------------------------------------------------------------------------------------

    /// The comparison whose layer takes this edit.
    pub(super) fn layer_for(&self, edit: &Edit) -> Option<ComparisonId> {
        edit.content_of().filter(|id| self.layers.get(*id).is_some())
    }

    /// Undo or redo inside the layer that is shown.
    pub(super) fn travel_in_layer(&mut self, go: impl FnOnce(&mut Slate) -> Option<Step>) {
        let Some(layer) = self.current.and_then(|id| self.layers.get_mut(id)) else { return };
        layer.slate.end_live();
        let step = go(&mut layer.slate);
        layer.refresh();
        if let Some(step) = step {
            self.follow(&step.changes);
            self.jump(step.place(), &step.changes);
        }
    }
}

/// The name of a what-if that nobody had named when the window was closed.
fn unfinished() -> Text {
    let [en, zh] =
        [crate::model::Lang::En, crate::model::Lang::Zh].map(|lang| Words::new(lang).t("what-if-unfinished"));
    Text::twin(en, zh)
}

/// The real case of a comparison with its board, beside which a layer is shown; for everyone where it does not have
/// this kind of buyer.
pub(super) fn real_of(real: &Comparison, segment: SegmentId, words: &Words) -> Option<Rc<Real>> {
    let board = Board::new(real, segment, words)?;
    Some(Rc::new(Real { comparison: real.clone(), board }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Account, Currency, IdSource, Level};
    use crate::value::{Target, convert};

    /// The televisions in money, with a what-if in yen: 2,600 yen as bought and 2,700 in use. Beneath it the real case
    /// goes back to points, in yuan as it was: the what-if is one of 2,600 and 2,700 yuan then.
    #[test]
    fn amounts_tried_out_keep_their_units_when_the_account_beneath_becomes_another() {
        let example = crate::examples::find("televisions").unwrap();
        let mut ids = IdSource::starting_at(1);
        let comparisons = crate::examples::load(example, &mut ids).unwrap();
        let points = Workbook { comparisons, ids };
        let mut money = points.clone();
        money.comparisons[0] = convert(&points.comparisons[0], Target::Money { at: None }).unwrap().comparison;
        let real = money.comparisons[0].clone();
        assert_eq!(real.header.account, Account::Money);
        let (comparison, offer, price) = (real.id(), real.offers[1].id, real.header.price.unwrap());
        let put = |amount| vec![(offer, price, Some(Level::Money(amount)))];
        let edits = [
            Edit::SetCurrency { comparison, currency: Currency::new("JPY").unwrap() },
            Edit::SetLevels { comparison, cells: put(2600) },
            Edit::SetLevelsAfterUse { comparison, cells: put(2700) },
        ];
        let mut done = Layer::new(&money, &real, &[], [None, None]);
        done.slate.step(&edits).unwrap();
        done.refresh();
        // One in which it was done, and one that began with it.
        let begun = Layer::new(&money, &real, &done.differences, [None, None]);
        for (mut layer, is_kept) in [(done, false), (begun, true)] {
            assert!(layer.follow(&points));
            let layered = layer.layered().unwrap();
            assert_eq!(layered.header.currency, Currency::CNY);
            let shown = layered.offer(offer).unwrap();
            assert_eq!(shown.levels[&price], Level::Money(260_000));
            assert_eq!(shown.after_use[&price], Level::Money(270_000));
            assert_eq!(layer.differences.len(), 2);
            assert_eq!(layer.is_kept(), is_kept, "nothing was done since it was opened, or something was");
        }
    }
}
