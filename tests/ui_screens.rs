//! Every example, menu and dialog in both languages: words instead of keys, and a name for every control.

mod ui_support;

use std::collections::BTreeSet;

use egui::Key;
use egui::accesskit::{Action, Role};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Window, name};
use worthwhile::board::Picture;
use worthwhile::model::{Dimension, Lang};
use worthwhile::ui::dialogs::{ComparisonForm, CriterionForm, DimensionForm, NoteForm, OfferForm};
use worthwhile::ui::view::{Dialog, PathPurpose};
use worthwhile::words::{Words, sources};

/// First words of all message keys: “menu”, “edit”, “dialog”…
fn beginnings() -> BTreeSet<&'static str> {
    let lines = sources(Lang::En).iter().copied().flat_map(str::lines);
    let keys = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|line| line.split(['-', ' ']).next()).collect()
}

/// Parts of a text that look like a message's key.
fn keys_in<'a>(text: &'a str, beginnings: &BTreeSet<&str>) -> Vec<&'a str> {
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let looks_so = |word: &&str| {
        let mut parts = word.split('-');
        parts.clone().count() > 1
            && parts.clone().all(|p| !p.is_empty())
            && beginnings.contains(parts.next().unwrap_or(""))
    };
    text.split(|c| !is_word(c)).filter(looks_so).collect()
}

/// Words of the English that a screen may say although they look like keys.
const NO_KEYS: [&str; 1] = ["on-site"];

#[track_caller]
fn check(window: &mut Window, what: &str) {
    window.run();
    window.ui.check_accessibility();
    let beginnings = beginnings();
    for label in window.labels() {
        let keys: Vec<&str> = keys_in(&label, &beginnings).into_iter().filter(|k| !NO_KEYS.contains(k)).collect();
        assert!(keys.is_empty(), "{what}: “{label}” shows {keys:?}");
        for odd in ["{ $", "{$", "\u{2068}", "NaN", "-0.0"] {
            assert!(!label.contains(odd), "{what}: “{label}” holds “{odd}”");
        }
    }
    let nameless = |node: &egui_kittest::Node<'_>| {
        let inner = node.accesskit_node();
        let acts = inner.data().supports_action(Action::Click) || inner.data().supports_action(Action::Focus);
        let silent = matches!(
            inner.role(),
            Role::Label
                | Role::Window
                | Role::GenericContainer
                | Role::ScrollView
                | Role::ScrollBar
                | Role::Unknown
                | Role::Splitter
        );
        acts && !silent && inner.role() != Role::TextRun && name(node).is_none()
    };
    let found = window.ui.root().children_recursive().find(nameless);
    let found = found.map(|n| (n.accesskit_node().role(), n.accesskit_node().raw_bounds()));
    assert!(found.is_none(), "{what}: without a name: {found:?}");
}

fn in_language(lang: Lang) -> Window {
    let mut window = Window::first();
    if lang == Lang::Zh {
        window.click("中文");
    }
    window
}

#[test]
fn a_key_is_recognised() {
    let beginnings = beginnings();
    assert_eq!(keys_in("See menu-file: edit-set-price now", &beginnings), ["menu-file", "edit-set-price"]);
    assert!(keys_in("after-sales, Wi-Fi, well-mannered, 1-2", &beginnings).is_empty());
}

#[test]
fn every_example_in_both_languages() {
    for lang in Lang::ALL {
        let mut window = in_language(lang);
        let names: Vec<String> =
            window.workbook().comparisons.iter().map(|c| c.header.name.get(lang).to_owned()).collect();
        for example in names {
            window.show(&example);
            check(&mut window, &format!("{example} in {lang:?}"));
            assert!(window.ranks().iter().all(|rank| *rank > 0), "{example} is complete");
            window.ui.state_mut().view_mut().tables.insert(worthwhile::board::Picture::Compare);
            window.ui.state_mut().view_mut().tables.insert(worthwhile::board::Picture::Bridge);
            window.ui.state_mut().view_mut().pages.compare.by_criterion = true;
            check(&mut window, &format!("tables of {example} in {lang:?}"));
        }
    }
}

#[test]
fn every_menu_of_the_bar() {
    for lang in Lang::ALL {
        let mut window = in_language(lang);
        let words = Words::new(lang);
        for menu in ["menu-file", "menu-edit", "menu-view", "menu-analyse", "menu-help"] {
            window.click(&words.t(menu));
            check(&mut window, menu);
            window.key(Key::Escape);
        }
        for submenu in ["menu-open-recent", "menu-restore-examples"] {
            window.menu(&[&words.t("menu-file"), &words.t(submenu)]);
            check(&mut window, submenu);
            window.key(Key::Escape);
            window.key(Key::Escape);
        }
        let bars = words.with("menu-of-figure", &[("title", &words.t("chart-compare"))]);
        let winner = ["Why TCL beats Haier (points)", "TCL 为什么胜过海尔（分）"][usize::from(lang == Lang::Zh)];
        let bridge = words.with("menu-of-figure", &[("title", winner)]);
        for menu in [bars, bridge] {
            window.click(&menu);
            check(&mut window, &menu);
            window.key(Key::Escape);
        }
    }
}

