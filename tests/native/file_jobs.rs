//! Files that the worker makes and opens, by way of its messages.

use crate::support::moment;
use crate::support::sales_mindset;
use content::example_session;
use documents::write_as;
use file_jobs::{
    FileJob, FileOutcome, FileTask, FileToMake, ResultRecords, decode_job, decode_outcome,
    encode_job, encode_outcome,
};
use model::Language::{En, Nl};
use model::{Agreement, Catalogue, Influence, Instrument, Timestamp};
use platform::doubles::MemoryFileJobs;
use platform::{FileJobs, WorkerFailed};
use records::{
    AgreementRecord, Attempt, FileFormat, ImportError, InfluenceRecord, JoinedRecords, ResultInput,
    SealedFault, Share, Zone, backup_document, result_document, saved,
};
use std::cell::RefCell;
use std::rc::Rc;

/// The shipped questionnaire as it lies beside the page, in both languages.
fn compiled_files() -> Vec<Vec<u8>> {
    let questionnaire = content::scan().questionnaire().expect("it is sound");
    let file = |language| compiled::encode(&questionnaire, language).expect("it can be written");
    vec![file(Nl), file(En)]
}

fn zone() -> Zone {
    Zone::around(0, "Europe/Amsterdam".to_owned(), |_| 60)
}

fn attempt() -> Attempt {
    let instrument = Rc::new(sales_mindset());
    let session = example_session(&instrument).expect("an example");
    let mut attempt = Attempt::new(instrument, session);
    attempt.unknown.insert("later".to_owned(), 7.into());
    attempt
}

/// An agreement made and an influence named on an attempt.
fn joined(attempt: &Attempt) -> JoinedRecords {
    let at = Timestamp::parse("2026-11-24T10:00:00+01:00").expect("a moment");
    let session = attempt.id().to_owned();
    let agreement = Agreement {
        text: "Every week one talk".to_owned(),
        ..Agreement::default()
    };
    let influence = Influence {
        reason: "The calls I make".to_owned(),
        ..Influence::default()
    };
    let agreement = AgreementRecord::new("a-1".to_owned(), session.clone(), at.clone(), agreement);
    let influence = InfluenceRecord::new("i-1".to_owned(), session, at, influence);
    JoinedRecords {
        agreements: vec![agreement],
        influences: vec![influence],
    }
}

fn input<'a>(attempt: &'a Attempt, joined: &'a JoinedRecords, share: Share) -> ResultInput<'a> {
    ResultInput {
        instrument: &attempt.instrument,
        session: &attempt.session,
        joined,
        export_id: "e-1".to_owned(),
        exported_at: moment("2026-11-24T10:15:00+01:00"),
        language: En,
        unknown: &attempt.unknown,
        share,
        zone: zone(),
        page: None,
    }
}

fn to_make(attempts: &[&Attempt], format: FileFormat, share: Share) -> FileTask {
    let results = attempts.iter();
    FileTask::Make(Box::new(FileToMake {
        format,
        share,
        digest: sales_mindset().digest().to_owned(),
        results: results
            .map(|one| ResultRecords::write(one, &joined(one)))
            .collect(),
        export_id: "e-1".to_owned(),
        exported_at: moment("2026-11-24T10:15:00+01:00"),
        language: En,
        zone: zone(),
        page: None,
    }))
}

/// What the worker answers, by way of the double of the port.
fn outcome(task: FileTask) -> Result<FileOutcome, WorkerFailed> {
    let port = MemoryFileJobs::default();
    port.worker.set(Some(files_worker::run));
    let job = FileJob {
        questionnaires: compiled_files(),
        task,
    };
    let answer = Rc::new(RefCell::new(None));
    let to = answer.clone();
    port.run(
        &job,
        Box::new(move |outcome| *to.borrow_mut() = Some(outcome)),
    );
    answer.take().expect("the double answers at once")
}

