//! A session as a result file, and back: names, the golden file, identity, what is kept.

use crate::schemas::assert_result;
use crate::support::moment;
use crate::support::{sales_mindset, scan_0_1, with_fractions};
use content::example_session;
use mindset_mirror::fixtures::full_agreement;
use model::{Agreement, GoalOrigin, IfThen, Rater, Subject};
use model::{Answer, Answers, Rating, Session, SessionParts, Status, Step};
use model::{Day, Instrument, Language};
use records::{
    AgreementRecord, Difference, Document, JoinedRecords, Opened, ResultInput, Share, Zone,
    open_result, result_document,
};
use scoring::score;
use serde_json::{Map, Value, json};

/// Published examples; they must stay readable for ever.
const GOLDEN: &[u8] = include_bytes!("../../schema/examples/result-1.2.json");
const GOLDEN_2: &[u8] = include_bytes!("../../schema/examples/result-2.0.json");
const FIRST: &[u8] = include_bytes!("../../schema/examples/result-1.0.json");
const SECOND: &[u8] = include_bytes!("../../schema/examples/result-1.1.json");

const AT: &str = "2026-11-23T23:59:59+01:00";

/// The file of a session, with labels in English.
pub fn write(
    instrument: &Instrument,
    (session, joined): (&Session, &JoinedRecords),
    unknown: &Map<String, Value>,
) -> Document {
    result_document(&ResultInput {
        instrument,
        session,
        joined,
        export_id: "export-1".to_owned(),
        exported_at: moment(AT),
        language: Language::En,
        unknown,
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    })
}

/// Opens a good file.
pub fn open(bytes: &[u8], instrument: &Instrument) -> Opened {
    open_result(bytes, &[instrument]).expect("a good file opens")
}

fn golden() -> Value {
    serde_json::from_slice(GOLDEN).expect("the golden file is JSON")
}

/// The fields of a file in their order, each with its indentation.
fn field_names(file: &[u8]) -> Vec<&str> {
    let lines = std::str::from_utf8(file).expect("UTF-8").lines();
    lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, _)| name)
        .collect()
}

fn open_changed(change: impl FnOnce(&mut Value)) -> Opened {
    let mut file = golden();
    change(&mut file);
    open(file.to_string().as_bytes(), &scan_0_1())
}

fn named(pseudonym: &str) -> String {
    let instrument = scan_0_1();
    let session = Session::restore(
        &instrument,
        SessionParts {
            rater: Rater::default(),
            subject: Subject {
                pseudonym: pseudonym.to_owned(),
            },
            ..example_session(&instrument)
                .expect("an example")
                .parts()
                .clone()
        },
    );
    write(
        &instrument,
        (&session, &JoinedRecords::default()),
        &Map::new(),
    )
    .name
}

#[test]
fn a_file_of_every_published_version_opens() {
    let instrument = scan_0_1();
    let [first, second, now] = [FIRST, SECOND, GOLDEN].map(|file| open(file, &instrument));
    assert!(first.joined.is_empty() && first.session.parts().belief_work.is_empty());
    for later in [&second, &now] {
        let agreed = &later.joined.agreements[0];
        assert_eq!(agreed.agreement.due, Day::parse("2026-12-07"));
        assert_eq!(agreed.session_ids, [later.session.parts().id.clone()]);
        assert!(!agreed.id.is_empty());
        assert_eq!(first.session.answers(), later.session.answers());
        assert!(later.withheld_scales.is_empty());
    }
}

