//! The parts of a result: each is a screen of its own, with a name, a way back and a next.
//!
//! All of them stand in the page, and those that are not open are hidden until the browser's search
//! finds a text in them.

use super::beliefs::{has_beliefs, unknown};
use super::{Origin, ResultMsg, ResultProps};
use i18n::PartTexts;
use model::Instrument;
use ui::{
    ViewContext, button_with, element, element_with, fragment, heading, keyed, list, nodes,
    on_click, text, text_element, when,
};
use yew::prelude::*;

/// One part of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResultPart {
    /// What is read in a minute, the profile, and what to do next.
    #[default]
    Overview,
    /// The scale with this index.
    Theme(usize),
    /// Beliefs to examine.
    Thoughts,
    /// What the respondent can influence, and what effort it takes.
    Influence,
    /// What rep and manager agree.
    Agreements,
    /// The same person before and now, where there is an earlier result.
    Comparison,
    /// Saving, printing and handing on.
    Sharing,
    /// How it was computed, what that rests on, and what it does not say.
    Computed,
}

impl ResultPart {
    /// All parts of a result of this instrument, in their order.
    pub fn all(instrument: &Instrument) -> Vec<Self> {
        let mut all = vec![Self::Overview];
        all.extend((0..instrument.scales().len()).map(Self::Theme));
        all.extend([
            Self::Thoughts,
            Self::Influence,
            Self::Agreements,
            Self::Comparison,
            Self::Sharing,
            Self::Computed,
        ]);
        all
    }

    /// Its name in the page, for styles, tests and what a reload brings back.
    pub fn id(self, instrument: &Instrument) -> String {
        let name = match self {
            Self::Overview => "overview",
            Self::Theme(n) => {
                let scale = instrument.scales().get(n);
                return ["theme-", scale.map_or("", |scale| &scale.id)].concat();
            }
            Self::Thoughts => "thoughts",
            Self::Influence => "influence",
            Self::Agreements => "agreements",
            Self::Comparison => "comparison",
            Self::Sharing => "sharing",
            Self::Computed => "computed",
        };
        name.to_owned()
    }

    /// The part of this name; `None` where the instrument has none.
    pub fn of_id(id: &str, instrument: &Instrument) -> Option<Self> {
        let mut all = Self::all(instrument).into_iter();
        all.find(|part| part.id(instrument) == id)
    }

    /// What it is called where it is led to.
    pub(super) fn name(self, view: &ViewContext) -> AttrValue {
        let t = &view.messages().parts;
        match self {
            Self::Overview => t.overview.into(),
            Self::Theme(n) => view.text(&view.instrument.scales()[n].short_name),
            Self::Thoughts => t.thoughts.into(),
            Self::Influence => t.influence.into(),
            Self::Agreements => t.agreements.into(),
            Self::Comparison => t.comparison.into(),
            Self::Sharing => t.sharing.into(),
            Self::Computed => t.computed.into(),
        }
    }
}

/// The parts of a result that are there: thoughts need a scale of beliefs, a comparison needs an
/// earlier result, and of the example nothing is saved.
pub(super) fn parts_of(props: &ResultProps) -> impl Iterator<Item = ResultPart> {
    let has_thoughts = has_beliefs(&props.view);
    let compares = props.since.is_some();
    let shares = props.origin != Origin::Example;
    let all = ResultPart::all(&props.view.instrument).into_iter();
    all.filter(move |part| match part {
        ResultPart::Thoughts => has_thoughts,
        ResultPart::Comparison => compares,
        ResultPart::Sharing => shares,
        _ => true,
    })
}

/// A part with its content, hidden where another one is open.
pub(super) fn part(props: &ResultProps, part: ResultPart, content: Html) -> Html {
    let id = part.id(&props.view.instrument);
    let hidden = match part == props.part {
        true => "",
        false => "until-found",
    };
    let names = &["class", "data-result-part", "hidden"];
    keyed(
        &id,
        element_with("section", names, ["result-part", &id, hidden], content),
    )
}

