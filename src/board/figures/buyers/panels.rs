//! CDV of every offer for every kind of buyer: small multiples of one scale, the table, and the mean with its caveat.

use super::{BuyerSpot, COLUMNS_MAX, SEGMENTS_MAX, cdv_text, delivered, offer_name, pictured, segment_name};
use crate::board::Rows;
use crate::board::figures::Seen;
use crate::board::figures::lines::names;
use crate::board::tables::{Table, exact};
use crate::chart::{Anchor, Axis, Font, Ink, Scene, cut, text_width};
use crate::model::Account;
use crate::value::{Segments, ties};
use crate::words::percent;

const HEAD: Font = Font { size: 12.0, bold: true };
const NAME: Font = Font { size: 11.0, bold: false };
const BEST: Font = Font { size: 11.0, bold: true };
const SMALL: Font = Font { size: 10.0, bold: false };
/// A panel is at least this wide, where the picture is.
const PANEL: f32 = 180.0;
const GAP: f32 = 18.0;
const ROW: f32 = 17.0;
const TOP: f32 = 22.0;
const LINE: f32 = 13.0;

/// Several kinds of buyers are averaged.
fn has_mean(seen: Seen<'_>) -> bool {
    seen.comparison.segments.len() > 1
}

/// What the mean over buyers means, and what not; empty where there is none.
pub(super) fn caveat(seen: Seen<'_>) -> String {
    let key = match seen.comparison.header.account {
        _ if !has_mean(seen) => return String::new(),
        _ if seen.comparison.counted_segments().all(|s| s.size <= 0.0) => "buyers-caveat-sizes",
        Account::Points => "buyers-caveat",
        Account::Money => "buyers-caveat-money",
    };
    seen.words.t(key)
}

/// The offers with the highest mean.
fn best_mean(mean: &[Option<f64>]) -> Vec<usize> {
    let Some(highest) = mean.iter().flatten().copied().reduce(f64::max) else { return Vec::new() };
    (0..mean.len()).filter(|&o| mean[o].is_some_and(|m| ties(m, highest))).collect()
}

/// A row for the best offer of each buyer, then one for each offer.
pub(super) fn buyers_table(seen: Seen<'_>, segments: &Segments) -> Table {
    let Seen { comparison, words, .. } = seen;
    let columns = comparison.segments.len().min(COLUMNS_MAX);
    let mean = has_mean(seen).then(|| segments.mean());
    let mut head = vec![words.t("table-offer")];
    head.extend(comparison.segments.iter().take(columns).map(|s| segment_name(seen, s).to_owned()));
    head.extend(mean.as_ref().map(|_| words.t("buyers-mean")));
    let named = |best: &[usize]| if best.is_empty() { cdv_text(seen, None) } else { names(seen, best) };
    let mut winners = vec![words.t("buyers-winner")];
    winners.extend(segments.all().iter().take(columns).map(|s| named(&s.best)));
    winners.extend(mean.as_deref().map(|mean| named(&best_mean(mean))));
    let row = |offer: usize| {
        let mut cells = vec![offer_name(seen, offer).to_owned()];
        cells.extend(segments.all().iter().take(columns).map(|s| cdv_text(seen, s.cdv(offer))));
        cells.extend(mean.as_ref().map(|mean| cdv_text(seen, mean[offer])));
        cells
    };
    let rows = std::iter::once(winners).chain((0..comparison.offers.len()).map(row)).collect();
    Table { head, rows, more: String::new() }.cut(words)
}

/// CDV of every offer for every buyer, and the mean with its caveat in its heading, for other programs.
pub(in crate::board) fn buyers_data(seen: Seen<'_>) -> Rows {
    let Seen { comparison, words, .. } = seen;
    let segments = delivered(seen);
    let mean = has_mean(seen).then(|| segments.mean());
    let mut head = vec![words.t("table-offer")];
    head.extend(comparison.segments.iter().map(|s| segment_name(seen, s).to_owned()));
    head.extend(mean.as_ref().map(|_| {
        let arguments = [("mean", words.t("buyers-mean")), ("caveat", caveat(seen))];
        words.with("buyers-mean-caveat", &arguments.each_ref().map(|(key, value)| (*key, value.as_str())))
    }));
    let figure = |cdv: Option<f64>| cdv.map_or_else(String::new, exact);
    let row = |offer: usize| {
        let mut cells = vec![offer_name(seen, offer).to_owned()];
        cells.extend(segments.all().iter().map(|s| figure(s.cdv(offer))));
        cells.extend(mean.as_ref().map(|mean| figure(mean[offer])));
        cells
    };
    std::iter::once(head).chain((0..comparison.offers.len()).map(row)).collect()
}

