//! Figures of prices and weights: drawn for any comparison, in both languages, with names that do not overlap.

mod support;

use proptest::prelude::*;
use support::comparisons;
use worthwhile::board::{
    Ask, Board, Figure, PriceOptions, Seen, StabilityOptions, TornadoOptions, WeightsOptions, figure, figure_data,
};
use worthwhile::chart::Shape;
use worthwhile::model::{Account, Comparison, IdSource, Lang, OfferId};
use worthwhile::value::{Quantity, weights};
use worthwhile::words::Words;

const WIDTH: f32 = 380.0;

fn asks(seen: Seen<'_>) -> Vec<Ask> {
    let offers = seen.comparison.offers.len();
    let quantities = seen.case().map(weights).unwrap_or_default();
    let mut asks = vec![Ask::Stability(StabilityOptions { width: WIDTH })];
    for offer in 0..=offers {
        asks.push(Ask::Price(PriceOptions { width: WIDTH, offer, range: None }));
        let [weight, level] = [0.1, 0.2];
        asks.push(Ask::Tornado(TornadoOptions {
            width: WIDTH,
            offer,
            rival: (offer + 1) % offers.max(1),
            weight,
            level,
        }));
    }
    for quantity in quantities.into_iter().chain([Quantity::CostEmphasis]) {
        asks.push(Ask::Weights(WeightsOptions { width: WIDTH, quantity, start: None, range: None }));
    }
    asks
}

fn is_finite(figure: &Figure) -> bool {
    figure.scene.shapes.iter().all(|shape| match shape {
        Shape::Rect { rect, .. } => rect.iter().all(|v| v.is_finite()),
        Shape::Line { from, to, .. } => from.iter().chain(to).all(|v| v.is_finite()),
        Shape::Polyline { points, .. } | Shape::Polygon { points, .. } => {
            points.iter().flatten().all(|v| v.is_finite())
        }
        Shape::Circle { center, .. } => center.iter().all(|v| v.is_finite()),
        Shape::Text { at, .. } => at.iter().all(|v| v.is_finite()),
    })
}

proptest! {
    #![proptest_config(support::config(60))]

    #[test]
    fn every_comparison_has_its_figures(
        (comparison, _) in prop_oneof![comparisons(Account::Points, 0..=5, 0.1), comparisons(Account::Money, 0..=5, 0.1)]
    ) {
        for lang in [Lang::En, Lang::Zh] {
            let words = Words::new(lang);
            let board = Board::new(&comparison, comparison.everyone().unwrap().id, &words).unwrap();
            let seen = Seen { board: &board, comparison: &comparison, words: &words };
            for ask in asks(seen) {
                let figure = figure(seen, &ask, &|_| true).unwrap();
                prop_assert!(!figure.title.is_empty() && is_finite(&figure), "{ask:?}");
                prop_assert!(!figure.scene.shapes.is_empty() || !figure.remark.is_empty(), "{ask:?} says nothing");
                prop_assert!(figure.table.rows.iter().all(|row| row.len() == figure.table.head.len()));
                let data = figure_data(seen, &ask);
                prop_assert!(data.iter().all(|row| row.len() == data[0].len()));
            }
        }
    }
}

/// The televisions again and again, a little dearer each time.
fn many(count: usize) -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    let mut ids = IdSource::starting_at(1);
    let mut comparison = worthwhile::examples::load(example, &mut ids).unwrap().remove(0);
    let price = comparison.header.price.unwrap();
    for i in comparison.offers.len()..count {
        let mut offer = comparison.offers[i % 4].clone();
        offer.id = OfferId(ids.fresh());
        offer.name = format!("A name that is much longer than the room that it has {i}").as_str().into();
        if let Some(worthwhile::model::Level::Money(minor)) = offer.levels.get_mut(&price) {
            *minor += i64::try_from(i).unwrap() * 1_000;
        }
        comparison.offers.push(offer);
    }
    comparison
}

#[test]
fn forty_offers_are_drawn_and_the_others_are_counted() {
    let comparison = many(45);
    let words = Words::new(Lang::En);
    let board = Board::new(&comparison, comparison.everyone().unwrap().id, &words).unwrap();
    let seen = Seen { board: &board, comparison: &comparison, words: &words };
    let monetary = worthwhile::model::Member::Dimension(worthwhile::model::Dimension::Monetary);
    for ask in [
        Ask::Price(PriceOptions { width: WIDTH, offer: 0, range: None }),
        Ask::Weights(WeightsOptions { width: WIDTH, quantity: Quantity::Weight(monetary), start: None, range: None }),
    ] {
        let figure = figure(seen, &ask, &|_| true).unwrap();
        let plot = figure.plot.unwrap();
        let mut names: Vec<f32> = Vec::new();
        for shape in &figure.scene.shapes {
            if let Shape::Text { at, text, .. } = shape {
                assert!(at[0] <= WIDTH && at[1] <= figure.scene.size[1], "{text} at {at:?}");
                if at[0] > plot.right() && at[1] < plot.bottom() + 1.0 {
                    names.push(at[1]);
                }
            }
        }
        assert_eq!(names.len(), 40);
        names.sort_by(f32::total_cmp);
        assert!(names.windows(2).all(|pair| pair[1] - pair[0] > 12.9), "names overlap: {names:?}");
        let is_count = |shape: &Shape| matches!(shape, Shape::Text { text, .. } if text == "… and 5 more");
        assert!(figure.scene.shapes.iter().any(is_count));
    }
    let price = Ask::Price(PriceOptions { width: WIDTH, offer: 0, range: None });
    assert_eq!(figure(seen, &price, &|_| true).unwrap().table.rows.len(), 44, "the table has them all");
}

/// The first classroom case: four offers that are the same. No figure may speak of one of them as if it won alone.
#[test]
fn offers_that_tie_are_said_to_tie() {
    let example = worthwhile::examples::find("tv-same").unwrap();
    let comparison =
        worthwhile::examples::load(example, &mut worthwhile::model::IdSource::starting_at(1)).unwrap().remove(0);
    let words = Words::new(Lang::En);
    let board = Board::new(&comparison, comparison.everyone().unwrap().id, &words).unwrap();
    let seen = Seen { board: &board, comparison: &comparison, words: &words };
    let monetary = worthwhile::model::Member::Dimension(worthwhile::model::Dimension::Monetary);
    let quantity = Quantity::Weight(monetary);
    let ask = Ask::Weights(WeightsOptions { width: WIDTH, quantity, start: None, range: None });
    let remark = figure(seen, &ask, &|_| true).unwrap().remark;
    assert!(remark.starts_with("TCL, SHARP, Haier and Changhong are best together now"), "{remark}");
}
