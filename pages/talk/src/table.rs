//! The table: two views lie on it, covered, until they are opened together.
//!
//! A covered view is held here and nowhere in the document.

use crate::agreements::CODE_SESSION;
use crate::home::{MIRROR, day};
use crate::review::is_review;
use crate::shell::{Msg, Shell};
use crate::two_views::TwoViewsState;
use file_jobs::{FileOutcome, FileTask};
use hand_over::{CodeFault, Seal, TalkCode, questionnaire_of};
use i18n::CodeErrorTexts;
use model::{Catalogue, Form, Status};
use platform::{ReadError, WorkerFailed};
use records::{Attempt, InfluenceRecord, MAX_FILE_BYTES};
use report::{By, NotPaired, Side, View, pair};
use std::rc::Rc;
use ui::{
    TextFieldProps, TextKind, actions, button, disclosure, element, element_with, error_notice,
    file_button, fragment, keyed, list, named_section, nodes, row_button, screen_head, text,
    text_element, text_field, untranslated_element, when,
};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone)]
pub enum TableMsg {
    /// The text of the code has become this.
    Typed(String),
    /// Put down what the typed code holds.
    OpenTyped,
    /// Put down what this code or link holds.
    Open(String),
    /// Put down the view of this device with this session id.
    Own(AttrValue),
    /// Put down what is in the file chosen in the field with this id.
    File(AttrValue),
    /// Take a view away.
    TakeAway(Side),
    /// The text of a seal has become this.
    Seal(Side, String),
    /// Open both.
    Lift,
}

/// Something that lies on the table.
#[derive(Clone)]
pub(crate) struct Laid {
    /// The answers. Names, where known, are in it; of a code they are empty.
    pub attempt: Rc<Attempt>,
    /// Scales that did not come along.
    pub withheld: Vec<usize>,
    /// What was asked for, where a file or this device says it.
    pub influences: Vec<InfluenceRecord>,
    /// The code it came by, where it did.
    pub code: Option<TalkCode>,
}

impl Laid {
    /// As it is compared.
    pub fn view(&self) -> View {
        View::of_session(
            &self.attempt.instrument,
            &self.attempt.session,
            &self.withheld,
        )
    }

    /// Its seal.
    pub fn seal(&self) -> Seal {
        match &self.code {
            Some(code) => code.seal(),
            None => Seal::of_session(
                &self.attempt.instrument,
                &self.attempt.session,
                &self.withheld,
            ),
        }
    }

    fn side(&self) -> Side {
        match self.attempt.session.form() {
            Form::SelfReport => Side::Rep,
            Form::Manager | Form::Observer => Side::Manager,
        }
    }

    /// Uses the instrument of this catalogue, which may speak another language by now.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        let reference = self.attempt.instrument.reference();
        if let Some(instrument) = catalogue.find(&reference).exact() {
            Rc::make_mut(&mut self.attempt).instrument = instrument;
        }
    }
}

/// Why something was not put down.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refused {
    Code(CodeFault),
    Seal(Side),
    Pair(NotPaired),
    Occupied(Side),
    Read(ReadError),
    /// A sentence of the worker for files, in each language.
    File(file_jobs::Sentence),
    FileNotLoaded,
    Backup,
    Sealed,
}

/// What lies on the table, and what is being put down.
#[derive(Default)]
pub(crate) struct Table {
    rep: Option<Laid>,
    manager: Option<Laid>,
    /// The manager's own half, where the manager laid it beside.
    mirror: Option<Rc<Attempt>>,
    typed: String,
    seals: [String; 2],
    refused: Option<Refused>,
    /// The job that opens a file, and the file, should a questionnaire be fetched for it.
    opening: Option<(u32, Vec<u8>)>,
    /// A code that waits for its questionnaire.
    waiting_code: Option<String>,
    /// A file that waits for its questionnaire.
    waiting_file: Option<Vec<u8>>,
    brought: Vec<String>,
}

impl Table {
    /// What lies on a side.
    pub fn laid(&self, side: Side) -> Option<&Laid> {
        match side {
            Side::Rep => self.rep.as_ref(),
            Side::Manager => self.manager.as_ref(),
        }
    }

    fn laid_mut(&mut self, side: Side) -> &mut Option<Laid> {
        match side {
            Side::Rep => &mut self.rep,
            Side::Manager => &mut self.manager,
        }
    }

