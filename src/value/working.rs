//! The working behind a number, step by step, as a teacher would write it.

use super::compile::{Compiled, Weighting};
use crate::model::{
    Account, Beyond, Comparison, Curve, Dimension, Leaf, Level, Offer, Paid, Scale, Segment, Side, Text,
};

/// The number that somebody asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// The points (or the amount) of a leaf.
    Leaf(Leaf),
    /// The subtotal of a dimension.
    Dimension(Dimension),
    /// TCV or TCC.
    Side(Side),
    /// CDV.
    Delivered,
    /// Value-to-cost ratio.
    Ratio,
}

/// A summand: what it is called, what it is multiplied by, and itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The leaf or dimension it stands for.
    pub name: TermName,
    /// Share, or multiplier.
    pub factor: f64,
    /// Points or amount; `None` where missing.
    pub worth: Option<f64>,
}

/// What a [`Term`] stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum TermName {
    /// A criterion.
    Criterion(Text),
    /// All money together.
    Ownership,
    /// A dimension.
    Dimension(Dimension),
}

/// A part of the total cost of ownership.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// Name of the criterion.
    pub name: Text,
    /// Once or yearly.
    pub paid: Paid,
    /// In units of currency; `None` where missing.
    pub amount: Option<f64>,
}

/// One line of the working.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A level that nobody has given.
    Missing {
        /// What is missing.
        name: TermName,
    },
    /// (level − low) / (high − low) · 100 = points.
    Rating {
        /// The level.
        level: f64,
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
        /// The result.
        points: f64,
    },
    /// y₀ + (x − x₀)/(x₁ − x₀)·(y₁ − y₀) = y on the segment that serves x.
    Segment {
        /// The level, in units of its scale.
        x: f64,
        /// Control point before.
        from: [f64; 2],
        /// Control point behind.
        to: [f64; 2],
        /// The result.
        y: f64,
        /// True where x lies outside the anchors.
        outside: bool,
        /// True where the levels are money.
        money: bool,
    },
    /// Outside the anchors the scale stays flat.
    Flat {
        /// The level.
        x: f64,
        /// The anchor.
        end: f64,
        /// The result.
        y: f64,
        /// True where the levels are money.
        money: bool,
    },
    /// A named level has the points that the scale gives it.
    Category {
        /// Its name.
        name: Text,
        /// Its points, or amount.
        points: f64,
    },
    /// Σ once + Σ yearly · annuity = total cost of ownership.
    Ownership {
        /// The amounts.
        terms: Vec<Money>,
        /// Years of ownership n.
        years: u32,
        /// Yearly rate r.
        rate: f64,
        /// Σₜ₌₁ⁿ (1+r)⁻ᵗ.
        annuity: f64,
        /// The result in units of currency; `None` where an amount is missing.
        total: Option<f64>,
    },
    /// Share of the dimension · share of the leaf · points = contribution.
    Weigh {
        /// The dimension.
        dimension: Dimension,
        /// Its share of the side.
        dimension_share: f64,
        /// The leaf's share of the dimension.
        leaf_share: f64,
        /// Points.
        points: f64,
        /// The result.
        product: f64,
    },
    /// Multiplier · amount = contribution (money account).
    Multiply {
        /// The multiplier.
        factor: f64,
        /// The amount.
        amount: f64,
        /// The result.
        product: f64,
    },
    /// Share of the dimension · (Σ share of the leaf · points) = subtotal; in money Σ multiplier · amount.
    Subtotal {
        /// The dimension.
        dimension: Dimension,
        /// Its share of the side; `None` in the money account.
        share: Option<f64>,
        /// Its leaves.
        terms: Vec<Term>,
        /// The result; `None` where a leaf of weight above 0 is missing.
        total: Option<f64>,
    },
    /// Σ subtotals = TCV or TCC.
    Total {
        /// Which side.
        side: Side,
        /// Its dimensions; factor 1.
        terms: Vec<Term>,
        /// The result; `None` where a dimension is.
        total: Option<f64>,
    },
    /// TCV − λ·TCC = CDV.
    Delivered {
        /// TCV; `None` while incomplete.
        tcv: Option<f64>,
        /// λ.
        cost_emphasis: f64,
        /// TCC; `None` while incomplete.
        tcc: Option<f64>,
        /// The result; `None` where one of the two is.
        cdv: Option<f64>,
    },
    /// TCV / (λ·TCC).
    Ratio {
        /// TCV; `None` while incomplete.
        tcv: Option<f64>,
        /// λ.
        cost_emphasis: f64,
        /// TCC; `None` while incomplete.
        tcc: Option<f64>,
        /// The result; `None` where λ·TCC ≤ 0, or one of the two is missing.
        ratio: Option<f64>,
    },
}

