//! Weights of the scored segment, and what its answers say.

use serde::Serialize;

use crate::model::{Account, Comparison, Dimension, Elicited, Ground, Item, Lang, Leaf, Member, Scope, Segment, Side};
use crate::value::elicit::choices::{
    ChoiceError, ChoiceWeights, Choices, Estimate, Outcome, Penalty, conditional_logit, contradiction,
};
use crate::value::elicit::pairwise::{Effort, Misfit, RandomIndex, Weighed, effort};
use crate::value::elicit::{ChoiceSet, Details, WeighError, choices_of, weigh};

/// The weight of a dimension or a leaf.
#[derive(Serialize)]
pub(super) struct WeightScore<'a> {
    name: &'a str,
    dimension: &'static str,
    side: &'static str,
    /// Within its set; sets sum to 1.
    share: f64,
    /// g = share of the dimension · share of the leaf; each side sums to 1.
    weight: f64,
}

/// The weights of the dimensions that have criteria and of the leaves.
#[derive(Serialize)]
pub(super) struct Weights<'a> {
    dimensions: Vec<WeightScore<'a>>,
    criteria: Vec<WeightScore<'a>>,
}

/// What one method says of one scope.
#[derive(Serialize)]
pub(super) struct AnswersScore<'a> {
    weigh: String,
    method: &'static str,
    in_force: bool,
    /// Weights of all items sum to 1; absent where none follow.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    weights: Vec<ItemScore<'a>>,
    /// λ, where the answers are about both sides.
    #[serde(skip_serializing_if = "Option::is_none")]
    cost_emphasis: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pairwise: Option<PairwiseScore<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<ChoicesScore<'a>>,
    /// Why no weights follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct ItemScore<'a> {
    item: &'a str,
    weight: f64,
    /// Points that the swing spans today.
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<f64>,
    /// True where the swing spanned another number of points when it was answered.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    scale_changed: bool,
}

/// How many pairs there are, and what follows where enough of them are judged.
#[derive(Serialize)]
struct PairwiseScore<'a> {
    /// All pairs: n·(n − 1)/2.
    questions: usize,
    /// True where swings or points are better advised.
    too_many: bool,
    #[serde(flatten)]
    found: Option<PairsFound<'a>>,
}

#[derive(Serialize)]
struct PairsFound<'a> {
    lambda_max: f64,
    consistency_index: f64,
    /// `null` up to two items, and where the table has none.
    random_index: Option<f64>,
    consistency_ratio: Option<f64>,
    /// True where judgements are missing.
    approximate: bool,
    worst_fit: Option<MisfitScore<'a>>,
}

#[derive(Serialize)]
struct MisfitScore<'a> {
    row: &'a str,
    column: &'a str,
    given: f64,
    fitting: f64,
    consistency_ratio_then: Option<f64>,
}

#[derive(Serialize)]
struct EstimateScore {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct ChoicesScore<'a> {
    answers: usize,
    /// Numbers of answers, from 1, that no weights agree with; `null` where some weights agree with all.
    contradiction: Option<Vec<usize>>,
    #[serde(flatten)]
    penalised: Option<PenalisedScore<'a>>,
    /// Coefficients of either sign, without a penalty.
    unpenalised: FitScore<'a>,
    /// The same with a constant for each offer that was to choose from but the first; absent where fewer than two were.
    #[serde(skip_serializing_if = "Option::is_none")]
    unpenalised_with_constants: Option<FitScore<'a>>,
}

#[derive(Serialize)]
struct PenalisedScore<'a> {
    penalty: PenaltyScore,
    criteria: Vec<ChoiceWeightScore<'a>>,
    /// λ.
    cost_emphasis: Option<EstimateScore>,
    /// μ.
    sharpness: EstimateScore,
    log_likelihood: f64,
    null_log_likelihood: f64,
}

#[derive(Serialize)]
struct PenaltyScore {
    strength: f64,
    sharpness: f64,
}

