//! What was said about what matters, with the weights that follow.

use super::App;
use crate::model::Edit;
use crate::ui::Gesture;
use crate::ui::intent::Said;
use crate::value::elicit::weigh;

impl App {
    /// Keeps answers; the weights that follow are written where they are to be used, or were in use already.
    ///
    /// Answers that give no weights any more are kept all the same: the weights stay, and are by hand from then on.
    pub(super) fn answer(&mut self, said: &Said, gesture: Gesture) {
        let Some(edit) = self.answer_edit(said) else { return };
        self.edit(&[edit], gesture);
    }

    fn answer_edit(&self, said: &Said) -> Option<Edit> {
        let (comparison, board) = (self.comparison()?, self.board.as_ref()?);
        let segment = comparison.segment(board.segment)?;
        let method = said.answers.method();
        let in_use = segment.answers(said.scope, method).is_some_and(|kept| kept.in_force);
        let follows = (said.use_weights || in_use).then(|| weigh(comparison, segment, said.scope, &said.answers));
        let given = follows.and_then(Result::ok).map(|found| found.given);
        let (comparison, segment) = (comparison.id(), segment.id);
        Some(Edit::Answer { comparison, segment, scope: said.scope, answers: said.answers.clone(), given })
    }
}
