//! Why a lead changes from one case to another, change by change.

use super::changed::{name, value};
use super::{CaseOf, case_comparison, case_name};
use crate::board::Rows;
use crate::board::figures::charts::{Bar, lying_scene};
use crate::board::figures::{Figure, KeepGoing, Seen};
use crate::board::tables::{Table, exact};
use crate::chart::Ink;
use crate::model::OfferId;
use crate::value::{EXACT_MAX, GapChange, NoGap, SAMPLED_PAIRS, gap_change};
use crate::words::{decimal, signed};

/// Which lead, and from which case to which.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GapOptions {
    /// Width of the picture.
    pub width: f32,
    /// The case before.
    pub from: CaseOf,
    /// The case after.
    pub to: CaseOf,
    /// CDV of the first − CDV of the second.
    pub offers: [OfferId; 2],
}

/// More bars than this make no picture: the smallest stand together as one.
const BARS_MAX: usize = 20;
/// More rows than this make no table for the screen.
const ROWS_MAX: usize = 200;

/// A change with its part.
struct Step {
    name: String,
    /// What stood there before, and what stands there after.
    values: [String; 2],
    part: f64,
    error: Option<f64>,
}

struct Bridge {
    ends: [String; 2],
    gaps: [f64; 2],
    /// The largest first: their order says nothing.
    steps: Vec<Step>,
    is_sampled: bool,
}

/// True where the parts take longer than a frame: where they are sampled.
pub(in crate::board) fn is_heavy(seen: Seen<'_>, options: GapOptions) -> bool {
    let ends = [options.from, options.to].map(|case| case_comparison(seen, case));
    let [Some(before), Some(after)] = &ends else { return false };
    crate::model::differences(before, after).len() > EXACT_MAX
}

fn bridge(seen: Seen<'_>, options: GapOptions, keep_going: KeepGoing<'_>) -> Result<Option<Bridge>, NoGap> {
    let words = seen.words;
    let ends = [options.from, options.to].map(|case| case_name(seen, case).zip(case_comparison(seen, case)));
    let [Some((from, before)), Some((to, after))] = ends else { return Ok(None) };
    let found = gap_change(&before, &after, seen.board.segment, options.offers, |part| keep_going(f64::from(part)))?;
    let GapChange { changes, attribution } = found;
    let errors = attribution.errors.as_ref();
    let mut steps: Vec<Step> = changes
        .iter()
        .zip(&attribution.parts)
        .enumerate()
        .map(|(i, (change, part))| Step {
            name: name(words, change, &before, &after),
            values: [value(words, change, &before, Some(&after)), value(words, change, &after, Some(&before))],
            part: *part,
            error: errors.and_then(|errors| errors.get(i)).copied(),
        })
        .collect();
    steps.sort_by(|a, b| b.part.abs().total_cmp(&a.part.abs()));
    Ok(Some(Bridge {
        ends: [from, to],
        gaps: [attribution.from, attribution.to],
        steps,
        is_sampled: attribution.errors.is_some(),
    }))
}

impl Step {
    /// “Price, TCL: 2,800 → 3,200”.
    fn label(&self, seen: Seen<'_>) -> String {
        let [from, to] = &self.values;
        if from == to {
            // What is built otherwise has no two values.
            return seen.words.with("gap-step-built", &[("what", &self.name), ("how", to)]);
        }
        seen.words.with("gap-step", &[("what", &self.name), ("from", from), ("to", to)])
    }

    fn figure(&self, places: usize) -> String {
        let part = signed(self.part, places);
        match self.error {
            Some(error) => format!("{part} ± {}", decimal(error, places)),
            None => part,
        }
    }
}

fn offer_names(seen: Seen<'_>, options: GapOptions) -> [String; 2] {
    let states = [options.from, options.to].map(|case| case_comparison(seen, case));
    options.offers.map(|id| {
        let offer = states.iter().flatten().find_map(|state| state.offer(id));
        offer.map(|o| o.name.get(seen.words.lang()).to_owned()).unwrap_or_default()
    })
}

