//! Example states of every component, for markup tests and the gallery. Native builds only.

use crate::*;
use interface_texts::messages;
use model::{BandCuts, Language};
use report::Point;
use yew::prelude::*;

/// One state of a component or a screen, ready to be rendered.
pub struct Fixture {
    /// The component or screen.
    pub name: &'static str,
    /// Which of its states.
    pub state: &'static str,
    /// Its markup.
    pub html: Html,
}

impl Fixture {
    /// A state under its name.
    pub fn new(name: &'static str, state: &'static str, html: Html) -> Self {
        Self { name, state, html }
    }
}

/// Every state of every component in a language.
pub fn all(language: Language) -> Vec<Fixture> {
    let mut all = buttons(language);
    all.extend(notices(language));
    all.extend(radio_groups(language));
    all.extend(text_fields(language));
    all.extend(number_fields(language));
    all.extend(files(language));
    all.extend(pictures(language));
    all
}

fn buttons(language: Language) -> Vec<Fixture> {
    let common = &messages(language).common;
    let states = [
        ("plain", "button"),
        ("primary", "button button-primary"),
        ("quiet", "button-quiet"),
        ("link", "button-link"),
    ];
    let made = states.into_iter().map(|(state, class)| {
        Fixture::new(
            "button",
            state,
            button(class, common.go_on, Callback::noop()),
        )
    });
    let languages = language_switch(common.language, language, &Callback::noop());
    made.chain([
        Fixture::new("language switch", "one is chosen", languages),
        Fixture::new(
            "heading",
            "of a screen",
            heading(messages(language).start.sales_scan_title, false),
        ),
    ])
    .collect()
}

fn notices(language: Language) -> Vec<Fixture> {
    let t = &messages(language).errors;
    vec![
        Fixture::new(
            "notice",
            "quiet",
            notice("", html! { <p>{ t.storage_full }</p> }),
        ),
        Fixture::new(
            "notice",
            "error",
            error_notice(t.file_title, html! { <p>{ t.nothing_changed }</p> }),
        ),
        Fixture::new(
            "disclosure",
            "closed",
            disclosure(t.file_title, html! { <p>{ t.nothing_changed }</p> }),
        ),
    ]
}

/// A question with five options, as the radio group is given it.
pub fn radio_group(language: Language, chosen: Option<usize>, key_hints: bool) -> RadioGroupProps {
    let (option, legend) = match language {
        Language::Nl => ("Optie ", "Ik weet wat ik volgende week anders doe."),
        Language::En => ("Option ", "I know what I will do differently next week."),
    };
    let options = (1..=5).map(|value: u8| RadioOption {
        value: value.to_string().into(),
        label: [option, &value.to_string()].concat().into(),
        key: Some(value),
    });
    RadioGroupProps {
        id: "ACC-07".into(),
        legend: legend.into(),
        options: options.collect(),
        chosen,
        focus: false,
        key_hints,
        on_choose: Callback::noop(),
        on_answer: Callback::noop(),
    }
}

fn radio_groups(language: Language) -> Vec<Fixture> {
    let states = [
        ("open", None, false),
        ("chosen", Some(3), false),
        ("with number keys", Some(1), true),
    ];
    let made = states.into_iter().map(|(state, chosen, hints)| {
        let props = radio_group(language, chosen, hints);
        Fixture::new("radio group", state, super::radio_group(&props))
    });
    made.collect()
}

