//! The two sides and eight dimensions of customer delivered value.

use serde::{Deserialize, Serialize};

/// A side of the account: what the buyer gets, or what the buyer gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Total customer value, 顾客总价值.
    Value,
    /// Total customer cost, 顾客总成本.
    Cost,
}

impl Side {
    /// Both sides, value first.
    pub const ALL: [Self; 2] = [Self::Value, Self::Cost];

    /// +1 for value, −1 for cost: the sign of a contribution to CDV.
    #[must_use]
    pub fn sign(self) -> f64 {
        match self {
            Self::Value => 1.0,
            Self::Cost => -1.0,
        }
    }

    /// The four dimensions of this side, in the order of the theory.
    #[must_use]
    pub fn dimensions(self) -> [Dimension; 4] {
        use Dimension::{Image, Mental, Monetary, Personnel, Physical, Product, Service, Time};
        match self {
            Self::Value => [Product, Service, Personnel, Image],
            Self::Cost => [Monetary, Time, Mental, Physical],
        }
    }
}

/// One of the eight dimensions, fixed by the theory (P. Kotler, *Marketing Management*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dimension {
    /// Product value, 产品价值.
    Product,
    /// Service value, 服务价值.
    Service,
    /// Personnel value, 人员价值.
    Personnel,
    /// Image value, 形象价值.
    Image,
    /// Monetary cost, 货币成本.
    Monetary,
    /// Time cost, 时间成本.
    Time,
    /// Mental cost, 精力成本 (Kotler: psychic).
    Mental,
    /// Physical cost, 体力成本 (Kotler: energy).
    Physical,
}

impl Dimension {
    /// All eight, value side first.
    pub const ALL: [Self; 8] = [
        Self::Product,
        Self::Service,
        Self::Personnel,
        Self::Image,
        Self::Monetary,
        Self::Time,
        Self::Mental,
        Self::Physical,
    ];

    /// The side that this dimension belongs to.
    #[must_use]
    pub fn side(self) -> Side {
        if (self as usize) < 4 { Side::Value } else { Side::Cost }
    }

    /// Its place in [`Self::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The lower-case English word used in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        ["product", "service", "personnel", "image", "monetary", "time", "mental", "physical"][self.index()]
    }

    /// The dimension with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.key() == key)
    }
}
