//! What `worthwhile score --json` tells is what the window shows, for every method.

mod support;

use std::collections::BTreeSet;
use std::process::Command;

use proptest::prelude::*;
use serde_json::Value;
use support::dice::Dice;
use support::{Shape, comparisons};
use worthwhile::board::{Ask, Board, ChoiceOptions, Figure, Seen, WeighingOptions, figure, figure_data};
use worthwhile::exchange::json;
use worthwhile::model::{Account, Comparison, Elicited, IdSource, Lang, Method, Workbook};
use worthwhile::words::{Words, decimal};

/// Data for other programs has fourteen digits, and what is nothing but rounding is 0 there.
const SAME: f64 = 1e-9;

fn scored(file: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.json");
    std::fs::write(&path, file).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_worthwhile")).args(["score", "--json"]).arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let scores: Value = serde_json::from_slice(&output.stdout).unwrap();
    scores["comparisons"][0].clone()
}

fn numbers(list: &Value, member: &str) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|one| one[member].as_f64().unwrap()).collect()
}

#[track_caller]
fn same(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= SAME * e.abs().max(1.0), "{what}: {found:?} instead of {expected:?}");
    }
}

/// A column of the data behind the figure, from row 1 on; the rows below are others'.
fn column(rows: &[Vec<String>], at: usize, count: usize) -> Vec<f64> {
    rows[1..=count].iter().map(|row| row[at].parse().unwrap()).collect()
}

struct Window<'a> {
    seen: Seen<'a>,
}

impl Window<'_> {
    fn ask(elicited: &Elicited) -> Ask {
        let choices = ChoiceOptions::default();
        let (scope, method) = (elicited.scope, Some(elicited.method()));
        Ask::Weighing(WeighingOptions { width: 400.0, scope, method, choices })
    }

    fn figure(&self, elicited: &Elicited) -> Figure {
        figure(self.seen, &Self::ask(elicited), &|_| true).unwrap()
    }

    /// One set of answers: weights, and what its method tells besides.
    fn check(&self, elicited: &Elicited, score: &Value) {
        let (shown, rows) = (self.figure(elicited), figure_data(self.seen, &Self::ask(elicited)));
        let sheet = &shown.weighing;
        assert_eq!(score["method"], elicited.method().key());
        assert_eq!(score["in_force"], sheet.in_force == Some(elicited.method()));
        assert_eq!(score.get("error").is_none(), sheet.is_complete, "{}: {score}", sheet.state);
        if !sheet.is_complete {
            return;
        }
        let weights = numbers(&score["weights"], "weight");
        let weighed: Vec<f64> = sheet.items.iter().map(|item| item.weighed.unwrap()).collect();
        same(&weighed, &weights, "weights");
        match elicited.method() {
            Method::Choices => self.check_choices(&rows, &shown, &score["choices"]),
            Method::Pairwise => {
                same(&column(&rows, 2, weights.len()), &weights, "data");
                let pairwise = &score["pairwise"];
                let figures = &sheet.pairs.consistency.as_ref().unwrap().figures;
                let told = [("λmax", "lambda_max", 4), ("CI", "consistency_index", 4), ("CR", "consistency_ratio", 3)];
                for ([name, value, _], (own, member, places)) in
                    figures.iter().filter(|[name, ..]| name != "RI").zip(told)
                {
                    let number = pairwise[member].as_f64();
                    assert_eq!((name.as_str(), value), (own, &number.map_or("–".to_owned(), |x| decimal(x, places))));
                }
            }
            Method::Points | Method::Swing | Method::RankOrder | Method::Money => {
                same(&column(&rows, 2, weights.len()), &weights, "data");
            }
        }
    }

    fn check_choices(&self, rows: &[Vec<String>], shown: &Figure, score: &Value) {
        let criteria = score["criteria"].as_array().unwrap();
        for (at, end) in [(2, "value"), (3, "low"), (4, "high")] {
            let weights: Vec<f64> = criteria.iter().map(|c| c["weight"][end].as_f64().unwrap()).collect();
            same(&column(rows, at, criteria.len()), &weights, end);
            let below: Vec<f64> = rows[1 + criteria.len()..].iter().map(|row| row[at].parse().unwrap()).collect();
            let of_all = [&score["cost_emphasis"], &score["sharpness"]];
            let of_all: Vec<f64> = of_all.into_iter().filter_map(|estimate| estimate[end].as_f64()).collect();
            same(&below, &of_all, "λ and μ");
        }
        same(&column(rows, 5, criteria.len()), &numbers(&score["criteria"], "told"), "told");
        let contradicting = &shown.weighing.choices.contradicting;
        let told: Vec<u64> =
            score["contradiction"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        assert_eq!(contradicting.iter().map(|i| *i as u64 + 1).collect::<Vec<_>>(), told);
        let fit = [&score["log_likelihood"], &score["null_log_likelihood"]].map(|x| decimal(x.as_f64().unwrap(), 2));
        let [own, null] = fit;
        let said = self.seen.words.with("choices-says-fit", &[("own", &own), ("null", &null)]);
        assert!(shown.sentences.contains(&said), "{said} {:?}", shown.sentences);
    }
}

