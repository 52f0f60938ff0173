//! Who wins where while two quantities vary.

use std::fmt::Write as _;

use serde::Serialize;

use super::names::Named;
use super::{Asked, figure};
use crate::value::{BorderPath, Plane, PlaneAxis, plane_quantities};

#[derive(Serialize)]
pub(super) struct Found {
    x: Axis,
    y: Axis,
    /// `rectangle`, or `triangle` for two weights of one set: x + y ≤ the high end.
    shape: &'static str,
    /// Parts of the plane; they sum to 1.
    areas: Vec<Area>,
    borders: Vec<Border>,
    winner_today: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Axis {
    quantity: Named,
    low: f64,
    high: f64,
    today: Option<f64>,
}

#[derive(Serialize)]
struct Area {
    /// Several where they tie all over it.
    offers: Vec<String>,
    share: f64,
}

#[derive(Serialize)]
struct Border {
    /// Who wins on its two sides.
    offers: [Vec<String>; 2],
    kind: &'static str,
    from: [f64; 2],
    /// A place between both ends, which tells how an arc bends.
    middle: [f64; 2],
    to: [f64; 2],
}

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, names, question) = (asked.case, &asked.names, asked.question);
    let choices = plane_quantities(case);
    let meant = |given: Option<&String>, flag: &str| {
        let text = given
            .ok_or_else(|| format!("a winner map needs {flag}: a dimension, a criterion, lambda, or price:OFFER"))?;
        names.meant(text, &choices)
    };
    let quantities = [meant(question.x.as_ref(), "--x")?, meant(question.y.as_ref(), "--y")?];
    let plane = Plane::of(case, quantities).map_err(|why| why.to_string())?;
    let map = plane.winner_map(&|_| true).ok_or("the work was stopped")?;
    let axis = |axis: &PlaneAxis| Axis {
        quantity: names.quantity(axis.quantity),
        low: axis.low,
        high: axis.high,
        today: axis.today,
    };
    let winners = map.winners();
    let offers = |place: usize| winners.get(place).map(|w| names.offers(&w.offers)).unwrap_or_default();
    let border = |border: &crate::value::Border| {
        let [from, to] = border.ends();
        let (kind, middle) = match &border.path {
            BorderPath::Segment { .. } => ("segment", [0, 1].map(|k| f64::midpoint(from[k], to[k]))),
            BorderPath::Arc(arc) => {
                let x = f64::midpoint(from[0], to[0]);
                ("arc", [x, arc.y(x)])
            }
        };
        Border { offers: border.winners.map(offers), kind, from, middle, to }
    };
    let [x, y] = map.axes();
    let today = x.today.zip(y.today).and_then(|(x, y)| map.winner_at([x, y]));
    let mut areas: Vec<Area> =
        winners.iter().map(|w| Area { offers: names.offers(&w.offers), share: w.share }).collect();
    areas.sort_by(|a, b| b.share.total_cmp(&a.share));
    Ok(Found {
        x: axis(x),
        y: axis(y),
        shape: if map.is_triangle() { "triangle" } else { "rectangle" },
        areas,
        borders: map.borders().iter().map(border).collect(),
        winner_today: today.map(offers),
    })
}

pub(super) fn text(found: &Found) -> String {
    let mut text = String::new();
    for (name, axis) in [("x", &found.x), ("y", &found.y)] {
        let _ = writeln!(text, "  {name}: {}, {} to {}", axis.quantity.name(), figure(axis.low), figure(axis.high));
    }
    for area in &found.areas {
        let _ = writeln!(text, "  {:>8} %  {}", figure(area.share * 100.0), area.offers.join(" = "));
    }
    text
}
