//! The plane of two quantities, divided among its winners: hand-made cases, and laws on random comparisons.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::model::{
    Account, Comparison, CriterionId, Dimension, IdSource, Leaf, Level, Member, OfferId, Share, Side, WeightSet,
    blank_criterion, blank_offer, leaf_of, new_comparison,
};
use worthwhile::value::{BorderPath, NoPlane, Plane, PlaneAxis, Prepared, Quantity, WinnerMap, plane_quantities, ties};

/// Closed forms: rounding only.
const EXACT: f64 = 1e-9;

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn map_of(plane: &Plane<'_>) -> WinnerMap {
    plane.winner_map(&|_| true).unwrap()
}

/// Offers with points 0…100 on criteria that stand alone or together in dimensions.
fn made(criteria: &[Dimension], offers: &[&[f64]]) -> Comparison {
    let mut ids = IdSource::starting_at(1);
    let mut comparison = new_comparison(&mut ids, "By hand".into());
    comparison.criteria =
        criteria.iter().map(|d| blank_criterion(CriterionId(ids.fresh()), *d, "Criterion".into())).collect();
    comparison.header.price = None;
    comparison.offers = offers
        .iter()
        .enumerate()
        .map(|(i, points)| {
            let mut offer = blank_offer(OfferId(ids.fresh()), "Offer".into(), i);
            for (criterion, points) in comparison.criteria.iter().zip(*points) {
                // Ratings go from 1 to 10.
                offer.levels.insert(criterion.id, Level::Number(1.0 + points * 0.09));
            }
            offer
        })
        .collect();
    comparison.conform_weights();
    let sets = Side::ALL.map(WeightSet::Side).into_iter().chain(Dimension::ALL.map(WeightSet::Dimension));
    for set in sets {
        let members = comparison.members(set);
        for member in &members {
            #[expect(clippy::cast_precision_loss, reason = "a handful")]
            let share = Share { share: 1.0 / members.len() as f64, locked: false };
            comparison.segments[0].weights.put(*member, share);
        }
    }
    comparison
}

fn leaf(comparison: &Comparison, i: usize) -> Quantity {
    Quantity::Weight(Member::Leaf(leaf_of(&comparison.criteria[i])))
}

fn dimension(d: Dimension) -> Quantity {
    Quantity::Weight(Member::Dimension(d))
}

#[test]
fn three_offers_that_are_each_best_in_one_of_three_share_the_triangle() {
    let comparison = made(
        &[Dimension::Product; 3],
        &[&[100.0, 0.0, 0.0], &[0.0, 100.0, 0.0], &[0.0, 0.0, 100.0], &[30.0, 30.0, 30.0]],
    );
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let plane = Plane::of(prepared.case(), [leaf(&comparison, 0), leaf(&comparison, 1)]).unwrap();
    assert!(plane.is_triangle());
    let map = map_of(&plane);
    assert_eq!(map.winners().len(), 3);
    for offer in 0..3 {
        assert!((map.share_of(offer) - 1.0 / 3.0).abs() < EXACT, "{:?}", map.winners());
    }
    // From the middle to the middles of the three sides.
    assert_eq!(map.borders().len(), 3);
    let third = 1.0 / 3.0;
    for border in map.borders() {
        assert!(matches!(border.path, BorderPath::Segment { .. }));
        let is_middle = |p: &[f64; 2]| (p[0] - third).abs() < EXACT && (p[1] - third).abs() < EXACT;
        assert!(border.ends().iter().any(is_middle), "{border:?}");
    }
    assert_eq!(map.winner_at([0.9, 0.2]), None, "outside the triangle");
    assert_eq!(map.winners()[map.winner_at([0.1, 0.2]).unwrap()].offers, [2]);
}

