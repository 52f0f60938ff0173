//! Answers about what matters in exchange files, and what `worthwhile score --json` tells of them.

use std::process::Command;

use serde_json::{Value, json};

/// How near figures are to those worked out by hand.
const EXACT: f64 = 1e-9;

/// A comparison of three criteria of one dimension, a price, and these segment members.
fn file(segment: &Value) -> Value {
    let measure = |key: &str, dimension: &str, high: f64| {
        json!({"key": key, "dimension": dimension, "name": key,
               "scale": {"kind": "measure", "points": [[0, 0], [high, 100]]}})
    };
    let mut everyone = json!({"key": "all", "everyone": true, "name": "Everyone"});
    everyone.as_object_mut().unwrap().extend(segment.as_object().unwrap().clone());
    json!({"format": "worthwhile", "version": 1, "comparisons": [{
        "name": "Case", "currency": "CNY", "ownership": {"points": [[0, 0], [2000, 100]]},
        "criteria": [
            measure("size", "product", 10.0), measure("speed", "product", 100.0), measure("care", "service", 6.0),
            {"key": "price", "dimension": "monetary", "name": "price", "scale": {"kind": "money"}},
            measure("wait", "time", 30.0),
        ],
        "offers": [
            {"key": "a", "name": "A", "levels": {"size": 5, "speed": 50, "care": 3, "price": 1000, "wait": 10}},
            {"key": "b", "name": "B", "levels": {"size": 10, "speed": 20, "care": 6, "price": 1800, "wait": 5}},
        ],
        "segments": [everyone],
    }]})
}

fn run(file: &Value) -> Result<Value, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_worthwhile")).args(["score", "--json"]).arg(&path).output().unwrap();
    if output.status.success() {
        let scores: Value = serde_json::from_slice(&output.stdout).unwrap();
        Ok(scores["comparisons"][0].clone())
    } else {
        assert!(output.stdout.is_empty());
        Err(String::from_utf8(output.stderr).unwrap())
    }
}

fn scored(answers: &Value) -> Value {
    run(&file(&json!({"answers": answers}))).unwrap()
}

fn refused(answers: &Value) -> String {
    run(&file(&json!({"answers": answers}))).unwrap_err()
}

