//! Published cases, written as docs/exchange-format.md says and read from `worthwhile score --json`: weights, consistency
//! and choice models against the figures that were printed.

use std::process::Command;

use serde_json::{Map, Value, json};

/// How near figures are to those worked out by hand.
const EXACT: f64 = 1e-9;

fn measure(key: &str, dimension: &str) -> Value {
    json!({"key": key, "dimension": dimension, "name": key,
           "scale": {"kind": "measure", "points": [[0, 0], [100, 100]]}})
}

/// The answers' part of the score of one comparison with one set of answers.
fn scored(criteria: &[Value], offers: &[&str], answers: &Value) -> Result<Value, String> {
    let offers: Vec<Value> = offers.iter().map(|name| json!({"key": name, "name": name})).collect();
    Ok(compared(criteria, &offers, answers)?["answers"][0].clone())
}

/// The score of one comparison with one set of answers.
fn compared(criteria: &[Value], offers: &[Value], answers: &Value) -> Result<Value, String> {
    let file = json!({"format": "worthwhile", "version": 1, "comparisons": [{
        "name": "Case", "currency": "USD", "ownership": {"points": [[8000, 0], [17000, 100]]}, "criteria": criteria,
        "offers": offers,
        "segments": [{"key": "all", "everyone": true, "name": "Everyone", "answers": [answers]}],
    }]});
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_worthwhile")).args(["score", "--json"]).arg(&path).output().unwrap();
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr).unwrap());
    }
    let scores: Value = serde_json::from_slice(&output.stdout).unwrap();
    Ok(scores["comparisons"][0].clone())
}

#[track_caller]
fn near(found: &Value, expected: f64, tolerance: f64) {
    let number = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((number - expected).abs() <= tolerance, "{number} is not {expected}");
}

#[track_caller]
fn check_weights(answer: &Value, expected: &[f64], tolerance: f64) {
    let weights = answer["weights"].as_array().unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(weights.len(), expected.len());
    for (weight, expected) in weights.iter().zip(expected) {
        near(&weight["weight"], *expected, tolerance);
    }
}

// ---- Judgements in pairs ----------------------------------------------------------------------------------------

fn pairwise(items: &[&str], rows: &Value, random_index: &[f64]) -> Result<Value, String> {
    let criteria: Vec<Value> = items.iter().map(|item| measure(item, "product")).collect();
    let mut answers =
        json!({"weigh": "value-criteria", "method": "pairwise", "matrix": {"items": items, "rows": rows}});
    if !random_index.is_empty() {
        answers["random_index"] = json!(random_index);
    }
    scored(&criteria, &[], &answers)
}

const NATIONS: [&str; 7] = ["US", "USSR", "China", "France", "UK", "Japan", "W. Germany"];

fn wealth_of_nations() -> Value {
    json!([
        [1, 4, 9, 6, 6, 5, 5],
        ["1/4", 1, 7, 5, 5, 3, 4],
        ["1/9", "1/7", 1, "1/5", "1/5", "1/7", "1/5"],
        ["1/6", "1/5", 5, 1, 1, "1/3", "1/3"],
        ["1/6", "1/5", 5, 1, 1, "1/3", "1/3"],
        ["1/5", "1/3", 7, 3, 3, 1, 2],
        ["1/5", "1/4", 5, 3, 3, "1/2", 1],
    ])
}

/// Saaty 1977, Journal of Mathematical Psychology 15:234–281: the wealth of nations, printed with three and two decimals.
/// CR is CI over the random index of 7 items in each table: Saaty 1980, Saaty 2005, Alonso and Lamata 2006 (International
/// Journal of Uncertainty 14:445–459) and Noble.
#[test]
fn the_wealth_of_nations_under_four_tables_of_the_random_index() {
    let tables: [(&[f64], f64); 4] = [
        (&[0.58, 0.90, 1.12, 1.24, 1.32], 1.32),
        (&[], 1.35),
        (&[0.5245, 0.8815, 1.1086, 1.2479, 1.3417], 1.3417),
        (&[0.49, 0.82, 1.03, 1.16, 1.25], 1.25),
    ];
    for (table, of_seven) in tables {
        let answer = pairwise(&NATIONS, &wealth_of_nations(), table).unwrap();
        check_weights(&answer, &[0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094], 6e-4);
        let found = &answer["pairwise"];
        near(&found["lambda_max"], 7.61, 0.005);
        near(&found["consistency_index"], 0.10, 0.005);
        near(&found["random_index"], of_seven, EXACT);
        near(&found["consistency_ratio"], found["consistency_index"].as_f64().unwrap() / of_seven, EXACT);
        near(&found["consistency_ratio"], 0.08, 0.0051);
    }
}

