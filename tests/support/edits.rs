//! Random edits: most of them good, some that must be refused, some that change nothing.

use super::dice::Dice;
use super::{any_shape, comparison, criterion, level, member, name, offer, ownership, scale, segment, shares};
use worthwhile::model::{
    Account, Added, BuyerPreset, Comparison, CriterionId, Currency, Dimension, Edit, IdSource, Leaf, Lever, LeverSet,
    Member, OfferDetails, OfferId, Reach, Scale, SegmentId, Share, Statement, Text, Variant, VariantId, Varied,
    Workbook, differences, leaf_of, reshare,
};
use worthwhile::value::{Target, convert};

/// An edit of any kind; things that it makes get numbers from `ids`.
pub fn edit(dice: &mut Dice, workbook: &Workbook, ids: &mut IdSource) -> Edit {
    if workbook.comparisons.is_empty() || dice.chance(0.12) {
        of_the_list(dice, workbook, ids)
    } else {
        let target = dice.pick(&workbook.comparisons);
        if dice.chance(0.15) {
            return of_the_variants(dice, target, ids);
        }
        of_one(dice, target, ids)
    }
}

/// An edit of one comparison, its name and its variants aside.
pub fn of_one(dice: &mut Dice, target: &Comparison, ids: &mut IdSource) -> Edit {
    match dice.below(7) {
        0 => of_the_header(dice, target),
        1 => of_the_criteria(dice, target, ids),
        2 => of_the_offers(dice, target, ids),
        3 => of_the_segments(dice, target, ids),
        4 => super::expectation::edit(dice, target),
        5 => super::answers::edit(dice, target),
        _ => of_the_numbers(dice, target),
    }
}

/// `real` after some edits.
pub fn layered(dice: &mut Dice, real: &Comparison, ids: &mut IdSource, edits: usize) -> Comparison {
    let mut alone = Workbook { comparisons: vec![real.clone()], ids: IdSource::starting_at(1) };
    for _ in 0..edits {
        let edit = of_one(dice, &alone.comparisons[0], ids);
        if edit.content_of().is_none() {
            continue;
        }
        if let Ok(changes) = edit.changes(&alone) {
            alone.apply(&changes);
        }
    }
    alone.comparisons.remove(0)
}

fn of_the_variants(dice: &mut Dice, target: &Comparison, ids: &mut IdSource) -> Edit {
    let comparison = target.id();
    let all: Vec<VariantId> = target.variants.iter().map(|v| v.id).collect();
    let variant = id(dice, &all, VariantId(u32::MAX));
    let edits = dice.below(6);
    let differences = differences(target, &layered(dice, target, ids, edits));
    match dice.below(6) {
        0 | 1 => {
            let new = if dice.chance(0.05) { variant } else { VariantId(ids.fresh()) };
            let reason = name(dice);
            let name =
                if all.is_empty() || dice.chance(0.9) { any_name(dice) } else { target.variants[0].name.clone() };
            let parent = (!all.is_empty() && dice.chance(0.5)).then_some(variant);
            let variant = Variant { id: new, position: 0, name, reason, parent, differences };
            Edit::AddVariant { comparison, variant: Box::new(variant) }
        }
        2 => Edit::DescribeVariant { comparison, variant, name: any_name(dice), reason: name(dice) },
        3 => Edit::SetVariant { comparison, variant, differences },
        4 => Edit::RemoveVariant { comparison, variant },
        _ => {
            let kept = target.variant(variant).map_or(differences, |v| v.differences.clone());
            Edit::ApplyDifferences { comparison, differences: kept, name: None }
        }
    }
}

/// One of `list`, or now and then something that is not there.
fn id<T: Copy>(dice: &mut Dice, list: &[T], missing: T) -> T {
    if list.is_empty() || dice.chance(0.02) { missing } else { *dice.pick(list) }
}

fn criterion_id(dice: &mut Dice, of: &Comparison) -> CriterionId {
    let all: Vec<CriterionId> = of.criteria.iter().map(|c| c.id).collect();
    id(dice, &all, CriterionId(u32::MAX))
}

fn offer_id(dice: &mut Dice, of: &Comparison) -> OfferId {
    let all: Vec<OfferId> = of.offers.iter().map(|o| o.id).collect();
    id(dice, &all, OfferId(u32::MAX))
}

/// A name; sometimes one that must be refused.
fn any_name(dice: &mut Dice) -> Text {
    if dice.chance(0.05) { Text::Plain(" \u{202E}".to_owned()) } else { name(dice) }
}

