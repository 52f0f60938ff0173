//! What the matrix says of break-evens: no rounded level promises more than it holds.

mod support;

use proptest::prelude::*;
use support::{comparisons, delivered};
use worthwhile::board::{Board, BreakEvenCell, RowKind, Turn, break_even_data};
use worthwhile::model::{
    Account, Beyond, Category, CategoryId, Comparison, Criterion, CriterionId, Curve, IdSource, Lang, Level, Scale,
    Segment,
};
use worthwhile::value::{BreakEven, Prepared, break_evens};
use worthwhile::words::Words;

/// Two CDVs tie to this, relative to what goes into them.
const TIE: f64 = 1e-9;

fn board(comparison: &Comparison, segment: &Segment, lang: Lang) -> (Board, Words) {
    let words = Words::new(lang);
    (Board::new(comparison, segment.id, &words).unwrap(), words)
}

/// What a cell says, in the order of the criteria.
fn cells(comparison: &Comparison, offer: usize, lang: Lang) -> Vec<BreakEvenCell> {
    let (board, words) = board(comparison, comparison.everyone().unwrap(), lang);
    comparison.criteria.iter().map(|c| cell(&board, comparison, &words, offer, c.id)).collect()
}

fn cell(board: &Board, comparison: &Comparison, words: &Words, offer: usize, criterion: CriterionId) -> BreakEvenCell {
    let row = board.rows.iter().position(|r| r.kind == RowKind::Criterion(criterion)).unwrap();
    board.break_evens(comparison, words, offer)[row].clone()
}

/// What `offer` leads `rival` by with that level.
fn lead_with(
    comparison: &Comparison,
    segment: &Segment,
    [offer, rival]: [usize; 2],
    c: &Criterion,
    level: Level,
) -> f64 {
    assert_eq!(level.check(&c.scale), Ok(()), "{} is no level of {:?}", c.id.0, c.scale);
    let mut moved = comparison.clone();
    moved.offers[offer].levels.insert(c.id, level);
    let (.., out) = delivered(&moved, segment);
    out.cdv[offer] - out.cdv[rival]
}

fn either_account() -> impl Strategy<Value = (Comparison, support::dice::Dice)> {
    prop_oneof![comparisons(Account::Points, 2..=5, 0.03), comparisons(Account::Money, 2..=5, 0.03)]
}

proptest! {
    #![proptest_config(support::config(120))]

    #[test]
    fn with_the_level_that_is_shown_the_offer_ties_or_beats((comparison, mut dice) in either_account()) {
        let segment = dice.pick(&comparison.segments);
        let (board, words) = board(&comparison, segment, Lang::En);
        let prepared = Prepared::new(&comparison, segment);
        for offer in 0..comparison.offers.len() {
            let answers = break_evens(prepared.case(), offer);
            let (.., out) = delivered(&comparison, segment);
            for (criterion, answer) in comparison.criteria.iter().zip(&answers.cells) {
                let cell = cell(&board, &comparison, &words, offer, criterion.id);
                prop_assert_eq!(cell.text == "–", cell.never);
                prop_assert_eq!(answer.as_ref().is_none_or(BreakEven::is_never), cell.never);
                prop_assert!(!cell.tip.is_empty() && cell.label.contains(cell.tip.lines().next().unwrap()));
                let (Some(BreakEven::Numbers { today, .. }), false) = (answer, cell.never) else { continue };
                if cell.text == "any" {
                    continue;
                }
                // What is read can be typed.
                let level = words.parse_level(&criterion.scale, comparison.header.currency, &cell.text).unwrap().unwrap();
                let pair = [offer, answers.rival.unwrap()];
                let tie = TIE * pair.iter().flat_map(|&o| [out.tcv[o].abs(), segment.cost_emphasis * out.tcc[o].abs()]).fold(1.0, f64::max);
                let lead = |level| lead_with(&comparison, segment, pair, criterion, level);
                let held = lead(level) >= -tie;
                let exact = answer.as_ref().unwrap().nearest().unwrap();
                // The top of a hill that is no round number cannot be shown without falling short.
                let is_top = || [-0.02, 0.02].iter().all(|by| {
                    let level = Level::Number(exact + by);
                    level.check(&criterion.scale).is_err() || lead(level) < 0.0
                });
                prop_assert!(held || is_top(), "{} for {exact}: leads by {}", cell.text, lead(level));
                let Some(today) = today else { prop_assert_eq!(cell.turn, Turn::None); continue };
                match cell.turn {
                    Turn::Up => prop_assert!(exact > *today),
                    Turn::Down => prop_assert!(exact < *today),
                    Turn::None => prop_assert!((exact - today).abs() <= 1e-6 * exact.abs().max(1.0)),
                }
            }
        }
    }

    #[test]
    fn the_table_holds_the_exact_levels((comparison, _) in either_account()) {
        let segment = comparison.everyone().unwrap();
        let (board, words) = board(&comparison, segment, Lang::Zh);
        let prepared = Prepared::new(&comparison, segment);
        let rows = break_even_data(&board, &comparison, &words);
        let criteria: Vec<CriterionId> = board.rows.iter().filter_map(|r| match r.kind {
            RowKind::Criterion(id) => Some(id),
            _ => None,
        }).collect();
        prop_assert_eq!(rows.len(), criteria.len() + 2);
        for offer in 0..comparison.offers.len() {
            let answers = break_evens(prepared.case(), offer);
            for (row, id) in rows[2..].iter().zip(&criteria) {
                let place = comparison.criteria.iter().position(|c| c.id == *id).unwrap();
                if let Some(answer @ BreakEven::Numbers { .. }) = &answers.cells[place] {
                    let written: Option<f64> = row[offer + 1].parse().ok();
                    prop_assert_eq!(written.is_some(), answer.nearest().is_some());
                    let exact = answer.nearest().unwrap_or_default();
                    prop_assert!((written.unwrap_or_default() - exact).abs() <= 1e-9 * exact.abs().max(1.0));
                }
            }
        }
    }
}

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn place(comparison: &Comparison, name: &str) -> usize {
    comparison.criteria.iter().position(|c| c.name.get(Lang::En) == name).unwrap()
}

