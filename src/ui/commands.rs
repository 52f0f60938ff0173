//! What menus and keys ask for: label, shortcut and intent in one place.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::dialogs::{AccountForm, CriterionForm};
use super::pages::Page;
use super::view::{Dialog, View};
use super::{Intent, Screen, WhatIfAsk};
use crate::model::{Account, Dimension};

/// A command of the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the menu names them")]
pub enum Command {
    Undo,
    Redo,
    NewWorkbook,
    OpenWorkbook,
    SaveCopy,
    ImportJson,
    ExportJson,
    NewComparison,
    NewInMoney,
    AddOffer,
    AddCriterion,
    Account,
    WhatIf,
    BreakEvens,
    NextBuyer,
    Language,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Theory,
    Shortcuts,
    About,
    Quit,
}

impl Command {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Undo,
        Self::Redo,
        Self::NewWorkbook,
        Self::OpenWorkbook,
        Self::SaveCopy,
        Self::ImportJson,
        Self::ExportJson,
        Self::NewComparison,
        Self::NewInMoney,
        Self::AddOffer,
        Self::AddCriterion,
        Self::Account,
        Self::WhatIf,
        Self::BreakEvens,
        Self::NextBuyer,
        Self::Language,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Theory,
        Self::Shortcuts,
        Self::About,
        Self::Quit,
    ];

    /// The message key of its label.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::NewWorkbook => "menu-new-workbook",
            Self::OpenWorkbook => "menu-open-workbook",
            Self::SaveCopy => "menu-save-copy",
            Self::ImportJson => "menu-import-json",
            Self::ExportJson => "menu-export-json",
            Self::NewComparison => "menu-new-comparison",
            Self::NewInMoney => "menu-new-comparison-money",
            Self::AddOffer => "menu-add-offer",
            Self::AddCriterion => "menu-add-criterion",
            Self::Account => "menu-account",
            Self::WhatIf => "menu-what-if",
            Self::BreakEvens => "tie-mode",
            Self::NextBuyer => "menu-next-buyer",
            Self::Language => "menu-language",
            Self::ZoomIn => "menu-zoom-in",
            Self::ZoomOut => "menu-zoom-out",
            Self::ZoomReset => "menu-zoom-reset",
            Self::Theory => "menu-theory",
            Self::Shortcuts => "menu-shortcuts",
            Self::About => "menu-about",
            Self::Quit => "menu-quit",
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let command = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let command_shift = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key));
        match self {
            Self::Undo => command(Key::Z),
            Self::Redo => command_shift(Key::Z),
            Self::NewWorkbook => command_shift(Key::N),
            Self::OpenWorkbook => command(Key::O),
            Self::SaveCopy => command_shift(Key::S),
            Self::ImportJson => command(Key::I),
            Self::ExportJson => command(Key::E),
            Self::NewComparison => command(Key::N),
            Self::AddOffer => command_shift(Key::O),
            Self::AddCriterion => command_shift(Key::C),
            Self::WhatIf => command_shift(Key::W),
            Self::BreakEvens => command(Key::B),
            Self::NextBuyer => command_shift(Key::B),
            Self::Language => command(Key::L),
            Self::ZoomIn => command(Key::Plus),
            Self::ZoomOut => command(Key::Minus),
            Self::ZoomReset => command(Key::Num0),
            Self::Theory => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::Shortcuts => command(Key::Slash),
            Self::NewInMoney | Self::Account | Self::About => None,
            Self::Quit => command(Key::Q),
        }
    }

    /// What it asks for.
    #[must_use]
    pub fn intent(self, screen: Screen<'_>) -> Option<Intent> {
        let open = |dialog| Some(Intent::Open(Box::new(dialog)));
        match self {
            Self::Undo => Some(Intent::Undo),
            Self::Redo => Some(Intent::Redo),
            Self::NewWorkbook => Some(Intent::NewWorkbook),
            Self::OpenWorkbook => Some(Intent::OpenWorkbook),
            Self::SaveCopy => Some(Intent::SaveCopy),
            Self::ImportJson => Some(Intent::ImportJson),
            Self::ExportJson => Some(Intent::ExportJson),
            Self::NewComparison => Some(Intent::NewComparison(Account::Points)),
            Self::NewInMoney => Some(Intent::NewComparison(Account::Money)),
            Self::AddOffer => Some(Intent::AddOffer),
            Self::AddCriterion => open(Dialog::Criterion(CriterionForm::add(
                screen.comparison?,
                Dimension::Product,
                screen.words.lang(),
                usize::MAX,
            ))),
            Self::Account => open(Dialog::Account(AccountForm::of(screen.comparison?))),
            Self::WhatIf => screen.comparison.map(|_| Intent::WhatIf(WhatIfAsk::Toggle)),
            Self::BreakEvens => Some(Intent::BreakEvens),
            Self::NextBuyer => super::buyer::next(screen).map(Intent::ShowBuyer),
            Self::Language => Some(Intent::Language(screen.words.lang().other())),
            Self::ZoomIn => Some(Intent::Zoom(1)),
            Self::ZoomOut => Some(Intent::Zoom(-1)),
            Self::ZoomReset => Some(Intent::Zoom(0)),
            Self::Theory => open(Dialog::Theory),
            Self::Shortcuts => open(Dialog::Shortcuts),
            Self::About => open(Dialog::About),
            Self::Quit => Some(Intent::Quit),
        }
    }
}

