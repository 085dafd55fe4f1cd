//! A questionnaire that the embedding page hands over, checked and compiled beside the page.

use super::Msg;
use super::content::Arrival;
use super::shell::Shell;
use model::Language;
use platform::CompileError;
use std::rc::Rc;

/// What has become of a custom questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum CustomQuestionnaire {
    /// None is asked for.
    #[default]
    None,
    /// It is being checked: nothing can be begun yet.
    Checking,
    /// It is in the catalogue, and a new attempt is of it.
    Accepted,
    /// It cannot be used: why, in every language; empty where it never came.
    Refused([String; Language::ALL.len()]),
}

impl CustomQuestionnaire {
    /// Whether an attempt can be begun.
    pub fn allows_begin(&self) -> bool {
        matches!(self, Self::None | Self::Accepted)
    }
}

impl Shell {
    /// Has what was handed over checked and compiled.
    pub(super) fn check_custom_questionnaire(&mut self) {
        let Some(bytes) = self.ports.host.custom_questionnaire() else {
            self.custom = CustomQuestionnaire::Refused(Default::default());
            return;
        };
        self.custom = CustomQuestionnaire::Checking;
        let send = self.send.clone();
        let done = Box::new(move |compiled| send.emit(Msg::Content(Arrival::Custom(compiled))));
        self.ports.content.compile(&bytes, done);
    }

    /// Makes a custom questionnaire the current one. Results of the others can still be opened.
    pub(super) fn take_custom_questionnaire(&mut self, compiled: Result<Vec<u8>, CompileError>) {
        let custom = match compiled {
            Ok(bytes) => match compiled::decode(&bytes) {
                Ok(read) => Ok((read.instrument, bytes)),
                Err(_) => Err(Default::default()),
            },
            Err(CompileError::Refused(why)) => Err(why),
            Err(CompileError::NotLoaded) => Err(Default::default()),
        };
        let (custom, bytes) = match custom {
            Ok(custom) => custom,
            Err(why) => {
                self.custom = CustomQuestionnaire::Refused(why);
                return;
            }
        };
        // A reader would take a changed copy under the same id for the questionnaire of that name.
        let listed = self.ports.content.listed();
        let mut of_id = listed.iter().filter(|one| one.id == custom.id()).peekable();
        let takes_id = of_id.peek().is_some() && !of_id.any(|one| custom.is(one));
        let custom = Rc::new(custom);
        if takes_id || self.catalogue.add(custom.clone()).is_err() {
            self.custom = CustomQuestionnaire::Refused(Language::ALL.map(|_| "meta.id".to_owned()));
            return;
        }
        self.current = custom.reference();
        self.compiled.push(bytes);
        self.example = None;
        self.persistence.use_catalogue(&self.catalogue);
        self.custom = CustomQuestionnaire::Accepted;
        self.announce_language();
    }
}
