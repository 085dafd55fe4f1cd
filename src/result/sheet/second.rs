//! The second page: more thoughts, the situation, the conversation, and what comes of it.

use super::super::ResultProps;
use super::super::agreements::{goals, questions_title};
use super::super::calculator::{number, numbers};
use super::super::comparison::scales;
use super::super::computed::what_was_answered;
use super::super::influences::map;
use super::super::situation::answered;
use super::super::view::LIMITS;
use super::first::labelled;
use super::titled;
use i18n::long_date;
use model::Agreement;
use report::work_words::{confirmed, day, details, kind, source};
use std::ops::Range;
use ui::{
    ViewContext, element, fragment, head_and_body, head_cell, keyed, nodes, text, text_element,
    untranslated_element, when,
};
use yew::prelude::*;

/// Room to write a number in a sentence.
const BLANK: &str = "……";

pub(super) fn second(props: &ResultProps) -> Html {
    let work = &props.view.messages().work;
    fragment([
        thought(props, 1..usize::MAX),
        notes(props),
        situation(props),
        influences(props),
        effort(props),
        since(props),
        conversation(props),
        titled("", work.agreements, agreements(props)),
        weeks(props),
        element(
            "div",
            "sheet-beside-each-other",
            [based_on(props), computed(props)],
        ),
    ])
}

/// Thoughts to examine, of those that there are these: what was answered, with the counterpart and
/// the question.
pub(super) fn thought(props: &ResultProps, which: Range<usize>) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let items = view.instrument.items();
    let all = props.report.thoughts.iter().enumerate();
    let chosen = all.filter(|(n, _)| which.contains(n));
    let rows = chosen.filter_map(|(_, thought)| {
        let answered = thought.agreed.iter().chain(&thought.disagreed);
        let belief = &items[*answered.clone().next()?];
        let statements = answered.map(|&item| {
            let answer = props.session.answers().rating(item);
            let answer = answer.map(|rating| view.label(rating.value()));
            let label = [t.your_answer, ": ", &answer.unwrap_or_default()].concat();
            let quoted = ["‘", &view.text(&items[item].text), "’"].concat();
            labelled(label.into(), quoted.into())
        });
        let written = props.session.belief(&belief.id);
        let written = written.map(|one| one.supporting.clone());
        let written = written.filter(|written| !written.is_empty());
        let reframe = thought.reframe(&view.instrument);
        let offered = reframe.map(|one| view.text(&one.supporting));
        let helps = written.map(AttrValue::from).or(offered).unwrap_or_default();
        let question = reframe.map(|one| view.text(&one.coaching_question));
        let columns = [
            element("div", "", nodes(statements)),
            element("div", "", labelled(t.supporting.into(), helps)),
            element(
                "div",
                "",
                labelled(t.question.into(), question.unwrap_or_default()),
            ),
        ];
        Some(keyed(&belief.id, element("div", "sheet-thought", columns)))
    });
    let rows: Vec<Html> = rows.collect();
    when(!rows.is_empty(), || titled("", t.beliefs, nodes(rows)))
}

/// The answers about the situation, each with what can be done with it.
fn situation(props: &ResultProps) -> Html {
    let view = &props.view;
    let answered = answered(view, &props.session).map(|(question, option)| {
        let comment = option.comment.as_ref();
        let comment = comment.map(|comment| text([" · ", &view.text(comment)].concat()));
        let said = [
            text(view.text(&question.text)),
            text(" "),
            text_element("b", "", view.text(&option.text)),
            comment.unwrap_or_default(),
        ];
        keyed(&question.id, element("p", "", said))
    });
    let answered: Vec<Html> = answered.collect();
    when(!answered.is_empty(), || {
        let columns = element("div", "sheet-situation", nodes(answered));
        titled("sheet-small", view.messages().result.context, columns)
    })
}

