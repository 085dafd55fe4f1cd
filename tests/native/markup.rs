//! The screens' markup, rendered without a browser: what assistive technology, host pages
//! and a strict content security policy rely on.

mod agreements;
mod calculator;
mod first_screen;
mod html;
mod ids;
mod overview;
mod result;
mod screens;
mod sources;
mod theme;
mod thoughts;

use crate::support::{Shape, moment};
use html::{Tag, all, faults, named, only, tags, texts, values};
use interface_texts::messages;
use mindset_mirror::result::Origin;
use mindset_mirror::start::start_screen;
use mindset_mirror::{App, AppProps, fixtures, questions};
use model::Language::{self, En, Nl};
use model::Session;
use platform::doubles::Doubles;
use scoring::score;
use screens::*;
use std::collections::BTreeSet;
use std::rc::Rc;
use ui::error_notice;
use yew::prelude::*;

/// The whole page as it is first shown to a reader of this language.
fn page(language: &str) -> String {
    let doubles = Doubles::default();
    let loaded = Language::from_tag(language).expect("a language of the page");
    let questionnaire = content::SOURCES[0].questionnaire().expect("it is sound");
    let bytes = compiled::encode(&questionnaire, loaded).expect("it can be written");
    let reference = questionnaire.instrument.reference();
    doubles
        .content
        .files
        .replace(vec![(reference, loaded, bytes)]);
    let texts = compiled::encode_interface(messages(loaded), loaded);
    let texts = texts.expect("it can be written");
    doubles.content.interface.replace(vec![(loaded, texts)]);
    doubles.content.loaded.set(loaded);
    let ports = doubles.ports();
    doubles.page.languages.borrow_mut().push(language.into());
    render_component::<App>(AppProps { ports })
}

/// Every screen that stands inside the page, in its main forms.
fn screens(language: Language) -> Vec<(&'static str, String)> {
    vec![
        ("start", start(language, false)),
        ("start again", start(language, true)),
        ("first interlude", interlude(language, 0)),
        ("last interlude", interlude(language, 3)),
        ("review", review(language)),
        (
            "own result",
            result(language, Origin::Device, mixed_session),
        ),
        (
            "unclear",
            result(language, Origin::Device, straight_session),
        ),
        ("example", result(language, Origin::Example, example)),
        ("file", result(language, file(language), mixed_session)),
        ("no data", data(language, false, false)),
        ("data", data(language, true, true)),
    ]
}

fn questions(language: Language) -> Vec<(&'static str, String)> {
    vec![
        ("question", question(language, true, None)),
        ("chosen", question(language, false, Some(3))),
    ]
}

/// Everything, in both languages.
fn everything() -> impl Iterator<Item = (&'static str, String)> {
    let pages = ["nl", "en"].map(|language| ("page", page(language)));
    let inside = Language::ALL.into_iter();
    inside
        .flat_map(|language| screens(language).into_iter().chain(questions(language)))
        .chain(pages)
}

fn heading_levels(tags: &[Tag]) -> Vec<u32> {
    let headings = tags.iter().filter_map(|tag| tag.name.strip_prefix('h'));
    headings.filter_map(|level| level.parse().ok()).collect()
}

/// The id of the statement that is asked first.
fn first_item() -> String {
    let instrument = crate::support::sales_mindset();
    let first = instrument.order().next().expect("a statement");
    instrument.items()[first].id.clone()
}

#[test]
fn a_question_is_a_fieldset_with_a_legend_and_five_open_radios() {
    let html = question(Nl, false, None);
    let first = first_item();
    let tags = tags(&html);
    assert_eq!(named(&tags, "fieldset").len(), 1);
    assert_eq!(named(&tags, "legend").len(), 1);
    let radios = named(&tags, "input");
    assert_eq!(radios.len(), 5);
    for (value, radio) in ["1", "2", "3", "4", "5"].into_iter().zip(radios) {
        assert_eq!(radio.get("type"), Some("radio"));
        assert_eq!(radio.get("name"), Some(first.as_str()));
        assert_eq!(radio.get("value"), Some(value));
        assert_eq!(radio.get("checked"), None);
    }
    let question = tags.iter().find(|tag| tag.get("data-item").is_some());
    assert_eq!(
        question.and_then(|tag| tag.get("data-part")),
        Some("question")
    );
    assert_eq!(values(&tags, "data-item"), [first]);
}

