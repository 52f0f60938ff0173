//! The cheapest way to win: what our offer could change, what that costs, and the cheapest combination that wins.

use std::sync::Arc;

use egui::{RichText, Ui};

use super::column::Column;
use super::typed::{checked, read_number, typed_ui};
use super::{Open, figure_ui, heading_ui, offer_combo_ui, quiet_ui};
use crate::board::{Ask, Figure, LeverLines, LeverRow, LeversOptions, Picture};
use crate::model::{CategoryId, CriterionId, Edit, Lever, LeverSet, Offer, OfferId, Reach};
use crate::ui::Intent;
use crate::ui::field::{Sign, caption_ui, check_ui, link_ui, name_it, primary_ui, sign_ui};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;
use crate::words::decimal_input;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Whose levers; one of ours that has some where absent.
    pub offer: Option<OfferId>,
}

/// An input of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// Of a numeric lever.
    Step(CriterionId),
    /// What a step costs.
    Cost(CriterionId),
    /// Lowest level.
    Low(CriterionId),
    /// Highest level.
    High(CriterionId),
    /// What a named level costs; empty where it cannot be had.
    Named(CriterionId, CategoryId),
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let Some(index) = chosen(view, open) else {
        heading_ui(ui, &words.t("page-levers"));
        quiet_ui(ui, &words.t("levers-no-rival"));
        return;
    };
    let offer = &open.comparison.offers[index];
    let ask = Ask::Levers(LeversOptions { width: open.width, offer: index });
    let choices = |ui: &mut Ui, view: &mut View, intents: &mut Vec<Intent>| {
        let told = told(view, open, offer);
        let lines = &told.levers;
        ui.horizontal(|ui| {
            offer_combo_ui(
                ui,
                open,
                "levers-offer",
                index,
                (open.width * 0.36).min(150.0),
                &mut view.pages.levers.offer,
            );
            caption_ui(ui, &words.t("levers-margin"));
            let label = words.t("levers-margin-name");
            let margin = decimal_input(offer.levers.margin);
            let read = |text: &str| {
                let margin = read_number(open, text)?;
                checked(open, changed(open, offer, |set| set.margin = margin))
            };
            let edit = typed_ui(ui, &label, &margin, 56.0, read);
            intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
            caption_ui(ui, &lines.margin_unit);
        });
        ui.add_space(2.0);
        if !lines.lead.is_empty() {
            quiet_ui(ui, &lines.lead);
        }
        if !lines.answer.is_empty() {
            strong_ui(ui, &lines.answer);
        }
    };
    figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    let told = told(view, open, offer);
    let lines = &told.levers;
    for line in &lines.more {
        quiet_ui(ui, line);
    }
    if !lines.plan.is_empty() && primary_ui(ui, &words.t("levers-apply"), true).clicked() {
        let comparison = open.comparison.id();
        intents.push(Intent::Edits(vec![Edit::SetLevels { comparison, cells: lines.plan.clone() }]));
    }
    ui.add_space(12.0);
    heading_ui(ui, &words.with("levers-of", &[("offer", open.offer_name(index))]));
    let (mut list, mut slots) = (Column::new(), Vec::new());
    for (lever, row) in offer.levers.levers.iter().zip(&lines.rows) {
        ui.separator();
        ui.push_id(lever.criterion, |ui| lever_ui(ui, open, offer, (lever, row), (&mut list, &mut slots), intents));
    }
    list.end(ui, open, intents, |typed| {
        let edit = changed(open, offer, |set| {
            for ([row, _], value) in typed {
                if let Some(slot) = slots.get(row) {
                    put(set, *slot, value);
                }
            }
        });
        Ok(Intent::Edit(edit, Gesture::Once))
    });
    ui.separator();
    add_ui(ui, open, offer, lines, intents);
}