#[test]
fn the_file_is_named_after_day_and_pseudonym() {
    assert_eq!(named("anna-3"), "mindset-2026-11-23-anna-3.json");
    assert_eq!(named(""), "mindset-2026-11-23.json");
    assert_eq!(
        named("  Zoë / V. (team)  "),
        "mindset-2026-11-23-zoe-v-team.json"
    );
    assert_eq!(named("../../etc"), "mindset-2026-11-23-etc.json");
    for (label, name) in [
        ("Łukasz Šimić", "lukasz-simic"),
        ("Großmann & Søren", "grossmann-soren"),
        ("İrem Çağlı", "irem-cagli"),
        (
            "Þór Æðelstan Œuvre Đorđe Ħal Ŋ Ŧ",
            "thor-aedelstan-oeuvre-dorde-hal-n-t",
        ),
        ("Nguyễn Thị Ánh", "nguyen-thi-anh"),
        ("Zoe\u{308} Ste\u{301}phane", "zoe-stephane"),
        ("Ｆｕｌｌ ﬁne №5", "full-fine-no5"),
        ("李 小龙", "李-小龙"),
        ("Юлия Ёлкина", "юлия-ёлкина"),
        ("Ελένη", "ελένη"),
        ("ليلى", "ليلى"),
        ("Anna 👩\u{200d}💻 ❤\u{fe0f}", "anna"),
        ("an\u{200b}na\u{202e}x", "annax"),
        ("...", ""),
        (".htaccess", "htaccess"),
        ("CON", "con"),
        ("a:b*c?d<e>f|g\"h\\i", "a-b-c-d-e-f-g-h-i"),
        ("name. ", "name"),
    ] {
        let dash = if name.is_empty() { "" } else { "-" };
        assert_eq!(
            named(label),
            format!("mindset-2026-11-23{dash}{name}.json"),
            "{label}"
        );
    }
    // 40 characters at most, and no dash at the end.
    let long = format!("mindset-2026-11-23-{}a.json", "ab-".repeat(13));
    assert_eq!(named(&"ab ".repeat(30)), long);
    let cut_at_dash = format!("mindset-2026-11-23-{}.json", "x".repeat(39));
    assert_eq!(named(&format!("{} y", "x".repeat(39))), cut_at_dash);
}

#[test]
fn the_golden_file_opens_with_its_answers_and_no_difference() {
    let instrument = scan_0_1();
    let opened = open(GOLDEN, &instrument);
    assert_eq!(opened.differences, []);
    assert_eq!(opened.unknown, Map::new());
    assert_eq!(opened.exported_at.as_str(), "2026-11-23T10:15:00+01:00");
    assert_eq!(opened.language, Language::Nl);
    let parts = opened.session.parts();
    assert_eq!(parts.id, "c0a8f3d2-1111-4a6b-8e21-93c7d2b4f001");
    assert_eq!(parts.subject.pseudonym, "Zoë V.");
    assert_eq!(parts.step, Step::Result);
    assert_eq!(parts.context, [Some(1), Some(0), None, Some(1)]);
    assert_eq!(parts.answers.rated(), 32);
    let reverse_keyed = instrument.item_index("RES-08").expect("an item");
    let rating = parts.answers.rating(reverse_keyed).map(Rating::value);
    assert_eq!(rating, Some(2), "answers are kept as given");
}

#[test]
fn an_export_of_the_golden_session_says_what_the_golden_file_says() {
    let instrument = scan_0_1();
    let mut opened = open(GOLDEN, &instrument);
    // What version 1 had no fields for.
    let agreement = &mut opened.joined.agreements[0].agreement;
    agreement.if_then = IfThen {
        situation: "de klant zegt dat het te duur is".to_owned(),
        response: "vraag ik eerst wat het nu kost".to_owned(),
    };
    agreement.helper = "Een collega, elke vrijdag.".to_owned();
    agreement.obstacle = "Een volle agenda.".to_owned();
    agreement.origin = Some(GoalOrigin::Feedback);
    let read = &open(GOLDEN_2, &instrument).joined.agreements[0];
    assert_eq!(read.agreement, *agreement);
    let document = result_document(&ResultInput {
        instrument: &instrument,
        session: &opened.session,
        joined: &opened.joined,
        export_id: "5f0e2c1a-7b1d-4c59-9a52-0d5b8e6f4a10".to_owned(),
        exported_at: opened.exported_at.clone(),
        language: opened.language,
        unknown: &opened.unknown,
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    });
    assert_eq!(document.media_type, "application/json");
    assert_eq!(field_names(&document.bytes), field_names(GOLDEN_2));
    let mut written: Value = serde_json::from_slice(&document.bytes).expect("JSON");
    let mut golden: Value = serde_json::from_slice(GOLDEN_2).expect("JSON");
    let written_scores = written["scores"].take();
    let golden_scores = golden["scores"].take();
    // The definition may since have been laid out anew; its version says whether it is the same.
    golden["instrument"]["digest"] = instrument.digest().into();
    assert_eq!(written, golden);
    for (ours, theirs) in written_scores
        .as_array()
        .into_iter()
        .flatten()
        .zip(golden_scores.as_array().into_iter().flatten())
    {
        for name in [
            "scaleId", "raw", "rawMin", "rawMax", "percent", "answered", "total", "band", "border",
        ] {
            assert_eq!(ours[name], theirs[name], "{name}");
        }
        if let (Some(ours), Some(theirs)) = (
            ours["standardError"].as_f64(),
            theirs["standardError"].as_f64(),
        ) {
            assert!((ours - theirs).abs() < 1e-9);
        }
    }
}

