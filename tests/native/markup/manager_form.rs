//! The form of a manager about a named rep: its statements name the rep, and what it leads to.

use super::html::{all, only, texts};
use super::screens::{
    context, manager_interlude, manager_question, manager_review, mixed_session, render,
};
use embedding::Persist;
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::questions::{interlude, statement};
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use model::{Form, Language};

#[test]
fn a_statement_names_whom_it_is_about() {
    for language in Language::ALL {
        let legend = only(&manager_question(language, "Sanne"), "legend");
        assert!(legend.contains("Sanne"), "{legend}");
        assert!(!legend.contains(['{', '}']), "{legend}");
    }
}

#[test]
fn somebody_without_a_name_is_a_colleague_with_a_capital_where_a_sentence_begins() {
    for (language, begins, within) in [
        (Language::Nl, "Je collega ", " je collega "),
        (Language::En, "Your colleague ", " your colleague "),
    ] {
        let props = fixtures::manager_review(language, "  ");
        let items = props.view.instrument.form_items(Form::Manager);
        let said: Vec<String> = items
            .iter()
            .map(|&item| statement(&props.view, &props.session, item).to_string())
            .collect();
        assert_eq!(said.len(), 24);
        for sentence in &said {
            assert!(!sentence.contains(['{', '}']), "{sentence}");
            assert!(
                sentence.starts_with(|first: char| first.is_uppercase()),
                "{sentence}"
            );
        }
        assert!(said.iter().any(|one| one.starts_with(begins)), "{said:?}");
        assert!(said.iter().any(|one| one.contains(within)), "{said:?}");
    }
}

#[test]
fn a_name_is_shown_as_text_and_as_it_was_given() {
    let html = manager_question(Language::Nl, "<b>{name}</b>");
    assert!(!html.contains("<b>"), "{html}");
    assert!(only(&html, "legend").contains("{name}"));
}

#[test]
fn the_quiet_button_says_that_it_cannot_be_judged() {
    for (language, said) in [
        (Language::Nl, "Kan ik niet beoordelen"),
        (Language::En, "I cannot judge this"),
    ] {
        let html = manager_question(language, "Sanne");
        assert_eq!(texts(&html, ".nav-forward button"), [said]);
        let place = messages(language).common.of(1, 24);
        assert!(html.contains(&place), "the place counts this form");
    }
}

#[test]
fn its_instruction_is_the_managers_and_it_counts_its_own_statements_and_pages() {
    for language in Language::ALL {
        let view = context(language, false);
        let instrument = &view.instrument;
        let html = manager_interlude(language);
        let own = instrument.instruction().get(language);
        let instruction = instrument.form_instruction(Form::Manager).get(language);
        assert!(html.contains(instruction) && !html.contains(own));
        assert!(only(&html, "h1").contains(&messages(language).start.statements(24)));
        let pages = instrument.form_pages(Form::Manager).len();
        assert_eq!(texts(&html, ".interlude-dots li").len(), pages);
        // Between its pages nothing speaks of what one did oneself.
        let mut props = fixtures::interlude(language, 2);
        props.form = Form::Manager;
        let halfway = render(interlude(&props));
        assert!(!halfway.contains(messages(language).journey.interlude_text[1]));
    }
}

#[test]
fn the_review_says_what_cannot_be_judged_and_leads_to_the_talk() {
    for language in Language::ALL {
        let t = &messages(language).journey;
        let html = manager_review(language, "Sanne");
        let view = context(language, false);
        let cannot_judge = view.instrument.response_scale().cannot_judge_label();
        let said = texts(&html, ".answer-value");
        let count = |text: &str| said.iter().filter(|one| *one == text).count();
        assert_eq!(said.len(), 24);
        assert_eq!(count(cannot_judge.get(language)), 6);
        assert_eq!((count(t.not_seen), count(t.skipped)), (1, 0));
        let statements = messages(language).start.statements(24);
        assert!(only(&html, ".lead").contains(&t.review_lead(23, &statements)));
        assert_eq!(texts(&html, ".button-primary"), [t.to_talk]);
        assert!(!html.contains(t.unscored_title), "it is not about a score");
        let about = texts(&html, ".answer-text");
        assert!(about.iter().all(|one| !one.contains('{')));
        assert!(about.iter().filter(|one| one.contains("Sanne")).count() > 20);
    }
}

#[test]
fn a_result_of_this_device_leads_to_the_talk_from_the_agreements_and_from_sharing() {
    for language in Language::ALL {
        let said = messages(language).result.have_talk;
        let mut props = fixtures::result(language, Origin::Device, mixed_session);
        let links = |props: &ResultProps| {
            let html = render(result_screen(props));
            ["agreements", "sharing"].map(|part| {
                let part = only(&html, &format!("[data-result-part={part}]"));
                let links = all(&part, "a").into_iter();
                links.filter(|link| link.contains(said)).collect::<Vec<_>>()
            })
        };
        let tag = language.tag();
        let id = &props.session.parts().id.clone();
        for of_part in links(&props) {
            let [link] = &of_part[..] else {
                panic!("one link: {of_part:?}");
            };
            assert!(
                link.contains(&format!("href=\"together.html?lang={tag}#give={id}\"")),
                "{link}"
            );
            assert!(!link.contains("target="), "{link}");
        }
        // In a frame it asks for the same keeping; `web/frame.ts` opens it in a tab.
        props.own_tab = Some(Persist::Session);
        props.to_talk = Some(Persist::Session);
        for of_part in links(&props) {
            let address =
                format!("href=\"together.html?lang={tag}&amp;persist=session#give={id}\"");
            assert!(of_part[0].contains(&address), "{of_part:?}");
        }
        for origin in [Origin::Example, fixtures::opened_file(language)] {
            let props = fixtures::result(language, origin, mixed_session);
            assert!(!render(result_screen(&props)).contains(said));
        }
    }
}
