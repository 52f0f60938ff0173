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
        (Some(b), Some(a)) if a.saturating_sub(b) > 1 => Some(i64::midpoint(b, a)),
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

    /// A file may hold any position.
    #[test]
    fn the_ends_of_the_numbers_are_places_too() {
        let ends = [i64::MIN, i64::MAX];
        let fresh = |at| Slot {
            position: nth(at),
            renumbered: Some([0, 1, 2].into_iter().filter(|i| *i != at).map(nth).collect()),
        };
        assert_eq!(slot(&ends, 0), fresh(0));
        assert_eq!(slot(&ends, 1), Slot { position: 0, renumbered: None });
        assert_eq!(slot(&ends, 2), fresh(2));
        for [a, b] in [[i64::MIN, i64::MIN + 2], [i64::MAX - 2, i64::MAX], [-3, 0], [-1, 1], [i64::MIN, 1]] {
            let between = slot(&[a, b], 1).position;
            assert!(a < between && between < b, "{a} < {between} < {b}");
        }
        assert!(nth(usize::MAX) > 0);
    }
}