#[test]
fn the_worker_makes_the_very_bytes_that_the_writers_give() {
    let attempt = attempt();
    for format in FileFormat::ALL {
        for share in [Share::default(), Share::EVERYTHING.with_scale(1, false)] {
            let written = write_as(format, &input(&attempt, &joined(&attempt), share));
            let made = FileOutcome::Made {
                name: written.name,
                bytes: written.bytes,
            };
            assert_eq!(outcome(to_make(&[&attempt], format, share)), Ok(made));
            assert_eq!(written.media_type, format.media_type());
        }
    }
}

#[test]
fn a_table_holds_every_attempt_and_a_result_file_one() {
    let attempt = attempt();
    let rows = |attempts: &[&Attempt]| {
        let task = to_make(attempts, FileFormat::Sessions, Share::EVERYTHING);
        match outcome(task) {
            Ok(FileOutcome::Made { bytes, .. }) => bytes.iter().filter(|&&b| b == b'\n').count(),
            other => panic!("no table: {other:?}"),
        }
    };
    assert_eq!(rows(&[]), 1);
    assert_eq!(rows(&[&attempt, &attempt]), 3);
    for attempts in [&[][..], &[&attempt, &attempt]] {
        let task = to_make(attempts, FileFormat::Json, Share::EVERYTHING);
        assert_eq!(outcome(task), Ok(FileOutcome::Impossible));
    }
}

/// The numbers of the events of a calendar that the worker makes of this attempt, at this minute.
fn sequences(attempt: &Attempt, minute: i64) -> Vec<i32> {
    let mut task = to_make(&[attempt], FileFormat::Calendar, Share::EVERYTHING);
    if let FileTask::Make(file) = &mut task {
        file.zone = Zone::around(minute, "Europe/Amsterdam".to_owned(), |_| 60);
    }
    let Ok(FileOutcome::Made { bytes, .. }) = outcome(task) else {
        panic!("no calendar");
    };
    let text = String::from_utf8(bytes).expect("text");
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix("SEQUENCE:"));
    lines
        .map(|number| number.parse().expect("an integer of the format"))
        .collect()
}

#[test]
fn a_later_calendar_has_a_higher_sequence_also_of_an_opened_file_that_nothing_changed() {
    let stored = attempt();
    let file = result_document(&input(&stored, &joined(&stored), Share::EVERYTHING)).bytes;
    let Ok(FileOutcome::Opened(opened)) = outcome(FileTask::Open(file)) else {
        panic!("it opens");
    };
    let catalogue = Catalogue::from_iter([stored.instrument.clone()]);
    let (opened, _) = opened.result.read(&catalogue).expect("they are records");
    let mut often_saved = stored.clone();
    often_saved.revision = u64::MAX;
    // 29,875,100 minutes since 1970 lie in October 2026; those after it a day and 40 years later.
    let minutes = [29_875_100, 29_875_101, 29_876_540, 50_913_500];
    for attempt in [&stored, &opened, &often_saved] {
        let made = minutes.map(|minute| sequences(attempt, minute));
        assert!(made.iter().all(|numbers| numbers.len() == 6), "{made:?}");
        assert!(made.is_sorted_by(|one, next| one.iter().max() < next.iter().min()));
        assert_eq!(sequences(attempt, minutes[1]), made[1]);
    }
    // Saving it in between takes no number from a later one.
    let before = sequences(&often_saved, minutes[0]);
    assert!(before[0] < sequences(&opened, minutes[1])[0]);
}

#[test]
fn a_result_file_comes_as_a_stored_record_of_the_same_session() {
    let attempt = attempt();
    let share = Share::EVERYTHING.with_scale(2, false);
    let joined = joined(&attempt);
    let file = result_document(&input(&attempt, &joined, share)).bytes;
    let Ok(FileOutcome::Opened(opened)) = outcome(FileTask::Open(file.clone())) else {
        panic!("it opens");
    };
    assert_eq!(opened.withheld_scales, [2]);
    assert_eq!(opened.differing_scales, [0_usize; 0]);
    let catalogue = Catalogue::from_iter([attempt.instrument.clone()]);
    let (read, read_joined) = opened.result.read(&catalogue).expect("they are records");
    let instruments: [&Instrument; 1] = [&attempt.instrument];
    let direct = records::open_result(&file, &instruments).expect("it opens");
    assert_eq!(read.session, direct.session);
    assert_eq!(read.unknown, attempt.unknown);
    assert_eq!(read_joined, direct.joined);
    assert_eq!(read_joined.agreements[0].id, "a-1");
    assert_eq!(read_joined.influences[0].id, "i-1");
}

