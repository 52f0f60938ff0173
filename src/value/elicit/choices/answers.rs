//! What was chosen from what.

use super::ChoiceError;

/// Answers of one buyer: of each choice the differences of the other alternatives to the one taken, which is all that
/// the likelihood asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    attributes: usize,
    constants: usize,
    /// x(other) − x(taken), attributes first, then constants: one row for each alternative that was not taken.
    rows: Vec<f64>,
    made: Vec<Choice>,
    answers: usize,
}

/// One choice: where its rows stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    first: usize,
    /// Alternatives that were not taken.
    pub(super) others: usize,
    /// The answer that it is, or is part of.
    pub(super) answer: usize,
}

impl Choices {
    /// No answers yet, on alternatives with so many attributes.
    #[must_use]
    pub fn new(attributes: usize) -> Self {
        Self::with_constants(attributes, 0)
    }

    /// No answers yet; besides its attributes an alternative may have one of so many constants: what it has by being
    /// the first, or of a certain brand, against a base that has none.
    #[must_use]
    pub fn with_constants(attributes: usize, constants: usize) -> Self {
        Self { attributes, constants, rows: Vec::new(), made: Vec::new(), answers: 0 }
    }

    /// The number of attributes.
    #[must_use]
    pub fn attributes(&self) -> usize {
        self.attributes
    }

