//! The headless commands, run as a user runs them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use worthwhile::model::Workbook;
use worthwhile::store::Store;

/// What came of a command.
struct Ran {
    is_success: bool,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
    // A home of its own: nothing of the user's is looked at.
    command.current_dir(folder).args(arguments).env("HOME", folder).env_remove("RUST_LOG");
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { is_success: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
}

fn succeeds(folder: &Path, arguments: &[&str]) -> String {
    let ran = run(folder, arguments);
    assert!(ran.is_success && ran.err.is_empty(), "{arguments:?}: {}", ran.err);
    ran.out
}

/// Runs what must fail: nothing on stdout, and every one of `said` on stderr.
fn fails(folder: &Path, arguments: &[&str], said: &[&str]) {
    let ran = run(folder, arguments);
    assert!(!ran.is_success && ran.out.is_empty(), "{arguments:?}: {}", ran.out);
    for words in said {
        assert!(ran.err.contains(words), "{arguments:?}: “{words}” is not in: {}", ran.err);
    }
}

/// A folder with the shipped televisions as `tv.json`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(example("televisions"), folder.path().join("tv.json")).expect("a copy");
    folder
}

fn example(key: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples").join(format!("{key}.json"))
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> = entries.map(|e| e.expect("an entry").file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

/// Names and CDVs of the first comparison.
fn cdvs(answer: &serde_json::Value) -> Vec<(String, f64)> {
    let offers = answer["comparisons"][0]["offers"].as_array().expect("offers");
    offers.iter().map(|o| (o["name"].as_str().unwrap().to_owned(), o["cdv"].as_f64().unwrap())).collect()
}

#[test]
fn score_prints_a_table() {
    let folder = folder();
    let table = "\
LED televisions (Everyone)
  rank           CDV           TCV           TCC  offer
     1        38.078        66.278        28.200  TCL
     3        26.233        83.500        57.267  SHARP
     2        29.689        79.556        49.867  Haier
     4        13.711        57.444        43.733  Changhong
";
    assert_eq!(succeeds(folder.path(), &["score", "tv.json"]), table);
}

#[test]
fn score_gives_json_at_full_precision_from_a_file_and_from_a_workbook() {
    let folder = folder();
    let from_file = json(&succeeds(folder.path(), &["score", "tv.json", "--json"]));
    succeeds(folder.path(), &["import", "tv.json", "--into", "tv.worth"]);
    let from_workbook = json(&succeeds(folder.path(), &["score", "tv.worth", "--json"]));
    assert_eq!(from_file, from_workbook);

    // By hand: 0.4·(0.6·500/9 + 0.4·600/9) + … and so on; the sums in fractions are 11930/180 and 28.2.
    let tcl = &from_file["comparisons"][0]["offers"][0];
    let is_near = |name: &str, expected: f64| {
        let figure = tcl[name].as_f64().expect("a number");
        assert!((figure - expected).abs() < 1e-12 * expected, "{name}: {figure}");
    };
    is_near("tcv", 11_930.0 / 180.0);
    is_near("tcc", 28.2);
    is_near("cdv", 11_930.0 / 180.0 - 28.2);
    assert_eq!((tcl["rank"].as_u64(), tcl["missing"].as_array().map(Vec::len)), (Some(1), Some(0)));
    // Read back, printed numbers are the same numbers.
    let printed = serde_json::to_string(&from_file).expect("JSON");
    assert_eq!(json(&printed), from_file);
}

#[test]
fn a_missing_level_is_named_and_never_counted_as_0() {
    let folder = folder();
    let text = std::fs::read_to_string(example("televisions")).expect("the example");
    let text = text.replacen("\"price\": 2800,\n", "", 1).replacen("\"staff\": 8,\n", "\"staff\": null,\n", 1);
    std::fs::write(folder.path().join("gap.json"), text).expect("written");
    let answer = json(&succeeds(folder.path(), &["score", "gap.json", "--json"]));
    let offers = answer["comparisons"][0]["offers"].as_array().expect("offers");
    assert_eq!(offers[0]["missing"], serde_json::json!(["Staff attitude and expertise", "Price"]));
    for figure in ["tcv", "tcc", "cdv", "ratio", "rank"] {
        assert!(offers[0][figure].is_null(), "{figure}");
    }
    let ranks: Vec<_> = offers.iter().map(|o| o["rank"].as_u64()).collect();
    assert_eq!(ranks, [None, Some(2), Some(1), Some(3)], "the others close up");
    let table = succeeds(folder.path(), &["score", "gap.json"]);
    assert!(table.contains("TCL (incomplete: Staff attitude and expertise, Price)"), "{table}");
}

#[test]
fn comparisons_and_segments_are_found_by_their_names_in_both_languages() {
    let folder = folder();
    let all = ["score", "tv.json", "--comparison", "液晶电视", "--segment", "所有买家"];
    assert!(succeeds(folder.path(), &all).starts_with("LED televisions (Everyone)\n"));
    let said = ["no comparison “Radios”", "there are: LED televisions"];
    fails(folder.path(), &["score", "tv.json", "--comparison", "Radios"], &said);
    let said = ["no segment “Students”", "it has: Everyone"];
    fails(folder.path(), &["score", "tv.json", "--segment", "Students"], &said);
}

#[test]
fn import_makes_a_workbook_and_adds_to_one_under_free_names() {
    let folder = folder();
    let import = ["import", "tv.json", "--into", "tv.worth"];
    assert_eq!(succeeds(folder.path(), &import), "imported: LED televisions\n");
    assert_eq!(succeeds(folder.path(), &import), "imported: LED televisions 2\n");
    let answer = json(&succeeds(folder.path(), &["score", "tv.worth", "--json"]));
    let names: Vec<_> = answer["comparisons"].as_array().unwrap().iter().map(|c| c["name"].as_str()).collect();
    assert_eq!(names, [Some("LED televisions"), Some("LED televisions 2")]);
    let wake: worthwhile::store::Wake = Arc::new(|| {});
    let opened = Store::open(&folder.path().join("tv.worth"), wake).expect("the workbook");
    assert_eq!(opened.history.done().len(), 2, "each import is one step that can be undone");
}

#[test]
fn a_bad_file_imports_nothing_and_makes_no_workbook() {
    let folder = folder();
    let good = std::fs::read_to_string(example("televisions")).expect("the example");
    let bad = [
        ("cut.json", good[..good.len() / 2].to_owned(), "not a sound JSON file"),
        ("foreign.json", "{\"offers\": []}".to_owned(), "not a Worthwhile file"),
        ("newer.json", good.replace("\"version\": 1", "\"version\": 2"), "newer program"),
        ("level.json", good.replacen("\"picture\": 6", "\"picture\": 60", 1), "offers[0].levels.picture"),
        ("key.json", good.replacen("\"picture\": 6", "\"pictures\": 6", 1), "offers[0].levels.pictures"),
        ("sum.json", good.replacen("\"product\": 0.4", "\"product\": 0.5", 1), "must add up to 1"),
    ];
    succeeds(folder.path(), &["import", "tv.json", "--into", "kept.worth"]);
    let before = std::fs::read(folder.path().join("kept.worth")).expect("the workbook");
    for (name, text, said) in &bad {
        std::fs::write(folder.path().join(name), text).expect("written");
        fails(folder.path(), &["score", name], &[said, name]);
        fails(folder.path(), &["import", name, "--into", "made.worth"], &[said, name]);
        fails(folder.path(), &["import", name, "--into", "kept.worth"], &[said, name]);
    }
    fails(folder.path(), &["import", "none.json", "--into", "made.worth"], &["no such file", "none.json"]);
    fails(folder.path(), &["import", "kept.worth", "--into", "made.worth"], &["is a workbook", "export"]);
    fails(folder.path(), &["import", "tv.json", "--into", "no/made.worth"], &["no such folder", "no/made.worth"]);
    assert!(names_in(folder.path()).iter().all(|name| !name.starts_with("made")), "{:?}", names_in(folder.path()));
    assert!(before == std::fs::read(folder.path().join("kept.worth")).expect("the workbook"), "not a byte changed");
}

#[test]
fn what_is_exported_comes_back_the_same() {
    let folder = folder();
    let keys = ["televisions", "tractor", "coffee"];
    for key in keys {
        let file = example(key);
        succeeds(folder.path(), &["import", file.to_str().expect("a path"), "--into", "all.worth"]);
    }
    let names = ["液晶电视", "The tractor", "Coffee"];
    for (key, name) in keys.into_iter().zip(names) {
        let said = succeeds(folder.path(), &["export", "all.worth", "--comparison", name, "-o", "first.json"]);
        assert_eq!(said, "written: first.json\n");
        let again = format!("{key}.worth");
        succeeds(folder.path(), &["import", "first.json", "--into", &again]);
        succeeds(folder.path(), &["export", &again, "--comparison", name, "-o", "second.json"]);
        let text = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("a file");
        assert_eq!(text("first.json"), text("second.json"), "{key}");
        let shipped = example(key);
        let scores = ["first.json", shipped.to_str().expect("a path")];
        let [exported, shipped] = scores.map(|file| cdvs(&json(&succeeds(folder.path(), &["score", file, "--json"]))));
        assert_eq!(exported, shipped, "{key}: to the last bit");
    }
}

#[test]
fn export_writes_over_no_workbook_and_into_no_missing_folder() {
    let folder = folder();
    succeeds(folder.path(), &["import", "tv.json", "--into", "tv.worth"]);
    let before = std::fs::read(folder.path().join("tv.worth")).expect("the workbook");
    let export =
        |name: &'static str, output: &'static str| ["export", "tv.worth", "--comparison", name, "--output", output];
    fails(folder.path(), &export("LED televisions", "tv.worth"), &["not written over"]);
    fails(folder.path(), &export("LED televisions", "no/tv.json"), &["no such folder"]);
    fails(folder.path(), &export("Radios", "radios.json"), &["no comparison “Radios”", "LED televisions"]);
    assert_eq!(names_in(folder.path()), ["tv.json", "tv.worth"]);
    assert!(before == std::fs::read(folder.path().join("tv.worth")).expect("the workbook"), "not a byte changed");
}

#[test]
fn a_workbook_that_is_open_is_refused_by_every_command() {
    let folder = folder();
    let path = folder.path().join("tv.worth");
    let open = Store::create(&path, &Workbook::default(), Arc::new(|| {})).expect("a workbook");
    for arguments in [
        ["score", "tv.worth"].as_slice(),
        &["import", "tv.json", "--into", "tv.worth"],
        &["export", "tv.worth", "--comparison", "x", "-o", "x.json"],
    ] {
        fails(folder.path(), arguments, &["already open", "tv.worth"]);
    }
    drop(open);
    succeeds(folder.path(), &["import", "tv.json", "--into", "tv.worth"]);
}

#[test]
fn what_is_no_command_says_how_to_use_the_program() {
    let folder = folder();
    fails(folder.path(), &["score"], &["Usage: worthwhile score"]);
    fails(folder.path(), &["export", "tv.worth"], &["--comparison"]);
    fails(folder.path(), &["score", "."], &["this is a folder"]);
    assert!(succeeds(folder.path(), &["--help"]).contains("score"));
}