#[test]
fn a_backup_comes_as_the_records_in_it() {
    let attempt = attempt();
    let joined = JoinedRecords::default();
    let now = "2026-11-24T10:15:00+01:00";
    let file = backup_document([&attempt].into_iter(), &joined, &moment(now)).bytes;
    let Ok(FileOutcome::Backup(backup)) = outcome(FileTask::Open(file)) else {
        panic!("it opens");
    };
    let [record] = backup.records.as_slice() else {
        panic!("one record: {backup:?}");
    };
    assert!(backup.refused.is_empty() && backup.missing.is_empty());
    assert_eq!(record.key, format!("attempt/{}", attempt.id()));
    let catalogue = Catalogue::from_iter([attempt.instrument.clone()]);
    assert_eq!(saved::read(&record.text, &catalogue), Ok(attempt));
}

#[test]
fn a_file_that_is_refused_says_why_in_every_language() {
    let utf_16 = ImportError::OtherEncoding {
        name: "UTF-16".to_owned(),
    };
    let to_key = b"age-encryption.org/v1\n-> X25519 abc\n\n--- AAAA\n";
    let costly = b"age-encryption.org/v1\n-> scrypt abc 30\n\n--- AAAA\n";
    let cases: [(&[u8], ImportError); 8] = [
        (b"", ImportError::Empty),
        (b"{\"format\":", ImportError::Truncated),
        (b"{}", ImportError::NotAResult),
        (b"\xff\xfe{", utf_16),
        (b"\xff\0\x01", ImportError::NotText),
        (to_key, ImportError::Sealed(SealedFault::ToKey)),
        (costly, ImportError::Sealed(SealedFault::TooMuchWork)),
        (
            b"age-encryption.org/v1\n-> scr",
            ImportError::Sealed(SealedFault::Damaged),
        ),
    ];
    for (bytes, error) in cases {
        let Ok(FileOutcome::Refused(refusal)) = outcome(FileTask::Open(bytes.to_vec())) else {
            panic!("it is refused: {error:?}");
        };
        for language in [Nl, En] {
            let said = files_worker::sentence(&error, language);
            assert_eq!(refusal.sentence.get(language), said);
        }
        assert_ne!(refusal.sentence.get(Nl), refusal.sentence.get(En));
        assert!(refusal.missing.is_empty());
    }
}

#[test]
fn a_file_under_a_passphrase_is_told_from_one_that_no_passphrase_opens() {
    let header = "age-encryption.org/v1\n-> scrypt abc 16\nbody\n--- mac\n";
    let sealed = [header.as_bytes(), &[0; 32]].concat();
    let marked = [b"\xEF\xBB\xBF\r\n", &sealed[..]].concat();
    for file in [sealed, marked] {
        assert_eq!(outcome(FileTask::Open(file)), Ok(FileOutcome::Sealed));
    }
}

/// What an opened file may hold that this version does not know, by its number of parts.
type Unknown = fn(usize) -> serde_json::Value;

fn within_lists(value: serde_json::Value, lists: usize) -> serde_json::Value {
    (0..lists).fold(value, |inner, _| serde_json::json!([inner]))
}

const UNKNOWN: [(&str, Unknown); 7] = [
    ("zeros", |n| serde_json::json!({"x": vec![0; n]})),
    (
        "zeros as deep as is kept",
        |n| serde_json::json!({"x": within_lists(vec![0; n].into(), 21)}),
    ),
    (
        "numbers that grow when they are written",
        |n| serde_json::json!({"x": vec![1e15; n]}),
    ),
    ("lists in lists", |n| {
        let lists = (0..n).map(|_| within_lists(0.into(), 20));
        serde_json::json!({"x": lists.collect::<Vec<_>>()})
    }),
    ("a text", |n| serde_json::json!({"x": "é".repeat(n)})),
    (
        "a text that is escaped",
        |n| serde_json::json!({"x": "\u{1}\"".repeat(n)}),
    ),
    ("long names", |n| {
        let fields = (0..n).map(|n| (format!("{n}{}", "x".repeat(1_000)), n.into()));
        fields.collect::<serde_json::Map<_, _>>().into()
    }),
];

