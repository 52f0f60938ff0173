//! What the page shows of choices: for any comparison and any answers, in both languages.

mod support;

use proptest::prelude::*;
use support::comparisons;
use support::dice::Dice;
use worthwhile::board::{
    Ask, Board, ChoiceOptions, ChoicesAbout, Figure, MethodsOptions, SKIPPED_MAX, Seen, WeighingOptions, figure,
    figure_data,
};
use worthwhile::model::{Account, Answers, ChoiceAnswer, Comparison, Elicited, IdSource, Lang, Level, Method, Scope};
use worthwhile::value::elicit::questions::{all_offers, made_up_pairs, offer_pairs};
use worthwhile::words::Words;

const WIDTH: f32 = 290.0;

fn ask(choices: ChoiceOptions) -> Ask {
    Ask::Weighing(WeighingOptions { width: WIDTH, scope: Scope::Both, method: Some(Method::Choices), choices })
}

fn shown(comparison: &Comparison, lang: Lang, choices: ChoiceOptions) -> Figure {
    let words = Words::new(lang);
    let board = Board::new(comparison, comparison.everyone().unwrap().id, &words).unwrap();
    let seen = Seen { board: &board, comparison, words: &words };
    let rows = figure_data(seen, &ask(choices));
    assert!(rows.windows(2).all(|pair| pair[0].len() == pair[1].len()), "{rows:?}");
    figure(seen, &ask(choices), &|_| true).unwrap()
}

/// Any choice of questions that can be asked here, answered at random.
fn answered(comparison: &Comparison, dice: &mut Dice, count: usize) -> Vec<ChoiceAnswer> {
    let pools = [made_up_pairs(comparison), offer_pairs(comparison)];
    let mut answers = Vec::new();
    for _ in 0..count {
        let pairs = dice.pick(&pools);
        let question = if dice.chance(0.2) { all_offers(comparison) } else { pairs.question(dice.below(pairs.len())) };
        let Some(question) = question else { continue };
        let mut order: Vec<usize> = (0..question.alternatives.len()).collect();
        dice.shuffle(&mut order);
        order.truncate(1 + dice.below(2));
        answers.push(ChoiceAnswer { alternatives: question.alternatives, order });
    }
    answers
}

fn keep(comparison: &mut Comparison, choices: Vec<ChoiceAnswer>) {
    let segment = comparison.segments.iter_mut().find(|s| s.everyone).unwrap();
    segment.elicited = vec![Elicited { scope: Scope::Both, in_force: false, answers: Answers::Choices { choices } }];
}

