//! The page as markup, in each of its states and both languages.

use balance_page::balance::{Entry, Source};
use balance_page::fixtures::entries;
use balance_page::page::{BalancePage, BalancePageProps};
use markup::Page;
use model::{Day, Language};

fn render(state: &str, entry: &Entry, language: Language) -> Page {
    let props = BalancePageProps {
        language,
        today: Day::parse("2026-11-25"),
        entry: entry.clone(),
    };
    Page::read(state, &markup::of_component::<BalancePage>(props))
}

fn state(name: &str, language: Language) -> Page {
    let mut entries = entries().into_iter();
    let found = entries.find(|(state, _)| *state == name);
    render(name, &found.expect("a state of that name").1, language)
}

/// What can be read in the elements that a selector finds, each apart.
fn text(page: &Page, selector: &str) -> String {
    page.texts(selector).join("|")
}

#[test]
fn every_state_is_one_screen_with_one_way_on() {
    for language in Language::ALL {
        for (state, entry) in entries() {
            let page = render(state, &entry, language);
            for (selector, expected) in [
                ("h1", 1),
                ("main", 1),
                ("[data-part=root][data-screen=balance]", 1),
                ("[data-part=header]", 1),
                ("[data-part=button-primary]", 1),
                (".button-primary", 1),
            ] {
                assert_eq!(page.all(selector).len(), expected, "{state} {selector}");
            }
            page.is_a_sound_screen();
            page.judges_nobody();
        }
    }
}

#[test]
fn a_picture_is_there_only_where_everything_fits() {
    for language in Language::ALL {
        for (state, entry) in entries() {
            let page = render(state, &entry, language);
            let drawn = ["below a fifth", "a fifth", "above a fifth", "no coaching"];
            let is_drawn = drawn.contains(&state) || state == "counted in a calendar";
            let charts = page.all("[data-part=chart]").len();
            assert_eq!(charts, usize::from(is_drawn), "{state}");
            let tables = page.all("[data-section=outcome] table").len();
            assert_eq!(tables, usize::from(is_drawn), "{state}");
        }
    }
}

#[test]
fn it_says_what_coaching_is_of_the_week_and_how_far_a_fifth_is() {
    for (name, said) in [
        (
            "below a fifth",
            "4,5 uur coaching in een week van 40 uur: 11 procent.|Een vijfde is 8 uur. Dat is 3,5 uur meer dan je nu coacht.",
        ),
        (
            "a fifth",
            "8 uur coaching in een week van 40 uur: 20 procent.|Een vijfde is 8 uur: net zoveel als je nu coacht.",
        ),
        (
            "above a fifth",
            "18,25 uur coaching in een week van 36 uur: 51 procent.|Een vijfde is 7,2 uur. Je coacht nu 11,05 uur meer.",
        ),
        (
            "no coaching",
            "0 uur coaching in een week van 40 uur: 0 procent.|Een vijfde is 8 uur. Dat is 8 uur meer dan je nu coacht.",
        ),
        (
            "nothing filled in",
            "De uren van je werkweek en je uren coaching ontbreken nog. Dan verschijnt het beeld.",
        ),
        (
            "more than a week",
            "Samen is dat 40,5 uur, meer dan je week van 40 uur. Maak je week langer of een van de regels korter.",
        ),
        (
            "more coaching than week",
            "Dat is 41 uur coaching in een week van 40 uur. Meer dan een hele week kan niet: kijk de uren na.",
        ),
        (
            "fields that are not clear",
            "Kijk eerst naar het veld waar een opmerking bij staat. Dan verschijnt het beeld.",
        ),
        (
            "nothing found",
            "Je uren coaching ontbreken nog. Dan verschijnt het beeld.",
        ),
    ] {
        let page = state(name, Language::Nl);
        let status = "[data-section=outcome] [role=status] p";
        assert_eq!(text(&page, status), said, "{name}");
    }
    let english = state("below a fifth", Language::En);
    assert!(text(&english, "[role=status]").contains("That is 3.5 hours more than you coach now."));
    let one = Entry {
        week: "5".to_owned(),
        ..Entry::default()
    };
    let one = Entry {
        hours: ["0", "", "", "", "", "", ""].map(str::to_owned),
        ..one
    };
    let page = render("one hour", &one, Language::En);
    assert!(text(&page, "[role=status]").contains("A fifth is 1 hour. That is 1 hour more"));
}

