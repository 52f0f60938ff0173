//! The value map as a drawing.

use super::{Map, MapOptions};
use crate::chart::{Anchor, Font, Ink, Plot, Scene, Shape, cut, text_width, ticks};
use crate::words::number;

const NAME: Font = Font { size: 11.0, bold: false };
const SMALL: Font = Font { size: 10.0, bold: false };
const KEY: Font = Font { size: 11.0, bold: false };
const DOT: f32 = 5.0;
/// Names beyond this many only clutter.
const NAMES_MAX: usize = 60;
/// Distances from the fair line are drawn for so many offers.
const DISTANCES_MAX: usize = 25;

/// Left, top, right, bottom.
type Area = [f32; 4];

fn overlaps(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// True where an area lies in the plot; it may stand out at the top by `above`.
fn is_inside(area: Area, plot: &Plot, above: f32) -> bool {
    let [left, top, ..] = plot.rect;
    area[0] >= left && area[2] <= plot.right() && area[1] >= top - above && area[3] <= plot.bottom()
}

/// Two ends of a line and how much it disturbs a name.
type Segment = ([f32; 2], [f32; 2], usize);

/// The lines drawn so far, but for the grid.
fn segments(scene: &Scene) -> Vec<Segment> {
    let mut found = Vec::new();
    for shape in &scene.shapes {
        match shape {
            Shape::Line { from, to, ink, .. } if !matches!(ink, Ink::Grid | Ink::Axis) => found.push((*from, *to, 2)),
            Shape::Polyline { points, dashed, .. } => {
                let weight = if *dashed { 1 } else { 2 };
                found.extend(points.windows(2).map(|w| (w[0], w[1], weight)));
            }
            _ => {}
        }
    }
    found
}

/// True where a line runs through an area: its part between the area's left and right passes the area's height.
fn crosses(&(a, b, _): &Segment, area: Area) -> bool {
    let (a, b) = if a[0] <= b[0] { (a, b) } else { (b, a) };
    if b[0] < area[0] || a[0] > area[2] {
        return false;
    }
    let y = |x: f32| if b[0] - a[0] < 1e-3 { None } else { Some(a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])) };
    let from = y(a[0].max(area[0])).unwrap_or(a[1]);
    let to = y(b[0].min(area[2])).unwrap_or(b[1]);
    from.min(to) <= area[3] && from.max(to) >= area[1]
}

/// The smallest and largest of some values with a margin around them.
fn padded(values: impl Iterator<Item = f64>) -> [f64; 2] {
    let ends = values.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], v| [low.min(v), high.max(v)]);
    let margin = ((ends[1] - ends[0]) * 0.14).max(ends[1].abs().max(1.0) * 1e-3);
    [ends[0] - margin, ends[1] + margin]
}

/// The part of y = `at` + slope·x that lies in the plot, from left to right.
fn in_sight(plot: &Plot, slope: f64, at: f64) -> Option<[[f64; 2]; 2]> {
    let ([x0, x1], [y0, y1]) = (plot.x_range, plot.y_range);
    let (mut from, mut to) = (x0, x1);
    if slope > 0.0 {
        (from, to) = (from.max((y0 - at) / slope), to.min((y1 - at) / slope));
    } else if at < y0 || at > y1 {
        return None;
    }
    (from < to).then(|| [from, to].map(|x| [x, at + slope * x]))
}

