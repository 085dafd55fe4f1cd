//! All results that were read, and whose they are; `overview.rs` says what can be chosen and what is
//! left out, `showing.rs` what may be shown.

mod overview;
mod showing;

use crate::entry::{self, Entry};
use crate::figures::FigureGuards;
use crate::guard::{Results, SumGuard};
use crate::read::{Fingerprint, Input, Record, fingerprint, read};
use crate::view::{Moment, PoolKey, Reason, Selection};
use model::{Day, Instrument};
use std::collections::HashMap;
use std::rc::Rc;

/// Most results that are held.
pub const MAX_RESULTS: usize = 200_000;

/// Most entries of the list of what was left out.
pub const MAX_LISTED: usize = 1_000;

/// The results of a team. What a single person answered never leaves it: [`Team::view`] gives what
/// may be shown beside everything that was shown before.
pub struct Team {
    instruments: Vec<Rc<Instrument>>,
    today: Day,
    files: Vec<File>,
    entries: Vec<Entry>,
    /// Whose each result is.
    person: Vec<u32>,
    people: HashMap<String, u32>,
    identities: HashMap<[u8; 16], usize>,
    /// Results by pool and day, and by whether they are codes: a code and a file of one session are found
    /// there.
    by_day: HashMap<(usize, Option<Day>, bool), Vec<usize>>,
    /// Files that were read and not removed, by the hash of their bytes.
    digests: HashMap<Fingerprint, usize>,
    pools: Vec<PoolState>,
}

/// A file, a code or a text that was read.
struct File {
    name: String,
    digest: Fingerprint,
    is_removed: bool,
    entries: Vec<usize>,
    left_out: Vec<(Option<u64>, Reason)>,
}

/// A pool with what was shown of it.
struct PoolState {
    key: PoolKey,
    instrument: usize,
    views: SumGuard,
    shown_before: Vec<(Selection, Results)>,
    guards: FigureGuards,
}

/// What came of reading one input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Which it is, for [`Team::remove`].
    pub file: usize,
    /// Results that were read in it, also those that do not count in the end.
    pub results: u64,
    /// What does not count for a reason of its own.
    pub left_out: u64,
}

impl Team {
    /// A team of nobody. Results of these questionnaires are read; `today` holds off codes of days that
    /// are still to come.
    pub fn new(instruments: Vec<Rc<Instrument>>, today: Day) -> Self {
        Self {
            instruments,
            today,
            files: Vec::new(),
            entries: Vec::new(),
            person: Vec::new(),
            people: HashMap::new(),
            identities: HashMap::new(),
            by_day: HashMap::new(),
            digests: HashMap::new(),
            pools: Vec::new(),
        }
    }

    /// Reads a file. The first folder of its name is the group of its results, where they name none of
    /// their own.
    pub fn add_file(&mut self, name: &str, bytes: &[u8]) -> Added {
        self.add(name, bytes, Input::File)
    }

    /// Reads a text that was pasted: codes, links or JSON lines.
    pub fn add_text(&mut self, name: &str, text: &str) -> Added {
        self.add(name, text.as_bytes(), Input::Text)
    }

    fn add(&mut self, name: &str, bytes: &[u8], input: Input) -> Added {
        let file = self.files.len();
        let digest = fingerprint(bytes);
        let before = self.digests.get(&digest);
        let before = before.map(|&one| self.files[one].name.clone());
        self.files.push(File {
            name: name.to_owned(),
            digest,
            is_removed: false,
            entries: Vec::new(),
            left_out: Vec::new(),
        });
        let mut added = Added {
            file,
            ..Added::default()
        };
        if let Some(file_before) = before {
            let reason = Reason::ReadBefore { file: file_before };
            self.files[file].left_out.push((None, reason));
            added.left_out = 1;
            return added;
        }
        self.digests.insert(digest, file);
        for (line, record) in read(bytes, input, &self.instruments, self.today) {
            let taken = record.and_then(|record| self.take(record, (file, line), name));
            match taken {
                Ok(()) => added.results += 1,
                Err(reason) => {
                    added.left_out += 1;
                    self.files[file].left_out.push((line, reason));
                }
            }
        }
        added
    }

    /// Takes out what was read in a file. What was shown stays taken into account.
    pub fn remove(&mut self, file: usize) {
        let Some(removed) = self.files.get_mut(file).filter(|one| !one.is_removed) else {
            return;
        };
        removed.is_removed = true;
        if self.digests.get(&removed.digest) == Some(&file) {
            self.digests.remove(&removed.digest);
        }
        for &place in &removed.entries {
            self.entries[place].holders = self.entries[place].holders.saturating_sub(1);
        }
    }

