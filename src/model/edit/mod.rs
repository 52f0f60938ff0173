//! Everything a user can do to a workbook, as values that go through one door.
//!
//! [`Edit::changes`] validates and says which rows change; it does not touch the workbook. Applying, undoing and
//! saving all work on those rows.

mod answers;
mod apply;
mod comparisons;
mod criteria;
mod doubts;
mod draft;
mod error;
mod expectation;
mod fit;
mod levels;
mod money;
mod moved;
mod offers;
mod pins;
mod rules;
mod segments;
mod variants;

pub use error::EditError;
pub(super) use rules::{check_name_length, check_note_length, check_ownership, check_scale_names};
pub use variants::changes_between;

use super::answers::{Answers, Given, Scope};
use super::comparison::{Account, Comparison, Criterion, Offer, Ownership, Segment};
use super::difference::Difference;
use super::dimension::Dimension;
use super::doubt::Doubt;
use super::history::Label;
use super::id::{ComparisonId, CriterionId, OfferId, SegmentId, VariantId};
use super::lever::LeverSet;
use super::money::Currency;
use super::scale::{Level, Scale};
use super::statement::Statement;
use super::text::Text;
use super::variant::Variant;
use super::weights::{Leaf, Member, Share, WeightSet};
use super::workbook::{Change, Workbook};

/// What a user says of an offer.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferDetails {
    /// Name.
    pub name: Text,
    /// Store or seller.
    pub store: Text,
    /// One of ours.
    pub ours: bool,
    /// Red, green, blue of its dot.
    pub color: [u8; 3],
    /// A remark.
    pub note: Text,
}

impl OfferDetails {
    /// What is said of `offer` now.
    #[must_use]
    pub fn of(offer: &Offer) -> Self {
        Self {
            name: offer.name.clone(),
            store: offer.store.clone(),
            ours: offer.ours,
            color: offer.color,
            note: offer.note.clone(),
        }
    }
}

/// Where comparisons that are added come from; only the words of Undo depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// Made empty.
    New,
    /// A copy of another one.
    Duplicate,
    /// Read from a file.
    Import,
    /// A shipped example.
    Example,
}

