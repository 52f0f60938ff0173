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
pub(super) fn beaten_above(cdv: f64) -> f64 {
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

/// All offers from the highest key to the lowest; equal keys by index.
#[must_use]
pub fn order(keys: &[f64]) -> Vec<u32> {
    let mut tagged: Vec<(u64, u32)> = (0_u32..).zip(keys).map(|(i, &key)| (descending_bits(key), i)).collect();
    tagged.sort_unstable();
    tagged.into_iter().map(|(_, i)| i).collect()
}

/// Keys that are held against the limit at a time by [`top`].
const CHUNK: usize = 64;
/// [`top`] looks at every sixteenth chunk first, so that lists in ascending order give a good limit early too.
const STRIDE: usize = 16;

/// The `count` offers with the highest keys, in order: the head of [`order`] without sorting the rest.
///
/// The window does not use it yet: it sorts all offers with [`order`]. The benchmarks hold it against that, and a test
/// checks that it gives the same.
///
/// The best so far are kept; whatever is below the last of them is passed over, a chunk at a time.
#[must_use]
pub fn top(keys: &[f64], count: usize) -> Vec<u32> {
    if count >= keys.len() || count == 0 {
        let mut all = order(keys);
        all.truncate(count);
        return all;
    }
    let mut best: Vec<(u64, u32)> = Vec::with_capacity(2 * count);
    let mut limit = f64::NEG_INFINITY;
    let chunks = keys.len().div_ceil(CHUNK);
    for chunk in (0..STRIDE).flat_map(|first| (first..chunks).step_by(STRIDE)) {
        let first = chunk * CHUNK;
        let keys_here = &keys[first..keys.len().min(first + CHUNK)];
        // Counted without a branch per key, so that many are compared at once.
        if keys_here.iter().map(|&key| u32::from(key >= limit)).sum::<u32>() == 0 {
            continue;
        }
        for (i, &key) in keys_here.iter().enumerate().filter(|(_, key)| **key >= limit) {
            #[expect(clippy::cast_possible_truncation, reason = "offers are numbered with 32 bits")]
            best.push((descending_bits(key), (first + i) as u32));
        }
        if best.len() >= 2 * count {
            let (_, last, _) = best.select_nth_unstable(count - 1);
            limit = keys[last.1 as usize];
            best.truncate(count);
        }
    }
    best.sort_unstable();
    best.truncate(count);
    best.into_iter().map(|(_, i)| i).collect()
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
