//! English: what is done next with a result.

use i18n::{PlanTexts, Template};

pub(crate) const PLAN: PlanTexts = PlanTexts {
    facts_answered: Template::new("{n} of the {total} statements"),
    no_strength: "Your answers do not show a clear strength yet.",
    choose_title: "Choose where you begin",
    choose: "Your answers point to no theme where you can gain most. Begin with the theme that appeals to you most.",
    title: "What do you do now?",
    done: Template::new("{n} of {total} done"),
    steps: [
        "Choose one theme",
        "Try one thing",
        "Make one agreement",
        "Set a reminder",
        "Share what you want to share",
    ],
    steps_done: [
        "Theme chosen",
        "Experiment chosen",
        "Agreement made",
        "Reminder set",
        "File made to share",
    ],
    go: [
        "Choose a theme",
        "Choose one thing to try",
        "Make an agreement",
        "Set a reminder",
        "Choose what you share",
    ],
    then: Template::new("After that: {steps}."),
    and: "and",
    come_back: "All done. Look back briefly when your reminder comes.",
    all_done: "All done. Take the scan again when you want to know where you stand now.",
    legend: ["your score", "margin", "boundary between bands"],
    legend_more: "Explanation and table",
    work_on: "I will work on this",
    working_on: "You are working on this.",
    working_on_other: Template::new("You chose ‘{theme}’. You work on one theme at a time."),
    experiment: "What will you try this week?",
    suggestions: "Or begin with a suggestion:",
};