/// The offer that was chosen; else one of ours with levers, one with levers, one of ours, the one behind the best.
fn chosen(view: &View, open: Open<'_>) -> Option<usize> {
    let offers = &open.comparison.offers;
    let ranked = || open.board.ranked();
    let has = |index: &usize| !offers[*index].levers.levers.is_empty();
    let ours = |index: &usize| offers[*index].ours;
    let picked = view.pages.levers.offer.and_then(|id| ranked().find(|&i| offers[i].id == id));
    picked
        .or_else(|| ranked().find(|i| ours(i) && has(i)))
        .or_else(|| ranked().find(has))
        .or_else(|| ranked().find(ours))
        .or_else(|| ranked().nth(1))
        .or_else(|| ranked().next())
}

/// The figure that was made for this offer's levers; an empty one while it is being made: an answer to another question must not
/// stand beside these levers.
fn told(view: &View, open: Open<'_>, offer: &Offer) -> Arc<Figure> {
    let index = open.comparison.offers.iter().position(|o| o.id == offer.id);
    let ask = index.map(|offer| Ask::Levers(LeversOptions { width: open.width, offer }));
    let made = view.scenes.figures.get(&Picture::Levers).filter(|(made_for, _)| Some(made_for) == ask.as_ref());
    made.map(|(_, figure)| Arc::clone(figure)).unwrap_or_default()
}

fn strong_ui(ui: &mut Ui, text: &str) {
    let text = RichText::new(text).font(theme::regular(theme::BODY)).color(Colors::of(ui).text);
    ui.add(egui::Label::new(text).wrap());
}

/// Writes the levers of an offer with one thing changed.
fn change(open: Open<'_>, offer: &Offer, intents: &mut Vec<Intent>, change: impl FnOnce(&mut LeverSet)) {
    intents.push(Intent::Edit(changed(open, offer, change), Gesture::Once));
}

fn changed(open: Open<'_>, offer: &Offer, change: impl FnOnce(&mut LeverSet)) -> Edit {
    let mut levers = offer.levers.clone();
    change(&mut levers);
    Edit::SetLevers { comparison: open.comparison.id(), offer: offer.id, levers }
}

fn lever_ui(
    ui: &mut Ui,
    open: Open<'_>,
    offer: &Offer,
    (lever, row): (&Lever, &LeverRow),
    (list, slots): (&mut Column<Option<f64>>, &mut Vec<Slot>),
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let id = lever.criterion;
    let named = |key: &str| words.with(key, &[("criterion", &row.name)]);
    let mut number_ui = |ui: &mut Ui, slot: Slot, label: &str, width: f32| {
        let line = [label, &shown(row, lever, slot)];
        list.number_ui(ui, open, [slots.len(), 0], line, width, |text| read(open, slot, text));
        slots.push(slot);
    };
    ui.horizontal(|ui| {
        let room = open.width - 34.0;
        ui.scope(|ui| {
            ui.set_max_width(room);
            let name = RichText::new(&row.name).color(Colors::of(ui).text);
            ui.add(egui::Label::new(name).truncate());
        });
        quiet_line_ui(ui, &row.today);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if sign_ui(ui, Sign::Close, &named("levers-delete"), true).clicked() {
                change(open, offer, intents, |set| set.levers.retain(|l| l.criterion != id));
            }
        });
    });
    match &lever.reach {
        Reach::Steps { whole, .. } => {
            let width = ((open.width - 3.0 * 6.0) / 4.0).floor();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let fields = [
                    (Slot::Step(id), row.step.as_str(), "levers-step-name"),
                    (Slot::Cost(id), row.cost.as_str(), "levers-cost-name"),
                    (Slot::Low(id), &words.t("levers-low"), "levers-low-name"),
                    (Slot::High(id), &words.t("levers-high"), "levers-high-name"),
                ];
                for (slot, caption, key) in fields {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 3.0;
                        caption_ui(ui, caption);
                        number_ui(ui, slot, &named(key), width);
                    });
                }
            });
            let mut on = *whole;
            let response = ui.horizontal_wrapped(|ui| {
                let response = check_ui(ui, &words.t("levers-whole"), &mut on, true);
                name_it(ui, &response, &named("levers-whole-name"));
                ui.add_space(6.0);
                ui.label(RichText::new(&row.alone).color(Colors::of(ui).faint));
                response
            });
            let response = response.inner;
            if response.changed() {
                change(open, offer, intents, |set| {
                    if let Some(Reach::Steps { whole, .. }) = reach_of(set, id) {
                        *whole = on;
                    }
                });
            }
        }
        Reach::Named { .. } => {
            caption_ui(ui, &row.cost);
            for (category, name) in &row.named {
                ui.horizontal(|ui| {
                    let label = words.with("levers-named-name", &[("criterion", &row.name), ("level", name)]);
                    number_ui(ui, Slot::Named(id, *category), &label, 64.0);
                    ui.add(egui::Label::new(RichText::new(name).color(Colors::of(ui).weak)).truncate());
                });
            }
            quiet_ui(ui, &words.t("levers-named-empty"));
            quiet_ui(ui, &row.alone);
        }
    }
}

