//! What was said, without figures: for pins that hold no longer.

use super::Speaker;
use crate::model::{Statement, Varied};

impl Speaker<'_> {
    pub(super) fn said(&self, statement: &Statement) -> String {
        let words = self.words;
        let two = |key: &str, a: (&str, String), b: (&str, String)| words.with(key, &[(a.0, &a.1), (b.0, &b.1)]);
        match statement {
            Statement::Winner { offer } => words.with("said-winner", &[("offer", &self.named(*offer))]),
            Statement::Tie { offers } => {
                let names: Vec<String> = offers.iter().map(|o| self.named(*o)).collect();
                words.with("said-tie", &[("offers", &words.list(&names))])
            }
            Statement::Reasons { offer, rival, strongest, weakest } => {
                let key = if weakest.is_some() { "said-reasons" } else { "said-reasons-only-for" };
                let weakest = weakest.map(|w| self.dimension(w)).unwrap_or_default();
                words.with(
                    key,
                    &[
                        ("offer", &self.named(*offer)),
                        ("rival", &self.named(*rival)),
                        ("strongest", &self.dimension(*strongest)),
                        ("weakest", &weakest),
                    ],
                )
            }
            Statement::Flip { varied, up, winner, to } => self.said_flip(*varied, *up, *winner, *to),
            Statement::NoPrice { offer, winner } => {
                two("claim-no-tie-price", ("second", self.named(*offer)), ("winner", self.named(*winner)))
            }
            Statement::Never { dimensions, .. } => self.never(dimensions),
            Statement::Dominated { offer, by } => {
                two("said-dominated", ("offer", self.named(*offer)), ("by", self.named(*by)))
            }
            Statement::Ratio { difference, ratio } => {
                two("said-ratio", ("difference", self.named(*difference)), ("ratio", self.named(*ratio)))
            }
            Statement::Outside { offer, leaf, winner, to } => self.outside(*offer, *leaf, *winner, *to),
            Statement::CouldWin { offer, .. } => words.with("said-could-win", &[("offer", &self.named(*offer))]),
            Statement::CannotWin { offer, winner } => {
                two("said-cannot-win", ("offer", self.named(*offer)), ("winner", self.named(*winner)))
            }
        }
    }

    fn said_flip(&self, varied: Varied, up: bool, winner: crate::model::OfferId, to: crate::model::OfferId) -> String {
        let way = if up { "up" } else { "down" };
        let mut arguments = vec![("winner", self.named(winner)), ("to", self.named(to)), ("way", way.to_owned())];
        let key = match varied {
            Varied::Weight(member) => {
                arguments.push(("member", self.member(member)));
                "said-flip-weight"
            }
            Varied::Emphasis => "said-flip-emphasis",
            Varied::Level(offer, criterion) => {
                arguments.extend([("offer", self.named(offer)), ("criterion", self.criterion(criterion))]);
                "said-flip-level"
            }
            Varied::Category(offer, criterion, level) => {
                arguments.extend([("offer", self.named(offer)), ("criterion", self.criterion(criterion))]);
                arguments.push(("level", self.category(criterion, level)));
                "said-flip-category"
            }
        };
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.with(key, &arguments)
    }
}
