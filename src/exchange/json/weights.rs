//! Weights of the file → shares that sum to 1.

use super::OWNERSHIP;
use super::dto::{Pairs, WeightsDto};
use super::read::{Criteria, no_repeats};
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem};
use crate::model::{Dimension, Leaf, Member, Share, Side, Weights};

/// How far the shares of a set may be from 1 in a file: rounding to seven digits, not a mistake.
const FILE_TOLERANCE: f64 = 1e-6;

/// The weights that `dto` describes, with the members that it names; paths start at the weights. A set of which no member is named weighs equally.
pub(super) fn weights(dto: WeightsDto, criteria: &Criteria) -> Result<(Weights, Vec<Member>), ImportError> {
    let mut weights = Weights::default();
    let mut named = Vec::new();
    put_all(&mut weights, &mut named, dto.dimensions, |key| dimension(key, criteria))
        .map_err(|e| e.under("dimensions"))?;
    put_all(&mut weights, &mut named, dto.leaves, |key| leaf(key, criteria)).map_err(|e| e.under("leaves"))?;
    check_sums(&weights, &named, criteria)?;
    // Equal shares where nothing is named; what is off by a rounding is put right; all else stays to the last bit.
    weights.conform(&criteria.leaves);
    lock_all(&mut weights, dto.locked_dimensions.0, "locked_dimensions", |key| dimension(key, criteria))?;
    lock_all(&mut weights, dto.locked_leaves.0, "locked_leaves", |key| leaf(key, criteria))?;
    Ok((weights, named))
}

fn put_all(
    weights: &mut Weights,
    named: &mut Vec<Member>,
    pairs: Pairs<f64>,
    member_of: impl Fn(&str) -> Result<Member, Problem>,
) -> Result<(), ImportError> {
    for (key, share) in no_repeats(pairs)? {
        let at = |problem| ImportError::new(quoted(&key), problem);
        let member = member_of(&key).map_err(at)?;
        if !(0.0..=f64::MAX).contains(&share) {
            return Err(at(Problem::Negative));
        }
        weights.put(member, Share { share: share + 0.0, locked: false });
        named.push(member);
    }
    Ok(())
}

fn lock_all(
    weights: &mut Weights,
    keys: Vec<String>,
    place: &str,
    member_of: impl Fn(&str) -> Result<Member, Problem>,
) -> Result<(), ImportError> {
    for (i, key) in keys.into_iter().enumerate() {
        let member = member_of(&key).map_err(|problem| ImportError::new(format!("{place}[{i}]"), problem))?;
        let share = weights.member(member);
        weights.put(member, Share { locked: true, ..share });
    }
    Ok(())
}

fn dimension(key: &str, _: &Criteria) -> Result<Member, Problem> {
    let known = || Problem::UnknownDimension(listed(Dimension::ALL.map(Dimension::key)));
    Dimension::from_key(key).map(Member::Dimension).ok_or_else(known)
}

pub(super) fn leaf(key: &str, criteria: &Criteria) -> Result<Member, Problem> {
    let has_money = criteria.leaves[Dimension::Monetary.index()].contains(&Leaf::Ownership);
    if key == OWNERSHIP && has_money {
        return Ok(Member::Leaf(Leaf::Ownership));
    }
    let keyed = criteria.get(key).filter(|c| !c.scale.is_money());
    keyed.map(|c| Member::Leaf(Leaf::Criterion(c.id))).ok_or_else(|| {
        let own = criteria.keys().filter(|k| criteria.get(k).is_some_and(|c| !c.scale.is_money()));
        Problem::UnknownLeaf(listed(own.chain(has_money.then_some(OWNERSHIP))))
    })
}

fn check_sums(weights: &Weights, named: &[Member], criteria: &Criteria) -> Result<(), ImportError> {
    for side in Side::ALL {
        let (filled, empty): (Vec<Dimension>, Vec<Dimension>) =
            side.dimensions().into_iter().partition(|d| !criteria.leaves[d.index()].is_empty());
        if let Some(dimension) = empty.into_iter().find(|d| weights.dimension(*d).share != 0.0) {
            return Err(ImportError::new(format!("dimensions.{}", dimension.key()), Problem::WeightOfNothing));
        }
        let members: Vec<Member> = filled.iter().map(|d| Member::Dimension(*d)).collect();
        check_sum(weights, named, &members, || listed(filled.iter().map(|d| d.key())))
            .map_err(|problem| ImportError::new("dimensions", problem))?;
    }
    for leaves in &criteria.leaves {
        let members: Vec<Member> = leaves.iter().map(|l| Member::Leaf(*l)).collect();
        check_sum(weights, named, &members, || listed(leaves.iter().map(|l| criteria.key_of(*l))))
            .map_err(|problem| ImportError::new("leaves", problem))?;
    }
    Ok(())
}

fn check_sum(weights: &Weights, named: &[Member], members: &[Member], set: impl Fn() -> String) -> Result<(), Problem> {
    if !members.iter().any(|m| named.contains(m)) {
        return Ok(());
    }
    let sum: f64 = members.iter().map(|m| weights.member(*m).share).sum();
    if (sum - 1.0).abs() <= FILE_TOLERANCE { Ok(()) } else { Err(Problem::WeightSum { set: set(), sum }) }
}