impl Map<'_> {
    pub(super) fn scene(&self, options: MapOptions) -> (Scene, Plot) {
        let width = options.width.max(160.0);
        let delivered = &self.board().delivered;
        let height = (width * 0.8).clamp(220.0, 480.0);
        let x_range = padded(self.shown.iter().map(|&o| delivered.tcc[o]));
        let y_range = padded(self.shown.iter().map(|&o| delivered.tcv[o]));
        let left = Plot::label_room(y_range, number);
        let plot = Plot::new([left, 20.0, width - left - 8.0, height - 62.0], x_range, y_range);
        let mut scene = Scene { size: [width, height], shapes: Vec::new() };
        plot.grid(&mut scene, number, number);
        scene.text([0.0, 8.0], Anchor::Start, self.words().t("map-y"), SMALL, Ink::Weak);
        scene.text([plot.right(), plot.bottom() + 24.0], Anchor::End, self.words().t("map-x"), SMALL, Ink::Weak);
        let mut taken: Vec<Area> = Vec::new();
        let equal = self.equal_lines(&mut scene, &plot);
        self.frontier_line(&mut scene, &plot);
        self.fair_line(&mut scene, &plot);
        self.dots(&mut scene, &plot, options.told, &mut taken);
        self.dot_names(&mut scene, &plot, options.told, &mut taken);
        label_lines(&mut scene, &plot, &equal, &mut taken);
        scene.size[1] = self.legend(&mut scene, plot.bottom() + 44.0);
        (scene, plot)
    }

    /// Lines of equal CDV: TCV = CDV + λ·TCC; each with its CDV.
    fn equal_lines(&self, scene: &mut Scene, plot: &Plot) -> Vec<([[f32; 2]; 2], String)> {
        let slope = self.fair.slope;
        let (x, y) = (plot.x_range, plot.y_range);
        let range = [y[0] - slope * x[1], y[1] - slope * x[0]];
        let mut lines = Vec::new();
        for cdv in ticks(range, 7) {
            let Some(ends) = in_sight(plot, slope, cdv) else { continue };
            let ends = ends.map(|[x, y]| plot.at(x, y));
            scene.polyline(ends.to_vec(), Ink::Axis, 1.0, true);
            let text = if cdv > 0.0 { format!("+{}", number(cdv)) } else { number(cdv) };
            lines.push((ends, text));
        }
        lines
    }

    fn fair_line(&self, scene: &mut Scene, plot: &Plot) {
        let delivered = &self.board().delivered;
        if let Some(ends) = in_sight(plot, self.fair.slope, self.fair.tcv(0.0)) {
            let [from, to] = ends.map(|[x, y]| plot.at(x, y));
            scene.line(from, to, Ink::Text, 1.5);
        }
        if self.shown.len() > DISTANCES_MAX {
            return;
        }
        for &o in &self.shown {
            let (x, y) = (delivered.tcc[o], delivered.tcv[o]);
            let ink = if self.distance(o) > 0.0 { Ink::Good } else { Ink::Bad };
            scene.line(plot.at(x, self.fair.tcv(x)), plot.at(x, y), ink, 1.5);
        }
    }

    /// A staircase: whatever lies below and to the right of it is dominated.
    fn frontier_line(&self, scene: &mut Scene, plot: &Plot) {
        let delivered = &self.board().delivered;
        let mut points: Vec<[f32; 2]> = Vec::new();
        for &o in self.frontier.iter().filter(|o| self.shown.contains(o)) {
            let [x, y] = plot.at(delivered.tcc[o], delivered.tcv[o]);
            points.push([x, points.last().map_or(plot.bottom(), |last| last[1])]);
            points.push([x, y]);
        }
        if let Some(last) = points.last().copied() {
            points.push([plot.right(), last[1]]);
        }
        scene.polyline(points, Ink::Accent, 1.5, false);
    }

    fn dots(&self, scene: &mut Scene, plot: &Plot, told: Option<usize>, taken: &mut Vec<Area>) {
        let delivered = &self.board().delivered;
        // The best are drawn last, over the others.
        for &o in self.shown.iter().rev() {
            let at = plot.at(delivered.tcc[o], delivered.tcv[o]);
            let radius = if told == Some(o) { DOT + 2.0 } else { DOT };
            let ink = Ink::Offer(self.comparison().offers[o].color);
            scene.circle(at, radius, ink, !self.efficient[o], self.told(o));
            taken.push([at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius]);
        }
    }

    /// Names beside their dots where there is room, the best first; a name that finds none is left to the pointer.
    ///
    /// Of the free places the one that the fewest lines run through is taken.
    fn dot_names(&self, scene: &mut Scene, plot: &Plot, told: Option<usize>, taken: &mut Vec<Area>) {
        let delivered = &self.board().delivered;
        let lines = segments(scene);
        let first = told.filter(|o| self.shown.contains(o));
        let others = self.shown.iter().copied().filter(|o| first != Some(*o));
        for o in first.into_iter().chain(others).take(NAMES_MAX) {
            let [x, y] = plot.at(delivered.tcc[o], delivered.tcv[o]);
            let name = cut(self.name(o), NAME, plot.rect[2] * 0.55);
            let width = text_width(&name, NAME);
            let (side, up) = (DOT + 4.0, DOT + 8.0);
            let places = [
                (Anchor::Start, [x + side, y]),
                (Anchor::End, [x - side, y]),
                (Anchor::Middle, [x, y - up]),
                (Anchor::Middle, [x, y + up]),
                (Anchor::Start, [x + side - 2.0, y - up]),
                (Anchor::End, [x - side + 2.0, y - up]),
                (Anchor::Start, [x + side - 2.0, y + up]),
                (Anchor::End, [x - side + 2.0, y + up]),
            ];
            let free = places.into_iter().filter_map(|(anchor, at)| {
                let area = area(anchor, at, width, 13.0);
                let is_free = is_inside(area, plot, 6.0) && !taken.iter().any(|other| overlaps(area, *other));
                let crossed: usize = lines.iter().filter(|line| crosses(line, area)).map(|line| line.2).sum();
                is_free.then_some((crossed, anchor, at, area))
            });
            if let Some((_, anchor, at, area)) = free.min_by_key(|(crossed, ..)| *crossed) {
                taken.push(area);
                clear(scene, area);
                scene.text(at, anchor, name, NAME, Ink::Text);
            }
        }
    }

    /// What the lines and dots mean; the height after it.
    fn legend(&self, scene: &mut Scene, top: f32) -> f32 {
        let slope = number((self.fair.slope * 1e4).round() / 1e4);
        let keys = [
            (Key::Line(Ink::Text, false), self.words().with("map-key-fair", &[("slope", &slope)])),
            (Key::Line(Ink::Axis, true), self.words().t("map-key-equal")),
            (Key::Line(Ink::Accent, false), self.words().t("map-key-frontier")),
            (Key::Hollow, self.words().t("map-key-dominated")),
        ];
        let (mut x, mut y) = (0.0, top);
        for (key, text) in keys {
            let width = 22.0 + text_width(&text, KEY) + 12.0;
            if x > 0.0 && x + width - 12.0 > scene.size[0] {
                (x, y) = (0.0, y + 17.0);
            }
            match key {
                Key::Line(ink, dashed) => scene.polyline(vec![[x, y], [x + 16.0, y]], ink, 1.5, dashed),
                Key::Hollow => scene.circle([x + 8.0, y], 4.0, Ink::Weak, true, ""),
            }
            scene.text([x + 22.0, y], Anchor::Start, text, KEY, Ink::Weak);
            x += width;
        }
        y + 10.0
    }
}

