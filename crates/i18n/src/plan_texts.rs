//! Texts about what is done next with a result.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts about what is done next with a result.
    PlanTexts {
        facts_answered(n: usize, total: usize),
        no_strength: Text,
        choose_title: Text,
        choose: Text,
        title: Text,
        done(n: usize, total: usize),
        steps: [Text; 5],
        steps_done: [Text; 5],
        go: [Text; 5],
        then(steps: &str),
        and: Text,
        come_back: Text,
        all_done: Text,
        legend: [Text; 3],
        legend_more: Text,
        work_on: Text,
        working_on: Text,
        working_on_other(theme: &str),
        experiment: Text,
        suggestions: Text,
    }
}
