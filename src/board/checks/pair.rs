//! Two criteria over the offers, as a picture and as a table.

use super::Teller;
use crate::board::column::level_text;
use crate::board::quantity::price_text;
use crate::board::tables::Table;
use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut};
use crate::model::{Leaf, OfferId};
use crate::value::lint::Finding;
use crate::words::number;

/// Two criteria that move together, offer by offer.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckPair {
    /// What unfolds it.
    pub title: String,
    /// A dot for each offer: what the one criterion gives it against the other one.
    pub scene: Scene,
    /// Levels and points of both.
    pub table: Table,
    /// The same in words.
    pub summary: String,
}

/// Fits the narrowest page.
const WIDTH: f32 = 260.0;
const HEIGHT: f32 = 170.0;
/// More offers than this are left out of both.
const OFFERS_MAX: usize = 40;
const NAME: Font = Font { size: 11.0, bold: false };
const SMALL: Font = Font { size: 10.0, bold: false };

/// An offer that has a level on both.
struct Dot {
    name: String,
    color: [u8; 3],
    /// Signed: a burden is below 0, so that better is always up and to the right.
    at: [f64; 2],
    told: [String; 2],
}

impl Teller<'_> {
    pub(super) fn pair(&self, finding: &Finding) -> Option<CheckPair> {
        let Finding::Together { leaves, .. } = finding else { return None };
        let words = self.words;
        let compiled = self.case.compiled;
        let index = |leaf: Leaf| compiled.leaves().iter().position(|l| l.leaf == leaf);
        let rows = [index(leaves[0])?, index(leaves[1])?];
        let names = leaves.map(|leaf| self.leaf(leaf));
        let dots: Vec<Dot> = self
            .comparison
            .offers
            .iter()
            .enumerate()
            .filter_map(|(o, offer)| {
                let worths = [compiled.worth(rows[0], o)?, compiled.worth(rows[1], o)?];
                let sign = |k: usize| compiled.leaves()[rows[k]].dimension.side().sign();
                let told = |k: usize| self.told_level(leaves[k], offer.id, worths[k]);
                Some(Dot {
                    name: offer.name.get(words.lang()).to_owned(),
                    color: offer.color,
                    at: [sign(0) * worths[0], sign(1) * worths[1]],
                    told: [told(0), told(1)],
                })
            })
            .collect();
        let more = dots.len().saturating_sub(OFFERS_MAX);
        let shown = &dots[..dots.len().min(OFFERS_MAX)];
        let table = Table {
            head: [words.t("table-offer")].into_iter().chain(names.iter().cloned()).collect(),
            rows: shown.iter().map(|dot| vec![dot.name.clone(), dot.told[0].clone(), dot.told[1].clone()]).collect(),
            more: if more > 0 { words.count("and-more", more) } else { String::new() },
        };
        let title = words.t("check-pair");
        Some(CheckPair { title, scene: self.scatter(shown, &names), summary: table.in_words(), table })
    }

    /// “4 years · 66.7”: the level, and its points or its amount.
    fn told_level(&self, leaf: Leaf, offer: OfferId, worth: f64) -> String {
        let offer = self.comparison.offer(offer);
        let level = match leaf {
            Leaf::Ownership => {
                let minor = offer.and_then(|offer| self.comparison.ownership_cost(offer)).unwrap_or_default();
                price_text(self.comparison, self.words, self.comparison.header.currency.units(minor))
            }
            Leaf::Criterion(id) => {
                let scale = self.comparison.criterion(id).map(|c| &c.scale);
                let level = offer.and_then(|offer| offer.levels.get(&id));
                let text =
                    scale.zip(level).map(|(scale, level)| level_text(self.comparison, scale, *level, self.words));
                text.unwrap_or_default()
            }
        };
        format!("{level} · {}", number((worth * 10.0).round() / 10.0))
    }

    fn scatter(&self, dots: &[Dot], names: &[String; 2]) -> Scene {
        let mut scene = Scene { size: [WIDTH, HEIGHT], shapes: Vec::new() };
        let ranges = [0, 1].map(|axis| {
            let [low, high] = dots.iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], dot| {
                [low.min(dot.at[axis]), high.max(dot.at[axis])]
            });
            let pad = (high - low) * 0.12;
            [low - pad, high + pad]
        });
        // What is a burden grows to the left and downwards, without a minus.
        let label = |x: f64| number((x.abs() * 10.0).round() / 10.0);
        let left = Plot::label_room(ranges[1], label);
        let plot = Plot::new([left, 20.0, WIDTH - left - 8.0, HEIGHT - 56.0], ranges[0], ranges[1]);
        plot.grid(&mut scene, label, label);
        for dot in dots {
            let tip = self
                .words
                .with("check-pair-tip", &[("offer", &dot.name), ("one", &dot.told[0]), ("other", &dot.told[1])]);
            scene.circle(plot.at(dot.at[0], dot.at[1]), 4.5, Ink::Offer(dot.color), false, tip);
        }
        scene.text([0.0, 8.0], Anchor::Start, cut(&format!("↑ {}", names[1]), NAME, WIDTH), NAME, Ink::Weak);
        let below = cut(&format!("{} →", names[0]), NAME, WIDTH);
        scene.text([WIDTH, HEIGHT - 10.0], Anchor::End, below, NAME, Ink::Weak);
        few_names(&mut scene, &plot, dots);
        scene
    }
}

/// Names at the dots where they do not run over each other, those of one place together; the pointer tells the others.
fn few_names(scene: &mut Scene, plot: &Plot, dots: &[Dot]) {
    let mut places: Vec<([f32; 2], Vec<&str>)> = Vec::new();
    for dot in dots {
        let [x, y] = plot.at(dot.at[0], dot.at[1]);
        let same = places.iter_mut().find(|(at, _)| (at[0] - x).abs() < 2.0 && (at[1] - y).abs() < 2.0);
        match same {
            Some((_, names)) => names.push(&dot.name),
            None => places.push(([x, y], vec![&dot.name])),
        }
    }
    let mut taken: Vec<f32> = Vec::new();
    for ([x, y], names) in places {
        if taken.iter().any(|other| (other - y).abs() < 12.0) {
            continue;
        }
        taken.push(y);
        let to_the_left = x > plot.rect[0] + plot.rect[2] / 2.0;
        let (anchor, at) = if to_the_left { (Anchor::End, [x - 8.0, y]) } else { (Anchor::Start, [x + 8.0, y]) };
        scene.text(at, anchor, cut(&names.join(" · "), SMALL, plot.rect[2] * 0.45), SMALL, Ink::Text);
    }
}
