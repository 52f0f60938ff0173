//! What the two sides of “who wins where” can be, and what moving today's place writes.

use super::Seen;
use super::charts::dimension_name;
use super::quantity::leaf_name;
use crate::model::{
    Comparison, Dimension, Edit, Leaf, Level, Member, Segment, Share, Side, WeightSet, Weights, reshare, reshare_pair,
};
use crate::value::{Case, Plane, Quantity, plane_quantities};
use crate::words::{Words, decimal_input, parse_number, share_input};

/// What was chosen for the sides: as far as anything was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapPick {
    /// To the right, and upwards.
    pub quantities: [Option<Quantity>; 2],
    /// Ranges that are kept while today's value is inside, so that a plane does not grow under the hand that moves in it.
    pub ranges: [Option<(Quantity, [f64; 2])>; 2],
}

/// A quantity that a side can show.
#[derive(Clone, Debug, PartialEq)]
pub struct MapChoice {
    /// What varies.
    pub quantity: Quantity,
    /// Its name.
    pub name: String,
    /// True where it spans a plane with the other side as it is: for the side to the right, and for the one upwards.
    pub spans: [bool; 2],
}

/// One side of the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSide {
    /// What varies.
    pub quantity: Quantity,
    /// Its name.
    pub name: String,
    /// From where to where.
    pub range: [f64; 2],
    /// Today's value; `None` for a level that is missing.
    pub today: Option<f64>,
    /// Today's value as it is put into an input.
    pub input: String,
    /// What stands behind the input: “%”, or the currency.
    pub unit: String,
    /// The end of the range as it is put into an input; `None` for a weight, which ends where the others do.
    pub end: Option<String>,
    /// A step by hand.
    pub step: f64,
}

/// The sides as chosen, and what else they could be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapSides {
    /// All that a side can show.
    pub choices: Vec<MapChoice>,
    /// To the right, and upwards; `None` where no two quantities span a plane.
    pub sides: Option<[MapSide; 2]>,
}

/// The sides of the plane, as far as they were chosen; else the heaviest dimension of value and that of cost.
#[must_use]
pub fn map_sides(seen: Seen<'_>, pick: &MapPick) -> MapSides {
    let Some(case) = seen.case() else { return MapSides::default() };
    let quantities = plane_quantities(case);
    let Some(chosen) = chosen(case, &quantities, pick) else { return MapSides::default() };
    let Ok(plane) = Plane::of(case, chosen) else { return MapSides::default() };
    let choice = |&quantity: &Quantity| MapChoice {
        quantity,
        name: side_name(seen, quantity),
        spans: [
            Plane::spanned(case, [quantity, chosen[1]]).is_ok(),
            Plane::spanned(case, [chosen[0], quantity]).is_ok(),
        ],
    };
    let side = |k: usize| {
        let axis = plane.axes()[k];
        let is_weight = matches!(axis.quantity, Quantity::Weight(_));
        let holds = |[low, high]: [f64; 2]| axis.today.is_none_or(|today| low <= today && today <= high);
        let kept = pick.ranges[k].filter(|(quantity, range)| *quantity == axis.quantity && holds(*range));
        let range = kept.filter(|_| !is_weight).map_or([axis.low, axis.high], |(_, range)| range);
        MapSide {
            quantity: axis.quantity,
            name: side_name(seen, axis.quantity),
            range,
            today: axis.today,
            input: axis.today.map(|today| input(axis.quantity, today)).unwrap_or_default(),
            unit: match axis.quantity {
                Quantity::Weight(_) => "%".to_owned(),
                Quantity::CostEmphasis => String::new(),
                Quantity::Level { .. } => seen.comparison.header.currency.sign(),
            },
            end: (!is_weight).then(|| input(axis.quantity, range[1])),
            step: step(axis.quantity, range),
        }
    };
    MapSides { choices: quantities.iter().map(choice).collect(), sides: Some([side(0), side(1)]) }
}

/// The two quantities that span the plane.
fn chosen(case: Case<'_>, quantities: &[Quantity], pick: &MapPick) -> Option<[Quantity; 2]> {
    let spans = |x, y| Plane::spanned(case, [x, y]).is_ok();
    let picked = pick.quantities.map(|q| q.filter(|q| quantities.contains(q)));
    let heaviest = |side: Side| {
        let share = |d: &Dimension| case.segment.weights.dimension(*d).share;
        let dimensions = side.dimensions().into_iter().rev();
        let heaviest = dimensions.max_by(|a, b| share(a).total_cmp(&share(b)))?;
        let quantity = Quantity::Weight(Member::Dimension(heaviest));
        quantities.contains(&quantity).then_some(quantity)
    };
    let wanted = [picked[0].or_else(|| heaviest(Side::Value)), picked[1].or_else(|| heaviest(Side::Cost))];
    if let [Some(x), Some(y)] = wanted
        && spans(x, y)
    {
        return Some([x, y]);
    }
    // What was chosen stays, with the first that spans a plane with it.
    let partner = |given: Quantity| quantities.iter().copied().find(|q| spans(given, *q));
    let [x, y] = wanted;
    let with_x = x.and_then(|x| Some([x, partner(x)?]));
    let with_y = || y.and_then(|y| Some([partner(y)?, y]));
    with_x.or_else(with_y).or_else(|| quantities.iter().find_map(|&q| Some([q, partner(q)?])))
}

