//! The table: two views lie on it, covered, until they are opened together.
//!
//! A covered view is held here and nowhere in the document. What lies here is kept with the entry of the
//! session history, so that a reload brings it back, and nowhere else.

use crate::shell::{Msg, Place, Shell};
use crate::two_views::{self, TwoViewsState};
use file_jobs::{FileOutcome, FileTask, HandedView, MAX_FILE_BYTES, Sentence};
use hand_over::{CodeFault, Seal, TalkCode, questionnaire_of, situation_fragment, situation_in};
use i18n::{CodeErrorTexts, long_date};
use model::{Catalogue, Form, Instrument, Language};
use platform::{ReadError, WorkerFailed};
use report::{NotPaired, Side, View, pair};
use std::rc::Rc;
use talk_parts::MIRROR;
use ui::{
    TextFieldProps, TextKind, actions, button, disclosure, element, element_with, error_notice,
    file_button, fragment, keyed, list, named_section, row_button, screen_head, text, text_element,
    text_field, untranslated_element, when,
};
use yew::prelude::*;

/// What stands before what lies on the table where that is open.
const OPEN: &str = "open";

/// The same where it is covered.
const COVERED: &str = "covered";

/// What can happen here.
#[derive(Clone)]
pub enum TableMsg {
    /// The text of the code has become this.
    Typed(String),
    /// Put down what the typed code holds.
    OpenTyped,
    /// Put down what this code or link holds.
    Open(String),
    /// Put down the view in the file chosen in the field with this id.
    File(AttrValue),
    /// Take a view away.
    TakeAway(Side),
    /// Take the manager's answers about their own half away.
    TakeMirrorAway,
    /// The text of a seal has become this.
    Seal(Side, String),
    /// Open both.
    Lift,
}

/// Something that lies on the table.
#[derive(Clone)]
pub(crate) struct Laid {
    pub code: TalkCode,
    pub instrument: Rc<Instrument>,
    /// The chosen options of the questions about the situation, where they came along.
    pub situation: Option<Vec<Option<usize>>>,
}

impl Laid {
    /// As it is compared.
    pub fn view(&self) -> View {
        let code = &self.code;
        View::of_answers(
            &self.instrument,
            code.form(),
            code.answers(),
            code.withheld(),
            Some(code.day()),
        )
    }

    /// Its day, for the reader.
    pub fn day(&self, language: Language) -> String {
        long_date(&self.code.day().to_string(), language)
    }

    /// The text that lays it again.
    fn write(&self) -> String {
        let situation = self.situation.as_deref().map(situation_fragment);
        [&self.code.fragment(), &*situation.unwrap_or_default()].concat()
    }

    fn side(&self) -> Side {
        match self.code.form() {
            Form::SelfReport => Side::Rep,
            Form::Manager | Form::Observer => Side::Manager,
        }
    }

    /// Uses the instrument of this catalogue, which may speak another language by now.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        if let Some(instrument) = catalogue.find(self.code.reference()).exact() {
            self.instrument = instrument;
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
    /// A sentence of the worker for files.
    File(Sentence),
    FileNotLoaded,
    Unfinished,
    TooLong,
    Agreements,
    Backup,
    Sealed,
}

/// What lies on the table, and what is being put down.
#[derive(Default)]
pub(crate) struct Table {
    rep: Option<Laid>,
    manager: Option<Laid>,
    /// The manager's own half, where the manager laid it beside.
    mirror: Option<Laid>,
    typed: String,
    seals: [String; 2],
    refused: Option<Refused>,
    /// The job that opens a file, and the file, should a questionnaire be fetched for it.
    opening: Option<(u32, Vec<u8>)>,
    /// Codes that wait for their questionnaire.
    waiting: Vec<String>,
    /// A file that waits for its questionnaire.
    waiting_file: Option<Vec<u8>>,
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

    fn all(&self) -> impl Iterator<Item = &Laid> {
        let all = [&self.rep, &self.manager, &self.mirror];
        all.into_iter().flatten()
    }

    /// Whether a view lies on both sides.
    pub fn holds_both(&self) -> bool {
        self.rep.is_some() && self.manager.is_some()
    }

    /// The seal that was given for a side, where one was; nothing of a text that is none.
    pub fn seal(&self, side: Side) -> Option<Seal> {
        Seal::parse(&self.seals[side as usize]).ok()
    }

    /// What lies here, as a reload brings it back; empty where nothing does.
    pub fn write(&self, is_open: bool) -> String {
        let mut text = String::new();
        for laid in self.all() {
            if text.is_empty() {
                text.push_str(if is_open { OPEN } else { COVERED });
            }
            text.push(' ');
            text.push_str(&laid.write());
        }
        text
    }

