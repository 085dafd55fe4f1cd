//! The markup of the page before and after the talk, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]

use model::Language;
use scraper::{ElementRef, Html as Document, Selector};
use std::collections::BTreeSet;
use together_page::fixtures;
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
fn what_the_rep_marked_is_covered_until_shown() {
    let covered = page(Language::Nl, "agreements", "to make");
    let fields = |page: &Document| {
        select(
            page,
            "[data-section=look-back] [data-entry=looked-back] fieldset",
        )
        .len()
    };
    // The manager's marks of what the rep agreed can be made; the rep's are covered.
    assert_eq!(fields(&covered), 1);
    let shown = page(Language::Nl, "agreements", "asked, marks shown");
    assert_eq!(fields(&shown), 2);
}

#[test]
fn what_has_come_in_can_be_kept_and_what_cannot_be_read_cannot() {
    for language in Language::ALL {
        let page_of = |state| page(language, "agreements", state);
        assert_eq!(
            select(&page_of("come in"), "[data-part=button-primary]").len(),
            1
        );
        let unreadable = page_of("unreadable");
        assert!(select(&unreadable, "[data-part=button-primary]").is_empty());
        assert_eq!(
            select(&unreadable, "[data-part=error][role=alert]").len(),
            1
        );
    }
}

#[test]
fn the_code_stands_in_groups_and_as_a_picture_with_a_name() {
    for (state, characters) in [("own result", 30), ("view of somebody", 27)] {
        let page = page(Language::Nl, "hand-over", state);
        let code: String = text(select(&page, "[data-part=talk-code]")[0])
            .chars()
            .filter(|one| !one.is_whitespace())
            .collect();
        assert_eq!(code.len(), characters, "{code}");
        let picture = select(&page, "svg.qr");
        assert_eq!(picture.len(), 1);
        assert!(picture[0].value().attr("aria-label").is_some());
    }
    let page = page(Language::Nl, "hand-over", "nothing chosen");
    assert!(
        select(
            &page,
            "[data-part=talk-code], svg.qr, [data-part=button-primary]"
        )
        .is_empty()
    );
}

#[test]
fn without_consent_the_review_closes() {
    for language in Language::ALL {
        let refused = page(language, "consent", "refused");
        assert!(
            select(
                &refused,
                "[data-section=review-rep], [data-section=review-manager]"
            )
            .is_empty()
        );
        assert_eq!(select(&refused, "[data-part=notice]").len(), 1);
        let asked = page(language, "consent", "to be asked");
        assert!(select(&asked, "[data-section=review-rep]").is_empty());
        let given = page(language, "consent", "given");
        assert_eq!(select(&given, "[data-section=review-rep]").len(), 1);
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