/// The second offer is 30 points better and costs 100·w: it wins where λ·w < 0.3, which is
/// (0.3 + 0.3·ln(3/0.3))/3 of the plane λ ≤ 3, w ≤ 1.
#[test]
fn cost_emphasis_times_a_weight_of_cost_has_a_logarithm_for_its_area() {
    let comparison =
        made(&[Dimension::Product, Dimension::Monetary, Dimension::Time], &[&[50.0, 0.0, 0.0], &[80.0, 100.0, 0.0]]);
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let quantities = [Quantity::CostEmphasis, dimension(Dimension::Monetary)];
    let wanted = 0.1 * (1.0 + 10.0_f64.ln());
    for quantities in [quantities, [quantities[1], quantities[0]]] {
        let map = map_of(&Plane::of(prepared.case(), quantities).unwrap());
        assert!((map.share_of(1) - wanted).abs() < EXACT, "{} instead of {wanted}", map.share_of(1));
        assert!((map.share_of(0) - (1.0 - wanted)).abs() < EXACT);
        let [border] = map.borders() else { panic!("{:?}", map.borders()) };
        let BorderPath::Arc(arc) = &border.path else { panic!("{border:?}") };
        let [from, to] = arc.range();
        let middle = f64::midpoint(from, to);
        assert!((arc.y(middle) * middle - 0.3).abs() < EXACT);
    }
}

/// With one criterion per side the same plane is cut upright: λ alone decides.
#[test]
fn a_border_may_stand_upright_or_lie_level() {
    let comparison =
        made(&[Dimension::Product, Dimension::Service, Dimension::Time], &[&[50.0, 50.0, 0.0], &[80.0, 80.0, 40.0]]);
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    // 30 points of value against 40·λ: λ = 0.75 of 3, whatever product weighs.
    let upright = [Quantity::CostEmphasis, dimension(Dimension::Product)];
    for (quantities, k) in [(upright, 0), ([upright[1], upright[0]], 1)] {
        let map = map_of(&Plane::of(prepared.case(), quantities).unwrap());
        assert!((map.share_of(1) - 0.25).abs() < EXACT);
        let [border] = map.borders() else { panic!("{:?}", map.borders()) };
        assert!(border.ends().iter().all(|end| (end[k] - 0.75).abs() < EXACT), "{border:?}");
    }
}

/// One offer that lies between two others is on top along their border at most: it wins nothing and borders on nothing.
#[test]
fn who_wins_along_a_line_only_wins_nothing() {
    let ends = [[[10.0, 70.0], [70.0, 10.0]], [[0.0, 90.0], [60.0, 0.0]], [[20.0, 47.0], [83.0, 11.0]]];
    for ([a, b], part) in ends.into_iter().flat_map(|pair| (1..10).map(move |i| (pair, f64::from(i) / 10.0))) {
        let between = [0, 1].map(|k| a[k] + part * (b[k] - a[k]));
        let offers = [a, b, between].map(|[x, y]| [x, y, 30.0]);
        let criteria = [Dimension::Product, Dimension::Product, Dimension::Time];
        let comparison = made(&criteria, &[&offers[0], &offers[1], &offers[2]]);
        let prepared = Prepared::new(&comparison, &comparison.segments[0]);
        let (first, emphasis) = (leaf(&comparison, 0), Quantity::CostEmphasis);
        for quantities in [[first, emphasis], [emphasis, first]] {
            let map = map_of(&Plane::of(prepared.case(), quantities).unwrap());
            let winners: Vec<&[usize]> = map.winners().iter().map(|w| w.offers.as_slice()).collect();
            assert!(winners.len() == 2 && !winners.contains(&&[2][..]), "{part}: {winners:?} of {offers:?}");
            assert!(map.borders().iter().all(|border| border.winners.iter().all(|w| *w < 2)), "{:?}", map.borders());
            let sum: f64 = map.winners().iter().map(|w| w.share).sum();
            assert!((sum - 1.0).abs() < EXACT);
            let [x, y] = map.axes();
            for i in 0..=200 {
                let at = [x.low + x.length() * f64::from(i) / 200.0, f64::midpoint(y.low, y.high)];
                assert!(map.winner_at(at).is_some_and(|winner| winner < 2));
            }
        }
    }
}

