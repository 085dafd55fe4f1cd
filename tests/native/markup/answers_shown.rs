//! Nothing that stands on the screen, on paper or in Markdown contradicts the answers: of each text
//! that the scan has for some answers alone, it is worked out from its JSON whether these answers are
//! among them, and whether each of the three has to say it.

use super::screens::render;
use crate::markdown::read_of_session;
use crate::report::contradictions::{Both, pictures, raw_of};
use crate::report::patterns::of_each_pattern;
use crate::report::written::{Given, Said, Steps, band, list, neighbour, text};
use crate::scan_0_2::session;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use model::{Form, Language, Session};
use report::Report;
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where a text may stand, and where it has to.
#[derive(Default)]
struct Dependent {
    /// Its places in the definition: one text can stand at several.
    places: Vec<String>,
    may: [bool; 3],
    must: [bool; 3],
}

/// In the order of `may` and `must`.
const RENDERINGS: [&str; 3] = ["the screen", "paper", "Markdown"];

const NOWHERE: [bool; 3] = [false; 3];

/// Every text that depends on the answers, with what these answers make of it.
struct Texts {
    language: Language,
    found: BTreeMap<String, Dependent>,
}

impl Texts {
    fn add(&mut self, place: String, both: &Value, may: [bool; 3], must: [bool; 3]) {
        let text = text(&both[self.language.tag()]).to_owned();
        self.add_filled(place, text, may, must);
    }

    fn add_filled(&mut self, place: String, text: String, may: [bool; 3], must: [bool; 3]) {
        // None is written otherwise in markup, and each has its blanks filled in.
        assert!(!text.contains(['&', '<', '>', '"', '\'', '{']), "{text}");
        let one = self.found.entry(text).or_default();
        one.places.push(place);
        for n in 0..RENDERINGS.len() {
            one.may[n] |= may[n];
            one.must[n] |= must[n];
        }
    }
}

/// Whether a scale has most to gain; no scale where all have one score.
fn is_lever(both: &Both, given: &Given, scale: usize) -> bool {
    let scales = both.written.scales.iter().enumerate();
    let favours: Vec<(usize, i32, i32)> = scales
        .filter_map(|(n, scale)| {
            let Steps { taken, most } = both.written.steps(scale, given)?;
            Some((n, if scale.limiting { most - taken } else { taken }, most))
        })
        .collect();
    let Some(of_scale) = favours.iter().find(|one| one.0 == scale) else {
        return false;
    };
    let is_least = favours
        .iter()
        .all(|one| of_scale.1 * one.2 <= one.1 * of_scale.2);
    let others_differ = favours
        .iter()
        .any(|one| of_scale.1 * one.2 != one.1 * of_scale.2);
    is_least && (favours.len() == 1 || others_differ)
}

fn dependent(both: &Both, given: &Given, language: Language) -> BTreeMap<String, Dependent> {
    let found = BTreeMap::new();
    let mut texts = Texts { language, found };
    for scale in 0..both.written.scales.len() {
        of_a_scale(&mut texts, both, given, scale);
    }
    let definition = &both.written.definition;
    let answer = |id: &str| {
        let mut items = both.written.items.iter();
        given.raw[items.position(|item| item.id == id)?]
    };
    for reframe in list(&definition["reframes"]) {
        let id = text(&reframe["item_id"]);
        let agreed = answer(id) > Some(3);
        let helpful = reframe["when_disagreed"].as_array().into_iter().flatten();
        let mut helpful = helpful.map(|id| answer(text(id)));
        let called = agreed || helpful.any(|value| value.is_some_and(|value| value < 3));
        for part in ["supporting", "coaching_question"] {
            let place = format!("reframes.{id}.{part}");
            // Markdown has the beliefs that were agreed with alone.
            let must = [called, called, agreed];
            texts.add(place, &reframe[part], [called; 3], must);
        }
    }
    let first = both.written.patterns(given).first().copied();
    for (n, pattern) in list(&definition["patterns"]).iter().enumerate() {
        let place = format!("patterns.{}", text(&pattern["id"]));
        let is_said = first == Some(n);
        let must = [is_said, is_said, false];
        texts.add(place, &pattern["text"], [is_said; 3], must);
    }
    for question in list(&definition["context_questions"]) {
        let id = text(&question["id"]);
        for option in list(&question["options"]) {
            let option_id = text(&option["id"]);
            let is_chosen = given.context.contains(&(id, option_id));
            let place = format!("{id}.{option_id}.comment");
            let must = [is_chosen, is_chosen, false];
            texts.add(place, &option["comment"], [is_chosen; 3], must);
        }
    }
    texts.found
}