    /// The seal that was given for a side, where one was; nothing of a text that is none.
    pub fn seal(&self, side: Side) -> Option<Seal> {
        Seal::parse(&self.seals[side as usize]).ok()
    }

    /// Whether the file job of this number is the one that is waited for here.
    pub fn takes(&self, number: u32) -> bool {
        self.opening.as_ref().is_some_and(|(job, _)| *job == number)
    }

    /// Whether a link with this code was followed here before.
    pub fn has_brought(&self, code: &str) -> bool {
        self.brought.iter().any(|one| one == code)
    }

    /// A link with this code was followed.
    pub fn brought(&mut self, code: String) {
        self.brought.push(code);
    }

    /// Uses the instruments of this catalogue.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        for laid in [&mut self.rep, &mut self.manager].into_iter().flatten() {
            laid.use_catalogue(catalogue);
        }
    }

    fn put(&mut self, laid: Laid) -> Result<(), Refused> {
        if laid.attempt.instrument.id() == MIRROR {
            self.mirror = Some(laid.attempt);
            return Ok(());
        }
        if laid.attempt.session.status() != Status::Completed {
            let by = match laid.side() {
                Side::Rep => By::Rep,
                Side::Manager => By::Manager,
            };
            return Err(Refused::Pair(NotPaired::Unfinished(by)));
        }
        let side = laid.side();
        if let Some(there) = self.laid(side) {
            // The same view once more changes nothing, and is no fault of anybody.
            return match there.seal() == laid.seal() {
                true => Ok(()),
                false => Err(Refused::Occupied(side)),
            };
        }
        let other = match side {
            Side::Rep => Side::Manager,
            Side::Manager => Side::Rep,
        };
        if let Some(other) = self.laid(other) {
            pair(&other.view(), &laid.view()).map_err(Refused::Pair)?;
        }
        *self.laid_mut(side) = Some(laid);
        Ok(())
    }

    /// What comes of a message; whether both views are open now.
    pub fn update(shell: &mut Shell, message: TableMsg) -> bool {
        shell.toast = None;
        shell.table.refused = None;
        match message {
            TableMsg::Typed(text) => shell.table.typed = text,
            TableMsg::OpenTyped => {
                let text = shell.table.typed.clone();
                if shell.open_code(text) {
                    shell.table.typed.clear();
                }
            }
            TableMsg::Open(text) => {
                shell.open_code(text);
            }
            TableMsg::Own(id) => shell.put_own(&id),
            TableMsg::File(field) => {
                shell.library.try_again();
                let send = shell.send.reform(Msg::FileRead);
                let done = Box::new(move |read| send.emit(read));
                shell.ports.file_jobs.prepare();
                let max = MAX_FILE_BYTES as u32;
                shell.ports.files.read(&field, max, done);
            }
            TableMsg::TakeAway(side) => {
                *shell.table.laid_mut(side) = None;
                shell.table.brought.clear();
                shell.opened = None;
                shell.announce(shell.talk().table.cleared);
            }
            TableMsg::Seal(side, text) => shell.table.seals[side as usize] = text,
            TableMsg::Lift => return shell.lift(),
        }
        false
    }
}

impl Shell {
    /// Puts down what a code or a link holds; whether that is done, or will be once its
    /// questionnaire is here.
    fn open_code(&mut self, code: String) -> bool {
        match self.read_code(&code) {
            Ok(Some(laid)) => self.put(laid),
            Ok(None) => {
                self.table.waiting_code = Some(code);
                true
            }
            Err(fault) => {
                self.table.refused = Some(Refused::Code(fault));
                false
            }
        }
    }

    /// `None` where its questionnaire is fetched first.
    fn read_code(&mut self, code: &str) -> Result<Option<Laid>, CodeFault> {
        let mut known = self.library.listed();
        let all = self.library.catalogue.all();
        for one in all.iter().map(|one| one.reference()) {
            if !known.contains(&one) {
                known.push(one);
            }
        }
        let reference = questionnaire_of(code, &known)?;
        let Some(instrument) = self.library.find(&reference) else {
            return match self.library.fetch(reference) {
                true => Ok(None),
                false => Err(CodeFault::UnknownQuestionnaire),
            };
        };
        let today = self.ports.clock.now().day();
        let read = TalkCode::read(code, &instrument, today)?;
        // The same code is the same session, whenever it is opened.
        let id = [CODE_SESSION, read.text()].concat();
        let session = read.session(&instrument, id);
        let session = session.ok_or(CodeFault::UnknownQuestionnaire)?;
        Ok(Some(Laid {
            attempt: Rc::new(Attempt::new(instrument, session)),
            withheld: read.withheld().to_vec(),
            influences: Vec::new(),
            code: Some(read),
        }))
    }

