//! The markup of the page for the talk, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]

use model::Language;
use scraper::{ElementRef, Html as Document, Selector};
use std::collections::BTreeSet;
use talk_page::fixtures;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

fn render(html: Html) -> String {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.build().expect("it starts");
    runtime.block_on(async {
        let renderer = yew::LocalServerRenderer::<Shown>::with_props(ShownProps { html });
        renderer.hydratable(false).render().await
    })
}

fn all() -> impl Iterator<Item = (Language, String, Document)> {
    Language::ALL.into_iter().flat_map(|language| {
        fixtures::pages(language).into_iter().map(move |one| {
            let name = [one.name, ", ", one.state].concat();
            (language, name, Document::parse_fragment(&render(one.html)))
        })
    })
}

fn page(language: Language, name: &str, state: &str) -> Document {
    let mut pages = fixtures::pages(language).into_iter();
    let found = pages.find(|one| one.name == name && one.state == state);
    Document::parse_fragment(&render(found.expect("there is such a fixture").html))
}

fn select<'a>(page: &'a Document, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("it is a selector");
    page.select(&selector).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<Vec<_>>().concat()
}

fn whole_text(page: &Document) -> String {
    select(page, "[data-part=root]")
        .into_iter()
        .map(text)
        .collect()
}

#[test]
fn every_screen_has_one_main_heading_and_skips_no_level() {
    for (_, name, page) in all() {
        let levels: Vec<u32> = select(&page, "h1, h2, h3, h4")
            .iter()
            .map(|one| one.value().name()[1..].parse().expect("a level"))
            .collect();
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{name}"
        );
        assert_eq!(levels.first(), Some(&1), "{name}: {levels:?}");
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{name}: {levels:?}"
        );
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_somewhere() {
    for (_, name, page) in all() {
        let ids: Vec<&str> = select(&page, "[id]")
            .iter()
            .filter_map(|one| one.value().id())
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: {ids:?}");
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for one in select(&page, &format!("[{attribute}]")) {
                let id = one.value().attr(attribute).unwrap_or_default();
                assert!(unique.contains(id), "{name}: {attribute} {id}");
            }
        }
    }
}

#[test]
fn there_is_one_way_on_and_it_is_the_primary_button() {
    for (_, name, page) in all() {
        let count = select(&page, "[data-part=button-primary]").len();
        assert!(count <= 1, "{name}: {count}");
    }
}

#[test]
fn nothing_needs_inline_style_or_script_and_buttons_never_submit() {
    for (_, name, page) in all() {
        assert!(select(&page, "[style], script, style").is_empty(), "{name}");
        let buttons = select(&page, "button");
        assert!(
            buttons
                .iter()
                .all(|one| one.value().attr("type") == Some("button")),
            "{name}"
        );
    }
}

#[test]
fn a_view_that_is_covered_is_not_in_the_document() {
    for language in Language::ALL {
        let covered = page(language, "table", "both covered");
        assert_eq!(select(&covered, "[data-state=covered]").len(), 2);
        assert!(
            select(
                &covered,
                "[data-value], [data-percent], [data-item], [data-topic], svg.view-bar"
            )
            .is_empty()
        );
        let scan = content::scan()
            .questionnaire()
            .expect("it is sound")
            .instrument;
        let said = whole_text(&covered);
        for item in scan.items() {
            assert!(!said.contains(item.text.get(language)), "{}", item.id);
        }
        for option in &scan.response_scale().options {
            assert!(
                !said.contains(option.label.get(language)),
                "{}",
                option.value
            );
        }
    }
}

