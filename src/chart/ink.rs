//! The colours of charts, by what they stand for.

use crate::model::Dimension;

/// A colour by its meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ink {
    /// A dimension.
    Dimension(Dimension),
    /// A dimension, lighter: what it takes away in a bridge.
    Muted(Dimension),
    /// The offer that a bridge leads to.
    Accent,
    /// The offer that a bridge starts from.
    Neutral,
    /// Words and marks.
    Text,
    /// Words of second rank.
    Weak,
    /// Axes and guides.
    Axis,
    /// Quiet lines behind a plot.
    Grid,
    /// An offer, in its own colour.
    Offer([u8; 3]),
    /// Words on an offer's own colour: white or nearly black, whichever is easier to read there.
    OnOffer([u8; 3]),
    /// What belongs to an offer, behind lines and words.
    OfferSoft([u8; 3]),
    /// The range in which something holds.
    Shade,
    /// What makes it better.
    Good,
    /// What makes it worse.
    Bad,
    /// Behind everything.
    Background,
}

/// A set of colours: light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// By [`Dimension::index`]: greens for value, reds to sand for cost; dark to light, so that they print in grey too.
const DIMENSIONS_LIGHT: [[u8; 3]; 8] = [
    [0x0f, 0x6e, 0x66],
    [0x2a, 0x9d, 0x8f],
    [0x74, 0xc2, 0xa1],
    [0xb5, 0xdd, 0xc0],
    [0xb5, 0x45, 0x2f],
    [0xe0, 0x73, 0x55],
    [0xf0, 0xa4, 0x5d],
    [0xf6, 0xcc, 0x96],
];
const DIMENSIONS_DARK: [[u8; 3]; 8] = [
    [0x1d, 0x8f, 0x84],
    [0x35, 0xb3, 0xa3],
    [0x7b, 0xc9, 0xa8],
    [0xb8, 0xdd, 0xc3],
    [0xc9, 0x5a, 0x43],
    [0xe2, 0x7d, 0x60],
    [0xee, 0xa9, 0x66],
    [0xf3, 0xcd, 0x9b],
];

impl Palette {
    /// The colour of a dimension.
    #[must_use]
    pub fn dimension(self, dimension: Dimension) -> [u8; 3] {
        match self {
            Self::Light => DIMENSIONS_LIGHT[dimension.index()],
            Self::Dark => DIMENSIONS_DARK[dimension.index()],
        }
    }

    /// Behind everything.
    #[must_use]
    pub fn background(self) -> [u8; 3] {
        match self {
            Self::Light => [0xff, 0xff, 0xff],
            Self::Dark => [0x17, 0x1b, 0x24],
        }
    }

    /// Red, green, blue of an ink.
    #[must_use]
    pub fn rgb(self, ink: Ink) -> [u8; 3] {
        let by = |light, dark| if self == Self::Light { light } else { dark };
        match ink {
            Ink::Dimension(dimension) => self.dimension(dimension),
            Ink::Muted(dimension) => mix(self.dimension(dimension), self.background(), 0.55),
            Ink::Accent => by([0x2f, 0x5b, 0xea], [0x5b, 0x82, 0xf5]),
            Ink::Neutral => by([0x9a, 0xa4, 0xb5], [0x75, 0x80, 0x93]),
            Ink::Text => by([0x10, 0x18, 0x28], [0xee, 0xf1, 0xf6]),
            Ink::Weak => by([0x47, 0x54, 0x67], [0xb0, 0xb9, 0xc8]),
            Ink::Axis => by([0xb4, 0xbc, 0xca], [0x4a, 0x54, 0x66]),
            Ink::Grid => by([0xec, 0xef, 0xf4], [0x27, 0x2d, 0x39]),
            Ink::Offer(color) => color,
            Ink::OnOffer(color) => on(color),
            Ink::OfferSoft(color) => mix(color, self.background(), if self == Self::Light { 0.28 } else { 0.40 }),
            Ink::Shade => by([0xe9, 0xef, 0xfe], [0x1f, 0x2a, 0x47]),
            Ink::Good => by([0x0b, 0x7a, 0x55], [0x58, 0xc9, 0x9b]),
            Ink::Bad => by([0xb4, 0x23, 0x18], [0xff, 0x8f, 0x85]),
            Ink::Background => self.background(),
        }
    }
}

/// White where its contrast to `color` is the larger one, else nearly black. Contrast (WCAG 2.2) is
/// (L₁ + 0.05)/(L₂ + 0.05) of the relative luminances, so both are as good at L = √(1.05·0.05) − 0.05.
fn on(color: [u8; 3]) -> [u8; 3] {
    let linear = |byte: u8| {
        let part = f32::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = color.map(linear);
    let luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    if luminance < (1.05_f32 * 0.05).sqrt() - 0.05 { [0xff, 0xff, 0xff] } else { [0x10, 0x18, 0x28] }
}

/// `part` of `a` and the rest of `b`.
fn mix(a: [u8; 3], b: [u8; 3], part: f32) -> [u8; 3] {
    let channel = |i: usize| (f32::from(a[i]) * part + f32::from(b[i]) * (1.0 - part)).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mix of bytes is a byte")]
    [0, 1, 2].map(|i| channel(i) as u8)
}
