//! What is doubtful in a model, in words of both languages.

mod support;

use proptest::prelude::*;
use support::comparisons;
use worthwhile::board::{Board, Check, Checks};
use worthwhile::model::{Account, Comparison, IdSource, Lang, Level, OfferId, blank_offer};
use worthwhile::words::Words;

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn checks(comparison: &Comparison, lang: Lang) -> Checks {
    let words = Words::new(lang);
    let board = Board::new(comparison, comparison.everyone().unwrap().id, &words).unwrap();
    board.checks(comparison, &words).clone()
}

fn texts(checks: &Checks) -> Vec<&str> {
    checks.all.iter().map(|check| check.text.as_str()).collect()
}

/// Televisions with so many more offers, which lack all but a warranty of 5 years.
fn with_offers(count: u32) -> Comparison {
    let mut comparison = televisions();
    let warranty = comparison.criteria.iter().find(|c| c.name.get(Lang::En) == "Warranty").unwrap().id;
    for i in 0..count {
        let mut offer = blank_offer(OfferId(1000 + i), format!("Offer {i}").as_str().into(), 0);
        offer.levels.insert(warranty, Level::Number(5.0));
        comparison.offers.push(offer);
    }
    comparison
}

#[test]
fn both_languages_tell_it() {
    let comparison = televisions();
    assert_eq!(
        texts(&checks(&comparison, Lang::En)),
        [
            "Features and Mental effort move together: r = 1 over 4 offers.",
            "The scale of Delivery and installation reaches from 30 to 100 points, not from 0 to 100."
        ]
    );
    assert_eq!(
        texts(&checks(&comparison, Lang::Zh)),
        [
            "“功能”与“劳神费心”同升同降：在 4 个方案中 r = 1。",
            "“送货与安装”的量表从 30 分到 100 分，没有达到 0 到 100 分。"
        ]
    );
}

#[test]
fn many_offers_and_many_findings_are_counted() {
    let mut comparison = with_offers(6);
    let found = checks(&comparison, Lang::En);
    assert!(
        texts(&found).contains(&"6 offers have no level for Features: Offer 0, Offer 1, Offer 2, Offer 3 and 2 more.")
    );
    assert_eq!(found.matter, 9, "every criterion but warranty");
    // Eleven copies that are worse in one point: all dominated.
    comparison.offers.truncate(4);
    for i in 0..11 {
        let mut worse = comparison.offers[3].clone();
        worse.id = OfferId(2000 + i);
        worse.levels.insert(comparison.header.price.unwrap(), Level::Money(400_000 + i64::from(i)));
        comparison.offers.push(worse);
    }
    let found = checks(&comparison, Lang::En);
    let told = |part: &str| found.all.iter().filter(|check| check.text.contains(part)).count();
    assert_eq!(told("is dominated"), 10, "ten of a kind are told");
    let counted: Vec<&Check> = found.all.iter().filter(|check| check.text.ends_with("more like these")).collect();
    assert!(counted.iter().all(|more| more.jumps.is_empty() && more.mends.is_empty() && !more.matters));
    let more: usize = counted.iter().map(|more| more.text.split(' ').next().unwrap().parse::<usize>().unwrap()).sum();
    assert_eq!(found.all.len() - counted.len() + more, found.count);
    assert!(more >= 1, "the eleventh is counted");
}

#[test]
fn a_large_comparison_is_checked_when_that_is_asked_for() {
    let words = Words::new(Lang::En);
    for (offers, at_once) in [(100, true), (300, false)] {
        let comparison = with_offers(offers);
        let board = Board::new(&comparison, comparison.everyone().unwrap().id, &words).unwrap();
        assert_eq!(board.checks_at_hand(&comparison, &words).is_some(), at_once);
        let all = board.checks(&comparison, &words);
        assert_eq!(board.checks_at_hand(&comparison, &words), Some(all), "made once");
    }
}

proptest! {
    #![proptest_config(support::config(150))]

    #[test]
    fn every_finding_has_its_words(
        (comparison, _) in prop_oneof![comparisons(Account::Points, 0..=6, 0.1), comparisons(Account::Money, 0..=6, 0.1)]
    ) {
        for lang in Lang::ALL {
            let found = checks(&comparison, lang);
            let is_told = |check: &Check| {
                let names = check.jumps.iter().map(|j| &j.label).chain(check.mends.iter().map(|m| &m.label));
                let names: Vec<&String> = names.collect();
                let is_own = |(i, name): (usize, &&String)| !name.is_empty() && !names[..i].contains(name);
                !check.text.is_empty() && names.iter().enumerate().all(is_own)
            };
            prop_assert!(found.all.iter().all(is_told), "{:?}", found);
            prop_assert!(found.matter <= found.count);
            let somewhere = !comparison.offers.is_empty();
            prop_assert!(found.all.iter().all(|check| check.why.is_empty() || check.jumps.iter().any(|jump| !jump.to_scale) == somewhere));
        }
    }
}
