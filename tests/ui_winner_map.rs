//! Who wins where: read, chosen, dragged, typed, and as a table.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Pos2, Rect, Vec2};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Window, name};
use worthwhile::model::{Level, Side, WeightSet};

/// The window with the page open.
fn page() -> Window {
    let mut window = Window::first();
    window.keys(CTRL, Key::Num5);
    window
}

/// Shares of a side's dimensions in per cent, to a tenth.
fn shares(window: &Window, side: Side) -> Vec<f64> {
    let comparison = window.comparison();
    let shares = comparison.shares(comparison.everyone().unwrap(), WeightSet::Side(side));
    shares.iter().map(|(_, s)| (s.share * 1000.0).round() / 10.0).collect()
}

/// The ring of today's place.
fn ring(window: &Window) -> Rect {
    let is_it = |node: &egui_kittest::Node<'_>| {
        name(node).is_some_and(|n| n.starts_with("Today: ")) && node.rect().width() < 40.0
    };
    let found = window.ui.root().children_recursive().find(is_it);
    found.expect("today's place is on the plane").rect()
}

/// The entry of an open list; the matrix has a slider of the same name.
fn entry<'a>(window: &'a Window, entry: &str) -> Option<egui_kittest::Node<'a>> {
    let is_it =
        |n: &egui_kittest::Node<'_>| n.accesskit_node().role() == Role::Button && name(n).as_deref() == Some(entry);
    window.ui.root().children_recursive().find(is_it)
}

/// Scrolls an open list to an entry and clicks it.
fn take(window: &mut Window, wanted: &str) {
    entry(window, wanted).expect("the list has it").scroll_to_me();
    window.run();
    entry(window, wanted).expect("the list has it").click();
    window.run();
}

fn choose(window: &mut Window, side: &str, wanted: &str) {
    window.click_of(Role::ComboBox, side);
    take(window, wanted);
}

/// Puts a number into an input and leaves it.
fn put(window: &mut Window, input: &str, text: &str) {
    window.retype(input, text);
    window.key(Key::Enter);
}

#[test]
fn the_page_says_who_wins_how_much() {
    let mut window = page();
    // Checked by a million points in tests/value_winner_map.rs.
    window.assert_has("TCL wins 54.8% of this plane");
    window.assert_part("No region: Changhong.");
    assert_eq!(window.value("Weight of Product: now"), "40");
    assert_eq!(window.value("Weight of Monetary: now"), "60");
    window.click("Menu of “TCL wins 54.8% of this plane”");
    window.click("Show as table");
    window.assert_has("Part of the plane");
    window.assert_has("34.2%");
    window.click("Menu of “TCL wins 54.8% of this plane”");
    window.control("Copy data").click();
    window.ui.step();
    let copied = window.copied();
    window.run();
    let copied = copied.expect("the data is copied");
    assert!(copied.contains("TCL\t0.548"), "{copied}");
    assert_eq!(copied.matches("straight").count(), 3, "three borders: {copied}");
}

#[test]
fn dragging_today_moves_both_weights_in_one_step() {
    let mut window = page();
    let from = ring(&window).center();
    let to = from + Vec2::new(40.0, -20.0);
    window.drag_without_end(from, to);
    assert_eq!(window.steps(), 0, "nothing is kept while it goes on");
    window.release(to);
    let (value, cost) = (shares(&window, Side::Value), shares(&window, Side::Cost));
    assert!(value[0] > 45.0 && cost[0] > 62.0, "{value:?} {cost:?}");
    // The others keep their ratios: 25 to 15, and 16 to 12.
    assert!((value[1] / value[2] - 25.0 / 15.0).abs() < 0.05, "{value:?}");
    assert!((cost[1] / cost[2] - 16.0 / 12.0).abs() < 0.05, "{cost:?}");
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(shares(&window, Side::Value), [40.0, 25.0, 15.0, 20.0]);
    assert_eq!(shares(&window, Side::Cost), [60.0, 16.0, 12.0, 12.0]);
}

