//! The shipped examples: they load, hold the facts that the lessons need, and speak both languages.

use std::collections::BTreeSet;

use worthwhile::examples;
use worthwhile::exchange::json;
use worthwhile::model::{
    Account, Comparison, Currency, IdSource, Lang, Level, Offer, Paid, Scale, ScaleKind, Segment, Text, check, nth,
};
use worthwhile::value::{Compiled, Delivered, Weighting};

fn load(key: &str) -> Comparison {
    let example = examples::find(key).expect("an example with this key");
    let mut all = examples::load(example, &mut IdSource::starting_at(1)).unwrap_or_else(|e| panic!("{key}: {e}"));
    assert_eq!(all.len(), 1, "{key}");
    all.remove(0)
}

fn delivered(comparison: &Comparison, segment: &Segment) -> Delivered {
    let compiled = Compiled::new(comparison);
    let mut delivered = Delivered::default();
    compiled.deliver(&Weighting::of(segment, &compiled), &mut delivered);
    assert!(delivered.complete.iter().all(|c| *c), "every offer is complete");
    delivered
}

fn for_everyone(comparison: &Comparison) -> Delivered {
    delivered(comparison, comparison.everyone().expect("everyone"))
}

fn assert_close(actual: &[f64], expected: &[f64]) {
    assert_eq!(actual.len(), expected.len());
    // The expected figures are given to six decimal places.
    assert!(actual.iter().zip(expected).all(|(a, e)| (a - e).abs() < 5e-7), "{actual:?} instead of {expected:?}");
}

/// What an offer has on the criterion with this English name: a number, units of money, or a named level.
fn level(comparison: &Comparison, offer: &Offer, criterion: &str) -> String {
    let criterion = comparison.criteria.iter().find(|c| c.name.get(Lang::En) == criterion).expect("the criterion");
    match offer.levels[&criterion.id] {
        Level::Number(x) => x.to_string(),
        Level::Money(minor) => comparison.header.currency.units(f64::from(i32::try_from(minor).unwrap())).to_string(),
        Level::Category(id) => criterion.scale.category(id).expect("the level").name.get(Lang::En).to_owned(),
    }
}

fn levels(comparison: &Comparison, criterion: &str) -> Vec<String> {
    comparison.offers.iter().map(|o| level(comparison, o, criterion)).collect()
}

fn names(comparison: &Comparison, lang: Lang) -> Vec<&str> {
    comparison.offers.iter().map(|o| o.name.get(lang)).collect()
}

#[test]
fn every_example_loads_is_sound_and_survives_a_round_trip() {
    for example in examples::ALL {
        let comparison = load(example.key);
        assert_eq!(comparison.header.example.as_deref(), Some(example.key));
        assert_eq!(check(&comparison), Ok(()));
        assert!((2..=10).contains(&comparison.criteria.len()), "{}", example.key);
        let again = json::read(&json::write(&[&comparison]), &mut IdSource::starting_at(1)).expect("it is read back");
        assert_eq!(again, [comparison]);
    }
}

#[test]
fn the_first_workbook_has_all_examples_in_order_under_names_of_their_own() {
    let workbook = examples::first_workbook();
    assert_eq!(workbook.comparisons.len(), examples::ALL.len());
    for (i, (comparison, example)) in workbook.comparisons.iter().zip(examples::ALL).enumerate() {
        assert_eq!(comparison.header.example.as_deref(), Some(example.key));
        assert_eq!(comparison.header.name, load(example.key).header.name, "no name needs a number behind it");
        assert_eq!(comparison.header.position, nth(i));
    }
    let distinct: BTreeSet<&str> =
        workbook.comparisons.iter().flat_map(|c| Lang::ALL.map(|lang| c.header.name.get(lang))).collect();
    assert_eq!(distinct.len(), 2 * examples::ALL.len());
    let parts: Vec<u32> = workbook
        .comparisons
        .iter()
        .flat_map(|c| {
            let criteria = c.criteria.iter().map(|c| c.id.0);
            let offers = c.offers.iter().map(|o| o.id.0);
            std::iter::once(c.id().0).chain(criteria).chain(offers).chain(c.segments.iter().map(|s| s.id.0))
        })
        .collect();
    assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len(), "every part has a number of its own");
    assert!(parts.iter().all(|id| *id < workbook.ids.peek()));
}

