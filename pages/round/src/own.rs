//! Choosing the own result that begins a round or is added to one, and what of it is added.

use crate::sentences::{Refusal, people, refused};
use crate::shell::{Msg, Shell, Then, named};
use file_jobs::{FileOutcome, FileTask};
use hand_over::TalkCode;
use i18n::long_date;
use model::{Instrument, Session};
use platform::{ReadError, WorkerFailed, new_id};
use records::MAX_FILE_BYTES;
use round::{Contribution, RoundCode, RoundMemory, begin, random_bytes};
use std::rc::Rc;
use ui::{
    Choice, TextFieldProps, TextKind, actions, button, choice, choices, disclosure, element,
    element_with, file_button, fragment, named_section, nodes, notice, screen_head, status, text,
    text_element, text_field, when,
};
use yew::prelude::*;

/// What can happen here.
pub enum OwnMsg {
    /// The result at this place of the list was chosen.
    Choose(usize),
    /// Open the file chosen in the field with this id.
    File(AttrValue),
    /// The field for a talk code has become this.
    Typed(String),
    /// Open the talk code in the field.
    OpenCode,
    /// Begin the round, or add the answers.
    Go,
}

/// One's own result.
#[derive(Clone)]
struct Own {
    instrument: Rc<Instrument>,
    session: Session,
}

/// What is chosen.
#[derive(Default)]
pub(crate) struct OwnState {
    /// The code to add to; none where a round is begun.
    code: Option<RoundCode>,
    /// A result that was opened here and is not stored on this device.
    opened: Vec<Own>,
    chosen: usize,
    typed: String,
    refused: Option<Refusal>,
    /// The file that is being opened.
    opening: Option<(u32, Vec<u8>)>,
    /// What waits for its questionnaire: a file, or a talk code.
    waiting: Option<Waiting>,
}

enum Waiting {
    File(Vec<u8>),
    Code(String),
}

impl OwnState {
    /// To begin a round, or to add to the one of this code.
    pub fn new(code: Option<RoundCode>) -> Self {
        Self {
            code,
            ..Self::default()
        }
    }

    /// The results that can be chosen: those that were opened here first, then those of this device.
    fn choices(&self, shell: &Shell) -> Vec<Own> {
        let stored = shell.device.finished().map(|attempt| Own {
            instrument: attempt.instrument.clone(),
            session: attempt.session.clone(),
        });
        let fits = |own: &Own| {
            self.code.as_ref().is_none_or(|code| {
                own.instrument.is(code.reference())
                    && own.session.parts().language == code.language()
            })
        };
        let opened = self.opened.iter().cloned();
        opened.chain(stored.filter(fits)).collect()
    }

    fn chosen(&self, shell: &Shell) -> Option<Own> {
        self.choices(shell).into_iter().nth(self.chosen)
    }

    /// What comes of a message.
    pub fn update(&mut self, shell: &mut Shell, message: OwnMsg) {
        shell.toast = None;
        match message {
            OwnMsg::Choose(place) => {
                self.chosen = place;
                self.refused = None;
            }
            OwnMsg::File(field) => {
                self.refused = None;
                let send = shell.send.reform(Msg::FileRead);
                let done = Box::new(move |read| send.emit(read));
                shell.ports.files.read(&field, MAX_FILE_BYTES as u32, done);
            }
            OwnMsg::Typed(typed) => self.typed = typed,
            OwnMsg::OpenCode => {
                let typed = self.typed.clone();
                self.open_code(shell, typed);
            }
            OwnMsg::Go => self.go(shell),
        }
    }

    /// A chosen file has been read, or not.
    pub fn file_read(&mut self, shell: &mut Shell, read: Result<Vec<u8>, ReadError>) {
        match read {
            Ok(bytes) => self.open_file(shell, bytes),
            Err(ReadError::NothingChosen) => {}
            Err(_) => self.refused = Some(Refusal::NotLoaded),
        }
    }

