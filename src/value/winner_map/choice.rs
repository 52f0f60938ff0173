//! Which two quantities span a plane where nobody, or only one side, was chosen.

use super::plane::{Plane, plane_quantities};
use crate::model::{Dimension, Member, Side};
use crate::value::case::Case;
use crate::value::sweep::Quantity;

/// The two sides of the plane to show: what was `picked` where that spans one; else the heaviest dimension of value
/// across and that of cost up; else the first two of [`plane_quantities`] that do.
///
/// `None` where no two quantities span a plane.
#[must_use]
pub fn plane_choice(case: Case<'_>, picked: [Option<Quantity>; 2]) -> Option<[Quantity; 2]> {
    let quantities = plane_quantities(case);
    let spans = |x, y| Plane::spanned(case, [x, y]).is_ok();
    let picked = picked.map(|q| q.filter(|q| quantities.contains(q)));
    let heaviest = |side: Side| {
        let share = |d: &Dimension| case.segment.weights.dimension(*d).share;
        let dimensions = side.dimensions().into_iter().rev();
        let heaviest = dimensions.max_by(|a, b| share(a).total_cmp(&share(b)))?;
        let quantity = Quantity::Weight(Member::Dimension(heaviest));
        quantities.contains(&quantity).then_some(quantity)
    };
    let wanted = [picked[0].or_else(|| heaviest(Side::Value)), picked[1].or_else(|| heaviest(Side::Cost))];
    if let [Some(x), Some(y)] = wanted
        && spans(x, y)
    {
        return Some([x, y]);
    }
    // What was chosen stays, with the first that spans a plane with it.
    let partner = |given: Quantity| quantities.iter().copied().find(|q| spans(given, *q));
    let [x, y] = wanted;
    let with_x = x.and_then(|x| Some([x, partner(x)?]));
    let with_y = || y.and_then(|y| Some([partner(y)?, y]));
    with_x.or_else(with_y).or_else(|| quantities.iter().find_map(|&q| Some([q, partner(q)?])))
}
