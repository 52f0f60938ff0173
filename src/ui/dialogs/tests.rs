use egui::accesskit::Role;
use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::frame::Form as _;
use super::*;
use crate::model::{
    Beyond, Category, CategoryId, Comparison, CriterionId, Curve, Dimension, Edit, Lang, Level, Offer, OfferId, Scale,
    ScaleKind, Text, Workbook, new_comparison,
};
use crate::ui::theme;
use crate::ui::view::PathPurpose;
use crate::words::Words;

struct Stage {
    workbook: Workbook,
    words: Words,
    view: View,
    intents: Vec<Intent>,
}

type Window = Harness<'static, Stage>;

fn window(workbook: Workbook, lang: Lang, dialog: Dialog) -> Window {
    let view = View { dialog: Some(dialog), ..View::default() };
    let stage = Stage { workbook, words: Words::new(lang), view, intents: Vec::new() };
    let builder = Harness::builder().with_size(vec2(1440.0, 900.0)).with_context_setup(theme::install);
    let mut window = builder.build_ui_state(
        |ui, stage: &mut Stage| {
            let Stage { workbook, words, view, intents } = stage;
            let screen = Screen {
                workbook,
                comparison: workbook.comparisons.first(),
                board: None,
                words,
                what_if: None,
                layered: &[],
            };
            dialogs_ui(ui.ctx(), view, screen, intents);
        },
        stage,
    );
    window.run();
    window
}

/// A comparison with a criterion of every kind, all of them with levels.
fn workbook() -> Workbook {
    let mut workbook = Workbook::default();
    let mut comparison = new_comparison(&mut workbook.ids, Text::twin("Televisions", "电视机"));
    let level = |id, en: &str, zh: &str, points| Category::new(CategoryId(id), Text::twin(en, zh), points);
    let unit = Text::twin("years", "年");
    let curve = Curve::new(vec![[0.0, 0.0], [2.0, 40.0], [6.0, 100.0]], Beyond::Flat).unwrap();
    comparison.criteria[1].scale = Scale::Measure { unit, curve };
    comparison.criteria[2].scale =
        Scale::named(vec![level(1, "Same day", "当天", 100.0), level(4, "Later", "以后", 0.0)]);
    let levels = [Level::Number(6.0), Level::Number(5.0), Level::Category(CategoryId(4))];
    let ids: Vec<CriterionId> = comparison.criteria.iter().map(|c| c.id).collect();
    for offer in &mut comparison.offers {
        offer.levels = ids.iter().copied().zip(levels).collect();
    }
    workbook.comparisons.push(comparison);
    workbook
}

fn first(workbook: &Workbook) -> &Comparison {
    &workbook.comparisons[0]
}

fn of_kind(comparison: &Comparison, kind: ScaleKind) -> CriterionId {
    comparison.criteria.iter().find(|c| c.scale.kind() == kind).expect("a criterion of every kind").id
}

fn every_dialog(workbook: &Workbook, lang: Lang) -> Vec<Dialog> {
    let comparison = first(workbook);
    let offer = comparison.offers[0].id;
    let mut dialogs = vec![
        Dialog::Comparison(ComparisonForm::of(comparison)),
        Dialog::Offer(OfferForm::of(comparison, offer)),
        Dialog::Dimension(DimensionForm::of(comparison, Dimension::Time)),
        Dialog::Note(NoteForm::of(comparison, offer, comparison.criteria[0].id)),
        Dialog::Criterion(CriterionForm::add(comparison, Dimension::Monetary, lang, 1)),
        Dialog::Message { title: "Import".to_owned(), lines: vec!["one".to_owned(), "two".to_owned()] },
        Dialog::Theory,
        Dialog::Shortcuts,
        Dialog::About,
    ];
    dialogs.extend(
        ScaleKind::ALL.map(|kind| Dialog::Criterion(CriterionForm::edit(comparison, of_kind(comparison, kind), lang))),
    );
    let purposes = [
        PathPurpose::Open,
        PathPurpose::New,
        PathPurpose::SaveCopy,
        PathPurpose::Export,
        PathPurpose::Import,
        PathPurpose::Picture(crate::board::Picture::Bridge),
    ];
    dialogs.extend(purposes.map(|purpose| Dialog::Path { purpose, text: String::new(), why: String::new() }));
    dialogs
}

