//! Round numbers around what there is.

/// Steps that people count in.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// About so many steps lie between the lowest and the highest level.
const PARTS: f64 = 4.0;

/// Round anchors around `low` and `high`: multiples of 1, 2 or 5 times a power of ten, at most a quarter of the
/// distance beyond either end; of whole minor units where `whole` is true. A level at an anchor stays there.
///
/// `None` where the two are equal, or no numbers to reckon with.
///
/// ```
/// use worthwhile::value::lint::nice_anchors;
/// assert_eq!(nice_anchors([2.0, 26.0], false), Some([0.0, 30.0]));
/// assert_eq!(nice_anchors([280_000.0, 440_000.0], true), Some([280_000.0, 440_000.0]));
/// assert_eq!(nice_anchors([0.31, 0.47], false), Some([0.3, 0.48]));
/// ```
#[must_use]
pub fn nice_anchors([low, high]: [f64; 2], whole: bool) -> Option<[f64; 2]> {
    let step = nice_step((high - low) / PARTS)?;
    let step = if whole { step.max(1.0).round() } else { step };
    let multiple = |count: f64| {
        // 3 · 0.1 is not 0.3: small steps are divided by what is exact.
        if step < 1.0 { count / (1.0 / step).round() } else { count * step }
    };
    // A hair of rounding must not push an anchor a whole step away, nor leave a level outside.
    let anchors = [multiple((low / step + 1e-9).floor()).min(low), multiple((high / step - 1e-9).ceil()).max(high)];
    let anchors = if whole { [anchors[0].floor(), anchors[1].ceil()] } else { anchors };
    (anchors[0] < anchors[1] && anchors.iter().all(|x| x.is_finite())).then(|| anchors.map(|x| x + 0.0))
}

/// The largest of 1, 2, 5 · 10ⁿ that is not above `width`.
fn nice_step(width: f64) -> Option<f64> {
    if !width.is_finite() || width <= 0.0 {
        return None;
    }
    let decade = 10_f64.powf(width.log10().floor());
    let largest = STEPS.iter().map(|step| step * decade).rfind(|step| *step <= width * (1.0 + 1e-9));
    largest.or(Some(decade)).filter(|step| step.is_normal())
}
