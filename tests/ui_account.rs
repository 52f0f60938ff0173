//! Points or money: converted, undone and refused in the window; and the screens of a money account.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use ui_support::{CTRL, CTRL_SHIFT, Window};
use worthwhile::model::{Account, Lang, Scale};

/// Kotler's dollars and the televisions' yuan are exact to rounding.
const ROUNDING: f64 = 1e-6;

const MENU: [&str; 2] = ["Edit", "Points or money…"];

fn on(comparison: &str) -> Window {
    let mut window = Window::first();
    window.show(comparison);
    window
}

fn account(window: &Window) -> Account {
    window.comparison().header.account
}

fn cdv(window: &Window, offer: usize) -> f64 {
    window.ui.state().board().unwrap().cdv(offer).unwrap()
}

fn scale<'a>(window: &'a Window, criterion: &str) -> &'a Scale {
    &window.comparison().criteria.iter().find(|c| c.name.get(Lang::En) == criterion).unwrap().scale
}

// --- converting --------------------------------------------------------------------------------------------------

/// k = 3000 / (100 · 1 · 0.6) = 50 yuan; TCL's 38.0778 points are 50 · 38.0778 − 2,000 = −96.11 yuan.
#[test]
fn the_televisions_go_to_money_and_come_back_by_undo() {
    let mut window = on("LED televisions");
    let points = cdv(&window, 0);
    window.menu(&MENU);
    window.assert_has("One point of delivered value is worth ¥50.");
    window.assert_has("No rank changes.");
    window.assert_part("5 ratings become measures");
    window.assert_has("38.1");
    window.assert_lacks("Total cost at which a point counts");
    assert_eq!(window.steps(), 0, "looking changes nothing");
    window.click("Convert to money");
    assert_eq!(account(&window), Account::Money);
    assert!((cdv(&window, 0) - (50.0 * points - 2000.0)).abs() < ROUNDING);
    assert_eq!((window.ranks(), window.steps()), (vec![1, 3, 2, 4], 1));
    window.assert_has("Undo “Convert LED televisions to money”");
    assert!(window.ui.state_mut().view_mut().deltas.is_empty(), "yuan minus points is no change");
    window.settle();

    window.keys(CTRL, Key::Z);
    assert_eq!(account(&window), Account::Points);
    assert!((cdv(&window, 0) - points).abs() < ROUNDING);
    assert!(matches!(scale(&window, "Features"), Scale::Rating { .. }), "a rating again, with its words");
    window.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(account(&window), Account::Money);

    // And on to points the other way, after a restart.
    let mut window = window.restart();
    window.show("LED televisions");
    assert_eq!(account(&window), Account::Money);
    window.menu(&MENU);
    assert_eq!(window.value("Money scale: 0 points at"), "2000");
    window.assert_has("No rank changes.");
    window.click("Convert to points");
    assert_eq!((account(&window), window.ranks()), (Account::Points, vec![1, 3, 2, 4]));
    window.assert_has("Undo “Convert LED televisions to points”");
    window.settle();
}

#[test]
fn the_tractor_goes_to_points_with_a_money_scale_that_is_stated() {
    let mut window = on("The tractor");
    window.menu(&MENU);
    // Value spans 40,000 dollars: a point is worth 400, and 10,000 dollars are 25 points.
    window.assert_part("worth $400");
    window.retype("Money scale: 0 points at", "95000");
    window.retype("Money scale: 100 points at", "90000");
    window.assert_part("needs two amounts, the lower one first");
    window.click("Convert to points");
    assert_eq!(account(&window), Account::Money, "what is refused is not done");
    window.retype("Money scale: 0 points at", "eighty");
    window.assert_lacks("needs two amounts");
    window.retype("Money scale: 0 points at", "60000");
    window.retype("Money scale: 100 points at", "140000");
    window.click("Convert to points");
    assert_eq!(account(&window), Account::Points);
    assert!((cdv(&window, 0) - cdv(&window, 1) - 25.0).abs() < ROUNDING, "whatever the anchors");
    let emphasis = window.comparison().everyone().unwrap().cost_emphasis;
    assert!((emphasis - 2.0).abs() < ROUNDING, "80,000 dollars of cost against 40,000 of value");
    window.keys(CTRL, Key::Z);
    assert_eq!(account(&window), Account::Money);
    assert!((cdv(&window, 0) - 10_000.0).abs() < ROUNDING);
    window.settle();
}

