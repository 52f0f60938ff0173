//! Pinned sentences in the file: who and which way, by keys.

use serde::Deserialize;

use super::dto::{List, Object};
use super::pretty::Node;
use super::read::Names;
use super::{OWNERSHIP, out};
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{Dimension, Leaf, Member, OfferId, Statement, Varied};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PinDto {
    says: Says,
    offer: Option<String>,
    rival: Option<String>,
    winner: Option<String>,
    #[serde(default)]
    offers: List<String>,
    #[serde(default)]
    dimensions: List<Dimension>,
    strongest: Option<Dimension>,
    weakest: Option<Dimension>,
    leaf: Option<String>,
    change: Option<Object<ChangeDto>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Says {
    Winner,
    Tie,
    Reasons,
    Flip,
    NoPrice,
    Never,
    Dominated,
    Ratio,
    Outside,
    CouldWin,
    CannotWin,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeDto {
    of: Of,
    dimension: Option<Dimension>,
    leaf: Option<String>,
    offer: Option<String>,
    criterion: Option<String>,
    level: Option<String>,
    #[serde(default)]
    up: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Of {
    Weight,
    Emphasis,
    Level,
    Category,
}

// --- out -----------------------------------------------------------------------------------------------------------

/// A pin; `None` where something that it names has no key.
pub(super) fn write(pin: &Statement, names: &out::Names) -> Option<Node> {
    let mut members: Vec<(String, Node)> = Vec::new();
    let mut put = |key: &str, node: Node| members.push((key.to_owned(), node));
    let word = |word: &str| Node::Text(word.to_owned());
    let offer = |id: OfferId| names.offers.get(&id).cloned().map(Node::Text);
    let leaf = |leaf: Leaf| match leaf {
        Leaf::Ownership => Some(word(OWNERSHIP)),
        Leaf::Criterion(id) => names.criteria.get(&id).cloned().map(Node::Text),
    };
    let dimension = |d: Dimension| word(d.key());
    let pair =
        |says: &str, a: OfferId, b: OfferId| Some([("says", word(says)), ("offer", offer(a)?), ("rival", offer(b)?)]);
    let mut two = |says: &str, a: OfferId, b: OfferId| {
        pair(says, a, b)?.into_iter().for_each(|(key, node)| put(key, node));
        Some(())
    };
    match pin {
        Statement::Winner { offer: a } => {
            put("says", word("winner"));
            put("offer", offer(*a)?);
        }
        Statement::Tie { offers } => {
            put("says", word("tie"));
            put("offers", Node::List(offers.iter().map(|o| offer(*o)).collect::<Option<_>>()?));
        }
        Statement::Reasons { offer: a, rival, strongest, weakest } => {
            two("reasons", *a, *rival)?;
            put("strongest", dimension(*strongest));
            if let Some(weakest) = weakest {
                put("weakest", dimension(*weakest));
            }
        }
        Statement::Flip { varied, up, winner, to } => {
            two("flip", *winner, *to)?;
            let mut change = match varied {
                Varied::Weight(Member::Dimension(d)) => vec![("of", word("weight")), ("dimension", dimension(*d))],
                Varied::Weight(Member::Leaf(l)) => vec![("of", word("weight")), ("leaf", leaf(*l)?)],
                Varied::Emphasis => vec![("of", word("emphasis"))],
                Varied::Level(o, c) => vec![
                    ("of", word("level")),
                    ("offer", offer(*o)?),
                    ("criterion", Node::Text(names.criteria.get(c)?.clone())),
                ],
                Varied::Category(o, c, level) => vec![
                    ("of", word("category")),
                    ("offer", offer(*o)?),
                    ("criterion", Node::Text(names.criteria.get(c)?.clone())),
                    ("level", Node::Text(names.categories.get(&(*c, *level))?.clone())),
                ],
            };
            if *up {
                change.push(("up", Node::Bool(true)));
            }
            put("change", Node::Object(change.into_iter().map(|(key, node)| (key.to_owned(), node)).collect()));
        }
        Statement::Never { winner, dimensions } => {
            put("says", word("never"));
            put("offer", offer(*winner)?);
            put("dimensions", Node::List(dimensions.iter().map(|d| dimension(*d)).collect()));
        }
        Statement::Outside { offer: a, leaf: l, winner, to } => {
            two("outside", *a, *to)?;
            put("winner", offer(*winner)?);
            put("leaf", leaf(*l)?);
        }
        Statement::NoPrice { offer: a, winner: b } => two("no-price", *a, *b)?,
        Statement::Dominated { offer: a, by: b } => two("dominated", *a, *b)?,
        Statement::Ratio { difference: a, ratio: b } => two("ratio", *a, *b)?,
        Statement::CouldWin { offer: a, winner: b } => two("could-win", *a, *b)?,
        Statement::CannotWin { offer: a, winner: b } => two("cannot-win", *a, *b)?,
    }
    Some(Node::Object(members))
}

// --- in ------------------------------------------------------------------------------------------------------------

/// The statements that pins stand for; paths start at the list.
pub(super) fn read(pins: Vec<Object<PinDto>>, names: &Names) -> Result<Vec<Statement>, ImportError> {
    let pins = pins.into_iter().enumerate();
    pins.map(|(i, Object(pin))| statement(pin, names).map_err(|e| e.under(&format!("[{i}]")))).collect()
}

fn statement(dto: PinDto, names: &Names) -> Result<Statement, ImportError> {
    let offer_of = |key: &str, place: &str| {
        let known = || listed(names.offers.keys().map(String::as_str));
        let unknown = || ImportError::new(place, Problem::UnknownOffer(known()));
        names.offers.get(key).copied().ok_or_else(unknown)
    };
    let offer = |key: &Option<String>, place: &str| offer_of(needed(key.as_deref(), place)?, place);
    let criterion_of = |key: &str, place: &str| {
        let unknown = || ImportError::new(place, names.criteria.unknown());
        names.criteria.get(key).map(|c| c.id).ok_or_else(unknown)
    };
    let leaf = |key: &Option<String>, place: &str| match needed(key.as_deref(), place)? {
        OWNERSHIP => Ok(Leaf::Ownership),
        key => criterion_of(key, place).map(Leaf::Criterion),
    };
    let pair = || Ok::<_, ImportError>((offer(&dto.offer, "offer")?, offer(&dto.rival, "rival")?));
    Ok(match dto.says {
        Says::Winner => Statement::Winner { offer: offer(&dto.offer, "offer")? },
        Says::Tie => {
            let offers = dto.offers.0.iter().map(|key| offer_of(key, "offers"));
            Statement::Tie { offers: offers.collect::<Result<_, _>>()? }
        }
        Says::Reasons => {
            let (offer, rival) = pair()?;
            let strongest = needed(dto.strongest, "strongest")?;
            Statement::Reasons { offer, rival, strongest, weakest: dto.weakest }
        }
        Says::Flip => {
            let (winner, to) = pair()?;
            let Object(change) = needed(dto.change.as_ref(), "change")?;
            let criterion =
                || criterion_of(needed(change.criterion.as_deref(), "change.criterion")?, "change.criterion");
            let varied = match (change.of, change.dimension) {
                (Of::Weight, Some(dimension)) => Varied::Weight(Member::Dimension(dimension)),
                (Of::Weight, None) => Varied::Weight(Member::Leaf(leaf(&change.leaf, "change.leaf")?)),
                (Of::Emphasis, _) => Varied::Emphasis,
                (Of::Level, _) => Varied::Level(offer(&change.offer, "change.offer")?, criterion()?),
                (Of::Category, _) => {
                    let (criterion, key) = (criterion()?, needed(change.level.as_deref(), "change.level")?);
                    let unknown = || {
                        let known = change.criterion.as_deref().and_then(|key| names.criteria.categories(key));
                        let known = listed(known.into_iter().flatten().map(|(key, _)| key.as_str()));
                        ImportError::new("change.level", Problem::UnknownCategory { word: quoted(key), known })
                    };
                    let level = names.criteria.category(criterion, key).ok_or_else(unknown)?;
                    Varied::Category(offer(&change.offer, "change.offer")?, criterion, level)
                }
            };
            Statement::Flip { varied, up: change.up, winner, to }
        }
        Says::Never => Statement::Never { winner: offer(&dto.offer, "offer")?, dimensions: dto.dimensions.0 },
        Says::Outside => {
            let (offer_id, to) = pair()?;
            let (winner, leaf) = (offer(&dto.winner, "winner")?, leaf(&dto.leaf, "leaf")?);
            Statement::Outside { offer: offer_id, leaf, winner, to }
        }
        Says::NoPrice => pair().map(|(offer, winner)| Statement::NoPrice { offer, winner })?,
        Says::Dominated => pair().map(|(offer, by)| Statement::Dominated { offer, by })?,
        Says::Ratio => pair().map(|(difference, ratio)| Statement::Ratio { difference, ratio })?,
        Says::CouldWin => pair().map(|(offer, winner)| Statement::CouldWin { offer, winner })?,
        Says::CannotWin => pair().map(|(offer, winner)| Statement::CannotWin { offer, winner })?,
    })
}

/// What a member must be there for.
pub(super) fn needed<T>(value: Option<T>, place: &str) -> Result<T, ImportError> {
    value.ok_or_else(|| ImportError::new(place, Wrong::Needed.into()))
}
