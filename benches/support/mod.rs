//! A workbook of ordinary size: one comparison of 4 offers and 12 criteria, filled.

use std::path::{Path, PathBuf};

use worthwhile::exchange::json;
use worthwhile::model::Workbook;
use worthwhile::store::{Store, Wake};

/// The criteria: dimension and name. The price is the one under Monetary.
const CRITERIA: [(&str, &str); 12] = [
    ("product", "Picture"),
    ("product", "Features"),
    ("product", "Reliability"),
    ("service", "Warranty"),
    ("service", "Delivery"),
    ("personnel", "Staff"),
    ("image", "Brand"),
    ("monetary", "Price"),
    ("time", "Waiting"),
    ("time", "Shopping"),
    ("mental", "Worry"),
    ("physical", "Trip"),
];

/// The comparison as an exchange file.
fn exchange() -> String {
    let criteria = CRITERIA.map(|(dimension, name)| {
        let kind = if dimension == "monetary" { "money" } else { "rating" };
        serde_json::json!({"key": name, "dimension": dimension, "name": name, "scale": {"kind": kind}})
    });
    let offers = [0, 1, 2, 3].map(|o| {
        let level = |i: usize| if CRITERIA[i].0 == "monetary" { 2800 + 400 * o } else { 3 + (i + o) % 7 };
        let levels = (0..CRITERIA.len()).map(|i| (CRITERIA[i].1.to_owned(), level(i).into()));
        let levels = levels.collect::<serde_json::Map<_, _>>();
        serde_json::json!({"key": format!("o{o}"), "name": format!("Offer {o}"), "levels": levels})
    });
    let file = serde_json::json!({"format": "worthwhile", "version": 1, "comparisons": [{
        "name": "Bench", "currency": "CNY", "ownership": {"points": [[2000, 0], [5000, 100]]},
        "criteria": criteria, "offers": offers,
    }]});
    file.to_string()
}

/// Makes the workbook file and leaves it closed.
pub fn workbook(folder: &Path) -> PathBuf {
    let mut workbook = Workbook::default();
    workbook.comparisons = json::read(&exchange(), &mut workbook.ids).expect("a sound file");
    let path = folder.join("bench.worth");
    let wake: Wake = std::sync::Arc::new(|| {});
    drop(Store::create(&path, &workbook, wake).expect("a workbook"));
    path
}
