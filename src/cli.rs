//! Headless commands on the same library. Errors go to stderr with what to do; nothing is half-written.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::{Parser, Subcommand};
use serde::Serialize;

use crate::exchange::{ImportError, json, whole};
use crate::model::{Added, Comparison, Edit, Lang, Segment, Workbook, leaf_of};
use crate::store::{Store, StoreEvent};
use crate::value::{Compiled, Delivered, Weighting};

/// Compare competing offers by customer delivered value. Without a command, the window opens.
#[derive(Debug, Parser)]
#[command(name = "worthwhile", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Workbook to open in the window; the last one where absent
    pub workbook: Option<PathBuf>,
    /// What to do without a window
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A headless command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print TCV, TCC, CDV and rank of every offer
    Score {
        /// A workbook or an exchange JSON file
        file: PathBuf,
        /// Only this comparison, by its name in either language
        #[arg(long)]
        comparison: Option<String>,
        /// For this kind of buyer instead of everyone
        #[arg(long)]
        segment: Option<String>,
        /// Print JSON at full precision
        #[arg(long)]
        json: bool,
    },
    /// Add the comparisons of an exchange JSON file to a workbook, made where there is none
    Import {
        /// An exchange JSON file
        file: PathBuf,
        /// The workbook
        #[arg(long)]
        into: PathBuf,
    },
    /// Write one comparison of a workbook as exchange JSON
    Export {
        /// The workbook
        workbook: PathBuf,
        /// The comparison's name in either language
        #[arg(long)]
        comparison: String,
        /// The file to write
        #[arg(short, long)]
        output: PathBuf,
    },
}

/// How long a headless import waits for its commit.
const SAVING: Duration = Duration::from_mins(2);

/// Runs a headless command.
#[must_use]
pub fn run(command: &Command) -> ExitCode {
    let done = match command {
        Command::Score { file, comparison, segment, json } => {
            score(file, comparison.as_deref(), segment.as_deref(), *json)
        }
        Command::Import { file, into } => import(file, into),
        Command::Export { workbook, comparison, output } => export(workbook, comparison, output),
    };
    match done.and_then(|text| print(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("worthwhile: {why}");
            ExitCode::FAILURE
        }
    }
}

type Done = Result<String, String>;

/// Writes the answer; a reader that has seen enough (`| head`) is no failure.
fn print(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("the answer cannot be written: {error}")),
        _ => Ok(()),
    }
}

/// What to do about an error of the file system.
fn told(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder; check the path".to_owned(),
        ErrorKind::IsADirectory => "this is a folder; name a file".to_owned(),
        ErrorKind::PermissionDenied => "this is not allowed; check your rights to the file and its folder".to_owned(),
        ErrorKind::InvalidData => format!("{error}; choose a workbook or an exchange JSON file in UTF-8"),
        _ => format!("{error}; check the path and the disk"),
    }
}

fn at(path: &Path, why: impl std::fmt::Display) -> String {
    format!("{why}\n  file: {}", path.display())
}

/// A workbook, or the comparisons of an exchange file, by what the file begins with.
fn load(path: &Path) -> Result<Workbook, String> {
    let is_named_so = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("worth"));
    if whole::is_workbook(path).map_err(|error| at(path, told(&error)))? || is_named_so {
        return crate::store::read(path).map_err(|error| at(path, error));
    }
    let text = whole::read_text(path, json::MAX_BYTES).map_err(|error| at(path, told(&error)))?;
    let mut workbook = Workbook::default();
    workbook.comparisons = json::read(&text, &mut workbook.ids).map_err(|error| at(path, error))?;
    Ok(workbook)
}

fn named<'a>(workbook: &'a Workbook, name: &str) -> Result<&'a Comparison, String> {
    workbook.named(name).ok_or_else(|| {
        let names: Vec<&str> = workbook.comparisons.iter().map(|c| c.header.name.get(Lang::En)).collect();
        format!("there is no comparison “{name}”; there are: {}", names.join(", "))
    })
}

// --- score -------------------------------------------------------------------------------------------------------

#[derive(Serialize)]
struct Scores<'a> {
    comparisons: Vec<ComparisonScore<'a>>,
}

#[derive(Serialize)]
struct ComparisonScore<'a> {
    name: &'a str,
    segment: &'a str,
    account: crate::model::Account,
    currency: String,
    offers: Vec<OfferScore<'a>>,
}

