//! English: what stands beside a result, and in and about its files.

use super::document_texts::{FileTexts, SinceTexts};

pub(super) const SINCE: SinceTexts = SinceTexts {
    title: "Beside an earlier time",
    choose: "Compare with the result of",
    then: "Then",
    now: "Now",
    within_noise: "May be chance",
    changed: "Changed",
    not_comparable: "Cannot be compared",
    moved: "Answers that moved two steps or more",
    nothing_moved: "No answer moved that far.",
    from_to: |then, now| format!("first {then}, now {now}"),
    trends: "Every time",
    trends_help: |low, high| {
        format!(
            "By theme, from 0 to 100. The lines lie at {low} and {high}; a bar through a point is the 80% range. Whether a difference means anything is said in the table above."
        )
    },
    other_points: "Open points, marked * in the table: the statements were read in another language then. Those results cannot be compared.",
    other_language: "The statements were read in another language then. That is why the outcomes are not put beside each other.",
};

pub(super) const FILES: FileTexts = FileTexts {
    format: "As what?",
    json: "Result file, to open again later",
    markdown: "Text, to paste into a mail or notes",
    sessions: "Table, one row each time",
    answers: "Table, one row an answer",
    codebook: "Explanation of the table, one row a column",
    calendar: "Follow-up in your calendar: today and after 2, 7, 14, 30 and 90 days",
    look_back: "A moment to look back",
    look_back_asks: "What have I applied, and what came of it?",
    measure_again: "Fill in again",
    measure_again_asks: "Time to see again where I stand.",
    preview: "View the file first",
    preview_of: |name| format!("This is in {name}"),
    save_as: |kind| format!("Save as {kind}"),
    skipped: "skipped",
    no_answer: "no answer",
    no_score: "too few answers",
    not_shared: "not shared",
    share: "What goes in?",
    share_hint: "What you wrote yourself is off until you turn it on. How you answered, and how fast, never goes along.",
    parts: [
        "Answers to the statements",
        "Answers about the situation",
        "Results by theme",
        "Beliefs you agree with",
        "Your notes on beliefs",
        "What you can influence",
        "Agreements",
    ],
    columns_of_session: [
        "Id of this time",
        "Questionnaire",
        "Version of the questionnaire",
        "Language of the statements",
        "Which time this is",
        "Begun at",
        "Completed at; empty when it is not yet",
        "Name or pseudonym",
    ],
    columns_of_scale: [
        "percent of the maximum",
        "sum of the scored answers",
        "lower bound of the 80% range",
        "upper bound of the 80% range",
        "band",
        "number of answers",
    ],
};
