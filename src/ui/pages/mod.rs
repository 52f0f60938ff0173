//! The right-hand side: one page at a time, each with figures that can be read as tables and copied.

pub mod buyers;
mod check;
mod column;
pub mod compare;
mod handle;
pub mod levers;
pub mod price;
mod random_index;
pub mod satisfaction;
pub mod scale;
mod tabs;
mod typed;
pub mod value_map;
pub mod variants;
pub mod weighing;
pub mod weights;
pub mod winner_map;

pub use tabs::Page;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Pos2, Response, RichText, ScrollArea, Ui};

use super::field::{Sign, name_it, sign_ui};
use super::scene::{scene_ui, table_ui};
use super::theme::{self, Colors};
use super::view::{Making, View};
use super::{Intent, Screen};
use crate::board::{Ask, Board, Figure, Picture, Seen, figure, figure_data};
use crate::chart::Plot;
use crate::model::{Comparison, OfferId};

/// What is chosen on each page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct States {
    /// The page of each group that was open last, by the group's place.
    pub last: BTreeMap<usize, Page>,
    /// The Compare page.
    pub compare: compare::State,
    /// The value map.
    pub value_map: value_map::State,
    /// The page of variants.
    pub variants: variants::State,
    /// The page of prices.
    pub price: price::State,
    /// The page of weights.
    pub weights: weights::State,
    /// The page of who wins where.
    pub winner_map: winner_map::State,
    /// The Levers page.
    pub levers: levers::State,
    /// The page of satisfaction.
    pub satisfaction: satisfaction::State,
    /// The page of ways to weigh.
    pub weighing: weighing::State,
    /// The page of scales.
    pub scale: scale::State,
}

/// What a page is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Open<'a> {
    pub screen: Screen<'a>,
    pub comparison: &'a Comparison,
    pub board: &'a Board,
    /// Room for its figures.
    pub width: f32,
}

impl<'a> Open<'a> {
    pub fn seen(&self) -> Seen<'a> {
        Seen { board: self.board, comparison: self.comparison, words: self.screen.words }
    }

    pub fn offer_name(&self, offer: usize) -> &'a str {
        self.comparison.offers.get(offer).map_or("", |o| o.name.get(self.screen.words.lang()))
    }
}

/// Most offers that can be chosen from a list.
const CHOICES_MAX: usize = 200;

/// Draws the page that is open, under the tabs of all of them.
pub fn pages_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let (Some(comparison), Some(board)) = (screen.comparison, screen.board) else { return };
    tabs::tabs_ui(ui, view, screen);
    ScrollArea::vertical().id_salt(("page", view.page)).auto_shrink(false).show(ui, |ui| {
        // Room for the scroll bar, so that nothing jumps when it comes.
        let width = (ui.available_width() - 6.0).floor();
        ui.set_max_width(width);
        let open = Open { screen, comparison, board, width };
        // What is typed and not taken belongs to one comparison and one buyer.
        ui.push_id((comparison.id(), board.segment), |ui| match view.page {
            Page::Compare => compare::page_ui(ui, view, open, intents),
            Page::ValueMap => value_map::page_ui(ui, view, open, intents),
            Page::Variants => variants::page_ui(ui, view, open, intents),
            Page::Check => check::page_ui(ui, view, open, intents),
            Page::Price => price::page_ui(ui, view, open, intents),
            Page::Weights => weights::page_ui(ui, view, open, intents),
            Page::WinnerMap => winner_map::page_ui(ui, view, open, intents),
            Page::Levers => levers::page_ui(ui, view, open, intents),
            Page::Satisfaction => satisfaction::page_ui(ui, view, open, intents),
            Page::Weighing => weighing::page_ui(ui, view, open, intents),
            Page::Scale => scale::page_ui(ui, view, open, intents),
            Page::Buyers => buyers::page_ui(ui, view, open, intents),
        });
    });
}

/// A figure that was drawn as a chart, for what lies over it.
pub(super) struct Drawn {
    pub response: Response,
    /// The axes, in the coordinates of the scene.
    pub plot: Option<Plot>,
    /// Where the scene's own zero stands on the screen.
    pub origin: Pos2,
}

/// Draws a figure: its headline with its menu, what `choices` adds, then the chart or the table.
///
/// `more` adds to the menu. The figure is made anew only where the board or the question changed. Gives the chart back
/// for handles over it; `None` where it is shown as a table or cannot be drawn.
pub(super) fn figure_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    ask: Ask,
    intents: &mut Vec<Intent>,
    more: impl FnOnce(&mut Ui, &mut View),
    choices: impl FnOnce(&mut Ui, &mut View, &mut Vec<Intent>),
) -> Option<Drawn> {
    let picture = ask.picture();
    let figure = kept(view, open, &ask, intents);
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(open.width - 34.0);
            heading_ui(ui, &figure.title);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            tools_ui(ui, view, open, &ask, &figure, intents, more);
        });
    });
    choices(ui, view, intents);
    making_ui(ui, view, open, &ask, intents);
    view.asked.insert(picture, ask);
    ui.add_space(4.0);
    // What has no drawing is a table only.
    let is_drawn = !figure.scene.shapes.is_empty();
    let as_table = !figure.table.rows.is_empty() && (view.tables.contains(&picture) || !is_drawn);
    let drawn = if as_table {
        table_ui(ui, &figure.table, picture);
        None
    } else if !is_drawn {
        None
    } else {
        let response = scene_ui(ui, &figure.scene, &figure.title, &figure.summary);
        let origin = response.rect.min;
        Some(Drawn { response, plot: figure.plot, origin })
    };
    sentences_ui(ui, &figure.sentences);
    if !figure.remark.is_empty() {
        quiet_ui(ui, &figure.remark);
    }
    drawn
}

