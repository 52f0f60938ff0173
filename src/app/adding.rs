//! What comes new into a workbook: comparisons made, copied, restored or read from a file, offers, and levels pasted.

use super::App;
use crate::exchange::{json, table};
use crate::model::{
    Account, Added, Comparison, ComparisonId, CriterionId, Edit, OfferId, Text, blank_offer, new_comparison,
    new_comparison_in_money,
};
use crate::ui::view::{Dialog, Spot};

/// Refused cells that are listed one by one.
const REFUSALS_LISTED: usize = 50;

impl App {
    // --- comparisons and offers --------------------------------------------------------------------------------

    pub(super) fn new_comparison(&mut self, account: Account) {
        let Some(document) = &mut self.document else { return };
        let name = document.workbook.free_name(&Text::twin("New comparison", "新比较"));
        let made = match account {
            Account::Points => new_comparison,
            Account::Money => new_comparison_in_money,
        };
        let mut comparison = made(&mut document.workbook.ids, name);
        crate::model::keep_one_language(&mut comparison, self.words.lang());
        // Behind one's own comparisons, before the classroom's.
        let own = |c: &Comparison| c.header.example.is_none();
        let at = document.workbook.comparisons.iter().rposition(own).map_or(0, |i| i + 1);
        let first = comparison.criteria.first().zip(comparison.offers.first());
        let spot = first.map(|(criterion, offer)| Spot { criterion: criterion.id, offer: offer.id });
        self.add_comparison(comparison, at, Added::New);
        self.point_at(spot);
    }

    /// Puts the cursor of the matrix somewhere and gives it the keyboard.
    pub(super) fn point_at(&mut self, spot: Option<Spot>) {
        self.view.grid.editing = None;
        (self.view.grid.cursor, self.view.grid.anchor, self.view.grid.reveal) = (spot, spot, true);
        crate::ui::matrix::focus(&self.ctx);
    }

    fn add_comparison(&mut self, comparison: Comparison, at: usize, origin: Added) {
        let id = comparison.id();
        self.apply_edits(&[Edit::AddComparisons { comparisons: vec![comparison], at, origin }]);
        if self.workbook().comparison(id).is_some() {
            self.select(id);
        }
    }

    pub(super) fn duplicate_comparison(&mut self, id: ComparisonId) {
        let Some(document) = &mut self.document else { return };
        let workbook = &mut document.workbook;
        let Some(at) = workbook.comparisons.iter().position(|c| c.id() == id) else { return };
        let original = workbook.comparisons[at].clone();
        let mut copy = workbook.renumbered(&original);
        copy.header.name = workbook.free_name(&crate::words::copy_of(&original.header.name));
        // A copy of an example is the user's own.
        let at = if copy.header.example.take().is_some() {
            let own = |c: &Comparison| c.header.example.is_none();
            workbook.comparisons.iter().rposition(own).map_or(0, |i| i + 1)
        } else {
            at + 1
        };
        self.add_comparison(copy, at, Added::Duplicate);
    }

    pub(super) fn restore_example(&mut self, key: &str) {
        let Some(example) = crate::examples::find(key) else { return };
        let Some(document) = &mut self.document else { return };
        let workbook = &mut document.workbook;
        let Ok(read) = crate::examples::load(example, &mut workbook.ids) else { return };
        let Some(mut fresh) = read.into_iter().next() else { return };
        let old = workbook.comparisons.iter().find(|c| c.header.example.as_deref() == Some(key)).map(Comparison::id);
        if old.and_then(|id| self.layers.get(id)).is_some_and(|layer| !layer.is_kept()) {
            // Its what-if would be left without the parts that it changes.
            self.say(self.words.t("what-if-decide"));
            return;
        }
        if workbook.is_name_taken(&fresh.header.name, old) {
            fresh.header.name = workbook.free_name(&fresh.header.name);
        }
        match old {
            Some(comparison) => {
                self.apply_edits(&[Edit::ReplaceComparison { comparison, replacement: Box::new(fresh) }]);
                self.select(comparison);
            }
            None => self.add_comparison(fresh, usize::MAX, Added::Example),
        }
        if self.comparison().is_some_and(|c| c.header.example.as_deref() == Some(key)) {
            self.say(self.words.t("example-restored"));
        }
    }

