//! What the exchange file refuses, and where it says that the fault is.

#![expect(clippy::float_cmp, reason = "what is read is exactly what was written")]

use worthwhile::exchange::json::{MAX_BYTES, read, write};
use worthwhile::exchange::{ImportError, Problem};
use worthwhile::model::{Comparison, Dimension, IdSource, Leaf, Level, OFFER_COLORS, Text};

const CRITERIA: &str = r#"
    {"key": "look", "dimension": "product", "name": "Look", "scale": {"kind": "rating"}},
    {"key": "years", "dimension": "service", "name": "Years",
     "scale": {"kind": "measure", "unit": "y", "points": [[0, 0], [6, 100]]}},
    {"key": "delivery", "dimension": "service", "name": "Delivery", "scale": {"kind": "category", "levels": [
        {"key": "yes", "name": "Yes", "points": 100}, {"key": "no", "name": "No", "points": 0}]}},
    {"key": "price", "dimension": "monetary", "name": "Price", "scale": {"kind": "money"}}"#;
const OFFERS: &str = r#"
    {"key": "a", "name": "A", "levels": {"look": 6, "years": 2, "delivery": "yes", "price": 19.99}},
    {"key": "b", "name": {"en": "B", "zh": "乙"}, "levels": {"look": null, "price": 5}}"#;
const SEGMENTS: &str = r#"{"key": "all", "everyone": true, "name": "All"}"#;
const HEADER: &str = r#""name": "Test", "currency": "CNY", "ownership": {"points": [[0, 0], [100, 100]]}"#;

