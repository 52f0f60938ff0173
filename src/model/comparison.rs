//! A comparison: offers, criteria, levels and kinds of buyers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answers::{Elicited, Ground};
use super::curve::{Beyond, Curve};
use super::dimension::{Dimension, Side};
use super::doubt::Doubt;
use super::expectation::Expectation;
use super::id::{ComparisonId, CriterionId, OfferId, SegmentId};
use super::lever::LeverSet;
use super::money::Currency;
use super::ranges::Ranges;
use super::scale::{Level, Paid, Scale};
use super::statement::Statement;
use super::text::Text;
use super::variant::Variant;
use super::weights::{Leaf, Member, Share, WeightSet, Weights};

/// Whether a comparison reckons in points or in money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Account {
    /// Levels become 0…100 points, weighed by shares.
    #[default]
    Points,
    /// Levels become amounts of the currency; nothing is normalised, λ = 1, the price counts at face value.
    Money,
}

/// How money is added up before it is scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ownership {
    /// Total cost of ownership in minor units → burden points; non-decreasing.
    pub curve: Curve,
    /// Years of ownership, n ≥ 1.
    pub years: u32,
    /// Yearly discount rate r > −1 as a fraction (0.03 = 3 %).
    pub rate: f64,
}

impl Ownership {
    /// Most years of ownership.
    pub const MAX_YEARS: u32 = 100;

    /// A lint: true where its scale never reaches 0 or never reaches 100 points.
    #[must_use]
    pub fn misses_an_end(&self) -> bool {
        let [low, high] = self.curve.y_range();
        low > 0.0 || high < 100.0
    }

    /// What one unit of money paid at the end of every year is worth when buying: Σₜ₌₁ⁿ (1+r)⁻ᵗ.
    ///
    /// ```
    /// use worthwhile::model::{Curve, Ownership};
    /// let curve = Curve::line([0.0, 0.0], [1.0, 100.0]).unwrap();
    /// let two_years = Ownership { curve, years: 2, rate: 0.25 };
    /// assert!((two_years.annuity() - (0.8 + 0.64)).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn annuity(&self) -> f64 {
        (1..=self.years)
            .scan(1.0, |factor, _| {
                *factor /= 1.0 + self.rate;
                Some(*factor)
            })
            .sum()
    }
}

impl Default for Ownership {
    fn default() -> Self {
        let curve = Curve::line([0.0, 0.0], [1_000_000.0, 100.0]);
        Self { curve: curve.expect("two distinct finite points"), years: 1, rate: 0.0 }
    }
}

/// What a user may change of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DimensionInfo {
    /// The user's name; the theory's where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Hidden while it has no criteria.
    #[serde(default)]
    pub hidden: bool,
}

/// What a comparison is called and how it reckons, without its parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Unique in its workbook.
    pub id: ComparisonId,
    /// Order in the list of comparisons.
    pub position: i64,
    /// Unique in its workbook, in each language.
    pub name: Text,
    /// For an example: what it teaches.
    #[serde(default)]
    pub note: Text,
    /// The shipped example that this one came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// Points or money.
    pub account: Account,
    /// Of every amount in the comparison.
    pub currency: Currency,
    /// The money leaf.
    pub ownership: Ownership,
    /// By [`Dimension::index`].
    pub dimensions: [DimensionInfo; 8],
    /// The once-paid criterion that is *the price*.
    #[serde(default)]
    pub price: Option<CriterionId>,
    /// Sentences that stay on the screen, true or not, in the order they were pinned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<Statement>,
    /// What the buyer expects, where anybody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expectation: Option<Expectation>,
    /// Findings about the model that are held to be no problem, in the order in which they were dismissed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Doubt>,
}

impl Header {
    /// Most pins of one comparison.
    pub const PINS_MAX: usize = 50;
}

/// A leaf under a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique in the workbook.
    pub id: CriterionId,
    /// Order within its comparison.
    pub position: i64,
    /// The dimension that it stands under.
    pub dimension: Dimension,
    /// What the user reads.
    pub name: Text,
    /// A remark.
    #[serde(default)]
    pub note: Text,
    /// Level → points.
    pub scale: Scale,
}

/// One of the competing offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Unique in the workbook.
    pub id: OfferId,
    /// Order within its comparison.
    pub position: i64,
    /// What the user reads.
    pub name: Text,
    /// The store or seller.
    #[serde(default)]
    pub store: Text,
    /// One of ours.
    #[serde(default)]
    pub ours: bool,
    /// Red, green, blue of its dot.
    pub color: [u8; 3],
    /// A remark.
    #[serde(default)]
    pub note: Text,
    /// What it has; absent where missing.
    #[serde(default)]
    pub levels: BTreeMap<CriterionId, Level>,
    /// What it turns out to have once it is in use; as bought where absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub after_use: BTreeMap<CriterionId, Level>,
    /// Remarks on levels.
    #[serde(default)]
    pub level_notes: BTreeMap<CriterionId, Text>,
    /// What its seller could change, at what cost.
    #[serde(default, skip_serializing_if = "LeverSet::is_blank")]
    pub levers: LeverSet,
}

