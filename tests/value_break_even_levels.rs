//! The level at which an offer ties the best of the others, in every cell.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use support::{comparisons, delivered};
use worthwhile::model::{
    Account, Beyond, Comparison, Criterion, CriterionId, Curve, Edit, IdSource, Level, Offer, Paid, Scale, Segment,
    Workbook,
};
use worthwhile::value::{
    BreakEven, Prepared, Quantity, Root, Sweep, TIE_TOLERANCE, all_break_evens, break_even_level, break_evens,
};

/// Two CDVs tie to this, relative to what goes into them: rounding of a few dozen terms.
const TIE: f64 = 1e-9;
/// Places looked at between the ends of a range.
const SCAN: u32 = 80;
/// Published figures have six decimal places.
const STATED: f64 = 5e-7;

fn either_account() -> impl Strategy<Value = (Comparison, Dice)> {
    prop_oneof![comparisons(Account::Points, 2..=5, 0.05), comparisons(Account::Money, 2..=5, 0.05)]
}

/// The comparison with one level set as a user sets it; `None` where the level does not fit its scale.
fn with_level(comparison: &Comparison, offer: usize, criterion: CriterionId, level: Level) -> Option<Comparison> {
    let mut workbook = Workbook::default();
    workbook.comparisons.push(comparison.clone());
    let cells = vec![(comparison.offers[offer].id, criterion, Some(level))];
    let edit = Edit::SetLevels { comparison: comparison.id(), cells };
    match edit.changes(&workbook) {
        Ok(changes) => workbook.apply(&changes),
        Err(_) => return None,
    }
    workbook.comparisons.pop()
}

/// What `offer` leads `rival` by at a number: from a comparison made anew where a level can say it, else by the sweep.
fn lead(comparison: &Comparison, segment: &Segment, cell: (usize, &Criterion), rival: usize, x: f64) -> f64 {
    let (offer, criterion) = cell;
    if !criterion.scale.is_money()
        && let Some(moved) = with_level(comparison, offer, criterion.id, Level::Number(x))
    {
        let (.., out) = delivered(&moved, segment);
        assert!(out.complete[offer], "no other level was missing");
        return out.cdv[offer] - out.cdv[rival];
    }
    let prepared = Prepared::new(comparison, segment);
    let quantity = Quantity::Level { offer: comparison.offers[offer].id, criterion: criterion.id };
    let sweep = Sweep::new(prepared.case(), quantity).expect("it varies");
    sweep.cdv(offer, x) - sweep.cdv(rival, x)
}

/// What a tie may be off by: the figures that enter, at least 1.
fn tie(comparison: &Comparison, segment: &Segment, offers: [usize; 2]) -> f64 {
    let (.., out) = delivered(comparison, segment);
    TIE * offers.iter().flat_map(|&o| [out.tcv[o].abs(), segment.cost_emphasis * out.tcc[o].abs()]).fold(1.0, f64::max)
}

fn holds(root: Root, x: f64, slack: f64) -> bool {
    let (from, to) = root.ends();
    (from - slack..=to + slack).contains(&x)
}

