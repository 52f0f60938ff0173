//! Numbers as people read and write them. Both languages group by thousands with a comma and use a decimal point.

use crate::model::Currency;

/// `value` with exactly `places` decimal places, thousands grouped, a true minus sign, and no negative zero.
#[must_use]
pub fn decimal(value: f64, places: usize) -> String {
    let plain = format!("{:.places$}", value.abs());
    let is_zero = plain.chars().all(|c| matches!(c, '0' | '.'));
    let sign = if value < 0.0 && !is_zero { "−" } else { "" };
    format!("{sign}{}", grouped(&plain))
}

fn grouped(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(w, f)| (w, Some(f)));
    let mut out = String::with_capacity(plain.len() + plain.len() / 3);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Points with one decimal place.
#[must_use]
pub fn points(value: f64) -> String {
    decimal(value, 1)
}

/// Points with one decimal place and their sign; zero has none.
#[must_use]
pub fn signed(value: f64, places: usize) -> String {
    let text = decimal(value, places);
    let is_zero = text.chars().all(|c| matches!(c, '0' | '.' | ','));
    if value > 0.0 && !is_zero { format!("+{text}") } else { text }
}

/// A level: up to six decimal places, none that say nothing.
#[must_use]
pub fn number(value: f64) -> String {
    let text = decimal(value, 6);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A level as it is put into an input: as exact as it is stored, ungrouped, with an ASCII minus.
#[must_use]
pub fn decimal_input(value: f64) -> String {
    format!("{}", value + 0.0)
}

/// An amount without its sign of currency: decimals only where there are any.
#[must_use]
pub fn amount(currency: Currency, units: f64) -> String {
    decimal(units, shared_places(currency, [units]))
}

/// The decimal places of amounts that are read beside each other, in a column, a table or a plot: none where all are
/// whole to the minor unit, else those of the currency.
#[must_use]
pub fn shared_places(currency: Currency, amounts: impl IntoIterator<Item = f64>) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
    let minor = currency.minor_per_unit() as f64;
    let is_whole = |units: f64| ((units * minor).round() % minor).abs() < 0.5;
    if amounts.into_iter().all(is_whole) { 0 } else { currency.exponent() as usize }
}

/// A number that is read, not copied: to three decimal places, whole from a hundred on.
#[must_use]
pub fn brief(x: f64) -> String {
    let factor = if x.abs() >= 100.0 { 1.0 } else { 1000.0 };
    number((x * factor).round() / factor)
}

/// A share in per cent: whole where it is, else one decimal place.
#[must_use]
pub fn percent(share: f64) -> String {
    let value = share * 100.0;
    let places = usize::from((value - value.round()).abs() > 0.05);
    format!("{}%", decimal(value, places))
}

/// A share as it is put into an input, in per cent, to four decimal places.
#[must_use]
pub fn share_input(share: f64) -> String {
    let text = format!("{:.4}", share * 100.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text for other programs: ASCII minus, no grouping.
#[must_use]
pub fn ascii(text: &str) -> String {
    text.replace('−', "-").replace(',', "")
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// Something else than digits, one decimal point, signs and known units.
    #[error("not a number")]
    NotANumber,
    /// A comma where only a decimal mark can stand: `1,5` may mean 1.5, or be a slip for 15.
    #[error("a comma is no decimal point")]
    DecimalComma,
    /// Too large.
    #[error("the number is out of range")]
    OutOfRange,
}

/// The number that a person typed: full-width digits, a true minus, spaces, thousands commas, a currency sign,
/// `%` and `(5)` for −5, 千, 万 and 亿 are understood; so is `1.234,5`, which can be read in one way only.
///
/// # Errors
/// [`NumberError`]; in particular for `NaN`, `inf` and anything with letters.
///
/// ```
/// use worthwhile::words::parse_number;
/// assert_eq!(parse_number("¥2,800"), Ok(2800.0));
/// assert_eq!(parse_number("1.234,5"), Ok(1234.5));
/// assert_eq!(parse_number("１．５万"), Ok(15_000.0));
/// assert!(parse_number("inf").is_err());
/// ```
pub fn parse_number(text: &str) -> Result<f64, NumberError> {
    let plain: String = text.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Err(NumberError::Empty);
    }
    let (body, bracketed) = match plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => (inside, true),
        None => (plain.as_str(), false),
    };
    let (negative, body) = match body.strip_prefix('-') {
        Some(rest) => (true, rest),
        // “+200” may well mean 200 more: it is asked, not guessed.
        None => (false, body),
    };
    let body = body.trim_start_matches(['¥', '$', '€', '£', '₩', '₹']);
    let (negative, body) = match body.strip_prefix('-') {
        Some(rest) if !negative => (true, rest),
        _ => (negative, body),
    };
    let body = body.strip_suffix(['元', '%']).unwrap_or(body);
    let (body, factor) = without_units(body);
    let digits = ungrouped(body).or_else(|| ungrouped_by_points(body)).ok_or_else(|| reason(body))?;
    let value: f64 = digits.parse().map_err(|_| NumberError::NotANumber)?;
    let value = value * factor;
    if !value.is_finite() || value > 1e15 {
        return Err(NumberError::OutOfRange);
    }
    Ok(if negative == bracketed { value } else { 0.0 - value })
}

