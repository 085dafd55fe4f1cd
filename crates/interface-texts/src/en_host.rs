//! English: the page around this one.

use i18n::{HostTexts, Template};

pub(crate) const HOST: HostTexts = HostTexts {
    offered_by: Template::new("Offered by {coach}."),
    privacy: "Privacy statement",
    persist_session_notice: "Your answers are kept until you close this tab. If you want to keep the result, save it as a file.",
    persist_none_notice: "Nothing is kept here: when you leave this page, your answers are gone. If you want to keep the result, save it as a file.",
    persist_session_status: "Kept until you close this tab",
    persist_none_status: "Not kept here",
    scores_title: "May this site see your scores?",
    scores_title_coach: Template::new("May {coach} see your scores?"),
    scores_lead: Template::new(
        "{site} shows this scan and asks for this overview. Single answers and your own notes are not included. The site receives something only if you say yes.",
    ),
    scores_yes: "Yes, share these scores",
    scores_sure: Template::new("These scores then go to {site}. Are you sure?"),
    scores_sure_yes: "Yes, send them",
    scores_no: "No, share nothing",
    scores_sent: "These scores have been shared with the site.",
    scores_not_sent: "Nothing has been shared.",
    scores_not_told: "is not shared: fewer than four answers",
    custom_refused: "This scan cannot be shown",
    custom_advice: "Something in the scan’s file is not right, or it did not load. The administrator of this site can check it on the page for coaches.",
    custom_checking: "One moment: the scan is being read.",
    tab: "Open the whole result in a tab of its own",
    tab_open: "Go to the tab",
    tab_notice: "The tab gets the result in its address. That goes to no server, and this site does not see it. Your browser may keep the address in its history.",
    custom_author: "The name, the explanation and the statements come from whoever offers this scan. What this page says below about your data holds here as well, whatever they say.",
};