fn texts(comparison: &Comparison) -> Vec<&Text> {
    let header = &comparison.header;
    let mut texts = vec![&header.name, &header.note];
    texts.extend(header.dimensions.iter().filter_map(|d| d.name.as_ref()));
    for criterion in &comparison.criteria {
        texts.extend([&criterion.name, &criterion.note]);
        match &criterion.scale {
            Scale::Rating { low_word, high_word, .. } => texts.extend([low_word, high_word]),
            Scale::Measure { unit, .. } => texts.push(unit),
            Scale::Category { levels, .. } => texts.extend(levels.iter().map(|l| &l.name)),
            Scale::Money { .. } => {}
        }
    }
    for offer in &comparison.offers {
        texts.extend([&offer.name, &offer.store, &offer.note]);
        texts.extend(offer.level_notes.values());
    }
    texts.extend(comparison.segments.iter().map(|s| &s.name));
    texts
}

#[test]
fn every_text_is_there_in_both_languages() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for example in examples::ALL {
        let comparison = load(example.key);
        assert!(!comparison.header.note.is_blank(), "{} says what it teaches", example.key);
        for text in texts(&comparison).into_iter().filter(|t| !t.is_blank()) {
            match text {
                Text::Plain(words) => assert_eq!(words, "TCL", "{}: one wording only", example.key),
                Text::Twin { en, zh } => {
                    assert!(!en.chars().any(is_chinese) && zh.chars().any(is_chinese), "{}: {text:?}", example.key);
                }
            }
        }
    }
}

#[test]
fn the_examples_show_every_kind_of_scale() {
    let all: Vec<Comparison> = examples::ALL.iter().map(|e| load(e.key)).collect();
    let scales: Vec<&Scale> = all.iter().flat_map(|c| &c.criteria).map(|c| &c.scale).collect();
    assert!(ScaleKind::ALL.iter().all(|kind| scales.iter().any(|s| s.kind() == *kind)));
    assert!(scales.contains(&&Scale::Money { paid: Paid::Yearly }));
    assert!(all.iter().any(|c| c.segments.len() > 1));
}

#[test]
fn televisions_deliver_the_figures_of_the_lesson() {
    let tv = load("televisions");
    assert_eq!(names(&tv, Lang::En), ["TCL", "SHARP", "Haier", "Changhong"]);
    assert_eq!(names(&tv, Lang::Zh), ["TCL", "夏普 SHARP", "海尔", "长虹"]);
    let stores: Vec<_> = tv.offers.iter().map(|o| (o.store.get(Lang::En), o.store.get(Lang::Zh))).collect();
    let suning = ("Suning Xinjiekou", "新街口苏宁");
    assert_eq!(stores, [suning, suning, ("Gome", "国美"), ("Suning Pukou", "浦口苏宁")]);
    assert_eq!(tv.offers.iter().map(|o| o.ours).collect::<Vec<_>>(), [true, false, false, false]);
    let result = for_everyone(&tv);
    assert_close(&result.tcv, &[66.277_778, 83.5, 79.555_556, 57.444_444]);
    assert_close(&result.tcc, &[28.2, 57.266_667, 49.866_667, 43.733_333]);
    assert_close(&result.cdv, &[38.077_778, 26.233_333, 29.688_889, 13.711_111]);
}

