//! What went wrong, in the user's language.

use super::{NumberError, Words, number};
use crate::model::{AmountError, AnswerError, CurveError, EditError, LevelError, LeverRule, ScaleError};

impl Words {
    /// Why an edit was refused and what to do.
    #[must_use]
    pub fn edit_error(&self, error: &EditError) -> String {
        let with = |key: &str, name: &str, value: String| self.with(key, &[(name, &value)]);
        match error {
            EditError::Gone => self.t("error-gone"),
            EditError::NameEmpty => self.t("error-name-empty"),
            EditError::NameTooLong(max) => with("error-name-too-long", "max", max.to_string()),
            EditError::NoteTooLong(max) => with("error-note-too-long", "max", max.to_string()),
            EditError::NameTaken(name) => with("error-name-taken", "name", name.get(self.lang()).to_owned()),
            EditError::VariantNameTaken(name) => {
                with("error-variant-name-taken", "name", name.get(self.lang()).to_owned())
            }
            EditError::SegmentNameTaken(name) => {
                with("error-segment-name-taken", "name", name.get(self.lang()).to_owned())
            }
            EditError::EveryoneStays => self.t("error-everyone-stays"),
            EditError::SegmentSize => self.t("error-segment-size"),
            EditError::Sharpness => self.t("error-sharpness"),
            EditError::BuysNothing => self.t("error-buys-nothing"),
            EditError::Multiplier => self.t("error-multiplier"),
            EditError::Level { criterion, offer, error } => {
                let [criterion, offer] = [criterion, offer].map(|name| name.get(self.lang()));
                self.with(
                    "error-level",
                    &[("criterion", criterion), ("offer", offer), ("why", &self.level_error(*error))],
                )
            }
            EditError::Scale(error) => self.scale_error(*error),
            EditError::Curve(error) => self.curve_error(error),
            EditError::Amount(error) => self.amount_error(*error),
            EditError::VariantAmount { variant, error } => self.with(
                "error-variant-amount",
                &[("name", variant.get(self.lang())), ("why", &self.amount_error(*error))],
            ),
            EditError::MoneyOutsideMonetary => self.t("error-money-outside-monetary"),
            EditError::MoneyCurve => self.t("error-money-curve"),
            EditError::Years => self.t("error-years"),
            EditError::Rate => self.t("error-rate"),
            EditError::NotAPrice => self.t("error-not-a-price"),
            EditError::OtherSide => self.t("error-other-side"),
            EditError::DimensionInUse => self.t("error-dimension-in-use"),
            EditError::WeightMembers => self.t("error-weight-members"),
            EditError::WeightSum => self.t("error-weight-sum"),
            EditError::CostEmphasis => self.t("error-cost-emphasis"),
            EditError::Answer(rule) => self.answer_error(*rule),
            EditError::Lever(rule) => self.lever_error(*rule),
            EditError::TooMany(max) => with("error-too-many", "max", max.to_string()),
            EditError::Unsound(what) => with("error-unsound", "what", what.clone()),
        }
    }

    /// Why answers about what matters were refused.
    #[must_use]
    pub fn answer_error(&self, rule: AnswerError) -> String {
        self.t(match rule {
            AnswerError::Method => "error-answer-method",
            AnswerError::Item => "error-answer-item",
            AnswerError::Twice => "error-answer-twice",
            AnswerError::Number => "error-answer-number",
            AnswerError::Ratio => "error-answer-ratio",
            AnswerError::Level => "error-answer-level",
            AnswerError::Choice => "error-answer-choice",
            AnswerError::TooMany => "error-answer-too-many",
        })
    }

    /// Why levers were refused.
    #[must_use]
    pub fn lever_error(&self, rule: LeverRule) -> String {
        self.t(match rule {
            LeverRule::Misfit => "error-lever-misfit",
            LeverRule::Twice => "error-lever-twice",
            LeverRule::Step => "error-lever-step",
            LeverRule::Cost => "error-lever-cost",
            LeverRule::Bounds => "error-lever-bounds",
            LeverRule::Margin => "error-lever-margin",
        })
    }

    /// Why a level does not fit its scale.
    #[must_use]
    pub fn level_error(&self, error: LevelError) -> String {
        match error {
            LevelError::WrongKind => self.t("error-level-kind"),
            LevelError::OutsideRating { low, high } => {
                self.with("error-level-rating", &[("low", &number(low)), ("high", &number(high))])
            }
            LevelError::NotFinite => self.t("error-out-of-range"),
            LevelError::UnknownCategory => self.t("error-level-category"),
        }
    }

    /// Why a text is not a number.
    #[must_use]
    pub fn number_error(&self, error: NumberError) -> String {
        self.t(match error {
            NumberError::Empty => "error-no-number",
            NumberError::NotANumber => "error-not-a-number",
            NumberError::DecimalComma => "error-decimal-comma",
            NumberError::OutOfRange => "error-out-of-range",
        })
    }

    /// Why a number is not an amount.
    #[must_use]
    pub fn amount_error(&self, error: AmountError) -> String {
        match error {
            AmountError::TooLarge => self.t("error-out-of-range"),
            AmountError::TooFine { decimals } => self.choose("error-amount-decimals", &[("decimals", decimals)], &[]),
        }
    }

    fn curve_error(&self, error: &CurveError) -> String {
        match error {
            CurveError::TooFewPoints => self.t("error-curve-too-few"),
            CurveError::TooManyPoints => self.t("error-curve-too-many"),
            CurveError::RepeatedLevel(x) => self.with("error-curve-repeated", &[("level", &number(*x))]),
            CurveError::NotFinite => self.t("error-out-of-range"),
            CurveError::TooSteep => self.t("error-curve-steep"),
        }
    }

    fn scale_error(&self, error: ScaleError) -> String {
        self.t(match error {
            ScaleError::RatingBounds => "error-rating-bounds",
            ScaleError::TooFewCategories => "error-categories-too-few",
            ScaleError::TooManyCategories => "error-categories-too-many",
            ScaleError::CategoryName => "error-category-name",
            ScaleError::PointsRange => "error-points-range",
            ScaleError::Judgement => "error-level-judgement",
            ScaleError::RandomIndex => "error-level-random-index",
            ScaleError::NotFinite => "error-out-of-range",
            ScaleError::RatingInMoneyAccount => "error-rating-in-money",
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{EditError, Lang, LevelError, Text};
    use crate::words::Words;

    #[test]
    fn names_are_said_in_the_language_of_the_sentence() {
        let name = |en, zh| Text::twin(en, zh);
        let taken = EditError::NameTaken(name("Coffee", "咖啡"));
        let level = EditError::Level {
            criterion: name("Price", "价格"),
            offer: name("Corner shop", "街角小店"),
            error: LevelError::WrongKind,
        };
        let said = |lang, error: &EditError| Words::new(lang).edit_error(error);
        assert!(said(Lang::En, &taken).contains("Coffee") && said(Lang::Zh, &taken).contains("咖啡"));
        let (english, chinese) = (said(Lang::En, &level), said(Lang::Zh, &level));
        assert!(english.contains("Price") && english.contains("Corner shop"), "{english}");
        assert!(chinese.contains("价格") && chinese.contains("街角小店"), "{chinese}");
        assert!(level.to_string().starts_with("Price, Corner shop: "));
        assert_eq!(taken.to_string(), "another comparison is already named “Coffee”");
    }
}
