//! Who answers about whom: the forms of a questionnaire, from its definition to a file and back.
//!
//! The mirror and the review are as their authors published them: their digests are held below.

use crate::schemas::assert_result;
use crate::support::moment;
use crate::support::scan_0_1;
use compiled::{Questionnaire, decode, encode};
use documents::{CANNOT_JUDGE, Table, table_document, write_as};
use model::{
    Action, Answer, Catalogue, Form, Found, Instrument, Language, Polarity, Rater, Rating, Session,
    Step, Subject, with_name,
};
use records::saved::{self, Attempt};
use records::{
    Content, FileFormat, ImportError, JoinedRecords, ResultInput, Share, Unreadable, Zone,
    open_result, result_document,
};
use scoring::score_form;
use serde_json::{Map, Value, json};
use std::rc::Rc;

const SCAN: &str = include_str!("../../content/sales-mindset/0.2.0.json");
pub const MIRROR: &str = include_str!("../../content/manager-mirror/0.2.0.json");
pub const REVIEW: &str = include_str!("../../content/call-review/0.2.0.json");
const GOLDEN: &str = include_str!("../../schema/examples/result-2.0-manager.json");
const AT: &str = "2026-11-23T10:15:00+01:00";

fn load(json: &str) -> Rc<Instrument> {
    Rc::new(definition::from_json(json).unwrap_or_else(|error| panic!("{error}")))
}

/// Two versions of the scan, the manager's mirror and the call review.
fn catalogue() -> Catalogue {
    let first = Rc::new(scan_0_1());
    [first, load(SCAN), load(MIRROR), load(REVIEW)]
        .into_iter()
        .collect()
}

/// A manager about a rep: every fourth statement cannot be judged, the first is left out.
fn of_manager(instrument: &Instrument) -> Session {
    let rater = Rater {
        role: Form::Manager,
        pseudonym: "M7".to_owned(),
    };
    let subject = Subject {
        pseudonym: "Zoë V.".to_owned(),
    };
    let id = "c0a8f3d2-2222".to_owned();
    let mut session = Session::start_form(
        instrument,
        (rater, subject),
        id,
        1,
        Language::Nl,
        moment(AT),
    );
    let items = instrument.form_items(Form::Manager);
    loop {
        let action = match session.step() {
            Step::Context(_) => Action::SkipAllContext,
            Step::Interlude(_) | Step::ContextInterlude => Action::GoOn,
            Step::Item(0) => Action::Skip { item: items[0] },
            Step::Item(n) if n % 4 == 3 => Action::CannotJudge { item: items[n] },
            Step::Item(n) => Action::Rate {
                item: items[n],
                rating: Rating::new(1 + (n % 3) as u8, instrument.response_scale())
                    .expect("1 to 3 lie on every scale here"),
            },
            Step::Review => Action::Complete { at: moment(AT) },
            Step::Result => return session,
        };
        session.update(instrument, action);
    }
}

fn file_of(instrument: &Instrument, session: &Session) -> Vec<u8> {
    result_document(&ResultInput {
        instrument,
        session,
        joined: &JoinedRecords::default(),
        export_id: "e-1".to_owned(),
        exported_at: moment(AT),
        language: Language::Nl,
        unknown: &Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    })
    .bytes
}

#[test]
fn the_questionnaires_load_as_their_authors_published_them() {
    let published = [
        (
            MIRROR,
            "bb6fc08356418c1a35a83115c7109bc885b8a229bb5d5ba588ac38acdd1a9042",
        ),
        (
            REVIEW,
            "a1ecfcd419a34d04229037a97481e40cea82b8ae9f2f5523ca92cff7e29b1fe1",
        ),
    ];
    for (json, digest) in published {
        assert_eq!(load(json).digest(), format!("sha256:{digest}"));
    }
    // As the scoring specification has it for 1 to 5 and for 1 to 3.
    for (json, precise) in [(MIRROR, true), (REVIEW, false)] {
        let rules = *load(json).rules();
        assert_eq!((rules.show_border, rules.precision), (precise, precise));
    }
}

#[test]
fn several_questionnaires_and_two_versions_of_one_stand_in_one_catalogue() {
    let catalogue = catalogue();
    let named: Vec<_> = catalogue
        .all()
        .iter()
        .map(|one| (one.id(), one.version()))
        .collect();
    let expected = [
        ("sales-mindset", "0.1.0"),
        ("sales-mindset", "0.2.0"),
        ("manager-mirror", "0.2.0"),
        ("call-review", "0.2.0"),
    ];
    assert_eq!(named, expected);
    let newest = catalogue.newest("sales-mindset").expect("two versions");
    assert_eq!(newest.version(), "0.2.0");
    for instrument in catalogue.all() {
        let found = catalogue.find(&instrument.reference());
        assert_eq!(found, Found::Exact(instrument.clone()));
    }
}

