//! What the numbers say, on comparisons made for it.

mod support;

use support::delivered;
use worthwhile::claims::{Finding, findings};
use worthwhile::model::{
    Beyond, Category, CategoryId, Comparison, Curve, Dimension, IdSource, Leaf, Level, Offer, OfferId, Scale, Share,
    blank_offer, new_comparison,
};

/// What figures made of a few ratings may be off by.
const ROUNDING: f64 = 1e-9;

/// Ratings 1…10 for the eight dimensions in order; the fifth is the price in yuan.
type Marks = [f64; 8];

/// A comparison of one criterion per dimension, equal weights (25 % each), money from 0 to 5,000 yuan.
fn comparison(offers: &[Marks]) -> Comparison {
    let mut ids = IdSource::starting_at(1);
    let mut comparison = new_comparison(&mut ids, "Test".into());
    comparison.offers = offers
        .iter()
        .enumerate()
        .map(|(i, marks)| {
            let mut offer = blank_offer(OfferId(ids.fresh()), format!("Offer {i}").as_str().into(), i);
            for (criterion, mark) in comparison.criteria.iter().zip(marks) {
                #[expect(clippy::cast_possible_truncation, reason = "whole yuan")]
                let level =
                    if criterion.scale.is_money() { Level::Money(*mark as i64 * 100) } else { Level::Number(*mark) };
                offer.levels.insert(criterion.id, level);
            }
            offer
        })
        .collect();
    comparison
}

fn found(comparison: &Comparison) -> Vec<Finding> {
    let segment = comparison.everyone().unwrap();
    let (compiled, _, out) = delivered(comparison, segment);
    findings(comparison, segment, &compiled, &out)
}

fn id(comparison: &Comparison, index: usize) -> OfferId {
    comparison.offers[index].id
}

const PLAIN: Marks = [5.5, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];

#[test]
fn nothing_to_compare() {
    assert_eq!(found(&comparison(&[])), [Finding::NoOffers]);
}

#[test]
fn none_is_complete() {
    let mut none = comparison(&[PLAIN, PLAIN]);
    for offer in &mut none.offers {
        offer.levels.clear();
    }
    let findings = found(&none);
    assert_eq!(findings[0], Finding::NoneComplete);
    let Finding::Incomplete { offer, missing } = &findings[1] else { panic!("{findings:?}") };
    assert_eq!((*offer, missing.len()), (id(&none, 0), 8));
    assert!(missing.contains(&Leaf::Ownership));
    assert_eq!(findings.len(), 3);
}

/// Such a level cannot come through an edit or a file; were there one, it must neither win nor stop the program.
#[test]
fn what_is_not_a_number_is_not_ranked() {
    let mut two = comparison(&[PLAIN, PLAIN]);
    let level = |id, points| Category { id: CategoryId(id), name: format!("level {id}").as_str().into(), points };
    for criterion in two.criteria.iter_mut().take(1) {
        criterion.scale = Scale::Category { levels: vec![level(1, f64::NAN), level(2, f64::INFINITY)] };
    }
    let id_of = two.criteria[0].id;
    for (offer, category) in two.offers.iter_mut().zip(1..) {
        offer.levels.insert(id_of, Level::Category(CategoryId(category)));
    }
    let (_, _, out) = delivered(&two, two.everyone().unwrap());
    assert_eq!((out.complete, out.rank), (vec![false, false], vec![0, 0]));
    assert_eq!(found(&two)[0], Finding::NoneComplete);
}

#[test]
fn only_one_is_complete() {
    let mut one = comparison(&[PLAIN, PLAIN]);
    let staff = one.criteria[2].id;
    one.offers[0].levels.remove(&staff);
    let findings = found(&one);
    let Finding::OnlyOne { offer, cdv } = findings[0] else { panic!("{findings:?}") };
    assert_eq!(offer, id(&one, 1));
    assert!(cdv.abs() <= ROUNDING, "50 points of value for 50 of cost");
    let named = Finding::Incomplete { offer: id(&one, 0), missing: vec![Leaf::Criterion(staff)] };
    assert_eq!(findings[1..], [named]);
}

#[test]
fn a_winner_with_its_margin_reasons_and_the_price_that_ties() {
    // 45 % of 25 % better in product, 18 points of a rating each 1/9: +11.25 − 5 − 2.5.
    let better: Marks = [9.55, 5.5, 5.5, 5.5, 3500.0, 6.4, 5.5, 5.5];
    let two = comparison(&[PLAIN, better]);
    let findings = found(&two);
    let Finding::Winner { offer, cdv, second, margin } = findings[0] else { panic!("{findings:?}") };
    assert_eq!((offer, second), (id(&two, 1), id(&two, 0)));
    assert!((margin - (11.25 - 5.0 - 2.5)).abs() <= ROUNDING && (cdv - margin).abs() <= ROUNDING, "{margin} {cdv}");

    let Finding::Reasons { winner, strongest: Some(strongest), weakest: Some(weakest), .. } = findings[1] else {
        panic!("{findings:?}")
    };
    assert_eq!((winner, strongest.0, weakest.0), (offer, Dimension::Product, Dimension::Monetary));
    assert!((strongest.1 - 11.25).abs() <= ROUNDING && (weakest.1 + 5.0).abs() <= ROUNDING);

    // 3.75 points at 25 % of 100 points per 5,000 yuan.
    let Finding::TiePrice { price, today, .. } = findings[2] else { panic!("{findings:?}") };
    assert!((price - (2500.0 - 750.0)).abs() <= ROUNDING * 1e3 && (today - 2500.0).abs() <= ROUNDING, "{price}");
    assert_eq!(findings.len(), 3);
}

