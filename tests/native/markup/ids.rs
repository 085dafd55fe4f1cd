//! Ids of somebody's questionnaire that are called as ids of the page are.

use super::everything;
use super::html::{tags, values};
use super::screens::{mixed_session, render};
use crate::support::{Shape, load, text};
use mindset_mirror::fixtures;
use mindset_mirror::questions::{self, review};
use mindset_mirror::result::{Origin, result_screen};
use model::Instrument;
use model::Language::En;
use report::Report;
use serde_json::json;
use std::collections::BTreeSet;
use std::rc::Rc;
use ui::RadioOption;

/// Every id of a questionnaire is one of these, and a scale and an item share each of them.
fn hostile(ids: &[String]) -> Rc<Instrument> {
    let scales: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "+-+")).collect();
    let mut file = Shape {
        scales: &scales,
        ..Shape::default()
    }
    .json();
    let renamed: Vec<serde_json::Value> = file["items"]
        .as_array()
        .expect("a list")
        .iter()
        .enumerate()
        .map(
            |(n, item)| match item["id"].as_str().expect("an id").strip_suffix("-1") {
                Some(id) => json!(id),
                None => json!(format!("Item-{n}-of-{}", n % 3)),
            },
        )
        .collect();
    let pages: Vec<_> = renamed.chunks(8).collect();
    file["presentation"]["pages"] = json!(pages);
    let items = file["items"].as_array_mut().expect("a list");
    for (item, id) in items.iter_mut().zip(&renamed) {
        item["id"] = id.clone();
    }
    for scale in file["scales"].as_array_mut().expect("a list") {
        scale["polarity"] = json!("limiting");
    }
    file["reframes"] = renamed
        .iter()
        .map(|id| json!({"item_id": id, "supporting": text("s"), "coaching_question": text("q")}))
        .collect();
    Rc::new(load(&file).expect("every id is allowed"))
}

#[test]
fn no_id_of_a_questionnaire_is_one_of_the_page_whatever_it_is_called() {
    let page = [
        "root", "app", "main", "result", "beliefs", "belief", "error", "share", "start",
    ];
    let ours: BTreeSet<String> = everything()
        .flat_map(|(_, html)| {
            values(&tags(&html), "id")
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .chain(page.map(str::to_owned))
        .collect();
    // Prefixes and suffixes of ours too, that something of ours is made of.
    let parts = ours.iter().flat_map(|id| {
        let cut = id.match_indices('-').map(|(at, _)| at);
        let cut: Vec<&str> = cut.flat_map(|at| [&id[..at], &id[at + 1..]]).collect();
        cut.into_iter()
            .chain([id.as_str()])
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    let mut taken = BTreeSet::new();
    let mut ids: Vec<String> = parts
        .filter(|id| id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.len() <= 60)
        .collect();
    ids.sort_by_key(String::len);
    ids.retain(|id| taken.insert(model::comparable_id(id)));
    assert!(ids.len() > 40, "{ids:?}");
    for some in ids.chunks(30) {
        stand_apart(&hostile(some));
    }
}

#[test]
fn no_id_that_depends_on_answers_can_be_guessed() {
    ui::set_field_id_prefix("prefix-".into());
    let mut found = 0;
    for (screen, html) in everything() {
        let tags = tags(&html);
        let ids: BTreeSet<&str> = values(&tags, "id").into_iter().collect();
        // These are on the same screens whatever is answered, and links lead to them.
        let other = ids.iter().filter(|id| !["main", "share"].contains(id));
        for id in other {
            assert!(id.starts_with("prefix-"), "{screen}: {id}");
            found += 1;
        }
        let references = ["for", "aria-labelledby", "aria-describedby"];
        let references = references.iter().flat_map(|name| values(&tags, name));
        for id in references.flat_map(str::split_whitespace) {
            assert!(ids.contains(id), "{screen}: {id} leads nowhere");
        }
    }
    assert!(found > 100, "{found}");
}

/// No id stands twice on a screen, and every label leads to a field of its own.
fn stand_apart(instrument: &Rc<Instrument>) {
    let mut props = fixtures::result(En, Origin::Device, mixed_session);
    let session = mixed_session(instrument);
    props.view.instrument = Rc::clone(instrument);
    props.report = Rc::new(Report::new(instrument, &session));
    props.session = Rc::new(session);
    let mut screens = vec![render(result_screen(&props))];
    assert!(screens[0].contains("belief-"), "beliefs are on screen");
    let mut props = fixtures::review(En);
    props.view.instrument = Rc::clone(instrument);
    let session = mixed_session(instrument);
    props.scores = Rc::new(scoring::score(instrument, session.answers()));
    props.session = Rc::new(session);
    screens.push(render(review(&props)));
    for item in instrument.items().iter().step_by(30) {
        let mut props = fixtures::question(En, true, None);
        props.view.instrument = Rc::clone(instrument);
        props.id = item.id.clone().into();
        // Ids of a context question's answers are those of their author too.
        props.options = instrument
            .scales()
            .iter()
            .map(|scale| RadioOption {
                value: scale.id.clone().into(),
                label: "An answer".into(),
                key: None,
            })
            .collect();
        screens.push(render(questions::question(props)));
    }
    for html in screens {
        let tags = tags(&html);
        let ids = values(&tags, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        let written: BTreeSet<&str> = instrument
            .scales()
            .iter()
            .map(|scale| scale.id.as_str())
            .chain(instrument.items().iter().map(|item| item.id.as_str()))
            .collect();
        let labels = values(&tags, "for");
        let own: BTreeSet<&str> = labels.iter().copied().collect();
        assert_eq!(own.len(), labels.len(), "a field has one label: {labels:?}");
        let lost: Vec<_> = labels.iter().filter(|id| !unique.contains(*id)).collect();
        assert!(lost.is_empty(), "labels lead nowhere: {lost:?}");
        // None that is made of a questionnaire's id is that id itself.
        let raw = ids
            .iter()
            .filter(|id| id.starts_with("Item-") && written.contains(*id));
        assert_eq!(raw.count(), 0);
    }
}
