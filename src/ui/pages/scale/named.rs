//! Named levels: their points by hand and typed.

use egui::{RichText, Ui, UiBuilder};

use super::{Subject, caption_ui, hold, set_scale};
use crate::model::{Account, Category, Scale};
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::pages::column::Column;
use crate::ui::pages::handle::{Handle, point_ui};
use crate::ui::pages::typed::{read_number, step_of};
use crate::ui::pages::{Drawn, Open};
use crate::ui::theme::Colors;
use crate::ui::view::View;
use crate::words::decimal_input;

const CELL: f32 = 84.0;

/// The scale with other points for one of its levels.
fn with_points(scale: &Scale, index: usize, points: f64) -> Scale {
    let mut scale = scale.clone();
    if let Scale::Category { levels, .. } = &mut scale
        && let Some(level) = levels.get_mut(index)
    {
        level.points = points;
    }
    scale
}

/// A handle for every level, moved up and down.
pub(super) fn handles_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    subject: Subject<'_>,
    drawn: Option<&Drawn>,
    intents: &mut Vec<Intent>,
) {
    let Some((drawn, plot)) = drawn.and_then(|drawn| Some((drawn, drawn.plot?))) else { return };
    let Scale::Category { levels, .. } = &subject.criterion.scale else { return };
    let words = open.screen.words;
    let in_points = open.comparison.header.account == Account::Points;
    let coin = open.comparison.header.currency.units(1.0);
    let step = if in_points { 1.0 } else { step_of(plot.y_range).max(coin) };
    for (i, level) in levels.iter().enumerate() {
        let child = ui.new_child(UiBuilder::new().id_salt(("level", level.id)).max_rect(drawn.response.rect));
        let label = words.with("scale-page-drag-named", &[("name", level.name.get(words.lang()))]);
        #[expect(clippy::cast_precision_loss, reason = "at most a hundred levels")]
        let x = i as f64;
        let across = Handle { salt: "level", label: &label, value: x, range: [x, x], step: 0.0 };
        let whole = if in_points { [0.0, 100.0] } else { plot.y_range };
        let range = [whole[0].min(level.points), whole[1].max(level.points)];
        let up = Handle { salt: "level", label: &label, value: level.points, range, step };
        if let Some(([_, points], gesture)) = point_ui(&child, drawn, &across, &up) {
            hold(view, drawn, None, gesture);
            let edit = set_scale(open, subject, with_points(&subject.criterion.scale, i, points));
            intents.push(Intent::Edit(edit, gesture));
        }
    }
}

/// Every level with its points, typed, in the order that the user gave them.
pub(super) fn levels_ui(
    ui: &mut Ui,
    open: Open<'_>,
    subject: Subject<'_>,
    levels: &[Category],
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let in_points = open.comparison.header.account == Account::Points;
    let sign = open.comparison.header.currency.sign();
    let head =
        if in_points { words.t("scale-points") } else { words.with("scale-amount", &[("currency", sign.trim())]) };
    caption_ui(ui, &words.with("scale-page-points", &[("level", &words.t("scale-level")), ("worth", &head)]));
    let mut list = Column::new();
    for (i, level) in levels.iter().enumerate() {
        let name = level.name.get(words.lang());
        ui.horizontal(|ui| {
            let key = if in_points { "scale-page-points-of-named" } else { "scale-page-amount-of-named" };
            let label = words.with(key, &[("name", name)]);
            let line = [label.as_str(), &decimal_input(level.points)];
            list.number_ui(ui, open, [i, 0], line, CELL, |text| read_number(open, text));
            let shown = RichText::new(format!("{}  {name}", i + 1)).size(12.0).color(Colors::of(ui).weak);
            ui.add(egui::Label::new(shown).truncate()).on_hover_text(name);
        });
    }
    list.end(ui, open, intents, |typed| {
        let scale = subject.criterion.scale.clone();
        let scale = typed.into_iter().fold(scale, |scale, ([i, _], points)| with_points(&scale, i, points));
        Ok(Intent::Edit(set_scale(open, subject, scale), Gesture::Once))
    });
}
