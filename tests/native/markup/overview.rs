//! The markup of the overview of a result: strengths, the panel, the five steps, and the profile.

use super::html::{all, only, tags, texts, values};
use super::screens::*;
use crate::support::{moment, sales_mindset};
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use model::Language::{self, En, Nl};
use model::{Agreement, Answers, Day, Instrument, Key, Plan, Polarity, Session};
use records::{AgreementRecord, JoinedRecords};
use report::Report;
use std::rc::Rc;

/// A session of these answers, as agreement from 1 to 5 with what each scale measures.
fn leaning(instrument: &Instrument, scales: [Option<u8>; 4]) -> Session {
    let items = instrument.items().iter().enumerate();
    let values = items.map(|(n, item)| {
        let value = scales[item.scale].map(|value| match item.key {
            Key::Plus => value,
            Key::Minus => 6 - value,
        });
        (n, value)
    });
    let mut parts = straight_session(instrument).parts().clone();
    parts.answers = Answers::from_values(instrument, values).expect("on the scale");
    Session::restore(instrument, parts)
}

fn shown(props: &ResultProps) -> String {
    only(
        &render(result_screen(props)),
        "[data-result-part=\"overview\"]",
    )
}

fn overview(language: Language, scales: [Option<u8>; 4]) -> String {
    shown(&fixtures::result(language, Origin::Device, |instrument| {
        leaning(instrument, scales)
    }))
}

/// A result of this device with the first of the five steps done.
fn with_steps(language: Language, done: usize) -> ResultProps {
    let mut props = fixtures::result(language, Origin::Device, mixed_session);
    let mut parts = props.session.parts().clone();
    parts.plan = Plan {
        theme: (done > 0).then(|| "commitment".to_owned()),
        experiment: ["", "Bel <b>één</b> klant"][usize::from(done > 1)].to_owned(),
        reminder: done > 3,
        shared: done > 4,
    };
    props.session = Rc::new(Session::restore(&props.view.instrument, parts));
    if done > 2 {
        let at = moment("2026-03-02T09:35:00+01:00");
        let agreement = Agreement::default();
        let record = AgreementRecord::new("a-1".into(), "s-0".into(), at, agreement);
        props.joined = Rc::new(JoinedRecords {
            agreements: vec![record],
            influences: Vec::new(),
        });
    }
    props
}

#[test]
fn two_strengths_or_one_stand_under_one_label_with_the_short_name_of_their_theme() {
    let instrument = sales_mindset();
    for (scales, count) in [
        ([Some(5), Some(5), Some(1), Some(3)], 2),
        // Of the others none is beyond the middle, and no answer can be quoted.
        ([Some(4), Some(1), Some(1), Some(5)], 1),
    ] {
        for language in [Nl, En] {
            let html = overview(language, scales);
            let t = &messages(language).result;
            let strengths = only(&html, "[data-section=strengths]");
            assert_eq!(texts(&strengths, "h2"), [t.strength]);
            assert_eq!(all(&strengths, ".strength-sentence").len(), count);
            let first = instrument.scales()[0].short_name.get(language);
            assert_eq!(texts(&strengths, ".muted")[0], first);
            assert!(!strengths.contains(t.no_strength));
        }
    }
}

#[test]
fn without_a_strength_one_sentence_says_so_and_leads_on_only_where_it_can() {
    let t = messages(Nl);
    let low = overview(Nl, [Some(1), Some(2), Some(2), Some(5)]);
    let strengths = texts(&low, "[data-section=strengths] p");
    assert_eq!(strengths, [t.result.no_strength]);
    assert!(low.contains(t.result.lever));
    let nothing = overview(Nl, [None; 4]);
    let strengths = texts(&nothing, "[data-section=strengths] p");
    assert_eq!(strengths, [t.plan.no_strength]);
    assert!(!nothing.contains(t.result.lever));
}

#[test]
fn where_no_theme_has_most_to_gain_the_panel_asks_to_choose_one() {
    for language in [Nl, En] {
        let t = messages(language);
        for scales in [[Some(3); 4], [None; 4]] {
            let html = overview(language, scales);
            let panel = only(&html, "[data-section=next]");
            assert_eq!(texts(&panel, "h2"), [t.plan.choose_title]);
            assert_eq!(texts(&panel, ".panel-sentence"), [t.plan.choose]);
            assert!(!html.contains(t.result.lever));
        }
    }
}

#[test]
fn a_belief_as_the_lever_is_quoted() {
    let instrument = sales_mindset();
    let html = overview(Nl, [Some(5), Some(5), Some(5), Some(5)]);
    let sentence = &texts(&html, "[data-section=next] .panel-sentence")[0];
    let beliefs = instrument.items().iter().filter(|item| {
        instrument.scales()[item.scale].polarity == Polarity::Limiting && item.key == Key::Plus
    });
    let quoted = beliefs.filter(|item| sentence.contains(&format!("‘{}’", item.text.get(Nl))));
    assert_eq!(quoted.count(), 1, "{sentence}");
}