/// A kind of buyer, 买家类型.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Unique in the workbook.
    pub id: SegmentId,
    /// Order within its comparison.
    pub position: i64,
    /// What the user reads.
    pub name: Text,
    /// True for “Everyone”, which cannot be deleted.
    #[serde(default)]
    pub everyone: bool,
    /// Relative number of buyers, ≥ 0.
    pub size: f64,
    /// Choice sharpness μ ≥ 0.
    pub sharpness: f64,
    /// Cost emphasis λ ≥ 0; 1 unless set.
    pub cost_emphasis: f64,
    /// CDV of buying nothing, a choice beside the offers in shares of preference; none where everybody buys. As every
    /// CDV it is in points of the scales as they are, or in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buys_nothing: Option<f64>,
    /// What matters how much.
    pub weights: Weights,
    /// The ranges that the scales had when the weights were given; none where that is not known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub given_for: Ranges,
    /// What was said about it: at most one for each scope and method, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elicited: Vec<Elicited>,
}

impl Segment {
    /// Largest cost emphasis λ.
    pub const COST_EMPHASIS_MAX: f64 = 1_000.0;
    /// Largest size, choice sharpness and multiplier.
    pub const NUMBER_MAX: f64 = 1e9;
    /// Most segments of one comparison.
    pub const MAX: usize = 1_000;

    /// “Everyone” with equal weights, to be brought in line by [`Weights::conform`].
    #[must_use]
    pub fn everyone(id: SegmentId) -> Self {
        Self {
            id,
            position: 0,
            name: Text::twin("Everyone", "所有买家"),
            everyone: true,
            size: 1.0,
            sharpness: 0.1,
            cost_emphasis: 1.0,
            buys_nothing: None,
            weights: Weights::default(),
            given_for: Ranges::new(),
            elicited: Vec::new(),
        }
    }
}

/// Competing offers and what a buyer weighs them by.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Name, account and money terms.
    pub header: Header,
    /// By position.
    pub criteria: Vec<Criterion>,
    /// By position.
    pub offers: Vec<Offer>,
    /// By position; never without “Everyone”.
    pub segments: Vec<Segment>,
    /// Named what-ifs, by position.
    pub variants: Vec<Variant>,
}

impl Comparison {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> ComparisonId {
        self.header.id
    }

