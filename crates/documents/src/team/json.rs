//! The view as JSON, by the published schema `team-1.0`.

use super::figures::NotShown;
use model::{Day, Language};
use records::{Document, GENERATOR, GENERATOR_VERSION};
use serde_json::{Map, Value, json};
use team::{Figure, Moment, ScaleView, View};

/// The value of `format` that marks such a file.
const FORMAT: &str = "mindset-mirror-team";

/// The version that is written.
const VERSION: &str = "1.0";

/// The view as a JSON document, which says on which day it was made.
pub fn team_json(view: &View, exported_on: Day) -> Document {
    let pool = &view.selection.pool;
    let questions = view.questions.iter().map(|question| {
        json!({
            "questionId": question.id,
            "people": question.people,
            "options": figure(&question.options),
        })
    });
    let value = json!({
        "format": FORMAT,
        "formatVersion": VERSION,
        "exportedOn": exported_on,
        "generator": { "name": GENERATOR, "version": GENERATOR_VERSION },
        "instrument": pool.instrument,
        "form": pool.form.name(),
        "language": pool.language.map(Language::tag),
        "group": view.selection.group,
        "moment": moment(view.selection.moment),
        "people": view.people,
        "scales": view.scales.iter().map(scale).collect::<Vec<_>>(),
        "questions": questions.collect::<Vec<_>>(),
    });
    let mut bytes = serde_json::to_vec_pretty(&value).unwrap_or_default();
    bytes.push(b'\n');
    Document {
        name: "mindset-team.json".to_owned(),
        media_type: "application/json",
        bytes,
    }
}

fn moment(moment: Moment) -> Value {
    let (which, day) = match moment {
        Moment::Latest => ("latest", None),
        Moment::Before(day) => ("before", Some(day)),
        Moment::From(day) => ("from", Some(day)),
        Moment::BeforeOfBoth(day) => ("before-of-both", Some(day)),
        Moment::FromOfBoth(day) => ("from-of-both", Some(day)),
    };
    json!({ "which": which, "day": day })
}

fn scale(scale: &ScaleView) -> Value {
    let alpha = match &scale.alpha {
        Figure::Given(alpha) => {
            json!({ "value": alpha.value, "low": alpha.low, "high": alpha.high })
        }
        Figure::Not(why) => not_shown((*why).into()),
    };
    let facets = scale.facets.iter().map(
        |facet| json!({ "facetId": facet.id, "people": facet.people, "mean": figure(&facet.mean) }),
    );
    let items = scale.items.iter().map(|item| {
        json!({
            "itemId": item.id,
            "people": item.people,
            "ratings": figure(&item.ratings),
            "itemRest": figure(&item.item_rest),
            "alphaIfDropped": figure(&item.alpha_if_dropped),
        })
    });
    json!({
        "scaleId": scale.id,
        "people": scale.people,
        "mean": figure(&scale.mean),
        "sd": figure(&scale.sd),
        "complete": scale.complete,
        "alpha": alpha,
        "omega": figure(&scale.omega),
        "facets": facets.collect::<Vec<_>>(),
        "items": items.collect::<Vec<_>>(),
    })
}

fn figure<T: serde::Serialize>(figure: &Figure<T>) -> Value {
    match figure {
        Figure::Given(figure) => json!(figure),
        Figure::Not(why) => not_shown((*why).into()),
    }
}

fn not_shown(why: NotShown) -> Value {
    let mut reason = Map::new();
    reason.insert("notShown".to_owned(), why.name.into());
    if let Some(needed) = why.needed {
        reason.insert("needed".to_owned(), needed.into());
    }
    Value::Object(reason)
}
