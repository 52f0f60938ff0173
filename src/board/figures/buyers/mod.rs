//! The same offers through the eyes of every kind of buyer.

mod lines;
mod panels;
mod shares;

pub(super) use lines::buyers_figure;
pub use lines::{BuyerLines, BuyerRow, BuyerSpot, BuyerStrip, MultiplierRow};
pub(super) use panels::buyers_data;
pub(super) use shares::{shares_data, shares_figure};

use super::Seen;
use super::charts::signed_figure;
use crate::board::column::UNKNOWN;
use crate::model::Segment;
use crate::value::Segments;

/// How the figures of all buyers are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BuyersOptions {
    /// Width of the picture.
    pub width: f32,
}

/// More numbers than this, offers × segments, take longer than a frame.
const NUMBERS_AT_ONCE: usize = 100_000;
/// More offers than this make no picture.
const OFFERS_MAX: usize = 12;
/// More segments than this make no picture.
const SEGMENTS_MAX: usize = 24;
/// More segments than this make no table for the screen.
const COLUMNS_MAX: usize = 40;

/// True where the figure takes longer than a frame.
pub(super) fn is_heavy(seen: Seen<'_>) -> bool {
    seen.comparison.offers.len().saturating_mul(seen.comparison.segments.len()) > NUMBERS_AT_ONCE
}

fn delivered(seen: Seen<'_>) -> Segments {
    Segments::new(seen.comparison, &seen.board.compiled)
}

fn segment_name<'a>(seen: Seen<'a>, segment: &'a Segment) -> &'a str {
    segment.name.get(seen.words.lang())
}

fn offer_name(seen: Seen<'_>, offer: usize) -> &str {
    seen.comparison.offers.get(offer).map_or("", |o| o.name.get(seen.words.lang()))
}

/// A CDV as it is read; a dash where it is unknown.
fn cdv_text(seen: Seen<'_>, cdv: Option<f64>) -> String {
    cdv.map_or_else(|| UNKNOWN.to_owned(), |cdv| signed_figure(seen.board, cdv))
}

/// The offers that a picture shows, in the order of the table: the best of any buyer first, then those that are best
/// for the buyer shown.
fn pictured(seen: Seen<'_>, segments: &Segments) -> Vec<usize> {
    let winners = segments.all().iter().flat_map(|s| s.best.iter().copied());
    let order = seen.board.order.iter().map(|&o| o as usize);
    let mut offers: Vec<usize> = Vec::new();
    for offer in winners.chain(order) {
        if offers.len() == OFFERS_MAX {
            break;
        }
        if !offers.contains(&offer) {
            offers.push(offer);
        }
    }
    offers.sort_unstable();
    offers
}