/// Why something typed was not taken.
fn error_ui(ui: &mut Ui, why: &str) {
    let text = RichText::new(why).size(12.0).color(Colors::of(ui).bad);
    ui.add(egui::Label::new(text).wrap());
}

/// The figure as it was made, or made now; one that takes long is asked for, and an older one is shown meanwhile.
pub(super) fn kept(view: &mut View, open: Open<'_>, ask: &Ask, intents: &mut Vec<Intent>) -> Arc<Figure> {
    let picture = ask.picture();
    if let Some((made_for, figure)) = view.scenes.figures.get(&picture)
        && made_for == ask
    {
        return Arc::clone(figure);
    }
    if ask.is_heavy(open.seen()) {
        // One at a time: another figure of the page waits its turn, another question about the same one does not.
        let waits = |making: &Making| making.ask == *ask || making.part.is_some() && making.ask.picture() != picture;
        if !view.scenes.making.as_ref().is_some_and(waits) && !view.scenes.stopped.contains(ask) {
            intents.push(Intent::Compute(Box::new(ask.clone())));
        }
        return view.older.get(&picture).map(Arc::clone).unwrap_or_default();
    }
    let made = Arc::new(figure(open.seen(), ask, &|_| true).unwrap_or_default());
    view.scenes.figures.insert(picture, (ask.clone(), Arc::clone(&made)));
    made
}

/// How far a figure is that is being made, with a way to stop it and to begin again.
fn making_ui(ui: &mut Ui, view: &View, open: Open<'_>, ask: &Ask, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let making = view.scenes.making.as_ref().filter(|making| making.ask == *ask);
    let part = making.and_then(|making| making.part);
    if part.is_none() && !view.scenes.stopped.contains(ask) {
        return;
    }
    ui.horizontal(|ui| {
        if let Some(part) = part {
            let bar = egui::ProgressBar::new(part).desired_width(open.width - 110.0).show_percentage();
            let response = ui.add(bar);
            name_it(ui, &response, &words.t("job-progress"));
            if ui.button(words.t("job-cancel")).clicked() {
                intents.push(Intent::CancelJob);
            }
        } else {
            quiet_ui(ui, &words.t("job-cancelled"));
            if ui.button(words.t("job-again")).clicked() {
                intents.push(Intent::Compute(Box::new(ask.clone())));
            }
        }
    });
}

/// Chart or table, and copying: the same for all figures.
fn tools_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    ask: &Ask,
    figure: &Figure,
    intents: &mut Vec<Intent>,
    more: impl FnOnce(&mut Ui, &mut View),
) {
    let words = open.screen.words;
    let picture: Picture = ask.picture();
    let dots = sign_ui(ui, Sign::Dots, &words.with("menu-of-figure", &[("title", &figure.title)]), true);
    // What is a table only has no picture.
    let is_table = figure.scene.shapes.is_empty() && !figure.table.rows.is_empty();
    egui::Popup::menu(&dots).show(|ui| {
        if is_table {
            more(ui, view);
            if ui.button(words.t("copy-data")).clicked() {
                intents.push(Intent::CopyTable(figure_data(open.seen(), ask)));
            }
            return;
        }
        let as_table = view.tables.contains(&picture);
        if ui.button(words.t(if as_table { "show-as-chart" } else { "show-as-table" })).clicked()
            && !view.tables.remove(&picture)
        {
            view.tables.insert(picture);
        }
        more(ui, view);
        ui.separator();
        if ui.button(words.t("copy-picture")).clicked() {
            intents.push(Intent::CopyPicture(picture));
        }
        if ui.button(words.t("save-picture")).clicked() {
            intents.push(Intent::SavePicture(picture));
        }
        if ui.button(words.t("copy-data")).clicked() {
            intents.push(Intent::CopyTable(figure_data(open.seen(), ask)));
        }
    });
}

pub(super) fn heading_ui(ui: &mut Ui, text: &str) {
    let text = RichText::new(text).font(theme::bold(theme::BODY)).color(Colors::of(ui).text);
    // As high as one with a menu beside it, so that headlines stand alike on all pages.
    ui.horizontal(|ui| ui.add(egui::Label::new(text).truncate()));
}

fn sentences_ui(ui: &mut Ui, sentences: &[String]) {
    for sentence in sentences {
        ui.add_space(3.0);
        ui.add(egui::Label::new(RichText::new(sentence).color(Colors::of(ui).weak)).wrap());
    }
}

pub(super) fn quiet_ui(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(Colors::of(ui).faint)).wrap());
}

/// A choice among the complete offers, from best to worst; `key` is its name's message.
pub(super) fn offer_combo_ui(
    ui: &mut Ui,
    open: Open<'_>,
    key: &str,
    chosen: usize,
    width: f32,
    choice: &mut Option<OfferId>,
) {
    let words = open.screen.words;
    let text = RichText::new(open.offer_name(chosen)).size(12.0);
    let combo = egui::ComboBox::from_id_salt(key).width(width).truncate().selected_text(text).show_ui(ui, |ui| {
        for offer in open.board.ranked().take(CHOICES_MAX) {
            if ui.selectable_label(offer == chosen, open.offer_name(offer)).clicked() {
                *choice = Some(open.comparison.offers[offer].id);
            }
        }
        let more = open.board.ranked().count().saturating_sub(CHOICES_MAX);
        if more > 0 {
            ui.label(RichText::new(words.count("and-more", more)).size(12.0).color(Colors::of(ui).faint));
        }
    });
    name_it(ui, &combo.response, &words.t(key));
}