#[test]
fn a_winner_in_everything_has_nothing_against_it() {
    let better: Marks = [9.0, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];
    let findings = found(&comparison(&[better, PLAIN]));
    let Finding::Reasons { strongest, weakest, .. } = findings[1] else { panic!("{findings:?}") };
    assert_eq!((strongest.map(|s| s.0), weakest), (Some(Dimension::Product), None));
}

#[test]
fn the_second_is_the_best_of_the_others() {
    let third: Marks = [5.5, 5.5, 5.5, 5.5, 2400.0, 5.5, 5.5, 5.5];
    let best: Marks = [9.0, 5.5, 5.5, 5.5, 2400.0, 5.5, 5.5, 5.5];
    let three = comparison(&[PLAIN, best, third]);
    let Finding::Winner { offer, second, .. } = found(&three)[0] else { panic!() };
    assert_eq!((offer, second), (id(&three, 1), id(&three, 2)));
}

#[test]
fn a_tie_names_everybody_on_top() {
    let worse: Marks = [1.0, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];
    // Two ways to the same sum: half of the rating more, half of the money scale dearer.
    let other: Marks = [10.0, 5.5, 5.5, 5.5, 5000.0, 5.5, 5.5, 5.5];
    let three = comparison(&[PLAIN, worse, other]);
    let findings = found(&three);
    let Finding::Tie { offers, cdv } = &findings[0] else { panic!("{findings:?}") };
    assert_eq!(*offers, [id(&three, 0), id(&three, 2)]);
    assert!(cdv.abs() <= ROUNDING);
    assert_eq!(findings.len(), 1, "a tie has no margin, reasons or price");
}

#[test]
fn no_price_ties_where_even_a_gift_is_not_enough() {
    let far: Marks = [10.0, 10.0, 10.0, 10.0, 100.0, 1.0, 1.0, 1.0];
    let two = comparison(&[far, PLAIN]);
    let findings = found(&two);
    assert_eq!(findings[2], Finding::NoTiePrice { second: id(&two, 1), winner: id(&two, 0) });
}

#[test]
fn no_price_ties_where_money_counts_for_nothing() {
    let better: Marks = [9.0, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];
    let mut two = comparison(&[better, PLAIN]);
    two.segments[0].weights.dimensions[Dimension::Monetary.index()] = Share::default();
    two.segments[0].weights.dimensions[Dimension::Time.index()].share = 0.5;
    assert!(matches!(found(&two)[2], Finding::NoTiePrice { .. }));
}

#[test]
fn a_comparison_without_a_price_is_not_asked_for_one() {
    let better: Marks = [9.0, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];
    let mut two = comparison(&[better, PLAIN]);
    let line = Curve::new(vec![[0.0, 0.0], [5000.0, 100.0]], Beyond::Straight).unwrap();
    let price = two.header.price.take().unwrap();
    for criterion in two.criteria.iter_mut().filter(|c| c.id == price) {
        criterion.scale = Scale::Measure { unit: "¥".into(), curve: line.clone() };
    }
    two.offers.iter_mut().for_each(|o: &mut Offer| {
        o.levels.insert(price, Level::Number(2500.0));
    });
    two.conform_weights();
    assert_eq!(worthwhile::model::check(&two), Ok(()));
    let findings = found(&two);
    assert!(matches!(findings[..], [Finding::Winner { .. }, Finding::Reasons { .. }]), "{findings:?}");
}

#[test]
fn the_televisions_say_what_the_lesson_says() {
    let workbook = worthwhile::examples::first_workbook();
    let televisions = &workbook.comparisons[0];
    let findings = found(televisions);
    let name = |id| televisions.offer(id).unwrap().name.get(worthwhile::model::Lang::En);
    let Finding::Winner { offer, second, margin, .. } = findings[0] else { panic!("{findings:?}") };
    assert!(name(offer) == "TCL" && name(second).starts_with("Haier"));
    assert!((margin - (38.077_778 - 29.688_889)).abs() < 2e-6, "stated to six decimals each");
    let Finding::TiePrice { price, .. } = findings[2] else { panic!("{findings:?}") };
    assert!((price - 3_580.555_556).abs() < 1e-6, "stated to six decimals");
}
