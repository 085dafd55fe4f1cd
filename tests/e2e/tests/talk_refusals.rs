//! What is no view, or does not belong to the other one: a sentence, and never a wrong comparison.

use e2e::Outcome;
use e2e::custom::EXAMPLE;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::talk::{
    DAY, TALK, attempt, backup, code, moment, of_manager, of_rep, questionnaire, result_file, scan,
    session, two_codes, two_sessions,
};
use hand_over::TalkCode;
use model::{Agreement, Form, Session};
use records::{AgreementRecord, agreements_document};
use serde_json::json;
use std::rc::Rc;

in_both_languages! {
    a_wrong_code_is_said_to_be_what_it_is_and_changes_nothing: Setup::phone() => wrong_codes;
    two_views_that_do_not_belong_together_are_not_compared: Setup::desk() => wrong_pairs;
    a_theme_that_is_not_shared_is_a_line_and_never_a_difference: Setup::phone() => withheld;
}

#[test]
fn a_file_that_is_no_view_is_said_to_be_what_it_is_and_changes_nothing() {
    run(Setup::desk(), wrong_files);
}

/// The letters of Crockford's base32.
const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The remainder of CRC-15/CAN (Bosch, *CAN Specification 2.0*, 1991).
fn remainder(bits: &[bool]) -> u16 {
    bits.iter().fold(0, |register, &bit| {
        let next = (register & 0x4000 != 0) != bit;
        ((register << 1) & 0x7FFF) ^ if next { 0x4599 } else { 0 }
    })
}

/// The same code as a later version of the format would begin: sound, and of another version.
fn of_a_later_format(code: &str) -> String {
    let values = code.chars().filter_map(|letter| LETTERS.find(letter));
    let mut bits: Vec<bool> = values
        .flat_map(|value| (0..5).rev().map(move |bit| value >> bit & 1 == 1))
        .collect();
    bits[0] = true;
    bits[1] = false;
    let before = bits.len() - 15;
    let sum = remainder(&bits[..before]);
    for (place, bit) in bits[before..].iter_mut().enumerate() {
        *bit = sum >> (14 - place) & 1 == 1;
    }
    let letters = bits.chunks(5).map(|five| {
        let value = five
            .iter()
            .fold(0, |value, &bit| value << 1 | usize::from(bit));
        &LETTERS[value..=value]
    });
    letters.collect()
}

/// The code with the character at a place turned into the next one.
fn with_one_wrong(code: &str, place: usize) -> String {
    let value = LETTERS.find(&code[place..=place]).unwrap_or_default();
    let other = (value + 1) % LETTERS.len();
    [&code[..place], &LETTERS[other..=other], &code[place + 1..]].concat()
}

/// The code with the first two neighbours that differ swapped, from this place on.
fn with_two_swapped(code: &str, from: usize) -> String {
    let mut letters = code.as_bytes().to_vec();
    let place = (from..letters.len() - 1).find(|&at| letters[at] != letters[at + 1]);
    if let Some(place) = place {
        letters.swap(place, place + 1);
    }
    String::from_utf8_lossy(&letters).into_owned()
}

/// It is said that this is wrong and that nothing has changed, and the table is as it was.
async fn refused(page: &Page, sentence: &str, sides: [&str; 2]) -> Outcome {
    page.says(sentence).await?;
    let said = page.reads("error").await?;
    let t = &page.language().talk().errors;
    assert!(said.contains(sentence), "{sentence}: {said}");
    assert!(said.contains(t.nothing_changed), "{said}");
    assert_eq!(page.sides().await?, sides, "{sentence}");
    assert!(page.find(names::LIFT).await?.is_none(), "{sentence}");
    Ok(())
}