#[test]
fn a_questionnaire_takes_about_as_long_as_its_own_instruction_says() {
    let said = [(SCAN, "vijf"), (MIRROR, "vier"), (REVIEW, "drie")];
    for ((json, word), minutes) in said.into_iter().zip([5, 4, 3]) {
        let instrument = load(json);
        let instruction = instrument
            .form_instruction(Form::SelfReport)
            .get(Language::Nl);
        assert!(
            instruction.contains(&format!("ongeveer {word} minuten")),
            "{instruction}"
        );
        assert_eq!(instrument.estimated_minutes(Form::SelfReport), minutes);
    }
}

#[test]
fn a_manager_is_asked_what_can_be_seen_and_never_about_thoughts() {
    for scan in [Rc::new(scan_0_1()), load(SCAN)] {
        let asked = scan.form_items(Form::Manager);
        assert_eq!(asked.len(), 24);
        for item in asked {
            let scale = &scan.scales()[scan.items()[item].scale];
            assert_eq!(scale.polarity, Polarity::Supporting);
            let text = scan.item_text(Form::Manager, item).get(Language::Nl);
            assert!(text.contains("{naam}") || !text.is_empty());
            assert_ne!(text, scan.items()[item].text.get(Language::Nl));
        }
        assert_eq!(scan.form_items(Form::SelfReport).len(), 32);
        assert!(scan.response_scale().cannot_judge.is_some());
    }
    assert!(!load(MIRROR).has_form(Form::Manager), "about oneself only");
    let review = load(REVIEW);
    assert_eq!(review.form_items(Form::Manager).len(), 16);
    let label = |form| {
        review.response_scale().options_for(form)[0]
            .label
            .get(Language::En)
    };
    assert_eq!(label(Form::Manager), "Not seen");
    assert_eq!(label(Form::SelfReport), "No");
    let instruction = |form| review.form_instruction(form).get(Language::En);
    assert_ne!(instruction(Form::Manager), instruction(Form::SelfReport));
}

#[test]
fn the_mirror_alone_is_by_sales_managers_also_compiled_and_as_a_custom_one() {
    let by_managers = |one: &Instrument| one.is_by_managers();
    for catalogue in [catalogue(), compiled_catalogue(&[Language::En])] {
        let found: Vec<_> = catalogue
            .all()
            .iter()
            .filter(|one| by_managers(one))
            .map(|one| one.id().to_owned())
            .collect();
        assert_eq!(found, ["manager-mirror"]);
    }
    let custom = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(MIRROR).expect("JSON");
        file["meta"]["id"] = "our-mirror".into();
        change(&mut file);
        let bytes = file.to_string().into_bytes();
        let custom = definition::custom_from_bytes(&bytes, content::SHIPPED);
        custom.expect("it has an id of its own").is_by_managers()
    };
    assert!(custom(&|_| {}));
    // Managers who are told something else, or are asked about somebody, are not whom it is about.
    let other = json!({"nl": "Over een ander.", "en": "About another."});
    assert!(!custom(
        &|file| file["instructions"]["manager"] = other.clone()
    ));
    assert!(!custom(&|file| {
        let instructions = file["instructions"].as_object_mut();
        instructions.expect("an object").remove("manager");
    }));
    assert!(!custom(&|file| {
        file["items"][0]["manager_text"] = other.clone();
        file["items"][0]["observable_by_manager"] = "yes".into();
    }));
}

#[test]
fn an_item_whose_text_is_there_but_cannot_be_observed_is_not_asked() {
    let mut file: Value = serde_json::from_str(SCAN).expect("JSON");
    let text = json!({"nl": "{naam} denkt dit.", "en": "{name} thinks this."});
    let items = file["items"].as_array_mut().expect("a list");
    let limiting = items
        .iter_mut()
        .find(|item| item["scale"] == "limiting_beliefs");
    let limiting = limiting.expect("a limiting belief");
    limiting["manager_text"] = text;
    limiting["observable_by_manager"] = "yes".into();
    items[0]["observable_by_manager"] = "no".into();
    let changed = load(&file.to_string());
    assert_eq!(changed.form_items(Form::Manager).len(), 23);
}

