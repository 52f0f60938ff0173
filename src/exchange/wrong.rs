//! What cannot stand where it stands in a file.

/// A value of the wrong kind, or at the wrong place, and what to do about it. `words` says it to people in both
/// languages; `Display` is English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Both forms of judgements at once.
    #[error("write either “judgements” or “matrix”")]
    JudgementsAndMatrix,
    /// A random index that is not above 0.
    #[error("a random index is a number above 0; the list begins with that of 3 items")]
    RandomIndex,
    /// Money with a worth in money.
    #[error("money is worth itself: take this swing out")]
    MoneySwing,
    /// One end of a swing without the other.
    #[error("write both “from” and “to”, or neither")]
    OneEnd,
    /// A level that is null.
    #[error("write the level")]
    LevelNull,
    /// Levels of something that has none.
    #[error("only criteria and amounts have levels; take “from” and “to” out")]
    NoLevels,
    /// An item that stands twice in a matrix.
    #[error("this item stands here twice; keep one of the two")]
    ItemTwice,
    /// More or fewer rows than items.
    #[error("a matrix has one row and one column for each item; write null for what is missing")]
    MatrixRows,
    /// What was taken and an order, or neither.
    #[error("write either “took” or “order”")]
    TookAndOrder,
    /// A choice of one offer, or of none.
    #[error("a choice needs at least two offers to choose from")]
    TooFewOffers,
    /// An order without places.
    #[error("nothing is taken; write the place of what was")]
    NothingTaken,
    /// A judgement of something against itself.
    #[error("this is judged against itself; take the judgement out")]
    AgainstItself,
    /// A pair that stands twice.
    #[error("this pair is judged already; keep one of the two")]
    JudgedAlready,
    /// What no judgement can be read from.
    #[error("a judgement is a number above 0, such as 3 or 0.5, or a fraction in quotes, such as \"1/3\"")]
    NotARatio,
    /// A judgement that is 0, below it, or too large.
    #[error(
        "a judgement must be a number above 0, not beyond 1,000,000,000 nor below 1 divided by that; 1/9 to 9 as a rule"
    )]
    RatioOutOfRange,
    /// Answers without an answer.
    #[error("nothing is answered here: give at least one answer, or take it out")]
    NothingAnswered,
    /// Judgements where there is one item alone.
    #[error("one item has nothing to be judged against, and weighs all that its set weighs: take the answer out")]
    OneItem,
    /// Two methods for the same weights.
    #[error("two methods cannot give the same weights; only one of them can be in force")]
    TwoInForce,
    /// A multiplier of money.
    #[error("money counts at face value; take the multiplier out")]
    MoneyMultiplier,
    /// Costs of levels that have no names.
    #[error("only named levels have costs of their own")]
    CostsOfNumbers,
    /// A lever on named levels without their costs, or with what belongs to numbers.
    #[error("write `costs`: what each named level costs, and nothing else")]
    LeverCosts,
    /// A lever on numbers without its cost.
    #[error("write `cost`: what one step costs per unit sold")]
    LeverCost,
    /// A number where a named level is wanted.
    #[error("write the key of a named level in quotes")]
    NumberForName,
    /// A word where an amount is wanted.
    #[error("write an amount without quotes")]
    WordForAmount,
    /// A word where a number is wanted.
    #[error("write a number without quotes")]
    WordForNumber,
    /// A member that is needed where it is not.
    #[error("this is needed here")]
    Needed,
    /// More or fewer than the two that a finding is about.
    #[error("two are needed here: write the keys of both")]
    TwoLeaves,
    /// A version that is no version.
    #[error("write {version}", version = super::json::VERSION)]
    Version,
}
