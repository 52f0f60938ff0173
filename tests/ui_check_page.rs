//! The page “Check the model”: what is doubtful, what mends it, and where to look.

#![expect(clippy::float_cmp, reason = "weights that nobody moved are the same to the last bit")]

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, CTRL_SHIFT, Home, Window, name};
use worthwhile::model::{Dimension, Lang, Scale};

fn page() -> Window {
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 1100.0));
    window.keys(CTRL_SHIFT, Key::Num3);
    window
}

/// Value points of service and the points of “In 3 days”.
fn state(window: &Window) -> (f64, f64) {
    let comparison = window.comparison();
    let service = comparison.everyone().unwrap().weights.dimension(Dimension::Service).share;
    let levels = comparison.criteria.iter().find_map(|c| match &c.scale {
        Scale::Category { levels, .. } => Some(levels),
        _ => None,
    });
    (service, levels.unwrap().iter().map(|l| l.points).fold(100.0, f64::min))
}

/// The label of the selected cells.
fn selected(window: &Window) -> Vec<String> {
    let is_selected = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.role() == Role::Cell
            && (node.is_selected() == Some(true) || node.toggled().is_some_and(|t| t == true.into()))
    };
    window.ui.root().children_recursive().filter(is_selected).filter_map(|n| name(&n)).collect()
}

#[test]
fn the_badge_leads_to_the_page_and_counts_what_is_left() {
    let mut window = Window::first();
    assert!(!window.has_part("move together"));
    window.click("2 things to check");
    window.assert_has("Worth a look");
    window.assert_has("Features and Mental effort move together: r = 1 over 4 offers.");
    window.assert_has("The scale of Delivery and installation reaches from 30 to 100 points, not from 0 to 100.");
    window.click("Scale 0 to 100 points, keep trade-offs: Delivery and installation");
    window.assert_has("1 thing to check");
    assert!(!window.has_part("not from 0 to 100"));
    window.settle();
}

#[test]
fn a_mend_is_one_step_with_a_name_that_undo_takes_back() {
    let mut window = page();
    assert_eq!(state(&window), (0.25, 30.0));
    // The best stays the best: each card tells how far it is from it.
    let best = |window: &Window| window.card("TCL").ends_with(", best offer");
    assert!(best(&window));
    window.click("Scale 0 to 100 points, keep trade-offs: Delivery and installation");
    let (service, least) = state(&window);
    assert!((service - 0.22 / 0.97).abs() < 1e-12 && least == 0.0, "{service}, {least}");
    assert_eq!(window.steps(), 1);
    window.assert_part("Fit the scale of Delivery and installation");
    assert!(best(&window));
    window.keys(CTRL, Key::Z);
    assert_eq!(state(&window), (0.25, 30.0));
    window.assert_has("2 things to check");
    window.click("Scale 0 to 100 points, keep weights: Delivery and installation");
    assert_eq!(state(&window), (0.25, 0.0));
    window.settle();
}

/// The weight of warranty is typed, then its scale runs to 12 years instead of 6.
fn with_another_range(window: &mut Window) {
    window.click("Type the weight of Warranty");
    window.text("50");
    window.key(Key::Enter);
    window.assert_lacks("was given for");
    window.menu_of("Warranty");
    window.click_entry("Name and scale…");
    window.retype("Level, row 2", "12");
    window.key(Key::Enter);
}

fn warranty(window: &Window) -> f64 {
    let comparison = window.comparison();
    let is_it = |c: &&worthwhile::model::Criterion| c.name.get(Lang::En) == "Warranty";
    let criterion = comparison.criteria.iter().find(is_it).unwrap();
    comparison.everyone().unwrap().weights.leaf(worthwhile::model::leaf_of(criterion)).share
}

#[test]
fn a_weight_that_was_given_for_another_range_follows_or_is_confirmed() {
    let mut window = page();
    with_another_range(&mut window);
    let found = "The weight of Warranty was given for a scale of 0 to 6 years; now it is 0 to 12 years.";
    window.assert_has("Matters");
    window.assert_has(found);
    window.assert_has("3 things to check");
    window.click("The weight still holds: Warranty");
    window.assert_lacks(found);
    assert_eq!(window.undo_label(), "Undo “Confirm the weight of Warranty”");
    assert_eq!(warranty(&window), 0.5);
    window.keys(CTRL, Key::Z);
    window.assert_has(found);
    window.click("Keep trade-offs: Warranty");
    window.assert_lacks(found);
    assert_eq!(window.undo_label(), "Undo “Keep the trade-offs of Warranty”");
    assert!((warranty(&window) - 2.0 / 3.0).abs() < 1e-12, "twice the weight of its sibling");
    // The file keeps what the weight was given for.
    window.keys(CTRL, Key::Z);
    window.settle();
    let mut again = window.restart();
    again.keys(CTRL_SHIFT, Key::Num3);
    again.assert_has(found);
    again.settle();
}

