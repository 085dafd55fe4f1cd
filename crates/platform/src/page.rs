//! The page as a whole: its language, its keys, its coming and going.

use std::rc::Rc;

use super::Subscription;
use embedding::{Accent, Theme};
use model::Language;

/// The page the app is on.
pub trait Page {
    /// BCP 47 tags the reader prefers, the first one most.
    fn languages(&self) -> Vec<String>;

    /// The address of the page itself, also within a frame.
    fn address(&self) -> String;

    /// Whether it is in a frame of another page.
    fn is_framed(&self) -> bool;

    /// What the fragment of the address held under this name, where it led here with one (`#name=…`).
    /// The scripts of the page have taken it out of the address. It stands as it was written: nothing
    /// of it is decoded or believed yet.
    fn brought(&self, name: &str) -> Option<String>;

    /// Calls when such an address was followed in the tab of this page: [`Self::brought`] gives it.
    fn on_brought(&self, followed: Rc<dyn Fn()>) -> Subscription;

    /// Leaves the page for another one of ours, by its address relative to this one, of a name and a
    /// fragment: what this page's own address asks for goes along. From a frame it goes there in a tab
    /// of its own.
    fn leave_for(&self, address: &str);

    /// Says in which language the page is, and how it is called.
    fn set_language(&self, language: Language, title: &str);

    /// Applies a theme, and an accent where there is one.
    fn apply_theme(&self, theme: Theme, accent: Option<&Accent>);

    /// Opens the print dialogue.
    fn print(&self);

    /// Turns to a new screen, before it is there: nothing has the focus, and the top shows.
    fn turn(&self);

    /// Gives the focus to the element of this id: to what stays on a screen, where what has the
    /// focus is about to leave it.
    fn focus(&self, id: &str);

    /// Whether a keyboard is likely: the pointer is fine and can hover.
    fn keyboard_likely(&self) -> bool;

    /// Calls when the page is hidden or left, which may be the last that it hears.
    fn on_hide(&self, hidden: Rc<dyn Fn()>) -> Subscription;

    /// Calls when the page is left: unloaded, or put into the back/forward cache. After
    /// [`Self::on_hide`].
    fn on_leave(&self, left: Rc<dyn Fn()>) -> Subscription;

    /// Calls when the page is shown again.
    fn on_show(&self, callback: Rc<dyn Fn()>) -> Subscription;

    /// Calls with the name of a hidden part (`data-result-part`) in which the browser's search has
    /// found a text, just before the browser shows it. Browsers without such a search never do.
    fn on_found(&self, found: Rc<dyn Fn(String)>) -> Subscription;

    /// Calls with the name of a key that is pressed (`KeyboardEvent.key`), wherever the
    /// focus is; true means that it was handled, and the browser leaves it alone.
    /// Left out are keys with a modifier, keys held down, keys typed into a field, and
    /// Enter or space on something that they press.
    fn on_key(&self, pressed: Rc<dyn Fn(&str) -> bool>) -> Subscription;
}
