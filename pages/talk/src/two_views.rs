//! The two views next to each other: what both see alike first, then where they look differently.

use crate::chart::{answer_steps, legend_mark, theme_bar};
use crate::review::{self, is_review};
use crate::shell::{Msg, Place, Shell};
use crate::table::{Laid, side_name};
use i18n::{TwoViewsTexts, decimal, whole_score};
use model::{Catalogue, Instrument, Key, Text};
use report::{
    AlikeStatement, By, CoachQuestion, ConversationSheet, Likeness, Pair, ScaleQuestion, ScaleView,
    ScaleViews, SheetReader, Side, Similarity, StatementViews, TalkLength, TalkPart, TimeBox,
    Topic, TopicKind, TwoViews, asked_of_both, pair,
};
use std::rc::Rc;
use talk_parts::quoted;
use ui::{
    ViewContext, actions, back_button, button, captioned_table, definition, disclosure, element,
    element_with, fragment, head_cell, heading, heads, keyed, list, named_section, nodes, text,
    text_element, untranslated_element, when,
};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone)]
pub enum TwoViewsMsg {
    /// How long the talk is.
    Length(TalkLength),
    /// For whom the sheet is.
    Reader(SheetReader),
    /// A fold was opened or closed; what is in it is made when it opens.
    Figures,
    /// The screen has been drawn as far as the reader sees it: the rest follows.
    Rest,
    /// Of a call review: the behaviour to keep, as an item.
    Keep(usize),
    /// The one to try with the next customer.
    Try(usize),
}

/// Two views that belong together, and what is said of them.
pub(crate) struct TwoViewsState {
    pub pair: Pair,
    pub views: TwoViews,
    laid: [Laid; 2],
    /// What the manager answered about their own half, where that was laid beside.
    mirror: Option<Laid>,
    /// Whether the seal of each side is that of its answers; nothing where none was given.
    seals: [Option<bool>; 2],
    pub length: TalkLength,
    pub reader: SheetReader,
    shows_figures: bool,
    /// Whether more than what shows first is in the document.
    pub is_whole: bool,
    kept: Option<usize>,
    tried: Option<usize>,
}

impl TwoViewsState {
    pub fn new(pair: Pair, laid: [Laid; 2], mirror: Option<Laid>) -> Self {
        Self {
            views: TwoViews::new(&pair),
            pair,
            laid,
            mirror,
            seals: [None; 2],
            length: TalkLength::Thirty,
            reader: SheetReader::Rep,
            shows_figures: false,
            is_whole: false,
            kept: None,
            tried: None,
        }
    }

    /// Opens them, with what is to be said of their seals.
    pub fn open(&mut self, seals: [Option<bool>; 2]) {
        self.seals = seals;
        self.is_whole = false;
    }

    /// Of a call review: what is kept, and what is tried, as items.
    pub fn kept_and_tried(&self) -> (Option<usize>, Option<usize>) {
        (self.kept, self.tried)
    }

    /// What lies on a side.
    pub fn laid(&self, side: Side) -> &Laid {
        &self.laid[side as usize]
    }

    /// The conversation sheet as it is chosen.
    pub fn sheet(&self) -> ConversationSheet {
        ConversationSheet::new(&self.pair, &self.views, self.reader, self.length)
    }

    /// Uses the instruments of this catalogue, which may speak another language by now.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        for laid in &mut self.laid {
            laid.use_catalogue(catalogue);
        }
        let [rep, manager] = &self.laid;
        // What could be paired before can be in another language.
        if let Ok(pair) = pair(&rep.view(), &manager.view()) {
            self.pair = pair;
        }
    }

    pub fn update(&mut self, message: TwoViewsMsg) {
        match message {
            TwoViewsMsg::Length(length) => self.length = length,
            TwoViewsMsg::Reader(reader) => self.reader = reader,
            TwoViewsMsg::Figures => self.shows_figures = !self.shows_figures,
            TwoViewsMsg::Rest => self.is_whole = true,
            TwoViewsMsg::Keep(item) => self.kept = Some(item),
            TwoViewsMsg::Try(item) => self.tried = Some(item),
        }
    }
}

/// The word for a side, within a sentence.
pub(crate) fn role(t: &TwoViewsTexts, side: Side) -> &'static str {
    match side {
        Side::Rep => t.rep,
        Side::Manager => t.manager,
    }
}

/// The same at the beginning of a line.
pub(crate) fn role_name(t: &TwoViewsTexts, side: Side) -> &'static str {
    match side {
        Side::Rep => t.variants[0],
        Side::Manager => t.variants[1],
    }
}