fn text_fields(language: Language) -> Vec<Fixture> {
    let (label, hint, long) = match language {
        Language::Nl => (
            "Eerste stap",
            "Een naam die je zelf kiest.",
            "Bel voor donderdag twee klanten, en vraag waarom ze zouden blijven.",
        ),
        Language::En => (
            "First step",
            "A name that you choose.",
            "Call two customers before Thursday, and ask what would make them stay.",
        ),
    };
    let field = |kind, value: &'static str, readonly, hint: Option<&'static str>| {
        text_field(TextFieldProps {
            id: "fixture-field".into(),
            kind,
            label: label.into(),
            value: value.into(),
            max: 500,
            readonly,
            hint: hint.map(AttrValue::Static),
            on_input: Callback::noop(),
            on_leave: Callback::noop(),
        })
    };
    vec![
        Fixture::new(
            "text field",
            "empty line",
            field(TextKind::Line, "", false, None),
        ),
        Fixture::new(
            "text field",
            "with a hint",
            field(TextKind::Line, "Zoë", false, Some(hint)),
        ),
        Fixture::new(
            "text field",
            "several lines",
            field(TextKind::Lines, long, false, None),
        ),
        Fixture::new(
            "text field",
            "read only",
            field(TextKind::Lines, long, true, None),
        ),
        Fixture::new(
            "text field",
            "day",
            field(TextKind::Date, "2026-03-02", false, None),
        ),
    ]
}

fn number_fields(language: Language) -> Vec<Fixture> {
    let t = &messages(language).calculator;
    let states = [
        ("empty", "", false),
        ("filled in", "6", false),
        ("at its end", "10", false),
        ("out of bounds", "12", true),
    ];
    let made = states.into_iter().map(|(state, value, is_wrong)| {
        let field = NumberField {
            id: "fixture-number".to_owned(),
            label: t.quotes.into(),
            steps: [t.less(t.quotes), t.more(t.quotes)],
            value: value.into(),
            max: 10,
            fault: is_wrong.then(|| t.bounds(10)),
            on_input: Callback::noop(),
            on_steps: [Callback::noop(), Callback::noop()],
        };
        Fixture::new("number field", state, number_field(field))
    });
    made.collect()
}

fn files(language: Language) -> Vec<Fixture> {
    let t = messages(language);
    let text = ["# ", t.result.in_brief, "\n\n", t.common.development_only].concat();
    let name = AttrValue::Static("mindset-2026-03-02.md");
    let submit = html! {
        <div class="actions"><button type="submit" class="button">{ t.files.unseal }</button></div>
    };
    vec![
        Fixture::new(
            "file button",
            "nothing chosen",
            file_button(t.start.open_file, &Callback::noop()),
        ),
        Fixture::new(
            "preview",
            "of a file",
            preview(&name, t.files.preview_of(&name), &text.into()),
        ),
        Fixture::new(
            "passphrase",
            "empty",
            passphrase(
                "fixture-passphrase",
                t.files.passphrase,
                &AttrValue::default(),
                &Callback::noop(),
                &Callback::noop(),
                submit,
            ),
        ),
    ]
}

fn pictures(language: Language) -> Vec<Fixture> {
    let cuts = BandCuts {
        low_below: 3,
        high_above: 5,
        parts: 8,
    };
    let bar = |percent, interval| score_bar(percent, interval, cuts);
    let labels = [37.5, 62.5].map(|cut| i18n::score_text(cut, language));
    let rows = [
        ("1 jan", false, Some(40.0)),
        ("2 feb", true, None),
        ("3 mrt", true, Some(55.0)),
        ("4 apr", true, Some(71.875)),
    ];
    let rows = rows.map(|(date, comparable, percent)| TrendRow {
        date: date.into(),
        score: percent.map_or("–".to_owned(), |percent| {
            i18n::score_text(percent, language)
        }),
        comparable,
        point: percent.map(|percent| Point {
            percent,
            range: Some([percent - 8.0, percent + 8.0]),
        }),
    });
    vec![
        Fixture::new(
            "score bar",
            "score and interval",
            bar(Some(71.875), Some((60.0, 84.0))),
        ),
        Fixture::new("score bar", "no score", bar(None, None)),
        Fixture::new(
            "axis",
            "two cuts",
            html! { { axis(cuts, labels.clone().map(AttrValue::from)) } },
        ),
        Fixture::new(
            "trend",
            "four moments, one without a score",
            trend(&rows, cuts),
        ),
    ]
}
