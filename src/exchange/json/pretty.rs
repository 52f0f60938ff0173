//! JSON as people like to read it: what fits on a line stands on a line.

/// Widest line that several members may share.
const WIDTH: usize = 110;
const INDENT: usize = 2;

/// A piece of JSON, members in the order given.
pub(super) enum Node {
    /// A string.
    Text(String),
    /// A number, already written.
    Number(String),
    /// True or false.
    Bool(bool),
    /// A list.
    List(Vec<Node>),
    /// An object.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Nothing there.
    pub(super) fn null() -> Self {
        Self::Number("null".to_owned())
    }
}

/// A number with all its digits, whole ones without a decimal point.
pub(super) fn number(value: f64) -> Node {
    const WHOLE_MAX: f64 = 1e15;
    Node::Number(if !value.is_finite() {
        "null".to_owned()
    } else if value.fract() == 0.0 && value.abs() <= WHOLE_MAX {
        // `+ 0.0` turns -0.0 into 0.0.
        format!("{}", value + 0.0)
    } else {
        format!("{value:?}")
    })
}

impl Node {
    /// The text of the file, ending with a newline.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.print_at(0, &mut out);
        out.push('\n');
        out
    }

    fn print_at(&self, indent: usize, out: &mut String) {
        let mut flat = String::new();
        if self.print_flat(WIDTH.saturating_sub(indent), &mut flat) {
            out.push_str(&flat);
            return;
        }
        match self {
            Self::List(items) => {
                print_lines(['[', ']'], indent, items, out, Self::print_at);
            }
            Self::Object(members) => print_lines(['{', '}'], indent, members, out, |(key, value), inner, out| {
                out.push_str(&quote(key));
                out.push_str(": ");
                value.print_at(inner, out);
            }),
            // Scalars have no line break to offer, however long they are.
            Self::Text(text) => out.push_str(&quote(text)),
            Self::Number(number) => out.push_str(number),
            Self::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        }
    }

    /// Writes everything on one line; false as soon as that gets wider than `width`.
    fn print_flat(&self, width: usize, out: &mut String) -> bool {
        match self {
            Self::Text(text) if text.len() > width * 4 => return false,
            Self::Text(text) => out.push_str(&quote(text)),
            Self::Number(number) => out.push_str(number),
            Self::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Self::List(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    out.push_str(if i == 0 { "" } else { ", " });
                    if !item.print_flat(width, out) {
                        return false;
                    }
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (i, (key, value)) in members.iter().enumerate() {
                    out.push_str(if i == 0 { "" } else { ", " });
                    out.push_str(&quote(key));
                    out.push_str(": ");
                    if !value.print_flat(width, out) {
                        return false;
                    }
                }
                out.push('}');
            }
        }
        out.chars().count() <= width
    }
}

fn print_lines<T>(
    brackets: [char; 2],
    indent: usize,
    items: &[T],
    out: &mut String,
    print: impl Fn(&T, usize, &mut String),
) {
    let inner = indent + INDENT;
    out.push(brackets[0]);
    for (i, item) in items.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n(' ', inner));
        print(item, inner, out);
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
    out.push(brackets[1]);
}

fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_things_share_a_line_and_numbers_keep_their_digits() {
        let pair = Node::List(vec![number(0.1 + 0.2), number(2800.0), number(-0.0), number(1e300), number(1e-7)]);
        assert_eq!(pair.print(), "[0.30000000000000004, 2800, 0, 1e300, 1e-7]\n");
        let long = Node::Object(vec![("a".into(), Node::Text("x".repeat(200))), ("b".into(), Node::Bool(true))]);
        assert_eq!(long.print(), format!("{{\n  \"a\": \"{}\",\n  \"b\": true\n}}\n", "x".repeat(200)));
    }
}