#[derive(Serialize)]
struct ChoiceWeightScore<'a> {
    name: &'a str,
    /// Share of its side.
    weight: EstimateScore,
    coefficient: f64,
    /// How much of the doubt about it the answers take away, 0…1.
    told: f64,
    /// True where the answers separate it from the others.
    separated: bool,
}

#[derive(Serialize)]
struct FitScore<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    coefficients: Vec<CoefficientScore<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    log_likelihood: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    null_log_likelihood: Option<f64>,
    /// `converged`, `separated` (the likelihood has no maximum), `stopped` (by rounding) or `refused`.
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct CoefficientScore<'a> {
    /// A criterion, or an offer that has a constant.
    name: &'a str,
    constant: bool,
    /// Per point; of a constant, against the first offer. `null` where it never differed within a choice.
    value: Option<f64>,
    standard_error: Option<f64>,
}

pub(super) fn weights<'a>(comparison: &'a Comparison, segment: &Segment) -> Option<Weights<'a>> {
    if comparison.header.account == Account::Money {
        return None;
    }
    let score = |member: Member, dimension: Dimension| {
        let share = segment.weights.member(member).share;
        let (name, weight) = match member {
            Member::Dimension(_) => (dimension.key(), share),
            Member::Leaf(leaf) => (leaf_name(comparison, leaf), segment.weights.dimension(dimension).share * share),
        };
        WeightScore { name, dimension: dimension.key(), side: side_name(dimension.side()), share, weight }
    };
    let used = || Dimension::ALL.into_iter().filter(|d| comparison.criteria_of(*d).next().is_some());
    let leaves = used().flat_map(|d| comparison.leaves_of(d).into_iter().map(move |leaf| (Member::Leaf(leaf), d)));
    Some(Weights {
        dimensions: used().map(|d| score(Member::Dimension(d), d)).collect(),
        criteria: leaves.map(|(member, d)| score(member, d)).collect(),
    })
}

pub(super) fn answers<'a>(comparison: &'a Comparison, segment: &Segment) -> Vec<AnswersScore<'a>> {
    segment.elicited.iter().map(|elicited| answer(comparison, segment, elicited)).collect()
}

fn answer<'a>(comparison: &'a Comparison, segment: &Segment, elicited: &Elicited) -> AnswersScore<'a> {
    let Elicited { scope, in_force, answers } = elicited;
    let mut score = AnswersScore {
        weigh: scope_name(*scope),
        method: elicited.method().key(),
        in_force: *in_force,
        weights: Vec::new(),
        cost_emphasis: None,
        pairwise: None,
        choices: None,
        error: None,
    };
    let items = Ground::of(comparison).items(*scope);
    let told = |why: &WeighError| why.told(&items, |item| item_name(comparison, item).to_owned());
    if let crate::model::Answers::Choices { choices } = answers {
        match choices_of(comparison, choices) {
            Ok(set) => score.choices = Some(choices_score(comparison, &set)),
            Err(why) => score.error = Some(told(&why)),
        }
    }
    if let crate::model::Answers::Pairwise { .. } = answers {
        let Effort { questions, is_too_much, .. } = effort(items.len());
        score.pairwise = Some(PairwiseScore { questions, too_many: is_too_much, found: None });
    }
    match weigh(comparison, segment, *scope, answers) {
        Err(why) => score.error = Some(told(&why)),
        Ok(found) => {
            let names: Vec<&str> = found.items.iter().map(|item| item_name(comparison, *item)).collect();
            score.cost_emphasis = found.given.cost_emphasis;
            let (spans, changed) = match &found.details {
                Details::Swing { spans, changed, .. } => (spans.as_slice(), changed.as_slice()),
                _ => Default::default(),
            };
            let item = |(i, weight): (usize, &f64)| ItemScore {
                item: names[i],
                weight: *weight,
                span: spans.get(i).copied(),
                scale_changed: changed.contains(&found.items[i]),
            };
            score.weights = found.weights.iter().enumerate().map(item).collect();
            match &found.details {
                Details::Pairwise { weighed, misfit } => {
                    if let Some(pairwise) = &mut score.pairwise {
                        pairwise.found = Some(pairs_found(&names, weighed, *misfit, answers));
                    }
                }
                Details::Choices(weights) => {
                    if let Some(choices) = &mut score.choices {
                        choices.penalised = Some(penalised_score(&names, weights));
                    }
                }
                Details::Points { .. } | Details::Swing { .. } | Details::RankOrder => {}
            }
        }
    }
    score
}

