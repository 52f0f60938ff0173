//! What-ifs: a layer that takes every edit until it is applied, kept or dropped, and variants in the list.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Pos2, Rect, vec2};
use egui_kittest::kittest::NodeT;
use ui_support::{CTRL, CTRL_SHIFT, Home, Window};
use worthwhile::model::{Difference, Lang, Level, Workbook};

const BAR: &str = "Nothing here touches the real case.";

fn started() -> (Window, Workbook) {
    let mut window = Window::first();
    let real = window.workbook().clone();
    window.click("What if");
    window.assert_has(BAR);
    window.assert_has("no change yet");
    (window, real)
}

/// The real price of an offer in yuan.
fn real_price(window: &Window, offer: usize) -> i64 {
    let comparison = window.comparison();
    match comparison.offers[offer].levels[&comparison.header.price.unwrap()] {
        Level::Money(minor) => minor / 100,
        other => panic!("{other:?} is no amount"),
    }
}

fn keep(window: &mut Window, button: &str, name: &str, reason: &str) {
    window.click(button);
    window.retype("Name", name);
    window.retype("Reason", reason);
    window.click("Keep");
}

#[test]
fn a_price_changed_in_a_what_if_touches_nothing_real_and_shows_what_it_would_do() {
    let (mut window, real) = started();
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.type_level("Price", "SHARP", "3000");
    window.assert_has("1 change");
    assert_eq!(window.workbook().comparisons, real.comparisons, "the real case stays");
    assert_eq!(window.steps(), 0);
    let level = window.level("Price", "SHARP");
    assert!(level.starts_with("3,000") && level.ends_with("Real case: 4,400"), "{level}");
    let card = window.card("SHARP");
    assert!(card.contains("Real case: SHARP has CDV +26.2 and rank 3; here +"), "{card}");
    let now: f64 = window.cdvs()[1].parse().unwrap();
    let delta: f64 = card.split("here +").nth(1).and_then(|rest| rest.split(' ').next()).unwrap().parse().unwrap();
    // Three figures, each rounded to a tenth.
    assert!(delta > 0.0 && (now - 26.2 - delta).abs() < 0.16, "{card}");
    assert!(window.card("TCL").contains("Real case: TCL has CDV +38.1 and rank 1; here 0.0 and rank 2"));
    assert!(!window.card("Changhong").contains("Real case"), "nothing changed for it");
    // Undo and redo work inside, on steps of their own.
    assert_eq!(window.undo_label(), "Undo “Set Price”");
    window.type_level("Price", "SHARP", "2900");
    window.keys(CTRL, Key::Z);
    assert!(window.level("Price", "SHARP").starts_with("3,000"));
    window.keys(CTRL, Key::Z);
    window.assert_has("no change yet");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL_SHIFT, Key::Z);
    window.assert_has("1 change");
    assert_eq!(window.workbook().comparisons, real.comparisons);
    window.settle();
}

#[test]
fn applying_is_one_step_of_the_real_case() {
    let (mut window, real) = started();
    window.type_level("Price", "SHARP", "3000");
    window.click("Type the weight of Product");
    window.text("70");
    window.key(Key::Enter);
    window.assert_has("2 changes");
    let inside = window.cdvs();
    window.click("Apply");
    window.assert_lacks(BAR);
    assert_eq!((window.steps(), real_price(&window, 1)), (1, 3000));
    assert_eq!(window.cdvs(), inside);
    assert_eq!(window.undo_label(), "Undo “Apply what-if”");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.workbook().comparisons, real.comparisons);
    window.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(real_price(&window, 1), 3000);
    window.settle();
}

#[test]
fn dropping_leaves_no_trace() {
    let (mut window, real) = started();
    window.type_level("Price", "TCL", "9999");
    window.keys(CTRL_SHIFT, Key::O);
    window.assert_has("2 changes");
    assert!(window.has_part("Offer 5"));
    window.click("Drop");
    window.assert_lacks(BAR);
    window.assert_lacks("Offer 5");
    assert_eq!(window.workbook().comparisons, real.comparisons);
    let window = window.restart();
    assert_eq!((window.workbook().comparisons.as_slice(), window.steps()), (real.comparisons.as_slice(), 0));
}

