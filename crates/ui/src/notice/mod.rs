//! A quiet notice.

use yew::prelude::*;

/// What a notice says.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// A few words, where the text is long.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Whether something went wrong that must be heard at once.
    #[prop_or_default]
    pub error: bool,
    /// The text and what can be done.
    pub children: Html,
}

/// A notice, set apart by its edge and its place rather than by a colour of alarm.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let (part, role) = if props.error {
        ("error", "alert")
    } else {
        ("notice", "note")
    };
    html! {
        <div class="notice" data-part={part} {role}>
            if let Some(title) = &props.title {
                <p class="notice-title">{ title }</p>
            }
            { props.children.clone() }
        </div>
    }
}
