//! The texts that say what the program does or what the law asks, in the program's words. A
//! questionnaire that is part of the program may say them in its own; a custom one may not, as its
//! author could promise what the program does not do.

use model::{Instrument, Language, Text};

/// Each by its name in `ui_texts`, in Dutch and in English.
const PROGRAM_TEXTS: [(&str, &str, &str); 9] = [
    (
        "not_for_decisions",
        "Bedoeld om te leren. Gebruik het resultaat niet voor selectie, beoordeling, beloning, promotie of ontslag.",
        "Meant for learning. Do not use the result for selection, appraisal, pay, promotion or dismissal.",
    ),
    (
        "voluntary",
        "Meedoen is vrijwillig. Je mag uitspraken overslaan en op elk moment stoppen.",
        "Taking part is voluntary. You may skip statements and stop at any time.",
    ),
    (
        "privacy_local",
        "Je antwoorden blijven in deze browser, op dit apparaat. Er gaat niets naar een server. Gebruik je een gedeelde computer? Wis je gegevens dan als je klaar bent.",
        "Your answers stay in this browser, on this device. Nothing is sent to a server. On a shared computer? Delete your data when you are done.",
    ),
    (
        "share_notice",
        "Jij bepaalt of je iets deelt, wat je deelt en met wie. Geef je een bestand aan je werkgever, dan is je werkgever verantwoordelijk voor die gegevens.",
        "You decide whether you share anything, what you share and with whom. If you give a file to your employer, your employer is responsible for that data.",
    ),
    (
        "rights",
        "Je kunt je gegevens altijd bekijken, wijzigen, als bestand bewaren en wissen.",
        "You can view, change, save and delete your data at any time.",
    ),
    (
        "uncertainty",
        "Het streepje is je score. De balk eromheen is de marge: die laat zien hoe verschillend je antwoorden binnen dit thema zijn. Hoe breder de balk, hoe voorzichtiger je de score leest.",
        "The mark is your score. The bar around it is the margin: it shows how much your answers within this theme differ. The wider the bar, the more cautiously you read the score.",
    ),
    (
        "change_assumed",
        "Is het verschil kleiner dan {n} punten? Dan kan het toeval zijn. Die grens is een voorzichtige schatting; onderzocht is hij nog niet.",
        "Is the difference smaller than {n} points? Then it may be chance. This limit is a cautious estimate and has not been studied yet.",
    ),
    (
        "quality_soft",
        "Je antwoorden hebben een patroon dat het resultaat minder duidelijk maakt. Dat kan allerlei redenen hebben. Wil je je antwoorden nog eens rustig nalopen?",
        "Your answers show a pattern that makes the result less clear. There can be many reasons for this. Would you like to go through your answers again at your own pace?",
    ),
    (
        "no_ai",
        "Je score wordt met een vaste formule uit je antwoorden berekend. Er wordt geen kunstmatige intelligentie gebruikt en er wordt niets voorspeld.",
        "Your score is calculated from your answers with a fixed formula. No artificial intelligence is used and nothing is predicted.",
    ),
];

/// What stands before a sentence of which a custom questionnaire's author is the sender.
const SENDER: (&str, &str) = (
    "Volgens de maker van deze scan: ",
    "According to the author of this scan: ",
);

/// The program's words for the text of this name; `None` for a text that is about the
/// questionnaire itself, or a name that is not known.
pub(crate) fn program_text(name: &str) -> Option<Text> {
    let found = PROGRAM_TEXTS.iter().find(|(of, ..)| *of == name);
    found.map(|(_, nl, en)| Text::new(nl, en))
}

/// A text, with its sender before it.
fn from_sender(text: &Text) -> Text {
    let [nl, en] = [Language::Nl, Language::En].map(|language| text.get(language));
    Text::new(&[SENDER.0, nl].concat(), &[SENDER.1, en].concat())
}

/// The same questionnaire as a custom one: what the program does is said in the program's words,
/// and what its author says about it names its sender.
///
/// # Panics
/// Never: only texts change, and nothing refers to those.
pub(crate) fn attributed(instrument: Instrument) -> Instrument {
    let mut parts = instrument.parts().clone();
    for (name, text) in &mut parts.texts {
        *text = program_text(name).unwrap_or_else(|| from_sender(text));
    }
    parts.instruction = from_sender(&parts.instruction);
    parts.manager_instruction = parts.manager_instruction.as_ref().map(from_sender);
    Instrument::new(parts).expect("the same references")
}
