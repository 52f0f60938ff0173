//! A judgement in Saaty's words.

use crate::words::{Words, ratio};

/// What 1, 3, 5, 7 and 9 are called (Saaty 1980); the steps between them lie between two of these.
const NAMED: [&str; 5] =
    ["pairs-equally", "pairs-moderately", "pairs-strongly", "pairs-very-strongly", "pairs-extremely"];

/// A ratio as near as this to a whole number is that number.
const WHOLE: f64 = 1e-9;

/// What a judgement says, the more important one first.
pub(super) fn said(words: &Words, one: &str, other: &str, given: Option<f64>) -> String {
    let Some(given) = given else { return words.t("pairs-unsaid") };
    let (more, less) = if given >= 1.0 { (one, other) } else { (other, one) };
    let times = given.max(1.0 / given);
    let shown = ratio(times);
    let parts = [("more", more), ("less", less), ("times", shown.as_str())];
    let is_step = (times - times.round()).abs() < WHOLE;
    if times > 9.0 + WHOLE {
        return words.with("pairs-said-beyond", &parts);
    }
    if !is_step {
        return words.with("pairs-said-times", &parts);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 9")]
    let step = times.round() as usize;
    let named = |step: usize| NAMED.get(step / 2).map(|key| words.t(key)).unwrap_or_default();
    if step == 1 {
        words.with("pairs-said-equally", &parts)
    } else if step % 2 == 1 {
        words.with("pairs-said", &[parts[0], parts[1], parts[2], ("word", &named(step))])
    } else {
        let (low, high) = (named(step - 1), named(step + 1));
        words.with("pairs-said-between", &[parts[0], parts[1], parts[2], ("low", &low), ("high", &high)])
    }
}
