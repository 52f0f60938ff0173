//! Why a file cannot be imported, in the user's language.

use crate::board::no_weights;
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{EditError, Item, Rule};
use crate::value::elicit::pairwise::PairwiseError;
use crate::words::number;

impl crate::words::Words {
    /// Why a file cannot be imported, with its place in the file.
    pub(super) fn import_error(&self, error: &ImportError) -> String {
        let what = self.problem(&error.problem);
        if error.path.is_empty() { what } else { self.with("import-at", &[("path", &error.path), ("what", &what)]) }
    }

    fn problem(&self, problem: &Problem) -> String {
        let one = |key: &str, name: &str, value: &str| self.with(key, &[(name, value)]);
        match problem {
            Problem::TooLarge(max) => one("import-too-large", "max", &max.to_string()),
            Problem::TooManyParts(max) => one("import-too-many", "max", &max.to_string()),
            Problem::NotJson(why) => one("import-not-json", "why", why),
            Problem::NotWorthwhile => self.t("import-not-worthwhile"),
            Problem::Newer(version) => one("import-newer", "version", &version.to_string()),
            Problem::Shape(what) => self.shape(what),
            Problem::Twice => self.t("import-twice"),
            Problem::KeyTaken(key) => one("import-key-taken", "key", key),
            Problem::KeyBlank => self.t("import-key-blank"),
            Problem::KeyReserved => self.t("import-key-reserved"),
            Problem::UnknownCriterion(known) => one("import-unknown-criterion", "known", known),
            Problem::UnknownLeaf(known) => one("import-unknown-leaf", "known", known),
            Problem::UnknownOffer(known) => one("import-unknown-offer", "known", known),
            Problem::UnknownSegment(known) => one("import-unknown-segment", "known", known),
            Problem::UnknownVariant { word, known } => {
                self.with("import-unknown-variant", &[("word", word), ("known", known)])
            }
            Problem::CaseAndChanges => self.t("import-case-and-changes"),
            Problem::UnknownDimension(known) => one("import-unknown-dimension", "known", known),
            Problem::NotOfKind { field, kind } => self.with("import-not-of-kind", &[("field", field), ("kind", kind)]),
            Problem::NeededByKind { field, kind } => {
                self.with("import-needed-by-kind", &[("field", field), ("kind", kind)])
            }
            Problem::Wrong(wrong) => self.t(wrong_key(*wrong)),
            Problem::UnknownCategory { word, known } => {
                self.with("import-unknown-category", &[("word", word), ("known", known)])
            }
            Problem::OutsideRating { level, low, high } => self.with(
                "import-outside-rating",
                &[("level", &number(*level)), ("low", &number(*low)), ("high", &number(*high))],
            ),
            Problem::OutOfRange => self.t("error-out-of-range"),
            Problem::Amount(error) => self.amount_error(*error),
            Problem::Currency(error) => one("import-currency", "code", &error.0),
            Problem::Color(color) => one("import-color", "color", color),
            Problem::Curve(error) => self.edit_error(&EditError::Curve(*error)),
            Problem::Scale(error) => self.edit_error(&EditError::Scale(*error)),
            Problem::MoneyScaleMissing => self.t("import-money-scale"),
            Problem::PriceTwice => self.t("import-price-twice"),
            Problem::NotAPrice => self.t("error-not-a-price"),
            Problem::PriceUnmarked => self.t("import-price-unmarked"),
            Problem::Negative => self.t("import-negative"),
            Problem::WeightSum { set, sum } => {
                self.with("import-weight-sum", &[("set", set), ("sum", &sum.to_string())])
            }
            Problem::WeightOfNothing => self.t("import-weight-of-nothing"),
            Problem::UnknownScope { word, known } => {
                self.with("import-unknown-scope", &[("word", word), ("known", known)])
            }
            Problem::UnsuitedScope { method, known } => {
                self.with("import-unsuited-scope", &[("method", method), ("known", known)])
            }
            Problem::UnknownItem { word, known } => {
                self.with("import-unknown-item", &[("word", word), ("known", known)])
            }
            Problem::NotOfMethod { field, method } => {
                self.with("import-not-of-method", &[("field", field), ("method", method)])
            }
            Problem::NeededByMethod { field, method } => {
                self.with("import-needed-by-method", &[("field", field), ("method", method)])
            }
            Problem::AnsweredTwice => self.t("import-answered-twice"),
            Problem::Answer(error) => self.answer_error(*error),
            Problem::TextTooLong(max) => one("import-text-too-long", "max", &max.to_string()),
            Problem::NoSuchPlace { place, last } => {
                self.with("import-no-such-place", &[("place", &place.to_string()), ("last", &last.to_string())])
            }
            Problem::RankedTwice(place) => one("import-ranked-twice", "place", &place.to_string()),
            Problem::Pairs { rule, names } => self.pairs(rule, names),
            Problem::NoWeights { why, names } => {
                let items: Vec<Item> = names.iter().map(|(item, _)| *item).collect();
                let name =
                    |item: Item| names.iter().find(|(own, _)| *own == item).map(|(_, name)| name.get(self.lang()));
                no_weights(self, why, &items, &|item| name(item).unwrap_or_default().to_owned())
            }
            Problem::Rule(rule) => match rule.as_ref() {
                Rule::Edit(error) => self.edit_error(error),
                Rule::Everyone => self.t("import-everyone"),
                Rule::Line => self.t("import-line"),
                Rule::Range => self.t("import-range"),
                Rule::Other(what) => one("error-unsound", "what", what),
            },
        }
    }

