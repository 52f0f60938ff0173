//! Which kind of buyer is looked at, and new ones.

use super::App;
use crate::model::{BuyerPreset, Change, Edit, Lang, Part, Row, Segment, SegmentId, Text};
use crate::ui::BuyerFrom;
use crate::words::{Words, copy_of};

impl App {
    /// The kind of buyer that the comparison shown is looked at as.
    pub(super) fn buyer(&self) -> Option<SegmentId> {
        let comparison = self.comparison()?;
        let chosen = self.view.buyers.get(&comparison.id()).and_then(|id| comparison.segment(*id));
        chosen.or_else(|| comparison.everyone()).map(|s| s.id)
    }

    /// Falls back to everyone where the kind of buyer that was looked at is gone.
    pub(super) fn settle_buyer(&mut self) {
        let Some(comparison) = self.comparison() else { return };
        let id = comparison.id();
        if self.view.buyers.get(&id).is_some_and(|buyer| comparison.segment(*buyer).is_none()) {
            self.view.buyers.remove(&id);
        }
    }

    pub(super) fn show_buyer(&mut self, buyer: SegmentId) {
        let Some(comparison) = self.comparison().filter(|c| c.segment(buyer).is_some()) else { return };
        let id = comparison.id();
        if self.buyer() == Some(buyer) {
            return;
        }
        self.end_drags();
        self.view.grid.weight = None;
        self.view.buyers.insert(id, buyer);
        self.rebuild();
        self.tell_saving();
    }

    pub(super) fn add_buyer(&mut self, from: BuyerFrom) {
        let Some(comparison) = self.comparison() else { return };
        let like = match from {
            BuyerFrom::Everyone => comparison.everyone(),
            BuyerFrom::Copy(id) | BuyerFrom::Preset(id, _) => comparison.segment(id),
        };
        let Some(like) = like else { return };
        let weights = match from {
            BuyerFrom::Preset(_, preset) => preset.weights(comparison, &like.weights),
            BuyerFrom::Everyone | BuyerFrom::Copy(_) => like.weights.clone(),
        };
        let name = match from {
            BuyerFrom::Everyone => in_both("buyers-new-name"),
            BuyerFrom::Copy(_) => copy_of(&like.name),
            BuyerFrom::Preset(_, preset) => in_both(preset_key(preset)),
        };
        let segment = Segment {
            id: SegmentId(self.shown_workbook().ids.peek()),
            name: comparison.free_segment_name(&name, None),
            everyone: false,
            weights,
            // Only a copy answered what the other one did.
            elicited: if matches!(from, BuyerFrom::Copy(_)) { like.elicited.clone() } else { Vec::new() },
            ..like.clone()
        };
        // Behind the one that it was made from where it is a copy, else behind all.
        let place = comparison.segments.iter().position(|s| s.id == like.id);
        let at = place.filter(|_| matches!(from, BuyerFrom::Copy(_))).map_or(usize::MAX, |place| place + 1);
        let (comparison, id) = (comparison.id(), segment.id);
        self.apply_edits(&[Edit::AddSegment { comparison, segment: Box::new(segment), at }]);
        self.show_buyer(id);
    }

    /// Undo and redo show the buyer whose judgement they change.
    pub(super) fn show_changed_buyer(&mut self, part: Part, changes: &[Change]) {
        let (Part::Segment(id), [change]) = (part, changes) else { return };
        let judgement = |row: &Option<Row>| match row {
            Some(Row::Segment(s)) => Some((s.weights.clone(), s.cost_emphasis)),
            _ => None,
        };
        if judgement(&change.before) != judgement(&change.after) {
            self.show_buyer(id);
        }
    }
}

/// The message that names a preset.
fn preset_key(preset: BuyerPreset) -> &'static str {
    crate::ui::buyer::preset_key(preset)
}

/// A name in both languages.
fn in_both(key: &str) -> Text {
    let [en, zh] = [Lang::En, Lang::Zh].map(|lang| Words::new(lang).t(key));
    Text::twin(en, zh)
}
