//! What the buyer expects and levels in use, in the exchange file.

use worthwhile::exchange::json::{read, write};
use worthwhile::model::{Comparison, Difference, IdSource, Level, OfferId, overlay};

fn file(after: &str, expectation: &str, variants: &str) -> String {
    format!(
        r#"{{"format": "worthwhile", "version": 1, "comparisons": [{{
        "name": "Test", "currency": "CNY", "ownership": {{"points": [[0, 0], [100, 100]]}},
        "criteria": [
            {{"key": "look", "dimension": "product", "name": "Look", "scale": {{"kind": "rating"}}}},
            {{"key": "price", "dimension": "monetary", "name": "Price", "scale": {{"kind": "money"}}}}
        ],
        "offers": [{{"key": "a", "name": "A", "levels": {{"look": 6, "price": 19.99}} {after}}}]
        {expectation} {variants}
    }}]}}"#
    )
}

fn one(text: &str) -> Comparison {
    let mut all = read(text, &mut IdSource::starting_at(1)).unwrap_or_else(|e| panic!("{e}"));
    all.remove(0)
}

const AFTER: &str = r#", "after_use": {"look": 4}"#;
const EXPECTED: &str = r#", "expectation": {"price": 15, "look": null}"#;

#[test]
fn both_are_read_and_written() {
    let comparison = one(&file(AFTER, EXPECTED, ""));
    let [look, price] = [0, 1].map(|i| comparison.criteria[i].id);
    assert_eq!(comparison.offers[0].after_use, [(look, Level::Number(4.0))].into_iter().collect());
    let expected = &comparison.header.expectation.as_ref().unwrap().levels;
    assert_eq!(*expected, [(price, Level::Money(1_500))].into_iter().collect());
    let text = write(&[&comparison]);
    assert_eq!(write(&[&one(&text)]), text);
    assert!(one(&file("", r#", "expectation": {}"#, "")).header.expectation.is_some(), "nothing is expected yet");
    let silent = one(&file("", "", ""));
    assert_eq!((&silent.header.expectation, silent.offers[0].after_use.len()), (&None, 0));
    let text = write(&[&silent]);
    assert!(!text.contains("expectation") && !text.contains("after_use"), "{text}");
}

#[test]
fn a_variant_may_expect_and_use_otherwise() {
    let variant = r#", "variants": [{"key": "v", "name": "V", "expectation": {"look": 9, "price": null},
        "after_use": {"a": {"look": null, "price": 30}}}]"#;
    let comparison = one(&file(AFTER, EXPECTED, variant));
    let differences = &comparison.variants[0].differences;
    assert!(differences.iter().all(|d| !matches!(d, Difference::Structure(_))), "{differences:?}");
    let layered = overlay(&comparison, differences);
    let [look, price] = [0, 1].map(|i| comparison.criteria[i].id);
    assert_eq!(layered.levels_of(OfferId::EXPECTED).unwrap().get(&look), Some(&Level::Number(9.0)));
    assert_eq!(layered.levels_of(OfferId::EXPECTED).unwrap().get(&price), None);
    assert_eq!(layered.offers[0].after_use, [(price, Level::Money(3_000))].into_iter().collect());
    let again = one(&write(&[&comparison]));
    assert_eq!(again.variants[0].differences.len(), differences.len());
    // One that has none at all is built otherwise.
    let whole = r#", "variants": [{"key": "v", "name": "V", "case": {"currency": "CNY",
        "ownership": {"points": [[0, 0], [100, 100]]},
        "criteria": [
            {"key": "look", "dimension": "product", "name": "Look", "scale": {"kind": "rating"}},
            {"key": "price", "dimension": "monetary", "name": "Price", "scale": {"kind": "money"}}],
        "offers": [{"key": "a", "name": "A", "levels": {"look": 6, "price": 19.99}, "after_use": {"look": 4}}],
        "segments": [{"key": "everyone", "everyone": true, "name": "Everyone"}]}}]"#;
    let comparison = one(&file(AFTER, EXPECTED, whole));
    assert_eq!(overlay(&comparison, &comparison.variants[0].differences).header.expectation, None);
}

#[test]
fn what_is_wrong_is_named() {
    let variant = r#", "variants": [{"key": "v", "name": "V", "expectation": {"look": 9}}]"#;
    for (text, path, says) in [
        (file("", r#", "expectation": {"colour": 3}"#, ""), "expectation.colour", "no criterion has this key"),
        (file("", r#", "expectation": {"look": 11}"#, ""), "expectation.look", "outside the rating"),
        (file(r#", "after_use": {"price": "x"}"#, "", ""), "offers[0].after_use.price", "amount without quotes"),
        (file(r#", "after_use": {"look": 3, "look": 4}"#, "", ""), "offers[0].after_use.look", ""),
        (file("", "", variant), "variants[0].expectation", "no longer there"),
    ] {
        let error = read(&text, &mut IdSource::starting_at(1)).expect_err(path);
        assert_eq!(error.path.replace('"', ""), path, "{error}");
        assert!(error.to_string().contains(says), "{error}");
    }
}
