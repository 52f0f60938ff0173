//! Published and stated figures: the shipped televisions, the tractor, and what a missing level does.

mod support;

use support::delivered;
use worthwhile::examples;
use worthwhile::model::{
    Comparison, Edit, IdSource, Leaf, Level, Member, Offer, Scale, Segment, Share, Side, WeightSet, Workbook,
};
use worthwhile::value::{Root, Weighting, break_even_price, ties};

/// The figures are stated to six decimals.
const STATED: f64 = 1e-6;
/// What two equal sums of a dozen numbers may differ by.
const ROUNDING: f64 = 1e-9;

fn example(key: &str) -> Workbook {
    let mut workbook = Workbook::default();
    let found = examples::find(key).expect("a shipped example");
    workbook.comparisons = examples::load(found, &mut workbook.ids).expect("it is read");
    workbook
}

fn only(workbook: &Workbook) -> (&Comparison, &Segment) {
    let comparison = &workbook.comparisons[0];
    (comparison, comparison.everyone().expect("a segment"))
}

fn index(comparison: &Comparison, name: &str) -> usize {
    let is_it = |o: &Offer| o.name.get(worthwhile::model::Lang::En).starts_with(name);
    comparison.offers.iter().position(is_it).expect("an offer of this name")
}

fn close(found: f64, stated: f64, tolerance: f64, what: &str) {
    assert!((found - stated).abs() <= tolerance, "{what}: {found} instead of {stated}");
}

fn apply(workbook: &mut Workbook, edit: &Edit) {
    let changes = edit.changes(workbook).expect("a good edit");
    workbook.apply(&changes);
}

/// The same comparison with the price of one offer set, as a user would.
fn with_price(workbook: &Workbook, offer: usize, minor: i64) -> Workbook {
    let mut workbook = workbook.clone();
    let comparison = &workbook.comparisons[0];
    let cells = vec![(comparison.offers[offer].id, comparison.header.price.unwrap(), Some(Level::Money(minor)))];
    let edit = Edit::SetLevels { comparison: comparison.id(), cells };
    apply(&mut workbook, &edit);
    workbook
}

#[test]
fn the_televisions_deliver_what_the_example_states() {
    let workbook = example("televisions");
    let (comparison, segment) = only(&workbook);
    let (_, weighting, out) = delivered(comparison, segment);
    let stated = [
        ("TCL", 66.277_778, 28.2, 38.077_778, 1),
        ("SHARP", 83.5, 57.266_667, 26.233_333, 3),
        ("Haier", 79.555_556, 49.866_667, 29.688_889, 2),
        ("Changhong", 57.444_444, 43.733_333, 13.711_111, 4),
    ];
    assert_eq!(comparison.offers.len(), stated.len());
    for (name, tcv, tcc, cdv, rank) in stated {
        let offer = index(comparison, name);
        close(out.tcv[offer], tcv, STATED, &format!("TCV of {name}"));
        close(out.tcc[offer], tcc, STATED, &format!("TCC of {name}"));
        close(out.cdv[offer], cdv, STATED, &format!("CDV of {name}"));
        assert_eq!(out.rank[offer], rank, "rank of {name}");
        let parts = out.parts(offer, weighting.cost_emphasis).expect("complete");
        close(parts.ratio.unwrap(), tcv / tcc, STATED, &format!("ratio of {name}"));
    }
}

#[test]
fn the_prices_that_tie_the_winner_are_the_stated_ones() {
    for (name, stated) in [("SHARP", 3_807.777_778), ("Haier", 3_580.555_556)] {
        let workbook = example("televisions");
        let (comparison, segment) = only(&workbook);
        let (compiled, ..) = delivered(comparison, segment);
        let (ours, rival) = (index(comparison, name), index(comparison, "TCL"));
        let roots = break_even_price(comparison, segment, &compiled, ours, rival).expect("both are complete");
        let [Root::At(price)] = roots[..] else { panic!("{name}: {roots:?}") };
        close(price, stated, STATED, name);

        // The curve itself ties there; a whole number of fen is at most half a fen away.
        let curve = &comparison.header.ownership.curve;
        let g = Weighting::of(segment, &compiled).coefficients[compiled.index_of(Leaf::Ownership).unwrap()];
        let today = comparison.price_units(&comparison.offers[ours]).unwrap();
        let (_, _, out) = delivered(comparison, segment);
        let moved = g * (curve.at(price * 100.0) - curve.at(today * 100.0));
        close(out.cdv[ours] - moved, out.cdv[rival], ROUNDING, name);
        #[expect(clippy::cast_possible_truncation, reason = "a price")]
        let set = with_price(&workbook, ours, (price * 100.0).round() as i64);
        let (comparison, segment) = only(&set);
        let (_, _, out) = delivered(comparison, segment);
        let half_a_fen = g * (curve.at(0.5) - curve.at(0.0));
        close(out.cdv[ours], out.cdv[rival], half_a_fen + ROUNDING, name);
    }
}

