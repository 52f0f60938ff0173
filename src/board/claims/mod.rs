//! Findings in words.

mod clause;
mod said;
mod sentence;
mod why;

use crate::claims::{self, Condition, Extent, Finding, Found, Prospect};
use crate::model::{Comparison, CriterionId, Dimension, Header, Leaf, Member, OfferId, Statement, Varied, WeightSet};
use crate::value::{Case, Quantity};
use crate::words::Words;

/// How a claim is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It holds.
    Plain,
    /// It holds, and makes other claims doubtful.
    Warning,
    /// It is pinned and holds no longer.
    Broken,
}

/// A finding and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The sentence.
    pub text: String,
    /// How long it holds, or what broke it; empty for neither.
    pub detail: String,
    /// Both, as they are copied.
    pub whole: String,
    /// How it is to be looked at.
    pub tone: Tone,
    /// True where it stays on the screen.
    pub pinned: bool,
    /// What can be pinned.
    pub statement: Option<Statement>,
    /// Where it can be looked at.
    pub shown: Option<Shown>,
    /// What a screen reader says of the button that pins it, or lets it go.
    pub pin_label: String,
}

/// The figure that shows what a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The bridge from one offer to another.
    Bridge(OfferId, OfferId),
    /// Delivered value along the price of an offer.
    Price(OfferId),
    /// Delivered value along a weight or λ.
    Weight(Quantity),
    /// An offer on the value map.
    Map(OfferId),
}

/// A pinned statement that is no longer true, and the name of the step that broke it.
pub type Blame = (Statement, String);

/// The claims of a case: pinned ones first, in the order they were pinned, then the others by how much they matter.
pub(super) fn claims(case: Case<'_>, blame: &[Blame], words: &Words) -> Vec<Claim> {
    let speaker = Speaker { case, comparison: case.comparison, words };
    let mut found = claims::findings(case);
    let mut claims = Vec::new();
    for pin in &case.comparison.header.pins {
        let place = found.iter().position(|f| f.statement.as_ref() == Some(pin));
        let held = place.map(|i| found.remove(i)).or_else(|| claims::describe(pin, case));
        claims.push(match held {
            Some(found) => speaker.claim(&found, true),
            None => speaker.broken(pin, blame),
        });
    }
    let named = found.iter().filter(|f| is_incomplete(f)).count();
    let pinned = claims.iter().filter(|c| c.pinned && names_incomplete(c)).count();
    claims.extend(found.iter().map(|found| speaker.claim(found, false)));
    let unnamed = case.delivered.complete.iter().filter(|complete| !**complete).count();
    let unnamed = unnamed.saturating_sub(named + pinned);
    if named > 0 && unnamed > 0 {
        let text = words.count("claim-incomplete-more", unnamed);
        claims.push(speaker.finish(text, String::new(), Tone::Warning, None, false));
    }
    claims
}

fn is_incomplete(found: &Found) -> bool {
    matches!(found.finding, Finding::Incomplete { .. })
}

fn names_incomplete(claim: &Claim) -> bool {
    matches!(claim.statement, Some(Statement::CouldWin { .. } | Statement::CannotWin { .. }))
        && claim.tone != Tone::Broken
}

struct Speaker<'a> {
    case: Case<'a>,
    comparison: &'a Comparison,
    words: &'a Words,
}