/// The name of a quantity: a weight with what it stands in, λ, or whose price.
pub(super) fn side_name(seen: Seen<'_>, quantity: Quantity) -> String {
    let Seen { comparison, words, .. } = seen;
    match quantity {
        Quantity::CostEmphasis => words.t("cost-emphasis"),
        Quantity::Weight(Member::Dimension(dimension)) => {
            words.with("weight-of", &[("name", &dimension_name(comparison, dimension, words))])
        }
        Quantity::Weight(Member::Leaf(leaf)) => {
            let name = leaf_name(comparison, words, leaf);
            let dimension = match leaf {
                Leaf::Ownership => Some(Dimension::Monetary),
                Leaf::Criterion(id) => comparison.criterion(id).map(|c| c.dimension),
            };
            let within = dimension.map(|d| dimension_name(comparison, d, words)).unwrap_or_default();
            words.with("map-weight-within", &[("name", &name), ("dimension", &within)])
        }
        Quantity::Level { offer, .. } => {
            let index = comparison.offers.iter().position(|o| o.id == offer);
            words.with("map-price", &[("offer", &index.map(|i| map_offer(seen, i)).unwrap_or_default())])
        }
    }
}

/// The name of an offer, with its store where another offer bears the same name.
pub(super) fn map_offer(seen: Seen<'_>, index: usize) -> String {
    let lang = seen.words.lang();
    let Some(offer) = seen.comparison.offers.get(index) else { return String::new() };
    let (name, store) = (offer.name.get(lang), offer.store.get(lang));
    let namesakes = seen.comparison.offers.iter().filter(|o| o.name.get(lang) == name).count();
    if namesakes > 1 && !store.is_empty() {
        seen.words.with("offer-at-store", &[("offer", name), ("store", store)])
    } else {
        name.to_owned()
    }
}

fn input(quantity: Quantity, value: f64) -> String {
    match quantity {
        Quantity::Weight(_) => share_input(value),
        // Without what rounding leaves behind the digits.
        Quantity::CostEmphasis | Quantity::Level { .. } => decimal_input((value * 1e6).round() / 1e6),
    }
}

/// A round step of about a hundredth of the range; whole per cents for a weight.
fn step(quantity: Quantity, [low, high]: [f64; 2]) -> f64 {
    if matches!(quantity, Quantity::Weight(_)) {
        return 0.01;
    }
    let rough = (high - low) / 100.0;
    let power = 10_f64.powf(rough.log10().floor());
    let round = [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|s| *s >= rough).unwrap_or(10.0 * power);
    if round.is_finite() { round } else { 0.0 }
}

/// Today's value of a quantity; `None` for a level that is missing.
pub(super) fn today(case: Case<'_>, quantity: Quantity) -> Option<f64> {
    match quantity {
        Quantity::Weight(member) => Some(case.segment.weights.member(member).share),
        Quantity::CostEmphasis => Some(case.segment.cost_emphasis),
        Quantity::Level { offer, .. } => case.comparison.price_units(case.comparison.offer(offer)?),
    }
}

/// What was typed for today's value of a side.
///
/// # Errors
/// Why it is not taken, in words.
pub fn typed_on_side(seen: Seen<'_>, side: &MapSide, text: &str) -> Result<f64, String> {
    let words = seen.words;
    let value = parse_number(text).map_err(|error| words.number_error(error))?;
    let refused = |key: &str| Err(words.with(key, &[("text", text.trim())]));
    match side.quantity {
        Quantity::Weight(_) if !(0.0..=100.0).contains(&value) => refused("weight-refused"),
        Quantity::Weight(_) => Ok(value / 100.0),
        Quantity::CostEmphasis if !(0.0..=Segment::COST_EMPHASIS_MAX).contains(&value) => {
            Err(words.t("error-cost-emphasis"))
        }
        Quantity::CostEmphasis => Ok(value),
        Quantity::Level { .. } => {
            seen.comparison.header.currency.minor(value).map_err(|error| words.amount_error(error))?;
            Ok(value)
        }
    }
}

