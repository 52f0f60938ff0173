//! A curve as a drawing: the same on the page, in pictures and in the dialog of a criterion.

use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut, text_width};
use crate::model::Curve;
use crate::words::{Words, number};

const TITLE: Font = Font { size: 10.0, bold: false };
const KEY: Font = Font { size: 11.0, bold: false };
/// How far the drawing goes beyond the anchors, as a part of their span.
const OVERHANG: f64 = 0.12;
/// Levels further away than this many spans are shown at the edge.
const FAR: f64 = 1.0;
/// What two dots need from middle to middle.
const DOT_GAP: f32 = 10.0;
/// What a dot needs from the middle of a handle.
const HANDLE_GAP: f32 = 12.0;
const DOT: f32 = 4.5;
/// How far a handle reaches.
const HANDLE: f32 = 7.0;
const RING: f32 = 3.0;
/// Most rings around one place.
const RINGS_MAX: usize = 6;

/// An offer at its level.
pub(super) struct Dot {
    pub x: f64,
    pub y: f64,
    pub color: [u8; 3],
    pub tip: String,
}

/// What is drawn of a curve.
pub(super) struct Look<'a> {
    pub size: [f32; 2],
    pub curve: &'a Curve,
    pub in_points: bool,
    /// False where there is nothing beyond the anchors.
    pub goes_on: bool,
    /// Ranges of x and y while something is dragged; else what there is to see.
    pub ranges: Option<[[f64; 2]; 2]>,
    pub dots: Vec<Dot>,
    pub x_label: &'a dyn Fn(f64) -> String,
    pub y_label: &'a dyn Fn(f64) -> String,
    pub x_title: String,
    pub y_title: String,
    /// What stands at an anchor.
    pub anchor: String,
}

/// The levels in sight: the anchors with some room, and the offers that are not far away.
fn x_range(look: &Look<'_>) -> [f64; 2] {
    let (low, high) = look.curve.anchors();
    let span = high - low;
    let over = if look.goes_on { OVERHANG } else { 0.04 } * span;
    let xs = look.dots.iter().map(|dot| dot.x.clamp(low - FAR * span, high + FAR * span));
    let [from, to] = xs.fold([low, high], |[a, b], x| [a.min(x), b.max(x)]);
    [from - over, to + over]
}

/// The points in sight: 0 to 100, or all amounts and 0; more where the curve goes on beyond its anchors.
fn y_range(look: &Look<'_>, x_range: [f64; 2]) -> [f64; 2] {
    let [low, high] = look.curve.y_range();
    let [low, high] = if look.in_points { [0.0, 100.0] } else { [low.min(0.0), high.max(0.0)] };
    let span = if high > low { high - low } else { 1.0 };
    let ends = x_range.map(|x| look.curve.at(x).clamp(low - 0.25 * span, high + 0.25 * span));
    let ends = if look.goes_on { ends } else { [low, high] };
    let [from, to] = ends.iter().fold([low, high], |[a, b], y| [a.min(*y), b.max(*y)]);
    // Amounts have no end: there is room to drag them up.
    [from - 0.05 * span, to + if look.in_points { 0.05 } else { 0.2 } * span]
}

/// The drawing and its axes.
pub(super) fn curve_scene(look: &Look<'_>) -> (Scene, Plot) {
    let [x_range, y_range] = look.ranges.unwrap_or_else(|| {
        let x_range = x_range(look);
        [x_range, y_range(look, x_range)]
    });
    let [width, height] = look.size;
    let left = Plot::label_room(y_range, look.y_label);
    let rect = [left, 30.0, (width - left - 8.0).max(40.0), (height - 68.0).max(40.0)];
    let plot = Plot::new(rect, x_range, y_range);
    let mut scene = Scene { size: look.size, shapes: Vec::new() };
    plot.grid(&mut scene, look.x_label, look.y_label);
    scene.text([0.0, 8.0], Anchor::Start, cut(&look.y_title, TITLE, width), TITLE, Ink::Weak);
    let middle = plot.rect[0] + plot.rect[2] / 2.0;
    let title = cut(&look.x_title, TITLE, plot.rect[2]);
    scene.text([middle, plot.bottom() + 27.0], Anchor::Middle, title, TITLE, Ink::Weak);
    anchors(&mut scene, &plot, look);
    line(&mut scene, &plot, look);
    dots(&mut scene, &plot, look);
    (scene, plot)
}

