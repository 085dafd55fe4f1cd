//! What a result is based on, and the page that rests on the same sources.

use super::html::{only, texts};
use super::screens::{context, render, straight_session};
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use model::{Instrument, Language};
use std::rc::Rc;

fn props(language: Language, with_sources: bool) -> ResultProps {
    let mut props = fixtures::result(language, Origin::Device, straight_session);
    if !with_sources {
        let mut parts = props.view.instrument.parts().clone();
        parts.sources.clear();
        let instrument = Instrument::new(parts).expect("sources are optional");
        props.view.instrument = Rc::new(instrument);
    }
    props
}

fn part(props: &ResultProps, name: &str) -> String {
    let html = render(result_screen(props));
    only(&html, &format!("[data-result-part={name}]"))
}

#[test]
fn every_source_says_where_it_comes_from_and_how_sure_it_is() {
    for language in Language::ALL {
        let t = &messages(language).sources;
        let html = part(&props(language, true), "computed");
        let notes = texts(&html, ".source-note");
        let view = context(language, false);
        let known = &view.instrument.parts().sources;
        assert_eq!(notes.len(), known.len());
        for (said, note) in notes.iter().zip(known) {
            assert!(said.contains(note.text.get(language)), "{said}");
            assert!(said.contains(note.certainty_text.get(language)), "{said}");
            assert!(said.contains(&report::source_line(t, note)), "{said}");
            assert!(said.contains(report::certainty_words(t, note.certainty)));
        }
        let kurlan = "Kurlan, D. (2006). Baseline Selling. Bloomington: AuthorHouse";
        assert!(notes.iter().any(|note| note.contains(kurlan)));
        // The article that has no author is named once, by its title.
        let article = "Als accountmanagers hun target structureel niet halen";
        let named = notes.iter().filter(|note| note.contains(article));
        assert_eq!(named.count(), 1);
        assert!(notes[0].contains(article) && notes[0].contains(t.no_author));
        assert!(notes[0].ends_with("kan een sales manager dan doen? (2018)"));
    }
}

#[test]
fn without_sources_nothing_is_said_of_them() {
    for language in Language::ALL {
        let t = messages(language);
        let html = part(&props(language, false), "computed");
        assert!(!html.contains(t.sources.title) && !html.contains(t.sources.lead));
        assert!(html.contains(t.result.limits));
    }
}

#[test]
fn the_page_for_managers_opens_beside_the_agreements_of_a_questionnaire_with_sources() {
    for language in Language::ALL {
        let said = messages(language).result.manager_link;
        let agreements = part(&props(language, true), "agreements");
        let link = only(&agreements, "p > a");
        let address = format!("href=\"manager-{}.html\"", language.tag());
        assert!(link.contains(&address) && link.contains(said), "{link}");
        assert!(link.contains("target=\"_blank\"") && link.contains("rel=\"noopener\""));
        assert!(!part(&props(language, false), "agreements").contains(said));
    }
}