    fn open_file(&mut self, shell: &mut Shell, bytes: Vec<u8>) {
        let number = shell.run_file_job(FileTask::OpenAsCode(bytes.clone()));
        self.opening = Some((number, bytes));
    }

    /// The worker has opened a file, or not.
    pub fn file_opened(
        &mut self,
        shell: &mut Shell,
        number: u32,
        outcome: Result<FileOutcome, WorkerFailed>,
    ) {
        let Some((_, bytes)) = self.opening.take_if(|(job, _)| *job == number) else {
            return;
        };
        match outcome {
            Ok(FileOutcome::Handed(view)) => match view.code {
                Some(code) => self.open_code(shell, code),
                None if view.completed => {
                    self.refused = Some(Refusal::Begin(round::NoRound::Statements {
                        statements: usize::MAX,
                    }));
                }
                None => self.refused = Some(Refusal::Unfinished),
            },
            Ok(FileOutcome::Refused(refusal)) => {
                for one in &refusal.missing {
                    shell.library.fetch_named(&one.id, &one.version);
                }
                match shell.library.is_waiting() {
                    true => self.waiting = Some(Waiting::File(bytes)),
                    false => self.refused = Some(Refusal::NoResult),
                }
            }
            Ok(_) => self.refused = Some(Refusal::NoResult),
            Err(WorkerFailed) => self.refused = Some(Refusal::NotLoaded),
        }
    }

    fn open_code(&mut self, shell: &mut Shell, typed: String) {
        self.refused = None;
        let reference = match hand_over::questionnaire_of(&typed, &shell.known()) {
            Ok(reference) => reference,
            Err(fault) => {
                self.refused = Some(Refusal::TalkCode(fault));
                return;
            }
        };
        let Some(instrument) = shell.library.find(&reference) else {
            match shell.library.fetch(reference) {
                true => self.waiting = Some(Waiting::Code(typed)),
                false => {
                    let fault = round::CodeFault::UnknownQuestionnaire;
                    self.refused = Some(Refusal::TalkCode(fault));
                }
            }
            return;
        };
        let today = shell.ports.clock.now().day();
        let id = new_id(&*shell.ports.random);
        let read = TalkCode::read(&typed, &instrument, today);
        let session = read.map(|code| code.session(&instrument, id));
        match session {
            Ok(Some(session)) => {
                self.opened.insert(
                    0,
                    Own {
                        instrument,
                        session,
                    },
                );
                self.chosen = 0;
                self.typed.clear();
            }
            Ok(None) => {}
            Err(fault) => self.refused = Some(Refusal::TalkCode(fault)),
        }
    }

    /// What was waited for is here, or will not come.
    pub fn settled(&mut self, shell: &mut Shell) {
        for own in &mut self.opened {
            if let Some(instrument) = shell.library.find(&own.instrument.reference()) {
                own.instrument = instrument;
            }
        }
        match self.waiting.take() {
            Some(Waiting::File(bytes)) => self.open_file(shell, bytes),
            Some(Waiting::Code(code)) => self.open_code(shell, code),
            None => {}
        }
    }

    fn go(&mut self, shell: &mut Shell) {
        let (Some(own), Some(memory)) = (self.chosen(shell), shell.device.rounds().cloned()) else {
            return;
        };
        match self.made(shell, &own, memory) {
            Ok((memory, nonce)) => shell.commit(memory, Then::PassOn(nonce)),
            Err(refusal) => self.refused = Some(refusal),
        }
    }