/// `null` where an offer is incomplete: missing is never 0.
#[derive(Serialize)]
struct OfferScore<'a> {
    name: &'a str,
    tcv: Option<f64>,
    tcc: Option<f64>,
    cdv: Option<f64>,
    ratio: Option<f64>,
    rank: Option<u32>,
    missing: Vec<&'a str>,
}

fn score(file: &Path, comparison: Option<&str>, segment: Option<&str>, as_json: bool) -> Done {
    let workbook = load(file)?;
    let chosen: Vec<&Comparison> = match comparison {
        Some(name) => vec![named(&workbook, name)?],
        None => workbook.comparisons.iter().collect(),
    };
    let comparisons = chosen.into_iter().map(|c| scored(c, segment)).collect::<Result<Vec<_>, _>>()?;
    let scores = Scores { comparisons };
    if as_json {
        let text = serde_json::to_string_pretty(&scores).map_err(|error| error.to_string())?;
        Ok(format!("{text}\n"))
    } else {
        Ok(scores.comparisons.iter().map(as_text).collect::<Vec<_>>().join("\n"))
    }
}

fn segment_of<'a>(comparison: &'a Comparison, name: Option<&str>) -> Result<&'a Segment, String> {
    let Some(name) = name else {
        return comparison.everyone().ok_or_else(|| "the comparison has no “everyone”".to_owned());
    };
    let is_it = |s: &&Segment| Lang::ALL.iter().any(|&lang| s.name.get(lang) == name);
    comparison.segments.iter().find(is_it).ok_or_else(|| {
        let names: Vec<&str> = comparison.segments.iter().map(|s| s.name.get(Lang::En)).collect();
        let place = comparison.header.name.get(Lang::En);
        format!("“{place}” has no segment “{name}”; it has: {}", names.join(", "))
    })
}

fn scored<'a>(comparison: &'a Comparison, segment: Option<&str>) -> Result<ComparisonScore<'a>, String> {
    let segment = segment_of(comparison, segment)?;
    let compiled = Compiled::new(comparison);
    let weighting = Weighting::of(segment, &compiled);
    let mut delivered = Delivered::default();
    compiled.deliver(&weighting, &mut delivered);
    let offers = comparison.offers.iter().enumerate().map(|(i, offer)| {
        let parts = delivered.parts(i, weighting.cost_emphasis);
        let gaps: Vec<_> = compiled.gaps(&weighting, i).map(|l| compiled.leaves()[l].leaf).collect();
        let is_missing = |c: &&crate::model::Criterion| gaps.contains(&leaf_of(c)) && !offer.levels.contains_key(&c.id);
        OfferScore {
            name: offer.name.get(Lang::En),
            tcv: parts.map(|p| p.tcv),
            tcc: parts.map(|p| p.tcc),
            cdv: parts.map(|p| p.cdv),
            ratio: parts.and_then(|p| p.ratio),
            rank: Some(delivered.rank[i]).filter(|rank| *rank > 0),
            missing: comparison.criteria.iter().filter(is_missing).map(|c| c.name.get(Lang::En)).collect(),
        }
    });
    Ok(ComparisonScore {
        name: comparison.header.name.get(Lang::En),
        segment: segment.name.get(Lang::En),
        account: comparison.header.account,
        currency: comparison.header.currency.code().to_owned(),
        offers: offers.collect(),
    })
}

/// A table whose names come last: Chinese ones are as wide as two letters in one terminal and not in another.
fn as_text(score: &ComparisonScore<'_>) -> String {
    let mut text =
        format!("{} ({})\n  rank           CDV           TCV           TCC  offer\n", score.name, score.segment);
    for offer in &score.offers {
        let rank = offer.rank.map_or_else(|| "–".to_owned(), |r| r.to_string());
        let [cdv, tcv, tcc] = [offer.cdv, offer.tcv, offer.tcc].map(figure);
        let _ = write!(text, "  {rank:>4}  {cdv:>12}  {tcv:>12}  {tcc:>12}  {}", offer.name);
        if !offer.missing.is_empty() {
            let _ = write!(text, " (incomplete: {})", offer.missing.join(", "));
        }
        text.push('\n');
    }
    text
}

/// Three decimals; zero has no sign.
fn figure(value: Option<f64>) -> String {
    let text = value.map_or_else(|| "–".to_owned(), |v| format!("{v:.3}"));
    if text == "-0.000" { "0.000".to_owned() } else { text }
}

// --- import and export -------------------------------------------------------------------------------------------

fn import(file: &Path, into: &Path) -> Done {
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

fn export(workbook: &Path, comparison: &str, output: &Path) -> Done {
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
