//! Findings in sentences.

use super::Teller;
use crate::board::figures::charts::dimension_name;
use crate::value::lint::Finding;
use crate::words::{number, percent};

impl Teller<'_> {
    /// The finding, and why it is doubtful.
    pub(super) fn said(&self, finding: &Finding) -> (String, String) {
        let words = self.words;
        match finding {
            Finding::Missing { leaf, offers, .. } => {
                let text = self.of_offers("check-missing", *leaf, offers, &[]);
                (text, words.t("check-missing-why"))
            }
            Finding::Outside { leaf, offers, anchors, flat, .. } => {
                let range = self.range(*leaf, *anchors);
                let text = self.of_offers("check-outside", *leaf, offers, &[("range", &range)]);
                (text, words.t(if *flat { "check-outside-flat-why" } else { "check-outside-why" }))
            }
            Finding::RangeChanged { leaf, given, now } => {
                let named = self.has_named_levels(*leaf);
                let [given, now] = [given, now].map(|range| self.range(*leaf, *range));
                let key = if named { "check-points-changed" } else { "check-range-changed" };
                let text = words.with(key, &[("leaf", &self.leaf(*leaf)), ("given", &given), ("now", &now)]);
                (text, words.t("check-range-changed-why"))
            }
            Finding::Together { leaves, correlation, offers, weights } => {
                let [one, other] = leaves.map(|leaf| self.leaf(leaf));
                let r = number((correlation * 100.0).round() / 100.0);
                let text = words.choose(
                    "check-together",
                    &[("count", u32::try_from(*offers).unwrap_or(u32::MAX))],
                    &[("one", &one), ("other", &other), ("r", &r)],
                );
                let why = if self.in_points() {
                    let [one, other] = weights.map(percent);
                    words.with("check-together-why", &[("one", &one), ("other", &other)])
                } else {
                    words.t("check-together-money-why")
                };
                (text, why)
            }
            Finding::Wide { leaf, levels, anchors, points } => {
                let [levels, anchors] = [levels, anchors].map(|range| self.range(*leaf, *range));
                let named = [("leaf", self.leaf(*leaf)), ("levels", levels), ("anchors", anchors)];
                let named: Vec<(&str, &str)> = named.iter().map(|(key, text)| (*key, text.as_str())).collect();
                let points = number((points * 10.0).round() / 10.0);
                (words.with("check-wide", &named), words.with("check-wide-why", &[("points", &points)]))
            }
            Finding::MissesEnd { leaf, reached } => {
                let [low, high] = reached.map(|y| number((y * 10.0).round() / 10.0));
                let leaf = self.leaf(*leaf);
                let text = words.with("check-misses", &[("leaf", &leaf), ("low", &low), ("high", &high)]);
                (text, words.t("check-misses-why"))
            }
            Finding::AllEqual { leaf, weight, same_level } => {
                let key = if *same_level { "check-equal" } else { "check-equal-scale" };
                let text = words.with(key, &[("leaf", &self.leaf(*leaf))]);
                let why = if self.in_points() {
                    words.with("check-equal-why", &[("weight", &percent(*weight))])
                } else {
                    words.t("check-equal-money-why")
                };
                (text, why)
            }
            Finding::Dominated { offer, by, others } => {
                let [offer, by] = [offer, by].map(|id| self.offer(*id));
                let count = u32::try_from(*others).unwrap_or(u32::MAX);
                let text = words.choose("check-dominated", &[("count", count)], &[("offer", &offer), ("by", &by)]);
                (text, words.t("check-dominated-why"))
            }
            Finding::ZeroWeight { leaf } => {
                let text = words.with("check-zero", &[("name", &self.leaf(*leaf))]);
                (text, words.t("check-zero-why"))
            }
            Finding::ZeroDimension { dimension, .. } => {
                let name = dimension_name(self.comparison, *dimension, words);
                (words.with("check-zero", &[("name", &name)]), words.t("check-zero-dimension-why"))
            }
        }
    }
}
