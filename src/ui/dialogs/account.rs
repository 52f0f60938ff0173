//! Points or money: what both accounts are, and what going to the other one would do.

use std::sync::Arc;

use egui::{RichText, Ui};

use super::frame::{Form, Inputs};
use super::ownership::field_error;
use super::scale::quiet_ui;
use crate::board::{AccountStart, AccountView, account_start, account_view};
use crate::model::{Account, Comparison, ComparisonId, Edit};
use crate::ui::Screen;
use crate::ui::scene::table_ui;
use crate::ui::theme::{self, Colors};
use crate::words::{Words, parse_number};

/// What the conversion would do, found once for what was typed.
#[derive(Clone, Debug)]
struct Preview {
    typed: Vec<String>,
    found: Result<Arc<AccountView>, String>,
}

impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        self.typed == other.typed
    }
}

/// What is typed to convert a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountForm {
    comparison: ComparisonId,
    start: AccountStart,
    typed: Vec<String>,
    preview: Option<Preview>,
    error: Option<String>,
}

impl AccountForm {
    /// The form for the account that `comparison` is not in.
    #[must_use]
    pub fn of(comparison: &Comparison) -> Self {
        let start = account_start(comparison);
        Self { comparison: comparison.id(), typed: start.typed.clone(), start, preview: None, error: None }
    }

    /// The message keys of the inputs.
    fn labels(&self) -> &'static [&'static str] {
        match (self.start.asks, self.start.to) {
            (false, _) => &[],
            (true, Account::Money) => &["account-at"],
            (true, Account::Points) => &["account-low", "account-high"],
        }
    }

    fn stated(&self, words: &Words) -> Result<Vec<f64>, String> {
        let labelled = self.labels().iter().zip(&self.typed);
        labelled
            .map(|(key, text)| parse_number(text).map_err(|e| field_error(words, key, &words.number_error(e))))
            .collect()
    }

    fn find(&mut self, screen: Screen<'_>) {
        if self.preview.as_ref().is_some_and(|preview| preview.typed == self.typed) {
            return;
        }
        let Some(comparison) = screen.workbook.comparison(self.comparison) else { return };
        let shown = screen.board.map(|board| board.segment).or(comparison.everyone().map(|s| s.id));
        let Some(segment) = shown else { return };
        let found = self.stated(screen.words).map(|stated| {
            let stated = Some(stated.as_slice()).filter(|stated| !stated.is_empty());
            Arc::new(account_view(comparison, segment, stated, screen.words))
        });
        self.preview = Some(Preview { typed: self.typed.clone(), found });
    }

    /// Why the account cannot change here and now, whatever is typed.
    fn blocked(screen: Screen<'_>) -> Option<String> {
        screen.what_if.map(|_| screen.words.t("account-refused-what-if"))
    }
}

fn refused_ui(ui: &mut Ui, text: &str) {
    let color = Colors::of(ui).warn;
    ui.add(egui::Label::new(RichText::new(text).size(theme::BODY).color(color)).wrap());
}

fn view_ui(ui: &mut Ui, found: &AccountView) {
    ui.spacing_mut().item_spacing.y = 6.0;
    for line in &found.lines {
        ui.add(egui::Label::new(line).wrap());
    }
    if !found.refused.is_empty() {
        refused_ui(ui, &found.refused);
    }
    if !found.table.rows.is_empty() {
        table_ui(ui, &found.table, "account");
    }
    for line in &found.moves {
        ui.add(egui::Label::new(line).wrap());
    }
}

impl Form for AccountForm {
    const ID: &'static str = "account";
    const WIDTH: f32 = 600.0;
    const HANGS: bool = true;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t("account-title")
    }

    fn primary(&self, words: &Words) -> String {
        words.t(match self.start.to {
            Account::Money => "account-convert-money",
            Account::Points => "account-convert-points",
        })
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, screen: Screen<'_>) {
        let words = screen.words;
        let (now, then) = match self.start.to {
            Account::Money => ("account-now-points", "account-to-money"),
            Account::Points => ("account-now-money", "account-to-points"),
        };
        ui.add(egui::Label::new(words.t(now)).wrap());
        quiet_ui(ui, &words.t(then));
        if let Some(why) = Self::blocked(screen) {
            refused_ui(ui, &why);
            return;
        }
        let labels = self.labels();
        if !labels.is_empty() {
            quiet_ui(ui, &words.t(if self.start.to == Account::Money { "account-at-why" } else { "account-ends-why" }));
            ui.horizontal_top(|ui| {
                for (key, text) in labels.iter().zip(&mut self.typed) {
                    inputs.number_ui(ui, &words.t(key), text, 200.0);
                }
            });
        }
        self.find(screen);
        match self.preview.as_ref().map(|preview| &preview.found) {
            Some(Ok(found)) => view_ui(ui, found),
            Some(Err(why)) => refused_ui(ui, why),
            None => {}
        }
    }

    fn edits(&self, screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        if let Some(why) = Self::blocked(screen) {
            return Err(why);
        }
        match self.preview.as_ref().map(|preview| &preview.found) {
            Some(Ok(found)) => found.edit.clone().map(|edit| vec![edit]).ok_or_else(|| found.refused.clone()),
            Some(Err(why)) => Err(why.clone()),
            None => Ok(Vec::new()),
        }
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
