//! Satisfaction: what the buyer expects held against what is bought, and what it is in use.

use egui::{RichText, Ui, vec2};

use super::column::Column;
use super::{CHOICES_MAX, Open, figure_ui, heading_ui, kept, quiet_ui};
use crate::board::{Ask, Judging, SatisfactionOptions, SatisfactionsOptions, UseRow};
use crate::chart::{Font, text_width};
use crate::model::{CriterionId, Edit, Level, OfferId};
use crate::ui::Intent;
use crate::ui::field::{name_it, primary_ui, segmented_ui};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Whose satisfaction; one of ours, else the first, where absent.
    pub offer: Option<OfferId>,
    /// As bought, in use, or both.
    pub judging: Judging,
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    if open.comparison.header.expectation.is_none() {
        heading_ui(ui, &words.t("page-satisfaction"));
        ui.add_space(4.0);
        quiet_ui(ui, &words.t("satisfaction-none"));
        ui.add_space(6.0);
        if primary_ui(ui, &words.t("add-expectation"), true).clicked() {
            let edit = Edit::AddExpectation { comparison: open.comparison.id() };
            intents.push(Intent::Edit(edit, Gesture::Once));
        }
        return;
    }
    let offer = chosen(view, open);
    let judging = view.pages.satisfaction.judging;
    let ask = Ask::Satisfaction(SatisfactionOptions { width: open.width, offer, judging });
    let choices = |ui: &mut Ui, view: &mut View, _: &mut Vec<Intent>| choices_ui(ui, view, open, offer);
    figure_ui(ui, view, open, ask.clone(), intents, |_, _| {}, choices);
    if open.comparison.offers.is_empty() {
        return;
    }
    ui.add_space(12.0);
    let all = Ask::Satisfactions(SatisfactionsOptions { width: open.width, judging });
    figure_ui(ui, view, open, all, intents, |_, _| {}, |_, _, _| {});
    ui.add_space(12.0);
    heading_ui(ui, &words.with("satisfaction-levels", &[("offer", open.offer_name(offer))]));
    quiet_ui(ui, &words.t("satisfaction-levels-about"));
    ui.add_space(2.0);
    let figure = kept(view, open, &ask, intents);
    levels_ui(ui, open, offer, &figure.uses, intents);
}

/// The offer that was chosen; else the best of ours, else the first.
fn chosen(view: &View, open: Open<'_>) -> usize {
    let offers = &open.comparison.offers;
    let picked = view.pages.satisfaction.offer.and_then(|id| offers.iter().position(|o| o.id == id));
    let ours = || offers.iter().position(|o| o.ours);
    picked.or_else(ours).unwrap_or(0)
}

fn choices_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, offer: usize) {
    let words = open.screen.words;
    let offers = &open.comparison.offers;
    if offers.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let text = RichText::new(open.offer_name(offer)).size(12.0);
        let width = (open.width * 0.4).min(150.0);
        let combo = egui::ComboBox::from_id_salt("satisfaction-offer").width(width).truncate().selected_text(text);
        let combo = combo.show_ui(ui, |ui| {
            for (index, one) in offers.iter().enumerate().take(CHOICES_MAX) {
                if ui.selectable_label(index == offer, open.offer_name(index)).clicked() {
                    view.pages.satisfaction.offer = Some(one.id);
                }
            }
            let more = offers.len().saturating_sub(CHOICES_MAX);
            if more > 0 {
                ui.label(RichText::new(words.count("and-more", more)).size(12.0).color(Colors::of(ui).faint));
            }
        });
        name_it(ui, &combo.response, &words.t("satisfaction-offer"));
        let options = ["satisfaction-bought", "satisfaction-in-use", "satisfaction-both"].map(|key| words.t(key));
        let now = Judging::ALL.iter().position(|j| *j == view.pages.satisfaction.judging).unwrap_or(0);
        if let Some(judging) = segmented_ui(ui, "judging", &options, now).and_then(|i| Judging::ALL.get(i)) {
            view.pages.satisfaction.judging = *judging;
        }
    });
}

