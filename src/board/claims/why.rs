//! What broke a pinned claim.

use super::Speaker;
use crate::claims::Broken;
use crate::model::{OfferId, Statement};

impl Speaker<'_> {
    pub(super) fn why(&self, statement: &Statement, broken: &Broken) -> String {
        let words = self.words;
        let offer = |key: &str, id: OfferId| words.with(key, &[("offer", &self.named(id))]);
        let dimension = |key: &str, d| words.with(key, &[("dimension", &self.dimension(d))]);
        match broken {
            Broken::NoRival => words.t("why-no-rival"),
            Broken::Incomplete(id) => offer("why-incomplete", *id),
            Broken::Complete(id) => offer("why-complete", *id),
            Broken::Overtaken(id, lead) => {
                words.with("why-overtaken", &[("offer", &self.named(*id)), ("lead", &self.margin(*lead))])
            }
            Broken::Tied(id) => offer("why-tied", *id),
            Broken::Strongest(d) => dimension("why-strongest", *d),
            Broken::Weakest(d) => dimension("why-weakest", *d),
            Broken::NothingAgainst => words.t("why-nothing-against"),
            Broken::NothingFor => words.t("why-nothing-for"),
            Broken::OtherChange => match statement {
                Statement::Flip { to, .. } => offer("why-other-change", *to),
                _ => String::new(),
            },
            Broken::PriceWouldDo => words.t("why-price-would-do"),
            Broken::Could(d) => dimension("why-could", *d),
            Broken::BetterOn(id, leaf) => {
                words.with("why-better-on", &[("offer", &self.named(*id)), ("criterion", &self.leaf(*leaf))])
            }
            Broken::Equal => words.t("why-equal"),
            Broken::ByRatio(id) => offer("why-by-ratio", *id),
            Broken::NoRatio => words.t("why-no-ratio"),
            Broken::CutChangesNothing => words.t("why-cut"),
            Broken::BestWouldWin => words.t("why-best-would"),
            Broken::BestWouldNot => words.t("why-best-would-not"),
        }
    }
}
