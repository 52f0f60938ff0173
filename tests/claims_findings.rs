//! What the numbers say, on comparisons made for it.

mod support;

use support::delivered;
use worthwhile::claims::{Finding, Prospect, findings};
use worthwhile::model::{
    Beyond, Category, CategoryId, Comparison, Curve, Dimension, IdSource, Leaf, Level, Offer, OfferId, Scale, Share,
    Varied, blank_offer, new_comparison,
};
use worthwhile::value::Prepared;

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
    let prepared = Prepared::new(comparison, comparison.everyone().unwrap());
    findings(prepared.case()).into_iter().map(|found| found.finding).collect()
}

/// The first finding of a kind.
fn first<T>(findings: &[Finding], kind: impl Fn(&Finding) -> Option<T>) -> T {
    findings.iter().find_map(kind).unwrap_or_else(|| panic!("{findings:?}"))
}

/// A change of a price that changes the winner: whose, at what price, and today's.
fn price_flip(comparison: &Comparison, finding: &Finding) -> Option<(OfferId, [f64; 2])> {
    match finding {
        Finding::Flip { varied: Varied::Level(offer, criterion), at: Some(at), .. }
            if comparison.header.price == Some(*criterion) =>
        {
            Some((*offer, *at))
        }
        _ => None,
    }
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
    let Finding::Incomplete { offer, missing, .. } = &findings[1] else { panic!("{findings:?}") };
    assert_eq!((*offer, missing.len()), (id(&none, 0), 8));
    assert!(missing.contains(&Leaf::Ownership));
    assert_eq!(findings.len(), 3);
}

/// Such a level cannot come through an edit or a file; were there one, it must neither win nor stop the program.
#[test]
fn what_is_not_a_number_is_not_ranked() {
    let mut two = comparison(&[PLAIN, PLAIN]);
    let level = |id, points| Category::new(CategoryId(id), format!("level {id}").as_str().into(), points);
    for criterion in two.criteria.iter_mut().take(1) {
        criterion.scale = Scale::named(vec![level(1, f64::NAN), level(2, f64::INFINITY)]);
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
    // With the best staff it has 75 % · 50 + 25 % · 100 of value, for 50 of cost.
    let Finding::Incomplete { prospect: Prospect::CouldWin(best), .. } = findings[1] else { panic!("{findings:?}") };
    assert!((best - 12.5).abs() <= ROUNDING, "{best}");
    let prospect = Prospect::CouldWin(best);
    let named = Finding::Incomplete { offer: id(&one, 0), missing: vec![Leaf::Criterion(staff)], prospect };
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

    let (winner, strongest, weakest) = first(&findings, |f| match f {
        Finding::Reasons { offer, strongest, weakest, .. } => Some((*offer, *strongest, weakest.unwrap())),
        _ => None,
    });
    assert_eq!((winner, strongest.0, weakest.0), (offer, Dimension::Product, Dimension::Monetary));
    assert!((strongest.1 - 11.25).abs() <= ROUNDING && (weakest.1 + 5.0).abs() <= ROUNDING);

    // 3.75 points at 25 % of 100 points per 5,000 yuan: 750 yuan less for the one, or more for the other.
    let mut prices: Vec<_> = findings.iter().filter_map(|f| price_flip(&two, f)).collect();
    prices.sort_by_key(|(offer, _)| *offer);
    let [(first, [price, today]), (other, [own, own_today])] = prices[..] else { panic!("{findings:?}") };
    assert_eq!((first, other), (second, offer));
    assert!((price - (2500.0 - 750.0)).abs() <= ROUNDING * 1e3 && (today - 2500.0).abs() <= ROUNDING, "{price}");
    assert!((own - (3500.0 + 750.0)).abs() <= ROUNDING * 1e3 && (own_today - 3500.0).abs() <= ROUNDING, "{own}");
}

#[test]
fn a_winner_in_everything_has_nothing_against_it() {
    let better: Marks = [9.0, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];
    let findings = found(&comparison(&[better, PLAIN]));
    let reasons = first(&findings, |f| match f {
        Finding::Reasons { strongest, weakest, .. } => Some((strongest.0, *weakest)),
        _ => None,
    });
    assert_eq!(reasons, (Dimension::Product, None));
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
    let dominated = |f: &Finding| matches!(f, Finding::Dominated { .. });
    assert!(findings[1..].iter().all(dominated), "a tie has no margin, reasons or price: {findings:?}");
}

#[test]
fn no_price_ties_where_even_a_gift_is_not_enough() {
    let far: Marks = [10.0, 10.0, 10.0, 10.0, 100.0, 1.0, 1.0, 1.0];
    let two = comparison(&[far, PLAIN]);
    let findings = found(&two);
    assert!(findings.contains(&Finding::NoPrice { offer: id(&two, 1), winner: id(&two, 0) }), "{findings:?}");
}

#[test]
fn no_price_ties_where_money_counts_for_nothing() {
    let better: Marks = [9.0, 5.5, 5.5, 5.5, 2500.0, 5.5, 5.5, 5.5];
    let mut two = comparison(&[better, PLAIN]);
    two.segments[0].weights.dimensions[Dimension::Monetary.index()] = Share::default();
    two.segments[0].weights.dimensions[Dimension::Time.index()].share = 0.5;
    let findings = found(&two);
    assert!(findings.contains(&Finding::NoPrice { offer: id(&two, 1), winner: id(&two, 0) }), "{findings:?}");
    assert!(findings.iter().all(|f| price_flip(&two, f).is_none()));
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
    let is_of_price = |f: &Finding| matches!(f, Finding::NoPrice { .. }) || price_flip(&two, f).is_some();
    assert!(!findings.is_empty() && !findings.iter().any(is_of_price), "{findings:?}");
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
    let haier = |f: &Finding| price_flip(televisions, f).filter(|(offer, _)| *offer == second);
    let (_, [price, _]) = first(&findings, haier);
    assert!((price - 3_580.555_556).abs() < 1e-6, "stated to six decimals");
}
