//! Every text by which a test finds something, in one place and in both languages.

use std::fmt;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// Both, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The language tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Nl => Self::En,
            Self::En => Self::Nl,
        }
    }
}

/// The accessible name of a control: in full, or how it begins.
#[derive(Clone, Copy)]
pub struct Name {
    nl: &'static str,
    en: &'static str,
    /// Whether the control's name may go on after the text.
    pub prefix: bool,
}

impl Name {
    const fn exact(nl: &'static str, en: &'static str) -> Self {
        let prefix = false;
        Self { nl, en, prefix }
    }

    const fn start(nl: &'static str, en: &'static str) -> Self {
        let prefix = true;
        Self { nl, en, prefix }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
        }
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "“{}” / “{}”", self.nl, self.en)
    }
}

/// Starts a new assessment.
pub const START: Name = Name::exact("Begin", "Start");
/// Goes on with an assessment that was left.
pub const CONTINUE: Name = Name::start("Ga verder", "Continue");
/// Takes over an attempt that another tab has open.
pub const CONTINUE_HERE: Name = Name::exact("Ga hier verder", "Continue here");
/// Saves what could not be stored as a file.
pub const SAVE_REFUSED: Name = Name::exact("Bewaar als bestand", "Save as a file");
/// Looks at the answers of a result.
pub const ANSWERS: Name = Name::exact(
    "Bekijk of wijzig mijn antwoorden",
    "View or change my answers",
);
/// The free label of a result.
pub const LABEL: Name = Name::start(
    "Naam of schuilnaam in het bestand",
    "Name or pseudonym in the file",
);
/// Leaves one question out.
pub const SKIP: Name = Name::exact("Sla over", "Skip");
/// Skips a statement of the questionnaire `long-skip`.
pub const LONG_SKIP: Name = Name::exact(crate::custom::LONG_SKIP, crate::custom::LONG_SKIP);
/// Leaves all context questions out.
pub const SKIP_CONTEXT: Name = Name::exact("Sla deze vragen over", "Skip these questions");
/// One screen back.
pub const BACK: Name = Name::exact("Terug", "Back");
/// Goes on from the interlude between two pages.
pub const GO_ON: Name = Name::exact("Verder", "Go on");
/// Leaves the assessment for later.
pub const STOP: Name = Name::exact("Stop en ga later verder", "Stop and continue later");
/// From the review to the result.
pub const TO_RESULT: Name = Name::exact("Naar mijn resultaat", "To my result");
/// Shows the file of the result before it is saved.
pub const VIEW_FILE: Name = Name::exact("Bekijk en bewaar", "View and save");
/// Downloads the result.
pub const SAVE_JSON: Name = Name::exact("Bewaar als JSON", "Save as JSON");
/// Has a file made, or opened, once more.
pub const TRY_AGAIN: Name = Name::exact("Probeer het opnieuw", "Try again");
/// What is said where a file could not be made.
pub const NOTHING_LOST: Name = Name::exact("er is niets kwijt", "nothing is lost");
/// From anywhere to the first screen.
pub const TO_START: Name = Name::exact("Naar het begin", "To the start");
/// Starts again although an assessment was left.
pub const START_ANEW: Name = Name::exact("Begin opnieuw", "Start again");
/// Keeps an opened result file on this device.
pub const STORE_FILE: Name = Name::exact("Bewaar op dit apparaat", "Keep on this device");
/// What is stored here.
pub const MY_DATA: Name = Name::exact("Mijn gegevens", "My data");
/// Chooses a result file to open.
pub const OPEN_FILE: Name = Name::exact("Open een resultaatbestand", "Open a result file");
/// The fictional result.
pub const EXAMPLE: Name = Name::exact("Bekijk een voorbeeld", "See an example");
/// Opens a stored result.
pub const OPEN_RESULT: Name = Name::start("Bekijk:", "View:");
/// Deletes one result.
pub const DELETE_ONE: Name = Name::start("Wis:", "Delete:");
/// Deletes a second version of a result, which is set aside.
pub const DELETE_SECOND_VERSION: Name =
    Name::exact("Wis: Een tweede versie", "Delete: A second version");
