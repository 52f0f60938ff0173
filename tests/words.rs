//! Messages: the same keys and arguments in both languages, none missing, none unused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use worthwhile::model::{Dimension, Lang};
use worthwhile::ui::commands::Command;
use worthwhile::words::{Words, sources};

/// Messages of a language by key, each with its whole source.
fn messages(lang: Lang) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    for source in sources(lang) {
        let mut key = None;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (name, text) = line.split_once('=').unwrap_or_else(|| panic!("no message: {line}"));
                let name = name.trim().to_owned();
                assert!(messages.insert(name.clone(), text.to_owned()).is_none(), "{lang:?}: {name} stands twice");
                key = Some(name);
            } else if let Some(text) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                text.push('\n');
                text.push_str(line);
            }
        }
    }
    messages
}

/// The `$names` in a message.
fn arguments(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())])
        .collect()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// String literals of the program with the text before each.
fn literals() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("dialogs/tests.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let program = source.split("#[cfg(test)]").next().unwrap_or_default();
                let code = program.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                found.extend(literals_of(&code));
            }
        }
    }
    found
}

fn literals_of(code: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = code.split('"').collect();
    let inner = parts.iter().enumerate().skip(1).step_by(2);
    inner.map(|(i, literal)| (tail(parts[i - 1]), (*literal).to_owned())).collect()
}

/// The end of the code before a literal, without white space.
fn tail(code: &str) -> String {
    let dense: Vec<char> = code.chars().filter(|c| !c.is_whitespace()).collect();
    dense[dense.len().saturating_sub(16)..].iter().collect()
}

/// Keys that the program puts together from parts.
fn composed() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for dimension in Dimension::ALL {
        let key = dimension.key();
        for end in ["", "-twin", "-short", "-about"] {
            keys.insert(format!("dimension-{key}{end}"));
        }
    }
    let edits = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/edit/mod.rs")).unwrap();
    let steps = literals_of(edits.split_once("fn label_parts").expect("edits name their steps").1);
    keys.extend(steps.iter().map(|(_, step)| format!("edit-{step}")));
    keys.extend(Command::ALL.iter().map(|command| command.key().to_owned()));
    keys
}

#[test]
fn both_languages_hold_the_same_keys() {
    let keys = |lang| messages(lang).into_keys().collect::<Vec<String>>();
    assert_eq!(keys(Lang::En), keys(Lang::Zh));
    assert!(keys(Lang::En).len() > 300);
}

#[test]
fn both_languages_take_the_same_arguments() {
    let chinese = messages(Lang::Zh);
    for (key, english) in messages(Lang::En) {
        assert_eq!(arguments(&english), arguments(&chinese[&key]), "{key}");
    }
}

#[test]
fn every_message_can_be_read() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for key in messages(lang).keys() {
            let text = words.t(key);
            assert!(text != *key || !key.contains('-'), "{lang:?}: {key} has no text");
            assert!(!text.trim().is_empty(), "{lang:?}: {key} is empty");
        }
    }
}

#[test]
fn every_key_in_the_program_has_a_message() {
    let messages = messages(Lang::En);
    let literals = literals();
    assert!(literals.len() > 500, "the program was read");
    let calls = [".t(", "words.with(", "words.count(", "words.choose(", "self.with(", "self.count(", "self.choose("];
    let mut asked = 0;
    for (before, literal) in &literals {
        if calls.iter().any(|call| before.ends_with(call)) {
            asked += 1;
            assert!(messages.contains_key(literal), "no message {literal}");
        }
    }
    assert!(asked > 150, "{asked} calls were found");
    for key in composed() {
        assert!(messages.contains_key(&key), "no message {key}");
    }
}

#[test]
fn every_message_is_used() {
    let used: BTreeSet<String> = literals().into_iter().map(|(_, literal)| literal).chain(composed()).collect();
    let ends = ["-twin", "-text"];
    let is_twin_of = |key: &str| ends.iter().any(|end| key.strip_suffix(end).is_some_and(|base| used.contains(base)));
    let unused: Vec<String> = messages(Lang::En).into_keys().filter(|k| !used.contains(k) && !is_twin_of(k)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn english_is_english_and_chinese_is_chinese() {
    let bilingual = ["menu-language", "help-about-title", "help-about-what"];
    for (key, text) in messages(Lang::En) {
        let may = key.ends_with("-twin") || bilingual.contains(&key.as_str());
        assert!(may || !text.chars().any(is_chinese), "{key}: {text}");
    }
    for (key, text) in messages(Lang::Zh) {
        let bare: String = text.split('{').map(|part| part.split('}').next_back().unwrap_or_default()).collect();
        let speaks = bare.chars().any(char::is_alphabetic) && !bare.contains("CDV") && !bare.contains('λ');
        let may = key.ends_with("-twin") || key == "menu-language";
        assert!(may || !speaks || text.chars().any(is_chinese), "{key}: {text}");
    }
}

#[test]
fn no_message_ends_in_white_space() {
    for lang in Lang::ALL {
        for (key, text) in messages(lang) {
            let separator = matches!(key.as_str(), "list-separator" | "list-and" | "dialog-join");
            assert!(separator || text.lines().all(|l| l.trim_end() == l), "{lang:?} {key} ends in white space");
        }
    }
}
