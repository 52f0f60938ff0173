//! The fonts that screen and pictures share, embedded, so that a machine without any Chinese font shows Chinese.

/// Latin letters and tabular figures.
pub static LATIN: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// The same, heavier.
pub static LATIN_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
/// Chinese characters of GB 2312.
pub static CHINESE: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf");
/// The same, heavier.
pub static CHINESE_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf");

/// Family names in the order of preference, as pictures name them.
pub const FAMILIES: &str = "'Worthwhile Sans', 'Noto Sans CJK SC'";