#[test]
fn classroom_questions_one_to_three_differ_in_nothing_but_what_they_ask() {
    let (same, price, warranty) = (load("tv-same"), load("tv-price"), load("tv-warranty"));
    assert_eq!(for_everyone(&same).rank, [1, 1, 1, 1]);
    assert_eq!(levels(&price, "Price"), ["2800", "4400", "4000", "3000"]);
    assert_eq!(for_everyone(&price).rank, [1, 4, 3, 2]);
    assert_eq!(levels(&warranty, "Price"), levels(&price, "Price"));
    assert_eq!(levels(&warranty, "Warranty"), ["5", "5", "4", "6"]);
    for (comparison, differing) in [(&same, &[][..]), (&price, &["Price"]), (&warranty, &["Price", "Warranty"])] {
        for criterion in &comparison.criteria {
            let name = criterion.name.get(Lang::En);
            let distinct: BTreeSet<String> = levels(comparison, name).into_iter().collect();
            assert_eq!(distinct.len() > 1, differing.contains(&name), "{name}");
        }
    }
    // The note says that a year is worth 125 yuan: 2.5 points at 0.02 points a yuan.
    let cdv = for_everyone(&warranty).cdv;
    assert_close(&[cdv[0] - cdv[3]], &[200.0 * 0.02 - 2.5]);
}

#[test]
fn classroom_question_four_asks_where_to_buy_and_what() {
    let stores = load("tv-stores");
    let shops: Vec<&str> = stores.offers.iter().map(|o| o.store.get(Lang::En)).collect();
    assert_eq!(shops, ["Suning Xinjiekou", "Suning Pukou", "Suning Jiangning"]);
    assert_eq!(levels(&stores, "Price"), ["4000", "3700", "4100"]);
    assert_eq!(for_everyone(&stores).rank, [1, 3, 2]);

    let choice = load("tv-choice");
    assert_eq!(levels(&choice, "Price"), ["3000", "3000", "4000", "3600"]);
    assert_eq!(levels(&choice, "Warranty"), ["6", "6", "5", "4"]);
    assert_eq!(levels(&choice, "Staff"), ["Warm and expert"; 4]);
    let shops: Vec<&str> = choice.offers.iter().map(|o| o.store.get(Lang::En)).collect();
    assert_eq!(shops, ["Suning Xinjiekou", "Gome Xinjiekou", "Suning Xinjiekou", "Suning Xinjiekou"]);
    assert!(names(&choice, Lang::En).iter().zip(["TCL", "TCL", "SHARP", "SHARP"]).all(|(n, brand)| n.contains(brand)));
}

#[test]
fn coffee_is_worth_its_price_to_most_but_not_to_all() {
    let coffee = load("coffee");
    assert_eq!(coffee.header.currency, Currency::USD);
    assert_eq!(levels(&coffee, "Price of a cup"), ["3", "0.5"]);
    assert_eq!(for_everyone(&coffee).rank, [1, 2]);
    let winners: Vec<u32> = coffee.segments.iter().map(|s| delivered(&coffee, s).rank[0]).collect();
    assert_eq!(winners, [1, 1, 2]);
}

#[test]
fn service_and_people_win_at_the_rice_shop_and_the_phone_counter() {
    let rice = load("rice");
    assert_eq!(levels(&rice, "Price of a dou of rice"), ["12", "11.8"]);
    assert_eq!(levels(&rice, "When to pay"), ["After payday", "At once, in cash"]);
    assert_eq!(for_everyone(&rice).rank, [1, 2]);
    let phone = load("phone");
    assert_eq!(levels(&phone, "The phone"), ["8", "8", "8"]);
    assert_eq!(for_everyone(&phone).rank, [1, 2, 3]);
}

#[test]
fn the_tractor_delivers_ten_thousand_dollars_more() {
    let tractor = load("tractor");
    assert_eq!((tractor.header.account, tractor.header.currency), (Account::Money, Currency::USD));
    let result = for_everyone(&tractor);
    assert_close(&result.tcv, &[110_000.0, 90_000.0]);
    assert_close(&result.tcc, &[100_000.0, 90_000.0]);
    assert_close(&result.cdv, &[10_000.0, 0.0]);
    let compiled = Compiled::new(&tractor);
    let extras: Vec<f64> = (0..5).map(|l| compiled.worth(l, 0).unwrap() - compiled.worth(l, 1).unwrap()).collect();
    assert_eq!(extras, [0.0, 7_000.0, 6_000.0, 5_000.0, 2_000.0]);
    assert_eq!(compiled.worth(0, 0), Some(90_000.0));
}