impl AnswersScore<'_> {
    /// What a person should know of these answers: why they give no weights, and where they ask for too much.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(why) = &self.error {
            lines.push(format!("{} by {}: {why}", self.weigh, self.method));
        }
        if let Some(PairwiseScore { questions, too_many: true, .. }) = &self.pairwise {
            lines.push(format!(
                "{} by {}: {questions} questions are too many; swings or points ask one for each item",
                self.weigh, self.method
            ));
        }
        lines
    }
}

fn pairs_found<'a>(
    names: &[&'a str],
    weighed: &Weighed,
    misfit: Option<Misfit>,
    answers: &crate::model::Answers,
) -> PairsFound<'a> {
    let items = weighed.weights.len();
    let random_index = match answers {
        crate::model::Answers::Pairwise { random_index, .. } if !random_index.is_empty() => {
            RandomIndex::new((3..).zip(random_index.iter().copied())).ok()
        }
        _ => Some(RandomIndex::default()),
    };
    PairsFound {
        lambda_max: weighed.lambda_max,
        consistency_index: weighed.consistency_index,
        random_index: random_index.and_then(|table| table.of(items)),
        consistency_ratio: weighed.consistency_ratio,
        approximate: weighed.is_approximate,
        worst_fit: misfit.map(|misfit| MisfitScore {
            row: names[misfit.row],
            column: names[misfit.column],
            given: misfit.given,
            fitting: misfit.fitting,
            consistency_ratio_then: misfit.ratio_then,
        }),
    }
}

fn choices_score<'a>(comparison: &'a Comparison, set: &ChoiceSet) -> ChoicesScore<'a> {
    let names: Vec<&str> = set.leaves.iter().map(|leaf| leaf_name(comparison, *leaf)).collect();
    let constants = set.offers.iter().skip(1).map(|id| comparison.offer(*id).map_or("", |o| o.name.get(Lang::En)));
    let constants: Vec<&str> = constants.collect();
    let found = contradiction(&set.choices, &set.sides).ok().flatten();
    ChoicesScore {
        answers: set.choices.answers(),
        contradiction: found.map(|answers| answers.into_iter().map(|i| i + 1).collect()),
        penalised: None,
        unpenalised: fit_score(&names, &[], &set.choices),
        unpenalised_with_constants: set.with_constants.as_ref().map(|choices| fit_score(&names, &constants, choices)),
    }
}

fn penalised_score<'a>(names: &[&'a str], weights: &ChoiceWeights) -> PenalisedScore<'a> {
    let penalty = Penalty::default();
    let untold = weights.untold();
    let criterion = |(i, name): (usize, &&'a str)| ChoiceWeightScore {
        name,
        weight: estimate(weights.weights[i]),
        coefficient: weights.coefficients[i],
        told: weights.told[i],
        separated: !untold.contains(&i),
    };
    PenalisedScore {
        penalty: PenaltyScore { strength: penalty.strength, sharpness: penalty.sharpness },
        criteria: names.iter().enumerate().map(criterion).collect(),
        cost_emphasis: weights.cost_emphasis.map(estimate),
        sharpness: estimate(weights.sharpness),
        log_likelihood: weights.log_likelihood,
        null_log_likelihood: weights.null_log_likelihood,
    }
}

