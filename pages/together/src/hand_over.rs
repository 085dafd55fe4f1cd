//! Handing a view over: what goes comes before how.

use crate::home::day;
use crate::link::{link_buttons, link_text};
use crate::shell::{Msg, Place, Shell};
use file_jobs::{FileOutcome, FileTask, FileToMake, ResultRecords};
use hand_over::{QrCode, TalkCode, situation_fragment};
use model::{Catalogue, Form, Session, Subject};
use platform::{WorkerFailed, new_id};
use records::{Attempt, FileFormat, JoinedRecords, Share};
use std::rc::Rc;
use talk_parts::TALK_PAGE;
use ui::{
    Choice, actions, button, choice, choices, disclosure, element, element_with, fragment, keyed,
    named_section, nodes, notice, screen_head, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone)]
pub enum HandOverMsg {
    /// A theme goes along, or stays.
    Theme(usize, bool),
    /// The answers about the situation go along with the link, or stay.
    Situation(bool),
    /// Open the sheet for sharing.
    Share,
    /// Copy the link.
    CopyLink,
    /// Copy the seal.
    CopySeal,
    /// Save it as a file.
    Save,
}

/// What is made of what goes along.
struct Made {
    code: TalkCode,
    /// What the link ends in.
    fragment: String,
    link: String,
    /// Where the link fits into one.
    qr: Option<QrCode>,
}

/// A view that is handed over.
pub(crate) struct HandOverState {
    attempt: Rc<Attempt>,
    withheld: Vec<usize>,
    /// Whether the answers about the situation go along with the link.
    with_situation: bool,
    /// Nothing where no theme goes along, or the questionnaire is too long for a code.
    made: Option<Made>,
    file_job: Option<u32>,
}

impl HandOverState {
    pub fn new(shell: &Shell, attempt: Rc<Attempt>) -> Self {
        let mut state = Self {
            attempt,
            withheld: Vec::new(),
            with_situation: false,
            made: None,
            file_job: None,
        };
        // A thought is nobody's business but one's own until one ticks it; the other has no view of it.
        state.withheld = state.own_alone();
        state.make(shell);
        state
    }

    /// The themes of the form that the other's form does not ask about.
    fn own_alone(&self) -> Vec<usize> {
        let instrument = &self.attempt.instrument;
        let scales = self.scales().into_iter();
        scales
            .filter(|&scale| {
                let mut items = instrument.scales()[scale].items.iter();
                !items.any(|&item| instrument.is_asked(Form::Manager, item))
            })
            .collect()
    }

    /// The scales of the form, in the instrument's order.
    fn scales(&self) -> Vec<usize> {
        let instrument = &self.attempt.instrument;
        let form = self.attempt.session.form();
        let asked = |scale: &usize| {
            let mut items = instrument.scales()[*scale].items.iter();
            items.any(|&item| instrument.is_asked(form, item))
        };
        (0..instrument.scales().len()).filter(asked).collect()
    }

    /// Whether anything was answered about the situation.
    fn has_situation(&self) -> bool {
        self.attempt
            .session
            .parts()
            .context
            .iter()
            .any(Option::is_some)
    }

    /// The answers about the situation, as they stand behind the code in a link; nothing where they
    /// stay.
    fn situation(&self) -> String {
        match self.with_situation && self.has_situation() {
            true => situation_fragment(&self.attempt.session.parts().context),
            false => String::new(),
        }
    }

    fn chooses_nothing(&self) -> bool {
        self.scales().len() == self.withheld.len()
    }

    fn make(&mut self, shell: &Shell) {
        let attempt = &self.attempt;
        let code = TalkCode::of_session(&attempt.instrument, &attempt.session, &self.withheld);
        let code = code.ok().filter(|_| !self.chooses_nothing());
        self.made = code.map(|code| {
            let fragment = [&*code.fragment(), &*self.situation()].concat();
            let link = [shell.address_of(TALK_PAGE), fragment.clone()].concat();
            Made {
                qr: QrCode::of(&link).ok(),
                code,
                fragment,
                link,
            }
        });
    }

