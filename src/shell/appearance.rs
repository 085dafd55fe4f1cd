//! The language and the theme of the page.

use super::shell::Shell;
use embedding::Accent;
use i18n::Messages;
use model::Language;

impl Shell {
    /// Shows everything in a language that is loaded, with the interface's texts in it.
    pub(super) fn show_language(&mut self, language: Language, texts: &'static Messages) {
        self.language = language;
        self.texts = texts;
        self.announce_language();
    }

    /// Tells the browser which language the page is in, and how it is called.
    pub fn announce_language(&self) {
        let current = self.current();
        let title = current.title().get(self.language);
        self.ports.page.set_language(self.language, title);
    }

    /// Applies the theme that the embedding page asks for.
    pub fn apply_theme(&self) {
        let accent = self.config.accent.map(Accent::of);
        self.ports
            .page
            .apply_theme(self.config.theme, accent.as_ref());
    }
}