/// One thing that a user can do.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields name what the variant needs")]
pub enum Edit {
    /// Adds comparisons before the one at `at`.
    AddComparisons { comparisons: Vec<Comparison>, at: usize, origin: Added },
    /// Deletes a comparison with all its parts.
    RemoveComparison { comparison: ComparisonId },
    /// Puts all parts of `replacement` in the place of a comparison: “restore example”.
    ReplaceComparison { comparison: ComparisonId, replacement: Box<Comparison> },
    /// Puts a comparison as it reckons in the other account, with all its parts, in the place of itself.
    ConvertAccount { comparison: ComparisonId, converted: Box<Comparison> },
    /// Moves a comparison to a place in the list.
    MoveComparison { comparison: ComparisonId, to: usize },
    /// Names a comparison and its note.
    DescribeComparison { comparison: ComparisonId, name: Text, note: Text },
    /// Changes the currency; amounts keep their number of units.
    SetCurrency { comparison: ComparisonId, currency: Currency },
    /// Changes how money is added up and scored.
    SetOwnership { comparison: ComparisonId, ownership: Ownership },
    /// Renames a dimension; `None` gives the theory's name back.
    RenameDimension { comparison: ComparisonId, dimension: Dimension, name: Option<Text> },
    /// Hides or shows a dimension without criteria.
    HideDimension { comparison: ComparisonId, dimension: Dimension, hidden: bool },
    /// Adds a criterion at a place within its dimension, with levels where it is a copy.
    AddCriterion { comparison: ComparisonId, criterion: Box<Criterion>, at: usize, levels: Vec<(OfferId, Level)> },
    /// Deletes a criterion, its levels and its weight.
    RemoveCriterion { comparison: ComparisonId, criterion: CriterionId },
    /// Moves a criterion to a place in a dimension of the same side.
    MoveCriterion { comparison: ComparisonId, criterion: CriterionId, dimension: Dimension, to: usize },
    /// Names a criterion and its note.
    DescribeCriterion { comparison: ComparisonId, criterion: CriterionId, name: Text, note: Text },
    /// Changes a scale; levels that do not fit it are lost.
    SetScale { comparison: ComparisonId, criterion: CriterionId, scale: Scale },
    /// Moves the anchors of a scale and spreads its points over 0…100, with or without keeping what a step is worth.
    FitScale { comparison: ComparisonId, leaf: Leaf, anchors: Option<[f64; 2]>, keep_trade_offs: bool },
    /// Marks a once-paid criterion as *the price*.
    SetPrice { comparison: ComparisonId, criterion: CriterionId },
    /// Adds an offer at a place.
    AddOffer { comparison: ComparisonId, offer: Box<Offer>, at: usize },
    /// Deletes an offer with its levels.
    RemoveOffer { comparison: ComparisonId, offer: OfferId },
    /// Moves an offer to a place.
    MoveOffer { comparison: ComparisonId, offer: OfferId, to: usize },
    /// Names an offer, its store, colour and note.
    DescribeOffer { comparison: ComparisonId, offer: OfferId, details: OfferDetails },
    /// Writes what the seller of an offer could change, and how far it shall be ahead.
    SetLevers { comparison: ComparisonId, offer: OfferId, levers: LeverSet },
    /// Writes levels: one cell, or a paste; under [`OfferId::EXPECTED`] those that are expected.
    SetLevels { comparison: ComparisonId, cells: Vec<(OfferId, CriterionId, Option<Level>)> },
    /// Writes the remark on a level.
    SetLevelNote { comparison: ComparisonId, offer: OfferId, criterion: CriterionId, note: Text },
    /// Adds what the buyer expects: at first what is usual among the offers, see [`super::Expectation::usual`].
    AddExpectation { comparison: ComparisonId },
    /// Forgets what the buyer expects.
    RemoveExpectation { comparison: ComparisonId },
    /// Writes levels that offers turn out to have in use; `None` is as bought.
    SetLevelsAfterUse { comparison: ComparisonId, cells: Vec<(OfferId, CriterionId, Option<Level>)> },
    /// Writes a whole set of weights.
    SetWeights { comparison: ComparisonId, segment: SegmentId, set: WeightSet, shares: Vec<(Member, Share)> },
    /// Says that a weight holds for the range that its scale has now, with or without moving it so that a step is worth
    /// what it was.
    ConfirmRange { comparison: ComparisonId, segment: SegmentId, leaf: Leaf, keep_trade_offs: bool },
    /// Gives the weight of a leaf to another one of its side; without one, to those that it is weighed against.
    MoveWeight { comparison: ComparisonId, segment: SegmentId, from: Leaf, to: Option<Leaf> },
    /// Holds a finding about the model to be no problem.
    Dismiss { comparison: ComparisonId, doubt: Doubt },
    /// Tells a dismissed finding again.
    BringBack { comparison: ComparisonId, doubt: Doubt },
    /// Keeps what was said about what matters; `given` are the weights that follow, where they are to be used.
    Answer { comparison: ComparisonId, segment: SegmentId, scope: Scope, answers: Answers, given: Option<Given> },
    /// Keeps a sentence on the screen.
    PinClaim { comparison: ComparisonId, statement: Statement },
    /// Lets a sentence go again.
    UnpinClaim { comparison: ComparisonId, statement: Statement },
    /// Sets λ.
    SetCostEmphasis { comparison: ComparisonId, segment: SegmentId, cost_emphasis: f64 },
    /// Adds a kind of buyer at a place; its position is given here.
    AddSegment { comparison: ComparisonId, segment: Box<Segment>, at: usize },
    /// Deletes a kind of buyer with its weights; never “Everyone”.
    RemoveSegment { comparison: ComparisonId, segment: SegmentId },
    /// Moves a kind of buyer to a place.
    MoveSegment { comparison: ComparisonId, segment: SegmentId, to: usize },
    /// Names a kind of buyer.
    DescribeSegment { comparison: ComparisonId, segment: SegmentId, name: Text },
    /// Sets the relative number of buyers.
    SetSegmentSize { comparison: ComparisonId, segment: SegmentId, size: f64 },
    /// Sets the choice sharpness μ.
    SetSharpness { comparison: ComparisonId, segment: SegmentId, sharpness: f64 },
    /// Sets the CDV of buying nothing; `None` where everybody buys.
    SetBuysNothing { comparison: ComparisonId, segment: SegmentId, cdv: Option<f64> },
    /// Money account: sets what a kind of buyer multiplies a criterion's amount by.
    SetMultiplier { comparison: ComparisonId, segment: SegmentId, criterion: CriterionId, factor: f64 },
    /// Keeps a what-if by name, behind the others; its position is given here.
    AddVariant { comparison: ComparisonId, variant: Box<Variant> },
    /// Names a variant and its reason.
    DescribeVariant { comparison: ComparisonId, variant: VariantId, name: Text, reason: Text },
    /// Changes what a variant lays over the real case.
    SetVariant { comparison: ComparisonId, variant: VariantId, differences: Vec<Difference> },
    /// Deletes a variant; its children then branch from its parent.
    RemoveVariant { comparison: ComparisonId, variant: VariantId },
    /// Makes a what-if real; `name` is the variant's where it has one.
    ApplyDifferences { comparison: ComparisonId, differences: Vec<Difference>, name: Option<Text> },
}