#[test]
fn each_number_of_steps_done_shows_what_is_done_and_one_filled_button_for_the_next() {
    for language in [Nl, En] {
        let t = &messages(language).plan;
        for done in 0..5 {
            let panel = only(&shown(&with_steps(language, done)), "[data-section=next]");
            assert!(panel.contains(&t.done(done, 5)));
            let names = texts(&panel, ".step-name");
            let expected: Vec<&str> = (0..5)
                .map(|n| {
                    if n < done {
                        t.steps_done[n]
                    } else {
                        t.steps[n]
                    }
                })
                .collect();
            assert_eq!(names, expected);
            assert_eq!(all(&panel, ".panel-bar .done").len(), done);
            let buttons = texts(&panel, "[data-part=button-primary]");
            assert_eq!(buttons, [t.go[done]]);
            let current = only(&panel, "[aria-current=step]");
            assert_eq!(texts(&current, "button"), buttons);
            assert_eq!(all(&panel, ".panel-later").len(), usize::from(done < 4));
        }
    }
}

#[test]
fn what_comes_later_is_said_in_one_sentence() {
    let panel = shown(&with_steps(Nl, 1));
    let later = "Daarna: maak één afspraak, zet een herinnering en deel wat je wilt delen.";
    assert_eq!(texts(&panel, ".panel-later"), [later]);
    let panel = shown(&with_steps(En, 3));
    let later = "After that: share what you want to share.";
    assert_eq!(texts(&panel, ".panel-later"), [later]);
}

#[test]
fn a_step_that_is_done_says_what_came_of_it_as_text() {
    let panel = shown(&with_steps(Nl, 2));
    let details = texts(&panel, ".step-detail");
    let theme = sales_mindset().scales()[2].short_name.get(Nl).to_owned();
    assert_eq!(details, [theme, "Bel <b>één</b> klant".to_owned()]);
    assert!(all(&panel, ".step b").is_empty());
}

#[test]
fn with_all_five_done_what_comes_next_takes_the_place_of_the_button() {
    for language in [Nl, En] {
        let t = &messages(language).plan;
        let mut props = with_steps(language, 5);
        // The last moment of the follow-up is 90 days after the result.
        for (today, said) in [
            ("2026-03-02", t.come_back),
            ("2026-05-30", t.come_back),
            ("2026-05-31", t.all_done),
        ] {
            props.today = Day::parse(today).expect("a day");
            let panel = only(&shown(&props), "[data-section=next]");
            assert!(all(&panel, "button").is_empty());
            assert_eq!(texts(&panel, ".panel-done"), [said]);
        }
    }
}

#[test]
fn a_tab_that_only_reads_shows_the_steps_without_a_button() {
    let mut props = with_steps(Nl, 1);
    props.read_only = true;
    let panel = only(&shown(&props), "[data-section=next]");
    assert!(all(&panel, "button").is_empty());
    assert!(texts(&panel, ".step-name").contains(&messages(Nl).plan.steps[1].to_owned()));
}

#[test]
fn the_example_shows_the_panel_and_its_way_on_is_the_scan_itself() {
    for language in [Nl, En] {
        let html = shown(&fixtures::result(language, Origin::Example, example));
        let t = messages(language);
        let begin = texts(&html, "[data-part=button-primary]");
        assert_eq!(begin, [t.result.example_begin]);
        assert!(html.contains(t.result.lever) && html.contains(&t.plan.done(0, 5)));
        assert!(all(&html, "[aria-current=step]").is_empty());
    }
}

#[test]
fn an_opened_file_shows_the_lever_and_no_steps() {
    let html = shown(&fixtures::result(Nl, file(Nl), mixed_session));
    let panel = only(&html, "[data-section=next]");
    assert_eq!(texts(&panel, "h2"), [messages(Nl).result.lever]);
    assert!(all(&panel, ".step, button").is_empty());
}

#[test]
fn what_stands_out_is_left_out_where_nothing_does_and_where_the_definition_says_nothing() {
    let t = &messages(Nl).result;
    let instrument = sales_mindset();
    let mut found = 0;
    for scales in [
        [Some(3); 4],
        [Some(1), Some(5), Some(3), Some(3)],
        [Some(4), Some(3), Some(5), Some(3)],
        [Some(4), Some(4), Some(5), Some(3)],
    ] {
        let report = Report::new(&instrument, &leaning(&instrument, scales));
        let html = overview(Nl, scales);
        let patterns = &instrument.parts().patterns;
        let expected = report.pattern.map(|n| patterns[n].text.get(Nl).to_owned());
        found += expected.iter().count();
        let shown = texts(&html, "[data-section=pattern] p");
        assert_eq!(shown.first(), expected.as_ref());
        assert_eq!(html.contains(t.patterns_title), expected.is_some());
    }
    assert!((1..4).contains(&found), "both are seen");
}

