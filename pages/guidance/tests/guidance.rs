//! The guidance: the same documents in both languages, in plain words, and where their links lead.

#[path = "../../../tests/native/texts/reading.rs"]
mod reading;

use guidance_pages::Guidance;
use guidance_pages::markdown::{MarkdownError, rendered};
use guidance_pages::page::{TALK_PAGE, balance_address, document, team_address};
use manager_page::guide::{Guide, SOURCE};
use markup::JUDGING;
use model::Instrument;
use model::Language::{self, En, Nl};
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::path::Path;

/// What fits on one or two printed pages, in words.
const WORDS: std::ops::RangeInclusive<usize> = 450..=900;

/// What a Dutch sentence may have on average, in words, as in the scan.
const LONGEST_AVERAGE: f64 = 12.0;

/// Pages that have a program of their own: the build makes them under these names.
const PROGRAMS: [&str; 2] = ["index.html", "together.html"];

fn scan() -> Instrument {
    let scan = content::SOURCES
        .iter()
        .find(|one| one.id == "sales-mindset");
    scan.expect("it ships").instrument().expect("it is sound")
}

fn each() -> impl Iterator<Item = (Guidance, Language)> {
    let all = Guidance::ALL.into_iter();
    all.flat_map(|guidance| Language::ALL.map(|language| (guidance, language)))
}

fn page(guidance: Guidance, language: Language) -> Html {
    let text = document(guidance, language).expect("it is prose");
    Html::parse_document(&text)
}

