//! Ranks from case to case, as a slope graph.

use super::{CasesOptions, Shown, shown};
use crate::board::Rows;
use crate::board::figures::{Figure, Seen};
use crate::board::tables::{Table, exact};
use crate::chart::{Anchor, Font, Ink, Scene, cut, text_width};
use crate::model::{Offer, OfferId};
use crate::words::signed;

const NAME: Font = Font { size: 11.0, bold: false };
const HEAD: Font = Font { size: 11.0, bold: true };
const RANK: Font = Font { size: 10.0, bold: true };
const DOT: f32 = 9.0;
/// From one place to the next.
const STEP: f32 = 27.0;
/// More offers than this make no picture.
const OFFERS_MAX: usize = 14;
/// More rows than this make no table for the screen.
const ROWS_MAX: usize = 200;

/// Every offer of any of the cases: those of the first as it ranks them, then those that only others have.
fn offers<'a>(cases: &'a [Shown<'_>]) -> Vec<&'a Offer> {
    let mut all: Vec<&Offer> = Vec::new();
    for case in cases {
        let mut order: Vec<(u32, usize)> = (0..case.comparison.offers.len())
            .map(|o| (case.delivered.rank.get(o).copied().filter(|rank| *rank > 0).unwrap_or(u32::MAX), o))
            .collect();
        order.sort_unstable();
        let known: std::collections::BTreeSet<OfferId> = all.iter().map(|o| o.id).collect();
        let fresh = order.into_iter().map(|(_, o)| &case.comparison.offers[o]).filter(|o| !known.contains(&o.id));
        all.extend(fresh);
    }
    all
}

/// The offers that come nearest to the top in any case, in the order of `all`.
fn leading<'a>(cases: &[Shown<'_>], all: &[&'a Offer]) -> Vec<&'a Offer> {
    let best = |o: &Offer| cases.iter().filter_map(|c| c.standing(o.id)).map(|(rank, _)| rank).min();
    let mut ranked: Vec<(u32, usize)> = all.iter().enumerate().filter_map(|(i, o)| Some((best(o)?, i))).collect();
    ranked.sort_unstable();
    ranked.truncate(OFFERS_MAX);
    let mut places: Vec<usize> = ranked.into_iter().map(|(_, i)| i).collect();
    places.sort_unstable();
    places.into_iter().map(|i| all[i]).collect()
}

/// Ranks of the offers in every case.
pub(in crate::board) fn ranks_figure(seen: Seen<'_>, options: &CasesOptions) -> Figure {
    let words = seen.words;
    let title = words.t("variants-ranks");
    let cases = shown(seen, options);
    let all = offers(&cases);
    let lines = leading(&cases, &all);
    if lines.is_empty() {
        return Figure { title, remark: words.t("chart-empty"), ..Figure::default() };
    }
    let table = table(seen, &cases, &all);
    let left_out = all.len() - lines.len();
    Figure {
        title,
        scene: scene(seen, &cases, &lines, options.width),
        summary: table.in_words(),
        table,
        remark: if left_out > 0 { words.count("variants-more-offers", left_out) } else { String::new() },
        ..Figure::default()
    }
}

fn table(seen: Seen<'_>, cases: &[Shown<'_>], all: &[&Offer]) -> Table {
    let words = seen.words;
    let cell = |case: &Shown<'_>, offer: &Offer| {
        let standing = case.standing(offer.id);
        standing.map_or_else(
            || "–".to_owned(),
            |(rank, cdv)| {
                let figures = [("rank", &*rank.to_string()), ("cdv", &signed(cdv, seen.board.places))];
                words.with("variants-rank-cell", &figures)
            },
        )
    };
    let row = |offer: &&Offer| {
        let name = offer.name.get(words.lang()).to_owned();
        std::iter::once(name).chain(cases.iter().map(|case| cell(case, offer))).collect()
    };
    let more = all.len().saturating_sub(ROWS_MAX);
    Table {
        head: std::iter::once(words.t("table-offer")).chain(cases.iter().map(|c| c.name.clone())).collect(),
        rows: all.iter().take(ROWS_MAX).map(row).collect(),
        more: if more > 0 { words.count("and-more", more) } else { String::new() },
    }
}

/// Rank and CDV of every offer in every case, for other programs.
pub(in crate::board) fn ranks_data(seen: Seen<'_>, options: &CasesOptions) -> Rows {
    let words = seen.words;
    let cases = shown(seen, options);
    let mut head = vec![words.t("table-offer")];
    for case in &cases {
        head.extend(
            ["table-rank", "cdv"]
                .map(|key| words.with("variants-column", &[("case", &case.name), ("figure", &words.t(key))])),
        );
    }
    let row = |offer: &Offer| {
        let mut cells = vec![offer.name.get(words.lang()).to_owned()];
        for case in &cases {
            let standing = case.standing(offer.id);
            cells.extend(standing.map_or_else(Default::default, |(rank, cdv)| [rank.to_string(), exact(cdv)]));
        }
        cells
    };
    std::iter::once(head).chain(offers(&cases).into_iter().map(row)).collect()
}