proptest! {
    #![proptest_config(support::config(24))]

    #[test]
    fn there_is_a_question_or_a_reason(
        (mut comparison, mut dice) in comparisons(Account::Points, 0..=5, 0.1), count in 0..12_usize
    ) {
        let answers = answered(&comparison, &mut dice, count);
        let given = answers.len();
        if given > 0 {
            keep(&mut comparison, answers);
        }
        for lang in [Lang::En, Lang::Zh] {
            for about in ChoicesAbout::ALL.map(Some).into_iter().chain([None]) {
                let options = ChoiceOptions { about, ..ChoiceOptions::default() };
                let figure = shown(&comparison, lang, options);
                if figure.weighing.items.len() < 2 {
                    continue;
                }
                let sheet = &figure.weighing.choices;
                prop_assert_eq!(sheet.answers.len(), given);
                prop_assert_eq!(sheet.question.is_none(), !sheet.nothing.is_empty());
                prop_assert!(sheet.contradicting.iter().all(|i| sheet.answers[*i].contradicts));
                prop_assert_eq!(sheet.contradiction.is_empty(), sheet.contradicting.is_empty());
                if let Some(question) = &sheet.question {
                    prop_assert!(question.cards.len() > 1 && question.cards.len() == question.alternatives.len());
                    let rows = question.cards[0].rows.len();
                    prop_assert!(question.cards.iter().all(|card| card.rows.len() == rows), "cards of one height");
                }
                prop_assert!(!figure.weighing.state.is_empty());
                prop_assert_eq!(figure.sentences.is_empty(), given == 0);
            }
            for at in 0..given {
                let figure = shown(&comparison, lang, ChoiceOptions { at: Some(at), ..ChoiceOptions::default() });
                if let Some(question) = &figure.weighing.choices.question {
                    prop_assert_eq!(question.at, Some(at));
                    prop_assert!(question.prediction.is_empty(), "it was answered");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(support::config(12))]

    /// The board keeps what takes long from edit to edit: in whichever order answers come, change and go, it shows what
    /// a board made anew shows.
    #[test]
    fn the_way_to_the_answers_is_not_seen((mut comparison, mut dice) in comparisons(Account::Points, 2..=5, 0.0)) {
        let words = Words::new(Lang::En);
        let everyone = comparison.everyone().unwrap().id;
        let shown = |board: &Board, comparison: &Comparison| {
            figure(Seen { board, comparison, words: &words }, &ask(ChoiceOptions::default()), &|_| true).unwrap()
        };
        let mut board = Board::new(&comparison, everyone, &words).unwrap();
        let mut answers: Vec<ChoiceAnswer> = Vec::new();
        let mut before = answers.clone();
        for _ in 0..16 {
            let was = answers.clone();
            let place = dice.below(answers.len());
            match dice.below(8) {
                0 | 1 if !answers.is_empty() => drop(answers.remove(place)),
                2 => answers.splice(place..answers.len().min(place + 1), answered(&comparison, &mut dice, 1)).for_each(drop),
                3 => answers.splice(place..place, answered(&comparison, &mut dice, 1)).for_each(drop),
                4 => answers.clone_from(&before),
                _ => answers.extend(answered(&comparison, &mut dice, 3)),
            }
            before = was;
            keep(&mut comparison, answers.clone());
            board = board.updated(&comparison, &[], &words).unwrap();
            let anew = Board::new(&comparison, everyone, &words).unwrap();
            prop_assert_eq!(shown(&board, &comparison), shown(&anew, &comparison));
        }
    }
}

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

#[test]
fn skipped_and_answered_questions_do_not_come_again() {
    let mut comparison = televisions();
    let mut options = ChoiceOptions { about: Some(ChoicesAbout::Pairs), ..ChoiceOptions::default() };
    let mut seen = Vec::new();
    // Two of six are answered, four skipped.
    for i in 0..6 {
        let figure = shown(&comparison, Lang::En, options);
        let question = figure.weighing.choices.question.clone().unwrap();
        assert!(!seen.contains(&question.mark));
        seen.push(question.mark);
        if i < 2 {
            let mut choices = answers_of(&comparison);
            choices.push(ChoiceAnswer { alternatives: question.alternatives, order: vec![0] });
            keep(&mut comparison, choices);
        } else {
            options.skipped[i % SKIPPED_MAX] = question.mark;
        }
    }
    let figure = shown(&comparison, Lang::En, options);
    assert_eq!(figure.weighing.choices.question, None);
    assert!(figure.weighing.choices.nothing.contains("answered or was skipped"));
}

#[test]
fn choices_that_take_longer_than_a_frame_are_made_beside_it() {
    let mut comparison = televisions();
    let words = Words::new(Lang::En);
    let board = Board::new(&comparison, comparison.everyone().unwrap().id, &words).unwrap();
    let leaves = board.compiled.leaves().len();
    let question = all_offers(&comparison).unwrap();
    let answer = ChoiceAnswer { alternatives: question.alternatives, order: vec![0] };
    let others = answer.alternatives.len() - 1;
    for (count, is_heavy) in [(0, false), (20, false), (200_000 / others / leaves.pow(2) + 1, true)] {
        keep(&mut comparison, vec![answer.clone(); count]);
        let seen = Seen { board: &board, comparison: &comparison, words: &words };
        assert_eq!(ask(ChoiceOptions::default()).is_heavy(seen), is_heavy, "{count}");
        assert_eq!(Ask::Methods(MethodsOptions { width: WIDTH, scope: Scope::Both }).is_heavy(seen), is_heavy);
        let points = WeighingOptions {
            width: WIDTH,
            scope: Scope::Both,
            method: Some(Method::Points),
            choices: ChoiceOptions::default(),
        };
        assert!(!Ask::Weighing(points).is_heavy(seen));
    }
}

fn answers_of(comparison: &Comparison) -> Vec<ChoiceAnswer> {
    match comparison.everyone().unwrap().answers(Scope::Both, Method::Choices).map(|e| &e.answers) {
        Some(Answers::Choices { choices }) => choices.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn an_answer_stays_what_it_was_when_offers_change_or_go() {
    let mut comparison = televisions();
    let question = all_offers(&comparison).unwrap();
    keep(&mut comparison, vec![ChoiceAnswer { alternatives: question.alternatives, order: vec![1] }]);
    let line = |comparison: &Comparison| {
        let figure = shown(comparison, Lang::En, ChoiceOptions::default());
        figure.weighing.choices.answers[0].text.clone()
    };
    assert_eq!(line(&comparison), "SHARP over TCL, Haier and Changhong");
    let weights = |comparison: &Comparison| shown(comparison, Lang::En, ChoiceOptions::default()).table;
    let before = weights(&comparison);
    let price = comparison.header.price.unwrap();
    comparison.offers[1].levels.insert(price, Level::Money(1_000_000));
    assert_eq!(weights(&comparison), before, "it was chosen at its price then");
}