/// The share of a criterion, or dimension, within its set.
fn share(score: &Value, name: &str) -> f64 {
    let all = ["criteria", "dimensions"].map(|list| score["weights"][list].as_array().unwrap().clone()).concat();
    all.iter().find(|w| w["name"] == name).unwrap()["share"].as_f64().unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

#[test]
fn points_give_the_weights_that_the_file_leaves_open() {
    let score = scored(&json!([{"weigh": "product", "method": "points", "points": {"size": 100, "speed": 25}}]));
    near(share(&score, "size"), 0.8, EXACT);
    assert_eq!(score["answers"][0]["in_force"], true);
    assert_eq!(score["answers"][0]["weights"][1], json!({"item": "speed", "weight": 0.2}));
}

#[test]
fn weights_of_the_file_hold_against_answers() {
    let segment = json!({
        "weights": {"leaves": {"size": 0.5, "speed": 0.5}},
        "answers": [{"weigh": "product", "method": "points", "points": {"size": 100, "speed": 25}}],
    });
    let score = run(&file(&segment)).unwrap();
    near(share(&score, "size"), 0.5, EXACT);
    assert_eq!(score["answers"][0]["in_force"], false);
    near(score["answers"][0]["weights"][0]["weight"].as_f64().unwrap(), 0.8, EXACT);
}

#[test]
fn swings_are_divided_by_the_points_that_they_span() {
    // Care from 0 to 3 of 6 spans 50 points: worth 40 on half the scale is 80 on the whole of it, against 100 and 20.
    let swings = json!([
        {"item": "size", "worth": 100}, {"item": "speed", "worth": 20}, {"item": "care", "from": 0, "to": 3, "worth": 40}
    ]);
    let score = scored(&json!([{"weigh": "value-criteria", "method": "swing", "swings": swings}]));
    near(share(&score, "service"), 0.4, EXACT);
    near(share(&score, "size"), 100.0 / 120.0, EXACT);
    near(score["answers"][0]["weights"][2]["span"].as_f64().unwrap(), 50.0, EXACT);
}

#[test]
fn orders_of_dimensions_and_ties_give_centroids() {
    let score = scored(&json!([
        {"weigh": "value", "method": "rank-order", "order": ["service", "product"]},
        {"weigh": "product", "method": "rank-order", "formula": "sum", "order": [["size", "speed"]]},
    ]));
    near(share(&score, "service"), 0.75, EXACT);
    near(share(&score, "size"), 0.5, EXACT);
}

#[test]
fn worths_in_money_give_both_sides_and_lambda() {
    // By hand: value worths 600 + 300 + 100 = 1000; wait 500; the money scale itself 2000: λ = 2500 / 1000.
    let swings = json!([
        {"item": "size", "worth": 600}, {"item": "speed", "worth": 300}, {"item": "care", "worth": 100},
        {"item": "wait", "worth": 500},
    ]);
    let score = scored(&json!([{"weigh": "both", "method": "money", "swings": swings}]));
    near(score["cost_emphasis"].as_f64().unwrap(), 2.5, EXACT);
    near(share(&score, "monetary"), 0.8, EXACT);
    near(share(&score, "product"), 0.9, EXACT);
    // A yuan less is worth a yuan: CDV moves by λ·g·100/2000 points per yuan, 1000 yuan of value span 100 points.
    near(2.5 * 0.8 * 100.0 / 2000.0, 100.0 / 1000.0, EXACT);
}

#[test]
fn one_judgement_of_the_sides_is_lambda() {
    let score = scored(&json!([{"weigh": "sides", "method": "pairwise", "judgements": [["cost", "value", "1/3"]]}]));
    near(score["cost_emphasis"].as_f64().unwrap(), 1.0 / 3.0, EXACT);
    let pairwise = &score["answers"][0]["pairwise"];
    assert_eq!((&pairwise["consistency_ratio"], &pairwise["random_index"]), (&Value::Null, &Value::Null));
}

/// Saaty (2008), Int. J. Services Sciences 1(1):83–98: drinks, to the published digits, with the random index of 2005.
#[test]
fn the_drinks_of_saaty_come_out_as_published() {
    let names = ["coffee", "wine", "tea", "beer", "soda", "milk", "water"];
    let rows = json!([
        [1, 9, 5, 2, 1, 1, "1/2"],
        ["1/9", 1, "1/3", "1/9", "1/9", "1/9", "1/9"],
        ["1/5", 3, 1, "1/3", "1/4", "1/3", "1/9"],
        ["1/2", 9, 3, 1, "1/2", 1, "1/3"],
        [1, 9, 4, 2, 1, 2, "1/2"],
        [1, 9, 3, 1, "1/2", 1, "1/3"],
        [2, 9, 9, 3, 2, 3, 1]
    ]);
    let mut file = file(&json!({"answers": [
        {"weigh": "product", "method": "pairwise", "matrix": {"items": names, "rows": rows},
         "random_index": [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45]}
    ]}));
    let criterion =
        |name: &str| json!({"key": name, "dimension": "product", "name": name, "scale": {"kind": "rating"}});
    file["comparisons"][0]["criteria"] = names.map(criterion).into_iter().collect();
    file["comparisons"][0]["offers"] = json!([]);
    let score = run(&file).unwrap();
    for (name, weight) in names.into_iter().zip([0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268]) {
        near(share(&score, name), weight, 6e-5);
    }
    let pairwise = &score["answers"][0]["pairwise"];
    near(pairwise["consistency_ratio"].as_f64().unwrap(), 0.022, 6e-4);
    near(pairwise["random_index"].as_f64().unwrap(), 1.35, EXACT);
    assert!(pairwise["worst_fit"]["fitting"].is_number() && pairwise["approximate"] == false);
}

/// Saaty (2005), Theory and Applications of the Analytic Network Process: the best city to live in, from judgements alone.
/// The cities' priorities on each criterion become fixed points of named levels (distributive synthesis).
#[test]
fn the_best_city_comes_out_as_published() {
    let names = ["Culture", "Family", "Housing", "Jobs", "Transportation"];
    let cities = ["Bethesda", "Boston", "Pittsburgh", "Santa Fe"];
    let goal = json!([
        [1, "1/5", 3, "1/2", 5],
        [5, 1, 7, 1, 7],
        ["1/3", "1/7", 1, "1/4", 3],
        [2, 1, 4, 1, 7],
        ["1/5", "1/7", "1/3", "1/7", 1],
    ]);
    let judged = [
        [
            [json!(1), json!("1/2"), json!(1), json!("1/2")],
            [json!(2), json!(1), json!(2.5), json!(1)],
            [json!(1), json!(0.4), json!(1), json!(0.4)],
            [json!(2), json!(1), json!(2.5), json!(1)],
        ],
        [
            [json!(1), json!(2), json!("1/3"), json!(4)],
            [json!("1/2"), json!(1), json!("1/8"), json!(2)],
            [json!(3), json!(8), json!(1), json!(9)],
            [json!("1/4"), json!("1/2"), json!("1/9"), json!(1)],
        ],
        [
            [json!(1), json!(5), json!("1/2"), json!(2.5)],
            [json!("1/5"), json!(1), json!("1/9"), json!("1/4")],
            [json!(2), json!(9), json!(1), json!(7)],
            [json!(0.4), json!(4), json!("1/7"), json!(1)],
        ],
        [
            [json!(1), json!("1/2"), json!(3), json!(4)],
            [json!(2), json!(1), json!(6), json!(8)],
            [json!("1/3"), json!("1/6"), json!(1), json!(1)],
            [json!("1/4"), json!("1/8"), json!(1), json!(1)],
        ],
        [
            [json!(1), json!(1.5), json!("1/2"), json!(4)],
            [json!("2/3"), json!(1), json!("2/7"), json!(2.5)],
            [json!(2), json!(3.5), json!(1), json!(9)],
            [json!("1/4"), json!(0.4), json!("1/9"), json!(1)],
        ],
    ];
    let key = |city: &str| city.to_lowercase().replace(' ', "-");
    let criterion = |(name, rows): (&str, &[[Value; 4]; 4])| {
        let level = |(i, city): (usize, &&str)| {
            let against = (i + 1..4).map(|j| (key(cities[j]), rows[i][j].clone()));
            json!({"key": key(city), "name": city, "judged": against.collect::<serde_json::Map<_, _>>()})
        };
        let levels: Vec<Value> = cities.iter().enumerate().map(level).collect();
        json!({"key": name, "dimension": "product", "name": name, "scale": {"kind": "category", "levels": levels}})
    };
    let mut file = file(&json!({"answers": [
        {"weigh": "product", "method": "pairwise", "matrix": {"items": names, "rows": goal}}
    ]}));
    file["comparisons"][0]["criteria"] = names.into_iter().zip(&judged).map(criterion).collect();
    let offer = |city: &str| {
        let levels = names.iter().map(|name| ((*name).to_owned(), json!(key(city)))).collect::<serde_json::Map<_, _>>();
        json!({"key": key(city), "name": city, "levels": levels})
    };
    file["comparisons"][0]["offers"] = cities.map(offer).into_iter().collect();
    let score = run(&file).unwrap();
    for (offer, overall) in score["offers"].as_array().unwrap().iter().zip([0.2291, 0.2748, 0.3852, 0.111]) {
        near(offer["tcv"].as_f64().unwrap() / 100.0, overall, 1.1e-4);
    }
}

#[test]
fn choices_report_the_fits_and_what_contradicts() {
    let pair = |size_a: f64, care_a: f64, size_b: f64, care_b: f64, took: u8| {
        json!({"from": [{"levels": {"size": size_a, "care": care_a}}, {"levels": {"size": size_b, "care": care_b}}],
               "took": took})
    };
    // 10 of size against 3 of care, both ways, and a choice that agrees with either.
    let choices = json!([pair(10.0, 0.0, 0.0, 3.0, 0), pair(10.0, 6.0, 0.0, 3.0, 0), pair(10.0, 0.0, 0.0, 3.0, 1)]);
    let score = scored(&json!([{"weigh": "both", "method": "choices", "choices": choices}]));
    let found = &score["answers"][0]["choices"];
    assert_eq!(found["contradiction"], json!([1, 3]));
    assert_eq!(found["answers"], 3);
    near(found["null_log_likelihood"].as_f64().unwrap(), 3.0 * 0.5_f64.ln(), EXACT);
    assert!(found["log_likelihood"].as_f64().unwrap() > 3.0 * 0.5_f64.ln());
    assert_eq!(found["unpenalised"]["outcome"], "separated", "the second grows with both");
    let told = found["unpenalised"]["coefficients"].as_array().unwrap().iter().map(|c| c["value"].is_number());
    assert_eq!(told.collect::<Vec<bool>>(), [true, false, true, false, false], "speed, price and wait never differ");
    assert_eq!(found["criteria"].as_array().unwrap().len(), 5);
    assert_eq!(found["criteria"][1]["separated"], false);
    assert!(found.get("unpenalised_with_constants").is_none());
}

#[test]
fn an_offer_stands_for_its_levels_and_has_a_constant() {
    let choices = json!([
        {"from": ["a", "b"], "took": 0},
        {"from": ["a", {"offer": "b", "levels": {"price": 900}}], "took": 1},
        {"from": [{"offer": "a", "levels": {"price": 1700}}, "b"], "order": [1]},
    ]);
    let score = scored(&json!([{"weigh": "both", "method": "choices", "choices": choices}]));
    let fits = &score["answers"][0]["choices"];
    assert!(fits["unpenalised_with_constants"].is_object());
    assert_eq!(fits["contradiction"], Value::Null);
}

#[test]
fn unanswered_questions_keep_their_answers_and_give_no_weights() {
    let score = scored(&json!([{"weigh": "value", "method": "points", "points": {"product": 100}}]));
    assert_eq!(score["answers"][0]["error"], "1 of 2 are answered");
    near(share(&score, "product"), 0.5, EXACT);
}

#[test]
fn answers_that_make_no_sense_are_refused_with_their_place() {
    let pairs = |rows: Value| {
        json!([{"weigh": "product", "method": "pairwise",
                                      "matrix": {"items": ["size", "speed"], "rows": rows}}])
    };
    for (answers, said) in [
        (pairs(json!([[1, 3], [3, 1]])), "“size” and “speed” contradict each other"),
        (pairs(json!([[1, 3], [null, 2]])), "“speed” against itself must be 1"),
        (pairs(json!([[1, 0], [null, 1]])), "must be a number above 0"),
        (pairs(json!([[1, "NaN"], [null, 1]])), "a judgement is a number above 0"),
        (pairs(json!([[1, 3]])), "one row and one column"),
        (json!([{"weigh": "price", "method": "points", "points": {}}]), "nothing that can be weighed"),
        (json!([{"weigh": "product", "method": "points", "points": {"care": 1}}]), "is not weighed here"),
        (json!([{"weigh": "product", "method": "points", "points": {"size": -1}}]), "numbers from 0"),
        (json!([{"weigh": "product", "method": "points", "points": {}, "order": []}]), "has no “order”"),
        (json!([{"weigh": "product", "method": "swing"}]), "needs “swings”"),
        (json!([{"weigh": "product", "method": "choices", "choices": []}]), "cannot weigh that"),
        (json!([{"weigh": "both", "method": "choices", "choices": [{"from": ["a"], "took": 0}]}]), "at least two"),
        (json!([{"weigh": "both", "method": "choices", "choices": [{"from": ["a", "b"], "took": 2}]}]), "no place 2"),
        (
            json!([{"weigh": "value", "method": "points", "in_force": true, "points": {"product": 1}}]),
            "1 of 2 are answered",
        ),
    ] {
        let error = refused(&answers);
        assert!(error.contains(said) && error.contains("segments[0].answers[0]"), "{answers}: {error}");
    }
}

/// Everything that is wrong has its place, seen from the set of answers.
#[test]
fn what_is_wrong_has_its_place() {
    let product = |method: &str, member: &str, value: Value| {
        let mut answers = json!({"weigh": "product", "method": method});
        answers[member] = value;
        answers
    };
    let pairs = |judgement: Value| product("pairwise", "judgements", json!([judgement]));
    let matrix = |items: Value, rows: Value| product("pairwise", "matrix", json!({"items": items, "rows": rows}));
    let chosen = |choice: Value| json!({"weigh": "both", "method": "choices", "choices": [choice]});
    let money = |item: &str| json!({"weigh": "both", "method": "money", "swings": [{"item": item, "worth": 5}]});
    let mut two_ways = pairs(json!(["size", "speed", 3]));
    two_ways["matrix"] = json!({"items": ["size", "speed"], "rows": [[1, 3], ["1/3", 1]]});
    let mut no_index = pairs(json!(["size", "speed", 3]));
    no_index["random_index"] = json!([0.58, 0]);
    for (answers, place, said) in [
        (product("points", "points", json!({})), ".points", "nothing is answered"),
        (product("swing", "swings", json!([])), ".swings", "nothing is answered"),
        (product("rank-order", "order", json!([])), ".order", "nothing is answered"),
        (product("pairwise", "judgements", json!([])), ".judgements", "nothing is answered"),
        (matrix(json!(["size", "speed"]), json!([[1, null], [null, 1]])), ".matrix", "nothing is answered"),
        (matrix(json!([]), json!([])), ".matrix", "nothing is answered"),
        (json!({"weigh": "both", "method": "choices", "choices": []}), ".choices", "nothing is answered"),
        (two_ways, "", "either “judgements” or “matrix”"),
        (money("ownership"), ".swings[0]", "money is worth itself"),
        (money("price"), ".swings[0]", "money is worth itself"),
        (pairs(json!(["size", "size", 3])), ".judgements[0]", "against itself"),
        (pairs(json!(["size", "speed", 0])), ".judgements[0]", "above 0"),
        (pairs(json!(["size", "speed", "-1/3"])), ".judgements[0]", "above 0"),
        (pairs(json!(["size", "speed", 2e9])), ".judgements[0]", "1,000,000,000"),
        (
            product("pairwise", "judgements", json!([["size", "speed", 3], ["speed", "size", 3]])),
            ".judgements[1]",
            "judged already",
        ),
        (matrix(json!(["size", "size"]), json!([[1, 3], [null, 1]])), ".matrix.items[1]", "twice"),
        (matrix(json!(["size", "speed"]), json!([[1, 2e9], [null, 1]])), ".matrix.rows[0]", "1,000,000,000"),
        (no_index, ".random_index", "above 0"),
        (chosen(json!({"from": ["a"], "took": 0})), ".choices[0]", "at least two"),
        (chosen(json!({"from": ["a", "b"], "order": []})), ".choices[0]", "nothing is taken"),
        (chosen(json!({"from": ["a", "b"], "took": 2})), ".choices[0]", "no place 2"),
        (chosen(json!({"from": ["a", "b"], "order": [1, 1]})), ".choices[0]", "place 1 is ranked twice"),
    ] {
        let error = refused(&json!([answers]));
        let place = format!("segments[0].answers[0]{place}: ");
        assert!(error.contains(said) && error.contains(&place), "{answers}: {error}");
    }
}

#[test]
fn answers_said_to_be_in_force_come_first_and_do_not_overlap() {
    let points = |weigh: &str, points: Value| json!({"weigh": weigh, "method": "points", "points": points});
    let said = |mut answers: Value| {
        answers["in_force"] = json!(true);
        answers
    };
    let within = points("product", json!({"size": 100, "speed": 25}));
    let along = points("value-criteria", json!({"size": 20, "speed": 20, "care": 60}));
    // By turn the criteria of the dimension would come first.
    let score = scored(&json!([within, said(along.clone())]));
    near(share(&score, "size"), 0.5, EXACT);
    near(share(&score, "service"), 0.6, EXACT);
    for answers in score["answers"].as_array().unwrap() {
        assert_eq!(answers["in_force"], answers["weigh"] == "value-criteria");
    }
    let error = refused(&json!([said(within.clone()), said(along)]));
    assert!(error.contains("answers[1]: two methods cannot give the same weights"), "{error}");
    // A swing of a dimension still moves by the weights within it, whichever is said.
    let flat = json!({"item": "service", "worth": 50});
    let swings = json!({"weigh": "value", "method": "swing", "in_force": true,
                        "swings": [{"item": "product", "worth": 50}, flat]});
    let score = scored(&json!([swings, within]));
    near(share(&score, "size"), 0.8, EXACT);
    near(share(&score, "product"), 0.5, EXACT);
    assert!(score["answers"].as_array().unwrap().iter().all(|a| a["in_force"] == true));
}

#[test]
fn what_the_file_gives_holds_and_the_rest_follows() {
    let points = json!({"size": 20, "speed": 20, "care": 60, "price": 150, "wait": 50});
    let both = json!([{"weigh": "both", "method": "points", "points": points}]);
    let mut said = both.clone();
    said[0]["in_force"] = json!(true);
    let (all, halves) =
        (json!({"dimensions": {"product": 0.5, "service": 0.5}}), json!({"leaves": {"size": 0.9, "speed": 0.1}}));
    for (segment, lambda, service, size, in_force) in [
        (json!({"answers": both}), 2.0, 0.6, 0.5, true),
        (json!({"answers": both, "cost_emphasis": 1}), 1.0, 0.6, 0.5, false),
        (json!({"answers": said, "cost_emphasis": 1}), 1.0, 0.6, 0.5, true),
        (json!({"answers": both, "weights": all}), 2.0, 0.5, 0.5, false),
        (json!({"answers": both, "weights": halves}), 2.0, 0.6, 0.9, false),
        (json!({"answers": said, "weights": halves}), 2.0, 0.6, 0.9, true),
    ] {
        let score = run(&file(&segment)).unwrap();
        near(score["cost_emphasis"].as_f64().unwrap(), lambda, EXACT);
        near(share(&score, "service"), service, EXACT);
        near(share(&score, "size"), size, EXACT);
        near(share(&score, "monetary"), 0.75, EXACT);
        assert_eq!(score["answers"][0]["in_force"], in_force, "{segment}");
    }
}

#[test]
fn a_scale_that_has_changed_since_is_told() {
    let swings = json!([{"item": "size", "worth": 100, "span": 50}, {"item": "speed", "worth": 20, "span": 100}]);
    let score = scored(&json!([{"weigh": "product", "method": "swing", "swings": swings}]));
    assert_eq!(score["answers"][0]["weights"][0]["scale_changed"], true);
    assert!(score["answers"][0]["weights"][1].get("scale_changed").is_none());
}

#[test]
fn errors_name_what_they_are_about() {
    let error = |answers: Value| scored(&json!([answers]))["answers"][0]["error"].as_str().unwrap().to_owned();
    let pairs = json!({"weigh": "value-criteria", "method": "pairwise", "judgements": [["size", "speed", 3]]});
    let told = error(pairs.clone());
    assert!(told.contains("how size and care compare"), "{told}");
    let mut said = pairs;
    said["in_force"] = json!(true);
    let told = refused(&json!([said]));
    assert!(told.contains("answers[0]: nothing says how size and care compare"), "{told}");
    let swings = json!([{"item": "size", "worth": 5}, {"item": "speed", "from": 3, "to": 3, "worth": 5}]);
    let told = error(json!({"weigh": "product", "method": "swing", "swings": swings}));
    assert!(told.contains("the swing of speed spans no points"), "{told}");
    let choices = json!([{"from": [{"levels": {"size": 1, "wait": 1}}, {"levels": {"size": 2}}], "took": 1}]);
    let told = error(json!({"weigh": "both", "method": "choices", "choices": choices}));
    assert!(told.contains("lack a level of wait"), "{told}");
    let choices = json!([{"from": [{"levels": {"size": 1}}, {"levels": {"size": 1}}], "took": 1}]);
    let score = scored(&json!([{"weigh": "both", "method": "choices", "choices": choices}]));
    let told = score["answers"][0]["choices"]["unpenalised"]["error"].as_str().unwrap();
    assert!(told.starts_with("nothing differs"), "{told}");
    let choices = json!([{"from": ["a", "b"], "took": 1}]);
    let mut constants = file(&json!({"answers": [{"weigh": "both", "method": "choices", "choices": choices}]}));
    let case = &mut constants["comparisons"][0];
    case["criteria"] = json!([case["criteria"][0]]);
    case["offers"] = json!([{"key": "a", "name": "A", "levels": {"size": 5}},
                            {"key": "b", "name": "B", "levels": {"size": 6}}]);
    let score = run(&constants).unwrap();
    let told = score["answers"][0]["choices"]["unpenalised_with_constants"]["error"].as_str().unwrap();
    assert!(told.starts_with("the constant of B follows from others in every choice (size)"), "{told}");
}

/// Amounts need no weights: answers are kept all the same, and choices are fitted in amounts.
#[test]
fn a_money_account_keeps_answers_and_gives_no_weights() {
    let choice = |took: u8| json!({"from": [{"levels": {"size": 10, "price": 50}}, {"levels": {"size": 5, "price": 20}}], "took": took});
    let answers = json!([{"weigh": "both", "method": "choices", "choices": [choice(0), choice(1), choice(0)]},
                         {"weigh": "product", "method": "points", "points": {"size": 3, "speed": 1}}]);
    let mut file = file(&json!({"answers": answers}));
    file["comparisons"][0]["account"] = json!("money");
    file["comparisons"][0]["ownership"] = json!({});
    for choice in file["comparisons"][0]["segments"][0]["answers"][0]["choices"].as_array_mut().unwrap() {
        choice["from"][0]["levels"]["price"] = json!(20);
    }
    let score = run(&file).unwrap();
    assert_eq!(score["weights"], Value::Null);
    for answer in score["answers"].as_array().unwrap() {
        assert_eq!((&answer["in_force"], answer.get("weights")), (&json!(false), None));
        assert!(answer["error"].as_str().unwrap().starts_with("a money account has no weights"), "{answer}");
    }
    let choices = score["answers"].as_array().unwrap().iter().find(|a| a["method"] == "choices").unwrap();
    // Of two that differ by 5 of size, worth 50, the better is taken twice of three times.
    near(choices["choices"]["unpenalised"]["coefficients"][0]["value"].as_f64().unwrap(), 2.0_f64.ln() / 50.0, EXACT);
}

#[test]
fn no_money_and_a_flat_money_scale_are_two_things() {
    let swings: Vec<Value> = ["size", "speed", "care", "wait"].map(|i| json!({"item": i, "worth": 5})).into();
    let mut case = file(&json!({"answers": [{"weigh": "both", "method": "money", "swings": swings}]}));
    case["comparisons"][0]["ownership"]["points"] = json!([[0, 50], [2000, 50]]);
    let told = |case: &Value| run(case).unwrap()["answers"][0]["error"].as_str().unwrap().to_owned();
    assert!(told(&case).contains("the money scale is flat"));
    case["comparisons"][0]["criteria"].as_array_mut().unwrap().remove(3);
    for offer in case["comparisons"][0]["offers"].as_array_mut().unwrap() {
        offer["levels"].as_object_mut().unwrap().remove("price");
    }
    assert!(told(&case).contains("there is no money criterion"));
}

/// Saaty's boundary: 15 items are 105 questions, of which hardly anybody answers all with care.
#[test]
fn too_many_pairs_are_advised_against() {
    let keys: Vec<String> = (0..15).map(|i| format!("c{i}")).collect();
    let criterion =
        |key: &String| json!({"key": key, "dimension": "product", "name": key, "scale": {"kind": "rating"}});
    let mut case = file(&json!({"answers": [
        {"weigh": "product", "method": "pairwise", "judgements": [["c0", "c1", 3]]}
    ]}));
    case["comparisons"][0]["criteria"] = keys.iter().map(criterion).collect();
    case["comparisons"][0]["offers"] = json!([]);
    let score = run(&case).unwrap();
    assert_eq!(score["answers"][0]["pairwise"], json!({"questions": 105, "too_many": true}));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.json");
    std::fs::write(&path, case.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_worthwhile")).arg("score").arg(&path).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("product by pairwise: nothing says how c0 and c2 compare"), "{text}");
    assert!(text.contains("105 questions are too many; swings or points"), "{text}");

    let few = scored(&json!([{"weigh": "product", "method": "pairwise", "judgements": [["size", "speed", 3]]}]));
    let pairwise = &few["answers"][0]["pairwise"];
    assert_eq!((&pairwise["questions"], &pairwise["too_many"]), (&json!(1), &json!(false)));
    near(pairwise["lambda_max"].as_f64().unwrap(), 2.0, EXACT);
}

/// By hand: 1 : 2 : 4 without contradiction, λmax = n; then one judgement short; then one that says nothing of the rest.
#[test]
fn judged_levels_are_scored() {
    let scales = |judged: [Value; 3]| {
        let level = |(key, judged): (&str, Value)| json!({"key": key, "name": key, "points": 50, "judged": judged});
        let levels: Vec<Value> = ["low", "mid", "high"].into_iter().zip(judged).map(level).collect();
        let mut case = file(&json!({}));
        case["comparisons"][0]["criteria"][0]["scale"] = json!({"kind": "category", "levels": levels});
        for offer in case["comparisons"][0]["offers"].as_array_mut().unwrap() {
            offer["levels"]["size"] = json!("mid");
        }
        run(&case).unwrap()["scales"].clone()
    };
    assert_eq!(scales([json!({}), json!({}), json!({})]), json!([]));
    let high = json!({"mid": 2, "low": 4});
    for (mid, approximate) in [(json!({"low": 2}), false), (json!({}), true)] {
        let found = scales([json!({}), mid, high.clone()]);
        assert_eq!((&found[0]["name"], &found[0]["approximate"]), (&json!("size"), &json!(approximate)));
        for (level, priority) in found[0]["levels"].as_array().unwrap().iter().zip([1.0, 2.0, 4.0]) {
            near(level["priority"].as_f64().unwrap(), priority / 7.0, EXACT);
        }
        near(found[0]["lambda_max"].as_f64().unwrap(), 3.0, EXACT);
        near(found[0]["consistency_ratio"].as_f64().unwrap(), 0.0, EXACT);
        near(found[0]["consistency_index"].as_f64().unwrap(), 0.0, EXACT);
    }
    // The table is stated; another one makes CR another one: CI ÷ 0.58 instead of CI ÷ 0.52.
    let judged = [json!({}), json!({"low": 2}), json!({"mid": 2, "low": 9})];
    let level = |(key, judged): (&str, Value)| json!({"key": key, "name": key, "points": 50, "judged": judged});
    let levels: Vec<Value> = ["low", "mid", "high"].into_iter().zip(judged).map(level).collect();
    let with_index = |random_index: Value| {
        let mut case = file(&json!({}));
        let mut scale = json!({"kind": "category", "levels": levels});
        if random_index != Value::Null {
            scale["random_index"] = random_index;
        }
        case["comparisons"][0]["criteria"][0]["scale"] = scale;
        for offer in case["comparisons"][0]["offers"].as_array_mut().unwrap() {
            offer["levels"]["size"] = json!("mid");
        }
        run(&case).map(|score| score["scales"][0].clone())
    };
    let usual = with_index(Value::Null).unwrap();
    assert_eq!(usual["random_index"], json!(0.52));
    let old = with_index(json!([0.58, 0.9])).unwrap();
    assert_eq!(old["random_index"], json!(0.58));
    let index = usual["consistency_index"].as_f64().unwrap();
    assert!(index > 0.03, "{usual}");
    near(usual["consistency_ratio"].as_f64().unwrap(), index / 0.52, EXACT);
    near(old["consistency_ratio"].as_f64().unwrap(), index / 0.58, EXACT);
    let error = with_index(json!([0.58, 0])).unwrap_err();
    assert!(error.contains("criteria[0].scale") && error.contains("random index"), "{error}");

    let found = scales([json!({}), json!({"low": 2}), json!({})]);
    assert!(found[0]["error"].as_str().unwrap().contains("how low and high compare"), "{found}");
    assert_eq!(found[0]["levels"][0], json!({"name": "low"}));
}

#[test]
fn judgements_of_levels_that_make_no_sense_have_their_place() {
    for (judged, place, said) in [
        ([json!({"low": 3}), json!({})], "levels[0].judged.low", "against itself"),
        ([json!({"high": 0}), json!({})], "levels[0].judged.high", "above 0"),
        ([json!({"high": 2e9}), json!({})], "levels[0].judged.high", "1,000,000,000"),
        ([json!({"high": 3}), json!({"low": "1/3"})], "levels[1].judged.low", "judged already"),
        ([json!({}), json!({"mid": 2})], "levels", "how low and high compare"),
    ] {
        let [low, high] = judged;
        let mut case = file(&json!({}));
        case["comparisons"][0]["criteria"][0]["scale"] = json!({"kind": "category", "levels": [
            {"key": "low", "name": "low", "judged": low}, {"key": "high", "name": "high", "judged": high},
            {"key": "mid", "name": "mid"}
        ]});
        let error = run(&case).unwrap_err();
        assert!(error.contains(&format!("criteria[0].scale.{place}: ")) && error.contains(said), "{error}");
    }
}

#[test]
fn matrices_as_printed_with_two_decimals_are_taken() {
    for (large, small) in [(3.0, 0.33), (7.0, 0.14), (8.0, 0.13)] {
        let rows = json!([[1, large], [small, 1]]);
        let matrix = json!({"items": ["size", "speed"], "rows": rows});
        let score = scored(&json!([{"weigh": "product", "method": "pairwise", "matrix": matrix}]));
        near(share(&score, "size"), large / (large + 1.0), EXACT);
    }
}
