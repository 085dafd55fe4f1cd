//! Elements with a class or other attributes, and what they are around.
//!
//! Most of a page is made of these. They are functions, since the markup of each element would
//! otherwise be compiled anew where it stands: one in a macro takes some 300 bytes of the program, a
//! call some 60 (read from the compiled code, not averaged). `html!` is for what a field holds, for
//! listeners, and for drawings that never change. A class of no length is none.

use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VText};

/// What an element is around: one node, or several in their order.
pub trait Content {
    /// As one node.
    fn into_html(self) -> Html;
}

impl Content for Html {
    fn into_html(self) -> Html {
        self
    }
}

impl<const N: usize> Content for [Html; N] {
    fn into_html(self) -> Html {
        node_list(Vec::from(self))
    }
}

impl Content for Vec<Html> {
    fn into_html(self) -> Html {
        node_list(self)
    }
}

#[inline(never)]
fn node_list(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// The nodes that an iterator gives, in their order. One loop for all of them, since each `collect`
/// would be a loop of its own in the program.
pub fn nodes(nodes: impl IntoIterator<Item = Html>) -> Html {
    let mut nodes = nodes.into_iter();
    collected_list(&mut || nodes.next())
}

/// The same, where it is to be known whether there are any.
pub fn node_vec(nodes: impl IntoIterator<Item = Html>) -> Vec<Html> {
    let mut nodes = nodes.into_iter();
    collected(&mut || nodes.next())
}

#[inline(never)]
fn collected_list(next: &mut dyn FnMut() -> Option<Html>) -> Html {
    node_list(collected(next))
}

#[inline(never)]
fn collected(next: &mut dyn FnMut() -> Option<Html>) -> Vec<Html> {
    std::iter::from_fn(next).collect()
}

/// Several nodes without an element around them.
pub fn fragment(content: impl Content) -> Html {
    content.into_html()
}

/// The content where the condition holds, else nothing.
pub fn when(condition: bool, content: impl FnOnce() -> Html) -> Html {
    match condition {
        true => content(),
        false => Html::default(),
    }
}

/// A text without an element around it.
pub fn text(text: impl Into<AttrValue>) -> Html {
    VText::new(text.into()).into()
}

/// An element around its content.
pub fn element(tag: &'static str, class: &'static str, content: impl Content) -> Html {
    around(tag, class, content.into_html())
}

#[inline(never)]
fn around(tag: &'static str, class: &'static str, content: Html) -> Html {
    element_with(tag, &["class"], [class], content)
}

/// An element with these attributes around its content: their names, and the value of each. An
/// attribute of no length is left out.
pub fn element_with<const N: usize>(
    tag: &'static str,
    names: &'static [&'static str; N],
    values: [&str; N],
    content: Html,
) -> Html {
    tagged(tag, names, &values, content)
}

#[inline(never)]
fn tagged(
    tag: &'static str,
    names: &'static [&'static str],
    values: &[&str],
    content: Html,
) -> Html {
    attributed(html! { <@{tag}>{ content }</@> }, names, values)
}

/// The same element with these attributes and no others; one of no length is left out.
#[inline(never)]
pub(crate) fn attributed(
    mut element: Html,
    names: &'static [&'static str],
    values: &[&str],
) -> Html {
    let value = |value: &&str| {
        let value = (!value.is_empty()).then(|| AttrValue::from((*value).to_owned()));
        value.map(AttributeOrProperty::Attribute)
    };
    if let VNode::VTag(tag) = &mut element {
        Rc::make_mut(tag).attributes = Attributes::Dynamic {
            keys: names,
            values: values.iter().map(value).collect(),
        };
    }
    element
}

/// An element that holds a text and nothing else.
pub fn text_element(tag: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    around_text(tag, class, text.into())
}

#[inline(never)]
fn around_text(tag: &'static str, class: &'static str, content: AttrValue) -> Html {
    around(tag, class, text(content))
}

/// An element with a text that a browser must not translate, such as a number.
pub fn untranslated_element(
    tag: &'static str,
    class: &'static str,
    text: impl Into<AttrValue>,
) -> Html {
    untranslated(tag, class, text.into())
}

#[inline(never)]
fn untranslated(tag: &'static str, class: &'static str, content: AttrValue) -> Html {
    let content = text(content);
    element_with(tag, &["class", "translate"], [class, "no"], content)
}

/// The same element under a key, by which it is found again among its neighbours.
#[inline(never)]
pub fn keyed(key: &str, mut element: Html) -> Html {
    if let VNode::VTag(tag) = &mut element {
        Rc::make_mut(tag).key = Some(Key::from(key));
    }
    element
}

/// A paragraph that is read out when its text changes.
#[inline(never)]
pub fn status(class: &'static str, text: &'static str) -> Html {
    let text = crate::element::text(text);
    element_with("p", &["class", "role"], [class, "status"], text)
}

/// A name with what is said about it, in a list of definitions.
pub fn definition(
    class: &'static str,
    name: impl Into<AttrValue>,
    text: impl Into<AttrValue>,
) -> Html {
    let pair = [text_element("dt", "", name), text_element("dd", "", text)];
    element("div", class, pair)
}

/// A list without marks; its role keeps it a list to readers of the screen.
#[inline(never)]
pub fn list(class: &'static str, rows: Html) -> Html {
    element_with("ul", &["class", "role"], [class, "list"], rows)
}

/// The same for facts that a browser must not translate.
pub fn facts_list(class: &'static str, facts: Html) -> Html {
    let names = &["class", "role", "translate"];
    element_with("ul", names, [class, "list", "no"], facts)
}

/// A section of a screen under its heading.
pub fn section(title: &'static str, content: impl Content) -> Html {
    let heading = text_element("h2", "", title);
    element("section", "section", [heading, content.into_html()])
}

/// A part of a section with a name for styles and tests.
pub fn div_section(name: &'static str, class: &'static str, content: Html) -> Html {
    element_with("div", &["class", "data-section"], [class, name], content)
}

/// A section of a screen under its heading, with a name for styles and tests.
pub fn named_section(name: &'static str, title: impl Into<AttrValue>, content: Html) -> Html {
    under_heading(name, title.into(), content)
}

#[inline(never)]
fn under_heading(name: &'static str, title: AttrValue, content: Html) -> Html {
    let content = fragment([text_element("h2", "", title), content]);
    let names = &["class", "data-section"];
    element_with("section", names, ["section", name], content)
}
