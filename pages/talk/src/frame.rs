//! What stands around every screen: the header, what is announced, and the footer.

use crate::shell::{Msg, Place, Screen, Shell};
use crate::{agreements, hand_over, home, review, sheet, table, two_views};
use ui::{
    button, element, element_with, fragment, keyed, language_switch, status, text, text_element,
    when,
};
use yew::prelude::*;

/// The whole page.
pub(crate) fn frame(shell: &Shell, screen: &Screen, arrivals: u32) -> Html {
    let common = &shell.messages().common;
    let (name, class) = match screen {
        Screen::Home(_) => ("talk-home", "screen"),
        Screen::HandOver(_) => ("hand-over", "screen"),
        Screen::Review(_) => ("call-review", "screen"),
        Screen::Table => ("table", "screen"),
        Screen::TwoViews => ("two-views", "screen screen-wide"),
        Screen::Sheet => ("sheet", "screen"),
        Screen::Agreements => ("agreements", "screen"),
    };
    let content = match shell.device.is_loading() {
        true => status("muted", common.loading),
        false => body(shell, screen),
    };
    let content = keyed(&arrivals.to_string(), element("div", "", content));
    let toast = shell.toast.as_ref();
    let undo = || button("button-link", common.undo, shell.send.reform(|_| Msg::Undo));
    let said = toast.map(|said| {
        let said = text_element("span", "", said.clone());
        fragment([said, when(shell.undo.is_some(), undo)])
    });
    let toast_class = match toast {
        Some(_) => "toast",
        None => "",
    };
    let names = &["role", "aria-live", "class"];
    let announced = element_with(
        "div",
        names,
        ["status", "polite", toast_class],
        said.unwrap_or_default(),
    );
    let foot = text_element("p", "", common.development_only);
    let skip_link = element_with(
        "a",
        &["class", "href"],
        ["skip-link", "#main"],
        text(common.skip_link),
    );
    let names = &["id", "class", "tabindex"];
    let content = [
        skip_link,
        header(shell, screen),
        element_with("main", names, ["main", class, "-1"], content),
        announced,
        element("footer", "footer", foot),
    ];
    let names = &["class", "data-part", "data-screen", "lang"];
    let tag = shell.library.language.tag();
    element_with("div", names, ["app", "root", name, tag], fragment(content))
}

fn body(shell: &Shell, screen: &Screen) -> Html {
    match screen {
        Screen::Home(state) => home::view(shell, state),
        Screen::HandOver(state) => hand_over::view(shell, state),
        Screen::Review(state) => review::view(shell, state),
        Screen::Table => table::view(shell),
        Screen::TwoViews => match &shell.opened {
            Some(opened) => two_views::view(shell, opened),
            None => Html::default(),
        },
        Screen::Sheet => match &shell.opened {
            Some(opened) => sheet::view(shell, opened),
            None => Html::default(),
        },
        Screen::Agreements => agreements::view(shell),
    }
}

fn header(shell: &Shell, screen: &Screen) -> Html {
    let common = &shell.messages().common;
    let is_home = matches!(screen, Screen::Home(_));
    let class = match is_home {
        true => "header-title",
        false => "header-title header-title-short",
    };
    let title = text_element("span", "", shell.talk().talk.page_title);
    let on_language = shell.send.reform(Msg::Language);
    let nav = [
        when(!is_home, || {
            button("button-quiet small", common.to_start, shell.go(Place::Home))
        }),
        language_switch(common.language, shell.library.language, &on_language),
    ];
    let content = [
        element("p", class, [mark(), title]),
        element("div", "header-nav", nav),
    ];
    let names = &["class", "data-part"];
    element_with("header", names, ["header", "header"], fragment(content))
}

/// A circle that is half full, as on the other pages.
fn mark() -> Html {
    let names = &["cx", "cy", "r", "fill", "stroke", "stroke-width"];
    let values = ["12", "12", "10.5", "none", "currentColor", "3"];
    let circle = element_with("circle", names, values, Html::default());
    let values = ["M12 1.5a10.5 10.5 0 0 0 0 21z", "currentColor"];
    let half = element_with("path", &["d", "fill"], values, Html::default());
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    let values = ["header-mark", "0 0 24 24", "true", "false"];
    element_with("svg", names, values, fragment([circle, half]))
}
