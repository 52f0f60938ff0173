//! The value map: what every offer gives for what it costs, who dominates whom, and who is above fair value.

mod scene;
mod sentences;

use super::figure::{Figure, Seen};
use super::tables::{Table, exact};
use super::{Board, Rows};
use crate::model::Comparison;
use crate::value::{Dominance, Dominators, FairValue};
use crate::words::{Words, decimal, signed};

/// How the value map is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer whose figures are told.
    pub told: Option<usize>,
}

/// More dots than this make no picture; the data has them all.
const DOTS_MAX: usize = 500;
/// More rows than this make no table for the screen.
const ROWS_MAX: usize = 200;
/// Beyond this many complete offers the map is made beside the window, and its data names no dominators: they would
/// be millions.
pub(super) const NAMED_MAX: usize = 2_000;

/// What the map is drawn and told from.
struct Map<'a> {
    seen: Seen<'a>,
    dominance: Dominance<'a>,
    fair: FairValue,
    /// The efficient frontier, from the cheapest offer to the dearest.
    frontier: Vec<usize>,
    /// True for offers on the frontier.
    efficient: Vec<bool>,
    /// The offers that are drawn, from best to worst.
    shown: Vec<usize>,
}

impl<'a> Map<'a> {
    fn new(seen: Seen<'a>) -> Option<Self> {
        let dominance = Dominance::new(seen.case()?);
        let fair = dominance.fair_value()?;
        let frontier = dominance.frontier();
        let mut efficient = vec![false; seen.board.compiled.offers()];
        for &o in &frontier {
            efficient[o] = true;
        }
        let shown = seen.board.ranked().take(DOTS_MAX).collect();
        Some(Self { seen, dominance, fair, frontier, efficient, shown })
    }

    fn board(&self) -> &'a Board {
        self.seen.board
    }

    fn words(&self) -> &'a Words {
        self.seen.words
    }

    fn comparison(&self) -> &'a Comparison {
        self.seen.comparison
    }

    fn name(&self, offer: usize) -> &'a str {
        self.comparison().offers[offer].name.get(self.words().lang())
    }

    /// CDV − mean CDV; the map has complete offers only.
    fn distance(&self, offer: usize) -> f64 {
        self.fair.distances[offer].unwrap_or(0.0)
    }

    /// A figure without a sign, to the places of the board.
    fn plain(&self, value: f64) -> String {
        decimal(value, self.board().places)
    }

    fn complete(&self) -> usize {
        self.board().delivered.complete.iter().filter(|complete| **complete).count()
    }

    /// Value, cost, CDV and the distance from the fair line, in words.
    fn told(&self, offer: usize) -> String {
        let delivered = &self.board().delivered;
        let distance = self.distance(offer);
        let above = self.plain(distance.abs());
        let fair = match (above.trim_matches(['0', '.']).is_empty(), distance > 0.0) {
            (true, _) => self.words().t("map-at-fair"),
            (false, true) => self.words().with("map-above-by", &[("amount", &above)]),
            (false, false) => self.words().with("map-below-by", &[("amount", &above)]),
        };
        let figures = [
            ("offer", self.name(offer)),
            ("value", &self.plain(delivered.tcv[offer])),
            ("cost", &self.plain(delivered.tcc[offer])),
            ("cdv", &signed(delivered.cdv[offer], self.board().places)),
            ("fair", &fair),
        ];
        self.words().with("map-told", &figures)
    }

    fn names(&self, offers: &[usize], most: usize) -> String {
        let mut names: Vec<String> = offers.iter().take(most).map(|&o| self.name(o).to_owned()).collect();
        if offers.len() > most {
            names.push(self.words().count("map-more-offers", offers.len() - most));
        }
        self.words().list(&names)
    }

    fn head(&self) -> Vec<String> {
        let keys = ["table-offer", "map-value", "map-cost", "cdv", "map-distance", "map-frontier"];
        keys.map(|key| self.words().t(key)).to_vec()
    }

    fn yes_or_no(&self, offer: usize) -> String {
        self.words().t(if self.efficient[offer] { "map-yes" } else { "map-no" })
    }

    fn dominator_heads(&self) -> [String; 2] {
        ["map-everywhere-by", "map-totals-by"].map(|key| self.words().t(key))
    }

    fn table(&self) -> Table {
        let delivered = &self.board().delivered;
        let row = |&o: &usize| {
            let figures = [delivered.tcv[o], delivered.tcc[o]].map(|x| self.plain(x));
            let signs = [delivered.cdv[o], self.distance(o)].map(|x| signed(x, self.board().places));
            let Dominators { on_every_criterion, on_totals } = self.dominance.of(o);
            let mut cells = vec![self.name(o).to_owned()];
            cells.extend(figures.into_iter().chain(signs));
            cells.push(self.yes_or_no(o));
            cells.extend([on_every_criterion, on_totals].map(|by| self.names(&by, sentences::NAMES_MAX)));
            cells
        };
        let mut head = self.head();
        head.extend(self.dominator_heads());
        let more = self.complete().saturating_sub(ROWS_MAX);
        Table {
            head,
            rows: self.shown.iter().take(ROWS_MAX).map(row).collect(),
            more: if more == 0 { String::new() } else { self.words().count("and-more", more) },
        }
    }

    fn data(&self) -> Rows {
        let delivered = &self.board().delivered;
        let is_named = self.complete() <= NAMED_MAX;
        let row = |o: usize| {
            let figures = [delivered.tcv[o], delivered.tcc[o], delivered.cdv[o], self.distance(o)].map(exact);
            let mut cells = vec![self.name(o).to_owned()];
            cells.extend(figures);
            cells.push(self.yes_or_no(o));
            if is_named {
                let Dominators { on_every_criterion, on_totals } = self.dominance.of(o);
                cells.extend([on_every_criterion, on_totals].map(|by| self.names(&by, usize::MAX)));
            }
            cells
        };
        let mut head = self.head();
        if is_named {
            head.extend(self.dominator_heads());
        }
        std::iter::once(head).chain(self.board().ranked().map(row)).collect()
    }
}

/// The value map.
pub(super) fn map_figure(seen: Seen<'_>, options: MapOptions) -> Figure {
    let title = seen.words.t("map-title");
    let Some(map) = Map::new(seen) else {
        return Figure { title, remark: seen.words.t("chart-empty"), ..Figure::default() };
    };
    let (scene, plot) = map.scene(options);
    let table = map.table();
    Figure {
        title,
        scene,
        plot: Some(plot),
        summary: map.shown.iter().take(ROWS_MAX).map(|&o| map.told(o)).collect::<Vec<_>>().join("; "),
        table,
        sentences: map.sentences(options.told),
        ..Figure::default()
    }
}

/// The value map of all complete offers for other programs.
pub(super) fn map_data(seen: Seen<'_>) -> Rows {
    Map::new(seen).map(|map| map.data()).unwrap_or_default()
}