    /// The criterion with this id.
    #[must_use]
    pub fn criterion(&self, id: CriterionId) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }

    /// The offer with this id.
    #[must_use]
    pub fn offer(&self, id: OfferId) -> Option<&Offer> {
        self.offers.iter().find(|o| o.id == id)
    }

    /// The segment with this id.
    #[must_use]
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.segments.iter().find(|s| s.id == id)
    }

    /// “Everyone”.
    #[must_use]
    pub fn everyone(&self) -> Option<&Segment> {
        self.segments.iter().find(|s| s.everyone)
    }

    /// The criteria of a dimension, in order.
    pub fn criteria_of(&self, dimension: Dimension) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |c| c.dimension == dimension)
    }

    /// The money criteria, in order.
    pub fn money_criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(|c| c.scale.is_money())
    }

    /// The leaves of a dimension: its criteria in order, with all money criteria as one leaf where the first stands.
    #[must_use]
    pub fn leaves_of(&self, dimension: Dimension) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        for criterion in self.criteria_of(dimension) {
            let leaf = leaf_of(criterion);
            if !leaves.contains(&leaf) {
                leaves.push(leaf);
            }
        }
        leaves
    }

    /// The leaves of every dimension, by [`Dimension::index`].
    #[must_use]
    pub fn leaves(&self) -> [Vec<Leaf>; 8] {
        Dimension::ALL.map(|d| self.leaves_of(d))
    }

    /// The members of a set of weights, in order: the dimensions that have criteria, or the leaves.
    #[must_use]
    pub fn members(&self, set: WeightSet) -> Vec<Member> {
        match set {
            WeightSet::Side(side) => side
                .dimensions()
                .into_iter()
                .filter(|d| self.criteria_of(*d).next().is_some())
                .map(Member::Dimension)
                .collect(),
            WeightSet::Dimension(dimension) => self.leaves_of(dimension).into_iter().map(Member::Leaf).collect(),
        }
    }

    /// The set that a member belongs to; `None` for a criterion that is not there.
    #[must_use]
    pub fn set_of(&self, member: Member) -> Option<WeightSet> {
        match member {
            Member::Dimension(dimension) => Some(WeightSet::Side(dimension.side())),
            Member::Leaf(Leaf::Ownership) => Some(WeightSet::Dimension(Dimension::Monetary)),
            Member::Leaf(Leaf::Criterion(id)) => self.criterion(id).map(|c| WeightSet::Dimension(c.dimension)),
        }
    }

    /// The shares of a set in `segment`, beside their members.
    #[must_use]
    pub fn shares(&self, segment: &Segment, set: WeightSet) -> Vec<(Member, Share)> {
        self.members(set).into_iter().map(|m| (m, segment.weights.member(m))).collect()
    }

    /// The total cost of ownership of an offer in minor units: Σ once + Σ yearly · annuity.
    ///
    /// `None` where an amount is missing or the comparison has no money criteria.
    #[must_use]
    pub fn ownership_cost(&self, offer: &Offer) -> Option<f64> {
        self.ownership_costs()(offer)
    }

    /// [`Self::ownership_cost`] for many offers: what is the same for all of them is found once.
    #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
    pub fn ownership_costs(&self) -> impl Fn(&Offer) -> Option<f64> + use<> {
        let annuity = self.header.ownership.annuity();
        let criteria: Vec<(CriterionId, bool)> =
            self.money_criteria().map(|c| (c.id, c.scale == Scale::Money { paid: Paid::Once })).collect();
        move |offer| {
            let (mut once, mut yearly) = (0_i64, 0_i64);
            for (id, is_once) in &criteria {
                let Level::Money(minor) = offer.levels.get(id)? else { return None };
                let sum = if *is_once { &mut once } else { &mut yearly };
                *sum = sum.checked_add(*minor)?;
            }
            // Adding 0 · annuity would be exact too, but not where the annuity itself is out of range.
            let running = if yearly == 0 { 0.0 } else { yearly as f64 * annuity };
            (!criteria.is_empty()).then_some(once as f64 + running)
        }
    }

    /// The price of an offer in units of currency; `None` where it is missing or the comparison has no price.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
    pub fn price_units(&self, offer: &Offer) -> Option<f64> {
        match offer.levels.get(&self.header.price?)? {
            Level::Money(minor) => Some(self.header.currency.units(*minor as f64)),
            _ => None,
        }
    }

    /// The offers whose level on `criterion` would be lost under `scale`.
    pub fn levels_lost<'a>(&'a self, criterion: CriterionId, scale: &'a Scale) -> impl Iterator<Item = &'a Offer> {
        self.offers.iter().filter(move |o| o.levels.get(&criterion).is_some_and(|level| level.check(scale).is_err()))
    }

    /// Lets go of pins that name what is not there.
    pub(super) fn conform_pins(&mut self) {
        let pins = std::mem::take(&mut self.header.pins);
        let criteria: Vec<&Criterion> = self.criteria.iter().collect();
        let fits = |pin: &Statement| pin.fits(|id| self.offer(id).is_some(), &criteria);
        let kept = pins.into_iter().filter(fits).collect();
        self.header.pins = kept;
    }

    /// Lets go of dismissed findings about what is not there.
    pub(super) fn conform_dismissed(&mut self) {
        if self.header.dismissed.is_empty() {
            return;
        }
        let dismissed = std::mem::take(&mut self.header.dismissed);
        let conformed = |doubt: &Doubt| self.conformed_doubt(doubt);
        let kept = dismissed.iter().filter_map(conformed).collect();
        self.header.dismissed = kept;
    }

    /// The doubt without what is not there.
    pub(super) fn conformed_doubt(&self, doubt: &Doubt) -> Option<Doubt> {
        doubt.conformed(|id| self.offer(id).is_some(), |leaf| self.has_leaf(leaf), |id| self.segment(id).is_some())
    }

    /// Brings every segment's weights, and the answers behind them, in line with the criteria.
    pub fn conform_weights(&mut self) {
        let leaves = self.leaves();
        let ground = Ground::new(&self.criteria, self.offers.iter().map(|o| o.id));
        for segment in &mut self.segments {
            segment.conform(&leaves);
            segment.elicited.retain_mut(|e| e.conform(&ground));
        }
    }
}

/// The leaf that a criterion is, or is a part of.
#[must_use]
pub fn leaf_of(criterion: &Criterion) -> Leaf {
    if criterion.scale.is_money() { Leaf::Ownership } else { Leaf::Criterion(criterion.id) }
}

/// True where money may have this scale: non-decreasing, so that dearer is never better.
#[must_use]
pub fn is_money_curve(curve: &Curve) -> bool {
    curve.is_non_decreasing() && curve.is_within(0.0, 100.0)
}

/// A curve for amounts between two round anchors.
#[must_use]
pub fn money_line(low_minor: f64, high_minor: f64) -> Option<Curve> {
    Curve::new(vec![[low_minor, 0.0], [high_minor, 100.0]], Beyond::Straight).ok()
}

/// Both sides' names of a set for messages: the side, or the dimension.
impl WeightSet {
    /// The side that the set is on.
    #[must_use]
    pub fn side(self) -> Side {
        match self {
            Self::Side(side) => side,
            Self::Dimension(dimension) => dimension.side(),
        }
    }
}
