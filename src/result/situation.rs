//! The respondent's situation, as they answered about it.

use model::{ContextOption, ContextQuestion, Session};
use ui::{ViewContext, element, fragment, keyed, list, node_vec, section, text_element};
use yew::prelude::*;

/// Answers about the situation, so that a score is read in its circumstances, each with what can be
/// done with it.
pub(super) fn context(view: &ViewContext, session: &Session) -> Html {
    let t = &view.messages().result;
    let rows = answered(view, session).map(|(question, option)| {
        let answer = [
            text_element("p", "muted small", view.text(&question.text)),
            text_element("p", "situation-answer", view.text(&option.text)),
        ];
        let comment = option.comment.as_ref().map(|comment| {
            let said = [
                text_element("h3", "label", t.context_comment),
                text_element("p", "", view.text(comment)),
            ];
            element("div", "", said)
        });
        let sides = [element("div", "", answer), comment.unwrap_or_default()];
        keyed(&question.id, element("li", "two-sides", sides))
    });
    let rows = node_vec(rows);
    match rows.is_empty() {
        true => Html::default(),
        false => titled(view, list("two-sided-rows", fragment(rows))),
    }
}

/// The questions that were answered, each with its answer.
pub(super) fn answered<'a>(
    view: &'a ViewContext,
    session: &'a Session,
) -> impl Iterator<Item = (&'a ContextQuestion, &'a ContextOption)> {
    let questions = view.instrument.context_questions().iter();
    let questions = questions.zip(&session.parts().context);
    questions.filter_map(|(question, chosen)| Some((question, question.options.get((*chosen)?)?)))
}

fn titled(view: &ViewContext, rows: Html) -> Html {
    let t = &view.messages().result;
    section(t.context, [text_element("p", "", t.context_lead), rows])
}
