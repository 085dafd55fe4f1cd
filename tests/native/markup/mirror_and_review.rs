//! The result of a questionnaire beside the scan: the manager's mirror, which sales managers fill in
//! about themselves, and the call review. Each is said whole, and in nobody else's words.

use super::html::{only, texts, without};
use super::screens::*;
use crate::forms::{MIRROR, REVIEW};
use crate::scan_0_2::session;
use crate::support::moment;
use documents::write_as;
use interface_texts::messages;
use mindset_mirror::result::{ResultProps, result_screen};
use model::{Agreement, Form, Goal, Instrument, Key, Language, Owner, Session};
use records::{AgreementRecord, FileFormat, JoinedRecords, ResultInput, Share, Zone};
use report::Strength;
use std::rc::Rc;

fn load(json: &str) -> Instrument {
    definition::from_json(json).expect("it is sound")
}

/// A session in which every statement of a scale is answered this favourably, in steps from the least;
/// `None` leaves all of the scale out.
fn favoured(instrument: &Instrument, steps: &[Option<u8>]) -> Session {
    let response = instrument.response_scale();
    let items = instrument.items().iter();
    let raw = items.map(|item| {
        let steps = steps[item.scale]?;
        Some(match item.key {
            Key::Plus => response.min + steps,
            Key::Minus => response.max - steps,
        })
    });
    let raw: Vec<_> = raw.collect();
    let context = vec![Some(0); instrument.context_questions().len()];
    session(instrument, Form::SelfReport, &raw, &context)
}

/// The mirror with its third theme the most favourable, its fifth the least, and its last left out.
const OF_THE_MIRROR: [Option<u8>; 6] = [Some(2), Some(2), Some(4), Some(3), Some(0), None];

/// The review with its last theme the most favourable and its first the least.
const OF_THE_REVIEW: [Option<u8>; 4] = [Some(0), Some(1), Some(1), Some(2)];

/// The result of each in each language.
fn results() -> Vec<(Language, ResultProps)> {
    let both = [(MIRROR, &OF_THE_MIRROR[..]), (REVIEW, &OF_THE_REVIEW)];
    let all = both.into_iter().flat_map(|(json, steps)| {
        Language::ALL.map(|language| {
            let props = of_instrument(language, load(json), |one| favoured(one, steps));
            (language, props)
        })
    });
    all.collect()
}

fn on_screen(props: &ResultProps) -> String {
    without(&render(result_screen(props)), ".sheet")
}

/// The result as text, with this agreement.
fn as_text(language: Language, props: &ResultProps, joined: &JoinedRecords) -> String {
    let document = write_as(
        FileFormat::Markdown,
        &ResultInput {
            instrument: &props.view.instrument,
            session: &props.session,
            joined,
            export_id: "e-1".to_owned(),
            exported_at: moment("2026-03-02T09:40:00+01:00"),
            language,
            unknown: &serde_json::Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
            page: None,
        },
    );
    String::from_utf8(document.bytes).expect("UTF-8")
}

#[test]
fn strengths_and_what_there_is_most_to_gain_with_are_those_of_the_answers() {
    for (_, props) in results() {
        let report = &props.report;
        let brief = &report.in_brief;
        if props.view.instrument.is_by_managers() {
            let strengths = [Strength::Clear(2), Strength::Clear(3)];
            assert_eq!(brief.strengths, strengths);
            assert_eq!(brief.lever, Some(4));
            assert!(report.scales[5].score.scored.is_none());
        } else {
            assert_eq!(brief.strengths[0], Strength::Clear(3));
            assert_eq!(brief.lever, Some(0));
        }
        // Neither has sentences about its facets, thoughts or patterns: nothing is said of them.
        let is_silent = report
            .scales
            .iter()
            .all(|one| one.facets.strong.is_empty() && one.facets.to_gain.is_empty());
        assert!(is_silent && report.thoughts.is_empty() && report.pattern.is_none());
    }
}