impl Speaker<'_> {
    /// The figure that a statement is about, given how long it holds.
    fn shown(&self, statement: &Statement, extent: Option<&Extent>) -> Option<Shown> {
        let of_extent = match extent {
            Some(Extent::While(Condition { quantity, .. })) => match *quantity {
                Quantity::Level { offer, criterion } => {
                    (self.header().price == Some(criterion)).then_some(Shown::Price(offer))
                }
                quantity => Some(Shown::Weight(quantity)),
            },
            _ => None,
        };
        match statement {
            Statement::Reasons { offer, rival, .. } => Some(Shown::Bridge(*rival, *offer)),
            Statement::Flip { varied: Varied::Weight(member), .. } => Some(Shown::Weight(Quantity::Weight(*member))),
            Statement::Flip { varied: Varied::Emphasis, .. } => Some(Shown::Weight(Quantity::CostEmphasis)),
            Statement::Flip { varied: Varied::Level(offer, criterion), .. } => {
                (self.header().price == Some(*criterion)).then_some(Shown::Price(*offer))
            }
            Statement::NoPrice { offer, .. } => Some(Shown::Price(*offer)),
            Statement::Never { dimensions, .. } => {
                dimensions.first().map(|d| Shown::Weight(Quantity::Weight(Member::Dimension(*d))))
            }
            Statement::Dominated { offer, .. } | Statement::Ratio { ratio: offer, .. } => Some(Shown::Map(*offer)),
            _ => of_extent,
        }
    }

    fn claim(&self, found: &Found, pinned: bool) -> Claim {
        let text = self.sentence(&found.finding);
        let missing = match &found.finding {
            Finding::Incomplete { offer, missing, .. } => self.missing(*offer, missing),
            _ => String::new(),
        };
        let extent = self.extent(&found.extent);
        let lines: Vec<&str> = [missing.as_str(), extent.as_str()].into_iter().filter(|l| !l.is_empty()).collect();
        let tone = match &found.finding {
            Finding::Incomplete { .. } | Finding::Outside { .. } => Tone::Warning,
            _ => Tone::Plain,
        };
        let mut claim = self.finish(text, lines.join("\n"), tone, found.statement.clone(), pinned);
        claim.shown = found.statement.as_ref().and_then(|said| self.shown(said, Some(&found.extent)));
        claim
    }

    fn broken(&self, pin: &Statement, blame: &[Blame]) -> Claim {
        let why = claims::broken(pin, self.case).map(|why| self.why(pin, &why)).unwrap_or_default();
        let step = blame.iter().find(|(statement, _)| statement == pin).map(|(_, step)| step);
        let detail = match step {
            Some(step) => self.words.with("claim-broken-since", &[("step", step), ("why", &why)]),
            None => self.words.with("claim-broken", &[("why", &why)]),
        };
        self.finish(self.said(pin), detail, Tone::Broken, Some(pin.clone()), true)
    }

    fn finish(&self, text: String, detail: String, tone: Tone, statement: Option<Statement>, pinned: bool) -> Claim {
        let whole = if detail.is_empty() { text.clone() } else { format!("{text}\n{detail}") };
        let key = if pinned { "claim-unpin-this" } else { "claim-pin-this" };
        let pin_label = self.words.with(key, &[("claim", &text)]);
        let shown = statement.as_ref().and_then(|said| self.shown(said, None));
        Claim { text, detail, whole, tone, pinned, statement, shown, pin_label }
    }

    // --- names -----------------------------------------------------------------------------------------------------

    fn header(&self) -> &Header {
        &self.comparison.header
    }

    /// The name of an offer, with its store where another offer bears the same name.
    fn named(&self, id: OfferId) -> String {
        let lang = self.words.lang();
        let Some(offer) = self.comparison.offer(id) else { return String::new() };
        let (name, store) = (offer.name.get(lang), offer.store.get(lang));
        let namesakes = self.comparison.offers.iter().filter(|o| o.name.get(lang) == name).count();
        if namesakes > 1 && !store.is_empty() {
            self.words.with("offer-at-store", &[("offer", name), ("store", store)])
        } else {
            name.to_owned()
        }
    }

    fn dimension(&self, dimension: Dimension) -> String {
        self.words.dimension(dimension, &self.header().dimensions[dimension.index()])
    }

    fn dimensions(&self, dimensions: &[Dimension]) -> String {
        self.words.list(&dimensions.iter().map(|d| self.dimension(*d)).collect::<Vec<_>>())
    }

    fn criterion(&self, id: CriterionId) -> String {
        self.comparison.criterion(id).map(|c| c.name.get(self.words.lang()).to_owned()).unwrap_or_default()
    }

    /// The name of a leaf; money by the name of its criterion where there is one only.
    fn leaf(&self, leaf: Leaf) -> String {
        match leaf {
            Leaf::Criterion(id) => self.criterion(id),
            Leaf::Ownership => {
                let mut money = self.comparison.money_criteria();
                match (money.next(), money.next()) {
                    (Some(only), None) => only.name.get(self.words.lang()).to_owned(),
                    _ => self.words.t("ownership"),
                }
            }
        }
    }

    fn member(&self, member: Member) -> String {
        match member {
            Member::Dimension(dimension) => self.dimension(dimension),
            Member::Leaf(leaf) => self.leaf(leaf),
        }
    }

    /// What a member's weight is a part of.
    fn set_of(&self, member: Member) -> String {
        match self.comparison.set_of(member) {
            Some(WeightSet::Side(crate::model::Side::Value)) => self.words.t("claim-of-value"),
            Some(WeightSet::Side(crate::model::Side::Cost)) => self.words.t("claim-of-cost"),
            Some(WeightSet::Dimension(dimension)) => self.dimension(dimension),
            None => String::new(),
        }
    }

    fn missing(&self, offer: OfferId, missing: &[Leaf]) -> String {
        let Some(index) = self.case.offer(offer) else { return String::new() };
        let names = missing.iter().flat_map(|l| super::column::missing_names(self.comparison, *l, index, self.words));
        self.words.with("claim-missing", &[("names", &self.words.list(&names.collect::<Vec<_>>()))])
    }
}

/// Whether an incomplete offer could win, as its sentence says it.
fn prospect_key(prospect: Prospect) -> &'static str {
    match prospect {
        Prospect::Unknown => "claim-incomplete",
        Prospect::CouldWin(_) => "claim-could-win",
        Prospect::CannotWin(..) => "claim-cannot-win",
    }
}
