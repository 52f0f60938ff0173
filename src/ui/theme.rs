//! Fonts, spacing, colours and states, once.

use std::sync::Arc;

use egui::epaint::text::{FontData, FontDefinitions, FontFamily};
use egui::{Color32, Context, CornerRadius, FontId, Margin, Shadow, Stroke, TextStyle, Theme as Mode, Ui, Vec2};

use crate::chart::{Ink, Palette, faces};
use crate::model::Dimension;

/// Family of the heavier face.
const BOLD: &str = "bold";

/// Text that is read.
pub const BODY: f32 = 13.0;
/// Text of second rank.
pub const SMALL: f32 = 11.0;
/// Corner radius of cards and cells.
pub const RADIUS: u8 = 6;

/// The regular face at `size`.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The heavier face at `size`; egui makes no bold of its own.
#[must_use]
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

/// The colours of one mode, by what they are for.
#[derive(Clone, Copy, Debug)]
pub struct Colors {
    palette: Palette,
    /// Panels and cards.
    pub surface: Color32,
    /// Behind the matrix.
    pub canvas: Color32,
    /// Hairlines and card borders.
    pub line: Color32,
    /// Tracks of sliders and strips.
    pub track: Color32,
    /// Words.
    pub text: Color32,
    /// Words of second rank.
    pub weak: Color32,
    /// Words of third rank: units, twins.
    pub faint: Color32,
    /// The one colour of choice and focus.
    pub accent: Color32,
    /// Behind what is chosen.
    pub accent_soft: Color32,
    /// On the accent.
    pub on_accent: Color32,
    /// Something to look at.
    pub warn: Color32,
    /// Behind a mark.
    pub warn_soft: Color32,
    /// Something is wrong.
    pub bad: Color32,
    /// It became better.
    pub good: Color32,
    /// Under a pointer.
    pub hover: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const LIGHT: Colors = Colors {
    palette: Palette::Light,
    surface: rgb(0xff_ff_ff),
    canvas: rgb(0xf4_f6_fa),
    line: rgb(0xe4_e7_ed),
    track: rgb(0xe9_ec_f2),
    text: rgb(0x10_18_28),
    weak: rgb(0x47_54_67),
    faint: rgb(0x7a_86_99),
    accent: rgb(0x2f_5b_ea),
    accent_soft: rgb(0xee_f2_fe),
    on_accent: rgb(0xff_ff_ff),
    warn: rgb(0x9a_5b_00),
    warn_soft: rgb(0xfd_f0_d5),
    bad: rgb(0xb4_23_18),
    good: rgb(0x0b_7a_55),
    hover: rgb(0xf1_f4_fa),
};

const DARK: Colors = Colors {
    palette: Palette::Dark,
    surface: rgb(0x17_1b_24),
    canvas: rgb(0x10_13_1a),
    line: rgb(0x2a_30_3c),
    track: rgb(0x2a_30_3c),
    text: rgb(0xee_f1_f6),
    weak: rgb(0xb8_c0_cd),
    faint: rgb(0x8b_95_a6),
    accent: rgb(0x7a_9b_ff),
    accent_soft: rgb(0x1f_2a_47),
    on_accent: rgb(0x0d_12_1e),
    warn: rgb(0xf2_b8_4b),
    warn_soft: rgb(0x3a_2d_12),
    bad: rgb(0xff_8f_85),
    good: rgb(0x58_c9_9b),
    hover: rgb(0x20_25_30),
};

impl Colors {
    /// The colours of the mode that `ui` is drawn in.
    #[must_use]
    pub fn of(ui: &Ui) -> &'static Self {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
    }

    /// The colour of an ink of a chart.
    #[must_use]
    pub fn ink(&self, ink: Ink) -> Color32 {
        let [r, g, b] = self.palette.rgb(ink);
        Color32::from_rgb(r, g, b)
    }

    /// The colour of a dimension.
    #[must_use]
    pub fn dimension(&self, dimension: Dimension) -> Color32 {
        self.ink(Ink::Dimension(dimension))
    }

    /// The quiet bar of points behind a level.
    #[must_use]
    pub fn dimension_soft(&self, dimension: Dimension) -> Color32 {
        let part = if self.palette == Palette::Light { 0.16 } else { 0.30 };
        self.surface.lerp_to_gamma(self.dimension(dimension), part)
    }
}

