//! All methods that were tried, side by side.

use super::choices::is_heavy;
use super::{item_name, method_keys, scope_name, weights_today};
use crate::board::Rows;
use crate::board::figures::{Figure, Seen};
use crate::board::tables::{Table, exact};
use crate::chart::{Anchor, Axis, Font, Ink, Scene, cut};
use crate::model::{Account, Dimension, Ground, Method, Scope};
use crate::value::elicit::weigh;
use crate::words::percent;

/// Which methods are shown beside each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MethodsOptions {
    /// Width of the picture.
    pub width: f32,
    /// What is weighed.
    pub scope: Scope,
}

impl MethodsOptions {
    /// True where it takes longer than a frame: choices are fitted.
    pub(in crate::board::figures) fn is_heavy(self, seen: Seen<'_>) -> bool {
        is_heavy(seen, self.scope)
    }
}

const NAME: Font = Font { size: 12.0, bold: false };
const SMALL: Font = Font { size: 11.0, bold: false };
const BAR: f32 = 8.0;
const GAP: f32 = 10.0;
const KEY: f32 = 16.0;

/// One way to weigh, with what it gives.
struct Tried {
    name: String,
    ink: Ink,
    weights: Vec<f64>,
}

/// Weights of one scope by every method that was tried.
struct Compared {
    items: Vec<String>,
    tried: Vec<Tried>,
}

/// The weights in force, then every method with answers that give weights.
fn compared(seen: Seen<'_>, scope: Scope) -> Option<Compared> {
    let segment = seen.comparison.segment(seen.board.segment)?;
    let items = Ground::of(seen.comparison).items(scope);
    let in_force =
        Tried { name: seen.words.t("weighing-today"), ink: Ink::Text, weights: weights_today(seen, segment, &items) };
    let by = |method: Method| {
        let kept = segment.answers(scope, method)?;
        let found = weigh(seen.comparison, segment, scope, &kept.answers).ok()?;
        Some(Tried { name: seen.words.t(method_keys(Some(method))[0]), ink: ink(method), weights: found.weights })
    };
    Some(Compared {
        items: items.iter().map(|item| item_name(seen, *item)).collect(),
        tried: std::iter::once(in_force).chain(Method::ALL.into_iter().filter_map(by)).collect(),
    })
}

/// A colour of its own for each method, the same wherever it is shown.
fn ink(method: Method) -> Ink {
    match method {
        Method::Points => Ink::Dimension(Dimension::Product),
        Method::Swing => Ink::Dimension(Dimension::Monetary),
        Method::RankOrder => Ink::Dimension(Dimension::Mental),
        Method::Pairwise => Ink::Accent,
        Method::Money => Ink::Dimension(Dimension::Personnel),
        Method::Choices => Ink::Neutral,
    }
}

pub(in crate::board::figures) fn methods_figure(seen: Seen<'_>, options: MethodsOptions) -> Figure {
    let title = seen.words.with("methods-title", &[("scope", &scope_name(seen, options.scope))]);
    if seen.comparison.header.account == Account::Money {
        return Figure { title, remark: seen.words.t("weights-money"), ..Figure::default() };
    }
    let Some(compared) = compared(seen, options.scope) else { return Figure::default() };
    let remark = if compared.tried.len() > 1 { String::new() } else { seen.words.t("methods-none") };
    let table = table(seen, &compared);
    let scene = scene(&compared, options.width);
    Figure { title, summary: table.in_words(), scene, table, remark, ..Figure::default() }
}

/// One group of bars per item: a bar for each way, in force first.
fn scene(compared: &Compared, width: f32) -> Scene {
    let mut scene = Scene { size: [width, 0.0], shapes: Vec::new() };
    if compared.items.is_empty() {
        return scene;
    }
    let top = key(&mut scene, &compared.tried, width);
    let name_room = width * 0.36;
    let track = [name_room + 6.0, width - 48.0];
    let most = compared.tried.iter().flat_map(|t| &t.weights).fold(0.0_f64, |most, w| most.max(*w));
    let axis = Axis::new(0.0, most.max(1e-9), track);
    #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
    let row = |i: usize| i as f32;
    let group = row(compared.tried.len()) * (BAR + 1.0) + GAP;
    for (i, item) in compared.items.iter().enumerate() {
        let start = top + row(i) * group;
        let middle = start + (group - GAP) / 2.0;
        scene.text([4.0, middle], Anchor::Start, cut(item, NAME, name_room - 6.0), NAME, Ink::Text);
        for (j, way) in compared.tried.iter().enumerate() {
            let y = start + row(j) * (BAR + 1.0);
            let weight = way.weights.get(i).copied().unwrap_or_default();
            let tip = format!("{item}: {} {}", way.name, percent(weight));
            let reach = axis.at(weight);
            scene.rect([track[0], y, (reach - track[0]).max(1.0), BAR], way.ink, tip);
            scene.text(
                [reach + 4.0, y + BAR / 2.0],
                Anchor::Start,
                percent(weight),
                Font { size: 9.0, bold: false },
                Ink::Weak,
            );
        }
    }
    scene.size[1] = top + row(compared.items.len()) * group;
    scene
}

/// The key above, in as many lines as it needs; its height.
fn key(scene: &mut Scene, tried: &[Tried], width: f32) -> f32 {
    let (mut x, mut y) = (4.0, 8.0);
    for way in tried {
        let room = crate::chart::text_width(&way.name, SMALL) + 14.0;
        if x > 4.0 && x + room > width {
            (x, y) = (4.0, y + KEY);
        }
        scene.rect([x, y - 4.0, 8.0, 8.0], way.ink, way.name.clone());
        scene.text([x + 12.0, y], Anchor::Start, cut(&way.name, SMALL, width - x - 12.0), SMALL, Ink::Weak);
        x += room + 10.0;
    }
    y + KEY
}

fn head(seen: Seen<'_>, compared: &Compared) -> Vec<String> {
    let names = compared.tried.iter().map(|way| way.name.clone());
    std::iter::once(seen.words.t("weighing-item")).chain(names).collect()
}

fn rows(compared: &Compared, text: impl Fn(f64) -> String) -> Rows {
    let row = |(i, item): (usize, &String)| {
        let weights = compared.tried.iter().map(|way| way.weights.get(i).copied().map(&text).unwrap_or_default());
        std::iter::once(item.clone()).chain(weights).collect()
    };
    compared.items.iter().enumerate().map(row).collect()
}

fn table(seen: Seen<'_>, compared: &Compared) -> Table {
    Table { head: head(seen, compared), rows: rows(compared, percent), more: String::new() }
}

pub(in crate::board::figures) fn methods_data(seen: Seen<'_>, options: MethodsOptions) -> Rows {
    if seen.comparison.header.account == Account::Money {
        return Rows::new();
    }
    let Some(compared) = compared(seen, options.scope) else { return Rows::new() };
    std::iter::once(head(seen, &compared)).chain(rows(&compared, exact)).collect()
}
