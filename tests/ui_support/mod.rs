//! The program in a window that nobody sees: started on a folder of its own, driven by role and label as a person
//! with a screen reader would.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::missing_panics_doc, reason = "a test panics where it fails")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use worthwhile::app::{App, Asking, Folders, Launch};
use worthwhile::model::{Comparison, Lang, Workbook};

/// Ctrl on Linux and Windows, as those systems send it.
pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
/// Ctrl and Shift.
pub const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// The window of the picture in the design.
pub const SIZE: Vec2 = vec2(1440.0, 900.0);
/// One frame: two clicks in a row are a double click, two calls of [`Window::click`] are not.
const FRAME_SECS: f32 = 0.1;
/// How long a test waits for the disk.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder for settings and workbooks that goes when the last window on it goes.
#[derive(Clone)]
pub struct Home(Arc<tempfile::TempDir>);

impl Home {
    /// An empty folder whose settings name a language.
    pub fn new(lang: Lang) -> Self {
        let home = Self(Arc::new(tempfile::tempdir().unwrap()));
        std::fs::create_dir_all(home.folders().config).unwrap();
        let settings = format!(r#"{{"lang":"{}"}}"#, if lang == Lang::En { "en" } else { "zh" });
        std::fs::write(home.folders().config.join("settings.json"), settings).unwrap();
        home
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn folders(&self) -> Folders {
        Folders { config: self.path("config"), data: self.path("data") }
    }

    /// The workbook of a first start.
    pub fn workbook(&self) -> PathBuf {
        self.folders().first_workbook()
    }
}

/// The program on a folder.
pub struct Window {
    pub ui: Harness<'static, App>,
    pub home: Home,
}

impl Window {
    /// A first start, in English.
    pub fn first() -> Self {
        Self::open(&Home::new(Lang::En))
    }

    /// The program on a folder.
    pub fn open(home: &Home) -> Self {
        Self::sized(home, None, SIZE)
    }

    /// The program on a named workbook, in a window of some size.
    pub fn sized(home: &Home, workbook: Option<PathBuf>, size: Vec2) -> Self {
        let launch = Launch { workbook, folders: home.folders(), asking: Asking::Typing };
        let ui = Harness::builder()
            .with_size(size)
            .with_step_dt(FRAME_SECS)
            .with_max_steps(30)
            .with_os(egui::os::OperatingSystem::Nix)
            .build_eframe(move |context| App::new(&context.egui_ctx, launch));
        let mut window = Self { ui, home: home.clone() };
        window.run();
        window
    }

    /// Closes the window as eframe does.
    pub fn close(mut self) -> Home {
        self.ui.state_mut().on_exit(None);
        self.home
    }

    /// Closes the window and opens it again.
    pub fn restart(self) -> Self {
        Self::open(&self.close())
    }

    // --- frames ------------------------------------------------------------------------------------------------

    /// Draws until nothing moves; fails where an input has no name.
    pub fn run(&mut self) {
        self.ui.run();
        self.ui.step();
    }

    /// Draws until something holds.
    #[track_caller]
    pub fn wait_for(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let since = Instant::now();
        while !holds(self) {
            assert!(since.elapsed() < PATIENCE, "waited for {what} in vain; on the screen: {}", self.screen());
            std::thread::sleep(Duration::from_millis(2));
            self.ui.step();
        }
    }

    /// Draws until the state line says that everything is saved.
    #[track_caller]
    pub fn settle(&mut self) {
        self.run();
        self.wait_for("“Saved”", |w| w.has("Saved") || w.has("已保存"));
    }

    // --- looking -----------------------------------------------------------------------------------------------

    /// Every text and every name on the screen, top to bottom of the tree.
    pub fn labels(&self) -> Vec<String> {
        self.ui.root().children_recursive().filter_map(|node| name(&node)).collect()
    }

    /// All of it in one line, for messages of tests.
    fn screen(&self) -> String {
        self.labels().join(" | ")
    }

    pub fn has(&self, label: &str) -> bool {
        self.ui.root().children_recursive().any(|node| name(&node).as_deref() == Some(label))
    }

    pub fn has_part(&self, part: &str) -> bool {
        self.ui.root().children_recursive().any(|node| name(&node).is_some_and(|n| n.contains(part)))
    }

    #[track_caller]
    pub fn assert_has(&self, label: &str) {
        assert!(self.has(label), "no “{label}” on the screen: {}", self.screen());
    }

    #[track_caller]
    pub fn assert_part(&self, part: &str) {
        assert!(self.has_part(part), "nothing with “{part}” on the screen: {}", self.screen());
    }

    #[track_caller]
    pub fn assert_lacks(&self, part: &str) {
        assert!(!self.has_part(part), "“{part}” is on the screen: {}", self.screen());
    }

    /// The one control of that name.
    #[track_caller]
    pub fn control(&self, label: &str) -> Node<'_> {
        let is_it = |node: &Node<'_>| is_control(node) && called(node, label);
        let found: Vec<Node<'_>> = self.ui.root().children_recursive().filter(is_it).collect();
        assert!(found.len() == 1, "{} controls are named “{label}”: {}", found.len(), self.screen());
        found[0]
    }

    /// The one control of that role and name.
    #[track_caller]
    pub fn control_of(&self, role: Role, label: &str) -> Node<'_> {
        let found: Vec<Node<'_>> = self
            .ui
            .root()
            .children_recursive()
            .filter(|n| n.accesskit_node().role() == role && named(n, label))
            .collect();
        assert!(found.len() == 1, "{} {role:?}s are named “{label}”: {}", found.len(), self.screen());
        found[0]
    }