enum Key {
    Line(Ink, bool),
    Hollow,
}

fn area(anchor: Anchor, [x, y]: [f32; 2], width: f32, high: f32) -> Area {
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    [left, y - high / 2.0, left + width, y + high / 2.0]
}

/// Clears the ground under a label, so that no line runs through it.
fn clear(scene: &mut Scene, [left, top, right, bottom]: Area) {
    scene.rect([left - 1.5, top, right - left + 3.0, bottom - top], Ink::Background, "");
}

/// The CDV of each line where the line leaves the plot, or at its beginning, where nothing else stands.
fn label_lines(scene: &mut Scene, plot: &Plot, lines: &[([[f32; 2]; 2], String)], taken: &mut Vec<Area>) {
    for ([from, to], text) in lines {
        let width = text_width(text, SMALL);
        let leaves_above = to[0] < plot.right() - 1.0;
        let end = if leaves_above {
            (Anchor::End, [to[0] - 5.0, to[1] + 7.0])
        } else {
            (Anchor::End, [to[0] - 2.0, to[1] - 7.0])
        };
        let begins_below = from[0] > plot.rect[0] + 1.0;
        let begin = if begins_below {
            (Anchor::Start, [from[0] + 7.0, from[1] - 7.0])
        } else {
            (Anchor::Start, [from[0] + 3.0, from[1] - 9.0])
        };
        let free = [end, begin].into_iter().find(|(anchor, at)| {
            let area = area(*anchor, *at, width, 11.0);
            is_inside(area, plot, 0.0) && !taken.iter().any(|other| overlaps(area, *other))
        });
        if let Some((anchor, at)) = free {
            let area = area(anchor, at, width, 11.0);
            taken.push(area);
            clear(scene, area);
            scene.text(at, anchor, text, SMALL, Ink::Neutral);
        }
    }
}