#[test]
fn a_kept_variant_is_there_after_a_restart_and_opens_again() {
    let (mut window, real) = started();
    window.type_level("Price", "SHARP", "3000");
    let inside = window.cdvs();
    keep(&mut window, "Keep as variant…", "Cheaper", "the buyer asked");
    window.assert_lacks(BAR);
    assert_eq!(window.undo_label(), "Undo “Keep variant Cheaper”");
    assert_eq!(window.comparison().offers, real.comparisons[0].offers);
    let mut window = window.restart();
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.click_of(Role::ListItem, "Variant Cheaper");
    window.assert_has("What if: Cheaper");
    assert_eq!(window.cdvs(), inside);
    // A correction is written into it.
    window.type_level("Price", "SHARP", "2800");
    window.click("Update");
    let kept = &window.comparison().variants[0].differences;
    assert!(matches!(kept.as_slice(), [Difference::Level { level: Some(Level::Money(280_000)), .. }]), "{kept:?}");
    assert_eq!(window.comparison().variants[0].reason.get(Lang::En), "the buyer asked");
    window.settle();
}

#[test]
fn a_branch_stands_under_what_it_came_from_and_survives_it() {
    let (mut window, _) = started();
    window.type_level("Price", "SHARP", "3000");
    keep(&mut window, "Keep as variant…", "Cheaper", "");
    window.menu_of("Variant Cheaper");
    window.click_entry("Branch…");
    window.assert_has("What if, from Cheaper");
    window.type_level("Price", "TCL", "2500");
    window.assert_has("2 changes");
    keep(&mut window, "Keep as variant…", "Both", "");
    let variants = |window: &Window| -> Vec<(usize, String)> {
        let tree = window.comparison().variant_tree();
        tree.iter().map(|(depth, v)| (*depth, v.name.get(Lang::En).to_owned())).collect()
    };
    assert_eq!(variants(&window), [(0, "Cheaper".to_owned()), (1, "Both".to_owned())]);
    window.menu_of("Variant Cheaper");
    window.click_entry("Delete");
    assert_eq!(variants(&window), [(0, "Both".to_owned())]);
    window.menu_of("Variant Both");
    window.click_entry("Apply to the real case");
    assert_eq!((real_price(&window, 0), real_price(&window, 1)), (2500, 3000));
    assert_eq!(window.undo_label(), "Undo “Apply variant Both”");
    window.settle();
}

#[test]
fn names_of_variants_are_refused_with_words_and_can_be_changed() {
    let (mut window, _) = started();
    window.type_level("Price", "SHARP", "3000");
    keep(&mut window, "Keep as variant…", "Cheaper", "");
    window.click("What if");
    window.type_level("Price", "SHARP", "2900");
    keep(&mut window, "Keep as variant…", "Cheaper", "");
    window.assert_part("already named “Cheaper”");
    window.retype("Name", "Cheapest");
    window.click("Keep");
    window.menu_of("Variant Cheapest");
    window.click_entry("Name and reason…");
    window.retype("Name", "Cheap");
    window.click("OK");
    window.assert_has("Variant Cheap");
    window.settle();
}

#[test]
fn a_what_if_waits_while_other_comparisons_are_looked_at() {
    let (mut window, real) = started();
    window.type_level("Price", "SHARP", "3000");
    let [first, second] = [0, 1].map(|i| real.comparisons[i].header.name.get(Lang::En).to_owned());
    window.show(&second);
    window.assert_lacks(BAR);
    // Edits there are real ones, and so is their undo.
    window.keys(CTRL_SHIFT, Key::O);
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.steps(), 0);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    window.assert_has("1 change");
    // It is not lost by a click on the switch, only by “Drop”.
    window.click("What if");
    window.assert_part("apply, keep or drop it first");
    window.assert_has("1 change");
    assert_eq!(window.comparison().offers, real.comparisons[0].offers);
}

