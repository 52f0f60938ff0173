//! What charts and tables hold: how many rows, how many places, and what other programs get of them.

use std::cmp::Ordering;

use worthwhile::board::{Ask, Board, BridgeOptions, CompareOptions, Figure, Rows, Seen, figure, figure_data, matrix};
use worthwhile::chart::{Scene, Shape};
use worthwhile::examples;
use worthwhile::exchange::json;
use worthwhile::model::{Comparison, IdSource, Lang, Level, Offer, OfferId, blank_offer, new_comparison};
use worthwhile::words::Words;

fn words() -> Words {
    Words::new(Lang::En)
}

fn board(comparison: &Comparison) -> Board {
    Board::new(comparison, comparison.everyone().unwrap().id, &words()).unwrap()
}

fn made(board: &Board, comparison: &Comparison, ask: &Ask) -> Figure {
    figure(Seen { board, comparison, words: &words() }, ask, &|_| true).unwrap()
}

fn data(board: &Board, comparison: &Comparison, ask: &Ask) -> Rows {
    figure_data(Seen { board, comparison, words: &words() }, ask)
}

fn bars(width: f32, sorted: bool) -> Ask {
    Ask::Compare(CompareOptions { width, sorted })
}

fn bridge(width: f32, [from, to]: [usize; 2], by_criterion: bool) -> Ask {
    Ask::Bridge(BridgeOptions { width, from, to, by_criterion })
}

/// A new comparison with offers of these names and one rating for everything; every price is 100.00.
fn offers(names: impl IntoIterator<Item = String>, rating: f64) -> Comparison {
    let mut ids = IdSource::starting_at(1);
    let mut comparison = new_comparison(&mut ids, "Test".into());
    let level = |c: &worthwhile::model::Criterion| {
        (c.id, if c.scale.is_money() { Level::Money(10_000) } else { Level::Number(rating) })
    };
    let offer = |(i, name): (usize, String)| -> Offer {
        let mut offer = blank_offer(OfferId(ids.fresh()), name.as_str().into(), i);
        offer.levels.extend(comparison.criteria.iter().map(level));
        offer
    };
    comparison.offers = names.into_iter().enumerate().map(offer).collect();
    comparison
}

fn many(count: usize) -> Comparison {
    offers((1..=count).map(|i| format!("Offer {i}")), 5.0)
}

fn texts(scene: &Scene) -> Vec<&str> {
    let mut texts = Vec::new();
    for shape in &scene.shapes {
        if let Shape::Text { text, .. } = shape {
            texts.push(text.as_str());
        }
    }
    texts
}

#[test]
fn a_picture_may_be_narrower_than_its_words() {
    for example in examples::ALL {
        for comparison in examples::load(&example, &mut IdSource::starting_at(1)).unwrap() {
            let board = board(&comparison);
            for width in [0.0, 1.0, 10.0, 40.0] {
                let bars = made(&board, &comparison, &bars(width, true)).scene;
                assert!(texts(&bars).iter().any(|text| text.starts_with(['+', '−', '0'])), "{}", example.key);
                for by_criterion in [false, true] {
                    let bridge = bridge(width, [1, 0], by_criterion);
                    assert!(!made(&board, &comparison, &bridge).scene.shapes.is_empty());
                }
            }
        }
    }
}

#[test]
fn what_is_left_out_is_said() {
    let many = many(230);
    let board = board(&many);
    let shown = made(&board, &many, &bars(400.0, true));
    let table = &shown.table;
    assert_eq!((table.rows.len(), table.more.as_str()), (200, "… and 30 more"));
    assert_eq!(data(&board, &many, &bars(400.0, true)).len(), 231, "headings and all offers");
    assert!(texts(&shown.scene).contains(&"… and 190 more"));
    assert!(shown.summary.ends_with("; … and 190 more"));
    let few = offers(["A".to_owned(), "B".to_owned()], 5.0);
    assert_eq!(made(&self::board(&few), &few, &bars(400.0, true)).table.more, "");
}

#[test]
fn incomplete_offers_that_are_not_named_are_counted() {
    let last = |count: usize| {
        let mut many = many(count);
        many.offers.iter_mut().for_each(|offer| offer.levels.clear());
        board(&many).claims(&many, &words()).last().unwrap().text.clone()
    };
    assert_eq!(last(20), "Offer 20 is incomplete and not ranked.");
    assert_eq!(last(21), "1 more offer is incomplete and not ranked.");
    assert_eq!(last(50), "30 more offers are incomplete and not ranked.");
}

