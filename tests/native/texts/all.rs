//! Every text of the interface, templates filled in: the patterns name every field, so that a
//! new one does not compile until it is in the list.

use i18n::RoundTexts;
use i18n::{
    AgreedTexts, CodeErrorTexts, HandOverTexts, ReviewTexts, TableTexts, TalkTexts, TwoViewsTexts,
};
use i18n::{
    AgreementTexts, CalculatorTexts, CheckInTexts, CommonTexts, DataTexts, DocumentTexts,
    ErrorTexts, FileTexts, HostTexts, JourneyTexts, Messages, PartTexts, PlanTexts, ResultTexts,
    SinceTexts, SourcesTexts, StartTexts, TeamReasonTexts, TeamTexts, TeamViewTexts, ThemeTexts,
    WorkTexts,
};
use interface_texts::{
    document_texts, messages, round_texts, talk_texts, team_reasons, team_texts,
};
use model::Language;

/// One text as a reader sees it.
pub struct Said {
    /// The name of its field.
    pub field: &'static str,
    /// What is shown: several pieces where a reader sees them apart.
    pub pieces: Vec<String>,
    /// The pieces, joined by a line break.
    pub text: String,
    /// What was filled in.
    pub given: Vec<String>,
}

trait Shown {
    fn pieces(&self) -> Vec<String>;
}

impl Shown for &str {
    fn pieces(&self) -> Vec<String> {
        vec![(*self).to_owned()]
    }
}

impl Shown for String {
    fn pieces(&self) -> Vec<String> {
        vec![self.clone()]
    }
}

impl Shown for (&str, &str) {
    fn pieces(&self) -> Vec<String> {
        [self.0, self.1].map(str::to_owned).to_vec()
    }
}

impl<T: Shown> Shown for &T {
    fn pieces(&self) -> Vec<String> {
        (*self).pieces()
    }
}

impl<T: Shown, const N: usize> Shown for [T; N] {
    fn pieces(&self) -> Vec<String> {
        self.iter().flat_map(Shown::pieces).collect()
    }
}

impl Said {
    fn new(field: &'static str, pieces: Vec<String>, given: Vec<String>) -> Self {
        let text = pieces.join("\n");
        Self {
            field,
            pieces,
            text,
            given,
        }
    }
}

macro_rules! said {
    ($from:expr => $kind:ident { $($field:ident $(($($given:expr),+))?,)* }) => {{
        let from = $from;
        let $kind { $($field: _),* } = from;
        [$(Said::new(
            concat!(stringify!($kind), ".", stringify!($field)),
            from.$field$(($($given),+))?.pieces(),
            vec![$($($given.to_string()),+)?],
        )),*]
    }};
}