/// Saaty 1980, The Analytic Hierarchy Process: the choice of a school, printed with two decimals. (λmax and CR are printed as
/// 7.49 and 0.24, worked out from rounded weights; the eigenvalue of the matrix is 7.42.)
#[test]
fn a_school_is_chosen() {
    let judged = |item: &str, ab: &str, ac: &str, bc: &str| {
        let level = |key: &str, judged: Value| json!({"key": key, "name": key, "judged": judged});
        let levels = [level("A", json!({"B": ab, "C": ac})), level("B", json!({"C": bc})), level("C", json!({}))];
        json!({"key": item, "dimension": "product", "name": item, "scale": {"kind": "category", "levels": levels}})
    };
    let criteria = [
        judged("learning", "1/3", "1/2", "3"),
        judged("friends", "1", "1", "1"),
        judged("school life", "5", "1", "1/5"),
        judged("vocational training", "9", "7", "1/5"),
        judged("college preparation", "1/2", "1", "2"),
        judged("music classes", "6", "4", "1/3"),
    ];
    let items: Vec<&Value> = criteria.iter().map(|c| &c["key"]).collect();
    let offers = ["A", "B", "C"].map(|school| {
        let levels: Map<String, Value> =
            items.iter().map(|item| (item.as_str().unwrap().to_owned(), json!(school))).collect();
        json!({"key": school, "name": school, "levels": levels})
    });
    let rows = json!([
        [1, 4, 3, 1, 3, 4],
        ["1/4", 1, 7, 3, "1/5", 1],
        ["1/3", "1/7", 1, "1/5", "1/5", "1/6"],
        [1, "1/3", 5, 1, 1, "1/3"],
        ["1/3", 5, 5, 1, 1, 3],
        ["1/4", 1, 6, 3, "1/3", 1],
    ]);
    let matrix = json!({"items": items, "rows": rows});
    let answers = json!({"weigh": "value-criteria", "method": "pairwise", "matrix": matrix});
    let score = compared(&criteria, &offers, &answers).unwrap();
    check_weights(&score["answers"][0], &[0.32, 0.14, 0.03, 0.13, 0.24, 0.14], 0.0051);
    near(&score["answers"][0]["pairwise"]["lambda_max"], 7.42, 0.005);
    for (offer, printed) in score["offers"].as_array().unwrap().iter().zip([37.0, 38.0, 25.0]) {
        near(&offer["tcv"], printed, 0.51);
    }
}

/// Saaty 1977: distances of six cities from Philadelphia; one of the printed weights (0.263) is off by a unit.
#[test]
fn distances_from_philadelphia() {
    let cities = ["Cairo", "Tokyo", "Chicago", "San Francisco", "London", "Montreal"];
    let rows = json!([
        [1, "1/3", 8, 3, 3, 7],
        [3, 1, 9, 3, 3, 9],
        ["1/8", "1/9", 1, "1/6", "1/5", 2],
        ["1/3", "1/3", 6, 1, "1/3", 6],
        ["1/3", "1/3", 5, 3, 1, 6],
        ["1/7", "1/9", "1/2", "1/6", "1/6", 1],
    ]);
    let answer = pairwise(&cities, &rows, &[]).unwrap();
    check_weights(&answer, &[0.263, 0.397, 0.033, 0.116, 0.164, 0.027], 1.2e-3);
    near(&answer["pairwise"]["lambda_max"], 6.45, 0.005);
    near(&answer["pairwise"]["consistency_index"], 0.09, 0.005);
}

