//! Who is first.

use super::condition::{Ground, Need};
use super::{Extent, Finding, Found};
use crate::model::{OfferId, Statement};
use crate::value::{Case, ties};

/// What can be said of the first place.
pub(super) fn first(ground: &Ground<'_>) -> Vec<Found> {
    let case = ground.case;
    let plain = |finding| vec![Found { finding, statement: None, extent: Extent::Unsaid, importance: 100.0 }];
    let best: Vec<usize> = case.delivered.best().collect();
    match (ground.complete.as_slice(), best.as_slice()) {
        _ if case.comparison.offers.is_empty() => plain(Finding::NoOffers),
        ([], _) | (_, []) => plain(Finding::NoneComplete),
        ([only], _) => plain(Finding::OnlyOne { offer: ground.id(*only), cdv: ground.cdv(*only) }),
        (_, [winner]) => describe(ground, ground.id(*winner)).into_iter().collect(),
        (_, tied) => {
            let offers: Vec<OfferId> = tied.iter().map(|&o| ground.id(o)).collect();
            describe_tie(ground, &offers).into_iter().collect()
        }
    }
}

pub(super) fn describe(ground: &Ground<'_>, offer: OfferId) -> Option<Found> {
    let winner = ground.case.offer(offer).filter(|o| ground.winner == Some(*o))?;
    let second = ground.second?;
    let (cdv, margin) = (ground.cdv(winner), ground.cdv(winner) - ground.cdv(second));
    Some(Found {
        finding: Finding::Winner { offer, cdv, second: ground.id(second), margin },
        statement: Some(Statement::Winner { offer }),
        extent: extent(ground, winner),
        importance: 100.0,
    })
}

/// The nearest weight; else the nearest price or level.
fn extent(ground: &Ground<'_>, winner: usize) -> Extent {
    if let Some(nearest) = ground.nearest_stay() {
        return Extent::While(nearest);
    }
    if ground.is_settled() {
        return Extent::AnyWeight;
    }
    let statement = Statement::Winner { offer: ground.id(winner) };
    let needs = |state: &_| ground.ahead(winner, state);
    let prices = std::iter::once(winner).chain(ground.second).filter_map(|o| ground.price_of(o));
    let levels = std::iter::once(winner).chain(ground.second).flat_map(|o| ground.levels_of(o));
    ground
        .nearest(prices, &statement, &needs)
        .or_else(|| ground.nearest(levels, &statement, &needs))
        .map_or(Extent::Always(ground.complete.len()), Extent::While)
}

/// A tie is undone by whatever tells its offers apart; the first such price, weight or level is named.
pub(super) fn describe_tie(ground: &Ground<'_>, offers: &[OfferId]) -> Option<Found> {
    let case = ground.case;
    let tied: Vec<usize> = offers.iter().filter_map(|id| case.offer(*id)).collect();
    let [first, rest @ ..] = tied.as_slice() else { return None };
    let pinnable = offers.len() <= Statement::OFFERS_MAX;
    let statement = Statement::Tie { offers: offers.to_vec() };
    let needs = |state: &_| {
        let cdv = |o: usize| crate::value::State::cdv(state, &case, o);
        let own = cdv(*first);
        let equal = rest.iter().flat_map(|&o| {
            let difference = own - cdv(o);
            [Need::not_below(difference), Need::not_below(-difference)]
        });
        let others = ground.complete.iter().filter(|o| !tied.contains(o));
        let ahead = others.map(|&o| Need::above(own - cdv(o), Some(ground.id(o))));
        equal.chain(ahead).collect()
    };
    let extent = if pinnable {
        ground
            .nearest(ground.levels_of(*first), &statement, &needs)
            .or_else(|| ground.nearest_opinion(&statement, &needs))
            .map_or(Extent::Unsaid, Extent::While)
    } else {
        Extent::Unsaid
    };
    Some(Found {
        finding: Finding::Tie { offers: offers.to_vec(), cdv: ground.cdv(*first) },
        statement: pinnable.then_some(statement),
        extent,
        importance: 100.0,
    })
}

/// True where `offer` is complete and beats every other complete offer, of which there is one at least.
pub(super) fn wins(case: Case<'_>, offer: usize) -> bool {
    let delivered = case.delivered;
    let beats = |&rival: &usize| {
        let (own, other) = (delivered.cdv[offer], delivered.cdv[rival]);
        own > other && !ties(own, other)
    };
    let mut rivals = case.complete().filter(|r| *r != offer).peekable();
    delivered.complete[offer] && rivals.peek().is_some() && rivals.all(|r| beats(&r))
}

pub(super) fn shares_first(case: Case<'_>, offers: &[OfferId]) -> bool {
    let mut best: Vec<OfferId> = case.delivered.best().map(|o| case.comparison.offers[o].id).collect();
    let mut named = offers.to_vec();
    best.sort_unstable();
    named.sort_unstable();
    best.len() > 1 && best == named
}
