//! What if it cost more, or less: delivered value against the price of one offer.

use egui::Ui;

use super::handle::{Handle, vertical_ui};
use super::typed::{beside_ui, checked, read_number, step_of, typed_ui};
use super::{Open, figure_ui, offer_combo_ui};
use crate::board::{Ask, PriceOptions};
use crate::model::{Edit, Level, OfferId};
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::view::View;
use crate::words::amount;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Whose price; ours, else the winner's, where absent.
    pub offer: Option<OfferId>,
    /// The prices shown while one is dragged.
    pub held: Option<[f64; 2]>,
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let offer = chosen(view, open);
    // Kept from here on: who wins may change with the price.
    view.pages.price.offer = offer.and_then(|o| open.comparison.offers.get(o)).map(|o| o.id);
    end_lost_drag(ui, view, open, intents);
    let ask = Ask::Price(PriceOptions { width: open.width, offer: offer.unwrap_or(0), range: view.pages.price.held });
    let choices = |ui: &mut Ui, view: &mut View, intents: &mut Vec<Intent>| {
        if let Some(offer) = offer {
            choices_ui(ui, view, open, offer, intents);
        }
    };
    let drawn = figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    let (Some(drawn), Some(offer)) = (drawn, offer) else { return };
    let Some((plot, today)) = drawn.plot.zip(price(open, offer)) else { return };
    let label = open.screen.words.with("price-drag", &[("offer", open.offer_name(offer))]);
    // Prices of whole steps, but never finer than the smallest coin.
    let coin = open.comparison.header.currency.units(1.0);
    let step = step_of(plot.x_range).max(coin);
    let range = plot.x_range.map(|x| (x / coin).round() * coin);
    let handle = Handle { salt: "price", label: &label, value: today, range, step };
    if let Some((price, gesture)) = vertical_ui(ui, &drawn, &handle) {
        view.pages.price.held = (gesture == Gesture::Ongoing).then_some(plot.x_range);
        intents.extend(edit(open, offer, price).map(|edit| Intent::Edit(edit, gesture)));
    }
}

/// The offer whose price varies: as chosen, else the best of ours, else the winner.
fn chosen(view: &View, open: Open<'_>) -> Option<usize> {
    let offers = &open.comparison.offers;
    let index = |id: OfferId| offers.iter().position(|o| o.id == id).filter(|&o| open.board.cdv(o).is_some());
    let ours = || open.board.ranked().find(|&o| offers[o].ours);
    view.pages.price.offer.and_then(index).or_else(ours).or_else(|| open.board.ranked().next())
}

fn price(open: Open<'_>, offer: usize) -> Option<f64> {
    open.comparison.price_units(open.comparison.offers.get(offer)?)
}

fn edit(open: Open<'_>, offer: usize, units: f64) -> Option<Edit> {
    let header = &open.comparison.header;
    let minor = header.currency.minor(units).ok()?;
    let cells = vec![(open.comparison.offers.get(offer)?.id, header.price?, Some(Level::Money(minor)))];
    Some(Edit::SetLevels { comparison: open.comparison.id(), cells })
}

/// Ends a drag whose chart has left the screen, so that the handle saw no end of it.
fn end_lost_drag(ui: &Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    if view.pages.price.held.is_none() || ui.input(|i| i.pointer.any_down() || i.pointer.any_released()) {
        return;
    }
    view.pages.price.held = None;
    let kept = chosen(view, open).and_then(|offer| edit(open, offer, price(open, offer)?));
    intents.extend(kept.map(|edit| Intent::Edit(edit, Gesture::Ended)));
}

fn choices_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, offer: usize, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let header = &open.comparison.header;
    if header.price.is_none() {
        return;
    }
    ui.horizontal(|ui| {
        let room = (open.width * 0.4).min(150.0);
        offer_combo_ui(ui, open, "price-of-offer", offer, room, &mut view.pages.price.offer);
        beside_ui(ui, &words.with("price-costs", &[("sign", header.currency.sign().trim())]));
        let shown = price(open, offer).map_or_else(String::new, |units| amount(header.currency, units));
        let label = words.with("price-typed", &[("offer", open.offer_name(offer))]);
        let read = |text: &str| {
            let edit = edit(open, offer, read_number(open, text)?);
            checked(open, edit.ok_or_else(|| words.with("price-refused", &[("text", text)]))?)
        };
        let edit = typed_ui(ui, &label, &shown, 76.0, read);
        intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
    });
}
