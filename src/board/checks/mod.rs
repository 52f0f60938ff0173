//! What is doubtful in the model, in words, with what mends it and where to look.

mod mends;
mod pair;
mod said;

pub use pair::CheckPair;

use super::quantity::{leaf_name, price_text};
use crate::model::{Comparison, Edit, Leaf, OfferId, Scale};
use crate::value::Case;
use crate::value::lint::{self, Finding, Place, Sorted, Weightiness};
use crate::words::{Words, number};

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
    /// Dismisses it, or brings it back; `None` where a mend says the same, and where more of a kind are only counted.
    pub settle: Option<CheckMend>,
    /// Two criteria over the offers, where it is about two.
    pub pair: Option<CheckPair>,
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
    /// True where it leads to the scale of that row instead of to the table.
    pub to_scale: bool,
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
    /// What becomes of CDV and ranks; empty where that is not known, or nothing comes of it.
    pub effect: String,
    /// One step.
    pub edit: Edit,
}

/// All findings of a model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// What matters first.
    pub all: Vec<Check>,
    /// The number of findings, those that are only counted among them and dismissed ones not.
    pub count: usize,
    /// The number of findings that matter.
    pub matter: usize,
    /// What was dismissed.
    pub dismissed: Vec<Check>,
    /// “Dismissed (2)”; empty where nothing was.
    pub dismissed_title: String,
}

/// More findings of a kind than this are counted.
const OF_A_KIND: usize = 10;
/// More offers than this are counted.
const NAMED: usize = 4;

/// The findings of a case in words; figures to so many `places`.
pub(super) fn checks(case: Case<'_>, words: &Words, places: usize) -> Checks {
    let Sorted { open, dismissed } = lint::sorted(case);
    let teller = Teller { case, comparison: case.comparison, words, places };
    let count = open.len();
    let matter = open.iter().filter(|f| f.weightiness() == Weightiness::Matters).count();
    let title = words.count("check-dismissed", dismissed.len());
    Checks {
        all: teller.told(&open, true),
        count,
        matter,
        dismissed_title: if dismissed.is_empty() { String::new() } else { title },
        dismissed: teller.told(&dismissed, false),
    }
}

fn blank() -> Check {
    Check {
        matters: false,
        text: String::new(),
        why: String::new(),
        jumps: Vec::new(),
        mends: Vec::new(),
        settle: None,
        pair: None,
    }
}

struct Teller<'a> {
    case: Case<'a>,
    comparison: &'a Comparison,
    words: &'a Words,
    places: usize,
}

impl Teller<'_> {
    /// Findings in words, some of each kind; the others of it are counted. Each that is dismissed can be brought back.
    fn told(&self, found: &[Finding], is_open: bool) -> Vec<Check> {
        let is_alike = |a: &Finding, b: &Finding| {
            (std::mem::discriminant(a), a.weightiness()) == (std::mem::discriminant(b), b.weightiness())
        };
        let most = if is_open { OF_A_KIND } else { usize::MAX };
        let mut all = Vec::new();
        for kind in found.chunk_by(is_alike) {
            all.extend(kind.iter().take(most).map(|finding| self.check(finding, is_open)));
            let more = kind.len().saturating_sub(most);
            if more > 0 {
                let matters = kind.first().is_some_and(|f| f.weightiness() == Weightiness::Matters);
                all.push(Check { matters, text: self.words.count("check-more", more), ..blank() });
            }
        }
        all
    }

    fn check(&self, finding: &Finding, is_open: bool) -> Check {
        let words = self.words;
        let (text, why) = self.said(finding);
        let settle = self.settle(finding, &text, is_open);
        if !is_open {
            return Check { text, settle, ..blank() };
        }
        let places = finding.places(self.case);
        let jump = |place: &Place| {
            let label = words.with("check-jump-label", &[("what", &text), ("where", &self.place(*place))]);
            let text = if places.len() == 1 {
                words.t("check-jump")
            } else {
                words.with("check-jump-to", &[("where", &self.place(*place))])
            };
            CheckJump { text, label, place: *place, to_scale: false }
        };
        // A row and a column are needed to put the cursor somewhere.
        let is_somewhere = !self.comparison.offers.is_empty() && !self.comparison.criteria.is_empty();
        let jumps = places.iter().filter(|_| is_somewhere).map(jump).chain(self.to_scale(finding, &places)).collect();
        let mends = lint::mends(finding, self.case).into_iter().map(|mend| self.mend(finding, mend)).collect();
        let matters = finding.weightiness() == Weightiness::Matters;
        Check { matters, pair: self.pair(finding), text, why, jumps, mends, settle }
    }

    /// Leads to the page of the scale that a finding is about.
    fn to_scale(&self, finding: &Finding, places: &[Place]) -> Option<CheckJump> {
        let leaf = match finding {
            Finding::Outside { leaf, .. }
            | Finding::RangeChanged { leaf, .. }
            | Finding::Wide { leaf, .. }
            | Finding::MissesEnd { leaf, .. }
            | Finding::AllEqual { leaf, same_level: false, .. } => *leaf,
            _ => return None,
        };
        let label = self.words.with("check-scale-label", &[("leaf", &self.leaf(leaf))]);
        let place = *places.first().filter(|place| place.criterion.is_some())?;
        Some(CheckJump { text: self.words.t("check-scale"), label, place, to_scale: true })
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
