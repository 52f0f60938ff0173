//! Random answers about what matters.

use super::dice::Dice;
use super::level;
use worthwhile::model::{
    Alternative, Answers, ChoiceAnswer, Comparison, Edit, Ground, Item, Judgement, Leaf, Method, RankMethod, Scope,
    SwingAnswer,
};
use worthwhile::value::elicit::{current_span, weigh, whole_levels};

/// An edit that keeps answers, or forgets them; where weights follow, they are used or not.
pub fn edit(dice: &mut Dice, target: &Comparison) -> Edit {
    let segment = dice.pick(&target.segments);
    let scopes: Vec<Scope> = Scope::all().collect();
    let scope = *dice.pick(&scopes);
    let method = *dice.pick(&Method::ALL);
    let answers = if dice.chance(0.1) { Answers::none(method) } else { answers(dice, target, scope, method) };
    let given = weigh(target, segment, scope, &answers).ok().map(|found| found.given);
    let given = given.filter(|_| dice.chance(0.7));
    Edit::Answer { comparison: target.id(), segment: segment.id, scope, answers, given }
}

/// Answers about all items, or most of them.
fn answers(dice: &mut Dice, target: &Comparison, scope: Scope, method: Method) -> Answers {
    let items: Vec<Item> = Ground::of(target).items(scope).into_iter().filter(|_| !dice.chance(0.05)).collect();
    match method {
        Method::Points => Answers::Points { points: items.into_iter().map(|i| (i, dice.unit() * 100.0)).collect() },
        Method::RankOrder => Answers::RankOrder {
            formula: *dice.pick(&RankMethod::ALL),
            places: items.into_iter().map(|i| (i, u32::try_from(dice.below(4)).unwrap())).collect(),
        },
        Method::Swing => Answers::Swing { swings: swings(dice, target, &items) },
        Method::Money => {
            let asked: Vec<Item> = items.into_iter().filter(|i| *i != Item::Leaf(Leaf::Ownership)).collect();
            Answers::Money { swings: swings(dice, target, &asked), at: dice.chance(0.3).then_some(250_000) }
        }
        Method::Pairwise => {
            let judgement = |pair: &[Item]| Judgement { row: pair[0], column: pair[1], ratio: 1.0 + dice.unit() * 8.0 };
            let (mut judgements, random_index): (Vec<Judgement>, _) = (Vec::new(), Vec::new());
            judgements.extend(items.windows(2).map(judgement));
            Answers::Pairwise { judgements, random_index }
        }
        Method::Choices => {
            let mut shown = || Alternative {
                offer: target.offers.first().map(|o| o.id).filter(|_| dice.chance(0.5)),
                levels: target.criteria.iter().map(|c| (c.id, level(dice, &c.scale))).collect(),
            };
            let mut choices = Vec::new();
            for took in [0, 1, 1] {
                choices.push(ChoiceAnswer { alternatives: vec![shown(), shown()], order: vec![took] });
            }
            Answers::Choices { choices }
        }
    }
}

fn swings(dice: &mut Dice, target: &Comparison, items: &[Item]) -> Vec<SwingAnswer> {
    let segment = &target.segments[0];
    let mut swings = Vec::new();
    for item in items {
        let levels = match item {
            Item::Leaf(leaf) if dice.chance(0.5) => whole_levels(target, *leaf),
            _ => None,
        };
        let span = current_span(target, segment, *item, levels);
        swings.push(SwingAnswer { item: *item, levels, span, worth: dice.unit() * 100.0 });
    }
    swings
}
