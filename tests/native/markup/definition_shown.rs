//! Every text of the scan that is meant for readers stands on a page, where it belongs: each of them
//! is found by walking the definition, so that none ships unseen.

use super::html::{all, tags, without};
use super::screens::*;
use crate::report::patterns::of_each_pattern;
use crate::scan_0_2::{definition, session};
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use model::Language::{self, En, Nl};
use model::{Answers, Form, Instrument, Key, Polarity, Session};
use report::Report;
use scraper::{Html, Node};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Where a text stands: on a screen before the result, or in a part of the result. `*` is any one
/// step of a text's place in the definition, and `theme` is the part of the scale it belongs to.
const SHOWN: [(&str, &str); 45] = [
    ("meta.title", "start"),
    ("response_scale.labels.*.text", "question"),
    ("response_scale.skip", "question"),
    ("instructions.rep", "interlude"),
    ("scales.*.name", "theme"),
    ("scales.*.short_name", "overview"),
    ("scales.*.definition", "theme"),
    ("scales.*.facets.*.name", "theme"),
    ("scales.*.facets.*.strong", "theme"),
    ("scales.*.facets.*.to_gain", "theme"),
    ("scales.*.facets.*.coach_question", "theme"),
    ("scales.*.bands.*.label", "theme"),
    ("scales.*.bands.*.text", "theme"),
    ("scales.*.bands.*.in_account", "theme"),
    ("scales.*.in_brief.*", "overview"),
    ("scales.*.from_to.*.*", "theme"),
    ("scales.*.manager_questions.*", "agreements"),
    ("scales.*.rep_reflection.*", "theme"),
    ("items.*.text", "computed"),
    ("reframes.*.supporting", "thoughts"),
    ("reframes.*.coaching_question", "thoughts"),
    ("context_questions.*.text", "influence"),
    ("context_questions.*.options.*.text", "influence"),
    ("context_questions.*.options.*.comment", "influence"),
    ("patterns.*.text", "overview"),
    ("ui_texts.manager_conduct", "agreements"),
    ("conversation.title", "agreements"),
    ("conversation.lead", "agreements"),
    ("conversation.steps.*.text", "agreements"),
    ("conversation.questions_title", "agreements"),
    ("follow_up.*.title", "agreements"),
    ("follow_up.*.text", "agreements"),
    ("effort.title", "influence"),
    ("effort.lead", "influence"),
    ("effort.fields.*.label", "influence"),
    ("effort.result", "influence"),
    ("effort.incomplete", "influence"),
    ("effort.too_many", "influence"),
    ("effort.foot", "influence"),
    ("sources.*.text", "computed"),
    ("sources.*.certainty_text", "computed"),
    ("sources.*.source.authors", "computed"),
    ("sources.*.source.title", "computed"),
    ("ui_texts.uncertainty", "overview"),
    ("ui_texts.change_assumed", "comparison"),
];

/// Texts about the scan as a whole, and the screen that says each.
const SAID: [(&str, &str); 9] = [
    ("ui_texts.purpose", "start"),
    ("ui_texts.privacy_local", "start"),
    ("ui_texts.rights", "start"),
    ("ui_texts.quality_soft", "overview"),
    ("ui_texts.share_notice", "sharing"),
    ("ui_texts.limits", "computed"),
    ("ui_texts.not_for_decisions", "computed"),
    ("ui_texts.band_basis", "computed"),
    ("ui_texts.no_ai", "computed"),
];

/// What no page of the rep says, and why.
const NOT_SHOWN: [&str; 14] = [
    // For whoever takes the file up: the first screen says for whom the scan is.
    "meta.intended_use",
    // A form about somebody else, which has no page here.
    "response_scale.manager_not_observed",
    "instructions.manager",
    "items.*.manager_text",
    // Statements that are not asked.
    "reserve_items.*.text",
    "reserve_items.*.manager_text",
    // They fill the fields of an agreement: the tests of the shell hold each of them there.
    "scales.*.commitment_examples.*.*",
    "scales.*.manager_examples.*.*",
    "effort.as_goal",
    // About a team, and about two views beside each other: there are no such pages.
    "ui_texts.group_min_n",
    "ui_texts.self_manager",
    // The program says this itself, as it does for every questionnaire: too few answers are counted.
    "ui_texts.missing",
    // The program says the same in the same words: see the last test.
    "ui_texts.voluntary",
    "ui_texts.band_border",
];