#[test]
fn every_field_of_an_agreement_comes_back_from_a_file_and_a_file_from_before_has_none_of_the_new_ones()
 {
    let instrument = scan_0_1();
    let session = example_session(&instrument).expect("an example");
    let id = session.parts().id.clone();
    let agreement = full_agreement(Language::En);
    let record = AgreementRecord::new("a-1".into(), id, moment(AT), agreement.clone());
    let joined = JoinedRecords {
        agreements: vec![record],
        influences: Vec::new(),
    };
    let document = write(&instrument, (&session, &joined), &Map::new());
    assert_result(&document.bytes);
    let read = open(&document.bytes, &instrument).joined.agreements;
    assert_eq!(read[0].agreement, agreement);
    let mut before: Value = serde_json::from_slice(&document.bytes).expect("JSON");
    let fields = before["agreements"][0].as_object_mut().expect("an object");
    for name in ["ifThen", "helper", "obstacle", "origin"] {
        assert!(fields.remove(name).is_some(), "{name} is written");
    }
    let read = open(before.to_string().as_bytes(), &instrument)
        .joined
        .agreements;
    let expected = Agreement {
        if_then: IfThen::default(),
        helper: String::new(),
        obstacle: String::new(),
        origin: None,
        ..agreement
    };
    assert_eq!(read[0].agreement, expected);
}

#[test]
fn how_someone_answered_never_leaves() {
    let instrument = scan_0_1();
    let mut parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    parts.page_seconds = vec![1234.5; 4];
    let session = Session::restore(&instrument, parts);
    let smuggled = json!({
        "quality": {"longstring": 1234.5}, "pageSeconds": [1234.5],
        "session": {"pageSeconds": [1234.5]}, "responses": {"ACC-01": {"quality": 1234.5}},
    });
    let unknown = smuggled.as_object().expect("an object");
    let bytes = write(&instrument, (&session, &JoinedRecords::default()), unknown).bytes;
    let text = String::from_utf8(bytes).expect("UTF-8");
    for trace in [
        "quality",
        "pageSeconds",
        "longstring",
        "irv",
        "1234.5",
        "fast",
    ] {
        assert!(!text.contains(trace), "{trace}");
    }
}

#[test]
fn no_time_leaves_in_an_unknown_field_however_it_is_spelled() {
    let instrument = scan_0_1();
    let session = example_session(&instrument).expect("an example");
    let moment = "2026-11-23T10:15:00+01:00";
    let smuggled = json!({
        "page_seconds": [1234.5], "PAGE-TIMES": 1234.5, "Response_Quality": 1234.5,
        "durations": [1234.5], "DURATION": 1234.5, "elapsed": 1234.5, "Seconds": 1234.5,
        "session": {"startedAt": 1234.5, "completed_at": 1234.5, "begun": moment},
        "responses": {"ACC-01": {"at": moment, "Elapsed": 1234.5}},
        "extensions": {"org.example": {"turns": [moment, "left", {"until": moment}]}},
        "due": "2026-12-07", "said": "at 10:15",
    });
    let unknown = smuggled.as_object().expect("an object");
    let bytes = write(&instrument, (&session, &JoinedRecords::default()), unknown).bytes;
    let text = String::from_utf8(bytes).expect("UTF-8");
    for trace in ["1234.5", moment] {
        assert!(!text.contains(trace), "{trace}");
    }
    let written: Value = serde_json::from_str(&text).expect("JSON");
    // A day is no time, and the rest goes along.
    assert_eq!(written["due"], "2026-12-07");
    assert_eq!(written["said"], "at 10:15");
    assert_eq!(
        written["extensions"]["org.example"]["turns"],
        json!(["left", {}])
    );
}

