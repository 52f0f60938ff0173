//! The cheapest way to win: hand-calculated cases and laws on random comparisons.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::examples;
use worthwhile::model::{
    Account, Beyond, Comparison, Criterion, CriterionId, Curve, Dimension, IdSource, Level, Lever, LeverSet, OfferId,
    Paid, Reach, Scale, blank_criterion, check,
};
use worthwhile::value::{
    Alone, CheapestWin, LeverError, Move, Outcome, Plan, Prepared, Quantity, Setting, Sweep, cheapest_win,
};

/// What the theory's own figures may differ by.
const CDV: f64 = 1e-9;
/// How much cheaper than the plan, in parts, nothing may be.
const COST: f64 = 1e-6;

fn answer(comparison: &Comparison, offer: usize) -> Result<CheapestWin, LeverError> {
    cheapest_win(Prepared::new(comparison, &comparison.segments[0]).case(), offer)
}

fn plan(comparison: &Comparison, offer: usize) -> Plan {
    match answer(comparison, offer).unwrap().outcome {
        Outcome::Reached(plan) => plan,
        other => panic!("no plan but {other:?}"),
    }
}

/// CDV of an offer with some levels changed.
fn cdv_with(comparison: &Comparison, offer: usize, levels: impl IntoIterator<Item = (CriterionId, Level)>) -> f64 {
    let mut changed = comparison.clone();
    changed.offers[offer].levels.extend(levels);
    check(&changed).expect("the levels of a plan are sound");
    Prepared::new(&changed, &changed.segments[0]).case().delivered.cdv[offer]
}

// --- televisions -------------------------------------------------------------------------------------------------

fn televisions() -> Comparison {
    let example = examples::find("televisions").unwrap();
    let mut all = examples::load(example, &mut IdSource::starting_at(1)).unwrap();
    let mut comparison = all.remove(0);
    for offer in &mut comparison.offers {
        offer.levers = LeverSet::default();
    }
    comparison
}

fn named(comparison: &Comparison, name: &str) -> CriterionId {
    comparison.criteria.iter().find(|c| c.name.get(worthwhile::model::Lang::En).contains(name)).unwrap().id
}

fn steps(criterion: CriterionId, step: f64, cost: f64, whole: bool, bounds: [f64; 2]) -> Lever {
    Lever { criterion, reach: Reach::Steps { step, cost, whole, low: Some(bounds[0]), high: Some(bounds[1]) } }
}

const SHARP: usize = 1;

/// SHARP delivers 26.2333… and TCL 38.0777…; a yuan is worth 0.6·100/3000 = 0.02 points, so 592.22… yuan close the gap.
#[test]
fn the_price_alone_must_fall_to_the_tie() {
    let mut comparison = televisions();
    let price = comparison.header.price.unwrap();
    comparison.offers[SHARP].levers.levers = vec![steps(price, 1.0, 1.0, false, [0.0, 4400.0])];
    let plan = plan(&comparison, SHARP);
    assert_eq!(plan.moves.len(), 1);
    let Setting::Number(to) = plan.moves[0].to else { panic!() };
    assert!((to - 3_807.777_777_777_778).abs() < 1e-6 && (plan.cost - 592.222_222_222_222).abs() < 1e-6, "{plan:?}");
    assert_eq!(plan.moves[0].level, Level::Money(380_777), "the fraction of a fen is left to the buyer");
    assert!(plan.proven);
}

#[test]
fn whole_steps_of_fifty_yuan_go_one_further() {
    let mut comparison = televisions();
    let price = comparison.header.price.unwrap();
    comparison.offers[SHARP].levers.levers = vec![steps(price, 50.0, 50.0, true, [3000.0, 4400.0])];
    let plan = plan(&comparison, SHARP);
    assert_eq!(plan.moves[0].level, Level::Money(380_000));
    assert!((plan.cost - 600.0).abs() < 1e-9 && plan.moves[0].steps == Some(12.0), "{plan:?}");
}

