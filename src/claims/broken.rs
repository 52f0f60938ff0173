//! Why a statement that was true is true no longer.

use super::condition::Ground;
use super::{dominance, winner};
use crate::model::{Dimension, Leaf, OfferId, Side, Statement};
use crate::value::{Case, bridge, ties};

/// What stands against a statement now, with today's figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Broken {
    /// There is no longer anything to hold the offer against.
    NoRival,
    /// An offer that it names is incomplete now.
    Incomplete(OfferId),
    /// An offer that was incomplete is complete now.
    Complete(OfferId),
    /// Another offer now delivers more, by so much.
    Overtaken(OfferId, f64),
    /// Another offer now delivers as much.
    Tied(OfferId),
    /// This dimension now speaks most for the offer.
    Strongest(Dimension),
    /// This dimension now speaks most against the offer.
    Weakest(Dimension),
    /// Nothing speaks against the offer now.
    NothingAgainst,
    /// Nothing speaks for the offer now.
    NothingFor,
    /// The change would no longer do it, or another offer would be there first.
    OtherChange,
    /// There is a price now that would do it.
    PriceWouldDo,
    /// The weight of this dimension could change the winner now.
    Could(Dimension),
    /// The offer is now better than the other one on this leaf.
    BetterOn(OfferId, Leaf),
    /// Two offers are now equal on every criterion.
    Equal,
    /// By ratio this offer now comes first.
    ByRatio(OfferId),
    /// There is no clear winner by ratio now.
    NoRatio,
    /// The winner would stay, with the level as it is or cut.
    CutChangesNothing,
    /// The best levels would now put the offer first.
    BestWouldWin,
    /// Even the best levels would not put the offer first now.
    BestWouldNot,
}

/// What stands against `statement`; `None` where it holds.
#[must_use]
pub fn broken(statement: &Statement, case: Case<'_>) -> Option<Broken> {
    if super::holds(statement, case) {
        return None;
    }
    let is_incomplete = |id: &OfferId| case.offer(*id).is_none_or(|o| !case.delivered.complete[o]);
    let may_be_incomplete = matches!(statement, Statement::CouldWin { .. } | Statement::CannotWin { .. });
    let missing = statement.offers().into_iter().find(is_incomplete).filter(|_| !may_be_incomplete);
    if let Some(offer) = missing {
        return Some(Broken::Incomplete(offer));
    }
    Some(match statement {
        Statement::Winner { offer } => not_first(case, *offer).unwrap_or(Broken::NoRival),
        Statement::Tie { offers } => offers.iter().find_map(|o| not_first(case, *o)).unwrap_or(Broken::NoRival),
        Statement::Reasons { offer, rival, strongest, weakest } => {
            other_reason(case, *offer, *rival, *strongest, *weakest)
        }
        Statement::Flip { winner, .. } => not_first(case, *winner).unwrap_or(Broken::OtherChange),
        Statement::NoPrice { .. } => Broken::PriceWouldDo,
        Statement::Never { winner, dimensions } => not_first(case, *winner).unwrap_or_else(|| {
            let could = |d: &&Dimension| {
                case.offer(*winner).is_some_and(|w| !super::never::holds(case, w, std::slice::from_ref(*d)))
            };
            dimensions.iter().find(could).map_or(Broken::NoRival, |d| Broken::Could(*d))
        }),
        Statement::Dominated { offer, by } => not_dominated(case, *offer, *by),
        Statement::Ratio { difference, .. } => not_first(case, *difference).unwrap_or_else(|| {
            let best = super::ratio::best_ratio(case);
            best.map_or(Broken::NoRatio, |o| Broken::ByRatio(case.comparison.offers[o].id))
        }),
        Statement::Outside { winner, .. } => not_first(case, *winner).unwrap_or(Broken::CutChangesNothing),
        Statement::CouldWin { offer, winner } | Statement::CannotWin { offer, winner } => {
            if !is_incomplete(offer) {
                Broken::Complete(*offer)
            } else if is_incomplete(winner) {
                Broken::Incomplete(*winner)
            } else if matches!(statement, Statement::CouldWin { .. }) {
                Broken::BestWouldNot
            } else {
                Broken::BestWouldWin
            }
        }
    })
}

/// Who is ahead of an offer, or level with it, that was said to be first.
fn not_first(case: Case<'_>, offer: OfferId) -> Option<Broken> {
    let own = case.offer(offer)?;
    if winner::wins(case, own) {
        return None;
    }
    let rival = case.best_rival(own)?;
    let id = case.comparison.offers[rival].id;
    let (mine, theirs) = (case.delivered.cdv[own], case.delivered.cdv[rival]);
    Some(if ties(mine, theirs) { Broken::Tied(id) } else { Broken::Overtaken(id, theirs - mine) })
}

fn other_reason(
    case: Case<'_>,
    offer: OfferId,
    rival: OfferId,
    strongest: Dimension,
    weakest: Option<Dimension>,
) -> Broken {
    let Some((own, other)) = case.offer(offer).zip(case.offer(rival)) else { return Broken::NoRival };
    let steps = bridge(case.compiled, case.weighting, other, own, false).steps;
    let most = steps.iter().max_by(|a, b| a.delta.total_cmp(&b.delta)).filter(|s| s.delta > 0.0);
    let least = steps.iter().min_by(|a, b| a.delta.total_cmp(&b.delta)).filter(|s| s.delta < 0.0);
    match (most, least) {
        (None, _) => Broken::NothingFor,
        (Some(step), _) if step.dimension != strongest => Broken::Strongest(step.dimension),
        (_, None) => Broken::NothingAgainst,
        (_, Some(step)) if weakest != Some(step.dimension) => Broken::Weakest(step.dimension),
        (Some(step), _) => Broken::Strongest(step.dimension),
    }
}

fn not_dominated(case: Case<'_>, offer: OfferId, by: OfferId) -> Broken {
    let Some((own, other)) = case.offer(offer).zip(case.offer(by)) else { return Broken::NoRival };
    let ground = Ground::new(case);
    let better = case.compiled.leaves().iter().enumerate().find(|(l, leaf)| {
        let worth = |o| case.compiled.worth(*l, o).unwrap_or(0.0);
        let (less, more) = if leaf.dimension.side() == Side::Value { (other, own) } else { (own, other) };
        worth(more) > worth(less)
    });
    debug_assert!(!dominance::holds(case, own, other));
    better.map_or(Broken::Equal, |(_, leaf)| Broken::BetterOn(ground.id(own), leaf.leaf))
}
