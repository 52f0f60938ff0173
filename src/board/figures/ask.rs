//! Figures of the pages: one door from a question to its drawing, its table and its data.

use super::buyers::{self, BuyersOptions, buyers_data, buyers_figure, shares_data, shares_figure};
use super::charts::{BridgeOptions, CompareOptions, bridge_scene, bridge_title, compare_scene};
use super::levers::{LeversOptions, levers_data, levers_figure};
use super::price::{PriceOptions, price_data, price_figure};
use super::satisfaction::{
    SatisfactionOptions, SatisfactionsOptions, satisfaction_data, satisfaction_figure, satisfactions_data,
    satisfactions_figure,
};
use super::scale::{ScaleOptions, scale_data, scale_figure};
use super::stability::{StabilityOptions, stability_data, stability_figure};
use super::tornado::{TornadoOptions, tornado_data, tornado_figure};
use super::value_map::{MapOptions, NAMED_MAX, map_data, map_figure};
use super::variants::{
    CasesOptions, GapOptions, changed_data, changed_figure, gap_data, gap_figure, is_heavy, ranks_data, ranks_figure,
};
use super::weighing::{MethodsOptions, WeighingOptions, methods_data, methods_figure, weighing_data, weighing_figure};
use super::weights::{WeightsOptions, weights_data, weights_figure};
use super::winner_map::{WinnerMapOptions, winner_map_data, winner_map_figure};
use super::worth::{WorthOptions, worth_data, worth_figure};
use super::{Figure, KeepGoing, Seen};
use crate::board::Rows;
use crate::board::tables::{bridge_data, bridge_table, compare_data, compare_summary, compare_table};

/// Which figure, whatever it shows: what can be copied, saved as a picture, and shown as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Picture {
    /// Delivered value by dimension.
    Compare,
    /// Why one offer beats another.
    Bridge,
    /// What an offer is worth against another, in money.
    Worth,
    /// Delivered value against a price.
    Price,
    /// Delivered value against a weight.
    Weights,
    /// How far every weight may move.
    Stability,
    /// What doubts do to a lead.
    Tornado,
    /// What every offer gives for what it costs.
    Map,
    /// Ranks from case to case.
    Ranks,
    /// What differs between cases.
    Changed,
    /// Why a lead changes between two cases.
    Gap,
    /// Who wins where.
    WinnerMap,
    /// The cheapest way to win.
    Levers,
    /// How far one offer meets what is expected.
    Satisfaction,
    /// How far all offers do.
    Satisfactions,
    /// Where weights come from.
    Weighing,
    /// All methods that were tried, side by side.
    Methods,
    /// The scale of a criterion.
    Scale,
    /// Delivered value for every kind of buyer.
    Buyers,
    /// Shares of preference of every kind of buyer.
    Shares,
}

/// A figure with all that it depends on besides the board.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Delivered value by dimension.
    Compare(CompareOptions),
    /// Why one offer beats another.
    Bridge(BridgeOptions),
    /// What an offer is worth against another, in money.
    Worth(WorthOptions),
    /// Delivered value against a price.
    Price(PriceOptions),
    /// Delivered value against a weight.
    Weights(WeightsOptions),
    /// How far every weight may move.
    Stability(StabilityOptions),
    /// What doubts do to a lead.
    Tornado(TornadoOptions),
    /// What every offer gives for what it costs.
    Map(MapOptions),
    /// Ranks from case to case.
    Ranks(CasesOptions),
    /// What differs between cases.
    Changed(CasesOptions),
    /// Why a lead changes between two cases.
    Gap(GapOptions),
    /// Who wins where.
    WinnerMap(WinnerMapOptions),
    /// The cheapest way to win.
    Levers(LeversOptions),
    /// How far one offer meets what is expected.
    Satisfaction(SatisfactionOptions),
    /// How far all offers do.
    Satisfactions(SatisfactionsOptions),
    /// Where weights come from.
    Weighing(WeighingOptions),
    /// All methods that were tried, side by side.
    Methods(MethodsOptions),
    /// The scale of a criterion.
    Scale(ScaleOptions),
    /// Delivered value for every kind of buyer.
    Buyers(BuyersOptions),
    /// Shares of preference of every kind of buyer.
    Shares(BuyersOptions),
}

/// Figures that go through every offer take longer than a frame beyond this many.
const OFFERS_AT_ONCE: usize = 10_000;

impl Ask {
    /// True where the figure takes longer than a frame: it is then made off the window's thread.
    #[must_use]
    pub fn is_heavy(&self, seen: Seen<'_>) -> bool {
        match self {
            Self::Compare(_)
            | Self::Bridge(_)
            | Self::Worth(_)
            | Self::Tornado(_)
            | Self::Ranks(_)
            | Self::Changed(_)
            | Self::Scale(_)
            | Self::Satisfaction(_) => false,
            Self::Weighing(options) => options.is_heavy(seen),
            Self::Methods(options) => options.is_heavy(seen),
            Self::Levers(options) => options.is_heavy(seen),
            Self::Price(_) | Self::Weights(_) | Self::Stability(_) | Self::Satisfactions(_) => {
                seen.comparison.offers.len() > OFFERS_AT_ONCE
            }
            Self::Gap(options) => is_heavy(seen, *options),
            Self::Map(_) => seen.board.compiled.offers() > NAMED_MAX,
            Self::WinnerMap(options) => options.is_heavy(seen),
            Self::Buyers(_) | Self::Shares(_) => buyers::is_heavy(seen),
        }
    }

