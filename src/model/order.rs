//! Places in lists, so that moving one thing touches one row.

/// Free positions between neighbours.
const GAP: i64 = 1 << 20;

/// Where a newcomer goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The newcomer's position.
    pub position: i64,
    /// New positions of everybody else, in order, where there was no room.
    pub renumbered: Option<Vec<i64>>,
}

/// The position of a newcomer at index `at` among ascending `positions`.
#[must_use]
pub fn slot(positions: &[i64], at: usize) -> Slot {
    let at = at.min(positions.len());
    let before = at.checked_sub(1).map(|i| positions[i]);
    let after = positions.get(at).copied();
    let room = match (before, after) {
        (None, None) => Some(0),
        (Some(b), None) => b.checked_add(GAP),
        (None, Some(a)) => a.checked_sub(GAP),
        (Some(b), Some(a)) if a.saturating_sub(b) > 1 => Some(b + (a - b) / 2),
        _ => None,
    };
    match room {
        Some(position) => Slot { position, renumbered: None },
        None => Slot {
            position: nth(at),
            renumbered: Some((0..positions.len()).map(|i| nth(if i < at { i } else { i + 1 })).collect()),
        },
    }
}

/// The position of the thing at `index` in a freshly numbered list.
#[must_use]
pub fn nth(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX / GAP).saturating_mul(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_fits_between_or_everybody_moves() {
        assert_eq!(slot(&[], 0).position, 0);
        assert_eq!(slot(&[0, 10], 1), Slot { position: 5, renumbered: None });
        assert_eq!(slot(&[0, 10], 9).position, 10 + GAP);
        let crowded = slot(&[3, 4], 1);
        assert_eq!(crowded, Slot { position: GAP, renumbered: Some(vec![0, 2 * GAP]) });
    }
}
