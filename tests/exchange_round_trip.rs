//! Whatever a sound comparison holds is the same after writing and reading, down to the last bit of every number.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use worthwhile::exchange::json::{read, write};
use worthwhile::model::{
    Account, Alternative, Answers, Beyond, Category, CategoryId, ChoiceAnswer, Comparison, ComparisonId, Criterion,
    CriterionId, Currency, Curve, Dimension, DimensionInfo, Doubt, Elicited, Expectation, Ground, Header, IdSource,
    Item, Judgement, Leaf, Level, Lever, LeverSet, Member, Method, Offer, OfferId, Ownership, Paid, RankMethod, Reach,
    Scale, Scope, Segment, SegmentId, Share, Side, Statement, SwingAnswer, Text, Variant, VariantId, Varied, WeightSet,
    Weights, Workbook, check, differences, judge, new_comparison, nth,
};
use worthwhile::value::Prepared;
use worthwhile::value::elicit::{is_money, whole_levels};

const MOST_CRITERIA: usize = 9;

/// Numbers up to the bounds of the model, whole ones, tiny ones and ordinary ones.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        -1e15..1e15,
        -100.0..100.0,
        (-1000_i32..1000).prop_map(f64::from),
        any::<f64>().prop_filter("in range", |x| x.abs() <= Curve::MAX_ABS),
        prop::sample::select(vec![1e15, -1e15, 5e-324, 1e-300, 0.1 + 0.2, 1.0 / 3.0, 0.0, -0.0]),
    ]
}

fn points() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..=100.0, (0_i32..=100).prop_map(f64::from), Just(5e-324), Just(1.0 / 3.0)]
}

fn whole_amount() -> impl Strategy<Value = i64> {
    const MAX: i64 = worthwhile::model::AMOUNT_MAX_MINOR;
    prop_oneof![-MAX..=MAX, -100_000_i64..100_000, Just(MAX), Just(-MAX)]
}

fn wording() -> impl Strategy<Value = String> {
    r#"[a-zA-Z值🛒][a-z值 "\\/.é-]{0,8}[a-z值1-9]"#
}

fn name() -> impl Strategy<Value = Text> {
    prop_oneof![
        wording().prop_map(Text::Plain),
        (wording(), wording()).prop_map(|(en, zh)| Text::twin(en, zh)),
        Just("Price".into()),
        Just("ownership".into()),
    ]
}

fn note() -> impl Strategy<Value = Text> {
    prop_oneof![2 => Just(Text::default()), 1 => name(), 1 => Just(Text::Plain("two\nlines\n\n“end”".into()))]
}

fn beyond() -> impl Strategy<Value = Beyond> {
    prop::sample::select(vec![Beyond::Straight, Beyond::Flat])
}

fn curve(y: impl Strategy<Value = f64>) -> impl Strategy<Value = Curve> {
    (vec((number(), y), 2..6), beyond()).prop_filter_map("distinct levels", |(points, beyond)| {
        Curve::new(points.into_iter().map(|(x, y)| [x, y]).collect(), beyond).ok()
    })
}

fn measure(y: impl Strategy<Value = f64>) -> impl Strategy<Value = Scale> {
    (note(), curve(y)).prop_map(|(unit, curve)| Scale::Measure { unit, curve })
}

fn category(points: impl Strategy<Value = f64>) -> impl Strategy<Value = Scale> {
    vec((name(), points), 2..5).prop_map(|all| {
        let level = |(i, (name, points)): (usize, (Text, f64))| Category {
            // Numbers as a file might have them after levels were deleted and moved.
            id: CategoryId(90 - 7 * u32::try_from(i).unwrap()),
            name: name.map(|_, wording| format!("{wording} {i}")),
            points: points + 0.0,
            judged: BTreeMap::new(),
        };
        let mut levels: Vec<Category> = all.into_iter().enumerate().map(level).collect();
        let judged = levels.iter().filter(|level| level.points > 50.0).map(|level| level.id).collect::<Vec<_>>();
        for pair in judged.windows(2) {
            judge(&mut levels, pair[1], pair[0], Some(1.0 / 3.0));
        }
        // Some have a random index of their own.
        let random_index = if judged.len() == 2 { vec![0.58, 0.9] } else { Vec::new() };
        Scale::Category { levels, random_index }
    })
}