struct Context<'a> {
    comparison: &'a Comparison,
    segment: &'a Segment,
    compiled: &'a Compiled,
    weighting: Weighting,
    offer: usize,
}

/// The steps that lead to the answer of `question` for the offer at index `offer`, last step last.
#[must_use]
pub fn working(
    comparison: &Comparison,
    segment: &Segment,
    compiled: &Compiled,
    offer: usize,
    question: Question,
) -> Vec<Step> {
    let weighting = Weighting::of(segment, compiled);
    let context = Context { comparison, segment, compiled, weighting, offer };
    match question {
        Question::Leaf(leaf) => context.leaf(leaf),
        Question::Dimension(dimension) => vec![context.subtotal(dimension)],
        Question::Side(side) => context.side(side),
        Question::Delivered => context.delivered(),
        Question::Ratio => context.ratio(),
    }
}

impl Context<'_> {
    fn offer(&self) -> &Offer {
        &self.comparison.offers[self.offer]
    }

    fn name(&self, leaf: Leaf) -> TermName {
        match leaf {
            Leaf::Ownership => match self.comparison.money_criteria().collect::<Vec<_>>().as_slice() {
                [only] => TermName::Criterion(only.name.clone()),
                _ => TermName::Ownership,
            },
            Leaf::Criterion(id) => {
                TermName::Criterion(self.comparison.criterion(id).map(|c| c.name.clone()).unwrap_or_default())
            }
        }
    }

    fn leaf(&self, leaf: Leaf) -> Vec<Step> {
        let Some(l) = self.compiled.index_of(leaf) else { return Vec::new() };
        let mut steps = match leaf {
            Leaf::Ownership => self.ownership(),
            Leaf::Criterion(id) => {
                let level = self.offer().levels.get(&id);
                let scale = self.comparison.criterion(id).map(|c| &c.scale);
                level.zip(scale).and_then(|(level, scale)| scored(scale, *level)).into_iter().collect()
            }
        };
        let Some(worth) = self.compiled.worth(l, self.offer) else {
            steps.push(Step::Missing { name: self.name(leaf) });
            return steps;
        };
        let coefficient = self.weighting.coefficients[l];
        let dimension = self.compiled.leaves()[l].dimension;
        steps.push(match self.compiled.account() {
            Account::Points => Step::Weigh {
                dimension,
                dimension_share: self.segment.weights.dimension(dimension).share,
                leaf_share: self.segment.weights.leaf(leaf).share,
                points: worth,
                product: coefficient * worth,
            },
            Account::Money => Step::Multiply { factor: coefficient, amount: worth, product: coefficient * worth },
        });
        steps
    }

    fn ownership(&self) -> Vec<Step> {
        let header = &self.comparison.header;
        let units = |minor: f64| header.currency.units(minor);
        let terms = self
            .comparison
            .money_criteria()
            .map(|c| Money {
                name: c.name.clone(),
                paid: if let Scale::Money { paid } = c.scale { paid } else { Paid::Once },
                amount: match self.offer().levels.get(&c.id) {
                    #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
                    Some(Level::Money(minor)) => Some(units(*minor as f64)),
                    _ => None,
                },
            })
            .collect::<Vec<_>>();
        let total = self.comparison.ownership_cost(self.offer());
        let mut steps = Vec::new();
        if terms.len() > 1 || terms.iter().any(|t| t.paid == Paid::Yearly) {
            steps.push(Step::Ownership {
                terms,
                years: header.ownership.years,
                rate: header.ownership.rate,
                annuity: header.ownership.annuity(),
                total: total.map(units),
            });
        }
        if let (Account::Points, Some(total)) = (header.account, total) {
            let in_units = header.ownership.curve.stretched(units(1.0));
            steps.extend(in_units.ok().map(|curve| on_curve(&curve, units(total), true)));
        }
        steps
    }

    fn subtotal(&self, dimension: Dimension) -> Step {
        let weights = &self.segment.weights;
        let is_points = self.compiled.account() == Account::Points;
        let leaves = self.compiled.leaves().iter().enumerate().filter(|(_, l)| l.dimension == dimension);
        let (mut terms, mut total) = (Vec::new(), Some(0.0));
        for (l, leaf) in leaves {
            let worth = self.compiled.worth(l, self.offer);
            let coefficient = self.weighting.coefficients[l];
            let factor = if is_points { weights.leaf(leaf.leaf).share } else { coefficient };
            // What weighs nothing may be missing.
            if coefficient > 0.0 {
                total = total.zip(worth).map(|(total, worth)| total + coefficient * worth);
            }
            terms.push(Term { name: self.name(leaf.leaf), factor, worth });
        }
        Step::Subtotal { dimension, share: is_points.then(|| weights.dimension(dimension).share), terms, total }
    }

    fn side(&self, side: Side) -> Vec<Step> {
        let mut steps: Vec<Step> = side
            .dimensions()
            .into_iter()
            .map(|dimension| self.subtotal(dimension))
            .filter(|step| matches!(step, Step::Subtotal { terms, .. } if !terms.is_empty()))
            .collect();
        let terms: Vec<Term> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Subtotal { dimension, total, .. } => {
                    Some(Term { name: TermName::Dimension(*dimension), factor: 1.0, worth: *total })
                }
                _ => None,
            })
            .collect();
        let total = terms.iter().map(|t| t.worth).sum();
        steps.push(Step::Total { side, terms, total });
        steps
    }

    fn sides(&self) -> (Vec<Step>, Option<f64>, Option<f64>) {
        let (mut steps, cost) = (self.side(Side::Value), self.side(Side::Cost));
        let total = |steps: &[Step]| match steps.last() {
            Some(Step::Total { total, .. }) => *total,
            _ => None,
        };
        let (tcv, tcc) = (total(&steps), total(&cost));
        steps.extend(cost);
        (steps, tcv, tcc)
    }

    fn gaps(&self) -> impl Iterator<Item = Step> + '_ {
        let gaps = self.compiled.gaps(&self.weighting, self.offer);
        gaps.map(|l| Step::Missing { name: self.name(self.compiled.leaves()[l].leaf) })
    }

    fn delivered(&self) -> Vec<Step> {
        let (mut steps, tcv, tcc) = self.sides();
        let cost_emphasis = self.weighting.cost_emphasis;
        let cdv = tcv.zip(tcc).map(|(tcv, tcc)| tcv - cost_emphasis * tcc);
        steps.extend(self.gaps());
        steps.push(Step::Delivered { tcv, cost_emphasis, tcc, cdv });
        steps
    }

    fn ratio(&self) -> Vec<Step> {
        let (mut steps, tcv, tcc) = self.sides();
        let cost_emphasis = self.weighting.cost_emphasis;
        let cost = tcc.map(|tcc| cost_emphasis * tcc).filter(|cost| *cost > 0.0);
        steps.extend(self.gaps());
        steps.push(Step::Ratio { tcv, cost_emphasis, tcc, ratio: tcv.zip(cost).map(|(tcv, cost)| tcv / cost) });
        steps
    }
}

/// The step that scores a level; `None` where the level does not fit the scale.
fn scored(scale: &Scale, level: Level) -> Option<Step> {
    match (scale, level) {
        (Scale::Rating { low, high, .. }, Level::Number(x)) => {
            Some(Step::Rating { level: x, low: *low, high: *high, points: (x - low) / (high - low) * 100.0 })
        }
        (Scale::Measure { curve, .. }, Level::Number(x)) => Some(on_curve(curve, x, false)),
        (Scale::Category { .. }, Level::Category(id)) => {
            scale.category(id).map(|c| Step::Category { name: c.name.clone(), points: c.points })
        }
        _ => None,
    }
}

fn on_curve(curve: &Curve, x: f64, money: bool) -> Step {
    let (low, high) = curve.anchors();
    let (outside, y) = (curve.is_outside(x), curve.at(x));
    if outside && curve.beyond() == Beyond::Flat {
        return Step::Flat { x, end: x.clamp(low, high), y, money };
    }
    let i = curve.segment(x);
    Step::Segment { x, from: curve.points()[i], to: curve.points()[i + 1], y, outside, money }
}
