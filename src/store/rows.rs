//! Rows of the file ↔ parts of the model.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{Failure, OpenError, damaged};
use crate::model::{
    Change, Comparison, ComparisonId, Criterion, Header, History, IdSource, Label, Lang, Offer, Part, Row, Segment,
    Step, Text, Variant, Workbook, check, rows,
};

/// Most steps behind the cursor that are loaded; older ones stay in the file.
pub const STEPS_LOADED: i64 = 5_000;

// --- writing -----------------------------------------------------------------------------------------------------

/// JSON that reads back as the same value.
///
/// `serde_json` writes NaN and ±∞ as `null`, which no number reads back; such a value is refused here.
fn encode<T: Serialize + DeserializeOwned + PartialEq>(value: &T) -> Result<String, Failure> {
    let text = serde_json::to_string(value).map_err(|e| Failure::Unsound(e.to_string()))?;
    match serde_json::from_str::<T>(&text) {
        Ok(back) if back == *value => Ok(text),
        Ok(_) => Err(Failure::Unsound("a value does not read back as it was written".to_owned())),
        Err(why) => Err(Failure::Unsound(why.to_string())),
    }
}

fn in_file(name: &Text) -> &str {
    name.get(Lang::En)
}

/// Writes one part; a part that is there already is replaced.
fn put(db: &Connection, comparison: ComparisonId, row: &Row) -> Result<(), Failure> {
    let (table, id, position, name, body) = match row {
        Row::Comparison(h) => {
            let sql = "INSERT INTO comparison (id, position, name, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) \
                       DO UPDATE SET position = excluded.position, name = excluded.name, body = excluded.body";
            db.prepare_cached(sql)?.execute(params![h.id.0, h.position, in_file(&h.name), encode(&**h)?])?;
            return Ok(());
        }
        Row::Segment(s) => ("segment", s.id.0, s.position, &s.name, encode(&**s)?),
        Row::Criterion(c) => ("criterion", c.id.0, c.position, &c.name, encode(&**c)?),
        Row::Offer(o) => ("offer", o.id.0, o.position, &o.name, encode(&**o)?),
        Row::Variant(v) => ("variant", v.id.0, v.position, &v.name, encode(&**v)?),
    };
    let sql = format!(
        "INSERT INTO {table} (id, comparison_id, position, name, body) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) \
         DO UPDATE SET comparison_id = excluded.comparison_id, position = excluded.position, name = excluded.name, \
         body = excluded.body"
    );
    db.prepare_cached(&sql)?.execute(params![id, comparison.0, position, in_file(name), body])?;
    Ok(())
}

fn delete(db: &Connection, comparison: ComparisonId, part: Part) -> Result<(), Failure> {
    let (sql, id) = match part {
        Part::Comparison => ("DELETE FROM comparison WHERE id = ?1", comparison.0),
        Part::Segment(id) => ("DELETE FROM segment WHERE id = ?1", id.0),
        Part::Criterion(id) => ("DELETE FROM criterion WHERE id = ?1", id.0),
        Part::Offer(id) => ("DELETE FROM offer WHERE id = ?1", id.0),
        Part::Variant(id) => ("DELETE FROM variant WHERE id = ?1", id.0),
    };
    db.prepare_cached(sql)?.execute([id])?;
    Ok(())
}

/// Puts every row of `changes` as it is after them.
pub fn write(db: &Connection, changes: &[Change]) -> Result<(), Failure> {
    for change in changes {
        match &change.after {
            Some(row) => put(db, change.comparison, row)?,
            None => delete(db, change.comparison, change.part)?,
        }
    }
    Ok(())
}

/// Adds a step behind `seq - 1`; the steps that were taken back are gone.
pub fn write_step(db: &Connection, seq: i64, at_secs: i64, label: &Label, changes: &[Change]) -> Result<(), Failure> {
    // Their changes go with them.
    db.prepare_cached("DELETE FROM history WHERE seq >= ?1")?.execute([seq])?;
    let mut insert = db.prepare_cached("INSERT INTO history (seq, at_secs, label) VALUES (?1, ?2, ?3)")?;
    insert.execute(params![seq, at_secs, encode(label)?])?;
    let mut insert = db.prepare_cached("INSERT INTO history_change (seq, idx, change) VALUES (?1, ?2, ?3)")?;
    for (idx, change) in (0_i64..).zip(changes) {
        insert.execute(params![seq, idx, encode(change)?])?;
    }
    Ok(())
}

