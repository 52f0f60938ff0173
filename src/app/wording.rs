//! What files and their faults are called in the user's language.

use crate::exchange::{ImportError, Problem};
use crate::model::EditError;
use crate::store::{Failure, Notice, OpenError};
use crate::words::number;

impl crate::words::Words {
    /// What the user should know about a workbook that did open.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::ReadOnly => self.t("notice-read-only"),
            Notice::NetworkOrCloudFolder => self.t("notice-cloud"),
            Notice::Migrated { .. } => self.t("notice-migrated"),
            Notice::BackupFailed(why) => self.with("notice-backup", &[("why", why)]),
        }
    }

    /// Why a workbook does not open, and what to do.
    pub(super) fn open_error(&self, error: &OpenError) -> String {
        match error {
            OpenError::NotFound => self.t("open-not-found"),
            OpenError::Empty => self.t("open-empty"),
            OpenError::NotAWorkbook => self.t("open-not-a-workbook"),
            OpenError::Foreign { application_id } => {
                self.with("open-foreign", &[("id", &format!("{application_id:#010x}"))])
            }
            OpenError::Newer { version, supported } => {
                self.with("open-newer", &[("version", &version.to_string()), ("supported", &supported.to_string())])
            }
            OpenError::AlreadyOpen => self.t("open-already"),
            OpenError::Damaged(what) => self.with("open-damaged", &[("what", what)]),
            OpenError::Unexpected(what) => self.with("open-unexpected", &[("what", what)]),
            OpenError::UncleanReadOnly => self.t("open-unclean"),
            OpenError::AlreadyExists => self.t("open-exists"),
            OpenError::Io(what) => self.with("open-io", &[("what", what)]),
        }
    }

    /// Why something was not saved.
    pub(super) fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::DiskFull => self.t("failure-disk-full"),
            Failure::ReadOnly => self.t("failure-read-only"),
            Failure::FileGone => self.t("failure-file-gone"),
            Failure::Busy => self.t("failure-busy"),
            Failure::OutOfStep => self.t("failure-out-of-step"),
            Failure::Unsound(what) => self.with("failure-unsound", &[("what", what)]),
            Failure::Io(what) => self.with("failure-io", &[("what", what)]),
        }
    }

    /// Why a file cannot be imported, with its place in the file.
    pub(super) fn import_error(&self, error: &ImportError) -> String {
        let what = self.problem(&error.problem);
        if error.path.is_empty() { what } else { self.with("import-at", &[("path", &error.path), ("what", &what)]) }
    }

    fn problem(&self, problem: &Problem) -> String {
        let one = |key: &str, name: &str, value: &str| self.with(key, &[(name, value)]);
        match problem {
            Problem::TooLarge(max) => one("import-too-large", "max", &max.to_string()),
            Problem::TooManyParts(max) => one("import-too-many", "max", &max.to_string()),
            Problem::NotJson(why) => one("import-not-json", "why", why),
            Problem::NotWorthwhile => self.t("import-not-worthwhile"),
            Problem::Newer(version) => one("import-newer", "version", &version.to_string()),
            Problem::Shape(what) => one("import-shape", "what", what),
            Problem::Twice => self.t("import-twice"),
            Problem::KeyTaken(key) => one("import-key-taken", "key", key),
            Problem::KeyBlank => self.t("import-key-blank"),
            Problem::KeyReserved => self.t("import-key-reserved"),
            Problem::UnknownCriterion(known) => one("import-unknown-criterion", "known", known),
            Problem::UnknownLeaf(known) => one("import-unknown-leaf", "known", known),
            Problem::UnknownOffer(known) => one("import-unknown-offer", "known", known),
            Problem::UnknownSegment(known) => one("import-unknown-segment", "known", known),
            Problem::UnknownVariant { word, known } => {
                self.with("import-unknown-variant", &[("word", word), ("known", known)])
            }
            Problem::CaseAndChanges => self.t("import-case-and-changes"),
            Problem::UnknownDimension(known) => one("import-unknown-dimension", "known", known),
            Problem::NotOfKind { field, kind } => self.with("import-not-of-kind", &[("field", field), ("kind", kind)]),
            Problem::NeededByKind { field, kind } => {
                self.with("import-needed-by-kind", &[("field", field), ("kind", kind)])
            }
            Problem::WrongKind(what) => one("import-wrong-kind", "what", what),
            Problem::UnknownCategory { word, known } => {
                self.with("import-unknown-category", &[("word", word), ("known", known)])
            }
            Problem::OutsideRating { level, low, high } => self.with(
                "import-outside-rating",
                &[("level", &number(*level)), ("low", &number(*low)), ("high", &number(*high))],
            ),
            Problem::OutOfRange => self.t("error-out-of-range"),
            Problem::Amount(error) => self.amount_error(*error),
            Problem::Currency(error) => one("import-currency", "code", &error.0),
            Problem::Color(color) => one("import-color", "color", color),
            Problem::Curve(error) => self.edit_error(&EditError::Curve(*error)),
            Problem::Scale(error) => self.edit_error(&EditError::Scale(*error)),
            Problem::MoneyScaleMissing => self.t("import-money-scale"),
            Problem::PriceTwice => self.t("import-price-twice"),
            Problem::NotAPrice => self.t("error-not-a-price"),
            Problem::PriceUnmarked => self.t("import-price-unmarked"),
            Problem::Negative => self.t("import-negative"),
            Problem::WeightSum { set, sum } => {
                self.with("import-weight-sum", &[("set", set), ("sum", &sum.to_string())])
            }
            Problem::WeightOfNothing => self.t("import-weight-of-nothing"),
            Problem::UnknownScope { word, known } => {
                self.with("import-unknown-scope", &[("word", word), ("known", known)])
            }
            Problem::UnsuitedScope { method, known } => {
                self.with("import-unsuited-scope", &[("method", method), ("known", known)])
            }
            Problem::UnknownItem { word, known } => {
                self.with("import-unknown-item", &[("word", word), ("known", known)])
            }
            Problem::NotOfMethod { field, method } => {
                self.with("import-not-of-method", &[("field", field), ("method", method)])
            }
            Problem::NeededByMethod { field, method } => {
                self.with("import-needed-by-method", &[("field", field), ("method", method)])
            }
            Problem::AnsweredTwice => self.t("import-answered-twice"),
            Problem::Answer(error) => self.answer_error(*error),
            Problem::TextTooLong(max) => one("import-text-too-long", "max", &max.to_string()),
            Problem::Unsound(what) => one("error-unsound", "what", what),
        }
    }
}