/// The result file of the example.
fn example_file() -> serde_json::Value {
    let attempt = attempt();
    let file = result_document(&input(&attempt, &joined(&attempt), Share::EVERYTHING)).bytes;
    serde_json::from_slice(&file).expect("JSON")
}

#[test]
fn whatever_opens_and_is_kept_can_be_saved_with_many_others_in_a_backup_that_opens() {
    let instrument = Rc::new(sales_mindset());
    let mut file = example_file();
    let mut opened = |extensions: serde_json::Value| {
        file["extensions"] = extensions;
        records::open_result(file.to_string().as_bytes(), &[&*instrument])
    };
    for (what, unknown) in UNKNOWN {
        let mut too_much = 64;
        while opened(unknown(too_much)).is_ok() {
            too_much *= 2;
        }
        let mut fits = too_much / 2;
        while too_much - fits > 1 {
            let middle = fits + (too_much - fits) / 2;
            match opened(unknown(middle)) {
                Ok(_) => fits = middle,
                Err(_) => too_much = middle,
            }
        }
        let refused = opened(unknown(too_much)).err();
        assert_eq!(refused, Some(ImportError::TooMuchUnknown), "{what}");
        let of_file = opened(unknown(fits)).expect("it opens");
        let mut largest = Attempt::new(instrument.clone(), of_file.session);
        largest.unknown = of_file.unknown;
        let kept = (0..64).map(|n| {
            let mut parts = largest.session.parts().clone();
            parts.id = format!("s-{n}");
            parts.subject.pseudonym = "é".repeat(records::MAX_LABEL);
            let mut attempt = largest.clone();
            attempt.session = model::Session::restore(&attempt.instrument, parts);
            attempt
        });
        let kept: Vec<Attempt> = kept.collect();
        let catalogue = Catalogue::from_iter([largest.instrument.clone()]);
        assert!(
            saved::read(&saved::write(&kept[0]), &catalogue).is_ok(),
            "{what}"
        );
        let mut all = JoinedRecords::default();
        for (n, one) in kept.iter().enumerate() {
            let mut of_one = joined(one);
            of_one.agreements[0].id = format!("a-{n}");
            of_one.influences[0].id = format!("i-{n}");
            all.agreements.append(&mut of_one.agreements);
            all.influences.append(&mut of_one.influences);
        }
        let file = backup_document(kept.iter(), &all, &moment("2026-11-24T10:15:00+01:00")).bytes;
        let Ok(FileOutcome::Backup(backup)) = outcome(FileTask::Open(file)) else {
            panic!("{what}: {fits} of them, and the backup does not open");
        };
        assert_eq!(backup.refused, [], "{what}");
        assert_eq!(backup.records.len(), 3 * 64, "{what}");
        let read = saved::read(&backup.records[5].text, &catalogue).expect("a record");
        assert_eq!(read.unknown, largest.unknown, "{what}");
    }
}

#[test]
fn a_record_of_before_is_restored_without_what_is_more_than_is_kept() {
    let attempt = attempt();
    let mut stored = attempt.clone();
    // The deepest that an earlier version opened: 32 levels of a file.
    let deepest = within_lists(0.into(), 31);
    for unknown in [deepest, vec![0; 100_000].into()] {
        let mut joined = joined(&stored);
        for fields in [
            &mut stored.unknown,
            &mut joined.agreements[0].unknown,
            &mut joined.influences[0].unknown,
        ] {
            fields.insert("x".to_owned(), unknown.clone());
        }
        let at = moment("2026-11-24T10:15:00+01:00");
        let file = backup_document([&stored].into_iter(), &joined, &at).bytes;
        let Ok(FileOutcome::Backup(backup)) = outcome(FileTask::Open(file)) else {
            panic!("it opens");
        };
        assert_eq!(backup.refused, []);
        let catalogue = Catalogue::from_iter([attempt.instrument.clone()]);
        let read = saved::read(&backup.records[0].text, &catalogue).expect("a record");
        assert_eq!(read.session, attempt.session);
        assert!(read.unknown.is_empty());
        assert!(backup.records.iter().all(|one| one.text.len() < 10_000));
        assert_eq!(backup.records.len(), 3);
    }
}