/// What is written of these fields that this version does not know.
fn written_unknown(unknown: &Value) -> Value {
    let session = example_session(&scan_0_1()).expect("an example");
    let unknown = unknown.as_object().expect("an object");
    let joined = JoinedRecords::default();
    let bytes = write(&scan_0_1(), (&session, &joined), unknown).bytes;
    serde_json::from_slice(&bytes).expect("JSON")
}

#[test]
fn no_point_in_time_leaves_in_an_unknown_field_in_any_common_spelling() {
    let spellings = [
        json!("2026-11-23T10:15:03"),
        json!("2026-11-23T10:15"),
        json!("2026-11-23T10"),
        json!("2026-11-23 10:15:03Z"),
        json!("2026-11-23 10:15:03.25+01:00"),
        json!("2026-11-23t10:15:03z"),
        json!("2026-11-23_10-15-03"),
        json!("2026-W48-1T10:15:03"),
        json!("20261123T101503Z"),
        json!("20261123T1015"),
        json!("20261123 101503"),
        json!("20261123101503"),
        json!(20_261_123_101_503_u64),
        json!("seen at 2026-11-23T10:15:03, then left"),
        json!("23-11-2026 10:15"),
        json!("23.11.2026 10.15"),
        json!("23-11-2026 10u15"),
        json!("11/23/2026, 10:15 AM"),
        json!("Mon, 23 Nov 2026 10:15:03 GMT"),
        json!("10:15 on 23 November 2026"),
        json!("10:15:03"),
        json!("10:15"),
        json!("T10:15"),
        json!("10:15 pm"),
        json!("PT12M3.5S"),
        json!(1_795_425_303),
        json!(1_795_425_303.25),
        json!(1_795_425_303_000_u64),
        json!(1_795_425_303_000_000_u64),
        json!(1_795_425_303_000_000_000_u64),
        json!(1.795_425_303e18),
        json!("1795425303"),
        json!("1795425303000"),
    ];
    for spelling in spellings {
        let written = written_unknown(&json!({
            "seen": spelling, "turns": ["left", spelling],
            "extensions": {"org.example": {"seen": spelling, "deep": [[spelling]]}},
        }));
        assert_eq!(written["seen"], Value::Null, "{spelling}");
        assert_eq!(written["turns"], json!(["left"]), "{spelling}");
        assert_eq!(
            written["extensions"],
            json!({"org.example": {"deep": [[]]}}),
            "{spelling}"
        );
        if let Some(name) = spelling.as_str() {
            let written = written_unknown(&json!({"turns": {name: "ACC-01", "stays": true}}));
            assert_eq!(written["turns"], json!({"stays": true}), "{name}");
        }
    }
}

#[test]
fn no_field_that_is_named_after_a_time_leaves_however_the_name_is_put_together() {
    for name in [
        "durationMs",
        "duration_ms",
        "DURATION-MS",
        "totalDuration",
        "durationms",
        "elapsedMs",
        "msElapsed",
        "elapsed_time",
        "timeSpent",
        "time_spent",
        "timespent",
        "TIME SPENT",
        "tookMs",
        "tookMS",
        "MSTaken",
        "ms",
        "took.ms",
        "latency",
        "keyLatencies",
        "millis",
        "responseMillis",
        "milliseconds",
        "readingSeconds",
        "readSec",
        "responseTime",
        "time",
        "pageTime",
        "answeredAt",
        "answered_at",
        "ANSWERED_AT",
        "answered-at",
        "unixTimestamp",
        "minutesSpent",
        "verstrekenTijd",
        "duurMs",
        "aantalSeconden",
    ] {
        for value in [
            json!(123_456),
            json!(12.5),
            json!("123456"),
            json!([3, 4]),
            json!({"a": 3}),
        ] {
            let written = written_unknown(&json!({
                "extensions": {"org.example": {name: value, "stays": 5}},
            }));
            let kept = &written["extensions"]["org.example"];
            assert_eq!(kept, &json!({"stays": 5}), "{name}: {value}");
        }
    }
}

