//! Kinds of buyers: who they are, what each of them finds best, and what they would choose.

use egui::accesskit::Role;
use egui::{CursorIcon, Label, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::column::Column;
use super::typed::{beside_ui, checked, read_factor, read_number, typed_ui, typed_words_ui};
use super::{Drawn, Open, figure_ui, heading_ui, kept, quiet_ui};
use crate::board::{Ask, BuyerRow, BuyersOptions, Figure};
use crate::model::{BuyerPreset, Edit, SegmentId};
use crate::ui::Intent;
use crate::ui::buyer::preset_key;
use crate::ui::dialogs::SegmentForm;
use crate::ui::field::{Sign, focus_ring, link_ui, name_it, sign_ui};
use crate::ui::intent::{BuyerFrom, Gesture};
use crate::ui::scene::table_ui;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{Dialog, View};

/// Most rows that are drawn.
const ROWS_MAX: usize = 100;

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let ask = Ask::Buyers(BuyersOptions { width: open.width });
    let figure = kept(view, open, &ask, intents);
    let is_alone = open.comparison.segments.len() < 2;
    heading_ui(ui, &words.t("buyers-heading"));
    // Above what comes and goes, so that they stay under the pointer.
    add_ui(ui, open, intents);
    if is_alone {
        quiet_ui(ui, &words.t("buyers-about"));
    }
    let mut list = Column::of(3);
    for (place, row) in figure.buyers.rows.iter().take(ROWS_MAX).enumerate() {
        ui.separator();
        ui.push_id(row.id, |ui| row_ui(ui, open, row, (&mut list, place), intents));
    }
    list.end(ui, open, intents, |typed| {
        let comparison = open.comparison.id();
        let edits = typed.into_iter().filter_map(|([row, column], value)| {
            let segment = figure.buyers.rows.get(row)?.id;
            Some(match column {
                0 => Edit::SetSegmentSize { comparison, segment, size: value },
                1 => Edit::SetCostEmphasis { comparison, segment, cost_emphasis: value },
                _ => Edit::SetSharpness { comparison, segment, sharpness: value },
            })
        });
        Ok(Intent::Edits(edits.collect()))
    });
    if figure.buyers.rows.len() > ROWS_MAX {
        quiet_ui(ui, &words.count("and-more", figure.buyers.rows.len() - ROWS_MAX));
    }
    ui.separator();
    multipliers_ui(ui, open, &figure, intents);
    if !is_alone {
        ui.add_space(10.0);
        let drawn = figure_ui(ui, view, open, ask, intents, |_, _| {}, |_, _, _| {});
        if let Some(drawn) = drawn {
            spots_ui(ui, &drawn, open, &figure, intents);
            ui.add_space(6.0);
            table_ui(ui, &figure.table, "buyers-table");
        }
        // The drawing says it for its mean, this for the table's.
        quiet_ui(ui, &figure.buyers.caveat);
    }
    ui.add_space(14.0);
    let shares = Ask::Shares(BuyersOptions { width: open.width });
    figure_ui(ui, view, open, shares, intents, |_, _| {}, |_, _, _| {});
    nothing_ui(ui, open, &figure, intents);
}

/// The choice of buying nothing for the buyer shown: its CDV, or an empty input where everybody buys.
fn nothing_ui(ui: &mut Ui, open: Open<'_>, figure: &Figure, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let Some(row) = figure.buyers.rows.iter().find(|row| row.shown) else { return };
    ui.add_space(4.0);
    let (comparison, segment) = (open.comparison.id(), row.id);
    ui.horizontal(|ui| {
        beside_ui(ui, &words.t("buyers-nothing-cdv"));
        let label = words.with("buyers-nothing-of", &[("name", &row.name)]);
        let edit = typed_ui(ui, &label, &row.nothing, 64.0, |text| {
            let is_empty = text.trim().is_empty();
            let cdv = if is_empty { None } else { Some(read_number(open, text)?) };
            checked(open, Edit::SetBuysNothing { comparison, segment, cdv })
        });
        intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
    });
    quiet_ui(ui, &words.with("buyers-nothing-about", &[("name", &row.name)]));
}

