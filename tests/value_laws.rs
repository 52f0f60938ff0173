//! Laws of the value engine on random comparisons.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use support::dice::Dice;
use support::{comparisons, delivered};
use worthwhile::model::{
    Account, Comparison, Edit, IdSource, Level, Member, OfferId, Segment, Share, Workbook, check, reshare,
};
use worthwhile::value::{Compiled, TIE_TOLERANCE, WeightLine, Weighting, bridge, order, rank_into, ties, top};

/// What sums of a few dozen numbers may differ by when they are added in another order, relative to the largest.
const ROUNDING: f64 = 1e-9;
/// Shares are a handful of numbers up to 1.
const SHARE_ROUNDING: f64 = 1e-12;

/// The largest amount that goes into the CDV of an offer, at least 1: what rounding is relative to.
fn magnitude(compiled: &Compiled, weighting: &Weighting, offer: usize) -> f64 {
    let amounts = (0..compiled.leaves().len()).map(|l| compiled.contribution(weighting, l, offer).abs());
    amounts.fold(1.0, f64::max)
}

fn any_segment<'a>(dice: &mut Dice, comparison: &'a Comparison) -> &'a Segment {
    dice.pick(&comparison.segments)
}

fn by_id<T: Copy>(comparison: &Comparison, figures: &[T]) -> BTreeMap<OfferId, T> {
    comparison.offers.iter().map(|o| o.id).zip(figures.iter().copied()).collect()
}

fn points() -> impl Strategy<Value = (Comparison, Dice)> {
    comparisons(Account::Points, 0..=8, 0.05)
}

fn either_account() -> impl Strategy<Value = (Comparison, Dice)> {
    prop_oneof![points(), comparisons(Account::Money, 0..=8, 0.05)]
}

