//! The page on what a sales manager can do: its content in both languages, and the document.

use crate::texts::reading::sentence_length;
use interface_texts::messages;
use manager_page::guide::{Guide, GuideError, SOURCE};
use manager_page::page::{document, file_name};
use model::Language::{self, En, Nl};
use scraper::{Html, Selector};
use serde_json::Value;

fn scan() -> model::Instrument {
    content::scan().instrument().expect("it is sound")
}

fn guide() -> Guide {
    Guide::read(SOURCE, &scan().parts().sources).expect("it is sound")
}

fn read(json: &Value) -> Result<Guide, GuideError> {
    Guide::read(&json.to_string(), &scan().parts().sources)
}

fn json() -> Value {
    serde_json::from_str(SOURCE).expect("it is JSON")
}

/// What a reader reads, in the order of the document; the head is not read.
fn body(language: Language) -> String {
    let html = Html::parse_document(&document(&guide(), &scan(), language));
    let body = Selector::parse("body").expect("a selector");
    let texts = html.select(&body).flat_map(|body| body.text());
    texts.collect::<Vec<_>>().join(" ")
}

/// Every text for readers, found by walking the JSON: what has both languages.
fn texts(json: &Value, language: Language) -> Vec<String> {
    match json {
        Value::Object(fields) => match (fields.get("nl"), fields.get("en")) {
            (Some(Value::String(nl)), Some(Value::String(en))) => match language {
                Nl => vec![nl.clone()],
                En => vec![en.clone()],
            },
            _ => {
                let inner = fields.values().map(|inner| texts(inner, language));
                inner.flatten().collect()
            }
        },
        Value::Array(all) => all.iter().flat_map(|one| texts(one, language)).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_text_stands_on_the_page_of_its_language_alone() {
    for (language, other) in [(Nl, En), (En, Nl)] {
        let (said, others) = (texts(&json(), language), texts(&json(), other));
        assert!(said.len() > 50, "{}", said.len());
        let body = body(language);
        for (text, in_other) in said.iter().zip(&others) {
            assert!(body.contains(text), "{text}");
            assert!(text == in_other || !body.contains(in_other), "{in_other}");
        }
    }
}

#[test]
fn every_source_that_is_named_stands_on_the_page() {
    for language in Language::ALL {
        let body = body(language);
        let t = &messages(language).sources;
        let (guide, scan) = (guide(), scan());
        for id in guide.recommendations.iter().flat_map(|one| &one.source_ids) {
            let note = scan.parts().sources.iter().find(|note| note.id == *id);
            let note = note.expect("it was checked");
            assert!(body.contains(report::source_line(t, note).trim_end_matches('.')));
            assert!(body.contains(report::certainty_words(t, note.certainty)));
        }
    }
}

#[test]
fn the_dutch_has_short_sentences() {
    let said = texts(&json(), Nl);
    let (sentences, average) = sentence_length(said.iter().map(String::as_str));
    assert!(sentences > 50, "{sentences} sentences");
    assert!(average <= 12.0, "{average} words a sentence");
}

#[test]
fn headings_follow_each_other_and_nothing_runs() {
    for language in Language::ALL {
        let text = document(&guide(), &scan(), language);
        let html = Html::parse_document(&text);
        let all = |selector| {
            let selector = Selector::parse(selector).expect("a selector");
            html.select(&selector).count()
        };
        assert!(html.errors.is_empty(), "{:?}", html.errors);
        assert_eq!((all("h1"), all("ol > li > h2"), all("main")), (1, 6, 1));
        let headings = Selector::parse("h1, h2, h3, h4").expect("a selector");
        let levels = html.select(&headings).map(|found| {
            let level = found.value().name()[1..].parse::<u8>();
            level.expect("a heading has a level")
        });
        let levels: Vec<u8> = levels.collect();
        assert_eq!(levels[0], 1);
        assert!(
            levels.windows(2).all(|two| two[1] <= two[0] + 1),
            "{levels:?}"
        );
        assert_eq!(all("script, style, [style], iframe, form"), 0);
        let policy = Selector::parse("meta[http-equiv=Content-Security-Policy]");
        let policy = html.select(&policy.expect("a selector")).next();
        let policy = policy
            .and_then(|meta| meta.attr("content"))
            .expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'self';"));
        assert!(!policy.contains("script-src"), "{policy}");
        let root = Selector::parse("html").expect("a selector");
        let root = html.select(&root).next().and_then(|root| root.attr("lang"));
        assert_eq!(root, Some(language.tag()));
    }
}

#[test]
fn each_language_leads_to_the_other() {
    for language in Language::ALL {
        let html = Html::parse_document(&document(&guide(), &scan(), language));
        let links = Selector::parse("nav a").expect("a selector");
        let read = html.select(&links).map(|link| {
            let attribute = |name| link.attr(name).unwrap_or_default().to_owned();
            (
                attribute("href"),
                attribute("lang"),
                attribute("aria-current"),
            )
        });
        let expected = Language::ALL.map(|linked| {
            let current = match linked == language {
                true => "page",
                false => "",
            };
            (
                file_name(linked),
                linked.tag().to_owned(),
                current.to_owned(),
            )
        });
        assert_eq!(read.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_source_that_the_scan_lacks_is_refused() {
    for place in [
        "/recommendations/2/source_ids",
        "/training_card/source_ids",
        "/customer_sentences/source_ids",
    ] {
        let mut json = json();
        let ids = json.pointer_mut(place).expect("it is there");
        *ids = serde_json::json!(["article", "nowhere"]);
        let error = read(&json).expect_err(place);
        assert!(matches!(error, GuideError::Source(id) if id == "nowhere"));
    }
}

#[test]
fn a_text_that_lacks_a_language_a_strange_field_and_another_order_are_refused() {
    let faults: [fn(&mut Value); 4] = [
        |json| json["title"] = serde_json::json!({"nl": "Titel"}),
        |json| json["limits"]["en"] = " ".into(),
        |json| json["hr_card"]["score"] = 1.into(),
        |json| json["recommendations"][0]["order"] = 2.into(),
    ];
    assert!(read(&json()).is_ok());
    for (place, fault) in faults.into_iter().enumerate() {
        let mut json = json();
        fault(&mut json);
        assert!(read(&json).is_err(), "fault {place}");
    }
}
