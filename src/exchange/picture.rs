//! Pictures of charts: SVG, and PNG drawn from it with the program's own fonts.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::chart::{Anchor, Ink, Palette, Scene, Shape, faces};

/// Room around the chart.
const MARGIN: f32 = 12.0;
/// Longest side of a picture in pixels.
const SIDE_MAX: f32 = 16_000.0;

/// Why a picture was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// There is nothing to draw.
    #[error("there is nothing to draw")]
    Empty,
    /// The drawing library refused it.
    #[error("the picture cannot be drawn ({0})")]
    Drawing(String),
}

/// A drawn picture: four bytes a pixel, red, green, blue and alpha, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// `4 · width · height` bytes.
    pub rgba: Vec<u8>,
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in [faces::LATIN, faces::LATIN_BOLD, faces::CHINESE, faces::CHINESE_BOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(fonts)
});

/// The chart as SVG.
#[must_use]
pub fn svg(scene: &Scene, palette: Palette) -> String {
    let color = |ink: Ink| {
        let [r, g, b] = palette.rgb(ink);
        format!("#{r:02x}{g:02x}{b:02x}")
    };
    let (width, height) = (scene.size[0] + 2.0 * MARGIN, scene.size[1] + 2.0 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{} {} {width} {height}\">\n\
         <rect x=\"{0}\" y=\"{1}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        -MARGIN,
        -MARGIN,
        color(Ink::Background)
    );
    for shape in &scene.shapes {
        // Writing to a string cannot fail.
        let _ = match shape {
            Shape::Rect { rect: [x, y, w, h], ink, tip } => writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"><title>{}</title></rect>",
                color(*ink),
                escaped(tip)
            ),
            Shape::Line { from, to, ink, width } => writeln!(
                out,
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{width}\"/>",
                from[0],
                from[1],
                to[0],
                to[1],
                color(*ink)
            ),
            Shape::Polyline { points, ink, width, dashed } => writeln!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{}/>",
                corners(points),
                color(*ink),
                if *dashed { " stroke-dasharray=\"4 3\"" } else { "" }
            ),
            // Crisp edges, so that neighbours meet without a gap.
            Shape::Polygon { points, ink, tip } => writeln!(
                out,
                "<polygon points=\"{}\" fill=\"{}\" shape-rendering=\"crispEdges\"><title>{}</title></polygon>",
                corners(points),
                color(*ink),
                escaped(tip)
            ),
            Shape::Circle { center, radius, ink, hollow, tip } => writeln!(
                out,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"><title>{}</title></circle>",
                center[0],
                center[1],
                color(if *hollow { Ink::Background } else { *ink }),
                color(*ink),
                escaped(tip)
            ),
            Shape::Text { at, anchor, text, font, ink } => writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-family=\"{}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\">{}</text>",
                at[0],
                // The middle of a line lies about a third of the letters' height above the baseline.
                at[1] + font.size * 0.36,
                match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                },
                faces::FAMILIES,
                font.size,
                if font.bold { 600 } else { 400 },
                color(*ink),
                escaped(text)
            ),
        };
    }
    out.push_str("</svg>\n");
    out
}

/// Points as SVG lists them.
fn corners(points: &[[f32; 2]]) -> String {
    points.iter().map(|[x, y]| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// Text within XML; control characters, which XML cannot hold, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn drawn(scene: &Scene, palette: Palette, scale: f32) -> Result<Pixmap, PictureError> {
    if scene.shapes.is_empty() {
        return Err(PictureError::Empty);
    }
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree =
        Tree::from_str(&svg(scene, palette), &options).map_err(|error| PictureError::Drawing(error.to_string()))?;
    let size = tree.size();
    let scale = scale.min(SIDE_MAX / size.width().max(size.height()));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by SIDE_MAX")]
    let pixels = |side: f32| ((side * scale).ceil() as u32).max(1);
    let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or(PictureError::Empty)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The chart as pixels, `scale` times its size.
///
/// # Errors
/// [`PictureError`].
pub fn pixels(scene: &Scene, palette: Palette, scale: f32) -> Result<Pixels, PictureError> {
    let pixmap = drawn(scene, palette, scale)?;
    // The background covers everything, so that colours are not premultiplied by anything but 1.
    Ok(Pixels { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.data().to_vec() })
}

/// The chart as a PNG file, `scale` times its size.
///
/// # Errors
/// [`PictureError`].
pub fn png(scene: &Scene, palette: Palette, scale: f32) -> Result<Vec<u8>, PictureError> {
    drawn(scene, palette, scale)?.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Font;

    fn scene() -> Scene {
        let mut scene = Scene { size: [60.0, 30.0], shapes: Vec::new() };
        scene.rect([0.0, 0.0, 20.0, 30.0], Ink::Accent, "a < b & \"c\"");
        scene.text([40.0, 15.0], Anchor::Middle, "值得", Font { size: 14.0, bold: true }, Ink::Text);
        scene
    }

    #[test]
    fn a_picture_shows_its_shapes_and_chinese_words() {
        let pixels = pixels(&scene(), Palette::Light, 1.0).unwrap();
        let at = |x: usize, y: usize| &pixels.rgba[(y * pixels.width as usize + x) * 4..][..3];
        assert_eq!(at(15, 20), Palette::Light.rgb(Ink::Accent));
        assert_eq!(at(2, 2), [255, 255, 255]);
        let dark = |p: &[u8]| p.iter().all(|c| *c < 0x60);
        let inked = (38..72).flat_map(|x| (15..40).map(move |y| (x, y))).filter(|&(x, y)| dark(at(x, y))).count();
        assert!(inked > 60, "two characters should cover more than {inked} pixels");
    }

    #[test]
    fn words_cannot_break_out_of_the_picture() {
        assert!(svg(&scene(), Palette::Dark).contains("a &lt; b &amp; &quot;c&quot;"));
        assert_eq!(png(&Scene::default(), Palette::Light, 2.0), Err(PictureError::Empty));
    }
}
