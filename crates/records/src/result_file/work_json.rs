//! What was made of a result as JSON: the same in a stored record and in a result file.
//!
//! Written out by hand, because deriving it took 14 KB of the first load: stored records are
//! read there.

use model::{
    Agreement, BeliefWork, Goal, Influence, Interim, Outcome, Owner, Rerating, Sorting, Source,
    Work,
};
use serde_json::{Map, Value};

const SOURCES: [(Source, &str); 5] = [
    (Source::Market, "market"),
    (Source::Competition, "competition"),
    (Source::Organisation, "organisation"),
    (Source::Approach, "approach"),
    (Source::Other, "other"),
];
const SORTINGS: [(Sorting, &str); 3] = [
    (Sorting::Mine, "mine"),
    (Sorting::Ask, "ask"),
    (Sorting::Accept, "accept"),
];
const OWNERS: [(Owner, &str); 2] = [(Owner::Rep, "rep"), (Owner::Manager, "manager")];
const GOALS: [(Goal, &str); 2] = [
    (Goal::Learning, "learning"),
    (Goal::Performance, "performance"),
];
const OUTCOMES: [(Outcome, &str); 3] = [
    (Outcome::Kept, "kept"),
    (Outcome::Partly, "partly"),
    (Outcome::NotYet, "notYet"),
];

