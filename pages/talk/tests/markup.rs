//! The markup of the page for the talk, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]

use markup::Page;
use model::Language;
use scraper::Selector;
use talk_page::fixtures;

fn all() -> impl Iterator<Item = Page> {
    let pages = Language::ALL.into_iter().flat_map(fixtures::pages);
    pages.map(|one| Page::read([one.name, ", ", one.state].concat(), &markup::of(one.html)))
}

fn page(language: Language, name: &str, state: &str) -> Page {
    let mut pages = fixtures::pages(language).into_iter();
    let found = pages.find(|one| one.name == name && one.state == state);
    Page::read(
        state,
        &markup::of(found.expect("there is such a fixture").html),
    )
}

#[test]
fn every_screen_is_sound_and_judges_nobody() {
    for page in all() {
        page.is_a_sound_screen();
        page.judges_nobody();
    }
}

#[test]
fn a_view_that_is_covered_is_not_in_the_document() {
    for language in Language::ALL {
        let covered = page(language, "table", "both covered");
        assert_eq!(covered.all("[data-state=covered]").len(), 2);
        assert!(
            covered
                .all("[data-value], [data-percent], [data-item], [data-topic], svg.view-bar")
                .is_empty()
        );
        let scan = content::scan()
            .questionnaire()
            .expect("it is sound")
            .instrument;
        let said = covered.texts("[data-part=root]").concat();
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
        let sections = page.values("[data-section]", "data-section");
        let place = |name: &str| sections.iter().position(|one| *one == name);
        assert!(place("alike") < place("different"), "{sections:?}");
        let topics = page.all("[data-topic]");
        assert!((1..=3).contains(&topics.len()));
        for topic in topics {
            let question = Selector::parse(".question-aloud").expect("a selector");
            assert_eq!(topic.select(&question).count(), 1);
        }
        for percent in page.values("[data-part=score]", "data-percent") {
            let percent: f64 = percent.parse().expect("a number");
            assert!((0.0..=100.0).contains(&percent));
        }
    }
}

#[test]
fn a_seal_is_said_to_match_or_not_of_its_own_side() {
    for language in Language::ALL {
        let page = page(language, "two views", "different");
        let states = page.values("[data-seal]", "data-seal");
        assert_eq!(states, ["matches", "differs"]);
    }
}

#[test]
fn where_nothing_differs_there_is_one_question_and_no_topic() {
    for language in Language::ALL {
        let page = page(language, "two views", "alike");
        assert!(page.all("[data-topic]").is_empty());
        assert_eq!(
            page.all("[data-section=different] .question-aloud").len(),
            1
        );
    }
}

#[test]
fn the_minutes_of_the_boxes_add_up() {
    for (state, minutes) in [("different", 30), ("with figures", 45)] {
        let page = page(Language::Nl, "two views", state);
        let boxes = page.values("[data-minutes]", "data-minutes").into_iter();
        let sum: u32 = boxes.map(|one| one.parse::<u32>().expect("minutes")).sum();
        assert_eq!(sum, minutes);
    }
}

#[test]
fn the_sheet_of_each_begins_with_the_line_that_it_is_no_punishment() {
    for state in ["of the rep", "of the manager", "of a coach"] {
        let page = page(Language::Nl, "sheet", state);
        let lines = page.texts(".first-line");
        assert_eq!(lines.len(), 1);
        assert!(lines[0].contains("niet het begin van straf"));
    }
}

#[test]
fn a_theme_that_is_not_shared_is_one_line_and_no_difference() {
    for language in Language::ALL {
        let page = page(language, "two views", "a theme not shared");
        let lines = page.all("[data-not-shared]");
        assert_eq!(lines.len(), 1);
        let theme = lines[0].value().attr("data-not-shared").unwrap_or_default();
        let of_theme = format!("[data-topic={theme}], [data-part=score][data-scale={theme}]");
        assert!(page.all(&of_theme).is_empty());
    }
}

#[test]
fn a_call_review_compares_every_statement_and_leads_to_what_is_kept_and_tried() {
    for language in Language::ALL {
        let page = page(language, "two views", "of a call review");
        assert_eq!(page.all("[data-section=statements] [data-item]").len(), 16);
        assert!(
            !page
                .all("[data-section=keep-and-try] input[type=radio]")
                .is_empty()
        );
        // No score of a theme is told of a single conversation.
        assert!(page.all("[data-part=score]").is_empty());
    }
}

#[test]
fn what_was_asked_of_both_stands_next_to_each_other_where_both_share_it() {
    for language in Language::ALL {
        let shared = page(language, "two views", "asked of both");
        let asked = shared.all("[data-section=both-asked] dl");
        assert!(!asked.is_empty());
        let kept = page(language, "two views", "different");
        assert!(kept.all("[data-section=both-asked]").is_empty());
    }
}
