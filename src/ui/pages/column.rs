//! A list of lines that is typed like a spreadsheet: Enter goes down, Shift+Enter up, and a column of numbers is pasted
//! into this line and those below it as one edit.

use egui::{Id, Key, Modifiers, Response, Ui};

use super::Open;
use super::typed::{Going, Line, checked, line_ui, refuse};
use crate::ui::Intent;
use crate::ui::field::{context_menu_ui, line_id};
use crate::ui::typing::{self, pasted};
use crate::ui::view::Dialog;

/// Refusals that are listed one by one.
const REFUSALS_LISTED: usize = 12;

/// Row and column of a line.
pub(super) type Place = [usize; 2];

/// What is typed or pasted into a list in this frame.
pub(super) struct Column<T> {
    /// How many lines stand side by side.
    columns: usize,
    lines: Vec<Drawn>,
    taken: Vec<Taken<T>>,
    going: Option<(Place, Going)>,
    pasted: Option<Pasted>,
    copies: bool,
}

/// A line that was drawn.
struct Drawn {
    place: Place,
    id: Id,
    shown: String,
}

struct Taken<T> {
    place: Place,
    value: T,
    text: String,
}

/// A table from the clipboard, and the line at its corner.
struct Pasted {
    at: Place,
    cells: Vec<Vec<String>>,
    /// Cells that found their line.
    placed: usize,
    refused: Vec<String>,
}

impl Pasted {
    fn cell(&self, [row, column]: Place) -> Option<&str> {
        let row = self.cells.get(row.checked_sub(self.at[0])?)?;
        row.get(column.checked_sub(self.at[1])?).map(String::as_str)
    }
}

impl<T> Column<T> {
    /// A list of one line above another.
    pub(super) fn new() -> Self {
        Self::of(1)
    }

    /// A list with so many lines side by side in each row.
    pub(super) fn of(columns: usize) -> Self {
        Self { columns, lines: Vec::new(), taken: Vec::new(), going: None, pasted: None, copies: false }
    }

    /// Draws the line at a place, with its name and what it shows.
    pub(super) fn number_ui(
        &mut self,
        ui: &mut Ui,
        open: Open<'_>,
        place: Place,
        [label, shown]: [&str; 2],
        width: f32,
        read: impl Fn(&str) -> Result<T, String>,
    ) {
        let id = line_id(ui, label);
        let has_keyboard = ui.memory(|m| m.has_focus(id));
        if has_keyboard && let Some(cells) = pasted(ui) {
            let cells = fitted(cells, self.columns - place[1]);
            self.pasted = Some(Pasted { at: place, cells, placed: 0, refused: Vec::new() });
        }
        self.receive(open, place, label, &read);
        let line = Line { label, shown, width, is_words: false, in_list: true };
        let typed = line_ui(ui, line, true, &read);
        self.going = typed.going.map(|going| (place, going)).or(self.going);
        if let Some(value) = typed.taken {
            self.taken.push(Taken { place, value, text: typed.text });
        }
        self.copies |= menu_ui(ui, open, &typed.response);
        self.lines.push(Drawn { place, id, shown: shown.to_owned() });
    }

    /// Takes what is pasted at a place; there may also be something else than a line, such as a list to choose from.
    pub(super) fn receive(
        &mut self,
        open: Open<'_>,
        place: Place,
        label: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) {
        let Some(pasted) = &mut self.pasted else { return };
        let Some(text) = pasted.cell(place).map(str::to_owned) else { return };
        pasted.placed += 1;
        match read(&text) {
            Ok(value) => self.taken.push(Taken { place, value, text }),
            Err(why) => {
                let parts = [("name", label), ("text", text.as_str()), ("why", &why)];
                pasted.refused.push(open.screen.words.with("paste-refused-here", &parts));
            }
        }
    }

    /// Makes one wish of all that was typed or pasted, and moves the keyboard. What cannot be is kept where it was
    /// typed, with the reason; of what was pasted, all or nothing.
    pub(super) fn end(
        mut self,
        ui: &Ui,
        open: Open<'_>,
        intents: &mut Vec<Intent>,
        make: impl FnOnce(Vec<(Place, T)>) -> Result<Intent, String>,
    ) {
        if self.copies {
            intents.push(Intent::CopyTable(self.table()));
        }
        if let Some(pasted) =
            self.pasted.take_if(|p| !p.refused.is_empty() || p.placed < p.cells.iter().flatten().count())
        {
            intents.push(refusals(open, pasted));
            return;
        }
        let typed = self.taken.first().filter(|_| self.pasted.is_none()).map(|t| (t.place, t.text.clone()));
        if !self.taken.is_empty() {
            let taken = std::mem::take(&mut self.taken).into_iter().map(|t| (t.place, t.value)).collect();
            let wish = make(taken).and_then(|intent| possible(open, intent));
            match (wish, typed) {
                (Ok(intent), _) => intents.push(intent),
                (Err(why), None) => intents.push(Intent::Say(why)),
                (Err(why), Some((place, text))) => {
                    if let Some(line) = self.lines.iter().find(|line| line.place == place) {
                        refuse(ui, line.id, &line.shown, &text, why);
                        ui.ctx().request_repaint();
                    }
                    return;
                }
            }
        }
        self.go(ui);
    }

