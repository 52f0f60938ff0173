//! What every offer delivers as the price of one of them varies.

use super::case::Case;
use super::crossings::meetings;
use super::envelope::{Stretch, envelope_of, wins_of};
use super::solve::Root;
use super::sweep::{Piece, Quantity, Sweep};

/// The prices at which the offer delivers as much as a rival.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceTie {
    /// Index of the rival.
    pub rival: usize,
    /// Every such price, ascending, in units of currency; none where no price does it.
    pub roots: Vec<Root>,
}

/// CDV of every offer against the price of one.
#[derive(Clone, Debug)]
pub struct PriceLines {
    /// Index of the offer whose price varies.
    pub offer: usize,
    /// Its price today in units of currency; `None` while it is missing.
    pub today: Option<f64>,
    /// The offers that can be compared, in the order of the lines.
    pub offers: Vec<usize>,
    /// CDV lines of `offers` over the pieces of the money scale.
    pub pieces: Vec<Piece>,
    /// One per rival that can be compared, in the order of the table.
    pub ties: Vec<PriceTie>,
    /// Who wins where.
    pub winners: Vec<Stretch>,
    /// The prices at which the offer is among the winners, as ascending stretches.
    pub wins: Vec<(f64, f64)>,
}

/// What every offer delivers at every price of `offer` (an index), all else as it is: exact lines, bent where the money
/// scale is, from 0 (or −∞ for a refund) up.
///
/// `None` where the comparison has no price, another amount of the offer is missing, or the offer lacks a level that
/// has weight.
#[must_use]
pub fn price_lines(case: Case<'_>, offer: usize) -> Option<PriceLines> {
    let quantity =
        Quantity::Level { offer: case.comparison.offers.get(offer)?.id, criterion: case.comparison.header.price? };
    let sweep = Sweep::new(case, quantity)?;
    let offers = sweep.offers();
    let own = offers.iter().position(|&o| o == offer)?;
    let pieces = sweep.cdv_pieces(&offers);
    let tie = |(place, &rival): (usize, &usize)| {
        let roots = meetings(&pieces, own, place).into_iter().map(|m| m.root).collect();
        PriceTie { rival, roots }
    };
    let ties = offers.iter().enumerate().filter(|(place, _)| *place != own).map(tie).collect();
    let winners = envelope_of(&pieces, &offers);
    let wins = wins_of(&winners, offer);
    Some(PriceLines { offer, today: sweep.today, ties, wins, winners, pieces, offers })
}