/// First step of deleting everything.
pub const DELETE_ALL: Name = Name::exact("Wis alles", "Delete everything");
/// Second step of deleting everything.
pub const DELETE_ALL_YES: Name = Name::exact("Ja, wis alles", "Yes, delete everything");
/// Brings back what was deleted.
pub const UNDO: Name = Name::exact("Maak ongedaan", "Undo");
/// Adds a reason that lies in the market.
pub const ADD_MARKET: Name = Name::exact("Markt", "Market");
/// The words of a reason.
pub const REASON: Name = Name::exact("Wat was de reden?", "What was the reason?");
/// Sorts a reason as one's own.
pub const MINE: Name = Name::exact("Hier ga ik over", "This is mine");
/// The action on what is one's own.
pub const ACTION: Name = Name::exact("Eén actie", "One action");
/// Removes a reason or an agreement.
pub const REMOVE: Name = Name::exact("Verwijder", "Remove");
/// Adds a learning goal of the rep.
pub const ADD_GOAL: Name = Name::exact(
    "Leerdoel van de accountmanager",
    "The account manager’s learning goal",
);
/// What is agreed.
pub const AGREED: Name = Name::exact("Wat spreken we af?", "What do we agree?");
/// How an agreement went.
pub const OUTCOME_KEPT: Name = Name::exact("Gelukt", "Kept");
/// Unfolds the workbench of a belief.
pub const EXAMINE: Name = Name::exact("Onderzoek deze overtuiging", "Examine this belief");
/// A belief in one's own words.
pub const OWN_WORDS: Name = Name::exact("In mijn eigen woorden", "In my own words");
/// Takes the counterpart that is offered.
pub const TAKE_OFFER: Name = Name::exact(
    "Begin met het voorstel hierboven",
    "Start from the suggestion above",
);
/// The supporting counterpart.
pub const COUNTERPART: Name = Name::exact("Een gedachte die mij helpt", "A thought that helps me");

/// Shows a backup of everything.
pub const BACKUP: Name = Name::exact("Back-up van alles", "Backup of everything");
/// Saves the file that is shown on the screen with the data.
pub const SAVE_PREVIEWED: Name = Name::exact("Bewaar dit bestand", "Save this file");
/// Restores the backup that was chosen.
pub const RESTORE: Name = Name::exact("Zet terug", "Restore");
/// Leaves the backup that was chosen.
pub const LEAVE_BACKUP: Name = Name::exact("Laat het zo", "Leave it");
/// The form of the file that is under a passphrase.
pub const SEALED: Name = Name::exact(
    "age Hetzelfde, versleuteld achter een wachtzin",
    "age The same, encrypted behind a passphrase",
);
/// The field for a passphrase.
pub const PASSPHRASE: Name = Name::exact("Wachtzin", "Passphrase");
/// Saves under the passphrase.
pub const SEAL: Name = Name::exact("Bewaar versleuteld", "Save encrypted");
/// Opens what is under a passphrase.
pub const UNSEAL: Name = Name::exact("Open het bestand", "Open the file");
/// Ends the sealing or the opening that is running.
pub const STOP_SEALING: Name = Name::exact("Annuleer", "Cancel");
/// What is said where the part that seals and opens did not come as it was built.
pub const SEALING_NOT_LOADED: Name = Name::exact(
    "De versleuteling is niet geladen",
    "The encryption was not loaded",
);
/// The backup that is saved under a passphrase.
pub const SEALED_BACKUP: Name =
    Name::exact("Back-up achter een wachtzin", "Backup behind a passphrase");
/// What is said of a sealed file that is not whole.
pub const CUT_OFF: Name = Name::exact("afgebroken of gewijzigd", "cut off or changed");
/// What is said of a file that is sealed to a key.
pub const TO_KEY: Name = Name::exact(
    "een age-programma en die sleutel",
    "an age program and that key",
);
/// What is said about a lost passphrase.
pub const NO_RECOVERY: Name = Name::exact("er is geen herstel", "there is no recovery");

/// Whether the second theme goes into the file.
pub const SECOND_THEME: Name = Name::exact("Verantwoordelijkheid", "Responsibility");
/// What stands in place of a score that its owner left out.
pub const NOT_SHARED: Name = Name::exact("niet gedeeld", "not shared");

/// Tells the page around this one nothing.
pub const SHARE_NOTHING: Name = Name::exact("Nee, deel niets", "No, share nothing");
/// Tells the page around this one the scores.
pub const SHARE_SCORES: Name = Name::exact("Ja, deel deze scores", "Yes, share these scores");

/// Says once more that the scores may be told, where nobody can say whether they were seen.
pub const SHARE_SCORES_SURE: Name = Name::exact("Ja, stuur ze", "Yes, send them");

/// Loads the page anew, on the screen after a crash.
pub const RELOAD: Name = Name::start("Herlaad", "Reload");
/// Keeps the answers as a file, on the screen after a crash.
pub const DOWNLOAD: Name = Name::start("Download", "Download");

/// The control that changes to a language; it reads the same in both.
pub fn switch_to(language: Language) -> Name {
    match language {
        Language::Nl => Name::exact("NL – Nederlands", "NL – Nederlands"),
        Language::En => Name::exact("EN – English", "EN – English"),
    }
}