fn of_a_scale(texts: &mut Texts, both: &Both, given: &Given, n: usize) {
    let scale = &both.written.scales[n];
    let definition = &both.written.definition["scales"][n];
    let at = |part: &str| format!("{}.{part}", scale.id);
    let steps = both.written.steps(scale, given);
    let (of_band, near) = (steps.map(band), steps.and_then(neighbour));
    for (place, name) in ["low", "mid", "high"].into_iter().enumerate() {
        let is_it = of_band == Some(name);
        let of = &definition["bands"][name];
        // Beside a cut the screen has the text of the other band too, in a fold.
        let may = [is_it || near == Some(name), is_it, is_it];
        texts.add(at(name), &of["text"], may, [is_it; 3]);
        let must = [is_it, false, is_it];
        texts.add(at("in_account"), &of["in_account"], [is_it; 3], must);
        let question = &definition["rep_reflection"][place];
        texts.add(at("rep_reflection"), question, [is_it; 3], [is_it; 3]);
    }
    let said = both.written.said(scale, given);
    let first_to_gain = said.iter().position(|said| *said == Said::ToGain);
    for (place, facet) in list(&definition["facets"]).iter().enumerate() {
        for (part, is_it) in [
            ("strong", said[place] == Said::Strong),
            ("to_gain", said[place] == Said::ToGain),
            (
                "coach_question",
                steps.is_some() && first_to_gain == Some(place),
            ),
        ] {
            let place = at(&format!("{}.{part}", scale.facets[place].id));
            texts.add(place, &facet[part], [is_it; 3], [is_it, false, false]);
        }
    }
    let favourable = if scale.limiting { "low" } else { "high" };
    let brief = &definition["in_brief"];
    for (part, of) in [("strength_clear", favourable), ("strength_mixed", "mid")] {
        let may = of_band == Some(of);
        texts.add(at(part), &brief[part], [may; 3], NOWHERE);
    }
    let is_lever = is_lever(both, given, n);
    texts.add(at("lever"), &brief["lever"], [is_lever; 3], NOWHERE);
    if let Some(quotes) = brief["lever_belief"][texts.language.tag()].as_str() {
        let firmness = |item: usize| given.raw[item].filter(|value| *value > 3);
        let firmest = scale.items.iter().copied();
        let firmest = firmest.filter(|&item| both.written.items[item].plus);
        let firmest = firmest.filter_map(firmness).max();
        for &item in &scale.items {
            let belief = &both.written.definition["items"][item]["text"];
            let belief = text(&belief[texts.language.tag()]);
            let is_belief = both.written.items[item].plus && firmness(item).is_some();
            let may = is_lever && is_belief && firmness(item) == firmest;
            let quoted = quotes.replace("{belief}", belief);
            texts.add_filled(at("lever_belief"), quoted, [may; 3], NOWHERE);
        }
    }
    for question in list(&definition["manager_questions"]) {
        // On screen those of the other themes are in folds.
        let may = [true, is_lever, false];
        let must = [true, false, false];
        texts.add(at("manager_questions"), question, may, must);
    }
}

/// What the screen, paper and Markdown say of a session.
fn rendered(both: &Both, session: &Session, language: Language) -> [String; 3] {
    let of = |_: &_| session.clone();
    let props = ResultProps {
        report: Rc::new(Report::new(&both.instrument, session)),
        ..fixtures::result(language, Origin::Device, of)
    };
    assert_eq!(*props.view.instrument, both.instrument);
    let html = render(result_screen(&props));
    let (screen, paper) = html
        .split_once("class=\"sheet\"")
        .expect("the sheet stands last");
    let markdown = read_of_session(&both.instrument, session, language);
    [screen.to_owned(), paper.to_owned(), markdown]
}