/// Where the anchors stand.
fn anchors(scene: &mut Scene, plot: &Plot, look: &Look<'_>) {
    let (low, high) = look.curve.anchors();
    let half = text_width(&look.anchor, TITLE) / 2.0;
    let mut free = f32::NEG_INFINITY;
    for x in [low, high].map(|x| plot.x.at(x)) {
        if x < plot.rect[0] - 1.0 || x > plot.right() + 1.0 {
            continue;
        }
        scene.polyline(vec![[x, plot.rect[1]], [x, plot.bottom()]], Ink::Axis, 1.0, true);
        let at = x.clamp(half, (scene.size[0] - half).max(half));
        if at - half > free {
            scene.text([at, plot.rect[1] - 7.0], Anchor::Middle, look.anchor.as_str(), TITLE, Ink::Neutral);
            free = at + half + 6.0;
        }
    }
}

/// The part of the line from `a` to `b` that lies in the plot, as pixels; `None` where none does.
fn within(plot: &Plot, a: [f64; 2], b: [f64; 2]) -> Option<[[f32; 2]; 2]> {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (i, [low, high]) in [plot.x_range, plot.y_range].into_iter().enumerate() {
        let (start, way) = (a[i], b[i] - a[i]);
        if way == 0.0 {
            if start < low || start > high {
                return None;
            }
            continue;
        }
        let [s, t] = [(low - start) / way, (high - start) / way];
        (from, to) = (from.max(s.min(t)), to.min(s.max(t)));
    }
    let at = |part: f64| plot.at(a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]));
    (from < to).then(|| [at(from), at(to)])
}

fn line(scene: &mut Scene, plot: &Plot, look: &Look<'_>) {
    let curve = look.curve;
    let (low, high) = curve.anchors();
    if look.goes_on {
        for (outer, anchor) in [(plot.x_range[0], low), (plot.x_range[1], high)] {
            if let Some(ends) = within(plot, [outer, curve.at(outer)], [anchor, curve.at(anchor)]) {
                scene.polyline(ends.to_vec(), Ink::Weak, 1.5, true);
            }
        }
    }
    for pair in curve.points().windows(2) {
        if let Some(ends) = within(plot, pair[0], pair[1]) {
            scene.polyline(ends.to_vec(), Ink::Weak, 2.0, false);
        }
    }
    for (i, [x, y]) in curve.points().iter().enumerate() {
        let is_anchor = i == 0 || i + 1 == curve.points().len();
        let tip = format!("{} → {}", (look.x_label)(*x), (look.y_label)(*y));
        scene.circle(plot.at(*x, *y), if is_anchor { 5.0 } else { 4.0 }, Ink::Text, !is_anchor, tip);
    }
}

/// Offers at their levels. Those at one place lie around each other as rings, and around the control point there: none
/// stands where it has no points.
fn dots(scene: &mut Scene, plot: &Plot, look: &Look<'_>) {
    let is_near = |a: [f32; 2], b: [f32; 2]| (a[0] - b[0]).hypot(a[1] - b[1]) < DOT;
    let handles: Vec<[f32; 2]> = look.curve.points().iter().map(|[x, y]| plot.at(*x, *y)).collect();
    let home = |x: f64, y: f64| {
        let [x, y] = plot.at(x, y);
        [x.clamp(plot.rect[0], plot.right()), y.clamp(plot.rect[1], plot.bottom())]
    };
    let homes: Vec<[f32; 2]> = look.dots.iter().map(|dot| home(dot.x, dot.y)).collect();
    // The outermost first, so that each is seen.
    for (i, dot) in look.dots.iter().enumerate().rev() {
        let inside = homes[..i].iter().filter(|other| is_near(**other, homes[i])).take(RINGS_MAX).count();
        let core = if handles.iter().any(|handle| is_near(*handle, homes[i])) { HANDLE + RING } else { DOT };
        #[expect(clippy::cast_precision_loss, reason = "a few rings")]
        let radius = core + RING * inside as f32;
        scene.circle(homes[i], radius, Ink::Offer(dot.color), false, dot.tip.clone());
    }
}

