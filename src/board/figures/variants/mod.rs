//! The real case and its variants side by side.

mod changed;
mod gap;
mod ranks;

use std::borrow::Cow;

pub use changed::name as difference_name;
pub(super) use changed::{changed_data, changed_figure};
pub use gap::GapOptions;
pub(super) use gap::{gap_data, gap_figure, is_heavy};
pub(super) use ranks::{ranks_data, ranks_figure};

use super::Seen;
use crate::model::{Comparison, VariantId};
use crate::value::{Compiled, Delivered, Weighting};

/// A case: the real one, or a variant.
pub type CaseOf = Option<VariantId>;

/// Which cases are shown side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct CasesOptions {
    /// Width of the picture.
    pub width: f32,
    /// The cases, in order; those that are gone are passed over.
    pub cases: Vec<CaseOf>,
}

/// More cases than this are not shown side by side.
pub const CASES_MAX: usize = 12;

/// The real case, also where a what-if is shown: a variant is always held against it.
fn real(seen: Seen<'_>) -> &Comparison {
    seen.board.real_case().unwrap_or(seen.comparison)
}

/// The name of a case; `None` where the variant is gone.
fn case_name(seen: Seen<'_>, case: CaseOf) -> Option<String> {
    match case {
        None => Some(seen.words.t("case-real")),
        Some(id) => real(seen).variant(id).map(|v| v.name.get(seen.words.lang()).to_owned()),
    }
}

/// The comparison as a case has it; `None` where the variant is gone.
fn case_comparison(seen: Seen<'_>, case: CaseOf) -> Option<Cow<'_, Comparison>> {
    match case {
        None => Some(Cow::Borrowed(real(seen))),
        Some(id) => real(seen).variant(id).map(|v| Cow::Owned(v.of(real(seen)))),
    }
}

/// A case with what it delivers.
struct Shown<'a> {
    name: String,
    comparison: Cow<'a, Comparison>,
    /// Nothing where the case does not know the kind of buyer.
    delivered: Delivered,
}

impl<'a> Shown<'a> {
    fn new(seen: Seen<'a>, case: CaseOf) -> Option<Self> {
        let comparison = case_comparison(seen, case)?;
        let mut delivered = Delivered::default();
        if let Some(segment) = comparison.segment(seen.board.segment) {
            let compiled = Compiled::new(&comparison);
            compiled.deliver(&Weighting::of(segment, &compiled), &mut delivered);
        }
        Some(Self { name: case_name(seen, case)?, comparison, delivered })
    }

    /// Rank and CDV of an offer; `None` where it is not there or incomplete.
    fn standing(&self, offer: crate::model::OfferId) -> Option<(u32, f64)> {
        let place = self.comparison.offers.iter().position(|o| o.id == offer)?;
        let rank = self.delivered.rank.get(place).copied().filter(|rank| *rank > 0)?;
        Some((rank, self.delivered.cdv[place]))
    }
}

/// The cases that are there, as many as are shown.
fn shown<'a>(seen: Seen<'a>, options: &CasesOptions) -> Vec<Shown<'a>> {
    options.cases.iter().filter_map(|&case| Shown::new(seen, case)).take(CASES_MAX).collect()
}