fn of_the_list(dice: &mut Dice, workbook: &Workbook, ids: &mut IdSource) -> Edit {
    let at = dice.below(5);
    let existing = workbook.comparisons.get(dice.below(workbook.comparisons.len().max(1)));
    match (dice.below(4), existing) {
        (0, Some(old)) if dice.chance(0.5) => converted(dice, old),
        (0, Some(old)) => Edit::RemoveComparison { comparison: old.id() },
        (1, Some(old)) => Edit::MoveComparison { comparison: old.id(), to: at },
        (2, Some(old)) => {
            let replacement = if dice.chance(0.2) {
                old.clone()
            } else {
                let shape = any_shape(dice);
                comparison(dice, ids, shape)
            };
            Edit::ReplaceComparison { comparison: old.id(), replacement: Box::new(replacement) }
        }
        (_, existing) => {
            let count = 1 + dice.below(3);
            let mut comparisons = Vec::new();
            for _ in 0..count {
                let shape = any_shape(dice);
                comparisons.push(comparison(dice, ids, shape));
            }
            if let Some(old) = existing.filter(|_| dice.chance(0.1)) {
                // The same parts under another name: must be refused, or two rows would have one number.
                comparisons.push(old.clone());
                comparisons[count].header.name = name(dice);
            }
            Edit::AddComparisons { comparisons, at, origin: Added::New }
        }
    }
}

/// The other account where there is a way to it; now and then the same one, which must be refused.
fn converted(dice: &mut Dice, old: &Comparison) -> Edit {
    let target = match old.header.account {
        Account::Points => Target::Money { at: dice.chance(0.5).then(|| dice.between(0.0, 9000.0)) },
        Account::Money => Target::Points { anchors: dice.chance(0.5).then_some([0.0, 10_000.0]) },
    };
    let way = convert(old, target).map(|conversion| conversion.comparison);
    let converted = Box::new(way.unwrap_or_else(|_| old.clone()));
    Edit::ConvertAccount { comparison: old.id(), converted }
}

fn of_the_header(dice: &mut Dice, target: &Comparison) -> Edit {
    let comparison = target.id();
    let dimension = *dice.pick(&Dimension::ALL);
    match dice.below(7) {
        0 => Edit::DescribeComparison { comparison, name: any_name(dice), note: name(dice) },
        1 => {
            let code = *dice.pick(&["CNY", "USD", "JPY", "KWD"]);
            Edit::SetCurrency { comparison, currency: Currency::new(code).unwrap() }
        }
        2 => Edit::SetOwnership { comparison, ownership: ownership(dice) },
        3 => {
            let years = *dice.pick(&[0, 1, 101]);
            Edit::SetOwnership {
                comparison,
                ownership: worthwhile::model::Ownership { years, ..target.header.ownership.clone() },
            }
        }
        4 => {
            let name = dice.chance(0.7).then(|| any_name(dice));
            Edit::RenameDimension { comparison, dimension, name }
        }
        5 => Edit::SetPrice { comparison, criterion: criterion_id(dice, target) },
        _ => Edit::HideDimension { comparison, dimension, hidden: dice.chance(0.6) },
    }
}

fn of_the_criteria(dice: &mut Dice, target: &Comparison, ids: &mut IdSource) -> Edit {
    let comparison = target.id();
    let id = criterion_id(dice, target);
    let dimension = *dice.pick(&Dimension::ALL);
    let at = dice.below(5);
    match dice.below(6) {
        0 | 1 => {
            let new = if dice.chance(0.05) { id } else { CriterionId(ids.fresh()) };
            // Money that lands outside Monetary must be refused.
            let scale_of = if dice.chance(0.1) { Dimension::Monetary } else { dimension };
            let mut criterion = criterion(dice, new, scale_of, target.header.account);
            criterion.dimension = dimension;
            let levels = target.offers.iter().map(|o| (o.id, level(dice, &criterion.scale))).collect();
            Edit::AddCriterion { comparison, criterion: Box::new(criterion), at, levels }
        }
        2 => Edit::RemoveCriterion { comparison, criterion: id },
        3 => Edit::MoveCriterion { comparison, criterion: id, dimension, to: at },
        4 => Edit::DescribeCriterion { comparison, criterion: id, name: any_name(dice), note: name(dice) },
        _ => {
            let dimension = target.criterion(id).map_or(dimension, |c| c.dimension);
            Edit::SetScale { comparison, criterion: id, scale: scale(dice, dimension, target.header.account) }
        }
    }
}

