//! How far offers meet what the buyer expects: diverging bars by criterion for one offer, and in all for every offer.

mod rows;
mod said;
mod scene;

pub use rows::UseRow;

use super::charts::{BARS_MAX, dimension_name, signed_figure};
use super::{Figure, Seen};
use crate::board::Rows;
use crate::board::column::UNKNOWN;
use crate::board::quantity::leaf_name;
use crate::board::tables::{Table, exact};
use crate::model::Comparison;
use crate::value::{Judged, Satisfaction, When};

/// When an offer is judged, or how that changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judging {
    /// As it is bought.
    #[default]
    Bought,
    /// As it turns out to be in use.
    InUse,
    /// Before and after.
    Both,
}

impl Judging {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Bought, Self::InUse, Self::Both];

    fn whens(self) -> &'static [When] {
        match self {
            Self::Bought => &[When::Bought],
            Self::InUse => &[When::InUse],
            Self::Both => &[When::Bought, When::InUse],
        }
    }
}

/// Satisfaction with which offer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SatisfactionOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer.
    pub offer: usize,
    /// As bought, in use, or both.
    pub judging: Judging,
}

/// Satisfaction with all offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SatisfactionsOptions {
    /// Width of the picture.
    pub width: f32,
    /// As bought, in use, or both.
    pub judging: Judging,
}

/// What is asked, with what it is worked out from.
struct Asked<'a> {
    seen: Seen<'a>,
    found: Satisfaction<'a>,
    judging: Judging,
}

impl<'a> Asked<'a> {
    fn new(seen: Seen<'a>, judging: Judging) -> Option<Self> {
        Some(Self { seen, found: Satisfaction::new(seen.case()?)?, judging })
    }

    fn comparison(&self) -> &'a Comparison {
        self.seen.comparison
    }

    fn name(&self, offer: usize) -> &'a str {
        self.comparison().offers.get(offer).map_or("", |o| o.name.get(self.seen.words.lang()))
    }

    /// One figure for each time that is asked about.
    fn judged(&self, offer: usize) -> Vec<Judged> {
        self.judging.whens().iter().map(|when| self.found.with(offer, *when)).collect()
    }

    fn leaf_name(&self, leaf: usize) -> String {
        let leaf = self.seen.board.compiled.leaves()[leaf].leaf;
        leaf_name(self.comparison(), self.seen.words, leaf)
    }

    /// A signed figure, or a dash.
    fn figure(&self, value: Option<f64>) -> String {
        value.map_or_else(|| UNKNOWN.to_owned(), |value| signed_figure(self.seen.board, value))
    }

    /// “Satisfaction”, or one heading for each time and one for the change.
    fn heads(&self) -> Vec<String> {
        let words = self.seen.words;
        match self.judging {
            Judging::Bought => vec![words.t("satisfaction-bought")],
            Judging::InUse => vec![words.t("satisfaction-in-use")],
            Judging::Both => {
                ["satisfaction-bought", "satisfaction-in-use", "satisfaction-change"].map(|key| words.t(key)).to_vec()
            }
        }
    }
}

/// The figures of one line: before and after with the change behind them, or one alone.
fn with_change(values: Vec<Option<f64>>) -> Vec<Option<f64>> {
    match values.as_slice() {
        [before, after] => {
            let change = before.zip(*after).map(|(before, after)| after - before);
            vec![*before, *after, change]
        }
        _ => values,
    }
}

/// A name with its figures.
type Line = (String, Vec<Option<f64>>);
/// Headings and what stands below them.
type Lines = (Vec<String>, Vec<Line>);

