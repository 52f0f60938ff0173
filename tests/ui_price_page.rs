//! The page “What-if price”: the lines, the ties in the table, and the price moved by pointer, keys and typing.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, vec2};
use ui_support::{CTRL, Home, Window};
use worthwhile::model::{Lang, Level};

const TITLE: &str = "CDV against the price of TCL";
const DRAG: &str = "Drag the price of TCL";

fn page(mut window: Window) -> Window {
    window.keys(CTRL, Key::Num2);
    window
}

/// The price of the first offer in minor units.
fn price(window: &Window) -> i64 {
    let comparison = window.comparison();
    match comparison.offers[0].levels[&comparison.header.price.unwrap()] {
        Level::Money(minor) => minor,
        level => panic!("{level:?} is no amount"),
    }
}

fn as_table(window: &mut Window, title: &str) {
    window.click(&format!("Menu of “{title}”"));
    window.click_entry("Show as table");
}

/// What “Copy data” of a figure puts on the clipboard.
fn copy_data(window: &mut Window, title: &str) -> String {
    window.click(&format!("Menu of “{title}”"));
    window.control("Copy data").click();
    for _ in 0..5 {
        window.ui.step();
        if let Some(copied) = window.copied() {
            return copied;
        }
    }
    panic!("nothing was copied");
}

#[test]
fn the_price_at_which_it_ties_is_in_the_sentence_and_in_the_table() {
    let mut window = Window::first();
    window.click_of(Role::Tab, "What-if price");
    window.assert_has(TITLE);
    window.assert_has("TCL delivers the most up to a price of ¥3,219.");
    as_table(&mut window, TITLE);
    for cell in ["Rival", "Ties at a price of", "Haier", "¥3,219", "+¥419", "¥3,392", "¥4,018"] {
        window.assert_has(cell);
    }
    let copied = copy_data(&mut window, TITLE);
    assert!(copied.starts_with("Price of TCL\tTCL\tSHARP\tHaier\tChanghong\n"), "{copied}");
    // Bends of the scale, ties, today and the ends of the picture; where two tie their figures are the same.
    let tie = copied.lines().find(|line| line.starts_with("3219.")).expect("the tie with Haier");
    let figures: Vec<&str> = tie.split('\t').collect();
    assert_eq!(figures[1], figures[3]);
}

#[test]
fn a_drag_of_the_price_is_one_edit() {
    let mut window = page(Window::first());
    assert_eq!(price(&window), 280_000);
    let grip = window.control_of(Role::Slider, DRAG).rect();
    let from = Pos2::new(grip.center().x, grip.bottom() - 20.0);
    window.drag_without_end(from, from + vec2(60.0, 0.0));
    let shown = price(&window);
    assert!(shown > 300_000, "the price follows the pointer: {shown}");
    assert_eq!(window.steps(), 0, "nothing is kept yet");
    let title = window.control_of(Role::Slider, DRAG).rect().center().x;
    assert!((title - from.x - 60.0).abs() < 3.0, "the line is under the pointer");
    window.release(from + vec2(60.0, 0.0));
    assert_eq!((window.steps(), price(&window)), (1, shown));
    window.assert_has("Undo “Set Price”");
    window.keys(CTRL, Key::Z);
    assert_eq!(price(&window), 280_000);
    window.drag_without_end(from, from + vec2(60.0, 0.0));
    window.key(Key::Escape);
    window.release(from + vec2(60.0, 0.0));
    assert_eq!((window.steps(), price(&window)), (0, 280_000), "given up");
    window.settle();
}

#[test]
fn arrow_keys_and_typing_move_the_price() {
    let mut window = page(Window::first());
    window.control(DRAG).focus();
    window.run();
    window.key(Key::ArrowRight);
    let step = price(&window) - 280_000;
    assert!(step > 0 && step % 100 == 0, "a round step: {step}");
    window.key(Key::ArrowLeft);
    window.keys(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(price(&window), 280_000 - 10 * step);
    assert_eq!(window.steps(), 3);
    window.retype("Price of TCL", "3500");
    window.key(Key::Enter);
    assert_eq!(price(&window), 350_000);
    assert_eq!(window.ranks(), [3, 2, 1, 4], "Haier leads from ¥3,219, SHARP from ¥3,392");
    window.assert_has("TCL delivers the most up to a price of ¥3,219.");
    for (text, why) in [("cheap", "is not a number"), ("1.005", "“1.005” is not a price in this currency")] {
        window.retype("Price of TCL", text);
        window.key(Key::Enter);
        window.assert_part(why);
        assert_eq!(price(&window), 350_000);
    }
    window.retype("Price of TCL", "9");
    window.key(Key::Escape);
    assert_eq!(price(&window), 350_000);
    window.settle();
}

#[test]
fn another_offer_can_be_asked_about() {
    let mut window = page(Window::first());
    window.click("Offer whose price varies");
    window.click_entry("SHARP");
    window.assert_has("CDV against the price of SHARP");
    window.assert_has("SHARP delivers the most up to a price of ¥3,808.");
    assert!(window.has_control("Drag the price of SHARP"));
}

#[test]
fn it_speaks_chinese_and_switches_at_once() {
    let mut window = page(Window::open(&Home::new(Lang::Zh)));
    window.assert_has("让渡价值随 TCL 价格的变化");
    window.assert_has("价格不超过 ¥3,219 时，TCL 的让渡价值最高。");
    window.click("EN");
    window.assert_has(TITLE);
}

#[test]
fn both_accounts_and_what_cannot_be_drawn() {
    let mut window = page(Window::first());
    window.show("The tractor");
    window.assert_part("delivers the most up to a price of $110,000.");
    // No price: the page says how to get one, also where a table was asked for.
    window.show("LED televisions");
    as_table(&mut window, TITLE);
    window.menu_of("Price");
    window.click_entry("Delete");
    window.assert_part("This comparison has no price");
    window.keys(CTRL, Key::Z);
    assert!(window.has("¥3,219"));
    delete_offers(&mut window, 1);
    window.assert_has("Only TCL is complete: with a second offer, this shows the prices at which they tie.");
    delete_offers(&mut window, 0);
    window.assert_has("No offer is complete yet");
}

fn delete_offers(window: &mut Window, keep: usize) {
    while window.offers().len() > keep {
        let offer = window.offers().pop().unwrap();
        let at = window.control(&window.card(&offer)).rect().left_top() + vec2(40.0, 8.0);
        window.menu_at(at);
        window.click_entry("Delete");
    }
}
