//! Dutch: the page around this one.

use i18n::{HostTexts, Template};

pub(crate) const HOST: HostTexts = HostTexts {
    offered_by: Template::new("Aangeboden door {coach}."),
    privacy: "Privacyverklaring",
    persist_session_notice: "Je antwoorden blijven bewaard tot je dit tabblad sluit. Wil je het resultaat houden, bewaar het dan als bestand.",
    persist_none_notice: "Hier wordt niets bewaard: als je deze pagina verlaat, zijn je antwoorden weg. Wil je het resultaat houden, bewaar het dan als bestand.",
    persist_session_status: "Bewaard tot je dit tabblad sluit",
    persist_none_status: "Wordt hier niet bewaard",
    scores_title: "Mag deze site je scores zien?",
    scores_title_coach: Template::new("Mag {coach} je scores zien?"),
    scores_lead: Template::new(
        "{site} toont deze scan en vraagt om dit overzicht. Losse antwoorden en eigen notities zitten er niet bij. Alleen als je ja zegt, krijgt de site iets.",
    ),
    scores_yes: "Ja, deel deze scores",
    scores_sure: Template::new("Deze scores gaan dan naar {site}. Weet je het zeker?"),
    scores_sure_yes: "Ja, stuur ze",
    scores_no: "Nee, deel niets",
    scores_sent: "Deze scores zijn gedeeld met de site.",
    scores_not_sent: "Er is niets gedeeld.",
    scores_not_told: "gaat niet mee: minder dan vier antwoorden",
    custom_refused: "Deze scan kan niet worden getoond",
    custom_advice: "Er klopt iets niet in het bestand van de scan, of het is niet geladen. De beheerder van deze site kan het controleren op de pagina voor coaches.",
    custom_checking: "Een ogenblik: de scan wordt gelezen.",
    tab: "Open het hele resultaat in een eigen tabblad",
    tab_open: "Naar het tabblad",
    tab_notice: "Het tabblad krijgt het resultaat mee in zijn adres. Dat gaat niet naar een server, en deze site ziet het niet. Je browser kan het adres wel in zijn geschiedenis bewaren.",
    custom_author: "De naam, de toelichting en de uitspraken komen van wie deze scan aanbiedt. Wat deze pagina hieronder over je gegevens zegt, geldt ook hier, wat zij ook zeggen.",
};