/// A year of warranty is worth 0.25·0.6·100/6 = 2.5 points for 40 yuan (0.0625 a yuan), the only one up to 6 years;
/// a point for the brand 0.2·100/9 = 2.22… for 90 (0.0247 a yuan), two of them up to 10; a yuan off 0.02.
/// 11.8444… points: the year, both brand points, and the price for the rest: 4.9 points = 245 yuan.
#[test]
fn the_cheapest_set_takes_what_is_worth_most_first() {
    let mut comparison = televisions();
    let [warranty, brand] = ["Warranty", "Brand"].map(|name| named(&comparison, name));
    let price = comparison.header.price.unwrap();
    comparison.offers[SHARP].levers.levers = vec![
        steps(price, 1.0, 1.0, false, [3000.0, 4400.0]),
        steps(warranty, 1.0, 40.0, true, [0.0, 6.0]),
        steps(brand, 1.0, 90.0, true, [1.0, 10.0]),
    ];
    let gap = 11.844_444_444_444_444;
    let rest = gap - 2.5 - 2.0 * 2.222_222_222_222_222;
    let found = plan(&comparison, SHARP);
    assert!((found.cost - (40.0 + 180.0 + rest / 0.02)).abs() < 1e-6, "{found:?}");
    assert_eq!(found.moves.len(), 3);
    assert!((found.moves.iter().map(|m| m.gain).sum::<f64>() - gap).abs() < CDV);
    let all = answer(&comparison, SHARP).unwrap();
    assert_eq!(all.best_single().unwrap().criterion, price, "alone, only the price reaches the target");
    assert!(matches!(all.alone[1], Alone { reached: None, best_cdv, .. } if (best_cdv - all.today - 2.5).abs() < CDV));
}

#[test]
fn what_is_never_enough_says_by_how_much() {
    let mut comparison = televisions();
    let warranty = named(&comparison, "Warranty");
    comparison.offers[SHARP].levers.levers = vec![steps(warranty, 1.0, 40.0, true, [5.0, 6.0])];
    let all = answer(&comparison, SHARP).unwrap();
    let Outcome::NotEnough { cdv, shortfall } = all.outcome else { panic!("{all:?}") };
    assert!((cdv - all.today - 2.5).abs() < CDV && (shortfall - 9.344_444_444_444_444).abs() < CDV, "{all:?}");
    assert_eq!(all.best_single(), None);
}

#[test]
fn who_is_ahead_needs_nothing_and_a_margin_is_kept() {
    let mut comparison = televisions();
    let price = comparison.header.price.unwrap();
    let levers = vec![steps(price, 1.0, 1.0, false, [2000.0, 2800.0])];
    comparison.offers[0].levers = LeverSet { levers, margin: 0.0 };
    assert_eq!(answer(&comparison, 0).unwrap().outcome, Outcome::AlreadyThere);
    comparison.offers[0].levers.margin = 10.0;
    // TCL 38.0777…, Haier 29.6888…: 10 ahead wants 1.6111… more, at 0.02 a yuan.
    assert!((plan(&comparison, 0).cost - 80.555_555_555_555_6).abs() < 1e-6);
}

#[test]
fn named_levels_are_chosen_whole() {
    let mut comparison = televisions();
    let delivery = named(&comparison, "Delivery");
    let Some(Scale::Category { levels, .. }) = comparison.scale(delivery) else { panic!() };
    let costs = BTreeMap::from([(levels[0].id, 60.0), (levels[1].id, 25.0)]);
    let (same_day, next_day) = (levels[0].id, levels[1].id);
    comparison.offers[3].levers.levers = vec![Lever { criterion: delivery, reach: Reach::Named { costs } }];
    // Changhong is in 3 days (30 points); 0.25·0.4 = 0.1 of a point each: next day +4, same day +7.
    comparison.offers.truncate(4);
    comparison.offers.drain(0..3);
    let mut rival = comparison.offers[0].clone();
    rival.id = OfferId(9_999);
    comparison.offers.push(rival);
    comparison.offers[0].levers.margin = 4.0;
    assert_eq!(plan(&comparison, 0).moves[0].to, Setting::Named(next_day));
    comparison.offers[0].levers.margin = 4.5;
    let found = plan(&comparison, 0);
    assert_eq!((found.moves[0].to, found.cost, found.moves[0].steps), (Setting::Named(same_day), 60.0, None));
    comparison.offers[0].levers.margin = 7.5;
    assert!(matches!(answer(&comparison, 0).unwrap().outcome, Outcome::NotEnough { .. }));
}