#[test]
fn the_televisions_say_which_level_ties_and_the_change_to_it() {
    let comparison = televisions();
    let said = |offer, lang, criterion: &str| cells(&comparison, offer, lang)[place(&comparison, criterion)].clone();
    let price = said(1, Lang::En, "Price");
    assert_eq!((price.text.as_str(), price.turn, price.outside), ("3,807.77", Turn::Down, false));
    assert_eq!(price.tip, "Ties TCL at ¥3,807.77 (−592.23)");
    assert_eq!(price.label, "Price, SHARP: 4,400. Ties TCL at ¥3,807.77 (−592.23)");
    assert_eq!(said(1, Lang::Zh, "Price").tip, "¥3,807.77（−592.23）时与 TCL 打平");
    // The winner ties the second, and its price is cut to what still ties.
    let price = said(0, Lang::En, "Price");
    assert_eq!((price.text.as_str(), price.turn), ("3,219.44", Turn::Up));
    assert_eq!(price.tip, "Ties Haier at ¥3,219.44 (+419.44)");
    // Warranty is made for 0 to 6 years.
    let warranty = said(2, Lang::En, "Warranty");
    assert!(warranty.outside && warranty.turn == Turn::Up);
    assert_eq!(warranty.tip, "Ties TCL at 7.36 years (+3.36)\nThe nearest lies outside the range of its scale");
    let picture = said(1, Lang::En, "Picture and panel");
    assert!(picture.never);
    assert_eq!((picture.text.as_str(), picture.tip.as_str()), ("–", "At no level does it tie TCL"));
    assert_eq!(said(1, Lang::Zh, "Picture and panel").tip, "任何水平都无法与 TCL 打平");
    let waiting = said(0, Lang::En, "Mental effort");
    assert!(waiting.never && waiting.tip == "Ahead of Haier at every level", "{}", waiting.tip);
    let delivery = said(0, Lang::En, "Delivery and installation");
    assert_eq!(
        delivery.tip,
        "Ahead of Haier at every level\nLead over Haier:\nSame day +11.4\nNext day +8.4\nIn 3 days +4.4"
    );
}

/// Two offers that differ in nothing but a first criterion with this scale and these levels.
fn differing(scale: Scale, levels: [Option<Level>; 2]) -> Comparison {
    let mut comparison = worthwhile::model::new_comparison(&mut IdSource::starting_at(1), "Test".into());
    comparison.criteria[0].scale = scale;
    let criteria = comparison.criteria.clone();
    for (offer, (name, level)) in comparison.offers.iter_mut().zip([("Ours", levels[0]), ("Theirs", levels[1])]) {
        offer.name = name.into();
        for criterion in &criteria[1..] {
            let level = if criterion.scale.is_money() { Level::Money(100_000) } else { Level::Number(3.3) };
            offer.levels.insert(criterion.id, level);
        }
        if let Some(level) = level {
            offer.levels.insert(criteria[0].id, level);
        }
    }
    comparison
}