async fn wrong_codes(page: &Page) -> Outcome {
    let [rep, manager] = two_codes(DAY)?;
    let (rep, sound) = (rep, manager.text().to_owned());
    let scan = scan()?;
    let late = session(
        &scan,
        (Form::Manager, "of-a-late-day", "2060-01-01"),
        of_manager,
    )?;
    let late = code(&scan, &late, &[])?;
    let unknown = definition::from_json(EXAMPLE)?;
    let of_unknown = session(&unknown, (Form::SelfReport, "of-another", DAY), |_| Some(3))?;
    let of_unknown = code(&unknown, &of_unknown, &[])?;
    let t = &page.language().talk().errors;
    let cut = &sound[..sound.len() - 1];
    let odd = [&sound[..4], "U", &sound[5..]].concat();
    let cases = [
        (String::new(), t.empty.to_owned()),
        (with_one_wrong(&sound, 3), t.checksum.to_owned()),
        (
            with_one_wrong(&sound, sound.len() - 1),
            t.checksum.to_owned(),
        ),
        (with_two_swapped(&sound, 8), t.checksum.to_owned()),
        (cut.to_owned(), t.too_short(cut.len())),
        (odd, t.character("U", 5)),
        ("A".repeat(97), t.too_long.to_owned()),
        (of_unknown.fragment(), t.unknown_questionnaire.to_owned()),
        (late.fragment(), t.day.to_owned()),
        (of_a_later_format(&sound), t.newer.to_owned()),
    ];
    page.to_table(&rep).await?;
    page.lie_covered(1).await?;
    for (text, sentence) in cases {
        page.lay_code(&text).await?;
        refused(page, &sentence, ["covered", "missing"]).await?;
    }
    page.accessible("a code that is refused").await?;
    // A link with a fault is refused as well, and the sound code is still taken after it.
    let link = [TALK, "#code=", &with_one_wrong(&sound, 3)].concat();
    page.follow(&link).await?;
    refused(page, t.checksum, ["missing", "missing"]).await?;
    let read_aloud = manager.grouped().to_lowercase().replace('0', "o");
    page.lay_code(&read_aloud).await?;
    page.lie_covered(1).await
}

async fn wrong_files(page: &Page) -> Outcome {
    let scan = Rc::new(scan()?);
    let [of_rep, of_manager] = two_sessions(DAY)?;
    let at = moment(DAY)?;
    let agreement = Agreement {
        text: "Ik vraag door".to_owned(),
        ..Agreement::default()
    };
    let record = AgreementRecord::new(
        "a-1".into(),
        of_rep.parts().id.clone(),
        at.clone(),
        agreement,
    );
    let mut parts = of_manager.parts().clone();
    parts.completed_at = None;
    let unfinished = Session::restore(&scan, parts);
    let unfinished = result_file(page, &scan, &unfinished, "unfinished.json")?;
    let saved = backup([attempt(&scan, &of_manager)])?;
    let agreed = agreements_document(&[record], &at).bytes;
    let language = page.language();
    let (t, others) = (&language.talk().errors, &language.messages().errors);
    let file = |name: &str, bytes: &[u8]| page.file(name, bytes);
    let sealed = b"age-encryption.org/v1\n-> scrypt abc 16\nbody\n--- mac\n";
    let sealed = [&sealed[..], &[0; 32]].concat();
    let cases = [
        (file("kept.json", &saved)?, t.backup),
        (file("agreed.json", &agreed)?, t.agreements),
        (unfinished, t.unfinished),
        (file("sealed.age", &sealed)?, t.sealed),
        (
            file("large.json", &vec![b' '; 9 * 1024 * 1024])?,
            others.file_too_big,
        ),
        (file("none.json", b"A letter to nobody")?, t.nothing_changed),
        (
            file("cut.json", &saved[..saved.len() / 2])?,
            t.nothing_changed,
        ),
    ];
    page.to_table(&two_codes(DAY)?[0]).await?;
    page.lie_covered(1).await?;
    for (path, sentence) in cases {
        page.open_file(names::LAY_FILE, &path).await?;
        refused(page, sentence, ["covered", "missing"]).await?;
        page.fill(names::CODE, "").await?;
        page.until("that the error is gone", async || {
            Ok(page.parts("error").await?.is_empty().then_some(()))
        })
        .await?;
    }
    let sound = result_file(page, &scan, &of_manager, "sound.json")?;
    page.open_file(names::LAY_FILE, &sound).await?;
    page.lie_covered(2).await
}

/// The code of a session on a form of this questionnaire, without these scales.
fn of(
    instrument: &model::Instrument,
    form: Form,
    withheld: &[usize],
    id: &str,
) -> Outcome<TalkCode> {
    let scale = instrument.response_scale();
    let value = |item| of_rep(item).map(|value| value.min(scale.max));
    code(
        instrument,
        &session(instrument, (form, id, DAY), value)?,
        withheld,
    )
}