/// The real case changes beneath an open what-if: it is corrected too, with every step inside it.
#[test]
fn a_real_edit_beneath_an_open_what_if_reaches_it() {
    let mut window = Window::first();
    window.type_level("Price", "TCL", "2000");
    window.click("What if");
    window.type_level("Price", "SHARP", "3000");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL_SHIFT, Key::Z);
    let first = window.comparisons()[0].clone();
    let second = window.comparisons()[1].clone();
    window.show(&second);
    // Takes the real price of TCL back, which jumps to where it was done: the what-if.
    window.keys(CTRL, Key::Z);
    assert_eq!(window.steps(), 0);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    assert_eq!(window.level("Price", "TCL"), "2,800");
    assert!(window.level("Price", "SHARP").starts_with("3,000"));
    window.assert_has("1 change");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    window.click("Close");
    window.settle();
}

/// The column beneath a what-if is undone and done again: what was tried out there is there again, step by step.
#[test]
fn what_was_tried_on_an_offer_that_goes_comes_back_with_it() {
    let mut window = Window::first();
    let [first, second] = [0, 1].map(|i| window.comparisons()[i].clone());
    window.keys(CTRL_SHIFT, Key::O);
    let added = window.offers()[4].clone();
    window.click("What if");
    window.type_level("Price", &added, "1999");
    window.type_level("Price", "SHARP", "3000");
    window.assert_has("2 changes");
    window.show(&second);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.comparison().offers.len(), 4);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    window.assert_has("1 change");
    window.show(&second);
    window.keys(CTRL_SHIFT, Key::Z);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    window.assert_has("2 changes");
    assert!(window.level("Price", &added).starts_with("1,999"));
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    window.assert_has("no change yet");
    window.keys(CTRL_SHIFT, Key::Z);
    assert!(window.level("Price", &added).starts_with("1,999"));
    // What is done in between is not undone by it.
    window.show(&second);
    window.keys(CTRL, Key::Z);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    window.type_level("Price", "Haier", "3333");
    window.show(&second);
    window.keys(CTRL_SHIFT, Key::Z);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    assert!(window.level("Price", "Haier").starts_with("3,333"));
    window.settle();
}

/// The real currency is undone beneath a what-if: its amounts keep their number of units.
#[test]
fn amounts_tried_out_go_along_when_the_currency_beneath_is_undone() {
    let mut window = Window::first();
    let [first, second] = [0, 1].map(|i| window.comparisons()[i].clone());
    window.click("Settings");
    window.click_of(Role::ComboBox, "Currency");
    window.click_entry("JPY  ¥");
    window.click("OK");
    assert_eq!(real_price(&window, 1) * 100, 4400);
    window.click("What if");
    window.type_level("Price", "SHARP", "3000");
    window.show(&second);
    window.keys(CTRL, Key::Z);
    window.click_of(Role::ListItem, &format!("{first}, a what-if is open"));
    assert_eq!(real_price(&window, 1), 4400);
    let level = window.level("Price", "SHARP");
    assert!(level.starts_with("3,000") && level.ends_with("Real case: 4,400"), "{level}");
    window.assert_has("1 change");
}

#[test]
fn closing_the_window_keeps_an_unfinished_what_if() {
    let (mut window, real) = started();
    window.type_level("Price", "SHARP", "3000");
    let mut window = window.restart();
    assert_eq!(window.comparison().offers, real.comparisons[0].offers);
    window.click_of(Role::ListItem, "Variant What if (unfinished)");
    assert!(window.level("Price", "SHARP").starts_with("3,000"));
    // What was only opened, or has no change, leaves nothing.
    let window = window.restart();
    assert_eq!(window.comparison().variants.len(), 1);
}