fn labels(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]).flatten().collect()
}

fn retype(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.run();
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.run();
}

fn press(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    window.run();
}

fn edits(window: &Window) -> &[Edit] {
    match window.state().intents.as_slice() {
        [Intent::Edits(edits)] => edits,
        other => panic!("{other:?}"),
    }
}

/// Message keys of this module; the other files of messages have tests of their own.
fn is_key(label: &str) -> bool {
    ["dialog-", "scale-", "help-"]
        .iter()
        .any(|prefix| label.starts_with(prefix) || label.contains(&format!(" {prefix}")))
}

#[test]
fn every_dialog_opens_in_both_languages_with_all_its_words() {
    let workbook = workbook();
    for lang in Lang::ALL {
        for dialog in every_dialog(&workbook, lang) {
            // The harness itself fails on inputs without a name and on characters that no font has.
            let window = window(workbook.clone(), lang, dialog.clone());
            let unknown: Vec<String> = labels(&window).into_iter().filter(|label| is_key(label)).collect();
            assert!(unknown.is_empty(), "{lang:?}: {unknown:?}");
            assert!(window.state().view.dialog.is_some());
        }
    }
}

#[test]
fn escape_closes_every_dialog_without_a_wish() {
    let workbook = workbook();
    for dialog in every_dialog(&workbook, Lang::En) {
        let mut window = window(workbook.clone(), Lang::En, dialog.clone());
        window.key_press(egui::Key::Escape);
        window.run();
        assert!(window.state().view.dialog.is_none(), "{dialog:?}");
        assert!(window.state().intents.is_empty());
    }
}

#[test]
fn both_files_of_messages_hold_the_same_keys() {
    let keys = |lang| {
        let lines = crate::words::sources(lang)[1].lines();
        let keys = lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.to_owned());
        keys.collect::<Vec<String>>()
    };
    assert_eq!(keys(Lang::En), keys(Lang::Zh));
    assert!(keys(Lang::En).len() > 100);
}

#[test]
fn a_new_name_is_one_edit_and_keeps_the_other_wording() {
    let workbook = workbook();
    let comparison = first(&workbook).id();
    let form = ComparisonForm::of(first(&workbook));
    let mut window = window(workbook, Lang::Zh, Dialog::Comparison(form));
    assert!(
        window.get_by_role_and_label(Role::TextInput, "名称").is_focused(),
        "the keyboard begins in the first input"
    );
    retype(&mut window, "名称", "彩电");
    press(&mut window, "确定");
    let name = Text::twin("Televisions", "彩电");
    assert_eq!(edits(&window), [Edit::DescribeComparison { comparison, name, note: Text::default() }]);
    assert!(window.state().view.dialog.is_none());
}

#[test]
fn enter_in_an_input_is_the_main_button_and_nothing_changed_is_no_wish() {
    let workbook = workbook();
    let offer: &Offer = &first(&workbook).offers[0];
    let form = OfferForm::of(first(&workbook), offer.id);
    let mut window = window(workbook, Lang::En, Dialog::Offer(form));
    window.key_press(egui::Key::Enter);
    window.run();
    assert!(window.state().view.dialog.is_none());
    assert!(window.state().intents.is_empty());
}

#[test]
fn an_offer_takes_a_store_a_colour_and_ours() {
    let workbook = workbook();
    let form = OfferForm::of(first(&workbook), first(&workbook).offers[0].id);
    let mut window = window(workbook, Lang::En, Dialog::Offer(form));
    retype(&mut window, "Store or seller", "Suning");
    window.get_by_role_and_label(Role::CheckBox, "One of our offers").click();
    window.get_by_role_and_label(Role::RadioButton, "Teal").click();
    window.run();
    press(&mut window, "OK");
    let [Edit::DescribeOffer { details, .. }] = edits(&window) else { panic!() };
    assert_eq!((details.store.clone(), details.ours, details.color), ("Suning".into(), true, [0x0d, 0x94, 0x88]));
}

