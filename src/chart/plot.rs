//! Axes: values on pixels and back, round ticks, and labels that do not cover each other.

use super::{Anchor, Font, Ink, Scene, text_width};

/// A linear map from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    low: f64,
    scale: f64,
    start: f64,
}

impl Axis {
    /// The axis on which `low` stands at the pixel `span[0]` and `high` at `span[1]`.
    #[must_use]
    pub fn new(low: f64, high: f64, span: [f32; 2]) -> Self {
        let start = f64::from(span[0]);
        Self { low, scale: (f64::from(span[1]) - start) / (high - low).max(f64::MIN_POSITIVE), start }
    }

    /// The pixel of a value.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
    pub fn at(&self, value: f64) -> f32 {
        (self.start + (value - self.low) * self.scale) as f32
    }

    /// The value at a pixel.
    #[must_use]
    pub fn value(&self, at: f32) -> f64 {
        if self.scale == 0.0 { self.low } else { self.low + (f64::from(at) - self.start) / self.scale }
    }
}

/// The area of a chart that has two axes, in the coordinates of its scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Left, top, width, height.
    pub rect: [f32; 4],
    /// Values to the right.
    pub x: Axis,
    /// Values upwards.
    pub y: Axis,
    /// Least and largest value of x.
    pub x_range: [f64; 2],
    /// Least and largest value of y.
    pub y_range: [f64; 2],
}

const TICK: Font = Font { size: 10.0, bold: false };

impl Plot {
    /// The axes over `rect`; a range without an extent is widened.
    #[must_use]
    pub fn new(rect: [f32; 4], x_range: [f64; 2], y_range: [f64; 2]) -> Self {
        let [left, top, width, height] = rect;
        let (x_range, y_range) = (widened(x_range), widened(y_range));
        Self {
            rect,
            x: Axis::new(x_range[0], x_range[1], [left, left + width]),
            y: Axis::new(y_range[0], y_range[1], [top + height, top]),
            x_range,
            y_range,
        }
    }

    /// Where a pair of values stands.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> [f32; 2] {
        [self.x.at(x), self.y.at(y)]
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.rect[0] + self.rect[2]
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.rect[1] + self.rect[3]
    }

    /// Draws quiet lines at round values with their labels below and to the left, and the zero of y stronger.
    pub fn grid(&self, scene: &mut Scene, x_label: impl Fn(f64) -> String, y_label: impl Fn(f64) -> String) {
        self.across(scene, x_label);
        self.up(scene, y_label);
    }

    /// Draws quiet level lines at round values of y with their labels to the left, and its zero stronger.
    pub fn up(&self, scene: &mut Scene, y_label: impl Fn(f64) -> String) {
        let [left, _, width, height] = self.rect;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of ticks")]
        let up = (height / 28.0) as usize;
        for value in ticks(self.y_range, up.clamp(2, 8)) {
            let y = self.y.at(value);
            let ink = if value == 0.0 { Ink::Axis } else { Ink::Grid };
            scene.line([left, y], [left + width, y], ink, 1.0);
            scene.text([left - 5.0, y], Anchor::End, y_label(value), TICK, Ink::Weak);
        }
    }

    /// Draws quiet upright lines at round values of x with their labels below.
    pub fn across(&self, scene: &mut Scene, x_label: impl Fn(f64) -> String) {
        let [_, top, width, height] = self.rect;
        let widest = ticks(self.x_range, 5).iter().map(|v| text_width(&x_label(*v), TICK)).fold(20.0, f32::max);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of ticks")]
        let across = (width / (widest + 14.0)) as usize;
        for value in ticks(self.x_range, across.clamp(2, 8)) {
            let x = self.x.at(value);
            scene.line([x, top], [x, top + height], Ink::Grid, 1.0);
            let label = x_label(value);
            let half = text_width(&label, TICK) / 2.0;
            let middle = x.clamp(half, (scene.size[0] - half).max(half));
            scene.text([middle, top + height + 10.0], Anchor::Middle, label, TICK, Ink::Weak);
        }
    }

    /// Room that labels of y take to the left of the plot.
    #[must_use]
    pub fn label_room(y_range: [f64; 2], y_label: impl Fn(f64) -> String) -> f32 {
        ticks(widened(y_range), 8).iter().map(|v| text_width(&y_label(*v), TICK)).fold(14.0, f32::max) + 8.0
    }
}

