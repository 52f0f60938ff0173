//! The program in its window: runs what panels ask for, polls the store, and draws.

mod adding;
mod answers;
mod buyers;
mod document;
mod edits;
mod files;
mod frame;
mod importing;
mod layers;
mod making;
mod picker;
mod pins;
mod settings;
mod slate;
mod window;
mod wording;

use std::path::PathBuf;
use std::time::Instant;

pub use document::Document;
pub use picker::Asking;
pub use settings::{Folders, Settings};
pub use slate::Slate;
pub use window::window;

use crate::board::Board;
use crate::model::{Comparison, ComparisonId, IdSource, Text, Workbook};
use crate::store::{Failure, OpenError};
use crate::ui::problem::Problem;
use crate::ui::status::{Saved, Status};
use crate::ui::{Intent, Screen, View, WhatIf};
use crate::words::Words;
use layers::Layers;
use picker::Picker;

/// How the program is started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// A workbook named on the command line.
    pub workbook: Option<PathBuf>,
    /// The user's folders.
    pub folders: Folders,
    /// How files are asked for.
    pub asking: Asking,
}

/// The program.
pub struct App {
    folders: Folders,
    settings: Settings,
    words: Words,
    view: View,
    document: Option<Document>,
    problem: Option<Problem>,
    /// Why the workbook of `problem` does not open, for other languages.
    cause: Option<OpenError>,
    /// Why something is not saved, for other languages.
    failure: Option<Failure>,
    current: Option<ComparisonId>,
    /// What-ifs that are open.
    layers: Layers,
    board: Option<Board>,
    status: Status,
    /// The last message and when it was said.
    said: Option<(String, Instant)>,
    picker: Picker,
    jobs: making::Figures,
    ctx: egui::Context,
    /// Shipped examples: key and name.
    examples: Vec<(&'static str, Text)>,
    /// The same in the language shown.
    shelf: Shelf,
    /// An empty workbook to draw when none is open.
    nothing: Workbook,
    /// CDVs before a drag or an edit, for the Δ on the cards.
    before: std::collections::BTreeMap<crate::model::OfferId, f64>,
    /// Pinned claims that do not hold, and what broke them.
    blamed: pins::Blamed,
    /// The user was told that something is not saved and may close all the same.
    closing: Closing,
}

/// The shipped examples as the screen names them: key and name.
#[derive(Clone, Debug, Default)]
struct Shelf {
    all: Vec<(String, String)>,
    /// Those that the workbook does not have.
    missing: Vec<(String, String)>,
}

/// What stands between the user and closing the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    /// Nobody wants to.
    No,
    /// Something is not saved: the user is asked.
    Asked,
    /// The user closes all the same.
    Yes,
}

impl App {
    /// The program on its last workbook, the one that was named, or a new one with the shipped examples.
    #[must_use]
    pub fn new(ctx: &egui::Context, launch: Launch) -> Self {
        crate::ui::theme::install(ctx);
        let settings = Settings::load(&launch.folders);
        let words = Words::new(settings.language());
        let mut app = Self {
            folders: launch.folders,
            view: View { panels: settings.panels, ..View::default() },
            words,
            document: None,
            problem: None,
            cause: None,
            failure: None,
            current: None,
            layers: Layers::default(),
            board: None,
            status: Status::default(),
            said: None,
            picker: Picker::new(launch.asking),
            jobs: making::figures(ctx),
            ctx: ctx.clone(),
            examples: example_names(),
            shelf: Shelf::default(),
            nothing: Workbook::default(),
            before: std::collections::BTreeMap::new(),
            blamed: pins::Blamed::new(),
            closing: Closing::No,
            settings,
        };
        app.apply_look();
        app.open_first(launch.workbook.as_deref());
        app
    }

    fn apply_look(&self) {
        use crate::ui::ThemeChoice;
        self.ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        self.ctx.options_mut(|o| {
            o.zoom_with_keyboard = false;
            // Where the system says nothing.
            o.fallback_theme = egui::Theme::Light;
            // What was typed is taken when a button is pressed, before the button acts.
            o.input_options.surrender_focus_on = egui::SurrenderFocusOn::Presses;
        });
        self.ctx.set_zoom_factor(self.settings.zoom);
    }

    /// Names the examples anew: another language, or a comparison came or went.
    fn fill_shelf(&mut self) {
        let lang = self.words.lang();
        let all: Vec<(String, String)> =
            self.examples.iter().map(|(key, name)| ((*key).to_owned(), name.get(lang).to_owned())).collect();
        let comparisons = &self.workbook().comparisons;
        let is_here = |key: &str| comparisons.iter().any(|c| c.header.example.as_deref() == Some(key));
        let missing = all.iter().filter(|(key, _)| self.document.is_some() && !is_here(key)).cloned().collect();
        self.shelf = Shelf { all, missing };
    }

    fn workbook(&self) -> &Workbook {
        self.document.as_ref().map_or(&self.nothing, |d| &d.workbook)
    }

    /// The workbook as it is shown: that of the what-if on the comparison shown, where there is one.
    fn shown_workbook(&self) -> &Workbook {
        shown_in(self.document.as_ref(), &self.nothing, self.current, &self.layers)
    }

    /// The comparison as it is shown.
    fn comparison(&self) -> Option<&Comparison> {
        self.shown_workbook().comparison(self.current?)
    }

    /// The open workbook, for tests and benches.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// The board of the comparison shown, for tests and benches.
    #[must_use]
    pub fn board(&self) -> Option<&Board> {
        self.board.as_ref()
    }

    /// What is looked at, for tests and benches.
    pub fn view_mut(&mut self) -> &mut View {
        &mut self.view
    }

