//! Which pair is asked about next.

use super::judgements::Judgements;

/// Resistances nearer than this are equal: the first pair is asked.
const EQUAL: f64 = 1e-9;

impl Judgements {
    /// The pair (row < column) whose judgement tells most; `None` where all are given or put aside.
    ///
    /// While the judgements leave groups that nothing links, the first pair, row by row, that links two of them. Then
    /// the pair that the judgements given say least about: where each of them has the same doubt, the variance of
    /// ln w(i)/w(j) by logarithmic least squares is the resistance between i and j in a net with a wire of 1 Ω for each
    /// judgement, and a judgement of the pair with the largest one adds most to what is known (D-optimality; Klein and
    /// Randić 1993, Journal of Mathematical Chemistry 12:81–95, on resistances). Of equal ones the first.
    ///
    /// # Examples
    /// ```
    /// use worthwhile::value::elicit::pairwise::Judgements;
    /// let mut chain = Judgements::none(4).unwrap();
    /// for (row, column) in [(0, 1), (1, 2), (2, 3)] {
    ///     chain.set(row, column, Some(2.0)).unwrap();
    /// }
    /// // The two ends of a chain are known least.
    /// assert_eq!(chain.ask_next(&[]), Some((0, 3)));
    /// ```
    #[must_use]
    pub fn ask_next(&self, aside: &[(usize, usize)]) -> Option<(usize, usize)> {
        let n = self.items();
        let pairs = (0..n).flat_map(|row| (row + 1..n).map(move |column| (row, column)));
        let is_open = |pair: &(usize, usize)| self.get(pair.0, pair.1).is_none() && !aside.contains(pair);
        let open: Vec<(usize, usize)> = pairs.filter(is_open).collect();
        let groups = self.groups();
        if let Some(link) = open.iter().find(|(row, column)| groups[*row] != groups[*column]) {
            return Some(*link);
        }
        let inverse = self.inverse(&groups);
        let resistance = |i: usize, j: usize| inverse[i][i] + inverse[j][j] - 2.0 * inverse[i][j];
        let mut best: Option<((usize, usize), f64)> = None;
        for (row, column) in open {
            let found = resistance(row, column);
            if best.is_none_or(|(_, most)| found > most + EQUAL) {
                best = Some(((row, column), found));
            }
        }
        best.map(|(pair, _)| pair)
    }

    /// For each item the first one that judgements link it to.
    fn groups(&self) -> Vec<usize> {
        let mut groups: Vec<usize> = (0..self.items()).collect();
        for (row, column, _) in self.given() {
            let (one, other) = (groups[row].min(groups[column]), groups[row].max(groups[column]));
            groups.iter_mut().filter(|group| **group == other).for_each(|group| *group = one);
        }
        groups
    }

    /// The inverse of the net's Laplacian, made regular by 1 between all items of a group, which leaves resistances
    /// within groups as they are. Positive definite, so that elimination needs no pivots.
    fn inverse(&self, groups: &[usize]) -> Vec<Vec<f64>> {
        let n = groups.len();
        let mut rows: Vec<Vec<f64>> = groups
            .iter()
            .enumerate()
            .map(|(i, own)| {
                let unit = (0..n).map(|j| if i == j { 1.0 } else { 0.0 });
                groups.iter().map(|other| if own == other { 1.0 } else { 0.0 }).chain(unit).collect()
            })
            .collect();
        for (row, column, _) in self.given() {
            rows[row][row] += 1.0;
            rows[column][column] += 1.0;
            rows[row][column] -= 1.0;
            rows[column][row] -= 1.0;
        }
        for k in 0..n {
            let pivot = rows[k][k];
            rows[k].iter_mut().for_each(|x| *x /= pivot);
            let own = rows[k].clone();
            for (_, row) in rows.iter_mut().enumerate().filter(|(i, _)| *i != k) {
                let factor = row[k];
                row.iter_mut().zip(&own).for_each(|(x, p)| *x -= factor * p);
            }
        }
        rows.into_iter().map(|row| row.into_iter().skip(n).collect()).collect()
    }
}