#[test]
fn a_dragged_weight_shows_its_effect_and_is_given_up_with_escape() {
    let (mut window, real) = started();
    let rect = window.control_of(Role::Slider, "Weight of Product").rect();
    let at = |part: f32| egui::pos2(rect.left() + part * rect.width(), rect.center().y);
    window.drag_without_end(at(0.4), at(0.7));
    window.assert_has("Weight of Product; Real case: 40%");
    window.key(Key::Escape);
    window.release(at(0.7));
    window.assert_has("no change yet");
    window.drag(at(0.4), at(0.7));
    window.assert_has("1 change");
    assert_eq!(window.workbook().comparisons, real.comparisons);
}

/// The middle of the cell of a level.
fn cell_at(window: &Window, criterion: &str, offer: &str) -> Pos2 {
    cell_of(window, criterion, offer).center()
}

fn cell_of(window: &Window, criterion: &str, offer: &str) -> Rect {
    let head = format!("{criterion}, {offer}: ");
    let label = window.labels().into_iter().find(|l| l.starts_with(&head)).expect("a cell");
    window.control_of(Role::Cell, &label).rect()
}

/// The price that the cell of SHARP shows.
fn price_shown(window: &Window) -> i64 {
    let level = window.level("Price", "SHARP");
    let digits = level.split(';').next().unwrap_or_default().replace(',', "");
    digits.parse().unwrap_or_else(|_| panic!("{level} is no price"))
}

#[test]
fn a_dragged_price_shows_its_effect_and_is_one_step_of_the_what_if() {
    let (mut window, real) = started();
    let from = cell_at(&window, "Price", "SHARP");
    let to = from - vec2(50.0, 3.0);
    window.drag_without_end(from, to);
    window.assert_has("1 change");
    let tried = price_shown(&window);
    assert!(tried < 4400 && tried % 10 == 0, "{tried}");
    let cdv = |window: &Window| -> f64 { window.cdvs()[1].parse().unwrap() };
    assert!(cdv(&window) > 26.2, "a lower price is worth more: {}", cdv(&window));
    // Back where it began, it is what it was.
    window.drag_on(from);
    window.assert_has("no change yet");
    assert_eq!((price_shown(&window), cdv(&window)), (4400, 26.2));
    window.drag_on(to);
    window.release(to);
    window.assert_has("1 change");
    assert_eq!(price_shown(&window), tried);
    assert_eq!(window.workbook().comparisons, real.comparisons);
    assert_eq!((window.steps(), window.undo_label().as_str()), (0, "Undo “Set Price”"));
    window.keys(CTRL, Key::Z);
    window.assert_has("no change yet");
    assert_eq!(price_shown(&window), 4400);
    // However far it is dragged, no price is below nothing.
    window.drag(from, from - vec2(4000.0, 0.0));
    assert_eq!(price_shown(&window), 0);
    window.settle();
}

#[test]
fn a_dragged_level_is_given_up_with_escape() {
    let (mut window, real) = started();
    let from = cell_at(&window, "Price", "SHARP");
    let (to, below) = (from - vec2(50.0, 0.0), cell_at(&window, "Warranty", "Haier"));
    window.drag_without_end(from, to);
    window.assert_has("1 change");
    window.key(Key::Escape);
    window.assert_has("no change yet");
    // What is left of the drag does nothing.
    window.drag_on(below);
    window.release(below);
    window.assert_has("no change yet");
    assert_eq!((price_shown(&window), window.copy().as_str()), (4400, "4400\n"));
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert_eq!(window.workbook().comparisons, real.comparisons);
    window.settle();
}

#[test]
fn ratings_and_named_levels_are_dragged_from_one_to_the_next() {
    let (mut window, _) = started();
    let rating = cell_at(&window, "Picture and panel", "SHARP");
    window.drag(rating, rating + vec2(1000.0, 0.0));
    assert!(window.level("Picture and panel", "SHARP").starts_with("10;"), "the upper bound");
    window.drag(rating, rating - vec2(1000.0, 0.0));
    assert!(window.level("Picture and panel", "SHARP").starts_with("1;"), "the lower bound");
    let named = cell_at(&window, "Delivery and installation", "TCL");
    assert_eq!(window.level("Delivery and installation", "TCL"), "Next day");
    window.drag(named, named + vec2(24.0, 0.0));
    assert!(window.level("Delivery and installation", "TCL").starts_with("Same day;"));
    window.assert_has("2 changes");
    window.settle();
}