#[test]
fn a_word_that_is_not_known_for_what_can_be_observed_is_refused() {
    let mut file: Value = serde_json::from_str(SCAN).expect("JSON");
    file["items"][3]["observable_by_manager"] = "perhaps".into();
    let error = definition::from_json(&file.to_string()).expect_err("a word too many");
    assert_eq!(error.faults[0].place, "items[3].observable_by_manager");
    let mut file: Value = serde_json::from_str(REVIEW).expect("JSON");
    file["response_scale"]["manager_labels"][1]["value"] = 3.into();
    let error = definition::from_json(&file.to_string()).expect_err("2 has no label");
    assert_eq!(error.faults[0].place, "response_scale.manager_labels");
}

#[test]
fn the_name_of_the_subject_stands_in_place_of_its_placeholder() {
    assert_eq!(with_name("{naam} belt {naam}.", "Zoë"), "Zoë belt Zoë.");
    assert_eq!(
        with_name("{name} calls {nobody}.", "{name}"),
        "{name} calls {nobody}."
    );
    assert_eq!(with_name("{", "Zoë"), "{");
}

#[test]
fn what_cannot_be_judged_counts_as_missing_and_is_neither_skipped_nor_zero() {
    let scan = load(SCAN);
    let session = of_manager(&scan);
    let items = scan.form_items(Form::Manager);
    assert_eq!(session.answers().get(items[0]), Some(Answer::Skipped));
    assert_eq!(session.answers().get(items[3]), Some(Answer::CannotJudge));
    assert_eq!(session.answers().rating(items[3]), None);
    let scores = score_form(&scan, Form::Manager, session.answers()).scales;
    for (scale, score) in scan.scales().iter().zip(&scores) {
        let asked = scale.items.iter().filter(|&item| items.contains(item));
        let rated = asked
            .clone()
            .filter(|&&item| session.answers().rating(item).is_some());
        assert_eq!(score.total as usize, asked.count());
        assert_eq!(score.answered as usize, rated.count());
        if score.total == 0 {
            assert_eq!(score.scored, None, "nothing of {} is asked", scale.id);
        }
    }
    assert_eq!(scores.iter().filter(|one| one.total == 0).count(), 1);
}

#[test]
fn nobody_says_of_themselves_that_they_cannot_judge() {
    let scan = load(SCAN);
    let mut session = Session::start(&scan, "s".into(), 1, Language::Nl, moment(AT));
    session.update(&scan, Action::SkipAllContext);
    session.update(&scan, Action::GoOn);
    let before = session.clone();
    let item = scan.form_items(Form::SelfReport)[0];
    session.update(&scan, Action::CannotJudge { item });
    assert_eq!(session, before);
}

#[test]
fn a_manager_form_is_saved_and_read_back_as_it_was() {
    let catalogue = catalogue();
    for scan in catalogue.versions("sales-mindset") {
        let attempt = Attempt::new(scan.clone(), of_manager(&scan));
        let text = saved::write(&attempt);
        assert!(text.contains("\"cannot_judge\""));
        assert_eq!(saved::read(&text, &catalogue), Ok(attempt));
    }
}

/// The catalogue as a page has it: every questionnaire compiled, and read in one language or in
/// both.
fn compiled_catalogue(languages: &[Language]) -> Catalogue {
    let compiled = |instrument: &Rc<Instrument>| {
        let questionnaire = Questionnaire {
            instrument: Instrument::clone(instrument),
            example: None,
        };
        let read = |&language| {
            let bytes = encode(&questionnaire, language).expect("a checked instrument");
            decode(&bytes).expect("it was just written").instrument
        };
        let joined = languages.iter().map(read).reduce(|one, other| {
            one.with_language(other)
                .expect("the same in another language")
        });
        Rc::new(joined.expect("at least one language"))
    };
    catalogue().all().iter().map(compiled).collect()
}

#[test]
fn every_form_is_the_same_after_it_was_compiled() {
    let both = compiled_catalogue(&[Language::En, Language::Nl]);
    assert_eq!(both, catalogue());
    for (read, written) in both.all().iter().zip(catalogue().all()) {
        assert_eq!(read, written);
    }
    for language in Language::ALL {
        let one = compiled_catalogue(&[language]);
        for (read, written) in one.all().iter().zip(catalogue().all()) {
            assert_eq!(**read, written.in_language(language));
            assert_eq!(
                read.form_pages(Form::Manager),
                written.form_pages(Form::Manager)
            );
            for item in written.form_items(Form::Manager) {
                let text = |one: &Instrument| {
                    let text = one.item_text(Form::Manager, item).get(language);
                    text.to_owned()
                };
                assert_eq!(text(read), text(written));
            }
        }
    }
}