/// Installs fonts and both modes' styles.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    for mode in [Mode::Light, Mode::Dark] {
        ctx.style_mut_of(mode, |style| restyle(style, if mode == Mode::Light { &LIGHT } else { &DARK }));
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 4] = [
        ("latin", faces::LATIN),
        ("latin-bold", faces::LATIN_BOLD),
        ("chinese", faces::CHINESE),
        ("chinese-bold", faces::CHINESE_BOLD),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    fonts.families.insert(FontFamily::Proportional, family(["latin", "chinese"]));
    fonts.families.insert(FontFamily::Monospace, family(["latin", "chinese"]));
    fonts.families.insert(FontFamily::Name(BOLD.into()), family(["latin-bold", "chinese-bold"]));
    fonts
}

fn restyle(style: &mut egui::Style, colors: &Colors) {
    style.text_styles = [
        (TextStyle::Heading, bold(17.0)),
        (TextStyle::Body, regular(BODY)),
        (TextStyle::Button, regular(BODY)),
        (TextStyle::Small, regular(SMALL)),
        (TextStyle::Monospace, regular(BODY)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 6.0);
    spacing.button_padding = Vec2::new(10.0, 4.0);
    spacing.interact_size = Vec2::new(32.0, 24.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.tooltip_width = 360.0;
    spacing.scroll = egui::style::ScrollStyle::thin();
    style.animation_time = 0.1;
    style.visuals.dark_mode = colors.palette == Palette::Dark;
    recolor(&mut style.visuals, colors);
}

fn recolor(visuals: &mut egui::Visuals, colors: &Colors) {
    let corner = CornerRadius::same(RADIUS);
    visuals.panel_fill = colors.surface;
    visuals.window_fill = colors.surface;
    visuals.window_stroke = Stroke::new(1.0, colors.line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    let shadow = Shadow { offset: [0, 4], blur: 18, spread: 0, color: Color32::from_black_alpha(40) };
    (visuals.window_shadow, visuals.popup_shadow) = (shadow, shadow);
    visuals.extreme_bg_color = colors.surface;
    visuals.text_edit_bg_color = Some(colors.surface);
    visuals.faint_bg_color = colors.canvas;
    visuals.hyperlink_color = colors.accent;
    visuals.warn_fg_color = colors.warn;
    visuals.error_fg_color = colors.bad;
    visuals.weak_text_color = Some(colors.faint);
    visuals.selection.bg_fill = colors.accent_soft;
    visuals.selection.stroke = Stroke::new(1.5, colors.accent);
    let widgets = &mut visuals.widgets;
    let states = [
        (&mut widgets.noninteractive, colors.surface, colors.line, colors.text),
        (&mut widgets.inactive, colors.surface, colors.line, colors.text),
        (&mut widgets.hovered, colors.hover, colors.faint, colors.text),
        (&mut widgets.active, colors.accent_soft, colors.accent, colors.text),
        (&mut widgets.open, colors.accent_soft, colors.line, colors.text),
    ];
    for (state, fill, border, text) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, border);
        state.fg_stroke = Stroke::new(1.0, text);
        state.corner_radius = corner;
        state.expansion = 0.0;
    }
    // Boxes of checks and rails of sliders are filled with this; buttons are not.
    widgets.inactive.bg_fill = colors.track;
    widgets.hovered.bg_fill = colors.line;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Font, text_width};

    /// What kerning may take off, as a part of the width.
    const KERNING: f32 = 0.06;
    /// Whole pixels that a drawn text may be wider than its letters.
    const ROUNDING: f32 = 1.0;

    #[test]
    fn charts_know_how_wide_a_text_is_drawn() {
        let ctx = Context::default();
        install(&ctx);
        let texts = [
            "The competitor's tractor: Durability (service life)",
            "0123456789 +38.1 −24.4 100% ¥2,800 $110,000",
            "AVATAR Wi-Fi jumps, quickly & lazily; \"TV\" @ [10:30]",
            "Satisfaction with Haier 海尔 – 满意度",
        ];
        let mut drawn = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            drawn.clear();
            for text in texts {
                for (bold_face, size) in [(false, 10.0), (false, 12.0), (true, 12.0), (true, 13.0)] {
                    let font = if bold_face { bold(size) } else { regular(size) };
                    let width = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x;
                    drawn.push((text, Font { size, bold: bold_face }, width));
                }
            }
        });
        output.textures_delta.clear();
        assert_eq!(drawn.len(), 16);
        for (text, font, width) in drawn {
            let told = text_width(text, font);
            let least = width - ROUNDING;
            assert!(
                told >= least && told <= width * (1.0 + KERNING) + ROUNDING,
                "{text} {font:?}: {told}, drawn {width}"
            );
        }
    }
}