    fn take(
        &mut self,
        record: Record,
        (file, line): (usize, Option<u64>),
        name: &str,
    ) -> Result<(), Reason> {
        let instrument = self.instruments[record.instrument].clone();
        let (answered, scored) = entry::scored(&record, &instrument);
        if !scored.contains(&true) {
            return Err(Reason::NoScore);
        }
        let pool = self.pool(&record, &instrument);
        let person = record.person.clone();
        // A line without an id is a person of its own, and the same one when its file is read again.
        let person = person.unwrap_or_else(|| {
            let digest = self.files[file].digest;
            format!("line {} {digest:?}", line.unwrap_or(0))
        });
        let identity = entry::identity(&record, pool, &person);
        let group = record.group.clone().or_else(|| folder(name));
        if let Some(&known) = self.identities.get(&identity) {
            return self.take_again(known, file, line, group);
        }
        if self.entries.len() >= MAX_RESULTS {
            let most = MAX_RESULTS as u64;
            return Err(Reason::TooMany { most });
        }
        let place = self.entries.len();
        let entry = Entry {
            pool,
            group,
            day: record.day,
            moment: record.moment,
            answered,
            code: entry::code(&record.origin, &instrument),
            is_code: matches!(record.origin, crate::read::Origin::Code(_)),
            scored,
            answers: record.answers,
            context: record.context,
            identity,
            file,
            line,
            holders: 1,
        };
        let next = self.people.len() as u32;
        let mut number = *self.people.entry(person).or_insert(next);
        let of_other_kind = self.by_day.get(&(pool, entry.day, !entry.is_code));
        for &other in of_other_kind.into_iter().flatten() {
            if self.entries[other].is_same_session(&entry) {
                match entry.is_code {
                    true => number = self.person[other],
                    false => self.person[other] = number,
                }
            }
        }
        let same_kind = self.by_day.entry((pool, entry.day, entry.is_code));
        same_kind.or_default().push(place);
        self.identities.insert(identity, place);
        self.person.push(number);
        self.entries.push(entry);
        self.files[file].entries.push(place);
        Ok(())
    }

    /// Takes a result that was read before: one that was removed meanwhile is there again.
    fn take_again(
        &mut self,
        known: usize,
        file: usize,
        line: Option<u64>,
        group: Option<String>,
    ) -> Result<(), Reason> {
        let entry = &mut self.entries[known];
        if entry.holders == 0 {
            (entry.file, entry.line, entry.group) = (file, line, group);
        }
        entry.holders += 1;
        self.files[file].entries.push(known);
        match self.entries[known].holders {
            1 => Ok(()),
            _ => Err(Reason::ReadBefore {
                file: self.files[self.entries[known].file].name.clone(),
            }),
        }
    }

    /// The pool of a record, by its place.
    fn pool(&mut self, record: &Record, instrument: &Instrument) -> usize {
        let key = PoolKey {
            instrument: instrument.reference(),
            language: record.language,
            form: record.form,
        };
        let known = self.pools.iter().position(|pool| pool.key == key);
        known.unwrap_or_else(|| {
            self.pools.push(PoolState {
                key,
                instrument: record.instrument,
                views: SumGuard::default(),
                shown_before: Vec::new(),
                guards: FigureGuards::new(instrument, record.form),
            });
            self.pools.len() - 1
        })
    }

    /// The result of each person that counts for a moment, of a pool.
    fn results(&self, pool: usize, moment: Moment) -> Results {
        let latest = |holds: &dyn Fn(Option<Day>) -> bool| {
            let mut latest: HashMap<u32, usize> = HashMap::new();
            for (place, entry) in self.entries.iter().enumerate() {
                if entry.holders == 0 || entry.pool != pool || !holds(entry.day) {
                    continue;
                }
                let known = latest.entry(self.person[place]).or_insert(place);
                if self.entries[*known].recency() < entry.recency() {
                    *known = place;
                }
            }
            latest
        };
        let before = |from: Day| latest(&|day| day.is_some_and(|day| day < from));
        let since = |from: Day| latest(&|day| day.is_some_and(|day| day >= from));
        let in_both = |of: HashMap<u32, usize>, other: HashMap<u32, usize>| {
            let mut of = of;
            of.retain(|person, _| other.contains_key(person));
            of
        };
        let latest = match moment {
            Moment::Latest => latest(&|_| true),
            Moment::Before(day) => before(day),
            Moment::From(day) => since(day),
            Moment::BeforeOfBoth(day) => in_both(before(day), since(day)),
            Moment::FromOfBoth(day) => in_both(since(day), before(day)),
        };
        Results::of(latest.into_values().collect())
    }
}

/// The first folder of a path, where there is one.
fn folder(name: &str) -> Option<String> {
    let (first, _) = name.split_once('/')?;
    (!first.trim().is_empty()).then(|| first.trim().to_owned())
}