#[test]
fn every_radio_has_its_own_label() {
    let html = question(En, false, None);
    let tags = tags(&html);
    let ids = values(&tags, "id");
    assert_eq!(values(&tags, "for"), ids);
    let labels = texts(&html, "label");
    assert_eq!(labels.len(), 5);
    let ends = [&labels[0], &labels[4]];
    assert_eq!(ends, ["Strongly disagree", "Strongly agree"]);
}

#[test]
fn a_chosen_option_is_checked_and_can_be_gone_on_from() {
    let checked = |chosen| {
        let tags = tags(&question(Nl, false, chosen));
        let radios = named(&tags, "input");
        let checked = radios.iter().filter(|radio| radio.get("checked").is_some());
        let on: Vec<String> = checked
            .flat_map(|one| one.get("value").map(str::to_owned))
            .collect();
        (on, values(&tags, "data-part").contains(&"button-primary"))
    };
    assert_eq!(checked(None), (vec![], false));
    assert_eq!(checked(Some(3)), (vec!["4".to_owned()], true));
}

#[test]
fn keys_are_hinted_at_only_where_a_keyboard_is_likely() {
    let hint = messages(Nl).journey.key_hint;
    let with = question(Nl, true, None);
    assert_eq!(named(&tags(&with), "kbd").len(), 5);
    assert!(with.contains(hint));
    let without = question(Nl, false, None);
    assert_eq!(named(&tags(&without), "kbd").len(), 0);
    assert!(!without.contains(hint));
}

#[test]
fn every_screen_has_one_main_heading_and_skips_no_level() {
    for language in Language::ALL {
        for (name, html) in screens(language) {
            // Of the parts of a result one is shown at a time.
            let before_parts = usize::from(html.contains("data-result-part"));
            for part in html.split("data-result-part").skip(before_parts) {
                let levels = heading_levels(&tags(part));
                assert_eq!(levels.first(), Some(&1), "{name}: {part}");
                let main = levels.iter().filter(|&&level| level == 1).count();
                assert_eq!(main, 1, "{name}: {part}");
                let steps = levels.windows(2).all(|two| two[1] <= two[0] + 1);
                assert!(steps, "{name}: {levels:?} in {part}");
            }
        }
    }
}

#[test]
fn an_attempt_to_continue_is_counted_by_its_own_statements() {
    let mut props = fixtures::start(En, true);
    let resume = props.resume.as_mut().expect("there is one");
    (resume.done, resume.total) = (2, 3);
    let html = render(start_screen(&props));
    assert!(html.contains(&messages(En).start.resume(2, 3)));
}

#[test]
fn a_question_has_one_heading_in_its_legend() {
    for (_, html) in questions(Nl) {
        assert_eq!(heading_levels(&tags(&html)), [1]);
        assert_eq!(all(&only(&html, "legend"), "h1").len(), 1);
    }
}

