//! Results as Markdown, rendered by an implementation of CommonMark.

use crate::support::moment;
use crate::support::sales_mindset;
use content::example_session;
use documents::markdown_document;
use model::Instrument;
use model::Language::{self, En, Nl};
use model::{Agreement, BeliefWork, IfThen, Influence, Session, SessionParts, Sorting, Timestamp};
use model::{Rater, Subject};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use records::{
    AgreementRecord, Document, InfluenceRecord, JoinedRecords, Part, ResultInput, Share, Zone,
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
        if_then: IfThen {
            situation: label.to_owned(),
            response: label.to_owned(),
        },
        helper: label.to_owned(),
        obstacle: label.to_owned(),
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
    of_session(&sales_mindset(), &labelled(label), &joined(label), language)
}

/// The whole document of a session.
fn of_session(
    instrument: &Instrument,
    session: &Session,
    joined: &JoinedRecords,
    language: Language,
) -> Document {
    of_share(instrument, session, joined, (language, Share::EVERYTHING))
}

/// What is shared of it.
fn of_share(
    instrument: &Instrument,
    session: &Session,
    joined: &JoinedRecords,
    (language, share): (Language, Share),
) -> Document {
    markdown_document(&ResultInput {
        instrument,
        session,
        joined,
        export_id: "e-1".to_owned(),
        exported_at: moment(AT),
        language,
        unknown: &Map::new(),
        share,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    })
}

fn markdown(label: &str, language: Language) -> String {
    String::from_utf8(document(label, language).bytes).expect("UTF-8")
}

/// What a reader of the rendered page of a session sees.
pub fn read_of_session(instrument: &Instrument, session: &Session, language: Language) -> String {
    let document = of_session(instrument, session, &JoinedRecords::default(), language);
    read(&String::from_utf8(document.bytes).expect("UTF-8"))
}

/// All text that a reader of the rendered page sees.
fn read(markdown: &str) -> String {
    let texts = Parser::new(markdown).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        // The end of a block; emphasis is within a text.
        Event::End(TagEnd::Emphasis) => None,
        Event::SoftBreak | Event::End(_) => Some("\n".to_owned()),
        _ => None,
    });
    texts.collect()
}

/// The texts of the rendered page, each as a program gets it that looks for addresses and names in
/// what is rendered.
fn text_nodes(markdown: &str) -> Vec<String> {
    let mut nodes = vec![String::new()];
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) => nodes.last_mut().expect("one").push_str(&text),
            _ => nodes.push(String::new()),
        }
    }
    nodes
}

