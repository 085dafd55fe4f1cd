//! What the fixtures of these pages are made of. Native builds only.

use crate::{MIRROR, PageTexts, REVIEW, SCAN};
use i18n::{RoundMessages, TalkMessages, TeamMessages};
use interface_texts::{messages, round_texts, talk_texts, team_texts};
use model::{
    Answer, Answers, Form, Instrument, Language, Rater, Rating, Session, SessionParts, Step,
    Subject, Timestamp,
};
use platform::doubles::Doubles;

/// The outside world with everything beside a page of a talk in this language: its questionnaires and
/// its texts.
pub fn doubles(language: Language) -> Doubles {
    let texts = TalkMessages {
        interface: messages(language).clone(),
        own: talk_texts(language).clone(),
    };
    with_texts(language, &texts)
}

/// The same beside the page of a team.
pub fn team_doubles(language: Language) -> Doubles {
    let texts = TeamMessages {
        interface: messages(language).clone(),
        own: team_texts(language).clone(),
    };
    with_texts(language, &texts)
}

/// The same beside the page of a round.
pub fn round_doubles(language: Language) -> Doubles {
    let texts = RoundMessages {
        interface: messages(language).clone(),
        own: round_texts(language).clone(),
    };
    with_texts(language, &texts)
}

fn with_texts(language: Language, texts: &impl PageTexts) -> Doubles {
    let doubles = Doubles::default();
    let files = [SCAN, REVIEW, MIRROR].map(|id| {
        let source = content::newest(id).expect("it ships");
        let questionnaire = source.questionnaire().expect("what ships is sound");
        let bytes = compiled::encode(&questionnaire, language).expect("it can be written");
        (questionnaire.instrument.reference(), language, bytes)
    });
    doubles.content.files.replace(files.into());
    let texts = compiled::encode_interface(texts, language);
    let texts = texts.expect("texts can be written");
    doubles.content.interface.replace(vec![(language, texts)]);
    doubles.content.loaded.set(language);
    doubles
}

/// When the fixtures were filled in.
pub fn moment() -> Timestamp {
    Timestamp::parse("2026-02-25T10:00:00+01:00").expect("it is a moment")
}

/// A finished session with the answers that `value` gives by the place of an item.
pub fn session(
    instrument: &Instrument,
    id: &str,
    form: Form,
    value: impl Fn(usize) -> u8,
) -> Session {
    let scale = instrument.response_scale();
    let mut answers = Answers::none(instrument);
    for item in instrument.form_items(form) {
        let rating = Rating::new(value(item), scale).expect("it is of the scale");
        answers = answers.with(item, Answer::Rated(rating));
    }
    let name = match form {
        Form::SelfReport => "",
        Form::Manager | Form::Observer => "Noor",
    };
    let parts = SessionParts {
        id: id.to_owned(),
        wave: 1,
        language: Language::Nl,
        rater: Rater {
            role: form,
            ..Rater::default()
        },
        subject: Subject {
            pseudonym: name.to_owned(),
        },
        started_at: moment(),
        completed_at: Some(moment()),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers,
        context: Vec::new(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Default::default(),
    };
    Session::restore(instrument, parts)
}
