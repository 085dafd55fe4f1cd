//! English: making an agreement.

use i18n::{AgreementTexts, Template};

pub(crate) const AGREEMENT: AgreementTexts = AgreementTexts {
    if_then: "If–then plan",
    if_then_lead: "A plan for one situation helps: if this happens, then I do that. That is well studied (Gollwitzer and Sheeran, 2006).",
    situation: "If …",
    response: "then …",
    if_then_said: Template::new("If {situation}, then {response}"),
    helper: "Who helps?",
    obstacle: "What may get in the way?",
    more: "Add more",
    filled: Template::new("Filled in: {names}"),
    names: [
        "why",
        "who helps",
        "what may get in the way",
        "where it comes from",
        "interim result",
        "confirmed",
    ],
    one_minute: "1 minute",
    minutes: Template::new("{n} minutes"),
};