#[test]
fn both_views_say_alike_first_and_then_at_most_three_topics_with_a_question() {
    for language in Language::ALL {
        let page = page(language, "two views", "different");
        let sections: Vec<&str> = select(&page, "[data-section]")
            .iter()
            .filter_map(|one| one.value().attr("data-section"))
            .collect();
        let place = |name: &str| sections.iter().position(|one| *one == name);
        assert!(place("alike") < place("different"), "{sections:?}");
        let topics = select(&page, "[data-topic]");
        assert!((1..=3).contains(&topics.len()));
        for topic in topics {
            let question = Selector::parse(".question-aloud").expect("a selector");
            assert_eq!(topic.select(&question).count(), 1);
        }
        let scores = select(&page, "[data-part=score]");
        for score in scores {
            let percent = score.value().attr("data-percent").unwrap_or_default();
            let percent: f64 = percent.parse().expect("a number");
            assert!((0.0..=100.0).contains(&percent));
        }
    }
}

#[test]
fn a_seal_is_said_to_match_or_not_of_its_own_side() {
    for language in Language::ALL {
        let page = page(language, "two views", "different");
        let states: Vec<_> = select(&page, "[data-seal]")
            .iter()
            .map(|one| one.value().attr("data-seal").unwrap_or_default().to_owned())
            .collect();
        assert_eq!(states, ["matches", "differs"]);
    }
}

#[test]
fn where_nothing_differs_there_is_one_question_and_no_topic() {
    for language in Language::ALL {
        let page = page(language, "two views", "alike");
        assert!(select(&page, "[data-topic]").is_empty());
        assert_eq!(
            select(&page, "[data-section=different] .question-aloud").len(),
            1
        );
    }
}

#[test]
fn the_minutes_of_the_boxes_add_up() {
    for (state, minutes) in [("different", 30), ("with figures", 45)] {
        let page = page(Language::Nl, "two views", state);
        let boxes = select(&page, "[data-minutes]");
        let sum: u32 = boxes
            .iter()
            .filter_map(|one| one.value().attr("data-minutes")?.parse::<u32>().ok())
            .sum();
        assert_eq!(sum, minutes);
    }
}

#[test]
fn the_sheet_of_each_begins_with_the_line_that_it_is_no_punishment() {
    for state in ["of the rep", "of the manager", "of a coach"] {
        let page = page(Language::Nl, "sheet", state);
        let lines = select(&page, ".first-line");
        assert_eq!(lines.len(), 1);
        assert!(text(lines[0]).contains("niet het begin van straf"));
    }
}

#[test]
fn a_theme_that_is_not_shared_is_one_line_and_no_difference() {
    for language in Language::ALL {
        let page = page(language, "two views", "a theme not shared");
        let lines = select(&page, "[data-not-shared]");
        assert_eq!(lines.len(), 1);
        let theme = lines[0].value().attr("data-not-shared").unwrap_or_default();
        let of_theme = format!("[data-topic={theme}], [data-part=score][data-scale={theme}]");
        assert!(select(&page, &of_theme).is_empty());
    }
}

#[test]
fn a_call_review_compares_every_statement_and_leads_to_what_is_kept_and_tried() {
    for language in Language::ALL {
        let page = page(language, "two views", "of a call review");
        assert_eq!(
            select(&page, "[data-section=statements] [data-item]").len(),
            16
        );
        assert!(!select(&page, "[data-section=keep-and-try] input[type=radio]").is_empty());
        // No score of a theme is told of a single conversation.
        assert!(select(&page, "[data-part=score]").is_empty());
    }
}

#[test]
fn what_was_asked_of_both_stands_next_to_each_other_where_both_share_it() {
    for language in Language::ALL {
        let shared = page(language, "two views", "asked of both");
        let asked = select(&shared, "[data-section=both-asked] dl");
        assert!(!asked.is_empty());
        let kept = page(language, "two views", "different");
        assert!(select(&kept, "[data-section=both-asked]").is_empty());
    }
}

#[test]
fn no_word_judges_or_ranks() {
    let refused = [
        "blinde vlek",
        "blind spot",
        "gevalideerd",
        "validated",
        "ranglijst",
        "ranking",
        "percentiel",
        "percentile",
        "onvoldoende",
        "geslaagd",
    ];
    for (_, name, page) in all() {
        let said = whole_text(&page);
        for word in refused {
            assert!(!said.contains(word), "{name}: {word}");
        }
    }
}
