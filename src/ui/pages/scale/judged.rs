//! Judgements of named levels in pairs: how many times as good, or as heavy, one is as another.

use egui::{RichText, Ui};

use super::{Subject, set_scale};
use crate::board::{JudgedLines, JudgedPair, judged_scale};
use crate::model::{CategoryId, Scale};
use crate::ui::Intent;
use crate::ui::field::{link_ui, name_it, segmented_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::random_index::index_ui;
use crate::ui::pages::{Open, heading_ui, quiet_ui};
use crate::ui::theme::Colors;
use crate::ui::view::View;
use crate::words::{Words, number};

/// The link that opens it, and what was judged so far.
pub(super) fn judged_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    subject: Subject<'_>,
    lines: &JudgedLines,
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let link = link_ui(ui, &words.t(if view.pages.scale.judging { "scale-judge-close" } else { "scale-judge-open" }));
    if link.on_hover_text(words.t("scale-judge-about")).clicked() {
        view.pages.scale.judging = !view.pages.scale.judging;
    }
    if !view.pages.scale.judging || lines.question.is_empty() {
        return;
    }
    ui.add_space(4.0);
    heading_ui(ui, &words.t("scale-judge-title"));
    quiet_ui(ui, &lines.question);
    // As the points are, else as it was chosen.
    let stretched = match lines.fits {
        [true, false] => false,
        [false, true] => true,
        _ => view.pages.scale.stretched,
    };
    let mut change = None;
    for pair in &lines.pairs {
        ui.horizontal(|ui| change = pair_ui(ui, words, open.width, pair).or(change));
    }
    quiet_ui(ui, &lines.verdict);
    if let Some(misfit) = &lines.misfit {
        ui.add(egui::Label::new(RichText::new(&misfit.text).color(Colors::of(ui).warn)).wrap());
        if link_ui(ui, &words.t("scale-judge-take")).clicked() {
            change = Some((misfit.one, misfit.other, Some(misfit.fitting)));
        }
    }
    if lines.pairs.len() > 1 {
        let shows = &mut view.pages.scale.shows_index;
        let table = index_ui(ui, words, open.width, &lines.index, shows);
        if let (Some(random_index), Scale::Category { levels, .. }) = (table, &subject.criterion.scale) {
            let scale = Scale::Category { levels: levels.clone(), random_index };
            intents.push(Intent::Edit(set_scale(open, subject, scale), Gesture::Once));
        }
    }
    let mut ask = |change, stretched| {
        let scale = judged_scale(&subject.criterion.scale, change, stretched);
        intents.extend(scale.map(|scale| Intent::Edit(set_scale(open, subject, scale), Gesture::Once)));
    };
    if change.is_some() {
        ask(change, stretched);
    }
    let modes = [words.t("scale-judge-shares"), words.t("scale-judge-stretched")];
    let mode = segmented_ui(ui, &words.t("scale-judge-mode"), &modes, usize::from(stretched));
    if let Some(mode) = mode {
        view.pages.scale.stretched = mode == 1;
        ask(None, mode == 1);
    }
    if lines.is_enough && lines.fits == [false, false] {
        quiet_ui(ui, &words.t("scale-judge-moved"));
        if link_ui(ui, &words.t("scale-judge-again")).clicked() {
            ask(None, stretched);
        }
    }
    ui.add_space(6.0);
}

type Change = (CategoryId, CategoryId, Option<f64>);

/// One pair: both names, and how many times the one is as good as the other.
fn pair_ui(ui: &mut Ui, words: &Words, width: f32, pair: &JudgedPair) -> Option<Change> {
    let [one, other] = &pair.names;
    let shown = choice_text(words, pair, pair.times);
    let text = RichText::new(shown).size(12.0);
    let mut chosen = None;
    let combo = egui::ComboBox::from_id_salt((pair.one, pair.other)).width(width - 10.0).height(320.0).truncate();
    let response = combo.selected_text(text).show_ui(ui, |ui| {
        let above = (2..=9_u8).rev().map(f64::from);
        let below = (2..=9_u8).map(|step| 1.0 / f64::from(step));
        let steps = above.chain([1.0]).chain(below).map(Some).chain([None]);
        for times in steps {
            let is_it = match (times, pair.times) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                (a, b) => a.is_none() && b.is_none(),
            };
            if ui.selectable_label(is_it, choice_text(words, pair, times)).clicked() && !is_it {
                chosen = Some((pair.one, pair.other, times));
            }
        }
    });
    name_it(ui, &response.response, &pair.label);
    response.response.on_hover_text(format!("{one} – {other}"));
    chosen
}

/// “Same day over In 3 days: strongly (5)”.
fn choice_text(words: &Words, pair: &JudgedPair, times: Option<f64>) -> String {
    let [one, other] = &pair.names;
    let Some(times) = times else {
        return words.with("scale-judge-open-pair", &[("one", one), ("other", other)]);
    };
    let (above, (better, worse)) = if times < 1.0 { (1.0 / times, (other, one)) } else { (times, (one, other)) };
    if (above - 1.0).abs() < 1e-9 {
        return words.with("scale-judge-alike", &[("one", one), ("other", other)]);
    }
    let step = number((above * 100.0).round() / 100.0);
    let how = match step.as_str() {
        "3" => words.t("scale-judge-3"),
        "5" => words.t("scale-judge-5"),
        "7" => words.t("scale-judge-7"),
        "9" => words.t("scale-judge-9"),
        _ => String::new(),
    };
    let key = if how.is_empty() { "scale-judge-times" } else { "scale-judge-step" };
    words.with(key, &[("better", better), ("worse", worse), ("how", &how), ("times", &step)])
}
