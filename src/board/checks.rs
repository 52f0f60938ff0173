//! What is doubtful in the model, in words, with what mends it and where to look.

use super::figures::charts::dimension_name;
use super::quantity::{leaf_name, price_text};
use crate::model::{Comparison, Edit, Leaf, OfferId, Scale};
use crate::value::Case;
use crate::value::lint::{self, Finding, Mend, MendKind, Place, Weightiness};
use crate::words::{Words, number, percent};

/// A finding in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// True where it can make the answer wrong.
    pub matters: bool,
    /// What was found.
    pub text: String,
    /// Why it is doubtful; empty where more of a kind are only counted.
    pub why: String,
    /// Where to look.
    pub jumps: Vec<CheckJump>,
    /// What one click can mend.
    pub mends: Vec<CheckMend>,
}

/// A button that leads to what a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckJump {
    /// What stands on it.
    pub text: String,
    /// What a screen reader says of it.
    pub label: String,
    /// Where it leads; a row or a column that is not said is any.
    pub place: Place,
}

/// A button that mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckMend {
    /// What stands on it.
    pub text: String,
    /// What a screen reader says of it.
    pub label: String,
    /// What it does.
    pub tip: String,
    /// One step.
    pub edit: Edit,
}

/// All findings of a model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// What matters first.
    pub all: Vec<Check>,
    /// The number of findings, those that are only counted among them.
    pub count: usize,
    /// The number of findings that matter.
    pub matter: usize,
}

/// More findings of a kind than this are counted.
const OF_A_KIND: usize = 10;
/// More offers than this are counted.
const NAMED: usize = 4;

/// The findings of a case in words.
pub(super) fn checks(case: Case<'_>, words: &Words) -> Checks {
    let found = lint::findings(case);
    let teller = Teller { case, comparison: case.comparison, words };
    let count = found.len();
    let matter = found.iter().filter(|f| f.weightiness() == Weightiness::Matters).count();
    let is_alike = |a: &Finding, b: &Finding| {
        (std::mem::discriminant(a), a.weightiness()) == (std::mem::discriminant(b), b.weightiness())
    };
    let mut all = Vec::new();
    for kind in found.chunk_by(is_alike) {
        all.extend(kind.iter().take(OF_A_KIND).map(|finding| teller.check(finding)));
        let more = kind.len().saturating_sub(OF_A_KIND);
        if more > 0 {
            let matters = kind.first().is_some_and(|f| f.weightiness() == Weightiness::Matters);
            all.push(Check { matters, text: words.count("check-more", more), ..blank() });
        }
    }
    Checks { all, count, matter }
}

fn blank() -> Check {
    Check { matters: false, text: String::new(), why: String::new(), jumps: Vec::new(), mends: Vec::new() }
}

struct Teller<'a> {
    case: Case<'a>,
    comparison: &'a Comparison,
    words: &'a Words,
}

