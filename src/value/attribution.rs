//! A change, shared out among the single changes that made it, whatever their order.

/// Up to this many changes every combination is looked at; beyond it, orders are sampled.
pub const EXACT_MAX: usize = 12;

/// Pairs of orders that [`shapley`] samples beyond [`EXACT_MAX`].
pub const SAMPLED_PAIRS: usize = 400;

/// The seed of the sampled orders: always the same, so that the same question has the same answer.
const SEED: u64 = 20_261_122;

/// Shapley values of a set function (Shapley 1953).
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// v(nothing changed).
    pub from: f64,
    /// φᵢ, the part of each change; together `to − from`.
    pub parts: Vec<f64>,
    /// v(everything changed).
    pub to: f64,
    /// The standard error of each part where orders were sampled; `None` where the parts are exact.
    pub errors: Option<Vec<f64>>,
}

/// Shares `value(all) − value(none)` out among `changes` changes.
///
/// φᵢ = Σ over S without i of |S|!·(n−|S|−1)!/n! · \[v(S ∪ {i}) − v(S)\]: what a change adds, averaged over all orders
/// in which the changes can be made. So changes that do the same get the same, one that does nothing gets 0, and the
/// parts sum to the whole change.
///
/// `value` is told which changes are made and must give a finite number. Up to [`EXACT_MAX`] changes it is asked 2ⁿ
/// times; beyond, the mean over [`SAMPLED_PAIRS`] random orders and their reverses is taken (Castro, Gómez and Tejada
/// 2009; the reverses are antithetic), with its standard error over the pairs; each order's parts sum to the whole
/// change, so that their means do too. `keep_going` is told the share that is done, 0…1; where it says false, the
/// answer is `None`.
pub fn shapley(
    changes: usize,
    value: impl FnMut(&[bool]) -> f64,
    keep_going: impl FnMut(f32) -> bool,
) -> Option<Attribution> {
    if changes <= EXACT_MAX { exact(changes, value, keep_going) } else { sampled(changes, value, keep_going) }
}

/// How many steps pass between two calls of `keep_going`.
const BREATH: usize = 64;

#[expect(clippy::cast_precision_loss, reason = "counts of steps")]
fn share(done: usize, of: usize) -> f32 {
    done as f32 / of.max(1) as f32
}

fn exact(
    changes: usize,
    mut value: impl FnMut(&[bool]) -> f64,
    mut keep_going: impl FnMut(f32) -> bool,
) -> Option<Attribution> {
    let sets = 1_usize << changes;
    let mut values = Vec::with_capacity(sets);
    let mut made = vec![false; changes];
    for set in 0..sets {
        if set % BREATH == 0 && !keep_going(share(set, sets)) {
            return None;
        }
        for (i, made) in made.iter_mut().enumerate() {
            *made = set >> i & 1 == 1;
        }
        values.push(value(&made));
    }
    let weights = order_weights(changes);
    let part = |i: usize| {
        let without = (0..sets).filter(|set| set >> i & 1 == 0);
        without.map(|set| weights[set.count_ones() as usize] * (values[set | 1 << i] - values[set])).sum()
    };
    Some(Attribution { from: values[0], parts: (0..changes).map(part).collect(), to: values[sets - 1], errors: None })
}

/// s!·(n−s−1)!/n! for s = 0…n−1: the share of orders in which exactly a given set of s comes before a given change.
fn order_weights(changes: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(changes);
    #[expect(clippy::cast_precision_loss, reason = "at most EXACT_MAX")]
    for s in 0..changes {
        // The first is 1/n; each next one is the last times s/(n−s).
        let next = weights.last().map_or(1.0 / changes as f64, |last| last * s as f64 / (changes - s) as f64);
        weights.push(next);
    }
    weights
}

fn sampled(
    changes: usize,
    mut value: impl FnMut(&[bool]) -> f64,
    mut keep_going: impl FnMut(f32) -> bool,
) -> Option<Attribution> {
    let mut made = vec![false; changes];
    let from = value(&made);
    let to = value(&vec![true; changes]);
    let mut order: Vec<usize> = (0..changes).collect();
    let mut random = Random(SEED);
    // Mean and squared deviations per change, updated one pair at a time (Welford 1962).
    let mut means = vec![0.0; changes];
    let mut squares = vec![0.0; changes];
    let mut parts = vec![0.0; changes];
    for pair in 0..SAMPLED_PAIRS {
        if !keep_going(share(pair, SAMPLED_PAIRS)) {
            return None;
        }
        random.shuffle(&mut order);
        parts.fill(0.0);
        for _ in 0..2 {
            made.fill(false);
            let mut before = from;
            for (place, &i) in order.iter().enumerate() {
                made[i] = true;
                let after = if place + 1 == changes { to } else { value(&made) };
                parts[i] += (after - before) / 2.0;
                before = after;
            }
            order.reverse();
        }
        #[expect(clippy::cast_precision_loss, reason = "at most SAMPLED_PAIRS")]
        let seen = (pair + 1) as f64;
        for ((part, mean), square) in parts.iter().zip(&mut means).zip(&mut squares) {
            let away = part - *mean;
            *mean += away / seen;
            *square += away * (part - *mean);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "SAMPLED_PAIRS")]
    let pairs = SAMPLED_PAIRS as f64;
    let errors = squares.iter().map(|square| (square / (pairs - 1.0) / pairs).sqrt()).collect();
    Some(Attribution { from, parts: means, to, errors: Some(errors) })
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for i in (1..list.len()).rev() {
            // The bias of the remainder is below 2⁻⁵⁰ here.
            #[expect(clippy::cast_possible_truncation, reason = "below the length of the list")]
            list.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
