//! `worthwhile analyse`, run as a user runs it: the published figures of the televisions and of the offices.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn example(key: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples").join(format!("{key}.json"))
}

fn run(file: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
    let output = command.arg("analyse").arg(file).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

/// The answer about the only comparison of a file.
fn answer(file: &Path, arguments: &[&str]) -> Value {
    let text = run(file, &[arguments, &["--json"]].concat()).expect("an answer");
    let mut whole: Value = serde_json::from_str(&text).expect("JSON");
    whole["comparisons"][0].take()
}

fn close(value: &Value, expected: f64, tolerance: f64) {
    let value = value.as_f64().expect("a number");
    assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
}

fn named<'a>(list: &'a Value, pointer: &str, name: &str) -> &'a Value {
    let all = list.as_array().expect("a list");
    all.iter().find(|one| one.pointer(pointer).is_some_and(|n| n == name)).unwrap_or_else(|| panic!("{name}: {list}"))
}

/// The facts of the first shipped example.
#[test]
fn the_televisions_have_their_published_turning_points() {
    let file = example("televisions");
    let sensitivity = answer(&file, &["--what", "sensitivity"]);
    assert_eq!(sensitivity["winner"], "TCL");
    close(&sensitivity["margin"], 38.077_778 - 29.688_889, 1e-6);
    let monetary = named(&sensitivity["quantities"], "/quantity/name", "Monetary");
    close(&monetary["stable"]["from"], 0.416_97, 5e-6);
    assert_eq!((&monetary["stable"]["below"], &monetary["stable"]["above"]), (&"Haier".into(), &Value::Null));
    let personnel = named(&sensitivity["quantities"], "/quantity/name", "Personnel");
    assert_eq!(personnel["can_change_winner"], false);
    let even = answer(&file, &["--what", "break-even", "--against", "TCL"]);
    for (offer, price) in [("SHARP", 3_807.777_778), ("Haier", 3_580.555_556)] {
        let criteria = &named(&even["offers"], "/offer", offer)["criteria"];
        let ties = &named(criteria, "/criterion", "Price")["ties"];
        close(&ties[0]["from"], price, 1e-6);
        assert_eq!((ties.as_array().unwrap().len(), &ties[0]["from"]), (1, &ties[0]["to"]));
    }
}

/// Goodwin & Wright (2004), ch. 3: the weight of turnover at which Elton Street gives way to Addison Square.
#[test]
fn the_offices_cross_where_the_textbook_says() {
    let values = [
        ("customers", "product", 100, [100, 20, 80, 70, 40, 0, 60]),
        ("visibility", "product", 80, [60, 80, 70, 50, 60, 0, 100]),
        ("looks", "product", 70, [100, 10, 0, 30, 90, 70, 20]),
        ("size", "service", 30, [75, 30, 0, 55, 100, 0, 50]),
        ("comfort", "service", 20, [0, 100, 10, 30, 60, 80, 50]),
        ("parking", "service", 10, [90, 30, 100, 90, 70, 0, 80]),
    ];
    let names = [
        "Addison Square",
        "Bilton Village",
        "Carlisle Walk",
        "Denver Street",
        "Elton Street",
        "Filton Village",
        "Gorton Square",
    ];
    let share = |points: i32, dimension: &str| f64::from(points) / if dimension == "product" { 250.0 } else { 60.0 };
    let criteria: Vec<Value> = values
        .iter()
        .map(|(key, dimension, ..)| {
            serde_json::json!({"key": key, "dimension": dimension, "name": key,
                "scale": {"kind": "measure", "points": [[0, 0], [100, 100]]}})
        })
        .collect();
    let offers: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let levels: serde_json::Map<String, Value> =
                values.iter().map(|(key, .., row)| ((*key).to_owned(), row[i].into())).collect();
            serde_json::json!({"key": format!("o{i}"), "name": name, "levels": levels})
        })
        .collect();
    let weights: serde_json::Map<String, Value> = values
        .iter()
        .map(|(key, dimension, points, _)| ((*key).to_owned(), share(*points, dimension).into()))
        .collect();
    let file = serde_json::json!({"format": "worthwhile", "version": 1, "comparisons": [{
        "name": "Offices", "currency": "GBP", "criteria": criteria, "offers": offers,
        "segments": [{"key": "everyone", "name": "Everyone", "everyone": true, "weights": {
            "dimensions": {"product": 250.0 / 310.0, "service": 60.0 / 310.0}, "leaves": weights}}],
    }]});
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("offices.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let found = answer(&path, &["--what", "sensitivity"]);
    assert_eq!(found["winner"], "Addison Square");
    let turnover = named(&found["quantities"], "/quantity/name", "Product");
    close(&turnover["today"], 0.81, 0.005);
    close(&turnover["stable"]["from"], 0.521, 0.000_51);
    assert_eq!(turnover["stable"]["below"], "Elton Street");
    let elton = named(&turnover["ends"], "/offer", "Elton Street");
    close(&elton["cdv_at_low"], 81.7, 0.051);
    close(&elton["cdv_at_high"], 60.4, 0.051);
}