    /// Uses the instruments of this catalogue.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        let all = [&mut self.rep, &mut self.manager, &mut self.mirror];
        for laid in all.into_iter().flatten() {
            laid.use_catalogue(catalogue);
        }
    }

    fn put(&mut self, laid: Laid) -> Result<(), Refused> {
        if laid.instrument.id() == MIRROR {
            self.mirror = Some(laid);
            return Ok(());
        }
        let side = laid.side();
        if let Some(there) = self.laid_mut(side) {
            if there.code.text() != laid.code.text() {
                return Err(Refused::Occupied(side));
            }
            // The same once more may bring the answers about the situation along.
            if there.situation.is_some() || laid.situation.is_none() {
                return Err(Refused::Pair(NotPaired::SameSession));
            }
            there.situation = laid.situation;
            return Ok(());
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
            TableMsg::File(field) => {
                shell.library.try_again();
                let send = shell.send.reform(Msg::FileRead);
                let done = Box::new(move |read| send.emit(read));
                shell.ports.file_jobs.prepare();
                shell.ports.files.read(&field, MAX_FILE_BYTES as u32, done);
            }
            TableMsg::TakeAway(side) => {
                *shell.table.laid_mut(side) = None;
                shell.two_views = None;
                shell.announce(shell.texts().table.cleared);
            }
            TableMsg::TakeMirrorAway => {
                shell.table.mirror = None;
                shell.two_views = None;
                shell.announce(shell.texts().table.cleared);
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
                self.table.waiting.push(code);
                true
            }
            Err(fault) => {
                self.table.refused = Some(Refused::Code(fault));
                false
            }
        }
    }

    /// `None` where its questionnaire is fetched first.
    fn read_code(&mut self, text: &str) -> Result<Option<Laid>, CodeFault> {
        let mut known = self.library.listed();
        let all = self.library.catalogue.all();
        for one in all.iter().map(|one| one.reference()) {
            if !known.contains(&one) {
                known.push(one);
            }
        }
        let reference = questionnaire_of(text, &known)?;
        let Some(instrument) = self.library.find(&reference) else {
            return match self.library.fetch(reference) {
                true => Ok(None),
                false => Err(CodeFault::UnknownQuestionnaire),
            };
        };
        let today = self.ports.clock.now().day();
        Ok(Some(Laid {
            code: TalkCode::read(text, &instrument, today)?,
            situation: situation_in(text, &instrument),
            instrument,
        }))
    }

    fn put(&mut self, laid: Laid) -> bool {
        match self.table.put(laid) {
            Ok(()) => {
                self.two_views = None;
                self.prepare();
                true
            }
            Err(refused) => {
                self.table.refused = Some(refused);
                false
            }
        }
    }

    /// Lays again what a reload brings back; whether it was open. `None` while a questionnaire is
    /// still fetched.
    pub fn lay_again(&mut self, place: &str) -> Option<bool> {
        let mut parts = place.split(' ');
        let is_open = parts.next() == Some(OPEN);
        let mut all = Vec::new();
        for part in parts {
            match self.read_code(part) {
                Ok(laid) => all.push(laid?),
                // What the history holds is as untrusted as any other text.
                Err(_) => return Some(false),
            }
        }
        for laid in all {
            self.put(laid);
        }
        Some(is_open)
    }

    /// Everything that was fetched is here, or will not come.
    pub fn settled(&mut self) {
        for code in std::mem::take(&mut self.table.waiting) {
            self.open_code(code);
        }
        if let Some(bytes) = self.table.waiting_file.take() {
            self.open_bytes(bytes);
        }
    }

    /// A chosen file has been read.
    pub fn file_read(&mut self, read: Result<Vec<u8>, ReadError>) {
        match read {
            Ok(bytes) => self.open_bytes(bytes),
            Err(ReadError::NothingChosen) => {}
            Err(error) => self.table.refused = Some(Refused::Read(error)),
        }
    }

    fn open_bytes(&mut self, bytes: Vec<u8>) {
        let number = self.run_file_job(FileTask::OpenAsCode(bytes.clone()));
        self.table.opening = Some((number, bytes));
    }

    /// Puts down what the job of this number has opened.
    pub fn file_opened(&mut self, number: u32, outcome: Result<FileOutcome, WorkerFailed>) {
        let opening = &mut self.table.opening;
        let Some((_, bytes)) = opening.take_if(|(job, _)| *job == number) else {
            return;
        };
        let refused = match outcome {
            Ok(FileOutcome::Handed(view)) => return self.take_handed(view),
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
            Ok(FileOutcome::Agreements) => Refused::Agreements,
            Ok(FileOutcome::Backup(_)) => Refused::Backup,
            Ok(FileOutcome::Sealed) => Refused::Sealed,
            Ok(_) | Err(WorkerFailed) => Refused::FileNotLoaded,
        };
        self.table.refused = Some(refused);
    }

    fn take_handed(&mut self, view: HandedView) {
        match view.code {
            Some(code) => {
                let situation = match view.context.iter().any(Option::is_some) {
                    true => situation_fragment(&view.context),
                    false => String::new(),
                };
                self.open_code(["#code=", &code, &situation].concat());
            }
            None => {
                self.table.refused = Some(match view.completed {
                    true => Refused::TooLong,
                    false => Refused::Unfinished,
                });
            }
        }
    }

    /// Opens both views; whether that is done.
    pub fn lift(&mut self) -> bool {
        for side in [Side::Rep, Side::Manager] {
            let given = self.table.seals[side as usize].trim();
            if !given.is_empty() && self.table.seal(side).is_none() {
                self.table.refused = Some(Refused::Seal(side));
                return false;
            }
        }
        if !self.compare() {
            return false;
        }
        let seals = [Side::Rep, Side::Manager].map(|side| {
            let laid = self.table.laid(side)?;
            Some(self.table.seal(side)?.matches(&laid.code))
        });
        if let Some(two_views) = &mut self.two_views {
            two_views.open(seals);
        }
        true
    }

    /// Compares the two views that lie here, where that is not done yet; whether they are compared.
    fn compare(&mut self) -> bool {
        if self.two_views.is_some() {
            return true;
        }
        let (Some(rep), Some(manager)) = (&self.table.rep, &self.table.manager) else {
            return false;
        };
        match pair(&rep.view(), &manager.view()) {
            Ok(pair) => {
                let laid = [rep.clone(), manager.clone()];
                let mirror = self.table.mirror.clone();
                self.two_views = Some(Box::new(TwoViewsState::new(pair, laid, mirror)));
                true
            }
            Err(why) => {
                self.table.refused = Some(Refused::Pair(why));
                false
            }
        }
    }

    /// Compares the two views as soon as both lie here, and makes the screen once without showing it:
    /// a browser compiles a function the first time that it runs, which is half of what opening them
    /// would take.
    fn prepare(&mut self) {
        if self.table.holds_both()
            && self.compare()
            && let Some(two_views) = &self.two_views
        {
            drop(two_views::view(self, two_views));
        }
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell) -> Html {
    let t = &shell.texts().table;
    let table = &shell.table;
    let both = table.holds_both();
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
        list(
            "rows table-sides",
            fragment([fragment(sides), mirror_row(shell)]),
        ),
        when(both, lift),
        match both {
            true => disclosure(t.add_more, add(shell, "button")),
            false => named_section("add", t.add, add(shell, "button button-primary")),
        },
        disclosure(t.seals, seals(shell)),
    ];
    element("div", "sections table-screen", content)
}