#[test]
fn televisions_today_lie_in_the_region_of_tcl() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let case = prepared.case();
    let quantities = plane_quantities(case);
    let (mut planes, mut refused) = (0, 0);
    for (i, x) in quantities.iter().enumerate() {
        for y in &quantities[i + 1..] {
            match Plane::of(case, [*x, *y]) {
                Ok(plane) => {
                    let map = map_of(&plane);
                    let now = map.winner_at(plane.today().unwrap()).unwrap();
                    assert_eq!(map.winners()[now].offers, [0], "{x:?} {y:?}");
                    let sum: f64 = map.winners().iter().map(|w| w.share).sum();
                    assert!((sum - 1.0).abs() < EXACT);
                    planes += 1;
                }
                Err(reason) => {
                    assert_eq!(reason, NoPlane::Rest);
                    refused += 1;
                }
            }
        }
    }
    // 8 dimensions, 2 leaves of product, 2 of service, λ, 4 prices; the leaves of one dimension are each other's rest.
    assert_eq!((quantities.len(), planes, refused), (17, 17 * 16 / 2 - 2, 2));
}

/// The sums of the plane are those of the engine after an edit.
#[test]
fn a_place_of_the_plane_is_what_an_edit_would_make() {
    let comparison = televisions();
    let everyone = comparison.everyone().unwrap();
    let prepared = Prepared::new(&comparison, everyone);
    let price = comparison.header.price.unwrap();
    let offer = comparison.offers[2].id;
    let quantities = [dimension(Dimension::Monetary), Quantity::Level { offer, criterion: price }];
    let plane = Plane::of(prepared.case(), quantities).unwrap();
    let mut edited = comparison.clone();
    edited.offers[2].levels.insert(price, Level::Money(345_600));
    let mut segment = everyone.clone();
    let shares = comparison.shares(everyone, WeightSet::Side(Side::Cost));
    for (member, share) in shares {
        let is_it = member == Member::Dimension(Dimension::Monetary);
        // The others keep their proportion: 40 % of cost becomes 72 %.
        let moved = if is_it { 0.28 } else { share.share * 0.72 / 0.4 };
        segment.weights.put(member, Share { share: moved, locked: false });
    }
    let after = Prepared::new(&edited, &segment);
    let cdvs = plane.cdvs([0.28, 3456.0]);
    for (&o, cdv) in plane.offers().iter().zip(cdvs) {
        assert!((cdv - after.case().delivered.cdv[o]).abs() < EXACT);
    }
}

#[test]
fn what_spans_no_plane_says_why() {
    let mut comparison = televisions();
    let price = comparison.header.price.unwrap();
    let offer = comparison.offers[0].id;
    let monetary = dimension(Dimension::Monetary);
    {
        let prepared = Prepared::new(&comparison, &comparison.segments[0]);
        let plane = |x, y| Plane::of(prepared.case(), [x, y]).map(|_| ());
        assert_eq!(plane(monetary, monetary), Err(NoPlane::Same));
        assert_eq!(plane(leaf(&comparison, 0), leaf(&comparison, 1)), Err(NoPlane::Rest));
        let alone = Quantity::Weight(Member::Leaf(Leaf::Ownership));
        assert_eq!(plane(monetary, alone), Err(NoPlane::Fixed));
        let nobody = Quantity::Level { offer: OfferId(9_999), criterion: price };
        assert_eq!(plane(monetary, nobody), Err(NoPlane::Fixed));
    }
    // With all others locked two weights are each other's rest.
    for d in [Dimension::Mental, Dimension::Physical] {
        comparison.segments[0].weights.dimensions[d.index()].locked = true;
    }
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let rest = Plane::of(prepared.case(), [monetary, dimension(Dimension::Time)]);
    assert_eq!(rest.map(|_| ()), Err(NoPlane::Rest));
    let mut running = comparison.clone();
    let second = comparison.criteria.iter().map(|c| c.id.0).max().unwrap() + 1;
    let mut criterion = running.criterion(price).unwrap().clone();
    criterion.id = CriterionId(second);
    running.criteria.push(criterion);
    for offer in &mut running.offers {
        offer.levels.insert(CriterionId(second), Level::Money(100));
    }
    let prepared = Prepared::new(&running, &running.segments[0]);
    let amounts = [price, CriterionId(second)].map(|criterion| Quantity::Level { offer, criterion });
    assert_eq!(Plane::of(prepared.case(), amounts).map(|_| ()), Err(NoPlane::OneLeaf));
}

