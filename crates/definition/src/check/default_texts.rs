//! The texts that must be said of every questionnaire in the same words, because they say what
//! the program does or what the law asks; a definition may put its own in their place.

use model::Text;

/// Each by its name in `ui_texts`, in Dutch and in English.
const DEFAULTS: [(&str, &str, &str); 7] = [
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
        "rights",
        "Je kunt je gegevens altijd bekijken, wijzigen, als bestand bewaren en wissen.",
        "You can view, change, save and delete your data at any time.",
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

/// The text that is said where a definition leaves this one out; `None` for a name that every
/// definition must have, or that is not known.
pub(super) fn default_text(name: &str) -> Option<Text> {
    let found = DEFAULTS.iter().find(|(of, ..)| *of == name);
    found.map(|(_, nl, en)| Text::new(nl, en))
}