/// Warranty in a valley: 10 points a year to the left of today's 10 years, 20 to the right; each point is worth 0.15.
/// 7.5 points take 2.5 years to the right for 17.5, 5 to the left for 35, or 375 yuan off the price for 25.
#[test]
fn the_cheaper_side_of_a_valley_is_taken() {
    let mut comparison = televisions();
    let warranty = named(&comparison, "Warranty");
    let valley = Curve::new(vec![[0.0, 100.0], [10.0, 0.0], [15.0, 100.0]], Beyond::Flat).unwrap();
    let criterion = comparison.criteria.iter_mut().find(|c| c.id == warranty).unwrap();
    criterion.scale = Scale::Measure { unit: "years".into(), curve: valley };
    comparison.offers.truncate(2);
    comparison.offers[0].levels.insert(warranty, Level::Number(10.0));
    comparison.offers[1].levels = comparison.offers[0].levels.clone();
    let price = steps(comparison.header.price.unwrap(), 375.0, 25.0, false, [2000.0, 2800.0]);
    let levers = vec![steps(warranty, 1.0, 7.0, false, [0.0, 15.0]), price];
    comparison.offers[0].levers = LeverSet { levers, margin: 7.5 };
    let found = plan(&comparison, 0);
    assert!(matches!(found.moves[0].to, Setting::Number(to) if (to - 12.5).abs() < 1e-9), "{found:?}");
    assert!(found.moves.len() == 1 && (found.cost - 17.5).abs() < 1e-9, "{found:?}");
}

#[test]
fn senseless_questions_are_refused() {
    let mut comparison = televisions();
    let price = comparison.header.price.unwrap();
    assert_eq!(answer(&comparison, 7), Err(LeverError::NoOffer));
    let alone = Comparison { offers: comparison.offers[..1].to_vec(), ..comparison.clone() };
    assert_eq!(answer(&alone, 0), Err(LeverError::NoRival));
    // Without levers nothing is enough.
    assert!(matches!(answer(&comparison, SHARP).unwrap().outcome, Outcome::NotEnough { .. }));
    comparison.offers[SHARP].levels.remove(&price);
    assert_eq!(answer(&comparison, SHARP), Err(LeverError::Incomplete));
}

// --- laws --------------------------------------------------------------------------------------------------------

/// Up to three levers on criteria that the offer has levels on, against a rival that is like it or any other, and a
/// margin that is mostly within reach. Now and then two amounts share the curve of ownership.
fn with_levers(comparison: &mut Comparison, offer: usize, dice: &mut Dice) {
    let mut criteria: Vec<CriterionId> = comparison.offers[offer].levels.keys().copied().collect();
    dice.shuffle(&mut criteria);
    if dice.chance(0.4) {
        criteria.splice(0..0, add_money(comparison, dice));
    }
    criteria.truncate(3);
    if dice.chance(0.7) {
        let twin = comparison.offers[offer].clone();
        for (i, rival) in comparison.offers.iter_mut().enumerate().filter(|(i, _)| *i != offer) {
            *rival = worthwhile::model::Offer { id: rival.id, position: rival.position, ..twin.clone() };
            rival.color = [u8::try_from(i).unwrap(); 3];
        }
    }
    let levers = criteria.into_iter().map(|id| lever(comparison, offer, id, dice)).collect();
    comparison.offers[offer].levers = LeverSet { levers, margin: 1e9 };
    let margin = match answer(comparison, offer) {
        Ok(CheapestWin { outcome: Outcome::NotEnough { cdv, .. }, today, target, .. }) => {
            let wanted = today + dice.between(0.0, 1.1) * (cdv - today);
            (wanted - (target - 1e9)).max(0.0)
        }
        _ => 0.0,
    };
    comparison.offers[offer].levers.margin = margin;
    // What was found to be no problem was found so of another comparison.
    comparison.header.dismissed.clear();
    check(comparison).expect("random levers are sound");
}