    /// Says something in the state line and for some seconds above it.
    fn say(&mut self, text: String) {
        self.status.message.clone_from(&text);
        self.said = Some((text, Instant::now()));
    }

    fn run(&mut self, intent: Intent, frame: &eframe::Frame) {
        if self.problem.is_some() && intent.edits() {
            // The workbook behind the problem cannot be seen.
            return;
        }
        match intent {
            Intent::Edit(edit, gesture) => self.edit(&[edit], gesture),
            Intent::Together(edits, gesture) => self.edit(&edits, gesture),
            Intent::Edits(edits) => self.apply_edits(&edits),
            Intent::Answer(said, gesture) => self.answer(&said, gesture),
            Intent::WhatIf(ask) => self.what_if(ask),
            Intent::Undo => self.undo(),
            Intent::Redo => self.redo(),
            Intent::Select(id) => self.select(id),
            Intent::OpenPage(page) => (self.view.page, self.view.panels.plots) = (page, true),
            Intent::NewComparison(account) => self.new_comparison(account),
            Intent::DuplicateComparison(id) => self.duplicate_comparison(id),
            Intent::RestoreExample(key) => self.restore_example(&key),
            Intent::AddOffer => self.add_offer(),
            Intent::ShowBuyer(id) => self.show_buyer(id),
            Intent::AddBuyer(from) => self.add_buyer(from),
            Intent::Open(dialog) => self.view.dialog = Some(*dialog),
            Intent::CopyText(text) => {
                self.ctx.copy_text(text);
                self.say(self.words.t("copied"));
            }
            Intent::CopyTable(rows) => {
                self.ctx.copy_text(crate::exchange::table::to_tsv(&rows));
                self.say(self.words.t("copied"));
            }
            Intent::PasteLevels { text, criteria, offers, extent } => {
                self.paste_levels(&text, &criteria, &offers, extent);
            }
            Intent::Compute(ask) => self.compute(*ask),
            Intent::CancelJob => self.jobs.cancel(),
            Intent::CopyPicture(picture) => self.copy_picture(picture),
            Intent::Language(lang) => {
                self.settings.lang = Some(lang);
                self.words = Words::new(lang);
                self.fill_shelf();
                self.reword();
                self.rebuild();
                self.remember();
            }
            Intent::Theme(theme) => {
                self.settings.theme = theme;
                self.apply_look();
                self.remember();
            }
            Intent::BreakEvens => self.view.break_even = !self.view.break_even,
            Intent::Zoom(step) => self.zoom(step),
            Intent::Say(text) => self.say(text),
            Intent::Quit => self.ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            other => self.run_file(other, frame),
        }
    }

    fn zoom(&mut self, step: i8) {
        let now = self.settings.zoom;
        let zoom = match step {
            0 => 1.0,
            step => (now + 0.1 * f32::from(step)).clamp(0.6, 2.5),
        };
        self.settings.zoom = (zoom * 10.0).round() / 10.0;
        self.ctx.set_zoom_factor(self.settings.zoom);
        self.remember();
    }

    /// Writes the settings.
    fn remember(&mut self) {
        self.settings.panels = self.view.panels;
        self.settings.save(&self.folders);
    }

    fn poll(&mut self) {
        while let Some(answer) = self.picker.poll() {
            self.picked(answer);
        }
        self.poll_store();
        self.poll_jobs();
    }

    /// Says in another language what stays on the screen.
    fn reword(&mut self) {
        if let (Some(problem), Some(cause)) = (&mut self.problem, &self.cause) {
            problem.what = self.words.open_error(cause);
        }
        if let (Saved::No { why, .. }, Some(failure)) = (&mut self.status.saved, &self.failure) {
            *why = self.words.failure(failure);
        }
        self.status.message.clear();
        self.said = None;
    }

    /// Whether the state line may say “saved”.
    fn is_saved(&self) -> bool {
        matches!(self.status.saved, Saved::Yes | Saved::ReadOnly)
    }
}

/// Names of the shipped examples, read once.
fn example_names() -> Vec<(&'static str, Text)> {
    let mut ids = IdSource::starting_at(1);
    let name = |example: &'static crate::examples::Example| {
        let read = crate::examples::load(example, &mut ids).ok()?;
        read.into_iter().next().map(|c| (example.key, c.header.name))
    };
    crate::examples::ALL.iter().filter_map(name).collect()
}

/// What panels may read: the parts of an app, borrowed one by one.
fn screen<'a>(
    document: Option<&'a Document>,
    nothing: &'a Workbook,
    current: Option<ComparisonId>,
    board: Option<&'a Board>,
    words: &'a Words,
    layers: &'a Layers,
) -> Screen<'a> {
    let workbook = shown_in(document, nothing, current, layers);
    let comparison = current.and_then(|id| workbook.comparison(id));
    let layer = current.and_then(|id| layers.get(id));
    let what_if = layer.zip(layers.beside.as_deref()).map(|(layer, beside)| WhatIf {
        real: &layer.real,
        board: &beside.board,
        differences: &layer.differences,
        variant: layer.variant.and_then(|id| layer.real.variant(id)),
        parent: layer.parent,
        is_kept: layer.is_kept(),
    });
    Screen { workbook, comparison, board, words, what_if, layered: layers.ids() }
}

/// The workbook as it is shown.
fn shown_in<'a>(
    document: Option<&'a Document>,
    nothing: &'a Workbook,
    current: Option<ComparisonId>,
    layers: &'a Layers,
) -> &'a Workbook {
    let layer = current.and_then(|id| layers.get(id));
    layer.map_or_else(|| document.map_or(nothing, |d| &d.workbook), |layer| &layer.slate.workbook)
}