/// Between two columns of levels.
const COLUMN_GAP: f32 = 6.0;
/// A name keeps at least this, or stands on a line of its own.
const NAME_MIN: f32 = 96.0;

/// Widths of the columns: of names, of levels, of the input, and of satisfaction.
struct Columns {
    name: f32,
    level: f32,
    input: f32,
    figure: f32,
    /// Names stand on lines of their own.
    is_stacked: bool,
}

impl Columns {
    /// As wide as what stands in them, within limits; what is left is the names'.
    fn of(heads: &[String; 5], rows: &[UseRow], width: f32) -> Self {
        let (head, text) = (Font { size: theme::SMALL, bold: false }, Font { size: 12.0, bold: false });
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|t| text_width(t, text)).fold(0.0, f32::max);
        let word = |head_text: &String| {
            let words = head_text.split(' ').map(|word| text_width(word, head));
            words.fold(0.0, f32::max)
        };
        let levels = widest(&mut rows.iter().flat_map(|row| [&row.expected, &row.bought]));
        let level = (levels.max(word(&heads[1])).max(word(&heads[2])) + 6.0).ceil().min(84.0);
        let figure =
            (widest(&mut rows.iter().map(|row| &row.satisfaction)).max(word(&heads[4])) + 6.0).ceil().min(84.0);
        let input = 72.0;
        let name = width - 2.0 * level - input - figure - 4.0 * COLUMN_GAP;
        Self { name: name.max(0.0), level, input, figure, is_stacked: name < NAME_MIN }
    }
}

/// Criterion, expected, as bought, in use, satisfaction: what it is in use is written here.
fn levels_ui(ui: &mut Ui, open: Open<'_>, offer: usize, rows: &[UseRow], intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let colors = Colors::of(ui);
    let heads = ["table-criterion", "expected", "satisfaction-bought", "satisfaction-in-use", "satisfaction-short"];
    let mut heads = heads.map(|key| words.t(key));
    let Columns { name, level, input, figure, is_stacked } = Columns::of(&heads, rows, open.width);
    if is_stacked {
        heads[0].clear();
    }
    let gap = COLUMN_GAP;
    let cell = |ui: &mut Ui, width: f32, right: bool, text: RichText| {
        let layout = if right {
            egui::Layout::right_to_left(egui::Align::Center)
        } else {
            egui::Layout::left_to_right(egui::Align::Center)
        };
        ui.allocate_ui_with_layout(vec2(width, 24.0), layout, |ui| {
            ui.set_min_width(width);
            ui.add(egui::Label::new(text).truncate());
        });
    };
    ui.spacing_mut().item_spacing = vec2(gap, 2.0);
    heads_ui(ui, &heads, [name, level, level, input, figure]);
    let mut list = Column::new();
    for (place, row) in rows.iter().enumerate() {
        let Some(criterion) = row.criterion else { continue };
        ui.push_id(criterion.0, |ui| {
            let title = RichText::new(&row.name).size(12.0).color(colors.text);
            let beside = if is_stacked {
                cell(ui, open.width, false, title);
                RichText::default()
            } else {
                title
            };
            ui.horizontal(|ui| {
                let quiet = |text: &str| RichText::new(text).size(12.0).color(colors.weak);
                cell(ui, name, false, beside);
                cell(ui, level, true, quiet(&row.expected));
                cell(ui, level, true, quiet(&row.bought));
                ui.allocate_ui(vec2(input, 24.0), |ui| {
                    ui.set_min_width(input);
                    in_use_ui(ui, open, offer, (criterion, row), (&mut list, place), input, intents);
                });
                let color = match row.better {
                    Some(true) => colors.good,
                    Some(false) => colors.bad,
                    None => colors.weak,
                };
                cell(ui, figure, true, RichText::new(&row.satisfaction).size(12.0).color(color));
            });
        });
    }
    let Some(id) = open.comparison.offers.get(offer).map(|o| o.id) else { return };
    list.end(ui, open, intents, |typed| {
        let criterion = |place: usize| rows.get(place).and_then(|row| row.criterion);
        let cells = typed.into_iter().filter_map(|([place, _], level)| Some((id, criterion(place)?, level))).collect();
        Ok(Intent::Edit(Edit::SetLevelsAfterUse { comparison: open.comparison.id(), cells }, Gesture::Once))
    });
}

