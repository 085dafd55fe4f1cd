//! What is counted and what is left out: files, codes and lines, good ones among bad ones.

mod team_lines;

use hand_over::{CodeFault, TalkCode, situation_fragment};
use model::{Answer, Form, Instrument, Language, Rating, Session, Timestamp};
use records::{ImportError, JoinedRecords, ResultInput, Share, Zone, result_document};
use serde_json::json;
use std::rc::Rc;
use team::{
    Figure, LeftOut, LineFault, Moment, Overview, PoolKey, Reason, Refusal, Selection, Team, View,
};
use team_lines::{day, scan};

fn mirror_questionnaire() -> Rc<Instrument> {
    let source = content::newest("manager-mirror").expect("it ships");
    Rc::new(source.instrument().expect("what ships is sound"))
}

fn team() -> Team {
    Team::new(vec![scan(), mirror_questionnaire()], day("2026-11-01"))
}

/// A completed result of somebody, with answers of their own.
fn session(instrument: &Instrument, person: usize, label: &str, on: &str) -> Session {
    let at = Timestamp::parse(&format!("{on}T10:00:00Z")).expect("a moment");
    let id = format!("session-{person}-{on}");
    let mut parts = Session::start(instrument, id, 1, Language::Nl, at.clone())
        .parts()
        .clone();
    parts.subject.pseudonym = label.to_owned();
    parts.completed_at = Some(at);
    for item in 0..instrument.items().len() {
        let value = 1 + ((person * (item % 3 + 1) + item) % 5) as u8;
        let rating = Rating::new(value, instrument.response_scale()).expect("a rating");
        parts.answers = parts.answers.with(item, Answer::Rated(rating));
    }
    parts.context = instrument
        .context_questions()
        .iter()
        .map(|question| Some(person % question.options.len()))
        .collect();
    Session::restore(instrument, parts)
}

fn file(instrument: &Instrument, session: &Session) -> Vec<u8> {
    let input = ResultInput {
        instrument,
        session,
        joined: &JoinedRecords::default(),
        export_id: "e-1".to_owned(),
        exported_at: Timestamp::parse("2026-10-01T10:00:00Z").expect("a moment"),
        language: Language::Nl,
        unknown: &serde_json::Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    };
    result_document(&input).bytes
}

fn result(person: usize) -> Vec<u8> {
    let scan = scan();
    file(&scan, &session(&scan, person, "", "2026-09-01"))
}

fn line(id: serde_json::Value, value: u8) -> serde_json::Value {
    let scan = scan();
    let items = scan.items().iter().enumerate();
    let answers: serde_json::Map<String, serde_json::Value> = items
        .map(|(n, item)| (item.id.clone(), json!(1 + (usize::from(value) + n) % 5)))
        .collect();
    json!({ "id": id, "instrument": "sales-mindset", "version": "0.2.0", "language": "nl", "answers": answers })
}

fn everyone(pool: &PoolKey) -> Selection {
    Selection {
        pool: pool.clone(),
        group: None,
        moment: Moment::Latest,
    }
}

fn people(overview: &Overview) -> Vec<u64> {
    overview.pools.iter().map(|pool| pool.people).collect()
}

fn reasons(overview: &Overview) -> Vec<(String, Option<u64>, Reason)> {
    let left_out = overview.left_out.iter().cloned();
    left_out
        .map(|LeftOut { file, line, reason }| (file, line, reason))
        .collect()
}

#[test]
fn files_codes_links_and_lines_of_one_questionnaire_are_one_team() {
    let (scan, mut team) = (scan(), team());
    team.add_file("a.json", &result(1));
    team.add_file("b.json", &result(2));
    let code = |person| {
        let session = session(&scan, person, "", "2026-09-02");
        (
            TalkCode::of_session(&scan, &session, &[]).expect("a code"),
            session,
        )
    };
    let ((third, _), (fourth, of_fourth)) = (code(3), code(4));
    let link = format!(
        "https://scan.example/talk.html{}{}",
        fourth.fragment(),
        situation_fragment(&of_fourth.parts().context)
    );
    let pasted = format!("{}\n\n{link}\n{}\n", third.grouped(), line(json!("r-5"), 2));
    assert_eq!(team.add_text("pasted", &pasted).results, 3);
    let (six, seven) = (line(json!(6), 3), line(json!(7), 4));
    assert_eq!(
        team.add_file("more.jsonl", format!("\u{feff}{six}\r\n{seven}").as_bytes())
            .results,
        2
    );
    let overview = team.overview();
    assert_eq!((people(&overview), overview.left_out), (vec![7], vec![]));
    let view = team
        .view(&everyone(&overview.pools[0].key))
        .expect("seven people");
    assert_eq!(view.people, 7);
    // Three of them said what their situation is: too few for counts.
    assert_eq!(view.questions[0].people, 3);
    assert_eq!(view.questions[0].options.given(), None);
}

