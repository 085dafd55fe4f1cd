//! English: reminders, and what they bring back to the page.

use i18n::{CheckInTexts, Template};

pub(crate) const CHECK_IN: CheckInTexts = CheckInTexts {
    first_step: "First step",
    first_step_asks: "Which step will I take today?",
    look_back: "A moment to look back",
    look_back_asks: "What have I applied, and what came of it?",
    measure_again: "Take the scan again",
    measure_again_asks: "Time to see again where I stand.",
    with_agreement: "Put my first agreement in the reminder, as a link.",
    with_agreement_hint: "Whoever can read your calendar can then read the agreement too.",
    same_day: "Reminder for today",
    one_day: "Reminder after 1 day",
    days: Template::new("Reminder after {n} days"),
    agreed: "Your agreement",
    indicator: "You will both know it worked by",
    agreed_first_step: "Your first step",
    nothing_kept: "This agreement stands in the link of your reminder. Nothing has been kept or sent now.",
    no_result: "No result is found here. If you took the scan on another site, it is kept there. The agreement came with your reminder. If you saved a result file, you can open it.",
    to_agreements: "To your agreements",
    scan_again: "Take the scan again",
    unreadable_title: "This reminder cannot be read",
    unreadable: "The link is not whole, or does not come from this page. Below you can go on as usual.",
};