/// Writes a whole workbook, without history, into a database that has only its tables.
pub fn write_all(db: &Connection, workbook: &Workbook) -> Result<(), Failure> {
    db.execute("INSERT INTO meta (id, cursor, next_id, commits) VALUES (1, 0, ?1, 0)", [workbook.ids.peek()])?;
    for comparison in &workbook.comparisons {
        for (_, row) in rows(comparison) {
            put(db, comparison.id(), &row)?;
        }
    }
    Ok(())
}

/// What the file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The newest step in force.
    pub cursor: i64,
    /// The number for the next new part.
    pub next_id: u32,
    /// Transactions so far: tells whether a commit that failed took place after all.
    pub commits: i64,
}

impl Meta {
    /// True where this is `before` with a commit that leads to `cursor`, and perhaps empty ones after it.
    pub fn follows(self, before: Self, cursor: i64) -> bool {
        self.cursor == cursor && self.commits > before.commits
    }

    /// Reads the one row of `meta`.
    pub fn read(db: &Connection) -> rusqlite::Result<Self> {
        db.query_row("SELECT cursor, next_id, commits FROM meta", [], |row| {
            Ok(Self { cursor: row.get(0)?, next_id: row.get(1)?, commits: row.get(2)? })
        })
    }

    /// Writes it back.
    pub fn write(self, db: &Connection) -> Result<(), Failure> {
        let sql = "UPDATE meta SET cursor = ?1, next_id = ?2, commits = ?3";
        match db.prepare_cached(sql)?.execute(params![self.cursor, self.next_id, self.commits])? {
            1 => Ok(()),
            _ => Err(Failure::OutOfStep),
        }
    }
}

// --- reading -----------------------------------------------------------------------------------------------------

/// A row that carries its own id, position and name.
trait Placed: DeserializeOwned {
    fn facts(&self) -> (u32, i64, &Text);
}

macro_rules! part {
    ($($kind:ty),*) => {$(
        impl Placed for $kind {
            fn facts(&self) -> (u32, i64, &Text) {
                (self.id.0, self.position, &self.name)
            }
        }
    )*};
}
part!(Header, Segment, Criterion, Offer, Variant);

fn decode<T: DeserializeOwned>(what: &str, id: i64, text: &str) -> Result<T, OpenError> {
    serde_json::from_str(text).map_err(|why| damaged(format!("{what} {id}: {why}")))
}

/// All rows of a table in order, by comparison.
fn load_table<T: Placed>(db: &Connection, table: &str) -> Result<BTreeMap<u32, Vec<T>>, OpenError> {
    let owner = if table == "comparison" { "id" } else { "comparison_id" };
    let mut statement =
        db.prepare(&format!("SELECT {owner}, id, position, name, body FROM {table} ORDER BY position, id"))?;
    let mut found = statement.query([])?;
    let mut parts = BTreeMap::<u32, Vec<T>>::new();
    while let Some(row) = found.next()? {
        let id: i64 = row.get(1)?;
        let name: &str = row.get_ref(3)?.as_str().map_err(damaged)?;
        let part: T = decode(table, id, row.get_ref(4)?.as_str().map_err(damaged)?)?;
        let (own_id, position, own_name) = part.facts();
        if (i64::from(own_id), position, in_file(own_name)) != (id, row.get(2)?, name) {
            return Err(damaged(format!("{table} {id} contradicts itself")));
        }
        parts.entry(row.get(0)?).or_default().push(part);
    }
    Ok(parts)
}

