//! English: the page around this one.

use super::host_texts::HostTexts;

pub(super) const HOST: HostTexts = HostTexts {
    offered_by: |coach| ["Offered by ", coach, "."].concat(),
    privacy: "Privacy statement",
    keeps_session: "Your answers are kept until you close this tab. If you want to keep the result, save it as a file.",
    keeps_none: "Nothing is kept here: when you leave this page, your answers are gone. If you want to keep the result, save it as a file.",
    kept_session: "Kept until you close this tab",
    kept_none: "Not kept here",
    scores_title: "May this site see your scores?",
    scores_lead: "The site that shows this questionnaire asks for this overview. Your answers and what you wrote do not go along. Without your yes the site receives nothing.",
    scores_yes: "Yes, share these scores",
    scores_no: "No, share nothing",
    scores_told: "These scores have been shared with the site.",
    scores_kept: "Nothing has been shared.",
    own_refused: "This questionnaire cannot be shown",
    own_advice: "Something in the questionnaire’s file is not right, or it has not arrived. Whoever keeps this site can check it on the page for coaches.",
};