#[test]
fn each_bad_file_is_named_and_each_good_one_among_them_is_counted() {
    let mut team = team();
    let of_size = |bytes: usize| vec![b'x'; bytes];
    let deep = "[".repeat(100_000);
    let bomb = format!(
        "{{\"format\":\"mindset-mirror-result\",\"responses\":[{}0]}}",
        "0,".repeat(400_000)
    );
    let other_version = line(json!("x"), 1).to_string().replace("0.2.0", "9.9.9");
    let outside = line(json!("x"), 1)
        .to_string()
        .replace("\"ACC-01\":2", "\"ACC-01\":7");
    let twice = line(json!("x"), 1)
        .to_string()
        .replace("\"ACC-01\":2", "\"ACC-01\":2,\"ACC-01\":3");
    let hidden = line(json!("x\u{202e}y"), 1).to_string();
    let cut = &result(9)[..700];
    type Bad = (&'static str, Vec<u8>, fn(&Reason) -> bool);
    let bad: Vec<Bad> = vec![
        ("empty.json", vec![], |r| {
            *r == Reason::File(ImportError::Empty)
        }),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0".to_vec(), |r| {
            matches!(r, Reason::File(_))
        }),
        ("huge.json", of_size(team::MAX_BYTES + 1), |r| {
            *r == Reason::FileTooBig { most: 64 << 20 }
        }),
        ("deep.json", deep.into_bytes(), |r| {
            matches!(r, Reason::File(ImportError::TooDeep { .. }))
        }),
        ("bomb.json", bomb.into_bytes(), |r| {
            matches!(r, Reason::File(_))
        }),
        ("cut.json", cut.to_vec(), |r| {
            matches!(r, Reason::File(ImportError::Truncated))
        }),
        ("sealed.age", b"age-encryption.org/v1\n-> X".to_vec(), |r| {
            *r == Reason::Sealed
        }),
        (
            "scan.json",
            include_bytes!("../../../content/sales-mindset/0.2.0.json").to_vec(),
            |r| *r == Reason::Questionnaire,
        ),
        ("other.json", b"{\"a\": 1}".to_vec(), |r| {
            matches!(r, Reason::Line(LineFault::NotARecord))
        }),
        (
            "agreements.json",
            include_bytes!("../../../schema/examples/agreements-1.0.json").to_vec(),
            |r| *r == Reason::Agreements,
        ),
        (
            "version.jsonl",
            other_version.into_bytes(),
            |r| matches!(r, Reason::Line(LineFault::UnknownQuestionnaire { version: Some(v), .. }) if v == "9.9.9"),
        ),
        ("outside.jsonl", outside.into_bytes(), |r| {
            *r == Reason::Line(LineFault::BadValue {
                field: "ACC-01".to_owned(),
            })
        }),
        ("twice.jsonl", twice.into_bytes(), |r| {
            matches!(r, Reason::Line(LineFault::Twice { .. }))
        }),
        ("hidden.jsonl", hidden.into_bytes(), |r| {
            *r == Reason::Line(LineFault::BadValue {
                field: "id".to_owned(),
            })
        }),
        (
            "few.jsonl",
            b"{\"instrument\":\"sales-mindset\",\"answers\":{\"ACC-01\":3}}".to_vec(),
            |r| *r == Reason::NoScore,
        ),
    ];
    let mut read = 0;
    for (person, (name, bytes, _)) in bad.iter().enumerate() {
        team.add_file(&format!("good-{person}.json"), &result(person));
        let added = team.add_file(name, bytes);
        assert_eq!((added.results, added.left_out), (0, 1), "{name}");
        read += 1;
    }
    let overview = team.overview();
    assert_eq!(people(&overview), [read]);
    let found = reasons(&overview);
    assert_eq!(found.len(), bad.len(), "{found:?}");
    for ((name, _, is_expected), (file, _, reason)) in bad.iter().zip(&found) {
        assert_eq!(name, file);
        assert!(is_expected(reason), "{name}: {reason:?}");
    }
}

