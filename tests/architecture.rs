//! Which module may use which: the table of `src/lib.rs` as data, held against every source file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may name of the others: a whole module, or one item of it.
const ALLOWED: [(&str, &[&str]); 14] = [
    ("model", &[]),
    ("value", &["model"]),
    ("claims", &["value", "model"]),
    ("words", &["model"]),
    ("chart", &["model"]),
    ("store", &["model"]),
    ("exchange", &["model", "value", "claims", "chart"]),
    ("examples", &["exchange", "model"]),
    ("board", &["claims", "value", "model", "words", "chart"]),
    ("ui", &["board", "model", "value::Question", "value::Quantity", "words", "chart"]),
    ("jobs", &[]),
    ("app", &["ui", "board", "jobs", "examples", "exchange", "store", "chart", "words", "claims", "value", "model"]),
    ("cli", &["app::Document", "board", "examples", "exchange", "store", "chart", "words", "claims", "value", "model"]),
    ("main", &["app", "cli"]),
];

/// Libraries that only some modules may name.
const LIBRARIES: [(&str, &[&str]); 9] = [
    ("egui", &["ui", "app"]),
    ("egui_plot", &["ui"]),
    ("egui_extras", &["ui"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("rusqlite", &["store"]),
    ("fluent_bundle", &["words"]),
    ("resvg", &["exchange"]),
    ("clap", &["cli", "main"]),
];

/// Edges that no later row of [`ALLOWED`] may bring in, whatever the need.
const NEVER: [(&str, &str); 7] = [
    ("ui", "store"),
    ("ui", "exchange"),
    ("ui", "app"),
    ("value", "words"),
    ("value", "store"),
    ("store", "value"),
    ("model", "store"),
];

/// One of our source files.
struct Source {
    /// The module at the top level that it belongs to.
    module: String,
    /// Where it stands, from `src` on.
    path: String,
    /// Its text without comments.
    code: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let module = path.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        Self { module, path: path.to_owned(), code: code.collect::<Vec<_>>().join("\n") }
    }

    /// How many `super` lead to the root of the crate.
    fn depth(&self) -> usize {
        let parts = self.path.split('/').count();
        if self.path.ends_with("/mod.rs") { parts - 1 } else { parts }
    }

    /// What it names of the crate's top level, as `module::item` where an item follows.
    fn named(&self) -> BTreeSet<String> {
        let mut named = BTreeSet::new();
        let root = if self.module == "main" { "worthwhile" } else { "crate" };
        for rest in after(&self.code, &format!("{root}::")) {
            named.extend(heads(rest));
        }
        // The root by way of `super`; further than the root there is nothing.
        let up = "super::".repeat(self.depth());
        for rest in after(&self.code, &up) {
            let rest = rest.trim_start_matches("super::");
            named.extend(heads(rest).into_iter().filter(|path| is_module(path)));
        }
        named
    }

    fn violations(&self) -> Vec<String> {
        let Some((_, allowed)) = ALLOWED.iter().find(|(module, _)| *module == self.module) else {
            return vec![format!("{}: the module {:?} has no row in the table", self.path, self.module)];
        };
        let mut wrong = Vec::new();
        for path in self.named() {
            let module = path.split("::").next().unwrap_or_default();
            let is_allowed = module == self.module || allowed.contains(&module) || allowed.contains(&path.as_str());
            if !is_allowed {
                wrong.push(format!("{}: {} may not use {path}", self.path, self.module));
            }
        }
        for (library, users) in LIBRARIES {
            if !users.contains(&self.module.as_str()) && names(&self.code, library) {
                wrong.push(format!("{}: {library} is for {users:?} alone", self.path));
            }
        }
        wrong
    }
}

fn is_module(path: &str) -> bool {
    let head = path.split("::").next().unwrap_or_default();
    ALLOWED.iter().any(|(module, _)| *module == head)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What follows each `prefix` that is not the end of a longer word.
fn after<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    let whole = |(at, _): &(usize, &str)| !code[..*at].ends_with(is_word);
    code.match_indices(prefix).filter(whole).map(|(at, found)| &code[at + found.len()..]).collect()
}

/// The first two words of a path, or of each path of a group: `a::b::c` → `a::b`, `{a, b::{c, d}}` → `a`, `b::c`, `b::d`.
fn heads(rest: &str) -> Vec<String> {
    let rest = rest.trim_start();
    if let Some(group) = rest.strip_prefix('{') {
        return members(group).iter().flat_map(|member| heads(member)).collect();
    }
    let head: String = rest.chars().take_while(|c| is_word(*c)).collect();
    if head.is_empty() {
        return Vec::new();
    }
    match rest[head.len()..].strip_prefix("::") {
        None => vec![head],
        Some(inner) => match inner.trim_start().strip_prefix('{') {
            Some(group) => members(group).iter().map(|member| format!("{head}::{}", first_word(member))).collect(),
            None => vec![format!("{head}::{}", first_word(inner))],
        },
    }
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| is_word(*c)).collect()
}

