//! Every text by which a test finds something, in one place and in both languages.

use i18n::{Messages, RoundPageTexts, TalkPageTexts, TeamPageTexts};
use interface_texts::{messages, round_texts, talk_texts, team_texts};
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

    /// The interface's texts in it.
    pub fn messages(self) -> &'static Messages {
        messages(self.of_model())
    }

    /// The texts of a talk in it.
    pub fn talk(self) -> &'static TalkPageTexts {
        talk_texts(self.of_model())
    }

    /// The texts of a round in it.
    pub fn round(self) -> &'static RoundPageTexts {
        round_texts(self.of_model())
    }

    /// The texts of the page of a team in it.
    pub fn team(self) -> &'static TeamPageTexts {
        team_texts(self.of_model())
    }

    /// As questionnaires know it.
    pub fn of_model(self) -> model::Language {
        match self {
            Self::Nl => model::Language::Nl,
            Self::En => model::Language::En,
        }
    }

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

/// Where the text of a name stands.
#[derive(Clone, Copy)]
enum Source {
    /// Here, in Dutch and in English.
    Here([&'static str; 2]),
    /// In the texts of the interface.
    Interface(fn(&'static Messages) -> &'static str),
    /// In the texts of a talk.
    Talk(fn(&'static TalkPageTexts) -> &'static str),
    /// In the texts of a round.
    Round(fn(&'static RoundPageTexts) -> &'static str),
    /// In the texts of the page of a team.
    Team(fn(&'static TeamPageTexts) -> &'static str),
}

/// The accessible name of a control: in full, or how it begins.
#[derive(Clone, Copy)]
pub struct Name {
    source: Source,
    /// Whether the control's name may go on after the text.
    pub prefix: bool,
}

impl Name {
    const fn exact(nl: &'static str, en: &'static str) -> Self {
        let (source, prefix) = (Source::Here([nl, en]), false);
        Self { source, prefix }
    }

    const fn start(nl: &'static str, en: &'static str) -> Self {
        let (source, prefix) = (Source::Here([nl, en]), true);
        Self { source, prefix }
    }

    /// A text of the interface, in full.
    const fn said(text: fn(&'static Messages) -> &'static str) -> Self {
        let (source, prefix) = (Source::Interface(text), false);
        Self { source, prefix }
    }

    /// A text of a talk, in full.
    pub const fn talk(text: fn(&'static TalkPageTexts) -> &'static str) -> Self {
        let (source, prefix) = (Source::Talk(text), false);
        Self { source, prefix }
    }

    /// A text of a round, in full.
    const fn round(text: fn(&'static RoundPageTexts) -> &'static str) -> Self {
        let (source, prefix) = (Source::Round(text), false);
        Self { source, prefix }
    }

    /// A text of a talk, after which the name goes on.
    const fn talk_start(text: fn(&'static TalkPageTexts) -> &'static str) -> Self {
        let (source, prefix) = (Source::Talk(text), true);
        Self { source, prefix }
    }

    /// A text of the page of a team, in full.
    const fn team(text: fn(&'static TeamPageTexts) -> &'static str) -> Self {
        let (source, prefix) = (Source::Team(text), false);
        Self { source, prefix }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> &'static str {
        match self.source {
            Source::Here([nl, en]) => match language {
                Language::Nl => nl,
                Language::En => en,
            },
            Source::Interface(text) => text(language.messages()),
            Source::Talk(text) => text(language.talk()),
            Source::Round(text) => text(language.round()),
            Source::Team(text) => text(language.team()),
        }
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [nl, en] = Language::ALL.map(|language| self.text(language));
        write!(out, "“{nl}” / “{en}”")
    }
}

/// Opens what was pasted on the page of a team.
pub const OPEN_PASTED: Name = Name::team(|t| t.team.paste_open);
/// Forgets what is open on the page of a team.
pub const TEAM_START_OVER: Name = Name::team(|t| t.team.start_over);
/// Prints what is shown of a team.
pub const PRINT_TEAM: Name = Name::team(|t| t.view.print);
/// Saves what is shown of a team as a table.
pub const SAVE_TEAM_CSV: Name = Name::team(|t| t.view.save_csv);
/// Saves what is shown of a team, for programs.
pub const SAVE_TEAM_JSON: Name = Name::team(|t| t.view.save_json);
/// The calendar, among the formats of a file.
pub const CALENDAR: Name = Name::start("iCalendar", "iCalendar");
/// Has the reminders of a calendar bring the agreement along.
pub const WITH_AGREEMENT: Name = Name::start("Zet mijn eerste afspraak", "Put my first agreement");
/// Saves the calendar that is shown.
pub const SAVE_CALENDAR: Name = Name::exact("Bewaar als iCalendar", "Save as iCalendar");
/// From a reminder to the agreements of the result.
pub const TO_AGREEMENTS: Name = Name::said(|t| t.check_in.to_agreements);
/// From a reminder to a new attempt.
pub const SCAN_AGAIN: Name = Name::said(|t| t.check_in.scan_again);
/// Starts a new assessment.
pub const START: Name = Name::said(|t| t.start.begin);
/// Goes on with an assessment that was left.
pub const CONTINUE: Name = Name::start("Ga verder", "Continue");
/// Goes on with an assessment that was left at the look back at all answers.
pub const CONTINUE_REVIEW: Name = Name::said(|t| t.start.resume_review);
/// Takes over an attempt that another tab has open.
pub const CONTINUE_HERE: Name = Name::said(|t| t.common.continue_here);
/// Saves what could not be stored as a file.
pub const SAVE_REFUSED: Name = Name::said(|t| t.errors.unsaved_save);
/// Looks at the answers of a result.
pub const ANSWERS: Name = Name::said(|t| t.result.change_answers);
/// The free label of a result.
pub const LABEL: Name = Name::start(
    "Naam of schuilnaam in het bestand",
    "Name or pseudonym in the file",
);
/// Leaves one context question out, or a statement of a custom questionnaire.
pub const SKIP: Name = Name::exact("Sla over", "Skip");
/// Leaves one statement or question of the scan out.
pub const SKIP_STATEMENT: Name = Name::exact("Sla over of n.v.t.", "Skip or not applicable");
/// Skips a statement of the questionnaire `long-skip`.
pub const LONG_SKIP: Name = Name::exact(crate::custom::LONG_SKIP, crate::custom::LONG_SKIP);
/// Leaves all context questions out.
pub const SKIP_CONTEXT: Name = Name::said(|t| t.journey.skip_context);
/// One screen back.
pub const BACK: Name = Name::said(|t| t.common.back);
/// Goes on from the interlude between two pages.
pub const GO_ON: Name = Name::said(|t| t.common.go_on);
/// Leaves the assessment for later.
pub const STOP: Name = Name::said(|t| t.journey.stop);
/// Says of a statement about another person that it cannot be judged.
pub const CANNOT_JUDGE: Name = Name::exact("Kan ik niet beoordelen", "I cannot judge this");
/// From the review of a form about another person to the page for the talk.
pub const TO_TALK: Name = Name::said(|t| t.journey.to_talk);
/// From the review to the result.
pub const TO_RESULT: Name = Name::said(|t| t.journey.to_result);
/// Shows the file of the result before it is saved.
pub const VIEW_FILE: Name = Name::said(|t| t.files.preview);
/// Downloads the result.
pub const SAVE_JSON: Name = Name::exact("Bewaar als JSON", "Save as JSON");
/// Has a file made, or opened, once more.
pub const TRY_AGAIN: Name = Name::said(|t| t.files.try_again);
/// What is said where a file could not be made.
pub const NOTHING_LOST: Name = Name::exact("er is niets kwijt", "nothing is lost");
/// From anywhere to the first screen.
pub const TO_START: Name = Name::said(|t| t.common.to_start);
/// Starts again although an assessment was left.
pub const START_ANEW: Name = Name::said(|t| t.start.begin_anew);
/// Keeps an opened result file on this device.
pub const STORE_FILE: Name = Name::said(|t| t.result.file_keep);
/// What is stored here.
pub const MY_DATA: Name = Name::said(|t| t.common.my_data);
/// Chooses a result file to open.
pub const OPEN_FILE: Name = Name::said(|t| t.start.open_file);
/// The fictional result.
pub const EXAMPLE: Name = Name::said(|t| t.start.example);
/// The picture of it beside the start.
pub const EXAMPLE_SHEET: Name = Name::said(|t| t.start.example_label);
/// Opens a stored result.
pub const OPEN_RESULT: Name = Name::start("Bekijk:", "View:");
/// Deletes one result.
pub const DELETE_ONE: Name = Name::start("Wis:", "Delete:");
/// Deletes a second version of a result, which is set aside.
pub const DELETE_SECOND_VERSION: Name =
    Name::exact("Wis: Een tweede versie", "Delete: A second version");
/// First step of deleting everything.
pub const DELETE_ALL: Name = Name::said(|t| t.data.delete_all);
/// Second step of deleting everything.
pub const DELETE_ALL_YES: Name = Name::said(|t| t.data.delete_all_yes);
/// Brings back what was deleted.
pub const UNDO: Name = Name::said(|t| t.common.undo);
/// Adds a reason that lies in the market.
pub const ADD_MARKET: Name = Name::said(|t| t.work.sources[0]);
/// The words of a reason.
pub const REASON: Name = Name::said(|t| t.work.reason);
/// Sorts a reason as one's own.
pub const MINE: Name = Name::said(|t| t.work.sortings[0]);
/// The action on what is one's own.
pub const ACTION: Name = Name::said(|t| t.work.step_mine);
/// Removes a reason or an agreement.
pub const REMOVE: Name = Name::said(|t| t.work.remove);
/// Adds a learning goal of the rep.
pub const ADD_GOAL: Name = Name::said(|t| t.work.kinds[0]);
/// What is agreed.
pub const AGREED: Name = Name::said(|t| t.work.agreed);
/// How an agreement went.
pub const OUTCOME_KEPT: Name = Name::said(|t| t.work.outcomes[0]);
/// Unfolds the workbench of a belief.
pub const EXAMINE: Name = Name::said(|t| t.work.examine);
/// A belief in one's own words.
pub const OWN_WORDS: Name = Name::said(|t| t.work.own_words);
/// Takes the counterpart that is offered.
pub const TAKE_OFFER: Name = Name::said(|t| t.work.take_offer);
/// The supporting counterpart.
pub const COUNTERPART: Name = Name::said(|t| t.work.counterpart);

/// Shows a backup of everything.
pub const BACKUP: Name = Name::said(|t| t.data.all_data[0]);
/// Saves the file that is shown on the screen with the data.
pub const SAVE_PREVIEWED: Name = Name::said(|t| t.data.all_data_save);
/// Restores the backup that was chosen.
pub const RESTORE: Name = Name::said(|t| t.data.restore_yes);
/// Leaves the backup that was chosen.
pub const LEAVE_BACKUP: Name = Name::said(|t| t.data.restore_no);
/// The form of the file that is under a passphrase.
pub const SEALED: Name = Name::exact(
    "age Resultaatbestand, beveiligd met een wachtzin",
    "age Result file, protected with a passphrase",
);
/// The field for a passphrase.
pub const PASSPHRASE: Name = Name::said(|t| t.files.passphrase);
/// Saves under the passphrase.
pub const SEAL: Name = Name::said(|t| t.files.seal_save);
/// Opens what is under a passphrase.
pub const UNSEAL: Name = Name::said(|t| t.files.unseal);
/// Ends the sealing or the opening that is running.
pub const STOP_SEALING: Name = Name::said(|t| t.files.seal_stop);
/// What is said where the part that seals and opens did not come as it was built.
pub const SEALING_NOT_LOADED: Name = Name::said(|t| t.errors.seal_failed);
/// The backup that is saved under a passphrase.
pub const SEALED_BACKUP: Name = Name::said(|t| t.data.all_data[4]);
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
pub const SECOND_THEME: Name =
    Name::exact("Je eigen invloed gebruiken", "Using your own influence");
/// What stands in place of a score that its owner left out.
pub const NOT_SHARED: Name = Name::said(|t| t.files.not_shared);

/// Tells the page around this one nothing.
pub const SHARE_NOTHING: Name = Name::said(|t| t.host.scores_no);
/// Tells the page around this one the scores.
pub const SHARE_SCORES: Name = Name::said(|t| t.host.scores_yes);

/// Says once more that the scores may be told, where nobody can say whether they were seen.
pub const SHARE_SCORES_SURE: Name = Name::said(|t| t.host.scores_sure_yes);

/// From a result to handing it over.
pub const HAVE_TALK: Name = Name::said(|t| t.result.have_talk);
/// From a frame to the talk in a tab of its own.
pub const OPEN_TAB: Name = Name::talk(|t| t.talk.open_tab);
/// From the first screen of a talk to the table.
pub const TO_TABLE: Name = Name::talk(|t| t.talk.to_together);
/// Of whom the manager fills in a view.
pub const ABOUT_WHOM: Name = Name::talk(|t| t.talk.about_whom);
/// Begins that view.
pub const BEGIN_VIEW: Name = Name::talk(|t| t.talk.begin_view);
/// Hands a result or a view over.
pub const GIVE: Name = Name::talk_start(|t| t.talk.give);
/// Lays a view on the table of this device.
pub const LAY_HERE: Name = Name::talk(|t| t.hand_over.here);
/// Copies the link with a view, or with agreements.
pub const COPY_LINK: Name = Name::talk(|t| t.hand_over.copy_link);
/// Saves a view as a file.
pub const SAVE_VIEW: Name = Name::talk(|t| t.hand_over.save_file);
/// Unfolds the seal of a view.
pub const OWN_SEAL: Name = Name::talk(|t| t.hand_over.seal);
/// Whether the answers about the situation go along.
pub const SITUATION_GOES: Name = Name::talk(|t| t.hand_over.situation);
/// The field for a code or a link.
pub const CODE: Name = Name::talk(|t| t.table.code);
/// Puts down what a code holds.
pub const LAY_CODE: Name = Name::talk(|t| t.table.open_code);
/// Puts down what a file holds.
pub const LAY_FILE: Name = Name::talk(|t| t.table.open_file);
/// Unfolds the ways to put something more down.
pub const LAY_MORE: Name = Name::talk(|t| t.table.add_more);
/// Unfolds the fields for seals.
pub const SEALS: Name = Name::talk(|t| t.table.seals);
/// The seal of the rep.
pub const SEAL_OF_REP: Name = Name::talk(|t| t.table.seal_rep);
/// The seal of the manager.
pub const SEAL_OF_MANAGER: Name = Name::talk(|t| t.table.seal_manager);
/// Opens both views.
pub const LIFT: Name = Name::talk(|t| t.table.lift);
/// Shows all figures of two views.
pub const FIGURES: Name = Name::talk(|t| t.two_views.figures);
/// The longer talk.
pub const FORTY_FIVE: Name = Name::talk(|t| t.two_views.forty_five);
/// From two views to the conversation sheet.
pub const SHEET: Name = Name::talk(|t| t.two_views.sheet_title);
/// From two views to the agreements.
pub const TO_OUR_AGREEMENTS: Name = Name::talk(|t| t.two_views.to_agreements);
/// The agreements of the last talk.
pub const LOOK_AT_AGREEMENTS: Name = Name::talk(|t| t.agreed.look_at);
/// Opens a file with agreements.
pub const OPEN_AGREEMENTS: Name = Name::talk(|t| t.agreed.open_file);
/// Keeps the agreements that have come in.
pub const KEEP_AGREEMENTS: Name = Name::talk(|t| t.agreed.keep);
/// Saves the agreements as a file.
pub const SAVE_AGREEMENTS: Name = Name::talk(|t| t.agreed.save_file);
/// Saves them as a calendar.
pub const AGREEMENTS_CALENDAR: Name = Name::talk(|t| t.agreed.calendar);
/// Shows what the rep marked.
pub const SHOW_MARKS: Name = Name::talk(|t| t.agreed.show_rep_marks);
/// Has those marks go along.
pub const MARKS_GO_ALONG: Name = Name::talk(|t| t.agreed.marks_go_along);
/// Begins a call review with the permission.
pub const REVIEW_CONSENT: Name = Name::talk(|t| t.review.prepare);
/// Begins a call review as the rep.
pub const REVIEW_AS_REP: Name = Name::talk(|t| t.review.begin_rep);
/// Begins a call review as the manager.
pub const REVIEW_AS_MANAGER: Name = Name::talk(|t| t.review.begin_manager);
/// Makes a learning goal of what is kept and tried.
pub const MAKE_GOAL: Name = Name::talk(|t| t.review.make_goal);

/// Loads the page anew, on the screen after a crash.
pub const RELOAD: Name = Name::exact("Laad de pagina opnieuw", "Reload the page");
/// Keeps the answers as a file, on the screen after a crash.
pub const DOWNLOAD: Name = Name::exact(
    "Bewaar je antwoorden als bestand",
    "Save your answers as a file",
);

/// The control that changes to a language; it reads the same in both.
pub fn switch_to(language: Language) -> Name {
    match language {
        Language::Nl => Name::exact("NL – Nederlands", "NL – Nederlands"),
        Language::En => Name::exact("EN – English", "EN – English"),
    }
}

/// To the choice of the result that a round begins with.
pub const CHOOSE_OWN: Name = Name::round(|t| t.round.choose_own);
/// The field for a talk code that is added to a round.
pub const OWN_CODE: Name = Name::round(|t| t.round.code_field);
/// Opens the code in a field of the page of a round.
pub const OPEN_ROUND_CODE: Name = Name::round(|t| t.round.open_code);
/// Begins a round.
pub const BEGIN_ROUND: Name = Name::round(|t| t.round.begin);
/// Adds one's own answers to a round.
pub const ADD_MINE: Name = Name::round(|t| t.round.add);
/// Takes one's own answers out of a round.
pub const TAKE_ME_OUT: Name = Name::round(|t| t.round.withdraw);
/// Opens the picture of a round.
pub const CLOSE_ROUND: Name = Name::round(|t| t.round.close);