const SIDES: [Side; 2] = [Side::Rep, Side::Manager];

/// The screen.
pub(crate) fn view(shell: &Shell, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let view = shell.context(state.pair.instrument());
    let first = fragment([head(shell, state), alike(t, &view, &state.views)]);
    // Two places whatever is in the second: what shows first, and has the focus, stays as it is.
    let rest = when(state.is_whole, || rest(shell, &view, state));
    element("div", "two-views", [first, rest])
}

/// What follows below.
fn rest(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let different = different(t, view, &state.views);
    if is_review(&view.instrument) {
        return fragment([
            different,
            review::statements(shell, view, state),
            review::keep_and_try(shell, view, state),
        ]);
    }
    let buttons = [
        button(
            "button button-primary",
            t.to_agreements,
            shell.go(Place::Agreements),
        ),
        button("button", t.sheet_title, shell.go(Place::Sheet)),
    ];
    fragment([
        different,
        not_compared(t, view, &state.views),
        text_element("p", "muted why-talk", t.why_talk),
        similarity(t, state.views.similarity.as_ref()),
        figures(shell, view, state),
        both_asked(shell, state),
        time(shell, view, state),
        actions(buttons),
    ])
}

fn head(shell: &Shell, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let legend = SIDES.map(|side| {
        let content = [
            legend_mark(side),
            text_element("strong", "", role_name(t, side)),
            untranslated_element(
                "span",
                "muted",
                state.laid(side).day(shell.library.language),
            ),
        ];
        keyed(side_name(side), element("li", "", content))
    });
    let seals = seals(t, state.seals);
    let top = [
        back_button(t.back_to_table.into(), shell.go(Place::Table)),
        heading(t.title, shell.moved),
        nodes(seals),
    ];
    let content = [
        element("div", "two-views-title", top),
        list("two-views-legend", fragment(legend)),
    ];
    element("div", "two-views-head", content)
}

fn seals(t: &TwoViewsTexts, seals: [Option<bool>; 2]) -> Vec<Html> {
    let tick = || {
        let names = &["class", "viewBox", "aria-hidden", "focusable"];
        let drawing = element_with("path", &["d"], ["m5 12 5 5 9-10"], Html::default());
        element_with(
            "svg",
            names,
            ["icon", "0 0 24 24", "true", "false"],
            drawing,
        )
    };
    let row = |matches: bool, said: String| {
        let state = match matches {
            true => "matches",
            false => "differs",
        };
        let names = &["class", "data-seal"];
        let content = [when(matches, tick), text_element("span", "", said)];
        element_with("p", names, ["seal-check", state], fragment(content))
    };
    if seals == [Some(true); 2] {
        return vec![row(true, t.seals_match.to_owned())];
    }
    let of_side = |(side, matches): (Side, Option<bool>)| {
        let matches = matches?;
        let said = match matches {
            true => t.seal_matches(role(t, side)),
            false => t.seal_differs(role(t, side)),
        };
        Some(row(matches, said))
    };
    SIDES.into_iter().zip(seals).filter_map(of_side).collect()
}

/// A statement as the rep answers it.
pub(crate) fn statement(view: &ViewContext, item: usize) -> String {
    quoted(view.instrument.items()[item].text.get(view.language))
}

fn alike(t: &TwoViewsTexts, view: &ViewContext, views: &TwoViews) -> Html {
    let statements = views.alike.statements.iter().take(3);
    let rows = statements.map(|one| {
        let content = [
            text_element("p", "alike-statement", statement(view, one.item)),
            text_element("p", "muted", both_said(t, view, one)),
        ];
        let id = &view.instrument.items()[one.item].id;
        let names = &["data-item"];
        keyed(id, element_with("li", names, [id], fragment(content)))
    });
    let themes = views.alike.scales.iter().map(|&scale| {
        let theme = &view.instrument.scales()[scale];
        text_element("p", "", t.alike_theme(theme.short_name.get(view.language)))
    });
    let content = match views.alike.statements.is_empty() && views.alike.scales.is_empty() {
        true => text_element("p", "", t.alike_none),
        false => fragment([list("alike", nodes(rows)), nodes(themes)]),
    };
    named_section("alike", t.alike, content)
}

/// What both said of a statement, in the words of the answers.
fn both_said(t: &TwoViewsTexts, view: &ViewContext, one: &AlikeStatement) -> String {
    let [rep, manager] = [one.rep, one.manager].map(|value| view.label(value));
    match rep == manager {
        true => t.both_said(&rep),
        false => t.each_said(&rep, &manager),
    }
}