fn says(scale: &Scale, levels: [Option<Level>; 2]) -> (String, String) {
    let cell = cells(&differing(scale.clone(), levels), 0, Lang::En).swap_remove(0);
    (cell.text, cell.tip)
}

#[test]
fn hills_plateaus_and_gaps_have_words() {
    let measure = |points: &[[f64; 2]]| Scale::Measure {
        unit: "km".into(),
        curve: Curve::new(points.to_vec(), Beyond::Flat).unwrap(),
    };
    let number = |x| Some(Level::Number(x));
    let own = |text: &str, tip: &str| (text.to_owned(), tip.to_owned());
    let hill = measure(&[[0.0, 0.0], [4.0, 100.0], [8.0, 0.0]]);
    assert_eq!(says(&hill, [number(7.0), number(3.0)]), own("5", "Ties Theirs at 5 km (−2) and 3 km (−4)"));
    assert_eq!(says(&hill, [number(5.0), number(3.0)]), own("5", "Ties Theirs at 5 km (as today) and 3 km (−2)"));
    assert_eq!(says(&hill, [None, number(3.0)]), own("3", "Would tie Theirs at 3 km and 5 km"));
    let plateau = measure(&[[0.0, 0.0], [2.0, 50.0], [5.0, 50.0], [9.0, 100.0]]);
    assert_eq!(says(&plateau, [number(8.0), number(3.0)]), own("5", "Ties Theirs at 2 km to 5 km (−3)"));
    assert_eq!(says(&plateau, [number(1.0), number(30.0)]), own("9", "Ties Theirs at 9 km or more (+8)"));
    assert_eq!(says(&plateau, [number(3.0), None]).1, "There is no other complete offer to tie");
    let level = measure(&[[0.0, 40.0], [2.0, 40.0]]);
    assert_eq!(says(&level, [number(8.0), number(3.0)]), own("any", "Ties Theirs at every level"));
}

#[test]
fn named_levels_tie_or_beat_or_lose_the_lead() {
    let level = |id, name: &str, points| Category::new(CategoryId(id), name.into(), points);
    let levels = vec![level(1, "poor", 0.0), level(2, "fair", 40.0), level(3, "good", 60.0), level(4, "best", 100.0)];
    let scale = Scale::named(levels);
    let chosen = |id| Some(Level::Category(CategoryId(id)));
    let first = |ours, theirs| {
        let (text, tip) = says(&scale, [ours, theirs]);
        (text, tip.lines().next().unwrap().to_owned())
    };
    let own = |text: &str, tip: &str| (text.to_owned(), tip.to_owned());
    assert_eq!(first(chosen(1), chosen(3)), own("good", "Ties or beats Theirs with “good”"));
    assert_eq!(first(chosen(4), chosen(2)), own("fair", "No longer ahead of Theirs with “fair”"));
    assert_eq!(first(chosen(2), chosen(2)), own("fair", "Ties Theirs as it is"));
    assert_eq!(first(None, chosen(3)), own("good", "Ties or beats Theirs with “good”"));
}

#[test]
fn bad_input_has_an_answer_too() {
    for (offers, gaps) in [(0, 0), (1, 0), (2, 0), (2, 2), (3, 1)] {
        let mut comparison = televisions();
        comparison.offers.truncate(offers);
        for offer in &mut comparison.offers {
            let missing: Vec<_> = offer.levels.keys().copied().take(gaps).collect();
            offer.levels.retain(|id, _| !missing.contains(id));
        }
        let tips: Vec<String> = (0..offers).flat_map(|o| cells(&comparison, o, Lang::En)).map(|c| c.tip).collect();
        assert_eq!(tips.len(), offers * comparison.criteria.len());
        let alone = tips.iter().filter(|t| *t == "There is no other complete offer to tie").count();
        assert_eq!(alone == tips.len(), offers < 2 || gaps > 0, "{tips:?}");
    }
    let mut comparison = televisions();
    let gone: Vec<_> = comparison.criteria[..2].iter().map(|c| c.id).collect();
    comparison.offers[3].levels.retain(|id, _| !gone.contains(id));
    assert!(
        cells(&comparison, 3, Lang::En)
            .iter()
            .all(|c| c.never && c.tip == "Other levels of this offer are missing too")
    );
}