    /// Uses the instrument of this catalogue, which may speak another language by now.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        let reference = self.attempt.instrument.reference();
        if let Some(instrument) = catalogue.find(&reference).exact() {
            Rc::make_mut(&mut self.attempt).instrument = instrument;
        }
    }

    pub fn update(&mut self, shell: &mut Shell, message: HandOverMsg) {
        shell.toast = None;
        match message {
            HandOverMsg::Theme(scale, goes) => {
                self.withheld.retain(|one| *one != scale);
                if !goes {
                    self.withheld.push(scale);
                    self.withheld.sort_unstable();
                }
                self.make(shell);
            }
            HandOverMsg::Situation(goes) => {
                self.with_situation = goes;
                self.make(shell);
            }
            HandOverMsg::Share => {
                if let Some(made) = &self.made {
                    let title = shell.texts().talk.page_title;
                    shell.ports.sharing.share(title, &made.link);
                }
            }
            HandOverMsg::CopyLink => {
                if let Some(made) = &self.made {
                    shell.copy(&made.link);
                }
            }
            HandOverMsg::CopySeal => {
                if let Some(made) = &self.made {
                    shell.copy(&made.code.seal().to_string());
                }
            }
            HandOverMsg::Save if !self.chooses_nothing() => self.save(shell),
            HandOverMsg::Save => {}
        }
    }

    fn save(&mut self, shell: &mut Shell) {
        let mut share = Share::default();
        for scale in 0..self.attempt.instrument.scales().len() {
            share = share.with_scale(scale, !self.withheld.contains(&scale));
        }
        // No name goes along, neither one's own nor that of whom it is about.
        let mut parts = self.attempt.session.parts().clone();
        parts.subject = Subject::default();
        parts.rater.pseudonym.clear();
        let mut handed = (*self.attempt).clone();
        handed.session = Session::restore(&handed.instrument, parts);
        let task = FileTask::Make(Box::new(FileToMake {
            format: FileFormat::Json,
            share,
            digest: self.attempt.instrument.digest().to_owned(),
            results: vec![ResultRecords::write(&handed, &JoinedRecords::default())],
            export_id: new_id(&*shell.ports.random),
            exported_at: shell.ports.clock.now(),
            language: shell.library.language,
            zone: shell.ports.clock.zone(),
            page: None,
        }));
        self.file_job = Some(shell.run_file_job(task));
    }

    /// Offers the file that the job of this number has made, where it is the one that is waited for.
    pub fn file_made(
        &mut self,
        shell: &mut Shell,
        number: u32,
        outcome: Result<FileOutcome, WorkerFailed>,
    ) {
        if self.file_job.take_if(|one| *one == number).is_none() {
            return;
        }
        let t = shell.messages();
        let said = match outcome {
            Ok(FileOutcome::Made { name, bytes }) => {
                let media_type = FileFormat::Json.media_type();
                match shell.ports.downloads.save(&name, media_type, &bytes) {
                    true => t.result.saved_file(&name),
                    false => t.errors.download_failed.to_owned(),
                }
            }
            _ => t.errors.file_not_loaded.to_owned(),
        };
        shell.announce(said);
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell, state: &HandOverState) -> Html {
    let t = &shell.texts().hand_over;
    let title = match state.attempt.session.form() {
        Form::SelfReport => t.give_result,
        Form::Manager | Form::Observer => t.give_view,
    };
    let about = day(&state.attempt, shell.library.language);
    let head = [
        screen_head(title.into(), text(t.lead), shell.moved),
        untranslated_element("p", "muted", about),
    ];
    let ways = match &state.made {
        Some(made) => ways(shell, made),
        None if state.chooses_nothing() => notice("", text_element("p", "", t.nothing_chosen)),
        None => notice("", text_element("p", "", t.no_code)),
    };
    let content = [
        element("div", "section", head),
        named_section("goes", t.goes, goes(shell, state)),
        ways,
        when(!state.chooses_nothing(), || as_file(shell)),
        when(state.made.is_some(), || seal(shell, state)),
    ];
    element("div", "sections hand-over", content)
}

