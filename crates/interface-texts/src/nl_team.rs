//! Dutch: the page of a team.

use i18n::{TeamPageTexts, TeamTexts, Template};

pub(crate) const TEAM: TeamPageTexts = TeamPageTexts {
    team: TeamTexts {
        page_title: "Het beeld van jullie team",
        title: "Het beeld van jullie team",
        lead: "Om samen over te praten. Wie de bestanden heeft, kan elk resultaat openen: dit is terughoudend tonen, geen anonimiteit.",
        own_tab: "Het teambeeld opent in een eigen tabblad. Zo ziet de site om dit venster heen niets van wat je opent.",
        open_tab: "Open in een eigen tabblad",
        open_title: "Open de resultaten van je team",
        open_hint: "Sleep bestanden of een map hierheen, of kies ze. Alles wordt op dit apparaat gelezen en niets wordt bewaard.",
        choose_files: "Kies bestanden",
        choose_folder: "Kies een map",
        paste: "Codes, links of regels JSON",
        paste_hint: "Eén per regel.",
        paste_open: "Open wat hier staat",
        reading: "Bezig met lezen…",
        reading_of: Template::new("{done} van {total} bestanden gelezen"),
        cancel: "Stop",
        cancelled: "Gestopt. Van deze bestanden telt er geen mee.",
        worker_failed: "Het lezen is niet gelukt. Laad de pagina opnieuw en probeer het nog eens; je bestanden zijn onveranderd.",
        start_over: "Begin opnieuw",
        promises_title: "Goed om te weten",
        promises: [
            "Een teambeeld begint bij 5 deelnemers. Een groep die zo klein is dat je iemand zou kunnen uitrekenen, laten we niet zien.",
            "Wie de bestanden heeft, kan elk resultaat apart openen. Deze pagina is terughoudend in wat ze laat zien; anoniem maakt ze niemand.",
            "De scan is niet gevalideerd. Gebruik een teambeeld om samen over te praten, nooit om mensen of teams te beoordelen of te vergelijken.",
            "Alles blijft in dit tabblad. Sluit je het, dan is het weg.",
        ],
        manager_page: "Wat kun jij als salesmanager doen?",
        guidance: "Hoe bespreek je dit met je team?",
        to_scan: "Naar de scan",
    },
}
.checked();
