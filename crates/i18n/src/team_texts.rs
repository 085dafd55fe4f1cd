//! Texts of the page of a team, on which the results of several people are looked at together.

use crate::declaration::{groups, texts};
use crate::{Messages, Text};

texts! {
    /// Texts of the page of a team: opening files, and the page as a whole.
    TeamTexts {
        page_title: Text,
        title: Text,
        lead: Text,
        own_tab: Text,
        open_tab: Text,
        open_title: Text,
        open_hint: Text,
        choose_files: Text,
        choose_folder: Text,
        paste: Text,
        paste_hint: Text,
        paste_open: Text,
        reading: Text,
        reading_of(done: usize, total: usize),
        cancel: Text,
        cancelled: Text,
        worker_failed: Text,
        start_over: Text,
        promises: [Text; 4],
        promises_title: Text,
        manager_page: Text,
        guidance: Text,
        to_scan: Text,
    }
}

groups! {
    /// Everything that the page of a team says beside what the other pages say too.
    TeamPageTexts {
        /// Opening files, and the page as a whole.
        team: TeamTexts,
    }
}

groups! {
    /// All texts of the page of a team.
    TeamMessages {
        /// What other pages say too.
        interface: Messages,
        /// What it says alone.
        own: TeamPageTexts,
    }
}
