//! Findings as things to dismiss: what is still to be looked at, and what somebody has looked at.

use super::{Finding, findings};
use crate::model::Doubt;
use crate::value::case::Case;

/// The findings of a model, those that were dismissed apart from the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sorted {
    /// What is still to be looked at, in the order of [`findings`].
    pub open: Vec<Finding>,
    /// What is held to be no problem, in the same order.
    pub dismissed: Vec<Finding>,
}

/// [`findings`], sorted by what `Header::dismissed` covers.
#[must_use]
pub fn sorted(case: Case<'_>) -> Sorted {
    let known = &case.comparison.header.dismissed;
    let is_dismissed = |finding: &Finding| {
        !known.is_empty() && finding.doubt(case).is_some_and(|doubt| known.iter().any(|known| known.covers(&doubt)))
    };
    let (dismissed, open) = findings(case).into_iter().partition(is_dismissed);
    Sorted { open, dismissed }
}

impl Finding {
    /// What is kept where it is dismissed.
    ///
    /// `None` for a weight that was given for another range: who holds that to be right says that the weight still
    /// holds, which is one of its mends and ends the finding itself.
    #[must_use]
    pub fn doubt(&self, case: Case<'_>) -> Option<Doubt> {
        let segment = case.segment.id;
        Some(match self {
            Self::Missing { leaf, offers, .. } => {
                Doubt::MissingLevels { leaf: *leaf, offers: offers.iter().copied().collect() }
            }
            Self::Outside { leaf, offers, anchors, flat, .. } => {
                let offers = offers.iter().copied().collect();
                Doubt::OutsideScale { leaf: *leaf, offers, anchors: *anchors, flat: *flat }
            }
            Self::RangeChanged { .. } => return None,
            Self::Together { leaves, .. } => Doubt::MoveTogether { leaves: *leaves },
            Self::Wide { leaf, anchors, .. } => Doubt::WideScale { leaf: *leaf, anchors: *anchors },
            Self::MissesEnd { leaf, reached } => Doubt::MissesAnEnd { leaf: *leaf, reached: *reached },
            Self::AllEqual { leaf, same_level, .. } => Doubt::AllEqual { leaf: *leaf, same_level: *same_level },
            Self::Dominated { offer, by, .. } => Doubt::Dominated { offer: *offer, by: *by },
            Self::ZeroWeight { leaf } => Doubt::ZeroWeight { segment, leaf: *leaf },
            Self::ZeroDimension { dimension, .. } => Doubt::ZeroDimension { segment, dimension: *dimension },
        })
    }
}
