//! What the page speaks and wears: its language, its theme and an accent.

use super::state::State;
use embedding::Accent;
use model::Language;

impl State {
    /// Changes the interface's language, and remembers it.
    pub fn speak(&mut self, language: Language) {
        self.show_in(language);
        // Not `done`: a language that is kept is no sign that answers are.
        self.shelf.set_language(language, Box::new(|_| ()));
    }

    /// Shows everything in a language.
    pub fn show_in(&mut self, language: Language) {
        self.language = language;
        self.forget_preview();
        self.announce_language();
    }

    pub(super) fn announce_language(&self) {
        let title = self.instruments[0].title().get(self.language);
        self.ports.page.set_language(self.language, title);
    }

    /// Puts on what the page around this one asks for.
    pub fn dress(&self) {
        let accent = self.look.accent.map(Accent::of);
        self.ports.page.dress(self.look.theme, accent.as_ref());
    }
}