proptest! {
    #![proptest_config(support::config(300))]

    #[test]
    fn at_every_root_they_tie_and_nowhere_else((comparison, mut dice) in either_account()) {
        let segment = dice.pick(&comparison.segments);
        let prepared = Prepared::new(&comparison, segment);
        let case = prepared.case();
        let offer = dice.below(comparison.offers.len());
        let answers = break_evens(case, offer);
        prop_assert_eq!(answers.rival, case.best_rival(offer));
        let Some(rival) = answers.rival else { return Ok(()) };
        let tie = tie(&comparison, segment, [offer, rival]);
        for (criterion, answer) in comparison.criteria.iter().zip(&answers.cells) {
            let Some(BreakEven::Numbers { today, range: [low, high], roots, .. }) = answer else { continue };
            let at = |x: f64| lead(&comparison, segment, (offer, criterion), rival, x);
            let (mut from, mut to) = (low.max(-2e4), high.min(2e4));
            for root in roots {
                let (a, b) = root.ends();
                prop_assert!(*low <= a && a <= b && b <= *high, "{root:?} outside {low}…{high}");
                (from, to) = (from.min(2.0 * a.max(-1e9)), to.max(2.0 * a.min(1e9)).min(*high));
                from = from.max(*low);
                let (a, b) = (a.max(b.min(0.0) - 1e5), b.min(a.max(0.0) + 1e5));
                for x in [a, f64::midpoint(a, b), b] {
                    prop_assert!(at(x).abs() <= tie, "{root:?}: {} at {x}", at(x));
                }
            }
            if let Some(today) = today {
                let distances: Vec<f64> = roots.iter().map(|r| (r.nearest(*today) - today).abs()).collect();
                prop_assert!(distances.is_sorted(), "nearest first: {roots:?} from {today}");
            }
            let step = |i: u32| from + (to - from) * f64::from(i) / f64::from(SCAN);
            let leads: Vec<f64> = (0..=SCAN).map(|i| at(step(i))).collect();
            for i in 0..SCAN {
                let (a, b) = (leads[i as usize], leads[i as usize + 1]);
                if (a > tie && b < -tie) || (a < -tie && b > tie) {
                    let (inside, slack) = (f64::midpoint(step(i), step(i + 1)), (step(i + 1) - step(i)) / 2.0);
                    let found = roots.iter().any(|r| holds(*r, inside, slack));
                    prop_assert!(found, "{}…{}: {roots:?}", step(i), step(i + 1));
                }
                if a.abs() <= TIE_TOLERANCE / 1e3 {
                    prop_assert!(roots.iter().any(|r| holds(*r, step(i), 0.01)), "a tie at {}: {roots:?}", step(i));
                }
            }
        }
    }

    #[test]
    fn named_levels_lead_by_what_a_fresh_comparison_says((comparison, mut dice) in either_account()) {
        let segment = dice.pick(&comparison.segments);
        let prepared = Prepared::new(&comparison, segment);
        let offer = dice.below(comparison.offers.len());
        let answers = break_evens(prepared.case(), offer);
        let Some(rival) = answers.rival else { return Ok(()) };
        let tie = tie(&comparison, segment, [offer, rival]);
        for (criterion, answer) in comparison.criteria.iter().zip(&answers.cells) {
            let Some(BreakEven::Named { today, leads, first }) = answer else { continue };
            let Scale::Category { levels, .. } = &criterion.scale else { panic!("{criterion:?}") };
            prop_assert_eq!(leads.len(), levels.len());
            for (category, lead) in leads {
                let moved = with_level(&comparison, offer, criterion.id, Level::Category(*category)).unwrap();
                let (.., out) = delivered(&moved, segment);
                prop_assert!((out.cdv[offer] - out.cdv[rival] - lead).abs() <= tie);
            }
            // Brute force: the least change in points that changes sides.
            let points = |id| criterion.scale.category(id).unwrap().points;
            let now = today.map(|id| leads.iter().find(|(l, _)| *l == id).unwrap().1);
            let changes = |lead: f64| match now {
                Some(now) if now > tie => lead <= tie,
                Some(now) if now >= -tie => lead.abs() <= tie,
                _ => lead >= -tie,
            };
            let reached: Vec<_> = leads.iter().filter(|(_, lead)| changes(*lead)).collect();
            prop_assert_eq!(first.is_some(), !reached.is_empty(), "{:?}", leads);
            let Some(first) = first else { continue };
            prop_assert!(reached.iter().any(|(id, _)| id == first));
            let least = match today {
                Some(today) => reached.iter().map(|(id, _)| (points(*id) - points(*today)).abs()).fold(f64::MAX, f64::min),
                None => reached.iter().map(|(_, lead)| lead.abs()).fold(f64::MAX, f64::min),
            };
            let chosen = match today {
                Some(today) => (points(*first) - points(*today)).abs(),
                None => leads.iter().find(|(id, _)| id == first).unwrap().1.abs(),
            };
            prop_assert!((chosen - least).abs() <= tie, "{first:?} of {leads:?}");
        }
    }

    #[test]
    fn one_pass_over_all_cells_says_what_each_question_says((comparison, mut dice) in either_account()) {
        let segment = dice.pick(&comparison.segments);
        let prepared = Prepared::new(&comparison, segment);
        let case = prepared.case();
        let all = all_break_evens(case);
        prop_assert_eq!(all.len(), comparison.offers.len());
        for (offer, answers) in all.iter().enumerate() {
            prop_assert_eq!(answers, &break_evens(case, offer));
            for (criterion, answer) in comparison.criteria.iter().zip(&answers.cells) {
                let asked = answers.rival.and_then(|rival| break_even_level(case, offer, criterion.id, rival));
                prop_assert_eq!(answer, &asked);
                // It is asked of complete offers, and of those that lack this very level.
                let gaps: Vec<usize> = case.compiled.gaps(case.weighting, offer).collect();
                let leaf = case.compiled.index_of(worthwhile::model::leaf_of(criterion)).unwrap();
                let others = comparison.money_criteria().filter(|c| criterion.scale.is_money() && c.id != criterion.id);
                let lacks = |c: &Criterion| !comparison.offers[offer].levels.contains_key(&c.id);
                let askable = gaps.iter().all(|gap| *gap == leaf) && !others.into_iter().any(lacks);
                prop_assert_eq!(answer.is_some(), askable && answers.rival.is_some());
            }
        }
    }
}

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn named(comparison: &Comparison, name: &str) -> usize {
    comparison.offers.iter().position(|o| o.name.get(worthwhile::model::Lang::En).contains(name)).unwrap()
}