/// The lists of a result file, each with its name there.
pub fn work_lists(work: &Work) -> [(&'static str, Value); 3] {
    [
        ("beliefWork", work.beliefs.iter().map(belief).collect()),
        (
            "influences",
            work.influences.iter().map(influence).collect(),
        ),
        (
            "agreements",
            work.agreements.iter().map(agreement).collect(),
        ),
    ]
}

/// Reads such a list into its place; `None` where it is not one, or has a field too many.
pub fn read_work_list(work: &mut Work, name: &str, list: &Value) -> Option<()> {
    match name {
        "beliefWork" => work.beliefs = each(list, read_belief)?,
        "influences" => work.influences = each(list, read_influence)?,
        "agreements" => work.agreements = each(list, read_agreement)?,
        _ => return None,
    }
    Some(())
}

fn belief(belief: &BeliefWork) -> Value {
    let later = belief.rerating.as_ref().map(|later| {
        object([
            ("value", later.value.into()),
            ("at", later.at.as_str().into()),
        ])
    });
    object([
        ("itemId", belief.item_id.as_str().into()),
        ("ownWords", belief.own_words.as_str().into()),
        ("speaksFor", belief.speaks_for.as_str().into()),
        ("speaksAgainst", belief.speaks_against.as_str().into()),
        ("supporting", belief.supporting.as_str().into()),
        ("experiment", belief.experiment.as_str().into()),
        ("rerating", later.into()),
    ])
}

fn read_belief(fields: &mut Fields) -> Option<BeliefWork> {
    Some(BeliefWork {
        item_id: fields.text("itemId")?,
        own_words: fields.text("ownWords")?,
        speaks_for: fields.text("speaksFor")?,
        speaks_against: fields.text("speaksAgainst")?,
        supporting: fields.text("supporting")?,
        experiment: fields.text("experiment")?,
        rerating: match fields.take("rerating") {
            None | Some(Value::Null) => None,
            Some(later) => Some(one(later, |fields| {
                Some(Rerating {
                    value: u8::try_from(fields.take("value")?.as_u64()?).ok()?,
                    at: fields.text("at")?,
                })
            })?),
        },
    })
}

fn influence(influence: &Influence) -> Value {
    object([
        ("source", name_of(&SOURCES, Some(influence.source))),
        ("reason", influence.reason.as_str().into()),
        ("sorted", name_of(&SORTINGS, influence.sorted)),
        ("step", influence.step.as_str().into()),
    ])
}

fn read_influence(fields: &mut Fields) -> Option<Influence> {
    Some(Influence {
        source: fields.choice("source", &SOURCES)?.unwrap_or_default(),
        reason: fields.text("reason")?,
        sorted: fields.choice("sorted", &SORTINGS)?,
        step: fields.text("step")?,
    })
}

fn agreement(agreement: &Agreement) -> Value {
    let interim = agreement.interim.iter().map(|interim| {
        object([
            ("date", interim.date.as_str().into()),
            ("text", interim.text.as_str().into()),
        ])
    });
    object([
        ("owner", name_of(&OWNERS, Some(agreement.owner))),
        ("goal", name_of(&GOALS, Some(agreement.goal))),
        ("text", agreement.text.as_str().into()),
        ("indicator", agreement.indicator.as_str().into()),
        ("why", agreement.why.as_str().into()),
        ("firstStep", agreement.first_step.as_str().into()),
        ("due", agreement.due.as_str().into()),
        ("interim", interim.collect()),
        ("repConfirmed", agreement.rep_confirmed.into()),
        ("managerConfirmed", agreement.manager_confirmed.into()),
        ("outcome", name_of(&OUTCOMES, agreement.outcome)),
        ("learned", agreement.learned.as_str().into()),
    ])
}

fn read_agreement(fields: &mut Fields) -> Option<Agreement> {
    Some(Agreement {
        owner: fields.choice("owner", &OWNERS)?.unwrap_or_default(),
        goal: fields.choice("goal", &GOALS)?.unwrap_or_default(),
        text: fields.text("text")?,
        indicator: fields.text("indicator")?,
        why: fields.text("why")?,
        first_step: fields.text("firstStep")?,
        due: fields.text("due")?,
        interim: match fields.take("interim") {
            None => Vec::new(),
            Some(list) => each(list, |fields| {
                Some(Interim {
                    date: fields.text("date")?,
                    text: fields.text("text")?,
                })
            })?,
        },
        rep_confirmed: fields.flag("repConfirmed")?,
        manager_confirmed: fields.flag("managerConfirmed")?,
        outcome: fields.choice("outcome", &OUTCOMES)?,
        learned: fields.text("learned")?,
    })
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    // One by one: collecting a map brings a sort of its own for every length.
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

fn name_of<T: PartialEq>(names: &[(T, &'static str)], chosen: Option<T>) -> Value {
    let found = names.iter().find(|(one, _)| Some(one) == chosen.as_ref());
    found.map(|(_, name)| *name).into()
}

fn each<T>(list: &Value, read: impl Fn(&mut Fields) -> Option<T>) -> Option<Vec<T>> {
    let list = list.as_array()?.iter();
    list.map(|entry| one(entry, &read)).collect()
}

/// One entry, of which every field must have been read.
fn one<T>(entry: &Value, read: impl Fn(&mut Fields) -> Option<T>) -> Option<T> {
    let object = entry.as_object()?;
    let mut fields = Fields { object, taken: 0 };
    let value = read(&mut fields)?;
    (fields.taken == object.len()).then_some(value)
}

/// The fields of an entry, and how many of them have been read.
struct Fields<'a> {
    object: &'a Map<String, Value>,
    taken: usize,
}

impl<'a> Fields<'a> {
    fn take(&mut self, name: &str) -> Option<&'a Value> {
        let value = self.object.get(name);
        self.taken += usize::from(value.is_some());
        value
    }

    fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name) {
            None => Some(String::new()),
            Some(value) => value.as_str().map(str::to_owned),
        }
    }

    fn flag(&mut self, name: &str) -> Option<bool> {
        self.take(name).map_or(Some(false), Value::as_bool)
    }

    /// Null and an absent field are no choice; the outer `None` is a name that is not known.
    fn choice<T: Copy>(&mut self, name: &str, names: &[(T, &str)]) -> Option<Option<T>> {
        match self.take(name) {
            None | Some(Value::Null) => Some(None),
            Some(value) => {
                let said = value.as_str()?;
                let found = names.iter().find(|(_, name)| *name == said)?;
                Some(Some(found.0))
            }
        }
    }
}