fn of_the_offers(dice: &mut Dice, target: &Comparison, ids: &mut IdSource) -> Edit {
    let comparison = target.id();
    let id = offer_id(dice, target);
    let at = dice.below(6);
    match dice.below(6) {
        0 | 1 => {
            let new = if dice.chance(0.05) { id } else { OfferId(ids.fresh()) };
            let mut offer = offer(dice, new, &target.criteria, 0.1);
            super::expectation::use_it(dice, &mut offer, &target.criteria);
            if dice.chance(0.1) {
                // A remark on what is not there.
                offer.level_notes.insert(CriterionId(u32::MAX), "lost".into());
            }
            Edit::AddOffer { comparison, offer: Box::new(offer), at }
        }
        2 => Edit::RemoveOffer { comparison, offer: id },
        4 => Edit::SetLevers { comparison, offer: id, levers: levers(dice, target) },
        3 => Edit::MoveOffer { comparison, offer: id, to: at },
        _ => {
            let color = [7, 8, 9];
            let details = OfferDetails {
                name: any_name(dice),
                store: name(dice),
                ours: dice.chance(0.5),
                color,
                note: name(dice),
            };
            Edit::DescribeOffer { comparison, offer: id, details }
        }
    }
}

fn of_the_segments(dice: &mut Dice, target: &Comparison, ids: &mut IdSource) -> Edit {
    let comparison = target.id();
    let all: Vec<SegmentId> = target.segments.iter().map(|s| s.id).collect();
    let id = id(dice, &all, SegmentId(u32::MAX));
    let at = dice.below(5);
    let number = *dice.pick(&[0.0, -0.0, 0.25, 1.0, 40.0, -1.0, f64::NAN, f64::INFINITY, 1e9]);
    match dice.below(8) {
        0 | 1 => {
            let new = if dice.chance(0.05) { id } else { SegmentId(ids.fresh()) };
            let mut segment = segment(dice, new, target);
            segment.weights = BuyerPreset::ALL[dice.below(3)].weights(target, &segment.weights);
            if dice.chance(0.1) {
                // Weights of what is not there must be refused.
                segment.weights.put(Member::Leaf(Leaf::Criterion(CriterionId(u32::MAX))), Share::default());
            }
            Edit::AddSegment { comparison, segment: Box::new(segment), at }
        }
        2 => Edit::RemoveSegment { comparison, segment: id },
        3 => Edit::MoveSegment { comparison, segment: id, to: at },
        4 => {
            let taken = dice.pick(&target.segments).name.clone();
            let name = if dice.chance(0.8) { any_name(dice) } else { taken };
            Edit::DescribeSegment { comparison, segment: id, name }
        }
        5 if dice.chance(0.4) => {
            let cdv = dice.chance(0.7).then_some(if dice.chance(0.1) { f64::NAN } else { number });
            Edit::SetBuysNothing { comparison, segment: id, cdv }
        }
        5 => Edit::SetSegmentSize { comparison, segment: id, size: number },
        6 => Edit::SetSharpness { comparison, segment: id, sharpness: number },
        _ => Edit::SetMultiplier { comparison, segment: id, criterion: criterion_id(dice, target), factor: number },
    }
}

/// Levers of some criteria; now and then some that must be refused.
fn levers(dice: &mut Dice, target: &Comparison) -> LeverSet {
    let mut levers: Vec<Lever> = Vec::new();
    for criterion in &target.criteria {
        if dice.chance(0.4) {
            continue;
        }
        let mut lever = Lever::new(criterion.id, &criterion.scale);
        match (&mut lever.reach, &criterion.scale) {
            (Reach::Named { costs }, Scale::Category { levels, .. }) => {
                costs.extend(levels.iter().map(|level| (level.id, dice.between(-0.5, 90.0))));
            }
            (Reach::Steps { cost, low, .. }, _) => {
                *cost = dice.between(-0.5, 90.0);
                *low = dice.chance(0.2).then(|| dice.between(-3.0, 12.0).round());
            }
            (Reach::Named { .. }, _) => {}
        }
        levers.push(lever);
    }
    if dice.chance(0.1) {
        levers.extend(levers.first().cloned());
    }
    LeverSet { levers, margin: *dice.pick(&[0.0, -0.0, 2.5, -1.0]) }
}

