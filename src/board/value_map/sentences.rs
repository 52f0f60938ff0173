//! What the value map says.

use super::Map;
use crate::value::{Dominators, ties};

/// Names that one sentence lists; the table and the data have more.
pub(super) const NAMES_MAX: usize = 5;
/// Dominated offers that get a sentence of their own.
const SENTENCES_MAX: usize = 12;

impl Map<'_> {
    /// What was pointed at first, then who is dominated by whom, who is efficient, and who is above fair value.
    pub(super) fn sentences(&self, told: Option<usize>) -> Vec<String> {
        let words = self.words();
        let is_shown = |o: &usize| self.board().delivered.complete.get(*o) == Some(&true);
        let mut said: Vec<String> = told.filter(is_shown).map(|o| self.told(o)).into_iter().collect();
        let complete = self.complete();
        if complete == 1 {
            said.push(words.t("map-only-one"));
            return said;
        }
        said.extend(self.dominated());
        if self.frontier.len() == complete {
            said.push(words.t("map-none-dominated"));
        } else {
            said.push(words.with("map-efficient", &[("offers", &self.names(&self.frontier, 2 * NAMES_MAX))]));
        }
        said.extend(self.fair_sentences());
        if self.fair.slope == 0.0 {
            said.push(words.t("map-lambda-0"));
        }
        said
    }

    fn dominated(&self) -> Vec<String> {
        let words = self.words();
        let is_dominated = |o: &&usize| !self.efficient[**o] || !self.dominance.of(**o).is_empty();
        let mut said = Vec::new();
        let mut more = 0;
        for &o in self.shown.iter().filter(is_dominated) {
            if said.len() == SENTENCES_MAX {
                more += 1;
                continue;
            }
            let Dominators { on_every_criterion, on_totals } = self.dominance.of(o);
            let everywhere = self.names(&on_every_criterion, NAMES_MAX);
            let totals = self.names(&on_totals, NAMES_MAX);
            let key = match (everywhere.is_empty(), totals.is_empty()) {
                (false, true) => "map-dominated-everywhere",
                (false, false) => "map-dominated-both",
                (true, _) => "map-dominated-totals",
            };
            said.push(words.with(key, &[("offer", self.name(o)), ("by", &everywhere), ("totals", &totals)]));
        }
        if more > 0 {
            said.push(words.count("map-more-dominated", more));
        }
        said
    }

    fn fair_sentences(&self) -> Vec<String> {
        let words = self.words();
        let is_fair = |o: usize| {
            let cdv = self.board().delivered.cdv[o];
            ties(cdv, cdv - self.distance(o))
        };
        let by_distance = |offers: Vec<usize>| {
            let told = |&o: &usize| {
                let amount = self.plain(self.distance(o).abs());
                words.with("map-offer-by", &[("offer", self.name(o)), ("amount", &amount)])
            };
            let mut told: Vec<String> = offers.iter().take(NAMES_MAX).map(told).collect();
            if offers.len() > NAMES_MAX {
                told.push(words.count("map-more-offers", offers.len() - NAMES_MAX));
            }
            words.list(&told)
        };
        let side = |above: bool| {
            let offers = self.board().ranked().filter(|&o| !is_fair(o) && (self.distance(o) > 0.0) == above);
            offers.collect::<Vec<usize>>()
        };
        let (above, below) = (side(true), side(false));
        if above.is_empty() && below.is_empty() {
            return vec![words.t("map-all-fair")];
        }
        let mut said = vec![words.with("map-above", &[("offers", &by_distance(above))])];
        if !below.is_empty() {
            said.push(words.with("map-below", &[("offers", &by_distance(below))]));
        }
        said.push(words.t("map-fair-about"));
        said
    }
}