/// New kinds of buyers: one like everyone, and the presets, made from everyone too.
fn add_ui(ui: &mut Ui, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let everyone = open.comparison.everyone().map(|s| s.id);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 2.0);
        let add = |key: &str| words.with("buyers-add", &[("name", &words.t(key))]);
        if link_ui(ui, &add("buyers-new-name")).clicked() {
            intents.push(Intent::AddBuyer(BuyerFrom::Everyone));
        }
        for preset in BuyerPreset::ALL {
            let link = link_ui(ui, &add(preset_key(preset)));
            if link.on_hover_text(words.t(about_key(preset))).clicked() {
                intents.extend(everyone.map(|everyone| Intent::AddBuyer(BuyerFrom::Preset(everyone, preset))));
            }
        }
    });
}

fn about_key(preset: BuyerPreset) -> &'static str {
    match preset {
        BuyerPreset::NewBuyer => "buyers-preset-new-about",
        BuyerPreset::LoyalBuyer => "buyers-preset-loyal-about",
        BuyerPreset::PriceLed => "buyers-preset-price-about",
    }
}

fn row_ui(
    ui: &mut Ui,
    open: Open<'_>,
    row: &BuyerRow,
    (list, place): (&mut Column<f64>, usize),
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let colors = Colors::of(ui);
    let named = |key: &str| words.with(key, &[("name", &row.name)]);
    let top = ui.cursor().top();
    ui.horizontal(|ui| {
        let room = (open.width - 110.0).max(80.0);
        let named_as = |text: &str| rename(open, row.id, text).map(|edit| checked(open, edit)).transpose();
        let edit = typed_words_ui(ui, &named("buyers-name"), &row.name, room, named_as).flatten();
        intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            menu_ui(ui, open, row, intents);
            if row.shown {
                ui.label(RichText::new(words.t("buyers-shown")).size(12.0).color(colors.accent));
            } else {
                let link = link_ui(ui, &words.t("buyers-show-short"));
                name_it(ui, &link, &named("buyers-show"));
                if link.clicked() {
                    intents.push(Intent::ShowBuyer(row.id));
                }
            }
        });
    });
    strips_ui(ui, open, row);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        // Three inputs with their captions and edges fit into the narrowest page.
        let width = ((open.width - 140.0) / 3.0).clamp(34.0, 64.0);
        let lines = [
            (words.t("buyers-size"), "buyers-size-of", &row.size),
            ("λ".to_owned(), "buyers-emphasis-of", &row.emphasis),
            ("μ".to_owned(), "buyers-sharpness-of", &row.sharpness),
        ];
        for (column, (caption, key, shown)) in lines.iter().enumerate().filter(|(_, line)| !line.2.is_empty()) {
            beside_ui(ui, caption);
            let line = [named(key), (*shown).clone()];
            let line = line.each_ref().map(String::as_str);
            // Sizes are compared with each other only: 60% beside 40% is 60 beside 40.
            let read = if column == 0 { read_number } else { read_factor };
            list.number_ui(ui, open, [place, column], line, width, |text| read(open, text));
            ui.add_space(4.0);
        }
    });
    let part =
        if row.part.is_empty() { words.t("buyers-outside") } else { words.with("buyers-part", &[("part", &row.part)]) };
    let line = format!("{part} · {}", row.best);
    ui.add(Label::new(RichText::new(line).size(12.0).color(colors.faint)).truncate());
    if row.shown {
        let x = ui.min_rect().left() - 6.0;
        let bottom = ui.cursor().top() - 4.0;
        ui.painter().vline(x, egui::Rangef::new(top, bottom), Stroke::new(2.0, colors.accent));
    }
}

/// The name in the language shown; the other wording stays.
fn rename(open: Open<'_>, segment: SegmentId, text: &str) -> Option<Edit> {
    let name = open.comparison.segment(segment)?.name.with(open.screen.words.lang(), text);
    Some(Edit::DescribeSegment { comparison: open.comparison.id(), segment, name })
}