/// Harker 1987, Mathematical Modelling 9:353–360: a row has 1 plus the number of its gaps on the diagonal, and 0 in the
/// gaps. Three items by hand; five by the eigenvector of that matrix in numpy.
#[test]
fn judgements_are_missing() {
    let rows = json!([[1, 2, null], [null, 1, 2], [null, null, 1]]);
    let answer = pairwise(&["a", "b", "c"], &rows, &[]).unwrap();
    check_weights(&answer, &[4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0], EXACT);
    near(&answer["pairwise"]["lambda_max"], 3.0, EXACT);
    assert_eq!(answer["pairwise"]["approximate"], true);

    let rows = json!([
        [1, 9, null, 5, "1/2"],
        ["1/9", 1, 2, null, null],
        [null, "1/2", 1, 4, 1],
        ["1/5", null, "1/4", 1, "1/3"],
        [2, null, 1, 3, 1],
    ]);
    let answer = pairwise(&["a", "b", "c", "d", "e"], &rows, &[]).unwrap();
    check_weights(&answer, &[0.391_142_64, 0.119_926_77, 0.147_858_82, 0.054_999_76, 0.286_072_01], 1e-8);
    near(&answer["pairwise"]["consistency_index"], 0.207_052_200_497_67, EXACT);
}

#[test]
fn the_larger_of_two_rounded_judgements_counts() {
    for rows in [json!([[1, 0.14], [7, 1]]), json!([[1, "1/7"], [7.0, 1]]), json!([[1, 0.14], [6.99, 1]])] {
        let answer = pairwise(&["a", "b"], &rows, &[]).unwrap();
        check_weights(&answer, &[0.125, 0.875], 2e-4);
        let exact = rows[1][0] == 7 || rows[1][0] == 7.0;
        assert!(!exact || answer["weights"][1]["weight"] == 0.875, "{answer}");
        assert_eq!(answer["pairwise"]["consistency_ratio"], Value::Null);
    }
}

#[test]
fn matrices_that_cannot_be_read_say_how_they_are_written() {
    let error = pairwise(&["a", "b", "c"], &json!([[1, 3, 5], [1, 2], [1]]), &[]).unwrap_err();
    assert!(error.contains("rows[1]: a matrix has one row and one column for each item"), "{error}");
    let error = pairwise(&["a", "b"], &json!([[1, 3], [null, 1]]), &[0.0, 0.0, 0.58]).unwrap_err();
    assert!(error.contains("the list begins with that of 3 items"), "{error}");
    for judgement in [json!(["a", "b"]), json!({"a": 1}), json!(["a", "b", 2, 3])] {
        let answers = json!({"weigh": "product", "method": "pairwise", "judgements": [judgement]});
        let error = scored(&[measure("a", "product"), measure("b", "product")], &[], &answers).unwrap_err();
        assert!(error.contains("judgements[0]"), "{error}");
        assert!(judgement[3].is_number() || error.contains("a list of three: [item, other, ratio]"), "{error}");
    }
    let error = pairwise(&["a"], &json!([[1]]), &[]).unwrap_err();
    assert!(error.contains("one item has nothing to be judged against"), "{error}");
}

// ---- Points, swings, orders, money ------------------------------------------------------------------------------

/// Goodwin and Wright 2004, Decision Analysis for Management Judgment, chapter 3: swings of 100, 80, 70, 30, 20, 10 are
/// weights of 32, 26, 23, 10, 6, 3 %.
#[test]
fn an_office_is_located() {
    let worths =
        [("closeness", 100), ("visibility", 80), ("image", 70), ("size", 30), ("comfort", 20), ("parking", 10)];
    let criteria: Vec<Value> = worths.iter().map(|(key, _)| measure(key, "product")).collect();
    let swings: Vec<Value> = worths.iter().map(|(key, worth)| json!({"item": key, "worth": worth})).collect();
    let points: Map<String, Value> = worths.iter().map(|(key, worth)| ((*key).to_owned(), json!(worth))).collect();
    for answers in [
        json!({"weigh": "value-criteria", "method": "swing", "swings": swings}),
        json!({"weigh": "product", "method": "points", "points": points}),
    ] {
        let answer = scored(&criteria, &[], &answers).unwrap();
        check_weights(&answer, &[0.32, 0.26, 0.23, 0.10, 0.06, 0.03], 0.005);
    }
}