/// The manager's own half, where that lies beside.
fn mirror_row(shell: &Shell) -> Html {
    let t = &shell.texts().table;
    let Some(laid) = &shell.table.mirror else {
        return Html::default();
    };
    let about = [
        text_element("strong", "", t.mirror),
        untranslated_element(
            "span",
            "muted",
            t.covered(&laid.day(shell.library.language)),
        ),
    ];
    let take = shell.send.reform(|_| Msg::Table(TableMsg::TakeMirrorAway));
    let content = [
        element("span", "table-side", about),
        row_button(t.take_away, ": ", &AttrValue::Static(t.mirror), take),
    ];
    keyed("mirror", element("li", "row", content))
}

/// What lies on a side, without anything of what it says.
fn side_row(shell: &Shell, side: Side) -> Html {
    let t = &shell.texts().table;
    let name = match side {
        Side::Rep => t.rep,
        Side::Manager => t.manager,
    };
    let laid = shell.table.laid(side);
    let (state, said) = match laid {
        Some(laid) => ("covered", t.covered(&laid.day(shell.library.language))),
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

/// The ways to put something down; `class` is that of the button for a code.
fn add(shell: &Shell, class: &'static str) -> Html {
    let t = &shell.texts().table;
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
    let buttons = [
        button(class, t.open_code, open),
        file_button(t.open_file, &send.reform(TableMsg::File)),
    ];
    let from_device = button("button-quiet", t.from_device, shell.go(Place::Together));
    let waits = shell.table.opening.is_some()
        || !shell.table.waiting.is_empty()
        || shell.table.waiting_file.is_some();
    fragment([
        text_element("p", "muted", t.curtain),
        code,
        actions(buttons),
        from_device,
        when(waits, || ui::status("muted", t.opening)),
    ])
}

fn seals(shell: &Shell) -> Html {
    let t = &shell.texts().table;
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
    let t = &shell.texts().errors;
    let sentence = match refused {
        Refused::Code(fault) => code_sentence(t, fault),
        Refused::Seal(side) => {
            let table = &shell.texts().table;
            let which = match side {
                Side::Rep => table.seal_rep,
                Side::Manager => table.seal_manager,
            };
            [which, ": ", t.seal].concat()
        }
        Refused::Pair(why) => pair_sentence(t, *why).to_owned(),
        Refused::Occupied(Side::Rep) => shell.texts().table.occupied_rep.to_owned(),
        Refused::Occupied(Side::Manager) => shell.texts().table.occupied_manager.to_owned(),
        Refused::Read(ReadError::TooLarge { .. }) => {
            shell.messages().errors.file_too_big.to_owned()
        }
        Refused::Read(_) => shell.messages().errors.file_unreadable.to_owned(),
        Refused::File(sentence) => sentence.get(shell.library.language).to_owned(),
        Refused::FileNotLoaded => shell.messages().errors.file_not_loaded.to_owned(),
        Refused::Unfinished => t.unfinished.to_owned(),
        Refused::TooLong => shell.texts().hand_over.no_code.to_owned(),
        Refused::Agreements => t.agreements.to_owned(),
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