#[test]
fn the_televisions_tie_at_the_stated_prices_and_the_winner_loses_its_lead_to_the_second() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let all = all_break_evens(prepared.case());
    let price = comparison.criteria.iter().position(|c| Some(c.id) == comparison.header.price).unwrap();
    let (tcl, haier) = (named(&comparison, "TCL"), named(&comparison, "Haier"));
    for (name, stated) in [("SHARP", 3_807.777_778), ("Haier", 3_580.555_556)] {
        let answers = &all[named(&comparison, name)];
        assert_eq!(answers.rival, Some(tcl));
        let nearest = answers.cells[price].as_ref().unwrap().nearest().unwrap();
        assert!((nearest - stated).abs() <= STATED, "{name}: {nearest}");
    }
    assert_eq!(all[tcl].rival, Some(haier), "the winner's rival is the second");
    // TCL may cost as much more as Haier would have to cost less: the scale is straight there.
    let (ours, theirs) = (all[tcl].cells[price].as_ref().unwrap(), all[haier].cells[price].as_ref().unwrap());
    let BreakEven::Numbers { today: Some(today), .. } = ours else { panic!("{ours:?}") };
    let BreakEven::Numbers { today: Some(dear), .. } = theirs else { panic!("{theirs:?}") };
    assert!((ours.nearest().unwrap() - today - (dear - theirs.nearest().unwrap())).abs() < 1e-6);
}

#[test]
fn a_rating_stays_inside_its_bounds_so_that_no_mark_may_be_enough() {
    let comparison = televisions();
    let segment = comparison.everyone().unwrap();
    let prepared = Prepared::new(&comparison, segment);
    let case = prepared.case();
    let mut nevers = 0;
    for (offer, answers) in all_break_evens(case).iter().enumerate() {
        let rival = answers.rival.unwrap();
        for (criterion, answer) in comparison.criteria.iter().zip(&answers.cells) {
            let Scale::Rating { low, high, .. } = criterion.scale else { continue };
            let at = |x| lead(&comparison, segment, (offer, criterion), rival, x);
            let crosses = (at(low) > 0.0) != (at(high) > 0.0);
            assert_eq!(!answer.as_ref().unwrap().is_never(), crosses, "{offer} {criterion:?}");
            nevers += usize::from(!crosses);
        }
    }
    assert!(nevers > 0, "some marks cannot turn it");
}