#[test]
fn a_bad_line_is_named_by_its_number_and_the_lines_around_it_count() {
    let mut team = team();
    let text = format!(
        "{}\nnonsense\n\n{}\n{{\"instrument\":\n{}\n",
        line(json!(1), 1),
        line(json!(2), 2),
        line(json!(3), 3)
    );
    let added = team.add_file("team.jsonl", text.as_bytes());
    assert_eq!((added.results, added.left_out), (3, 2));
    let found = reasons(&team.overview());
    assert_eq!(found[0].1, Some(2));
    assert!(matches!(found[0].2, Reason::Code(_)), "{found:?}");
    assert_eq!(
        found[1],
        (
            "team.jsonl".to_owned(),
            Some(5),
            Reason::Line(LineFault::NotJson)
        )
    );
}

#[test]
fn a_wrong_code_is_said_to_be_that() {
    let (scan, mut team) = (scan(), team());
    let code =
        TalkCode::of_session(&scan, &session(&scan, 1, "", "2026-09-01"), &[]).expect("a code");
    let mut wrong = code.text().to_owned();
    let last = if wrong.ends_with('A') { "B" } else { "A" };
    wrong.replace_range(wrong.len() - 1.., last);
    team.add_text("pasted", &wrong);
    let later =
        TalkCode::of_session(&scan, &session(&scan, 2, "", "2027-01-01"), &[]).expect("a code");
    team.add_text("pasted", later.text());
    let found: Vec<Reason> = reasons(&team.overview())
        .into_iter()
        .map(|(_, _, reason)| reason)
        .collect();
    let still_to_come = CodeFault::Day {
        day: day("2027-01-01"),
    };
    assert_eq!(
        found,
        [
            Reason::Code(CodeFault::Checksum),
            Reason::Code(still_to_come)
        ]
    );
}

#[test]
fn of_one_person_the_latest_result_counts_and_the_older_one_is_named() {
    let (scan, mut team) = (scan(), team());
    let of = |name: &str, on| file(&scan, &session(&scan, 1, name, on));
    team.add_file("new.json", &of("Zoë", "2026-09-01"));
    team.add_file("old.json", &of(" ZOE\u{308} ", "2026-03-01"));
    for person in 2..7 {
        team.add_file(&format!("{person}.json"), &result(person));
    }
    let overview = team.overview();
    assert_eq!(people(&overview), [6]);
    assert_eq!(overview.pools[0].repeated, 1);
    let newer = Reason::NewerResult {
        day: Some(day("2026-09-01")),
    };
    assert_eq!(reasons(&overview), [("old.json".to_owned(), None, newer)]);
}

#[test]
fn the_same_file_code_or_session_twice_is_one() {
    let (scan, mut team) = (scan(), team());
    let own = session(&scan, 1, "", "2026-09-01");
    let code = |withheld: &[usize]| TalkCode::of_session(&scan, &own, withheld).expect("a code");
    team.add_file("a.json", &file(&scan, &own));
    team.add_file("copy of a.json", &file(&scan, &own));
    team.add_text("the code of a", code(&[]).text());
    team.add_text("the code again", &code(&[]).grouped());
    team.add_text("a code without a theme", code(&[3]).text());
    let overview = team.overview();
    assert_eq!(people(&overview), [1]);
    let of_a = |reason: &Reason| matches!(reason, Reason::ReadBefore { .. });
    let found = reasons(&overview);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().all(|(_, _, reason)| of_a(reason)), "{found:?}");
    // Whichever comes first.
    let mut other_way = self::team();
    other_way.add_text("code", code(&[3]).text());
    other_way.add_file("a.json", &file(&scan, &own));
    assert_eq!(people(&other_way.overview()), [1]);
}

#[test]
fn two_lines_without_an_id_are_two_people_and_one_id_in_other_writing_is_one() {
    let mut team = team();
    let lines = [
        json!(null),
        json!(null),
        json!(7),
        json!("7"),
        json!(" R-1"),
        json!("r-1"),
    ];
    let lines = lines.into_iter().map(|id| line(id, 1).to_string());
    team.add_file(
        "team.jsonl",
        lines.collect::<Vec<_>>().join("\n").as_bytes(),
    );
    assert_eq!(people(&team.overview()), [4]);
}