#[test]
fn an_empty_name_keeps_the_dialog_and_says_why() {
    let workbook = workbook();
    let form = OfferForm::of(first(&workbook), first(&workbook).offers[1].id);
    let mut window = window(workbook, Lang::En, Dialog::Offer(form));
    retype(&mut window, "Name", " ");
    retype(&mut window, "Name in Chinese (optional)", " ");
    press(&mut window, "OK");
    let Some(Dialog::Offer(mut form)) = window.state().view.dialog.clone() else { panic!("the dialog closed") };
    let why = Words::new(Lang::En).edit_error(&crate::model::EditError::NameEmpty);
    assert_eq!(form.error_mut().as_deref(), Some(why.as_str()));
    assert!(labels(&window).contains(&why));
}

#[test]
fn a_measure_with_a_repeated_level_keeps_the_dialog() {
    let workbook = workbook();
    let id = of_kind(first(&workbook), ScaleKind::Measure);
    let form = CriterionForm::edit(first(&workbook), id, Lang::En);
    let mut window = window(workbook, Lang::En, Dialog::Criterion(form));
    retype(&mut window, "Level, row 2", "6");
    press(&mut window, "OK");
    let error = crate::model::CurveError::RepeatedLevel(6.0);
    assert!(labels(&window).contains(&Words::new(Lang::En).edit_error(&error.into())));
    assert!(window.state().intents.is_empty());
    retype(&mut window, "Level, row 2", "7");
    press(&mut window, "OK");
    let [Edit::SetScale { scale: Scale::Measure { curve, .. }, .. }] = edits(&window) else { panic!() };
    assert_eq!(curve.points(), [[0.0, 0.0], [6.0, 100.0], [7.0, 40.0]]);
    assert_eq!(curve.beyond(), Beyond::Flat);
}

#[test]
fn a_scale_that_loses_levels_warns_and_names_the_offers() {
    let workbook = workbook();
    let id = of_kind(first(&workbook), ScaleKind::Rating);
    let form = CriterionForm::edit(first(&workbook), id, Lang::En);
    let mut window = window(workbook, Lang::En, Dialog::Criterion(form));
    let warning = "This scale discards the level of: Offer A, Offer B";
    assert!(!labels(&window).iter().any(|l| l == warning));
    retype(&mut window, "Highest mark", "5");
    assert!(labels(&window).iter().any(|l| l == warning), "{:?}", labels(&window));
    window.get_by_role_and_label(Role::RadioButton, "Category").click();
    window.run();
    press(&mut window, "Use Yes and No");
    assert!(labels(&window).iter().any(|l| l == warning));
}

#[test]
fn a_new_criterion_stands_where_it_was_asked_for_and_says_it_weighs_nothing() {
    let workbook = workbook();
    let next = workbook.ids.peek();
    let form = CriterionForm::add(first(&workbook), Dimension::Service, Lang::En, 1);
    let mut window = window(workbook, Lang::En, Dialog::Criterion(form));
    assert!(labels(&window).iter().any(|l| l.starts_with("Its weight starts at 0%")));
    retype(&mut window, "Name", "Delivery");
    retype(&mut window, "Name in Chinese (optional)", "送货");
    press(&mut window, "Add");
    let [Edit::AddCriterion { criterion, at: 1, .. }] = edits(&window) else { panic!() };
    assert_eq!(criterion.id, CriterionId(next));
    assert_eq!((criterion.name.clone(), criterion.dimension), (Text::twin("Delivery", "送货"), Dimension::Service));
    assert_eq!(criterion.scale, Scale::rating());
}

#[test]
fn a_second_amount_may_become_the_price_in_the_same_step() {
    let workbook = workbook();
    let id = CriterionId(workbook.ids.peek());
    let form = CriterionForm::add(first(&workbook), Dimension::Monetary, Lang::En, 1);
    let mut window = window(workbook, Lang::En, Dialog::Criterion(form));
    retype(&mut window, "Name", "List price");
    window.get_by_role_and_label(Role::RadioButton, "Money").click();
    window.run();
    assert!(!labels(&window).iter().any(|l| l.starts_with("Its weight starts at 0%")));
    retype(&mut window, "Years of ownership", "3");
    retype(&mut window, "Amount, ¥, row 2", "6000.50");
    window.get_by_role_and_label(Role::CheckBox, "This is the price").click();
    window.run();
    press(&mut window, "Add");
    let [Edit::AddCriterion { .. }, Edit::SetOwnership { ownership, .. }, Edit::SetPrice { criterion, .. }] =
        edits(&window)
    else {
        panic!("{:?}", window.state().intents)
    };
    assert_eq!(*criterion, id);
    assert_eq!((ownership.years, ownership.curve.anchors()), (3, (0.0, 600_050.0)));
}