/// One text, at its place: names of fields, with the id of an entry of a list or else its number.
struct Said {
    place: Vec<String>,
    text: String,
}

/// Every text in this language, and of a source what is the same in every language.
fn texts_of(json: &Value, place: &[String], language: Language, found: &mut Vec<Said>) {
    let said = |text: &Value, place: &[String]| {
        let text = text.as_str()?.to_owned();
        let place = place.to_vec();
        Some(Said { place, text })
    };
    let below = |step: &str| [place, &[step.to_owned()]].concat();
    match json {
        Value::Object(fields) if fields.contains_key("nl") && fields.contains_key("en") => {
            found.extend(said(&json[language.tag()], place));
        }
        Value::Object(fields) => {
            for (name, inner) in fields {
                if place.last().is_some_and(|last| last == "source") {
                    found.extend(said(inner, &below(name)));
                }
                texts_of(inner, &below(name), language, found);
            }
        }
        Value::Array(entries) => {
            for (n, entry) in entries.iter().enumerate() {
                let id = ["id", "item_id"].iter().find_map(|id| entry[id].as_str());
                let step = id.map_or_else(|| n.to_string(), str::to_owned);
                texts_of(entry, &below(&step), language, found);
            }
        }
        _ => {}
    }
}

fn texts_of_the_scan(language: Language) -> Vec<Said> {
    let mut found = Vec::new();
    texts_of(&definition(), &[], language, &mut found);
    found
}

fn is_at(place: &[String], pattern: &str) -> bool {
    let steps: Vec<&str> = pattern.split('.').collect();
    let mut both = steps.iter().zip(place);
    steps.len() == place.len() && both.all(|(step, name)| *step == "*" || step == name)
}

/// Whether it belongs to a statement that is not asked.
fn is_of_reserve(place: &[String]) -> bool {
    let definition = definition();
    let mut reserve = crate::report::written::list(&definition["reserve_items"]).iter();
    place[0] == "reframes" && reserve.any(|item| item["id"] == *place[1])
}

/// The page that a text is to stand on; `None` for one that no page says.
fn page_of(said: &Said) -> Option<String> {
    let place = said.place.join(".");
    let mut pages = SHOWN.iter().chain(&SAID);
    let page = pages.find(|(pattern, _)| is_at(&said.place, pattern));
    let excepted = NOT_SHOWN.iter().any(|pattern| is_at(&said.place, pattern));
    assert!(
        page.is_some() != excepted,
        "{place} has no page, or is an exception too"
    );
    let (_, page) = page.filter(|_| !is_of_reserve(&said.place))?;
    Some(match *page {
        "theme" => ["theme-", &said.place[1]].concat(),
        page => page.to_owned(),
    })
}

/// What a reader reads on a page: each text alone, and all that stands within an element.
#[derive(Default)]
struct Page {
    texts: BTreeSet<String>,
}

impl Page {
    fn add(&mut self, html: &str) {
        let html = Html::parse_fragment(html);
        for element in html.root_element().descendent_elements() {
            let own = element.children().filter_map(|child| match child.value() {
                Node::Text(text) => Some(text.trim().to_owned()),
                _ => None,
            });
            self.texts.extend(own);
            let within: String = element.text().collect();
            self.texts.insert(within.trim().to_owned());
        }
    }

    /// Whether a text stands there, whatever its blanks are filled with.
    fn says(&self, said: &Said) -> bool {
        // An author, the title of a source or the scan, and what is said of the scan as a whole can
        // stand within a line.
        let within = [
            "meta.*",
            "ui_texts.quality_soft",
            "sources.*.source.authors",
            "sources.*.source.title",
        ];
        let within = within.iter().any(|pattern| is_at(&said.place, pattern));
        match (within, said.text.contains('{')) {
            (true, _) => self.texts.iter().any(|text| text.contains(&said.text)),
            (false, false) => self.texts.contains(&said.text),
            (false, true) => self.texts.iter().any(|text| is_filled(text, &said.text)),
        }
    }
}