fn rating() -> impl Strategy<Value = Scale> {
    (number(), number(), note(), note()).prop_filter_map("bounds apart", |(a, b, low_word, high_word)| {
        let (low, high) = (a.min(b) + 0.0, a.max(b) + 0.0);
        Some(Scale::Rating { low, high, low_word, high_word }).filter(|rating| rating.check(true).is_ok())
    })
}

fn money() -> impl Strategy<Value = Scale> {
    prop::sample::select(vec![Paid::Once, Paid::Yearly]).prop_map(|paid| Scale::Money { paid })
}

fn scale(account: Account) -> BoxedStrategy<Scale> {
    match account {
        Account::Points => prop_oneof![rating(), measure(points()), category(points()), money()].boxed(),
        Account::Money => prop_oneof![measure(number()), category(number()), money()].boxed(),
    }
}

type CriterionSeed = (usize, Text, Text, Scale);

fn criterion_seed(account: Account) -> impl Strategy<Value = CriterionSeed> {
    (0..8_usize, name(), note(), scale(account))
}

/// For every criterion whether there is a level, what it is made from, and the note on it.
type CellSeed = (bool, f64, i64, Text);
type OfferSeed = ((Text, Text, bool, [u8; 3], Text), Vec<CellSeed>);

fn offer_seed() -> impl Strategy<Value = OfferSeed> {
    let cell = (any::<bool>(), number(), whole_amount(), note());
    ((name(), note(), any::<bool>(), any::<[u8; 3]>(), note()), vec(cell, MOST_CRITERIA))
}

type ShareSeed = (f64, bool);
type SegmentSeed = (Text, [f64; 3], Vec<ShareSeed>, Vec<f64>);

fn segment_seed() -> impl Strategy<Value = SegmentSeed> {
    let factor = || prop_oneof![0.0..=1e9, Just(1.0), Just(5e-324), 0.0..2.0];
    let share = (prop_oneof![0.0..1.0, Just(0.0), Just(1e-300)], any::<bool>());
    (name(), [factor(), factor(), factor()], vec(share, 8 + MOST_CRITERIA + 1), vec(factor(), MOST_CRITERIA))
}

fn ownership() -> impl Strategy<Value = Ownership> {
    let years = 1..=Ownership::MAX_YEARS;
    (vec((whole_amount(), points()), 2..6), beyond(), years, prop_oneof![-0.5..=10.0, Just(0.03), Just(0.0)])
        .prop_filter_map("distinct amounts", |(points, beyond, years, rate)| {
            let mut ys: Vec<f64> = points.iter().map(|p| p.1).collect();
            ys.sort_by(f64::total_cmp);
            let mut xs: Vec<i64> = points.iter().map(|p| p.0).collect();
            xs.sort_unstable();
            #[expect(clippy::cast_precision_loss, reason = "amounts are exact as f64")]
            let points = xs.into_iter().zip(ys).map(|(x, y)| [x as f64, y]).collect();
            Curve::new(points, beyond).ok().map(|curve| Ownership { curve, years, rate })
        })
}

