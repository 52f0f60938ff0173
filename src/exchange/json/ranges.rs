//! The ranges that weights were given for, both ways.

use super::OWNERSHIP;
use super::dto::Pairs;
use super::out::{Members, Names, amount, put, put_members};
use super::pretty::{Node, number};
use super::read::{Criteria, no_repeats};
use super::weights::leaf;
use crate::exchange::error::quoted;
use crate::exchange::{ImportError, Problem};
use crate::model::{Comparison, Currency, Leaf, Member, Ranges};

/// Writes `given_for` where there is any: two ends by key; of money in units of the currency.
pub(super) fn ranges(members: &mut Members, ranges: &Ranges, comparison: &Comparison, names: &Names) {
    let mut written = Members::new();
    for (leaf, range) in ranges {
        match leaf {
            Leaf::Ownership => {
                #[expect(clippy::cast_possible_truncation, reason = "whole minor units below 2^53")]
                let ends = range.map(|minor| amount(comparison.header.currency, minor.round() as i64));
                put(&mut written, OWNERSHIP, Node::List(ends.into()));
            }
            Leaf::Criterion(id) => {
                if let Some(key) = names.criteria.get(id) {
                    put(&mut written, key, Node::List(range.map(number).into()));
                }
            }
        }
    }
    put_members(members, "given_for", written);
}

/// The ranges that `pairs` describe; paths start at `given_for`.
pub(super) fn read_ranges(
    pairs: Pairs<[f64; 2]>,
    criteria: &Criteria,
    currency: Currency,
) -> Result<Ranges, ImportError> {
    let mut ranges = Ranges::new();
    for (key, range) in no_repeats(pairs)? {
        let at = |problem| ImportError::new(quoted(&key), problem);
        let Member::Leaf(leaf) = leaf(&key, criteria).map_err(at)? else { continue };
        let mut ends = range.map(|end| end + 0.0);
        if leaf == Leaf::Ownership {
            for end in &mut ends {
                #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
                let minor = currency.minor(*end).map_err(|rule| at(Problem::Amount(rule)))? as f64;
                *end = minor;
            }
        }
        ranges.insert(leaf, ends);
    }
    Ok(ranges)
}