#[test]
fn a_manager_form_is_read_and_scored_with_a_compiled_questionnaire_as_with_its_definition() {
    let compiled = compiled_catalogue(&[Language::Nl]);
    for scan in catalogue().versions("sales-mindset") {
        let attempt = Attempt::new(scan.clone(), of_manager(&scan));
        let text = saved::write(&attempt);
        let read = saved::read(&text, &compiled).expect("its questionnaire is there");
        assert_eq!(read, attempt);
        assert!(read.instrument.is(&scan.reference()));
        assert_eq!(
            score_form(&read.instrument, Form::Manager, read.session.answers()),
            score_form(&scan, Form::Manager, attempt.session.answers())
        );
        assert_eq!(saved::write(&read), text);
    }
}

#[test]
fn a_manager_form_is_exported_and_imported_as_it_was() {
    let catalogue = catalogue();
    for id in ["sales-mindset", "call-review"] {
        let instrument = catalogue.newest(id).expect("it is there");
        let session = of_manager(&instrument);
        let bytes = file_of(&instrument, &session);
        assert_result(&bytes);
        let opened = open_result(&bytes, catalogue.all()).expect("a good file");
        assert_eq!(
            catalogue.all()[opened.instrument].reference(),
            instrument.reference()
        );
        assert_eq!(
            (opened.content, opened.differences.len()),
            (Content::Same, 0)
        );
        let (back, parts) = (opened.session.parts(), session.parts());
        assert_eq!((&back.rater, &back.subject), (&parts.rater, &parts.subject));
        assert_eq!(back.answers, parts.answers);
        assert_eq!(back.started_at.as_str(), "2026-11-23T00:00:00Z");
        assert_eq!(file_of(&instrument, &opened.session), bytes);
    }
}

#[test]
fn the_golden_manager_file_is_what_is_written() {
    let scan = load(SCAN);
    let written = file_of(&scan, &of_manager(&scan));
    // Its digest is that of the scan: once that version is released, neither changes any more.
    assert_eq!(
        String::from_utf8(written).expect("UTF-8"),
        GOLDEN.trim_end()
    );
    for trace in ["10:15", "seconds", "quality"] {
        assert!(!GOLDEN.contains(trace), "{trace}");
    }
}

/// The file of a manager's answers in a format, in Dutch.
fn document_of_manager(format: FileFormat) -> String {
    let scan = load(SCAN);
    let document = write_as(
        format,
        &ResultInput {
            instrument: &scan,
            session: &of_manager(&scan),
            joined: &JoinedRecords::default(),
            export_id: "e-1".to_owned(),
            exported_at: moment(AT),
            language: Language::Nl,
            unknown: &Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
            page: None,
        },
    );
    String::from_utf8(document.bytes).expect("UTF-8")
}

#[test]
fn the_documents_of_a_manager_speak_of_what_a_manager_was_asked_and_of_nothing_else() {
    let scan = load(SCAN);
    let asked = scan.form_items(Form::Manager);
    let markdown = document_of_manager(FileFormat::Markdown);
    let t = &interface_texts::messages(Language::Nl).result;
    let session = of_manager(&scan);
    let rated = session.answers().rated();
    assert!(markdown.contains(&t.answered(rated, asked.len())));
    let limiting = scan
        .scales()
        .iter()
        .find(|scale| scale.polarity == Polarity::Limiting);
    let limiting = limiting.expect("the scan has limiting beliefs");
    assert!(!markdown.contains(limiting.name.get(Language::Nl)));
    for question in scan.scales().iter().flat_map(|scale| &scale.self_questions) {
        assert!(!markdown.contains(question.get(Language::Nl)));
    }
    let answers = document_of_manager(FileFormat::Answers);
    assert_eq!(answers.trim_end().lines().count(), 1 + asked.len());
    let own_words: Vec<&str> = asked
        .iter()
        .map(|&item| scan.items()[item].text.get(Language::Nl))
        .collect();
    for (&item, own) in asked.iter().zip(&own_words) {
        let observed = scan.item_text(Form::Manager, item).get(Language::Nl);
        assert!(answers.contains(observed), "{observed}");
        for text in [&markdown, &answers] {
            assert!(observed == *own || !text.contains(own), "{own}");
        }
    }
}

