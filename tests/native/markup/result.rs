//! The markup of a result: scores, their table, what is shown to whom.

use super::html::{all, named, only, tags, texts, values};
use super::screens::*;
use crate::support::{answer, moment, sales_mindset};
use embedding::Logo;
use i18n::long_date;
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, result_screen};
use model::Language::{En, Nl};
use model::{
    Action, Agreement, Band, BeliefWork, Day, GoalOrigin, IfThen, Influence, Instrument, Interim,
    Key, Outcome, Rerating, Session, Sorting,
};
use records::{AgreementRecord, InfluenceRecord, JoinedRecords};
use report::Report;

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
    assert!(nl.contains(">72</span>"));
    assert!(!nl.contains(">71,9</span>"));
    let en = result(En, Origin::Device, mixed_session);
    assert_eq!(
        values(&tags(&en), "data-percent"),
        ["71.875", "", "75", "75"]
    );
    assert!(en.contains(">72</span>"));
}

#[test]
fn the_chart_stands_beside_a_table_that_says_the_same() {
    let html = result(Nl, Origin::Device, mixed_session);
    let table = &all(&html, ".overview-folds table")[0];
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
    assert_eq!((with("72"), with("75")), (1, 2));
    let t = &messages(Nl).result;
    assert!(table.contains(t.no_score) && table.contains(t.no_interval));
    assert_eq!(table.matches(t.lower_is_favourable).count(), 1);
}

#[test]
fn the_direction_of_a_limiting_scale_stands_at_its_bar_and_not_in_its_label() {
    for language in [Nl, En] {
        let t = &messages(language).result;
        let html = result(language, Origin::Device, mixed_session);
        let rows = all(&html, ".profile-rows > li");
        let said: Vec<bool> = rows
            .iter()
            .map(|row| row.contains("←") && row.contains(t.lower_is_favourable))
            .collect();
        assert_eq!(said, [false, false, false, true]);
        let instrument = sales_mindset();
        let band = instrument.scales()[3].band(Band::High);
        assert_eq!(texts(&rows[3], ".score-band"), [band.label.get(language)]);
    }
}

#[test]
fn the_request_for_scores_names_the_coach_where_the_host_gave_a_name() {
    for language in [Nl, En] {
        let t = &messages(language).host;
        let title = |state: &str| {
            let mut all = fixtures::all(language).into_iter();
            let found = all.find(|one| one.name == "result" && one.state == state);
            let html = render(found.expect("there is such a fixture").html);
            texts(&html, "[data-section=host] h2")
        };
        assert_eq!(title("scores asked for, file shown"), [t.scores_title]);
        let named = t.scores_title_coach("Zoë Jansen");
        assert_eq!(title("scores asked for again"), [named]);
    }
}

/// A session whose first scale has this many of its 32 steps, and any other its middle.
pub(super) fn with_steps(instrument: &Instrument, steps: u8) -> Session {
    let mut left = steps;
    let raw: Vec<_> = instrument
        .items()
        .iter()
        .map(|item| match (item.scale, item.key) {
            (0, key) => {
                let here = left.min(4);
                left -= here;
                Some(if key == Key::Plus { 1 + here } else { 5 - here })
            }
            _ => Some(3),
        })
        .collect();
    let mut parts = straight_session(instrument).parts().clone();
    parts.answers = answer(instrument, &raw);
    Session::restore(instrument, parts)
}

#[test]
fn a_score_near_a_cut_names_the_band_on_its_other_side() {
    let instrument = sales_mindset();
    for (steps, own, other) in [
        (11, Band::Low, Band::Mid),
        (12, Band::Mid, Band::Low),
        (20, Band::Mid, Band::High),
        (21, Band::High, Band::Mid),
    ] {
        let html = result(Nl, Origin::Device, |instrument| {
            with_steps(instrument, steps)
        });
        let t = &messages(Nl).result;
        let scale = &instrument.scales()[0];
        let sentence = |band| t.border(scale.band(band).label.get(Nl));
        assert!(html.contains(&sentence(other)), "{steps} steps");
        assert!(!html.contains(&sentence(own)), "{steps} steps");
    }
}

#[test]
fn a_clear_result_shows_an_interval_for_every_score() {
    let html = result(Nl, Origin::Device, mixed_session);
    assert_eq!(all(&html, ".profile-rows .bar-band").len(), 3);
    assert_eq!(all(&html, ".theme .bar-band").len(), 3);
    let t = &messages(Nl).result;
    assert!(html.contains(&t.chart_help("37,5", "62,5")));
    assert!(!html.contains(&t.chart_help_plain("37,5", "62,5")));
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
        assert!(!html.contains(t.parts.sharing));
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
    for title in [
        t.quarantine_title,
        t.newer_title,
        t.older_title,
        t.waiting_title,
        t.conflict_title,
    ] {
        let name = format!(
            "{}<span class=\"visually-hidden\">: {title}</span>",
            t.delete
        );
        assert!(kept.contains(&name), "{name} in {kept}");
    }
    let asking = data(Nl, true, true);
    assert!(asking.contains(t.delete_all_yes) && asking.contains(t.delete_all_no));
}