impl Edit {
    /// The rows that this edit changes, each before and after; empty where it changes nothing.
    ///
    /// # Errors
    /// [`EditError`] with the rule that the edit would break; the workbook is not touched either way.
    pub fn changes(&self, workbook: &Workbook) -> Result<Vec<Change>, EditError> {
        apply::changes(self, workbook)
    }

    /// The comparison whose content it changes: what goes to a what-if where one is open.
    ///
    /// `None` for edits of the list of comparisons, of what a comparison is called, of its account (a what-if has that
    /// of the real case), of its variants and of what is pinned.
    #[must_use]
    pub fn content_of(&self) -> Option<ComparisonId> {
        match self {
            Self::AddComparisons { .. }
            | Self::RemoveComparison { .. }
            | Self::ReplaceComparison { .. }
            | Self::ConvertAccount { .. }
            | Self::MoveComparison { .. }
            | Self::DescribeComparison { .. }
            | Self::AddVariant { .. }
            | Self::DescribeVariant { .. }
            | Self::SetVariant { .. }
            | Self::RemoveVariant { .. }
            | Self::ApplyDifferences { .. }
            | Self::PinClaim { .. }
            | Self::UnpinClaim { .. } => None,
            Self::SetCurrency { comparison, .. }
            | Self::SetOwnership { comparison, .. }
            | Self::RenameDimension { comparison, .. }
            | Self::HideDimension { comparison, .. }
            | Self::AddCriterion { comparison, .. }
            | Self::RemoveCriterion { comparison, .. }
            | Self::MoveCriterion { comparison, .. }
            | Self::DescribeCriterion { comparison, .. }
            | Self::SetScale { comparison, .. }
            | Self::FitScale { comparison, .. }
            | Self::ConfirmRange { comparison, .. }
            | Self::MoveWeight { comparison, .. }
            | Self::Dismiss { comparison, .. }
            | Self::BringBack { comparison, .. }
            | Self::SetPrice { comparison, .. }
            | Self::AddOffer { comparison, .. }
            | Self::RemoveOffer { comparison, .. }
            | Self::MoveOffer { comparison, .. }
            | Self::DescribeOffer { comparison, .. }
            | Self::SetLevers { comparison, .. }
            | Self::SetLevels { comparison, .. }
            | Self::SetLevelNote { comparison, .. }
            | Self::AddExpectation { comparison }
            | Self::RemoveExpectation { comparison }
            | Self::SetLevelsAfterUse { comparison, .. }
            | Self::SetWeights { comparison, .. }
            | Self::Answer { comparison, .. }
            | Self::SetCostEmphasis { comparison, .. }
            | Self::AddSegment { comparison, .. }
            | Self::RemoveSegment { comparison, .. }
            | Self::MoveSegment { comparison, .. }
            | Self::DescribeSegment { comparison, .. }
            | Self::SetSegmentSize { comparison, .. }
            | Self::SetSharpness { comparison, .. }
            | Self::SetBuysNothing { comparison, .. }
            | Self::SetMultiplier { comparison, .. } => Some(*comparison),
        }
    }