/// Whether a text is this one with each of its blanks filled in, in one way.
fn is_filled(text: &str, template: &str) -> bool {
    let mut pieces = template.split('{');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    for piece in pieces {
        let (_, after) = piece.split_once('}').expect("a blank ends");
        let at = match after {
            "" => rest.len(),
            after => rest.find(after).unwrap_or_default(),
        };
        let (filled, left) = rest.split_at(at);
        if filled.is_empty() || filled.contains('{') {
            return false;
        }
        rest = &left[after.len()..];
    }
    rest.is_empty()
}

/// A session in which each statement is this favourable, whichever way it points.
fn favoured(instrument: &Instrument, favour: impl Fn(usize, &str) -> u8) -> Session {
    let items = instrument.items().iter().enumerate();
    let values = items.map(|(n, item)| {
        let scale = &instrument.scales()[item.scale];
        let favour = favour(item.scale, &scale.facets[item.facet].id);
        let limiting = scale.polarity == Polarity::Limiting;
        let value = match (item.key == Key::Minus) == limiting {
            true => favour,
            false => 6 - favour,
        };
        (n, Some(value))
    });
    let mut parts = straight_session(instrument).parts().clone();
    parts.answers = Answers::from_values(instrument, values).expect("on the scale");
    Session::restore(instrument, parts)
}

/// Sessions that between them give each band, each facet both ways, each strength and each lever.
fn sessions(instrument: &Instrument) -> Vec<Session> {
    let scales = instrument.scales();
    let mut sessions = vec![favoured(instrument, |_, _| 3)];
    for turn in 0..scales.len() {
        // The clearest, a mixed one, the one with most to gain, and one that is as low.
        let favours = [5, 3, 1, 2];
        sessions.push(favoured(instrument, |scale, _| {
            favours[(scale + turn) % favours.len()]
        }));
        // Most to gain without a belief that is agreed with.
        sessions.push(favoured(instrument, |scale, _| match scale == turn {
            true => 3,
            false => 5,
        }));
        // One facet to gain among strong ones.
        sessions.push(favoured(instrument, |scale, facet| {
            match scales[scale].facets[turn].id == facet {
                true => 1,
                false => 5,
            }
        }));
    }
    for case in of_each_pattern() {
        let (raw, context) = (&case.raw, &case.context);
        sessions.push(session(instrument, Form::SelfReport, raw, context));
    }
    // The options about the situation, one after the other.
    let most = instrument.context_questions().iter();
    let most = most.map(|question| question.options.len()).max();
    let most = most.expect("there are questions");
    for (option, given) in sessions.iter_mut().enumerate().take(most) {
        let questions = instrument.context_questions().iter();
        let chosen = questions.map(|question| Some(option.min(question.options.len() - 1)));
        let mut parts = given.parts().clone();
        parts.context = chosen.collect();
        *given = Session::restore(instrument, parts);
    }
    sessions
}

/// Every page of the rep, by its name, with all that it says to any of these sessions.
fn pages(language: Language) -> BTreeMap<String, Page> {
    let mut pages = BTreeMap::<String, Page>::new();
    let mut add = |name: &str, html: &str| pages.entry(name.to_owned()).or_default().add(html);
    add("start", &start(language, false));
    add("question", &question(language, false, None));
    add("interlude", &interlude(language, 0));
    let mut results = Vec::new();
    let props = fixtures::result(language, Origin::Device, straight_session);
    for (n, session) in sessions(&props.view.instrument).into_iter().enumerate() {
        // What is filled in on the calculator: nothing at first, and then what comes of it.
        let effort = if n == 0 {
            [""; 4]
        } else {
            ["6", "5", "2", "6"]
        };
        let of_session = ResultProps {
            report: Rc::new(Report::new(&props.view.instrument, &session)),
            effort: effort.map(yew::AttrValue::Static),
            session: Rc::new(session),
            ..fixtures::result(language, Origin::Device, straight_session)
        };
        results.push(render(result_screen(&of_session)));
    }
    let compared = fixtures::all(language).into_iter();
    let mut compared = compared.filter(|one| one.state == "beside an earlier one");
    results.push(render(compared.next().expect("there is such a state").html));
    for result in results {
        // The printed sheet is a copy of what the screen says.
        let screen = without(&result, ".sheet");
        for part in all(&screen, "[data-result-part]") {
            let name = tags(&part)[0].get("data-result-part").map(str::to_owned);
            add(&name.expect("it has one"), &part);
        }
    }
    pages
}

