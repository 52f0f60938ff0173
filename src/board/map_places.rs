//! Where names stand in the regions of a plane.

use crate::chart::Plot;
use crate::value::WinnerMap;

/// The room for a label in a region, in the coordinates of the scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub middle: [f32; 2],
    pub size: [f32; 2],
}

/// Squares across the plane; half as high as they are wide, as labels are.
const ACROSS: usize = 56;

/// For each winner the largest rectangle, twice as wide as high, that lies in its region as far as a raster shows.
pub(super) fn places(map: &WinnerMap, plot: &Plot) -> Vec<Option<Place>> {
    let [left, top, width, height] = plot.rect;
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let wide = width / ACROSS as f32;
    let high = wide / 2.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred rows")]
    let rows = (height / high).max(0.0) as usize;
    let mut places: Vec<Option<(u32, Place)>> = vec![None; map.winners().len()];
    // Size of the largest block whose lower right corner is here, for this row and the one before.
    let mut before: Vec<(Option<usize>, u32)> = vec![(None, 0); ACROSS];
    for row in 0..rows {
        let mut now: Vec<(Option<usize>, u32)> = Vec::with_capacity(ACROSS);
        for column in 0..ACROSS {
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            let [x, y] = [left + (column as f32 + 0.5) * wide, top + (row as f32 + 0.5) * high];
            let winner = map.winner_at([plot.x.value(x), plot.y.value(y)]);
            let block = |cell: Option<&(Option<usize>, u32)>| cell.filter(|c| c.0 == winner).map_or(0, |c| c.1);
            let corner = column.checked_sub(1);
            let beside = corner.and_then(|c| now.get(c));
            let across = corner.and_then(|c| before.get(c));
            let size = 1 + block(beside).min(block(across)).min(block(before.get(column)));
            now.push((winner, size));
            if let Some(best) = winner.and_then(|w| places.get_mut(w))
                && best.is_none_or(|(largest, _)| size > largest)
            {
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                let blocks = size as f32;
                let size_px = [blocks * wide, blocks * high];
                let middle = [x + wide / 2.0 - size_px[0] / 2.0, y + high / 2.0 - size_px[1] / 2.0];
                *best = Some((size, Place { middle, size: size_px }));
            }
        }
        before = now;
    }
    places.into_iter().map(|best| best.map(|(_, place)| place)).collect()
}