/// Two offers alike in all but one measure on a curve, which has all the weight of its side.
fn alike(points: &[[f64; 2]], beyond: Beyond, levels: [Option<f64>; 2]) -> (Comparison, CriterionId) {
    let mut comparison = worthwhile::model::new_comparison(&mut IdSource::starting_at(1), "Test".into());
    let criteria = comparison.criteria.clone();
    for offer in &mut comparison.offers {
        fill(offer, &criteria);
    }
    let measure = comparison.criteria[0].id;
    let curve = Curve::new(points.to_vec(), beyond).unwrap();
    comparison.criteria[0].scale = Scale::Measure { unit: "km".into(), curve };
    for (offer, level) in comparison.offers.iter_mut().zip(levels) {
        match level {
            Some(level) => offer.levels.insert(measure, Level::Number(level)),
            None => offer.levels.remove(&measure),
        };
    }
    (comparison, measure)
}

fn fill(offer: &mut Offer, criteria: &[Criterion]) {
    for criterion in criteria {
        let level = if criterion.scale.is_money() { Level::Money(100_000) } else { Level::Number(3.3) };
        offer.levels.insert(criterion.id, level);
    }
}

/// The answer of the first offer against the second.
fn ask(comparison: &Comparison, criterion: CriterionId) -> BreakEven {
    let prepared = Prepared::new(comparison, comparison.everyone().unwrap());
    break_even_level(prepared.case(), 0, criterion, 1).expect("the question arises")
}

fn roots(comparison: &Comparison, criterion: CriterionId) -> Vec<Root> {
    match ask(comparison, criterion) {
        BreakEven::Numbers { roots, .. } => roots,
        named @ BreakEven::Named { .. } => panic!("{named:?}"),
    }
}

fn close(found: &[Root], stated: &[f64]) {
    let at: Vec<f64> = found.iter().map(|r| if let Root::At(x) = r { *x } else { panic!("{found:?}") }).collect();
    assert_eq!(at.len(), stated.len(), "{found:?} for {stated:?}");
    assert!(at.iter().zip(stated).all(|(a, b)| (a - b).abs() < 1e-7), "{found:?} for {stated:?}");
}

#[test]
fn a_hill_is_met_twice_the_nearer_first() {
    // The rival stands at 3, which is 75 points, as is 5 on the other slope.
    let hill = [[0.0, 0.0], [4.0, 100.0], [8.0, 0.0]];
    let (comparison, measure) = alike(&hill, Beyond::Flat, [Some(7.0), Some(3.0)]);
    close(&roots(&comparison, measure), &[5.0, 3.0]);
    let (comparison, measure) = alike(&hill, Beyond::Flat, [Some(1.0), Some(3.0)]);
    close(&roots(&comparison, measure), &[3.0, 5.0]);
    // Nobody ties the top but the top.
    let (comparison, measure) = alike(&hill, Beyond::Flat, [Some(1.0), Some(4.0)]);
    close(&roots(&comparison, measure), &[4.0]);
}

#[test]
fn a_plateau_is_a_range_and_its_nearest_end_is_said() {
    let plateau = [[0.0, 0.0], [2.0, 50.0], [5.0, 50.0], [9.0, 100.0]];
    let (comparison, measure) = alike(&plateau, Beyond::Flat, [Some(8.0), Some(3.0)]);
    assert_eq!(roots(&comparison, measure), [Root::Between { from: 2.0, to: 5.0 }]);
    assert_eq!(ask(&comparison, measure).nearest(), Some(5.0));
    // Flat beyond the end: as far as one likes.
    let (comparison, measure) = alike(&plateau, Beyond::Flat, [Some(1.0), Some(20.0)]);
    assert_eq!(roots(&comparison, measure), [Root::Between { from: 9.0, to: f64::INFINITY }]);
}

#[test]
fn flat_beyond_the_ends_no_level_is_enough_and_straight_one_is() {
    let line = [[0.0, 0.0], [10.0, 100.0]];
    for (beyond, stated) in [(Beyond::Flat, None), (Beyond::Straight, Some(14.0))] {
        let (mut comparison, measure) = alike(&line, beyond, [Some(5.0), Some(10.0)]);
        // The rival is better elsewhere on the same side by what four more kilometres are worth.
        let other = comparison.criteria.iter().find(|c| matches!(c.scale, Scale::Rating { .. })).unwrap().id;
        let segment = &comparison.segments[0];
        let (compiled, weighting, _) = delivered(&comparison, segment);
        let g = |id| weighting.coefficients[compiled.index_of(worthwhile::model::Leaf::Criterion(id)).unwrap()];
        let more = 40.0 * g(measure) / g(other) * 9.0 / 100.0;
        comparison.offers[0].levels.insert(other, Level::Number(1.0));
        comparison.offers[1].levels.insert(other, Level::Number(1.0 + more));
        match stated {
            None => assert!(ask(&comparison, measure).is_never()),
            Some(stated) => close(&roots(&comparison, measure), &[stated]),
        }
    }
}

