//! What mends a finding, in words, with what becomes of CDV and ranks.

use super::{CheckMend, NAMED, Teller};
use crate::board::CHECKED_AT_ONCE;
use crate::model::{Edit, IdSource, Leaf, Workbook};
use crate::value::lint::{Finding, Mend, MendKind};
use crate::value::{Delivered, Prepared, ties};
use crate::words::signed;

impl Teller<'_> {
    pub(super) fn mend(&self, finding: &Finding, mend: Mend) -> CheckMend {
        let words = self.words;
        let leaf = match finding {
            Finding::Outside { leaf, .. }
            | Finding::Wide { leaf, .. }
            | Finding::MissesEnd { leaf, .. }
            | Finding::RangeChanged { leaf, .. } => Some(*leaf),
            _ => None,
        };
        let range = match (leaf, mend.anchors) {
            (Some(leaf), Some(anchors)) => self.range(leaf, anchors),
            _ => words.t("check-whole-points"),
        };
        let given = |from: Leaf, to: Leaf| [("from", self.leaf(from)), ("to", self.leaf(to))];
        match mend.kind {
            MendKind::GiveWeight { from, to } => {
                let names = given(from, to);
                return self.button("mend-give", "mend-give-tip", &named(&names), mend.edit);
            }
            MendKind::PutAside { leaf } => {
                let names = given(leaf, leaf);
                let tip = if self.in_points() { "mend-aside-tip" } else { "mend-aside-money-tip" };
                return self.button("mend-aside", tip, &named(&names), mend.edit);
            }
            _ => {}
        }
        let (text, tip) = match mend.kind {
            MendKind::FitKeepTradeOffs => ("mend-fit-trade-offs", "mend-fit-trade-offs-tip"),
            MendKind::FitKeepWeights => ("mend-fit-weights", "mend-fit-weights-tip"),
            MendKind::Fit => ("mend-fit", "mend-fit-tip"),
            MendKind::KeepTradeOffs => ("mend-trade-offs", "mend-trade-offs-tip"),
            _ => ("mend-holds", "mend-holds-tip"),
        };
        let text = words.with(text, &[("range", &range)]);
        let name = leaf.map(|leaf| self.leaf(leaf)).unwrap_or_default();
        let label = words.with("mend-label", &[("mend", &text), ("leaf", &name)]);
        let effect = if mend.kind == MendKind::StillHolds { String::new() } else { self.effect(&mend.edit) };
        CheckMend { text, label, tip: words.t(tip), effect, edit: mend.edit }
    }

    /// A mend whose own words say all that a screen reader has to say.
    fn button(&self, key: &str, tip: &str, names: &[(&str, &str)], edit: Edit) -> CheckMend {
        let text = self.words.with(key, names);
        let tip = self.words.with(tip, names);
        CheckMend { label: text.clone(), text, tip, effect: self.effect(&edit), edit }
    }

    /// Dismisses a finding, or brings it back.
    pub(super) fn settle(&self, finding: &Finding, text: &str, is_open: bool) -> Option<CheckMend> {
        let (comparison, doubt) = (self.comparison.id(), finding.doubt(self.case)?);
        let ([key, label, tip], edit) = if is_open {
            (["check-dismiss", "check-dismiss-label", "check-dismiss-tip"], Edit::Dismiss { comparison, doubt })
        } else {
            (["check-back", "check-back-label", "check-back-tip"], Edit::BringBack { comparison, doubt })
        };
        let label = self.words.with(label, &[("what", text)]);
        let (text, tip) = (self.words.t(key), self.words.t(tip));
        Some(CheckMend { text, label, tip, effect: String::new(), edit })
    }

    /// What becomes of CDV and ranks: “Ranks stay; CDV: TCL +38.1 → +37.2”.
    fn effect(&self, edit: &Edit) -> String {
        if self.comparison.offers.len() > CHECKED_AT_ONCE {
            return String::new();
        }
        let mut alone = Workbook { comparisons: vec![self.comparison.clone()], ids: IdSource::starting_at(1) };
        let Ok(changes) = edit.changes(&alone) else { return String::new() };
        alone.apply(&changes);
        let after = alone.comparisons.first();
        let Some((after, segment)) = after.and_then(|c| Some((c, c.segment(self.case.segment.id)?))) else {
            return String::new();
        };
        self.changed(self.case.delivered, Prepared::new(after, segment).case().delivered)
    }

    fn changed(&self, before: &Delivered, now: &Delivered) -> String {
        let words = self.words;
        let figures = |o: usize| [before.cdv[o], now.cdv[o]].map(|cdv| signed(cdv, self.places));
        let ranks = |o: usize| [before.rank[o], now.rank[o]];
        let complete = |o: &usize| before.complete[*o] && now.complete[*o];
        let mut offers: Vec<usize> = (0..before.cdv.len()).filter(complete).collect();
        if offers.iter().all(|&o| ties(before.cdv[o], now.cdv[o])) {
            return words.t("mend-effect-none");
        }
        offers.sort_by_key(|&o| now.rank[o]);
        let moves = offers.iter().any(|&o| ranks(o)[0] != ranks(o)[1]);
        offers.retain(|&o| !moves || ranks(o)[0] != ranks(o)[1]);
        let told = |&o: &usize| {
            let name = self.comparison.offers[o].name.get(words.lang());
            let ([from, to], [rank, new]) = (figures(o), ranks(o).map(|rank| rank.to_string()));
            let key = if moves { "mend-effect-rank" } else { "mend-effect-offer" };
            words.with(key, &[("offer", name), ("from", &from), ("to", &to), ("rank", &rank), ("new", &new)])
        };
        let mut list: Vec<String> = offers.iter().take(NAMED).map(told).collect();
        if offers.len() > NAMED {
            list.push(words.count("check-more-offers", offers.len() - NAMED));
        }
        let key = if moves { "mend-effect-ranks" } else { "mend-effect-stay" };
        words.with(key, &[("list", &list.join(&words.t("mend-effect-separator")))])
    }
}

fn named<'a>(names: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    names.iter().map(|(key, name)| (*key, name.as_str())).collect()
}
