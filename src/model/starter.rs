//! What new comparisons, offers and criteria start with.

use super::comparison::{Account, Comparison, Criterion, Header, Offer, Ownership, Segment, money_line};
use super::curve::Curve;
use super::dimension::Dimension;
use super::id::{CriterionId, IdSource, OfferId, SegmentId};
use super::money::Currency;
use super::order::nth;
use super::scale::{Paid, Scale};
use super::text::Text;

/// Colours that new offers take in turn: calm, and apart for colour-blind eyes.
pub const OFFER_COLORS: [[u8; 3]; 8] = [
    [0x2f, 0x5b, 0xea],
    [0x8b, 0x5c, 0xf6],
    [0x0d, 0x94, 0x88],
    [0xe0, 0x6c, 0x0a],
    [0xc0, 0x26, 0x5f],
    [0x4d, 0x7c, 0x0f],
    [0x47, 0x55, 0x69],
    [0xa1, 0x62, 0x07],
];

/// An offer without levels; `index` picks its colour.
#[must_use]
pub fn blank_offer(id: OfferId, name: Text, index: usize) -> Offer {
    Offer {
        id,
        position: nth(index),
        name,
        store: Text::default(),
        ours: false,
        color: OFFER_COLORS[index % OFFER_COLORS.len()],
        note: Text::default(),
        levels: std::collections::BTreeMap::new(),
        after_use: std::collections::BTreeMap::new(),
        level_notes: std::collections::BTreeMap::new(),
        levers: super::lever::LeverSet::default(),
    }
}

/// A criterion rated from 1 to 10.
#[must_use]
pub fn blank_criterion(id: CriterionId, dimension: Dimension, name: Text) -> Criterion {
    Criterion { id, position: 0, dimension, name, note: Text::default(), scale: Scale::rating() }
}

/// Gives every name of a comparison one wording: a user who renames it in one language has renamed it.
pub fn keep_one_language(comparison: &mut Comparison, lang: super::Lang) {
    let plain = |text: &mut Text| *text = Text::Plain(text.get(lang).to_owned());
    plain(&mut comparison.header.name);
    comparison.criteria.iter_mut().for_each(|criterion| plain(&mut criterion.name));
    comparison.offers.iter_mut().for_each(|offer| plain(&mut offer.name));
}

/// A comparison in money with one criterion per dimension and two offers without levels: every unit of a criterion is
/// worth, or costs, 100 units of currency until somebody says better, and choices are as sharp as such amounts let them be.
#[must_use]
pub fn new_comparison_in_money(ids: &mut IdSource, name: Text) -> Comparison {
    let mut comparison = new_comparison(ids, name);
    comparison.header.account = Account::Money;
    // 0.1 per point, where a point is worth some 40 units of currency, as with scales of this size.
    comparison.segments.iter_mut().for_each(|segment| segment.sharpness = 0.1 / 40.0);
    for criterion in comparison.criteria.iter_mut().filter(|c| !c.scale.is_money()) {
        let (en, zh) = match criterion.dimension {
            Dimension::Service => ("years", "年"),
            Dimension::Time => ("h", "小时"),
            Dimension::Physical => ("km", "公里"),
            _ => ("marks", "分"),
        };
        if let Ok(curve) = Curve::line([0.0, 0.0], [10.0, 1000.0]) {
            criterion.scale = Scale::Measure { unit: Text::twin(en, zh), curve };
        }
    }
    comparison
}

/// A comparison with one criterion per dimension, equal weights and two offers without levels.
#[must_use]
pub fn new_comparison(ids: &mut IdSource, name: Text) -> Comparison {
    let names = [
        ("Quality", "质量"),
        ("Warranty and after-sales", "保修与售后"),
        ("Staff", "服务人员"),
        ("Brand image", "品牌形象"),
        ("Price", "价格"),
        ("Time spent", "花费的时间"),
        ("Worry and learning", "操心与学习"),
        ("Travel and carrying", "奔波与搬运"),
    ];
    let criteria: Vec<Criterion> = Dimension::ALL
        .into_iter()
        .zip(names)
        .map(|(dimension, (en, zh))| {
            let id = CriterionId(ids.fresh());
            let mut criterion = blank_criterion(id, dimension, Text::twin(en, zh));
            criterion.position = nth(dimension.index());
            if dimension == Dimension::Monetary {
                criterion.scale = Scale::Money { paid: Paid::Once };
            }
            criterion
        })
        .collect();
    let offers = [("Offer A", "方案甲"), ("Offer B", "方案乙")]
        .into_iter()
        .enumerate()
        .map(|(i, (en, zh))| blank_offer(OfferId(ids.fresh()), Text::twin(en, zh), i))
        .collect();
    let price = criteria.iter().find(|c| c.scale.is_money()).map(|c| c.id);
    let curve = money_line(0.0, 500_000.0).unwrap_or_else(|| Ownership::default().curve);
    let mut comparison = Comparison {
        header: Header {
            id: super::ComparisonId(ids.fresh()),
            position: 0,
            name,
            note: Text::default(),
            example: None,
            account: Account::Points,
            currency: Currency::CNY,
            ownership: Ownership { curve, years: 1, rate: 0.0 },
            dimensions: Default::default(),
            price,
            pins: Vec::new(),
            expectation: None,
            dismissed: Vec::new(),
        },
        criteria,
        offers,
        segments: vec![Segment::everyone(SegmentId(ids.fresh()))],
        variants: Vec::new(),
    };
    comparison.conform_weights();
    comparison
}
