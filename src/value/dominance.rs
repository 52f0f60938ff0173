//! Who is beaten whatever the weights, and who gives more than the going rate.

use super::case::Case;
use super::rank::ties;

/// The complete offers as points of the value map: dominance, the efficient frontier and the fair-value line.
///
/// Cost counts here also where λ is 0, so that what is said of dominance holds at every λ ≥ 0. Numbers that
/// [tie](ties) are equal.
#[derive(Clone, Debug)]
pub struct Dominance<'a> {
    case: Case<'a>,
    /// The leaves of weight above 0, each with the sign of its side.
    leaves: Vec<(usize, f64)>,
}

/// The offers that dominate one offer, as indices in the order of the table.
///
/// An offer equal to it everywhere does not dominate it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dominators {
    /// At least as good as it on every leaf of weight above 0 and better on one, in contributions f(level). Nothing
    /// that such an offer loses to, can it beat by other weights of these leaves, or by another λ (Keeney and Raiffa
    /// 1976, ch. 3; Goodwin and Wright 2014, ch. 3).
    pub on_every_criterion: Vec<usize>,
    /// TCV at least as high and TCC at least as low, one of them strictly, but worse on some leaf: other weights might
    /// turn it, another λ cannot.
    pub on_totals: Vec<usize>,
}

impl Dominators {
    /// True where nobody dominates the offer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.on_every_criterion.is_empty() && self.on_totals.is_empty()
    }
}

/// The line of slope λ through the unweighted mean of the complete offers: TCV = `mean_tcv` + λ·(TCC − `mean_tcc`).
///
/// What the offers at hand give on average for a cost. The vertical distance of an offer from it is
/// (TCV − mean TCV) − λ·(TCC − mean TCC) = CDV − mean CDV: so the order of distances is the order of CDV, and they sum
/// to 0. It moves with the offers that are compared; it is no property of the market.
#[derive(Clone, Debug, PartialEq)]
pub struct FairValue {
    /// λ; 1 in the money account.
    pub slope: f64,
    /// x̄, the mean TCC.
    pub mean_tcc: f64,
    /// ȳ, the mean TCV.
    pub mean_tcv: f64,
    /// CDV − mean CDV by offer index; `None` for incomplete offers.
    pub distances: Vec<Option<f64>>,
}

impl FairValue {
    /// The fair TCV at a TCC.
    #[must_use]
    pub fn tcv(&self, tcc: f64) -> f64 {
        self.mean_tcv + self.slope * (tcc - self.mean_tcc)
    }
}

impl<'a> Dominance<'a> {
    /// The dominance of `case`.
    #[must_use]
    pub fn new(case: Case<'a>) -> Self {
        let signs = |l: usize| if l < case.compiled.value_leaves { 1.0 } else { -1.0 };
        let weighs = |(_, coefficient): &(usize, &f64)| **coefficient > 0.0;
        let leaves = case.weighting.coefficients.iter().enumerate().filter(weighs).map(|(l, _)| (l, signs(l)));
        Self { case, leaves: leaves.collect() }
    }

    /// All that dominate `offer`; nobody dominates an incomplete offer or one that is not there.
    ///
    /// One pass over `leaves × offers` numbers at most; most offers are told apart by the first two leaves.
    #[must_use]
    pub fn of(&self, offer: usize) -> Dominators {
        let mut found = Dominators::default();
        if self.case.delivered.complete.get(offer) != Some(&true) {
            return found;
        }
        for other in self.case.complete().filter(|&other| other != offer) {
            if self.on_every_criterion(other, offer) {
                found.on_every_criterion.push(other);
            } else if self.on_totals(other, offer) {
                found.on_totals.push(other);
            }
        }
        found
    }

    fn on_every_criterion(&self, a: usize, b: usize) -> bool {
        let compiled = self.case.compiled;
        let mut better = false;
        for &(leaf, sign) in &self.leaves {
            let row = leaf * compiled.offers;
            let (worth_a, worth_b) = (sign * compiled.worth[row + a], sign * compiled.worth[row + b]);
            if !ties(worth_a, worth_b) {
                if worth_a < worth_b {
                    return false;
                }
                better = true;
            }
        }
        better
    }

    fn on_totals(&self, a: usize, b: usize) -> bool {
        let delivered = self.case.delivered;
        let value = Against::new(delivered.tcv[a], delivered.tcv[b]);
        let cost = Against::new(delivered.tcc[b], delivered.tcc[a]);
        value != Against::Less && cost != Against::Less && (value, cost) != (Against::Equal, Against::Equal)
    }

    /// The efficient frontier: the complete offers that nobody dominates on TCV and TCC, from the cheapest to the
    /// dearest. Offers that tie on both are all in it.
    ///
    /// One sort and one pass: the offers that cost less than the current one are a growing prefix, and so are those
    /// that cost no more.
    #[must_use]
    pub fn frontier(&self) -> Vec<usize> {
        let (tcv, tcc) = (&self.case.delivered.tcv, &self.case.delivered.tcc);
        let mut by_cost: Vec<usize> = self.case.complete().collect();
        by_cost.sort_by(|&a, &b| tcc[a].total_cmp(&tcc[b]).then(tcv[b].total_cmp(&tcv[a])));
        let mut cheaper = Prefix::default();
        let mut no_dearer = Prefix::default();
        let is_efficient = |&o: &usize| {
            cheaper.grow(&by_cost, tcv, |other| Against::new(tcc[o], tcc[other]) == Against::More);
            no_dearer.grow(&by_cost, tcv, |other| Against::new(tcc[o], tcc[other]) != Against::Less);
            Against::new(cheaper.best, tcv[o]) == Against::Less && Against::new(no_dearer.best, tcv[o]) != Against::More
        };
        by_cost.iter().copied().filter(is_efficient).collect()
    }

    /// The fair-value line; `None` without a complete offer.
    #[must_use]
    pub fn fair_value(&self) -> Option<FairValue> {
        let delivered = self.case.delivered;
        let complete: Vec<usize> = self.case.complete().collect();
        #[expect(clippy::cast_precision_loss, reason = "offers are numbered with 32 bits")]
        let mean = |of: &[f64]| complete.iter().map(|&o| of[o]).sum::<f64>() / complete.len() as f64;
        if complete.is_empty() {
            return None;
        }
        let mean_cdv = mean(&delivered.cdv);
        let distance = |(cdv, complete): (&f64, &bool)| complete.then_some(cdv - mean_cdv);
        Some(FairValue {
            slope: self.case.weighting.cost_emphasis,
            mean_tcc: mean(&delivered.tcc),
            mean_tcv: mean(&delivered.tcv),
            distances: delivered.cdv.iter().zip(&delivered.complete).map(distance).collect(),
        })
    }
}

/// How one number stands against another, ties being equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Against {
    Less,
    Equal,
    More,
}

impl Against {
    fn new(a: f64, b: f64) -> Self {
        if a.is_finite() && ties(a, b) {
            Self::Equal
        } else if a < b {
            Self::Less
        } else {
            Self::More
        }
    }
}

/// The first offers of a list and the highest TCV among them.
struct Prefix {
    end: usize,
    best: f64,
}

impl Default for Prefix {
    fn default() -> Self {
        Self { end: 0, best: f64::NEG_INFINITY }
    }
}

impl Prefix {
    fn grow(&mut self, list: &[usize], tcv: &[f64], belongs: impl Fn(usize) -> bool) {
        while let Some(&next) = list.get(self.end).filter(|&&next| belongs(next)) {
            self.best = self.best.max(tcv[next]);
            self.end += 1;
        }
    }
}