async fn wrong_pairs(page: &Page) -> Outcome {
    let scan = scan()?;
    let earlier = questionnaire("sales-mindset", "0.1.0")?;
    let review = questionnaire("call-review", "0.2.0")?;
    let (own, about) = (Form::SelfReport, Form::Manager);
    let t = page.language().talk();
    let rep = of(&scan, own, &[], "a-rep")?;
    let cases = [
        (
            of(&earlier, own, &[], "a-rep-then")?,
            of(&scan, about, &[], "a-manager")?,
            t.errors.other_version,
        ),
        (
            rep.clone(),
            of(&review, about, &[], "a-review")?,
            t.errors.other_questionnaire,
        ),
        (
            rep.clone(),
            of(&scan, own, &[], "another-rep")?,
            t.table.occupied_rep,
        ),
        (
            of(&scan, about, &[], "a-manager")?,
            of(&scan, about, &[], "another-manager")?,
            t.table.occupied_manager,
        ),
        (
            of(&scan, own, &[0, 1, 2, 3], "a-rep")?,
            of(&scan, about, &[], "a-manager")?,
            t.errors.nothing_in_common,
        ),
        (
            of(&scan, own, &[0, 1], "a-rep")?,
            of(&scan, about, &[2], "a-manager")?,
            t.errors.nothing_in_common,
        ),
    ];
    for (first, second, sentence) in cases {
        page.to_table(&first).await?;
        page.lie_covered(1).await?;
        let before = page.sides().await?;
        page.lay_code(second.text()).await?;
        let [of_rep, of_manager] = [&*before[0], &*before[1]];
        refused(page, sentence, [of_rep, of_manager]).await?;
    }
    // Oneself is no second side.
    page.to_table(&rep).await?;
    page.lie_covered(1).await?;
    page.lay_code(rep.text()).await?;
    refused(page, t.errors.twice, ["covered", "missing"]).await
}

async fn withheld(page: &Page) -> Outcome {
    let scan = scan()?;
    let [of_rep, of_manager] = two_sessions(DAY)?;
    let scale = "responsibility";
    let place = scan.scales().iter().position(|one| one.id == scale);
    let place = place.ok_or("the scale")?;
    let codes = [
        code(&scan, &of_rep, &[place])?,
        code(&scan, &of_manager, &[])?,
    ];
    page.to_two_views(&codes).await?;
    let t = &page.language().talk().two_views;
    let name = &scan.scales()[place].short_name;
    let sentence = t.not_shared(t.rep, name.get(page.language().of_model()));
    let lines = "return [...document.querySelectorAll('p.muted[data-not-shared]')]
        .map((line) => line.textContent)";
    assert_eq!(page.script(lines, Vec::new()).await?, json!([sentence]));
    page.press(names::FIGURES).await?;
    page.says(t.not_shared_cell).await?;
    page.unfold().await?;
    assert!(!page.topics().await?.contains(&scale.to_owned()));
    let items =
        "return [...document.querySelectorAll('[data-item]')].map((one) => one.dataset.item)";
    let on_screen: Vec<String> = serde_json::from_value(page.script(items, Vec::new()).await?)?;
    let of_scale = Instrument::read()?.items_of(scale);
    assert!(
        on_screen.iter().all(|item| !of_scale.contains(item)),
        "{on_screen:?}"
    );
    let bars = "return document.querySelectorAll(`[data-scale=${arguments[0]}]`).length";
    assert_eq!(page.script(bars, vec![json!(scale)]).await?, json!(0));
    page.accessible("two views of which a theme is not shared")
        .await
}

#[test]
fn two_who_fill_in_in_different_languages_are_compared_in_that_of_the_reader() {
    run(Setup::desk().language(Language::Nl), async |page| {
        let scan = scan()?;
        let [of_rep, of_manager] = two_sessions(DAY)?;
        let mut parts = of_rep.parts().clone();
        parts.language = model::Language::En;
        let in_english = Session::restore(&scan, parts);
        let codes = [
            code(&scan, &in_english, &[])?,
            code(&scan, &of_manager, &[])?,
        ];
        page.to_two_views(&two_codes(DAY)?).await?;
        let topics = page.topics().await?;
        page.to_two_views(&codes).await?;
        assert_eq!(page.topics().await?, topics);
        page.says(Language::Nl.talk().two_views.different).await?;
        page.speak(Language::En).await?;
        assert_eq!(page.topics().await?, topics);
        page.says(Language::En.talk().two_views.different).await?;
        let instrument = Instrument::read()?;
        let text = page.text().await?;
        for item in instrument.order() {
            let dutch = instrument.wording(&item, Language::Nl);
            assert!(!text.contains(&dutch), "{dutch}");
        }
        Ok(())
    });
}