fn estimate(estimate: Estimate) -> EstimateScore {
    EstimateScore { value: estimate.value, low: estimate.low, high: estimate.high }
}

/// The fit of what differs within some choice; the answers tell nothing of what doesn't.
fn fit_score<'a>(names: &[&'a str], constants: &[&'a str], choices: &Choices) -> FitScore<'a> {
    let differing = choices.differing();
    if differing.is_empty() {
        return FitScore::refused(
            "nothing differs between the offers of any choice: ask about offers that differ".into(),
        );
    }
    let fit = match conditional_logit(&choices.of_columns(&differing)) {
        Ok(fit) => fit,
        Err(ChoiceError::NotIdentified { column }) => {
            return FitScore::refused(unidentified(names, constants, differing.get(..=column).unwrap_or_default()));
        }
        Err(other) => return FitScore::refused(other.to_string()),
    };
    let all = names.iter().map(|name| (*name, false)).chain(constants.iter().map(|name| (*name, true)));
    let errors = fit.standard_errors.as_ref();
    let coefficient = |(column, (name, constant)): (usize, (&'a str, bool))| {
        let place = differing.binary_search(&column).ok();
        CoefficientScore {
            name,
            constant,
            value: place.and_then(|place| fit.coefficients.get(place).copied()),
            standard_error: place.zip(errors).and_then(|(place, errors)| errors.get(place).copied()),
        }
    };
    FitScore {
        coefficients: all.enumerate().map(coefficient).collect(),
        log_likelihood: Some(fit.log_likelihood),
        null_log_likelihood: Some(fit.null_log_likelihood),
        outcome: match fit.outcome {
            Outcome::Converged => "converged",
            Outcome::Separated { .. } => "separated",
            Outcome::Stopped => "stopped",
        },
        error: None,
    }
}

impl FitScore<'_> {
    fn refused(why: String) -> Self {
        Self {
            coefficients: Vec::new(),
            log_likelihood: None,
            null_log_likelihood: None,
            outcome: "refused",
            error: Some(why),
        }
    }
}

/// The last of these columns, criteria first, then constants, follows from the others.
fn unidentified(names: &[&str], constants: &[&str], columns: &[usize]) -> String {
    let name = |column: usize| match names.get(column) {
        Some(name) => (*name).to_owned(),
        None => constants.get(column - names.len()).map_or_else(String::new, |of| format!("the constant of {of}")),
    };
    let mut all: Vec<String> = columns.iter().map(|column| name(*column)).collect();
    let last = all.pop().unwrap_or_default();
    format!(
        "{last} follows from others in every choice ({}): leave one of them out, or ask about offers in which it differs by \
         itself",
        all.join(", ")
    )
}

/// As the exchange file calls it.
fn scope_name(scope: Scope) -> String {
    match scope {
        Scope::Both => "both".to_owned(),
        Scope::Sides => "sides".to_owned(),
        Scope::Dimensions(side) => side_name(side).to_owned(),
        Scope::Side(side) => format!("{}-criteria", side_name(side)),
        Scope::Criteria(dimension) => dimension.key().to_owned(),
    }
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Value => "value",
        Side::Cost => "cost",
    }
}

fn item_name(comparison: &Comparison, item: Item) -> &str {
    match item {
        Item::Side(side) => side_name(side),
        Item::Dimension(dimension) => dimension.key(),
        Item::Leaf(leaf) => leaf_name(comparison, leaf),
    }
}

/// The criterion's name; that of the only money criterion, or “ownership” for several together.
fn leaf_name(comparison: &Comparison, leaf: Leaf) -> &str {
    match leaf {
        Leaf::Criterion(id) => comparison.criterion(id).map_or("", |c| c.name.get(Lang::En)),
        Leaf::Ownership => match comparison.money_criteria().collect::<Vec<_>>().as_slice() {
            [only] => only.name.get(Lang::En),
            _ => "ownership",
        },
    }
}
