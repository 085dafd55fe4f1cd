//! Results as Markdown, rendered by an implementation of CommonMark.

use crate::support::moment;
use crate::support::sales_mindset;
use content::example_session;
use documents::markdown_document;
use model::Language::{self, En, Nl};
use model::{Agreement, BeliefWork, Influence, Session, SessionParts, Sorting, Timestamp};
use model::{Rater, Subject};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};
use records::{
    AgreementRecord, Document, InfluenceRecord, JoinedRecords, ResultInput, Share, Zone,
};
use serde_json::Map;

const AT: &str = "2026-11-23T23:59:59+01:00";

fn labelled(label: &str) -> Session {
    let instrument = sales_mindset();
    let parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    let pseudonym = label.to_owned();
    let belief_work = vec![BeliefWork {
        item_id: "LIM-02".to_owned(),
        own_words: label.to_owned(),
        experiment: label.to_owned(),
        ..BeliefWork::default()
    }];
    Session::restore(
        &instrument,
        SessionParts {
            rater: Rater::default(),
            subject: Subject { pseudonym },
            belief_work,
            ..parts
        },
    )
}

fn joined(label: &str) -> JoinedRecords {
    let session = || "s-1".to_owned();
    let at = Timestamp::parse(AT).expect("a moment");
    let influence = Influence {
        reason: label.to_owned(),
        step: label.to_owned(),
        sorted: Some(Sorting::Ask),
        ..Influence::default()
    };
    let agreement = Agreement {
        text: label.to_owned(),
        learned: label.to_owned(),
        ..Agreement::default()
    };
    let influence = InfluenceRecord::new("i-1".to_owned(), session(), at.clone(), influence);
    let agreement = AgreementRecord::new("a-1".to_owned(), session(), at, agreement);
    JoinedRecords {
        agreements: vec![agreement],
        influences: vec![influence],
    }
}

fn document(label: &str, language: Language) -> Document {
    markdown_document(&ResultInput {
        instrument: &sales_mindset(),
        session: &labelled(label),
        joined: &joined(label),
        export_id: "e-1".to_owned(),
        exported_at: moment(AT),
        language,
        unknown: &Map::new(),
        share: Share::EVERYTHING,
        revision: 3,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
    })
}

fn markdown(label: &str, language: Language) -> String {
    String::from_utf8(document(label, language).bytes).expect("UTF-8")
}

/// All text that a reader of the rendered page sees.
fn read(markdown: &str) -> String {
    let texts = Parser::new(markdown).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        Event::SoftBreak | Event::End(_) => Some("\n".to_owned()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn it_says_the_scores_the_questions_and_the_limits_in_the_readers_language() {
    let instrument = sales_mindset();
    for language in [Nl, En] {
        let text = read(&markdown("Zoë K.", language));
        assert!(text.contains("Zoë K."), "{text}");
        for scale in instrument.scales() {
            assert!(text.contains(scale.name.get(language)));
            let asks = |question: &model::Text| text.contains(question.get(language));
            assert!(scale.self_questions.iter().any(asks), "{}", scale.id);
        }
        for name in ["limits", "not_for_decisions"] {
            assert!(text.contains(instrument.say(name, language)), "{name}");
        }
    }
}

#[test]
fn it_is_named_like_the_result_file() {
    let document = document("Zoë K.", Nl);
    assert_eq!(document.name, "mindset-2026-11-23-zoe-k.md");
    assert_eq!(document.media_type, "text/markdown");
}

#[test]
fn hostile_labels_stay_text() {
    for label in [
        "<script>alert(1)</script>",
        "<!-- hidden",
        "[here](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "# heading",
        "1. one",
        "- one",
        "***",
        "`code`",
        "&lt;b&gt; &copy;",
        "a\\<b>",
        "==",
        "<https://example.org>",
        "~~~",
    ] {
        let text = markdown(label, Nl);
        assert!(read(&text).contains(label), "{label}: {}", read(&text));
        let markup = Parser::new(&text).find(|event| {
            use pulldown_cmark::Tag;
            matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Code(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            )
        });
        assert!(markup.is_none(), "{label}: {markup:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_label_comes_back_as_it_was(label in "[ -~é]{1,60}") {
        let shown = label.trim();
        prop_assume!(!shown.is_empty());
        let text = read(&markdown(&label, En));
        prop_assert!(text.contains(shown), "{:?} in {}", shown, text);
    }
}
