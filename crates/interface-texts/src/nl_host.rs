//! Dutch: the page around this one.

use i18n::{HostTexts, Template};

pub(crate) const HOST: HostTexts = HostTexts {
    offered_by: Template::new("Aangeboden door {coach}."),
    privacy: "Privacyverklaring",
    persist_session_notice: "Je antwoorden blijven bewaard tot je dit tabblad sluit. Wil je het resultaat houden, bewaar het dan als bestand.",
    persist_none_notice: "Hier wordt niets bewaard: verlaat je deze pagina, dan zijn je antwoorden weg. Wil je het resultaat houden, bewaar het dan als bestand.",
    persist_session_status: "Bewaard tot je dit tabblad sluit",
    persist_none_status: "Wordt hier niet bewaard",
    scores_title: "Mag deze site je scores zien?",
    scores_lead: Template::new(
        "{site} toont deze vragenlijst en vraagt om dit overzicht. Je antwoorden en wat je hebt opgeschreven, gaan niet mee. Zonder jouw ja krijgt de site niets.",
    ),
    scores_yes: "Ja, deel deze scores",
    scores_sure: Template::new("Deze scores gaan dan naar {site}. Weet je het zeker?"),
    scores_sure_yes: "Ja, stuur ze",
    scores_no: "Nee, deel niets",
    scores_sent: "Deze scores zijn gedeeld met de site.",
    scores_not_sent: "Er is niets gedeeld.",
    scores_not_told: "gaat niet mee: minder dan vier antwoorden",
    custom_refused: "Deze vragenlijst kan niet worden getoond",
    custom_advice: "Er klopt iets niet in het bestand van de vragenlijst, of het is niet aangekomen. Wie deze site beheert, kan het nakijken op de pagina voor coaches.",
    custom_checking: "Een ogenblik: de vragenlijst wordt gelezen.",
    tab: "Open het hele resultaat in een eigen tabblad",
    tab_open: "Naar het tabblad",
    tab_notice: "Het tabblad krijgt het resultaat mee in zijn adres. Dat gaat niet naar een server, en deze site ziet het niet. Je browser kan het adres wel in zijn geschiedenis bewaren.",
    custom_author: "De naam, de toelichting en de uitspraken komen van wie deze vragenlijst aanbiedt. Wat deze pagina hieronder over je gegevens zegt, geldt ook hier, wat zij ook zeggen.",
};