/// The faults of a page: what it says and may not, and what it does not say and has to.
fn faults(page: &str, n: usize, texts: &BTreeMap<String, Dependent>) -> Vec<String> {
    let mut found = Vec::new();
    for (text, one) in texts {
        let says = page.contains(text.as_str());
        // One text can be the beginning of another that may be said.
        let within = || {
            let mut others = texts.iter().filter(|(_, other)| other.may[n]);
            others.any(|(other, _)| other.contains(text.as_str()))
        };
        if says && !one.may[n] && !within() {
            found.push(format!("says {:?}: {text}", one.places));
        }
        if !says && one.must[n] {
            found.push(format!("does not say {:?}: {text}", one.places));
        }
    }
    found
}

fn assert_nothing_contradicts(both: &Both, session: &Session, language: Language) {
    let texts = dependent(both, &both.given(session), language);
    for (n, page) in rendered(both, session, language).iter().enumerate() {
        let found = faults(page, n, &texts);
        assert_eq!(found, Vec::<String>::new(), "{}", RENDERINGS[n]);
    }
}

/// Every band with every picture of the facets, of each theme: those of the themes are taken side by
/// side, so that each comes about once at least.
#[test]
fn nothing_on_screen_on_paper_or_in_markdown_contradicts_any_band_or_facet() {
    let both = Both::new();
    let of_scales: Vec<Vec<_>> = (0..both.written.scales.len())
        .map(|scale| {
            let pictures = pictures(&both, scale).into_values().flatten();
            pictures.flatten().collect()
        })
        .collect();
    let rounds = of_scales.iter().map(Vec::len).max();
    let rounds = rounds.expect("there are scales");
    assert!(rounds > 100, "{rounds} rounds");
    let questions = both.instrument.context_questions().iter();
    let options: Vec<usize> = questions.map(|question| question.options.len()).collect();
    for round in 0..rounds {
        let answers = of_scales.iter().enumerate().map(|(n, pictures)| {
            // Not every theme in step with the others.
            pictures[(round + n * pictures.len() / 5) % pictures.len()].clone()
        });
        let raw = raw_of(&both, &answers.collect::<Vec<_>>());
        let context = options
            .iter()
            .map(|options| (round % (options + 1)).checked_sub(1));
        let context: Vec<_> = context.collect();
        let session = session(&both.instrument, Form::SelfReport, &raw, &context);
        let language = Language::ALL[round % Language::ALL.len()];
        assert_nothing_contradicts(&both, &session, language);
    }
}

#[test]
fn each_pattern_is_said_on_screen_and_on_paper_to_the_answers_that_it_is_about() {
    let both = Both::new();
    for case in of_each_pattern() {
        let session = session(&both.instrument, Form::SelfReport, &case.raw, &case.context);
        for language in Language::ALL {
            assert_nothing_contradicts(&both, &session, language);
        }
    }
}

#[test]
fn a_text_of_other_answers_and_one_that_is_left_out_are_found() {
    let both = Both::new();
    let raw = |value| vec![Some(value); both.instrument.items().len()];
    let session = |value| {
        session(
            &both.instrument,
            Form::SelfReport,
            &raw(value),
            &[Some(0); 4],
        )
    };
    let language = Language::Nl;
    let texts = dependent(&both, &both.given(&session(3)), language);
    // Agreeing with every statement gives the same scores, other thoughts and other facets.
    for (n, page) in rendered(&both, &session(5), language).iter().enumerate() {
        let found = faults(page, n, &texts);
        assert!(found.iter().any(|fault| fault.starts_with("says ")), "{n}");
    }
    for (n, page) in rendered(&both, &session(3), language).iter().enumerate() {
        assert_eq!(faults(page, n, &texts), Vec::<String>::new());
        let text = texts.iter().find(|(_, one)| one.must[n]);
        let (text, _) = text.expect("there is one");
        let found = faults(&page.replace(text.as_str(), ""), n, &texts);
        assert!(found[0].starts_with("does not say "), "{found:?}");
    }
}
