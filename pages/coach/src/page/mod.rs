//! The page: choices, the element as a preview, and what to paste.

mod choices;
mod custom_questionnaire;
mod paste;
pub mod surroundings;

use crate::attributes::{Attributes, Field};
use crate::snippets::Place;
use crate::texts::texts;
use custom_questionnaire::CustomQuestionnaire;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use custom_questionnaire::findings;
use model::Language;
use std::rc::Rc;
use ui::language_switch;
use yew::prelude::*;

/// What the page begins with.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct BuilderProps {
    /// The language to begin in.
    pub language: Language,
    /// Where the page stands.
    pub place: Place,
    /// What is chosen at first.
    pub attributes: Attributes,
}

/// The page on which a coach makes the snippet.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let language = use_state(|| props.language);
    let attributes = use_reducer(|| Chosen(props.attributes.clone()));
    let t = texts(*language);
    use_effect_with(*language, |language| {
        surroundings::announce(*language, texts(*language).title);
    });
    let change = {
        let attributes = attributes.dispatcher();
        Callback::from(move |choice: (Field, String)| attributes.dispatch(choice))
    };
    let attributes = &attributes.0;
    html! {
        <div class="app" data-part="root" data-screen="builder" lang={language.tag()}>
            { header(&language) }
            <main class="screen screen-wide builder">
                <section class="stack">
                    <h1>{ t.title }</h1>
                    <p class="lead">{ t.lead }</p>
                    <p>
                        <a href={["manager-", language.tag(), ".html"].concat()} target="_blank" rel="noopener">
                            { t.manager }
                        </a>
                    </p>
                </section>
                <div class="builder-columns">
                    <section class="section" data-section="choices">
                        <h2>{ t.choices }</h2>
                        { choices::choices(*language, attributes, &change) }
                    </section>
                    <section class="section" data-section="preview">
                        <div class="stack">
                            <h2>{ t.preview }</h2>
                            <p class="muted small">{ t.preview_lead }</p>
                        </div>
                        { preview(t.preview, attributes) }
                    </section>
                </div>
                <paste::Paste language={*language} place={props.place.clone()} attributes={attributes.clone()} />
                <CustomQuestionnaire language={*language} />
            </main>
        </div>
    }
}

/// What was chosen, changed field by field: two fields can change before anything is drawn.
struct Chosen(Attributes);

impl Reducible for Chosen {
    type Action = (Field, String);

    fn reduce(self: Rc<Self>, (field, value): Self::Action) -> Rc<Self> {
        Rc::new(Self(self.0.with(field, &value)))
    }
}

/// The element itself, which stores nothing here.
fn preview(label: &'static str, attributes: &Attributes) -> Html {
    let of = |field: Field| {
        let said = attributes.said().find(|(said, _)| *said == field);
        said.map(|(_, value)| AttrValue::from(value.to_owned()))
    };
    html! {
        <div class="builder-preview" tabindex="0" role="region" aria-label={label}>
            <@{"mindset-mirror"}
                persist="none"
                lang={of(Field::Lang)}
                theme={of(Field::Theme)}
                share={of(Field::Share)}
                accent={of(Field::Accent)}
                coach={of(Field::Coach)}
                privacy={of(Field::Privacy)}
                logo={of(Field::Logo)}
                src={of(Field::Source)}
                xapi={of(Field::Xapi)}
                heading-level="3"
            />
        </div>
    }
}

fn header(language: &UseStateHandle<Language>) -> Html {
    let set = language.clone();
    let on_choose = Callback::from(move |chosen: Language| set.set(chosen));
    html! {
        <header class="header" data-part="header">
            <p class="header-title"><span>{ "Mindset Mirror" }</span></p>
            <div class="header-nav">
                { language_switch("Taal, language", **language, &on_choose) }
            </div>
        </header>
    }
}