    /// What is wrong with judgements in pairs.
    fn pairs(&self, rule: &PairwiseError, names: &[String]) -> String {
        let name = |place: usize| names.get(place).map_or("", String::as_str);
        let two = |key: &str, one: usize, other: usize| self.with(key, &[("one", name(one)), ("other", name(other))]);
        match *rule {
            PairwiseError::Diagonal { item } => self.with("import-diagonal", &[("item", name(item))]),
            PairwiseError::NotReciprocal { row, column } => two("import-not-reciprocal", row, column),
            PairwiseError::Disconnected { one, other } => two("weighing-disconnected", one, other),
            PairwiseError::TooMany { items } => self.with("weighing-too-many", &[("items", &items.to_string())]),
            PairwiseError::WrongCount { .. } => self.t("import-matrix-rows"),
            PairwiseError::NotAJudgement { .. } => self.t("import-ratio-out-of-range"),
            // Refused before.
            PairwiseError::Empty | PairwiseError::NoSuchPair { .. } | PairwiseError::RandomIndex { .. } => {
                self.with("weighing-refused", &[("why", &rule.to_string())])
            }
        }
    }

    /// What the reader expects somewhere.
    fn wanted(&self, what: &str) -> String {
        self.t(match what {
            "an item in quotes, or a list of the items that share a place" => "import-want-place-of-items",
            "a list of three: [item, other, ratio]" => "import-want-judgement",
            r#"the key of an offer in quotes, or {"offer": …, "levels": {…}}"# => "import-want-shown",
            "a place in “from”, counted from 0" => "import-want-place",
            "an object {…}" => "import-want-object",
            "a list […]" => "import-want-list",
            r#"a string or {"en": "…", "zh": "…"}"# => "import-want-text",
            "a number, a string or null" => "import-want-value",
            "a string" => "import-want-string",
            "f64" => "import-want-number",
            "a boolean" => "import-want-flag",
            other => return other.to_owned(),
        })
    }

    /// What the parser says of members and types. It says it in English; what is said most is said anew.
    fn shape(&self, what: &str) -> String {
        let (what, place) = placed(what);
        let quoted = |behind: &str| what.strip_prefix(behind)?.strip_prefix('`')?.split_once('`');
        let of = |key: &str, behind: &str| quoted(behind).map(|(field, _)| self.with(key, &[("field", field)]));
        let expecting = |key: &str, behind: &str| {
            let (field, known) = quoted(behind)?;
            let known = known.trim_start_matches(", expected ").trim_start_matches("one of ").replace('`', "");
            Some(self.with(key, &[("field", field), ("known", &known)]))
        };
        let typed = || {
            let what = what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: "))?;
            let (found, wanted) = what.split_once(", expected ")?;
            Some(self.with("import-type", &[("found", found), ("wanted", &self.wanted(wanted))]))
        };
        let expected =
            || Some(self.with("import-expected", &[("wanted", &self.wanted(what.strip_prefix("expected ")?))]));
        let said = of("import-missing", "missing field ")
            .or_else(|| of("import-there-twice", "duplicate field "))
            .or_else(|| expecting("import-unknown-field", "unknown field "))
            .or_else(|| expecting("import-unknown-word", "unknown variant "))
            .or_else(typed)
            .or_else(expected)
            .or_else(|| {
                let (most, _) = what.strip_prefix("at most ")?.split_once(" of these;")?;
                Some(self.with("import-at-most", &[("max", most)]))
            })
            .unwrap_or_else(|| self.with("import-shape", &[("what", what)]));
        match place {
            Some([line, column]) => {
                self.with("import-line-column", &[("what", &said), ("line", line), ("column", column)])
            }
            None => said,
        }
    }
}