#[test]
fn a_money_scale_that_falls_or_is_too_fine_is_refused() {
    let workbook = workbook();
    let id = of_kind(first(&workbook), ScaleKind::Money);
    let form = CriterionForm::edit(first(&workbook), id, Lang::En);
    let mut window = window(workbook, Lang::En, Dialog::Criterion(form));
    for (label, text) in [("Amount, ¥, row 2", "0.001"), ("Points, row 1", "101"), ("Years of ownership", "1.5")] {
        retype(&mut window, label, text);
        press(&mut window, "OK");
        assert!(window.state().view.dialog.is_some() && window.state().intents.is_empty(), "{label} = {text}");
    }
}

#[test]
fn currency_and_terms_change_in_one_step() {
    let workbook = workbook();
    let form = ComparisonForm::of(first(&workbook));
    let mut window = window(workbook, Lang::En, Dialog::Comparison(form));
    retype(&mut window, "Discount rate per year, %", "3");
    window.get_by_role_and_label(Role::ComboBox, "Currency").click();
    window.run();
    window.get_by_label("JPY  ¥").click();
    window.run();
    press(&mut window, "OK");
    let [Edit::SetOwnership { ownership, .. }, Edit::SetCurrency { currency, .. }] = edits(&window) else { panic!() };
    assert_eq!((ownership.rate, currency.code()), (0.03, "JPY"));
    let mut workbook = window.state().workbook.clone();
    for edit in edits(&window) {
        let changes = edit.changes(&workbook).unwrap();
        workbook.apply(&changes);
    }
    assert_eq!(first(&workbook).header.ownership.curve.anchors(), (0.0, 5000.0), "the number of units is kept");
}

#[test]
fn a_dimension_gets_a_name_and_its_own_back() {
    let workbook = workbook();
    let form = DimensionForm::of(first(&workbook), Dimension::Time);
    let mut open = window(workbook.clone(), Lang::En, Dialog::Dimension(form.clone()));
    retype(&mut open, "Name", "Waiting");
    press(&mut open, "OK");
    let [rename @ Edit::RenameDimension { name: Some(name), .. }] = edits(&open) else { panic!() };
    assert_eq!(*name, Text::from("Waiting"));
    let mut renamed = workbook;
    let changes = rename.changes(&renamed).unwrap();
    renamed.apply(&changes);
    let form = DimensionForm::of(first(&renamed), Dimension::Time);
    let theory = Words::new(Lang::En).dimension(Dimension::Time, &crate::model::DimensionInfo::default());
    let mut open = window(renamed, Lang::En, Dialog::Dimension(form));
    press(&mut open, &format!("The theory’s name: {theory}"));
    press(&mut open, "OK");
    assert!(matches!(edits(&open), [Edit::RenameDimension { name: None, .. }]));
}

#[test]
fn a_note_is_typed_over_several_lines() {
    let workbook = workbook();
    let comparison = first(&workbook);
    let (offer, criterion): (OfferId, CriterionId) = (comparison.offers[0].id, comparison.criteria[0].id);
    let form = NoteForm::of(comparison, offer, criterion);
    let mut window = window(workbook, Lang::En, Dialog::Note(form));
    window.get_by_role_and_label(Role::MultilineTextInput, "Note").type_text("seen in the shop");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    assert!(window.state().view.dialog.is_some(), "Enter begins a line");
    window.get_by_role_and_label(Role::MultilineTextInput, "Note").type_text("twice");
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    window.run();
    let [Edit::SetLevelNote { note, .. }] = edits(&window) else { panic!() };
    assert_eq!(*note, Text::from("seen in the shop\ntwice"));
}

#[test]
fn a_typed_path_needs_a_path() {
    let dialog = Dialog::Path { purpose: PathPurpose::Open, text: String::new(), why: String::new() };
    let mut window = window(workbook(), Lang::En, dialog);
    press(&mut window, "Open");
    assert!(window.state().view.dialog.is_some());
    retype(&mut window, "Path of the file", " \"/tmp/a b.worth\" ");
    window.key_press(egui::Key::Enter);
    window.run();
    let wish = Intent::TypedPath(PathPurpose::Open, "/tmp/a b.worth".into());
    assert_eq!(window.state().intents, [wish]);
}
