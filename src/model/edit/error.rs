//! Why an edit is refused.

use crate::model::answers::AnswerError;
use crate::model::curve::CurveError;
use crate::model::lever::LeverRule;
use crate::model::money::AmountError;
use crate::model::scale::{LevelError, ScaleError};
use crate::model::text::{Lang, Text};

/// The rule that an edit would break. `words` says it to people in both languages; `Display` is English.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EditError {
    /// The thing to be changed is no longer there.
    #[error("what was to be changed is no longer there")]
    Gone,
    /// An empty name.
    #[error("a name is needed")]
    NameEmpty,
    /// A name longer than [`crate::model::NAME_MAX_CHARS`].
    #[error("the name is longer than {0} characters")]
    NameTooLong(usize),
    /// A note longer than [`crate::model::NOTE_MAX_CHARS`].
    #[error("the note is longer than {0} characters")]
    NoteTooLong(usize),
    /// Another comparison has this name.
    #[error("another comparison is already named “{name}”", name = .0.get(Lang::En))]
    NameTaken(Text),
    /// Another variant of the comparison has this name.
    #[error("another variant is already named “{name}”", name = .0.get(Lang::En))]
    VariantNameTaken(Text),
    /// Another segment of the comparison has this name.
    #[error("another kind of buyer is already named “{name}”", name = .0.get(Lang::En))]
    SegmentNameTaken(Text),
    /// “Everyone” cannot be deleted.
    #[error("“everyone” stays in every comparison")]
    EveryoneStays,
    /// A size below 0, too large, or not a number.
    #[error("the size of a kind of buyer goes from 0 to 1,000,000,000")]
    SegmentSize,
    /// μ below 0, too large, or not a number.
    #[error("the choice sharpness μ goes from 0 to 1,000,000,000")]
    Sharpness,
    /// A CDV of buying nothing that is too far from 0, or not a number.
    #[error("the CDV of buying nothing goes from −1,000,000,000 to 1,000,000,000")]
    BuysNothing,
    /// A multiplier below 0, too large, or not a number; or one of money, which counts at face value.
    #[error("a multiplier goes from 0 to 1,000,000,000; money counts at face value")]
    Multiplier,
    /// A level does not fit its scale.
    #[error("{criterion}, {offer}: {error}", criterion = .criterion.get(Lang::En), offer = .offer.get(Lang::En))]
    Level {
        /// Name of the criterion.
        criterion: Text,
        /// Name of the offer.
        offer: Text,
        /// The broken rule.
        error: LevelError,
    },
    /// A scale breaks a rule.
    #[error(transparent)]
    Scale(#[from] ScaleError),
    /// Control points break a rule.
    #[error(transparent)]
    Curve(#[from] CurveError),
    /// An amount does not fit the currency.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// An amount in a variant does not fit the currency that the comparison is to have.
    #[error("what-if “{name}”: {error}", name = .variant.get(Lang::En))]
    VariantAmount {
        /// Name of the variant.
        variant: Text,
        /// The broken rule.
        error: AmountError,
    },
    /// Money outside the monetary dimension.
    #[error("money criteria stand only under Monetary")]
    MoneyOutsideMonetary,
    /// A money scale that falls, or leaves 0…100.
    #[error("the money scale must not fall and must stay between 0 and 100 points")]
    MoneyCurve,
    /// Years of ownership outside 1…100.
    #[error("years of ownership go from 1 to 100")]
    Years,
    /// A discount rate outside −50 %…1000 %.
    #[error("the yearly rate goes from −50 % to 1000 %")]
    Rate,
    /// Only a once-paid criterion can be the price.
    #[error("only an amount that is paid once can be the price")]
    NotAPrice,
    /// A criterion cannot change sides.
    #[error("a criterion stays on its side: value and cost are never mixed")]
    OtherSide,
    /// A dimension with criteria cannot be hidden.
    #[error("a dimension with criteria cannot be hidden; delete or move its criteria first")]
    DimensionInUse,
    /// The shares do not name each member of the set once.
    #[error("the weights do not fit the criteria")]
    WeightMembers,
    /// Shares below 0 or not summing to 1.
    #[error("weights must not be negative and must add up to 100 %")]
    WeightSum,
    /// λ below 0, or not a number.
    #[error("the cost emphasis λ goes from 0 to 1000")]
    CostEmphasis,
    /// Answers about what matters break a rule.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// Levers break a rule.
    #[error(transparent)]
    Lever(#[from] LeverRule),
    /// More parts than a comparison takes.
    #[error("a comparison takes at most {0} of these")]
    TooMany(usize),
    /// A comparison that contradicts itself (a level without its criterion, weights of nothing, …).
    #[error("the comparison is not sound: {0}")]
    Unsound(String),
}