#[test]
fn every_menu_of_a_thing() {
    let cells = [
        "Price, SHARP: 4,400",
        "Delivery and installation, TCL: Next day",
        "Price",
        "Warranty",
        "Product, unfolded",
        "Monetary, unfolded",
        "Coffee",
        "LED televisions",
    ];
    let mut window = Window::first();
    for label in cells {
        let before = window.labels().len();
        window.menu_of(label);
        assert!(window.labels().len() > before, "{label} has no menu");
        check(&mut window, label);
        window.key(Key::Escape);
    }
}

#[test]
fn shift_and_f10_open_the_menu_of_the_selected_cell() {
    let mut window = Window::first();
    window.select("Price", "SHARP");
    window.keys(egui::Modifiers::SHIFT, Key::F10);
    window.click_entry("Note…");
    window.assert_has("Price, SHARP");
}

#[test]
fn commands_of_the_help_menu_open_their_pages() {
    let mut window = Window::first();
    for (entry, says) in [
        ("The theory on one page", "Customer delivered value"),
        ("Keyboard shortcuts", "Undo"),
        ("About Worthwhile", "Licence: MIT or Apache-2.0, at your option"),
    ] {
        window.menu(&["Help", entry]);
        window.assert_has(says);
        assert!(window.is_focused("Close"));
        window.key(Key::Enter);
        assert_eq!(window.ui.state_mut().view_mut().dialog, None);
    }
    window.key(Key::F1);
    window.assert_part("TCV = Σ g · v");
    window.key(Key::Escape);
    window.keys(CTRL, Key::Slash);
    window.assert_has("Keyboard shortcuts");
}

/// One of every dialog about a comparison.
fn dialogs(window: &Window, lang: Lang) -> Vec<Dialog> {
    let comparison = window.comparison();
    let (offer, criterion) = (comparison.offers[0].id, comparison.criteria[0].id);
    let mut dialogs = vec![
        Dialog::Comparison(ComparisonForm::of(comparison)),
        Dialog::Offer(OfferForm::of(comparison, offer)),
        Dialog::Note(NoteForm::of(comparison, offer, criterion)),
        Dialog::Message { title: "Title".to_owned(), lines: vec!["One".to_owned()] },
        Dialog::Theory,
        Dialog::Shortcuts,
        Dialog::About,
    ];
    dialogs.extend(comparison.criteria.iter().map(|c| Dialog::Criterion(CriterionForm::edit(comparison, c.id, lang))));
    for dimension in Dimension::ALL {
        dialogs.push(Dialog::Dimension(DimensionForm::of(comparison, dimension)));
        dialogs.push(Dialog::Criterion(CriterionForm::add(comparison, dimension, lang, usize::MAX)));
    }
    let purposes = [
        PathPurpose::Open,
        PathPurpose::New,
        PathPurpose::SaveCopy,
        PathPurpose::Export,
        PathPurpose::Import,
        PathPurpose::Picture(Picture::Compare),
    ];
    dialogs.extend(purposes.map(|purpose| Dialog::Path { purpose, text: String::new(), why: String::new() }));
    dialogs
}

#[test]
fn every_dialog_in_both_languages() {
    for lang in Lang::ALL {
        let mut window = in_language(lang);
        for example in ["LED televisions", "The tractor"] {
            let text = window.workbook().comparisons.iter().find(|c| c.header.name.get(Lang::En) == example).unwrap();
            let shown = text.header.name.get(lang).to_owned();
            window.show(&shown);
            for dialog in dialogs(&window, lang) {
                let what = format!("{dialog:?} in {lang:?}").chars().take(90).collect::<String>();
                window.ui.state_mut().view_mut().dialog = Some(dialog);
                check(&mut window, &what);
                window.key(Key::Escape);
                assert_eq!(window.ui.state_mut().view_mut().dialog, None, "{what}");
            }
        }
        assert_eq!(window.steps(), 0);
    }
}

#[test]
fn every_working_and_every_claim_in_chinese_has_no_english_key() {
    let mut window = in_language(Lang::Zh);
    let names: Vec<String> =
        window.workbook().comparisons.iter().map(|c| c.header.name.get(Lang::Zh).to_owned()).collect();
    for example in names {
        window.show(&example);
        let comparison = window.comparison();
        let offer = comparison.offers[0].id;
        let leaf = worthwhile::model::leaf_of(&comparison.criteria[0]);
        for question in [
            worthwhile::value::Question::Delivered,
            worthwhile::value::Question::Ratio,
            worthwhile::value::Question::Leaf(leaf),
            worthwhile::value::Question::Dimension(Dimension::Monetary),
        ] {
            window.ui.state_mut().view_mut().working = Some((offer, question));
            check(&mut window, &format!("{example}, {question:?}"));
        }
    }
}