#[test]
fn languages_versions_and_forms_are_pools_of_their_own() {
    let mut team = team();
    let mut add = |name: &str, change: &dyn Fn(&mut serde_json::Value)| {
        for person in 0..5 {
            let mut record = line(json!(format!("{name}{person}")), person);
            change(&mut record);
            team.add_text("pasted", &record.to_string());
        }
    };
    add("nl", &|_| {});
    add("en", &|record| record["language"] = json!("en"));
    add("none", &|record| record["language"] = json!(null));
    add("manager", &|record| record["form"] = json!("manager"));
    let overview = team.overview();
    assert_eq!(people(&overview), [5, 5, 5, 5]);
    let kinds: Vec<_> = overview
        .pools
        .iter()
        .map(|pool| (pool.key.form, pool.key.language))
        .collect();
    assert_eq!(
        kinds
            .iter()
            .filter(|(form, _)| *form == Form::Manager)
            .count(),
        1
    );
    for pool in &overview.pools {
        let view = team.view(&everyone(&pool.key)).expect("five people");
        assert_eq!(view.people, 5);
        // What somebody cannot see of another is not asked on that form, nor is the situation.
        let is_own = pool.key.form == Form::SelfReport;
        assert_eq!(view.scales.len(), if is_own { 4 } else { 3 });
        assert_eq!(view.questions.is_empty(), !is_own);
    }
}

/// A team of these groups, a folder each.
fn grouped(sizes: &[(&str, usize)]) -> Team {
    let mut team = team();
    let mut person = 0;
    for (group, size) in sizes {
        for _ in 0..*size {
            team.add_file(&format!("{group}/{person}.json"), &result(person));
            person += 1;
        }
    }
    team
}

fn see(team: &mut Team, group: Option<&str>) -> Result<View, Refusal> {
    let pool = team.overview().pools[0].key.clone();
    let group = group.map(str::to_owned);
    team.view(&Selection {
        pool,
        group,
        moment: Moment::Latest,
    })
}

#[test]
fn a_group_whose_others_are_fewer_than_five_is_hidden_with_them() {
    let mut team = grouped(&[("North", 3), ("South", 8)]);
    let groups = &team.overview().pools[0].groups;
    assert_eq!(*groups, [("North".to_owned(), 3), ("South".to_owned(), 8)]);
    // Also where nobody has looked at everyone yet.
    let few_left = Refusal::FewLeft {
        people: 8,
        rest: 3,
        groups: vec!["North".to_owned()],
    };
    assert_eq!(see(&mut team, Some("South")), Err(few_left.clone()));
    assert_eq!(
        see(&mut team, Some("North")),
        Err(Refusal::TooFew { people: 3 })
    );
    assert_eq!(see(&mut team, None).map(|view| view.people), Ok(11));
    assert_eq!(see(&mut team, Some("South")), Err(few_left));
    assert_eq!(see(&mut team, Some("West")), Err(Refusal::Nobody));
}

#[test]
fn groups_of_five_and_more_are_all_there() {
    let mut team = grouped(&[("North", 5), ("South", 8)]);
    for (group, people) in [(Some("South"), 8), (Some("North"), 5), (None, 13)] {
        assert_eq!(see(&mut team, group).map(|view| view.people), Ok(people));
    }
}

#[test]
fn files_that_come_and_go_give_nobody_away() {
    let mut team = grouped(&[("North", 6), ("South", 6)]);
    let everyone = see(&mut team, None).expect("twelve people");
    let added = team.add_file("North/new.json", &result(90));
    let refused = see(&mut team, None);
    assert!(
        matches!(
            refused,
            Err(Refusal::Differs {
                people: 13,
                by: 1,
                ..
            })
        ),
        "{refused:?}"
    );
    team.remove(added.file);
    assert_eq!(see(&mut team, None), Ok(everyone));
    for person in 91..96 {
        team.add_file(&format!("West/{person}.json"), &result(person));
    }
    assert_eq!(see(&mut team, None).map(|view| view.people), Ok(17));
    assert_eq!(see(&mut team, Some("West")).map(|view| view.people), Ok(5));
}