#[test]
fn a_money_scale_that_bends_asks_for_the_cost_and_names_ranks_that_change() {
    let mut window = on("LED televisions");
    window.menu_of("Price");
    window.click_entry("Name and scale…");
    window.click("+ Add a point");
    window.retype("Amount, ¥, row 3", "3500");
    window.retype("Points, row 3", "85");
    window.click("OK");
    window.menu(&MENU);
    // The mean of 2,800, 4,400, 4,000 and 3,000 yuan.
    assert_eq!(window.value("Total cost at which a point counts"), "3550");
    // Above the bend 15 points in 1,500 yuan: k = 1500 / (15 · 0.6) = 166.67 yuan.
    window.assert_has("One point of delivered value is worth ¥166.67.");
    window.retype("Total cost at which a point counts", "3000");
    // Below it 85 points: k = 1500 / (85 · 0.6) = 29.41 yuan.
    window.assert_has("One point of delivered value is worth ¥29.41.");
    window.assert_part("goes from rank");
    window.click("Cancel");
    assert_eq!(account(&window), Account::Points);
    window.settle();
}

#[test]
fn where_k_is_undefined_the_reason_is_told() {
    let mut window = on("LED televisions");
    window.retype("Cost emphasis λ", "0");
    window.key(Key::Enter);
    let steps = window.steps();
    window.menu(&MENU);
    window.assert_part("λ is 0 for Everyone");
    window.click("Convert to money");
    assert_eq!((account(&window), window.steps()), (Account::Points, steps));
    window.click("Cancel");
    window.keys(CTRL, Key::Z);
    window.menu(&MENU);
    window.assert_lacks("λ is 0 for Everyone");
    window.click("Cancel");
}

#[test]
fn a_what_if_never_changes_the_account() {
    let mut window = on("LED televisions");
    window.keys(CTRL_SHIFT, Key::W);
    window.menu(&MENU);
    window.assert_part("A what-if has the account of the real case.");
    window.click("Convert to money");
    assert_eq!(account(&window), Account::Points);
    window.click("Cancel");
    window.keys(CTRL_SHIFT, Key::W);
    window.menu(&MENU);
    window.assert_lacks("A what-if has the account of the real case.");
    window.click("Convert to money");
    assert_eq!(account(&window), Account::Money);
    window.settle();
}

#[test]
fn a_what_if_that_waits_while_the_account_is_undone_keeps_its_levels() {
    let mut window = on("LED televisions");
    window.menu(&MENU);
    window.click("Convert to money");
    window.keys(CTRL_SHIFT, Key::W);
    window.type_level("Warranty", "Haier", "6");
    let lead = cdv(&window, 2) - cdv(&window, 0);
    window.show("Coffee");
    // Undo jumps to what it changed.
    window.keys(CTRL, Key::Z);
    assert_eq!(account(&window), Account::Points);
    assert_eq!(window.level("Warranty", "Haier"), "6; Real case: 4", "the what-if is still there");
    assert!((cdv(&window, 2) - cdv(&window, 0) - lead / 50.0).abs() < ROUNDING, "k = 50 yuan");
    window.settle();
}

// --- the screens of a money account ------------------------------------------------------------------------------

