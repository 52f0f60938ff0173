//! What all dialogs share: the frame, the buttons, the keys.

use std::borrow::Cow;

use egui::{Align2, Context, Id, Key, Modal, Modifiers, Response, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::model::{Edit, EditError, Workbook};
use crate::ui::theme::{self, Colors};
use crate::ui::{Intent, Screen, field};
use crate::words::Words;

/// Height of the line of buttons: room for two lines of an error.
const FOOTER_HEIGHT: f32 = 34.0;
/// What title, footer and margins take of the window's height.
const AROUND_BODY: f32 = 180.0;
/// Where a dialog hangs whose height changes.
const HANG: f32 = 56.0;
/// Space around the content of a dialog.
const MARGIN: i8 = 20;

/// How a dialog was answered in this frame.
pub(super) enum Answer {
    /// Not yet.
    Open,
    /// Given up, or nothing was changed.
    Closed,
    /// With a wish.
    Done(Intent),
}

/// A dialog that ends in edits.
pub(super) trait Form: Clone + PartialEq {
    /// Names the dialog apart from others.
    const ID: &'static str;
    /// Width of its content.
    const WIDTH: f32;
    /// True where its height depends on what is chosen: it then hangs from a fixed line, so that nothing jumps.
    const HANGS: bool = false;
    /// The headline.
    fn title(&self, screen: Screen<'_>) -> String;
    /// The word on the main button.
    fn primary(&self, words: &Words) -> String {
        words.t("dialog-ok")
    }
    /// Draws the inputs.
    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, screen: Screen<'_>);
    /// What was typed as edits, those without effect among them; or why it cannot be.
    fn edits(&self, screen: Screen<'_>) -> Result<Vec<Edit>, String>;
    /// Why it was not taken when it was tried last.
    fn error_mut(&mut self) -> &mut Option<String>;
}

/// Inputs of a dialog: where the keyboard begins, and whether it said "done".
pub(super) struct Inputs<'a> {
    /// Words of the language shown.
    pub(super) words: &'a Words,
    fresh: bool,
    entered: Option<Id>,
}

impl Inputs<'_> {
    /// See [`field::text_ui`].
    pub(super) fn text_ui(&mut self, ui: &mut Ui, label: &str, text: &mut String, width: f32) {
        let response = field::text_ui(ui, label, text, width);
        self.watch(ui, &response, text);
    }

    /// See [`field::bare_text_ui`].
    pub(super) fn bare_text_ui(&mut self, ui: &mut Ui, label: &str, text: &mut String, width: f32) {
        let response = field::bare_text_ui(ui, label, text, width);
        self.watch(ui, &response, text);
    }

    /// See [`field::number_ui`].
    pub(super) fn number_ui(&mut self, ui: &mut Ui, label: &str, text: &mut String, width: f32) {
        let response = field::number_ui(ui, label, text, width);
        self.watch(ui, &response, text);
    }

    /// See [`field::bare_number_ui`].
    pub(super) fn bare_number_ui(&mut self, ui: &mut Ui, label: &str, text: &mut String, width: f32) {
        let response = field::bare_number_ui(ui, label, text, width);
        self.watch(ui, &response, text);
    }

    /// Puts the keyboard here if the dialog was just opened.
    pub(super) fn begin_at(&mut self, ui: &Ui, response: &Response) -> bool {
        // In the sizing pass nothing can hold the focus.
        let begins = self.fresh && !ui.is_sizing_pass();
        if begins {
            self.fresh = false;
            response.request_focus();
        }
        begins
    }

    fn watch(&mut self, ui: &Ui, response: &Response, text: &str) {
        if self.begin_at(ui, response) {
            let mut state = TextEdit::load_state(ui.ctx(), response.id).unwrap_or_default();
            let end = egui::text::CCursor::new(text.chars().count());
            state.cursor.set_char_range(Some(egui::text::CCursorRange::two(egui::text::CCursor::new(0), end)));
            state.store(ui.ctx(), response.id);
        }
        if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
            self.entered = Some(response.id);
        }
    }
}

fn shown_id() -> Id {
    Id::unique("dialog shown")
}

/// Forgets which dialog was open, so that the next one begins afresh.
pub(super) fn forget(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Id>(shown_id()));
}

/// What the user did with a dialog as a whole.
pub(super) struct Shown<R> {
    /// What the content returned.
    pub(super) inner: R,
    /// Escape was pressed and meant this dialog.
    pub(super) escaped: bool,
}

/// What a dialog looks like around its content.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// Names it apart from others.
    pub(super) name: &'static str,
    /// Width of its content.
    pub(super) width: f32,
    /// The headline.
    pub(super) title: &'a str,
    /// See [`Form::HANGS`].
    pub(super) hangs: bool,
}

impl<'a> Look<'a> {
    /// A dialog in the middle of the window.
    pub(super) fn centred(name: &'static str, width: f32, title: &'a str) -> Self {
        Self { name, width, title, hangs: false }
    }
}

/// Draws a dialog of a fixed width with its headline.
pub(super) fn modal_ui<R>(
    ctx: &Context,
    words: &Words,
    look: Look<'_>,
    content: impl FnOnce(&mut Ui, &mut Inputs<'_>) -> R,
) -> Shown<R> {
    let id = Id::unique(("dialog", look.name));
    let fresh = ctx.data(|data| data.get_temp::<Id>(shown_id())) != Some(id);
    let mut inputs = Inputs { words, fresh, entered: None };
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(MARGIN).corner_radius(10);
    let area = Modal::default_area(id);
    let area = if look.hangs { area.anchor(Align2::CENTER_TOP, vec2(0.0, HANG)) } else { area };
    let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(look.width);
        ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
        ui.label(RichText::new(look.title).font(theme::bold(17.0)));
        content(ui, &mut inputs)
    });
    if !inputs.fresh {
        ctx.data_mut(|data| data.insert_temp(shown_id(), id));
    }
    let escape = || ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
    let escaped = modal.is_top_modal && !modal.any_popup_open && escape();
    Shown { inner: modal.inner, escaped }
}