fn quiet_line_ui(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(Colors::of(ui).faint)).truncate());
}

fn reach_of(set: &mut LeverSet, id: CriterionId) -> Option<&mut Reach> {
    set.levers.iter_mut().find(|l| l.criterion == id).map(|l| &mut l.reach)
}

/// What an input shows while nothing is typed: bounds that were not set show those that hold.
fn shown(row: &LeverRow, lever: &Lever, slot: Slot) -> String {
    match (slot, &lever.reach) {
        (Slot::Low(_), _) => row.bounds[0].clone(),
        (Slot::High(_), _) => row.bounds[1].clone(),
        (Slot::Step(_), Reach::Steps { step, .. }) => decimal_input(*step),
        (Slot::Cost(_), Reach::Steps { cost, .. }) => decimal_input(*cost),
        (Slot::Named(_, category), Reach::Named { costs }) => {
            costs.get(&category).map_or_else(String::new, |cost| decimal_input(*cost))
        }
        _ => String::new(),
    }
}

/// What was typed. A bound that was emptied is the scale's again; a named level without a cost cannot be had.
fn read(open: Open<'_>, slot: Slot, text: &str) -> Result<Option<f64>, String> {
    let may_be_empty = matches!(slot, Slot::Low(_) | Slot::High(_) | Slot::Named(..));
    if may_be_empty && text.trim().is_empty() { Ok(None) } else { read_number(open, text).map(Some) }
}

fn put(set: &mut LeverSet, slot: Slot, value: Option<f64>) {
    let (Slot::Step(id) | Slot::Cost(id) | Slot::Low(id) | Slot::High(id) | Slot::Named(id, _)) = slot;
    match (slot, reach_of(set, id), value) {
        (Slot::Step(_), Some(Reach::Steps { step, cost, .. }), Some(value)) => {
            // A price cut goes on costing what it is.
            if (*cost - *step).abs() <= f64::EPSILON * step.abs() {
                *cost = value;
            }
            *step = value;
        }
        (Slot::Cost(_), Some(Reach::Steps { cost, .. }), Some(value)) => *cost = value,
        (Slot::Low(_), Some(Reach::Steps { low, .. }), value) => *low = value,
        (Slot::High(_), Some(Reach::Steps { high, .. }), value) => *high = value,
        (Slot::Named(_, category), Some(Reach::Named { costs }), Some(value)) => {
            costs.insert(category, value);
        }
        (Slot::Named(_, category), Some(Reach::Named { costs }), None) => {
            costs.remove(&category);
        }
        _ => {}
    }
}

/// The criteria that have no lever yet, behind one link.
fn add_ui(ui: &mut Ui, open: Open<'_>, offer: &Offer, lines: &LeverLines, intents: &mut Vec<Intent>) {
    if lines.others.is_empty() {
        return;
    }
    let link = link_ui(ui, &open.screen.words.t("levers-add"));
    egui::Popup::menu(&link).show(|ui| {
        egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for (id, name) in &lines.others {
                if ui.button(name).clicked()
                    && let Some(scale) = open.comparison.scale(*id)
                {
                    change(open, offer, intents, |set| set.levers.push(Lever::new(*id, scale)));
                }
            }
        });
    });
}
