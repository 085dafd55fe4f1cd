//! The list of texts about the page around this one.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts about the page that embeds this one, and who offers the questionnaire there.
    HostTexts {
        offered_by(coach: &str),
        privacy: Text,
        persist_session_notice: Text,
        persist_none_notice: Text,
        persist_session_status: Text,
        persist_none_status: Text,
        scores_title: Text,
        scores_title_coach(coach: &str),
        scores_lead(site: &str),
        scores_yes: Text,
        scores_sure(site: &str),
        scores_sure_yes: Text,
        scores_no: Text,
        scores_sent: Text,
        scores_not_sent: Text,
        scores_not_told: Text,
        custom_refused: Text,
        custom_advice: Text,
        custom_checking: Text,
        custom_author: Text,
        tab: Text,
        tab_open: Text,
        tab_notice: Text,
    }
}
