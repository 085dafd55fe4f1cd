//! Which two views may be compared, and which of them is whose.

use model::{Answers, Day, Form, Instrument, Session, Status};
use std::rc::Rc;

/// Whose view it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The view of the person it is about.
    Rep,
    /// The other view: a manager's, or that of an observer who was there.
    Manager,
}

/// By whom something was done: by one of the two, or by both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By the rep alone.
    Rep,
    /// By the manager alone.
    Manager,
    /// By both.
    Both,
}

impl By {
    /// Who of the two, in this order; `None` where neither.
    pub(super) fn of(rep: bool, manager: bool) -> Option<Self> {
        match (rep, manager) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Rep),
            (false, true) => Some(Self::Manager),
            (false, false) => None,
        }
    }
}

/// A filled-in form as its owner shows it. It holds no answer to a scale that was withheld, and none
/// to an item that its form does not ask.
#[derive(Clone, Debug)]
pub struct View {
    instrument: Rc<Instrument>,
    form: Form,
    answers: Answers,
    withheld: Vec<usize>,
    session_id: Option<String>,
    day: Option<Day>,
    completed: bool,
}

impl View {
    /// The view that a session holds, without the scales with these indices.
    pub fn of_session(instrument: &Rc<Instrument>, session: &Session, withheld: &[usize]) -> Self {
        let day = Some(session.moment().day());
        let view = Self::of_answers(instrument, session.form(), session.answers(), withheld, day);
        Self {
            session_id: Some(session.parts().id.clone()),
            completed: session.status() == Status::Completed,
            ..view
        }
    }

    /// The view that answers are which come without a session, as in a code. They are complete: only
    /// a completed form is handed over so.
    pub fn of_answers(
        instrument: &Rc<Instrument>,
        form: Form,
        answers: &Answers,
        withheld: &[usize],
        day: Option<Day>,
    ) -> Self {
        Self {
            answers: disclosed_answers(instrument, form, answers, withheld),
            instrument: Rc::clone(instrument),
            form,
            withheld: withheld.to_vec(),
            session_id: None,
            day,
            completed: true,
        }
    }

    /// The questionnaire that was filled in.
    pub fn instrument(&self) -> &Rc<Instrument> {
        &self.instrument
    }

    /// Which form of it.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The answers that are shown.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Whether the scale with this index was left out on purpose.
    pub fn is_withheld(&self, scale: usize) -> bool {
        self.withheld.contains(&scale)
    }

    /// The day on which it was filled in, where that is known.
    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// The id of the session that it comes from, where it comes from one.
    pub fn session_id(&self) -> Option<&str> {
        self.session_id.as_deref()
    }

    /// Whether both are one and the same. Where one of them has no id, being equal in everything
    /// that is known of both tells it.
    fn is_the_same_as(&self, other: &Self) -> bool {
        match (&self.session_id, &other.session_id) {
            (Some(one), Some(other)) => one == other,
            _ => {
                self.instrument.is(&other.instrument.reference())
                    && (self.form, self.day) == (other.form, other.day)
                    && self.answers == other.answers
            }
        }
    }
}

/// The answers of a form to what is not withheld.
fn disclosed_answers(
    instrument: &Instrument,
    form: Form,
    answers: &Answers,
    withheld: &[usize],
) -> Answers {
    let is_disclosed = |item: usize| {
        let scale = instrument.items()[item].scale;
        instrument.is_asked(form, item) && !withheld.contains(&scale)
    };
    let mut disclosed = Answers::none(instrument);
    for item in (0..instrument.items().len()).filter(|&item| is_disclosed(item)) {
        if let Some(answer) = answers.get(item) {
            disclosed = disclosed.with(item, answer);
        }
    }
    disclosed
}