fn selector(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn said(html: &Html, parts: &str) -> Vec<String> {
    let parts = selector(parts);
    let texts = html.select(&parts).map(|part| part.text().collect());
    texts.collect()
}

/// The elements of a document in their order, without what they say.
fn structure(html: &Html) -> Vec<String> {
    let elements = selector("article *");
    let elements = html.select(&elements).map(|element| {
        let class = element.attr("class").unwrap_or_default();
        format!("{} {class}", element.value().name())
    });
    elements.collect()
}

#[test]
fn each_document_is_built_alike_in_both_languages() {
    for guidance in Guidance::ALL {
        let (nl, en) = (
            structure(&page(guidance, Nl)),
            structure(&page(guidance, En)),
        );
        assert!(nl.len() > 20, "{guidance:?}");
        assert_eq!(nl, en, "{guidance:?}");
    }
}

#[test]
fn each_document_fits_on_two_pages_at_most() {
    for (guidance, language) in each() {
        let words = reading::words(&said(&page(guidance, language), "article").join(" "));
        assert!(
            WORDS.contains(&words),
            "{guidance:?} {language:?}: {words} words"
        );
    }
}

#[test]
fn the_dutch_has_short_sentences() {
    for guidance in Guidance::ALL {
        let texts = said(&page(guidance, Nl), "article p, article li");
        // A line of the source is no line for a reader.
        let texts: Vec<String> = texts.iter().map(|text| text.replace('\n', " ")).collect();
        let (sentences, average) = reading::sentence_length(texts.iter().map(String::as_str));
        assert!(sentences > 20, "{guidance:?}: {sentences} sentences");
        assert!(
            average <= LONGEST_AVERAGE,
            "{guidance:?}: {average:.1} words a sentence"
        );
    }
}

#[test]
fn nothing_is_claimed_that_is_not_known() {
    for (guidance, language) in each() {
        let text = guidance.source(language).to_lowercase();
        let text = text
            .replace("not validated", "")
            .replace("geen geslaagd of gezakt", "");
        for word in JUDGING {
            assert!(!text.contains(word), "{guidance:?} {language:?}: {word}");
        }
    }
}

#[test]
fn what_must_be_said_is_said() {
    let not_advice = ["Dit is geen juridisch advies", "This is not legal advice"];
    let no_punishment = ["niet het begin van straf", "not the start of punishment"];
    let points = [
        ["art. 27 lid 1 onder k", "art. 27 lid 1 onder l"],
        ["art. 27(1)(k)", "art. 27(1)(l)"],
    ];
    for (n, language) in Language::ALL.into_iter().enumerate() {
        for guidance in [Guidance::DataProtection, Guidance::WorksCouncil] {
            assert!(guidance.source(language).contains(not_advice[n]));
        }
        assert!(Guidance::Talk.source(language).contains(no_punishment[n]));
        for point in points[n] {
            assert!(Guidance::WorksCouncil.source(language).contains(point));
        }
    }
}

/// The correlation is that of Heidemeier & Moser (2009); the 25 points, the 18 statements, the 28
/// points and the cuts are rules of the scores.
#[test]
fn figures_are_those_of_their_sources() {
    let of_manual = |language| Guidance::Manual.source(language);
    let of_talk = |language| Guidance::Talk.source(language);
    for (language, correlation) in [(Nl, "0,22"), (En, ".22")] {
        assert!(
            of_talk(language).contains(correlation) && of_manual(language).contains(correlation)
        );
        assert!(of_talk(language).contains("25 ") && of_manual(language).contains("25 "));
        for figure in ["32 ", "24 ", "18 ", "28 ", "80 "] {
            assert!(
                of_manual(language).contains(figure),
                "{language:?} {figure}"
            );
        }
    }
    assert!(of_manual(Nl).contains("37,5") && of_manual(En).contains("37.5"));
    assert!(of_manual(Nl).contains("62,5") && of_manual(En).contains("62.5"));
}

#[test]
fn the_steps_of_the_talk_are_those_of_the_scan() {
    let scan = content::SOURCES
        .iter()
        .find(|one| one.id == "sales-mindset");
    let scan = scan.expect("it ships").instrument().expect("it is sound");
    let talk = scan.parts().conversation.as_ref().expect("it has one");
    for (language, unit) in [(Nl, "minuten"), (En, "minutes")] {
        let steps = said(&page(Guidance::Talk, language), "ol:nth-of-type(2) > li");
        let minutes = talk
            .steps
            .iter()
            .map(|step| format!("{} {unit}.", step.minutes));
        let minutes: Vec<String> = minutes.collect();
        assert_eq!(steps.len(), minutes.len());
        for (step, minutes) in steps.iter().zip(minutes) {
            assert!(step.contains(&minutes), "{step}: {minutes}");
        }
    }
}

#[test]
fn the_manual_names_every_theme_and_part_of_the_scan() {
    let scan = content::SOURCES
        .iter()
        .find(|one| one.id == "sales-mindset");
    let scan = scan.expect("it ships").instrument().expect("it is sound");
    for language in Language::ALL {
        let manual = Guidance::Manual.source(language).to_lowercase();
        for scale in scan.scales() {
            let names = scale.facets.iter().map(|facet| &facet.name);
            for name in names.chain([&scale.short_name]) {
                let name = name.get(language).to_lowercase();
                assert!(manual.contains(&name), "{language:?}: {name}");
            }
        }
    }
}

#[test]
fn every_link_leads_to_a_page_that_the_build_makes() {
    let mut made: BTreeSet<String> = PROGRAMS.map(str::to_owned).into();
    for language in Language::ALL {
        made.insert(balance_address(language));
        made.insert(team_address(language));
        made.insert(manager_page::page::file_name(language));
        made.extend(Guidance::ALL.map(|one| one.file_name(language)));
    }
    for (guidance, language) in each() {
        let html = page(guidance, language);
        let links: Vec<&str> = html
            .select(&selector("a"))
            .filter_map(|link| link.attr("href"))
            .filter(|address| *address != "#main")
            .collect();
        for link in &links {
            assert!(made.contains(*link), "{guidance:?} {language:?}: {link}");
        }
        for other in Guidance::ALL.into_iter().filter(|other| *other != guidance) {
            assert!(links.contains(&other.file_name(language).as_str()));
        }
    }
}

#[test]
fn the_build_copies_every_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let index = std::fs::read_to_string(root.join("index.html")).expect("it is readable");
    for (guidance, language) in each() {
        let file = format!("href=\"target/guidance/{}\"", guidance.file_name(language));
        assert!(index.contains(&file), "{file}");
    }
}

