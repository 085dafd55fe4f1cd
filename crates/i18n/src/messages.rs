//! The list of texts, grouped by where they stand.

use crate::declaration::{groups, texts};
use crate::{
    AgreementTexts, CalculatorTexts, CheckInTexts, FileTexts, HostTexts, PartTexts, PlanTexts,
    SinceTexts, SourcesTexts, Text, ThemeTexts, WorkTexts,
};

groups! {
    /// All texts of the interface in one language.
    Messages {
        /// On more than one screen.
        common: CommonTexts,
        /// The first screen.
        start: StartTexts,
        /// From the first question to the review.
        journey: JourneyTexts,
        /// The result.
        result: ResultTexts,
        /// The way through the parts of a result.
        parts: PartTexts,
        /// A theme, and the thoughts that belong to one.
        theme: ThemeTexts,
        /// The calculator of effort.
        calculator: CalculatorTexts,
        /// What is done next with a result.
        plan: PlanTexts,
        /// What a result is based on.
        sources: SourcesTexts,
        /// What has changed since an earlier result.
        since: SinceTexts,
        /// What a person makes of a result.
        work: WorkTexts,
        /// Making an agreement.
        agreement: AgreementTexts,
        /// Reminders, and what they bring back.
        check_in: CheckInTexts,
        /// Files other than the result file, and choosing between them.
        files: FileTexts,
        /// The page around this one.
        host: HostTexts,
        /// What is stored on this device.
        data: DataTexts,
        /// What went wrong.
        errors: ErrorTexts,
    }
}

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
        of(n: usize, total: usize),
        version(version: &str),
        development_only: Text,
        saved_here: Text,
        not_saved: Text,
        not_saved_yet: Text,
        loading: Text,
        open_elsewhere: Text,
        continue_here: Text,
    }
}

texts! {
    /// Texts of the first screen.
    StartTexts {
        sales_scan_title: Text,
        sales_scan_lead(title: &str),
        fact_one_item: Text,
        fact_items(items: usize),
        fact_one_question: Text,
        fact_questions(questions: usize),
        fact_items_and_questions(items: &str, questions: &str),
        fact_duration(minutes: usize),
        fact_place: Text,
        begin: Text,
        begin_anew: Text,
        resume_title: Text,
        resume(n: usize, total: usize),
        resume_review: Text,
        started_on(date: &str),
        sales_scan_for_whom: Text,
        sales_scan_gets_title: Text,
        sales_scan_gets: [(Text, Text); 3],
        sales_scan_gets_foot: Text,
        promise_title: Text,
        promises: [(Text, Text); 4],
        more: Text,
        earlier: Text,
        open_result: Text,
        look_first: Text,
        example: Text,
        example_hint: Text,
        example_label: Text,
        open_file: Text,
        open_file_hint: Text,
    }
}

texts! {
    /// Texts from the first question to the review.
    JourneyTexts {
        context_kicker(n: usize, total: usize),
        context_why: Text,
        skip_context: Text,
        skip: Text,
        first_interlude(items: &str),
        statements_first(items: &str),
        context_interlude: Text,
        context_interlude_text(questions: &str),
        interlude(done: usize, total: usize),
        interlude_text: [Text; 3],
        progress: Text,
        key_hint: Text,
        stop: Text,
        review_title: Text,
        review_lead(answered: usize, items: &str),
        review_all: Text,
        review_open(items: &str),
        review_answered: Text,
        skipped: Text,
        not_seen: Text,
        unscored(scale: &str, answered: u32, needed: u32, total: u32),
        unscored_title: Text,
        to_result: Text,
        to_talk: Text,
        colleague: Text,
    }
}