#[test]
fn the_width_of_a_cell_is_the_scale_and_in_a_money_account_twice_the_amount() {
    let mut window = Window::first();
    window.show("The tractor");
    window.click("What if");
    let mut drag = |criterion: &str, part: f32| {
        let cell = cell_of(&window, criterion, "Our tractor");
        window.drag(cell.center(), cell.center() + vec2(part * cell.width(), 0.0));
        let level = window.level(criterion, "Our tractor");
        level.split(';').next().unwrap_or_default().to_owned()
    };
    // Anchors at 10 and 14 years, at 2 and 10 days; 2 × 100,000 for the price.
    assert_eq!(drag("Durability (service life)", -1.0), "10");
    assert_eq!(drag("Durability (service life)", 0.5), "12");
    assert_eq!(drag("Reliability (time lost)", 0.25), "4");
    assert_eq!(drag("Reliability (time lost)", -3.0), "0");
    assert_eq!(drag("Price", -0.25), "50,000");
    assert_eq!(drag("Price", 0.25), "75,000");
    window.assert_has("3 changes");
    window.settle();
}

#[test]
fn up_and_down_a_drag_selects_cells_in_a_what_if_and_a_click_selects_one() {
    let (mut window, _) = started();
    let from = cell_at(&window, "Warranty", "TCL");
    window.drag(from, cell_at(&window, "Delivery and installation", "TCL"));
    assert_eq!(window.copy(), "5\nNext day\n");
    window.select("Price", "TCL");
    assert_eq!(window.copy(), "2800\n");
    window.assert_has("no change yet");
}

#[test]
fn outside_a_what_if_the_same_drag_selects_cells() {
    let mut window = Window::first();
    let real = window.workbook().clone();
    let from = cell_at(&window, "Price", "SHARP");
    let to = cell_at(&window, "Price", "TCL");
    window.drag(from, to);
    assert_eq!(window.copy(), "2800\t4400\n");
    assert_eq!((window.workbook().comparisons.as_slice(), window.steps()), (real.comparisons.as_slice(), 0));
    let slides = |window: &Window| window.labels().iter().any(|label| label == "Try another λ");
    assert!(!slides(&window));
    window.click("What if");
    assert!(slides(&window));
}

#[test]
fn lambda_is_dragged_by_its_letter_and_moved_by_arrows() {
    let (mut window, real) = started();
    let letter = window.control_of(Role::Slider, "Try another λ").rect().center();
    window.drag_without_end(letter, letter + vec2(60.0, 0.0));
    window.assert_has("1 change");
    assert_ne!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.release(letter + vec2(60.0, 0.0));
    assert_eq!(window.undo_label(), "Undo “Set λ”");
    let emphasis = |window: &Window| window.control_of(Role::Slider, "Try another λ").accesskit_node().numeric_value();
    assert_eq!(emphasis(&window), Some(1.6));
    window.control_of(Role::Slider, "Try another λ").focus();
    window.run();
    window.key(Key::ArrowLeft);
    assert_eq!(emphasis(&window), Some(1.55));
    window.drag(letter, letter - vec2(400.0, 0.0));
    assert_eq!(emphasis(&window), Some(0.0));
    assert_eq!(window.workbook().comparisons, real.comparisons);
    window.settle();
}

#[test]
fn the_bar_reads_in_chinese_and_by_keyboard() {
    let mut window = Window::open(&Home::new(Lang::Zh));
    window.keys(CTRL_SHIFT, Key::W);
    window.assert_has("这里的改动不影响实际情形。");
    window.menu(&["分析", "假设"]);
    window.assert_lacks("这里的改动不影响实际情形。");
}