/// A price and a yearly fee for every offer, and weights for all criteria.
fn add_money(comparison: &mut Comparison, dice: &mut Dice) -> [CriterionId; 2] {
    let ids = [90_001, 90_002].map(CriterionId);
    for (id, paid) in ids.into_iter().zip([Paid::Once, Paid::Yearly]) {
        let blank = blank_criterion(id, Dimension::Monetary, id.0.to_string().as_str().into());
        comparison.criteria.push(Criterion { position: i64::MAX, scale: Scale::Money { paid }, ..blank });
        for offer in &mut comparison.offers {
            offer.levels.insert(id, Level::Money(i64::try_from(dice.below(800_000)).unwrap()));
        }
    }
    comparison.header.price = comparison.header.price.or(Some(ids[0]));
    let everyone = support::segment(dice, comparison.segments[0].id, comparison);
    comparison.segments = vec![worthwhile::model::Segment { everyone: true, cost_emphasis: 1.0, ..everyone }];
    ids
}

fn lever(comparison: &Comparison, offer: usize, id: CriterionId, dice: &mut Dice) -> Lever {
    let cost = if dice.chance(0.1) { 0.0 } else { dice.between(1.0, 100.0) };
    let whole = dice.chance(0.5);
    let number = |low: f64, high: f64, step: f64| Reach::Steps { step, cost, whole, low: Some(low), high: Some(high) };
    let reach = match (comparison.scale(id).unwrap(), comparison.offers[offer].levels[&id]) {
        (Scale::Category { levels, .. }, _) => {
            let costs = levels.iter().map(|level| (level.id, dice.between(0.0, 100.0)));
            Reach::Named { costs: costs.skip(1).collect() }
        }
        (Scale::Rating { low, high, .. }, _) => number(*low, *high, *dice.pick(&[0.5, 1.0, 2.0])),
        (_, Level::Money(minor)) => {
            #[expect(clippy::cast_precision_loss, reason = "small")]
            let today = minor as f64 / 100.0;
            number(today - dice.between(0.0, 6000.0).round(), today, *dice.pick(&[100.0, 500.0, 777.0]))
        }
        (_, Level::Number(x)) => {
            let (low, high) = (x - dice.between(0.0, 20.0), x + dice.between(0.0, 20.0));
            // Sometimes today's level lies outside the bounds.
            let low = if dice.chance(0.1) { x + 1.0 } else { low };
            number(low, high.max(low), *dice.pick(&[1.0, 2.5, 7.0]))
        }
        (_, Level::Category(_)) => unreachable!("a named level has a category scale"),
    };
    Lever { criterion: id, reach }
}