    pub(super) fn add_offer(&mut self) {
        let Some(comparison) = self.comparison() else { return };
        let (id, count) = (comparison.id(), comparison.offers.len());
        let named = |n: usize| self.words.with("offer-number", &[("number", &n.to_string())]);
        let taken = |name: &str| comparison.offers.iter().any(|o| o.name.get(self.words.lang()) == name);
        // One of the next `count + 1` numbers is free.
        let number = (count + 1..=2 * count + 1).find(|n| !taken(&named(*n))).unwrap_or(count + 1);
        let name = Text::Plain(named(number));
        let offer = blank_offer(OfferId(self.shown_workbook().ids.peek()), name, count);
        let spot = comparison.criteria.first().map(|c| Spot { criterion: c.id, offer: offer.id });
        let edit = Edit::AddOffer { comparison: id, offer: Box::new(offer), at: usize::MAX };
        self.apply_edits(&[edit]);
        self.point_at(spot);
    }

    // --- the clipboard -----------------------------------------------------------------------------------------

    /// Writes a rectangle of levels as one edit, or none at all with a list of what does not fit.
    pub(super) fn paste_levels(
        &mut self,
        text: &str,
        criteria: &[CriterionId],
        offers: &[OfferId],
        extent: [usize; 2],
    ) {
        let mut rows = table::from_tsv(text);
        if let [row] = rows.as_slice()
            && let [single] = row.as_slice()
        {
            // One value fills the whole selection, as in a spreadsheet.
            rows = vec![vec![single.clone(); extent[1]]; extent[0]];
        }
        let Some(comparison) = self.comparison() else { return };
        let lang = self.words.lang();
        let (mut cells, mut refused) = (Vec::new(), Vec::new());
        for (r, row) in rows.iter().enumerate() {
            for (c, typed) in row.iter().enumerate() {
                let (Some(id), Some(offer)) = (criteria.get(r), offers.get(c)) else {
                    refused.push(self.words.with("paste-beyond", &[("text", typed)]));
                    continue;
                };
                let Some(criterion) = comparison.criterion(*id) else { continue };
                let bare = typed.strip_prefix('\'').unwrap_or(typed);
                match self.words.parse_level(&criterion.scale, comparison.header.currency, bare) {
                    Ok(level) => cells.push((*offer, *id, level)),
                    Err(why) => {
                        let offer = comparison.name_of(*offer).unwrap_or_default();
                        let place = [
                            ("criterion", criterion.name.get(lang)),
                            ("offer", offer.get(lang)),
                            ("text", typed.as_str()),
                            ("why", why.as_str()),
                        ];
                        refused.push(self.words.with("paste-refused", &place));
                    }
                }
            }
        }
        if refused.is_empty() {
            let comparison = comparison.id();
            self.apply_edits(&[Edit::SetLevels { comparison, cells }]);
            return;
        }
        let more = refused.len().saturating_sub(REFUSALS_LISTED);
        refused.truncate(REFUSALS_LISTED);
        if more > 0 {
            refused.push(self.words.count("and-more", more));
        }
        let title = self.words.t("paste-title");
        self.view.dialog = Some(Dialog::Message { title, lines: refused });
    }

    /// Reads comparisons from exchange JSON and adds them as one step.
    pub(super) fn import_text(&mut self, text: &str) -> Result<usize, crate::exchange::ImportError> {
        let Some(document) = &mut self.document else { return Ok(0) };
        let workbook = &mut document.workbook;
        let mut comparisons = json::read(text, &mut workbook.ids)?;
        let mut taken = crate::model::Workbook { comparisons: workbook.comparisons.clone(), ids: workbook.ids.clone() };
        for comparison in &mut comparisons {
            comparison.header.name = taken.free_name(&comparison.header.name);
            taken.comparisons.push(comparison.clone());
        }
        let (count, first) = (comparisons.len(), comparisons.first().map(Comparison::id));
        let own = |c: &Comparison| c.header.example.is_none();
        let at = workbook.comparisons.iter().rposition(own).map_or(0, |i| i + 1);
        self.apply_edits(&[Edit::AddComparisons { comparisons, at, origin: Added::Import }]);
        let Some(first) = first.filter(|id| self.workbook().comparison(*id).is_some()) else { return Ok(0) };
        self.select(first);
        Ok(count)
    }
}
