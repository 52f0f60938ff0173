//! Headless commands on the same library. Errors go to stderr with what to do; nothing is half-written.

pub mod analyse;
mod score;
mod transfer;

use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::exchange::{json, whole};
use crate::model::{Comparison, Lang, Segment, Workbook};

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
    /// Find out why an offer wins and what would change the answer
    Analyse {
        /// A workbook or an exchange JSON file
        file: PathBuf,
        /// What is asked
        #[command(flatten)]
        question: Box<analyse::Question>,
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

/// Runs a headless command.
#[must_use]
pub fn run(command: &Command) -> ExitCode {
    let done = match command {
        Command::Score { file, comparison, segment, json } => {
            score::score(file, comparison.as_deref(), segment.as_deref(), *json)
        }
        Command::Analyse { file, question } => analyse::analyse(file, question),
        Command::Import { file, into } => transfer::import(file, into),
        Command::Export { workbook, comparison, output } => transfer::export(workbook, comparison, output),
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

/// The comparisons that were asked for: one by its name, or all.
fn chosen<'a>(workbook: &'a Workbook, name: Option<&str>) -> Result<Vec<&'a Comparison>, String> {
    match name {
        Some(name) => Ok(vec![named(workbook, name)?]),
        None => Ok(workbook.comparisons.iter().collect()),
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