#[test]
fn no_offer_one_offer_and_offers_that_tie_all_over() {
    let quantities = [Quantity::CostEmphasis, dimension(Dimension::Product)];
    let criteria = [Dimension::Product, Dimension::Service, Dimension::Time];
    let row: &[f64] = &[40.0, 70.0, 20.0];
    let counts = |offers: &[&[f64]]| {
        let comparison = made(&criteria, offers);
        let prepared = Prepared::new(&comparison, &comparison.segments[0]);
        let map = map_of(&Plane::of(prepared.case(), quantities).unwrap());
        assert_eq!(map.borders(), []);
        assert_eq!(map.patches(1e-3).len(), map.winners().len());
        map.winners().iter().map(|w| (w.offers.clone(), w.share)).collect::<Vec<_>>()
    };
    assert_eq!(counts(&[]), []);
    assert_eq!(counts(&[row]), [(vec![0], 1.0)]);
    assert_eq!(counts(&[row, row, &[40.0, 60.0, 20.0], row]), [(vec![0, 1, 3], 1.0)]);
}

#[test]
fn it_stops_when_told_to() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let plane = Plane::of(prepared.case(), [Quantity::CostEmphasis, dimension(Dimension::Product)]).unwrap();
    assert!(plane.winner_map(&|_| false).is_none());
}

/// CDVs between the corners of a plane without bends: what the engine says there, filled in bilinearly.
fn filled(plane: &Plane<'_>, u: f64, v: f64, corners: &[Vec<f64>; 4]) -> usize {
    let weights = if plane.is_triangle() {
        [1.0 - u - v, u, v, 0.0]
    } else {
        [(1.0 - u) * (1.0 - v), u * (1.0 - v), (1.0 - u) * v, u * v]
    };
    let cdv = |o: usize| (0..4).map(|k| weights[k] * corners[k][o]).sum::<f64>();
    (0..corners[0].len()).max_by(|a, b| cdv(*a).total_cmp(&cdv(*b))).unwrap()
}

/// A million uniform points of a plane, against the areas: five standard errors.
#[test]
fn areas_are_what_a_million_random_points_say() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let planes = [
        [dimension(Dimension::Product), dimension(Dimension::Service)],
        [Quantity::CostEmphasis, dimension(Dimension::Monetary)],
    ];
    let mut dice = Dice(11);
    for quantities in planes {
        let plane = Plane::of(prepared.case(), quantities).unwrap();
        let map = map_of(&plane);
        let [x, y] = plane.axes();
        let corners = [[x.low, y.low], [x.high, y.low], [x.low, y.high], [x.high, y.high]].map(|at| plane.cdvs(at));
        let mut hits = vec![0_u32; plane.offers().len()];
        let count = 1_000_000;
        for _ in 0..count {
            let (mut u, mut v) = (dice.unit(), dice.unit());
            if plane.is_triangle() && u + v > 1.0 {
                (u, v) = (1.0 - u, 1.0 - v);
            }
            hits[filled(&plane, u, v, &corners)] += 1;
        }
        for (&offer, &hits) in plane.offers().iter().zip(&hits) {
            let (area, seen) = (map.share_of(offer), f64::from(hits) / f64::from(count));
            let error = 5.0 * (area * (1.0 - area) / f64::from(count)).sqrt() + 1e-6;
            assert!((area - seen).abs() <= error, "{quantities:?}: offer {offer} has {area}, the points say {seen}");
        }
    }
}

/// Points per random plane; the engine itself is asked at each.
const POINTS: u32 = 400;

