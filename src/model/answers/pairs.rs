//! Levels by criterion as a list of pairs: a map would have its numbers as text, which a tagged enum does not read back.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serializer};

use crate::model::id::CriterionId;
use crate::model::scale::Level;

pub(super) fn serialize<S: Serializer>(levels: &BTreeMap<CriterionId, Level>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(levels)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<CriterionId, Level>, D::Error> {
    Ok(Vec::<(CriterionId, Level)>::deserialize(from)?.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use crate::model::{Alternative, Answers, ChoiceAnswer, CriterionId, Elicited, Level, OfferId, Scope};

    #[test]
    fn choices_are_read_back_as_they_were_written() {
        let levels = [(CriterionId(81), Level::Number(2.5)), (CriterionId(9), Level::Money(300_000))];
        let real = Alternative { offer: Some(OfferId(4)), levels: levels.into_iter().collect() };
        let made_up = Alternative { offer: None, ..real.clone() };
        let choices = vec![ChoiceAnswer { alternatives: vec![real, made_up], order: vec![1] }];
        let elicited = Elicited { scope: Scope::Both, in_force: true, answers: Answers::Choices { choices } };
        let written = serde_json::to_string(&elicited).unwrap();
        assert_eq!(serde_json::from_str::<Elicited>(&written).unwrap(), elicited, "{written}");
    }
}
