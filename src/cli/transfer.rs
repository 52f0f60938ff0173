//! `worthwhile import` and `worthwhile export`.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::{Done, at, named, told};
use crate::exchange::{ImportError, json, whole};
use crate::model::{Added, Edit, Lang, Workbook};
use crate::store::{Store, StoreEvent};

/// How long a headless import waits for its commit.
const SAVING: Duration = Duration::from_mins(2);

pub(super) fn import(file: &Path, into: &Path) -> Done {
    let text = exchange_text(file)?;
    // Tried on a workbook in memory first: a bad file makes no workbook.
    let mut trial = Workbook::default();
    let (edit, _) = addition(&text, &mut trial).map_err(|error| at(file, error))?;
    edit.changes(&trial).map_err(|error| at(file, error))?;
    let mut document = crate::app::Document::new(opened(into)?);
    if document.store.is_read_only() {
        return Err(at(into, "the workbook is read-only; copy it, or change its rights"));
    }
    let (edit, names) = addition(&text, &mut document.workbook).map_err(|error| at(file, error))?;
    document.apply(&[edit]).map_err(|error| at(file, error))?;
    if !document.store.wait_idle(SAVING) {
        return Err(at(into, "the workbook did not answer in time; look into it before you try again"));
    }
    let failed = std::iter::from_fn(|| document.store.poll()).find_map(|event| match event {
        StoreEvent::Failed { why, .. } => Some(why),
        _ => None,
    });
    match failed {
        Some(why) => Err(at(into, why)),
        None => Ok(format!("imported: {}\n", names.join(", "))),
    }
}

fn exchange_text(file: &Path) -> Done {
    if whole::is_workbook(file).map_err(|error| at(file, told(&error)))? {
        return Err(at(file, "this is a workbook; export a comparison of it, and import that"));
    }
    whole::read_text(file, json::MAX_BYTES).map_err(|error| at(file, told(&error)))
}

/// The workbook to import into, made where there is none.
fn opened(into: &Path) -> Result<crate::store::Opened, String> {
    let wake: crate::store::Wake = Arc::new(|| {});
    if into.exists() {
        return Store::open(into, wake).map_err(|error| at(into, error));
    }
    if !folder_of(into).is_dir() {
        return Err(at(into, "there is no such folder; make it first"));
    }
    Store::create(into, &Workbook::default(), wake).map_err(|error| at(into, error))
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The one step that adds the comparisons of an exchange file under names that are free, and those names.
fn addition(text: &str, workbook: &mut Workbook) -> Result<(Edit, Vec<String>), ImportError> {
    let mut comparisons = json::read(text, &mut workbook.ids)?;
    let mut taken = workbook.clone();
    for comparison in &mut comparisons {
        comparison.header.name = taken.free_name(&comparison.header.name);
        taken.comparisons.push(comparison.clone());
    }
    let names = comparisons.iter().map(|c| c.header.name.get(Lang::En).to_owned()).collect();
    Ok((Edit::AddComparisons { comparisons, at: usize::MAX, origin: Added::Import }, names))
}

pub(super) fn export(workbook: &Path, comparison: &str, output: &Path) -> Done {
    let loaded = crate::store::read(workbook).map_err(|error| at(workbook, error))?;
    let text = json::write(&[named(&loaded, comparison)?]);
    if whole::is_workbook(output).unwrap_or(false) {
        return Err(at(output, "this is a workbook and is not written over; choose another name"));
    }
    if !folder_of(output).is_dir() {
        return Err(at(output, "there is no such folder; make it first"));
    }
    whole::write(output, text.as_bytes()).map_err(|error| at(output, told(&error)))?;
    Ok(format!("written: {}\n", output.display()))
}