/// The calculator of effort: what is filled in on screen, and room to fill in the rest by hand.
fn effort(props: &ResultProps) -> Html {
    let view = &props.view;
    let Some(effort) = &view.instrument.parts().effort else {
        return Html::default();
    };
    let filled_in = (0..effort.fields.len()).map(|n| number(&props.effort, n));
    let fields = effort.fields.iter().zip(filled_in).map(|(label, number)| {
        let value = match number {
            Some(number) => untranslated_element("b", "", number.to_string()),
            None => text_element("span", "sheet-blank", ""),
        };
        let field = [text_element("span", "", view.text(label)), text(" "), value];
        element("p", "", field)
    });
    let [n, m] = match numbers(&props.effort).map(scoring::effort) {
        Some(effort) => [effort.on_paper, effort.with_extra].map(|flow| flow.a_week.to_string()),
        None => [BLANK; 2].map(str::to_owned),
    };
    let result = report::filled(
        effort.result.get(view.language),
        &[("n", n.as_str()), ("m", m.as_str())],
    );
    let content = [
        element("div", "sheet-columns", nodes(fields)),
        text_element("p", "sheet-name", result),
    ];
    titled(
        "sheet-small",
        effort.title.get(view.language),
        fragment(content),
    )
}

/// The questions of the theme with most to gain, and how the conversation goes.
fn conversation(props: &ResultProps) -> Html {
    let view = &props.view;
    let talk = view.instrument.parts().conversation.as_ref();
    let lever = props
        .report
        .in_brief
        .lever
        .map(|lever| &view.instrument.scales()[lever]);
    let questions = lever.into_iter().flat_map(|scale| &scale.coach_questions);
    let questions: Vec<Html> = questions
        .map(|question| text_element("li", "sheet-question", view.text(question)))
        .collect();
    let steps = talk.iter().flat_map(|talk| &talk.steps).map(|step| {
        let minutes = view.messages().agreement.duration(step.minutes as usize);
        let step = [
            untranslated_element("b", "", minutes),
            text(" "),
            text(view.text(&step.text)),
        ];
        element("li", "", step)
    });
    let column = |title: AttrValue, rows: Html| {
        let content = [text_element("h3", "", title), element("ul", "", rows)];
        element("div", "", content)
    };
    let has_questions = !questions.is_empty();
    let columns = [
        when(has_questions, || {
            column(questions_title(view), nodes(questions))
        }),
        match talk {
            Some(talk) => column(view.text(&talk.title), nodes(steps)),
            None => Html::default(),
        },
    ];
    when(has_questions || talk.is_some(), || {
        element("section", "sheet-talk sheet-small", columns)
    })
}

/// When the result is come back to, and what is asked then.
fn weeks(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let moments = &view.instrument.parts().follow_up;
    let columns = moments.iter().map(|moment| {
        let content = [
            text_element("p", "sheet-name", t.follow_up_day(moment.day as usize)),
            text_element("p", "", view.text(&moment.text)),
        ];
        element("div", "", content)
    });
    when(!moments.is_empty(), || {
        let columns = element("div", "sheet-weeks", nodes(columns));
        titled("sheet-small", t.follow_up, columns)
    })
}

/// What the instrument rests on: who, when and where.
fn based_on(props: &ResultProps) -> Html {
    let view = &props.view;
    let mut named: Vec<String> = Vec::new();
    for source in &view.instrument.parts().sources {
        let Some(authors) = &source.authors else {
            continue;
        };
        let year = source
            .year
            .map_or_else(String::new, |year| format!(" ({year})"));
        let line = [authors.as_str(), &year].concat();
        if !named.contains(&line) {
            named.push(line);
        }
    }
    when(!named.is_empty(), || {
        let line = text_element("p", "", named.join(" · "));
        titled("sheet-small", view.messages().sources.title, line)
    })
}

/// How the scores were computed, what they do not say, and what exactly was answered.
fn computed(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let limits = LIMITS
        .iter()
        .map(|name| fragment([text(view.say(name)), text(" ")]));
    let about = [&*what_was_answered(props), t.rule_pomp];
    let content = [
        element("p", "", nodes(limits)),
        text_element("p", "", about.join(" · ")),
    ];
    let content = element("div", "sheet-limits", content);
    titled("sheet-small", t.limits, content)
}

