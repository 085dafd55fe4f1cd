//! What may be shown of a team: figures, and of each that is missing the reason. Nothing of a single
//! person can stand here.

use model::{Day, Form, InstrumentRef, Language};
use serde::{Deserialize, Serialize};

/// Results that may be put together: of one questionnaire in one language, on one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolKey {
    /// The questionnaire, exactly.
    pub instrument: InstrumentRef,
    /// The language that the statements were shown in; `None` where the records do not say.
    pub language: Option<Language>,
    /// Who answered about whom.
    pub form: Form,
}

/// Which results of each person are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    /// The latest of each person.
    #[default]
    Latest,
    /// The latest of each person before this day.
    Before(Day),
    /// The latest of each person on this day or later.
    From(Day),
    /// As [`Self::Before`], of the people who have a result from this day on too.
    BeforeOfBoth(Day),
    /// As [`Self::From`], of the people who have a result before this day too.
    FromOfBoth(Day),
}

/// What somebody asks to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Of which questionnaire, language and form.
    pub pool: PoolKey,
    /// Of which group; `None` for everyone.
    pub group: Option<String>,
    /// Of which moment.
    pub moment: Moment,
}

/// Why a view is refused. Nothing has been shown then, and nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// There is no such pool or group.
    Nobody,
    /// There are fewer than five people in it.
    TooFew {
        /// How many there are.
        people: u64,
    },
    /// Beside everyone, who were shown before, the few who are not in it could be worked out: "Region
    /// South has 8 participants. Beside the whole team, the other 3 could be worked out."
    FewLeft {
        /// People who are in it.
        people: u64,
        /// People who are not.
        rest: u64,
        /// The other groups that these are in.
        groups: Vec<String>,
    },
    /// It differs from a view that was shown before by fewer than five people.
    Differs {
        /// People who are in it.
        people: u64,
        /// People in one of the two and not in the other.
        by: u64,
        /// The view that was shown before.
        from: Box<Selection>,
    },
    /// From it and several views that were shown before, taken together, fewer than five people could
    /// be worked out.
    Together {
        /// People who are in it.
        people: u64,
    },
}

/// A figure, or why it is not given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figure<T> {
    /// The figure.
    Given(T),
    /// Why it is not given.
    Not(Why),
}

impl<T> Figure<T> {
    /// The figure, where it is given.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(figure) => Some(figure),
            Self::Not(_) => None,
        }
    }
}

/// Why a figure is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// The form asks nothing of it.
    NotAsked,
    /// It rests on fewer people than it takes.
    TooFew {
        /// People it takes.
        needed: u64,
        /// People there are.
        people: u64,
    },
    /// Some people left something out, so that it rests on other people than what is shown beside it
    /// or was shown before, and the difference is fewer than five people.
    WouldSingleOut,
    /// The answers vary too little, or too few statements are asked, for it to be worked out.
    CannotBe,
}

/// What may be shown of the people of a selection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// What was asked for.
    pub selection: Selection,
    /// How many people there are; five at least.
    pub people: u64,
    /// The scales of the questionnaire that the form asks of, in its order.
    pub scales: Vec<ScaleView>,
    /// The questions about the situation, in the order of the questionnaire; none on a form about
    /// somebody else.
    pub questions: Vec<QuestionView>,
}

/// One scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScaleView {
    /// Its place among the scales of the questionnaire.
    pub scale: usize,
    /// Its id.
    pub id: String,
    /// People who have a score.
    pub people: u64,
    /// Mean score, 0 to 100; from 5 people, and in whole points below 10.
    pub mean: Figure<f64>,
    /// Standard deviation (n - 1), in points; from 8 people.
    pub sd: Figure<f64>,
    /// People who answered every statement: those that the coefficients are over.
    pub complete: u64,
    /// Coefficient alpha; from 30 people.
    pub alpha: Figure<Alpha>,
    /// Omega total of one factor; from 100 people.
    pub omega: Figure<f64>,
    /// Its facets, in the order of the questionnaire.
    pub facets: Vec<FacetView>,
    /// Its items that are asked, in the order of the questionnaire.
    pub items: Vec<ItemView>,
}

/// Coefficient alpha (Cronbach, 1951).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alpha {
    /// The coefficient, 1 at most.
    pub value: f64,
    /// Where its 95 % interval begins (Feldt, Woodruff and Salih, 1987).
    pub low: f64,
    /// Where it ends.
    pub high: f64,
}

/// One facet, over people who answered all its items and have a score on its scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetView {
    /// Its place among the facets of the scale.
    pub facet: usize,
    /// Its id.
    pub id: String,
    /// Those people.
    pub people: u64,
    /// Mean as percent of maximum possible, 0 to 100; from 5 people, in whole points below 10.
    pub mean: Figure<f64>,
}