    fn put_own(&mut self, id: &str) {
        if let Some(attempt) = self.device.attempt(id).cloned() {
            let laid = Laid {
                influences: self.device.influences_of(id),
                attempt,
                withheld: Vec::new(),
                code: None,
            };
            self.put(laid);
        }
    }

    fn put(&mut self, laid: Laid) -> bool {
        self.opened = None;
        match self.table.put(laid) {
            Ok(()) => true,
            Err(refused) => {
                self.table.refused = Some(refused);
                false
            }
        }
    }

    /// Everything that was fetched is here, or will not come.
    pub fn table_settled(&mut self) {
        if let Some(code) = self.table.waiting_code.take() {
            self.open_code(code);
        }
        if let Some(bytes) = self.table.waiting_file.take() {
            self.open_bytes(bytes);
        }
    }

    /// A chosen file has been read.
    pub fn file_read(&mut self, read: Result<Vec<u8>, ReadError>) {
        match read {
            Ok(bytes) => self.file_chosen(bytes),
            Err(ReadError::NothingChosen) => {}
            Err(error) => self.table.refused = Some(Refused::Read(error)),
        }
    }

    /// Has the worker open a file for the table.
    pub fn open_bytes(&mut self, bytes: Vec<u8>) {
        let number = self.run_file_job(FileTask::Open(bytes.clone()));
        self.table.opening = Some((number, bytes));
    }

    /// Puts down what was opened.
    pub fn file_opened(&mut self, outcome: Result<FileOutcome, WorkerFailed>) {
        let Some((_, bytes)) = self.table.opening.take() else {
            return;
        };
        let refused = match outcome {
            Ok(FileOutcome::Opened(opened)) => match opened.result.read(&self.library.catalogue) {
                Some((attempt, joined)) => {
                    self.put(Laid {
                        attempt: Rc::new(attempt),
                        withheld: opened.withheld_scales,
                        influences: joined.influences,
                        code: None,
                    });
                    return;
                }
                None => Refused::FileNotLoaded,
            },
            Ok(FileOutcome::Refused(refusal)) => {
                for one in &refusal.missing {
                    self.library.fetch_named(&one.id, &one.version);
                }
                if self.library.is_waiting() {
                    self.table.waiting_file = Some(bytes);
                    return;
                }
                Refused::File(refusal.sentence)
            }
            Ok(FileOutcome::Backup(_)) => Refused::Backup,
            Ok(FileOutcome::Sealed) => Refused::Sealed,
            Ok(_) | Err(WorkerFailed) => Refused::FileNotLoaded,
        };
        self.table.refused = Some(refused);
    }