#[test]
fn bridges_add_up_and_areas_fill_the_plane() {
    let file = example("televisions");
    let bridge = &answer(&file, &["--what", "bridge", "--offer", "TCL", "--against", "SHARP"])["bridge"];
    close(&bridge["difference"], 38.077_778 - 26.233_333, 1e-6);
    for steps in ["by_dimension", "by_criterion"] {
        let sum: f64 = bridge[steps].as_array().unwrap().iter().map(|s| s["delta"].as_f64().unwrap()).sum();
        close(&bridge["difference"], sum, 1e-9);
    }
    close(&named(&bridge["by_dimension"], "/name", "Monetary")["delta"], 32.0, 1e-9);
    for sides in
        [&[][..], &["--x", "Product", "--y", "Image"], &["--x", "lambda", "--y", "price:TCL", "--y-range", "2000:5000"]]
    {
        let map = &answer(&file, &[&["--what", "winner-map"], sides].concat())["map"];
        let sum: f64 = map["areas"].as_array().unwrap().iter().map(|a| a["share"].as_f64().unwrap()).sum();
        assert!((sum - 1.0).abs() < 1e-9 && map["winner_today"][0] == "TCL", "{map}");
    }
}

#[test]
fn dominance_and_levers_name_their_offers() {
    let file = example("televisions");
    let found = answer(&file, &["--what", "dominance"]);
    assert_eq!(found["frontier"], serde_json::json!(["TCL", "Haier", "SHARP"]));
    let changhong = named(&found["offers"], "/offer", "Changhong");
    assert_eq!(changhong["dominated_on_totals_by"], serde_json::json!(["TCL"]));
    assert_eq!(changhong["dominated_on_every_criterion_by"], serde_json::json!([]));
    let levers = answer(&file, &["--what", "levers"]);
    for offer in levers["offers"].as_array().unwrap() {
        assert_eq!(offer["outcome"], "reached", "{offer}");
        assert!(offer["reached_cdv"].as_f64() >= offer["target"].as_f64().map(|t| t - 1e-9));
        let cost: f64 = offer["moves"].as_array().unwrap().iter().map(|m| m["cost"].as_f64().unwrap()).sum();
        close(&offer["cost"], cost, 1e-9);
    }
}