/// What the parser says, and the line and column behind it.
fn placed(what: &str) -> (&str, Option<[&str; 2]>) {
    let place = |what: &'_ str| -> Option<(usize, usize)> {
        let at = what.rfind(" at line ")?;
        Some((at, at + what.get(at..)?.find(" column ")?))
    };
    match place(what) {
        Some((at, column)) => {
            let line = what[at..column].trim_start_matches(" at line ");
            (&what[..at], Some([line, what[column..].trim_start_matches(" column ")]))
        }
        None => (what, None),
    }
}

fn wrong_key(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::JudgementsAndMatrix => "import-judgements-and-matrix",
        Wrong::RandomIndex => "error-level-random-index",
        Wrong::MoneySwing => "import-money-swing",
        Wrong::OneEnd => "import-one-end",
        Wrong::LevelNull => "import-level-null",
        Wrong::NoLevels => "import-no-levels",
        Wrong::ItemTwice => "import-item-twice",
        Wrong::MatrixRows => "import-matrix-rows",
        Wrong::TookAndOrder => "import-took-and-order",
        Wrong::TooFewOffers => "import-too-few-offers",
        Wrong::NothingTaken => "import-nothing-taken",
        Wrong::AgainstItself => "import-against-itself",
        Wrong::JudgedAlready => "import-judged-already",
        Wrong::NotARatio => "import-not-a-ratio",
        Wrong::RatioOutOfRange => "import-ratio-out-of-range",
        Wrong::NothingAnswered => "import-nothing-answered",
        Wrong::OneItem => "import-one-item",
        Wrong::TwoInForce => "import-two-in-force",
        Wrong::MoneyMultiplier => "import-money-multiplier",
        Wrong::CostsOfNumbers => "import-costs-of-numbers",
        Wrong::LeverCosts => "import-lever-costs",
        Wrong::LeverCost => "import-lever-cost",
        Wrong::NumberForName => "import-number-for-name",
        Wrong::WordForAmount => "import-word-for-amount",
        Wrong::WordForNumber => "import-word-for-number",
        Wrong::Needed => "import-needed",
        Wrong::TwoLeaves => "import-two-leaves",
        Wrong::Version => "import-version",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::exchange::json;
    use crate::model::{IdSource, Lang};
    use crate::words::Words;

    /// Two criteria, named levels and a price; one buyer who judged them.
    fn file() -> Value {
        let named = json!([{"key": "s", "name": "slow", "points": 0}, {"key": "f", "name": "fast", "points": 100}]);
        let size = json!({"key": "size", "dimension": "product", "name": "size",
            "scale": {"kind": "measure", "points": [[0, 0], [10, 100]]}});
        let mut care = size.clone();
        (care["key"], care["name"]) = (json!("care"), json!("care"));
        json!({"format": "worthwhile", "version": 1, "comparisons": [{
            "name": "Case", "currency": "CNY", "ownership": {"points": [[0, 0], [2000, 100]]},
            "criteria": [
                size, care,
                {"key": "way", "dimension": "service", "name": "way", "scale": {"kind": "category", "levels": named}},
                {"key": "price", "dimension": "monetary", "name": "price", "scale": {"kind": "money"}},
            ],
            "offers": [
                {"key": "a", "name": "A", "levels": {"size": 5, "care": 5, "way": "s", "price": 1000}},
                {"key": "b", "name": "B", "levels": {"size": 10, "care": 2, "way": "f", "price": 1800}},
            ],
            "segments": [{"key": "all", "everyone": true, "name": "Everyone", "answers": [
                {"weigh": "product", "method": "pairwise", "judgements": [["size", "care", 3]]},
                {"weigh": "both", "method": "choices", "choices": [{"from": ["a", "b"], "took": 0}]},
            ]}],
        }]})
    }

    /// What is said, in both languages, of the file with another value at a place of its comparison.
    fn said(place: &str, value: Value) -> [String; 2] {
        let mut file = file();
        let (parent, member) = place.rsplit_once('/').unwrap();
        let found = file.pointer_mut(&format!("/comparisons/0{parent}")).unwrap_or_else(|| panic!("{place}"));
        match found {
            Value::Array(list) => list[member.parse::<usize>().unwrap()] = value,
            found => found[member] = value,
        }
        let error = json::read(&file.to_string(), &mut IdSource::starting_at(1)).expect_err(place);
        [Lang::En, Lang::Zh].map(|lang| Words::new(lang).import_error(&error))
    }

    /// True where three English words stand side by side.
    fn is_english(text: &str) -> bool {
        let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
        let words: Vec<bool> = text.split(' ').map(is_word).collect();
        words.windows(3).any(|three| three == [true; 3])
    }

    /// Each fault is told in Chinese with what is looked for, and in English without any Chinese.
    fn assert_told<const COUNT: usize>(faults: [(&str, Value, &str); COUNT]) {
        let mut wrong = Vec::new();
        for (place, value, part) in faults {
            let [english, chinese] = said(place, value);
            if !chinese.contains(part) || is_english(&chinese) || english.chars().any(|c| ('一'..='鿿').contains(&c))
            {
                wrong.push((part, english, chinese));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_fault_of_answers_is_told_in_chinese() {
        assert!(json::read(&file().to_string(), &mut IdSource::starting_at(1)).is_ok());
        let [pairs, choices] = ["/segments/0/answers/0", "/segments/0/answers/1/choices/0"];
        let matrix = |items: Value, rows: Value| json!({"weigh": "product", "method": "pairwise", "matrix": {"items": items, "rows": rows}});
        let swing = |method: &str, swing: Value| json!({"weigh": "both", "method": method, "swings": [swing]});
        let judged = |judgements: Value| json!({"weigh": "product", "method": "pairwise", "judgements": judgements});
        let both = json!({"weigh": "product", "method": "pairwise", "judgements": [["size", "care", 3]],
            "matrix": {"items": ["size", "care"], "rows": [[1, 3], [null, 1]]}});
        let of_two = json!(["size", "care"]);
        let faults = [
            (pairs, both, "只能写一个"),
            (
                pairs,
                json!({"weigh": "product", "method": "pairwise", "judgements": [["size", "care", 3]], "random_index": [0]}),
                "随机",
            ),
            (pairs, swing("money", json!({"item": "ownership", "worth": 5})), "摆幅"),
            (pairs, swing("swing", json!({"item": "size", "from": 1, "worth": 5})), "要么都写"),
            (pairs, swing("swing", json!({"item": "size", "from": 1, "to": null, "worth": 5})), "要么都写"),
            (
                pairs,
                json!({"weigh": "value", "method": "swing", "swings": [{"item": "product", "from": 1, "to": 2, "worth": 5}]}),
                "只有准则和金额",
            ),
            (pairs, matrix(json!(["size", "size"]), json!([[1, 3], [null, 1]])), "两次"),
            (pairs, matrix(of_two.clone(), json!([[1, 3]])), "一行一列"),
            (pairs, matrix(of_two.clone(), json!([[1, 3, 2], [null, 1, 2]])), "一行一列"),
            (pairs, matrix(of_two.clone(), json!([[2, 3], [null, 1]])), "自身相比"),
            (pairs, matrix(of_two, json!([[1, 3], [3, 1]])), "倒数"),
            (pairs, judged(json!([["size", "size", 3]])), "自身比较"),
            (pairs, judged(json!([["size", "care", 3], ["care", "size", 2]])), "已经有判断"),
            (pairs, judged(json!([["size", "care", "three"]])), "引号中的分数"),
            (pairs, judged(json!([["size", "care", 0]])), "大于 0"),
            (pairs, judged(json!([])), "没有任何回答"),
            (pairs, judged(json!([["size", "way", 3]])), "请写其中之一"),
            (
                pairs,
                json!({"weigh": "product", "method": "points", "points": {"size": 0, "care": 0}, "in_force": true}),
                "都是 0",
            ),
            (
                pairs,
                json!({"weigh": "product", "method": "points", "points": {"size": 1}, "in_force": true}),
                "已回答 1 / 2",
            ),
            (pairs, json!({"weigh": "product", "method": "points", "points": {"size": -1, "care": 1}}), "数"),
            (pairs, json!({"weigh": "product", "method": "points"}), "需要“points”"),
            (pairs, json!({"weigh": "product", "method": "points", "points": {"size": 1}, "at": 3}), "没有“at”"),
            (pairs, json!({"weigh": "all", "method": "points", "points": {"size": 1}}), "不能赋权"),
            (pairs, json!({"weigh": "product", "method": "guess"}), "不能写“guess”"),
            (pairs, json!({"weigh": "product"}), "缺少“method”"),
            (pairs, json!({"weigh": "product", "method": "points", "points": {"size": 1}, "sum": 3}), "没有“sum”"),
            (pairs, json!({"weigh": 3, "method": "points"}), "应为"),
            (choices, json!({"from": ["a", "b"]}), "took"),
            (pairs, judged(json!([["size", "care"]])), "三项的列表"),
            (pairs, judged(json!([3])), "三项的列表"),
            (pairs, json!({"weigh": "product", "method": "rank-order", "order": [3]}), "名次"),
            (choices, json!({"from": ["a", 3], "took": 0}), "备选方案的键"),
            (choices, json!({"from": ["a", "b"], "took": -1}), "从 0 算起"),
            (choices, json!({"from": "a", "took": 0}), "列表"),
            (pairs, json!(3), "对象"),
            ("/offers/0/name", json!(3), "文字"),
            ("/offers/0/ours", json!(3), "true"),
            (choices, json!({"from": ["a"], "took": 0}), "至少要有两个"),
            (choices, json!({"from": ["a", "b"], "order": []}), "没有写选了哪个"),
            (choices, json!({"from": ["a", "b"], "took": 2}), "从 0 到 1"),
            (choices, json!({"from": ["a", "b"], "order": [1, 1]}), "出现了两次"),
            (choices, json!({"from": ["a", "c"], "took": 0}), "现有"),
        ];
        assert_told(faults);
    }

    #[test]
    fn every_fault_besides_answers_is_told_in_chinese() {
        let levels = |levels: Value| json!({"kind": "category", "levels": levels});
        let lever = |lever: Value| json!([lever]);
        let faults = [
            (
                "/criteria/2/scale",
                levels(
                    json!([{"key": "s", "name": "slow", "judged": {"f": 2}}, {"key": "f", "name": "fast"}, {"key": "x", "name": "express"}]),
                ),
                "没有任何比较",
            ),
            (
                "/criteria/2/scale",
                json!({"kind": "category", "levels": file()["comparisons"][0]["criteria"][2]["scale"]["levels"], "random_index": [-1]}),
                "随机",
            ),
            ("/offers/0/levels/way", json!(3), "等级的键"),
            ("/offers/0/levels/size", json!("large"), "不要加引号"),
            ("/offers/0/levels/price", json!("cheap"), "不要加引号"),
            ("/offers/0/levers", lever(json!({"criterion": "size"})), "cost"),
            ("/offers/0/levers", lever(json!({"criterion": "way"})), "costs"),
            ("/offers/0/levers", lever(json!({"criterion": "size", "costs": {"s": 1}})), "各等级的成本"),
            ("/segments/0/multipliers", json!({"price": 2}), "面值"),
            ("/segments/0/size", json!(-1), "规模"),
            ("/segments/0/everyone", json!(false), "everyone"),
            ("/segments/0/given_for", json!({"size": [5, 1]}), "递增"),
            ("/pins", json!([{"says": "winner"}]), "必须填写"),
            ("/pins", json!([{"says": "winner", "offer": "c"}]), "现有"),
            ("/criteria/3/dimension", json!("product"), "货币"),
        ];
        assert_told(faults);
    }

    #[test]
    fn what_the_parser_says_keeps_its_place() {
        let words = Words::new(Lang::Zh);
        assert_eq!(words.shape("missing field `name` at line 3 column 5"), "缺少“name”。（第 3 行，第 5 列）");
        assert_eq!(words.shape("unknown variant `x`, expected one of `a`, `b`"), "此处不能写“x”；请写其中之一：a, b");
        assert_eq!(
            words.shape("at most 100 of these; split the list, or leave some out"),
            "此处最多 100 个；请分开写。"
        );
        assert_eq!(words.shape("something else"), "内容不合格式：something else");
        let words = Words::new(Lang::En);
        assert_eq!(words.shape("invalid type: null, expected f64"), "Here stands null, but this is expected: a number");
    }
}