#[test]
fn the_printed_sheet_alone_has_the_hosts_logo_beside_the_name_where_there_is_one() {
    let address = "data:image/png;base64,AA==";
    for (coach, has_logo) in [("", false), ("", true), ("Noor", false), ("Noor", true)] {
        let mut props = fixtures::result(Nl, Origin::Device, mixed_session);
        props.coach = coach.into();
        props.logo = has_logo.then(|| Logo::read(address)).flatten();
        let html = render(result_screen(&props));
        let pictures = all(&html, "img");
        assert_eq!(pictures, all(&html, ".sheet-offered img"));
        let pictures = tags(&pictures.concat());
        let addresses = values(&pictures, "src");
        assert_eq!(addresses, vec![address; usize::from(has_logo)]);
        let offered = texts(&html, ".sheet-offered").concat();
        assert_eq!(offered.contains("Noor"), !coach.is_empty(), "{offered}");
    }
}

#[test]
fn the_printed_sheet_names_every_scale_and_leaves_room_for_four_agreements() {
    for language in [Nl, En] {
        let sheet = sheet(language, example);
        let instrument = sales_mindset();
        for scale in instrument.scales() {
            assert!(sheet.contains(scale.name.get(language)), "{}", scale.id);
        }
        assert_eq!(sheet.matches("sheet-agreement").count(), 4);
        assert!(!sheet.contains("<input") && !sheet.contains("<textarea"));
    }
}

#[test]
fn an_xapi_statement_is_offered_only_where_a_host_asks_for_it() {
    let html = result(Nl, Origin::Device, example);
    assert!(html.contains("iCalendar") && !html.contains("xAPI"));
}

#[test]
fn everything_that_somebody_wrote_about_a_result_is_on_paper() {
    let mut marks = 0;
    let mut mark = || {
        marks += 1;
        format!("mark-{marks:02}-end")
    };
    let instrument = sales_mindset();
    let mut parts = example(&instrument).parts().clone();
    let agreed = Report::new(&instrument, &example(&instrument)).beliefs;
    let items = instrument.items().iter().enumerate();
    let mut others = items.filter(|(n, item)| item.id.starts_with("LIM") && !agreed.contains(n));
    let agreed = instrument.items()[agreed[0]].id.clone();
    let (_, other) = others.next().expect("one that is not agreed with");
    let mut note = |item: &str| BeliefWork {
        item_id: item.to_owned(),
        own_words: mark(),
        speaks_for: mark(),
        speaks_against: mark(),
        supporting: mark(),
        experiment: mark(),
        rerating: None,
    };
    let mut belief_work = vec![note(&agreed), note(&other.id)];
    let at = moment("2026-03-09T10:00:00+01:00");
    belief_work[0].rerating = Some(Rerating {
        value: 2,
        at: at.clone(),
    });
    parts.belief_work = belief_work;
    parts.subject.pseudonym = mark();
    let sorted = [
        None,
        Some(Sorting::Mine),
        Some(Sorting::Ask),
        Some(Sorting::Accept),
    ];
    let influences = sorted.map(|sorted| {
        let step = match sorted {
            Some(Sorting::Mine | Sorting::Ask) => mark(),
            _ => String::new(),
        };
        let influence = Influence {
            reason: mark(),
            step,
            sorted,
            ..Influence::default()
        };
        InfluenceRecord::new(mark_id(&influence), "s".to_owned(), at.clone(), influence)
    });
    let agreement = Agreement {
        text: mark(),
        indicator: mark(),
        why: mark(),
        first_step: mark(),
        if_then: IfThen {
            situation: mark(),
            response: mark(),
        },
        helper: mark(),
        obstacle: mark(),
        origin: Some(GoalOrigin::Customer),
        due: Day::parse("2026-04-01"),
        interim: vec![Interim {
            date: Day::parse("2026-03-20"),
            text: mark(),
        }],
        rep_confirmed: true,
        outcome: Some(Outcome::Partly),
        learned: mark(),
        ..Agreement::default()
    };
    for language in [Nl, En] {
        let session = |instrument: &Instrument| Session::restore(instrument, parts.clone());
        let mut props = fixtures::result(language, Origin::Device, session);
        props.joined = JoinedRecords {
            influences: influences.to_vec(),
            agreements: vec![AgreementRecord::new(
                "a".into(),
                "s".into(),
                at.clone(),
                agreement.clone(),
            )],
        }
        .into();
        let sheet = only(&render(result_screen(&props)), ".sheet");
        for n in 1..=marks {
            let mark = format!("mark-{n:02}-end");
            assert!(sheet.contains(&mark), "{mark} in {language:?}");
        }
        let t = &messages(language).work;
        let days = ["2026-03-09", "2026-04-01", "2026-03-20"];
        for day in days {
            assert!(sheet.contains(&long_date(day, language)), "{day}");
        }
        for said in [
            t.own_words,
            t.experiment,
            t.why,
            t.learned,
            t.outcomes[1],
            t.origins[3],
        ] {
            assert!(sheet.contains(said), "{said}");
        }
    }
}

fn mark_id(influence: &Influence) -> String {
    influence.reason.replace("-end", "")
}
