//! The page “Variants”: the real case and its variants side by side.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use ui_support::{CTRL, Window};

const RANKS: &str = "Ranks from case to case";
const DIFFERS: &str = "What differs";

/// A variant in which SHARP costs less and Product weighs more, and one in which Haier's warranty is longer.
fn opened() -> Window {
    let mut window = Window::first();
    window.click("What if");
    window.type_level("Price", "SHARP", "2000");
    window.click("Type the weight of Product");
    window.text("70");
    window.key(Key::Enter);
    keep(&mut window, "Sale");
    window.click("What if");
    window.type_level("Warranty", "Haier", "6");
    keep(&mut window, "Longer warranty");
    window.keys(CTRL, Key::Num7);
    window
}

fn keep(window: &mut Window, name: &str) {
    window.click("Keep as variant…");
    window.retype("Name", name);
    window.click("Keep");
}

#[test]
fn without_variants_it_says_how_to_make_one() {
    let mut window = Window::first();
    window.keys(CTRL, Key::Num7);
    window.assert_part("There is no variant yet. Turn on What if");
    window.click("中文");
    window.assert_part("还没有情景");
}

#[test]
fn ranks_differences_and_the_change_of_a_lead_are_told() {
    let window = opened();
    let ranks = window.control_of(Role::Image, RANKS);
    let described = egui_kittest::kittest::NodeT::accesskit_node(&ranks).description().unwrap();
    assert!(described.contains("TCL 1 (+38.1)"), "{described}");
    let sharp = described.split("; ").find(|row| row.starts_with("SHARP")).unwrap();
    assert!(sharp.starts_with("SHARP 3 (+26.2) 1 ("), "{sharp}");
    for text in [DIFFERS, "Price · SHARP", "4,400", "2,000", "Warranty · Haier", "Weights of Total customer value"] {
        window.assert_has(text);
    }
    window.assert_part("Product 70%");
    let bridge = window.control_of(Role::Image, "What changes the lead of TCL over Haier");
    let described = egui_kittest::kittest::NodeT::accesskit_node(&bridge).description().unwrap();
    assert!(described.starts_with("Lead in Real case"), "{described}");
    window.assert_part("on average over all orders");
}

#[test]
fn cases_are_ticked_and_leads_chosen() {
    let mut window = opened();
    window.click("Show Longer warranty");
    window.assert_lacks("Warranty · Haier");
    window.click("Show Longer warranty");
    window.assert_has("Warranty · Haier");
    window.click("Case after");
    window.click_entry("Longer warranty");
    let bridge = window.control_of(Role::Image, "What changes the lead of TCL over Haier");
    let described = egui_kittest::kittest::NodeT::accesskit_node(&bridge).description().unwrap();
    assert!(described.contains("Warranty · Haier 4 6 −"), "{described}");
    window.click("Offer that it leads over");
    window.click_entry("TCL");
    window.assert_has("Two complete offers are needed");
}

#[test]
fn a_case_in_which_an_offer_is_incomplete_has_no_lead_and_a_what_if_leaves_the_page_on_the_real_case() {
    let mut window = opened();
    window.click("What if");
    window.select("Price", "TCL");
    window.key(Key::Delete);
    window.assert_has("Price · SHARP");
    keep(&mut window, "Unknown price");
    window.click("Case after");
    window.click_entry("Unknown price");
    window.assert_part("TCL has no CDV in “Unknown price”");
    window.assert_part("Price · TCL");
}

#[test]
fn the_differences_and_the_parts_are_copied_as_data() {
    let mut window = opened();
    window.click(&format!("Menu of “{DIFFERS}”"));
    // It is a table only: there is no picture of it.
    window.assert_lacks("Copy as picture");
    let copied = window.copied_by("Copy data");
    assert!(copied.lines().next().unwrap().ends_with("Real case\tSale\tLonger warranty"), "{copied}");
    window.click("Menu of “What changes the lead of TCL over Haier”");
    let copied = window.copied_by("Copy data");
    let parts: Vec<f64> = copied.lines().skip(1).map(|l| l.split('\t').nth(3).unwrap().parse().unwrap()).collect();
    let steps: f64 = parts[1..parts.len() - 1].iter().sum();
    assert!((parts[0] + steps - parts[parts.len() - 1]).abs() < 1e-9, "{copied}");
}
