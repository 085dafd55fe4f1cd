//! The markup of a result: scores, their table, what is shown to whom.

use super::html::{all, named, tags, texts, values};
use super::screens::*;
use crate::support::sales_mindset;
use interface_texts::messages;
use mindset_mirror::result::Origin;
use model::Action;
use model::Language::{En, Nl};

#[test]
fn every_scale_is_a_row_with_its_score_for_readers_and_for_programs() {
    let nl = result(Nl, Origin::Device, mixed_session);
    let rows = tags(&nl);
    let scales = [
        "accountability",
        "responsibility",
        "commitment",
        "limiting_beliefs",
    ];
    assert_eq!(values(&rows, "data-scale"), scales);
    // 23 of 32 steps, too few answers, 24 of 32 steps twice.
    assert_eq!(values(&rows, "data-percent"), ["71.875", "", "75", "75"]);
    assert!(nl.contains(">71,9</span>"));
    assert!(nl.contains(">–</span>"));
    let en = result(En, Origin::Device, mixed_session);
    assert_eq!(
        values(&tags(&en), "data-percent"),
        ["71.875", "", "75", "75"]
    );
    assert!(en.contains(">71.9</span>"));
}

#[test]
fn the_chart_stands_beside_a_table_that_says_the_same() {
    let html = result(Nl, Origin::Device, mixed_session);
    let table = &all(&html, ".profile-rows ~ table, .profile-rows ~ * table")[0];
    assert_eq!(named(&tags(table), "caption").len(), 1);
    let headers = tags(table);
    let scopes = values(&headers, "scope");
    assert_eq!(
        scopes,
        [
            "col", "col", "col", "col", "col", "row", "row", "row", "row"
        ]
    );
    let cells = texts(table, "td");
    let with = |score: &str| cells.iter().filter(|cell| *cell == score).count();
    assert_eq!((with("71,9"), with("75,0")), (1, 2));
    let t = &messages(Nl).result;
    assert!(table.contains(t.no_score) && table.contains(t.no_interval));
    assert_eq!(table.matches(t.lower_is_favourable).count(), 1);
}

#[test]
fn a_clear_result_shows_an_interval_for_every_score() {
    let html = result(Nl, Origin::Device, mixed_session);
    assert_eq!(html.matches("bar-band").count(), 3);
    let t = &messages(Nl).result;
    assert!(html.contains(&t.chart_help("37,5", "62,5")));
    assert!(!html.contains(t.quality_title));
}

#[test]
fn an_unclear_result_says_so_and_shows_no_interval() {
    let t = &messages(Nl).result;
    let own = result(Nl, Origin::Device, straight_session);
    assert!(own.contains(t.quality_title) && own.contains(t.quality_effect));
    let opened = result(Nl, file(Nl), straight_session);
    // An opened file says nothing about how it was filled in.
    assert!(!opened.contains(t.quality_title));
    for html in [own, opened] {
        assert_eq!(html.matches("bar-band").count(), 0);
        assert!(!html.contains(&t.chart_help("37,5", "62,5")));
        assert!(html.contains(&t.chart_help_plain("37,5", "62,5")));
    }
}

#[test]
fn the_example_says_that_it_is_one_and_cannot_be_saved() {
    for language in [Nl, En] {
        let t = messages(language);
        let html = result(language, Origin::Example, example);
        assert!(html.contains(t.result.example_title));
        assert!(html.contains(t.result.example_notice));
        assert!(!html.contains(t.files.preview));
        assert!(!html.contains(t.result.share));
        assert!(!html.contains(t.result.change_answers));
        let own = result(language, Origin::Device, mixed_session);
        assert!(own.contains(t.files.preview));
        let save = t.files.save_as("JSON");
        assert!(!own.contains(&save), "nothing is saved unseen");
        assert!(!own.contains(t.result.example_notice));
    }
}

#[test]
fn an_opened_file_can_be_kept_unless_it_is_here_already() {
    let t = &messages(Nl).result;
    let html = result(Nl, file(Nl), mixed_session);
    assert!(html.contains(t.file_keep) && !html.contains(t.file_known));
    // Changing answers, or whose they are, is for the one who gave them.
    assert!(!html.contains(t.change_answers) && !html.contains(t.label_hint));
    let known = Origin::File {
        date: "2 maart 2026".into(),
        differences: "Commitment".into(),
        withheld: "Accountability".into(),
        known: true,
    };
    let html = result(Nl, known, mixed_session);
    assert!(html.contains(t.file_known) && !html.contains(t.file_keep));
    assert!(html.contains(&t.differences("Commitment")));
    assert!(html.contains(&t.withheld("Accountability")));
}

#[test]
fn a_label_is_text_and_never_markup() {
    let html = result(Nl, Origin::Device, |instrument| {
        let mut session = mixed_session(instrument);
        let label = "<img src=x> & \"Zoë\"".to_owned();
        session.update(instrument, Action::Label(label));
        session
    });
    assert!(html.contains("&lt;img src=x&gt;"));
    assert_eq!(named(&tags(&html), "img").len(), 0);
}

#[test]
fn limits_are_said_with_every_result() {
    let instrument = context(Nl, false).instrument;
    for origin in [Origin::Device, Origin::Example, file(Nl)] {
        let html = result(Nl, origin, mixed_session);
        for name in ["limits", "not_for_decisions", "no_ai"] {
            assert!(html.contains(instrument.say(name, Nl)), "{name}");
        }
    }
}

#[test]
fn the_review_puts_what_is_open_first_and_names_what_has_no_score() {
    let html = review(Nl);
    let rows = tags(&html);
    let items = values(&rows, "data-item");
    assert_eq!(items.len(), 32);
    assert!(items[..8].iter().all(|id| id.starts_with("RES")));
    assert!(items[8..].iter().all(|id| !id.starts_with("RES")));
    assert!(html.contains("8 uitspraken zonder antwoord"));
    assert!(html.contains("0 van de 8 beantwoord, 6 nodig voor een score."));
}

#[test]
fn what_is_stored_can_be_deleted_only_where_something_is() {
    let t = &messages(Nl).data;
    let empty = data(Nl, false, false);
    assert!(empty.contains(t.empty) && !empty.contains(t.delete_all));
    let kept = data(Nl, true, false);
    assert!(kept.contains(t.delete_all) && !kept.contains(t.delete_all_ask));
    assert!(kept.contains(t.quarantine_title) && kept.contains(t.newer_title));
    let asking = data(Nl, true, true);
    assert!(asking.contains(t.delete_all_yes) && asking.contains(t.delete_all_no));
}

#[test]
fn the_printed_sheet_names_every_scale_and_leaves_room_for_four_agreements() {
    for language in [Nl, En] {
        let sheet = sheet(language, example);
        let instrument = sales_mindset();
        for scale in instrument.scales() {
            assert!(sheet.contains(scale.name.get(language)), "{}", scale.id);
        }
        assert_eq!(sheet.matches("sheet-row").count(), 4);
        assert!(!sheet.contains("<input") && !sheet.contains("<textarea"));
    }
}

#[test]
fn an_xapi_statement_is_offered_only_where_a_host_asks_for_it() {
    let html = result(Nl, Origin::Device, example);
    assert!(html.contains("iCalendar") && !html.contains("xAPI"));
}
