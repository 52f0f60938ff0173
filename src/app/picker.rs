//! Asking for files: the system's dialogs, or a typed path where there are none.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::ui::view::PathPurpose;

/// Nobody cancels a dialog this fast: it never came up.
const NO_DIALOG: Duration = Duration::from_millis(400);

/// How paths are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// By the system's file dialogs.
    Dialogs,
    /// By typing: for tests and machines without a dialog service.
    Typing,
}

/// What came of asking.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// A path was chosen.
    Path(PathPurpose, PathBuf),
    /// The dialog did not come up.
    NoDialog(PathPurpose),
    /// The user chose nothing.
    Cancelled,
}

/// Open dialogs and their answers.
pub struct Picker {
    asking: Asking,
    answers: (Sender<Answer>, Receiver<Answer>),
    open: usize,
}

/// Title, suggested name and file kinds of a dialog.
pub struct Request {
    /// Of the dialog's window.
    pub title: String,
    /// The name that a new file is offered.
    pub file_name: String,
    /// What the file kind is called.
    pub kind: String,
    /// Its endings.
    pub endings: &'static [&'static str],
}

impl Picker {
    /// A picker that asks in one way.
    #[must_use]
    pub fn new(asking: Asking) -> Self {
        Self { asking, answers: channel(), open: 0 }
    }

    /// Asks for a path. Call it after drawing: native dialogs do not belong into a layout.
    pub fn ask(&mut self, purpose: PathPurpose, request: &Request, frame: &eframe::Frame, ctx: &egui::Context) {
        if self.asking == Asking::Typing {
            let _ = self.answers.0.send(Answer::NoDialog(purpose));
            return;
        }
        if self.open > 0 {
            return;
        }
        self.open += 1;
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(&request.title)
            .add_filter(&request.kind, request.endings)
            .set_parent(frame);
        let reading = matches!(purpose, PathPurpose::Open | PathPurpose::Import);
        let (answer, ctx) = (self.answers.0.clone(), ctx.clone());
        let asked = Instant::now();
        if reading {
            let choice = dialog.pick_file();
            std::thread::spawn(move || tell(&answer, &ctx, purpose, asked, pollster::block_on(choice)));
        } else {
            let choice = dialog.set_file_name(&request.file_name).save_file();
            std::thread::spawn(move || tell(&answer, &ctx, purpose, asked, pollster::block_on(choice)));
        }
    }

    /// The next answer, if one came.
    pub fn poll(&mut self) -> Option<Answer> {
        let answer = self.answers.1.try_recv().ok()?;
        self.open = self.open.saturating_sub(1);
        Some(answer)
    }
}

fn tell(
    answer: &Sender<Answer>,
    ctx: &egui::Context,
    purpose: PathPurpose,
    asked: Instant,
    choice: Option<rfd::FileHandle>,
) {
    let what = match choice {
        Some(file) => Answer::Path(purpose, file.path().to_owned()),
        None if asked.elapsed() < NO_DIALOG => Answer::NoDialog(purpose),
        None => Answer::Cancelled,
    };
    let _ = answer.send(what);
    ctx.request_repaint();
}
