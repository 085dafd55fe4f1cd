//! The page port on window and document.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, VisibilityState};

use super::{document, is_framed, keys, offered, window};
use embedding::{Accent, Colour, Palette, Theme};
use model::Language;
use platform::{Page, Subscription};

/// One colour of a palette.
type Part = fn(&Palette) -> Colour;

/// The custom properties of `styles/tokens.css` that an accent sets, once for light and once for
/// dark: there `--light-accent` is what `--accent` is on light.
const COLOURS: [(&str, Part); 5] = [
    ("accent", |palette| palette.accent),
    ("accent-strong", |palette| palette.strong),
    ("on-accent", |palette| palette.on),
    ("accent-soft", |palette| palette.soft),
    ("band", |palette| palette.band),
];

/// Where `boot.ts` puts what the address brought.
const BROUGHT: &str = "mindsetBrought";

/// The event by which `boot.ts` says that such an address was followed in this tab.
const FOLLOWED: &str = "mindset-brought";

/// The page the app is on.
pub struct BrowserPage;

impl Page for BrowserPage {
    fn languages(&self) -> Vec<String> {
        let tags = window().navigator().languages();
        tags.iter().filter_map(|tag| tag.as_string()).collect()
    }

    fn address(&self) -> String {
        // Refused only to a page that has none.
        window().location().href().unwrap_or_default()
    }

    fn is_framed(&self) -> bool {
        is_framed()
    }

    fn brought(&self, name: &str) -> Option<String> {
        let known = offered::value(&[BROUGHT, "name"])?;
        let value = offered::value(&[BROUGHT, "value"])?.as_string();
        value.filter(|_| known == name)
    }

    fn leave_for(&self, address: &str) {
        // It asks for the same keeping as this page does.
        let search = window().location().search().unwrap_or_default();
        let (page, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let target = match is_framed() {
            true => "_blank",
            false => "_self",
        };
        // Refused only to an address that is not well formed.
        let _ = window().open_with_url_and_target(&[page, &search, fragment].concat(), target);
    }

    fn on_brought(&self, followed: Rc<dyn Fn()>) -> Subscription {
        let listener = EventListener::new(&window(), FOLLOWED, move |_| followed());
        Subscription::new(listener)
    }

    fn set_language(&self, language: Language, title: &str) {
        let document = document();
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // Fails only for a malformed attribute name, which "lang" is not.
            let _ = root.set_attribute("lang", language.tag());
        }
    }

    fn apply_theme(&self, theme: Theme, accent: Option<&Accent>) {
        let root = document().document_element();
        let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        // Names and values are our own, so none of these is refused.
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
        let style = root.style();
        for (name, colour) in COLOURS {
            for (scheme, palette) in [
                ("light", accent.map(|it| it.light)),
                ("dark", accent.map(|it| it.dark)),
            ] {
                let name = ["--", scheme, "-", name].concat();
                let _ = match palette {
                    Some(palette) => style.set_property(&name, &colour(&palette).hex()),
                    None => style.remove_property(&name).map(|_| ()),
                };
            }
        }
    }

    fn print(&self) {
        // A sandboxed frame may not; the reader then sees that nothing opens.
        let _ = window().print();
    }

    fn turn(&self) {
        // An element that has the focus while it is removed costs a layout of both screens.
        let active = document().active_element();
        if let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
            // Refused only to what never had the focus.
            let _ = active.blur();
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn focus(&self, id: &str) {
        let element = document().get_element_by_id(id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Refused only to what cannot have the focus.
            let _ = element.focus();
        }
    }

    fn keyboard_likely(&self) -> bool {
        let query = window().match_media("(hover: hover) and (pointer: fine)");
        matches!(query, Ok(Some(query)) if query.matches())
    }

    fn on_hide(&self, hidden: Rc<dyn Fn()>) -> Subscription {
        coming_and_going("pagehide", VisibilityState::Hidden, hidden)
    }

    fn on_leave(&self, callback: Rc<dyn Fn()>) -> Subscription {
        let listener = EventListener::new(&window(), "pagehide", move |_| callback());
        Subscription::new(listener)
    }

    fn on_show(&self, callback: Rc<dyn Fn()>) -> Subscription {
        coming_and_going("pageshow", VisibilityState::Visible, callback)
    }

    fn on_found(&self, found: Rc<dyn Fn(String)>) -> Subscription {
        let listener = EventListener::new(&document(), "beforematch", move |event| {
            let target = event.target();
            let part = target.and_then(|target| target.dyn_into::<HtmlElement>().ok());
            let part = part.and_then(|part| part.get_attribute("data-result-part"));
            if let Some(part) = part {
                found(part);
            }
        });
        Subscription::new(listener)
    }

    fn on_key(&self, pressed: Rc<dyn Fn(&str) -> bool>) -> Subscription {
        keys::on_key(pressed)
    }
}

/// Two events, because neither is enough: a phone that switches to another app tells only
/// the visibility, and some browsers on leaving only the page event.
fn coming_and_going(
    event: &'static str,
    state: VisibilityState,
    call: Rc<dyn Fn()>,
) -> Subscription {
    let also = call.clone();
    Subscription::new((
        EventListener::new(&window(), event, move |_| call()),
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().visibility_state() == state {
                also();
            }
        }),
    ))
}