/// A shortcut as the system writes it.
#[must_use]
pub fn shortcut_text(ctx: &Context, shortcut: &KeyboardShortcut) -> String {
    ctx.format_shortcut(shortcut)
}

/// Turns pressed shortcuts into intents; typing into a field keeps its own keys.
pub fn shortcuts(ctx: &Context, view: &View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    if view.dialog.is_some() {
        return;
    }
    let typing = super::typing::is_typing(ctx);
    // Longer chords first: ⌘Z would also take ⌘⇧Z.
    let mut commands = Command::ALL;
    commands.sort_by_key(|c| c.shortcut().map_or(0, |s| usize::from(!s.modifiers.shift)));
    for command in commands {
        let is_text_key = matches!(command, Command::Undo | Command::Redo);
        let Some(shortcut) = command.shortcut() else { continue };
        if command == Command::NextBuyer && ctx.input(|i| i.pointer.any_down()) {
            // A drag goes on, of a weight perhaps: it is this buyer's.
            continue;
        }
        if (!typing || !is_text_key) && ctx.input_mut(|i| i.consume_shortcut(&shortcut)) {
            if !is_text_key {
                take_typed(ctx);
            }
            intents.extend(command.intent(screen));
        }
    }
    // Longer chords first here too.
    let mut pages = Page::ALL;
    pages.sort_by_key(|page| usize::from(!page.shortcut().modifiers.shift));
    for page in pages {
        if ctx.input_mut(|i| i.consume_shortcut(&page.shortcut()) || consume_place(i, page.shortcut())) {
            take_typed(ctx);
            intents.push(Intent::OpenPage(page));
        }
    }
    let equals = KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals);
    if ctx.input_mut(|i| i.consume_shortcut(&equals)) {
        // “+” without Shift, where it stands above “=”.
        intents.push(Intent::Zoom(1));
    }
    let windows_redo = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
    if !typing && ctx.input_mut(|i| i.consume_shortcut(&windows_redo)) {
        intents.push(Intent::Redo);
    }
}

/// Ends what is typed in a line, so that it is taken before a command acts.
fn take_typed(ctx: &Context) {
    if ctx.text_edit_focused() {
        ctx.memory_mut(egui::Memory::stop_text_input);
    }
}

/// Takes a key by its place: Shift makes another sign of a figure's key on most keyboards.
fn consume_place(input: &mut egui::InputState, shortcut: KeyboardShortcut) -> bool {
    let is_it = |event: &egui::Event| match event {
        egui::Event::Key { physical_key, pressed: true, modifiers, .. } => {
            *physical_key == Some(shortcut.logical_key) && modifiers.matches_exact(shortcut.modifiers)
        }
        _ => false,
    };
    let place = input.events.iter().position(is_it).filter(|_| shortcut.modifiers.shift);
    place.map(|place| input.events.remove(place)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcuts_do_not_clash() {
        let pages = Page::ALL.iter().map(|page| page.shortcut());
        let all: Vec<_> = Command::ALL.iter().filter_map(|c| c.shortcut()).chain(pages).collect();
        for (i, shortcut) in all.iter().enumerate() {
            assert!(!all[..i].contains(shortcut), "{shortcut:?} stands for two commands");
        }
    }
}
