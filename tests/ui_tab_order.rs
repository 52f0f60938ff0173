//! Tab goes through a page from top to bottom.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;
use ui_support::{Home, Window, name};
use worthwhile::model::Lang;

/// Stops in one row need not be aligned to the pixel.
const ROW: f32 = 6.0;

/// Opens a page by its tab.
type Opens<'a> = &'a dyn Fn(&mut Window, &str);

/// What has the keyboard.
fn focused(window: &Window) -> Option<(String, Role, Rect)> {
    let node = window.ui.root().children_recursive().find(Node::is_focused)?;
    Some((name(&node).unwrap_or_default(), node.accesskit_node().role(), node.rect()))
}

/// Every stop of the page that is open, from its tab to the edge of the panel, without what stands on a chart.
fn stops(window: &mut Window, tab: &str) -> Vec<(String, Rect)> {
    window.control_of(Role::Tab, tab).focus();
    window.run();
    let mut stops = Vec::new();
    for _ in 0..80 {
        window.key(Key::Tab);
        match focused(window) {
            Some((_, Role::Splitter, _)) => return stops,
            Some((name, _, _)) if name.starts_with("Drag") => {}
            Some((name, _, rect)) => stops.push((name, rect)),
            None => panic!("the keyboard is nowhere behind {:?}", stops.last()),
        }
    }
    panic!("no end: {stops:?}");
}

#[test]
fn tab_goes_through_every_new_page_from_top_to_bottom() {
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 2000.0));
    window.click("+ What the buyer expects");
    window.click_of(Role::Tab, "Buyers");
    window.click("+ Loyal buyer");
    let open = |window: &mut Window, tab: &str| window.click_of(Role::Tab, tab);
    let weigh = |window: &mut Window, tab: &str| {
        window.click_of(Role::Tab, tab);
        window.click_of(Role::ComboBox, "How");
        window.click_entry("Points");
        window.click("Start from the weights in force");
    };
    let curve = |window: &mut Window, tab: &str| {
        window.click_of(Role::Tab, tab);
        window.menu_of("Warranty");
        window.click_entry("Scale on its page");
    };
    let pages: [(&str, &str, Opens<'_>); 5] = [
        ("How to weigh", "Points of Image", &weigh),
        ("Scale", "Points of point 2", &curve),
        ("Check the model", "Show Features", &open),
        ("Buyers", "Choice sharpness μ of Loyal buyer", &open),
        ("Satisfaction", "After use: Warranty, TCL", &open),
    ];
    for (tab, stop, open) in pages {
        open(&mut window, tab);
        let stops = stops(&mut window, tab);
        assert!(stops.iter().any(|(name, _)| name.starts_with(stop)), "{tab}: no {stop} among {stops:?}");
        for pair in stops.windows(2) {
            let [before, after] = [pair[0].1, pair[1].1];
            let is_on = after.top() > before.top() - ROW || after.left() >= before.right();
            assert!(is_on, "{tab}: {} stands above {}", pair[1].0, pair[0].0);
        }
    }
}