#[test]
fn days_figures_and_prose_of_an_unknown_field_go_along() {
    let stays = json!({"org.example": {
        "due": "2026-12-07", "basic": "20261207", "range": "2026-12-07 - 2026-12-14",
        "said": "at 10:15", "long": "We meet at 10:15, or call 020 1234567.",
        "people": "2026-12-07 12 people", "version": "2.0.1", "ratio": "16:90",
        "year": 2026, "count": 123_456, "share": 0.5, "below": -1_795_425_303_i64,
        "format": "PDF", "place": "P", "letters": "ACC-01", "at": "train", "lookAt": "the door",
        "timeZone": "Europe/Amsterdam", "items": ["one", "two"], "atmosphere": 3,
        "statement": 4, "data": 5, "format3": 6, "beat": 7, "sections": 8, "teams": 9,
    }});
    let written = written_unknown(&json!({ "extensions": stays }));
    assert_eq!(written["extensions"], stays);
}

#[test]
fn fields_of_a_later_minor_version_survive_opening_and_saving() {
    let instrument = scan_0_1();
    let opened = open_changed(|file| {
        file["formatVersion"] = "1.7".into();
        file["mood"] = json!({"before": [1, -2, 0.5]});
        file["extensions"] = json!({"org.example": {"deep": [true, null]}});
        file["agreements"] = json!([{"text": "Bel <b>drie</b> klanten"}]);
        file["session"]["place"] = "train".into();
        file["responses"][5]["changes"] = 2.into();
    });
    assert_eq!(opened.differences, []);
    let bytes = write(
        &instrument,
        (&opened.session, &opened.joined),
        &opened.unknown,
    )
    .bytes;
    let written: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(written["formatVersion"], "2.0");
    assert_eq!(written["mood"], json!({"before": [1, -2, 0.5]}));
    assert_eq!(
        written["extensions"]["org.example"]["deep"],
        json!([true, null])
    );
    assert_eq!(written["agreements"][0]["text"], "Bel <b>drie</b> klanten");
    assert_eq!(written["session"]["place"], "train");
    assert_eq!(written["responses"][5]["changes"], 2);
    assert_eq!(open(&bytes, &instrument).unknown, opened.unknown);
}

#[test]
fn a_stored_score_that_was_altered_is_reported_with_both_figures() {
    let differences = open_changed(|file| file["scores"][1]["percent"] = 90.0.into()).differences;
    let expected = Difference {
        scale: 1,
        stored: Some(90.0),
        computed: Some(75.0),
        other_figures: false,
    };
    assert_eq!(differences, [expected]);
    let hidden = open_changed(|file| file["scores"][0]["percent"] = Value::Null).differences;
    assert_eq!((hidden[0].stored, hidden[0].computed), (None, Some(68.75)));
    let left_out = open_changed(|file| file["scores"] = json!([])).differences;
    assert_eq!(left_out.len(), 4);
    let band = open_changed(|file| file["scores"][3]["band"] = "low".into()).differences;
    assert_eq!((band[0].scale, band[0].other_figures), (3, true));
    let rounding = open_changed(|file| file["scores"][1]["percent"] = 75.000_000_9.into());
    assert_eq!(rounding.differences, []);
}

#[test]
fn answers_join_on_item_ids_whatever_their_order_and_absent_ones_were_not_seen() {
    let opened = open_changed(|file| {
        let list = file["responses"].as_array_mut().expect("a list");
        list.reverse();
        list.truncate(30);
    });
    let instrument = scan_0_1();
    let (whole, part) = (open(GOLDEN, &instrument).session, opened.session);
    for item in 0..instrument.items().len() {
        let absent = ["ACC-07", "LIM-08"].contains(&instrument.items()[item].id.as_str());
        let expected = (!absent).then(|| whole.answers().get(item)).flatten();
        assert_eq!(part.answers().get(item), expected);
    }
}

