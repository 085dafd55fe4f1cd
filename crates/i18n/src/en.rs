//! English: the second language, an unvalidated translation.

use super::messages::*;
use super::{en_documents, en_host, en_work};

pub(super) static MESSAGES: Messages = Messages {
    common: CommonTexts {
        language: "Language",
        skip_link: "Skip to content",
        back: "Back",
        go_on: "Go on",
        to_start: "To the start",
        my_data: "My data",
        print: "Print",
        undo: "Undo",
        of: |n, total| format!("{n} of {total}"),
        version: |version| format!("version {version}"),
        development_only: "For development only. Not validated, no norms.",
        saved_here: "Saved on this device",
        not_saved: "Not saved on this device",
    },
    start: StartTexts {
        title: "An honest look at your sales mindset",
        lead: |title| {
            format!(
                "The {title} shows what carries your results and where you leave influence unused. You see the outcome first."
            )
        },
        facts: |items| {
            [
                format!("{items} statements"),
                "about five minutes".into(),
                "stays on this device".into(),
            ]
        },
        begin: "Start",
        begin_anew: "Start again",
        resume_title: "You had already begun",
        resume: |n, total| format!("Continue where you stopped ({n} of {total})"),
        resume_review: "Continue with the review",
        started_on: |date| format!("Begun on {date}"),
        for_whom: "For account managers who want a good conversation with their sales manager or coach.",
        promise_title: "Good to know",
        promises: [
            (
                "Private",
                "Your answers stay in this browser. Nothing is sent to a server.",
            ),
            (
                "Voluntary",
                "You may skip and stop at any time, without consequences.",
            ),
            (
                "To learn from",
                "A starting point for a conversation. Not for appraisal, pay or selection.",
            ),
            (
                "No norms",
                "New and not studied yet. Your score says nothing about how you compare with others.",
            ),
        ],
        more: "Read all about purpose, limits and privacy",
        earlier: "Earlier results",
        open_result: "View",
        look_first: "Want to look first?",
        example: "See an example",
        example_hint: "A made-up result. Nothing is stored.",
        open_file: "Open a result file",
        open_file_hint: "A JSON file that you saved earlier.",
    },
    journey: JourneyTexts {
        context_kicker: |n, total| format!("About your situation · {n} of {total}"),
        context_why: "Not part of your score. It helps to read that score in its circumstances.",
        skip_context: "Skip these questions",
        skip: "Skip",
        first_interlude: |items| format!("Now the {items} statements"),
        interlude: |done, total| format!("Part {done} of {total} is done"),
        interlude_text: [
            "Take a breath. Go with your first thought: there are no right or wrong answers.",
            "You are halfway. Keep thinking of the past three months.",
            "One part to go. After that you can review everything at your own pace.",
        ],
        progress: "Progress",
        key_hint: "Faster: choose with the number keys.",
        stop: "Stop and continue later",
        review_title: "Review your answers",
        review_lead: |answered, total| {
            format!(
                "You answered {answered} of the {total} statements. Tap a statement to change your answer."
            )
        },
        review_all: "Everything is answered. Tap a statement to change your answer, or go to your result.",
        review_skipped: |n| {
            if n == 1 {
                "1 statement without an answer".into()
            } else {
                format!("{n} statements without an answer")
            }
        },
        review_answered: "Answered",
        skipped: "Skipped",
        not_seen: "Not seen yet",
        unscored: |scale, answered, needed, total| {
            format!("{scale}: {answered} of {total} answered, {needed} needed for a score.")
        },
        unscored_title: "No score possible yet for",
        to_result: "To my result",
    },
    result: ResultTexts {
        title: "Your mirror",
        lead: "A starting point for a conversation, not a verdict. You decide who sees this.",
        example_title: "An example mirror",
        example_notice: "This is a made-up example. It belongs to nobody and is stored nowhere.",
        example_begin: "Make your own mirror",
        file_title: "An opened result",
        file_notice: |date| {
            format!(
                "Opened from a file of {date}. The scores have been computed again here. Nothing has been stored on this device."
            )
        },
        file_known: "This result is already on this device; it is not stored twice.",
        file_keep: "Keep on this device",
        file_kept: "The result is now among your earlier results.",
        differences: |scales| {
            format!(
                "The scores in the file differ from what the answers give, for: {scales}. Below you see the computed score."
            )
        },
        in_brief: "In one minute",
        strength: "What carries you",
        lever: "Where the lever is",
        no_strength: "Your answers do not point to a clear strength yet. Start with the lever and look again in a few weeks.",
        strongest_answer: |item, answer| format!("Your firmest answer: ‘{item}’ ({answer})."),
        profile: "Profile",
        profile_caption: "Scores by theme, from 0 to 100",
        chart_help: |low, high| {
            format!(
                "The bar is the range in which your score probably lies (80 percent), given the spread of your answers. The marks at {low} and {high} are boundaries of the answer scale, not a norm."
            )
        },
        chart_help_plain: |low, high| {
            format!("The marks at {low} and {high} are boundaries of the answer scale, not a norm.")
        },
        as_table: "The same as a table",
        lower_is_favourable: "lower is more favourable",
        column_scale: "Theme",
        column_score: "Score",
        column_interval: "80% range",
        column_band: "Band",
        column_answered: "Answered",
        interval: |low, high| format!("{low} to {high}"),
        no_interval: "not shown",
        no_score: "No score",
        too_few: |answered, needed, total| {
            format!("{answered} of {total} answered; at least {needed} needed.")
        },
        scales: "Theme by theme",
        both: "What lifted and lowered your score",
        both_limiting: "What you agreed and disagreed with",
        lifted: "What lifted your score",
        lowered: "What lowered your score",
        lifted_limiting: "What you agreed with",
        lowered_limiting: "What you disagreed with",
        nothing_lifted: "No answer lifted this score.",
        nothing_lowered: "No answer lowered this score.",
        withheld: |scales| {
            format!("Not shared in this file: {scales}. Nothing of it can be seen here.")
        },
        answered: |n, total| format!("{n} of {total} answered"),
        in_account: "What it can look like in an account",
        ask_yourself: "A question to yourself",
        border: "Close to a boundary: read the text of the neighbouring band as well.",
        beliefs: "Beliefs to examine",
        beliefs_lead: "You agreed with these statements. They often feel like facts. Put a supporting thought beside each and see what holds.",
        no_beliefs: "You agreed with none of the limiting statements. Keep that picture for your next mirror.",
        your_answer: "Your answer",
        supporting: "Supporting",
        question: "Question",
        context: "Your situation",
        context_lead: "This lies partly outside your own hands. Read a low score in these circumstances.",
        quality_title: "Read this result with some caution",
        quality_effect: "That is why no 80% ranges are shown now.",
        quality_review: "Go through my answers",
        computed: "How this was computed",
        computed_lead: "Everything can be checked. These are the rules and the answers behind every score.",
        rules: "The rules",
        rule_key: |min, max| {
            format!(
                "Each answer counts from {min} to {max}. For statements that point the other way the answer is reversed ({max} becomes {min})."
            )
        },
        rule_pomp: "Score = 100 × steps reached ÷ steps possible (percent of maximum possible; Cohen et al., 1999).",
        rule_missing: |numerator, denominator| {
            format!(
                "A theme gets a score when at least {numerator}/{denominator} of its statements are answered. Skipped statements do not count and are never filled in."
            )
        },
        rule_cuts: |low, high| {
            format!(
                "Below {low} your answers fit 'disagree' on average, above {high} they fit 'agree'. On a boundary the picture is mixed."
            )
        },
        rule_interval: "The 80% range comes from the spread of your own answers within a theme (conditional standard error; Brennan, 1998). It says nothing about differences from day to day.",
        show_items: |scale| format!("Answers behind {scale}"),
        column_item: "Statement",
        column_answer: "Answer",
        column_direction: "Direction",
        column_counts: "Counts as",
        as_given: "as given",
        reversed: "reversed",
        sum: |sum, min, max| format!("Together {sum}, on a range from {min} to {max}."),
        limits: "What this does not say",
        share: "Saving and sharing",
        label: "Name or pseudonym in the file",
        label_hint: "May stay empty. Becomes part of the file name.",
        saved_file: |name| format!("Saved as {name}."),
        change_answers: "View or change my answers",
    },
    since: en_documents::SINCE,
    files: en_documents::FILES,
    work: en_work::WORK,
    host: en_host::HOST,
    data: en_documents::DATA,
    errors: ErrorTexts {
        storage_denied: "This browser does not let us save anything. You can simply go on; save your result as a file at the end.",
        storage_full: "The storage of this browser is full. You can simply go on; save your result as a file at the end.",
        storage_failed: "Saving on this device does not work right now. You can simply go on; save your result as a file at the end.",
        file_title: "This file cannot be opened",
        file_empty: "It is empty.",
        file_too_big: "It is larger than 1 MB; a result is much smaller.",
        file_too_deep: "It is nested too deeply to be a result.",
        file_unreadable: "The browser cannot read it as text.",
        file_not_json: "It is not a valid JSON file.",
        file_truncated: "It stops halfway. Perhaps it was not downloaded completely.",
        file_foreign: "It is JSON, but not a result of this app.",
        file_withheld: "This file does not hold the answers: they were left out on purpose. It is for reading, and cannot be opened here.",
        file_sealed: "This passphrase does not open the file, or it is damaged.",
        file_costly: "Opening this file takes more work than a page can do. Open it with an age program.",
        seal_failed: "The encryption was not loaded. Check the connection and try again; nothing is lost.",
        file_not_loaded: "The part of the app that opens files was not loaded. Check the connection and try again.",
        file_newer: "It was made with a newer version of the app. Reload this page or use the newer version.",
        file_unknown_instrument: |id, version| {
            format!(
                "It belongs to questionnaire ‘{id}’, version {version}, which this app does not know."
            )
        },
        file_other_content: |id, version| {
            format!(
                "It was made with another text of questionnaire ‘{id}’, under the same version {version}. It opens only where that text is at hand."
            )
        },
        file_unknown_item: |id| {
            format!("It holds an answer to a statement that does not exist: ‘{id}’.")
        },
        file_bad_value: |place| format!("A value is not right, at this place: {place}."),
        nothing_changed: "Nothing has been changed.",
        download_failed: "The file could not be made. Try again or print the page.",
        language_not_loaded: "The other language could not be loaded. Check the connection and try again.",
    },
};