    pub fn has_control(&self, label: &str) -> bool {
        self.ui.root().children_recursive().any(|node| is_control(&node) && called(&node, label))
    }

    #[track_caller]
    pub fn is_enabled(&self, label: &str) -> bool {
        !self.control(label).accesskit_node().is_disabled()
    }

    pub fn is_focused(&self, label: &str) -> bool {
        self.ui.root().children_recursive().any(|node| named(&node, label) && node.is_focused())
    }

    /// What an input holds.
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        self.control(label).value().unwrap_or_default()
    }

    pub fn workbook(&self) -> &Workbook {
        &self.ui.state().document().expect("a workbook is open").workbook
    }

    /// The comparison shown.
    pub fn comparison(&self) -> &Comparison {
        let id = self.ui.state().board().expect("a comparison is shown").comparison;
        self.workbook().comparison(id).unwrap()
    }

    /// Names of all comparisons, in order.
    pub fn comparisons(&self) -> Vec<String> {
        self.workbook().comparisons.iter().map(|c| c.header.name.get(Lang::En).to_owned()).collect()
    }

    /// Names of all offers, in order.
    pub fn offers(&self) -> Vec<String> {
        self.comparison().offers.iter().map(|o| o.name.get(Lang::En).to_owned()).collect()
    }

    /// Names of all criteria, in order.
    pub fn criteria(&self) -> Vec<String> {
        self.comparison().criteria.iter().map(|c| c.name.get(Lang::En).to_owned()).collect()
    }

    /// Steps in force.
    pub fn steps(&self) -> usize {
        self.ui.state().document().map_or(0, |d| d.history.done().len())
    }

    /// The level that the cell shows, “no level” where there is none.
    #[track_caller]
    pub fn level(&self, criterion: &str, offer: &str) -> String {
        let head = format!("{criterion}, {offer}: ");
        let label = self.cell_label(&head);
        label[head.len()..].to_owned()
    }

    #[track_caller]
    fn cell_label(&self, head: &str) -> String {
        let mut cells = self.ui.query_all_by_role(Role::Cell);
        let found = cells.find_map(|node| name(&node).filter(|n| n.starts_with(head)));
        found.unwrap_or_else(|| panic!("no cell “{head}…” on the screen: {}", self.screen()))
    }

    /// The card of an offer as a screen reader says it: “TCL: CDV +38.1, best offer”.
    #[track_caller]
    pub fn card(&self, offer: &str) -> String {
        let head = format!("{offer}: CDV ");
        let mut labels = self.labels().into_iter();
        labels.find(|l| l.starts_with(&head)).unwrap_or_else(|| panic!("no card of {offer}: {}", self.screen()))
    }

    /// CDV of every offer as its card shows it, in order of the offers.
    pub fn cdvs(&self) -> Vec<String> {
        let cdv = |offer: &String| {
            let card = self.card(offer);
            card[offer.len() + ": CDV ".len()..].split(", ").next().unwrap_or_default().to_owned()
        };
        self.offers().iter().map(cdv).collect()
    }

    /// Ranks in order of the offers; 0 while incomplete.
    pub fn ranks(&self) -> Vec<u32> {
        self.ui.state().board().unwrap().delivered.rank.clone()
    }

    // --- doing -------------------------------------------------------------------------------------------------

    /// Clicks a control with the pointer.
    #[track_caller]
    pub fn click(&mut self, label: &str) {
        self.control(label).click();
        self.run();
    }

    /// Clicks the foremost control of that name: an entry of the menu that is open.
    #[track_caller]
    pub fn click_entry(&mut self, label: &str) {
        let is_it = |node: &Node<'_>| is_control(node) && called(node, label);
        let found = self.ui.root().children_recursive().filter(is_it).last();
        found.unwrap_or_else(|| panic!("no entry “{label}” on the screen: {}", self.screen())).click();
        self.run();
    }

    /// Clicks a control; a tab is looked for among those of every group.
    #[track_caller]
    pub fn click_of(&mut self, role: Role, label: &str) {
        if role == Role::Tab {
            self.find_tab(label);
        }
        self.control_of(role, label).click();
        self.run();
    }

    fn find_tab(&mut self, label: &str) {
        let groups = [["Results", "Analysis", "Model"], ["结果", "推演", "模型"]];
        for group in groups[usize::from(self.has_control("结果"))] {
            if self.ui.query_by_role_and_label(Role::Tab, label).is_none() {
                self.control_of(Role::RadioButton, group).click();
                self.run();
            }
        }
    }

    #[track_caller]
    pub fn double_click(&mut self, label: &str) {
        self.double_click_at(self.control(label).rect().center());
    }

    pub fn double_click_at(&mut self, at: Pos2) {
        self.ui.hover_at(at);
        for pressed in [true, false, true, false] {
            self.ui.event(button(at, pressed));
        }
        self.run();
    }

    /// Opens the menu that the right button of the pointer opens.
    #[track_caller]
    pub fn menu_of(&mut self, label: &str) {
        self.control(label).click_secondary();
        self.run();
    }

    /// Opens the menu of what is at a place.
    pub fn menu_at(&mut self, pos: Pos2) {
        self.ui.hover_at(pos);
        for pressed in [true, false] {
            let button = PointerButton::Secondary;
            self.ui.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        self.run();
    }

    /// Clicks through menus: the bar's, then their entries.
    #[track_caller]
    pub fn menu(&mut self, path: &[&str]) {
        for label in path {
            self.click_entry(label);
        }
    }

    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.ui.key_press_modifiers(modifiers, key);
        self.run();
    }

    pub fn text(&mut self, text: &str) {
        self.ui.event(Event::Text(text.to_owned()));
        self.run();
    }

    pub fn paste(&mut self, text: &str) {
        self.ui.event(Event::Paste(text.to_owned()));
        self.run();
    }

    /// What Ctrl+C puts on the clipboard.
    pub fn copy(&mut self) -> String {
        self.ui.event(Event::Copy);
        self.ui.step();
        let copied = self.copied();
        self.run();
        copied.expect("nothing was copied")
    }

    /// What the last frame put on the clipboard.
    pub fn copied(&self) -> Option<String> {
        self.ui.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// What an entry of the menu that is open puts on the clipboard.
    #[track_caller]
    pub fn copied_by(&mut self, entry: &str) -> String {
        let is_it = |node: &Node<'_>| is_control(node) && called(node, entry);
        self.ui.root().children_recursive().filter(is_it).last().expect("an entry of that name").click();
        for _ in 0..10 {
            self.ui.step();
            if let Some(copied) = self.copied() {
                self.run();
                return copied;
            }
        }
        panic!("“{entry}” copied nothing");
    }

    /// Selects a cell with the pointer.
    #[track_caller]
    pub fn select(&mut self, criterion: &str, offer: &str) {
        let label = self.cell_label(&format!("{criterion}, {offer}: "));
        self.click_of(Role::Cell, &label);
    }

    /// Types a level over what stands in a cell and presses Enter.
    #[track_caller]
    pub fn type_level(&mut self, criterion: &str, offer: &str, text: &str) {
        self.select(criterion, offer);
        self.text(text);
        self.key(Key::Enter);
    }

    /// Replaces what stands in an input; the keyboard stays there.
    #[track_caller]
    pub fn retype(&mut self, label: &str, text: &str) {
        self.control(label).focus();
        self.run();
        self.keys(CTRL, Key::A);
        self.text(text);
    }

    /// Types a path into the dialog that asks for one, and takes it.
    #[track_caller]
    pub fn type_path(&mut self, input: &str, path: &Path) {
        self.retype(input, &path.display().to_string());
        self.key(Key::Enter);
    }

    /// Drags from one place to another, in some steps.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_without_end(from, to);
        self.ui.event(button(to, false));
        self.run();
    }

    /// Drags and holds the button.
    pub fn drag_without_end(&mut self, from: Pos2, to: Pos2) {
        self.ui.event(Event::PointerMoved(from));
        self.ui.event(button(from, true));
        for part in [0.25, 0.5, 0.75, 1.0] {
            self.ui.event(Event::PointerMoved(from.lerp(to, part)));
        }
        self.run();
    }

    /// Goes on with a drag.
    pub fn drag_on(&mut self, to: Pos2) {
        self.ui.event(Event::PointerMoved(to));
        self.run();
    }

    pub fn release(&mut self, at: Pos2) {
        self.ui.event(button(at, false));
        self.run();
    }

    /// Shows the comparison of that name.
    #[track_caller]
    pub fn show(&mut self, comparison: &str) {
        self.click_of(Role::ListItem, comparison);
    }

    /// The name behind Undo.
    pub fn undo_label(&self) -> String {
        let is_it = |l: &String| l.starts_with("Undo") || l.starts_with("撤销");
        self.labels().into_iter().find(is_it).unwrap_or_default()
    }
}

/// A press or release of the main button.
pub fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

fn named(node: &Node<'_>, label: &str) -> bool {
    name(node).as_deref() == Some(label)
}

/// True for a control of that name, or a menu entry of that name with its shortcut behind it.
fn called(node: &Node<'_>, label: &str) -> bool {
    let shortcut = |rest: &str| rest.trim().is_empty() || rest.starts_with(" Ctrl+") || rest == " F1";
    name(node).is_some_and(|name| name.strip_prefix(label).is_some_and(shortcut))
}

/// What a screen reader says of a node: a text's text, else its name.
pub fn name(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    let text = if node.role() == Role::Label { node.value() } else { node.label() };
    text.filter(|text| !text.is_empty())
}

fn is_control(node: &Node<'_>) -> bool {
    !matches!(node.accesskit_node().role(), Role::Label | Role::Window | Role::GenericContainer | Role::Unknown)
}

/// True where a text is a message's key instead of a message.
pub fn is_key(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lower = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    parts.len() > 1 && parts.iter().all(lower)
}