proptest! {
    #![proptest_config(support::config(300))]

    #[test]
    fn what_is_generated_is_sound((comparison, _) in either_account()) {
        prop_assert_eq!(check(&comparison), Ok(()));
    }

    #[test]
    fn dearer_is_never_better((comparison, mut dice) in either_account()) {
        let segment = any_segment(&mut dice, &comparison);
        let (compiled, weighting, before) = delivered(&comparison, segment);
        for o in 0..comparison.offers.len() {
            for money in comparison.money_criteria() {
                let mut dearer = comparison.clone();
                let Some(Level::Money(minor)) = dearer.offers[o].levels.get_mut(&money.id) else { continue };
                *minor += 1 + i64::try_from(dice.below(500_000)).unwrap();
                let (.., after) = delivered(&dearer, segment);
                let rounding = ROUNDING * magnitude(&compiled, &weighting, o);
                prop_assert!(after.cdv[o] <= before.cdv[o] + rounding, "{} → {}", before.cdv[o], after.cdv[o]);
            }
        }
    }

    #[test]
    fn the_order_of_offers_is_irrelevant((comparison, mut dice) in either_account()) {
        let segment = any_segment(&mut dice, &comparison);
        let mut shuffled = comparison.clone();
        dice.shuffle(&mut shuffled.offers);
        let ((.., a), (.., b)) = (delivered(&comparison, segment), delivered(&shuffled, segment));
        prop_assert_eq!(by_id(&comparison, &a.cdv), by_id(&shuffled, &b.cdv));
        prop_assert_eq!(by_id(&comparison, &a.rank), by_id(&shuffled, &b.rank));
        prop_assert_eq!(by_id(&comparison, &a.complete), by_id(&shuffled, &b.complete));
    }

    #[test]
    fn the_order_of_criteria_is_irrelevant((comparison, mut dice) in either_account()) {
        let segment = any_segment(&mut dice, &comparison);
        let mut shuffled = comparison.clone();
        dice.shuffle(&mut shuffled.criteria);
        let ((compiled, weighting, a), (.., b)) = (delivered(&comparison, segment), delivered(&shuffled, segment));
        prop_assert_eq!(&a.complete, &b.complete);
        for o in 0..comparison.offers.len() {
            let rounding = ROUNDING * magnitude(&compiled, &weighting, o);
            prop_assert!((a.cdv[o] - b.cdv[o]).abs() <= rounding && (a.tcc[o] - b.tcc[o]).abs() <= rounding);
        }
    }

    #[test]
    fn adding_an_offer_moves_nobody((comparison, mut dice) in either_account()) {
        let segment = any_segment(&mut dice, &comparison);
        let mut more = comparison.clone();
        let newcomer = support::offer(&mut dice, OfferId(u32::MAX), &comparison.criteria, 0.1);
        let at = dice.below(more.offers.len() + 1);
        more.offers.insert(at, newcomer);
        let ((.., a), (.., mut b)) = (delivered(&comparison, segment), delivered(&more, segment));
        for figures in [&mut b.tcv, &mut b.tcc, &mut b.cdv] {
            figures.remove(at);
        }
        b.complete.remove(at);
        prop_assert_eq!((&a.tcv, &a.tcc, &a.cdv, &a.complete), (&b.tcv, &b.tcc, &b.cdv, &b.complete));
    }

    #[test]
    fn contributions_add_up_and_bridges_close((comparison, mut dice) in either_account()) {
        let segment = any_segment(&mut dice, &comparison);
        let (compiled, weighting, out) = delivered(&comparison, segment);
        let offers = comparison.offers.len();
        for o in 0..offers {
            let sum: f64 = (0..compiled.leaves().len()).map(|l| compiled.contribution(&weighting, l, o)).sum();
            let rounding = ROUNDING * magnitude(&compiled, &weighting, o);
            prop_assert!((sum - out.cdv[o]).abs() <= rounding);
            prop_assert!((out.tcv[o] - weighting.cost_emphasis * out.tcc[o] - out.cdv[o]).abs() <= rounding);
            let from = dice.below(offers);
            let rounding = rounding + ROUNDING * magnitude(&compiled, &weighting, from);
            for by_criterion in [false, true] {
                let bridge = bridge(&compiled, &weighting, from, o, by_criterion);
                let steps: f64 = bridge.steps.iter().map(|s| s.delta).sum();
                prop_assert!((steps - (out.cdv[o] - out.cdv[from])).abs() <= rounding);
                prop_assert!((bridge.from - out.cdv[from]).abs() <= rounding);
                prop_assert!((bridge.to - out.cdv[o]).abs() <= rounding);
                let places = if by_criterion { compiled.leaves().len() } else { 8 };
                prop_assert!(bridge.steps.len() <= places);
            }
        }
    }

    #[test]
    fn a_level_is_asked_for_exactly_where_it_weighs((comparison, mut dice) in comparisons(Account::Points, 1..=6, 0.4)) {
        let segment = any_segment(&mut dice, &comparison);
        let (compiled, _, out) = delivered(&comparison, segment);
        for (o, offer) in comparison.offers.iter().enumerate() {
            let asked = comparison.criteria.iter().filter(|c| {
                let leaf = worthwhile::model::leaf_of(c);
                segment.weights.dimension(c.dimension).share > 0.0 && segment.weights.leaf(leaf).share > 0.0
            });
            let complete = asked.clone().all(|c| offer.levels.contains_key(&c.id));
            prop_assert_eq!(out.complete[o], complete);
            prop_assert_eq!(out.rank[o] > 0, complete);
            prop_assert_eq!(out.parts(o, segment.cost_emphasis).is_some(), complete);
            prop_assert_eq!(compiled.offers(), comparison.offers.len());
        }
    }

    #[test]
    fn moving_one_weight_keeps_the_ratios_of_the_others((mut comparison, mut dice) in points()) {
        let segment = dice.below(comparison.segments.len());
        let Some((set, moved)) = support::member(&mut dice, &comparison) else { return Ok(()) };
        let old = comparison.shares(&comparison.segments[segment], set);
        let plain: Vec<Share> = old.iter().map(|(_, share)| *share).collect();
        let index = old.iter().position(|(m, _)| *m == moved).unwrap();
        let wanted = dice.between(-0.2, 1.2);
        let new: Vec<Share> = reshare(&plain, index, wanted).collect();
        let fixed: f64 =
            plain.iter().enumerate().filter(|(i, s)| *i != index && s.locked).map(|(_, s)| s.share).sum();

        let shares: Vec<(Member, Share)> = old.iter().map(|(m, _)| *m).zip(new.iter().copied()).collect();
        let (id, segment_id) = (comparison.id(), comparison.segments[segment].id);
        let edit = Edit::SetWeights { comparison: id, segment: segment_id, set, shares: shares.clone() };
        let mut workbook = Workbook { comparisons: vec![comparison], ids: IdSource::starting_at(1_000) };
        let changes = edit.changes(&workbook).expect("a moved weight is a good set");
        workbook.apply(&changes);
        comparison = workbook.comparisons.remove(0);
        prop_assert_eq!(comparison.shares(&comparison.segments[segment], set), shares, "written as moved");

        prop_assert!((new.iter().map(|s| s.share).sum::<f64>() - 1.0).abs() <= SHARE_ROUNDING);
        let free: Vec<usize> = (0..new.len()).filter(|&i| i != index && !plain[i].locked).collect();
        if !free.is_empty() {
            let room = (1.0 - fixed).max(0.0);
            prop_assert!((new[index].share - wanted.clamp(0.0, room)).abs() <= SHARE_ROUNDING);
        }
        for i in 0..new.len() {
            prop_assert_eq!(new[i].locked, plain[i].locked);
            prop_assert!(i == index || !plain[i].locked || new[i] == plain[i], "a locked share stays");
        }
        let all_zero = free.iter().all(|&i| plain[i].share == 0.0);
        for (&i, &j) in free.iter().zip(free.iter().skip(1)) {
            let [a, b] = if all_zero { [1.0, 1.0] } else { [plain[i].share, plain[j].share] };
            prop_assert!((new[i].share * b - new[j].share * a).abs() <= SHARE_ROUNDING, "{plain:?} → {new:?}");
        }
    }

    #[test]
    fn a_weight_line_agrees_with_reckoning_anew((comparison, mut dice) in points()) {
        let segment = any_segment(&mut dice, &comparison);
        let Some((set, moved)) = support::member(&mut dice, &comparison) else { return Ok(()) };
        let compiled = Compiled::new(&comparison);
        let line = WeightLine::new(&comparison, segment, &compiled, moved).expect("a set and points");
        prop_assert_eq!(line.offers(), comparison.offers.len());
        let old = comparison.shares(segment, set);
        let plain: Vec<Share> = old.iter().map(|(_, share)| *share).collect();
        let index = old.iter().position(|(m, _)| *m == moved).unwrap();
        let mut along = vec![f64::NAN; comparison.offers.len()];
        for t in [0.0, plain[index].share, dice.unit(), 1.0, dice.between(-0.2, 1.2)] {
            let mut anew = segment.clone();
            for ((member, _), share) in old.iter().zip(reshare(&plain, index, t)) {
                anew.weights.put(*member, share);
            }
            let (_, weighting, out) = delivered(&comparison, &anew);
            line.at(t, &mut along);
            for (o, cdv) in along.iter().enumerate() {
                // Both ends of the line enter, whatever little the sum at `t` is made of.
                let rounding = ROUNDING * magnitude(&compiled, &weighting, o).max(1e3);
                prop_assert!((cdv - out.cdv[o]).abs() <= rounding, "at {t}: {cdv} instead of {}", out.cdv[o]);
            }
        }
    }

    #[test]
    fn ranks_count_who_is_better_by_more_than_a_tie(keys in keys(0..=150)) {
        let mut ranks = vec![9; keys.len()];
        rank_into(&keys, &mut ranks);
        for (i, &key) in keys.iter().enumerate() {
            let better = keys.iter().filter(|&&other| other > key + TIE_TOLERANCE * key.abs().max(1.0)).count();
            let wanted = if key == f64::NEG_INFINITY { 0 } else { 1 + u32::try_from(better).unwrap() };
            prop_assert_eq!(ranks[i], wanted);
        }
        for (a, b) in keys.iter().zip(keys.iter().skip(1)).filter(|(a, b)| a.is_finite() && b.is_finite()) {
            prop_assert_eq!(ties(*a, *b), (a - b).abs() <= TIE_TOLERANCE * a.abs().max(b.abs()).max(1.0));
        }
    }

    #[test]
    fn counting_and_sorting_give_the_same_ranks(keys in keys(0..=64)) {
        let mut counted = vec![9; keys.len()];
        rank_into(&keys, &mut counted);
        // A hundred incomplete offers change nothing but the way in which ranks are found.
        let padded: Vec<f64> = keys.iter().copied().chain(std::iter::repeat_n(f64::NEG_INFINITY, 100)).collect();
        let mut sorted = vec![9; padded.len()];
        rank_into(&padded, &mut sorted);
        prop_assert_eq!(&counted[..], &sorted[..keys.len()]);
    }

    #[test]
    fn the_order_descends_and_the_top_is_its_head(keys in keys(0..=3_000), count in 0_usize..400) {
        let order = order(&keys);
        let mut seen = order.clone();
        seen.sort_unstable();
        prop_assert!(seen.iter().copied().eq(0..u32::try_from(keys.len()).unwrap()), "everybody once");
        for pair in order.windows(2) {
            let [a, b] = [keys[pair[0] as usize], keys[pair[1] as usize]];
            prop_assert!(a > b || a >= b && pair[0] < pair[1], "{a} before {b}");
        }
        prop_assert_eq!(&top(&keys, count)[..], &order[..count.min(keys.len())]);
    }
}

/// Keys with ties, near ties, both zeros and incomplete offers; random, rising, falling or all equal.
fn keys(counts: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<f64>> {
    (counts, any::<u64>(), 0..4).prop_map(|(count, seed, form)| {
        let mut dice = Dice(seed);
        let bound = 1.0 + f64::from(u32::try_from(dice.below(2_000)).unwrap());
        let mut keys: Vec<f64> = (0..count)
            .map(|_| match dice.below(12) {
                0 => f64::NEG_INFINITY,
                1 => *dice.pick(&[0.0, -0.0]),
                2..6 => dice.between(-bound, bound).round(),
                6..8 => dice.between(-bound, bound).round() + 1e-10,
                // A tie above 1, where it is relative.
                8 => dice.between(-bound, bound).round() * (1.0 + TIE_TOLERANCE / 2.0),
                _ => dice.between(-bound, bound),
            })
            .collect();
        match form {
            0 => keys.sort_by(f64::total_cmp),
            1 => keys.sort_by(|a, b| b.total_cmp(a)),
            2 if dice.chance(0.2) => keys.fill(7.0),
            _ => {}
        }
        keys
    })
}