/// Levels that a lever may be set to: all whole steps, or the bounds, today's level, the bends and a few more.
fn levels_of(comparison: &Comparison, offer: usize, lever: &Lever) -> Vec<(Setting, f64)> {
    let today = comparison.offers[offer].levels[&lever.criterion];
    match &lever.reach {
        Reach::Named { costs } => {
            let Level::Category(now) = today else { panic!() };
            let others = costs.iter().filter(|(id, _)| **id != now).map(|(id, cost)| (Setting::Named(*id), *cost));
            others.chain([(Setting::Named(now), 0.0)]).collect()
        }
        Reach::Steps { step, cost, whole, low, high } => {
            let now = number(today);
            let (low, high) = (low.unwrap(), high.unwrap());
            let mut xs = vec![now];
            if *whole {
                let count = ((high - low).abs() / step).ceil() + ((now - low).abs() / step).ceil() + 1.0;
                let mut k = -count;
                while k <= count {
                    xs.push(now + k * step);
                    k += 1.0;
                }
            } else {
                xs.extend([0.0, 0.37, 0.81, 1.0].map(|part| low + (high - low) * part));
                if let Some(Scale::Measure { curve, .. }) = comparison.scale(lever.criterion) {
                    xs.extend(curve.points().iter().map(|p| p[0]));
                }
                if let Level::Money(_) = today {
                    let rest = comparison.ownership_cost(&comparison.offers[offer]).unwrap() / 100.0 - now;
                    xs.extend(comparison.header.ownership.curve.points().iter().map(|p| p[0] / 100.0 - rest));
                }
            }
            #[expect(clippy::float_cmp, reason = "the very level of today")]
            xs.retain(|x| *x == now || (low - 1e-9..=high + 1e-9).contains(x));
            xs.sort_by(f64::total_cmp);
            xs.into_iter().map(|x| (Setting::Number(x), (x - now).abs() / step * cost)).collect()
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "small")]
fn number(level: Level) -> f64 {
    match level {
        Level::Number(x) => x,
        Level::Money(minor) => minor as f64 / 100.0,
        Level::Category(_) => panic!("a named level"),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "small")]
fn level_of(scale: &Scale, setting: Setting) -> Level {
    match (setting, scale) {
        (Setting::Named(id), _) => Level::Category(id),
        (Setting::Number(x), Scale::Money { .. }) => Level::Money((x * 100.0).round() as i64),
        (Setting::Number(x), Scale::Rating { low, high, .. }) => Level::Number(x.clamp(*low, *high)),
        (Setting::Number(x), _) => Level::Number(x),
    }
}

/// The least cost of reaching the target that trying finds: all levers but one on some of their levels, and that one on
/// all of its levels and wherever it crosses the target between two of them.
fn by_trying(comparison: &Comparison, offer: usize, target: f64) -> f64 {
    let levers = comparison.offers[offer].levers.levers.clone();
    let choices: Vec<Vec<(Setting, f64)>> = levers.iter().map(|l| levels_of(comparison, offer, l)).collect();
    let mut best = f64::INFINITY;
    for free in 0..levers.len() {
        let others: Vec<usize> = (0..levers.len()).filter(|i| *i != free).collect();
        let mut picks = vec![0; others.len()];
        loop {
            let mut tried = comparison.clone();
            let mut cost = 0.0;
            for (&i, &pick) in others.iter().zip(&picks) {
                let (setting, own) = choices[i][pick];
                let id = levers[i].criterion;
                let level = level_of(comparison.scale(id).unwrap(), setting);
                tried.offers[offer].levels.insert(id, level);
                cost += own;
            }
            best = best.min(cost + free_lever(&tried, offer, levers[free].criterion, &choices[free], target));
            let Some(i) = (0..picks.len()).find(|&i| picks[i] + 1 < choices[others[i]].len()) else { break };
            picks[i] += 1;
            picks[..i].fill(0);
        }
    }
    best
}

fn free_lever(tried: &Comparison, offer: usize, id: CriterionId, levels: &[(Setting, f64)], target: f64) -> f64 {
    let enough = |cdv: f64| cdv >= target - 1e-10;
    let prepared = Prepared::new(tried, &tried.segments[0]);
    let quantity = Quantity::Level { offer: tried.offers[offer].id, criterion: id };
    let Some(sweep) = Sweep::new(prepared.case(), quantity) else {
        let cdv = |setting| cdv_with(tried, offer, [(id, level_of(tried.scale(id).unwrap(), setting))]);
        return levels.iter().filter(|(s, _)| enough(cdv(*s))).map(|(_, cost)| *cost).fold(f64::INFINITY, f64::min);
    };
    let whole = is_whole(tried, offer, id);
    let mut levels: Vec<(f64, f64)> = levels.iter().map(|(setting, cost)| (as_number(*setting), *cost)).collect();
    if !whole && !gap_at_today(sweep.case().comparison, offer, id) {
        // The others move the bends of the curve of ownership.
        let [(low, low_cost), (high, high_cost)] = [levels[0], levels[levels.len() - 1]];
        let now = levels.iter().find(|(_, cost)| *cost == 0.0).map_or(low, |l| l.0);
        let far = if high_cost > low_cost { (high, high_cost) } else { (low, low_cost) };
        let rate = if (far.0 - now).abs() < 1e-12 { 0.0 } else { far.1 / (far.0 - now).abs() };
        let bends = sweep.knots().iter().copied().chain(bends_of_ownership(tried, offer, id));
        let inside = bends.filter(|x| *x > low && *x < high);
        levels.extend(inside.map(|x| (x, (x - now).abs() * rate)));
        levels.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    let tried: Vec<(f64, f64)> = levels.into_iter().map(|(x, cost)| (sweep.cdv(offer, x), cost)).collect();
    let mut best = tried.iter().filter(|(cdv, _)| enough(*cdv)).map(|(_, cost)| *cost).fold(f64::INFINITY, f64::min);
    for pair in tried.windows(2).filter(|_| !whole) {
        let [(cdv0, cost0), (cdv1, cost1)] = [pair[0], pair[1]];
        let part = (target - cdv0) / (cdv1 - cdv0);
        if (0.0..=1.0).contains(&part) && (cost0 - cost1).abs() > 0.0 {
            // Today's level may lie apart from the bounds; then nothing between them can be had.
            let apart = cost0 * cost1 == 0.0 && gap_at_today(sweep.case().comparison, offer, id);
            if !apart {
                best = best.min(cost0 + part * (cost1 - cost0));
            }
        }
    }
    best
}

/// Where an amount takes the total cost of ownership to a bend of its curve, below 0 too, where a sweep does not go.
fn bends_of_ownership(comparison: &Comparison, offer: usize, id: CriterionId) -> Vec<f64> {
    let Level::Money(now) = comparison.offers[offer].levels[&id] else { return Vec::new() };
    let total = |minor: i64| {
        let mut ours = comparison.offers[offer].clone();
        ours.levels.insert(id, Level::Money(minor));
        comparison.ownership_cost(&ours).unwrap()
    };
    let slope = (total(now + 1_000_000) - total(now)) / 1e6;
    let points = comparison.header.ownership.curve.points();
    points.iter().map(|p| number(Level::Money(now)) + (p[0] - total(now)) / slope / 100.0).collect()
}

fn as_number(setting: Setting) -> f64 {
    let Setting::Number(x) = setting else { panic!("{setting:?} has no sweep") };
    x
}

fn is_whole(comparison: &Comparison, offer: usize, id: CriterionId) -> bool {
    let lever = comparison.offers[offer].levers.levers.iter().find(|l| l.criterion == id).unwrap();
    matches!(lever.reach, Reach::Steps { whole: true, .. })
}

/// True where today's level of a lever lies outside its bounds.
fn gap_at_today(comparison: &Comparison, offer: usize, id: CriterionId) -> bool {
    let lever = comparison.offers[offer].levers.levers.iter().find(|l| l.criterion == id).unwrap();
    let Reach::Steps { low: Some(low), high: Some(high), .. } = lever.reach else { return false };
    !(low..=high).contains(&number(comparison.offers[offer].levels[&id]))
}

fn assert_move_is_allowed(comparison: &Comparison, offer: usize, made: &Move) {
    let ours = &comparison.offers[offer];
    let lever = ours.levers.levers.iter().find(|l| l.criterion == made.criterion).unwrap();
    match (&lever.reach, made.to) {
        (Reach::Named { costs }, Setting::Named(id)) => assert!((costs[&id] - made.cost).abs() < 1e-12),
        (Reach::Steps { step, cost, whole, low, high }, Setting::Number(to)) => {
            let (low, high) = (low.unwrap(), high.unwrap());
            assert!((low - 1e-9..=high + 1e-9).contains(&to), "{made:?} leaves {low}…{high}");
            let count = (to - number(ours.levels[&made.criterion])).abs() / step;
            assert!(!whole || (count - count.round()).abs() < 1e-6, "{made:?} is no whole number of steps");
            assert!((made.cost - count * cost).abs() < 1e-6 * (1.0 + made.cost), "{made:?}");
            assert!((made.steps.unwrap() - count).abs() < 1e-9 * (1.0 + count));
        }
        _ => panic!("{made:?} does not fit {lever:?}"),
    }
}

fn check_laws(mut comparison: Comparison, mut dice: Dice) -> Result<(), TestCaseError> {
    let offer = dice.below(comparison.offers.len());
    with_levers(&mut comparison, offer, &mut dice);
    let Ok(found) = answer(&comparison, offer) else { return Ok(()) };
    let slack = CDV * found.target.abs().max(1.0);
    let tried = by_trying(&comparison, offer, found.target);
    match &found.outcome {
        Outcome::AlreadyThere => prop_assert!(found.today >= found.target - slack),
        Outcome::NotEnough { cdv, shortfall } => {
            prop_assert!(tried.is_infinite(), "{tried} is enough, but {found:?}");
            prop_assert!((cdv + shortfall - found.target).abs() <= slack && *shortfall > 0.0);
        }
        Outcome::Reached(plan) => {
            let made = plan.moves.iter().map(|m| (m.criterion, m.level));
            let cdv = cdv_with(&comparison, offer, made);
            prop_assert!(cdv >= found.target - slack, "{cdv} instead of {}: {plan:?}", found.target);
            prop_assert!(plan.cdv >= found.target - slack);
            let gains: f64 = plan.moves.iter().map(|m| m.gain).sum();
            prop_assert!((found.today + gains - plan.cdv).abs() <= slack * 10.0, "{plan:?}");
            prop_assert!(plan.cost <= tried + COST * tried.max(1.0), "{tried} is cheaper than {plan:?}");
            prop_assert!(plan.proven);
            plan.moves.iter().for_each(|made| assert_move_is_allowed(&comparison, offer, made));
        }
    }
    for alone in &found.alone {
        if let (Some(made), Outcome::Reached(plan)) = (alone.reached, &found.outcome) {
            prop_assert!(plan.cost <= made.cost * (1.0 + COST) + COST, "alone {made:?} is cheaper than {plan:?}");
            prop_assert!(cdv_with(&comparison, offer, [(made.criterion, made.level)]) >= found.target - slack);
        }
        let mut one = comparison.clone();
        one.offers[offer].levers.levers.retain(|l| l.criterion == alone.criterion);
        match answer(&one, offer).unwrap().outcome {
            Outcome::Reached(plan) => {
                let cost = alone.reached.expect("reached alone").cost;
                prop_assert!((plan.cost - cost).abs() <= COST * cost.max(1.0), "{plan:?} or {alone:?}");
            }
            Outcome::NotEnough { cdv, .. } => {
                prop_assert!(alone.reached.is_none() && (cdv - alone.best_cdv).abs() <= slack);
            }
            Outcome::AlreadyThere => prop_assert!(alone.reached.is_none()),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(support::config(110))]

    #[test]
    fn nothing_that_trying_finds_is_cheaper((comparison, dice) in support::comparisons(Account::Points, 2..=4, 0.0)) {
        check_laws(comparison, dice)?;
    }

    #[test]
    fn nor_in_a_money_account((comparison, dice) in support::comparisons(Account::Money, 2..=3, 0.05)) {
        check_laws(comparison, dice)?;
    }
}
