//! A comparison as arrays.

use crate::model::{Account, Comparison, Dimension, Leaf, Level, Offer, Scale, Segment};

/// A leaf of the compiled comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompiledLeaf {
    /// Which leaf it is.
    pub leaf: Leaf,
    /// The dimension that it stands under.
    pub dimension: Dimension,
}

/// f(level) of every leaf and offer, and which are missing.
///
/// In the points account f gives points (0…100 inside the anchors); in the money account units of currency. The
/// leaves stand in the order of the dimensions, value side first, so that each side is one run of the array.
#[derive(Clone, Debug)]
pub struct Compiled {
    pub(super) account: Account,
    pub(super) offers: usize,
    pub(super) leaves: Vec<CompiledLeaf>,
    /// The number of leaves on the value side: they come first.
    pub(super) value_leaves: usize,
    /// Leaf-major, `leaves × offers`; 0 where missing.
    pub(super) worth: Vec<f64>,
    /// Offer-major bit sets of missing leaves, [`Self::words`] words per offer.
    pub(super) missing: Vec<u64>,
    any_missing: bool,
}

/// What the leaves are multiplied by for one kind of buyer.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighting {
    /// Per compiled leaf: the effective weight g (points account) or the multiplier (money account).
    pub coefficients: Vec<f64>,
    /// Cost emphasis λ; 1 in the money account.
    pub cost_emphasis: f64,
}

impl Weighting {
    /// The weighting of `segment`, in the order of the leaves of `compiled`.
    ///
    /// Points account: g = share of the dimension · share of the leaf. Money account: the multiplier, 1 unless set,
    /// and 1 for the price and all other money.
    #[must_use]
    pub fn of(segment: &Segment, compiled: &Compiled) -> Self {
        let weights = &segment.weights;
        let coefficient = |l: &CompiledLeaf| match (compiled.account, l.leaf) {
            (Account::Points, leaf) => weights.dimension(l.dimension).share * weights.leaf(leaf).share,
            (Account::Money, Leaf::Ownership) => 1.0,
            (Account::Money, Leaf::Criterion(id)) => weights.multipliers.get(&id).copied().unwrap_or(1.0),
        };
        let cost_emphasis = match compiled.account {
            Account::Points => segment.cost_emphasis,
            Account::Money => 1.0,
        };
        Self { coefficients: compiled.leaves.iter().map(coefficient).collect(), cost_emphasis }
    }
}

impl Compiled {
    /// Compiles the levels and scales of a comparison.
    #[must_use]
    pub fn new(comparison: &Comparison) -> Self {
        Self::of(comparison, &comparison.offers)
    }

    /// Compiles other columns of levels than those of the comparison's own offers.
    pub(super) fn of(comparison: &Comparison, columns: &[Offer]) -> Self {
        let leaves: Vec<CompiledLeaf> = Dimension::ALL
            .into_iter()
            .flat_map(|dimension| {
                comparison.leaves_of(dimension).into_iter().map(move |leaf| CompiledLeaf { leaf, dimension })
            })
            .collect();
        let offers = columns.len();
        let mut compiled = Self {
            account: comparison.header.account,
            offers,
            value_leaves: leaves.iter().filter(|l| l.dimension.side() == crate::model::Side::Value).count(),
            worth: vec![0.0; leaves.len() * offers],
            missing: vec![0; leaves.len().div_ceil(64) * offers],
            any_missing: false,
            leaves,
        };
        let scorers: Vec<Scorer<'_>> = compiled.leaves.iter().map(|l| scorer(comparison, l.leaf)).collect();
        for (o, offer) in columns.iter().enumerate() {
            for (l, worth) in scorers.iter().enumerate() {
                match worth(offer) {
                    Some(worth) => compiled.worth[l * offers + o] = worth,
                    None => compiled.mark_missing(l, o),
                }
            }
        }
        compiled
    }

    fn mark_missing(&mut self, leaf: usize, offer: usize) {
        let words = self.words();
        self.missing[offer * words + leaf / 64] |= 1 << (leaf % 64);
        self.any_missing = true;
    }

    pub(super) fn words(&self) -> usize {
        self.leaves.len().div_ceil(64)
    }

    /// True where some level is missing.
    pub(super) fn has_gaps(&self) -> bool {
        self.any_missing
    }

    /// Points or money.
    #[must_use]
    pub fn account(&self) -> Account {
        self.account
    }

    /// The number of offers.
    #[must_use]
    pub fn offers(&self) -> usize {
        self.offers
    }

    /// The leaves, in the order of the dimensions.
    #[must_use]
    pub fn leaves(&self) -> &[CompiledLeaf] {
        &self.leaves
    }

    /// The place of a leaf.
    #[must_use]
    pub fn index_of(&self, leaf: Leaf) -> Option<usize> {
        self.leaves.iter().position(|l| l.leaf == leaf)
    }

    /// f(level): points, or units of currency; `None` where the level is missing.
    #[must_use]
    pub fn worth(&self, leaf: usize, offer: usize) -> Option<f64> {
        let is_missing = self.missing[offer * self.words() + leaf / 64] >> (leaf % 64) & 1 == 1;
        (!is_missing).then(|| self.worth[leaf * self.offers + offer])
    }

    /// The signed contribution of a leaf to CDV: `sign · [λ on the cost side] · coefficient · f(level)`.
    ///
    /// 0 for a missing level: it does not enter a sum, and the offer is incomplete where its weight is above 0.
    #[must_use]
    pub fn contribution(&self, weighting: &Weighting, leaf: usize, offer: usize) -> f64 {
        let worth = self.worth[leaf * self.offers + offer];
        let amount = weighting.coefficients[leaf] * worth;
        if leaf < self.value_leaves { amount } else { -weighting.cost_emphasis * amount }
    }

    /// The leaves that are missing for an offer although their weight is above 0.
    pub fn gaps<'a>(&'a self, weighting: &'a Weighting, offer: usize) -> impl Iterator<Item = usize> + 'a {
        (0..self.leaves.len()).filter(move |&l| self.worth(l, offer).is_none() && weighting.coefficients[l] > 0.0)
    }
}

/// f(level) of one leaf, for any offer; `None` where a level that it needs is missing.
pub(in crate::value) type Scorer<'a> = Box<dyn Fn(&Offer) -> Option<f64> + 'a>;

pub(in crate::value) fn scorer(comparison: &Comparison, leaf: Leaf) -> Scorer<'_> {
    let header = &comparison.header;
    match leaf {
        Leaf::Ownership => {
            let cost_minor = comparison.ownership_costs();
            Box::new(move |offer| {
                let minor = cost_minor(offer)?;
                Some(match header.account {
                    Account::Points => header.ownership.curve.at(minor),
                    Account::Money => header.currency.units(minor),
                })
            })
        }
        Leaf::Criterion(id) => {
            let scale = comparison.criterion(id).map(|c| &c.scale);
            Box::new(move |offer| scale_worth(scale?, *offer.levels.get(&id)?))
        }
    }
}

/// f(level) of a scale that is not money; `None` where the level does not fit.
pub(in crate::value) fn scale_worth(scale: &Scale, level: Level) -> Option<f64> {
    match (scale, level) {
        (Scale::Rating { low, high, .. }, Level::Number(x)) => Some((x - low) / (high - low) * 100.0),
        (Scale::Measure { curve, .. }, Level::Number(x)) => Some(curve.at(x)),
        (Scale::Category { .. }, Level::Category(id)) => scale.category(id).map(|c| c.points),
        _ => None,
    }
}
