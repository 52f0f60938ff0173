//! What the pages for newcomers show is what the program does.

use std::path::{Path, PathBuf};
use std::process::Command;

use worthwhile::exchange::json;
use worthwhile::model::IdSource;

const PAGES: [&str; 8] = [
    "README.md",
    "README.zh-CN.md",
    "docs/exchange-format.md",
    "docs/exchange-format.zh-CN.md",
    "docs/analyse.md",
    "docs/analyse.zh-CN.md",
    "docs/score.md",
    "docs/score.zh-CN.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).expect("a page")
}

/// The texts between fences of a language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

#[test]
fn exchange_files_on_the_pages_are_sound() {
    for name in ["docs/exchange-format.md", "docs/exchange-format.zh-CN.md"] {
        let page = page(name);
        let files = blocks(&page, "json");
        assert!(!files.is_empty(), "{name} shows no file");
        for file in files {
            let read = json::read(file, &mut IdSource::starting_at(1));
            assert!(read.is_ok(), "{name}: {read:?}\n{file}");
        }
    }
}

/// Every `$ worthwhile …` of the pages, run; what follows it on the page is the beginning of what it prints.
#[test]
fn commands_on_the_pages_print_what_the_pages_say() {
    for name in ["README.md", "README.zh-CN.md"] {
        let folder = tempfile::tempdir().expect("a folder");
        let page = page(name);
        let mut count = 0;
        for session in blocks(&page, "console") {
            for call in session.split("$ worthwhile ").skip(1) {
                let (line, shown) = call.split_once('\n').expect("a command and what it prints");
                let arguments = line.split(' ').map(|word| {
                    if word.starts_with("assets/") { root().join(word).into_os_string() } else { word.into() }
                });
                let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
                let output = command.args(arguments).current_dir(folder.path()).output().expect("the program runs");
                let printed = String::from_utf8(output.stdout).expect("UTF-8");
                assert!(printed.starts_with(shown.trim_end()), "{name}: {line}\n{printed}");
                count += 1;
            }
        }
        assert_eq!(count, 5, "{name}");
    }
}

#[test]
fn links_of_the_pages_lead_somewhere() {
    for name in PAGES {
        let page = page(name);
        let folder = root().join(name).parent().map(PathBuf::from).expect("a folder");
        for link in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if !link.starts_with("http") {
                assert!(folder.join(link).exists(), "{name}: {link}");
            }
        }
    }
}

/// Both languages have the same sections, tables and members: one is not forgotten when the other changes.
#[test]
fn twins_have_the_same_shape() {
    for (english, chinese) in [(PAGES[0], PAGES[1]), (PAGES[2], PAGES[3]), (PAGES[4], PAGES[5]), (PAGES[6], PAGES[7])] {
        let shape = |name: &str| {
            let page = page(name);
            let count = |start: &str| page.lines().filter(|line| line.starts_with(start)).count();
            [count("## "), count("### "), count("| "), count("- "), count("```")]
        };
        assert_eq!(shape(english), shape(chinese), "{english}, {chinese}");
    }
}