fn different(t: &TwoViewsTexts, view: &ViewContext, views: &TwoViews) -> Html {
    let hint = text_element("p", "muted", t.different_hint);
    let content = match views.topics.is_empty() {
        true => {
            let question = views.one_question.as_ref();
            let question = question.map(|one| {
                fragment([
                    text_element("p", "label", t.different_none_question),
                    text_element("p", "question-aloud", scale_question(view, one)),
                ])
            });
            fragment([
                text_element("p", "", t.different_none),
                question.unwrap_or_default(),
            ])
        }
        false => {
            let topics = views.topics.iter().map(|one| topic(t, view, views, one));
            fragment([hint, list("topics", nodes(topics))])
        }
    };
    named_section("different", t.different, content)
}

/// The text of a question of a scale.
pub(crate) fn coach_question(view: &ViewContext, scale: usize, question: &CoachQuestion) -> String {
    let theme = &view.instrument.scales()[scale];
    let question = question.text(theme);
    question.map_or_else(String::new, |text| text.get(view.language).to_owned())
}

/// The same where the scale is part of it.
pub(crate) fn scale_question(view: &ViewContext, one: &ScaleQuestion) -> String {
    coach_question(view, one.scale, &one.question)
}

/// One topic: its name and who sees it higher, what it rests on, both views, and the question to
/// begin with.
fn topic(t: &TwoViewsTexts, view: &ViewContext, views: &TwoViews, topic: &Topic) -> Html {
    let theme = &view.instrument.scales()[topic.scale];
    let facet = topic.facet.and_then(|facet| theme.facets.get(facet));
    let facet_name = facet.map(|facet| facet.name.get(view.language));
    let title = match (topic.kind, facet_name) {
        (TopicKind::Facet, Some(facet)) => facet,
        _ => theme.short_name.get(view.language),
    };
    let higher = topic
        .higher
        .map(|side| text_element("span", "muted", t.higher(role(t, side))));
    let head = [
        text_element("h3", "", title.to_owned()),
        higher.unwrap_or_default(),
    ];
    let rests_on = match topic.kind {
        TopicKind::Scale => {
            let mut said = t.theme_score.to_owned();
            if let Some(facet) = facet_name {
                said.push(' ');
                said.push_str(&t.largest_at(facet));
            }
            let views = views.scales.iter().find(|one| one.scale == topic.scale);
            let bars = views.map(|views| bars(t, view, views));
            fragment([text_element("p", "muted", said), bars.unwrap_or_default()])
        }
        TopicKind::Facet => {
            // One of which agreeing is higher reads without a turn of mind.
            let plain = |one: &&StatementViews| view.instrument.items()[one.item].key == Key::Plus;
            let statements = &topic.statements;
            let clearest = statements.iter().find(plain).or(statements.first());
            nodes(clearest.map(|one| statement_views(t, view, one)))
        }
    };
    let question = topic.question.as_ref().map(|question| {
        fragment([
            text_element("p", "label", t.begin_with),
            text_element(
                "p",
                "question-aloud",
                coach_question(view, topic.scale, question),
            ),
        ])
    });
    let content = [
        element("div", "topic-head", head),
        rests_on,
        question.unwrap_or_default(),
    ];
    let names = &["class", "data-topic"];
    keyed(
        &theme.id,
        element_with("li", names, ["topic", &*theme.id], fragment(content)),
    )
}

/// Both scores of a theme.
fn bars(t: &TwoViewsTexts, view: &ViewContext, views: &ScaleViews) -> Html {
    let theme = &view.instrument.scales()[views.scale];
    let rows = SIDES.map(|side| {
        let point = match views.view(side) {
            ScaleView::Scored(point) => Some(point),
            ScaleView::TooFew { .. } | ScaleView::NotShared => None,
        };
        let number = point.map(|point| whole_score(point.percent));
        let percent = point.map(|point| decimal(point.percent, 2));
        let content = [
            text_element("span", "view-name", role_name(t, side)),
            theme_bar(side, point, view.instrument.rules().cuts),
            untranslated_element("span", "number", number.unwrap_or_default()),
        ];
        let names = &[
            "class",
            "data-part",
            "data-scale",
            "data-side",
            "data-percent",
        ];
        let percent = percent.unwrap_or_default();
        let values = ["view-row", "score", &*theme.id, side_name(side), &*percent];
        keyed(
            side_name(side),
            element_with("div", names, values, fragment(content)),
        )
    });
    element("div", "view-rows", rows)
}