#[test]
fn a_level_that_is_missing_is_asked_for_alone() {
    let line = [[0.0, 0.0], [10.0, 100.0]];
    let (mut comparison, measure) = alike(&line, Beyond::Straight, [None, Some(7.0)]);
    let answer = ask(&comparison, measure);
    assert!(matches!(&answer, BreakEven::Numbers { today: None, .. }), "{answer:?}");
    close(&roots(&comparison, measure), &[7.0]);
    // With another gap nobody can say.
    let other = comparison.criteria[1].id;
    comparison.offers[0].levels.remove(&other);
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    assert_eq!(break_even_level(prepared.case(), 0, measure, 1), None);
    assert_eq!(break_even_level(prepared.case(), 1, measure, 0), None, "nor against it");
    assert_eq!(break_evens(prepared.case(), 1).rival, None, "nobody else is complete");
}

#[test]
fn without_weight_every_level_ties_or_none() {
    let line = [[0.0, 0.0], [10.0, 100.0]];
    let (mut comparison, measure) = alike(&line, Beyond::Straight, [Some(2.0), Some(7.0)]);
    let dimension = comparison.criteria[0].dimension;
    let set = worthwhile::model::WeightSet::Side(dimension.side());
    let members = comparison.members(set);
    let last = *members.last().unwrap();
    for member in members {
        let share = if member == last { 1.0 } else { 0.0 };
        comparison.segments[0].weights.put(member, worthwhile::model::Share { share, locked: false });
    }
    assert!(ask(&comparison, measure).is_always());
    assert_eq!(ask(&comparison, measure).nearest(), Some(2.0), "as it is");
    let rated = comparison.criteria.iter().rfind(|c| c.dimension.side() == dimension.side()).unwrap().id;
    comparison.offers[1].levels.insert(rated, Level::Number(9.0));
    assert!(ask(&comparison, measure).is_never());
}

#[test]
fn a_yearly_amount_goes_through_the_years_of_ownership() {
    // Two years at 25 %: a yearly amount counts 0.8 + 0.64 = 1.44 times.
    let (mut comparison, _) = alike(&[[0.0, 0.0], [10.0, 100.0]], Beyond::Flat, [Some(5.0), Some(5.0)]);
    (comparison.header.ownership.years, comparison.header.ownership.rate) = (2, 0.25);
    let price = comparison.header.price.unwrap();
    let mut yearly = comparison.criterion(price).unwrap().clone();
    yearly.id = CriterionId(999);
    yearly.scale = Scale::Money { paid: Paid::Yearly };
    comparison.criteria.push(yearly);
    for (offer, [once, running]) in comparison.offers.iter_mut().zip([[150_000, 20_000], [100_000, 50_000]]) {
        offer.levels.insert(price, Level::Money(once));
        offer.levels.insert(CriterionId(999), Level::Money(running));
    }
    // 1000 + 1.44 · 500 = 1720: a price of 1720 − 288, or 220 ÷ 1.44 a year.
    close(&roots(&comparison, price), &[1432.0]);
    close(&roots(&comparison, CriterionId(999)), &[220.0 / 1.44]);
}

#[test]
fn nothing_to_compare_has_no_answers() {
    let mut comparison = televisions();
    comparison.offers.truncate(1);
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let all = all_break_evens(prepared.case());
    assert!(all.len() == 1 && all[0].rival.is_none() && all[0].cells.iter().all(Option::is_none));
    comparison.offers.clear();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    assert!(all_break_evens(prepared.case()).is_empty());
    assert!(break_evens(prepared.case(), 3).cells.iter().all(Option::is_none));
}
