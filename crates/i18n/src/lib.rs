//! What the interface says: the list of its texts, typed, and how numbers and dates are written.
//!
//! The texts themselves are in `interface-texts`, one [`Messages`] a language; the page fetches
//! them compiled. Texts that belong to an instrument are in its definition.

mod agreement_texts;
mod calculator_texts;
mod check_in_texts;
mod date;
mod declaration;
mod document_texts;
mod host_texts;
mod messages;
mod negotiate;
mod number;
mod part_texts;
mod plan_texts;
mod round_texts;
mod talk_texts;
mod team_texts;
mod template;
mod theme_texts;
mod work_texts;

pub use agreement_texts::AgreementTexts;
pub use calculator_texts::CalculatorTexts;
pub use check_in_texts::CheckInTexts;
pub use date::{long_date, short_date};
pub use declaration::Texts;
pub use document_texts::{DocumentTexts, FileTexts, SinceTexts, SourcesTexts};
pub use host_texts::HostTexts;
pub use messages::{
    CommonTexts, DataTexts, ErrorTexts, JourneyTexts, Messages, ResultTexts, StartTexts,
};
pub use negotiate::negotiate;
pub use number::{decimal, score_text, whole_score};
pub use part_texts::PartTexts;
pub use plan_texts::PlanTexts;
pub use round_texts::{RoundMessages, RoundPageTexts, RoundTexts};
pub use talk_texts::{
    AgreedTexts, CodeErrorTexts, HandOverTexts, ReviewTexts, TableTexts, TalkMessages,
    TalkPageTexts, TalkTexts, TwoViewsTexts,
};
pub use team_texts::{TeamMessages, TeamPageTexts, TeamReasonTexts, TeamTexts, TeamViewTexts};
pub use template::Template;
pub use theme_texts::ThemeTexts;
pub use work_texts::WorkTexts;

/// A text, as it is shown.
pub type Text = &'static str;