/// What stands around the content of every part but the overview: the way back, its heading, and the next.
pub(super) fn part_of_its_own(props: &ResultProps, this: ResultPart, content: Html) -> Html {
    let view = &props.view;
    let t = &view.messages().parts;
    let back = open(props, "part-back", ResultPart::Overview, text(t.overview));
    let place = match this {
        ResultPart::Theme(n) => {
            let place = t.theme_of(n + 1, view.instrument.scales().len());
            element_with(
                "p",
                &["class", "translate"],
                ["muted small", "no"],
                text(place),
            )
        }
        _ => Html::default(),
    };
    let takes_focus = view.moved && props.part == this;
    let sections = [
        element("div", "part-top", [back, place]),
        heading(this.name(view), takes_focus),
        content,
        next(props, this),
    ];
    part(props, this, element("div", "part-content", sections))
}

fn next(props: &ResultProps, this: ResultPart) -> Html {
    let view = &props.view;
    let mut following = parts_of(props).skip_while(|part| *part != this).skip(1);
    let Some(next) = following.next() else {
        return Html::default();
    };
    let t = &view.messages().parts;
    let kind = match next {
        ResultPart::Theme(_) => t.next_theme,
        _ => t.next,
    };
    let label = fragment([
        text_element("span", "muted small", kind),
        text_element("span", "part-next-name", next.name(view)),
    ]);
    open(props, "part-next", next, label)
}

/// A button that opens a part; the one that is open says so.
pub(super) fn open(
    props: &ResultProps,
    class: &'static str,
    part: ResultPart,
    label: Html,
) -> Html {
    let current = match class {
        "part-entry" if is_in(props.part, part) => "page",
        _ => "",
    };
    let names = &["type", "class", "data-part", "data-opens", "aria-current"];
    let id = part.id(&props.view.instrument);
    let values = ["button", class, "button", &id, current];
    let onclick = on_click(&props.on_message, ResultMsg::Open(part));
    button_with(names, values, label, onclick)
}

/// Whether a part is this one of the contents, where all themes are one.
fn is_in(open: ResultPart, listed: ResultPart) -> bool {
    match listed {
        ResultPart::Theme(_) => matches!(open, ResultPart::Theme(_)),
        _ => open == listed,
    }
}

/// The list of the parts, each with a word on what is in it: beside the text on a desk, and on a
/// phone at the end of the overview.
pub(super) fn contents(props: &ResultProps, class: &'static str) -> Html {
    let view = &props.view;
    let t = &view.messages().parts;
    // The themes have one entry, which leads to the first of them.
    let entries = parts_of(props).filter(|part| !matches!(part, ResultPart::Theme(1..)));
    let entries = entries.map(|part| {
        let name = match part {
            ResultPart::Theme(_) => t.by_theme.into(),
            part => part.name(view),
        };
        let words = summary_of(props, t, part);
        let label = [
            text_element("span", "part-name", name),
            when(!words.is_empty(), || {
                text_element("span", "muted small", words)
            }),
        ];
        let id = part.id(&view.instrument);
        let row = element("li", "", open(props, "part-entry", part, fragment(label)));
        keyed(&id, row)
    });
    let names = &["class", "aria-label"];
    let entries = list("part-entries", nodes(entries));
    element_with("nav", names, [class, t.contents], entries)
}

/// What is in a part, in a word or two, for its entry in the contents.
fn summary_of(props: &ResultProps, t: &PartTexts, part: ResultPart) -> String {
    match part {
        ResultPart::Overview => String::new(),
        ResultPart::Theme(_) => match props.view.instrument.scales().len() {
            1 => t.one_theme.to_owned(),
            many => t.themes(many),
        },
        ResultPart::Thoughts => match props.report.thoughts.len() {
            0 if unknown(props).is_some() => String::new(),
            0 => t.none_to_examine.to_owned(),
            many => t.to_examine(many),
        },
        ResultPart::Influence => match props.joined.influences.len() {
            0 => t.nothing_yet.to_owned(),
            1 => t.one_reason.to_owned(),
            many => t.reasons(many),
        },
        ResultPart::Agreements => match props.joined.agreements.len() {
            0 => t.none_yet.to_owned(),
            1 => t.one_agreement.to_owned(),
            many => t.agreements_made(many),
        },
        ResultPart::Comparison | ResultPart::Sharing => String::new(),
        ResultPart::Computed => t.rules_and_sources.to_owned(),
    }
}
