//! What to paste: three tiers, policy lines, and how to see whether it stands right.

use super::surroundings;
use crate::attributes::Attributes;
use crate::snippets::{Place, anchor, element, frame, policy};
use crate::texts::texts;
use model::Language;
use yew::prelude::*;

/// What was chosen, and where the page stands.
#[derive(Properties, PartialEq)]
pub struct PasteProps {
    /// The page's language.
    pub language: Language,
    /// Where the page stands.
    pub place: Place,
    /// What was chosen.
    pub attributes: Attributes,
}

/// The texts to paste, each with what it is for and where it works.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let t = texts(props.language);
    let copied = use_state(|| None::<usize>);
    let (place, attributes) = (&props.place, &props.attributes);
    let snippets = [
        element(place, attributes, t.open),
        frame(place, attributes, t.frame_title, t.open),
        anchor(place, attributes, t.open),
    ];
    let mut blocks: Vec<Html> = Vec::new();
    for (n, (text, [name, purpose, works])) in snippets.into_iter().zip(t.tiers).enumerate() {
        blocks.push(html! {
            <div key={n} class="builder-snippet stack" data-snippet={n.to_string()}>
                <h3>{ name }</h3>
                <p>{ purpose }</p>
                <p class="muted small">{ works }</p>
                { block(n, text, name, t.copy, &copied) }
            </div>
        });
    }
    html! {
        <>
            <section class="section" data-section="paste">
                <h2>{ t.paste }</h2>
                { for blocks }
                <p role="status" class="small">{ copied.map_or("", |_| t.copied) }</p>
                <p>{ t.never }</p>
            </section>
            <section class="section" data-section="policy">
                <h2>{ t.policy }</h2>
                <p>{ t.policy_lead }</p>
                { block(3, policy(place, attributes), t.policy, t.copy, &copied) }
            </section>
            <section class="section" data-section="check">
                <h2>{ t.check }</h2>
                { for t.check_lead.iter().map(|line| html! { <p>{ *line }</p> }) }
            </section>
        </>
    }
}

fn block(
    n: usize,
    text: String,
    name: &'static str,
    copy: &'static str,
    copied: &UseStateHandle<Option<usize>>,
) -> Html {
    let onclick = {
        let (text, copied) = (text.clone(), copied.clone());
        move |_: MouseEvent| {
            surroundings::copy(&text);
            copied.set(Some(n));
        }
    };
    html! {
        <>
            <pre tabindex="0" role="region" aria-label={name}><code translate="no">{ text }</code></pre>
            <div class="actions">
                <button type="button" class="button" data-part="button" {onclick}>
                    { copy }<span class="visually-hidden">{ ": " }{ name }</span>
                </button>
            </div>
        </>
    }
}
