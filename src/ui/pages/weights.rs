//! What if something mattered more, or less: one weight along its range, how far all of them may move, and what doubt
//! in levels and weights does.

use std::collections::BTreeMap;

use egui::{CursorIcon, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::handle::{Handle, vertical_ui};
use super::typed::{beside_ui, checked, read_factor, read_number, step_of, typed_ui};
use super::{Drawn, Open, figure_ui, kept, offer_combo_ui};
use crate::board::{Ask, Figure, StabilityOptions, TornadoOptions, WeightCell, WeightsOptions, doubt_text};
use crate::model::{Account, ComparisonId, Edit, Member, OfferId, Share, reshare};
use crate::ui::Intent;
use crate::ui::field::{focus_ring, name_it};
use crate::ui::intent::Gesture;
use crate::ui::theme::Colors;
use crate::ui::view::View;
use crate::value::Quantity;
use crate::words::{decimal_input, parse_number, share_input};

/// What is chosen on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The weight that varies, or λ; the one nearest to a change of the winner where absent.
    pub quantity: Option<Quantity>,
    /// The comparison that the choice was made for; `None` where it was made elsewhere and is to be taken.
    pub comparison: Option<ComparisonId>,
    /// What was shown of each comparison last.
    pub kept: BTreeMap<ComparisonId, Quantity>,
    /// The set of a weight when its drag began: ratios are kept to these, however far it is dragged.
    pub start: Option<Vec<(Member, Share)>>,
    /// The values shown while one is dragged.
    pub held: Option<[f64; 2]>,
    /// Whose lead the tornado shows; the winner's where absent.
    pub offer: Option<OfferId>,
    /// Over whom; the best of the others where absent.
    pub rival: Option<OfferId>,
    /// Doubt of weights, as a part of their set.
    pub weight_doubt: f64,
    /// Doubt of levels, as a part of what their scale spans.
    pub level_doubt: f64,
}

impl Default for State {
    fn default() -> Self {
        let (weight_doubt, level_doubt) = (0.1, 0.1);
        let (comparison, kept) = (None, BTreeMap::new());
        Self {
            quantity: None,
            comparison,
            kept,
            start: None,
            held: None,
            offer: None,
            rival: None,
            weight_doubt,
            level_doubt,
        }
    }
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    return_to(&mut view.pages.weights, open.comparison.id());
    let stability_ask = Ask::Stability(StabilityOptions { width: open.width });
    let stability = kept(view, open, &stability_ask, intents);
    let quantity = chosen(view, open, &stability);
    // Kept from here on: which weight is the nearest may change while it moves.
    view.pages.weights.quantity = quantity;
    view.pages.weights.kept.extend(quantity.map(|quantity| (open.comparison.id(), quantity)));
    end_lost_drag(ui, view, open, intents);
    lines_ui(ui, view, open, quantity.unwrap_or(Quantity::CostEmphasis), intents);
    if open.comparison.header.account == Account::Points {
        ui.add_space(14.0);
        let drawn = figure_ui(ui, view, open, stability_ask, intents, |_, _| {}, |_, _, _| {});
        if let Some(drawn) = drawn {
            spots_ui(ui, view, &drawn, &stability);
        }
    }
    ui.add_space(14.0);
    tornado_ui(ui, view, open, intents);
}

/// Another comparison shows what it showed last.
fn return_to(page: &mut State, comparison: ComparisonId) {
    if page.comparison.is_some_and(|other| other != comparison) {
        page.quantity = page.kept.get(&comparison).copied();
    }
    page.comparison = Some(comparison);
}

/// The weight shown: as chosen, while it is there, else the one nearest to a change of the winner.
fn chosen(view: &View, open: Open<'_>, stability: &Figure) -> Option<Quantity> {
    let is_there = |quantity: &Quantity| match quantity {
        Quantity::Weight(member) => cell(open, *member).is_some(),
        Quantity::CostEmphasis => open.comparison.header.account == Account::Points,
        Quantity::Level { .. } => false,
    };
    let nearest = || stability.spots.iter().map(|spot| spot.quantity).find(|q| matches!(q, Quantity::Weight(_)));
    view.pages.weights.quantity.filter(is_there).or_else(nearest)
}

/// The weight of a member that is not alone in its set.
fn cell(open: Open<'_>, member: Member) -> Option<WeightCell> {
    let weights = open.board.rows.iter().filter_map(|row| row.weight);
    weights.into_iter().find(|w| w.member == member && (w.movable || w.share.locked))
}

fn name(open: Open<'_>, quantity: Quantity) -> &str {
    let Quantity::Weight(member) = quantity else { return "" };
    let row = open.board.rows.iter().find(|row| row.weight.is_some_and(|w| w.member == member));
    row.map_or("", |row| row.name.as_str())
}

