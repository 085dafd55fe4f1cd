//! English: the page of a team.

use i18n::{TeamPageTexts, TeamTexts, Template};

pub(crate) const TEAM: TeamPageTexts = TeamPageTexts {
    team: TeamTexts {
        page_title: "The picture of your team",
        title: "The picture of your team",
        lead: "To talk about together. Whoever has the files can open each result: this is restraint in what is shown, and does not make anyone anonymous.",
        own_tab: "The team picture opens in a tab of its own. That way the site around this window sees nothing of what you open.",
        open_tab: "Open in a tab of its own",
        open_title: "Open the results of your team",
        open_hint: "Drag files or a folder here, or choose them. Everything is read on this device, and nothing is stored.",
        choose_files: "Choose files",
        choose_folder: "Choose a folder",
        paste: "Codes, links or lines of JSON",
        paste_hint: "One on each line.",
        paste_open: "Open what is here",
        reading: "Reading…",
        reading_of: Template::new("{done} of {total} files read"),
        cancel: "Stop",
        cancelled: "Stopped. None of these files counts.",
        worker_failed: "Reading did not work. Reload the page and try again; your files are unchanged.",
        start_over: "Start over",
        promises_title: "Good to know",
        promises: [
            "A team picture begins at 5 participants. A group so small that somebody could be worked out is not shown.",
            "Whoever has the files can open each result by itself. This page holds back in what it shows; it makes nobody anonymous.",
            "The scan has not been validated. Use a team picture to talk about together, never to judge or compare people or teams.",
            "Everything stays in this tab. Once you close it, it is gone.",
        ],
        manager_page: "What can you do as a sales manager?",
        guidance: "How do you discuss this with your team?",
        to_scan: "To the scan",
    },
}
.checked();
