//! Findings that are held to be no problem, both ways: kind and subjects by keys, ends of money in units.

use serde::Deserialize;

use super::dto::{List, OFFERS_MAX, Object};
use super::pins::needed;
use super::pretty::{Node, number};
use super::read::Names;
use super::read_variants::segment as segment_of;
use super::{OWNERSHIP, out};
use crate::exchange::error::listed;
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{Comparison, Currency, Dimension, Doubt, Leaf, OfferId, SegmentId};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DoubtDto {
    about: About,
    leaf: Option<String>,
    #[serde(default)]
    leaves: List<String>,
    offer: Option<String>,
    rival: Option<String>,
    #[serde(default)]
    offers: List<String, OFFERS_MAX>,
    segment: Option<String>,
    dimension: Option<Dimension>,
    anchors: Option<[f64; 2]>,
    reached: Option<[f64; 2]>,
    #[serde(default)]
    flat: bool,
    #[serde(default)]
    same_level: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum About {
    MissingLevels,
    OutsideScale,
    MoveTogether,
    WideScale,
    MissesAnEnd,
    AllEqual,
    Dominated,
    ZeroWeight,
    ZeroDimension,
}

// --- out -----------------------------------------------------------------------------------------------------------

/// A dismissed finding; `None` where something that it names has no key.
pub(super) fn write(doubt: &Doubt, comparison: &Comparison, names: &out::Names) -> Option<Node> {
    let word = |word: &str| Node::Text(word.to_owned());
    let offer = |id: OfferId| names.offers.get(&id).cloned().map(Node::Text);
    let segment = |id: SegmentId| names.segments.get(&id).cloned().map(Node::Text);
    let leaf = |leaf: Leaf| match leaf {
        Leaf::Ownership => Some(word(OWNERSHIP)),
        Leaf::Criterion(id) => names.criteria.get(&id).cloned().map(Node::Text),
    };
    let ends = |of: Leaf, ends: [f64; 2]| match of {
        #[expect(clippy::cast_possible_truncation, reason = "whole minor units below 2^53")]
        Leaf::Ownership => {
            Node::List(ends.map(|minor| out::amount(comparison.header.currency, minor.round() as i64)).into())
        }
        Leaf::Criterion(_) => Node::List(ends.map(number).into()),
    };
    let listed = |offers: &std::collections::BTreeSet<OfferId>| {
        let in_order = comparison.offers.iter().filter(|o| offers.contains(&o.id));
        Node::List(in_order.filter_map(|o| offer(o.id)).collect())
    };
    let members = match doubt {
        Doubt::MissingLevels { leaf: l, offers } => {
            vec![("about", word("missing_levels")), ("leaf", leaf(*l)?), ("offers", listed(offers))]
        }
        Doubt::OutsideScale { leaf: l, offers, anchors, flat } => {
            let mut members = vec![("about", word("outside_scale")), ("leaf", leaf(*l)?), ("offers", listed(offers))];
            members.push(("anchors", ends(*l, *anchors)));
            members.extend(flat.then_some(("flat", Node::Bool(true))));
            members
        }
        Doubt::MoveTogether { leaves: [a, b] } => {
            vec![("about", word("move_together")), ("leaves", Node::List(vec![leaf(*a)?, leaf(*b)?]))]
        }
        Doubt::WideScale { leaf: l, anchors } => {
            vec![("about", word("wide_scale")), ("leaf", leaf(*l)?), ("anchors", ends(*l, *anchors))]
        }
        Doubt::MissesAnEnd { leaf: l, reached } => {
            let reached = Node::List(reached.map(number).into());
            vec![("about", word("misses_an_end")), ("leaf", leaf(*l)?), ("reached", reached)]
        }
        Doubt::AllEqual { leaf: l, same_level } => {
            let mut members = vec![("about", word("all_equal")), ("leaf", leaf(*l)?)];
            members.extend(same_level.then_some(("same_level", Node::Bool(true))));
            members
        }
        Doubt::Dominated { offer: a, by } => {
            vec![("about", word("dominated")), ("offer", offer(*a)?), ("rival", offer(*by)?)]
        }
        Doubt::ZeroWeight { segment: s, leaf: l } => {
            vec![("about", word("zero_weight")), ("segment", segment(*s)?), ("leaf", leaf(*l)?)]
        }
        Doubt::ZeroDimension { segment: s, dimension } => {
            vec![("about", word("zero_dimension")), ("segment", segment(*s)?), ("dimension", word(dimension.key()))]
        }
    };
    Some(Node::Object(members.into_iter().map(|(key, node)| (key.to_owned(), node)).collect()))
}

// --- in ------------------------------------------------------------------------------------------------------------

/// The doubts that a file says are dismissed; paths start at the list.
pub(super) fn read(dtos: Vec<Object<DoubtDto>>, names: &Names, currency: Currency) -> Result<Vec<Doubt>, ImportError> {
    let dtos = dtos.into_iter().enumerate();
    dtos.map(|(i, Object(dto))| doubt(&dto, names, currency).map_err(|e| e.under(&format!("[{i}]")))).collect()
}

fn doubt(dto: &DoubtDto, names: &Names, currency: Currency) -> Result<Doubt, ImportError> {
    let offer = |key: &str, place: &str| {
        let unknown = || Problem::UnknownOffer(listed(names.offers.keys().map(String::as_str)));
        names.offers.get(key).copied().ok_or_else(|| ImportError::new(place, unknown()))
    };
    let leaf_of = |key: &str, place: &str| match key {
        OWNERSHIP => Ok(Leaf::Ownership),
        key => {
            let unknown = || ImportError::new(place, names.criteria.unknown());
            names.criteria.get(key).map(|c| Leaf::Criterion(c.id)).ok_or_else(unknown)
        }
    };
    let leaf = || leaf_of(needed(dto.leaf.as_deref(), "leaf")?, "leaf");
    let segment = || segment_of(needed(dto.segment.as_deref(), "segment")?, "segment", names);
    let offers = || dto.offers.0.iter().map(|key| offer(key, "offers")).collect::<Result<_, _>>();
    let anchors = |of: Leaf| {
        let ends = needed(dto.anchors, "anchors")?;
        if of != Leaf::Ownership {
            return Ok(ends.map(|end| end + 0.0));
        }
        let minor = |end: f64| {
            #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
            let minor = currency.minor(end).map(|minor| minor as f64);
            minor.map_err(|rule| ImportError::new("anchors", Problem::Amount(rule)))
        };
        Ok([minor(ends[0])?, minor(ends[1])?])
    };
    Ok(match dto.about {
        About::MissingLevels => Doubt::MissingLevels { leaf: leaf()?, offers: offers()? },
        About::OutsideScale => {
            let leaf = leaf()?;
            Doubt::OutsideScale { leaf, offers: offers()?, anchors: anchors(leaf)?, flat: dto.flat }
        }
        About::MoveTogether => {
            let [a, b] = dto.leaves.0.as_slice() else {
                return Err(ImportError::new("leaves", Wrong::TwoLeaves.into()));
            };
            Doubt::MoveTogether { leaves: [leaf_of(a, "leaves")?, leaf_of(b, "leaves")?] }
        }
        About::WideScale => {
            let leaf = leaf()?;
            Doubt::WideScale { leaf, anchors: anchors(leaf)? }
        }
        About::MissesAnEnd => {
            let reached = needed(dto.reached, "reached")?.map(|end| end + 0.0);
            Doubt::MissesAnEnd { leaf: leaf()?, reached }
        }
        About::AllEqual => Doubt::AllEqual { leaf: leaf()?, same_level: dto.same_level },
        About::Dominated => Doubt::Dominated {
            offer: offer(needed(dto.offer.as_deref(), "offer")?, "offer")?,
            by: offer(needed(dto.rival.as_deref(), "rival")?, "rival")?,
        },
        About::ZeroWeight => Doubt::ZeroWeight { segment: segment()?, leaf: leaf()? },
        About::ZeroDimension => {
            Doubt::ZeroDimension { segment: segment()?, dimension: needed(dto.dimension, "dimension")? }
        }
    })
}