#[test]
fn every_theme_says_its_own_name_definition_band_and_question() {
    for (language, props) in results() {
        let html = on_screen(&props);
        for (scale, report) in props
            .view
            .instrument
            .scales()
            .iter()
            .zip(&props.report.scales)
        {
            let selector = format!("[data-result-part=theme-{}]", scale.id);
            let theme = only(&html, &selector);
            let says = |text: &str| {
                let escaped = text.replace('&', "&amp;");
                assert!(theme.contains(&escaped), "{}: {text}", scale.id);
            };
            says(scale.name.get(language));
            says(scale.definition.get(language));
            if let Some(scored) = &report.score.scored {
                says(scale.band(scored.band).text.get(language));
                says(scale.self_questions[scored.band as usize].get(language));
                says(scale.coach_questions[0].get(language));
            }
        }
    }
}

#[test]
fn on_the_mirror_the_questions_are_for_the_team_and_on_the_review_from_a_sales_manager() {
    for (language, props) in results() {
        let (t, theme) = (
            &messages(language).result,
            messages(language).theme.coach_question,
        );
        let team = messages(language).theme.team_question;
        let html = render(result_screen(&props));
        let for_team = [t.team_questions, team];
        let from_manager = [t.manager_questions, theme];
        let (said, unsaid) = match props.view.instrument.is_by_managers() {
            true => (for_team, from_manager),
            false => (from_manager, for_team),
        };
        for text in said {
            assert!(html.contains(text), "{text}");
        }
        for text in unsaid {
            assert!(!html.contains(text), "{text}");
        }
        let sheet = only(&html, ".sheet");
        assert!(sheet.contains(said[0]) && !sheet.contains(unsaid[0]));
    }
}

#[test]
fn how_the_conversation_is_held_is_said_once_where_no_conversation_is_laid_out() {
    for (language, props) in results() {
        let conduct = props.view.instrument.say("manager_conduct", language);
        assert!(!conduct.is_empty());
        let said = texts(&on_screen(&props), "[data-result-part=agreements] p");
        assert_eq!(said.iter().filter(|text| *text == conduct).count(), 1);
    }
}

#[test]
fn the_goals_of_the_mirror_are_those_of_the_sales_manager() {
    for (language, props) in results() {
        let by_managers = props.view.instrument.is_by_managers();
        let t = &messages(language).work;
        let agreements = part(&props, "agreements");
        let offered = |n: usize| agreements.contains(t.kinds[n]);
        let expected = match by_managers {
            true => [false, false, true, true],
            false => [true; 4],
        };
        assert_eq!([0, 1, 2, 3].map(offered), expected);
        let agreement = Agreement {
            owner: Owner::Rep,
            goal: Goal::Learning,
            text: "Drie vragen".into(),
            rep_confirmed: true,
            ..Agreement::default()
        };
        let at = moment("2026-03-02T09:40:00+01:00");
        let joined = JoinedRecords {
            agreements: vec![AgreementRecord::new(
                "a-1".into(),
                "s-0".into(),
                at,
                agreement,
            )],
            ..JoinedRecords::default()
        };
        let text = as_text(language, &props, &joined);
        let (kind, by) = match by_managers {
            true => (t.kinds[2], t.by_manager),
            false => (t.kinds[0], t.by_rep),
        };
        assert!(text.contains(kind), "{text}");
        assert!(text.contains(&[t.confirmed, ": ", by].concat()), "{text}");
        let shown = ResultProps {
            joined: Rc::new(joined),
            ..props
        };
        assert!(part(&shown, "agreements").contains(kind));
        assert!(only(&render(result_screen(&shown)), ".sheet").contains(kind));
    }
}

#[test]
fn every_mixture_of_bands_of_the_mirror_and_the_review_is_shown_and_written() {
    for json in [MIRROR, REVIEW] {
        let instrument = load(json);
        let most = instrument.response_scale().steps() as u8;
        let levels = [None, Some(0), Some(most / 2), Some(most)];
        for turn in 0..levels.len() {
            let scales = 0..instrument.scales().len();
            let steps: Vec<_> = scales.map(|n| levels[(n + turn) % levels.len()]).collect();
            for language in Language::ALL {
                let session = |one: &Instrument| favoured(one, &steps);
                let props = of_instrument(language, load(json), session);
                assert!(!on_screen(&props).is_empty());
                let text = as_text(language, &props, &JoinedRecords::default());
                for scale in instrument.scales() {
                    assert!(text.contains(scale.name.get(language)));
                }
            }
        }
    }
}
