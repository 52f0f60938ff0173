//! Findings in words.

use super::column::missing_names;
use crate::claims::{Finding, findings};
use crate::model::{Account, Comparison, Dimension, OfferId, Segment};
use crate::value::{Compiled, Delivered};
use crate::words::{Words, decimal, signed};

/// A finding and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What was found.
    pub finding: Finding,
    /// The sentence.
    pub text: String,
    /// What qualifies it, in a second sentence; empty for none.
    pub detail: String,
}

struct Speaker<'a> {
    comparison: &'a Comparison,
    words: &'a Words,
}

pub(super) fn claims(
    comparison: &Comparison,
    segment: &Segment,
    compiled: &Compiled,
    delivered: &Delivered,
    words: &Words,
) -> Vec<Claim> {
    let speaker = Speaker { comparison, words };
    let say = |finding: Finding| {
        let (text, detail) = speaker.say(&finding);
        Claim { finding, text, detail }
    };
    let mut claims: Vec<Claim> = findings(comparison, segment, compiled, delivered).into_iter().map(say).collect();
    let named = claims.iter().filter(|c| matches!(c.finding, Finding::Incomplete { .. })).count();
    let unnamed = delivered.complete.iter().filter(|complete| !**complete).count().saturating_sub(named);
    // The last that is named stands for the rest.
    if let Some(last) = claims.last().filter(|_| named > 0 && unnamed > 0) {
        let text = words.count("claim-incomplete-more", unnamed);
        claims.push(Claim { finding: last.finding.clone(), text, detail: String::new() });
    }
    claims
}

impl Speaker<'_> {
    fn offer(&self, id: OfferId) -> String {
        self.comparison.offer(id).map(|o| o.name.get(self.words.lang()).to_owned()).unwrap_or_default()
    }

    /// The name of an offer, with its store where another offer bears the same name.
    fn named(&self, id: OfferId) -> String {
        let name = self.offer(id);
        let lang = self.words.lang();
        let namesakes = self.comparison.offers.iter().filter(|o| o.name.get(lang) == name).count();
        let store = self.comparison.offer(id).map(|o| o.store.get(lang)).unwrap_or_default();
        if namesakes > 1 && !store.is_empty() {
            self.words.with("offer-at-store", &[("offer", &name), ("store", store)])
        } else {
            name
        }
    }

    fn dimension(&self, dimension: Dimension) -> String {
        self.words.dimension(dimension, &self.comparison.header.dimensions[dimension.index()])
    }

    /// A difference without its sign: “8.4 points” or “$10,000”.
    fn margin(&self, value: f64) -> String {
        match self.comparison.header.account {
            Account::Points => self.words.with("points-count", &[("points", &decimal(value.abs(), 1))]),
            Account::Money => self.words.money(self.comparison.header.currency, value.abs()),
        }
    }

    fn cdv(&self, value: f64) -> String {
        match self.comparison.header.account {
            Account::Points => signed(value, 1),
            Account::Money => {
                let plus = if value > 0.0 { "+" } else { "" };
                format!("{plus}{}", self.words.money(self.comparison.header.currency, value))
            }
        }
    }

    fn say(&self, finding: &Finding) -> (String, String) {
        let words = self.words;
        let none = String::new;
        match finding {
            Finding::NoOffers => (words.t("claim-no-offers"), none()),
            Finding::NoneComplete => (words.t("claim-none-complete"), none()),
            Finding::OnlyOne { offer, cdv } => {
                (words.with("claim-only-one", &[("offer", &self.named(*offer)), ("cdv", &self.cdv(*cdv))]), none())
            }
            Finding::Winner { offer, cdv, second, margin } => {
                let text = words.with(
                    "claim-winner",
                    &[
                        ("offer", &self.named(*offer)),
                        ("cdv", &self.cdv(*cdv)),
                        ("second", &self.named(*second)),
                        ("margin", &self.margin(*margin)),
                    ],
                );
                (text, none())
            }
            Finding::Tie { offers, cdv } => {
                let names: Vec<String> = offers.iter().map(|o| self.named(*o)).collect();
                (
                    words.with("claim-tie", &[("offers", &words.list(&names)), ("cdv", &self.cdv(*cdv))]),
                    words.t("claim-tie-detail"),
                )
            }
            Finding::Reasons { winner, second, strongest, weakest } => {
                self.reasons(*winner, *second, *strongest, *weakest)
            }
            Finding::TiePrice { second, winner, price, today } => self.tie_price(*second, *winner, *price, *today),
            Finding::NoTiePrice { second, winner } => (
                words.with("claim-no-tie-price", &[("second", &self.named(*second)), ("winner", &self.named(*winner))]),
                none(),
            ),
            Finding::Incomplete { offer, missing } => {
                let index = self.comparison.offers.iter().position(|o| o.id == *offer).unwrap_or_default();
                let names: Vec<String> =
                    missing.iter().flat_map(|leaf| missing_names(self.comparison, *leaf, index, words)).collect();
                (
                    words.with("claim-incomplete", &[("offer", &self.named(*offer))]),
                    words.with("missing-tip", &[("names", &words.list(&names))]),
                )
            }
        }
    }

    fn reasons(
        &self,
        winner: OfferId,
        second: OfferId,
        strongest: Option<(Dimension, f64)>,
        weakest: Option<(Dimension, f64)>,
    ) -> (String, String) {
        let words = self.words;
        let (winner, second) = (self.named(winner), self.named(second));
        let against = match weakest {
            Some((dimension, delta)) => words.with(
                "claim-against",
                &[("dimension", &self.dimension(dimension)), ("points", &self.margin(delta)), ("second", &second)],
            ),
            None => words.with("claim-nothing-against", &[("winner", &winner), ("second", &second)]),
        };
        let text = match strongest {
            Some((dimension, delta)) => words.with(
                "claim-for",
                &[
                    ("winner", &winner),
                    ("second", &second),
                    ("dimension", &self.dimension(dimension)),
                    ("points", &self.margin(delta)),
                ],
            ),
            None => words.with("claim-nothing-for", &[("winner", &winner), ("second", &second)]),
        };
        (text, against)
    }

    fn tie_price(&self, second: OfferId, winner: OfferId, price: f64, today: f64) -> (String, String) {
        let words = self.words;
        let currency = self.comparison.header.currency;
        let (second, winner) = (self.named(second), self.named(winner));
        let (price_text, difference) = (words.money(currency, as_price(price)), (as_price(price) - today).abs());
        let difference = words.money(currency, as_price(difference));
        let key = if price <= today { "claim-tie-price-below" } else { "claim-tie-price-above" };
        let arguments = [
            ("second", second.as_str()),
            ("winner", winner.as_str()),
            ("price", price_text.as_str()),
            ("difference", difference.as_str()),
        ];
        (
            words.with(key, &arguments),
            words.with("claim-tie-price-today", &[("second", &second), ("today", &words.money(currency, today))]),
        )
    }
}

/// A break-even price is read as a price: to the unit above 100, else to the minor unit.
fn as_price(units: f64) -> f64 {
    if units.abs() >= 100.0 { units.round() } else { units }
}