/// The bridge from the lead in one case to the lead in another; `None` where `keep_going` stopped it.
pub(in crate::board) fn gap_figure(seen: Seen<'_>, options: GapOptions, keep_going: KeepGoing<'_>) -> Option<Figure> {
    let words = seen.words;
    let [one, other] = offer_names(seen, options);
    let title = words.with("gap-title", &[("offer", &one), ("rival", &other)]);
    let refused = |remark: String| Figure { title: title.clone(), remark, ..Figure::default() };
    let bridge = match bridge(seen, options, keep_going) {
        Ok(Some(bridge)) => bridge,
        Ok(None) => return Some(refused(words.t("gap-gone"))),
        Err(NoGap::Stopped) => return None,
        Err(NoGap::Same) => return Some(refused(words.t("bridge-needs-two"))),
        Err(NoGap::Segment) => return Some(refused(words.t("gap-segment"))),
        Err(refusal @ (NoGap::Before(id) | NoGap::After(id))) => {
            let case = if matches!(refusal, NoGap::Before(_)) { options.from } else { options.to };
            let case = case_name(seen, case).unwrap_or_default();
            let offer = if id == options.offers[0] { &one } else { &other };
            return Some(refused(words.with("gap-incomplete", &[("offer", offer), ("case", &case)])));
        }
    };
    let table = table(seen, &bridge);
    let remark = match (bridge.steps.is_empty(), bridge.is_sampled) {
        (true, _) => words.t("gap-nothing"),
        (false, false) => words.t("gap-exact"),
        (false, true) => words.count("gap-sampled", 2 * SAMPLED_PAIRS),
    };
    Some(Figure {
        scene: lying_scene(&bars(seen, &bridge), options.width),
        title,
        summary: table.in_words(),
        table,
        remark,
        ..Figure::default()
    })
}

fn bars(seen: Seen<'_>, bridge: &Bridge) -> Vec<Bar> {
    let words = seen.words;
    let places = seen.board.places;
    let whole = |end: usize, ink| Bar {
        label: words.with("gap-in", &[("case", &bridge.ends[end])]),
        from: 0.0,
        to: bridge.gaps[end],
        ink,
        text: signed(bridge.gaps[end], places),
        exact: bridge.gaps[end],
    };
    let mut running = bridge.gaps[0];
    let mut bars = vec![whole(0, Ink::Neutral)];
    let mut push = |label: String, part: f64, text: String| {
        let ink = if part < 0.0 { Ink::Bad } else { Ink::Good };
        bars.push(Bar { label, from: running, to: running + part, ink, text, exact: part });
        running += part;
    };
    let shown = if bridge.steps.len() > BARS_MAX { BARS_MAX - 1 } else { bridge.steps.len() };
    for step in &bridge.steps[..shown] {
        push(step.label(seen), step.part, step.figure(places));
    }
    let rest = &bridge.steps[shown..];
    if !rest.is_empty() {
        let part = rest.iter().map(|step| step.part).sum();
        push(words.count("gap-more", rest.len()), part, signed(part, places));
    }
    bars.push(whole(1, Ink::Accent));
    bars
}

fn table(seen: Seen<'_>, bridge: &Bridge) -> Table {
    let words = seen.words;
    let places = seen.board.places;
    let whole = |end: usize| {
        let label = words.with("gap-in", &[("case", &bridge.ends[end])]);
        vec![label, String::new(), String::new(), signed(bridge.gaps[end], places)]
    };
    let mut rows = vec![whole(0)];
    rows.extend(bridge.steps.iter().take(ROWS_MAX).map(|step| {
        let [from, to] = step.values.clone();
        vec![step.name.clone(), from, to, step.figure(places)]
    }));
    rows.push(whole(1));
    let more = bridge.steps.len().saturating_sub(ROWS_MAX);
    Table {
        head: ["gap-change", "gap-from", "gap-to", "gap-part"].map(|key| words.t(key)).to_vec(),
        rows,
        more: if more > 0 { words.count("and-more", more) } else { String::new() },
    }
}

/// The parts for other programs, with the standard error of each where they are sampled.
pub(in crate::board) fn gap_data(seen: Seen<'_>, options: GapOptions) -> Rows {
    let words = seen.words;
    let Ok(Some(bridge)) = bridge(seen, options, &|_| true) else { return Rows::new() };
    let row = |label: String, [from, to]: [String; 2], part: f64, error: Option<f64>| {
        let mut cells = vec![label, from, to, exact(part)];
        if bridge.is_sampled {
            cells.push(error.map_or_else(String::new, exact));
        }
        cells
    };
    let mut head = ["gap-change", "gap-from", "gap-to", "gap-part"].map(|key| words.t(key)).to_vec();
    if bridge.is_sampled {
        head.push(words.t("gap-error"));
    }
    let whole = |end: usize| {
        let label = words.with("gap-in", &[("case", &bridge.ends[end])]);
        row(label, Default::default(), bridge.gaps[end], None)
    };
    let steps = bridge.steps.iter().map(|step| row(step.name.clone(), step.values.clone(), step.part, step.error));
    [head, whole(0)].into_iter().chain(steps).chain([whole(1)]).collect()
}
