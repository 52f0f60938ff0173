//! Ranks, order and the top of a list.

use multiversion::multiversion;

/// Two offers tie where their CDVs differ by at most this, relative above 1: rounding, not preference.
pub const TIE_TOLERANCE: f64 = 1e-9;

/// Up to this many offers, counting beats sorting.
const COUNTING_MAX: usize = 64;

/// True where two CDVs are a tie: |ΔCDV| ≤ 1e-9 · max(1, |CDV|).
#[must_use]
pub fn ties(a: f64, b: f64) -> bool {
    (a - b).abs() <= TIE_TOLERANCE * a.abs().max(b.abs()).max(1.0)
}

/// The least CDV that beats `cdv`.
fn beaten_above(cdv: f64) -> f64 {
    cdv + TIE_TOLERANCE * cdv.abs().max(1.0)
}

/// Ranks 1, 1, 3 …: rank(i) = 1 + the number of offers that beat i by more than a tie.
///
/// Incomplete offers have the key −∞ and get 0.
pub fn rank_into(keys: &[f64], ranks: &mut [u32]) {
    if keys.len() <= COUNTING_MAX {
        count_ranks(keys, ranks);
    } else {
        sort_ranks(keys, ranks);
    }
}

#[multiversion(targets = "simd")]
fn count_ranks(keys: &[f64], ranks: &mut [u32]) {
    for (&key, rank) in keys.iter().zip(ranks) {
        let limit = beaten_above(key);
        let better: u64 = keys.iter().map(|&other| u64::from(other > limit)).sum();
        let ranked = u32::from(key > f64::NEG_INFINITY);
        #[expect(clippy::cast_possible_truncation, reason = "at most COUNTING_MAX")]
        let better = better as u32;
        *rank = ranked * (1 + better);
    }
}

fn sort_ranks(keys: &[f64], ranks: &mut [u32]) {
    let order = order(keys);
    // Descending keys: the offers that beat the current one are a prefix, which only grows.
    let mut better = 0_u32;
    for &i in &order {
        let key = keys[i as usize];
        let limit = beaten_above(key);
        while keys[order[better as usize] as usize] > limit {
            better += 1;
        }
        ranks[i as usize] = if key > f64::NEG_INFINITY { better + 1 } else { 0 };
    }
}

/// A number that sorts as `key` does from highest to lowest.
fn descending_bits(key: f64) -> u64 {
    let bits = (key + 0.0).to_bits();
    let ascending = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    !ascending
}

fn tagged(keys: &[f64]) -> Vec<(u64, u32)> {
    (0_u32..).zip(keys).map(|(i, &key)| (descending_bits(key), i)).collect()
}

/// All offers from the highest key to the lowest; equal keys by index.
#[must_use]
pub fn order(keys: &[f64]) -> Vec<u32> {
    let mut tagged = tagged(keys);
    tagged.sort_unstable();
    tagged.into_iter().map(|(_, i)| i).collect()
}

/// The `count` offers with the highest keys, in order: the head of [`order`] without sorting the rest.
#[must_use]
pub fn top(keys: &[f64], count: usize) -> Vec<u32> {
    let count = count.min(keys.len());
    let mut tagged = tagged(keys);
    if count < keys.len() && count > 0 {
        tagged.select_nth_unstable(count - 1);
    }
    tagged.truncate(count);
    tagged.sort_unstable();
    tagged.into_iter().map(|(_, i)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks(keys: &[f64]) -> Vec<u32> {
        let mut out = vec![9; keys.len()];
        rank_into(keys, &mut out);
        out
    }

    #[test]
    fn ties_share_a_rank_and_the_next_is_skipped() {
        assert_eq!(ranks(&[5.0, 7.0, 7.0 + 1e-10, 1.0]), [3, 1, 1, 4]);
        assert_eq!(ranks(&[f64::NEG_INFINITY, -3.0]), [0, 1]);
        assert_eq!(ranks(&[]), Vec::<u32>::new());
    }

    #[test]
    fn sorting_and_counting_agree() {
        let keys: Vec<f64> = (0..60).map(|i| f64::from(i * 37 % 19) + f64::from(i % 3) * 1e-10).collect();
        let (mut counted, mut sorted) = (vec![0; 60], vec![0; 60]);
        count_ranks(&keys, &mut counted);
        sort_ranks(&keys, &mut sorted);
        assert_eq!(counted, sorted);
    }

    #[test]
    fn the_top_is_the_head_of_the_order() {
        let keys: Vec<f64> = (0..500).map(|i| f64::from(i * 7919 % 499)).collect();
        assert_eq!(top(&keys, 20), order(&keys)[..20]);
        assert_eq!(top(&keys, 0), Vec::<u32>::new());
        assert_eq!(top(&keys, 900).len(), 500);
    }
}
