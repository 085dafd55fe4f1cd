//! The passphrase that a file is saved under.

use super::FilePreview;
use crate::shell::Shell;
use i18n::FileTexts;
use platform::SealError;
use ui::{
    actions, button, element, element_with, field_id, fragment, nodes, passphrase, status,
    text_element, when,
};
use yew::prelude::*;

/// Fewest characters of a passphrase, without spaces around it.
const SHORTEST: usize = 12;

/// From so many characters on, of at least four words, it is called strong.
const STRONG: usize = 20;

/// Id of its field.
const FIELD: &str = "passphrase";

/// Sends what was sealed, and what has come of it.
type Sealed = (Vec<u8>, Result<Vec<u8>, SealError>);

/// What a file is to be saved under.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewPassphrase {
    /// What was typed so far. It is kept nowhere else.
    pub typed: String,
    /// Whether the file is being sealed.
    pub sealing: bool,
}

impl NewPassphrase {
    /// Its length in characters, without spaces around it: those do not count.
    fn length(&self) -> usize {
        self.typed.trim().chars().count()
    }

    /// Whether a file can be saved under it.
    pub(crate) fn is_long_enough(&self) -> bool {
        self.length() >= SHORTEST
    }

    /// Seals the file that is looked at; `send` is called once.
    pub(crate) fn seal(&mut self, shell: &Shell, file: &FilePreview, send: Callback<Sealed>) {
        let ready = self.is_long_enough() && !self.sealing;
        let Some(file) = file.file().filter(|_| ready) else {
            return;
        };
        let content = file.bytes.clone();
        let done = Box::new(move |sealed| send.emit((content, sealed)));
        shell.ports.sealing.seal(&file.bytes, &self.typed, done);
        self.sealing = true;
    }

    /// Ends the sealing, if it is running; what was typed stays. The button that asked for it goes,
    /// and the field has the focus.
    pub(crate) fn stop(&mut self, shell: &Shell) {
        if self.end(shell) {
            shell.ports.page.focus(&field_id(FIELD));
        }
    }

    /// Ends the sealing; whether it was running.
    pub(crate) fn end(&mut self, shell: &Shell) -> bool {
        let was_running = std::mem::take(&mut self.sealing);
        if was_running {
            shell.ports.sealing.stop();
        }
        was_running
    }

    /// Saves what was sealed, and says whether the browser took it. Where its reader has looked at
    /// another file since, or has stopped it, nothing is saved: that one may hold less.
    pub(crate) fn sealed(
        &mut self,
        shell: &mut Shell,
        file: &FilePreview,
        (content, sealed): Sealed,
    ) -> bool {
        let looked_at = file.file().filter(|file| file.bytes == content);
        let Some(file) = looked_at.filter(|_| self.sealing) else {
            return false;
        };
        self.sealing = false;
        match sealed {
            Ok(bytes) => {
                self.typed.clear();
                let name = file.sealed_name();
                shell.offer(&name, "application/octet-stream", &bytes)
            }
            Err(_) => {
                shell.announce(shell.messages().errors.seal_failed);
                false
            }
        }
    }
}

/// The field, with how strong what was typed is, and the way to stop what is running. `submit`
/// stands below it.
pub(crate) fn passphrase_field(
    t: &FileTexts,
    new: &NewPassphrase,
    on_input: &Callback<String>,
    on_submit: &Callback<()>,
    on_stop: Callback<MouseEvent>,
    submit: Html,
) -> Html {
    let words = new.typed.split_whitespace().count();
    let (strength, steps) = match (new.length(), words) {
        (0, _) => (t.seal_advice, 0),
        (length, _) if length < SHORTEST => (t.seal_weak, 1),
        (length, words) if length >= STRONG && words >= 4 => (t.seal_strong, 3),
        _ => (t.seal_fair, 2),
    };
    let marks = (1..=3).map(|step| {
        let class = match step <= steps {
            true => "reached",
            false => "",
        };
        element("span", class, Html::default())
    });
    let below = fragment([
        element_with(
            "div",
            &["class", "aria-hidden"],
            ["strength", "true"],
            nodes(marks),
        ),
        status("muted small", strength),
        submit,
        when(new.sealing, || sealing_progress(t, on_stop)),
    ]);
    let typed = AttrValue::from(new.typed.clone());
    let field = passphrase(FIELD, t.passphrase, &typed, on_input, on_submit, below);
    element(
        "div",
        "stack seal",
        [text_element("p", "", t.seal_lead), field],
    )
}

/// That a file is being sealed or opened, and the button that ends it.
pub(crate) fn sealing_progress(t: &FileTexts, on_stop: Callback<MouseEvent>) -> Html {
    fragment([
        status("muted", t.seal_busy),
        // How long it takes is not known.
        element_with("progress", &["aria-label"], [t.seal_busy], Html::default()),
        actions(button("button", t.seal_stop, on_stop)),
    ])
}