#[test]
fn a_row_leads_to_its_theme_under_its_short_name() {
    let instrument = sales_mindset();
    for language in [Nl, En] {
        let html = overview(language, [Some(5), None, Some(4), Some(2)]);
        for scale in instrument.scales() {
            let row = only(&html, &format!("[data-scale=\"{}\"]", scale.id));
            assert_eq!(texts(&row, "h3"), [scale.short_name.get(language)]);
            let opens = format!("theme-{}", scale.id);
            assert_eq!(
                values(&tags(&only(&row, "h3 button")), "data-opens"),
                [opens]
            );
        }
    }
}

#[test]
fn without_a_score_the_row_says_why_in_place_of_a_bar_and_a_number() {
    let html = overview(Nl, [Some(5), None, Some(4), Some(2)]);
    let row = only(&html, "[data-scale=responsibility]");
    assert_eq!(values(&tags(&row), "data-percent"), [""]);
    assert!(all(&row, "svg, .score-value").is_empty());
    let why = messages(Nl).result.too_few(0, 6, 8);
    assert_eq!(texts(&row, ".score-band"), [why]);
}

#[test]
fn a_score_on_the_overview_is_a_whole_number_and_the_cuts_keep_their_decimal() {
    let html = overview(Nl, [Some(4), Some(3), Some(2), Some(1)]);
    assert_eq!(texts(&html, ".score-value"), ["75", "50", "25", "0"]);
    assert_eq!(texts(&html, ".axis text"), ["0", "37,5", "62,5", "100"]);
}

#[test]
fn a_result_to_be_read_with_caution_says_so_above_the_strengths_and_has_no_margin_in_its_legend() {
    let t = messages(Nl);
    let unclear = shown(&fixtures::result(Nl, Origin::Device, straight_session));
    let notice = unclear.find(t.result.quality_title).expect("it is said");
    assert!(notice < unclear.find(t.result.strength).expect("they follow"));
    let legend = |html: &str| texts(html, ".profile-legend li");
    let [score, margin, cut] = t.plan.legend;
    assert_eq!(legend(&unclear), [score, cut]);
    let clear = overview(Nl, [Some(5), Some(4), Some(3), Some(2)]);
    assert_eq!(legend(&clear), [score, margin, cut]);
}

/// The part of a theme, with this plan.
fn theme(scale: &str, props: &ResultProps) -> String {
    let part = format!("[data-result-part=\"theme-{scale}\"]");
    only(&render(result_screen(props)), &part)
}

#[test]
fn a_theme_is_chosen_at_its_end_and_then_asks_for_one_thing_to_try() {
    let t = &messages(Nl).plan;
    let none = theme("commitment", &with_steps(Nl, 0));
    let choose = only(&none, ".plan-choose");
    assert_eq!(values(&tags(&choose), "aria-pressed"), ["false"]);
    assert!(!none.contains(t.experiment));
    let props = with_steps(Nl, 1);
    let chosen = theme("commitment", &props);
    let choose = only(&chosen, ".plan-choose");
    assert_eq!(values(&tags(&choose), "aria-pressed"), ["true"]);
    assert!(chosen.contains(t.experiment));
    let instrument = sales_mindset();
    let scale = &instrument.scales()[2];
    let lever = scale.in_brief.as_ref().expect("it has one").lever.get(Nl);
    let suggested = texts(&chosen, ".plan-suggestions button");
    assert!(suggested.contains(&lever.to_owned()), "{suggested:?}");
    let other = theme("accountability", &props);
    assert!(other.contains(&t.working_on_other(scale.short_name.get(Nl))));
    assert!(!other.contains(t.experiment));
    let written = theme("commitment", &with_steps(Nl, 2));
    assert!(all(&written, ".plan-suggestions").is_empty());
    assert_eq!(texts(&written, ".plan textarea"), ["Bel <b>één</b> klant"]);
}

#[test]
fn a_tab_that_only_reads_shows_what_is_tried_and_changes_nothing() {
    let t = &messages(Nl).plan;
    let mut props = with_steps(Nl, 2);
    props.read_only = true;
    let chosen = theme("commitment", &props);
    assert!(all(&chosen, ".plan-choose").is_empty());
    assert!(chosen.contains(t.working_on));
    assert_eq!(all(&chosen, ".plan textarea[readonly]").len(), 1);
    assert!(all(&theme("accountability", &props), ".plan").is_empty());
    let mut example = fixtures::result(Nl, Origin::Example, example);
    example.read_only = false;
    assert!(all(&theme("commitment", &example), ".plan").is_empty());
}
