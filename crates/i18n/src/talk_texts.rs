//! Texts of the page for the talk, where two people lay their views next to each other.

use crate::declaration::{groups, texts};
use crate::{Messages, Text};

texts! {
    /// Texts of the page for the talk.
    TalkTexts {
        page_title: Text,
        own_tab: Text,
        open_tab: Text,
        home_title: Text,
        home_lead: Text,
        together: Text,
        together_lead: Text,
        to_together: Text,
        as_manager: Text,
        as_manager_lead: Text,
        about_whom: Text,
        about_whom_hint: Text,
        begin_view: Text,
        name_missing: Text,
        as_rep: Text,
        as_rep_lead: Text,
        no_result: Text,
        to_scan: Text,
        result_of(date: &str),
        view_about(name: &str, date: &str),
        view_unfinished(name: &str, done: usize, total: usize),
        nobody: Text,
        give: Text,
        continue_view: Text,
        mirror: Text,
        mirror_lead: Text,
        begin_mirror: Text,
        mirror_of(date: &str),
        actions: Text,
        guidance: Text,
    }
}

texts! {
    /// Texts about handing a view over.
    HandOverTexts {
        give_result: Text,
        give_view: Text,
        lead: Text,
        goes: Text,
        stays: Text,
        also_goes: Text,
        situation: Text,
        nothing_chosen: Text,
        here_title: Text,
        here_hint: Text,
        here: Text,
        remote: Text,
        remote_hint: Text,
        share_link: Text,
        copy_link: Text,
        copied: Text,
        not_copied: Text,
        nearby: Text,
        nearby_hint: Text,
        qr_name: Text,
        by_phone: Text,
        by_phone_hint: Text,
        as_file: Text,
        as_file_hint: Text,
        save_file: Text,
        no_code: Text,
        seal: Text,
        seal_lead: Text,
        seal_of(seal: &str),
        copy_seal: Text,
        not_here: Text,
    }
}

texts! {
    /// Texts of the table, on which two views are laid before they are opened.
    TableTexts {
        title: Text,
        lead: Text,
        rep: Text,
        manager: Text,
        not_yet: Text,
        covered(date: &str),
        take_away: Text,
        lift: Text,
        lift_hint: Text,
        mirror: Text,
        add: Text,
        add_more: Text,
        from_device: Text,
        code: Text,
        code_hint: Text,
        open_code: Text,
        open_file: Text,
        opening: Text,
        curtain: Text,
        seals: Text,
        seals_lead: Text,
        seal_rep: Text,
        seal_manager: Text,
        occupied_rep: Text,
        occupied_manager: Text,
        cleared: Text,
    }
}

texts! {
    /// Why a code, a file or a seal is not taken, each a sentence that says which part is wrong.
    CodeErrorTexts {
        title: Text,
        empty: Text,
        character(character: &str, n: usize),
        too_short(n: usize),
        too_long: Text,
        checksum: Text,
        newer: Text,
        unknown_questionnaire: Text,
        day: Text,
        answers: Text,
        seal: Text,
        unfinished: Text,
        backup: Text,
        sealed: Text,
        agreements: Text,
        nothing_changed: Text,
        twice: Text,
        two_own: Text,
        two_managers: Text,
        other_questionnaire: Text,
        other_version: Text,
        nothing_in_common: Text,
    }
}

texts! {
    /// Texts of two views next to each other.
    TwoViewsTexts {
        title: Text,
        rep: Text,
        manager: Text,
        seals_match: Text,
        seal_matches(who: &str),
        seal_differs(who: &str),
        alike: Text,
        alike_none: Text,
        both_said(answer: &str),
        each_said(rep: &str, manager: &str),
        alike_theme(theme: &str),
        different: Text,
        different_hint: Text,
        different_none: Text,
        different_none_question: Text,
        higher(who: &str),
        theme_score: Text,
        largest_at(facet: &str),
        begin_with: Text,
        why_talk: Text,
        not_shared(who: &str, theme: &str),
        not_shared_both(theme: &str),
        not_shared_cell: Text,
        too_few(theme: &str),
        figures: Text,
        figures_caption: Text,
        column_theme: Text,
        column_difference: Text,
        similarity: Text,
        similarities: [Text; 4],
        similarity_too_few: Text,
        similarity_figures: Text,
        joint(n: usize),
        mean_absolute(n: &str),
        within_one(n: &str),
        pearson(n: &str),
        double_entry(n: &str),
        not_computed: Text,
        similarity_anchor: Text,
        time: Text,
        minutes_choice: Text,
        thirty: Text,
        forty_five: Text,
        minutes(n: usize),
        parts: [Text; 5],
        somebody: Text,
        first_line: Text,
        sheet_title: Text,
        sheet_for: Text,
        variants: [Text; 3],
        variant_leads: [Text; 3],
        sheet_agree: Text,
        print: Text,
        both_asked: Text,
        to_agreements: Text,
        back_to_table: Text,
    }
}

texts! {
    /// Texts about what two people agree in a talk, and how it is handed over.
    AgreedTexts {
        title: Text,
        look_at: Text,
        home_lead: Text,
        open_file: Text,
        lead: Text,
        look_back: Text,
        look_back_lead: Text,
        of_rep: Text,
        of_manager: Text,
        show_rep_marks: Text,
        rep_marks_covered: Text,
        asked: Text,
        asked_lead: Text,
        asked_new: Text,
        take_over: Text,
        add: Text,
        kept_here: Text,
        not_kept: Text,
        changed_elsewhere: Text,
        both_confirmed: Text,
        not_confirmed: Text,
        hand_over: Text,
        hand_over_lead: Text,
        save_file: Text,
        calendar: Text,
        open_title: Text,
        open_lead: Text,
        keep: Text,
        keep_done: Text,
        newer_here: Text,
        the_link: Text,
        link_too_long: Text,
        unreadable: Text,
        marks_go_along: Text,
        none: Text,
    }
}

texts! {
    /// Texts of the call review.
    ReviewTexts {
        title: Text,
        lead: Text,
        prepare: Text,
        consent: Text,
        consent_first: Text,
        no_recording: Text,
        closed_title: Text,
        closed: Text,
        how_to_ask: Text,
        rep: Text,
        rep_lead: Text,
        begin_rep: Text,
        manager: Text,
        manager_lead: Text,
        begin_manager: Text,
        review_of(date: &str),
        statements: Text,
        keep_and_try: Text,
        keep_and_try_lead: Text,
        keep: Text,
        try_next: Text,
        nothing_to_choose: Text,
        make_goal: Text,
        goal_keep(statement: &str),
        goal_try(statement: &str),
    }
}

groups! {
    /// Everything that the page for the talk says beside what the other pages say too.
    TalkPageTexts {
        /// The first screen, and the page as a whole.
        talk: TalkTexts,
        /// Handing a view over.
        hand_over: HandOverTexts,
        /// The table with the two views.
        table: TableTexts,
        /// What is wrong with a code, a file or a seal.
        errors: CodeErrorTexts,
        /// The two views next to each other.
        two_views: TwoViewsTexts,
        /// What was agreed.
        agreed: AgreedTexts,
        /// The call review.
        review: ReviewTexts,
    }
}

groups! {
    /// All texts of the page for the talk.
    TalkMessages {
        /// What other pages say too.
        interface: Messages,
        /// What it says alone.
        own: TalkPageTexts,
    }
}
