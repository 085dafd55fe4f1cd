//! Dutch: the first language.

use super::messages::*;
use super::{nl_documents, nl_host, nl_work};

pub(super) static MESSAGES: Messages = Messages {
    common: CommonTexts {
        language: "Taal",
        skip_link: "Naar de inhoud",
        back: "Terug",
        go_on: "Verder",
        to_start: "Naar het begin",
        my_data: "Mijn gegevens",
        print: "Print",
        undo: "Maak ongedaan",
        of: |n, total| format!("{n} van {total}"),
        version: |version| format!("versie {version}"),
        development_only: "Alleen voor ontwikkeling. Niet gevalideerd, geen normen.",
        saved_here: "Bewaard op dit apparaat",
        not_saved: "Niet bewaard op dit apparaat",
    },
    start: StartTexts {
        title: "Een eerlijke blik op je mindset in sales",
        lead: |title| {
            format!(
                "De {title} laat zien wat je resultaat draagt en waar je nog invloed laat liggen. Jij ziet de uitkomst als eerste."
            )
        },
        facts: |items| {
            [
                format!("{items} uitspraken"),
                "ongeveer vijf minuten".into(),
                "blijft op dit apparaat".into(),
            ]
        },
        begin: "Begin",
        begin_anew: "Begin opnieuw",
        resume_title: "Je was al begonnen",
        resume: |n, total| format!("Ga verder waar je stopte ({n} van {total})"),
        resume_review: "Ga verder met nakijken",
        started_on: |date| format!("Begonnen op {date}"),
        for_whom: "Voor accountmanagers die een goed gesprek willen met hun salesmanager of coach.",
        promise_title: "Goed om te weten",
        promises: [
            (
                "Privé",
                "Je antwoorden blijven in deze browser. Er gaat niets naar een server.",
            ),
            (
                "Vrijwillig",
                "Overslaan en stoppen mag altijd, zonder gevolgen.",
            ),
            (
                "Om te leren",
                "Een startpunt voor een gesprek. Niet voor beoordeling, beloning of selectie.",
            ),
            (
                "Geen normen",
                "Nieuw en nog niet onderzocht. Je score zegt niets over hoe je het doet naast anderen.",
            ),
        ],
        more: "Lees alles over doel, grenzen en privacy",
        earlier: "Eerdere resultaten",
        open_result: "Bekijk",
        look_first: "Eerst even kijken?",
        example: "Bekijk een voorbeeld",
        example_hint: "Een verzonnen resultaat. Er wordt niets bewaard.",
        open_file: "Open een resultaatbestand",
        open_file_hint: "Een JSON-bestand dat je eerder bewaarde.",
    },
    journey: JourneyTexts {
        context_kicker: |n, total| format!("Over je situatie · {n} van {total}"),
        context_why: "Telt niet mee in je score. Het helpt om die in de juiste omstandigheden te lezen.",
        skip_context: "Sla deze vragen over",
        skip: "Sla over",
        first_interlude: |items| format!("Nu de {items} uitspraken"),
        interlude: |done, total| format!("Deel {done} van {total} zit erop"),
        interlude_text: [
            "Even ademhalen. Ga af op je eerste gedachte: er zijn geen goede of foute antwoorden.",
            "Je bent halverwege. Blijf denken aan de afgelopen drie maanden.",
            "Nog één deel. Daarna kun je alles rustig nakijken.",
        ],
        progress: "Voortgang",
        key_hint: "Sneller: kies met de cijfertoetsen.",
        stop: "Stop en ga later verder",
        review_title: "Kijk je antwoorden na",
        review_lead: |answered, total| {
            format!(
                "Je hebt {answered} van de {total} uitspraken beantwoord. Tik op een uitspraak om je antwoord te wijzigen."
            )
        },
        review_all: "Alles is beantwoord. Tik op een uitspraak om je antwoord te wijzigen, of ga naar je resultaat.",
        review_skipped: |n| {
            if n == 1 {
                "1 uitspraak zonder antwoord".into()
            } else {
                format!("{n} uitspraken zonder antwoord")
            }
        },
        review_answered: "Beantwoord",
        skipped: "Overgeslagen",
        not_seen: "Nog niet gezien",
        unscored: |scale, answered, needed, total| {
            format!("{scale}: {answered} van de {total} beantwoord, {needed} nodig voor een score.")
        },
        unscored_title: "Nog geen score mogelijk voor",
        to_result: "Naar mijn resultaat",
    },
    result: ResultTexts {
        title: "Jouw spiegel",
        lead: "Een startpunt voor een gesprek, geen oordeel. Jij bepaalt wie dit ziet.",
        example_title: "Een voorbeeldspiegel",
        example_notice: "Dit is een verzonnen voorbeeld. Het hoort bij niemand en wordt nergens bewaard.",
        example_begin: "Maak je eigen spiegel",
        file_title: "Een geopend resultaat",
        file_notice: |date| {
            format!(
                "Geopend uit een bestand van {date}. De scores zijn hier opnieuw berekend. Er is niets op dit apparaat bewaard."
            )
        },
        file_known: "Dit resultaat staat al op dit apparaat; het wordt niet dubbel bewaard.",
        file_keep: "Bewaar op dit apparaat",
        file_kept: "Het resultaat staat nu bij je eerdere resultaten.",
        differences: |scales| {
            format!(
                "De scores in het bestand wijken af van wat de antwoorden geven, bij: {scales}. Hieronder zie je de berekende score."
            )
        },
        in_brief: "In één minuut",
        strength: "Wat je draagt",
        lever: "Waar de hefboom ligt",
        no_strength: "Je antwoorden wijzen nog geen duidelijke kracht aan. Begin bij de hefboom en kijk over een paar weken opnieuw.",
        strongest_answer: |item, answer| format!("Je stevigste antwoord: ‘{item}’ ({answer})."),
        profile: "Profiel",
        profile_caption: "Scores per thema, van 0 tot 100",
        chart_help: |low, high| {
            format!(
                "De balk is het gebied waarin je score waarschijnlijk ligt (80 procent), gezien de spreiding van je antwoorden. De streepjes bij {low} en {high} zijn grenzen van de antwoordschaal, geen norm."
            )
        },
        chart_help_plain: |low, high| {
            format!(
                "De streepjes bij {low} en {high} zijn grenzen van de antwoordschaal, geen norm."
            )
        },
        as_table: "Hetzelfde als tabel",
        lower_is_favourable: "lager is gunstiger",
        column_scale: "Thema",
        column_score: "Score",
        column_interval: "80%-gebied",
        column_band: "Indeling",
        column_answered: "Beantwoord",
        interval: |low, high| format!("{low} tot {high}"),
        no_interval: "niet getoond",
        no_score: "Geen score",
        too_few: |answered, needed, total| {
            format!("{answered} van de {total} beantwoord; minstens {needed} nodig.")
        },
        scales: "Thema voor thema",
        both: "Wat je score optilde en drukte",
        both_limiting: "Waar je het mee eens en oneens was",
        lifted: "Wat je score optilde",
        lowered: "Wat je score drukte",
        lifted_limiting: "Waar je het mee eens was",
        lowered_limiting: "Waar je het mee oneens was",
        nothing_lifted: "Geen antwoord tilde deze score op.",
        nothing_lowered: "Geen antwoord drukte deze score.",
        withheld: |scales| {
            format!("Niet gedeeld in dit bestand: {scales}. Daarvan is hier niets te zien.")
        },
        answered: |n, total| format!("{n} van {total} beantwoord"),
        in_account: "Hoe dat er in een account uit kan zien",
        ask_yourself: "Vraag aan jezelf",
        border: "Dicht bij een grens: lees ook de tekst van de groep ernaast.",
        beliefs: "Overtuigingen om te onderzoeken",
        beliefs_lead: "Met deze uitspraken was je het eens. Ze voelen vaak als feiten. Zet er een ondersteunende gedachte naast en kijk wat er klopt.",
        no_beliefs: "Je was het met geen van de beperkende uitspraken eens. Bewaar dat beeld voor je volgende spiegel.",
        your_answer: "Jouw antwoord",
        supporting: "Ondersteunend",
        question: "Vraag",
        context: "Je situatie",
        context_lead: "Dit ligt voor een deel buiten je eigen handen. Lees een lage score in deze omstandigheden.",
        quality_title: "Lees dit resultaat met een slag om de arm",
        quality_effect: "Daarom tonen we nu geen 80%-gebieden.",
        quality_review: "Loop mijn antwoorden na",
        computed: "Hoe dit is berekend",
        computed_lead: "Alles is na te rekenen. Dit zijn de regels en de antwoorden achter elke score.",
        rules: "De regels",
        rule_key: |min, max| {
            format!(
                "Elk antwoord telt van {min} tot {max}. Bij uitspraken die de andere kant op wijzen wordt het antwoord omgekeerd ({max} wordt {min})."
            )
        },
        rule_pomp: "Score = 100 × behaalde stappen ÷ mogelijke stappen (percentage van het maximum; Cohen e.a., 1999).",
        rule_missing: |numerator, denominator| {
            format!(
                "Een thema krijgt een score als minstens {numerator}/{denominator} van de uitspraken is beantwoord. Overgeslagen uitspraken tellen niet mee en worden nooit ingevuld."
            )
        },
        rule_cuts: |low, high| {
            format!(
                "Onder {low} passen je antwoorden gemiddeld bij oneens, boven {high} bij eens. Op de grens zelf is het beeld gemengd."
            )
        },
        rule_interval: "Het 80%-gebied komt uit de spreiding van je eigen antwoorden binnen een thema (voorwaardelijke standaardfout; Brennan, 1998). Het zegt niets over verschil van dag tot dag.",
        show_items: |scale| format!("Antwoorden achter {scale}"),
        column_item: "Uitspraak",
        column_answer: "Antwoord",
        column_direction: "Richting",
        column_counts: "Telt als",
        as_given: "zoals gegeven",
        reversed: "omgekeerd",
        sum: |sum, min, max| format!("Samen {sum}, op een bereik van {min} tot {max}."),
        limits: "Wat dit niet zegt",
        share: "Bewaren en delen",
        label: "Naam of schuilnaam in het bestand",
        label_hint: "Mag leeg blijven. Komt in de bestandsnaam.",
        saved_file: |name| format!("Bewaard als {name}."),
        change_answers: "Bekijk of wijzig mijn antwoorden",
    },
    since: nl_documents::SINCE,
    files: nl_documents::FILES,
    work: nl_work::WORK,
    host: nl_host::HOST,
    data: nl_documents::DATA,
    errors: ErrorTexts {
        storage_denied: "Deze browser laat niets bewaren. Je kunt gewoon doorgaan; bewaar aan het eind je resultaat als bestand.",
        storage_full: "De opslag van deze browser is vol. Je kunt gewoon doorgaan; bewaar aan het eind je resultaat als bestand.",
        storage_failed: "Bewaren op dit apparaat lukt nu niet. Je kunt gewoon doorgaan; bewaar aan het eind je resultaat als bestand.",
        file_title: "Dit bestand kan niet worden geopend",
        file_empty: "Het is leeg.",
        file_too_big: "Het is groter dan 1 MB; een resultaat is veel kleiner.",
        file_too_deep: "Het is te diep genest om een resultaat te zijn.",
        file_unreadable: "De browser kan het niet lezen als tekst.",
        file_not_json: "Het is geen geldig JSON-bestand.",
        file_truncated: "Het houdt halverwege op. Misschien is het niet helemaal gedownload.",
        file_foreign: "Het is wel JSON, maar geen resultaat van deze app.",
        file_withheld: "Dit bestand bevat de antwoorden niet: die zijn bewust weggelaten. Het is om te lezen en kan hier niet worden geopend.",
        file_sealed: "Met deze wachtzin gaat het bestand niet open, of het is beschadigd.",
        file_costly: "Om dit bestand te openen is meer rekenwerk nodig dan een pagina aankan. Open het met een age-programma.",
        seal_failed: "De versleuteling is niet geladen. Controleer de verbinding en probeer het nog eens; er is niets kwijt.",
        file_not_loaded: "Het deel van de app dat bestanden opent, is niet geladen. Controleer de verbinding en probeer het opnieuw.",
        file_newer: "Het is gemaakt met een nieuwere versie van de app. Laad deze pagina opnieuw of gebruik de nieuwere versie.",
        file_unknown_instrument: |id, version| {
            format!(
                "Het hoort bij vragenlijst ‘{id}’, versie {version}, en die kent deze app niet."
            )
        },
        file_other_content: |id, version| {
            format!(
                "Het is gemaakt met een andere tekst van vragenlijst ‘{id}’, onder dezelfde versie {version}. Het gaat alleen open waar die tekst aanwezig is."
            )
        },
        file_unknown_item: |id| {
            format!("Het bevat een antwoord op een uitspraak die niet bestaat: ‘{id}’.")
        },
        file_bad_value: |place| format!("Een waarde klopt niet, op deze plek: {place}."),
        nothing_changed: "Er is niets gewijzigd.",
        download_failed: "Het bestand kon niet worden gemaakt. Probeer het opnieuw of print de pagina.",
        language_not_loaded: "De andere taal kon niet worden geladen. Controleer de verbinding en probeer het opnieuw.",
    },
};