/// Why two views are not compared. The first that applies is told, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPaired {
    /// It is the very same one twice.
    SameSession,
    /// They are of two questionnaires.
    AnotherQuestionnaire,
    /// They are of two versions of one questionnaire.
    AnotherVersion,
    /// The questionnaire has the same id and version in both, and another content.
    AnotherDigest,
    /// Both are about oneself: of one person, or of two.
    TwoSelfForms,
    /// Both are a manager's.
    TwoManagerForms,
    /// Both are an observer's.
    TwoObserverForms,
    /// One is a manager's and one an observer's; the rep's own is missing.
    ManagerAndObserver,
    /// It has not been completed.
    Unfinished(By),
    /// Each scale that a manager can be asked about is withheld by one or the other.
    AllWithheld,
    /// No statement was answered by both.
    NoJointAnswer,
}

/// Two views of one rep that may be compared. Whether both are about the same person only the two
/// people know: neither a name nor an account says it.
#[derive(Clone, Debug)]
pub struct Pair {
    rep: View,
    manager: View,
}

impl Pair {
    /// The questionnaire that both have filled in.
    pub fn instrument(&self) -> &Rc<Instrument> {
        &self.rep.instrument
    }

    /// The rep's view.
    pub fn rep(&self) -> &View {
        &self.rep
    }

    /// The manager's view, or the observer's.
    pub fn manager(&self) -> &View {
        &self.manager
    }

    /// The view of one of the two.
    pub fn view(&self, side: Side) -> &View {
        match side {
            Side::Rep => &self.rep,
            Side::Manager => &self.manager,
        }
    }
}

/// Two views as a pair, whichever comes first: whose each is follows from its form. The languages
/// may differ: answers are numbers.
///
/// # Errors
/// Why the two are not compared.
pub fn pair(one: &View, other: &View) -> Result<Pair, NotPaired> {
    if one.is_the_same_as(other) {
        return Err(NotPaired::SameSession);
    }
    same_questionnaire(&one.instrument, &other.instrument)?;
    let (rep, manager) = match (one.form, other.form) {
        (Form::SelfReport, Form::SelfReport) => return Err(NotPaired::TwoSelfForms),
        (Form::SelfReport, _) => (one, other),
        (_, Form::SelfReport) => (other, one),
        (Form::Manager, Form::Manager) => return Err(NotPaired::TwoManagerForms),
        (Form::Observer, Form::Observer) => return Err(NotPaired::TwoObserverForms),
        (Form::Manager, Form::Observer) | (Form::Observer, Form::Manager) => {
            return Err(NotPaired::ManagerAndObserver);
        }
    };
    if let Some(by) = By::of(!rep.completed, !manager.completed) {
        return Err(NotPaired::Unfinished(by));
    }
    let pair = Pair {
        rep: rep.clone(),
        manager: manager.clone(),
    };
    something_in_common(&pair)?;
    Ok(pair)
}

fn same_questionnaire(one: &Instrument, other: &Instrument) -> Result<(), NotPaired> {
    if one.id() != other.id() {
        Err(NotPaired::AnotherQuestionnaire)
    } else if one.version() != other.version() {
        Err(NotPaired::AnotherVersion)
    } else if one.digest() != other.digest() {
        Err(NotPaired::AnotherDigest)
    } else {
        Ok(())
    }
}

fn something_in_common(pair: &Pair) -> Result<(), NotPaired> {
    let (instrument, form) = (pair.instrument(), pair.manager.form);
    let is_withheld = |scale| pair.rep.is_withheld(scale) || pair.manager.is_withheld(scale);
    let mut asked = instrument.form_items(form).into_iter().peekable();
    let has_items = asked.peek().is_some();
    if has_items && asked.all(|item| is_withheld(instrument.items()[item].scale)) {
        return Err(NotPaired::AllWithheld);
    }
    let is_joint = |item| {
        let views = [&pair.rep, &pair.manager];
        views.iter().all(|view| view.answers.rating(item).is_some())
    };
    match (0..instrument.items().len()).any(is_joint) {
        true => Ok(()),
        false => Err(NotPaired::NoJointAnswer),
    }
}