#[test]
fn a_duplicate_has_variants_of_its_own() {
    let (mut window, _) = started();
    window.type_level("Price", "SHARP", "3000");
    keep(&mut window, "Keep as variant…", "Cheaper", "");
    let first = window.comparisons()[0].clone();
    window.menu_of(&first);
    window.click_entry("Duplicate");
    let workbook = window.workbook();
    let with: Vec<_> = workbook.comparisons.iter().filter(|c| !c.variants.is_empty()).collect();
    assert_eq!(with.len(), 2);
    assert_ne!(with[0].variants[0].id, with[1].variants[0].id);
    for comparison in with {
        let Difference::Level { offer, .. } = comparison.variants[0].differences[0] else { panic!("a level") };
        assert!(comparison.offer(offer).is_some());
    }
    window.settle();
}

/// The phone has a yearly cost: how many years it counts can be dragged in the bar of the what-if.
#[test]
fn the_years_of_ownership_are_tried_by_dragging() {
    let mut window = Window::first();
    window.show("A mobile phone at the supermarket");
    window.click("What if");
    let real = window.workbook().clone();
    let before = window.cdvs();
    let at = window.control("Years of ownership").rect().center();
    window.drag_without_end(at, at + vec2(90.0, 0.0));
    assert_ne!(window.cdvs(), before, "the drag shows at once");
    window.release(at + vec2(90.0, 0.0));
    window.assert_has("1 change");
    assert_eq!(window.workbook().comparisons, real.comparisons, "the real case stays");
    assert_eq!(window.undo_label(), "Undo “Set money terms”");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs(), before);
    window.assert_has("no change yet");
}

/// A workbook that can only be read: a what-if that was begun is neither lost without a word, nor kept by nobody.
#[test]
fn an_unfinished_what_if_on_a_read_only_workbook_is_asked_about_and_goes_into_a_copy() {
    const NEW: &str = "Path of the new file (.worth)";
    let window = Window::first();
    let home = window.close();
    let mut only_read = std::fs::metadata(home.workbook()).unwrap().permissions();
    only_read.set_readonly(true);
    std::fs::set_permissions(home.workbook(), only_read).unwrap();
    let ask_to_close = |window: &mut Window| {
        let viewport = window.ui.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        window.ui.step();
        window.run();
    };
    let mut window = Window::open(&home);
    window.click("What if");
    ask_to_close(&mut window);
    window.assert_lacks("Not everything is saved");
    window.click("What if");
    window.type_level("Price", "SHARP", "3000");
    // Another workbook does not push it away.
    let other = home.path("other.worth");
    window.menu(&["File", "New workbook…"]);
    window.type_path(NEW, &other);
    window.assert_part("This workbook is not saved");
    assert!(!other.exists());
    ask_to_close(&mut window);
    window.assert_has("Not everything is saved");
    window.click("Keep editing");
    window.click("Save a copy…");
    let copy = home.path("copy.worth");
    window.type_path(NEW, &copy);
    window.wait_for("the copy", |w| w.has(&format!("Written: {}", copy.display())));
    let mut copied = Window::sized(&home, Some(copy), ui_support::SIZE);
    copied.click_of(Role::ListItem, "Variant What if (unfinished)");
    assert!(copied.level("Price", "SHARP").starts_with("3,000"));
}

/// The window may be asked to close and draw once more: then it shows the real case, whatever the what-if had added.
#[test]
fn closing_keeps_the_what_if_and_shows_the_real_case() {
    for command in ["+ Add offer", "Delete"] {
        let (mut window, real) = started();
        if command == "Delete" {
            let at = window.control(&window.card("SHARP")).rect().left_top() + vec2(40.0, 8.0);
            window.menu_at(at);
            window.click_entry(command);
        } else {
            window.click(command);
        }
        window.assert_has("1 change");
        let viewport = window.ui.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        window.ui.step();
        window.run();
        assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"], "{command}");
        let now = window.workbook().comparisons[0].clone();
        assert_eq!(now.offers, real.comparisons[0].offers);
        assert_eq!(now.variants.len(), 1);
    }
}