impl Teller<'_> {
    fn check(&self, finding: &Finding) -> Check {
        let words = self.words;
        let (text, why) = self.said(finding);
        let places = finding.places(self.case);
        let jump = |place: &Place| {
            let label = words.with("check-jump-label", &[("what", &text), ("where", &self.place(*place))]);
            let text = if places.len() == 1 {
                words.t("check-jump")
            } else {
                words.with("check-jump-to", &[("where", &self.place(*place))])
            };
            CheckJump { text, label, place: *place }
        };
        // A row and a column are needed to put the cursor somewhere.
        let is_somewhere = !self.comparison.offers.is_empty() && !self.comparison.criteria.is_empty();
        let jumps = places.iter().filter(|_| is_somewhere).map(jump).collect();
        let mends = lint::mends(finding, self.case).into_iter().map(|mend| self.mend(finding, mend)).collect();
        let matters = finding.weightiness() == Weightiness::Matters;
        Check { matters, text, why, jumps, mends }
    }

    /// The finding, and why it is doubtful.
    fn said(&self, finding: &Finding) -> (String, String) {
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

    fn mend(&self, finding: &Finding, mend: Mend) -> CheckMend {
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
        let (text, tip) = match mend.kind {
            MendKind::FitKeepTradeOffs => ("mend-fit-trade-offs", "mend-fit-trade-offs-tip"),
            MendKind::FitKeepWeights => ("mend-fit-weights", "mend-fit-weights-tip"),
            MendKind::Fit => ("mend-fit", "mend-fit-tip"),
            MendKind::KeepTradeOffs => ("mend-trade-offs", "mend-trade-offs-tip"),
            MendKind::StillHolds => ("mend-holds", "mend-holds-tip"),
        };
        let text = words.with(text, &[("range", &range)]);
        let name = leaf.map(|leaf| self.leaf(leaf)).unwrap_or_default();
        let label = words.with("mend-label", &[("mend", &text), ("leaf", &name)]);
        CheckMend { text, label, tip: words.t(tip), edit: mend.edit }
    }

    // --- names and figures -----------------------------------------------------------------------------------------

    fn in_points(&self) -> bool {
        self.comparison.header.account == crate::model::Account::Points
    }

    fn leaf(&self, leaf: Leaf) -> String {
        leaf_name(self.comparison, self.words, leaf)
    }

    fn offer(&self, id: OfferId) -> String {
        self.comparison.offer(id).map(|o| o.name.get(self.words.lang()).to_owned()).unwrap_or_default()
    }

    /// The name of a row, of a column, or of both.
    fn place(&self, place: Place) -> String {
        let lang = self.words.lang();
        let criterion =
            place.criterion.and_then(|id| self.comparison.criterion(id)).map(|c| c.name.get(lang).to_owned());
        match (criterion, place.offer.map(|id| self.offer(id))) {
            (Some(criterion), Some(offer)) => {
                self.words.with("level-of-offer", &[("criterion", &criterion), ("offer", &offer)])
            }
            (one, other) => one.or(other).unwrap_or_default(),
        }
    }

    /// A message about some offers and a leaf; many offers are counted.
    fn of_offers(&self, key: &str, leaf: Leaf, offers: &[OfferId], more: &[(&str, &str)]) -> String {
        let words = self.words;
        let mut names: Vec<String> = offers.iter().take(NAMED).map(|id| self.offer(*id)).collect();
        let rest = offers.len().saturating_sub(NAMED);
        if rest > 0 {
            names.push(words.count("check-more-offers", rest));
        }
        let (leaf, names) = (self.leaf(leaf), words.list(&names));
        let arguments: Vec<(&str, &str)> =
            [("leaf", leaf.as_str()), ("offers", &names)].into_iter().chain(more.iter().copied()).collect();
        words.choose(key, &[("count", u32::try_from(offers.len()).unwrap_or(u32::MAX))], &arguments)
    }

    fn has_named_levels(&self, leaf: Leaf) -> bool {
        let Leaf::Criterion(id) = leaf else { return false };
        self.comparison.criterion(id).is_some_and(|c| matches!(c.scale, Scale::Category { .. }))
    }

    /// “0 to 6 years”, “¥2,000 to ¥6,000”.
    fn range(&self, leaf: Leaf, ends: [f64; 2]) -> String {
        let words = self.words;
        let unit = match leaf {
            Leaf::Ownership => {
                let currency = self.comparison.header.currency;
                let [low, high] = ends.map(|minor| price_text(self.comparison, words, currency.units(minor)));
                return words.with("check-range", &[("low", &low), ("high", &high)]);
            }
            Leaf::Criterion(id) => match self.comparison.criterion(id).map(|c| &c.scale) {
                Some(Scale::Measure { unit, .. }) => unit.get(words.lang()).to_owned(),
                _ => String::new(),
            },
        };
        let [low, high] = ends.map(|x| number((x * 1e6).round() / 1e6));
        if unit.is_empty() {
            return words.with("check-range", &[("low", &low), ("high", &high)]);
        }
        words.with("check-range-unit", &[("low", &low), ("high", &high), ("unit", &unit)])
    }
}