/// One item, over people who have a score on its scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    /// Its place among the items of the questionnaire.
    pub item: usize,
    /// Its id.
    pub id: String,
    /// People who rated it.
    pub people: u64,
    /// How many chose each option, from the lowest rating to the highest, as given and never
    /// reversed; from 10 people.
    pub ratings: Figure<Vec<u64>>,
    /// Correlation with the sum of the other items of the scale; from 50 people who answered all.
    pub item_rest: Figure<f64>,
    /// Alpha of the scale without it; from 50 people who answered all.
    pub alpha_if_dropped: Figure<f64>,
}

/// One question about the situation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionView {
    /// Its place among the questions of the questionnaire.
    pub question: usize,
    /// Its id.
    pub id: String,
    /// People who answered it.
    pub people: u64,
    /// How many chose each option; from 10 people.
    pub options: Figure<Vec<u64>>,
}

/// What a manager answered, of what the team was asked too. It is the manager's own, and stands beside
/// the team's counts where these are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mirror {
    /// The manager's questionnaire.
    pub instrument: InstrumentRef,
    /// Day of the manager's result.
    pub day: Option<Day>,
    /// The questions that both were asked and that the manager answered; at least one.
    pub questions: Vec<MirrorQuestion>,
}

/// One question that both were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MirrorQuestion {
    /// Its place among the questions of the team's questionnaire, as in [`QuestionView::question`].
    pub question: usize,
    /// Its place among those of the manager's.
    pub of_manager: usize,
    /// What the manager chose, by its place among the options of the manager's question.
    pub chosen: usize,
    /// The same option of the team's question, where it has it.
    pub same: Option<usize>,
}

/// What was read, and what of it can be looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The pools, the largest first.
    pub pools: Vec<Pool>,
    /// What does not count, with the reason, in the order in which it was read.
    pub left_out: Vec<LeftOut>,
    /// How many were left out beyond those that are listed.
    pub more_left_out: u64,
    /// Files, codes and texts that were read and not removed.
    pub files: u64,
}

/// A pool, and what can be chosen in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pool {
    /// Which one.
    pub key: PoolKey,
    /// People in it.
    pub people: u64,
    /// Groups in it, by their names, with their people; none where there is one group or none.
    pub groups: Vec<(String, u64)>,
    /// Days of the first and the last result, from five people on.
    pub days: Option<(Day, Day)>,
    /// People with results on several days.
    pub repeated: u64,
}

/// What a result or a file is left out for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Name of the file, or of the text that was pasted.
    pub file: String,
    /// Line in it, from 1, where it has several records.
    pub line: Option<u64>,
    /// The reason.
    pub reason: Reason,
}

/// Why a file, a code or a line does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// It cannot be opened as a result.
    File(records::ImportError),
    /// It is a backup of a device.
    Backup,
    /// It is a questionnaire.
    Questionnaire,
    /// It is under a passphrase.
    Sealed,
    /// It holds agreements.
    Agreements,
    /// The code is wrong.
    Code(hand_over::CodeFault),
    /// The line is no record.
    Line(LineFault),
    /// It is larger than what is read of one file.
    FileTooBig {
        /// Largest file, in bytes.
        most: u64,
    },
    /// More results were read than are held.
    TooMany {
        /// Most results.
        most: u64,
    },
    /// The form was begun and not completed.
    NotCompleted,
    /// No scale has enough answers for a score.
    NoScore,
    /// It holds no answer to a question that the team was asked too. Only of a manager's file.
    NotAMirror,
    /// The same file or code was read before, under this name.
    ReadBefore {
        /// Name of the file.
        file: String,
    },
    /// The same person has a newer result, which counts.
    NewerResult {
        /// Day of the newer one, where it has one.
        day: Option<Day>,
    },
}

/// What is wrong with a JSON line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineFault {
    /// It is longer than a record can be.
    TooLong,
    /// It is nested more deeply than a record is.
    TooDeep,
    /// It is not UTF-8.
    NotText,
    /// It is not JSON, or it breaks off.
    NotJson,
    /// It is JSON, but no object with `instrument` and `answers`.
    NotARecord,
    /// A field is there twice.
    Twice {
        /// The field, or the id of the item.
        field: String,
    },
    /// A field has a value that it cannot have.
    BadValue {
        /// The field, or the id of the item.
        field: String,
    },
    /// There is no such questionnaire, or none of this version.
    UnknownQuestionnaire {
        /// Its id.
        id: String,
        /// Its version, where the line names one.
        version: Option<String>,
    },
    /// The questionnaire has no such item.
    UnknownItem {
        /// The id of the item.
        id: String,
    },
    /// The questionnaire has no such form.
    UnknownForm {
        /// Its name.
        form: String,
    },
}