#[test]
fn two_moments_are_of_the_same_people() {
    let (scan, mut team) = (scan(), team());
    for person in 0..14 {
        let name = format!("p{person}");
        // Everybody has a first result, and seven a second one.
        for on in ["2026-02-01", "2026-09-01"]
            .iter()
            .take(if person < 7 { 2 } else { 1 })
        {
            let session = session(&scan, person, &name, on);
            team.add_file(&format!("{person}-{on}.json"), &file(&scan, &session));
        }
    }
    let pool = team.overview().pools[0].key.clone();
    let mut at = |moment| {
        team.view(&Selection {
            pool: pool.clone(),
            group: None,
            moment,
        })
        .map(|view| view.people)
    };
    let parting = day("2026-06-01");
    assert_eq!(at(Moment::Latest), Ok(14));
    assert_eq!(at(Moment::BeforeOfBoth(parting)), Ok(7));
    assert_eq!(at(Moment::FromOfBoth(parting)), Ok(7));
    assert_eq!(at(Moment::Before(parting)), Ok(14));
    assert_eq!(at(Moment::From(day("2026-12-01"))), Err(Refusal::Nobody));
}

#[test]
fn somebody_who_left_a_statement_out_hides_that_statement_and_no_other() {
    let mut team = team();
    for person in 0..12_u8 {
        let mut record = line(json!(person), person);
        if person == 4 {
            record["answers"]["ACC-09"] = json!(null);
        }
        team.add_text("pasted", &record.to_string());
    }
    let view = see(&mut team, None).expect("twelve people");
    let scale = &view.scales[0];
    let hidden: Vec<&str> = scale
        .items
        .iter()
        .filter(|item| item.ratings.given().is_none())
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(hidden, ["ACC-09"]);
    assert!(matches!(scale.mean, Figure::Given(_)));
    assert_eq!((scale.people, scale.complete), (12, 11));
    let hidden = scale
        .facets
        .iter()
        .filter(|facet| facet.mean.given().is_none());
    assert_eq!(
        hidden.map(|facet| facet.id.as_str()).collect::<Vec<_>>(),
        ["activity_result"]
    );
}

#[test]
fn the_managers_answers_stand_beside_the_team_only_where_that_file_is_opened_for_it() {
    let mirror = mirror_questionnaire();
    let of_manager = file(&mirror, &session(&mirror, 1, "", "2026-09-01"));
    let mut team = grouped(&[("North", 6), ("South", 6)]);
    let pool = team.overview().pools[0].key.clone();
    let view = team.view(&everyone(&pool)).expect("twelve people");
    assert_eq!(view.questions[0].people, 12);
    let counts = view.questions[0].options.given().expect("twelve people");
    assert_eq!(counts.iter().sum::<u64>(), 12);
    let beside = team.mirror(&of_manager, &pool).expect("a mirror");
    assert_eq!(beside.questions.len(), 4);
    for asked in &beside.questions {
        let own = scan();
        let (own, other) = (
            &own.context_questions()[asked.question],
            &mirror.context_questions()[asked.of_manager],
        );
        assert_eq!(other.id, format!("MM-{}", own.id));
        let chosen = &other.options[asked.chosen].id;
        let same = asked.same.map(|option| &own.options[option].id);
        assert!(same.is_none_or(|same| same == chosen));
    }
    assert_eq!(team.mirror(&result(1), &pool), Err(Reason::NotAMirror));
    assert_eq!(
        people(&team.overview()),
        [12],
        "nothing of it is among the team"
    );
    // Among the team's files it is a pool of one, of which nothing is said.
    team.add_file("manager.json", &of_manager);
    let pool = team.overview().pools[1].key.clone();
    assert_eq!(
        team.view(&everyone(&pool)),
        Err(Refusal::TooFew { people: 1 })
    );
}

#[test]
fn what_leaves_the_worker_is_the_same_after_a_message() {
    let mut team = grouped(&[("North", 6), ("South", 6)]);
    let view = see(&mut team, None).expect("twelve people");
    let bytes = postcard::to_allocvec(&view).expect("a message");
    assert_eq!(postcard::from_bytes::<View>(&bytes), Ok(view));
    let overview = team.overview();
    let bytes = postcard::to_allocvec(&overview).expect("a message");
    assert_eq!(postcard::from_bytes::<Overview>(&bytes), Ok(overview));
}