/// All of them, in one language.
pub fn all(language: Language) -> Vec<Said> {
    let Messages {
        common,
        start,
        journey,
        result,
        parts,
        theme,
        calculator,
        plan,
        sources,
        since,
        work,
        agreement,
        files,
        host,
        data,
        check_in,
        errors,
    } = messages(language);
    let mut all = Vec::new();
    all.extend(said! { common => CommonTexts {
        language, skip_link, back, go_on, to_start, my_data, print, undo,         of(7, 32), version("1.2.3"), development_only, saved_here, not_saved, not_saved_yet, loading, open_elsewhere, continue_here,     } });
    all.extend(said! { start => StartTexts {
        sales_scan_title, sales_scan_lead("Scan"), fact_one_item, fact_items(32), fact_one_question, fact_questions(4), fact_items_and_questions("32", "4"), fact_duration(5), fact_place, begin, begin_anew, resume_title, resume(7, 32),
        resume_review, started_on("2 mei"), sales_scan_for_whom, sales_scan_gets_title, sales_scan_gets, sales_scan_gets_foot, promise_title, promises, more, earlier,
        open_result, look_first, example, example_hint, example_label, open_file, open_file_hint,
    } });
    all.extend(said! { journey => JourneyTexts {
    context_kicker(2, 4), context_why, skip_context, skip, first_interlude("32"), statements_first("32"), context_interlude, context_interlude_text("4"), interlude(1, 4),
    interlude_text, progress, key_hint, stop, review_title, review_lead(30, "32"),
    review_all, review_open("2"), review_answered, skipped,
    not_seen, unscored("Thema", 4, 6, 8), unscored_title, to_result, to_talk, colleague,
        } });
    all.extend(said! { result => ResultTexts {
        title, example_title, example_notice, example_begin, file_title,
        file_notice("2 mei"), file_known, file_keep, file_stored, differences("Thema"),
        in_brief, strength, lever, no_strength,
        strongest_answer("Ik bel", "eens"), profile, profile_caption, chart_help("37,5", "62,5"),
        chart_help_plain("37,5", "62,5"), as_table, lower_is_favourable, column_scale, column_score,
        column_interval, column_band, column_answered, interval("60,1", "80,2"), no_interval,
        no_score, too_few(4, 6, 8), scales, both, both_limiting, lifted, lowered, lifted_limiting,
        lowered_limiting, nothing_lifted, nothing_lowered, withheld("Commitment"), in_account, answered(30, 32), ask_yourself, border("Laag"), border_open("Laag"),
        patterns_title, patterns_foot, facets_title, facets_strong, facets_to_gain, facets_foot, facets_none, from_to, from, to, manager_questions, team_questions, beliefs,
        beliefs_lead, beliefs_disagreed, no_beliefs, your_answer, supporting, question, context, context_lead, context_comment, follow_up, follow_up_today, follow_up_tomorrow, follow_up_after(14), offered("Coach"), manager_link,
        quality_title, quality_effect, quality_review, computed, computed_lead, rules, rule_key(1, 5),
        rule_pomp, rule_missing(3, 4), rule_cuts("37,5", "62,5"), rule_interval, show_items("Thema"),
        column_item, column_answer, column_direction, column_counts, as_given, reversed,
        sum(28, 8, 40), limits, label, label_hint, saved_file("a.json"), change_answers, have_talk,
    } });
    all.extend(said! { parts => PartTexts {
    contents, overview, by_theme, thoughts, influence, agreements, comparison, sharing, computed,
    theme_of(1, 4), part_of(1, 2), next, next_theme, one_theme, themes(4), none_to_examine, to_examine(2), nothing_yet,
    one_reason, reasons(2), none_yet, one_agreement, agreements_made(2), rules_and_sources,
        } });
    all.extend(said! { theme => ThemeTexts {
    coach_question, team_question, facets_nothing, facets_unsaid("‘Tijd’"), names("‘Tijd’", "‘Prijs’"), helping_thoughts,
    } });
    all.extend(said! { calculator => CalculatorTexts {
        more("Deals"), less("Deals"), bounds(10), on_paper, with_extra, per_week(12), conversations, quotes, deals,
        no_quote, no_deal, over(7), nearly(29), below_one, just_enough, to_spare("2"),
        flow("a", "1", "2", "3"), flow_lost("a", "1", "2", "3"), take_over, full,
        } });
    all.extend(said! { plan => PlanTexts {
        facts_answered(30, 32), no_strength, choose_title, choose, title, done(1, 5), steps, steps_done, go, then("bel"), and, come_back, all_done, legend, legend_more, work_on, working_on, working_on_other("Thema"), experiment, suggestions,
    } });
    all.extend(said! { sources => SourcesTexts {
        title, lead, source, no_author, certainty, certainty_model, certainty_survey, certainty_practice_estimate, certainty_disputed,
    } });
    all.extend(said! { since => SinceTexts {
        title, choose, then, now, within_noise, changed, too_few, moved,
        nothing_moved, from_to("oneens", "eens"), other_language, trends, trends_help("37,5", "62,5"), trends_ranges, trends_words, other_points,
    } });
    all.extend(said! { files => FileTexts {
        format, json, markdown, sessions, answers, codebook, seal, seal_lead, passphrase, seal_advice, seal_weak, seal_fair, seal_strong, seal_save, seal_busy, seal_stop, sealed, unseal, calendar, xapi, preview, making, not_made_title, not_made, try_again, opening, preview_of("a.json"),
        save_as("CSV"), not_shared, share, share_hint, share_scales, share_scales_hint, parts, unknown_part,
    } });
    all.extend(said! { document_texts(language) => DocumentTexts {
        skipped, cannot_judge, no_answer, no_score,
        columns_of_session, columns_of_scale, team_columns, team_figures, team_reasons,
        file_empty, file_too_deep, file_not_json, file_truncated, file_foreign, file_newer, file_withheld, file_unknown_fields,
        file_unknown_instrument("scan", "1.2.3"), file_other_content("scan", "1.2.3"), file_unknown_item("ACC-99"),
        file_bad_value("session.wave"), file_other_encoding("UTF-16"), file_sealed_to_key, file_sealed_damaged,
        record_refused(3, "a", "b"), record_second, record_kinds,
    } });
    let talk = talk_texts(language);
    all.extend(said! { &talk.talk => TalkTexts {
        page_title, own_tab, open_tab, home_title, home_lead, together, together_lead, to_together, as_manager, as_manager_lead, about_whom, about_whom_hint, begin_view, name_missing, as_rep, as_rep_lead, no_result, to_scan, result_of("2 mei"), view_about("Noor", "2 mei"), view_unfinished("Noor", 3, 24), nobody, give, continue_view, mirror, mirror_lead, begin_mirror, mirror_of("2 mei"), actions, guidance,
    } });
    all.extend(said! { &talk.hand_over => HandOverTexts {
        give_result, give_view, lead, goes, stays, also_goes, situation, nothing_chosen, here_title, here_hint, here, remote, remote_hint, share_link, copy_link, copied, not_copied, nearby, nearby_hint, qr_name, by_phone, by_phone_hint, as_file, as_file_hint, save_file, no_code, seal, seal_lead, seal_of("JPNE-VY77"), copy_seal, not_here,
    } });
    all.extend(said! { &talk.table => TableTexts {
        title, lead, rep, manager, not_yet, covered("2 mei"), take_away, lift, lift_hint, mirror, add, add_more, from_device, code, code_hint, open_code, open_file, opening, curtain, seals, seals_lead, seal_rep, seal_manager, occupied_rep, occupied_manager, cleared,
    } });
    all.extend(said! { &talk.errors => CodeErrorTexts {
        title, empty, character("U", 7), too_short(7), too_long, checksum, newer, unknown_questionnaire, day, answers, seal, unfinished, backup, sealed, agreements, nothing_changed, twice, two_own, two_managers, other_questionnaire, other_version, nothing_in_common,
    } });
    all.extend(said! { &talk.two_views => TwoViewsTexts {
        title, rep, manager, seals_match, seal_matches("salesmanager"), seal_differs("salesmanager"), alike, alike_none, both_said("vaak"), each_said("vaak", "soms"), alike_theme("Thema"), different, different_hint, different_none, different_none_question, higher("salesmanager"), theme_score, largest_at("Onderdeel"), begin_with, why_talk, not_shared("salesmanager", "Thema"), not_shared_both("Thema"), not_shared_cell, too_few("Thema"), figures, figures_caption, column_theme, column_difference, similarity, similarities, similarity_too_few, similarity_figures, joint(7), mean_absolute("0,5"), within_one("0,5"), pearson("0,5"), double_entry("0,5"), not_computed, similarity_anchor, time, minutes_choice, thirty, forty_five, minutes(7), parts, somebody, first_line, sheet_title, sheet_for, variants, variant_leads, sheet_agree, print, both_asked, to_agreements, back_to_table,
    } });
    all.extend(said! { &talk.agreed => AgreedTexts {
        title, look_at, home_lead, open_file, lead, look_back, look_back_lead, of_rep, of_manager, show_rep_marks, rep_marks_covered, asked, asked_lead, asked_new, take_over, add, kept_here, not_kept, changed_elsewhere, both_confirmed, not_confirmed, hand_over, hand_over_lead, save_file, calendar, open_title, open_lead, keep, keep_done, newer_here, the_link, link_too_long, unreadable, marks_go_along, none,
    } });
    all.extend(said! { &talk.review => ReviewTexts {
        title, lead, prepare, consent, consent_first, no_recording, closed_title, closed, how_to_ask, rep, rep_lead, begin_rep, manager, manager_lead, begin_manager, review_of("2 mei"), statements, keep_and_try, keep_and_try_lead, keep, try_next, nothing_to_choose, make_goal, goal_keep("‘Ik bel’"), goal_try("‘Ik bel’"),
    } });
    all.extend(said! { &round_texts(language).round => RoundTexts {
        page_title, title, lead, own_tab, open_tab, how_title, how, limits_title, limits, rounds_title, one_person, people(7), pass_on_again, see_picture, begin_title, begin_lead, choose_own, received_title, received_lead, received_field, open_code, add_title, add_lead("7 deelnemers"), begin_screen_title, own_title, no_result, to_scan, elsewhere, elsewhere_lead, open_file, opening, code_field, goes_title, goes(30, 32), goes_never, begin, add, not_kept, already_title, already, withdraw_title, withdraw_lead, withdraw, pass_title, pass_lead("7 deelnemers"), pass_begun("7 deelnemers"), privately, remote, share_link, copy_link, copy_code, see_link, copied, not_copied, length(7), nearby, nearby_hint, qr_name, close_title, close_lead("7 deelnemers"), few_title, few_lead("4 deelnemers"), close, close_few(7), close_few_one, picture_title, picture_people, picture_lead, themes, column_part, column_statement, column_points, column_answered, lower, parts, statements, statements_lead("oneens", "eens"), too_few, not_shown_title, no_spread, whole, skipped, means, not_stored, unreadable, error_title, nothing_changed, empty, character("U", 7), too_short(7), too_long, checksum, newer, unknown_questionnaire, impossible_code, day, about_another, nothing_answered, other_questionnaire, other_language, older, already_closed, full, alone, not_begun_here, impossible, too_many_statements, no_random, unfinished, no_result_file, file_not_loaded, to_team,
    } });
    let team = team_texts(language);
    all.extend(said! { &team.team => TeamTexts {
        page_title, title, lead, own_tab, open_tab, open_title, open_hint, choose_files, choose_folder, paste, paste_hint, paste_open, reading, reading_of(7, 7), cancel, cancelled, worker_failed, nothing_found, too_few_title, too_few, add_title, add_hint, start_over, promises, promises_title, manager_page, guidance, round_title, round_lead, round, to_scan, further,
    } });
    all.extend(said! { &team.view => TeamViewTexts {
        participant, participants, latest_of_each, before_of_each("2 mei"), from_of_each("2 mei"), of_both_moments("2 mei"), of_group("Noord"), scan_of("1.2.3", "Nederlands"), other_scan_of("Scan", "1.2.3", "Nederlands"), languages, no_language, forms, choose_pool, pool_option("Noord", 7), choose_group, everyone(7), group_option("Noord", 7), choose_moment, moment_hint, moment_day, compare, latest_only, refused_title, refused_nobody, refused_too_few(7), refused_few_left(7, 7), refused_few_left_groups(7, "Noord"), refused_differs(7, 7), refused_together(7), refused_foot, themes, themes_hint(7), themes_hint_spread(7), themes_hint_two("2 mei"), lower_is_better, whole_points, as_table, themes_caption, column_theme, column_mean, column_spread, column_people, column_before, no_mean, statements, statements_hint, statements_later(7), facets, facets_caption("Thema"), column_facet, statements_caption("Thema"), column_statement, not_shown_cell, situation, situation_hint, column_answer, mirror, mirror_hint, mirror_choose, mirror_remove, mirror_said("Altijd"), mirror_refused, not_shown, too_few_group(7), few_left_group(7, 7), lowest_and_highest, lowest_and_highest_why, spread, spread_why(7, 7), per_statement, per_statement_why(7, 7), reliability, reliability_why(7, 7), item_rest, item_rest_why(7, 7), omega, omega_why(7, 7), single_out, cannot_be, left_out(7), left_out_one, left_out_pool(7, "Noord"), left_out_pool_one("Noord"), left_out_list, left_out_more(7), coherence, coherence_hint, alpha("Thema", "0,81", "0,70", "0,89"), omega_is("Thema", "0,82"), item_rest_caption("Thema"), column_item_rest, column_alpha_without, save, save_hint, save_csv, save_codebook, save_json, print, saved_as("Noord"), not_made, not_validated, printed_foot,
    } });
    all.extend(said! { team_reasons(language) => TeamReasonTexts {
        backup, questionnaire, sealed, agreements, code, code_newer, code_unknown, code_several, code_day, line_too_long, line_too_deep, line_not_text, line_not_json, line_no_record, line_twice("answers"), line_bad_value("answers"), line_unknown_questionnaire("scan"), line_unknown_item("scan"), line_unknown_form("chef"), file_too_big, too_many(7), not_completed, no_score, read_before, newer_result, not_a_mirror, unreadable, pasted, at_line("a.json", 7),
    } });
    all.extend(said! { work => WorkTexts {
        examine, examined, own_words, speaks_for, speaks_against, counterpart, take_offer, experiment, rate_again, another_belief, influences, influences_lead, add_influence, sources, reason, sort, sortings, none_yet, step_mine, step_ask, remove, removed, effort, effort_lead, effort_ends("oneens", "eens"), effort_view, no_answer, agreements, agreements_lead, add_agreement, kinds, example, whose, agreed, indicator, why, first_step, due, interim, interim_date, interim_text, add_interim, confirmed, by_rep, by_manager, by_team, look_back, look_back_lead("2 mei"), outcome, outcomes, learned, origin, origins, hr, visit,
    } });
    all.extend(said! { agreement => AgreementTexts {
        if_then, if_then_lead, situation, response, if_then_said("het druk is", "bel ik"), helper, obstacle, more, filled("waarom"), names, one_minute, minutes(5),
        } });
    all.extend(said! { check_in => CheckInTexts {
        first_step, first_step_asks, look_back, look_back_asks, measure_again, measure_again_asks,
        with_agreement, with_agreement_hint, same_day, one_day, days(14), agreed, indicator, agreed_first_step,
        nothing_kept, no_result, to_agreements, scan_again, unreadable_title, unreadable,
    } });
    all.extend(said! { host => HostTexts {
        offered_by("Coach"), privacy, persist_session_notice, persist_none_notice, persist_session_status, persist_none_status,
        scores_title, scores_title_coach("Coach"), scores_lead("https://a.example"), scores_yes, scores_sure("https://a.example"), scores_sure_yes,
        scores_no, scores_sent, scores_not_sent, scores_not_told, custom_refused, custom_advice, custom_checking, custom_author, tab, tab_open, tab_notice,
    } });
    all.extend(said! { data => DataTexts {
        title, lead, empty, result_of("2 mei"), in_progress_of("2 mei"), about("Sanne"), no_backup,
        backup("2 mei"), last_backup("2 mei"), never_backup, open, resume, export, delete,
        deleted_one, delete_all, delete_all_ask, delete_all_yes, delete_all_no, deleted_all,
        undone, undone_except, not_deleted, not_undone, all_data_title, all_data_lead, all_data, all_data_save, restore_title, restore_counts, restore_yes, restore_no, restored, restored_partly, restore_conflict("2 mei"), restore_conflict_agreement("Bellen"), restore_conflict_influence("Prijs"), restore_here("2 mei"), restore_there("2 mei"), restore_later, quarantine_title, quarantine_text, quarantine_save, newer_title, newer_text, older_title, older_text, waiting_title, waiting_text, other_content_text, conflict_title, conflict_text, save_as_backup,
        where_stored,
    } });
    all.extend(said! { errors => ErrorTexts {
        storage_denied, storage_full, storage_failed, unsaved_title, unsaved_deleted, unsaved_changed, unsaved_elsewhere, unsaved_save, unsaved_dismiss, file_title, file_too_big,
        file_unreadable, file_sealed, file_changed, file_costly, seal_failed, file_not_loaded, about_another, nothing_changed, download_failed, language_not_loaded,
    } });
    all
}