    /// True where it is made of the real case and its variants, not of the case that is shown.
    #[must_use]
    pub fn is_of_cases(&self) -> bool {
        matches!(self, Self::Ranks(_) | Self::Changed(_) | Self::Gap(_))
    }

    /// Which figure it asks for.
    #[must_use]
    pub fn picture(&self) -> Picture {
        match self {
            Self::Compare(_) => Picture::Compare,
            Self::Bridge(_) => Picture::Bridge,
            Self::Worth(_) => Picture::Worth,
            Self::Price(_) => Picture::Price,
            Self::Weights(_) => Picture::Weights,
            Self::Stability(_) => Picture::Stability,
            Self::Tornado(_) => Picture::Tornado,
            Self::Map(_) => Picture::Map,
            Self::Ranks(_) => Picture::Ranks,
            Self::Changed(_) => Picture::Changed,
            Self::Gap(_) => Picture::Gap,
            Self::WinnerMap(_) => Picture::WinnerMap,
            Self::Levers(_) => Picture::Levers,
            Self::Satisfaction(_) => Picture::Satisfaction,
            Self::Satisfactions(_) => Picture::Satisfactions,
            Self::Weighing(_) => Picture::Weighing,
            Self::Methods(_) => Picture::Methods,
            Self::Scale(_) => Picture::Scale,
            Self::Buyers(_) => Picture::Buyers,
            Self::Shares(_) => Picture::Shares,
        }
    }
}

/// The figure that is asked for; `None` where `keep_going` stopped the work.
#[must_use]
pub fn figure(seen: Seen<'_>, ask: &Ask, keep_going: KeepGoing<'_>) -> Option<Figure> {
    let Seen { board, comparison, words } = seen;
    Some(match ask {
        Ask::Compare(options) => {
            let is_empty = board.ranked().next().is_none();
            Figure {
                title: words.t("chart-compare"),
                scene: compare_scene(board, comparison, words, *options),
                summary: compare_summary(board, comparison, words, options.sorted),
                table: compare_table(board, comparison, words, options.sorted),
                remark: if is_empty { words.t("chart-empty") } else { String::new() },
                ..Figure::default()
            }
        }
        Ask::Bridge(options) if options.fits(board) => {
            let table = bridge_table(board, comparison, words, *options);
            Figure {
                title: bridge_title(board, comparison, words, *options),
                scene: bridge_scene(board, comparison, words, *options),
                summary: table.in_words(),
                table,
                ..Figure::default()
            }
        }
        Ask::Bridge(_) => Figure::default(),
        Ask::Worth(options) => worth_figure(seen, *options),
        Ask::Price(options) => price_figure(seen, *options),
        Ask::Weights(options) => weights_figure(seen, options),
        Ask::Stability(options) => stability_figure(seen, *options),
        Ask::Tornado(options) => tornado_figure(seen, *options),
        Ask::Map(options) => map_figure(seen, *options),
        Ask::Ranks(options) => ranks_figure(seen, options),
        Ask::Changed(options) => changed_figure(seen, options),
        Ask::Gap(options) => gap_figure(seen, *options, keep_going)?,
        Ask::WinnerMap(options) => return winner_map_figure(seen, options, keep_going),
        Ask::Levers(options) => levers_figure(seen, *options),
        Ask::Satisfaction(options) => satisfaction_figure(seen, *options),
        Ask::Satisfactions(options) => satisfactions_figure(seen, *options),
        Ask::Weighing(options) => weighing_figure(seen, *options),
        Ask::Methods(options) => methods_figure(seen, *options),
        Ask::Scale(options) => scale_figure(seen, *options),
        Ask::Buyers(options) => buyers_figure(seen, *options),
        Ask::Shares(options) => shares_figure(seen, *options),
    })
}

/// The data behind a figure for other programs: headings, then rows at full precision.
#[must_use]
pub fn figure_data(seen: Seen<'_>, ask: &Ask) -> Rows {
    let Seen { board, comparison, words } = seen;
    match ask {
        Ask::Compare(options) => compare_data(board, comparison, words, options.sorted),
        Ask::Bridge(options) if options.fits(board) => bridge_data(board, comparison, words, *options),
        Ask::Bridge(_) => Rows::new(),
        Ask::Worth(options) => worth_data(seen, *options),
        Ask::Price(options) => price_data(seen, *options),
        Ask::Weights(options) => weights_data(seen, options),
        Ask::Stability(_) => stability_data(seen),
        Ask::Tornado(options) => tornado_data(seen, *options),
        Ask::Map(_) => map_data(seen),
        Ask::Ranks(options) => ranks_data(seen, options),
        Ask::Changed(options) => changed_data(seen, options),
        Ask::Gap(options) => gap_data(seen, *options),
        Ask::WinnerMap(options) => winner_map_data(seen, options),
        Ask::Levers(options) => levers_data(seen, *options),
        Ask::Satisfaction(options) => satisfaction_data(seen, *options),
        Ask::Satisfactions(options) => satisfactions_data(seen, *options),
        Ask::Weighing(options) => weighing_data(seen, *options),
        Ask::Methods(options) => methods_data(seen, *options),
        Ask::Scale(options) => scale_data(seen, *options),
        Ask::Buyers(_) => buyers_data(seen),
        Ask::Shares(_) => shares_data(seen),
    }
}