/// Two quantities at random: any weight, λ, any level.
fn quantities(dice: &mut Dice, comparison: &Comparison) -> Option<[Quantity; 2]> {
    let mut one = || -> Option<Quantity> {
        Some(match dice.below(4) {
            0 | 1 => Quantity::Weight(support::member(dice, comparison)?.1),
            2 if comparison.header.account == Account::Points => Quantity::CostEmphasis,
            _ => {
                let offer = comparison.offers.get(dice.below(comparison.offers.len().max(1)))?.id;
                let criterion = comparison.criteria.get(dice.below(comparison.criteria.len().max(1)))?.id;
                Quantity::Level { offer, criterion }
            }
        })
    };
    Some([one()?, one()?])
}

/// A uniform point of the plane.
fn point(dice: &mut Dice, plane: &Plane<'_>) -> [f64; 2] {
    let (mut u, mut v) = (dice.unit(), dice.unit());
    if plane.is_triangle() && u + v > 1.0 {
        (u, v) = (1.0 - u, 1.0 - v);
    }
    let along = |axis: &PlaneAxis, part: f64| axis.low + part * axis.length();
    [along(&plane.axes()[0], u), along(&plane.axes()[1], v)]
}

fn check_laws(comparison: &Comparison, dice: &mut Dice) -> Result<(), TestCaseError> {
    let prepared = Prepared::new(comparison, &comparison.segments[0]);
    for _ in 0..3 {
        let Some(quantities) = quantities(dice, comparison) else { return Ok(()) };
        let Ok(plane) = Plane::of(prepared.case(), quantities) else { continue };
        let map = map_of(&plane);
        let sum: f64 = map.winners().iter().map(|w| w.share).sum();
        let expected = if plane.offers().is_empty() { 0.0 } else { 1.0 };
        prop_assert!((sum - expected).abs() < EXACT, "areas sum to {sum}");
        prop_assert!(map.winners().iter().all(|w| w.share > 0.0));
        if plane.offers().is_empty() {
            continue;
        }
        let mut hits = vec![0_u32; map.winners().len()];
        for _ in 0..POINTS {
            let at = point(dice, &plane);
            let cdvs = plane.cdvs(at);
            let best = cdvs.iter().copied().fold(f64::MIN, f64::max);
            let winner = map.winner_at(at);
            prop_assert!(winner.is_some(), "nobody wins at {at:?}");
            hits[winner.unwrap()] += 1;
            for offer in &map.winners()[winner.unwrap()].offers {
                let cdv = cdvs[plane.offers().iter().position(|o| o == offer).unwrap()];
                prop_assert!((best - cdv).abs() <= EXACT * best.abs().max(1.0), "{cdv} wins over {best} at {at:?}");
            }
        }
        for (winner, hits) in map.winners().iter().zip(hits) {
            let seen = f64::from(hits) / f64::from(POINTS);
            let error = 5.0 * (winner.share * (1.0 - winner.share).max(0.0) / f64::from(POINTS)).sqrt()
                + 2.0 / f64::from(POINTS);
            prop_assert!((winner.share - seen).abs() <= error, "{} but seen {seen}", winner.share);
        }
        check_borders(&plane, &map)?;
    }
    Ok(())
}

/// All along a border both sides tie, and nobody is better.
fn check_borders(plane: &Plane<'_>, map: &WinnerMap) -> Result<(), TestCaseError> {
    for border in map.borders() {
        prop_assert_ne!(border.winners[0], border.winners[1]);
        for at in border.points(0.05) {
            let cdvs = plane.cdvs(at);
            let best = cdvs.iter().copied().fold(f64::MIN, f64::max);
            for winner in border.winners {
                let offer = map.winners()[winner].offers[0];
                let cdv = cdvs[plane.offers().iter().position(|o| *o == offer).unwrap()];
                prop_assert!(ties(cdv, best), "{cdv} against {best} at {at:?} of {border:?}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(support::config(120))]

    #[test]
    fn planes_of_random_comparisons_keep_the_laws(
        (comparison, mut dice) in support::comparisons(Account::Points, 0..=7, 0.03)
    ) {
        check_laws(&comparison, &mut dice)?;
    }

    #[test]
    fn planes_of_random_money_accounts_keep_the_laws(
        (comparison, mut dice) in support::comparisons(Account::Money, 0..=5, 0.03)
    ) {
        check_laws(&comparison, &mut dice)?;
    }
}
