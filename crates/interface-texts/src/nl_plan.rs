//! Dutch: what is done next with a result.

use i18n::{PlanTexts, Template};

pub(crate) const PLAN: PlanTexts = PlanTexts {
    facts_answered: Template::new("{n} van de {total} uitspraken"),
    no_strength: "Je antwoorden laten nog geen duidelijke sterke kant zien.",
    choose_title: "Kies zelf waar je begint",
    choose: "Je antwoorden wijzen geen thema aan waar je het meeste kunt winnen. Begin met het thema dat jou het meest aanspreekt.",
    title: "Wat doe je nu?",
    done: Template::new("{n} van {total} gedaan"),
    steps: [
        "Kies één thema",
        "Probeer één ding uit",
        "Maak één afspraak",
        "Zet een herinnering",
        "Deel wat je wilt delen",
    ],
    steps_done: [
        "Thema gekozen",
        "Experiment gekozen",
        "Afspraak gemaakt",
        "Herinnering gezet",
        "Bestand gemaakt om te delen",
    ],
    go: [
        "Kies een thema",
        "Kies één ding om te proberen",
        "Maak een afspraak",
        "Zet een herinnering",
        "Kies wat je deelt",
    ],
    then: Template::new("Daarna: {steps}."),
    and: "en",
    come_back: "Alles gedaan. Kijk weer even terug als je herinnering komt.",
    all_done: "Alles gedaan. Vul de scan nog eens in als je wilt weten waar je nu staat.",
    legend: ["je score", "marge", "grens tussen groepen"],
    legend_more: "Uitleg en tabel",
    work_on: "Hier ga ik mee aan de slag",
    working_on: "Hier ga je mee aan de slag.",
    working_on_other: Template::new("Je koos nu ‘{theme}’. Je werkt aan één thema tegelijk."),
    experiment: "Wat probeer je deze week uit?",
    suggestions: "Of begin met een voorstel:",
};
