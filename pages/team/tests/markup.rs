//! The markup of the page of a team, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]

use markup::Page;
use model::Language;
use scraper::Selector;
use std::sync::LazyLock;
use team_page::fixtures;

/// The markup of every state in each language, made once for all tests.
static MARKUP: LazyLock<Vec<(Language, &str, String)>> = LazyLock::new(|| {
    let languages = Language::ALL.into_iter();
    let pages = languages.flat_map(|language| {
        let pages = fixtures::pages(language).into_iter();
        pages.map(move |one| (language, one.state, markup::of(one.html)))
    });
    pages.collect()
});

fn page(language: Language, state: &str) -> Page {
    let mut all = MARKUP.iter();
    let found = all.find(|(of, name, _)| (*of, *name) == (language, state));
    let (_, name, markup) = found.expect("there is such a fixture");
    Page::read(*name, markup)
}

#[test]
fn every_screen_is_sound_and_judges_nobody() {
    for (language, state, markup) in MARKUP.iter() {
        let page = Page::read(format!("{state}, {language:?}"), markup);
        page.is_a_sound_screen();
        let said = page.texts("[data-part=root]").concat().to_lowercase();
        for word in markup::JUDGING {
            // That it is not validated is said, in these words.
            let allowed = ["gevalideerd", "validated"].contains(&word);
            assert!(allowed || !said.contains(word), "{word}");
        }
    }
}

#[test]
fn nothing_is_shown_of_four_people_but_what_to_do() {
    for language in Language::ALL {
        let page = page(language, "four");
        assert!(
            page.all("[data-mean], [data-counts], [data-people]")
                .is_empty()
        );
        assert!(page.all("svg[data-part=chart]").is_empty());
        assert_eq!(page.all("[data-section=too-few]").len(), 1);
        assert_eq!(page.all("[data-team-drop]").len(), 1);
    }
}

#[test]
fn five_people_have_whole_means_and_neither_spread_nor_answers() {
    for language in Language::ALL {
        let page = page(language, "five");
        let means = page.values("[data-part=score][data-mean]", "data-mean");
        assert_eq!(means.len(), 4);
        assert!(means.iter().all(|mean| !mean.contains('.')), "{means:?}");
        assert!(
            page.all("[data-sd], .team-spread, [data-counts]")
                .is_empty()
        );
        assert_eq!(page.values("[data-people]", "data-people"), ["5"]);
    }
}

#[test]
fn nine_people_have_a_spread_and_no_answers_to_each_statement() {
    for language in Language::ALL {
        let page = page(language, "nine");
        assert_eq!(page.all("[data-part=score][data-sd]").len(), 4);
        assert!(page.all("[data-counts]").is_empty());
    }
}

#[test]
fn the_answers_of_twelve_people_to_each_statement_add_up_to_twelve() {
    for language in Language::ALL {
        let page = page(language, "twelve");
        let counts = page.values("[data-counts]", "data-counts");
        assert_eq!(counts.len(), 32);
        for one in counts {
            let numbers = one
                .split(' ')
                .map(|count| count.parse::<u32>().expect("a number"));
            let numbers: Vec<u32> = numbers.collect();
            assert_eq!((numbers.len(), numbers.iter().sum::<u32>()), (5, 12));
        }
        // Every drawing has its numbers in a table too.
        assert_eq!(
            page.all(".team-panel table .number").len(),
            4 * (8 * 5 + 5 + 5)
        );
    }
}

#[test]
fn reliability_is_said_in_a_sentence_from_thirty_people_and_of_each_statement_from_fifty() {
    for language in Language::ALL {
        let twelve = page(language, "twelve");
        assert!(twelve.all("[data-section=coherence]").is_empty());
        let thirty = page(language, "many left out");
        assert_eq!(thirty.all("[data-section=coherence] li").len(), 4);
        assert!(thirty.all("[data-section=coherence] table").is_empty());
        let fifty = page(language, "fifty");
        assert_eq!(fifty.all("[data-section=coherence] table").len(), 4);
    }
}

#[test]
fn a_refused_view_says_why_and_leaves_what_was_shown() {
    for language in Language::ALL {
        let page = page(language, "refused");
        assert_eq!(page.all("[role=alert]").len(), 1);
        assert_eq!(page.values("[data-people]", "data-people"), ["12"]);
        let said = page.texts("[role=alert]").concat();
        assert!(said.contains("Regio Noord"), "{said}");
    }
}

#[test]
fn groups_that_are_too_small_are_named_with_the_reason_and_cannot_be_chosen() {
    for language in Language::ALL {
        let page = page(language, "groups");
        let reasons = page.texts("[data-section=not-shown] h3");
        assert!(
            reasons.iter().any(|one| one == "Regio Noord"),
            "{reasons:?}"
        );
        assert!(reasons.iter().any(|one| one == "Regio Zuid"), "{reasons:?}");
        let options = page.texts("select option");
        assert!(options.iter().all(|one| !one.starts_with("Regio Noord")));
    }
}

#[test]
fn the_themes_stand_in_the_order_of_the_questionnaire_whatever_their_means() {
    let scan = content::scan()
        .questionnaire()
        .expect("it is sound")
        .instrument;
    let ids: Vec<&str> = scan.scales().iter().map(|scale| &*scale.id).collect();
    for state in ["five", "twelve", "fifty"] {
        let page = page(Language::Nl, state);
        let scales = page.values("[data-part=score]", "data-scale");
        assert_eq!(scales, ids);
    }
}

#[test]
fn of_two_moments_each_theme_has_both_means() {
    for language in Language::ALL {
        let page = page(language, "two moments");
        assert_eq!(page.all(".team-ring").len(), 4);
        assert_eq!(page.all(".team-dot").len(), 4);
        let arrows = page.texts("[data-part=score] .number");
        assert!(arrows.iter().all(|one| one.contains('→')), "{arrows:?}");
    }
}

#[test]
fn the_managers_own_answers_stand_beside_those_of_the_team_where_they_were_opened() {
    for language in Language::ALL {
        let page = page(language, "situation");
        let questions = page.all("[data-section=situation] [data-question]");
        assert!(!questions.is_empty());
        assert!(!page.all("[data-question] .team-of-manager").is_empty());
        let counts = page.texts("[data-question] td.number").into_iter();
        let sum: u32 = counts
            .map(|one| one.parse::<u32>().expect("a number"))
            .sum();
        assert_eq!(sum, 12 * questions.len() as u32);
    }
}

#[test]
fn only_the_statements_of_the_chosen_theme_are_on_screen() {
    let page = page(Language::Nl, "many left out");
    assert_eq!(
        page.values(".team-panel", "data-open"),
        ["no", "no", "no", "yes"]
    );
    assert_eq!(
        page.values(".team-tab", "aria-pressed"),
        ["false", "false", "false", "true"]
    );
}

#[test]
fn every_two_statements_of_a_pair_stand_together() {
    let page = page(Language::En, "twelve");
    let pair = Selector::parse("[data-item]").expect("a selector");
    let pairs = page.all(".team-pair");
    assert_eq!(pairs.len(), 16);
    assert!(pairs.iter().all(|one| one.select(&pair).count() == 2));
}

#[test]
fn that_it_is_no_anonymity_is_said_on_every_screen_that_shows_something() {
    for (language, words) in [
        (Language::Nl, "geen anonimiteit"),
        (Language::En, "does not make anyone anonymous"),
    ] {
        for state in ["nobody", "four", "five", "twelve"] {
            let said = page(language, state).texts("[data-part=root]").concat();
            assert!(said.contains(words), "{state}");
        }
    }
}