/// Where each offer stands in a case: the shown ones from best to worst, one below the other also where they tie.
fn places(case: &Shown<'_>, lines: &[&Offer]) -> Vec<Option<usize>> {
    let mut order: Vec<(u32, usize)> =
        lines.iter().enumerate().filter_map(|(i, o)| Some((case.standing(o.id)?.0, i))).collect();
    order.sort_unstable();
    let mut places = vec![None; lines.len()];
    for (place, (_, i)) in order.into_iter().enumerate() {
        places[i] = Some(place);
    }
    places
}

fn scene(seen: Seen<'_>, cases: &[Shown<'_>], lines: &[&Offer], width: f32) -> Scene {
    let words = seen.words;
    let lang = words.lang();
    let widest = lines.iter().map(|o| text_width(o.name.get(lang), NAME)).fold(0.0, f32::max);
    let side = (widest + DOT + 8.0).min(width * 0.28);
    #[expect(clippy::cast_precision_loss, reason = "at most CASES_MAX")]
    let apart = (width - 2.0 * side) / (cases.len().max(2) - 1) as f32;
    #[expect(clippy::cast_precision_loss, reason = "at most CASES_MAX")]
    let x = |case: usize| if cases.len() == 1 { width / 2.0 } else { side + apart * case as f32 };
    let (heads, top) = heads(cases, width, x, apart);
    #[expect(clippy::cast_precision_loss, reason = "at most OFFERS_MAX")]
    let y = |place: usize| top + DOT + 4.0 + STEP * place as f32;
    let mut scene = Scene { size: [width, y(lines.len().saturating_sub(1)) + DOT + 6.0], shapes: Vec::new() };
    for (at, text) in heads {
        scene.text(at, Anchor::Middle, text, HEAD, Ink::Text);
    }
    for case in 0..cases.len() {
        scene.line([x(case), top], [x(case), scene.size[1]], Ink::Grid, 1.0);
    }
    let places: Vec<Vec<Option<usize>>> = cases.iter().map(|case| places(case, lines)).collect();
    for (i, offer) in lines.iter().enumerate() {
        let mut run: Vec<[f32; 2]> = Vec::new();
        for (case, places) in places.iter().enumerate() {
            match places[i] {
                Some(place) => run.push([x(case), y(place)]),
                None => scene.polyline(std::mem::take(&mut run), Ink::Offer(offer.color), 2.0, false),
            }
        }
        scene.polyline(run, Ink::Offer(offer.color), 2.0, false);
    }
    for (i, offer) in lines.iter().enumerate() {
        let name = cut(offer.name.get(lang), NAME, side - DOT - 6.0);
        for (c, case) in cases.iter().enumerate() {
            let (Some(place), Some((rank, cdv))) = (places[c][i], case.standing(offer.id)) else { continue };
            let figures = [
                ("offer", offer.name.get(lang)),
                ("case", &case.name),
                ("rank", &rank.to_string()),
                ("cdv", &signed(cdv, seen.board.places)),
            ];
            scene.circle(
                [x(c), y(place)],
                DOT,
                Ink::Offer(offer.color),
                false,
                words.with("variants-rank-tip", &figures),
            );
            scene.text([x(c), y(place)], Anchor::Middle, rank.to_string(), RANK, Ink::Background);
            if c == 0 {
                scene.text([x(c) - DOT - 5.0, y(place)], Anchor::End, &name, NAME, Ink::Text);
            }
            if c + 1 == cases.len() {
                scene.text([x(c) + DOT + 5.0, y(place)], Anchor::Start, &name, NAME, Ink::Text);
            }
        }
    }
    scene
}

/// The names of the cases, on as many lines as they need so as not to touch, and the height of all.
fn heads(cases: &[Shown<'_>], width: f32, x: impl Fn(usize) -> f32, apart: f32) -> (Vec<([f32; 2], String)>, f32) {
    const LINES_MAX: usize = 3;
    let widest = cases.iter().map(|c| text_width(&c.name, HEAD)).fold(0.0, f32::max);
    #[expect(clippy::cast_precision_loss, reason = "at most LINES_MAX")]
    let room = |lines: usize| (apart * lines as f32 - 8.0).min(width);
    let lines = (1..LINES_MAX).find(|&lines| widest <= room(lines)).unwrap_or(LINES_MAX).min(cases.len().max(1));
    let mut drawn = Vec::new();
    for (i, case) in cases.iter().enumerate() {
        let text = cut(&case.name, HEAD, room(lines).max(30.0));
        let half = (text_width(&text, HEAD) / 2.0).min(width / 2.0);
        #[expect(clippy::cast_precision_loss, reason = "at most LINES_MAX")]
        let y = 8.0 + 15.0 * (i % lines) as f32;
        drawn.push(([x(i).clamp(half, width - half), y], text));
    }
    #[expect(clippy::cast_precision_loss, reason = "at most LINES_MAX")]
    let below = 8.0 + 15.0 * lines as f32;
    (drawn, below)
}