#[test]
fn each_language_leads_to_the_same_document_in_the_other() {
    for (guidance, language) in each() {
        let html = page(guidance, language);
        let links = selector("header nav a");
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
            let tag = linked.tag().to_owned();
            (guidance.file_name(linked), tag, current.to_owned())
        });
        assert_eq!(read.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn headings_follow_each_other_and_nothing_runs() {
    for (guidance, language) in each() {
        let html = page(guidance, language);
        let all = |parts| html.select(&selector(parts)).count();
        assert!(html.errors.is_empty(), "{guidance:?}: {:?}", html.errors);
        assert_eq!((all("h1"), all("main"), all("article")), (1, 1, 1));
        assert_eq!(all("script, style, [style], iframe, form, img"), 0);
        assert_eq!(said(&html, "title"), said(&html, "h1"), "{guidance:?}");
        assert_eq!(said(&html, "h1"), [guidance.title(language)]);
        let headings = selector("h1, h2, h3, h4");
        let levels = html.select(&headings).map(|found| found.value().name());
        let levels: Vec<&str> = levels.collect();
        assert!(levels[0] == "h1" && levels[1..].iter().all(|level| *level == "h2"));
        let policy = selector("meta[http-equiv=Content-Security-Policy]");
        let policy = html.select(&policy).next();
        let policy = policy.and_then(|meta| meta.attr("content"));
        let policy = policy.expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'self';"));
        assert!(!policy.contains("script-src"), "{policy}");
        let root = selector("html");
        let root = html.select(&root).next().and_then(|root| root.attr("lang"));
        assert_eq!(root, Some(language.tag()));
    }
}

#[test]
fn a_point_that_ends_in_an_ellipsis_has_room_to_write() {
    let made = rendered("- To read.\n- To fill in: …\n\n1. A **number**: …\n", Nl);
    assert_eq!(
        made.expect("it is prose"),
        "<ul>\n<li>To read.</li>\n<li class=\"guidance-line\">To fill in: …</li>\n</ul>\n\
         <ol>\n<li class=\"guidance-line\">A <strong>number</strong>: …</li>\n</ol>\n"
    );
}

#[test]
fn what_is_no_prose_and_a_link_to_elsewhere_are_refused() {
    for markdown in [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "![picture](a.png)",
        "> said",
        "`code`",
        "---",
    ] {
        let made = rendered(markdown, En);
        assert!(
            matches!(made, Err(MarkdownError::NotProse(_))),
            "{markdown}"
        );
    }
    for address in [
        "https://a.example/",
        "javascript:alert(1)",
        "other.md",
        "talk",
    ] {
        let made = rendered(&format!("[there]({address})"), En);
        assert_eq!(made, Err(MarkdownError::Link(address.to_owned())));
    }
    let made = rendered("[talk](talk.md) & <", En).expect("it is prose");
    let expected = "<p><a href=\"guidance-talk-en.html\">talk</a> &amp; &lt;</p>\n";
    assert_eq!(made, expected);
}

#[test]
fn the_page_for_managers_leads_to_the_talk_and_to_each_document() {
    let scan = scan();
    let guide = Guide::read(SOURCE, &scan.parts().sources).expect("it is sound");
    for language in Language::ALL {
        let html = Html::parse_document(&manager_page::page::document(&guide, &scan, language));
        let links = selector("main a");
        let links = html.select(&links).filter_map(|link| link.attr("href"));
        let documents = Guidance::ALL.map(|one| one.file_name(language));
        let programs = [
            TALK_PAGE.to_owned(),
            team_address(language),
            balance_address(language),
        ];
        let expected = programs.into_iter().chain(documents);
        assert_eq!(links.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}
