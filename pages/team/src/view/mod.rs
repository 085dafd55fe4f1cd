//! What is shown of the people together: their number, the themes, the statements, and beside them what
//! is not shown.

mod choices;
mod coherence;
mod figures;
mod left_out;
mod not_shown;
mod people;
mod saving;
mod situation;
mod statements;
mod themes;

use crate::desk::{CurrentView, DeskMsg, instrument};
use crate::opening;
use crate::shell::{Msg, Shell};
use figures::Named;
use i18n::TeamViewTexts;
use model::{Instrument, Language, ResponseOption};
use std::rc::Rc;
use team::{ItemView, QuestionView, ScaleView};
use team_jobs::TeamRead;
use ui::{
    actions, button, disclosure, element, fragment, heading, named_section, text_element, when,
};
use yew::prelude::*;

/// What every part of the view needs.
pub(crate) struct TeamContext<'a> {
    /// The texts.
    pub t: &'static TeamViewTexts,
    /// The language of the page.
    pub language: Language,
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// What is shown.
    pub current: &'a CurrentView,
}

impl TeamContext<'_> {
    /// The name of a scale.
    pub fn scale_name(&self, scale: &ScaleView) -> String {
        let name = self.instrument.scales().get(scale.scale);
        let name = name.map(|one| one.short_name.get(self.language));
        name.unwrap_or(&scale.id).to_owned()
    }

    /// The text of an item, as the form has it.
    pub fn statement(&self, item: &ItemView) -> String {
        let form = self.current.view.selection.pool.form;
        match self.instrument.items().get(item.item) {
            Some(_) => {
                let statement = self.instrument.item_text(form, item.item);
                statement.get(self.language).to_owned()
            }
            None => item.id.clone(),
        }
    }

    /// A question about the situation.
    pub fn question_text(&self, question: &QuestionView) -> String {
        let questions = self.instrument.context_questions();
        let asked = questions.get(question.question);
        let asked = asked.map(|one| one.text.get(self.language));
        asked.unwrap_or(&question.id).to_owned()
    }

    /// The answers that can be given, from the lowest to the highest.
    pub fn options(&self) -> &[ResponseOption] {
        let form = self.current.view.selection.pool.form;
        self.instrument.response_scale().options_for(form)
    }

    /// The label of one of them.
    pub fn option_label(&self, option: &ResponseOption) -> String {
        option.label.get(self.language).to_owned()
    }
}

/// What a control does here.
pub(crate) fn send(shell: &Shell) -> Callback<DeskMsg> {
    shell.send.reform(Msg::Desk)
}

/// The screen once something was read.
pub(crate) fn view(shell: &Shell, read: &TeamRead) -> Html {
    let context = shell.desk.current.as_ref().and_then(|current| {
        let pool = &current.view.selection.pool;
        Some(TeamContext {
            t: &shell.texts().view,
            language: shell.library.language,
            instrument: instrument(&shell.library.catalogue, pool)?,
            current,
        })
    });
    match context {
        Some(context) => whole_view(shell, read, &context),
        None => nothing_to_show(shell, read),
    }
}

fn head(shell: &Shell) -> Html {
    let t = &shell.texts().team;
    let content = [
        heading(t.title, shell.moved),
        text_element("p", "lead", t.lead),
    ];
    element("div", "team-head", content)
}

fn whole_view(shell: &Shell, read: &TeamRead, context: &TeamContext) -> Html {
    let content = [
        choices::refused(shell),
        choices::choices(shell, read, context),
        themes::themes(context),
        statements::statements(shell, context),
        situation::situation(shell, context),
        coherence::coherence(context),
        saving::saving(shell, context),
        add(shell),
    ];
    let aside = [
        people::people(shell, context),
        not_shown::not_shown(shell, context),
        left_out::left_out(shell, read),
    ];
    let content = [
        figures::patterns(),
        head(shell),
        element("div", "team-beside", aside),
        element("div", "team-main", content),
    ];
    element("div", "team-view", content)
}

/// Fewer than five people, or nobody at all: only what does not count, and what to do.
fn nothing_to_show(shell: &Shell, read: &TeamRead) -> Html {
    let (t, v) = (&shell.texts().team, &shell.texts().view);
    let named = Named::of(shell);
    let pools = read.pools.iter().map(|pool| {
        let pair = [
            text_element("h3", "", named.pool(&pool.key)),
            text_element("p", "", v.too_few_group(pool.people as usize)),
        ];
        element("div", "team-reason", pair)
    });
    let too_few = match read.pools.is_empty() {
        true => text_element("p", "", t.nothing_found),
        false => fragment([text_element("p", "", t.too_few), ui::nodes(pools)]),
    };
    let content = [
        head(shell),
        named_section("too-few", t.too_few_title, too_few),
        left_out::left_out(shell, read),
        named_section("open", t.add_title, opening::ways(shell, &shell.desk, true)),
        actions(start_over(shell)),
        opening::further(shell),
    ];
    element("div", "sections team-opening", content)
}

fn start_over(shell: &Shell) -> Html {
    let t = &shell.texts().team;
    let start_over = opening::on_click(shell, DeskMsg::StartOver);
    button("button", t.start_over, start_over)
}

/// The ways to add results to what is open, and to begin anew.
fn add(shell: &Shell) -> Html {
    let t = &shell.texts().team;
    let is_reading = shell.desk.reading.is_some();
    let ways = opening::ways(shell, &shell.desk, false);
    let ways = match is_reading {
        true => ways,
        false => disclosure(t.add_title, ways),
    };
    let content = [
        ways,
        when(!is_reading, || actions(start_over(shell))),
        text_element("p", "muted small", shell.texts().view.not_validated),
        opening::further(shell),
    ];
    element("div", "no-print", element("div", "section", content))
}