#[test]
fn names_are_copied_as_they_are_and_levels_as_they_are_stored() {
    let mut pair = offers(["3,4".to_owned(), "−5".to_owned()], 16.0 / 3.0);
    let first = pair.criteria[0].id;
    pair.offers[1].levels.insert(first, Level::Number(7.0));
    let board = board(&pair);
    let bars = data(&board, &pair, &bars(0.0, false));
    assert_eq!([bars[1][0].as_str(), bars[2][0].as_str()], ["3,4", "−5"]);
    let bridge = data(&board, &pair, &bridge(0.0, [0, 1], true));
    assert_eq!([bridge[0].len(), bridge[1].len()], [2, 2]);
    assert_eq!([bridge[1][0].as_str(), bridge.last().unwrap()[0].as_str()], ["3,4", "−5"]);
    // Equal weights: (7 − 16/3) ÷ 9 × 100 × 25 %.
    assert_eq!(bridge[2][1], "4.6296296296296");
    let matrix = matrix(&board, &pair, &words());
    assert_eq!(matrix[0][2..], ["3,4", "−5"]);
    assert_eq!(matrix[3][1..], ["100%", "5.333333333333333", "7"]);
}

#[test]
fn small_amounts_are_shown_to_the_minor_unit() {
    let shown = |price: &str, currency: &str| {
        let json = format!(
            r#"{{"format": "worthwhile", "version": 1, "comparisons": [{{"name": "Pens", "account": "money",
            "currency": "{currency}", "criteria": [{{"key": "price", "name": "Price", "dimension": "monetary",
            "scale": {{"kind": "money", "paid": "once"}}}}], "offers": [{{"key": "a", "name": "A", "levels": {{"price": {price}}}}},
            {{"key": "b", "name": "B", "levels": {{"price": 0}}}}]}}]}}"#
        );
        let comparison = json::read(&json, &mut IdSource::starting_at(1)).unwrap().remove(0);
        let board = board(&comparison);
        let table = made(&board, &comparison, &bars(400.0, false)).table;
        assert_eq!(&board.column(&comparison, &words(), 0).cdv, table.rows[0].last().unwrap());
        table.rows[0].last().unwrap().clone()
    };
    assert_eq!(shown("1.5", "CNY"), "−1.50");
    assert_eq!(shown("999.99", "CNY"), "−999.99");
    assert_eq!(shown("1000.01", "CNY"), "−1,000");
    assert_eq!(shown("0.125", "KWD"), "−0.125");
    assert_eq!(shown("15", "JPY"), "−15");
}

#[test]
fn offers_that_tie_are_ahead_of_nobody() {
    let mut pair = offers(["A".to_owned(), "B".to_owned()], 5.0);
    assert_eq!(board(&pair).compare(0, 1), Ordering::Equal);
    let first = pair.criteria[0].id;
    pair.offers[1].levels.insert(first, Level::Number(7.0));
    assert_eq!(board(&pair).compare(0, 1), Ordering::Less);
    assert_eq!(board(&pair).compare(1, 0), Ordering::Greater);
}

/// A missing level is missing, never 0: neither its subtotal, nor its side, nor CDV shows a number.
#[test]
fn totals_over_a_missing_level_are_unknown() {
    let mut comparison = many(2);
    let quality = comparison.criteria[0].id;
    comparison.offers[0].levels.remove(&quality);
    let board = board(&comparison);
    let column = |offer: usize| board.column(&comparison, &words(), offer).clone();
    let incomplete = column(0);
    assert_eq!((incomplete.cdv.as_str(), incomplete.rank), ("–", 0));
    assert_eq!((incomplete.tcv[0].as_str(), incomplete.tcc[0].as_str()), ("value –", column(1).tcc[0].as_str()));
    let subtotal = |name: &str| {
        let row = board.rows.iter().position(|row| row.name == name && row.leaf.is_none()).unwrap();
        incomplete.cells[row].text.clone()
    };
    assert_eq!(subtotal("Product"), "–");
    assert_ne!(subtotal("Service"), "–");
}
