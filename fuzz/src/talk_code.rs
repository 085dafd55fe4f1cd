//! What somebody types or follows as a talk code, as a seal, or as a link that a QR code is made of.

use hand_over::{QrCode, Seal, TalkCode, questionnaire_of};
use model::{Day, InstrumentRef};

/// Reads the text as each of them, and holds a code that was read to what its session gives again.
pub(crate) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = Day::parse("2064-11-08").expect("a day");
    let instruments = crate::instruments();
    let known: Vec<InstrumentRef> = instruments.iter().map(|one| one.reference()).collect();
    let asked_for = questionnaire_of(&text, &known);
    for instrument in &instruments {
        let Ok(code) = TalkCode::read(&text, instrument, today) else {
            continue;
        };
        assert_eq!(asked_for, Ok(instrument.reference()));
        assert_eq!(code, again(&code.grouped(), instrument, today));
        assert_eq!(code, again(&code.fragment(), instrument, today));
        let session = code.session(instrument, "an-id".to_owned());
        let session = session.expect("its own questionnaire");
        let written = TalkCode::of_session(instrument, &session, code.withheld());
        let written = written.expect("it was a code");
        // The id is another one, and so is the salt; before it nothing differs.
        assert_eq!(written.answers(), code.answers());
        assert_eq!(written.day(), code.day());
        assert_eq!(written.text().len(), code.text().len());
        assert!(code.seal().matches(&code));
    }
    if let Ok(seal) = Seal::parse(&text) {
        assert_eq!(Seal::parse(&seal.to_string()), Ok(seal));
    }
    if let Ok(qr) = QrCode::of(&text) {
        assert!(qr.path.is_ascii());
    }
}

fn again(text: &str, instrument: &model::Instrument, today: Day) -> TalkCode {
    TalkCode::read(text, instrument, today).expect("it is written as it is read")
}