/// The number that a person typed for a factor, in which `%` counts: `0.8`, `80%` or `4/5`.
///
/// # Errors
/// [`NumberError`], also for a fraction below which there is 0.
///
/// ```
/// use worthwhile::words::parse_factor;
/// assert_eq!(parse_factor("80%"), Ok(0.8));
/// assert_eq!(parse_factor("4/5"), Ok(0.8));
/// ```
pub fn parse_factor(text: &str) -> Result<f64, NumberError> {
    let part = |text: &str| {
        let value = parse_number(text)?;
        Ok(if text.contains(['%', '％']) { value / 100.0 } else { value })
    };
    let Some((above, below)) = text.split_once(['/', '／', '∕', '÷']) else { return part(text) };
    let value = part(above)? / part(below)?;
    if value.is_finite() { Ok(value) } else { Err(NumberError::OutOfRange) }
}

/// Units of counting behind a number, as in 3千万, and what they make of it.
fn without_units(text: &str) -> (&str, f64) {
    [("亿", 1e8), ("万", 1e4), ("千", 1e3), ("百", 1e2)].iter().fold((text, 1.0), |(text, factor), (unit, times)| {
        text.strip_suffix(unit).map_or((text, factor), |rest| (rest, factor * times))
    })
}

/// Why digits are none.
fn reason(text: &str) -> NumberError {
    let is_comma = text.split_once(',').is_some_and(|(whole, fraction)| {
        let all_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        all_digits(whole) && all_digits(fraction)
    });
    if is_comma { NumberError::DecimalComma } else { NumberError::NotANumber }
}

/// Digits with points between thousands, where they can be nothing else: `1.234.567`, `1.234,5`.
fn ungrouped_by_points(text: &str) -> Option<String> {
    if text.matches(['.', ',']).count() < 2 || !text.contains('.') {
        return None;
    }
    let swap = |c| match c {
        '.' => ',',
        ',' => '.',
        _ => c,
    };
    ungrouped(&text.chars().map(swap).collect::<String>())
}

/// Full-width forms, the typographic minus and the ideographic full stop as their ASCII twins.
fn half_width(c: char) -> char {
    match c {
        '−' | '–' | '－' | '﹣' => '-',
        '。' => '.',
        '￥' => '¥',
        '，' | '\'' | '’' => ',',
        '萬' => '万',
        '億' => '亿',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Digits with one decimal point, thousands commas taken out where they stand in threes.
fn ungrouped(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').map_or((text, ""), |(w, f)| (w, f));
    let all_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if !all_digits(fraction) || whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let groups: Vec<&str> = whole.split(',').collect();
    let well_grouped = match groups.as_slice() {
        [only] => all_digits(only),
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && all_digits(first) && rest.iter().all(|g| g.len() == 3 && all_digits(g))
        }
        [] => false,
    };
    well_grouped.then(|| format!("{}.{fraction}0", if whole.is_empty() { "0".to_owned() } else { groups.concat() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_never_negative() {
        assert_eq!(points(-0.04), "0.0");
        assert_eq!(signed(-0.04, 1), "0.0");
        assert_eq!(signed(38.077, 1), "+38.1");
        assert_eq!(points(-8.388), "−8.4");
    }

    #[test]
    fn numbers_are_grouped_and_trimmed() {
        assert_eq!(number(1_234_567.25), "1,234,567.25");
        assert_eq!(number(5.0), "5");
        assert_eq!(amount(Currency::CNY, 2800.0), "2,800");
        assert_eq!(shared_places(Currency::CNY, [2800.0, -45.0, 0.001]), 0);
        assert_eq!(shared_places(Currency::CNY, [2800.0, 30.56]), 2);
        assert_eq!(shared_places(Currency::CNY, []), 0);
        assert_eq!(amount(Currency::USD, 0.5), "0.50");
        assert_eq!(percent(0.4), "40%");
        assert_eq!(percent(1.0 / 3.0), "33.3%");
    }

    #[test]
    fn people_write_numbers_in_many_ways() {
        for (text, value) in [
            ("2800", 2800.0),
            (" 2 800 ", 2800.0),
            ("−3.5", -3.5),
            ("(5)", -5.0),
            ("-$0.50", -0.5),
            ("１２，３４５．５", 12345.5),
            ("3万", 30_000.0),
            ("3千", 3000.0),
            ("1.2万元", 12_000.0),
            ("2千万", 2e7),
            ("1万亿", 1e12),
            ("1.234,5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("1’234.5", 1234.5),
            ("2\u{202f}800", 2800.0),
            ("12%", 12.0),
            (".5", 0.5),
        ] {
            assert_eq!(parse_number(text), Ok(value), "{text}");
        }
        for text in
            ["NaN", "inf", "1e400", "1E5", "5 years", "千", "1.234,5,6", "1,234.5.6", "--5", ".", "1.2.3", "00x"]
        {
            assert_eq!(parse_number(text), Err(NumberError::NotANumber), "{text}");
        }
        for text in ["1,5", "1,23", "12,3456", "１，５"] {
            assert_eq!(parse_number(text), Err(NumberError::DecimalComma), "{text}");
        }
        assert_eq!(parse_number(&"9".repeat(400)), Err(NumberError::OutOfRange));
        assert_eq!(parse_number("  "), Err(NumberError::Empty));
    }

    #[test]
    fn a_factor_may_be_typed_as_a_share_or_a_fraction() {
        for (text, value) in
            [("1.2", 1.2), ("50%", 0.5), ("５０％", 0.5), ("1/4", 0.25), ("−3／2", -1.5), ("20%/40%", 0.5)]
        {
            assert_eq!(parse_factor(text), Ok(value), "{text}");
        }
        assert_eq!(parse_factor("1/0"), Err(NumberError::OutOfRange));
        assert_eq!(parse_factor("1/"), Err(NumberError::Empty));
        assert_eq!(parse_factor("8/4/2"), Err(NumberError::NotANumber));
        assert_eq!(parse_factor(&"1/".repeat(1_000_000)), Err(NumberError::NotANumber));
    }
}