    /// Opens both views; whether that is done.
    fn lift(&mut self) -> bool {
        for side in [Side::Rep, Side::Manager] {
            let given = self.table.seals[side as usize].trim();
            if !given.is_empty() && self.table.seal(side).is_none() {
                self.table.refused = Some(Refused::Seal(side));
                return false;
            }
        }
        let (Some(rep), Some(manager)) = (&self.table.rep, &self.table.manager) else {
            return false;
        };
        match pair(&rep.view(), &manager.view()) {
            Ok(pair) => {
                let laid = [rep.clone(), manager.clone()];
                let mirror = self.table.mirror.clone();
                let seals = [Side::Rep, Side::Manager].map(|side| {
                    let laid = self.table.laid(side)?;
                    Some(self.table.seal(side)? == laid.seal())
                });
                self.opened = Some(Box::new(TwoViewsState::new(pair, laid, mirror, seals)));
                true
            }
            Err(why) => {
                self.table.refused = Some(Refused::Pair(why));
                false
            }
        }
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell) -> Html {
    let t = &shell.talk().table;
    let table = &shell.table;
    let both = table.rep.is_some() && table.manager.is_some();
    let send = |message: TableMsg| shell.send.reform(move |_| Msg::Table(message.clone()));
    let lift = || {
        let lift = button(
            "button button-large button-primary",
            t.lift,
            send(TableMsg::Lift),
        );
        fragment([text_element("p", "", t.lift_hint), actions(lift)])
    };
    let sides = [Side::Rep, Side::Manager].map(|side| side_row(shell, side));
    let content = [
        screen_head(t.title.into(), text(t.lead), shell.moved),
        refused(shell),
        list("rows table-sides", fragment(sides)),
        when(both, lift),
        when(!both, || named_section("add", t.add, add(shell))),
        disclosure(t.seals, seals(shell)),
    ];
    element("div", "sections table-screen", content)
}

/// What lies on a side, without anything of what it says.
fn side_row(shell: &Shell, side: Side) -> Html {
    let t = &shell.talk().table;
    let name = match side {
        Side::Rep => t.rep,
        Side::Manager => t.manager,
    };
    let laid = shell.table.laid(side);
    let (state, said) = match laid {
        Some(laid) => (
            "covered",
            t.covered(&day(&laid.attempt, shell.library.language)),
        ),
        None => ("missing", t.not_yet.to_owned()),
    };
    let about = [
        text_element("strong", "", name),
        untranslated_element("span", "muted", said),
    ];
    let take_away = || {
        let take = shell
            .send
            .reform(move |_| Msg::Table(TableMsg::TakeAway(side)));
        row_button(t.take_away, ": ", &AttrValue::Static(name), take)
    };
    let content = [
        element("span", "table-side", about),
        when(laid.is_some(), take_away),
    ];
    let names = &["class", "data-side", "data-state"];
    let values = ["row", side_name(side), state];
    keyed(
        side_name(side),
        element_with("li", names, values, fragment(content)),
    )
}

/// The name of a side for tests and styles.
pub(crate) fn side_name(side: Side) -> &'static str {
    match side {
        Side::Rep => "rep",
        Side::Manager => "manager",
    }
}

fn add(shell: &Shell) -> Html {
    let t = &shell.talk().table;
    let send = shell.send.reform(Msg::Table);
    let code = text_field(TextFieldProps {
        id: "talk-code".into(),
        kind: TextKind::Line,
        label: t.code.into(),
        value: shell.table.typed.clone().into(),
        max: 2000,
        readonly: false,
        hint: Some(t.code_hint.into()),
        on_input: send.reform(TableMsg::Typed),
        on_leave: Callback::noop(),
    });
    let open = send.reform(|_| TableMsg::OpenTyped);
    // The way on, as long as nothing can be opened together.
    let open = button("button button-primary", t.open_code, open);
    let buttons = [open, file_button(t.open_file, &send.reform(TableMsg::File))];
    let waits = shell.table.opening.is_some()
        || shell.table.waiting_code.is_some()
        || shell.table.waiting_file.is_some();
    fragment([
        text_element("p", "muted", t.curtain),
        own(shell),
        code,
        actions(buttons),
        when(waits, || ui::status("muted", t.opening)),
    ])
}

/// What is on this device and would fit on a side that is empty.
fn own(shell: &Shell) -> Html {
    let t = &shell.talk();
    let mut rows = Vec::new();
    for (side, about_another) in [(Side::Rep, false), (Side::Manager, true)] {
        if shell.table.laid(side).is_some() {
            continue;
        }
        for one in shell.device.finished(about_another) {
            let is_mirror = one.instrument.id() == MIRROR;
            if !(one.instrument.has_form(Form::Manager) || is_mirror) {
                continue;
            }
            let date = day(one, shell.library.language);
            let title = match side {
                _ if is_mirror => t.talk.mirror_of(&date),
                _ if is_review(&one.instrument) => t.review.review_of(&date),
                Side::Rep => t.talk.result_of(&date),
                Side::Manager => {
                    let name = one.session.parts().subject.pseudonym.as_str();
                    let name = if name.is_empty() { t.talk.nobody } else { name };
                    t.talk.view_about(name, &date)
                }
            };
            let title = AttrValue::from(title);
            let id = AttrValue::from(one.id().to_owned());
            let put = shell
                .send
                .reform(move |_| Msg::Table(TableMsg::Own(id.clone())));
            let content = [
                text_element("span", "", title.clone()),
                row_button(t.table.open_code, " ", &title, put),
            ];
            let row = element_with(
                "li",
                &["class", "translate"],
                ["row", "no"],
                fragment(content),
            );
            rows.push(keyed(one.id(), row));
        }
    }
    when(!rows.is_empty(), || {
        fragment([
            text_element("h3", "", t.table.from_device),
            list("rows", nodes(rows)),
        ])
    })
}

