//! Dutch: the way through a result.

use i18n::{PartTexts, Template};

pub(crate) const PARTS: PartTexts = PartTexts {
    contents: "Inhoud",
    overview: "Overzicht",
    by_theme: "Per thema",
    thoughts: "Gedachten",
    influence: "Invloed en inzet",
    agreements: "Afspraken",
    comparison: "Vergeleken met eerder",
    sharing: "Bewaren en delen",
    computed: "Hoe berekend",
    theme_of: Template::new("Thema {n} van {total}"),
    part_of: Template::new("Deel {n} van {total}"),
    next: "Hierna",
    next_theme: "Volgend thema",
    one_theme: "1 thema",
    themes: Template::new("{n} thema’s"),
    none_to_examine: "niets om te onderzoeken",
    to_examine: Template::new("{n} om te onderzoeken"),
    nothing_yet: "nog geen redenen",
    one_reason: "1 reden",
    reasons: Template::new("{n} redenen"),
    none_yet: "nog geen",
    one_agreement: "1 afspraak",
    agreements_made: Template::new("{n} afspraken"),
    rules_and_sources: "regels en bronnen",
};