/// One small picture.
struct Panel {
    title: String,
    /// At the right of the title.
    beside: String,
    cdvs: Vec<Option<f64>>,
    best: Vec<usize>,
    /// In grey: no buyer, but a mean.
    is_mean: bool,
}

fn panels(seen: Seen<'_>, segments: &Segments, offers: &[usize]) -> Vec<Panel> {
    let shown = seen.comparison.segments.iter().zip(segments.all()).take(SEGMENTS_MAX).enumerate();
    let mut panels: Vec<Panel> = shown
        .map(|(i, (segment, of))| Panel {
            title: segment_name(seen, segment).to_owned(),
            beside: segments.part(i).filter(|_| has_mean(seen)).map(percent).unwrap_or_default(),
            cdvs: offers.iter().map(|&o| of.cdv(o)).collect(),
            best: of.best.clone(),
            is_mean: false,
        })
        .collect();
    if has_mean(seen) {
        let mean = segments.mean();
        panels.push(Panel {
            title: seen.words.t("buyers-mean"),
            beside: String::new(),
            cdvs: offers.iter().map(|&o| mean[o]).collect(),
            best: best_mean(&mean),
            is_mean: true,
        });
    }
    panels
}

/// The small multiples, and where each buyer's can be clicked.
pub(super) fn panels_scene(seen: Seen<'_>, segments: &Segments, width: f32) -> (Scene, Vec<BuyerSpot>) {
    let offers = pictured(seen, segments);
    let panels = panels(seen, segments, &offers);
    let values = || panels.iter().flat_map(|p| p.cdvs.iter().flatten().copied());
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let mut scene = Scene { size: [width, 0.0], shapes: Vec::new() };
    let mut spots = Vec::new();
    if values().next().is_none() {
        return (scene, spots);
    }
    let widest = panels.iter().flat_map(|p| &p.cdvs).map(|cdv| text_width(&cdv_text(seen, *cdv), BEST));
    let figures = widest.fold(0.0, f32::max) + 4.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
    let columns = (((width + GAP) / (PANEL + GAP)) as usize).clamp(1, panels.len());
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let room = (width + GAP) / columns as f32 - GAP;
    #[expect(clippy::cast_precision_loss, reason = "at most OFFERS_MAX")]
    let height = TOP + offers.len() as f32 * ROW + 10.0;
    let longest = offers.iter().map(|&o| text_width(offer_name(seen, o), BEST)).fold(0.0, f32::max);
    let name_room = (longest + 14.0).min(room * 0.42);
    let axis = Axis::new(low, high, [name_room + 2.0, (room - figures - 4.0).max(name_room + 8.0)]);
    for (i, panel) in panels.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most SEGMENTS_MAX")]
        let at = [(i % columns) as f32 * (room + GAP), (i / columns) as f32 * height];
        draw(&mut scene, seen, panel, &offers, (at, room, name_room, &axis));
        if let Some(segment) = seen.comparison.segments.get(i).filter(|_| !panel.is_mean) {
            let label = seen.words.with("buyers-show-picture", &[("name", &panel.title)]);
            spots.push(BuyerSpot { rect: [at[0], at[1], room, height - 6.0], segment: segment.id, label });
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "at most SEGMENTS_MAX")]
    let mut y = panels.len().div_ceil(columns) as f32 * height;
    let more = [
        ("buyers-more-offers", seen.comparison.offers.len() - offers.len()),
        ("buyers-more-buyers", seen.comparison.segments.len().saturating_sub(SEGMENTS_MAX)),
    ];
    let more = more.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| seen.words.count(key, count));
    // The picture says it too, wherever it is copied to.
    let said: Vec<String> = more.chain(Some(caveat(seen)).filter(|c| !c.is_empty())).collect();
    for line in said.iter().flat_map(|text| wrapped(text, SMALL, width)) {
        scene.text([0.0, y + LINE / 2.0], Anchor::Start, line, SMALL, Ink::Weak);
        y += LINE;
    }
    scene.size[1] = y + 4.0;
    (scene, spots)
}

