//! Dutch: what stands beside a result, and in and about its files.

use super::document_texts::{FileTexts, SinceTexts};

pub(super) const SINCE: SinceTexts = SinceTexts {
    title: "Naast een eerdere keer",
    choose: "Vergelijk met het resultaat van",
    then: "Toen",
    now: "Nu",
    within_noise: "Kan toeval zijn",
    changed: "Veranderd",
    not_comparable: "Niet te vergelijken",
    moved: "Antwoorden die twee stappen of meer verschoven",
    nothing_moved: "Geen enkel antwoord verschoof zo ver.",
    from_to: |then, now| format!("eerst {then}, nu {now}"),
    trends: "Alle keren",
    trends_help: |low, high| {
        format!(
            "Per thema, van 0 tot 100. De lijnen liggen op {low} en {high}; een streep door een punt is het 80%-gebied. Of een verschil iets zegt, staat in de tabel hierboven."
        )
    },
    other_points: "Open punten, in de tabel met *: toen zijn de uitspraken in een andere taal gelezen. Die uitkomsten zijn niet te vergelijken.",
    other_language: "De uitspraken zijn toen in een andere taal gelezen. Daarom zetten we de uitkomsten niet naast elkaar.",
};

pub(super) const FILES: FileTexts = FileTexts {
    format: "Als wat?",
    json: "Resultaatbestand, om later weer te openen",
    markdown: "Tekst, om in een mail of notitie te plakken",
    sessions: "Tabel, één rij per keer",
    answers: "Tabel, één rij per antwoord",
    codebook: "Uitleg bij de tabel, één rij per kolom",
    calendar: "Opvolging in je agenda: vandaag en na 2, 7, 14, 30 en 90 dagen",
    look_back: "Even terugblikken",
    look_back_asks: "Wat heb ik toegepast, en wat leverde het op?",
    measure_again: "Opnieuw invullen",
    measure_again_asks: "Tijd om opnieuw te kijken waar ik sta.",
    preview: "Bekijk het bestand eerst",
    preview_of: |name| format!("Dit staat er in {name}"),
    save_as: |kind| format!("Bewaar als {kind}"),
    skipped: "overgeslagen",
    no_answer: "geen antwoord",
    no_score: "te weinig antwoorden",
    not_shared: "niet gedeeld",
    share: "Wat gaat erin?",
    share_hint: "Wat je zelf hebt geschreven staat uit, tot je het aanzet. Hoe je antwoordde en hoe snel, gaat nooit mee.",
    parts: [
        "Antwoorden op de uitspraken",
        "Antwoorden over de situatie",
        "Uitkomsten per thema",
        "Overtuigingen waar je het mee eens bent",
        "Je notities bij overtuigingen",
        "Waar je invloed op hebt",
        "Afspraken",
    ],
    columns_of_session: [
        "Kenmerk van deze keer",
        "Vragenlijst",
        "Versie van de vragenlijst",
        "Taal van de uitspraken",
        "De hoeveelste keer",
        "Begonnen op",
        "Afgerond op; leeg als dat nog niet is",
        "Naam of schuilnaam",
    ],
    columns_of_scale: [
        "percentage van het maximum",
        "som van de gescoorde antwoorden",
        "ondergrens van het 80%-gebied",
        "bovengrens van het 80%-gebied",
        "gebied",
        "aantal antwoorden",
    ],
};
