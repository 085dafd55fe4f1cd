//! English: the calculator of effort.

use i18n::{CalculatorTexts, Template};

pub(crate) const CALCULATOR: CalculatorTexts = CalculatorTexts {
    more: Template::new("One more: {label}"),
    less: Template::new("One fewer: {label}"),
    bounds: Template::new("A whole number from 1 to {max}."),
    on_paper: "On paper",
    with_extra: "With a fifth extra",
    per_week: Template::new("{n} a week"),
    conversations: "Conversations",
    quotes: "Quotes",
    deals: "Deals",
    no_quote: "no quote",
    no_deal: "no deal",
    over: Template::new("just over {n}"),
    nearly: Template::new("almost {n}"),
    below_one: "less than 1",
    just_enough: "just enough",
    to_spare: Template::new("{n} to spare"),
    flow: Template::new(
        "{name}. Conversations: {conversations}. Quotes: {quotes}. Deals: {deals}.",
    ),
    flow_lost: Template::new("{flow} No quote: {no_quote}. No deal: {no_deal}. Deals: {enough}."),
    take_over: "Take over as a performance goal",
    full: "There is no room for more agreements. First remove one under Agreements.",
};