/// Clemen, Making Hard Decisions, chapter 15: a car's life span of 6 to 12 years, its colour and its price from 17,000 to
/// 8,000 dollars. Swings of 75, 10 and 100 are weights of 0.405, 0.054 and 0.541; priced out at 600 dollars for a year
/// and for the colour, weights are as 3,600 : 600 : 9,000.
#[test]
fn a_car_by_swings_and_priced_out() {
    let colors = json!([{"key": "yellow", "name": "yellow", "points": 0}, {"key": "white", "name": "white", "points": 40},
                        {"key": "red", "name": "red", "points": 100}]);
    let criteria = [
        json!({"key": "life", "dimension": "product", "name": "Life span",
               "scale": {"kind": "measure", "unit": "years", "points": [[6, 0], [12, 100]]}}),
        json!({"key": "color", "dimension": "image", "name": "Color", "scale": {"kind": "category", "levels": colors}}),
        json!({"key": "price", "dimension": "monetary", "name": "Price", "scale": {"kind": "money"}}),
    ];
    let swing =
        |item: &str, from: Value, to: Value, worth: u32| json!({"item": item, "from": from, "to": to, "worth": worth});
    let color = |worth| swing("color", "yellow".into(), "red".into(), worth);
    let swings = [swing("life", 6.into(), 12.into(), 75), color(10), swing("price", 17000.into(), 8000.into(), 100)];
    let answer = scored(&criteria, &[], &json!({"weigh": "both", "method": "swing", "swings": swings})).unwrap();
    check_weights(&answer, &[0.405, 0.054, 0.541], 6e-4);
    near(&answer["cost_emphasis"], 100.0 / 85.0, EXACT);

    let swings = [swing("life", 6.into(), 7.into(), 600), color(600)];
    let answer = scored(&criteria, &[], &json!({"weigh": "both", "method": "money", "swings": swings})).unwrap();
    check_weights(&answer, &[3600.0 / 13200.0, 600.0 / 13200.0, 9000.0 / 13200.0], EXACT);
}

/// Barron and Barrett 1996, Management Science 42:1515–1523: the weights of ten ranks, printed with four decimals; an
/// only item weighs all.
#[test]
fn tables_of_rank_weights_up_to_ten() {
    let tables = [
        ("centroid", [0.2929, 0.1929, 0.1429, 0.1096, 0.0846, 0.0646, 0.0479, 0.0336, 0.0211, 0.0100]),
        ("sum", [0.1818, 0.1636, 0.1455, 0.1273, 0.1091, 0.0909, 0.0727, 0.0545, 0.0364, 0.0182]),
        ("reciprocal", [0.3414, 0.1707, 0.1138, 0.0854, 0.0683, 0.0569, 0.0488, 0.0427, 0.0379, 0.0341]),
    ];
    let keys: Vec<String> = (1..=10).map(|i| format!("c{i}")).collect();
    let criteria: Vec<Value> = keys.iter().map(|key| measure(key, "product")).collect();
    for (formula, expected) in tables {
        let order =
            |order: Value| json!({"weigh": "product", "method": "rank-order", "formula": formula, "order": order});
        check_weights(&scored(&criteria, &[], &order(json!(keys))).unwrap(), &expected, 5.1e-5);
        check_weights(&scored(&criteria[..1], &[], &order(json!(["c1"]))).unwrap(), &[1.0], EXACT);
        // The second and the third share a place.
        let tied = json!(["c1", ["c2", "c3"], "c4", "c5", "c6", "c7", "c8", "c9", "c10"]);
        let mut shared = expected;
        [shared[1], shared[2]] = [f64::midpoint(expected[1], expected[2]); 2];
        check_weights(&scored(&criteria, &[], &order(tied)).unwrap(), &shared, 5.1e-5);
    }
}

// ---- Choices ----------------------------------------------------------------------------------------------------

fn chosen(criteria: &[Value], offers: &[&str], choices: &[Value]) -> Value {
    let answers = json!({"weigh": "both", "method": "choices", "choices": choices});
    let answer = scored(criteria, offers, &answers).unwrap();
    assert!(answer["choices"].is_object(), "{answer}");
    answer["choices"].clone()
}

/// Name, coefficient, standard error.
#[track_caller]
fn check_fit(fit: &Value, expected: &[(&str, f64, f64)], tolerance: f64) {
    assert_eq!(fit["outcome"], "converged", "{fit}");
    for (name, value, error) in expected {
        let found = fit["coefficients"].as_array().unwrap().iter().find(|c| c["name"] == *name).unwrap();
        near(&found["value"], *value, tolerance);
        near(&found["standard_error"], *error, tolerance);
    }
}

