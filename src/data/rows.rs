//! Stored attempts as rows, for the first screen and for what is stored.

use super::{ConflictRow, StoredRow};
use crate::shell::{ConflictSubject, Restoration, Shell, Stored};
use crate::start::{EarlierResult, Resume};
use i18n::{DataTexts, long_date, short_date};
use model::{Language, Step, Timestamp};
use records::Attempt;
use yew::AttrValue;

impl Shell {
    /// The attempt to continue, of the questionnaire that the page has loaded.
    pub fn resumable(&self) -> Option<Resume> {
        let attempt = self.persistence.unfinished(&self.current.id)?;
        let session = &attempt.session;
        Some(Resume {
            id: AttrValue::from(attempt.id().to_string()),
            done: session.answers().seen(),
            total: attempt.instrument.form_items(session.form()).len(),
            review: session.step() == Step::Review,
            started: long_date(session.parts().started_at.as_str(), self.language).into(),
        })
    }

    /// Whether an attempt is the reader's own at the current questionnaire, in any version.
    pub fn is_own(&self, attempt: &Attempt) -> bool {
        !attempt.session.form().is_about_another() && attempt.instrument.id() == self.current.id
    }

    /// Completed results of the reader's own, the newest first.
    pub fn earlier_results(&self) -> Vec<EarlierResult> {
        let mut results = Vec::new();
        for attempt in self.persistence.attempts() {
            let parts = attempt.session.parts();
            if parts.completed_at.is_some() && !parts.rater.role.is_about_another() {
                results.push(EarlierResult {
                    id: AttrValue::from(attempt.id().to_string()),
                    date: self.day_of(&attempt).into(),
                    answered: self.answered(&attempt).into(),
                    current: self.is_own(&attempt),
                });
            }
        }
        results
    }

    /// Everything that can be opened here.
    pub fn stored_rows(&self) -> Vec<StoredRow> {
        let attempts = self.persistence.attempts();
        attempts
            .iter()
            .map(|attempt| self.stored_row(attempt))
            .collect()
    }

    fn stored_row(&self, attempt: &Attempt) -> StoredRow {
        let t = &self.messages().data;
        let parts = attempt.session.parts();
        let title = match &parts.completed_at {
            Some(_) => t.result_of(&self.day_of(attempt)),
            None => t.in_progress_of(&self.day_of(attempt)),
        };
        let backup = match &attempt.exported_at {
            Some(at) => t.backup(&long_date(at.as_str(), self.language)),
            None => t.no_backup.to_string(),
        };
        let mut detail = self.answered(attempt);
        let name = parts.subject.pseudonym.trim();
        let about = match (parts.rater.role.is_about_another(), name) {
            (false, name) => name.to_owned(),
            (true, "") => t.about(self.messages().journey.colleague),
            (true, name) => t.about(name),
        };
        for part in [&about, &backup] {
            if !part.is_empty() {
                detail.push_str(" · ");
                detail.push_str(part);
            }
        }
        StoredRow {
            id: AttrValue::from(attempt.id().to_string()),
            title: title.into(),
            detail: detail.into(),
            completed: parts.completed_at.is_some(),
        }
    }

    /// The day of an attempt, for the reader; with the time where there are others of that day.
    pub(crate) fn day_of(&self, attempt: &Attempt) -> String {
        let at = attempt.session.moment().as_str();
        self.told_apart(attempt, long_date(at, self.language))
    }

    /// The same where there is little room.
    pub(crate) fn short_day_of(&self, attempt: &Attempt) -> String {
        let at = attempt.session.moment().as_str();
        self.told_apart(attempt, short_date(at, self.language))
    }

    /// The day of an attempt, and its time where another one is of the same day.
    fn told_apart(&self, attempt: &Attempt, mut day: String) -> String {
        let at = attempt.session.moment();
        let attempts = self.persistence.attempts();
        let mut others = attempts.iter().filter(|one| one.id() != attempt.id());
        if others.any(|one| one.session.moment().day() == at.day()) {
            day.push_str(", ");
            day.push_str(at.time());
        }
        day
    }

    /// How many statements are rated, after the questionnaire where it is not the current one.
    fn answered(&self, attempt: &Attempt) -> String {
        let items = attempt.instrument.form_items(attempt.session.form());
        let rated = attempt.session.answers().rated();
        let answered = self.messages().common.of(rated, items.len());
        match attempt.instrument.id() == self.current.id {
            true => answered,
            false => {
                let title = attempt.instrument.title().get(self.language);
                [title, " · ", &answered].concat()
            }
        }
    }

    /// The age of the last file, as a sentence; nothing while there is nothing to lose.
    pub fn backup_age(&self) -> Option<String> {
        let t = &self.messages().data;
        let attempts = self.persistence.attempts();
        if attempts.is_empty() {
            return None;
        }
        let last = attempts
            .iter()
            .filter_map(|attempt| attempt.exported_at.as_ref())
            .max();
        Some(match last {
            Some(at) => t.last_backup(&long_date(at.as_str(), self.language)),
            None => t.never_backup.to_string(),
        })
    }
}

/// The attempts of which a table is made. It has one questionnaire's columns, those of the current
/// one, and the reader's own answers.
pub(super) fn tabulated(shell: &Shell) -> Vec<Stored<Attempt>> {
    let mut attempts = shell.persistence.attempts();
    attempts
        .retain(|one| one.instrument.is(&shell.current) && !one.session.form().is_about_another());
    attempts
}

/// What was changed here and in the backup.
pub(super) fn conflict_rows(
    restoration: &Restoration,
    language: Language,
    t: &DataTexts,
) -> Vec<ConflictRow> {
    let moment = |changed: &Timestamp| {
        let day = long_date(changed.as_str(), language);
        [&day, ", ", changed.time()].concat()
    };
    let later = |sentence: String, is_later: bool| match is_later {
        true => AttrValue::from([&sentence, " (", t.restore_later, ")"].concat()),
        false => AttrValue::from(sentence),
    };
    let conflicts = restoration.conflicts.iter();
    conflicts
        .map(|one| ConflictRow {
            title: AttrValue::from(match &one.of {
                ConflictSubject::Attempt(begun) => {
                    t.restore_conflict(&long_date(begun.as_str(), language))
                }
                ConflictSubject::Agreement(text) => t.restore_conflict_agreement(text),
                ConflictSubject::Influence(reason) => t.restore_conflict_influence(reason),
            }),
            here: later(
                t.restore_here(&moment(&one.changed_here)),
                !one.there_is_later,
            ),
            there: later(
                t.restore_there(&moment(&one.changed_there)),
                one.there_is_later,
            ),
            takes_there: one.takes_there,
        })
        .collect()
}
