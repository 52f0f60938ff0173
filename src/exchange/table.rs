//! Tables as spreadsheets put them on the clipboard: tabs between cells, a line per row.
//!
//! Read and written here rather than by a CSV library: those skip empty lines, and a column pasted with an empty cell
//! would move up; they also take everything behind a stray quotation mark for one cell.

/// The clipboard text of `rows`. A cell with a tab, line break or quotation mark is quoted; a text that a spreadsheet
/// would take for a formula gets a `'` in front.
///
/// ```
/// use worthwhile::exchange::table::to_tsv;
/// assert_eq!(to_tsv(&[vec!["TV 55\"".into(), "-3.5".into()], vec!["=1+1".into()]]), "\"TV 55\"\"\"\t-3.5\n'=1+1\n");
/// ```
#[must_use]
pub fn to_tsv(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                out.push('\t');
            }
            put_cell(&mut out, cell);
        }
        out.push('\n');
    }
    out
}

fn put_cell(out: &mut String, cell: &str) {
    let guard = if is_formula_like(cell) { "'" } else { "" };
    if cell.contains(['\t', '\n', '\r', '"']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(cell);
    }
}

/// True for a text that a spreadsheet might run: one with a telling first character that is not a plain number.
#[must_use]
pub fn is_formula_like(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_plain_number(cell)
}

/// A sign, digits, separators between them, an exponent or a percent sign behind them.
fn is_plain_number(cell: &str) -> bool {
    let unsigned = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let unsigned = unsigned.strip_suffix('%').unwrap_or(unsigned).trim_end();
    let (digits, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_digits(exponent)
        && digits.bytes().any(|b| b.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// The cells of a clipboard text: quoted cells may hold tabs, line breaks and doubled quotation marks; the line break at
/// the end starts no row. Where a quotation mark is never closed, all of them are ordinary characters.
///
/// ```
/// use worthwhile::exchange::table::from_tsv;
/// assert_eq!(from_tsv("a\t\"b\nc\"\r\n\r\nd\n"), vec![vec!["a", "b\nc"], vec![""], vec!["d"]]);
/// ```
#[must_use]
pub fn from_tsv(text: &str) -> Vec<Vec<String>> {
    parse(text, true).or_else(|| parse(text, false)).unwrap_or_default()
}

/// `None` where a quotation mark is never closed.
fn parse(text: &str, with_quotes: bool) -> Option<Vec<Vec<String>>> {
    let text = text.strip_suffix('\n').map_or(text, |t| t.strip_suffix('\r').unwrap_or(t));
    if text.is_empty() {
        return Some(Vec::new());
    }
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(quoted) if with_quotes => quoted_cell(quoted)?,
            _ => plain_cell(rest),
        };
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        match after.strip_prefix('\t') {
            Some(next) => rest = next,
            None => match after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])) {
                Some(next) => {
                    rows.push(Vec::new());
                    rest = next;
                }
                None => return Some(rows),
            },
        }
    }
}

fn plain_cell(text: &str) -> (String, &str) {
    let (cell, after) = text.split_at(text.find(['\t', '\n', '\r']).unwrap_or(text.len()));
    (cell.to_owned(), after)
}

/// The cell whose opening quotation mark stands before `text`. What follows the closing one belongs to the cell.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        if let Some(next) = after.strip_prefix('"') {
            cell.push('"');
            rest = next;
        } else {
            let (tail, after) = plain_cell(after);
            return Some((cell + &tail, after));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::ProptestConfig;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(from_tsv(text), expected.to_vec(), "{text:?}");
    }

    #[test]
    fn clipboard_texts_of_spreadsheets() {
        check("", &[]);
        check("\n", &[]);
        check("1\t2\r\n3\t4\r\n", &[&["1", "2"], &["3", "4"]]);
        check("1\t2\r3", &[&["1", "2"], &["3"]]);
        check("a\n\nb\n", &[&["a"], &[""], &["b"]]);
        check("\t\n\t", &[&["", ""], &["", ""]]);
        check("\"a\tb\"\t\"say \"\"hi\"\"\"\n\"two\r\nlines\"", &[&["a\tb", "say \"hi\""], &["two\r\nlines"]]);
        check("TV 55\"\tx", &[&["TV 55\"", "x"]]);
        check("\"open\tx\ny", &[&["\"open", "x"], &["y"]]);
        check("\"a\"b\tc", &[&["ab", "c"]]);
        check("1\t2\n\n", &[&["1", "2"], &[""]]);
    }

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        for cell in ["=SUM(A1)", "+1+2", "-x", "@cmd", "\tx", "\rx", "\nx", "-", "-1e", "-.", "+1 2", "-1-1"] {
            assert!(is_formula_like(cell), "{cell:?}");
        }
        for cell in ["-5", "+3.25", "-1,234.5", "-1e5", "-2.5E-3", "-12%", "-12 %", "text", "", "12-3", "'=1"] {
            assert!(!is_formula_like(cell), "{cell:?}");
        }
        assert_eq!(to_tsv(&[vec!["\tx".into()], vec![]]), "\"'\tx\"\n\n");
    }

    /// The same cases in every run.
    fn config() -> ProptestConfig {
        ProptestConfig { rng_seed: RngSeed::Fixed(20_261_122), failure_persistence: None, ..Default::default() }
    }

    proptest::proptest! {
        #![proptest_config(config())]

        #[test]
        fn what_is_written_is_read_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a\"\t\r\n值1 ]{0,4}", 1..4), 1..4)
        ) {
            let expected: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|c| if is_formula_like(c) { format!("'{c}") } else { c.clone() }).collect())
                .collect();
            // One empty cell alone is the same text as nothing.
            if expected != [[""]] {
                proptest::prop_assert_eq!(from_tsv(&to_tsv(&rows)), expected);
            }
        }

        #[test]
        fn no_text_breaks_it(text in "[a\"\t\r\n]{0,12}") {
            let rows = from_tsv(&text);
            proptest::prop_assert!(rows.iter().all(|row| !row.is_empty()));
        }
    }
}
