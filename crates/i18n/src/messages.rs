//! The list of texts, grouped by where they stand.

use super::document_texts::{FileTexts, SinceTexts};
use super::host_texts::HostTexts;
use super::work_texts::WorkTexts;

/// All texts of the interface in one language.
pub struct Messages {
    /// On more than one screen.
    pub common: CommonTexts,
    /// The first screen.
    pub start: StartTexts,
    /// From the first question to the review.
    pub journey: JourneyTexts,
    /// The result.
    pub result: ResultTexts,
    /// What has changed since an earlier result.
    pub since: SinceTexts,
    /// What a person makes of a result.
    pub work: WorkTexts,
    /// Files other than the result file, and choosing between them.
    pub files: FileTexts,
    /// The page around this one.
    pub host: HostTexts,
    /// What is stored on this device.
    pub data: DataTexts,
    /// What went wrong.
    pub errors: ErrorTexts,
}

macro_rules! texts {
    ($(#[$about:meta])* $name:ident { $($field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[allow(missing_docs, reason = "the texts say themselves what they are")]
        pub struct $name { $(pub $field: $kind,)* }
    };
}

pub(super) use texts;

pub(super) type Text = &'static str;

texts! {
    /// Texts on more than one screen.
    CommonTexts {
        language: Text,
        skip_link: Text,
        back: Text,
        go_on: Text,
        to_start: Text,
        my_data: Text,
        print: Text,
        undo: Text,
        of: fn(usize, usize) -> String,
        version: fn(&str) -> String,
        development_only: Text,
        saved_here: Text,
        not_saved: Text,
        loading: Text,
        open_elsewhere: Text,
        continue_here: Text,
    }
}

texts! {
    /// Texts of the first screen.
    StartTexts {
        title: Text,
        lead: fn(&str) -> String,
        facts: fn(usize) -> [String; 3],
        begin: Text,
        begin_anew: Text,
        resume_title: Text,
        resume: fn(usize, usize) -> String,
        resume_review: Text,
        started_on: fn(&str) -> String,
        for_whom: Text,
        promise_title: Text,
        promises: [(Text, Text); 4],
        more: Text,
        earlier: Text,
        open_result: Text,
        look_first: Text,
        example: Text,
        example_hint: Text,
        open_file: Text,
        open_file_hint: Text,
    }
}

texts! {
    /// Texts from the first question to the review.
    JourneyTexts {
        context_kicker: fn(usize, usize) -> String,
        context_why: Text,
        skip_context: Text,
        skip: Text,
        first_interlude: fn(usize) -> String,
        interlude: fn(usize, usize) -> String,
        interlude_text: [Text; 3],
        progress: Text,
        key_hint: Text,
        stop: Text,
        review_title: Text,
        review_lead: fn(usize, usize) -> String,
        review_all: Text,
        review_skipped: fn(usize) -> String,
        review_answered: Text,
        skipped: Text,
        not_seen: Text,
        unscored: fn(&str, u32, u32, u32) -> String,
        unscored_title: Text,
        to_result: Text,
    }
}

texts! {
    /// Texts of the result.
    ResultTexts {
        title: Text,
        lead: Text,
        example_title: Text,
        example_notice: Text,
        example_begin: Text,
        file_title: Text,
        file_notice: fn(&str) -> String,
        file_known: Text,
        file_keep: Text,
        file_stored: Text,
        differences: fn(&str) -> String,
        in_brief: Text,
        strength: Text,
        lever: Text,
        no_strength: Text,
        strongest_answer: fn(&str, &str) -> String,
        profile: Text,
        profile_caption: Text,
        chart_help: fn(&str, &str) -> String,
        chart_help_plain: fn(&str, &str) -> String,
        as_table: Text,
        lower_is_favourable: Text,
        column_scale: Text,
        column_score: Text,
        column_interval: Text,
        column_band: Text,
        column_answered: Text,
        interval: fn(&str, &str) -> String,
        no_interval: Text,
        no_score: Text,
        too_few: fn(u32, u32, u32) -> String,
        scales: Text,
        both: Text,
        both_limiting: Text,
        lifted: Text,
        lowered: Text,
        lifted_limiting: Text,
        lowered_limiting: Text,
        nothing_lifted: Text,
        nothing_lowered: Text,
        withheld: fn(&str) -> String,
        in_account: Text,
        answered: fn(usize, usize) -> String,
        ask_yourself: Text,
        border: Text,
        beliefs: Text,
        beliefs_lead: Text,
        no_beliefs: Text,
        your_answer: Text,
        supporting: Text,
        question: Text,
        context: Text,
        context_lead: Text,
        quality_title: Text,
        quality_effect: Text,
        quality_review: Text,
        computed: Text,
        computed_lead: Text,
        rules: Text,
        rule_key: fn(u8, u8) -> String,
        rule_pomp: Text,
        rule_missing: fn(u32, u32) -> String,
        rule_cuts: fn(&str, &str) -> String,
        rule_interval: Text,
        show_items: fn(&str) -> String,
        column_item: Text,
        column_answer: Text,
        column_direction: Text,
        column_counts: Text,
        as_given: Text,
        reversed: Text,
        sum: fn(u32, u32, u32) -> String,
        limits: Text,
        share: Text,
        label: Text,
        label_hint: Text,
        saved_file: fn(&str) -> String,
        change_answers: Text,
    }
}

texts! {
    /// Texts about what is stored.
    DataTexts {
        title: Text,
        lead: Text,
        empty: Text,
        result_of: fn(&str) -> String,
        in_progress_of: fn(&str) -> String,
        no_backup: Text,
        backup: fn(&str) -> String,
        last_backup: fn(&str) -> String,
        never_backup: Text,
        open: Text,
        resume: Text,
        export: Text,
        delete: Text,
        deleted_one: Text,
        delete_all: Text,
        delete_all_ask: Text,
        delete_all_yes: Text,
        delete_all_no: Text,
        deleted_all: Text,
        undone: Text,
        undone_except: Text,
        not_deleted: Text,
        not_undone: Text,
        all_data_title: Text,
        all_data_lead: Text,
        all_data: [Text; 4],
        all_data_save: Text,
        restore_title: Text,
        restore_counts: [Text; 4],
        restore_yes: Text,
        restore_no: Text,
        restored: Text,
        restored_partly: Text,
        restore_conflict: fn(&str) -> String,
        restore_conflict_agreement: fn(&str) -> String,
        restore_conflict_influence: fn(&str) -> String,
        restore_here: fn(&str) -> String,
        restore_there: fn(&str) -> String,
        restore_later: Text,
        quarantine_title: Text,
        quarantine_text: Text,
        quarantine_save: Text,
        newer_title: Text,
        newer_text: Text,
        older_title: Text,
        older_text: Text,
        waiting_title: Text,
        waiting_text: Text,
        conflict_title: Text,
        conflict_text: Text,
        save_as_backup: Text,
        where_stored: Text,
    }
}

texts! {
    /// Texts about what went wrong, each a sentence that says what is still true.
    ErrorTexts {
        storage_denied: Text,
        storage_full: Text,
        storage_failed: Text,
        unsaved_title: Text,
        unsaved_deleted: Text,
        unsaved_changed: Text,
        unsaved_elsewhere: Text,
        unsaved_save: Text,
        unsaved_dismiss: Text,
        file_title: Text,
        file_empty: Text,
        file_too_big: Text,
        file_too_deep: Text,
        file_unreadable: Text,
        file_not_json: Text,
        file_truncated: Text,
        file_foreign: Text,
        file_newer: Text,
        file_withheld: Text,
        file_sealed: Text,
        file_costly: Text,
        seal_failed: Text,
        file_not_loaded: Text,
        file_unknown_instrument: fn(&str, &str) -> String,
        file_other_content: fn(&str, &str) -> String,
        file_unknown_item: fn(&str) -> String,
        file_bad_value: fn(&str) -> String,
        nothing_changed: Text,
        download_failed: Text,
        language_not_loaded: Text,
    }
}
