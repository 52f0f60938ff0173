//! Headless commands on the same library. Errors go to stderr with what to do; nothing is half-written.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::{Parser, Subcommand};
use serde::Serialize;

use crate::exchange::{json, whole};
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
const SAVING: Duration = Duration::from_secs(120);

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
    let printed = done.and_then(|text| {
        std::io::stdout().write_all(text.as_bytes()).map_err(|error| format!("cannot write the answer: {error}"))
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("worthwhile: {why}");
            ExitCode::FAILURE
        }
    }
}

type Done = Result<String, String>;

fn at(path: &Path, why: impl std::fmt::Display) -> String {
    format!("{why}\n  file: {}", path.display())
}

/// A workbook, or the comparisons of an exchange file, by what the file begins with.
fn load(path: &Path) -> Result<Workbook, String> {
    let mut head = [0_u8; 16];
    let is_database = File::open(path)
        .and_then(|mut file| file.read(&mut head))
        .map(|read| head[..read].starts_with(b"SQLite format 3"))
        .map_err(|error| at(path, error))?;
    if is_database || path.extension().is_some_and(|e| e.eq_ignore_ascii_case("worth")) {
        return crate::store::read(path).map_err(|error| at(path, error));
    }
    let text = whole::read_text(path, json::MAX_BYTES).map_err(|error| at(path, error))?;
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

fn as_text(score: &ComparisonScore<'_>) -> String {
    let mut text = format!("{} ({})\n", score.name, score.segment);
    let width = score.offers.iter().map(|o| o.name.chars().count()).max().unwrap_or(0).max(5);
    text.push_str(&format!("  {:<width$}  {:>12}  {:>12}  {:>12}  rank\n", "offer", "TCV", "TCC", "CDV"));
    for offer in &score.offers {
        let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| format!("{:.3}", v + 0.0));
        let rank = offer.rank.map_or_else(|| "–".to_owned(), |r| r.to_string());
        let missing = if offer.missing.is_empty() {
            String::new()
        } else {
            format!("  incomplete: {}", offer.missing.join(", "))
        };
        text.push_str(&format!(
            "  {:<width$}  {:>12}  {:>12}  {:>12}  {rank:>4}{missing}\n",
            offer.name,
            figure(offer.tcv),
            figure(offer.tcc),
            figure(offer.cdv)
        ));
    }
    text
}

// --- import and export -------------------------------------------------------------------------------------------

fn import(file: &Path, into: &Path) -> Done {
    let text = whole::read_text(file, json::MAX_BYTES).map_err(|error| at(file, error))?;
    // Read once before the workbook is touched: a bad file makes no workbook.
    json::read(&text, &mut Workbook::default().ids).map_err(|error| at(file, error))?;
    let wake: crate::store::Wake = Arc::new(|| {});
    let opened = if into.exists() { Store::open(into, wake) } else { Store::create(into, &Workbook::default(), wake) };
    let mut document = crate::app::Document::new(opened.map_err(|error| at(into, error))?);
    if document.store.is_read_only() {
        return Err(at(into, "the workbook is read-only"));
    }
    let workbook = &mut document.workbook;
    let mut comparisons = json::read(&text, &mut workbook.ids).map_err(|error| at(file, error))?;
    let mut names = workbook.clone();
    for comparison in &mut comparisons {
        comparison.header.name = names.free_name(&comparison.header.name);
        names.comparisons.push(comparison.clone());
    }
    let added: Vec<String> = comparisons.iter().map(|c| c.header.name.get(Lang::En).to_owned()).collect();
    let edit = Edit::AddComparisons { comparisons, at: usize::MAX, origin: Added::Import };
    document.apply(&[edit]).map_err(|error| at(file, error))?;
    if !document.store.wait_idle(SAVING) {
        return Err(at(into, "the workbook did not answer in time; nothing may have been imported"));
    }
    let failed = std::iter::from_fn(|| document.store.poll()).find_map(|event| match event {
        StoreEvent::Failed { why, .. } => Some(why),
        _ => None,
    });
    match failed {
        Some(why) => Err(at(into, why)),
        None => Ok(format!("imported: {}\n", added.join(", "))),
    }
}

fn export(workbook: &Path, comparison: &str, output: &Path) -> Done {
    let loaded = crate::store::read(workbook).map_err(|error| at(workbook, error))?;
    let text = json::write(&[named(&loaded, comparison)?]);
    whole::write(output, text.as_bytes()).map_err(|error| at(output, error))?;
    Ok(format!("written: {}\n", output.display()))
}