/// What stands between the commas of a group, up to its closing brace.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members.retain(|member| !member.trim().is_empty());
    members
}

/// True where a library stands at the head of a path or in a `use`.
fn names(code: &str, library: &str) -> bool {
    let used = after(code, &format!("use {library}")).into_iter().any(|rest| !rest.starts_with(is_word));
    used || after(code, library).into_iter().any(|rest| rest.starts_with("::"))
}

fn source_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            source_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    source_files(&root, &mut found);
    let source = |path: &PathBuf| {
        let inside = path.strip_prefix(&root).expect("a path below src").to_string_lossy().replace('\\', "/");
        Source::new(&inside, &fs::read_to_string(path).expect("a source file"))
    };
    found.iter().filter(|path| !path.ends_with("src/lib.rs")).map(source).collect()
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let sources = sources();
    let wrong: Vec<String> = sources.iter().flat_map(Source::violations).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (module, _) in ALLOWED {
        assert!(sources.iter().any(|s| s.module == module), "the table has a row for {module}, which is not there");
    }
    assert!(sources.iter().map(|s| s.named().len()).sum::<usize>() > 100, "the paths are no longer found");
}

#[test]
fn the_table_has_no_circle_and_none_of_the_forbidden_edges() {
    for (i, (module, allowed)) in ALLOWED.iter().enumerate() {
        for other in *allowed {
            let other = other.split("::").next().unwrap_or_default();
            let its_row = ALLOWED.iter().position(|(m, _)| *m == other).expect("a row for every module");
            assert!(its_row < i, "{module} → {other} points down the page");
            assert!(!NEVER.contains(&(module, other)), "{module} → {other} must never be");
        }
    }
}

/// The last column of the table of the code map, without its backticks.
#[test]
fn the_code_map_says_the_same() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("src/lib.rs");
    let rows: Vec<(String, String)> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("//! | [`"))
        .map(|row| {
            let module = row.split('`').next().unwrap_or_default().to_owned();
            let last = row.trim_end().trim_end_matches('|').rsplit(" | ").next().unwrap_or_default();
            (module, last.replace('`', "").trim().to_owned())
        })
        .collect();
    let said = |allowed: &[&str]| if allowed.is_empty() { "nothing".to_owned() } else { allowed.join(", ") };
    let table: Vec<(String, String)> =
        ALLOWED.iter().filter(|(m, _)| *m != "main").map(|(m, allowed)| ((*m).to_owned(), said(allowed))).collect();
    assert_eq!(rows, table);
    for (module, _) in &table {
        assert!(lib.contains(&format!("pub mod {module};")), "{module} is not declared");
    }
}

#[test]
fn forbidden_paths_are_found_however_they_are_written() {
    let wrong = |path: &str, text: &str| Source::new(path, text).violations().len();
    assert_eq!(wrong("ui/list.rs", "use crate::store::Store;"), 1);
    assert_eq!(wrong("ui/list.rs", "use crate::{\n    board::Board,\n    store::{Store, Commit},\n};"), 2);
    assert_eq!(wrong("ui/list.rs", "fn f(x: &crate::exchange::ImportError) {}"), 1);
    assert_eq!(wrong("ui/matrix/cells.rs", "use super::super::super::store::Store;"), 1);
    assert_eq!(wrong("ui/list.rs", "use crate::value::{Compiled, Question};"), 1, "an item that is not on the list");
    assert_eq!(wrong("value/rank.rs", "use egui::Color32;"), 1);
    assert_eq!(wrong("board/rows.rs", "fn f() -> egui::Color32 { todo!() }"), 1);
    assert_eq!(wrong("model/id.rs", "use rusqlite as db;"), 1);
    assert_eq!(wrong("ui/list.rs", "fn f() { rfd::AsyncFileDialog::new(); }"), 1);
    assert_eq!(wrong("main.rs", "use worthwhile::store::Store;"), 1);
    assert_eq!(wrong("newcomer/mod.rs", ""), 1, "a module without a row");
}

#[test]
fn allowed_paths_and_comments_are_left_alone() {
    let wrong = |path: &str, text: &str| Source::new(path, text).violations();
    for (path, text) in [
        ("ui/list.rs", "use super::intent::Intent;\nuse crate::value::Question;\nuse egui::Ui;"),
        ("ui/list.rs", "//! Never [`crate::store`].\nlet x = 1; // nor crate::exchange"),
        ("model/id.rs", "let egui_like = my_egui::x; let rusqlite_free = true;"),
        ("cli.rs", "let d = crate::app::Document::new(opened);\nmod tests { use super::*; }"),
        ("value/mod.rs", "pub use rank::order; use crate::value::rank;"),
        ("main.rs", "worthwhile::cli::run(&command)"),
    ] {
        assert_eq!(wrong(path, text), Vec::<String>::new(), "{text}");
    }
}
