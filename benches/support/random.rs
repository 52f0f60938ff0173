//! A comparison of any size with random levels.

use worthwhile::model::{
    Beyond, Comparison, CriterionId, Curve, Dimension, IdSource, Level, Member, OfferId, Paid, Scale, Share,
    blank_criterion, blank_offer, new_comparison, nth,
};

use super::dice::Dice;

/// A comparison of random levels, criteria spread over all dimensions; one of them is the price.
pub fn comparison(offers: usize, criteria: usize) -> Comparison {
    let mut dice = Dice(7);
    let mut ids = IdSource::starting_at(1);
    let mut comparison = new_comparison(&mut ids, "Bench".into());
    for i in comparison.criteria.len()..criteria {
        let dimension = Dimension::ALL[i % 8];
        let mut criterion = blank_criterion(CriterionId(ids.fresh()), dimension, "Criterion".into());
        criterion.position = nth(i);
        if i % 3 == 0 {
            let points = vec![[0.0, 0.0], [10.0, 60.0], [25.0, 85.0], [60.0, 100.0]];
            criterion.scale = Scale::Measure { unit: "km".into(), curve: Curve::new(points, Beyond::Flat).unwrap() };
        }
        comparison.criteria.push(criterion);
    }
    comparison.offers = (0..offers)
        .map(|i| {
            let mut offer = blank_offer(OfferId(ids.fresh()), format!("Offer {i}").as_str().into(), i);
            for criterion in &comparison.criteria {
                let level = match &criterion.scale {
                    Scale::Rating { low, high, .. } => Level::Number(dice.between(*low, *high)),
                    Scale::Money { paid: Paid::Once | Paid::Yearly } => {
                        Level::Money(100_000 + i64::try_from(dice.below(400_000)).unwrap())
                    }
                    _ => Level::Number(dice.between(0.0, 60.0)),
                };
                offer.levels.insert(criterion.id, level);
            }
            offer
        })
        .collect();
    comparison.conform_weights();
    comparison.segments[0].weights.leaves.values_mut().for_each(|share| share.share = 0.0);
    for dimension in Dimension::ALL {
        for leaf in comparison.leaves_of(dimension) {
            #[expect(clippy::cast_precision_loss, reason = "a handful")]
            let share = 1.0 / comparison.leaves_of(dimension).len() as f64;
            comparison.segments[0].weights.put(Member::Leaf(leaf), Share { share, locked: false });
        }
    }
    comparison
}
