//! Every text of the interface, in every language.
//!
//! One [`Messages`] a language, so that a text that is missing does not compile, and neither does
//! one with other placeholders than its declaration. For the build, which compiles them for
//! the page, and for programs that make documents; the page itself does not depend on this crate.

mod en;
mod en_agreement;
mod en_calculator;
mod en_check_in;
mod en_documents;
mod en_host;
mod en_parts;
mod en_plan;
mod en_round;
mod en_talk;
mod en_team;
mod en_theme;
mod en_work;
mod nl;
mod nl_agreement;
mod nl_calculator;
mod nl_check_in;
mod nl_documents;
mod nl_host;
mod nl_parts;
mod nl_plan;
mod nl_round;
mod nl_talk;
mod nl_team;
mod nl_theme;
mod nl_work;

use i18n::{
    CheckInTexts, DocumentTexts, Messages, RoundPageTexts, TalkPageTexts, TeamPageTexts,
    TeamReasonTexts,
};
use model::Language;

/// The texts of reminders, in one language.
pub fn check_in_texts(language: Language) -> &'static CheckInTexts {
    // Beside all the others, which the worker for files does without.
    static NL: CheckInTexts = nl_check_in::CHECK_IN;
    static EN: CheckInTexts = en_check_in::CHECK_IN;
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// The texts that stand in files alone, in one language.
pub fn document_texts(language: Language) -> &'static DocumentTexts {
    match language {
        Language::Nl => &nl_documents::DOCUMENTS,
        Language::En => &en_documents::DOCUMENTS,
    }
}

/// The texts of the page for the talk, in one language. Its program holds them itself: no other page
/// loads them.
pub fn talk_texts(language: Language) -> &'static TalkPageTexts {
    static NL: TalkPageTexts = nl_talk::TALK;
    static EN: TalkPageTexts = en_talk::TALK;
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// The texts of the page of a team, in one language. No other page loads them.
pub fn team_texts(language: Language) -> &'static TeamPageTexts {
    static NL: TeamPageTexts = nl_team::TEAM;
    static EN: TeamPageTexts = en_team::TEAM;
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// The texts of the page of a round, in one language. No other page loads them.
pub fn round_texts(language: Language) -> &'static RoundPageTexts {
    static NL: RoundPageTexts = nl_round::ROUND;
    static EN: RoundPageTexts = en_round::ROUND;
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// Why a file, a code or a line of a team does not count, in one language.
pub fn team_reasons(language: Language) -> &'static TeamReasonTexts {
    static NL: TeamReasonTexts = nl_team::REASONS;
    static EN: TeamReasonTexts = en_team::REASONS;
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// All texts of the interface in one language.
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Nl => &nl::MESSAGES,
        Language::En => &en::MESSAGES,
    }
}