/// Both answers to a statement, with the statement.
pub(crate) fn statement_views(t: &TwoViewsTexts, view: &ViewContext, one: &StatementViews) -> Html {
    let id = &view.instrument.items()[one.item].id;
    let rows = SIDES.map(|side| {
        let value = match side {
            Side::Rep => one.rep,
            Side::Manager => one.manager,
        };
        let content = [
            text_element("span", "view-name", role_name(t, side)),
            answer_steps(side, value, view.instrument.response_scale()),
            text_element("span", "said", view.label(value)),
        ];
        let names = &["class", "data-side", "data-value"];
        let value = value.to_string();
        let values = ["view-row", side_name(side), &*value];
        keyed(
            side_name(side),
            element_with("div", names, values, fragment(content)),
        )
    });
    let content = [
        text_element("p", "muted", statement(view, one.item)),
        element("div", "view-rows", rows),
    ];
    keyed(
        id,
        element_with("div", &["data-item"], [id], fragment(content)),
    )
}

/// Themes of which nothing is compared, each a line in its place.
fn not_compared(t: &TwoViewsTexts, view: &ViewContext, views: &TwoViews) -> Html {
    let lines = views.scales.iter().filter_map(|one| {
        let theme = &view.instrument.scales()[one.scale];
        let name = theme.short_name.get(view.language);
        let said = match one.not_shared_by() {
            Some(By::Rep) => t.not_shared(role(t, Side::Rep), name),
            Some(By::Manager) => t.not_shared(role(t, Side::Manager), name),
            Some(By::Both) => t.not_shared_both(name),
            None if one.difference.is_none() && is_too_few(one) => t.too_few(name),
            None => return None,
        };
        let names = &["class", "data-not-shared"];
        let line = element_with("p", names, ["muted", &*theme.id], text(said));
        Some(keyed(&theme.id, line))
    });
    nodes(lines)
}

fn is_too_few(views: &ScaleViews) -> bool {
    SIDES
        .iter()
        .any(|&side| matches!(views.view(side), ScaleView::TooFew { .. }))
}

fn similarity(t: &TwoViewsTexts, similarity: Option<&Similarity>) -> Html {
    let Some(similarity) = similarity else {
        let said = text_element("p", "muted", t.similarity_too_few);
        return named_section("similarity", t.similarity, said);
    };
    let figures = &similarity.figures;
    let word = match similarity.likeness {
        Some(Likeness::VeryAlike) => t.similarities[0],
        Some(Likeness::Alike) => t.similarities[1],
        Some(Likeness::PartlyAlike) => t.similarities[2],
        Some(Likeness::LittleAlike) => t.similarities[3],
        None => t.not_computed,
    };
    let number = |number: Option<f64>| match number {
        Some(number) => decimal(number, 2),
        None => t.not_computed.to_owned(),
    };
    let lines = [
        t.joint(figures.joint as usize),
        t.mean_absolute(&decimal(figures.mean_absolute, 2)),
        t.within_one(&decimal(100.0 * figures.within_one, 0)),
        t.pearson(&number(figures.pearson)),
        t.double_entry(&number(figures.double_entry)),
    ];
    let lines = lines.map(|line| untranslated_element("li", "", line));
    let fold = [
        list("small", fragment(lines)),
        text_element("p", "muted small", t.similarity_anchor),
    ];
    let content = [
        text_element("p", "", word),
        disclosure(t.similarity_figures, fold),
    ];
    named_section("similarity", t.similarity, fragment(content))
}

/// All figures, made when somebody asks for them.
fn figures(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let toggle = shell.send.reform(|_| Msg::TwoViews(TwoViewsMsg::Figures));
    let names = &["type", "class", "data-part", "aria-expanded"];
    let expanded = state.shows_figures.to_string();
    let values = ["button", "button-quiet", "button", &*expanded];
    let button = ui::button_with(names, values, text(t.figures), toggle);
    let content = [
        button,
        when(state.shows_figures, || all_figures(t, view, &state.views)),
    ];
    element_with(
        "section",
        &["class", "data-section"],
        ["section", "figures"],
        fragment(content),
    )
}