#[test]
fn a_drag_that_is_given_up_leaves_no_trace() {
    let mut window = page();
    let from = ring(&window).center();
    window.drag_without_end(from, from + Vec2::new(-60.0, 50.0));
    assert_ne!(shares(&window, Side::Value), [40.0, 25.0, 15.0, 20.0]);
    window.key(Key::Escape);
    assert_eq!(shares(&window, Side::Value), [40.0, 25.0, 15.0, 20.0]);
    assert_eq!(window.steps(), 0);
}

#[test]
fn arrow_keys_move_today_by_whole_per_cents() {
    let mut window = page();
    window.control("Today: Weight of Product 40%; Weight of Monetary 60%").focus();
    window.run();
    window.key(Key::ArrowUp);
    window.control("Today: Weight of Product 40%; Weight of Monetary 61%").focus();
    window.run();
    window.key(Key::ArrowLeft);
    assert_eq!((shares(&window, Side::Value)[0], shares(&window, Side::Cost)[0]), (39.0, 61.0));
}

#[test]
fn sides_are_chosen_swapped_and_never_the_same() {
    let mut window = page();
    window.click("Swap the sides");
    let label = "Today: Weight of Monetary 60%; Weight of Product 40%";
    window.control(label);
    window.assert_has("TCL wins 54.8% of this plane");
    window.click_of(Role::ComboBox, "Across");
    assert!(entry(&window, "Weight of Product").is_none(), "the other side shows it");
    take(&mut window, "Price of TCL");
    window.control("Today: Price of TCL ¥2800; Weight of Product 40%");
    choose(&mut window, "Upwards", "Cost emphasis λ");
    assert_eq!(window.value("Cost emphasis λ: up to"), "3");
    put(&mut window, "Cost emphasis λ: now", "2");
    assert!((window.comparison().everyone().unwrap().cost_emphasis - 2.0).abs() < 1e-12);
    put(&mut window, "Price of TCL: now", "3,000");
    let (tcl, price) = (&window.comparison().offers[0], window.comparison().header.price.unwrap());
    assert_eq!(tcl.levels.get(&price), Some(&Level::Money(300_000)));
    put(&mut window, "Cost emphasis λ: up to", "1");
    window.assert_part("must lie beyond");
    put(&mut window, "Cost emphasis λ: up to", "8");
    assert_eq!(window.value("Cost emphasis λ: up to"), "8");
    put(&mut window, "Price of TCL: now", "dear");
    window.assert_part("not a number");
    // A side that was not chosen by hand stays, whatever weighs most.
    choose(&mut window, "Upwards", "Weight of Picture and panel (Product)");
    window.assert_part("Weight of Picture and panel (Product) 60%");
}

#[test]
fn two_weights_of_one_side_stay_inside_their_triangle() {
    let mut window = page();
    choose(&mut window, "Upwards", "Weight of Service");
    let from = ring(&window).center();
    let far = Pos2::new(from.x + 150.0, from.y - 150.0);
    window.drag(from, far);
    let value = shares(&window, Side::Value);
    assert!((value[0] + value[1] - 100.0).abs() < 0.11, "{value:?}");
    assert!(value[0] > 40.0 && value[1] > 25.0, "{value:?}");
    window.keys(CTRL, Key::Z);
    assert_eq!(shares(&window, Side::Value), [40.0, 25.0, 15.0, 20.0]);
    // A locked weight does not move, so that it is no side.
    window.control("Weight of Personnel").hover();
    window.run();
    window.click("Lock the weight of Personnel");
    window.click_of(Role::ComboBox, "Upwards");
    assert!(entry(&window, "Weight of Image").is_some() && entry(&window, "Weight of Personnel").is_none());
}

#[test]
fn a_money_account_has_a_plane_of_prices() {
    let mut window = page();
    window.show("The tractor");
    window.assert_part("% of this plane");
    assert_eq!(window.value("Price of Our tractor: now"), "100000");
    put(&mut window, "Price of Our tractor: now", "105000");
    window.assert_has("Today: Price of Our tractor $105000; Price of The competitor's tractor $90000");
    // Without prices nothing varies in a money account.
    window.menu_of("Price");
    window.click_entry("Delete");
    window.assert_part("This needs two numbers that may vary");
}

#[test]
fn the_page_reads_in_chinese() {
    let mut window = page();
    window.click("中文");
    window.assert_has("TCL 在图中 54.8% 的区域胜出");
    window.assert_has("交换两轴");
}
