//! Dutch: reminders, and what they bring back to the page.

use i18n::{CheckInTexts, Template};

pub(crate) const CHECK_IN: CheckInTexts = CheckInTexts {
    first_step: "Eerste stap",
    first_step_asks: "Welke stap zet ik vandaag nog?",
    look_back: "Even terugblikken",
    look_back_asks: "Wat heb ik toegepast, en wat leverde het op?",
    measure_again: "Opnieuw invullen",
    measure_again_asks: "Tijd om opnieuw te kijken waar ik sta.",
    with_agreement: "Zet mijn eerste afspraak als link in de herinnering.",
    with_agreement_hint: "Wie je agenda kan lezen, kan dan ook de afspraak lezen.",
    same_day: "Herinnering voor vandaag",
    one_day: "Herinnering na 1 dag",
    days: Template::new("Herinnering na {n} dagen"),
    agreed: "Je afspraak",
    indicator: "Daaraan zien jullie dat het gelukt is",
    agreed_first_step: "Je eerste stap",
    nothing_kept: "Deze afspraak staat in de link van je herinnering. Er is nu niets bewaard en niets verstuurd.",
    no_result: "Hier is geen resultaat gevonden. Deed je de scan op een andere site, dan staat het daar. De afspraak kwam mee met je herinnering. Heb je een resultaatbestand bewaard, dan kun je dat openen.",
    to_agreements: "Naar je afspraken",
    scan_again: "Doe de scan opnieuw",
    unreadable_title: "Deze herinnering is niet te lezen",
    unreadable: "De link is niet heel, of komt niet van deze pagina. Hieronder kun je gewoon verder.",
};
