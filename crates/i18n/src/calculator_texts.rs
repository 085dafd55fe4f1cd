//! Texts of the calculator of effort; what it asks and what comes of it is in the definition.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts of the calculator of effort.
    CalculatorTexts {
        more(label: &str),
        less(label: &str),
        bounds(max: u32),
        on_paper: Text,
        with_extra: Text,
        per_week(n: u32),
        conversations: Text,
        quotes: Text,
        deals: Text,
        no_quote: Text,
        no_deal: Text,
        over(n: u32),
        nearly(n: u32),
        below_one: Text,
        just_enough: Text,
        to_spare(n: &str),
        flow(name: &str, conversations: &str, quotes: &str, deals: &str),
        flow_lost(flow: &str, no_quote: &str, no_deal: &str, enough: &str),
        take_over: Text,
        full: Text,
    }
}