#[test]
fn a_byte_order_mark_is_no_hindrance() {
    let instrument = scan_0_1();
    let marked = [b"\xEF\xBB\xBF", GOLDEN].concat();
    assert_eq!(open(&marked, &instrument), open(GOLDEN, &instrument));
}

#[test]
fn a_number_without_a_fraction_is_a_whole_one_however_it_is_written() {
    let instrument = scan_0_1();
    for file in [FIRST, SECOND, GOLDEN, GOLDEN_2] {
        let value = serde_json::from_slice(file).expect("the golden file is JSON");
        let (written, changed) = with_fractions(&value);
        assert!(changed > 30, "{changed}");
        let written = open(written.to_string().as_bytes(), &instrument);
        assert_eq!(written, open(file, &instrument));
    }
}

#[test]
fn an_unfinished_session_goes_on_at_the_first_open_statement() {
    let instrument = scan_0_1();
    let id = || "s-1".to_owned();
    let fresh = Session::start(&instrument, id(), 1, Language::Nl, moment(AT));
    let bytes = write(
        &instrument,
        (&fresh, &JoinedRecords::default()),
        &Map::new(),
    )
    .bytes;
    let opened = open(&bytes, &instrument).session;
    assert_eq!(
        (opened.step(), opened.status()),
        (Step::Context(0), Status::InProgress)
    );
    let first = instrument.order().next().expect("an item");
    let mut parts = fresh.parts().clone();
    parts.answers = Answers::from_values(&instrument, [(first, None)]).expect("a skip");
    let bytes = write(
        &instrument,
        (
            &Session::restore(&instrument, parts),
            &JoinedRecords::default(),
        ),
        &Map::new(),
    )
    .bytes;
    let opened = open(&bytes, &instrument).session;
    assert_eq!(opened.step(), Step::Item(1));
    assert_eq!(opened.answers().get(first), Some(Answer::Skipped));
}

#[test]
fn an_unfinished_session_whose_questions_come_last_goes_on_at_the_first_thing_left_open() {
    let instrument = sales_mindset();
    let answered = |items: usize, context: &[Option<usize>]| {
        let mut parts = Session::start(&instrument, "s-1".to_owned(), 1, Language::Nl, moment(AT))
            .parts()
            .clone();
        let values = instrument.order().take(items).map(|item| (item, Some(4)));
        parts.answers = Answers::from_values(&instrument, values).expect("on the scale");
        parts.context = context.to_vec();
        let session = Session::restore(&instrument, parts);
        let bytes = write(
            &instrument,
            (&session, &JoinedRecords::default()),
            &Map::new(),
        )
        .bytes;
        let opened = open(&bytes, &instrument).session;
        assert_eq!(opened.status(), Status::InProgress);
        opened.step()
    };
    let nothing = [None; 4];
    assert_eq!(answered(0, &nothing), Step::Item(0));
    assert_eq!(answered(13, &nothing), Step::Item(13));
    assert_eq!(answered(32, &nothing), Step::ContextInterlude);
    // One that was left out on purpose cannot be told from one that was not reached.
    assert_eq!(answered(32, &[Some(1), None, None, None]), Step::Review);
    assert_eq!(answered(31, &[Some(1); 4]), Step::Item(31));
}

#[test]
fn the_example_is_complete_fits_the_instrument_and_shows_a_mixed_picture() {
    let instrument = scan_0_1();
    let example = example_session(&instrument).expect("an example");
    assert_eq!(example.step(), Step::Result);
    assert_eq!(example.answers().rated(), 32);
    assert!(example.parts().context.iter().all(Option::is_some));
    assert_eq!(example.parts().subject.pseudonym, "");
    let scales = score(&instrument, example.answers()).scales;
    let percents = scales
        .iter()
        .map(|scale| scale.scored.as_ref().map(|s| s.percent));
    // Counted by hand: 14, 18, 25 and 15 of 32 steps.
    let expected = [43.75, 56.25, 78.125, 46.875].map(Some);
    assert!(percents.eq(expected));
}