type HeaderSeed = (Text, Text, Option<String>, &'static str, Ownership, [(Option<Text>, bool); 8], usize);

fn header_seed() -> impl Strategy<Value = HeaderSeed> {
    let dimension = || (prop::option::of(name()), any::<bool>());
    let dimensions: [_; 8] = std::array::from_fn(|_| dimension());
    let currency = prop::sample::select(vec!["CNY", "JPY", "KWD", "XAG"]);
    (name(), note(), prop::option::of("[a-z]{1,9}"), currency, ownership(), dimensions, 0..9_usize)
}

fn comparison() -> impl Strategy<Value = Comparison> {
    prop::sample::select(vec![Account::Points, Account::Money]).prop_flat_map(|account| {
        let criteria = vec(criterion_seed(account), 0..=MOST_CRITERIA);
        let parts = (header_seed(), criteria, vec(offer_seed(), 0..5), vec(segment_seed(), 1..4));
        (Just(account), parts, vec(variant_seed(), 0..3)).prop_map(
            |(account, (header, criteria, offers, segments), variants)| {
                let mut comparison = build(account, header, criteria, offers, segments);
                comparison.variants = kept(&comparison, variants);
                comparison
            },
        )
    })
}

/// Name, reason, what random edits follow from, how many, and whether it branches from the one before.
type VariantSeed = (Text, Text, u64, usize, bool);

fn variant_seed() -> impl Strategy<Value = VariantSeed> {
    (name(), note(), any::<u64>(), 0..6_usize, any::<bool>())
}

fn kept(real: &Comparison, seeds: Vec<VariantSeed>) -> Vec<Variant> {
    let mut ids = IdSource::starting_at(9000);
    let mut variants: Vec<Variant> = Vec::new();
    for (i, (name, reason, seed, edits, branches)) in seeds.into_iter().enumerate() {
        let layered = support::edits::layered(&mut support::dice::Dice(seed), real, &mut ids, edits);
        variants.push(Variant {
            id: VariantId(id(4, i)),
            position: nth(i),
            name: name.map(|_, wording| format!("{wording} {i}")),
            reason,
            parent: variants.last().filter(|_| branches).map(|v| v.id),
            differences: differences(real, &layered),
        });
    }
    variants
}

/// Numbers of the parts of a comparison: any that are distinct.
fn id(kind: u32, index: usize) -> u32 {
    1000 * kind + 3 * u32::try_from(index).unwrap()
}

fn build(
    account: Account,
    (name, note, example, currency, ownership, dimensions, price): HeaderSeed,
    criteria: Vec<CriterionSeed>,
    offers: Vec<OfferSeed>,
    segments: Vec<SegmentSeed>,
) -> Comparison {
    let criterion = |(i, (dimension, name, note, scale)): (usize, CriterionSeed)| {
        let dimension = if scale.is_money() { Dimension::Monetary } else { Dimension::ALL[dimension] };
        Criterion { id: CriterionId(id(1, i)), position: nth(i), dimension, name, note, scale }
    };
    let criteria: Vec<Criterion> = criteria.into_iter().enumerate().map(criterion).collect();
    let once: Vec<CriterionId> =
        criteria.iter().filter(|c| c.scale == Scale::Money { paid: Paid::Once }).map(|c| c.id).collect();
    let is_empty = |i: usize| criteria.iter().all(|c| c.dimension.index() != i);
    let mut infos: [DimensionInfo; 8] = Default::default();
    for (i, (name, hidden)) in dimensions.into_iter().enumerate() {
        infos[i] = DimensionInfo { name, hidden: hidden && is_empty(i) };
    }
    let header = Header {
        id: ComparisonId(5),
        position: 0,
        name,
        note,
        example,
        account,
        currency: Currency::new(currency).unwrap(),
        ownership,
        dimensions: infos,
        price: (!once.is_empty()).then(|| once[price % once.len()]),
        pins: Vec::new(),
        expectation: None,
        dismissed: Vec::new(),
    };
    let offers = offers.into_iter().enumerate().map(|(i, seed)| offer(i, seed, &criteria)).collect();
    let mut comparison = Comparison { header, criteria, offers, segments: Vec::new(), variants: Vec::new() };
    if comparison.offers.len() != 1 {
        comparison.header.expectation = Some(Expectation::usual(&comparison));
    }
    comparison.segments =
        segments.into_iter().enumerate().map(|(i, seed)| segment(i, seed, &comparison)).collect::<Vec<_>>();
    if let Some(segment) = comparison.segments.first() {
        let said = worthwhile::claims::findings(Prepared::new(&comparison, segment).case());
        comparison.header.dismissed = of_every_kind(&comparison);
        comparison.header.pins = said.into_iter().filter_map(|found| found.statement).take(Header::PINS_MAX).collect();
    }
    comparison
}

/// A dismissed finding of every kind that the comparison has the parts for.
fn of_every_kind(comparison: &Comparison) -> Vec<Doubt> {
    let Some(segment) = comparison.segments.last().map(|s| s.id) else { return Vec::new() };
    let leaves: Vec<Leaf> = comparison.leaves().into_iter().flatten().collect();
    let offers: Vec<OfferId> = comparison.offers.iter().map(|o| o.id).collect();
    let mut all = vec![Doubt::ZeroDimension { segment, dimension: Dimension::Image }];
    for (i, &leaf) in leaves.iter().enumerate() {
        all.push(Doubt::WideScale { leaf, anchors: [-300.0, 1200.0] });
        all.push(Doubt::MissesAnEnd { leaf, reached: [0.1, 99.9] });
        all.push(Doubt::AllEqual { leaf, same_level: i % 2 == 0 });
        all.push(Doubt::ZeroWeight { segment, leaf });
        if !offers.is_empty() {
            let offers: BTreeSet<OfferId> = offers.iter().copied().collect();
            all.push(Doubt::MissingLevels { leaf, offers: offers.clone() });
            all.push(Doubt::OutsideScale { leaf, offers, anchors: [0.0, 5.0], flat: i % 3 == 0 });
        }
    }
    if let [a, .., b] = leaves.as_slice() {
        all.push(Doubt::MoveTogether { leaves: [*b, *a] });
    }
    if let [a, .., b] = offers.as_slice() {
        all.push(Doubt::Dominated { offer: *a, by: *b });
    }
    all
}

/// A lever on every other criterion.
fn some_levers(i: usize, criteria: &[Criterion]) -> LeverSet {
    let of = |(k, criterion): (usize, &Criterion)| {
        let mut lever = Lever::new(criterion.id, &criterion.scale);
        match (&mut lever.reach, &criterion.scale) {
            (Reach::Named { costs }, Scale::Category { levels, .. }) => {
                costs.extend(levels.iter().skip(1).map(|l| (l.id, 0.1)));
            }
            (Reach::Steps { step, cost, whole, high, .. }, Scale::Rating { high: most, .. }) => {
                (*step, *cost, *whole, *high) = (0.3, 1e-9, k % 3 == 0, Some(*most));
            }
            (Reach::Steps { cost, low, .. }, _) => (*cost, *low) = (7.25, Some(-1e3)),
            (Reach::Named { .. }, _) => {}
        }
        lever
    };
    let levers = criteria.iter().enumerate().filter(|(k, _)| (i + k).is_multiple_of(2)).map(of).collect();
    LeverSet { levers, margin: if i == 1 { 2.5 } else { 0.0 } }
}

fn offer(i: usize, seed: OfferSeed, criteria: &[Criterion]) -> Offer {
    let ((name, store, ours, color, note), cells) = seed;
    let (mut levels, mut level_notes) = (BTreeMap::new(), BTreeMap::new());
    for (criterion, (is_there, number, minor, note)) in criteria.iter().zip(cells) {
        let level = match &criterion.scale {
            Scale::Rating { low, high, .. } => Level::Number(number.clamp(*low, *high)),
            Scale::Measure { .. } => Level::Number(number),
            Scale::Category { levels, .. } => {
                Level::Category(levels[usize::try_from(minor.unsigned_abs() % 100).unwrap() % levels.len()].id)
            }
            Scale::Money { .. } => Level::Money(minor),
        };
        if is_there {
            levels.insert(criterion.id, level);
        }
        if !note.is_blank() {
            level_notes.insert(criterion.id, note);
        }
    }
    // Every other level is another one in use, or one of the few that there are in use only.
    let is_used = |k: usize| (i + k).is_multiple_of(2);
    let after_use = criteria.iter().enumerate().filter(|(k, _)| is_used(*k));
    let after_use = after_use.filter_map(|(_, c)| Some((c.id, *levels.get(&c.id)?))).collect();
    Offer {
        id: OfferId(id(2, i)),
        position: nth(i),
        name,
        store,
        ours,
        color,
        note,
        levels,
        after_use,
        level_notes,
        levers: some_levers(i, criteria),
    }
}

fn segment(i: usize, seed: SegmentSeed, comparison: &Comparison) -> Segment {
    let (name, [size, sharpness, cost_emphasis], shares, multipliers) = seed;
    let cost_emphasis = cost_emphasis.min(Segment::COST_EMPHASIS_MAX);
    let mut weights = Weights::default();
    let mut shares = shares.into_iter();
    let sets = Side::ALL.map(WeightSet::Side).into_iter().chain(Dimension::ALL.map(WeightSet::Dimension));
    for members in sets.map(|set| comparison.members(set)) {
        put_shares(&mut weights, &members, &mut shares);
    }
    for (criterion, factor) in comparison.criteria.iter().zip(multipliers) {
        // Some have none, which stands for 1.
        if !criterion.scale.is_money() && factor > 0.5 {
            weights.multipliers.insert(criterion.id, factor);
        }
    }
    let everyone = i == 0;
    // Every second criterion's weight was given for another range.
    let leaves = comparison.leaves().into_iter().flatten().step_by(2);
    let given_for =
        leaves.filter_map(|leaf| Some((leaf, comparison.range_of(leaf)?.map(|end| (end / 4.0).trunc())))).collect();
    Segment {
        id: SegmentId(id(3, i)),
        position: nth(i),
        name,
        everyone,
        size,
        sharpness,
        cost_emphasis,
        buys_nothing: (i % 2 == 1).then_some(sharpness - 0.3),
        weights,
        given_for,
        elicited: said(i, comparison),
    }
}

/// Shares of a set from the next seeds: in proportion, equal where all are 0.
/// Answers by every method, of which one is in force.
fn said(i: usize, comparison: &Comparison) -> Vec<Elicited> {
    let ground = Ground::of(comparison);
    let items = |scope: Scope| ground.items(scope);
    let (value, both, cost) = (Scope::Dimensions(Side::Value), Scope::Both, Scope::Side(Side::Cost));
    let number = |k: usize| f64::from(u32::try_from((i * 7 + k * 13) % 100).unwrap()) / 3.0;
    let swing = |(k, item): (usize, Item)| {
        let levels = match item {
            Item::Leaf(leaf) if k % 2 == 0 => whole_levels(comparison, leaf),
            _ => None,
        };
        SwingAnswer { item, levels, span: number(k), worth: number(k + 1) }
    };
    let swings = |scope: Scope| items(scope).into_iter().enumerate().map(swing).collect::<Vec<_>>();
    // Money is worth itself.
    let priced = swings(both).into_iter().filter(|s| s.item != Item::Leaf(Leaf::Ownership)).collect();
    let judgement = |(k, pair): (usize, &[Item])| Judgement { row: pair[1], column: pair[0], ratio: number(k) + 0.1 };
    let shown = |(k, offer): (usize, &Offer)| Alternative {
        offer: (k % 2 == 0).then_some(offer.id),
        levels: offer.levels.iter().skip(k % 3).map(|(id, level)| (*id, *level)).collect(),
    };
    let alternatives: Vec<Alternative> = comparison.offers.iter().enumerate().map(shown).collect();
    let order: Vec<usize> = (0..alternatives.len()).rev().skip(i % 2).collect();
    let (choices, place) = (ChoiceAnswer { alternatives, order }, |k: usize| u32::try_from(k / 2 + 1).unwrap());
    let all = [
        (
            both,
            Answers::Pairwise {
                judgements: items(both).windows(2).enumerate().map(judgement).collect(),
                random_index: if i.is_multiple_of(2) { Vec::new() } else { vec![0.58, 0.9] },
            },
        ),
        (both, Answers::Money { swings: priced, at: i.is_multiple_of(2).then_some(123) }),
        (both, Answers::Choices { choices: if choices.order.is_empty() { Vec::new() } else { vec![choices] } }),
        (
            value,
            Answers::Points { points: items(value).into_iter().enumerate().map(|(k, m)| (m, number(k))).collect() },
        ),
        (cost, Answers::Swing { swings: swings(cost) }),
        (
            cost,
            Answers::RankOrder {
                formula: RankMethod::ALL[i % 3],
                places: items(cost).into_iter().enumerate().map(|(k, item)| (item, place(k))).collect(),
            },
        ),
    ];
    let kept = all.into_iter().filter(|(scope, answers)| !answers.is_empty() && answers.check(*scope, &ground).is_ok());
    let in_force = |answers: &Answers| answers.method() == Method::Pairwise && i % 2 == 1;
    let mut kept: Vec<Elicited> =
        kept.map(|(scope, answers)| Elicited { scope, in_force: in_force(&answers), answers }).collect();
    kept.sort_by_key(|e| (e.scope, e.method()));
    kept
}

fn put_shares(weights: &mut Weights, members: &[Member], seeds: &mut impl Iterator<Item = ShareSeed>) {
    let raw: Vec<ShareSeed> = seeds.take(members.len()).collect();
    let sum: f64 = raw.iter().map(|(share, _)| share).sum();
    let equal = 1.0 / f64::from(u32::try_from(members.len().max(1)).unwrap());
    for (member, (share, locked)) in members.iter().zip(raw) {
        // A sum this small would lose the digits that make the shares add up to 1.
        let share = if sum > 1e-200 { share / sum } else { equal };
        weights.put(*member, Share { share, locked });
    }
}

/// The same comparison with numbers that depend on nothing but its order.
fn canonical(comparison: &Comparison) -> Comparison {
    let mut copy = Workbook::default().renumbered(comparison);
    let own_worth = |s: &SwingAnswer| is_money(comparison, s.item);
    for segment in &mut copy.segments {
        for elicited in &mut segment.elicited {
            // Places that a criterion left empty when it went, as in a variant's case: only their order is in the file.
            elicited.answers = elicited.answers.clone().tidied();
            // What money is worth in money is not in it.
            if let Answers::Money { swings, .. } = &mut elicited.answers {
                swings.retain(|s| !own_worth(s));
            }
        }
        segment.elicited.retain(|e| !e.answers.is_empty());
    }
    for criterion in &mut copy.criteria {
        let Scale::Category { levels, .. } = &mut criterion.scale else { continue };
        let new: BTreeMap<CategoryId, CategoryId> = levels.iter().map(|l| l.id).zip((1..).map(CategoryId)).collect();
        for level in levels {
            level.id = new[&level.id];
            level.judged = std::mem::take(&mut level.judged).iter().map(|(of, times)| (new[of], *times)).collect();
        }
        for pin in &mut copy.header.pins {
            if let Statement::Flip { varied: Varied::Category(_, of, level), .. } = pin
                && *of == criterion.id
            {
                *level = new[level];
            }
        }
        let answers = copy.segments.iter_mut().flat_map(|s| &mut s.elicited).map(|e| &mut e.answers);
        for level in answers.flat_map(|answers| levels_of(answers, criterion.id)) {
            if let Level::Category(id) = level {
                *id = new[id];
            }
        }
        let offers = copy.offers.iter_mut().flat_map(|o| [&mut o.levels, &mut o.after_use]);
        let expected = copy.header.expectation.iter_mut().map(|expected| &mut expected.levels);
        for level in offers.chain(expected).filter_map(|levels| levels.get_mut(&criterion.id)) {
            if let Level::Category(id) = level {
                *id = new[id];
            }
        }
        for lever in copy.offers.iter_mut().flat_map(|o| &mut o.levers.levers).filter(|l| l.criterion == criterion.id) {
            if let Reach::Named { costs } = &mut lever.reach {
                *costs = costs.iter().map(|(id, cost)| (new[id], *cost)).collect();
            }
        }
    }
    copy
}

/// Every level of a criterion in answers.
fn levels_of(answers: &mut Answers, criterion: CriterionId) -> Vec<&mut Level> {
    match answers {
        Answers::Swing { swings } | Answers::Money { swings, .. } => {
            let own = swings.iter_mut().filter(|s| s.item == Item::Leaf(Leaf::Criterion(criterion)));
            own.flat_map(|s| s.levels.iter_mut().flatten()).collect()
        }
        Answers::Choices { choices } => {
            let alternatives = choices.iter_mut().flat_map(|c| &mut c.alternatives);
            alternatives.filter_map(|a| a.levels.get_mut(&criterion)).collect()
        }
        Answers::Points { .. } | Answers::RankOrder { .. } | Answers::Pairwise { .. } => Vec::new(),
    }
}

/// The canonical comparison with every part in the place of its order.
fn placed(comparison: &Comparison) -> Comparison {
    let mut copy = canonical(comparison);
    copy.criteria.iter_mut().enumerate().for_each(|(i, c)| c.position = nth(i));
    copy.offers.iter_mut().enumerate().for_each(|(i, o)| o.position = nth(i));
    copy.segments.iter_mut().enumerate().for_each(|(i, s)| s.position = nth(i));
    copy
}

/// Part by part, so that a difference is easy to find. −0.0 may become 0.0; no other number changes by a bit.
fn assert_same(read: &Comparison, written: &Comparison) -> Result<(), TestCaseError> {
    let (actual, expected) = (canonical(read), canonical(written));
    prop_assert_eq!(&actual.header, &expected.header);
    prop_assert_eq!(&actual.criteria, &expected.criteria);
    prop_assert_eq!(&actual.offers, &expected.offers);
    prop_assert_eq!(&actual.segments, &expected.segments);
    prop_assert_eq!(actual.variants.len(), expected.variants.len());
    for (a, b) in actual.variants.iter().zip(&expected.variants) {
        prop_assert_eq!((&a.name, &a.reason), (&b.name, &b.reason));
        let parent = |of: &Comparison, v: &Variant| v.parent.map(|id| of.variants.iter().position(|p| p.id == id));
        prop_assert_eq!(parent(&actual, a), parent(&expected, b));
    }
    // Named levels have the numbers of their own comparison in a variant.
    for (a, b) in read.variants.iter().zip(&written.variants) {
        let (a, b) = (placed(&a.of(read)), placed(&b.of(written)));
        prop_assert_eq!(&a.header, &b.header);
        prop_assert_eq!(&a.criteria, &b.criteria);
        prop_assert_eq!(&a.offers, &b.offers);
        prop_assert_eq!(&a.segments, &b.segments);
    }
    Ok(())
}

/// Money is worth itself: an answer that says nothing else is not one that a file could be read with.
#[test]
fn what_money_is_worth_in_money_is_no_answer() {
    let mut comparison = new_comparison(&mut IdSource::starting_at(1), Text::from("A"));
    let item = Item::Dimension(Dimension::Monetary);
    let answers =
        Answers::Money { swings: vec![SwingAnswer { item, levels: None, span: 100.0, worth: 7.0 }], at: None };
    comparison.segments[0].elicited = vec![Elicited { scope: Scope::Dimensions(Side::Cost), in_force: false, answers }];
    let again = read(&write(&[&comparison]), &mut IdSource::starting_at(1)).unwrap();
    assert_eq!(again[0].segments[0].elicited, []);
}

proptest! {
    #![proptest_config(support::config(128))]

    #[test]
    fn reading_gives_back_what_was_written(written in comparison()) {
        prop_assert_eq!(check(&written), Ok(()));
        let text = write(&[&written]);
        let all = read(&text, &mut IdSource::starting_at(50));
        let all = all.map_err(|e| TestCaseError::fail(format!("{e}\n{text}")))?;
        prop_assert_eq!(all.len(), 1);
        assert_same(&all[0], &written)?;
        prop_assert_eq!(write(&[&all[0]]), text, "writing again gives the same file");
    }

    #[test]
    fn several_comparisons_keep_their_order_and_share_no_numbers(all in vec(comparison(), 0..4)) {
        let text = write(&all.iter().collect::<Vec<_>>());
        let again = read(&text, &mut IdSource::starting_at(1)).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(again.len(), all.len());
        for (i, (actual, expected)) in again.iter().zip(&all).enumerate() {
            prop_assert_eq!(actual.header.position, nth(i));
            let expected = Comparison { header: Header { position: nth(i), ..expected.header.clone() }, ..expected.clone() };
            assert_same(actual, &expected)?;
        }
        let leaves: Vec<Leaf> = again.iter().flat_map(|c| c.criteria.iter().map(|c| Leaf::Criterion(c.id))).collect();
        let distinct: std::collections::BTreeSet<_> = leaves.iter().collect();
        prop_assert_eq!(distinct.len(), leaves.len());
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_but_never_a_crash(
        whole in comparison(),
        at in any::<prop::sample::Index>(),
        garbage in prop_oneof![Just(String::new()), "[\\[\\]{}\",:0-9e.-]{1,3}"],
        cut in 0..20_usize,
    ) {
        let text = write(&[&whole]);
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let rest = (at + cut).min(chars.len());
        let damaged: String = chars[..at].iter().copied().chain(garbage.chars()).chain(chars[rest..].iter().copied()).collect();
        if let Ok(all) = read(&damaged, &mut IdSource::starting_at(1)) {
            prop_assert!(all.iter().all(|c| check(c).is_ok()));
        }
    }
}
