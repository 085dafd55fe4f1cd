//! The list of texts about the page around this one.

use super::messages::{Text, texts};

texts! {
    /// Texts about the page that embeds this one, and who offers the questionnaire there.
    HostTexts {
        offered_by: fn(&str) -> String,
        privacy: Text,
        keeps_session: Text,
        keeps_none: Text,
        kept_session: Text,
        kept_none: Text,
        scores_title: Text,
        scores_lead: Text,
        scores_yes: Text,
        scores_no: Text,
        scores_told: Text,
        scores_kept: Text,
        own_refused: Text,
        own_advice: Text,
    }
}