/// The comparison as its file gives it back, with the file.
fn filed(comparison: &Comparison) -> (Comparison, String) {
    let file = json::write(&[comparison]);
    let read = json::read(&file, &mut IdSource::starting_at(1)).unwrap().remove(0);
    (read, file)
}

/// Compares the two for any answers; told are the methods that gave weights.
fn check(comparison: Comparison, dice: &mut Dice) -> BTreeSet<Method> {
    let mut workbook = Workbook { comparisons: vec![comparison], ..Workbook::default() };
    for _ in 0..16 {
        let edit = support::answers::edit(dice, &workbook.comparisons[0]);
        // Some are refused, as those about scopes without items.
        if let Ok(changes) = edit.changes(&workbook) {
            workbook.apply(&changes);
        }
    }
    let (comparison, file) = filed(&workbook.comparisons[0]);
    let score = scored(&file);
    let words = Words::new(Lang::En);
    let everyone = comparison.everyone().unwrap();
    let board = Board::new(&comparison, everyone.id, &words).unwrap();
    let window = Window { seen: Seen { board: &board, comparison: &comparison, words: &words } };
    let answers = score["answers"].as_array().unwrap();
    assert_eq!(answers.len(), everyone.elicited.len());
    for (elicited, score) in everyone.elicited.iter().zip(answers) {
        window.check(elicited, score);
    }
    for (i, offer) in score["offers"].as_array().unwrap().iter().enumerate() {
        assert_eq!(offer["cdv"].as_f64().map(f64::to_bits), board.cdv(i).map(f64::to_bits));
    }
    let is_complete = |(_, score): &(&Elicited, &Value)| score.get("error").is_none();
    everyone.elicited.iter().zip(answers).filter(is_complete).map(|(elicited, _)| elicited.method()).collect()
}

#[test]
fn every_method_is_among_those_compared() {
    let mut dice = Dice(11);
    let mut seen = BTreeSet::new();
    for _ in 0..12 {
        let shape = Shape { offers: 3, criteria: 6, segments: 1, account: Account::Points, gaps: 0.0 };
        let comparison = support::comparison(&mut dice, &mut IdSource::starting_at(1), shape);
        seen.extend(check(comparison, &mut dice));
    }
    assert_eq!(seen.len(), Method::ALL.len(), "{seen:?}");
}

proptest! {
    #![proptest_config(support::config(24))]

    #[test]
    fn the_score_tells_what_the_window_shows((comparison, mut dice) in comparisons(Account::Points, 1..=4, 0.1)) {
        check(comparison, &mut dice);
    }
}
