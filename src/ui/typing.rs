//! How a line is typed: what is selected when the keyboard comes into it, whose the undo key is, and tables that are
//! pasted.

use egui::{Context, Event, Id, Response, TextEdit, Ui};

use super::field::select;

/// The line that had the keyboard in the last frame.
fn last_id() -> Id {
    Id::unique("line with the keyboard")
}

/// The line with the keyboard in which nothing is typed yet.
fn untouched_id() -> Id {
    Id::unique("line in which nothing is typed")
}

/// Selects all of a line when the keyboard comes into it, by Tab or by a click; a drag selects what it passes.
pub fn select_on_entry(ui: &Ui, response: &Response, text: &str) {
    let (id, pressed) = (response.id, response.id.with("pressed"));
    if !response.has_focus() {
        if ui.data(|d| d.get_temp(last_id())) == Some(id) {
            ui.data_mut(|d| d.remove::<Id>(last_id()));
        }
        return;
    }
    if ui.data(|d| d.get_temp(last_id())) != Some(id) {
        ui.data_mut(|d| d.insert_temp(last_id(), id));
        response.scroll_to_me(None);
        if response.is_pointer_button_down_on() || response.clicked() {
            // Whether this is a click or a drag shows when the button is let go.
            ui.data_mut(|d| d.insert_temp(pressed, true));
            forget_typing(ui, id);
        } else if !response.changed() {
            enter(ui, id, text);
        }
    }
    if ui.data(|d| d.get_temp::<bool>(pressed)).is_some() {
        if response.clicked() {
            select(ui, id, 0, text.chars().count());
        }
        if !response.is_pointer_button_down_on() {
            ui.data_mut(|d| d.remove::<bool>(pressed));
        }
    }
}

/// Selects all of a line that gets the keyboard, and forgets what was typed there earlier.
pub fn enter(ui: &Ui, id: Id, text: &str) {
    forget_typing(ui, id);
    select(ui, id, 0, text.chars().count());
}

/// Selects all of the line with the keyboard in the next frame, when it shows what was taken.
pub fn enter_again(ui: &Ui) {
    ui.data_mut(|d| d.remove::<Id>(last_id()));
}

/// The undo key goes back to what stands there now, and no further.
fn forget_typing(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        state.clear_undoer();
        TextEdit::store_state(ui.ctx(), id, state);
    }
}

/// Notes whether anything is typed into the line: where nothing is, the undo key takes back the last edit.
pub fn note_untouched(ui: &Ui, response: &Response, untouched: bool) {
    let noted = ui.data(|d| d.get_temp(untouched_id())) == Some(response.id);
    if response.has_focus() && untouched {
        ui.data_mut(|d| d.insert_temp(untouched_id(), response.id));
    } else if noted {
        ui.data_mut(|d| d.remove::<Id>(untouched_id()));
    }
}

/// True where the keyboard is in a line in which something is typed that no edit has taken yet.
#[must_use]
pub fn is_typing(ctx: &Context) -> bool {
    let untouched: Option<Id> = ctx.data(|d| d.get_temp(untouched_id()));
    ctx.text_edit_focused() && (untouched.is_none() || untouched != ctx.memory(egui::Memory::focused))
}

/// The table that is pasted in this frame; a single cell is left to the line itself.
#[must_use]
pub fn pasted(ui: &Ui) -> Option<Vec<Vec<String>>> {
    ui.input_mut(|i| {
        let table = |event: &Event| if let Event::Paste(text) = event { Some(cells(text)) } else { None };
        let at = i.events.iter().position(|event| table(event).is_some_and(|t| t.iter().flatten().count() > 1))?;
        table(&i.events.remove(at))
    })
}

/// Rows and cells as a spreadsheet puts them on the clipboard.
#[must_use]
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let cell = |text: &str| text.trim().trim_matches('\u{22}').to_owned();
    text.trim_end_matches(['\r', '\n']).lines().map(|line| line.split('\t').map(cell).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn a_table_is_read_as_spreadsheets_write_it() {
        assert_eq!(cells("1\r\n2\r\n"), [["1"], ["2"]]);
        assert_eq!(cells("1\n\n3\n"), [["1"], [""], ["3"]]);
        assert_eq!(cells("1\t\"2,5\"\n"), [["1", "2,5"]]);
    }
}