/// A dot for an offer; one that had to move is tied to its place.
pub(super) fn put_dot(scene: &mut Scene, home: [f32; 2], at: [f32; 2], color: [u8; 3], tip: &str) {
    if (home[1] - at[1]).abs() > 1.0 {
        scene.line(home, at, Ink::Axis, 1.0);
    }
    scene.circle(at, DOT, Ink::Offer(color), false, tip);
}

/// The first place from `home` upwards, then downwards, where nothing else stands.
pub(super) fn free_place(home: [f32; 2], top: f32, handles: &[[f32; 2]], taken: &[[f32; 2]]) -> [f32; 2] {
    let far = |a: [f32; 2], b: [f32; 2], gap: f32| (a[0] - b[0]).hypot(a[1] - b[1]) >= gap - 0.01;
    let is_free =
        |at: [f32; 2]| handles.iter().all(|h| far(at, *h, HANDLE_GAP)) && taken.iter().all(|t| far(at, *t, DOT_GAP));
    let steps = (0_u8..80).map(|i| f32::from(i) * 2.0);
    let up = steps.clone().map(|dy| [home[0], home[1] - dy]).take_while(|at| at[1] >= top);
    let down = steps.map(|dy| [home[0], home[1] + dy]);
    up.chain(down).find(|at| is_free(*at)).unwrap_or(home)
}

/// Colours and names of offers in rows below a drawing; the height after them.
pub(super) fn legend(scene: &mut Scene, top: f32, offers: &[([u8; 3], &str)], more: &str) {
    let (mut x, mut y) = (0.0, top);
    let width_all = scene.size[0];
    for (color, name) in offers {
        let name = cut(name, KEY, (width_all - 16.0).min(120.0));
        let width = 14.0 + text_width(&name, KEY) + 12.0;
        if x > 0.0 && x + width - 12.0 > width_all {
            (x, y) = (0.0, y + 17.0);
        }
        scene.circle([x + 5.0, y], DOT, Ink::Offer(*color), false, "");
        scene.text([x + 14.0, y], Anchor::Start, name, KEY, Ink::Weak);
        x += width;
    }
    if !more.is_empty() {
        (x, y) = (0.0, y + 17.0);
        scene.text([x, y], Anchor::Start, more, KEY, Ink::Weak);
    }
    scene.size[1] = if offers.is_empty() && more.is_empty() { top } else { y + 10.0 };
}

/// What a dialog shows of a curve while it is typed.
#[must_use]
pub fn curve_preview(
    words: &Words,
    curve: &Curve,
    in_points: bool,
    [x_title, y_title]: [&str; 2],
    size: [f32; 2],
) -> Scene {
    let look = Look {
        size,
        curve,
        in_points,
        goes_on: true,
        ranges: None,
        dots: Vec::new(),
        x_label: &number,
        y_label: &number,
        x_title: x_title.to_owned(),
        y_title: y_title.to_owned(),
        anchor: words.t("scale-page-anchor"),
    };
    curve_scene(&look).0
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "places on a grid of whole pixels")]
mod tests {
    use super::*;

    #[test]
    fn tied_offers_stand_above_each_other_and_beside_no_handle() {
        let handles = [[50.0, 80.0]];
        let mut taken: Vec<[f32; 2]> = Vec::new();
        for _ in 0..3 {
            let at = free_place([50.0, 80.0], 10.0, &handles, &taken);
            taken.push(at);
        }
        assert_eq!(taken, [[50.0, 68.0], [50.0, 58.0], [50.0, 48.0]]);
        // Where there is no room above, they stand below.
        assert_eq!(free_place([50.0, 14.0], 10.0, &[[50.0, 14.0]], &[]), [50.0, 26.0]);
        assert_eq!(free_place([90.0, 80.0], 10.0, &handles, &taken), [90.0, 80.0]);
    }

    #[test]
    fn what_goes_on_steeply_is_cut_at_the_edge() {
        let plot = Plot::new([0.0, 0.0, 100.0, 100.0], [0.0, 10.0], [0.0, 100.0]);
        assert_eq!(within(&plot, [5.0, 50.0], [10.0, 300.0]), Some([[50.0, 50.0], [60.0, 0.0]]));
        assert_eq!(within(&plot, [5.0, 150.0], [10.0, 150.0]), None);
    }
}