#[test]
fn every_kind_of_buyer_is_told_with_the_mean_and_its_caveat() {
    let text = std::fs::read_to_string(example("televisions")).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    let segments = file["comparisons"][0]["segments"].as_array_mut().unwrap();
    let mut priced = segments[0].clone();
    priced["key"] = "priced".into();
    priced["name"] = "Priced".into();
    priced["size"] = 3.into();
    priced.as_object_mut().unwrap().remove("everyone");
    let mut easy = priced.clone();
    (easy["key"], easy["name"], easy["size"], easy["cost_emphasis"]) =
        ("easy".into(), "Easy".into(), 1.into(), 0.into());
    segments.extend([priced, easy]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("buyers.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let found = answer(&path, &["--what", "segments"]);
    let segments = &found["segments"];
    assert_eq!(named(segments, "/segment", "Everyone")["part"], Value::Null);
    let easy = named(segments, "/segment", "Easy");
    assert_eq!((&easy["part"], &easy["winners"]), (&0.25.into(), &serde_json::json!(["SHARP"])));
    // λ = 0: CDV is TCV alone.
    let sharp = named(&easy["offers"], "/offer", "SHARP");
    assert_eq!((&sharp["cdv"], &sharp["rank"]), (&sharp["tcv"], &1.into()));
    let tcl = named(&found["mean"]["offers"], "/offer", "TCL");
    // (3·38.077778 + 66.277778)/4: TCL has a total value of 66.277778 and a total cost of 28.2.
    close(&tcl["cdv"], 45.127_778, 1e-6);
    assert!(found["mean"]["caveat"].as_str().unwrap().contains("not comparable"));
    let shares: f64 = found["mean"]["offers"].as_array().unwrap().iter().map(|o| o["share"].as_f64().unwrap()).sum();
    assert!((shares - 1.0).abs() < 1e-12, "{shares}");
}

#[test]
fn every_question_answers_for_every_example_and_says_what_is_wrong() {
    for example in worthwhile::examples::ALL {
        let file = self::example(example.key);
        for what in
            ["sensitivity", "break-even", "levers", "bridge", "dominance", "winner-map", "segments", "satisfaction"]
        {
            let text = run(&file, &["--what", what]).unwrap_or_else(|why| panic!("{} {what}: {why}", example.key));
            assert!(text.lines().count() > 1, "{} {what}: {text}", example.key);
        }
    }
    let file = example("televisions");
    for (arguments, said) in [
        (&["--what", "bridge", "--offer", "Sony"][..], "there is no offer “Sony”; there are: TCL"),
        (&["--what", "bridge", "--to", "Cheap"], "there is no variant “Cheap”"),
        (&["--what", "winner-map", "--x", "Colour"], "“Colour” is nothing that can vary here; there are: Product"),
        (&["--what", "winner-map", "--x-range", "high"], "“high” is no range; write two numbers, as in 2000:5000"),
        (&["--what", "winner-map", "--x", "Product", "--y", "Product"], "both sides of the plane are the same"),
        (&["--what", "sensitivity", "--weight-doubt", "101"], "a doubt lies between 0 and 100 per cent"),
    ] {
        let why = run(&file, arguments).expect_err("an error");
        assert!(why.contains(said), "{arguments:?}: {why}");
    }
}

/// The two doubtful parts of the televisions; and a weight that was given for another range, read from a file.
#[test]
fn lint_tells_what_is_doubtful_and_what_mends_it() {
    let file = example("televisions");
    let found = answer(&file, &["--what", "lint"]);
    let findings = found["findings"].as_array().unwrap();
    let kinds: Vec<&Value> = findings.iter().map(|f| &f["kind"]).collect();
    assert_eq!(kinds, ["move_together", "misses_an_end"]);
    assert_eq!(findings[0]["criteria"], serde_json::json!(["Features", "Mental effort"]));
    close(&findings[0]["correlation"], 1.0, 1e-9);
    assert_eq!(findings[1]["reached"], serde_json::json!([30.0, 100.0]));
    let ways = ["fit_scale_keep_trade_offs", "fit_scale_keep_weights"];
    assert_eq!(
        findings[1]["mends"],
        serde_json::json!(ways.map(|kind| serde_json::json!({"kind": kind, "anchors": null})))
    );

    assert_eq!(
        findings[0]["mends"][0],
        serde_json::json!({"kind": "put_aside", "anchors": null, "from": "Mental effort"})
    );
    assert_eq!(found["dismissed"], serde_json::json!([]));

    let folder = tempfile::tempdir().unwrap();
    let changed = folder.path().join("changed.json");
    let written = std::fs::read_to_string(&file).unwrap();
    let mut whole: Value = serde_json::from_str(&written).unwrap();
    let dismissed = serde_json::json!({"about": "misses_an_end", "leaf": "delivery", "reached": [30, 100]});
    whole["comparisons"][0]["dismissed"] = serde_json::json!([dismissed]);
    let segment = &mut whole["comparisons"][0]["segments"][0];
    segment["given_for"] = serde_json::json!({"ownership": [2000, 4000], "warranty": [0, 6]});
    std::fs::write(&changed, whole.to_string()).unwrap();
    let found = answer(&changed, &["--what", "lint"]);
    let first = &found["findings"][0];
    assert_eq!((&first["kind"], &first["matters"]), (&"range_changed".into(), &true.into()));
    assert_eq!(
        (&first["given"], &first["now"]),
        (&serde_json::json!([2000.0, 4000.0]), &serde_json::json!([2000.0, 5000.0]))
    );
    let text = run(&changed, &["--what", "lint"]).unwrap();
    assert!(text.contains("  ! weight of Price given for 2,000 to 4,000, now 2,000 to 5,000\n"), "{text}");
    assert!(text.contains("  - Features and Mental effort move together: r = 1 over 4 offers\n"), "{text}");
    assert_eq!(found["dismissed"][0]["criterion"], "Delivery and installation");
    assert!(
        text.contains("  ~ scale of Delivery and installation reaches 30 to 100 points only (dismissed)\n"),
        "{text}"
    );
}
