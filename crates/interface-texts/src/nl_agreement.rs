//! Dutch: making an agreement.

use i18n::{AgreementTexts, Template};

pub(crate) const AGREEMENT: AgreementTexts = AgreementTexts {
    if_then: "Als-danplan",
    if_then_lead: "Een plan voor één situatie helpt: als dit gebeurt, dan doe ik dat. Dat is goed onderzocht (Gollwitzer en Sheeran, 2006).",
    situation: "Als …",
    response: "dan …",
    if_then_said: Template::new("Als {situation}, dan {response}"),
    helper: "Wie helpt?",
    obstacle: "Wat kan in de weg zitten?",
    more: "Meer vastleggen",
    filled: Template::new("Ingevuld: {names}"),
    names: [
        "waarom",
        "wie helpt",
        "wat in de weg kan zitten",
        "waar het vandaan komt",
        "tussenstand",
        "bevestigd",
    ],
    one_minute: "1 minuut",
    minutes: Template::new("{n} minuten"),
};
