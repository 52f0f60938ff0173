//! A quantity on its way: the sums that a sweep gives are those of the engine.

use worthwhile::model::{Comparison, Dimension, IdSource, Member};
use worthwhile::value::{Prepared, Quantity, Sweep};

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

#[test]
fn at_todays_value_every_cdv_is_todays() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let case = prepared.case();
    let offer = comparison.offers[1].id;
    let mut quantities = vec![Quantity::CostEmphasis, Quantity::Weight(Member::Dimension(Dimension::Monetary))];
    quantities.extend(comparison.criteria.iter().map(|c| Quantity::Level { offer, criterion: c.id }));
    let mut swept = 0;
    for sweep in quantities.into_iter().filter_map(|q| Sweep::new(case, q)) {
        for o in sweep.offers() {
            let now = sweep.cdv(o, sweep.today.unwrap());
            assert!((now - case.delivered.cdv[o]).abs() < 1e-9, "{:?}", sweep.quantity);
        }
        swept += 1;
    }
    // All but the category “delivery”.
    assert_eq!(swept, 2 + comparison.criteria.len() - 1);
}

#[test]
fn lines_meet_the_sums_inside_their_pieces() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let (offer, price) = (comparison.offers[0].id, comparison.header.price.unwrap());
    let sweep = Sweep::new(prepared.case(), Quantity::Level { offer, criterion: price }).unwrap();
    let offers = sweep.offers();
    let pieces = sweep.cdv_pieces(&offers);
    assert_eq!((pieces[0].from, pieces[pieces.len() - 1].to), (0.0, f64::INFINITY));
    for x in [0.0, 100.0, 2000.0, 3219.0, 5000.0, 7777.0] {
        let piece = pieces.iter().find(|p| p.from <= x && x <= p.to).unwrap();
        for (line, &o) in piece.lines.iter().zip(&offers) {
            assert!((line.y(x) - sweep.cdv(o, x)).abs() < 1e-9);
        }
    }
}