fn goes(shell: &Shell, state: &HandOverState) -> Html {
    let t = &shell.texts().hand_over;
    let view = shell.context(&state.attempt.instrument);
    let rows = state.scales().into_iter().map(|scale| {
        let theme = &state.attempt.instrument.scales()[scale];
        let goes = !state.withheld.contains(&scale);
        let on_change = shell
            .send
            .reform(move |_| Msg::HandOver(HandOverMsg::Theme(scale, !goes)));
        let row = choice(Choice {
            kind: "checkbox",
            id: ["goes-", &theme.id].concat(),
            name: None,
            label: view.text(&theme.short_name),
            checked: goes,
            disabled: false,
            on_change,
        });
        let stays = when(!goes, || text_element("p", "muted small stays", t.stays));
        keyed(&theme.id, element("div", "goes", [row, stays]))
    });
    let with = state.with_situation;
    let situation = || {
        choice(Choice {
            kind: "checkbox",
            id: "goes-situation".to_owned(),
            name: None,
            label: t.situation.into(),
            checked: with,
            disabled: false,
            on_change: shell
                .send
                .reform(move |_| Msg::HandOver(HandOverMsg::Situation(!with))),
        })
    };
    let rows = [nodes(rows), when(state.has_situation(), situation)];
    fragment([
        element("div", "goes-list", choices(t.goes, fragment(rows))),
        text_element("p", "muted", t.also_goes),
    ])
}

/// The three ways, each named by the situation.
fn ways(shell: &Shell, made: &Made) -> Html {
    let t = &shell.texts().hand_over;
    let send = |message: HandOverMsg| shell.send.reform(move |_| Msg::HandOver(message.clone()));
    let share = link_buttons(shell, send(HandOverMsg::Share), send(HandOverMsg::CopyLink));
    let link = link_text("talk-link", made.link.clone());
    let remote = [text_element("p", "", t.remote_hint), link, actions(share)];
    let grouped = made.code.grouped();
    let groups = grouped.split('-').map(|group| {
        let group = untranslated_element("span", "", group.to_owned());
        fragment([group, text(" ")])
    });
    let names = &["class", "translate", "data-part"];
    let characters = element_with("p", names, ["characters", "no", "talk-code"], nodes(groups));
    let phone = [text_element("p", "", t.by_phone_hint), characters];
    let nearby = made.qr.as_ref().map(|qr| {
        let picture = [
            text_element("p", "", t.nearby_hint),
            qr_picture(qr, t.qr_name),
        ];
        named_section("nearby", t.nearby, fragment(picture))
    });
    let table = Place::Table(made.fragment.clone().into());
    let here = [
        text_element("p", "", t.here_hint),
        actions(button("button", t.here, shell.go(table))),
    ];
    let content = [
        named_section("remote", t.remote, fragment(remote)),
        nearby.unwrap_or_default(),
        named_section("phone", t.by_phone, fragment(phone)),
        named_section("here", t.here_title, fragment(here)),
    ];
    element("div", "ways", content)
}

/// Black on white in every theme, with its quiet zone, which belongs to the size.
fn qr_picture(qr: &QrCode, name: &'static str) -> Html {
    let size = qr.size.to_string();
    let area = ["0 0 ", &size, " ", &size].concat();
    let names = &["width", "height", "fill"];
    let ground = element_with("rect", names, [&*size, &*size, "#fff"], Html::default());
    let names = &["d", "fill"];
    let modules = element_with("path", names, [&*qr.path, "#000"], Html::default());
    let names = &["class", "viewBox", "role", "aria-label", "shape-rendering"];
    let values = ["qr", &*area, "img", name, "crispEdges"];
    element_with("svg", names, values, fragment([ground, modules]))
}

fn as_file(shell: &Shell) -> Html {
    let t = &shell.texts().hand_over;
    let save = shell.send.reform(|_| Msg::HandOver(HandOverMsg::Save));
    let content = [
        text_element("p", "", t.as_file_hint),
        actions(button("button", t.save_file, save)),
    ];
    named_section("file", t.as_file, fragment(content))
}

fn seal(shell: &Shell, state: &HandOverState) -> Html {
    let t = &shell.texts().hand_over;
    let Some(made) = &state.made else {
        return Html::default();
    };
    let copy = shell.send.reform(|_| Msg::HandOver(HandOverMsg::CopySeal));
    let seal = t.seal_of(&made.code.seal().to_string());
    let names = &["class", "translate", "data-part"];
    let content = [
        text_element("p", "", t.seal_lead),
        element_with("p", names, ["seal", "no", "seal"], text(seal)),
        actions(button("button", t.copy_seal, copy)),
    ];
    disclosure(t.seal, content)
}
