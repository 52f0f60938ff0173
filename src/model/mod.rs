//! What a user edits, and the one door through which everything is edited.
//!
//! A [`Workbook`] holds [`Comparison`]s. An [`Edit`] is validated against it and becomes [`Change`]s, rows before
//! and after; a [`History`] keeps them. Nothing here knows of files, screens or scores.

mod answers;
mod check;
mod comparison;
mod currency_change;
mod curve;
mod curve_shape;
mod difference;
mod dimension;
mod doubt;
mod edit;
mod expectation;
mod history;
mod id;
mod judged;
mod lever;
mod midvalue;
mod money;
mod order;
mod overlay;
mod ranges;
mod renumber;
mod scale;
mod segment;
mod starter;
mod statement;
mod text;
mod variant;
mod weights;
mod workbook;

pub use answers::{
    Alternative, AnswerError, Answers, ChoiceAnswer, Elicited, Given, Ground, Item, Judgement, Method, Order,
    RankMethod, Scope, SwingAnswer,
};
pub use check::{Rule, Unsound, check};
pub use comparison::{
    Account, Comparison, Criterion, DimensionInfo, Header, Offer, Ownership, Segment, is_money_curve, leaf_of,
    money_line,
};
pub use currency_change::in_currency;
pub use curve::{Beyond, Curve, CurveError};
pub use curve_shape::CurveShape;
pub use difference::{Changed, Difference, Expecting, RowChanges, Structure, differences};
pub use dimension::{Dimension, Side};
pub use doubt::Doubt;
pub use edit::{Added, Edit, EditError, OfferDetails, changes_between};
pub use expectation::Expectation;
pub use history::{History, Label, Step};
pub use id::{CategoryId, ComparisonId, CriterionId, IdSource, OfferId, SegmentId, VariantId};
pub use judged::{conform_judgements, judge, judgement};
pub use lever::{Lever, LeverRule, LeverSet, Reach};
pub use midvalue::{Bend, MidValue, MidValueError, bends_both_ways};
pub use money::{AMOUNT_MAX_MINOR, AmountError, Currency, CurrencyError, KNOWN_CURRENCIES};
pub use order::{Slot, nth, slot};
pub use overlay::overlay;
pub use ranges::{Ranges, record_ranges};
pub use scale::{Category, Level, LevelError, Paid, Scale, ScaleError, ScaleKind};
pub use segment::BuyerPreset;
pub use starter::{
    OFFER_COLORS, blank_criterion, blank_offer, keep_one_language, new_comparison, new_comparison_in_money,
};
pub use statement::{Statement, Varied};
pub use text::{Lang, NAME_MAX_CHARS, NOTE_MAX_CHARS, Text};
pub use variant::Variant;
pub use weights::{Leaf, Member, SUM_TOLERANCE, Share, WeightSet, Weights, equalised, reshare, reshare_pair};
pub use workbook::{Change, Part, Row, Workbook, inverse, rows, shares_wording};