    /// The name of this edit behind Undo.
    #[must_use]
    pub fn label(&self, workbook: &Workbook) -> Label {
        let (key, name) = self.label_parts(workbook);
        Label { key: format!("edit-{key}"), name: name.unwrap_or_default() }
    }

    fn label_parts(&self, workbook: &Workbook) -> (&'static str, Option<Text>) {
        let comparison_of = |id: ComparisonId| workbook.comparison(id);
        let comparison_name = |id| comparison_of(id).map(|c| c.header.name.clone());
        let criterion_name = |id, criterion| comparison_of(id)?.criterion(criterion).map(|c| c.name.clone());
        let variant_name = |id, variant| comparison_of(id)?.variant(variant).map(|v| v.name.clone());
        let offer_name = |id, offer| comparison_of(id)?.offer(offer).map(|o| o.name.clone());
        match self {
            Self::AddComparisons { comparisons, origin, .. } => {
                let key = match origin {
                    Added::New => "add-comparison",
                    Added::Duplicate => "duplicate-comparison",
                    Added::Import => "import",
                    Added::Example => "restore-example",
                };
                (key, comparisons.first().map(|c| c.header.name.clone()))
            }
            Self::RemoveComparison { comparison } => ("remove-comparison", comparison_name(*comparison)),
            Self::ReplaceComparison { replacement, .. } => ("restore-example", Some(replacement.header.name.clone())),
            Self::ConvertAccount { comparison, converted } => {
                let key = match converted.header.account {
                    Account::Points => "convert-to-points",
                    Account::Money => "convert-to-money",
                };
                (key, comparison_name(*comparison))
            }
            Self::MoveComparison { comparison, .. } => ("move-comparison", comparison_name(*comparison)),
            Self::DescribeComparison { name, .. } => ("rename-comparison", Some(name.clone())),
            Self::SetCurrency { currency, .. } => ("set-currency", Some(currency.code().into())),
            Self::SetOwnership { .. } => ("set-ownership", None),
            Self::RenameDimension { .. } => ("rename-dimension", None),
            Self::HideDimension { hidden: true, .. } => ("hide-dimension", None),
            Self::HideDimension { hidden: false, .. } => ("show-dimension", None),
            Self::AddCriterion { criterion, .. } => ("add-criterion", Some(criterion.name.clone())),
            Self::RemoveCriterion { comparison, criterion } => {
                ("remove-criterion", criterion_name(*comparison, *criterion))
            }
            Self::MoveCriterion { comparison, criterion, .. } => {
                ("move-criterion", criterion_name(*comparison, *criterion))
            }
            Self::DescribeCriterion { name, .. } => ("rename-criterion", Some(name.clone())),
            Self::SetScale { comparison, criterion, .. } => ("set-scale", criterion_name(*comparison, *criterion)),
            Self::FitScale { comparison, leaf, .. } => match leaf {
                Leaf::Ownership => ("fit-money-scale", None),
                Leaf::Criterion(id) => ("fit-scale", criterion_name(*comparison, *id)),
            },
            Self::ConfirmRange { comparison, leaf, keep_trade_offs, .. } => match (leaf, keep_trade_offs) {
                (Leaf::Ownership, true) => ("keep-money-trade-offs", None),
                (Leaf::Ownership, false) => ("confirm-money-weight", None),
                (Leaf::Criterion(id), true) => ("keep-trade-offs", criterion_name(*comparison, *id)),
                (Leaf::Criterion(id), false) => ("confirm-weight", criterion_name(*comparison, *id)),
            },
            Self::MoveWeight { comparison, from, .. } => match from {
                Leaf::Ownership => ("move-money-weight", None),
                Leaf::Criterion(id) => ("move-weight", criterion_name(*comparison, *id)),
            },
            Self::Dismiss { .. } => ("dismiss-finding", None),
            Self::BringBack { .. } => ("bring-finding-back", None),
            Self::SetPrice { comparison, criterion } => ("set-price", criterion_name(*comparison, *criterion)),
            Self::AddOffer { offer, .. } => ("add-offer", Some(offer.name.clone())),
            Self::RemoveOffer { comparison, offer } => ("remove-offer", offer_name(*comparison, *offer)),
            Self::MoveOffer { comparison, offer, .. } => ("move-offer", offer_name(*comparison, *offer)),
            Self::DescribeOffer { details, .. } => ("describe-offer", Some(details.name.clone())),
            Self::SetLevers { comparison, offer, .. } => ("set-levers", offer_name(*comparison, *offer)),
            Self::AddExpectation { .. } => ("add-expectation", None),
            Self::RemoveExpectation { .. } => ("remove-expectation", None),
            Self::SetLevelsAfterUse { comparison, cells } => match cells.as_slice() {
                [(_, criterion, _)] => ("set-level-after-use", criterion_name(*comparison, *criterion)),
                _ => ("set-levels-after-use", None),
            },
            Self::SetLevels { comparison, cells } => match cells.as_slice() {
                [(OfferId::EXPECTED, criterion, _)] => ("set-expected-level", criterion_name(*comparison, *criterion)),
                [(_, criterion, Some(_))] => ("set-level", criterion_name(*comparison, *criterion)),
                [(_, criterion, None)] => ("clear-level", criterion_name(*comparison, *criterion)),
                _ => ("set-levels", None),
            },
            Self::SetLevelNote { comparison, criterion, .. } => {
                ("set-level-note", criterion_name(*comparison, *criterion))
            }
            Self::SetWeights { set: WeightSet::Side(_), .. } => ("set-side-weights", None),
            Self::SetWeights { set: WeightSet::Dimension(_), .. } => ("set-dimension-weights", None),
            Self::SetCostEmphasis { .. } => ("set-cost-emphasis", None),
            Self::Answer { given: None, .. } => ("answer", None),
            Self::Answer { given: Some(_), .. } => ("answer-weights", None),
            Self::AddSegment { .. }
            | Self::RemoveSegment { .. }
            | Self::MoveSegment { .. }
            | Self::DescribeSegment { .. }
            | Self::SetSegmentSize { .. }
            | Self::SetSharpness { .. }
            | Self::SetBuysNothing { .. }
            | Self::SetMultiplier { .. } => self.buyer_label_parts(workbook).unwrap_or(("rename-segment", None)),
            Self::PinClaim { .. } => ("pin-claim", None),
            Self::UnpinClaim { .. } => ("unpin-claim", None),
            Self::AddVariant { variant, .. } => ("add-variant", Some(variant.name.clone())),
            Self::DescribeVariant { name, .. } => ("describe-variant", Some(name.clone())),
            Self::SetVariant { comparison, variant, .. } => ("set-variant", variant_name(*comparison, *variant)),
            Self::RemoveVariant { comparison, variant } => ("remove-variant", variant_name(*comparison, *variant)),
            Self::ApplyDifferences { name: Some(name), .. } => ("apply-variant", Some(name.clone())),
            Self::ApplyDifferences { name: None, .. } => ("apply-what-if", None),
        }
    }

