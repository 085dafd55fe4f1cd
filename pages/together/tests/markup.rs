//! The markup of the page before and after the talk, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]

use markup::Page;
use model::Language;
use together_page::fixtures;

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
fn what_the_rep_marked_is_covered_until_shown() {
    let covered = page(Language::Nl, "agreements", "to make");
    let fields = |page: &Page| {
        page.all("[data-section=look-back] [data-entry=looked-back] fieldset")
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
            page_of("come in").all("[data-part=button-primary]").len(),
            1
        );
        let unreadable = page_of("unreadable");
        assert!(unreadable.all("[data-part=button-primary]").is_empty());
        assert_eq!(unreadable.all("[data-part=error][role=alert]").len(), 1);
    }
}

#[test]
fn the_code_stands_in_groups_and_as_a_picture_with_a_name() {
    for (state, characters) in [("own result", 30), ("view of somebody", 27)] {
        let page = page(Language::Nl, "hand-over", state);
        let code = page.texts("[data-part=talk-code]").concat();
        let code: String = code.chars().filter(|one| !one.is_whitespace()).collect();
        assert_eq!(code.len(), characters, "{code}");
        let picture = page.all("svg.qr");
        assert_eq!(picture.len(), 1);
        assert!(picture[0].value().attr("aria-label").is_some());
    }
    let page = page(Language::Nl, "hand-over", "nothing chosen");
    assert!(
        page.all("[data-part=talk-code], svg.qr, [data-part=button-primary]")
            .is_empty()
    );
}

#[test]
fn without_consent_the_review_closes() {
    for language in Language::ALL {
        let refused = page(language, "consent", "refused");
        assert!(
            refused
                .all("[data-section=review-rep], [data-section=review-manager]")
                .is_empty()
        );
        assert_eq!(refused.all("[data-part=notice]").len(), 1);
        let asked = page(language, "consent", "to be asked");
        assert!(asked.all("[data-section=review-rep]").is_empty());
        let given = page(language, "consent", "given");
        assert_eq!(given.all("[data-section=review-rep]").len(), 1);
    }
}

#[test]
fn without_a_talk_there_is_nothing_to_add_and_a_way_to_the_table() {
    for language in Language::ALL {
        let page = page(language, "agreements", "none yet");
        assert!(page.all("textarea, [data-section]").is_empty());
        assert_eq!(page.all("[data-part=button-primary]").len(), 1);
    }
}