    /// The number of answers; a ranking is one.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.answers
    }

    /// The number of differences: attributes times alternatives that were not taken.
    #[must_use]
    pub fn size(&self) -> usize {
        self.rows.len()
    }

    /// Attributes and constants.
    pub(super) fn columns(&self) -> usize {
        self.attributes + self.constants
    }

    pub(super) fn choices(&self) -> &[Choice] {
        &self.made
    }

    /// The differences x(other) − x(taken) of a choice, one row after the other.
    pub(super) fn rows(&self, choice: Choice) -> impl Iterator<Item = &[f64]> {
        let columns = self.columns();
        self.rows[choice.first * columns..][..choice.others * columns].chunks_exact(columns)
    }

    /// All differences.
    pub(super) fn all_rows(&self) -> impl Iterator<Item = &[f64]> {
        self.rows.chunks_exact(self.columns().max(1))
    }

    /// Adds an answer: of `alternatives`, each a list of attributes, the one at `taken` was.
    ///
    /// # Errors
    /// Fewer than two alternatives, a list of the wrong length, a number that is none or beyond half of the largest there is, or `taken` that is not there.
    pub fn push(&mut self, alternatives: &[impl AsRef<[f64]>], taken: usize) -> Result<(), ChoiceError> {
        self.push_with_constants(alternatives, &vec![0; alternatives.len()], taken)
    }

    /// Adds an answer on alternatives of which each has the constant named: 1…, or 0 for the base, which has none.
    ///
    /// # Errors
    /// Those of [`Self::push`], and a constant that the choices do not have.
    pub fn push_with_constants(
        &mut self,
        alternatives: &[impl AsRef<[f64]>],
        constants: &[usize],
        taken: usize,
    ) -> Result<(), ChoiceError> {
        self.check(alternatives, constants)?;
        if taken >= alternatives.len() {
            return Err(ChoiceError::NoSuchAlternative { alternative: taken });
        }
        let others = (0..alternatives.len()).filter(|other| *other != taken);
        self.add(alternatives, constants, taken, others);
        self.answers += 1;
        Ok(())
    }

    /// Adds a ranking, best first, as the choices that it is made of: the first from all, the second from the rest, and
    /// so on (Chapman and Staelin 1982, Journal of Marketing Research 19:288–301). What is not ranked comes last, in no
    /// order.
    ///
    /// # Errors
    /// Those of [`Self::push`], nothing ranked, or something ranked twice.
    pub fn push_ranking(&mut self, alternatives: &[impl AsRef<[f64]>], order: &[usize]) -> Result<(), ChoiceError> {
        self.push_ranking_with_constants(alternatives, &vec![0; alternatives.len()], order)
    }

    /// Adds a ranking of alternatives of which each has the constant named: 1…, or 0 for the base, which has none. A
    /// constant is the same in each of the choices that a ranking is made of (Beggs, Cardell and Hausman 1981, Journal of
    /// Econometrics 16:1–19).
    ///
    /// # Errors
    /// Those of [`Self::push_ranking`], and a constant that the choices do not have.
    pub fn push_ranking_with_constants(
        &mut self,
        alternatives: &[impl AsRef<[f64]>],
        constants: &[usize],
        order: &[usize],
    ) -> Result<(), ChoiceError> {
        self.check(alternatives, constants)?;
        let mut left = vec![true; alternatives.len()];
        for &alternative in order {
            match left.get_mut(alternative) {
                Some(is_left) if *is_left => *is_left = false,
                _ => return Err(ChoiceError::NoSuchAlternative { alternative }),
            }
        }
        if order.is_empty() {
            return Err(ChoiceError::TooFew);
        }
        left.fill(true);
        for &taken in order.iter().take(alternatives.len() - 1) {
            left[taken] = false;
            self.add(alternatives, constants, taken, (0..left.len()).filter(|other| left[*other]));
        }
        self.answers += 1;
        Ok(())
    }

    /// Of what stood beside what was taken in an answer, the differences to it: x(other) − x(taken), in the order of the
    /// others; of a ranking those to what came first.
    pub fn beside_taken(&self, answer: usize) -> impl Iterator<Item = &[f64]> {
        let first = self.made.partition_point(|choice| choice.answer < answer);
        let choice = self.made.get(first).filter(|choice| choice.answer == answer).copied();
        choice.into_iter().flat_map(|choice| self.rows(choice))
    }

    /// The first so many answers alone.
    #[must_use]
    pub fn first(&self, answers: usize) -> Self {
        let made = self.made[..self.made.partition_point(|choice| choice.answer < answers)].to_vec();
        let rows = made.last().map_or(0, |choice| (choice.first + choice.others) * self.columns());
        let rows = self.rows[..rows].to_vec();
        Self { rows, made, answers: self.answers.min(answers), ..*self }
    }

    /// How many answers at the beginning are the same in both.
    #[must_use]
    pub fn shared(&self, other: &Self) -> usize {
        if (self.attributes, self.constants) != (other.attributes, other.constants) {
            return 0;
        }
        let is_same = |(own, its): (&Choice, &Choice)| own == its && self.rows(*own).eq(other.rows(*its));
        let same = self.made.iter().zip(&other.made).take_while(|pair| is_same(*pair)).count();
        // A ranking is the same where all of its choices are.
        let answer_of = |choices: &Self| choices.made.get(same).map_or(choices.answers, |choice| choice.answer);
        answer_of(self).min(answer_of(other))
    }

    /// True where `other` is the same without the answer `gone`.
    #[must_use]
    pub fn is_without(&self, gone: usize, other: &Self) -> bool {
        let own = self.made.iter().filter(|choice| choice.answer != gone);
        let place = |choice: &Choice| choice.answer - usize::from(choice.answer > gone);
        (self.attributes, self.constants) == (other.attributes, other.constants)
            && gone < self.answers
            && self.answers == other.answers + 1
            && own.clone().map(place).eq(other.made.iter().map(|choice| choice.answer))
            && own.zip(&other.made).all(|(own, its)| self.rows(*own).eq(other.rows(*its)))
    }

    /// The columns, attributes first, then constants, that differ between the alternatives of some choice: no answer
    /// tells anything of the others.
    #[must_use]
    pub fn differing(&self) -> Vec<usize> {
        (0..self.columns()).filter(|column| self.all_rows().any(|row| row[*column].abs() > 0.0)).collect()
    }

    /// The same answers with these columns alone; ascending, and there are such.
    #[must_use]
    pub fn of_columns(&self, columns: &[usize]) -> Self {
        let attributes = columns.iter().filter(|column| **column < self.attributes).count();
        Self {
            attributes,
            constants: columns.len() - attributes,
            rows: self
                .all_rows()
                .flat_map(|row| columns.iter().filter_map(|column| row.get(*column)))
                .copied()
                .collect(),
            made: self.made.clone(),
            answers: self.answers,
        }
    }

    fn check(&self, alternatives: &[impl AsRef<[f64]>], constants: &[usize]) -> Result<(), ChoiceError> {
        if self.columns() == 0 {
            return Err(ChoiceError::NoAttributes);
        }
        if alternatives.len() < 2 {
            return Err(ChoiceError::TooFew);
        }
        if constants.len() != alternatives.len() {
            return Err(ChoiceError::WrongCount { expected: alternatives.len(), found: constants.len() });
        }
        if let Some(&constant) = constants.iter().find(|constant| **constant > self.constants) {
            return Err(ChoiceError::NoSuchConstant { constant, constants: self.constants });
        }
        for (alternative, x) in alternatives.iter().map(AsRef::as_ref).enumerate() {
            if x.len() != self.attributes {
                return Err(ChoiceError::WrongCount { expected: self.attributes, found: x.len() });
            }
            // Half of what there is, so that no difference is infinite.
            if let Some(attribute) = x.iter().position(|x| x.is_nan() || x.abs() > f64::MAX / 2.0) {
                return Err(ChoiceError::NotANumber { alternative, attribute });
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        alternatives: &[impl AsRef<[f64]>],
        constants: &[usize],
        taken: usize,
        others: impl Iterator<Item = usize>,
    ) {
        let first = self.rows.len() / self.columns();
        let has = |alternative: usize, constant| f64::from(u8::from(constants[alternative] == constant));
        for other in others {
            let [x, best] = [other, taken].map(|alternative| alternatives[alternative].as_ref());
            self.rows.extend(x.iter().zip(best).map(|(x, best)| x - best));
            self.rows.extend((1..=self.constants).map(|constant| has(other, constant) - has(taken, constant)));
        }
        let others = self.rows.len() / self.columns() - first;
        self.made.push(Choice { first, others, answer: self.answers });
    }
}