fn since(props: &ResultProps) -> Html {
    let since = props.since.as_ref();
    let t = &props.view.messages().since;
    match since.map(|since| &since.comparison) {
        Some(Ok(comparison)) => titled("", t.title, scales(&props.view, comparison)),
        _ => Html::default(),
    }
}

/// What was written about beliefs, also about one that is agreed with no more.
fn notes(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().work;
    let written = &props.session.parts().belief_work;
    let written = written.iter().filter_map(|belief| {
        let item = view.instrument.item_index(&belief.item_id)?;
        let later = belief.rerating.as_ref().map(|later| {
            let scale = view.instrument.response_scale();
            let option = scale.option_for(props.session.form(), later.value);
            let label = option.map(|option| view.text(&option.label));
            let day = long_date(later.at.as_str(), view.language);
            [&label.unwrap_or_default(), " · ", &day].concat()
        });
        let lines = lines([
            (t.own_words, belief.own_words.clone()),
            (t.speaks_for, belief.speaks_for.clone()),
            (t.speaks_against, belief.speaks_against.clone()),
            (t.counterpart, belief.supporting.clone()),
            (t.experiment, belief.experiment.clone()),
            (t.rate_again, later.unwrap_or_default()),
        ]);
        let text = view.text(&view.instrument.items()[item].text);
        let note = [text_element("h3", "", text), lines];
        Some(keyed(&belief.item_id, element("div", "", note)))
    });
    let written: Vec<Html> = written.collect();
    match written.is_empty() {
        true => Html::default(),
        false => titled("", t.examined, nodes(written)),
    }
}

/// The sorted reasons side by side, and the others below.
fn influences(props: &ResultProps) -> Html {
    let t = &props.view.messages().work;
    let all = &props.joined.influences;
    if all.is_empty() {
        return Html::default();
    }
    let others = all.iter().map(|one| &one.influence);
    let others = others.filter(|one| one.sorted.is_none());
    let others = others.map(|one| lines([(source(t, one.source), one.reason.clone())]));
    let content = fragment([map(&props.view, all), nodes(others)]);
    titled("", t.influences, content)
}

/// What was filled in, each with its name.
fn lines(named: impl IntoIterator<Item = (&'static str, String)>) -> Html {
    let filled = named.into_iter().filter(|(_, text)| !text.is_empty());
    nodes(filled.map(|(name, said)| {
        let line = [text_element("b", "", name), text(": "), text(said)];
        element("p", "", line)
    }))
}

fn agreements(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().work;
    let made = &props.joined.agreements;
    // Where there are none yet, a row to write each.
    let rows = match made.is_empty() {
        true => nodes(goals(&view.instrument).iter().map(|&(owner, goal)| {
            let empty = Agreement {
                owner,
                goal,
                ..Agreement::default()
            };
            agreement(view, &empty)
        })),
        false => nodes(made.iter().map(|one| agreement(view, &one.agreement))),
    };
    let heads = [t.whose, t.agreed, t.indicator, t.due, t.confirmed];
    let plan = &props.session.parts().plan;
    let tried = lines([(view.messages().plan.experiment, plan.experiment.clone())]);
    fragment([tried, table(&heads, rows)])
}

fn agreement(view: &ViewContext, one: &Agreement) -> Html {
    let t = &view.messages().work;
    let more = lines(details(view.messages(), one, view.language));
    let cells = [
        head_cell("row", "", kind(t, &view.instrument, one.owner, one.goal)),
        element("td", "", [text(one.text.clone()), more]),
        text_element("td", "", one.indicator.clone()),
        text_element("td", "", day(one.due, view.language)),
        text_element("td", "", confirmed(t, &view.instrument, one)),
    ];
    element("tr", "sheet-agreement", cells)
}

fn table(heads: &[&'static str], rows: Html) -> Html {
    let heads = heads.iter().map(|head| head_cell("col", "", *head));
    let content = head_and_body(nodes(heads), rows);
    element("table", "sheet-table", content)
}