/// The name of a control: of a weight by its name, or of λ.
fn label(open: Open<'_>, quantity: Quantity, [weight, emphasis]: [&str; 2]) -> String {
    let words = open.screen.words;
    match quantity {
        Quantity::CostEmphasis => words.t(emphasis),
        _ => words.with(weight, &[("name", name(open, quantity))]),
    }
}

/// Today's value, where it may be moved.
fn movable(open: Open<'_>, quantity: Quantity) -> Option<f64> {
    match quantity {
        Quantity::Weight(member) => cell(open, member).filter(|w| w.movable).map(|w| w.share.share),
        _ => Some(open.comparison.segment(open.board.segment)?.cost_emphasis),
    }
}

fn lines_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, quantity: Quantity, intents: &mut Vec<Intent>) {
    let page = &view.pages.weights;
    let ask = Ask::Weights(WeightsOptions { width: open.width, quantity, start: page.start.clone(), range: page.held });
    let choices = |ui: &mut Ui, view: &mut View, intents: &mut Vec<Intent>| {
        if open.comparison.header.account == Account::Points {
            choices_ui(ui, view, open, quantity, intents);
        }
    };
    let drawn = figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    let Some((drawn, today)) = drawn.zip(movable(open, quantity)) else { return };
    let Some(plot) = drawn.plot else { return };
    let label = label(open, quantity, ["weights-drag", "weights-drag-emphasis"]);
    let step = if quantity == Quantity::CostEmphasis { step_of(plot.x_range) } else { 0.01 };
    let handle = Handle { salt: "weight", label: &label, value: today, range: plot.x_range, step };
    let Some((value, gesture)) = vertical_ui(ui, &drawn, &handle) else { return };
    let page = &mut view.pages.weights;
    if gesture == Gesture::Ongoing && page.held.is_none() {
        page.held = Some(plot.x_range);
        page.start = shares(open, quantity);
    }
    let edit = edit(open, quantity, page.start.clone(), value);
    if gesture != Gesture::Ongoing {
        (page.held, page.start) = (None, None);
    }
    intents.extend(edit.map(|edit| Intent::Edit(edit, gesture)));
}

/// The set of a weight as it is now.
fn shares(open: Open<'_>, quantity: Quantity) -> Option<Vec<(Member, Share)>> {
    let Quantity::Weight(member) = quantity else { return None };
    Some(open.comparison.shares(open.comparison.segment(open.board.segment)?, open.comparison.set_of(member)?))
}

/// The edit that moves a weight, from the set as it was when a drag began, else from now.
fn edit(open: Open<'_>, quantity: Quantity, start: Option<Vec<(Member, Share)>>, value: f64) -> Option<Edit> {
    let (comparison, segment) = (open.comparison.id(), open.board.segment);
    let Quantity::Weight(member) = quantity else {
        return Some(Edit::SetCostEmphasis { comparison, segment, cost_emphasis: value });
    };
    let old = start.or_else(|| shares(open, quantity))?;
    let index = old.iter().position(|(m, _)| *m == member)?;
    let plain: Vec<Share> = old.iter().map(|(_, share)| *share).collect();
    let shares = old.iter().map(|(m, _)| *m).zip(reshare(&plain, index, value)).collect();
    Some(Edit::SetWeights { comparison, segment, set: open.comparison.set_of(member)?, shares })
}

/// Ends a drag whose chart has left the screen, so that the handle saw no end of it.
fn end_lost_drag(ui: &Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let page = &mut view.pages.weights;
    if page.held.is_none() || ui.input(|i| i.pointer.any_down() || i.pointer.any_released()) {
        return;
    }
    (page.held, page.start) = (None, None);
    let kept = page.quantity.and_then(|quantity| edit(open, quantity, None, movable(open, quantity)?));
    intents.extend(kept.map(|edit| Intent::Edit(edit, Gesture::Ended)));
}

fn choices_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, quantity: Quantity, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    ui.horizontal(|ui| {
        let room = (open.width * 0.5).min(190.0);
        let text = RichText::new(shown_name(open, quantity)).size(12.0);
        let combo = egui::ComboBox::from_id_salt("weights-quantity").width(room).height(320.0).truncate();
        let response = combo.selected_text(text).show_ui(ui, |ui| {
            let weights = open.board.rows.iter().filter_map(|row| row.weight);
            let members = weights.map(|w| w.member).filter(|member| cell(open, *member).is_some());
            for each in members.map(Quantity::Weight).chain([Quantity::CostEmphasis]) {
                let indent = if matches!(each, Quantity::Weight(Member::Leaf(_))) { "    " } else { "" };
                let text = format!("{indent}{}", shown_name(open, each));
                if ui.selectable_label(each == quantity, text).clicked() {
                    view.pages.weights.quantity = Some(each);
                }
            }
        });
        name_it(ui, &response.response, &words.t("weights-choice"));
        let Some(today) = movable(open, quantity) else { return };
        let is_weight = quantity != Quantity::CostEmphasis;
        let shown = if is_weight { share_input(today) } else { decimal_input(today) };
        let label = label(open, quantity, ["weights-typed", "weights-typed-emphasis"]);
        let read = |text: &str| {
            let value = if is_weight { read_number(open, text)? / 100.0 } else { read_factor(open, text)? };
            if is_weight && !(0.0..=1.0).contains(&value) {
                return Err(words.with("weight-refused", &[("text", text)]));
            }
            edit(open, quantity, None, value).map(|edit| checked(open, edit)).transpose()
        };
        let edit = typed_ui(ui, &label, &shown, 56.0, read).flatten();
        if is_weight {
            beside_ui(ui, "%");
        }
        intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
    });
}

