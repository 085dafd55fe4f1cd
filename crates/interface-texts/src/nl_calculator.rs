//! Dutch: the calculator of effort.

use i18n::{CalculatorTexts, Template};

pub(crate) const CALCULATOR: CalculatorTexts = CalculatorTexts {
    more: Template::new("Eén meer: {label}"),
    less: Template::new("Eén minder: {label}"),
    bounds: Template::new("Een heel getal van 1 tot en met {max}."),
    on_paper: "Op papier",
    with_extra: "Met een vijfde extra",
    per_week: Template::new("{n} per week"),
    conversations: "Gesprekken",
    quotes: "Offertes",
    deals: "Deals",
    no_quote: "geen offerte",
    no_deal: "geen deal",
    over: Template::new("ruim {n}"),
    nearly: Template::new("bijna {n}"),
    below_one: "minder dan 1",
    just_enough: "net genoeg",
    to_spare: Template::new("{n} over"),
    flow: Template::new("{name}. Gesprekken: {conversations}. Offertes: {quotes}. Deals: {deals}."),
    flow_lost: Template::new(
        "{flow} Geen offerte: {no_quote}. Geen deal: {no_deal}. Deals: {enough}.",
    ),
    take_over: "Neem over als prestatiedoel",
    full: "Er passen geen afspraken meer bij. Haal er eerst een weg bij Afspraken.",
};