#[test]
fn a_what_if_is_checked_and_mended_without_touching_the_real_case() {
    let mut window = page();
    let real = window.comparison().clone();
    window.keys(CTRL_SHIFT, Key::W);
    window.type_level("Warranty", "TCL", "9");
    window.assert_has("Warranty of TCL lies outside its scale, 0 to 6 years.");
    window.click("Scale 0 to 10 years, keep trade-offs: Warranty");
    window.assert_lacks("lies outside");
    assert_eq!(*window.comparison(), real);
    window.keys(CTRL, Key::Z);
    window.assert_part("lies outside");
    window.click("Scale 0 to 10 years, keep trade-offs: Warranty");
    window.click("Apply");
    assert_eq!(window.steps(), 1);
    window.assert_lacks("lies outside");
    window.settle();
}

#[test]
fn the_buttons_put_the_cursor_on_what_is_meant() {
    let mut window = page();
    window.click("Show Mental effort: Features and Mental effort move together: r = 1 over 4 offers.");
    assert_eq!(selected(&window), ["Mental effort, TCL: 4"]);
    window.key(Key::Delete);
    window.assert_has("TCL has no level for Mental effort.");
    window.keys(CTRL, Key::Z);
    window.assert_lacks("has no level");
    // A folded dimension opens.
    window.click("Service, unfolded");
    window.assert_lacks("Delivery and installation, TCL");
    let finding = "The scale of Delivery and installation reaches from 30 to 100 points, not from 0 to 100.";
    window.click(&format!("Show Delivery and installation: {finding}"));
    assert_eq!(selected(&window), ["Delivery and installation, TCL: Next day"]);
    window.settle();
}

#[test]
fn what_is_no_problem_is_folded_away_and_brought_back() {
    let mut window = page();
    let together = "Features and Mental effort move together: r = 1 over 4 offers.";
    window.click(&format!("Not a problem: {together}"));
    window.assert_has("1 thing to check");
    assert_eq!(window.steps(), 1);
    assert_eq!(window.undo_label(), "Undo “Dismiss what was found”");
    window.assert_lacks(together);
    window.keys(CTRL, Key::Z);
    window.assert_has("2 things to check");
    window.assert_has(together);
    window.click(&format!("Not a problem: {together}"));
    window.settle();
    // The file keeps it.
    let mut again = window.restart();
    again.keys(CTRL_SHIFT, Key::Num3);
    again.assert_has("1 thing to check");
    again.assert_lacks(together);
    again.click("Dismissed (1)");
    again.assert_has(together);
    again.click(&format!("Bring back: {together}"));
    again.assert_has("2 things to check");
    assert!(again.comparison().header.dismissed.is_empty());
    assert!(!again.has_part("Dismissed ("));
    again.settle();
}

#[test]
fn everything_dismissed_leaves_nothing_to_mend_until_a_scale_changes() {
    let mut window = page();
    let misses = "The scale of Delivery and installation reaches from 30 to 100 points, not from 0 to 100.";
    window.click(&format!("Not a problem: {misses}"));
    window.click("Not a problem: Features and Mental effort move together: r = 1 over 4 offers.");
    window.assert_has("What is left is dismissed.");
    window.click("Dismissed (2)");
    window.assert_has(misses);
    // Another reach of the scale is another matter.
    window.menu_of("Delivery and installation");
    window.click_entry("Name and scale…");
    window.retype("Points, row 3", "20");
    window.key(Key::Enter);
    window.assert_has("1 thing to check");
    window.assert_has("The scale of Delivery and installation reaches from 20 to 100 points, not from 0 to 100.");
    window.keys(CTRL, Key::Z);
    window.assert_has("Nothing to mend");
    window.settle();
}

#[test]
fn one_of_two_speaks_for_both_and_the_effect_is_told_before() {
    let mut window = page();
    let before = window.card("SHARP");
    assert!(before.starts_with("SHARP: CDV +26.2"), "{before}");
    window.assert_part("Ranks change: SHARP 3 → 2 (CDV +26.2 → +28.0), Haier 2 → 3 (CDV +29.7 → +27.9)");
    window.click("Let Features count nothing");
    assert_eq!(window.undo_label(), "Undo “Give away the weight of Features”");
    assert!(window.card("SHARP").starts_with("SHARP: CDV +28.0"), "{}", window.card("SHARP"));
    window.assert_has("Features has weight 0.");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.card("SHARP"), before);
    window.click("Offer by offer: Features and Mental effort move together: r = 1 over 4 offers.");
    window.assert_has("8 · 77.8");
    window.assert_has("5 · 44.4");
    window.settle();
}

#[test]
fn a_finding_leads_to_its_scale() {
    let mut window = page();
    window.click("Open the scale of Delivery and installation");
    window.assert_part("Delivery and installation");
    window.assert_lacks("Not a problem: Features and Mental effort move together: r = 1 over 4 offers.");
    window.assert_part("In 3 days");
    window.settle();
}

#[test]
fn a_what_if_dismisses_for_itself_until_it_is_applied() {
    let mut window = page();
    let together = "Features and Mental effort move together: r = 1 over 4 offers.";
    window.keys(CTRL_SHIFT, Key::W);
    window.click(&format!("Not a problem: {together}"));
    window.assert_has("1 thing to check");
    assert!(window.comparison().header.dismissed.is_empty(), "the real case is as it was");
    window.keys(CTRL, Key::Z);
    window.assert_has("2 things to check");
    window.click(&format!("Not a problem: {together}"));
    window.click("Apply");
    assert_eq!(window.comparison().header.dismissed.len(), 1);
    window.assert_has("1 thing to check");
    window.settle();
}