fn menu_ui(ui: &mut Ui, open: Open<'_>, row: &BuyerRow, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let dots = sign_ui(ui, Sign::Dots, &words.with("menu-of", &[("name", &row.name)]), true);
    let (comparison, segment) = (open.comparison.id(), row.id);
    let Some(place) = open.comparison.segments.iter().position(|s| s.id == segment) else { return };
    let whole = &open.comparison.segments[place];
    let is_everyone = whole.everyone;
    let last = open.comparison.segments.len() - 1;
    egui::Popup::menu(&dots).show(|ui| {
        let mut entry = |ui: &mut Ui, label: String, enabled: bool, intent: Intent| {
            if ui.add_enabled(enabled, egui::Button::new(label)).clicked() {
                intents.push(intent);
            }
        };
        let form = Dialog::Segment(SegmentForm::of(comparison, whole));
        entry(ui, words.t("buyers-rename"), true, Intent::Open(Box::new(form)));
        entry(ui, words.t("menu-duplicate"), true, Intent::AddBuyer(BuyerFrom::Copy(segment)));
        for preset in BuyerPreset::ALL {
            let name = words.t(preset_key(preset));
            let label = words.with("buyers-preset-from", &[("preset", &name)]);
            entry(ui, label, true, Intent::AddBuyer(BuyerFrom::Preset(segment, preset)));
        }
        ui.separator();
        let to = |to| Intent::Edit(Edit::MoveSegment { comparison, segment, to }, Gesture::Once);
        entry(ui, words.t("menu-move-up"), place > 0, to(place.saturating_sub(1)));
        entry(ui, words.t("menu-move-down"), place < last, to(place + 1));
        ui.separator();
        let delete = Intent::Edit(Edit::RemoveSegment { comparison, segment }, Gesture::Once);
        entry(ui, words.t("menu-delete"), !is_everyone, delete);
        if is_everyone {
            quiet_ui(ui, &words.t("error-everyone-stays"));
        }
    });
}

/// The weights of the dimensions at a glance: value above, cost below.
fn strips_ui(ui: &mut Ui, open: Open<'_>, row: &BuyerRow) {
    if row.strips.is_empty() {
        return;
    }
    let colors = Colors::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(open.width, 15.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &row.weights));
    let mut tip = None;
    for (strip, top) in row.strips.iter().zip([1.0, 8.5]) {
        let track = Rect::from_min_size(pos2(rect.left(), rect.top() + top), vec2(rect.width(), 6.0));
        ui.painter().rect_filled(track, 2.0, colors.track);
        let mut x = track.left();
        for part in strip {
            let piece = Rect::from_min_size(pos2(x, track.top()), vec2(part.part * track.width(), track.height()));
            ui.painter().rect_filled(piece, 0.0, colors.dimension(part.dimension));
            if part.part > 0.0 && ui.rect_contains_pointer(piece.expand2(vec2(0.0, 1.0))) {
                tip = Some(&part.tip);
            }
            x = piece.right();
        }
    }
    if let Some(tip) = tip {
        response.on_hover_text_at_pointer(tip);
    }
}

/// What the buyer shown multiplies, in a money account.
fn multipliers_ui(ui: &mut Ui, open: Open<'_>, figure: &Figure, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let shown = figure.buyers.rows.iter().find(|row| row.shown);
    let Some(buyer) = shown.filter(|_| !figure.buyers.multipliers.is_empty()) else { return };
    ui.add_space(8.0);
    heading_ui(ui, &words.with("buyers-multipliers", &[("name", &buyer.name)]));
    quiet_ui(ui, &words.t("buyers-multipliers-about"));
    let (comparison, segment) = (open.comparison.id(), buyer.id);
    let mut list = Column::new();
    for (place, row) in figure.buyers.multipliers.iter().enumerate() {
        ui.push_id(row.criterion, |ui| {
            ui.horizontal(|ui| {
                let label = words.with("buyers-multiplier-of", &[("criterion", &row.name)]);
                beside_ui(ui, "×");
                list.number_ui(ui, open, [place, 0], [&label, &row.factor], 56.0, |text| read_factor(open, text));
                ui.add(Label::new(RichText::new(&row.name).font(theme::regular(12.0))).truncate());
            });
        });
    }
    list.end(ui, open, intents, |typed| {
        let edits = typed.into_iter().filter_map(|([place, _], factor)| {
            let criterion = figure.buyers.multipliers.get(place)?.criterion;
            Some(Edit::SetMultiplier { comparison, segment, criterion, factor })
        });
        Ok(Intent::Edits(edits.collect()))
    });
}

/// The small pictures, each of which shows its buyer.
fn spots_ui(ui: &Ui, drawn: &Drawn, open: Open<'_>, figure: &Figure, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    for spot in &figure.buyers.spots {
        let [left, top, width, height] = spot.rect;
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, height)).translate(drawn.origin.to_vec2());
        let response = ui.interact(rect, ui.scope_id().with(("buyer", spot.segment)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spot.label));
        let is_shown = spot.segment == open.board.segment;
        if is_shown || response.hovered() {
            let color = if is_shown { colors.accent } else { colors.line };
            ui.painter().vline(rect.left() - 2.0, rect.y_range().shrink(2.0), Stroke::new(2.0, color));
        }
        focus_ring(ui, rect, &response);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            intents.push(Intent::ShowBuyer(spot.segment));
        }
    }
}