fn widened([low, high]: [f64; 2]) -> [f64; 2] {
    let is_apart = high - low > 1e-12 * low.abs().max(high.abs()).max(1e-300);
    if is_apart { [low, high] } else { [low - 0.5 * low.abs().max(1.0), high + 0.5 * high.abs().max(1.0)] }
}

/// Round values inside a range, ascending: at most `most` + 1 of them, 1, 2 or 5 times a power of ten apart.
#[must_use]
pub fn ticks([low, high]: [f64; 2], most: usize) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 || most == 0 {
        return Vec::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
    let rough = span / most as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|m| m * power).into_iter().find(|s| *s >= rough * (1.0 - 1e-9));
    let step = step.unwrap_or(10.0 * power);
    let first = (low / step - 1e-9).ceil();
    #[expect(clippy::cast_possible_truncation, reason = "at most `most` steps fit")]
    let count = ((high / step + 1e-9).floor() - first).max(-1.0) as i64 + 1;
    // `+ 0.0` turns -0.0 into 0.0.
    #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
    (0..count).map(|i| (first + i as f64) * step + 0.0).collect()
}

/// Moves positions apart until neighbours are at least `gap` from each other, inside `range` where there is room,
/// each as near to its own place as the others allow.
pub fn spread(places: &mut [f32], gap: f32, range: [f32; 2]) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|&a, &b| places[a].total_cmp(&places[b]));
    // Runs that touch are laid out around their mean, and joined with the run before where they reach it.
    let mut runs: Vec<(f32, Vec<usize>)> = Vec::new();
    for i in order {
        let mut run = (places[i], vec![i]);
        while let Some((mean, before)) = runs.last() {
            #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
            let (n, m) = (before.len() as f32, run.1.len() as f32);
            if mean + (n - 1.0) / 2.0 * gap + gap <= run.0 - (m - 1.0) / 2.0 * gap {
                break;
            }
            let joined = (mean * n + run.0 * m) / (n + m);
            let mut members = before.clone();
            members.append(&mut run.1);
            runs.pop();
            run = (joined, members);
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
        let half = (run.1.len() as f32 - 1.0) / 2.0 * gap;
        run.0 = run.0.min(range[1] - half).max(range[0] + half);
        runs.push(run);
    }
    for (mean, members) in runs {
        for (k, &i) in members.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
            let offset = k as f32 - (members.len() as f32 - 1.0) / 2.0;
            places[i] = mean + offset * gap;
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "halves and whole numbers are exact")]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(ticks([0.0, 100.0], 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks([-3.0, 12.0], 4), [0.0, 5.0, 10.0]);
        assert_eq!(ticks([2.0, 2.0], 4), Vec::<f64>::new());
        assert_eq!(ticks([0.0, f64::INFINITY], 4), Vec::<f64>::new());
    }

    #[test]
    fn pixels_and_values_go_both_ways() {
        let plot = Plot::new([40.0, 10.0, 200.0, 100.0], [0.0, 5000.0], [-20.0, 80.0]);
        assert_eq!(plot.at(2500.0, 30.0), [140.0, 60.0]);
        assert!((plot.x.value(140.0) - 2500.0).abs() < 1e-9 && (plot.y.value(110.0) + 20.0).abs() < 1e-9);
        assert!(Plot::new([0.0, 0.0, 10.0, 10.0], [3.0, 3.0], [0.0, 0.0]).at(3.0, 0.0) == [5.0, 5.0]);
    }

    #[test]
    fn labels_are_moved_apart_and_stay_inside() {
        let mut places = [50.0, 52.0, 10.0, 99.0];
        spread(&mut places, 12.0, [0.0, 100.0]);
        assert_eq!(places, [45.0, 57.0, 10.0, 99.0]);
        let mut low = [98.0, 99.0, 100.0];
        spread(&mut low, 10.0, [0.0, 100.0]);
        assert_eq!(low, [80.0, 90.0, 100.0]);
    }
}
