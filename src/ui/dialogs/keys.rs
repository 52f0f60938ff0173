//! The keys, in two columns.

use egui::{Context, Key, KeyboardShortcut, Modifiers, RichText, Ui, vec2};

use super::frame::{Answer, Look, page_ui};
use crate::ui::commands::{Command, shortcut_text};
use crate::ui::pages::Page;
use crate::ui::theme::{self, Colors};
use crate::words::Words;

/// Width of the column of keys.
const KEYS: f32 = 190.0;
/// Height of a row.
const ROW: f32 = 18.0;

/// Keys of the matrix and what they do, by message key. `Mod` stands for the system's command key.
const CELLS: [(&str, &str); 9] = [
    ("← ↑ → ↓", "help-key-move"),
    ("Enter, F2", "help-key-edit"),
    ("Tab, Shift+Tab", "help-key-next"),
    ("Escape", "help-key-escape"),
    ("Delete", "help-key-clear"),
    ("Mod+C, Mod+V", "help-key-copy"),
    ("Mod+A", "help-key-all"),
    ("Alt+Enter", "help-key-working"),
    ("Shift+F10", "help-key-menu"),
];

/// Keys of numbers that are typed on a page, alone or in a list.
const FIELDS: [(&str, &str); 6] = [
    ("Enter, ↓", "help-key-field-next"),
    ("Shift+Enter, ↑", "help-key-field-back"),
    ("Escape", "help-key-field-escape"),
    ("Mod+Z", "help-key-field-undo"),
    ("Mod+V", "help-key-field-paste"),
    ("Shift+F10", "help-key-field-copy"),
];

/// Keys of what is dragged with the pointer, and of pairs.
const HANDLES: [(&str, &str); 6] = [
    ("← ↑ → ↓", "help-key-handle-move"),
    ("Shift+← ↑ → ↓", "help-key-handle-ten"),
    ("Delete", "help-key-handle-delete"),
    ("Alt+↑, Alt+↓", "help-key-order-move"),
    ("T", "help-key-order-tie"),
    ("1…9, /", "help-key-pairs"),
];

/// Draws the list of keys.
pub(super) fn shortcuts_ui(ctx: &Context, words: &Words) -> Answer {
    let title = words.t("help-shortcuts-title");
    let modifier = if ctx.os().is_mac() { "⌘" } else { "Ctrl" };
    page_ui(ctx, words, Look::centred("shortcuts", 480.0, &title), |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 4.0);
        ui.spacing_mut().interact_size.y = ROW;
        heading_ui(ui, &words.t("help-keys-cells"));
        for (key, does) in CELLS {
            row_ui(ui, &key.replace("Mod", modifier), &words.t(does));
        }
        ui.add_space(8.0);
        heading_ui(ui, &words.t("help-keys-fields"));
        for (key, does) in FIELDS {
            row_ui(ui, &key.replace("Mod", modifier), &words.t(does));
        }
        ui.add_space(8.0);
        heading_ui(ui, &words.t("help-keys-handles"));
        for (key, does) in HANDLES {
            row_ui(ui, key, &words.t(does));
        }
        ui.add_space(8.0);
        heading_ui(ui, &words.t("help-keys-commands"));
        for command in Command::ALL {
            if let Some(keys) = keys_of(ctx, command) {
                row_ui(ui, &keys, &words.t(command.key()));
            }
        }
        heading_ui(ui, &words.t("help-keys-pages"));
        for page in Page::ALL {
            row_ui(ui, &shortcut_text(ctx, &page.shortcut()), &words.t(page.key()));
        }
    })
}

fn keys_of(ctx: &Context, command: Command) -> Option<String> {
    let keys = shortcut_text(ctx, &command.shortcut()?);
    // Redo has the key of Windows beside the one of the other systems.
    let second = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
    Some(if command == Command::Redo { format!("{keys}, {}", shortcut_text(ctx, &second)) } else { keys })
}

fn heading_ui(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).font(theme::bold(theme::BODY)));
}

fn row_ui(ui: &mut Ui, key: &str, does: &str) {
    let colors = Colors::of(ui);
    ui.horizontal(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(KEYS, ROW), layout, |ui| {
            ui.set_min_width(KEYS);
            ui.label(RichText::new(key).color(colors.text));
        });
        ui.label(RichText::new(does).color(colors.weak));
    });
}