/// Kotler: 90,000 + 7,000 + 6,000 + 5,000 + 2,000 = 110,000; price 100,000; so it delivers 10,000 more.
#[test]
fn the_tractor_reads_as_kotler_tells_it() {
    let mut window = on("The tractor");
    window.click_of(Role::Tab, "Compare");
    let title = "What Our tractor is worth against The competitor's tractor (USD)";
    window.assert_has(title);
    window.assert_has(
        "If Our tractor were equal to The competitor's tractor in all else it would be worth $90,000; with what \
         sets it apart it is worth $110,000. It costs $100,000, so it delivers $10,000 more.",
    );
    let copied = {
        window.click(&format!("Menu of “{title}”"));
        window.copied_by("Copy data")
    };
    let rows: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
    let amounts: Vec<&str> = rows.iter().skip(1).map(|row| row[1]).collect();
    assert_eq!(amounts, ["90000", "7000", "6000", "5000", "2000", "110000", "-100000", "10000"], "{copied}");
    assert_eq!((rows[1][0], rows[5][0]), ("At the price of The competitor's tractor", "Parts warranty"));
    window.settle();
}

#[test]
fn a_comparison_can_begin_in_money() {
    let mut window = Window::first();
    window.click_of(Role::Button, "+ New in money");
    assert_eq!(account(&window), Account::Money);
    assert_eq!(worthwhile::model::check(window.comparison()), Ok(()));
    assert_eq!((window.criteria().len(), window.offers()), (8, vec!["Offer A".to_owned(), "Offer B".to_owned()]));
    for criterion in window.criteria() {
        window.type_level(&criterion, "Offer A", if criterion == "Price" { "3000" } else { "5" });
        window.type_level(&criterion, "Offer B", if criterion == "Price" { "2000" } else { "5" });
    }
    // Four criteria of value at 5 · 100 yuan, three of cost, and the price.
    assert!((cdv(&window, 0) - (2000.0 - 1500.0 - 3000.0)).abs() < ROUNDING);
    assert!((cdv(&window, 1) - cdv(&window, 0) - 1000.0).abs() < ROUNDING);
    window.type_level("Quality", "Offer A", "20");
    assert!((cdv(&window, 0) - cdv(&window, 1) - 500.0).abs() < ROUNDING);
    for _ in 0..17 {
        window.keys(CTRL, Key::Z);
    }
    window.assert_part("Undo “Add New comparison”");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.comparisons().len(), 10);
    window.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(account(&window), Account::Money);
    window.menu(&["File", "New comparison in money"]);
    assert_eq!((window.comparisons().len(), account(&window)), (12, Account::Money));
    window.keys(CTRL, Key::N);
    assert_eq!(account(&window), Account::Points);
    window.settle();
}

#[test]
fn a_scale_in_money_is_a_rate_and_new_criteria_have_one() {
    let mut window = on("The tractor");
    window.menu_of("Parts warranty");
    window.click_entry("Name and scale…");
    // 2,000 dollars for two years more.
    assert_eq!(window.value("$ per unit"), "1000");
    window.retype("$ per unit", "1500");
    window.click("OK");
    let Scale::Measure { curve, .. } = scale(&window, "Parts warranty") else { panic!("a measure") };
    assert!((curve.at(3.0) - 3000.0).abs() < ROUNDING);
    assert!((cdv(&window, 0) - 11_000.0).abs() < ROUNDING);
    window.keys(CTRL, Key::Z);
    assert!((cdv(&window, 0) - 10_000.0).abs() < ROUNDING);

    window.menu(&["Edit", "Add criterion…"]);
    assert!(!window.has_control("Rating"), "a money account takes none");
    assert_eq!(window.value("$ per unit"), "100");
    window.retype("Name", "Resale value");
    window.retype("$ per unit", "50");
    window.click("Add");
    let Scale::Measure { curve, .. } = scale(&window, "Resale value") else { panic!("a measure") };
    assert!((curve.at(10.0) - 500.0).abs() < ROUNDING);
    window.assert_lacks("weighs nothing");
    window.settle();
}

#[test]
fn pages_of_weights_have_amounts_to_show_in_a_money_account() {
    let mut window = on("The tractor");
    window.click_of(Role::Tab, "Weights");
    window.assert_has("What every criterion can make in money");
    for cell in ["Durability (service life)", "$7,000", "$20,000", "Buyer’s factor"] {
        window.assert_has(cell);
    }
    window.assert_has("In a money account nothing is weighed: every level is an amount.");
    window.click_of(Role::Tab, "Who wins where");
    window.assert_part("Price of Our tractor");
    window.settle();
}