fn seals(shell: &Shell) -> Html {
    let t = &shell.talk().table;
    let fields = [(Side::Rep, t.seal_rep), (Side::Manager, t.seal_manager)];
    let fields = fields.map(|(side, label)| {
        text_field(TextFieldProps {
            id: ["seal-", side_name(side)].concat().into(),
            kind: TextKind::Line,
            label: label.into(),
            value: shell.table.seals[side as usize].clone().into(),
            max: 20,
            readonly: false,
            hint: None,
            on_input: shell
                .send
                .reform(move |text| Msg::Table(TableMsg::Seal(side, text))),
            on_leave: Callback::noop(),
        })
    });
    fragment([text_element("p", "", t.seals_lead), fragment(fields)])
}

fn refused(shell: &Shell) -> Html {
    let Some(refused) = &shell.table.refused else {
        return Html::default();
    };
    let t = &shell.talk().errors;
    let sentence = match refused {
        Refused::Code(fault) => code_sentence(t, fault),
        Refused::Seal(side) => {
            let table = &shell.talk().table;
            let which = match side {
                Side::Rep => table.seal_rep,
                Side::Manager => table.seal_manager,
            };
            [which, ": ", t.seal].concat()
        }
        Refused::Pair(why) => pair_sentence(t, *why).to_owned(),
        Refused::Occupied(Side::Rep) => shell.talk().table.occupied_rep.to_owned(),
        Refused::Occupied(Side::Manager) => shell.talk().table.occupied_manager.to_owned(),
        Refused::Read(ReadError::TooLarge { .. }) => {
            shell.messages().errors.file_too_big.to_owned()
        }
        Refused::Read(_) => shell.messages().errors.file_unreadable.to_owned(),
        Refused::File(sentence) => sentence.get(shell.library.language).to_owned(),
        Refused::FileNotLoaded => shell.messages().errors.file_not_loaded.to_owned(),
        Refused::Backup => t.backup.to_owned(),
        Refused::Sealed => t.sealed.to_owned(),
    };
    let content = [
        text_element("p", "", sentence),
        text_element("p", "", t.nothing_changed),
    ];
    error_notice(t.title, content)
}

/// What is wrong with a code, as a sentence.
pub(crate) fn code_sentence(t: &CodeErrorTexts, fault: &CodeFault) -> String {
    match fault {
        CodeFault::Empty => t.empty.to_owned(),
        CodeFault::Character {
            position,
            character,
        } => t.character(&character.to_string(), *position),
        CodeFault::TooShort { got, .. } => t.too_short(*got),
        CodeFault::TooLong { .. } => t.too_long.to_owned(),
        CodeFault::Checksum => t.checksum.to_owned(),
        CodeFault::NewerFormat => t.newer.to_owned(),
        CodeFault::UnknownQuestionnaire | CodeFault::SeveralQuestionnaires | CodeFault::Form => {
            t.unknown_questionnaire.to_owned()
        }
        CodeFault::Day { .. } => t.day.to_owned(),
        CodeFault::Answers => t.answers.to_owned(),
    }
}

/// Why two views are not compared, as a sentence.
pub(crate) fn pair_sentence(t: &CodeErrorTexts, why: NotPaired) -> &'static str {
    match why {
        NotPaired::SameSession => t.twice,
        NotPaired::AnotherQuestionnaire => t.other_questionnaire,
        NotPaired::AnotherVersion | NotPaired::AnotherDigest => t.other_version,
        NotPaired::TwoSelfForms => t.two_own,
        NotPaired::TwoManagerForms
        | NotPaired::TwoObserverForms
        | NotPaired::ManagerAndObserver => t.two_managers,
        NotPaired::Unfinished(_) => t.unfinished,
        NotPaired::AllWithheld | NotPaired::NoJointAnswer => t.nothing_in_common,
    }
}