/// Headings, then the total and every leaf with its figures.
fn lines(asked: &Asked<'_>, offer: usize) -> Lines {
    let words = asked.seen.words;
    let judged = asked.judged(offer);
    let mut head = vec![words.t("table-criterion")];
    head.extend(asked.heads());
    let total = (words.t("satisfaction-total"), with_change(judged.iter().map(|j| j.total).collect()));
    let leaf = |l: usize| (asked.leaf_name(l), with_change(judged.iter().map(|j| j.leaves[l]).collect()));
    let leaves = (0..asked.seen.board.compiled.leaves().len()).map(leaf);
    (head, std::iter::once(total).chain(leaves).collect())
}

/// Headings, then every offer with its figures in all.
fn offer_lines(asked: &Asked<'_>, most: usize) -> Lines {
    let mut head = vec![asked.seen.words.t("table-offer")];
    head.extend(asked.heads());
    let row = |offer: usize| {
        let totals = asked.judged(offer).iter().map(|j| j.total).collect();
        (asked.name(offer).to_owned(), with_change(totals))
    };
    (head, (0..asked.comparison().offers.len().min(most)).map(row).collect())
}

fn table(asked: &Asked<'_>, (head, rows): Lines) -> Table {
    let row = |(name, figures): Line| {
        std::iter::once(name).chain(figures.into_iter().map(|value| asked.figure(value))).collect()
    };
    Table { head, rows: rows.into_iter().map(row).collect(), more: String::new() }
}

fn plain((head, rows): Lines) -> Rows {
    let row = |(name, figures): Line| {
        std::iter::once(name).chain(figures.into_iter().map(|value| value.map_or_else(String::new, exact))).collect()
    };
    std::iter::once(head).chain(rows.into_iter().map(row)).collect()
}

/// Satisfaction with one offer: in all on top, then by criterion under the dimensions.
pub(in crate::board) fn satisfaction_figure(seen: Seen<'_>, options: SatisfactionOptions) -> Figure {
    let words = seen.words;
    let Some(asked) = Asked::new(seen, options.judging) else { return Figure::default() };
    if options.offer >= seen.comparison.offers.len() {
        return Figure {
            title: words.t("page-satisfaction"),
            remark: words.t("satisfaction-no-offers"),
            ..Figure::default()
        };
    }
    let table = table(&asked, lines(&asked, options.offer)).cut(words);
    let title = words.with("satisfaction-title", &[("offer", asked.name(options.offer))]);
    Figure {
        title,
        scene: scene::by_criterion(&asked, options),
        summary: table.in_words(),
        table,
        sentences: said::sentences(&asked, options.offer),
        remark: said::missing(&asked, options.offer),
        uses: rows::uses(&asked, options.offer),
        ..Figure::default()
    }
}

/// Satisfaction in all with every offer.
pub(in crate::board) fn satisfactions_figure(seen: Seen<'_>, options: SatisfactionsOptions) -> Figure {
    let words = seen.words;
    let Some(asked) = Asked::new(seen, options.judging) else { return Figure::default() };
    let table = table(&asked, offer_lines(&asked, usize::MAX)).cut(words);
    let more = seen.comparison.offers.len().saturating_sub(BARS_MAX);
    Figure {
        title: words.t("satisfactions-title"),
        scene: scene::of_offers(&asked, options),
        summary: table.in_words(),
        table,
        remark: if more > 0 { words.count("and-more", more) } else { String::new() },
        ..Figure::default()
    }
}

/// Satisfaction with one offer for other programs.
pub(in crate::board) fn satisfaction_data(seen: Seen<'_>, options: SatisfactionOptions) -> Rows {
    let asked = Asked::new(seen, options.judging).filter(|_| options.offer < seen.comparison.offers.len());
    asked.map(|asked| plain(lines(&asked, options.offer))).unwrap_or_default()
}

/// Satisfaction with every offer for other programs.
pub(in crate::board) fn satisfactions_data(seen: Seen<'_>, options: SatisfactionsOptions) -> Rows {
    let asked = Asked::new(seen, options.judging);
    asked.map(|asked| plain(offer_lines(&asked, usize::MAX))).unwrap_or_default()
}
