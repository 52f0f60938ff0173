//! A workbook: many comparisons, and the row-wise changes that every edit comes down to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::comparison::{Comparison, Criterion, Header, Offer, Segment};
use super::id::{ComparisonId, CriterionId, IdSource, OfferId, SegmentId, VariantId};
use super::text::{Lang, Text};
use super::variant::Variant;

/// All comparisons of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// By position; names unique in each language.
    pub comparisons: Vec<Comparison>,
    /// Numbers for new parts.
    pub ids: IdSource,
}

impl Default for Workbook {
    fn default() -> Self {
        Self { comparisons: Vec::new(), ids: IdSource::starting_at(1) }
    }
}

/// A part of a workbook as the file keeps it: one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "table", content = "row", rename_all = "lowercase")]
pub enum Row {
    /// A comparison without its parts.
    Comparison(Box<Header>),
    /// A criterion.
    Criterion(Box<Criterion>),
    /// An offer with its levels.
    Offer(Box<Offer>),
    /// A segment with its weights.
    Segment(Box<Segment>),
    /// A variant with its differences.
    Variant(Box<Variant>),
}

/// Which part of a comparison a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "table", content = "id", rename_all = "lowercase")]
pub enum Part {
    /// The comparison itself.
    Comparison,
    /// A segment.
    Segment(SegmentId),
    /// A criterion.
    Criterion(CriterionId),
    /// An offer.
    Offer(OfferId),
    /// A variant.
    Variant(VariantId),
}

/// A row as it was and as it is: the unit of undo and of saving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The comparison that the row belongs to.
    pub comparison: ComparisonId,
    /// The row within it.
    pub part: Part,
    /// Absent where the change creates the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Row>,
    /// Absent where the change deletes the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Row>,
}

impl Change {
    /// The numbers that are in use after this change: that of its row, and those that a variant holds.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let own = match self.part {
            Part::Comparison => self.comparison.0,
            Part::Segment(id) => id.0,
            Part::Criterion(id) => id.0,
            Part::Offer(id) => id.0,
            Part::Variant(id) => id.0,
        };
        let variant = if let Some(Row::Variant(variant)) = &self.after { Some(variant) } else { None };
        std::iter::once(own).chain(variant.into_iter().flat_map(|v| v.numbers()))
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), ..*self }
    }
}

/// The changes that take `changes` back, in the order to apply them.
#[must_use]
pub fn inverse(changes: &[Change]) -> Vec<Change> {
    changes.iter().rev().map(Change::inverse).collect()
}

/// More changes than this to the parts of one comparison are put into its lists in one go.
const FEW_CHANGES: usize = 16;

impl Workbook {
    /// The comparison with this id.
    #[must_use]
    pub fn comparison(&self, id: ComparisonId) -> Option<&Comparison> {
        self.comparisons.iter().find(|c| c.id() == id)
    }