#[test]
fn haier_ties_at_the_stated_monetary_weight_and_personnel_changes_nothing() {
    let workbook = example("televisions");
    let (comparison, segment) = only(&workbook);
    let moved = |side: Side, dimension: worthwhile::model::Dimension, wanted: f64| {
        let mut segment = segment.clone();
        let old = comparison.shares(&segment, WeightSet::Side(side));
        let plain: Vec<Share> = old.iter().map(|(_, share)| *share).collect();
        let index = old.iter().position(|(m, _)| *m == Member::Dimension(dimension)).unwrap();
        for ((member, _), share) in old.iter().zip(worthwhile::model::reshare(&plain, index, wanted)) {
            segment.weights.put(*member, share);
        }
        delivered(comparison, &segment).2
    };
    let (tcl, haier) = (index(comparison, "TCL"), index(comparison, "Haier"));
    // The share is stated to five decimals, and CDVs move by some 30 points per whole share.
    let out = moved(Side::Cost, worthwhile::model::Dimension::Monetary, 0.41697);
    close(out.cdv[haier], out.cdv[tcl], 5e-6 * 60.0, "Haier and TCL");
    for percent in 0..=100 {
        let out = moved(Side::Value, worthwhile::model::Dimension::Personnel, f64::from(percent) / 100.0);
        assert_eq!(out.best().collect::<Vec<_>>(), [tcl], "at {percent} %");
    }
}

#[test]
fn the_tractor_delivers_ten_thousand_dollars_more() {
    let workbook = example("tractor");
    let (comparison, segment) = only(&workbook);
    let (compiled, _, out) = delivered(comparison, segment);
    let (ours, rival) = (index(comparison, "Our"), index(comparison, "The competitor"));
    close(out.tcv[ours], 110_000.0, ROUNDING, "TCV");
    close(out.tcc[ours], 100_000.0, ROUNDING, "TCC");
    close(out.cdv[ours], 10_000.0, ROUNDING, "CDV");
    close(out.cdv[rival], 0.0, ROUNDING, "CDV of the competitor");
    assert_eq!((out.rank[ours], out.rank[rival]), (1, 2));
    // Money at face value: the price may rise by the whole difference.
    let roots = break_even_price(comparison, segment, &compiled, ours, rival).unwrap();
    assert_eq!(roots, [Root::At(110_000.0)]);
    assert_eq!(break_even_price(comparison, segment, &compiled, rival, ours), Some(vec![Root::At(80_000.0)]));
    let set = with_price(&workbook, ours, 11_000_000);
    let (comparison, segment) = only(&set);
    assert_eq!(delivered(comparison, segment).2.rank, [1, 1]);
}

#[test]
fn a_gift_ties_a_gift_of_the_same_value_whatever_the_rounding() {
    let mut workbook = example("tractor");
    let tractor = &mut workbook.comparisons[0];
    // 0.1 + 0.2 for ours and 0.3 for the competitor: a last bit apart, the wrong way round for a price of 0.
    let amounts = [[0.1, 0.3], [0.2, 0.0]];
    let named = |c: &&mut worthwhile::model::Criterion| matches!(c.scale, Scale::Category { .. });
    let mut chosen = Vec::new();
    for (criterion, amounts) in tractor.criteria.iter_mut().filter(named).zip(amounts) {
        let Scale::Category { levels, .. } = &mut criterion.scale else { continue };
        for (category, amount) in levels.iter_mut().zip(amounts) {
            category.points = amount;
        }
        chosen.push((criterion.id, [Level::Category(levels[0].id), Level::Category(levels[1].id)]));
    }
    let (ours, rival, price) = (index(tractor, "Our"), index(tractor, "The competitor"), tractor.header.price.unwrap());
    tractor.offers[ours].levels = tractor.offers[rival].levels.clone();
    for (id, levels) in chosen {
        tractor.offers[ours].levels.insert(id, levels[0]);
        tractor.offers[rival].levels.insert(id, levels[1]);
    }
    for offer in [ours, rival] {
        tractor.offers[offer].levels.insert(price, Level::Money(0));
    }
    let (comparison, segment) = only(&workbook);
    let (compiled, _, out) = delivered(comparison, segment);
    assert!(out.cdv[ours] > out.cdv[rival] && ties(out.cdv[ours], out.cdv[rival]));
    assert_eq!(break_even_price(comparison, segment, &compiled, rival, ours), Some(vec![Root::At(0.0)]));
}