fn all_figures(t: &TwoViewsTexts, view: &ViewContext, views: &TwoViews) -> Html {
    let charts = views.scales.iter().filter(|one| one.difference.is_some());
    let charts = charts.map(|one| {
        let theme = &view.instrument.scales()[one.scale];
        let content = [
            text_element("h3", "", view.text(&theme.short_name)),
            bars(t, view, one),
        ];
        keyed(&theme.id, element("div", "", content))
    });
    let columns = [
        ("", t.column_theme),
        ("number", t.variants[0]),
        ("number", t.variants[1]),
        ("number", t.column_difference),
    ];
    let rows = views.scales.iter().map(|one| {
        let theme = &view.instrument.scales()[one.scale];
        let cells = SIDES.map(|side| {
            let said = match one.view(side) {
                ScaleView::Scored(point) => whole_score(point.percent),
                ScaleView::TooFew { .. } => "–".to_owned(),
                ScaleView::NotShared => t.not_shared_cell.to_owned(),
            };
            untranslated_element("td", "number", said)
        });
        let difference = one.difference.as_ref();
        let difference = difference.map(|one| whole_score(one.difference.abs()));
        let difference = difference.unwrap_or_else(|| "–".to_owned());
        let content = [
            head_cell("row", "", view.text(&theme.short_name)),
            fragment(cells),
            untranslated_element("td", "number", difference),
        ];
        keyed(&theme.id, element("tr", "", content))
    });
    fragment([
        element("div", "figures", nodes(charts)),
        captioned_table(t.figures_caption, heads(&columns), nodes(rows)),
    ])
}

/// What was asked of both about targets and coaching, where both chose to share it.
fn both_asked(shell: &Shell, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let rep = state.laid(Side::Rep);
    let Some(mirror) = &state.mirror else {
        return Html::default();
    };
    let (Some(own), Some(others)) = (&rep.situation, &mirror.situation) else {
        return Html::default();
    };
    let asked = asked_of_both((&rep.instrument, own), (&mirror.instrument, others));
    if asked.is_empty() {
        return Html::default();
    }
    let said = |instrument: &Rc<Instrument>, question: usize, option: usize| -> [String; 2] {
        let language = shell.library.language;
        let question = &instrument.context_questions()[question];
        let option: &Text = &question.options[option].text;
        [question.text.get(language), option.get(language)].map(str::to_owned)
    };
    let rows = asked.iter().map(|one| {
        let [question, rep] = said(&rep.instrument, one.rep.question, one.rep.option);
        let [_, manager] = said(&mirror.instrument, one.manager.question, one.manager.option);
        let answers = [
            definition("", t.variants[0], rep),
            definition("", t.variants[1], manager),
        ];
        let content = [
            text_element("h3", "", question),
            element("dl", "both-asked", answers),
        ];
        element("li", "", content)
    });
    named_section("both-asked", t.both_asked, list("", nodes(rows)))
}

/// How the time is divided: each box as long as its minutes.
pub(crate) fn time(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let choices = [
        (TalkLength::Thirty, t.thirty),
        (TalkLength::FortyFive, t.forty_five),
    ];
    let choices = choices.map(|(length, label)| {
        let choose = shell
            .send
            .reform(move |_| Msg::TwoViews(TwoViewsMsg::Length(length)));
        let names = &["type", "class", "data-part", "aria-pressed"];
        let pressed = (length == state.length).to_string();
        let values = ["button", "length", "button", &*pressed];
        keyed(label, ui::button_with(names, values, text(label), choose))
    });
    let names = &["class", "role", "aria-label"];
    let values = ["lengths", "group", t.minutes_choice];
    let choices = element_with("div", names, values, fragment(choices));
    let sheet = state.sheet();
    // Of what lies between, the circumstances come first and then the manager's own part.
    let mut between = [t.parts[2], t.parts[4]].into_iter();
    let boxes = sheet.boxes.iter().map(|one| {
        let name = match one.part {
            TalkPart::Alike => t.parts[0],
            TalkPart::Topics => t.parts[1],
            TalkPart::Between => between.next().unwrap_or(t.parts[2]),
            TalkPart::Agreements => t.parts[3],
        };
        time_box(t, view, one, name)
    });
    let names = &["class", "role"];
    let boxes = element_with("ol", names, ["time-boxes", "list"], nodes(boxes));
    let head = [text_element("h2", "", t.time), choices];
    let content = [element("div", "time-head", head), boxes];
    let names = &["class", "data-section"];
    element_with("section", names, ["time", "time"], fragment(content))
}

fn time_box(t: &TwoViewsTexts, view: &ViewContext, one: &TimeBox, name: &'static str) -> Html {
    let conversation = view.instrument.parts().conversation.as_ref();
    let step = conversation.and_then(|it| it.steps.get(one.step?));
    let said = step.map(|step| text_element("p", "muted", view.text(&step.text)));
    let minutes = t.minutes(one.minutes as usize);
    let head = [
        text_element("strong", "", name),
        text(" "),
        untranslated_element("span", "muted", minutes),
    ];
    let content = [element("p", "", head), said.unwrap_or_default()];
    let minutes = one.minutes.to_string();
    element_with(
        "li",
        &["class", "data-minutes"],
        ["time-box", &minutes],
        fragment(content),
    )
}
