//! The page “Scale”: control points by pointer, keys and typing, shapes, mid-value questions, named levels, ratings.

#![expect(clippy::float_cmp, reason = "points on a grid are what they say")]

mod ui_support;

use egui::{Event, Key, Modifiers, Pos2, Vec2, pos2, vec2};
use ui_support::{CTRL, CTRL_SHIFT, Home, Window};
use worthwhile::model::{Beyond, Curve, Lang, Scale};
use worthwhile::ui::pages::Page;

const TITLE: &str = "Scale of Warranty";
const EXACT: f64 = 1e-9;
/// High enough for the whole page.
const SIZE: Vec2 = vec2(1440.0, 1300.0);

/// The page on a criterion, by the menu of its row, in a window that is high enough for all of it.
fn page(criterion: &str) -> Window {
    let mut window = Window::sized(&Home::new(Lang::En), None, SIZE);
    show(&mut window, criterion);
    window
}

fn show(window: &mut Window, criterion: &str) {
    window.menu_of(criterion);
    window.click_entry("Scale on its page");
}

fn scale<'a>(window: &'a Window, criterion: &str) -> &'a Scale {
    &window.comparison().criteria.iter().find(|c| c.name.get(Lang::En) == criterion).expect("a criterion").scale
}

fn curve(window: &Window) -> Curve {
    match scale(window, "Warranty") {
        Scale::Measure { curve, .. } => curve.clone(),
        other => panic!("{other:?}"),
    }
}

fn points(window: &Window) -> Vec<[f64; 2]> {
    curve(window).points().to_vec()
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    window.retype(label, text);
    window.key(Key::Enter);
}

fn choose(window: &mut Window, criterion: &str) {
    window.click("Criterion whose scale is shown");
    let name = format!("    {criterion}");
    window.click_entry(&name);
}

#[test]
fn the_menu_of_a_row_shows_its_scale_and_undo_takes_typing_back() {
    let mut window = page("Warranty");
    window.assert_has(TITLE);
    window.assert_has("The anchors are 0 years and 6 years. Beyond them the scale goes on straight.");
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    // 5 of 10 years: 50 points instead of 83.3, of which the warranty has 25 % · 60 %, by hand 38.1 − 5.0.
    type_into(&mut window, "Level of point 2", "10");
    assert_eq!(points(&window), [[0.0, 0.0], [10.0, 100.0]]);
    assert_eq!(window.cdvs()[0], "+33.1");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs()[0], "+38.1");
    type_into(&mut window, "Points of point 2", "101");
    window.assert_part("between 0 and 100");
    type_into(&mut window, "Level of point 2", "0");
    window.assert_part("Two control points");
    type_into(&mut window, "Level of point 2", "ten");
    window.assert_part("is not a number");
    window.retype("Points of point 2", "5");
    window.key(Key::Escape);
    assert_eq!((points(&window).len(), window.steps()), (2, 0));
    window.settle();
}

#[test]
fn a_drag_shows_its_effect_at_once_and_is_one_step() {
    let mut window = page("Warranty");
    window.click("+ Add a point");
    assert_eq!(points(&window), [[0.0, 0.0], [3.0, 50.0], [6.0, 100.0]]);
    assert_eq!(window.cdvs()[0], "+38.1", "on the line it changes nothing");
    let grip = window.control("Drag point 2").rect().center();
    // Straight up, but for a pixel: the level stays.
    window.drag_without_end(grip, grip + vec2(1.0, -60.0));
    let [x, y] = points(&window)[1];
    assert!(x == 3.0 && y > 70.0, "{x}, {y}");
    let live = window.cdvs();
    assert_ne!(live[0], "+38.1");
    assert_eq!(window.steps(), 1, "nothing of the drag is kept yet");
    window.assert_part("+");
    // Past its neighbour: it stays before it.
    window.drag_on(grip + vec2(900.0, -60.0));
    assert!((5.5..6.0).contains(&points(&window)[1][0]), "{:?}", points(&window));
    window.drag_on(grip + vec2(0.0, -60.0));
    window.release(grip + vec2(0.0, -60.0));
    assert_eq!((window.steps(), window.cdvs()), (2, live));
    window.keys(CTRL, Key::Z);
    assert_eq!(points(&window)[1], [3.0, 50.0]);
    window.drag_without_end(grip, grip + vec2(40.0, -60.0));
    window.key(Key::Escape);
    window.release(grip + vec2(40.0, -60.0));
    assert_eq!((points(&window)[1], window.steps()), ([3.0, 50.0], 1), "given up");
    window.settle();
}

