//! What every screen needs to speak: the language and the instrument.

use i18n::{Messages, score_text, whole_score};
use model::{Instrument, Language, Text};
use std::rc::Rc;
use yew::AttrValue;

/// The language and the instrument of the moment; cheap to clone and to compare.
#[derive(Clone)]
pub struct ViewContext {
    /// Language of the interface.
    pub language: Language,
    /// The interface's texts in that language.
    pub texts: &'static Messages,
    /// The instrument being taken or shown.
    pub instrument: Rc<Instrument>,
    /// Whether a keyboard is likely, so that key hints make sense.
    pub keyboard: bool,
    /// Whether a screen may take the focus as it arrives: never on the first load.
    pub moved: bool,
}

impl PartialEq for ViewContext {
    fn eq(&self, other: &Self) -> bool {
        // Definitions never change while they are open, so the pointer says enough.
        self.language == other.language
            && Rc::ptr_eq(&self.instrument, &other.instrument)
            && self.keyboard == other.keyboard
            && self.moved == other.moved
    }
}

impl ViewContext {
    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        self.texts
    }

    /// A text of the instrument.
    pub fn text(&self, text: &Text) -> AttrValue {
        AttrValue::from(text.get(self.language).to_string())
    }

    /// A required text of the instrument by name.
    pub fn say(&self, name: &str) -> AttrValue {
        AttrValue::from(self.instrument.say(name, self.language).to_string())
    }

    /// The label of a raw value.
    pub fn label(&self, value: u8) -> AttrValue {
        self.instrument
            .response_scale()
            .option(value)
            .map(|option| self.text(&option.label))
            .unwrap_or_default()
    }

    /// A score on screen.
    pub fn score(&self, percent: f64) -> String {
        whole_score(percent)
    }

    /// A place between two scores, such as the border of a band, as the language writes it.
    pub fn border(&self, percent: f64) -> String {
        score_text(percent, self.language)
    }
}
