//! Figures that take longer than a frame, made off the window's thread.

use std::sync::Arc;

use super::App;
use crate::board::{Ask, Board, Figure, Seen, figure};
use crate::jobs::{Ended, Jobs};
use crate::ui::view::{Making, SceneCache};
use crate::words::Words;

/// The jobs of the window: each gives a figure.
pub(super) type Figures = Jobs<Figure>;

/// Jobs that wake the window.
pub(super) fn figures(ctx: &egui::Context) -> Figures {
    let ctx = ctx.clone();
    Jobs::new(Arc::new(move || ctx.request_repaint()))
}

impl App {
    /// Starts to make a figure of the comparison shown.
    pub(super) fn compute(&mut self, ask: Ask) {
        let (Some(shown), Some(board)) = (self.comparison(), &self.board) else { return };
        // Cases are held against the real one, whatever is shown.
        let comparison = if ask.is_of_cases() { board.real_case().unwrap_or(shown) } else { shown };
        let (comparison, segment, lang) = (comparison.clone(), board.segment, self.words.lang());
        let job_ask = ask.clone();
        self.jobs.start(move |progress| {
            // Words and boards are made anew: neither is shared between threads.
            let words = Words::new(lang);
            let board = Board::new(&comparison, segment, &words).filter(|_| progress.keep_going(0.05))?;
            let seen = Seen { board: &board, comparison: &comparison, words: &words };
            figure(seen, &job_ask, &|part| progress.keep_going(part))
        });
        self.view.scenes.stopped.retain(|stopped| *stopped != ask);
        self.view.scenes.making = Some(Making { ask, part: Some(0.0) });
    }

    /// Forgets what was made of an older board; its figures stay in sight until newer ones are there.
    pub(super) fn forget_figures(&mut self) {
        self.jobs.forget();
        let scenes = std::mem::take(&mut self.view.scenes);
        for (picture, (_, figure)) in scenes.figures {
            self.view.older.insert(picture, figure);
        }
    }

    /// The same where another comparison is shown: nothing of the old one stays in sight.
    pub(super) fn drop_figures(&mut self) {
        self.jobs.forget();
        self.view.scenes = SceneCache::default();
        self.view.older.clear();
    }

    /// Takes what a job has finished.
    pub(super) fn poll_jobs(&mut self) {
        let ended = self.jobs.poll();
        let part = self.jobs.progress();
        let Some(making) = &mut self.view.scenes.making else { return };
        match ended {
            Some(Ended::Done(figure)) => {
                let ask = making.ask.clone();
                self.view.scenes.making = None;
                self.view.scenes.figures.insert(ask.picture(), (ask, Arc::new(figure)));
            }
            Some(ended) => {
                if let Some(making) = self.view.scenes.making.take() {
                    self.view.scenes.stopped.push(making.ask);
                }
                if ended == Ended::Died {
                    self.say(self.words.t("job-died"));
                }
            }
            None => making.part = part.or(making.part),
        }
    }
}
