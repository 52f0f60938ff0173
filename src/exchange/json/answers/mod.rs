//! What people said about what matters, in the file.

mod read;
mod settle;
mod shapes;
mod write;

use serde::Deserialize;

use self::shapes::{AlternativeDto, JudgementDto, OneOrMore, Place};
use super::dto::{List, Object, Pairs, Value};
use crate::model::{Answers, Dimension, Method, RankMethod, Scope, Side};

pub(super) use read::{judgement, read};
pub(super) use settle::{Settled, settle};
pub(super) use write::write;

/// One set of answers as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswersDto {
    weigh: String,
    method: MethodDto,
    in_force: Option<bool>,
    points: Option<Pairs<f64>>,
    swings: Option<List<Object<SwingDto>>>,
    formula: Option<FormulaDto>,
    order: Option<List<OneOrMore>>,
    judgements: Option<List<JudgementDto>>,
    matrix: Option<Object<MatrixDto>>,
    #[serde(default)]
    random_index: List<f64>,
    at: Option<f64>,
    choices: Option<List<Object<ChoiceDto>, { Answers::CHOICES_MAX }>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MethodDto {
    Points,
    Swing,
    RankOrder,
    Pairwise,
    Money,
    Choices,
}

impl MethodDto {
    fn method(self) -> Method {
        match self {
            Self::Points => Method::Points,
            Self::Swing => Method::Swing,
            Self::RankOrder => Method::RankOrder,
            Self::Pairwise => Method::Pairwise,
            Self::Money => Method::Money,
            Self::Choices => Method::Choices,
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormulaDto {
    Centroid,
    Sum,
    Reciprocal,
}

impl FormulaDto {
    fn formula(self) -> RankMethod {
        match self {
            Self::Centroid => RankMethod::Centroid,
            Self::Sum => RankMethod::Sum,
            Self::Reciprocal => RankMethod::Reciprocal,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SwingDto {
    item: String,
    from: Option<Value>,
    to: Option<Value>,
    worth: f64,
    span: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MatrixDto {
    items: List<String>,
    rows: List<List<Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceDto {
    from: List<AlternativeDto>,
    took: Option<Place>,
    order: Option<List<Place>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShownDto {
    offer: Option<String>,
    #[serde(default)]
    levels: Pairs<Value>,
}

/// What a file calls a scope; dimensions are called by their keys.
fn scope_key(scope: Scope) -> &'static str {
    match scope {
        Scope::Both => "both",
        Scope::Sides => "sides",
        Scope::Dimensions(side) => side_key(side),
        Scope::Side(Side::Value) => "value-criteria",
        Scope::Side(Side::Cost) => "cost-criteria",
        Scope::Criteria(dimension) => dimension.key(),
    }
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::Value => "value",
        Side::Cost => "cost",
    }
}

fn scope_of(key: &str) -> Option<Scope> {
    Scope::all().find(|scope| scope_key(*scope) == key)
}

/// What a file calls a method.
fn method_key(method: Method) -> &'static str {
    method.key()
}

/// What a file calls a way to make weights of ranks.
fn formula_key(formula: RankMethod) -> &'static str {
    match formula {
        RankMethod::Centroid => "centroid",
        RankMethod::Sum => "sum",
        RankMethod::Reciprocal => "reciprocal",
    }
}

/// All scopes that a file can name.
fn scope_keys() -> Vec<&'static str> {
    let dimensions = Dimension::ALL.map(Dimension::key);
    ["both", "sides", "value", "cost", "value-criteria", "cost-criteria"].into_iter().chain(dimensions).collect()
}
