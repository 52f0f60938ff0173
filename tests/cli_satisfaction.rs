//! `worthwhile analyse --what satisfaction`, run as a user runs it.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use worthwhile::examples;
use worthwhile::exchange::json;
use worthwhile::model::{Edit, IdSource, Level, OfferId, Workbook};

/// Sums of some ten products in another order.
const TOLERANCE: f64 = 1e-9;

fn run(file: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
    let command = command.arg("analyse").arg(file).args(["--what", "satisfaction"]).args(arguments);
    command.output().expect("the program runs")
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// The televisions, of which a warranty of six years is expected; TCL's turns out to be one of two.
fn write_file(folder: &Path) -> std::path::PathBuf {
    let mut ids = IdSource::starting_at(1);
    let comparisons = examples::load(examples::find("televisions").unwrap(), &mut ids).unwrap();
    let mut workbook = Workbook { comparisons, ids };
    let one = &workbook.comparisons[0];
    let (comparison, warranty, tcl) = (one.id(), one.criteria[2].id, one.offers[0].id);
    for edit in [
        Edit::AddExpectation { comparison },
        Edit::SetLevels { comparison, cells: vec![(OfferId::EXPECTED, warranty, Some(Level::Number(6.0)))] },
        Edit::SetLevelsAfterUse { comparison, cells: vec![(tcl, warranty, Some(Level::Number(2.0)))] },
    ] {
        let changes = edit.changes(&workbook).unwrap();
        workbook.apply(&changes);
    }
    let path = folder.join("televisions.json");
    std::fs::write(&path, json::write(&[&workbook.comparisons[0]])).unwrap();
    path
}

#[test]
fn satisfaction_is_told_in_words_and_in_json() {
    let folder = tempfile::tempdir().unwrap();
    let file = write_file(folder.path());
    let told = text(&run(&file, &["--offer", "TCL"]));
    assert!(told.contains("−2.5  Warranty; −10 after use"), "{told}");
    assert!(!told.contains("Haier"), "{told}");
    let whole: Value = serde_json::from_str(&text(&run(&file, &["--json"]))).expect("JSON");
    let found = &whole["comparisons"][0];
    // 26 2/9 + 22 + 11 2/3 + 13 1/3 of value, 30 + 5.6 + 3 1/3 + 2.1 of cost.
    let expected = found["expected_cdv"].as_f64().unwrap();
    assert!((expected - (73.0 + 2.0 / 9.0 - (41.0 + 1.0 / 30.0))).abs() < TOLERANCE, "{expected}");
    let offers = found["offers"].as_array().unwrap();
    assert_eq!(offers.len(), 4);
    let sum = |told: &Value| -> f64 {
        told["by_criterion"].as_array().unwrap().iter().map(|l| l["satisfaction"].as_f64().unwrap()).sum()
    };
    for offer in offers {
        let bought = &offer["as_bought"];
        assert!((sum(bought) - bought["total"].as_f64().unwrap()).abs() < TOLERANCE, "{offer}");
        assert_eq!(bought["missing"], serde_json::json!([]));
    }
    assert_eq!((&offers[1]["after_use"], &offers[1]["change"]), (&Value::Null, &Value::Null));
    assert!((offers[0]["change"].as_f64().unwrap() + 7.5).abs() < TOLERANCE);
}

#[test]
fn where_nobody_said_what_is_expected_that_is_said() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/televisions.json");
    assert!(text(&run(&file, &[])).contains("nobody said what the buyer expects"));
    let why = run(&file, &["--offer", "Sony"]);
    assert!(!why.status.success() && String::from_utf8_lossy(&why.stderr).contains("there is no offer “Sony”"));
}