/// Greene, Econometric Analysis, conditional logit of 210 travellers between Sydney and Melbourne (data in the public
/// domain, as statsmodels has them): generalised cost, time in terminals, income for those who fly, and constants against
/// the car. Printed: ℓ = −199.1284 and these coefficients; without coefficients ℓ = −291.1218.
#[test]
fn the_travel_mode_of_greene() {
    let modes = ["air", "train", "bus", "car"];
    let criteria = [measure("gc", "monetary"), measure("ttme", "time"), measure("income by air", "product")];
    let traveller = |line: &str| -> Value {
        let (taken, numbers) = line.split_once(',').unwrap();
        let numbers: Vec<f64> = numbers.split(',').map(|n| n.parse().unwrap()).collect();
        let shown = |(i, mode): (usize, &&str)| {
            let income = if *mode == "air" { numbers[0] } else { 0.0 };
            let terminal = numbers.get(5 + i).copied().unwrap_or(0.0);
            json!({"offer": mode, "levels": {"gc": numbers[1 + i], "ttme": terminal, "income by air": income}})
        };
        let from: Vec<Value> = modes.iter().enumerate().map(shown).collect();
        json!({"from": from, "took": modes.iter().position(|mode| *mode == taken).unwrap()})
    };
    let choices: Vec<Value> = include_str!("fixtures/travel-mode.csv").lines().skip(1).map(traveller).collect();
    assert_eq!(choices.len(), 210);
    // The base is the first in the comparison, not the first shown.
    let found = chosen(&criteria, &["car", "air", "train", "bus"], &choices);
    let fit = &found["unpenalised_with_constants"];
    near(&fit["log_likelihood"], -199.1284, 5e-5);
    near(&fit["null_log_likelihood"], -291.1218, 5e-5);
    let printed = [
        ("gc", -0.0155, 0.0044),
        ("ttme", -0.0961, 0.0104),
        ("income by air", 0.0133, 0.0103),
        ("air", 5.2074, 0.7791),
        ("train", 3.8690, 0.4431),
        ("bus", 3.1632, 0.4503),
    ];
    check_fit(fit, &printed, 6e-5);
    assert_eq!(fit["coefficients"].as_array().unwrap().len(), 6);
}

/// Agresti, Categorical Data Analysis, section 10.6: the American League of 1987 by Bradley and Terry's model, printed
/// (against Baltimore) with three decimals, and with four by Turner and Firth 2012, Journal of Statistical Software 48(9).
#[test]
fn the_american_league_of_bradley_and_terry() {
    let teams = ["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"];
    let wins = [
        [0, 7, 9, 7, 7, 9, 11],
        [6, 0, 7, 5, 11, 9, 9],
        [4, 6, 0, 7, 7, 8, 12],
        [6, 8, 6, 0, 6, 7, 10],
        [6, 2, 6, 7, 0, 7, 12],
        [4, 4, 5, 6, 6, 0, 6],
        [2, 4, 1, 3, 1, 7, 0],
    ];
    let mut choices = Vec::new();
    for (winner, row) in wins.iter().enumerate() {
        for (loser, count) in row.iter().enumerate() {
            let game = json!({"from": [teams[winner], teams[loser]], "took": 0});
            choices.extend(std::iter::repeat_n(game, *count));
        }
    }
    let base_first: Vec<&str> = teams.iter().rev().copied().collect();
    let found = chosen(&[measure("skill", "product")], &base_first, &choices);
    let printed = [
        ("Boston", 1.1077, 0.3339),
        ("Cleveland", 0.6839, 0.3319),
        ("Detroit", 1.4364, 0.3396),
        ("Milwaukee", 1.5814, 0.3433),
        ("New York", 1.2476, 0.3359),
        ("Toronto", 1.2945, 0.3367),
    ];
    let fit = &found["unpenalised_with_constants"];
    check_fit(fit, &printed, 5.1e-5);
    assert_eq!(
        fit["coefficients"][0],
        json!({"name": "skill", "constant": false, "value": null, "standard_error": null})
    );
    let without = &found["unpenalised"];
    assert_eq!(without["outcome"], "refused");
    assert!(without["error"].as_str().unwrap().starts_with("nothing differs"), "{without}");
}

