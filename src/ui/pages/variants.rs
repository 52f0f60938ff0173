//! The real case and its variants side by side.

use std::collections::BTreeSet;

use egui::{RichText, Ui};

use super::{Open, figure_ui, heading_ui, name_it, quiet_ui};
use crate::board::{Ask, CaseOf, CasesOptions, GapOptions};
use crate::model::OfferId;
use crate::ui::Intent;
use crate::ui::theme::Colors;
use crate::ui::view::View;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Cases that are left out.
    pub hidden: BTreeSet<CaseOf>,
    /// Where the bridge starts; the real case where absent.
    pub from: Option<CaseOf>,
    /// Where it leads; the first variant where absent.
    pub to: Option<CaseOf>,
    /// Whose lead; the winner's where absent.
    pub offer: Option<OfferId>,
    /// Over whom; the best rival where absent.
    pub rival: Option<OfferId>,
}

/// Most cases that can be chosen from.
const CHOICES_MAX: usize = 200;

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, shown: Open<'_>, intents: &mut Vec<Intent>) {
    // Variants are held against the real case, also while a what-if is shown.
    let comparison = shown.screen.real().unwrap_or(shown.comparison);
    let board = shown.screen.what_if.map_or(shown.board, |what_if| what_if.board);
    let open = Open { comparison, board, ..shown };
    let words = open.screen.words;
    let variants = open.comparison.variant_tree();
    if variants.is_empty() {
        heading_ui(ui, &words.t("variants-ranks"));
        ui.add_space(4.0);
        quiet_ui(ui, &words.t("variants-none"));
        return;
    }
    let named = variants.iter().map(|(depth, v)| (*depth, Some(v.id), v.name.get(words.lang()).to_owned()));
    let cases: Vec<(usize, CaseOf, String)> =
        std::iter::once((0, None, words.t("case-real"))).chain(named).take(CHOICES_MAX).collect();
    cases_ui(ui, view, open, &cases);
    let hidden = &view.pages.variants.hidden;
    let chosen: Vec<CaseOf> = cases.iter().map(|(_, case, _)| *case).filter(|case| !hidden.contains(case)).collect();
    let options = CasesOptions { width: open.width, cases: chosen };
    ui.add_space(8.0);
    figure_ui(ui, view, open, Ask::Ranks(options.clone()), intents, |_, _| {}, |_, _, _| {});
    ui.add_space(14.0);
    figure_ui(ui, view, open, Ask::Changed(options), intents, |_, _| {}, |_, _, _| {});
    ui.add_space(14.0);
    gap_ui(ui, view, open, &cases, intents);
}

/// A box to tick for every case.
fn cases_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, cases: &[(usize, CaseOf, String)]) {
    let words = open.screen.words;
    let hidden = &mut view.pages.variants.hidden;
    ui.horizontal_wrapped(|ui| {
        for (_, case, name) in cases {
            let mut shown = !hidden.contains(case);
            let response = ui.checkbox(&mut shown, RichText::new(name).size(12.0).color(Colors::of(ui).weak));
            name_it(ui, &response, &words.with("variants-show", &[("case", name)]));
            if response.changed() {
                if shown {
                    hidden.remove(case);
                } else {
                    hidden.insert(*case);
                }
            }
        }
    });
}

fn gap_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, cases: &[(usize, CaseOf, String)], intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let page = &view.pages.variants;
    let is_there = |case: &CaseOf| cases.iter().any(|(_, other, _)| other == case);
    let from = page.from.filter(is_there).unwrap_or_default();
    let first = cases.iter().map(|(_, case, _)| *case).find(|case| *case != from).unwrap_or_default();
    let to = page.to.filter(is_there).unwrap_or(first);
    let id = |offer: usize| open.comparison.offers.get(offer).map(|o| o.id);
    let known = |id: &OfferId| open.comparison.offer(*id).is_some();
    let offer = page.offer.filter(known).or_else(|| open.board.ranked().next().and_then(id));
    let rival = page.rival.filter(known).or_else(|| open.board.ranked().filter_map(id).find(|o| Some(*o) != offer));
    let (Some(offer), Some(rival)) = (offer, rival) else {
        heading_ui(ui, &words.t("gap-none"));
        quiet_ui(ui, &words.t("bridge-needs-two"));
        return;
    };
    let width = open.width;
    let choices = |ui: &mut Ui, view: &mut View, _: &mut Vec<Intent>| {
        let page = &mut view.pages.variants;
        // Room for the word between the two.
        let room = ((width - 80.0) / 2.0).min(150.0);
        ui.horizontal(|ui| {
            offer_ui(ui, open, "gap-offer", offer, room, &mut page.offer);
            ui.label(RichText::new(words.t("gap-over")).size(12.0).color(Colors::of(ui).faint));
            offer_ui(ui, open, "gap-rival", rival, room, &mut page.rival);
        });
        ui.horizontal(|ui| {
            case_ui(ui, open, "gap-from-case", cases, from, room, &mut page.from);
            ui.label(RichText::new("→").size(12.0).color(Colors::of(ui).faint));
            case_ui(ui, open, "gap-to-case", cases, to, room, &mut page.to);
        });
    };
    let ask = Ask::Gap(GapOptions { width, from, to, offers: [offer, rival] });
    figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
}

/// A choice among all offers of the real case: one that is incomplete there may be complete elsewhere.
fn offer_ui(ui: &mut Ui, open: Open<'_>, key: &str, chosen: OfferId, width: f32, choice: &mut Option<OfferId>) {
    let lang = open.screen.words.lang();
    let name = |id: OfferId| open.comparison.offer(id).map_or("", |o| o.name.get(lang));
    let text = RichText::new(name(chosen)).size(12.0);
    let combo = egui::ComboBox::from_id_salt(key).width(width).truncate().selected_text(text).show_ui(ui, |ui| {
        for offer in open.comparison.offers.iter().take(CHOICES_MAX) {
            if ui.selectable_label(offer.id == chosen, offer.name.get(lang)).clicked() {
                *choice = Some(offer.id);
            }
        }
    });
    name_it(ui, &combo.response, &open.screen.words.t(key));
}

fn case_ui(
    ui: &mut Ui,
    open: Open<'_>,
    key: &str,
    cases: &[(usize, CaseOf, String)],
    chosen: CaseOf,
    width: f32,
    choice: &mut Option<CaseOf>,
) {
    let name = cases.iter().find(|(_, case, _)| *case == chosen).map_or("", |(_, _, name)| name);
    let text = RichText::new(name).size(12.0);
    let combo = egui::ComboBox::from_id_salt(key).width(width).truncate().selected_text(text).show_ui(ui, |ui| {
        for (depth, case, name) in cases {
            let indented = format!("{}{name}", "   ".repeat((*depth).min(4)));
            if ui.selectable_label(*case == chosen, indented).clicked() {
                *choice = Some(*case);
            }
        }
    });
    name_it(ui, &combo.response, &open.screen.words.t(key));
}
