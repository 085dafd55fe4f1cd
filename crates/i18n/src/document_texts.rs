//! The list of texts beside a result, and in and about its files.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts about what a result is based on, and how sure each line of it is.
    SourcesTexts {
        title: Text,
        lead: Text,
        source: Text,
        no_author: Text,
        certainty: Text,
        certainty_model: Text,
        certainty_survey: Text,
        certainty_practice_estimate: Text,
        certainty_disputed: Text,
    }
}

texts! {
    /// Texts beside an earlier result.
    SinceTexts {
        title: Text,
        choose: Text,
        then: Text,
        now: Text,
        within_noise: Text,
        changed: Text,
        too_few: Text,
        moved: Text,
        nothing_moved: Text,
        from_to(then: &str, now: &str),
        other_language: Text,
        trends: Text,
        trends_help(low: &str, high: &str),
        trends_ranges: Text,
        trends_words: Text,
        other_points: Text,
    }
}

texts! {
    /// Texts about the files that can be saved and opened.
    FileTexts {
        format: Text,
        json: Text,
        markdown: Text,
        sessions: Text,
        answers: Text,
        codebook: Text,
        seal: Text,
        seal_lead: Text,
        passphrase: Text,
        seal_advice: Text,
        seal_weak: Text,
        seal_fair: Text,
        seal_strong: Text,
        seal_save: Text,
        seal_busy: Text,
        seal_stop: Text,
        sealed: Text,
        unseal: Text,
        calendar: Text,
        xapi: Text,
        preview: Text,
        making: Text,
        not_made_title: Text,
        not_made: Text,
        try_again: Text,
        opening: Text,
        preview_of(name: &str),
        save_as(kind: &str),
        not_shared: Text,
        share: Text,
        share_hint: Text,
        share_scales: Text,
        share_scales_hint: Text,
        parts: [Text; 7],
        unknown_part: Text,
    }
}

texts! {
    /// Texts in files, and about those that are not opened. The page has none of them: the worker
    /// says them.
    DocumentTexts {
        skipped: Text,
        cannot_judge: Text,
        no_answer: Text,
        no_score: Text,
        columns_of_session: [Text; 8],
        columns_of_scale: [Text; 6],
        team_columns: [Text; 6],
        team_figures: [Text; 12],
        team_reasons: [Text; 4],
        file_empty: Text,
        file_too_deep: Text,
        file_not_json: Text,
        file_truncated: Text,
        file_foreign: Text,
        file_newer: Text,
        file_withheld: Text,
        file_unknown_fields: Text,
        file_unknown_instrument(id: &str, version: &str),
        file_other_content(id: &str, version: &str),
        file_unknown_item(id: &str),
        file_bad_value(place: &str),
        file_other_encoding(name: &str),
        file_sealed_to_key: Text,
        file_sealed_damaged: Text,
        record_refused(n: usize, what: &str, why: &str),
        record_second: Text,
        record_kinds: [Text; 4],
    }
}
