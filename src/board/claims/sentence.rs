//! What is found, with today's figures.

use super::{Speaker, prospect_key};
use crate::claims::{Finding, Prospect};
use crate::model::{Account, Dimension, Level, OfferId, Varied};
use crate::words::{decimal, signed};

impl Speaker<'_> {
    /// A difference without its sign: “8.4 points” or “$10,000”.
    pub(super) fn margin(&self, value: f64) -> String {
        match self.header().account {
            Account::Points => self.words.with("points-count", &[("points", &decimal(value.abs(), 1))]),
            Account::Money => self.words.money(self.header().currency, value.abs()),
        }
    }

    fn cdv(&self, value: f64) -> String {
        match self.header().account {
            Account::Points => signed(value, 1),
            Account::Money => {
                let plus = if value > 0.0 { "+" } else { "" };
                format!("{plus}{}", self.words.money(self.header().currency, value))
            }
        }
    }

    pub(super) fn sentence(&self, finding: &Finding) -> String {
        let words = self.words;
        match finding {
            Finding::NoOffers => words.t("claim-no-offers"),
            Finding::NoneComplete => words.t("claim-none-complete"),
            Finding::OnlyOne { offer, cdv } => {
                words.with("claim-only-one", &[("offer", &self.named(*offer)), ("cdv", &self.cdv(*cdv))])
            }
            Finding::Winner { offer, cdv, second, margin } => words.with(
                "claim-winner",
                &[
                    ("offer", &self.named(*offer)),
                    ("cdv", &self.cdv(*cdv)),
                    ("second", &self.named(*second)),
                    ("margin", &self.margin(*margin)),
                ],
            ),
            Finding::Tie { offers, cdv } => {
                words.with("claim-tie", &[("offers", &self.offers(offers)), ("cdv", &self.cdv(*cdv))])
            }
            Finding::Reasons { offer, rival, strongest, weakest } => self.reasons(*offer, *rival, *strongest, *weakest),
            Finding::Flip { varied, winner, to, at } => self.flip(*varied, *winner, *to, *at),
            Finding::NoPrice { offer, winner } => {
                words.with("claim-no-tie-price", &[("second", &self.named(*offer)), ("winner", &self.named(*winner))])
            }
            Finding::Never { dimensions, others, .. } => match others.as_slice() {
                [] if dimensions.len() > 1 => words.t("claim-never-all"),
                [only] if dimensions.len() > 2 => words.with("claim-never-but", &[("name", &self.dimension(*only))]),
                _ => self.never(dimensions),
            },
            Finding::Dominated { offer, by, better } => {
                let names: Vec<String> = better.iter().take(3).map(|l| self.leaf(*l)).collect();
                let key = match self.header().account {
                    Account::Points => "claim-dominated",
                    Account::Money => "claim-dominated-money",
                };
                let arguments = [("by", self.named(*by)), ("offer", self.named(*offer)), ("names", words.list(&names))];
                words.with(key, &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
            }
            Finding::Ratio { difference, ratio } => words.with(
                "claim-ratio",
                &[
                    ("difference", &self.named(difference.0)),
                    ("ratio", &self.named(ratio.0)),
                    ("low", &decimal(difference.1, 2)),
                    ("high", &decimal(ratio.1, 2)),
                ],
            ),
            Finding::Outside { offer, leaf, winner, to } => self.outside(*offer, *leaf, *winner, *to),
            Finding::Incomplete { offer, prospect, .. } => {
                let (cdv, winner) = match prospect {
                    Prospect::Unknown => (String::new(), String::new()),
                    Prospect::CouldWin(cdv) => (self.cdv(*cdv), String::new()),
                    Prospect::CannotWin(cdv, winner) => (self.cdv(*cdv), self.named(*winner)),
                };
                let arguments = [("offer", self.named(*offer)), ("cdv", cdv), ("winner", winner)];
                let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
                words.with(prospect_key(*prospect), &arguments)
            }
        }
    }

    fn offers(&self, offers: &[OfferId]) -> String {
        self.words.list(&offers.iter().map(|o| self.named(*o)).collect::<Vec<_>>())
    }

    pub(super) fn never(&self, dimensions: &[Dimension]) -> String {
        let count = u32::try_from(dimensions.len()).unwrap_or(u32::MAX);
        self.words.choose("claim-never", &[("count", count)], &[("names", &self.dimensions(dimensions))])
    }

    pub(super) fn outside(&self, offer: OfferId, leaf: crate::model::Leaf, winner: OfferId, to: OfferId) -> String {
        self.words.with(
            "claim-outside",
            &[
                ("offer", &self.named(offer)),
                ("criterion", &self.leaf(leaf)),
                ("winner", &self.named(winner)),
                ("to", &self.named(to)),
            ],
        )
    }

    fn reasons(
        &self,
        offer: OfferId,
        rival: OfferId,
        strongest: (Dimension, f64),
        weakest: Option<(Dimension, f64)>,
    ) -> String {
        let arguments = [
            ("offer", self.named(offer)),
            ("rival", self.named(rival)),
            ("strongest", self.dimension(strongest.0)),
            ("gain", self.margin(strongest.1)),
            ("weakest", weakest.map(|w| self.dimension(w.0)).unwrap_or_default()),
            ("loss", weakest.map(|w| self.margin(w.1)).unwrap_or_default()),
        ];
        let key = if weakest.is_some() { "claim-reasons" } else { "claim-reasons-only-for" };
        self.words.with(key, &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    fn flip(&self, varied: Varied, winner: OfferId, to: OfferId, at: Option<[f64; 2]>) -> String {
        let [then, today] = at.unwrap_or_default();
        let mut arguments = vec![("winner", self.named(winner)), ("to", self.named(to))];
        let key = match varied {
            Varied::Weight(member) => {
                let [then, today] = super::clause::shares(then, today);
                arguments.extend([("member", self.member(member)), ("set", self.set_of(member))]);
                arguments.extend([("at", then), ("today", today)]);
                "claim-flip-weight"
            }
            Varied::Emphasis => {
                let [then, today] = super::clause::emphases(then, today);
                arguments.extend([("at", then), ("today", today)]);
                "claim-flip-emphasis"
            }
            Varied::Level(offer, criterion) if self.header().price == Some(criterion) => {
                let currency = self.header().currency;
                let price = super::clause::as_price(then);
                arguments.push(("price", self.words.money(currency, price)));
                let difference = super::clause::as_price((price - today).abs());
                arguments.push(("difference", self.words.money(currency, difference)));
                match (offer == winner, then <= today) {
                    (true, _) => "claim-price-room",
                    (false, true) => "claim-tie-price-below",
                    (false, false) => "claim-tie-price-above",
                }
            }
            Varied::Level(offer, criterion) => {
                let [then, today] = self.levels(criterion, then, today);
                arguments.extend([("criterion", self.criterion(criterion)), ("at", then), ("today", today)]);
                if offer == winner { "claim-flip-level-winner" } else { "claim-flip-level-own" }
            }
            Varied::Category(offer, criterion, level) => {
                let today = self.comparison.offer(offer).and_then(|o| o.levels.get(&criterion));
                let today = match today {
                    Some(Level::Category(id)) => self.category(criterion, *id),
                    _ => String::new(),
                };
                arguments.extend([("criterion", self.criterion(criterion)), ("today", today)]);
                arguments.push(("level", self.category(criterion, level)));
                if offer == winner { "claim-flip-category-winner" } else { "claim-flip-category-own" }
            }
        };
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.with(key, &arguments)
    }
}