/// The places across, in percent: of coaching, of other work, and of the gap to a fifth.
#[test]
fn every_shape_is_as_wide_as_its_hours_and_has_its_number() {
    let page = state("below a fifth", Language::Nl);
    let shape = |class: &str| {
        let found = page.all(&format!(".week > .{class}"));
        let of = |name: &str| found[0].attr(name).unwrap_or_default().to_owned();
        (of("x"), of("width"))
    };
    let pair = |x: &str, width: &str| (x.to_owned(), width.to_owned());
    assert_eq!(shape("week-open"), pair("0%", "100%"));
    assert_eq!(shape("week-coaching"), pair("0%", "11.25%"));
    assert_eq!(shape("week-other"), pair("11.25%", "66.25%"));
    assert_eq!(shape("week-gap"), pair("11.25%", "8.75%"));
    assert_eq!(
        text(&page, ".week text"),
        "Een vijfde: 8 uur|3,5 uur tot een vijfde"
    );
    assert_eq!(
        text(&page, ".week-legend li > span"),
        "Coaching|4,5 uur|Ander werk|26,5 uur|Niet ingevuld|9 uur"
    );
    let above = state("above a fifth", Language::Nl);
    assert!(text(&above, ".week text").contains("11,05 uur erboven"));
    let equal = state("a fifth", Language::Nl);
    assert!(equal.all(".week-gap").is_empty());
}

#[test]
fn a_fifth_is_called_a_rule_of_thumb_and_no_norm() {
    let [nl, en] = Language::ALL.map(|language| {
        let page = state("below a fifth", language);
        text(&page, ".balance-rule")
    });
    assert!(
        nl.contains("een vuistregel uit het artikel, geen norm"),
        "{nl}"
    );
    assert!(
        en.contains("a rule of thumb from the article and no norm"),
        "{en}"
    );
}

#[test]
fn a_field_that_is_not_clear_says_so_and_the_others_do_not() {
    let page = state("fields that are not clear", Language::Nl);
    let invalid: Vec<_> = page.all("[aria-invalid=true]");
    let invalid: Vec<_> = invalid.iter().filter_map(|one| one.attr("id")).collect();
    assert_eq!(invalid, ["week", "hours-0"]);
    assert!(text(&page, "#week-fault").contains("1 tot en met 168"));
}

#[test]
fn of_a_calendar_numbers_stand_on_the_page_and_what_could_not_be_counted() {
    let page = state("counted in a calendar", Language::Nl);
    assert_eq!(
        text(&page, "[data-section=found] p"),
        "Van 26 oktober 2026 tot en met 22 november 2026:\
         |17 afspraken passen bij je woorden, gemiddeld 5,5 uur per week.\
         |2 herhalingen kunnen we niet uitrekenen. Daarvan telt alleen de eerste keer.\
         |1 afspraak kunnen we niet lezen. Die telt niet mee."
    );
    let english = state("counted in a calendar", Language::En);
    assert!(text(&english, "[data-section=found]").contains("on average 5.5 hours a week"));
}

#[test]
fn a_file_that_is_refused_is_an_alert_that_says_what_to_do() {
    let page = state("a file that is refused", Language::Nl);
    assert_eq!(
        text(&page, "[role=alert] p"),
        "Dit bestand kunnen we niet gebruiken\
         |Dit bestand houdt halverwege op. Exporteer je agenda opnieuw.\
         |Er is niets veranderd aan wat er stond."
    );
}

#[test]
fn only_one_of_the_two_ways_is_on_the_page() {
    let typed = state("below a fifth", Language::Nl);
    assert!(typed.all("input[type=file]").is_empty());
    let counted = Entry {
        source: Source::Calendar,
        ..Entry::default()
    };
    let counted = render("a calendar", &counted, Language::Nl);
    assert_eq!(counted.all("input[type=file]").len(), 1);
    assert!(counted.all("#hours-0").is_empty() && counted.all("#hours-3").len() == 1);
}

#[test]
fn the_page_itself_holds_no_script_and_may_reach_its_own_folder_alone() {
    let page = Page::document("balance.html", include_str!("../balance.html"));
    let policies = page.all("meta[http-equiv=Content-Security-Policy]");
    let policy = policies[0].attr("content").unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; "));
    assert!(policy.contains(" connect-src 'self';") && !policy.contains("https:"));
    assert!(policy.contains(" require-trusted-types-for 'script'; trusted-types 'none'"));
    let scripts = page.all("script");
    assert!(scripts.iter().all(|script| script.inner_html().is_empty()));
}