    /// The comparison with this name in either language.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Comparison> {
        self.comparisons.iter().find(|c| Lang::ALL.iter().any(|&lang| c.header.name.get(lang) == name))
    }

    /// True where another comparison than `except` bears one of the wordings of `name`.
    #[must_use]
    pub fn is_name_taken(&self, name: &Text, except: Option<ComparisonId>) -> bool {
        self.comparisons.iter().filter(|c| Some(c.id()) != except).any(|c| shares_wording(&c.header.name, name))
    }

    /// `name`, with a number behind it where it is taken.
    #[must_use]
    pub fn free_name(&self, name: &Text) -> Text {
        let mut free = name.clone();
        let mut number = 2_u32;
        while self.is_name_taken(&free, None) {
            free = name.map(|_, wording| format!("{wording} {number}"));
            number += 1;
        }
        free
    }

    /// A copy of `comparison` in which every part has a number of its own in this workbook.
    pub fn renumbered(&mut self, comparison: &Comparison) -> Comparison {
        super::renumber::renumbered(comparison, &mut self.ids)
    }

    /// Puts every row of `changes` as it is after them.
    pub fn apply(&mut self, changes: &[Change]) {
        let whole = |change: &Change| change.part == Part::Comparison;
        // Runs of parts of one comparison; a comparison that comes or goes stands between them.
        for run in changes.chunk_by(|a, b| a.comparison == b.comparison && !whole(a) && !whole(b)) {
            if run.len() > FEW_CHANGES {
                self.apply_many(run);
            } else {
                for change in run {
                    self.apply_one(change);
                }
            }
        }
    }

    /// [`Self::apply_one`] for each of many changes to parts of one comparison, without a search for each.
    fn apply_many(&mut self, run: &[Change]) {
        let of_run = |c: &&mut Comparison| run.first().is_some_and(|first| first.comparison == c.id());
        let Some(comparison) = self.comparisons.iter_mut().find(of_run) else {
            return;
        };
        let (mut criteria, mut offers, mut segments) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut variants = BTreeMap::new();
        for change in run {
            let after = change.after.as_ref();
            match change.part {
                Part::Criterion(id) => {
                    criteria
                        .insert(id, after.and_then(|row| if let Row::Criterion(c) = row { Some(&**c) } else { None }));
                }
                Part::Offer(id) => {
                    offers.insert(id, after.and_then(|row| if let Row::Offer(o) = row { Some(&**o) } else { None }));
                }
                Part::Segment(id) => {
                    segments
                        .insert(id, after.and_then(|row| if let Row::Segment(s) = row { Some(&**s) } else { None }));
                }
                Part::Variant(id) => {
                    variants
                        .insert(id, after.and_then(|row| if let Row::Variant(v) = row { Some(&**v) } else { None }));
                }
                Part::Comparison => {}
            }
        }
        put_all(&mut comparison.criteria, criteria, |c| c.id, |c| (c.position, c.id.0));
        put_all(&mut comparison.offers, offers, |o| o.id, |o| (o.position, o.id.0));
        put_all(&mut comparison.segments, segments, |s| s.id, |s| (s.position, s.id.0));
        put_all(&mut comparison.variants, variants, |v| v.id, |v| (v.position, v.id.0));
    }

    fn apply_one(&mut self, change: &Change) {
        if let Part::Comparison = change.part {
            self.put_header(change);
            return;
        }
        let Some(comparison) = self.comparisons.iter_mut().find(|c| c.id() == change.comparison) else {
            return;
        };
        match (change.part, &change.after) {
            (Part::Criterion(id), after) => put(
                &mut comparison.criteria,
                |c| c.id == id,
                after.as_ref().and_then(|row| if let Row::Criterion(c) = row { Some((**c).clone()) } else { None }),
                |c| (c.position, c.id.0),
            ),
            (Part::Offer(id), after) => put(
                &mut comparison.offers,
                |o| o.id == id,
                after.as_ref().and_then(|row| if let Row::Offer(o) = row { Some((**o).clone()) } else { None }),
                |o| (o.position, o.id.0),
            ),
            (Part::Segment(id), after) => put(
                &mut comparison.segments,
                |s| s.id == id,
                after.as_ref().and_then(|row| if let Row::Segment(s) = row { Some((**s).clone()) } else { None }),
                |s| (s.position, s.id.0),
            ),
            (Part::Variant(id), after) => put(
                &mut comparison.variants,
                |v| v.id == id,
                after.as_ref().and_then(|row| if let Row::Variant(v) = row { Some((**v).clone()) } else { None }),
                |v| (v.position, v.id.0),
            ),
            (Part::Comparison, _) => {}
        }
    }

    fn put_header(&mut self, change: &Change) {
        let id = change.comparison;
        let old = self.comparisons.iter().position(|c| c.id() == id).map(|i| self.comparisons.remove(i));
        if let Some(Row::Comparison(header)) = &change.after {
            let comparison = match old {
                Some(old) => Comparison { header: (**header).clone(), ..old },
                None => Comparison {
                    header: (**header).clone(),
                    criteria: Vec::new(),
                    offers: Vec::new(),
                    segments: Vec::new(),
                    variants: Vec::new(),
                },
            };
            put(&mut self.comparisons, |c| c.id() == id, Some(comparison), |c| (c.header.position, c.id().0));
        }
    }
}

/// Removes the old item and puts the new one where its position belongs.
fn put<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, new: Option<T>, order: impl Fn(&T) -> (i64, u32)) {
    let old = list.iter().position(is_it);
    match (old, new) {
        (Some(i), Some(new)) if order(&list[i]) == order(&new) => list[i] = new,
        (old, new) => {
            if let Some(i) = old {
                list.remove(i);
            }
            if let Some(new) = new {
                let at = list.partition_point(|item| order(item) < order(&new));
                list.insert(at, new);
            }
        }
    }
}

/// [`put`] for many items by their ids; `None` stands for one that goes.
fn put_all<T: Clone, K: Ord>(
    list: &mut Vec<T>,
    mut new: BTreeMap<K, Option<&T>>,
    id: impl Fn(&T) -> K,
    order: impl Fn(&T) -> (i64, u32),
) {
    if new.is_empty() {
        return;
    }
    list.retain_mut(|item| match new.remove(&id(item)) {
        None => true,
        Some(None) => false,
        Some(Some(row)) => {
            item.clone_from(row);
            true
        }
    });
    list.extend(new.into_values().flatten().cloned());
    list.sort_by_key(order);
}

/// True where two names would read the same in some language.
#[must_use]
pub fn shares_wording(a: &Text, b: &Text) -> bool {
    Lang::ALL.iter().any(|&lang| a.get(lang) == b.get(lang))
}

/// Every row of a comparison, the comparison itself first.
pub fn rows(comparison: &Comparison) -> impl Iterator<Item = (Part, Row)> {
    let header = std::iter::once((Part::Comparison, Row::Comparison(Box::new(comparison.header.clone()))));
    let segments = comparison.segments.iter().map(|s| (Part::Segment(s.id), Row::Segment(Box::new(s.clone()))));
    let criteria = comparison.criteria.iter().map(|c| (Part::Criterion(c.id), Row::Criterion(Box::new(c.clone()))));
    let offers = comparison.offers.iter().map(|o| (Part::Offer(o.id), Row::Offer(Box::new(o.clone()))));
    let variants = comparison.variants.iter().map(|v| (Part::Variant(v.id), Row::Variant(Box::new(v.clone()))));
    header.chain(segments).chain(criteria).chain(offers).chain(variants)
}