#[test]
fn arrow_keys_move_a_point_and_delete_takes_it_out() {
    let mut window = page("Warranty");
    window.click("+ Add a point");
    window.control("Drag point 2").focus();
    window.run();
    window.key(Key::ArrowUp);
    window.keys(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(points(&window)[1], [3.0, 61.0]);
    window.key(Key::ArrowRight);
    let x = points(&window)[1][0];
    assert!(x > 3.0 && x < 3.2, "{x}");
    window.key(Key::Delete);
    assert_eq!(points(&window), [[0.0, 0.0], [6.0, 100.0]]);
    window.keys(CTRL, Key::Z);
    assert_eq!(points(&window)[1], [x, 61.0]);
    window.click("Remove point 2");
    assert_eq!(points(&window).len(), 2);
    assert!(!window.is_enabled("Remove point 1"), "two points are the least");
    window.settle();
}

#[test]
fn a_double_click_adds_a_point_where_it_changes_nothing() {
    let mut window = page("Warranty");
    let [low, high] = ["Drag point 1", "Drag point 2"].map(|label| window.control(label).rect().center());
    window.double_click_at(low.lerp(high, 0.25) + vec2(0.0, -30.0));
    let points = points(&window);
    assert_eq!(points.len(), 3);
    assert!(
        (points[1][0] - 1.5).abs() < 0.1 && (points[1][1] - points[1][0] / 6.0 * 100.0).abs() < EXACT,
        "{points:?}"
    );
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.double_click_at(pos2(low.x, low.y));
    assert_eq!(window.steps(), 1, "a handle is no place for another point");
}

#[test]
fn shapes_keep_the_anchors() {
    let mut window = page("Warranty");
    window.click("Shape");
    window.click_entry("Diminishing");
    assert_eq!(points(&window), [[0.0, 0.0], [1.5, 47.5], [3.0, 75.0], [4.5, 90.8], [6.0, 100.0]]);
    window.click("Shape");
    window.click_entry("Target in the middle");
    assert_eq!(points(&window), [[0.0, 0.0], [3.0, 100.0], [6.0, 0.0]]);
    window.click("Flat beyond the anchors");
    assert_eq!(curve(&window).beyond(), Beyond::Flat);
    window.assert_has("The anchors are 0 years and 6 years. Beyond them the scale stays flat.");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(points(&window).len(), 5);
    type_into(&mut window, "Points of point 2", "48");
    for shape in ["Linear, falling", "Increasing", "Threshold", "Linear, rising"] {
        window.click("Shape");
        window.click_entry(shape);
        assert_eq!(curve(&window).anchors(), (0.0, 6.0), "{shape}");
    }
    assert_eq!(points(&window), [[0.0, 0.0], [6.0, 100.0]]);
    window.settle();
}

#[test]
fn mid_value_questions_by_typing_slider_and_keys() {
    let mut window = page("Warranty");
    window.click("Mid-value questions");
    window.assert_has("Which level of Warranty is worth half of the step from 0 years to 6 years?");
    type_into(&mut window, "Level that is half the way", "9");
    window.assert_part("The answer lies between 0 years and 6 years.");
    type_into(&mut window, "Level that is half the way", "2");
    assert_eq!(points(&window), [[0.0, 0.0], [2.0, 50.0], [6.0, 100.0]]);
    window.assert_has("Which level of Warranty is worth half of the step from 0 years to 2 years?");
    window.assert_has("So far: the first steps do more than the later ones.");
    // By the slider and the button, with the keyboard alone: one step of it to the right of 1.
    window.control("Slider of the answer").focus();
    window.run();
    window.key(Key::ArrowRight);
    window.control("That one").focus();
    window.run();
    window.key(Key::Enter);
    let quarter = points(&window)[1];
    assert!(quarter[0] > 1.0 && quarter[0] < 1.2 && quarter[1] == 25.0, "{quarter:?}");
    window.assert_has("Which level of Warranty is worth half of the step from 2 years to 6 years?");
    type_into(&mut window, "Level that is half the way", "3.5");
    assert_eq!((points(&window).len(), window.steps()), (5, 3), "every answer is a step");
    // Below the half it bends up, above it down.
    window.assert_part("bend in opposite ways");
    window.click("¼");
    type_into(&mut window, "Level that is half the way", "0.75");
    assert_eq!(points(&window)[1], [0.75, 25.0]);
    window.assert_has("Check: the steps 0.75 → 2 and 2 → 3.5 should matter alike to you. If not, change an answer.");
    window.keys(CTRL, Key::Z);
    assert_eq!(points(&window)[1], quarter);
    window.click("Stop");
    window.assert_lacks("Which level of Warranty");
    window.settle();
}

#[test]
fn questions_need_two_anchors_that_differ() {
    let mut window = page("Warranty");
    window.click("Shape");
    window.click_entry("Target in the middle");
    window.click("Mid-value questions");
    window.assert_part("Both anchors give the same");
    type_into(&mut window, "Points of point 3", "100");
    type_into(&mut window, "Points of point 1", "100");
    type_into(&mut window, "Points of point 2", "100");
    window.click("Shape");
    assert!(!window.is_enabled("Diminishing"), "flat: there is nothing to shape");
    window.assert_lacks("NaN");
}

#[test]
fn money_never_falls_and_takes_whole_coins() {
    let mut window = page("Price");
    window.assert_has("Scale of Price");
    let money = |window: &Window| window.comparison().header.ownership.curve.points().to_vec();
    let before = money(&window);
    assert_eq!(before, [[200_000.0, 0.0], [500_000.0, 100.0]], "2,000 to 5,000 yuan");
    window.click("Shape");
    window.assert_lacks("Linear, falling");
    window.assert_lacks("Target");
    window.click_entry("Threshold");
    assert_eq!(money(&window)[1..3], [[320_000.0, 0.0], [380_000.0, 100.0]]);
    type_into(&mut window, "Points of point 2", "50");
    type_into(&mut window, "Points of point 3", "40");
    window.assert_part("must not fall");
    type_into(&mut window, "Level of point 2", "3200.005");
    window.assert_part("2 decimal");
    let grip = window.control("Drag point 2").rect().center();
    window.drag(grip, grip + vec2(0.0, 400.0));
    assert_eq!(money(&window)[1][1], 0.0, "not below its left neighbour");
    window.click("Mid-value questions");
    window.assert_has(
        "At which level of Price is half of the burden reached that the step from ¥2,000 to ¥5,000 brings?",
    );
    type_into(&mut window, "Level that is half the way", "3000");
    assert_eq!(money(&window)[1], [300_000.0, 50.0]);
    window.settle();
}

#[test]
fn named_levels_move_by_hand_and_keep_their_order() {
    let mut window = page("Delivery and installation");
    let levels = |window: &Window| match scale(window, "Delivery and installation") {
        Scale::Category { levels, .. } => {
            levels.iter().map(|l| (l.name.get(Lang::En).to_owned(), l.points)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let before = levels(&window);
    window.control("Drag Next day").focus();
    window.run();
    window.key(Key::ArrowUp);
    window.keys(Modifiers::SHIFT, Key::ArrowDown);
    let at = before.iter().position(|(name, _)| name == "Next day").unwrap();
    assert_eq!(levels(&window)[at].1, before[at].1 - 9.0);
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    let grip = window.control("Drag In 3 days").rect().center();
    window.drag_without_end(grip, Pos2::new(grip.x, grip.y - 500.0));
    let top = before.iter().position(|(name, _)| name == "In 3 days").unwrap();
    assert_eq!((levels(&window)[top].1, window.steps()), (100.0, 0));
    assert_ne!(window.cdvs()[3], "+13.7", "live");
    window.release(Pos2::new(grip.x, grip.y - 500.0));
    assert_eq!(window.steps(), 1);
    type_into(&mut window, "Points of In 3 days", "12.5");
    type_into(&mut window, "Points of In 3 days", "-1");
    window.assert_part("between 0 and 100");
    let after = levels(&window);
    assert_eq!(after[top].1, 12.5);
    let names = |levels: &[(String, f64)]| levels.iter().map(|l| l.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before));
    window.settle();
}

#[test]
fn a_rating_shows_its_words_and_takes_bounds() {
    let mut window = page("Picture and panel");
    window.assert_has("Highest mark · brilliant");
    type_into(&mut window, "Highest mark", "12");
    assert!(matches!(scale(&window, "Picture and panel"), Scale::Rating { high: 12.0, .. }));
    type_into(&mut window, "Highest mark", "6");
    window.assert_has("These bounds leave out the marks of SHARP and Haier: change those first.");
    type_into(&mut window, "Lowest mark", "12");
    window.assert_part("below");
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert!(matches!(scale(&window, "Picture and panel"), Scale::Rating { low: 1.0, high: 10.0, .. }));
    assert_eq!(window.steps(), 0);
}

#[test]
fn it_is_a_table_and_data_too() {
    let mut window = page("Warranty");
    window.click(&format!("Menu of “{TITLE}”"));
    window.click_entry("Show as table");
    for cell in ["What", "First anchor", "0 years", "Last anchor", "SHARP", "5 years", "83.3"] {
        window.assert_has(cell);
    }
    window.click(&format!("Menu of “{TITLE}”"));
    let copied = window.copied_by("Copy data");
    assert!(
        copied.starts_with(
            "What\tWarranty (years)\tPoints\nFirst anchor\t0\t0\nLast anchor\t6\t100\nTCL\t5\t83.33333333333"
        ),
        "{copied}"
    );
    assert!(copied.trim_end().ends_with("Changhong\t6\t100"), "{copied}");
}

#[test]
fn a_money_account_scales_in_money() {
    let mut window = page("Warranty");
    window.show("The tractor");
    window.keys(CTRL_SHIFT, Page::Scale.shortcut().logical_key);
    window.assert_part("Scale of ");
    // 14 years instead of 10 are worth 7,000 dollars, on a straight line through both.
    choose(&mut window, "Durability (service life)");
    window.assert_has("Amount of point 2");
    assert_eq!(window.cdvs()[0], "+10,000");
    let amounts = |window: &Window| match scale(window, "Durability (service life)") {
        Scale::Measure { curve, .. } => curve.clone(),
        other => panic!("{other:?}"),
    };
    let before = amounts(&window);
    let [low, high] = before.y_range();
    window.click("Shape");
    window.click_entry("Increasing");
    assert_eq!((amounts(&window).anchors(), amounts(&window).y_range()), (before.anchors(), [low, high]));
    window.keys(CTRL, Key::Z);
    type_into(&mut window, "Amount of point 2", &(high + 1000.0).to_string());
    assert_eq!(amounts(&window).y_range()[1], high + 1000.0);
    window.control("Drag point 2").focus();
    window.run();
    window.key(Key::ArrowUp);
    assert!(amounts(&window).y_range()[1] > high + 1000.0, "amounts have no end at 100");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(amounts(&window), before);
    choose(&mut window, "Price");
    window.assert_has("In a money account all money counts at face value: it has no scale.");
    window.show("LED televisions");
    window.assert_has(TITLE);
}

/// Scales are everybody's, multipliers each buyer's own: 7,000 dollars by the scale count 10,500 for who takes them
/// one and a half times.
#[test]
fn what_a_buyer_multiplies_is_said_and_stands_in_the_table() {
    const DURABILITY: &str = "Durability (service life)";
    const SAID: &str = "These are the amounts of the scale. For Everyone they count 1.5 times.";
    let mut window = page("Warranty");
    window.show("The tractor");
    window.keys(CTRL_SHIFT, Page::Scale.shortcut().logical_key);
    choose(&mut window, DURABILITY);
    let title = format!("Scale of {DURABILITY}");
    let data = |window: &mut Window| {
        window.click(&format!("Menu of “{title}”"));
        window.copied_by("Copy data")
    };
    let plain = data(&mut window);
    assert!(plain.lines().all(|line| line.split('\t').count() == 3), "{plain}");
    window.keys(CTRL_SHIFT, Page::Buyers.shortcut().logical_key);
    type_into(&mut window, &format!("Multiplier of {DURABILITY}"), "1.5");
    window.keys(CTRL_SHIFT, Page::Scale.shortcut().logical_key);
    window.assert_has(SAID);
    let copied = data(&mut window);
    assert!(copied.lines().next().unwrap().ends_with("\tFor Everyone"), "{copied}");
    assert!(copied.contains("Our tractor\t14\t7000\t10500"), "{copied}");
    window.click(&format!("Menu of “{title}”"));
    window.click_entry("Show as table");
    for cell in ["For Everyone", "$7,000", "$10,500"] {
        window.assert_has(cell);
    }
    window.keys(CTRL, Key::Z);
    window.assert_lacks(SAID);
    window.assert_lacks("For Everyone");
    window.settle();
}

#[test]
fn a_key_opens_it_by_its_place_and_it_speaks_chinese() {
    let mut window = Window::sized(&Home::new(Lang::Zh), None, vec2(1024.0, 700.0));
    // What Ctrl+Shift and a digit send where Shift makes another sign of it.
    for pressed in [true, false] {
        window.ui.event(Event::Key {
            key: Key::Exclamationmark,
            physical_key: Some(Page::Scale.shortcut().logical_key),
            pressed,
            repeat: false,
            modifiers: CTRL_SHIFT,
        });
    }
    window.run();
    window.assert_part("的量表");
    window.click("显示哪个准则的量表");
    window.click_entry("    保修期");
    window.assert_has("保修期的量表");
    window.assert_has("形状");
    window.click("中值提问");
    window.assert_part("价值提高了一半");
    window.click("EN");
    window.assert_has("Mid-value questions");
}

#[test]
fn comparisons_without_criteria_or_offers_are_told_or_drawn() {
    let mut window = page("Warranty");
    while let Some(offer) = window.offers().pop() {
        let at = window.control(&window.card(&offer)).rect().left_top() + vec2(40.0, 8.0);
        window.menu_at(at);
        window.click_entry("Delete");
    }
    window.assert_has(TITLE);
    window.click("+ Add a point");
    assert_eq!(points(&window).len(), 3);
    while let Some(criterion) = window.criteria().first().cloned() {
        window.menu_of(&criterion);
        window.click_entry("Delete");
    }
    window.assert_has("There is no criterion yet: add one, and its scale can be drawn here.");
    window.settle();
}

#[test]
fn named_levels_get_points_from_judgements_in_pairs() {
    let mut window = page("Delivery and installation");
    let points = |window: &Window| match scale(window, "Delivery and installation") {
        Scale::Category { levels, .. } => {
            levels.iter().map(|l| (l.points * 1000.0).round() / 1000.0).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let before = points(&window);
    assert_eq!(before.len(), 3, "same day, next day, in three days");
    window.click("Points from judgements in pairs…");
    window.assert_part("are not compared yet");
    let judge = |window: &mut Window, pair: &str, choice: &str| {
        window.click(pair);
        window.click_entry(choice);
    };
    judge(&mut window, "Same day against Next day", "Same day over Next day: 2 times");
    assert_eq!(points(&window), before, "one judgement says nothing of the third level");
    judge(&mut window, "Next day against In 3 days", "Next day over In 3 days: 2 times");
    // 4 : 2 : 1 of 7.
    assert_eq!(points(&window), [57.143, 28.571, 14.286]);
    window.assert_part("CR ≈ 0.000 as judgements are missing");
    window.click("Stretched to 0…100");
    assert_eq!(points(&window), [100.0, 33.333, 0.0]);
    // 9 where 4 would fit: λmax = 3.0740, CI 0.0370, and CR 0.0712 with Saaty's 0.52; 1/3 contradicts.
    judge(&mut window, "Same day against In 3 days", "Same day over In 3 days: extremely (9)");
    window.assert_part("CR = 0.07");
    judge(&mut window, "Same day against In 3 days", "In 3 days over Same day: moderately (3)");
    window.assert_part("above 0.10");
    // 2, 2 and 1/3: λmax = 1 + 12^⅓ + 12^−⅓ = 3.7262, CI 0.3631; CR by the table of 2005, of 1980, and by one of one's own.
    window.assert_part("CR = 0.698");
    window.click("Random index: Saaty 2005");
    assert!(window.control("Random index of 3 items").rect().width() > 60.0, "numbers are not cut");
    window.click("Use Saaty 1980");
    window.assert_part("CR = 0.626");
    window.keys(CTRL, Key::Z);
    window.assert_part("CR = 0.698");
    type_into(&mut window, "Random index of 3 items", "4");
    window.assert_part("CR = 0.091");
    window.assert_has("Random index: a table of your own");
    let own = |window: &Window| match scale(window, "Delivery and installation") {
        Scale::Category { random_index, .. } => random_index.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((own(&window).len(), own(&window)[0].to_string()), (13, "4".to_owned()));
    window.keys(CTRL, Key::Z);
    assert_eq!(own(&window), [0.0; 0]);
    window.click("Use Saaty 1980");
    window.click("Random index: Saaty 1980");
    window.assert_part("fits worst");
    window.click("Take what fits");
    window.assert_part("consistent enough");
    assert_eq!(window.steps(), 7, "every judgement is a step, and the table");
    window.keys(CTRL, Key::Z);
    window.assert_part("fits worst");
    let shown = points(&window);
    type_into(&mut window, "Points of Next day", "70");
    window.assert_part("The points are not those of the judgements");
    window.click("Take the points of the judgements");
    assert_eq!(points(&window), shown);
    // They are kept with the scale, and its dialog leaves them alone.
    window.settle();
    let mut window = Window::sized(&window.close(), None, SIZE);
    show(&mut window, "Delivery and installation");
    window.click("Points from judgements in pairs…");
    window.assert_has("Same day against Next day");
    assert!(scale(&window, "Delivery and installation").is_judged());
    window.click("Name and scale…");
    window.click("OK");
    assert!(scale(&window, "Delivery and installation").is_judged());
    assert_eq!(own(&window).len(), 13, "the table of 1980");
}

#[test]
fn the_page_goes_along_with_the_row_that_is_selected() {
    let mut window = page("Warranty");
    window.assert_has(TITLE);
    window.select("Features", "TCL");
    window.assert_has("Scale of Features");
    // The one that is asked for by name stays.
    show(&mut window, "Warranty");
    window.assert_has(TITLE);
}