/// Headings over columns of these widths, in as many lines as the longest needs, standing on the same line.
fn heads_ui(ui: &mut Ui, heads: &[String; 5], widths: [f32; 5]) {
    let color = Colors::of(ui).faint;
    let galleys: Vec<_> = heads
        .iter()
        .zip(widths)
        .map(|(head, width)| ui.painter().layout(head.clone(), theme::regular(theme::SMALL), color, width))
        .collect();
    let height = galleys.iter().map(|galley| galley.size().y).fold(18.0, f32::max);
    ui.horizontal(|ui| {
        for (i, (galley, width)) in galleys.into_iter().zip(widths).enumerate() {
            let align = if i > 0 { egui::Align::Max } else { egui::Align::Min };
            ui.allocate_ui_with_layout(vec2(width, height), egui::Layout::bottom_up(align), |ui| {
                ui.set_min_size(vec2(width, height));
                let mut job = (*galley.job).clone();
                job.halign = align;
                ui.add(egui::Label::new(job).selectable(false));
            });
        }
    });
}

/// The level in use: typed, or chosen among named ones; emptied it is as bought again.
fn in_use_ui(
    ui: &mut Ui,
    open: Open<'_>,
    offer: usize,
    (criterion, row): (CriterionId, &UseRow),
    (list, place): (&mut Column<Option<Level>>, usize),
    width: f32,
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let label = words.with("satisfaction-in-use-name", &[("criterion", &row.name), ("offer", open.offer_name(offer))]);
    let Some(id) = open.comparison.offers.get(offer).map(|o| o.id) else { return };
    let mut put = |level: Option<Level>| {
        let edit = Edit::SetLevelsAfterUse { comparison: open.comparison.id(), cells: vec![(id, criterion, level)] };
        intents.push(Intent::Edit(edit, Gesture::Once));
    };
    let Some(scale) = open.comparison.scale(criterion) else { return };
    let read = |text: &str| words.parse_level(scale, open.comparison.header.currency, text);
    if row.named.is_empty() {
        list.number_ui(ui, open, [place, 0], [&label, &row.in_use], width, read);
        return;
    }
    list.receive(open, [place, 0], &label, read);
    let as_bought = words.t("satisfaction-as-bought");
    let text = RichText::new(&row.in_use).size(12.0).color(Colors::of(ui).text);
    let combo = egui::ComboBox::from_id_salt("in-use").width(width).truncate().selected_text(text).show_ui(ui, |ui| {
        if ui.selectable_label(row.in_use.is_empty(), &as_bought).clicked() {
            put(None);
        }
        for (category, name) in &row.named {
            if ui.selectable_label(row.in_use == *name, name).clicked() {
                put(Some(Level::Category(*category)));
            }
        }
    });
    name_it(ui, &combo.response, &label);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_onto_lines_of_their_own_where_levels_leave_them_no_room() {
        let heads = ["Criterion", "Expected", "As bought", "After use", "± after use"].map(str::to_owned);
        let row = UseRow { expected: "Next day".to_owned(), bought: "5".to_owned(), ..UseRow::default() };
        let columns = |width: f32| Columns::of(&heads, std::slice::from_ref(&row), width);
        let wide = columns(386.0);
        assert!(!wide.is_stacked && wide.name >= NAME_MIN);
        let all = wide.name + 2.0 * wide.level + wide.input + wide.figure + 4.0 * COLUMN_GAP;
        assert!((all - 386.0).abs() < 1e-3, "{all}");
        let narrow = columns(272.0);
        assert!(narrow.is_stacked && narrow.name >= 0.0 && (narrow.level - wide.level).abs() < 1e-3);
        assert!(columns(0.0).name >= 0.0);
    }
}