/// A ranking is the choices that it is made of (Beggs, Cardell and Hausman 1981), constants included: both ways of writing
/// give the same fit. What never differs stays without a coefficient, and what follows from the rest is named.
#[test]
fn rankings_have_constants_too() {
    let criteria = [measure("weight", "physical"), measure("size", "product")];
    let names = ["a", "b", "c", "d"];
    let ranked = [[0, 1, 2, 3], [1, 0, 3, 2], [2, 0, 1, 3], [3, 1, 0, 2], [0, 2, 3, 1], [1, 3, 2, 0], [0, 1, 3, 2]];
    let (mut rankings, mut single) = (Vec::new(), Vec::new());
    for (i, order) in ranked.iter().enumerate() {
        let shown = |place: usize| json!({"offer": names[place], "levels": {"size": (i * 7 + place * 5) % 9}});
        let from: Vec<Value> = (0..4).map(shown).collect();
        rankings.push(json!({"from": from, "order": order}));
        for first in 0..3 {
            let left: Vec<Value> = order[first..].iter().map(|place| from[*place].clone()).collect();
            single.push(json!({"from": left, "took": 0}));
        }
    }
    let [whole, parts] = [&rankings, &single].map(|choices| chosen(&criteria, &names, choices));
    for fit in ["unpenalised", "unpenalised_with_constants"] {
        let coefficients = |found: &Value| found[fit]["coefficients"].as_array().unwrap().clone();
        near(&whole[fit]["log_likelihood"], parts[fit]["log_likelihood"].as_f64().unwrap(), EXACT);
        for (one, other) in coefficients(&whole).iter().zip(&coefficients(&parts)) {
            assert_eq!(one["name"], other["name"]);
            match other["value"].as_f64() {
                Some(value) => near(&one["value"], value, 1e-7),
                None => assert_eq!((&one["name"], &one["value"]), (&json!("weight"), &Value::Null)),
            }
        }
    }
    assert_eq!(whole["unpenalised"]["coefficients"].as_array().unwrap().len(), 2);
    assert_eq!(whole["unpenalised_with_constants"]["coefficients"].as_array().unwrap().len(), 5);

    let twice =
        json!({"from": [{"levels": {"weight": 1, "size": 2}}, {"levels": {"weight": 2, "size": 4}}], "took": 1});
    let found = chosen(&criteria, &[], &[twice]);
    let told = found["unpenalised"]["error"].as_str().unwrap();
    assert!(told.starts_with("weight follows from others in every choice (size)"), "{told}");
}

/// One attribute has a coefficient, and with it μ: of two that differ in one point the better is taken in 30 of 40 choices,
/// odds of 3 : 1.
#[test]
fn one_attribute_alone() {
    let choices: Vec<Value> = (0..40)
        .map(|i| json!({"from": [{"levels": {"a": 1}}, {"levels": {"a": 0}}], "took": i32::from(i % 4 == 0)}))
        .collect();
    let found = chosen(&[measure("a", "product")], &[], &choices);
    near(&found["unpenalised"]["coefficients"][0]["value"], 3.0_f64.ln(), EXACT);
    near(&found["criteria"][0]["weight"]["value"], 1.0, EXACT);
    assert!(found["sharpness"]["value"].as_f64().unwrap() > 0.5, "{found}");
}

#[test]
fn choices_that_cannot_be_read_say_how_they_are_written() {
    let choices = |choice: Value| json!({"weigh": "both", "method": "choices", "choices": [choice]});
    let both = json!([{"levels": {"a": 1}}, {"levels": {"a": 2}}]);
    for (answers, said) in [
        (choices(json!({"from": [{"a": 1}, {"a": 2}], "took": 0})), "expected `offer` or `levels`"),
        (choices(json!({"from": [1, 2], "took": 0})), "expected the key of an offer in quotes, or {"),
        (choices(json!({"from": both, "took": "0"})), "expected a place in “from”, counted from 0"),
        (choices(json!({"from": both, "took": -1})), "expected a place in “from”, counted from 0"),
        (
            json!({"weigh": "product", "method": "choices", "choices": [{"from": both, "took": 0}]}),
            "“choices” cannot weigh that; write one of: both",
        ),
        (
            json!({"weigh": "product", "method": "rank-order", "order": [1, "a"]}),
            "expected an item in quotes, or a list of the items that share a place",
        ),
    ] {
        let error = scored(&[measure("a", "product")], &[], &answers).unwrap_err();
        assert!(error.contains(said), "{answers}: {error}");
    }
}