#[test]
fn rows_of_a_backup_that_are_refused_are_named_and_the_others_come_along() {
    let attempt = attempt();
    let now = "2026-11-24T10:15:00+01:00";
    let joined = joined(&attempt);
    let file = backup_document([&attempt].into_iter(), &joined, &moment(now)).bytes;
    let mut file: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    file["records"][1]["body"]["createdAt"] = "soon".into();
    let list = file["records"].as_array_mut().expect("a list");
    let mut elsewhere = list[0].clone();
    elsewhere["body"]["instrument"]["id"] = "space-mindset".into();
    list.push(list[0].clone());
    list.push(elsewhere);
    list.push(serde_json::json!({"key": "preferences", "body": {"schema": 1}}));
    list.push(7.into());
    let Ok(FileOutcome::Backup(backup)) = outcome(FileTask::Open(file.to_string().into())) else {
        panic!("it opens");
    };
    let keys: Vec<&str> = backup.records.iter().map(|one| &*one.key).collect();
    assert_eq!(
        keys,
        [&*format!("attempt/{}", attempt.id()), "influences/i-1"]
    );
    let said = |language| -> Vec<&str> {
        let refused = backup.refused.iter();
        refused.map(|sentence| sentence.get(language)).collect()
    };
    let begun = i18n::long_date(attempt.session.parts().started_at.as_str(), En);
    assert_eq!(
        said(En),
        [
            "Part 2 (agreement): A value is not right, at this place: createdAt.".to_owned(),
            format!(
                "Part 4 (result, {begun}): This is in the file already, perhaps in another version. \
                 The first one is restored, this one is not."
            ),
            format!(
                "Part 5 (result, {begun}): It belongs to the scan ‘space-mindset’, version {}, \
                 which is not known here.",
                attempt.instrument.version()
            ),
            "Part 7 (something else): A value is not right, at this place: body.".to_owned(),
        ]
    );
    assert!(said(Nl)[0].starts_with("Deel 2 (afspraak): "));
    assert_eq!(backup.missing.len(), 1);
    assert_eq!(backup.missing[0].id, "space-mindset");
}

#[test]
fn an_attempt_at_a_questionnaire_that_did_not_come_along_is_impossible() {
    let mut job = FileJob {
        questionnaires: Vec::new(),
        task: to_make(&[&attempt()], FileFormat::Json, Share::EVERYTHING),
    };
    assert_eq!(files_worker::run(&job), FileOutcome::Impossible);
    job.questionnaires = vec![b"MQ".to_vec()];
    assert_eq!(files_worker::run(&job), FileOutcome::Impossible);
}

#[test]
fn a_message_that_was_cut_or_has_more_behind_it_is_none() {
    let job = FileJob {
        questionnaires: vec![vec![1, 2]],
        task: FileTask::Open(vec![3]),
    };
    let message = encode_job(&job);
    assert_eq!(decode_job(&message), Some(job));
    let outcome = FileOutcome::Made {
        name: "a.json".to_owned(),
        bytes: vec![4, 5],
    };
    let message = encode_outcome(&outcome);
    assert_eq!(decode_outcome(&message), Some(outcome));
    assert_eq!(decode_outcome(&message[..message.len() - 1]), None);
    assert_eq!(decode_outcome(&[&message[..], b"\0"].concat()), None);
    assert_eq!(decode_outcome(b""), None);
}

#[test]
fn without_a_worker_every_job_fails_and_loses_nothing() {
    let port = MemoryFileJobs::default();
    let job = FileJob {
        questionnaires: Vec::new(),
        task: FileTask::Open(vec![1]),
    };
    let failed = Rc::new(RefCell::new(false));
    let to = failed.clone();
    port.run(
        &job,
        Box::new(move |outcome| *to.borrow_mut() = outcome == Err(WorkerFailed)),
    );
    assert!(failed.take());
    assert_eq!(port.jobs.take(), [job]);
}
