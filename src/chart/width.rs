//! How wide texts are, from the advances of the embedded fonts.

use super::Font;

/// Advances of the printable ASCII characters in thousandths of the size, rounded up: Inter Regular and `SemiBold` with
/// tabular figures.
const ADVANCES: [[u16; 95]; 2] = [
    [
        282, 279, 404, 631, 638, 813, 640, 222, 363, 363, 500, 660, 276, 461, 276, 357, 648, 648, 648, 648, 648, 648,
        648, 648, 648, 648, 276, 276, 660, 660, 660, 508, 937, 677, 651, 728, 719, 599, 587, 743, 741, 265, 543, 652,
        563, 890, 753, 762, 635, 762, 640, 638, 643, 742, 677, 949, 643, 665, 625, 363, 357, 363, 469, 452, 498, 564,
        621, 559, 621, 583, 361, 610, 591, 238, 238, 545, 238, 870, 586, 597, 610, 610, 373, 523, 364, 581, 557, 813,
        540, 557, 542, 363, 327, 363, 660,
    ],
    [
        249, 309, 396, 644, 650, 844, 663, 214, 394, 394, 544, 673, 291, 466, 291, 379, 671, 671, 671, 671, 671, 671,
        671, 671, 671, 671, 291, 290, 673, 673, 673, 545, 1000, 724, 658, 744, 725, 608, 586, 755, 744, 275, 561, 677,
        567, 907, 741, 775, 644, 776, 651, 650, 660, 734, 724, 1007, 691, 705, 653, 394, 379, 394, 482, 469, 498, 575,
        631, 578, 631, 593, 378, 626, 613, 261, 261, 569, 261, 898, 610, 608, 625, 625, 397, 550, 380, 609, 576, 838,
        563, 576, 562, 394, 358, 394, 673,
    ],
];

/// How wide a text is drawn, at the most: kerning, which only brings letters closer, is left out.
///
/// Exact for the letters of English and for Chinese characters, which are as wide as high; an upper estimate for others.
#[must_use]
pub fn text_width(text: &str, font: Font) -> f32 {
    let advances = &ADVANCES[usize::from(font.bold)];
    let advance = |c: char| {
        let ascii = (c as usize).checked_sub(32).and_then(|i| advances.get(i));
        ascii.map_or_else(|| beyond_ascii(c), |thousandths| f32::from(*thousandths) / 1000.0)
    };
    text.chars().map(advance).sum::<f32>() * font.size
}

/// The advance of a character that is not in [`ADVANCES`], in parts of the size.
fn beyond_ascii(c: char) -> f32 {
    match c {
        '\u{2E80}'.. | '→' | '←' => 1.0,
        '…' => 0.83,
        '·' | '’' | '‘' => 0.3,
        '–' | '“' | '”' | '°' => 0.51,
        c if c.is_uppercase() => 0.8,
        _ => 0.68,
    }
}

/// `text` cut to `room` with an ellipsis where it is too long.
#[must_use]
pub fn cut(text: &str, font: Font, room: f32) -> String {
    if text_width(text, font) <= room {
        return text.to_owned();
    }
    let room = room - text_width("…", font);
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if text_width(&kept, font) > room {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 10.0, bold: false };

    #[test]
    fn a_name_that_fits_stays_and_one_that_does_not_is_cut_within_its_room() {
        let name = "Staff attitude and expertise";
        let whole = text_width(name, FONT);
        assert_eq!(cut(name, FONT, whole), name);
        for room in [whole - 0.1, 80.0, 40.0, 12.0] {
            let shown = cut(name, FONT, room);
            assert!(shown.ends_with('…') && text_width(&shown, FONT) <= room, "{room}: {shown}");
        }
        assert_eq!(cut(name, FONT, 0.0), "…");
    }

    #[test]
    fn figures_are_tabular_and_chinese_is_square() {
        let width = |text: &str| text_width(text, FONT);
        assert!("0123456789".chars().all(|c| (width(&c.to_string()) - width("0")).abs() < 1e-6));
        assert!((width("满意度") - 30.0).abs() < 1e-4);
        assert!(width("mm") > width("ii") && text_width("A", Font { bold: true, ..FONT }) > width("A"));
    }
}