fn file(parts: &str) -> String {
    format!(r#"{{"format": "worthwhile", "version": 1, "comparisons": [{parts}]}}"#)
}

fn comparison(header: &str, criteria: &str, offers: &str, segments: &str) -> String {
    format!(r#"{{{header}, "criteria": [{criteria}], "offers": [{offers}], "segments": [{segments}]}}"#)
}

fn read_new(text: &str) -> Result<Vec<Comparison>, ImportError> {
    read(text, &mut IdSource::starting_at(1))
}

fn sample() -> String {
    comparison(HEADER, CRITERIA, OFFERS, SEGMENTS)
}

/// The sample file with one piece of its text replaced.
fn with(piece: &str, replacement: &str) -> String {
    let whole = file(&sample());
    assert!(whole.contains(piece), "{piece}");
    whole.replacen(piece, replacement, 1)
}

fn refused(text: &str) -> (String, String) {
    let mut ids = IdSource::starting_at(7);
    match read(text, &mut ids) {
        Ok(_) => panic!("taken, but it is wrong: {}", &text[..text.len().min(2000)]),
        Err(error) => {
            assert_eq!(ids.peek(), 7, "a refused file uses no numbers");
            (error.path.clone(), error.to_string())
        }
    }
}

/// Says that `text` is refused at `path` with a message that contains `says`.
fn check(text: &str, path: &str, says: &str) {
    let (at, message) = refused(text);
    assert_eq!(at, path, "{message}");
    assert!(message.contains(says), "“{message}” does not say “{says}”");
    assert!(message.chars().count() < 800, "{message}");
    let prefix = if path.is_empty() { String::new() } else { format!("{path}: ") };
    assert!(message.starts_with(&prefix), "{message}");
}

#[test]
fn what_is_left_out_is_filled_in() {
    let header = r#""name": {"en": "Test"}, "currency": "CNY", "ownership": {"points": [[0, 0], [100, 100]]}"#;
    let text = file(&format!(r#"{{{header}, "criteria": [{CRITERIA}], "offers": [{OFFERS}]}}"#));
    let read = read_new(&text).expect("it is sound");
    let only = &read[0];
    assert_eq!(only.header.name, Text::from("Test"));
    assert_eq!(only.offers.iter().map(|o| o.color).collect::<Vec<_>>(), OFFER_COLORS[..2]);
    assert_eq!(only.header.price, Some(only.criteria[3].id), "the only money paid once is the price");
    assert_eq!(only.offers[0].levels[&only.criteria[3].id], Level::Money(1999));
    assert_eq!(only.offers[1].levels.len(), 1, "null is a missing level");
    let everyone = only.everyone().expect("there is always everyone");
    assert_eq!(everyone.weights.dimension(Dimension::Service).share, 0.5);
    assert_eq!(everyone.weights.leaf(Leaf::Criterion(only.criteria[1].id)).share, 0.5);
    assert_eq!(everyone.weights.leaf(Leaf::Ownership).share, 1.0);
}

#[test]
fn shares_off_by_a_rounding_are_put_right_and_others_stay_to_the_bit() {
    let weigh = |a: &str, b: &str| {
        let weights = format!(r#""name": "All", "weights": {{"leaves": {{"years": {a}, "delivery": {b}}}}}"#);
        let read = read_new(&with(r#""name": "All""#, &weights)).expect("close enough");
        let [years, delivery] = [1, 2].map(|i| Leaf::Criterion(read[0].criteria[i].id));
        let weights = &read[0].segments[0].weights;
        (weights.leaf(years).share, weights.leaf(delivery).share)
    };
    assert_eq!(weigh("0.3", "0.7"), (0.3, 0.7));
    assert_eq!(weigh("0.333333333", "0.6666666666"), (0.333_333_333, 0.666_666_666_6));
    let (years, delivery) = weigh("0.333333", "0.666667");
    assert_eq!((years, delivery), (0.333_333, 0.666_667));
    let (years, delivery) = weigh("0.3333333", "0.6666666");
    assert!((years + delivery - 1.0).abs() < 1e-12 && (years * 2.0 - delivery).abs() < 1e-12);
}

#[test]
fn files_of_other_kinds_are_told_apart() {
    check("", "", "not a sound JSON file");
    check("{", "", "line 1 column 1");
    check("\u{89}PNG", "", "not a sound JSON file");
    check("[]", "", "not a Worthwhile file");
    check("3", "", "not a Worthwhile file");
    check("{}", "", "not a Worthwhile file");
    check(r#"{"format": "geojson", "version": 1}"#, "", "not a Worthwhile file");
    check(r#"{"format": {"a": 1}, "version": 1}"#, "", "not a Worthwhile file");
    check(r#"{"format": "worthwhile", "version": 2, "new": []}"#, "", "version 2 and this program reads up to 1");
    check(r#"{"format": "worthwhile", "version": 0}"#, "version", "write 1");
    check(r#"{"format": "worthwhile", "version": "1"}"#, "version", "write 1");
    check(r#"{"format": "worthwhile", "comparisons": []}"#, "version", "write 1");
    check(r#"{"format": "worthwhile", "version": 1}"#, "", "missing field `comparisons`");
    check(&format!("{} x", file(&sample())), "", "trailing characters");
    assert!(read_new(&format!("\u{feff}{}", file(&sample()))).is_ok(), "a byte order mark does no harm");
    assert_eq!(read_new(&file("")), Ok(Vec::new()));
}

#[test]
fn wrong_types_and_unknown_members_are_named_with_their_place() {
    let cases = [
        (r#""name": "Look""#, r#""name": 5"#, "criteria[0].name", "invalid type: integer `5`, expected a string or"),
        (r#""name": "Look""#, r#""name": {"fr": "x"}"#, "criteria[0].name.fr", "unknown field `fr`"),
        (r#""name": "Look""#, r#""nam": "Look""#, "criteria[0].nam", "unknown field `nam`"),
        (r#""name": "Look""#, r#""name": "a", "name": "b""#, "criteria[0]", "duplicate field `name`"),
        (r#""key": "look", "#, "", "criteria[0]", "missing field `key`"),
        (r#""look": 6"#, r#""look": [6]"#, "offers[0].levels.look", "expected a number, a string or null"),
        (r#""look": 6"#, r#""look": true"#, "offers[0].levels.look", "expected a number, a string or null"),
        (r#""look": 6"#, r#""look": 1e400"#, "offers[0].levels.look", "number out of range"),
        (r#""look": 6"#, r#""look": NaN"#, "", "not a sound JSON file"),
        (r#""dimension": "service""#, r#""dimension": "style""#, "criteria[1].dimension", "unknown variant `style`"),
        (r"[[0, 0], [6, 100]]", r"[[0, 0], [6]]", "criteria[1].scale.points[1]", "invalid length 1"),
        (r#"{"kind": "rating"}"#, r#"["rating"]"#, "criteria[0].scale", "expected an object"),
        (r#"{"points": [[0, 0], [100, 100]]}"#, r#"{"years": -1}"#, "ownership.years", "integer `-1`"),
    ];
    for (piece, replacement, path, says) in cases {
        check(&with(piece, replacement), path, says);
    }
}

#[test]
fn what_makes_no_sense_is_named_with_its_place() {
    let long = "x".repeat(201);
    let long_name = format!(r#""name": "{long}""#);
    let cases = [
        // Header.
        (r#""name": "Test""#, r#""name": "  ""#, "name", "a name is needed"),
        (r#""CNY""#, r#""yuan""#, "currency", "three capital letters"),
        (r#""points": [[0, 0], [100, 100]]"#, r#""years": 2"#, "ownership.points", "total cost of ownership"),
        (r#""ownership": {"points": [[0, 0], [100, 100]]}"#, r#""note": """#, "ownership", "total cost of ownership"),
        (r"[[0, 0], [100, 100]]", r"[[0, 0], [0.001, 1]]", "ownership.points[1][0]", "2 decimal places"),
        (r"[[0, 0], [100, 100]]", r"[[0, 0], [0, 1]]", "ownership.points", "same level"),
        (r"[[0, 0], [100, 100]]", r"[[0, 100], [9, 0]]", "ownership", "must not fall"),
        (r#"{"points": [[0"#, r#"{"years": 0, "points": [[0"#, "ownership", "from 1 to 100"),
        (r#""currency""#, r#""dimensions": {"style": {}}, "currency""#, "dimensions.style", "product, service"),
        (r#""currency""#, r#""dimensions": {"time": {}, "time": {}}, "currency""#, "dimensions.time", "twice"),
        (r#""currency""#, r#""dimensions": {"product": {"hidden": true}}, "currency""#, "dimensions.product", "hidden"),
        (r#""currency""#, r#""account": "money", "currency""#, "criteria[0].scale", "no ratings"),
        // Criteria.
        (r#""key": "years""#, r#""key": "look""#, "criteria[1].key", "key of an earlier one"),
        (r#""key": "years""#, r#""key": "ownership""#, "criteria[1].key", "all money criteria"),
        (r#""key": "years""#, r#""key": " ""#, "criteria[1].key", "a key is needed"),
        (r#""name": "Look""#, long_name.as_str(), "criteria[0].name", "longer than 200"),
        (r#""kind": "rating""#, r#""kind": "rating", "low": 10"#, "criteria[0].scale", "lower bound"),
        (r#""kind": "rating""#, r#""kind": "rating", "unit": "y""#, "criteria[0].scale.unit", "take it out"),
        (r#", "points": [[0, 0], [6, 100]]"#, "", "criteria[1].scale", "needs “points”"),
        (r"[[0, 0], [6, 100]]", "[[0, 0]]", "criteria[1].scale.points", "at least two"),
        (r"[[0, 0], [6, 100]]", "[[0, 0], [6, 101]]", "criteria[1].scale.points", "between 0 and 100"),
        (r#""key": "no""#, r#""key": "yes""#, "criteria[2].scale.levels[1].key", "key of an earlier one"),
        (r#""name": "No""#, r#""name": "Yes""#, "criteria[2].scale", "a name of its own"),
        (r#""points": 100}"#, r#""points": 200}"#, "criteria[2].scale", "between 0 and 100"),
        (r#""dimension": "monetary""#, r#""dimension": "time""#, "criteria[3].dimension", "only under Monetary"),
        (r#""name": "Look""#, r#""name": "Look", "price": true"#, "criteria[0].price", "paid once"),
        (
            r#""name": "Price", "scale": {"kind": "money"}"#,
            r#""name": "Price", "scale": {"kind": "money", "paid": "yearly"}, "price": true"#,
            "criteria[3].price",
            "paid once",
        ),
        // Offers.
        (r#""look": 6"#, r#""looks": 6"#, "offers[0].levels.looks", "there are: look, years, delivery, price"),
        (r#""look": 6"#, r#""look": 6, "look": 6"#, "offers[0].levels.look", "twice"),
        (r#""look": 6"#, r#""look": 11"#, "offers[0].levels.look", "11 is outside the rating, which goes from 1 to 10"),
        (r#""look": 6"#, r#""look": "6""#, "offers[0].levels.look", "without quotes"),
        (r#""years": 2"#, r#""years": 1e16"#, "offers[0].levels.years", "out of range"),
        (r#""delivery": "yes""#, r#""delivery": "Yes""#, "offers[0].levels.delivery", "“Yes”; write the key of one of"),
        (r#""delivery": "yes""#, r#""delivery": 1"#, "offers[0].levels.delivery", "in quotes"),
        (r#""price": 19.99"#, r#""price": 19.999"#, "offers[0].levels.price", "2 decimal places"),
        (r#""price": 19.99"#, r#""price": 1e300"#, "offers[0].levels.price", "too large"),
        (r#""price": 19.99"#, r#""price": "¥20""#, "offers[0].levels.price", "amount without quotes"),
        (r#""key": "b""#, r#""key": "a""#, "offers[1].key", "key of an earlier one"),
        (r#""key": "b""#, r#""key": "b", "color": "blue""#, "offers[1].color", "“blue” is not a colour"),
        (r#""key": "b""#, r##""key": "b", "color": "#+12345""##, "offers[1].color", "not a colour"),
        (r#""key": "b""#, r#""key": "b", "level_notes": {"x": ""}"#, "offers[1].level_notes.x", "no criterion"),
        // Segments.
        (r#""everyone": true, "#, "", "segments", "exactly one"),
        (r#""name": "All""#, r#""name": "All", "size": -1"#, "segments[0].size", "from 0"),
        (
            r#""name": "All""#,
            r#""name": "All", "multipliers": {"price": 2}"#,
            "segments[0].multipliers.price",
            "face value",
        ),
        (
            r#""name": "All""#,
            r#""name": "All", "multipliers": {"look": -2}"#,
            "segments[0].multipliers.look",
            "from 0 up",
        ),
    ];
    for (piece, replacement, path, says) in cases {
        check(&with(piece, replacement), path, says);
    }
}

#[test]
fn weights_are_never_normalised_in_silence() {
    let cases = [
        (r#"{"leaves": {"years": 0.5, "delivery": 0.6}}"#, "leaves", "years, delivery add up to 1.1"),
        (r#"{"leaves": {"years": 0.5}}"#, "leaves", "add up to 0.5"),
        (r#"{"leaves": {"years": 0, "delivery": 0}}"#, "leaves", "add up to 0"),
        (r#"{"leaves": {"years": 1.5, "delivery": -0.5}}"#, "leaves.delivery", "from 0 up"),
        (r#"{"leaves": {"price": 1}}"#, "leaves.price", "look, years, delivery, ownership"),
        (r#"{"leaves": {"look": 1, "look": 1}}"#, "leaves.look", "twice"),
        (r#"{"dimensions": {"product": 60, "service": 40}}"#, "dimensions", "product, service add up to 100"),
        (r#"{"dimensions": {"image": 1}}"#, "dimensions.image", "without criteria weighs 0"),
        (r#"{"dimensions": {"beauty": 1}}"#, "dimensions.beauty", "no such dimension"),
        (r#"{"locked_leaves": ["look", "price"]}"#, "locked_leaves[1]", "no weight of its own"),
    ];
    for (weights, path, says) in cases {
        let text = with(r#""name": "All""#, &format!(r#""name": "All", "weights": {weights}"#));
        check(&text, &format!("segments[0].weights.{path}"), says);
    }
}

#[test]
fn two_prices_are_one_too_many_and_none_is_too_few() {
    let money = |key: &str, price| {
        format!(
            r#"{{"key": "{key}", "dimension": "monetary", "name": "{key}", "scale": {{"kind": "money"}}, "price": {price}}}"#
        )
    };
    let with_prices = |first, second| {
        let criteria = [money("p", first), money("q", second)].join(",");
        file(&comparison(HEADER, &criteria, "", SEGMENTS))
    };
    check(&with_prices(true, true), "criteria[1].price", "mark only one");
    check(&with_prices(false, false), "criteria", "mark one of them");
    let read = read_new(&with_prices(false, true)).expect("one price");
    assert_eq!(read[0].header.price, Some(read[0].criteria[1].id));
}

#[test]
fn paths_name_the_comparison_where_there_are_several() {
    let bad = sample().replacen(r#""look": 6"#, r#""look": 60"#, 1);
    check(&file(&[sample(), bad].join(",")), "comparisons[1].offers[0].levels.look", "outside the rating");
    let bad = sample().replacen(r#""look": 6"#, r#""look": []"#, 1);
    check(&file(&[bad.clone(), sample()].join(",")), "comparisons[0].offers[0].levels.look", "a number");
    check(&file(&bad), "offers[0].levels.look", "a number");
}

#[test]
fn hostile_files_end_in_an_error() {
    let deep = "[".repeat(200_000);
    check(&deep, "", "not a Worthwhile file");
    let nested = format!(r#"{{"a":{}"#, r#"{"a":"#.repeat(200_000));
    refused(&nested);
    refused(&with(r#""look": 6"#, &format!(r#""look": {deep}"#)));
    refused(&with(r#""name": "Look""#, &format!(r#""name": {}"#, r#"{"en":"#.repeat(200_000))));
    refused(&file(&deep));
    let long = "k".repeat(1_000_000);
    let unknown = with(r#""look": 6"#, &format!(r#""{long}": 6"#));
    let (path, message) = refused(&unknown);
    assert!(path.len() < 400 && message.len() < 800, "{} {}", path.len(), message.len());
    let (path, message) = refused(&with(r#""key": "a""#, &format!(r#""{long}": 6"#)));
    assert!(path.len() < 400 && message.len() < 800, "{} {}", path.len(), message.len());
    let many = r#""":1,"#.repeat(1_001);
    check(&with(r#""look": 6"#, &format!(r#"{many}"look": 6"#)), "offers[0].levels", "at most 1000 of these");
    check(&file(&"{},".repeat(500_000)), "", "more than 500000 things");
    check(&" ".repeat(MAX_BYTES + 1), "", "larger than 64 MiB");
}

#[test]
fn texts_are_cleaned_of_what_spoils_the_screen() {
    let read = read_new(&with(r#""name": "Look""#, r#""name": " Lo\u202e\u0000ok ""#)).expect("it is sound");
    assert_eq!(read[0].criteria[0].name, Text::from("Look"));
}

#[test]
fn a_written_file_says_what_it_is_and_ends_with_a_newline() {
    let read = read_new(&file(&sample())).expect("it is sound");
    let text = write(&[&read[0], &read[0]]);
    assert!(text.starts_with("{\n  \"format\": \"worthwhile\",\n  \"version\": 1,\n"), "{text}");
    assert!(text.ends_with("}\n") && text.contains("\"price\": 19.99"), "{text}");
    assert_eq!(read_new(&text).expect("two of them").len(), 2);
    assert!(matches!(read_new(&text.replace("19.99", "19.995")), Err(e) if matches!(e.problem, Problem::Amount(_))));
}

/// The sample with variants.
fn with_variants(variants: &str) -> String {
    let whole = sample();
    file(&format!(r#"{}, "variants": [{variants}]}}"#, &whole[..whole.len() - 1]))
}

#[test]
fn variants_are_read_as_what_differs() {
    let text = with_variants(
        r#"{"key": "w", "from": "v", "name": "W", "cost_emphasis": {"all": 2},
            "weights": {"all": {"leaves": {"years": 0.25, "delivery": 0.75}, "locked_leaves": ["years"]}}},
           {"key": "v", "name": "V", "reason": "why", "levels": {"a": {"price": 15, "years": null}, "b": {"delivery": "no"}}}"#,
    );
    let read = read_new(&text).expect("a good file");
    let [comparison] = read.as_slice() else { panic!("one comparison") };
    let [w, v] = comparison.variants.as_slice() else { panic!("two variants") };
    assert_eq!((w.parent, v.parent, &v.reason), (Some(v.id), None, &Text::from("why")));
    let layered = v.of(comparison);
    let [look, years, delivery, price] = [0, 1, 2, 3].map(|i| comparison.criteria[i].id);
    assert_eq!(layered.offers[0].levels.get(&price), Some(&Level::Money(1500)));
    assert_eq!(
        (layered.offers[0].levels.get(&years), layered.offers[0].levels.get(&look)),
        (None, Some(&Level::Number(6.0)))
    );
    assert_eq!(layered.offers[1].levels.get(&delivery), Some(&Level::Category(worthwhile::model::CategoryId(2))));
    let everyone = w.of(comparison).segments.remove(0);
    assert_eq!(everyone.cost_emphasis, 2.0);
    let share = everyone.weights.leaf(Leaf::Criterion(years));
    assert_eq!((share.share, share.locked), (0.25, true));
    assert_eq!((v.differences.len(), w.differences.len()), (3, 2));
    assert_eq!(write(&[comparison]).matches("\"case\"").count(), 0);
}

#[test]
fn a_whole_case_shares_the_parts_that_have_the_same_keys() {
    let criteria = CRITERIA.replacen("\"Look\"", "\"Looks\"", 1);
    let offers = format!(r#"{OFFERS}, {{"key": "c", "name": "C", "levels": {{"look": 9}}}}"#);
    let case = format!(
        r#"{{"currency": "CNY", "ownership": {{"points": [[0, 0], [100, 100]]}}, "criteria": [{criteria}], "offers": [{offers}], "segments": [{SEGMENTS}]}}"#
    );
    let read =
        read_new(&with_variants(&format!(r#"{{"key": "v", "name": "V", "case": {case}}}"#))).expect("a good file");
    let layered = read[0].variants[0].of(&read[0]);
    assert_eq!(layered.criteria[0].id, read[0].criteria[0].id);
    assert_eq!(layered.criteria[0].name, Text::from("Looks"));
    assert_eq!(layered.offers[..2], read[0].offers);
    assert_eq!((layered.offers.len(), &layered.offers[2].name), (3, &Text::from("C")));
    assert_eq!(read[0].variants[0].differences.len(), 1);
    let again = read_new(&write(&[&read[0]])).expect("what was written");
    assert_eq!(again[0].variants[0].of(&again[0]).offers.len(), 3);
}

#[test]
fn variants_that_make_no_sense_are_named_with_their_place() {
    let one = |rest: &str| with_variants(&format!(r#"{{"key": "v", "name": "V", {rest}}}"#));
    check(&one(r#""levels": {"x": {"price": 1}}"#), "variants[0].levels.x", "no offer has this key; there are: a, b");
    check(&one(r#""levels": {"a": {"x": 1}}"#), "variants[0].levels.a.x", "no criterion has this key");
    check(&one(r#""levels": {"a": {"look": 99}}"#), "variants[0].levels.a.look", "outside the rating");
    check(&one(r#""cost_emphasis": {"x": 1}"#), "variants[0].cost_emphasis.x", "no segment has this key");
    check(&one(r#""cost_emphasis": {"all": -1}"#), "variants[0].cost_emphasis.all", "λ");
    check(&one(r#""weights": {"all": {"leaves": {"years": 2}}}"#), "variants[0].weights.all.leaves", "add up to 2");
    check(&one(r#""from": "x""#), "variants[0].from", "no variant has the key “x”; there are: v");
    check(&one(r#""from": "v""#), "variants[0].parent", "branches from another one");
    check(&one(r#""color": 1"#), "variants[0].color", "unknown field `color`");
    let case = format!(r#"{{"currency": "CNY", "criteria": [], "offers": [], "segments": [{SEGMENTS}]}}"#);
    check(
        &one(&format!(r#""cost_emphasis": {{"all": 2}}, "case": {case}"#)),
        "variants[0].case",
        "take one of them out",
    );
    check(
        &one(r#""case": {"currency": "CNY", "criteria": [], "offers": []}"#),
        "variants[0].case",
        "missing field `segments`",
    );
    let twice = r#"{"key": "v", "name": "V"}, {"key": "w", "name": "V"}"#;
    check(&with_variants(twice), "variants[1].name", "already named");
    let twice = r#"{"key": "v", "name": "V"}, {"key": "v", "name": "W"}"#;
    check(&with_variants(twice), "variants[1].key", "the key of an earlier one");
}