fn shown_name(open: Open<'_>, quantity: Quantity) -> String {
    match quantity {
        Quantity::CostEmphasis => open.screen.words.t("cost-emphasis"),
        _ => name(open, quantity).to_owned(),
    }
}

/// Rows of the intervals, each of which shows its weight above.
fn spots_ui(ui: &Ui, view: &mut View, drawn: &Drawn, figure: &Figure) {
    let colors = Colors::of(ui);
    for (i, spot) in figure.spots.iter().enumerate() {
        let [left, top, width, height] = spot.rect;
        let rect = egui::Rect::from_min_size(pos2(left, top), vec2(width, height)).translate(drawn.origin.to_vec2());
        let response = ui.interact(rect, ui.scope_id().with(("spot", i)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spot.label));
        let is_chosen = view.pages.weights.quantity == Some(spot.quantity);
        if is_chosen || response.hovered() {
            let color = if is_chosen { colors.accent } else { colors.line };
            ui.painter().vline(rect.left() + 0.5, rect.y_range().shrink(3.0), Stroke::new(2.0, color));
        }
        focus_ring(ui, rect, &response);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            view.pages.weights.quantity = Some(spot.quantity);
        }
    }
}

/// The two offers of the tornado: as chosen, else the winner and the best of the others.
fn pair(view: &View, open: Open<'_>) -> Option<(usize, usize)> {
    let index = |id: Option<OfferId>| {
        let place = open.comparison.offers.iter().position(|o| Some(o.id) == id)?;
        open.board.cdv(place).map(|_| place)
    };
    let page = &view.pages.weights;
    let offer = index(page.offer).or_else(|| open.board.ranked().next())?;
    let others = || open.board.ranked().find(|&o| o != offer);
    let rival = index(page.rival).filter(|&o| o != offer).or_else(others)?;
    Some((offer, rival))
}

/// Both doubts stand in one row on a page of this width.
const SIDE_BY_SIDE: f32 = 380.0;

fn tornado_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let Some((offer, rival)) = pair(view, open) else {
        super::heading_ui(ui, &words.t("tornado-none-title"));
        super::quiet_ui(ui, &words.t("bridge-needs-two"));
        return;
    };
    let (weight, level) = (view.pages.weights.weight_doubt, view.pages.weights.level_doubt);
    let ask = Ask::Tornado(TornadoOptions { width: open.width, offer, rival, weight, level });
    let choices = |ui: &mut Ui, view: &mut View, _: &mut Vec<Intent>| {
        let page = &mut view.pages.weights;
        ui.horizontal(|ui| {
            let room = ((open.width - 80.0) / 2.0).min(130.0);
            offer_combo_ui(ui, open, "tornado-offer", offer, room, &mut page.offer);
            beside_ui(ui, &words.t("bridge-against"));
            offer_combo_ui(ui, open, "tornado-rival", rival, room, &mut page.rival);
        });
        let weights = |ui: &mut Ui, part: &mut f64| {
            if open.comparison.header.account == Account::Points {
                doubt_ui(ui, open, ["doubt-weights", "doubt-weights-unit"], part);
                ui.add_space(8.0);
            }
        };
        let is_narrow = open.width < SIDE_BY_SIDE;
        if is_narrow && open.comparison.header.account == Account::Points {
            ui.horizontal(|ui| weights(ui, &mut page.weight_doubt));
        }
        ui.horizontal(|ui| {
            if !is_narrow {
                weights(ui, &mut page.weight_doubt);
            }
            doubt_ui(ui, open, ["doubt-levels", "doubt-levels-unit"], &mut page.level_doubt);
        });
    };
    figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
}

/// “Weights ± 10 points”.
fn doubt_ui(ui: &mut Ui, open: Open<'_>, [key, unit]: [&str; 2], part: &mut f64) {
    let words = open.screen.words;
    let label = words.t(key);
    beside_ui(ui, &label);
    let read = |text: &str| {
        let percent = parse_number(text).ok().filter(|percent| (0.0..=100.0).contains(percent));
        percent.ok_or_else(|| words.with("doubt-refused", &[("text", text)]))
    };
    if let Some(percent) = typed_ui(ui, &label, &doubt_text(*part), 34.0, read) {
        *part = percent / 100.0;
    }
    beside_ui(ui, &words.t(unit));
}