#[test]
fn a_browser_has_nothing_to_put_right_in_the_markup() {
    for (name, html) in everything() {
        assert_eq!(faults(&html), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn nothing_on_a_page_needs_inline_style_or_script() {
    for (name, html) in everything() {
        for tag in tags(&html) {
            assert!(
                !["style", "script"].contains(&&*tag.name),
                "{name}: {tag:?}"
            );
            for (attribute, value) in &tag.attributes {
                let inline = attribute == "style" || attribute.starts_with("on");
                assert!(!inline, "{name}: {tag:?}");
                assert!(!value.starts_with("javascript:"), "{name}: {tag:?}");
            }
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_somewhere() {
    for (name, html) in everything() {
        let tags = tags(&html);
        let ids = values(&tags, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: {ids:?}");
        let links = values(&tags, "href").into_iter();
        let inside = links.filter_map(|link| link.strip_prefix('#'));
        let others = ["for", "aria-describedby", "aria-labelledby"];
        let others = others.into_iter().flat_map(|other| values(&tags, other));
        for id in inside.chain(others) {
            assert!(unique.contains(id), "{name}: {id}");
        }
    }
}

#[test]
fn buttons_never_submit_and_drawings_stand_beside_text() {
    for (name, html) in everything() {
        let tags = tags(&html);
        for button in named(&tags, "button") {
            assert_eq!(button.get("type"), Some("button"), "{name}");
        }
        for drawing in named(&tags, "svg") {
            assert_eq!(drawing.get("aria-hidden"), Some("true"), "{name}");
        }
    }
}

fn trouble() -> String {
    render(error_notice("Not opened", html! { <p>{ "Why." }</p> }))
}

#[test]
fn an_error_is_heard_at_once() {
    let tags = tags(&trouble());
    assert_eq!(tags[0].get("data-part"), Some("error"));
    assert_eq!(tags[0].get("role"), Some("alert"));
}

#[test]
fn parts_are_called_by_the_published_names() {
    let all: Vec<String> = everything().map(|(_, html)| html).collect();
    let error = trouble();
    let all = all.iter().chain([&error]).map(|html| tags(html));
    let used: BTreeSet<String> = all
        .flat_map(|tags| {
            values(&tags, "data-part")
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    // The progress stands in the page during the journey: see the browser tests.
    let published = [
        "button",
        "button-primary",
        "chart",
        "error",
        "header",
        "legend",
        "nav",
        "notice",
        "option",
        "option-label",
        "question",
        "result",
        "root",
        "score",
    ];
    assert!(used.iter().eq(published), "{used:?}");
}

#[test]
fn the_page_says_its_language_and_speaks_it() {
    for (language, other) in [(Nl, En), (En, Nl)] {
        let html = page(language.tag());
        let tags = tags(&html);
        let root = tags.first().expect("the page has a root");
        assert_eq!(root.get("data-part"), Some("root"));
        assert_eq!(root.get("lang"), Some(language.tag()));
        assert!(html.contains(messages(language).start.sales_scan_title));
        assert!(!html.contains(messages(other).start.sales_scan_title));
        let pressed = tags
            .iter()
            .filter(|tag| tag.get("aria-pressed") == Some("true"));
        let pressed: Vec<_> = pressed.map(|tag| tag.get("data-language")).collect();
        assert_eq!(pressed, [Some(language.tag())]);
    }
}

#[test]
fn the_page_says_that_it_was_not_studied_and_compares_with_nobody() {
    for language in Language::ALL {
        assert!(page(language.tag()).contains(messages(language).common.development_only));
    }
}

#[test]
fn every_fixture_renders_and_renders_the_same_again() {
    for language in Language::ALL {
        let make = || {
            let parts = ui::fixtures::all(language).into_iter();
            parts.chain(mindset_mirror::fixtures::all(language))
        };
        for (first, second) in make().zip(make()) {
            let once = render(first.html);
            let again = render(second.html);
            assert!(!once.is_empty(), "{}, {}", first.name, first.state);
            assert_eq!(once, again, "{}, {}", first.name, first.state);
        }
    }
}

#[test]
fn a_number_key_is_hinted_at_by_the_number_of_its_answer() {
    let mut props = mindset_mirror::fixtures::question(En, true, None);
    for (option, key) in props
        .options
        .iter_mut()
        .zip([Some(0), Some(2), None, None, None])
    {
        option.key = key;
    }
    let html = render(mindset_mirror::questions::question(props));
    let hints: Vec<&str> = html
        .split("<kbd")
        .skip(1)
        .filter_map(|rest| rest.split_once('>')?.1.split('<').next())
        .collect();
    assert_eq!(hints, ["0", "2"]);
}

#[test]
fn the_first_screen_counts_what_there_is_to_answer() {
    for language in Language::ALL {
        let facts = messages(language).start.content(32, 4);
        assert!(start(language, false).contains(&facts));
    }
}

#[test]
fn a_questionnaire_of_one_statement_is_not_said_to_have_statements() {
    let shape = Shape {
        scales: &[("A", "+")],
        ..Shape::default()
    };
    let instrument = Rc::new(shape.build());
    for (language, one, several) in [
        (Nl, "1 uitspraak", "1 uitspraken"),
        (En, "1 statement", "1 statements"),
    ] {
        let mut start = fixtures::start(language, false);
        start.view.instrument = instrument.clone();
        start.example = None;
        let mut interlude = fixtures::interlude(language, 0);
        interlude.view.instrument = instrument.clone();
        let begun = moment("2026-03-02T09:30:00+01:00");
        let session = Session::start(&instrument, "s".into(), 1, language, begun);
        let mut review = fixtures::review(language);
        review.view.instrument = instrument.clone();
        review.scores = Rc::new(score(&instrument, session.answers()));
        review.session = Rc::new(session);
        for markup in [
            render(start_screen(&start)),
            render(questions::interlude(&interlude)),
            render(questions::review(&review)),
        ] {
            assert!(markup.contains(one), "{markup}");
            assert!(!markup.contains(several), "{markup}");
        }
    }
}