fn of_the_numbers(dice: &mut Dice, target: &Comparison) -> Edit {
    let comparison = target.id();
    let (offer, criterion) = (offer_id(dice, target), criterion_id(dice, target));
    let segment = dice.pick(&target.segments);
    match dice.below(6) {
        5 => of_the_ranges(dice, target),
        0 | 1 => {
            let count = 1 + dice.below(4);
            let mut cells = Vec::new();
            for _ in 0..count {
                let (offer, id) = (offer_id(dice, target), criterion_id(dice, target));
                // A level of another criterion's kind must be refused with the whole paste.
                let kind = if dice.chance(0.1) { criterion } else { id };
                let level = target.criterion(kind).map(|c| level(dice, &c.scale)).filter(|_| !dice.chance(0.2));
                cells.push((offer, id, level));
            }
            Edit::SetLevels { comparison, cells }
        }
        2 => {
            let note = if dice.chance(0.3) { Text::default() } else { name(dice) };
            Edit::SetLevelNote { comparison, offer, criterion, note }
        }
        3 if dice.chance(0.3) => super::doubts::edit(dice, target),
        3 if dice.chance(0.4) => {
            let statement = statement(dice, target);
            let pinned = target.header.pins.get(dice.below(target.header.pins.len().max(1)));
            match pinned.filter(|_| dice.chance(0.4)) {
                Some(pin) => Edit::UnpinClaim { comparison, statement: pin.clone() },
                None => Edit::PinClaim { comparison, statement },
            }
        }
        3 => {
            let cost_emphasis = *dice.pick(&[0.0, -0.0, 0.5, 1.0, 3.0, -1.0, f64::NAN, 1e9]);
            Edit::SetCostEmphasis { comparison, segment: segment.id, cost_emphasis }
        }
        _ => weights(dice, target),
    }
}

/// A scale that is fitted, or a weight that is said to hold for it.
fn of_the_ranges(dice: &mut Dice, target: &Comparison) -> Edit {
    let (comparison, id) = (target.id(), criterion_id(dice, target));
    let leaf = target.criterion(id).map_or(Leaf::Ownership, leaf_of);
    let keep_trade_offs = dice.chance(0.5);
    if dice.chance(0.4) {
        let segment = dice.pick(&target.segments).id;
        return Edit::ConfirmRange { comparison, segment, leaf, keep_trade_offs };
    }
    if dice.chance(0.3) {
        let segment = dice.pick(&target.segments).id;
        let other = target.criterion(criterion_id(dice, target)).map_or(Leaf::Ownership, leaf_of);
        return Edit::MoveWeight { comparison, segment, from: leaf, to: Some(other).filter(|_| keep_trade_offs) };
    }
    let anchors = dice.chance(0.7).then(|| {
        let low = dice.between(-20.0, 30.0).round();
        // Now and then no range at all.
        [low, low + dice.between(-2.0, 60.0).round()]
    });
    Edit::FitScale { comparison, leaf, anchors, keep_trade_offs }
}

/// A sentence about offers and criteria of the comparison; now and then of ones that are not there.
pub fn statement(dice: &mut Dice, target: &Comparison) -> Statement {
    let (offer, rival, criterion) = (offer_id(dice, target), offer_id(dice, target), criterion_id(dice, target));
    let leaf = target.criterion(criterion).map_or(Leaf::Ownership, leaf_of);
    let dimension = *dice.pick(&Dimension::ALL);
    let varied = match dice.below(4) {
        0 => Varied::Weight(Member::Leaf(leaf)),
        1 => Varied::Weight(Member::Dimension(dimension)),
        2 => Varied::Emphasis,
        _ => match target.criterion(criterion).map(|c| &c.scale) {
            Some(Scale::Category { levels, .. }) => Varied::Category(offer, criterion, dice.pick(levels).id),
            _ => Varied::Level(offer, criterion),
        },
    };
    match dice.below(6) {
        0 => Statement::Winner { offer },
        1 => Statement::Tie { offers: vec![offer, rival] },
        2 => Statement::Flip { varied, up: dice.chance(0.5), winner: offer, to: rival },
        3 => Statement::Outside { offer, leaf, winner: rival, to: offer },
        4 => Statement::Never { winner: offer, dimensions: vec![dimension] },
        _ => Statement::Dominated { offer, by: rival },
    }
}

/// A whole set of weights: a moved slider, a random set, or one that does not add up.
fn weights(dice: &mut Dice, target: &Comparison) -> Edit {
    let comparison = target.id();
    let segment = dice.pick(&target.segments);
    let Some((set, moved)) = member(dice, target) else {
        return Edit::SetCostEmphasis { comparison, segment: segment.id, cost_emphasis: 2.0 };
    };
    let old = target.shares(segment, set);
    let index = old.iter().position(|(m, _)| *m == moved).unwrap();
    let plain: Vec<_> = old.iter().map(|(_, share)| *share).collect();
    let mut new: Vec<_> = match dice.below(3) {
        0 => reshare(&plain, index, dice.between(-0.2, 1.2)).collect(),
        1 => plain,
        _ => shares(dice, plain.len()),
    };
    if dice.chance(0.1) {
        new[index].share += 1.2;
        let other = dice.below(new.len());
        // Where the other one pays for it the sum is right, but shares are below 0 or above 1.
        if dice.chance(0.5) {
            new[other].share -= 1.2;
        }
    }
    let shares = old.iter().map(|(member, _)| *member).zip(new).collect();
    Edit::SetWeights { comparison, segment: segment.id, set, shares }
}
