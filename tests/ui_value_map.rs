//! The page “Value map”: dots, words, table and data, and what it says where there is little to show.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Home, Window};
use worthwhile::board::Picture;
use worthwhile::chart::{Ink, Shape};
use worthwhile::model::Lang;

const TITLE: &str = "What each offer gives for what it costs";

fn opened() -> Window {
    let mut window = Window::first();
    window.keys(CTRL, Key::Num4);
    window
}

/// The dots of the chart with their tips: colour, whether hollow, and where they stand in the chart.
fn dots(window: &mut Window) -> Vec<([u8; 3], bool, [f32; 2], String)> {
    let (_, figure) = &window.ui.state_mut().view_mut().scenes.figures[&Picture::Map];
    let dot = |shape: &Shape| match shape {
        Shape::Circle { center, ink: Ink::Offer(color), hollow, tip, .. } => {
            Some((*color, *hollow, *center, tip.clone()))
        }
        _ => None,
    };
    figure.scene.shapes.iter().filter_map(dot).collect()
}

fn names_on_the_chart(window: &mut Window) -> Vec<String> {
    let (_, figure) = &window.ui.state_mut().view_mut().scenes.figures[&Picture::Map];
    let text = |shape: &Shape| if let Shape::Text { text, .. } = shape { Some(text.clone()) } else { None };
    figure.scene.shapes.iter().filter_map(text).collect()
}

#[test]
fn offers_are_dots_in_their_colours_and_the_dominated_are_hollow() {
    let mut window = opened();
    let dots = dots(&mut window);
    let comparison = window.comparison().clone();
    assert_eq!(dots.len(), 4);
    for offer in &comparison.offers {
        let dot = dots.iter().find(|d| d.0 == offer.color).expect("a dot per offer");
        assert_eq!(dot.1, offer.name.get(Lang::En) == "Changhong", "{}", dot.3);
        assert!(dot.3.starts_with(offer.name.get(Lang::En)), "{}", dot.3);
        assert!(names_on_the_chart(&mut window).contains(&offer.name.get(Lang::En).to_owned()));
    }
    let is_at = |name: &str| dots.iter().find(|d| d.3.starts_with(name)).unwrap().2;
    // TCL costs less than Changhong and gives more: to the left of it and above.
    assert!(is_at("TCL")[0] < is_at("Changhong")[0] && is_at("TCL")[1] < is_at("Changhong")[1]);
    assert_eq!(window.control_of(Role::Image, TITLE).accesskit_node().description().unwrap().matches(';').count(), 3);
}

#[test]
fn it_says_who_is_dominated_by_whom_and_who_is_above_fair_value() {
    let window = opened();
    window.assert_has("TCL: total value 66.3, total cost 28.2, CDV +38.1, 11.1 above fair value.");
    window.assert_part("Changhong is dominated only on total value and total cost, by TCL");
    window.assert_part("Efficient, from the cheapest to the dearest: TCL, Haier and SHARP.");
    window.assert_has("Above fair value: TCL by 11.1 and Haier by 2.8.");
    window.assert_has("Below fair value: SHARP by 0.7 and Changhong by 13.2.");
    window.assert_lacks("on every criterion, by");
}

#[test]
fn a_click_on_a_dot_or_a_choice_tells_its_figures() {
    let mut window = opened();
    let origin = window.control_of(Role::Image, TITLE).rect().min;
    let at = dots(&mut window).into_iter().find(|d| d.3.starts_with("SHARP")).unwrap().2;
    let at = origin + egui::vec2(at[0], at[1]);
    window.ui.hover_at(at);
    window.ui.event(ui_support::button(at, true));
    window.ui.event(ui_support::button(at, false));
    window.run();
    window.assert_has("SHARP: total value 83.5, total cost 57.3, CDV +26.2, 0.7 below fair value.");
    window.click("Offer whose figures are told");
    window.click_entry("Haier");
    window.assert_has("Haier: total value 79.6, total cost 49.9, CDV +29.7, 2.8 above fair value.");
}

#[test]
fn the_map_follows_an_edit_and_its_data_is_copied_in_full() {
    let mut window = opened();
    window.type_level("Price", "Changhong", "100");
    window.assert_part("Above fair value: TCL");
    assert!(dots(&mut window).iter().all(|d| !d.1 || !d.3.starts_with("Changhong")), "cheap enough to be efficient");
    window.keys(CTRL, Key::Z);
    window.click(&format!("Menu of “{TITLE}”"));
    let copied = window.copied_by("Copy data");
    let changhong = copied.lines().find(|l| l.starts_with("Changhong")).unwrap_or_default().to_owned();
    let cells: Vec<&str> = changhong.split('\t').collect();
    assert_eq!((cells[5], cells[6], cells[7]), ("no", "", "TCL"), "{copied}");
    assert!((cells[4].parse::<f64>().unwrap() + 13.216_667).abs() < 1e-6);
    window.click(&format!("Menu of “{TITLE}”"));
    window.click_entry("Show as table");
    window.assert_has("From fair value");
    window.assert_has("−13.2");
}

#[test]
fn where_only_the_price_differs_all_but_the_cheapest_are_dominated_on_every_criterion() {
    let mut window = opened();
    window.show("TV case 2: price only");
    window.assert_part("SHARP is dominated on every criterion, by TCL, Haier and Changhong");
    window.assert_lacks("only on total value and total cost, by");
}

fn remove(window: &mut Window, offer: &str) {
    window.click(&format!("Menu of {offer}"));
    window.click_entry("Delete");
}

#[test]
fn all_tied_one_offer_and_none() {
    let mut window = opened();
    window.show("TV case 1: all the same");
    window.assert_part("all lie on the fair-value line");
    window.assert_part("No offer is dominated");
    window.show("LED televisions");
    for name in ["SHARP", "Haier", "Changhong"] {
        remove(&mut window, name);
    }
    window.assert_part("There is one complete offer");
    remove(&mut window, "TCL");
    window.assert_has("No offer is complete yet");
}

#[test]
fn it_reads_in_chinese_and_money_has_a_map_too() {
    let mut window = Window::open(&Home::new(Lang::Zh));
    window.keys(CTRL, Key::Num4);
    window.assert_part("长虹只在总价值和总成本上被 TCL 占优");
    window.assert_part("高于公允价值：TCL（11.1）、海尔（2.8）。");
    window.click("EN");
    window.show("The tractor");
    window.assert_part("above fair value");
    window.assert_part("No offer is dominated");
}