    /// Moves the keyboard to the next line, up or down; at the end it stays.
    fn go(&self, ui: &Ui) {
        let Some(([row, column], going)) = self.going else { return };
        let others = self.lines.iter().filter(|line| line.place[1] == column);
        let to = match going {
            Going::Stay => None,
            Going::Down => others.filter(|line| line.place[0] > row).min_by_key(|line| line.place[0]),
            Going::Up => others.filter(|line| line.place[0] < row).max_by_key(|line| line.place[0]),
        };
        match to {
            Some(line) => {
                ui.memory_mut(|m| m.request_focus(line.id));
                typing::enter(ui, line.id, &line.shown);
            }
            None => typing::enter_again(ui),
        }
    }

    /// What the lines show, row by row, so that it can be pasted back.
    fn table(&self) -> Vec<Vec<String>> {
        let rows = self.lines.iter().map(|line| line.place[0]).max().map_or(0, |last| last + 1);
        let mut table = vec![vec![String::new(); self.columns]; rows];
        for Drawn { place: [row, column], shown, .. } in &self.lines {
            if let Some(cell) = table.get_mut(*row).and_then(|row| row.get_mut(*column)) {
                cell.clone_from(shown);
            }
        }
        table
    }
}

/// A table that is wider than the list goes into it one below the other, where it is a single row.
fn fitted(cells: Vec<Vec<String>>, columns: usize) -> Vec<Vec<String>> {
    match <[Vec<String>; 1]>::try_from(cells) {
        Ok([row]) if row.len() > columns => row.into_iter().map(|cell| vec![cell]).collect(),
        Ok([row]) => vec![row],
        Err(cells) => cells,
    }
}

/// Why nothing was pasted, cell by cell.
fn refusals(open: Open<'_>, pasted: Pasted) -> Intent {
    let words = open.screen.words;
    let cells = pasted.cells.iter().flatten().count();
    let mut lines = pasted.refused;
    let beyond = cells - pasted.placed;
    if beyond > 0 {
        lines.push(words.count("paste-beyond-list", beyond));
    }
    let more = lines.len().saturating_sub(REFUSALS_LISTED);
    if more > 0 {
        lines.truncate(REFUSALS_LISTED);
        lines.push(words.count("and-more", more));
    }
    Intent::Open(Box::new(Dialog::Message { title: words.t("paste-title"), lines }))
}

/// The wish, if its edits can be made; each of them stands for itself.
fn possible(open: Open<'_>, intent: Intent) -> Result<Intent, String> {
    match intent {
        Intent::Edit(edit, gesture) => checked(open, edit).map(|edit| Intent::Edit(edit, gesture)),
        Intent::Edits(edits) => {
            let edits: Result<_, _> = edits.into_iter().map(|edit| checked(open, edit)).collect();
            edits.map(Intent::Edits)
        }
        other => Ok(other),
    }
}

/// The menu of a line, by the right button or Shift+F10: true where the list is to be copied.
fn menu_ui(ui: &Ui, open: Open<'_>, response: &Response) -> bool {
    let opens = response.has_focus() && ui.input_mut(|i| i.consume_key(Modifiers::SHIFT, Key::F10));
    let mut copies = false;
    context_menu_ui(response, opens, |ui| {
        if ui.button(open.screen.words.t("list-copy")).clicked() {
            copies = true;
            ui.close();
        }
    });
    copies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_comes_as_lines_or_as_one_row() {
        let cells = crate::ui::typing::cells;
        assert_eq!(fitted(cells("1\t2"), 1), [["1"], ["2"]]);
        assert_eq!(fitted(cells("1\t2"), 2), [["1", "2"]]);
        assert_eq!(fitted(cells("1\t2\n3\t4"), 1), [["1", "2"], ["3", "4"]], "told, not guessed");
    }
}