#[test]
fn nothing_but_no_cost_has_no_ratio() {
    let mut workbook = example("televisions");
    let (comparison, segment) = only(&workbook);
    let edit = Edit::SetCostEmphasis { comparison: comparison.id(), segment: segment.id, cost_emphasis: 0.0 };
    apply(&mut workbook, &edit);
    let (comparison, segment) = only(&workbook);
    let (_, weighting, out) = delivered(comparison, segment);
    let parts = out.parts(0, weighting.cost_emphasis).unwrap();
    assert_eq!(parts.ratio, None, "λ = 0");
    assert_eq!(out.cdv, out.tcv);

    // A price far below the lower anchor makes the whole cost fall below 0.
    let cheap = with_price(&example("televisions"), 0, -500_000);
    let (comparison, segment) = only(&cheap);
    let (_, weighting, out) = delivered(comparison, segment);
    let parts = out.parts(0, weighting.cost_emphasis).unwrap();
    assert!(parts.tcc < 0.0 && parts.ratio.is_none());
}

#[test]
fn ranks_are_one_one_three() {
    let mut workbook = example("televisions");
    let comparison = &workbook.comparisons[0];
    let (tcl, sharp) = (&comparison.offers[index(comparison, "TCL")], index(comparison, "SHARP"));
    let twin =
        Offer { id: comparison.offers[sharp].id, levels: tcl.levels.clone(), ..comparison.offers[sharp].clone() };
    workbook.comparisons[0].offers[sharp] = twin;
    let (comparison, segment) = only(&workbook);
    let (.., out) = delivered(comparison, segment);
    let rank = |name| out.rank[index(comparison, name)];
    assert_eq!((rank("TCL"), rank("SHARP"), rank("Haier"), rank("Changhong")), (1, 1, 3, 4));
    assert!(ties(out.cdv[0], out.cdv[1]));
}

#[test]
fn a_missing_level_is_missing_and_never_zero() {
    let mut workbook = example("televisions");
    let comparison = &workbook.comparisons[0];
    let haier = index(comparison, "Haier");
    let staff = comparison.criteria.iter().find(|c| c.dimension == worthwhile::model::Dimension::Personnel).unwrap().id;
    let cells = vec![(comparison.offers[haier].id, staff, None)];
    let edit = Edit::SetLevels { comparison: comparison.id(), cells };
    apply(&mut workbook, &edit);

    let (comparison, segment) = only(&workbook);
    let (compiled, weighting, out) = delivered(comparison, segment);
    assert!(!out.complete[haier] && out.parts(haier, 1.0).is_none());
    assert_eq!(out.rank[haier], 0);
    let named: Vec<Leaf> = compiled.gaps(&weighting, haier).map(|l| compiled.leaves()[l].leaf).collect();
    assert_eq!(named, [Leaf::Criterion(staff)]);
    let mut others: Vec<u32> = out.rank.iter().copied().filter(|rank| *rank > 0).collect();
    others.sort_unstable();
    assert_eq!(others, [1, 2, 3], "the others close ranks");
    assert_eq!(break_even_price(comparison, segment, &compiled, haier, 0), None);

    // Where its weight is 0, nobody asks for it.
    let mut unasked = segment.clone();
    let set = WeightSet::Side(Side::Value);
    let old = comparison.shares(segment, set);
    let plain: Vec<Share> = old.iter().map(|(_, share)| *share).collect();
    for ((member, _), share) in old.iter().zip(worthwhile::model::reshare(&plain, 2, 0.0)) {
        unasked.weights.put(*member, share);
    }
    let (.., out) = delivered(comparison, &unasked);
    assert!(out.complete[haier] && out.rank[haier] > 0);
}

#[test]
fn one_missing_amount_makes_the_whole_cost_of_ownership_missing() {
    let workbook = example("phone");
    let (comparison, segment) = only(&workbook);
    let money: Vec<_> = comparison.money_criteria().map(|c| c.id).collect();
    assert!(money.len() > 1, "a price and what is paid yearly");
    for id in money {
        let mut gap = comparison.clone();
        gap.offers[0].levels.remove(&id);
        let (compiled, weighting, out) = delivered(&gap, segment);
        assert!(!out.complete[0]);
        let leaf = compiled.gaps(&weighting, 0).next().unwrap();
        assert_eq!(compiled.leaves()[leaf].leaf, Leaf::Ownership);
    }
}

#[test]
fn every_example_has_someone_to_recommend() {
    for found in examples::ALL {
        for comparison in examples::load(&found, &mut IdSource::starting_at(1)).expect("it is read") {
            let (.., out) = delivered(&comparison, comparison.everyone().unwrap());
            assert!(out.complete.iter().all(|complete| *complete), "{}", found.key);
            assert!(out.best().next().is_some(), "{}", found.key);
        }
    }
}