/// Whether a program that looks for them finds an address or a name in a text: by a scheme, by
/// `www.` in any case whatever follows, by the dot of a name, by `@`, or by `#` and a number. As
/// greedy as any of those are.
fn is_live(node: &str) -> bool {
    let characters: Vec<char> = node.chars().collect();
    let letter = |at: Option<usize>| {
        let one = at.and_then(|at| characters.get(at));
        one.copied().filter(|one| one.is_alphanumeric())
    };
    (0..characters.len()).any(|at| {
        let (before, after) = (letter(at.checked_sub(1)), letter(Some(at + 1)));
        match characters[at] {
            ':' => before.is_some() && characters[at..].starts_with(&[':', '/', '/']),
            '.' => {
                let name = before.is_some() && after.is_some_and(char::is_alphabetic);
                let three: String = characters[at.saturating_sub(3)..at].iter().collect();
                name || three.eq_ignore_ascii_case("www")
            }
            '@' => after.is_some(),
            '#' => after.is_some_and(|one| one.is_ascii_digit()),
            _ => false,
        }
    })
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

#[test]
fn no_address_and_no_name_in_a_text_is_live() {
    for label in [
        "https://evil.example/a?b=c",
        "HTTP://EVIL.EXAMPLE",
        "ftp://evil.example",
        "see (https://evil.example).",
        "www.evil.example",
        "WWW.evil.example",
        "www.9292.nl",
        "wWw.9292.9292",
        "www.-x.nl",
        "WWW._x.y.nl",
        "(www.1)",
        "evil.example",
        "ëvil.example/päth",
        "jan@evil.example",
        "jan.de-boer+x_@mail-1.evil.example",
        "mailto:jan@evil.example",
        "xmpp:jan@evil.example/x",
        "@everyone",
        "@org/team and (@jan)",
        "@-_.jan.example",
        "a@b.c",
        "a.b.c",
        "x.yz.w",
        "http://1.2.3.4/x",
        "http://localhost:8080",
        "org/app#12, #345",
        "https://a.bc@d.ef#7",
        "*https://evil.example*",
        "_www.evil.example_",
        "https://evil.example https://evil.example",
    ] {
        for language in [Nl, En] {
            let text = markdown(label, language);
            assert!(read(&text).contains(label), "{label}: {}", read(&text));
            let mut nodes = text_nodes(&text).into_iter();
            let live = nodes.find(|node| is_live(node));
            assert_eq!(live, None, "{label}: {text}");
        }
    }
}

#[test]
fn what_other_programs_add_to_markdown_is_no_markup_either() {
    for label in [
        "[^1] and [^1]: note",
        "[x][y] [y]: https://example.org",
        "| a | b | --- | --- |",
        "~~gone~~ ~sub~ ^sup^",
        "$x$ $$y$$",
        "==mark== %%comment%%",
        "{{< shortcode >}} {#id .class}",
        "- [ ] task",
        ": definition",
        "[[page]] ![[page]]",
        "+++",
        "---",
        "\u{2028}# heading",
        "\n\n# heading",
        "\u{200b}# heading",
        "\u{a0}\u{feff}> quote",
        "a\u{202e}b\u{200b}c",
    ] {
        let text = markdown(label, Nl);
        let of_label = |event: &Event| {
            use pulldown_cmark::Tag;
            let marks = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Code(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
                    | Event::FootnoteReference(_)
                    | Event::TaskListMarker(_)
                    | Event::Rule
            );
            let opens = matches!(
                event,
                Event::Start(
                    Tag::Link { .. }
                        | Tag::Image { .. }
                        | Tag::CodeBlock(_)
                        | Tag::Table(_)
                        | Tag::FootnoteDefinition(_)
                        | Tag::DefinitionList
                        | Tag::Strikethrough
                        | Tag::Superscript
                        | Tag::Subscript
                        | Tag::MetadataBlock(_)
                )
            );
            marks || opens
        };
        let found = Parser::new_ext(&text, Options::all()).find(of_label);
        assert!(found.is_none(), "{label:?}: {found:?}");
        let headings = |text: &str| {
            let starts = |line: &&str| line.starts_with('#');
            text.lines().filter(starts).count()
        };
        assert_eq!(headings(&text), headings(&markdown("x", Nl)), "{label:?}");
        for hidden in ['\u{202e}', '\u{200b}', '\u{feff}', '\u{2028}'] {
            assert!(!text.contains(hidden), "{label:?}");
        }
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

#[test]
fn without_the_answers_a_thought_says_neither_how_strongly_nor_what_was_disagreed_with() {
    let instrument = sales_mindset();
    let mut parts = labelled("x").parts().clone();
    let items = instrument.items().iter();
    let raw = items.map(|item| match &*item.id {
        "LIM-01" => Some(5),
        "LIM-09" | "LIM-11" => Some(1),
        _ => Some(3),
    });
    parts.answers = crate::support::answer(&instrument, &raw.collect::<Vec<_>>());
    parts.belief_work.clear();
    let session = Session::restore(&instrument, parts);
    for language in Language::ALL {
        let said = |share: Share| {
            let document = of_share(&instrument, &session, &joined("x"), (language, share));
            read(&String::from_utf8(document.bytes).expect("UTF-8"))
        };
        let statement = |id: &str| {
            let item = instrument.items().iter().find(|item| item.id == id);
            item.expect("an item").text.get(language)
        };
        let label = |value: u8| {
            let option = instrument
                .response_scale()
                .option(value)
                .expect("an option");
            ["(", option.label.get(language), ")"].concat()
        };
        let whole = said(Share::EVERYTHING);
        let without = said(Share::EVERYTHING.with(Part::Responses, false));
        assert!(whole.contains(statement("LIM-01")) && without.contains(statement("LIM-01")));
        for held_back in [
            statement("LIM-09").to_owned(),
            statement("LIM-11").to_owned(),
            label(5),
            label(1),
        ] {
            assert!(whole.contains(&held_back), "{held_back}");
            assert!(!without.contains(&held_back), "{held_back}");
        }
    }
}