    /// The rounds with what is begun or added, and the number of the round.
    fn made(
        &self,
        shell: &Shell,
        own: &Own,
        mut memory: RoundMemory,
    ) -> Result<(RoundMemory, u64), Refusal> {
        let instrument = &own.instrument;
        let contribution = Contribution::of_session(instrument, &own.session);
        let contribution = contribution.map_err(Refusal::Contribution)?;
        let code = match &self.code {
            Some(code) => code.add(&contribution, &mut memory).map_err(Refusal::Add)?,
            None => {
                let mut random = Vec::new();
                while random.len() < random_bytes(instrument) {
                    random.extend(shell.ports.random.bytes());
                }
                let begun = begin(instrument, &contribution, &random, &mut memory);
                begun.map_err(Refusal::Begin)?
            }
        };
        Ok((memory, code.nonce()))
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell, state: &OwnState) -> Html {
    let t = &shell.texts().round;
    let head = match &state.code {
        Some(code) => screen_head(
            t.add_title.into(),
            text(t.add_lead(&people(t, code.people()))),
            shell.moved,
        ),
        None => screen_head(t.begin_screen_title.into(), text(t.begin_lead), shell.moved),
    };
    let refusal = state.refused.as_ref();
    let content = [
        head,
        refusal.map_or_else(Html::default, |refusal| refused(shell, refusal)),
        when(!shell.device.is_loading() && !shell.device.keeps(), || {
            notice("", text_element("p", "", t.not_kept))
        }),
        named_section("own", t.own_title, results(shell, state)),
        what_goes(shell, state),
    ];
    element("div", "sections round-own", content)
}

fn results(shell: &Shell, state: &OwnState) -> Html {
    let t = &shell.texts().round;
    let all = state.choices(shell);
    let rows = all.iter().enumerate().map(|(place, own)| {
        let day = long_date(own.session.moment().as_str(), shell.library.language);
        choice(Choice {
            kind: "radio",
            id: ["own-", &place.to_string()].concat(),
            name: Some("own".to_owned()),
            label: [&*named(shell, &own.instrument), ", ", &*day]
                .concat()
                .into(),
            checked: place == state.chosen,
            disabled: false,
            on_change: shell.send.reform(move |_| Msg::Own(OwnMsg::Choose(place))),
        })
    });
    let none = || {
        let link = element_with("a", &["href"], ["./"], text(t.to_scan));
        element("p", "", [text(t.no_result), text(" "), link])
    };
    let results = match all.is_empty() {
        true => none(),
        false => choices(t.own_title, nodes(rows)),
    };
    fragment([
        element("div", "goes-list", results),
        elsewhere(shell, state),
    ])
}

fn elsewhere(shell: &Shell, state: &OwnState) -> Html {
    let t = &shell.texts().round;
    let file = shell.send.reform(|field| Msg::Own(OwnMsg::File(field)));
    let field = text_field(TextFieldProps {
        id: "own-code".into(),
        kind: TextKind::Line,
        label: t.code_field.into(),
        value: state.typed.clone().into(),
        max: 400,
        readonly: false,
        hint: None,
        on_input: shell.send.reform(|typed| Msg::Own(OwnMsg::Typed(typed))),
        on_leave: Callback::noop(),
    });
    let open = shell.send.reform(|_| Msg::Own(OwnMsg::OpenCode));
    let is_opening = state.opening.is_some() || state.waiting.is_some();
    let content = [
        text_element("p", "", t.elsewhere_lead),
        when(is_opening, || status("", t.opening)),
        file_button(t.open_file, &file),
        field,
        actions(button("button", t.open_code, open)),
    ];
    disclosure(t.elsewhere, content)
}

/// What is added, said before it is, and the button that does it.
fn what_goes(shell: &Shell, state: &OwnState) -> Html {
    let t = &shell.texts().round;
    let Some(own) = state.chosen(shell) else {
        return Html::default();
    };
    let goes = match Contribution::of_session(&own.instrument, &own.session) {
        Ok(own) => text_element("p", "", t.goes(own.answered(), own.statements())),
        Err(why) => return refused(shell, &Refusal::Contribution(why)),
    };
    let label = match state.code {
        Some(_) => t.add,
        None => t.begin,
    };
    let go = shell.send.reform(|_| Msg::Own(OwnMsg::Go));
    let content = [
        goes,
        text_element("p", "muted", t.goes_never),
        actions(button("button button-large button-primary", label, go)),
    ];
    named_section("goes", t.goes_title, fragment(content))
}