fn draw(
    scene: &mut Scene,
    seen: Seen<'_>,
    panel: &Panel,
    offers: &[usize],
    ([left, top], room, name_room, axis): ([f32; 2], f32, f32, &Axis),
) {
    let beside = text_width(&panel.beside, NAME);
    let title = cut(&panel.title, HEAD, room - beside - 10.0);
    scene.text([left + 4.0, top + 10.0], Anchor::Start, title, HEAD, Ink::Text);
    scene.text([left + room, top + 10.0], Anchor::End, panel.beside.as_str(), NAME, Ink::Weak);
    let zero = left + axis.at(0.0);
    for (i, (&offer, cdv)) in offers.iter().zip(&panel.cdvs).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most OFFERS_MAX")]
        let middle = top + TOP + i as f32 * ROW + ROW / 2.0;
        let color = seen.comparison.offers[offer].color;
        let is_best = panel.best.contains(&offer);
        let font = if is_best { BEST } else { NAME };
        if is_best {
            scene.rect([left, middle - ROW / 2.0, room, ROW], Ink::Shade, "");
            scene.circle([left + 6.0, middle], 3.5, Ink::Accent, false, seen.words.t("best-offer"));
        }
        let name = cut(offer_name(seen, offer), font, name_room - 14.0);
        scene.text([left + 13.0, middle], Anchor::Start, name, font, Ink::Text);
        let figure = cdv_text(seen, *cdv);
        let tip = seen
            .words
            .with("buyers-tip", &[("offer", offer_name(seen, offer)), ("buyer", &panel.title), ("figure", &figure)]);
        if let Some(cdv) = cdv {
            let end = left + axis.at(*cdv);
            let ink = if panel.is_mean { Ink::Neutral } else { Ink::Offer(color) };
            scene.rect([zero.min(end), middle - 4.0, (end - zero).abs().max(1.0), 8.0], ink, tip);
        }
        scene.text([left + room - 2.0, middle], Anchor::End, figure, font, Ink::Text);
    }
    #[expect(clippy::cast_precision_loss, reason = "at most OFFERS_MAX")]
    let bottom = top + TOP + offers.len() as f32 * ROW;
    scene.line([zero, top + TOP], [zero, bottom], Ink::Axis, 1.0);
}

/// `text` in lines of the width `room`: broken at spaces, between Chinese characters anywhere.
fn wrapped(text: &str, font: Font, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut word = String::new();
    let mut take = |word: &mut String| {
        let Some(line) = lines.last_mut() else { return };
        let joined = format!("{line}{word}");
        if line.is_empty() || text_width(joined.trim_end(), font) <= room {
            *line = joined;
        } else {
            lines.push(word.clone());
        }
        word.clear();
    };
    for c in text.chars() {
        word.push(c);
        if c == ' ' || c >= '\u{2E80}' {
            take(&mut word);
        }
    }
    take(&mut word);
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_lines_fit() {
        let lines = wrapped("Points are not comparable between buyers", SMALL, 90.0);
        assert_eq!(lines.join(" "), "Points are not comparable between buyers");
        assert!(lines.len() > 1 && lines.iter().all(|line| text_width(line, SMALL) <= 90.0), "{lines:?}");
        assert_eq!(wrapped("不同买家的分数", SMALL, 40.0), ["不同买家", "的分数"]);
        assert_eq!(wrapped("", SMALL, 40.0), [""]);
    }

    #[test]
    fn means_that_tie_share_the_best() {
        assert_eq!(best_mean(&[Some(1.0), None, Some(1.0 + 1e-12), Some(0.5)]), [0, 2]);
        assert_eq!(best_mean(&[None]), Vec::<usize>::new());
    }
}
