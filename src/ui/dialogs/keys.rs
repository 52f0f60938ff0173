//! The keys, in two columns.

use egui::{Context, RichText, Ui, vec2};

use super::frame::{Answer, Look, page_ui};
use crate::ui::theme::{self, Colors};
use crate::words::Words;

/// Width of the column of keys.
const KEYS: f32 = 190.0;

/// Groups of keys: the key of a headline, then keys and what they do. `Mod` stands for Ctrl or ⌘.
const GROUPS: [(&str, &[(&str, &str)]); 3] = [
    (
        "help-keys-cells",
        &[
            ("← ↑ → ↓", "help-key-move"),
            ("Enter, F2", "help-key-edit"),
            ("Tab, Shift+Tab", "help-key-next"),
            ("Escape", "help-key-escape"),
            ("Delete", "help-key-clear"),
            ("Mod+C, Mod+V", "help-key-copy"),
            ("Mod+A", "help-key-all"),
            ("Alt+Enter", "help-key-working"),
            ("Shift+F10", "help-key-menu"),
        ],
    ),
    (
        "help-keys-workbook",
        &[
            ("Mod+Z", "help-key-undo"),
            ("Mod+Shift+Z, Mod+Y", "help-key-redo"),
            ("Mod+N", "help-key-new"),
            ("Mod+O", "help-key-open"),
            ("Mod+Shift+S", "help-key-copy-file"),
        ],
    ),
    (
        "help-keys-screen",
        &[
            ("Mod++, Mod+−, Mod+0", "help-key-zoom"),
            ("Mod+L", "help-key-language"),
            ("F1", "help-key-theory"),
            ("Mod+/", "help-key-shortcuts"),
        ],
    ),
];

/// Draws the list of keys.
pub(super) fn shortcuts_ui(ctx: &Context, words: &Words) -> Answer {
    let title = words.t("help-shortcuts-title");
    let command = if ctx.os() == egui::os::OperatingSystem::Mac { "⌘" } else { "Ctrl" };
    page_ui(ctx, words, Look::centred("shortcuts", 480.0, &title), |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 4.0);
        for (i, (group, keys)) in GROUPS.into_iter().enumerate() {
            if i > 0 {
                ui.add_space(8.0);
            }
            ui.label(RichText::new(words.t(group)).font(theme::bold(theme::BODY)));
            for (key, does) in keys {
                row_ui(ui, &key.replace("Mod", command), &words.t(does));
            }
        }
    })
}

fn row_ui(ui: &mut Ui, key: &str, does: &str) {
    let colors = Colors::of(ui);
    ui.horizontal(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(KEYS, 18.0), layout, |ui| {
            ui.set_min_width(KEYS);
            ui.label(RichText::new(key).color(colors.text));
        });
        ui.label(RichText::new(does).color(colors.weak));
    });
}