fn every_text_stands_on_its_page(language: Language) {
    let pages = pages(language);
    let texts = texts_of_the_scan(language).into_iter();
    let texts: Vec<_> = texts.map(|said| (page_of(&said), said)).collect();
    let (meant, excepted): (Vec<_>, Vec<_>) = texts.iter().partition(|(page, _)| page.is_some());
    assert!(meant.len() > 350, "{} texts", meant.len());
    let unseen = meant.iter().filter(|(page, said)| {
        let page = page.as_ref().and_then(|page| pages.get(page));
        !page.is_some_and(|page| page.says(said))
    });
    let unseen = unseen.map(|(_, said)| [&said.place.join("."), ": ", &said.text].concat());
    assert_eq!(unseen.collect::<Vec<_>>(), Vec::<String>::new());
    // An exception that a page says after all is none, unless the words are those of another text.
    for (_, said) in excepted {
        let mut others = meant.iter().map(|(_, other)| &other.text);
        if !others.any(|other| *other == said.text || is_filled(other, &said.text)) {
            let place = said.place.join(".");
            assert!(!pages.values().any(|page| page.says(said)), "{place}");
        }
    }
}

#[test]
fn every_dutch_text_for_readers_stands_on_its_page() {
    every_text_stands_on_its_page(Nl);
}

#[test]
fn every_english_text_for_readers_stands_on_its_page() {
    every_text_stands_on_its_page(En);
}

#[test]
fn a_text_with_blanks_is_found_only_with_each_of_them_filled_in() {
    let template = "Per week: {n}, en {m} extra.";
    for (text, found) in [
        ("Per week: 10, en 12 extra.", true),
        ("Per week: {n}, en 12 extra.", false),
        ("Per week: , en 12 extra.", false),
        ("Per week: 10, en 12 extra. En meer.", false),
        ("Per week: 10", false),
    ] {
        assert_eq!(is_filled(text, template), found, "{text}");
    }
    assert!(is_filled(
        "‘Zo is het.’ Klopt dat?",
        "‘{belief}’ Klopt dat?"
    ));
}

#[test]
fn every_kind_of_text_that_is_named_here_is_in_the_scan() {
    let texts = texts_of_the_scan(Nl);
    let patterns = SHOWN.iter().chain(&SAID).map(|(pattern, _)| pattern);
    for pattern in patterns.chain(&NOT_SHOWN) {
        assert!(
            texts.iter().any(|said| is_at(&said.place, pattern)),
            "{pattern}"
        );
    }
}

#[test]
fn what_the_program_says_in_the_place_of_the_scan_is_the_same() {
    for language in Language::ALL {
        let t = messages(language);
        let said = |name: &str| definition()["ui_texts"][name][language.tag()].clone();
        let border = said("band_border").as_str().map(str::to_owned);
        let border = border.expect("a text").replace("{band}", "X");
        assert_eq!(border, t.result.border("X"));
        let voluntary = said("voluntary").as_str().map(str::to_owned);
        let voluntary = voluntary.expect("a text");
        let promised = t.start.promises.iter();
        let mut promised = promised.filter(|(_, text)| voluntary.ends_with(text));
        let (name, _) = promised.next().expect("it is promised");
        assert!(voluntary.contains(&name.to_lowercase()), "{voluntary}");
    }
}