texts! {
    /// Texts of the result.
    ResultTexts {
        title: Text,
        example_title: Text,
        example_notice: Text,
        example_begin: Text,
        file_title: Text,
        file_notice(date: &str),
        file_known: Text,
        file_keep: Text,
        file_stored: Text,
        differences(scales: &str),
        in_brief: Text,
        strength: Text,
        lever: Text,
        no_strength: Text,
        strongest_answer(item: &str, answer: &str),
        profile: Text,
        profile_caption: Text,
        chart_help(low: &str, high: &str),
        chart_help_plain(low: &str, high: &str),
        as_table: Text,
        lower_is_favourable: Text,
        column_scale: Text,
        column_score: Text,
        column_interval: Text,
        column_band: Text,
        column_answered: Text,
        interval(low: &str, high: &str),
        no_interval: Text,
        no_score: Text,
        too_few(answered: u32, needed: u32, total: u32),
        scales: Text,
        both: Text,
        both_limiting: Text,
        lifted: Text,
        lowered: Text,
        lifted_limiting: Text,
        lowered_limiting: Text,
        nothing_lifted: Text,
        nothing_lowered: Text,
        withheld(scales: &str),
        in_account: Text,
        answered(n: usize, total: usize),
        ask_yourself: Text,
        border(band: &str),
        border_open(band: &str),
        patterns_title: Text,
        patterns_foot: Text,
        facets_title: Text,
        facets_strong: Text,
        facets_to_gain: Text,
        facets_foot: Text,
        facets_none: Text,
        from_to: Text,
        from: Text,
        to: Text,
        manager_questions: Text,
        team_questions: Text,
        beliefs: Text,
        beliefs_lead: Text,
        beliefs_disagreed: Text,
        no_beliefs: Text,
        your_answer: Text,
        supporting: Text,
        question: Text,
        context: Text,
        context_lead: Text,
        context_comment: Text,
        follow_up: Text,
        follow_up_today: Text,
        follow_up_tomorrow: Text,
        follow_up_after(n: usize),
        offered(coach: &str),
        manager_link: Text,
        quality_title: Text,
        quality_effect: Text,
        quality_review: Text,
        computed: Text,
        computed_lead: Text,
        rules: Text,
        rule_key(min: u8, max: u8),
        rule_pomp: Text,
        rule_missing(numerator: u32, denominator: u32),
        rule_cuts(low: &str, high: &str),
        rule_interval: Text,
        show_items(scale: &str),
        column_item: Text,
        column_answer: Text,
        column_direction: Text,
        column_counts: Text,
        as_given: Text,
        reversed: Text,
        sum(sum: u32, min: u32, max: u32),
        limits: Text,
        label: Text,
        label_hint: Text,
        saved_file(name: &str),
        change_answers: Text,
        have_talk: Text,
    }
}

texts! {
    /// Texts about what is stored.
    DataTexts {
        title: Text,
        lead: Text,
        empty: Text,
        result_of(date: &str),
        in_progress_of(date: &str),
        about(name: &str),
        no_backup: Text,
        backup(date: &str),
        last_backup(date: &str),
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
        all_data: [Text; 5],
        all_data_save: Text,
        restore_title: Text,
        restore_counts: [Text; 4],
        restore_yes: Text,
        restore_no: Text,
        restored: Text,
        restored_partly: Text,
        restore_conflict(date: &str),
        restore_conflict_agreement(text: &str),
        restore_conflict_influence(text: &str),
        restore_here(date: &str),
        restore_there(date: &str),
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
        other_content_text: Text,
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
        file_too_big: Text,
        file_unreadable: Text,
        file_sealed: Text,
        file_changed: Text,
        file_costly: Text,
        seal_failed: Text,
        file_not_loaded: Text,
        about_another: Text,
        nothing_changed: Text,
        download_failed: Text,
        language_not_loaded: Text,
    }
}

impl ResultTexts {
    /// How many days from now.
    pub fn follow_up_day(&self, n: usize) -> String {
        match n {
            0 => self.follow_up_today.to_owned(),
            1 => self.follow_up_tomorrow.to_owned(),
            _ => self.follow_up_after(n),
        }
    }
}

impl StartTexts {
    /// How many statements.
    pub fn statements(&self, n: usize) -> String {
        match n {
            1 => self.fact_one_item.to_owned(),
            _ => self.fact_items(n),
        }
    }

    /// How many questions about the situation.
    pub fn questions(&self, n: usize) -> String {
        match n {
            1 => self.fact_one_question.to_owned(),
            _ => self.fact_questions(n),
        }
    }

    /// What there is to answer: statements, and questions about the situation where there are any.
    pub fn content(&self, statements: usize, questions: usize) -> String {
        let items = self.statements(statements);
        match questions {
            0 => items,
            _ => self.fact_items_and_questions(&items, &self.questions(questions)),
        }
    }
}