/// What was typed for the end of a side.
///
/// # Errors
/// Why it is not taken, in words.
pub fn typed_end(seen: Seen<'_>, side: &MapSide, text: &str) -> Result<[f64; 2], String> {
    let value = typed_on_side(seen, side, text)?;
    if value > side.range[0] && side.today.is_none_or(|today| value >= today) {
        Ok([side.range[0], value])
    } else {
        Err(seen.words.t("map-end-refused"))
    }
}

/// The edits that bring one or both quantities to a place of the plane, starting from the weights as they were when the hand
/// took hold: ratios among the others are kept to those, however far it moves.
#[must_use]
pub fn map_edits(seen: Seen<'_>, quantities: &[Quantity], start: Option<&Weights>, at: &[f64]) -> Vec<Edit> {
    let comparison = seen.comparison;
    let Some(now) = comparison.segment(seen.board.segment) else { return Vec::new() };
    let mut segment = now.clone();
    if let Some(weights) = start {
        segment.weights = weights.clone();
    }
    let set = |quantity| Siblings::of(comparison, &segment, quantity);
    if let (&[first, second], &[x, y]) = (quantities, at)
        && is_triangle(seen, [first, second])
        && let Some(set) = set(first)
        && let (Some(first), Some(second)) = (set.place(first), set.place(second))
    {
        return vec![set.moved(comparison, &segment, reshare_pair(&set.shares, [first, second], [x, y]))];
    }
    let one = |(&quantity, &value): (&Quantity, &f64)| match quantity {
        Quantity::Weight(_) => {
            let set = set(quantity)?;
            let place = set.place(quantity)?;
            Some(set.moved(comparison, &segment, reshare(&set.shares, place, value)))
        }
        Quantity::CostEmphasis => {
            Some(Edit::SetCostEmphasis { comparison: comparison.id(), segment: segment.id, cost_emphasis: value })
        }
        Quantity::Level { offer, criterion } => {
            let currency = comparison.header.currency;
            // By hand to the nearest minor unit; what is typed was checked before.
            #[expect(clippy::cast_precision_loss, reason = "1, 100 or 1000")]
            let per_unit = currency.minor_per_unit() as f64;
            let minor = currency.minor((value * per_unit).round() / per_unit).ok()?;
            let cells = vec![(offer, criterion, Some(Level::Money(minor)))];
            Some(Edit::SetLevels { comparison: comparison.id(), cells })
        }
    };
    quantities.iter().zip(at).filter_map(one).collect()
}

/// A set of weights, in order.
struct Siblings {
    set: WeightSet,
    members: Vec<Member>,
    shares: Vec<Share>,
}

impl Siblings {
    /// The set of a weight.
    fn of(comparison: &Comparison, segment: &Segment, quantity: Quantity) -> Option<Self> {
        let Quantity::Weight(member) = quantity else { return None };
        let set = comparison.set_of(member)?;
        let (members, shares) = comparison.shares(segment, set).into_iter().unzip();
        Some(Self { set, members, shares })
    }

    fn place(&self, quantity: Quantity) -> Option<usize> {
        self.members.iter().position(|m| Quantity::Weight(*m) == quantity)
    }

    /// The edit that writes the whole set.
    fn moved(&self, comparison: &Comparison, segment: &Segment, to: impl Iterator<Item = Share>) -> Edit {
        let shares = self.members.iter().copied().zip(to).collect();
        Edit::SetWeights { comparison: comparison.id(), segment: segment.id, set: self.set, shares }
    }
}

/// The place of a triangle that is nearest to where a hand points: no further than its long side.
#[must_use]
pub fn into_triangle([x, y]: [f64; 2], room: f64) -> [f64; 2] {
    let beyond = (x + y - room).max(0.0);
    let x = (x - beyond / 2.0).clamp(0.0, room);
    [x, y.min(room - x).max(0.0)]
}

/// True where both quantities are weights of one set, so that their plane is a triangle.
#[must_use]
pub fn is_triangle(seen: Seen<'_>, quantities: [Quantity; 2]) -> bool {
    let [Quantity::Weight(x), Quantity::Weight(y)] = quantities else { return false };
    seen.comparison.set_of(x) == seen.comparison.set_of(y)
}

/// The words of the table's first column for a winner: its name, or all that tie.
pub(super) fn winner_name(seen: Seen<'_>, offers: &[usize]) -> String {
    let names: Vec<String> = offers.iter().map(|o| map_offer(seen, *o)).collect();
    joined(seen.words, &names)
}

fn joined(words: &Words, names: &[String]) -> String {
    match names {
        [one] => one.clone(),
        several => words.with("map-tied", &[("names", &words.list(several))]),
    }
}
