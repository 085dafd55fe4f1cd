//! The screens' markup, rendered without a browser: what assistive technology, host pages
//! and a strict content security policy rely on.

mod agreements;
mod answers_shown;
mod calculator;
mod definition_shown;
mod first_screen;
mod html;
mod ids;
mod manager_form;
mod mirror_and_review;
mod overview;
mod result;
mod screens;
mod sheet;
mod sources;
mod theme;
mod thoughts;

use crate::support::{Shape, moment};
use html::{Tag, all, faults, named, only, tags, texts, values};
use interface_texts::messages;
use mindset_mirror::result::{Origin, result_screen};
use mindset_mirror::start::{Reminder, start_screen};
use mindset_mirror::{App, AppProps, fixtures, questions};
use model::Language::{self, En, Nl};
use model::{Agreement, Instrument, Session};
use platform::doubles::Doubles;
use records::{AgreementRecord, FileFormat, JoinedRecords};
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
    let questionnaire = content::scan().questionnaire().expect("it is sound");
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
        ("manager interlude", manager_interlude(language)),
        ("manager review", manager_review(language, "Sanne")),
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
        ("manager", manager_question(language, "Sanne")),
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

/// The first screen as a reminder of this day leads to it.
fn check_in(language: Language, returning: bool, day: u32) -> String {
    let mut props = fixtures::start(language, returning);
    props.reminder = Some(Reminder::CheckIn(fixtures::check_in(language, day)));
    render(start_screen(&props))
}

#[test]
fn a_check_in_has_the_question_of_its_day_or_a_neutral_one_and_the_agreement() {
    for language in [Nl, En] {
        let instrument = crate::support::sales_mindset();
        let t = &messages(language).check_in;
        let agreed = fixtures::check_in(language, 0);
        for own in &instrument.parts().follow_up {
            let html = check_in(language, true, own.day);
            assert!(all(&html, "h1")[0].contains(own.title.get(language)));
            assert!(html.contains(own.text.get(language)), "{}", own.day);
            for said in [&agreed.agreed, &agreed.indicator, &agreed.first_step] {
                assert!(html.contains(said), "{said}");
            }
        }
        let html = check_in(language, true, 3);
        assert!(all(&html, "h1")[0].contains(t.look_back));
        assert!(html.contains(t.look_back_asks));
    }
}

#[test]
fn a_check_in_leads_to_the_agreements_where_there_is_a_result_and_to_a_file_where_there_is_none() {
    for language in [Nl, En] {
        let t = &messages(language).check_in;
        let open_file = messages(language).start.open_file;
        let (with, without) = (check_in(language, true, 7), check_in(language, false, 7));
        assert!(with.contains(t.to_agreements) && !without.contains(t.to_agreements));
        assert!(!with.contains(t.no_result) && without.contains(t.no_result));
        assert!(!with.contains(open_file) && without.contains(open_file));
        assert!(!with.contains(t.scan_again) && without.contains(t.scan_again));
        // On the last day the scan is the way on, or the attempt that was begun already.
        let last = check_in(language, false, 90);
        assert!(last.contains(t.scan_again));
        let begun = check_in(language, true, 90);
        assert!(begun.contains(&messages(language).start.resume(7, 32)));
        for html in [with, without, last, begun] {
            let filled = tags(&html);
            let filled = filled.iter().filter(|tag| {
                let class = tag.get("class").unwrap_or_default();
                class.contains("button-primary")
            });
            assert_eq!(filled.count(), 1);
            assert_eq!(all(&html, "h1").len(), 1);
        }
    }
}

#[test]
fn a_reminder_that_cannot_be_read_is_said_above_the_first_screen() {
    for language in [Nl, En] {
        let mut props = fixtures::start(language, false);
        let usual = render(start_screen(&props));
        props.reminder = Some(Reminder::Unreadable);
        let html = render(start_screen(&props));
        let t = &messages(language).check_in;
        assert!(html.contains(t.unreadable_title) && html.contains(t.unreadable));
        let hero = &usual[usual.find("<section").expect("a section")..];
        assert!(html.ends_with(hero), "the rest is as usual");
    }
}

#[test]
fn what_a_reminder_says_is_shown_as_text() {
    let mut props = fixtures::start(Nl, false);
    let mut forged = fixtures::check_in(Nl, 7);
    forged.agreed = "<a href=\"https://x.example\">Log in</a>".to_owned();
    props.reminder = Some(Reminder::CheckIn(forged));
    let html = render(start_screen(&props));
    assert!(html.contains("&lt;a href="));
    assert!(named(&tags(&html), "a").is_empty());
}

#[test]
fn a_reminder_with_the_agreement_is_offered_for_a_calendar_of_a_result_that_has_one() {
    let offered = |format: FileFormat, linkable: bool, agreed: bool| {
        let make: fn(&Instrument) -> Session = example;
        let mut props = fixtures::result(Nl, Origin::Device, make);
        if agreed {
            let agreement = Agreement {
                text: "Bel drie klanten".to_owned(),
                ..Agreement::default()
            };
            let at = moment("2026-11-24T10:15:00+01:00");
            let record = AgreementRecord::new("a-1".into(), "s-1".into(), at, agreement);
            let joined = JoinedRecords {
                agreements: vec![record],
                influences: Vec::new(),
            };
            props.joined = Rc::new(joined);
        }
        props.sharing.format = format;
        props.sharing.with_agreement = linkable.then_some(false);
        let html = render(result_screen(&props));
        let t = &messages(Nl).check_in;
        assert_eq!(
            html.contains(t.with_agreement),
            html.contains(t.with_agreement_hint)
        );
        html.contains(t.with_agreement)
    };
    assert!(offered(FileFormat::Calendar, true, true));
    assert!(!offered(FileFormat::Calendar, true, false));
    assert!(!offered(FileFormat::Calendar, false, true));
    assert!(!offered(FileFormat::Json, true, true));
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