/// The part between headline and buttons; scrolls where the window is too low.
pub(super) fn body_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let max = (ui.ctx().content_rect().height() - AROUND_BODY).max(120.0);
    ScrollArea::vertical().max_height(max).min_scrolled_height(max).auto_shrink([false, true]).show(ui, content).inner
}

/// What was pressed at the bottom.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    /// The main button, or Enter in an input.
    Primary,
    /// The other one.
    Cancel,
}

/// The line at the bottom: why it was not taken, Cancel and the main button.
pub(super) fn footer_ui(
    ui: &mut Ui,
    inputs: &mut Inputs<'_>,
    error: Option<&str>,
    (primary, enabled): (&str, bool),
) -> Option<Pressed> {
    let cancel = inputs.words.t("dialog-cancel");
    let gap = ui.spacing().item_spacing.x;
    let (regular, bold) = (theme::regular(theme::BODY), theme::bold(theme::BODY));
    let buttons = button_width(ui, &cancel, regular) + button_width(ui, primary, bold) + 2.0 * gap;
    let mut pressed = None;
    let size = vec2(ui.available_width(), FOOTER_HEIGHT);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_size(size);
        error_ui(ui, error, size.x - buttons);
        if ui.button(&cancel).clicked() {
            pressed = Some(Pressed::Cancel);
        }
        if field::primary_ui(ui, primary, enabled).clicked() {
            pressed = Some(Pressed::Primary);
        }
    });
    // Ctrl+Enter says "done" from inputs of several lines too.
    let command_enter = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter));
    if enabled && pressed.is_none() && (inputs.entered.is_some() || command_enter) {
        pressed = Some(Pressed::Primary);
    }
    pressed
}

fn error_ui(ui: &mut Ui, error: Option<&str>, width: f32) {
    let size = vec2(width, FOOTER_HEIGHT);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_size(size);
        ui.set_max_width(width);
        if let Some(error) = error {
            let color = Colors::of(ui).bad;
            ui.add(egui::Label::new(RichText::new(error).size(12.0).color(color)).wrap());
        }
    });
}

fn button_width(ui: &Ui, label: &str, font: egui::FontId) -> f32 {
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, egui::Color32::PLACEHOLDER);
    galley.size().x + 2.0 * ui.spacing().button_padding.x
}

/// A single Close button at the bottom right; true when it was pressed.
pub(super) fn close_ui(ui: &mut Ui, inputs: &mut Inputs<'_>) -> bool {
    let label = inputs.words.t("dialog-close");
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        let response = ui.button(label);
        inputs.begin_at(ui, &response);
        response.clicked()
    })
    .inner
}

/// A page to read: a headline, content that scrolls, and Close.
pub(super) fn page_ui(ctx: &Context, words: &Words, look: Look<'_>, content: impl FnOnce(&mut Ui)) -> Answer {
    let shown = modal_ui(ctx, words, look, |ui, inputs| {
        body_ui(ui, content);
        close_ui(ui, inputs)
    });
    if shown.inner || shown.escaped { Answer::Closed } else { Answer::Open }
}

/// Draws a form and asks for its edits when it was answered.
pub(super) fn form_ui<F: Form>(ctx: &Context, form: &mut F, screen: Screen<'_>) -> Answer {
    let words = screen.words;
    let title = form.title(screen);
    let look = Look { name: F::ID, width: F::WIDTH, title: &title, hangs: F::HANGS };
    let shown = modal_ui(ctx, words, look, |ui, inputs| {
        let before = form.clone();
        body_ui(ui, |ui| form.fields_ui(ui, inputs, screen));
        if *form != before {
            *form.error_mut() = None;
        }
        let primary = form.primary(words);
        let pressed = footer_ui(ui, inputs, form.error_mut().as_deref(), (&primary, true));
        (pressed, inputs.entered)
    });
    let (pressed, entered) = shown.inner;
    if shown.escaped || pressed == Some(Pressed::Cancel) {
        return Answer::Closed;
    }
    if pressed.is_none() {
        return Answer::Open;
    }
    let edits = form.edits(screen).and_then(|e| effective(screen.workbook, e).map_err(|e| words.edit_error(&e)));
    match edits {
        Ok(edits) if edits.is_empty() => Answer::Closed,
        Ok(edits) => Answer::Done(Intent::Edits(edits)),
        Err(why) => {
            *form.error_mut() = Some(why);
            if let Some(id) = entered {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
            ctx.request_repaint();
            Answer::Open
        }
    }
}

/// The edits that change something, each tried on what the ones before it leave.
fn effective(workbook: &Workbook, edits: Vec<Edit>) -> Result<Vec<Edit>, EditError> {
    let mut scratch = Cow::Borrowed(workbook);
    let last = edits.len().saturating_sub(1);
    let mut kept = Vec::with_capacity(edits.len());
    for (i, edit) in edits.into_iter().enumerate() {
        let changes = edit.changes(&scratch)?;
        if changes.is_empty() {
            continue;
        }
        // A copy of the workbook costs; it is made only where another edit builds on this one.
        if i < last {
            scratch.to_mut().apply(&changes);
        }
        kept.push(edit);
    }
    Ok(kept)
}