    /// The name of an edit of a kind of buyer; `None` for any other.
    fn buyer_label_parts(&self, workbook: &Workbook) -> Option<(&'static str, Option<Text>)> {
        let criterion_name = |id, criterion| workbook.comparison(id)?.criterion(criterion).map(|c| c.name.clone());
        let segment_name = |id, segment| workbook.comparison(id)?.segment(segment).map(|s| s.name.clone());
        Some(match self {
            Self::AddSegment { segment, .. } => ("add-segment", Some(segment.name.clone())),
            Self::RemoveSegment { comparison, segment } => ("remove-segment", segment_name(*comparison, *segment)),
            Self::MoveSegment { comparison, segment, .. } => ("move-segment", segment_name(*comparison, *segment)),
            Self::DescribeSegment { name, .. } => ("rename-segment", Some(name.clone())),
            Self::SetSegmentSize { comparison, segment, .. } => {
                ("set-segment-size", segment_name(*comparison, *segment))
            }
            Self::SetSharpness { comparison, segment, .. } => ("set-sharpness", segment_name(*comparison, *segment)),
            Self::SetBuysNothing { comparison, segment, .. } => {
                ("set-buys-nothing", segment_name(*comparison, *segment))
            }
            Self::SetMultiplier { comparison, criterion, .. } => {
                ("set-multiplier", criterion_name(*comparison, *criterion))
            }
            _ => return None,
        })
    }
}