/// Every comparison of the file, each sound, names unique.
pub fn load_workbook(db: &Connection) -> Result<Workbook, OpenError> {
    let meta = read_meta(db)?;
    let mut headers: Vec<Header> = load_table(db, "comparison")?.into_values().flatten().collect();
    headers.sort_by_key(|h| (h.position, h.id));
    let mut segments = load_table::<Segment>(db, "segment")?;
    let mut criteria = load_table::<Criterion>(db, "criterion")?;
    let mut offers = load_table::<Offer>(db, "offer")?;
    let mut variants = load_table::<Variant>(db, "variant")?;
    let mut workbook = Workbook { comparisons: Vec::new(), ids: IdSource::starting_at(meta.next_id) };
    for header in headers {
        let id = header.id.0;
        let comparison = Comparison {
            header,
            criteria: criteria.remove(&id).unwrap_or_default(),
            offers: offers.remove(&id).unwrap_or_default(),
            segments: segments.remove(&id).unwrap_or_default(),
            variants: variants.remove(&id).unwrap_or_default(),
        };
        check(&comparison).map_err(|why| damaged(format!("comparison {id}: {why}")))?;
        if workbook.is_name_taken(&comparison.header.name, None) {
            return Err(damaged("two comparisons have the same name"));
        }
        for id in numbers(&comparison) {
            workbook.ids.skip(id);
        }
        workbook.comparisons.push(comparison);
    }
    if !(segments.is_empty() && criteria.is_empty() && offers.is_empty() && variants.is_empty()) {
        return Err(damaged("a row belongs to no comparison"));
    }
    Ok(workbook)
}

/// The numbers that a comparison uses, those of parts that only its variants have among them.
fn numbers(comparison: &Comparison) -> impl Iterator<Item = u32> {
    let ids = comparison.criteria.iter().map(|c| c.id.0);
    let ids = ids.chain(comparison.offers.iter().map(|o| o.id.0)).chain(comparison.segments.iter().map(|s| s.id.0));
    ids.chain(comparison.variants.iter().flat_map(Variant::numbers)).chain([comparison.id().0])
}

fn read_meta(db: &Connection) -> Result<Meta, OpenError> {
    Meta::read(db).map_err(|why| match why {
        rusqlite::Error::QueryReturnedNoRows => damaged("its first row is missing"),
        other => other.into(),
    })
}

/// The newest steps in force and all that were taken back.
pub fn load_history(db: &Connection) -> Result<History, OpenError> {
    let cursor = read_meta(db)?.cursor;
    let oldest = (cursor - STEPS_LOADED).max(0);
    let mut changes = load_changes(db, oldest)?;
    let mut statement = db.prepare("SELECT seq, at_secs, label FROM history WHERE seq > ?1 ORDER BY seq")?;
    let mut found = statement.query([oldest])?;
    let mut steps = Vec::new();
    while let Some(row) = found.next()? {
        let seq: i64 = row.get(0)?;
        let label = decode("step", seq, row.get_ref(2)?.as_str().map_err(damaged)?)?;
        steps.push(Step { seq, at_secs: row.get(1)?, label, changes: changes.remove(&seq).unwrap_or_default() });
    }
    if let Some((_, gap)) = (oldest + 1..).zip(&steps).find(|(wanted, step)| *wanted != step.seq) {
        return Err(damaged(format!("a step before step {} is missing", gap.seq)));
    }
    let done = usize::try_from(cursor - oldest).map_err(damaged)?;
    if done > steps.len() {
        return Err(damaged("the newest steps are missing"));
    }
    Ok(History::new(oldest, steps, done))
}

fn load_changes(db: &Connection, after: i64) -> Result<BTreeMap<i64, Vec<Change>>, OpenError> {
    let sql = "SELECT seq, idx, change FROM history_change WHERE seq > ?1 ORDER BY seq, idx";
    let mut statement = db.prepare(sql)?;
    let mut found = statement.query([after])?;
    let mut changes = BTreeMap::<i64, Vec<Change>>::new();
    while let Some(row) = found.next()? {
        let seq: i64 = row.get(0)?;
        let of_step = changes.entry(seq).or_default();
        if usize::try_from(row.get::<_, i64>(1)?) != Ok(of_step.len()) {
            return Err(damaged(format!("a change of step {seq} is missing")));
        }
        of_step.push(decode("step", seq, row.get_ref(2)?.as_str().map_err(damaged)?)?);
    }
    Ok(changes)
}