#[test]
fn cannot_judge_has_a_code_of_its_own_in_the_tables() {
    let scan = load(SCAN);
    let session = of_manager(&scan);
    let said = scan.form_items(Form::Manager).into_iter();
    let said = said.filter(|&item| session.answers().get(item) == Some(Answer::CannotJudge));
    let answers = document_of_manager(FileFormat::Answers);
    let code = format!(";{CANNOT_JUDGE};{CANNOT_JUDGE};");
    assert_eq!(answers.matches(&code).count(), said.count());
    let explained = format!("Kan ik niet beoordelen = {CANNOT_JUDGE}");
    let codebook = document_of_manager(FileFormat::Codebook);
    assert!(codebook.contains(&explained));
    let mirror = load(MIRROR);
    let of_mirror = table_document(
        &mirror,
        &[],
        Table::Codebook,
        Language::Nl,
        Share::EVERYTHING,
    );
    let of_mirror = String::from_utf8(of_mirror.bytes).expect("UTF-8");
    let none = format!("= {CANNOT_JUDGE}");
    assert!(!of_mirror.contains(&none), "about oneself only");
}

#[test]
fn a_file_of_a_form_that_is_not_there_is_refused() {
    let (scan, mirror) = (load(SCAN), load(MIRROR));
    let open = |file: &Value| {
        let instruments = [scan.clone(), mirror.clone()];
        open_result(file.to_string().as_bytes(), &instruments).map(|_| ())
    };
    let mut file: Value = serde_json::from_str(GOLDEN).expect("JSON");
    assert_eq!(open(&file), Ok(()));
    file["form"] = "friend".into();
    let found = "friend".to_owned();
    assert_eq!(open(&file), Err(ImportError::OtherForm { found }));
    file["form"] = "self".into();
    let place = "rater.role".to_owned();
    assert_eq!(open(&file), Err(ImportError::BadValue { place }));
    let reference = mirror.reference();
    file["form"] = "manager".into();
    file["instrument"] = json!({
        "id": reference.id, "version": reference.version, "digest": reference.digest,
    });
    let found = "manager".to_owned();
    assert_eq!(open(&file), Err(ImportError::OtherForm { found }));
}

#[test]
fn a_self_report_with_cannot_judge_or_a_manager_form_with_a_belief_is_refused() {
    let scan = load(SCAN);
    let open = |file: &Value| {
        open_result(file.to_string().as_bytes(), std::slice::from_ref(&scan)).map(|_| ())
    };
    let mut file: Value = serde_json::from_str(GOLDEN).expect("JSON");
    file["responses"][1]["itemId"] = "LIM-01".into();
    let id = "LIM-01".to_owned();
    assert_eq!(open(&file), Err(ImportError::UnknownItem { id }));
    let mut file: Value = serde_json::from_str(GOLDEN).expect("JSON");
    (file["form"], file["rater"]["role"]) = ("self".into(), "self".into());
    let place = "responses[3].state".to_owned();
    assert_eq!(open(&file), Err(ImportError::BadValue { place }));
}

#[test]
fn a_result_waits_for_its_own_content_and_is_scored_by_no_other() {
    let mut edited: Value = serde_json::from_str(SCAN).expect("JSON");
    edited["items"][0]["text"]["en"] = "Reworded under the same version.".into();
    let (original, edited) = (load(SCAN), load(&edited.to_string()));
    let mut later: Value = serde_json::from_str(SCAN).expect("JSON");
    later["meta"]["version"] = "0.3.0".into();
    let later = load(&later.to_string());
    let attempt = Attempt::new(original.clone(), of_manager(&original));
    let text = saved::write(&attempt);
    let file = file_of(&original, &attempt.session);

    let mut catalogue: Catalogue = [edited, later].into_iter().collect();
    let waits = Unreadable::OtherContent {
        id: original.reference().id,
        version: original.reference().version,
    };
    assert_eq!(saved::read(&text, &catalogue), Err(waits));
    let opened = open_result(&file, catalogue.all()).expect("a sound file");
    assert_eq!(
        (opened.content, opened.differences.len()),
        (Content::Other, 0)
    );
    let refused = opened.on(catalogue.all()).expect_err("another content");
    assert!(matches!(refused, ImportError::OtherContent { .. }));

    catalogue.add(original).expect("put back");
    assert_eq!(saved::read(&text, &catalogue), Ok(attempt));
    let opened = open_result(&file, catalogue.all()).and_then(|one| one.on(catalogue.all()));
    assert_eq!(opened.map(|one| one.content), Ok(Content::Same));
}
