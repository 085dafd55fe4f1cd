//! What goes out and comes in as a file.

use super::Msg;
use super::state::{Screen, State};
use super::viewed::{Source, Viewed};
use crate::shelf::plan_restore;
use crate::ui::import_error::FileError;
use crate::ui::screens::Origin;
use documents::{Form, write_as};
use i18n::long_date;
use model::Action;
use platform::{ReadError, new_id};
use records::Attempt;
use records::{Document, ResultInput, Share, clean_label, example_session, open_result};
use records::{FileKind, MAX_FILE_BYTES, detect, open_backup};
use std::rc::Rc;
use yew::{AttrValue, Callback};

impl State {
    /// Shows the fictional example. It is not kept anywhere.
    pub fn show_example(&mut self) {
        let instrument = self.instruments[0].clone();
        if let Some(session) = example_session(&instrument) {
            self.go(Screen::Viewed);
            self.viewed = Some(Viewed {
                attempt: Attempt::new(instrument, session),
                source: Source::Example,
            });
        }
    }

    /// Reads what was chosen in the field with this id.
    pub fn read_file(&mut self, field: &str, done: Callback<Result<Vec<u8>, ReadError>>) {
        let max = MAX_FILE_BYTES as u32;
        self.file_error = None;
        self.ports
            .files
            .read(field, max, Box::new(move |read| done.emit(read)));
    }

    /// Opens a result file, or says why not; what is stored stays as it is either way.
    pub fn open_file(&mut self, read: Result<Vec<u8>, ReadError>) {
        let opened = match read {
            Err(ReadError::NothingChosen) => return,
            Err(error) => Err(FileError::Read(error)),
            Ok(bytes) => match detect(&bytes) {
                Ok(FileKind::Sealed) => {
                    self.go(Screen::Data);
                    self.seal.file = Some(bytes);
                    return;
                }
                Ok(FileKind::Backup | FileKind::Emergency) => match open_backup(&bytes) {
                    Ok(records) => {
                        let restore = plan_restore(&records, &self.shelf);
                        return self.ask_restore(restore);
                    }
                    Err(error) => Err(FileError::Import(error)),
                },
                Err(error) => Err(FileError::Import(error)),
                Ok(_) => open_result(&bytes, &self.instruments)
                    .and_then(|opened| opened.on(&self.instruments))
                    .map_err(FileError::Import),
            },
        };
        let opened = match opened {
            Ok(opened) => opened,
            Err(error) => {
                self.file_error = Some(error);
                return;
            }
        };
        self.go(Screen::Viewed);
        let instrument = self.instruments[opened.instrument].clone();
        let differing = opened.differences.iter().map(|difference| difference.scale);
        let source = Source::File {
            exported_at: opened.exported_at,
            differing: differing.collect(),
            withheld: opened.withheld_scales.clone(),
            other_content: false,
        };
        // What its owner withheld is not handed on by itself either.
        let withheld = opened.withheld_scales.into_iter();
        self.share = withheld.fold(Share::default(), |share, scale| {
            share.with_scale(scale, false)
        });
        let mut attempt = Attempt::new(instrument, opened.session);
        attempt.unknown = opened.unknown;
        self.viewed = Some(Viewed { attempt, source });
    }

    /// Where a shown result comes from, for the reader, in the language of the moment.
    pub fn origin(&self, viewed: &Viewed) -> Origin {
        match &viewed.source {
            Source::Example => Origin::Example,
            Source::File {
                exported_at,
                differing,
                withheld,
                other_content,
            } => {
                let scales = viewed.attempt.instrument.scales();
                let names = |indices: &[usize]| {
                    let name = |scale: &usize| scales[*scale].name.get(self.language);
                    let names: Vec<&str> = indices.iter().map(name).collect();
                    AttrValue::from(names.join(", "))
                };
                Origin::File {
                    date: long_date(exported_at, self.language).into(),
                    differences: names(differing),
                    withheld: names(withheld),
                    other_content: *other_content,
                    known: self.shelf.contains(viewed.attempt.id()),
                }
            }
        }
    }

    /// Keeps an opened result on this device, and shows it as one's own.
    pub fn keep_opened(&mut self) {
        let Some(viewed) = self.viewed.take() else {
            return;
        };
        let id = viewed.attempt.id().to_string();
        if !self.shelf.contains(&id) {
            self.save(viewed.attempt);
        }
        self.resume(&id);
        self.toast = Some(self.messages().result.file_kept.to_string());
    }

    /// The form that a result is saved in from now on.
    pub fn choose_form(&mut self, form: Form) {
        self.form = form;
        self.forget_preview();
    }

    /// What of a result goes into the file from now on.
    pub fn choose_share(&mut self, share: Share) {
        self.share = share;
        self.forget_preview();
    }

    /// Makes the file of the result on screen, to be looked at first.
    pub fn preview_shown(&mut self) {
        self.tidy_label();
        self.preview = self.shown().map(|attempt| {
            let mut document = self.file_of(&attempt, self.form, self.share);
            if self.form == Form::Sealed {
                document.name.push_str(".age");
            }
            document
        });
    }

    /// Saves the very file that was looked at, under a passphrase if that was chosen.
    pub fn save_shown(&mut self, on_done: &Callback<Msg>) {
        if self.form == Form::Sealed {
            self.seal(on_done);
        } else if let Some(document) = self.preview.clone() {
            let saved = self.offer(&document.name, document.media_type, &document.bytes);
            self.shown_is_saved(saved);
        }
    }

    /// Remembers that the result on screen has been saved, if it has been as a whole: only a
    /// whole result file can bring everything back.
    pub(super) fn shown_is_saved(&mut self, saved: bool) {
        let Some(attempt) = self.shown().filter(|_| saved) else {
            return;
        };
        let whole = matches!(self.form, Form::Json | Form::Sealed)
            && self.share.is_whole(&attempt.session.parts().work);
        if whole && self.screen == Screen::Journey {
            self.exported(&attempt);
        }
    }

    /// Makes the result file of a kept attempt, to be looked at first.
    pub fn preview_kept(&mut self, id: &str) {
        let attempt = self.shelf.attempt(id);
        let document = attempt.map(|attempt| self.file_of(&attempt, Form::Json, Share::EVERYTHING));
        self.preview = document;
        self.previewed = Some(id.to_owned());
    }

    /// The result on screen.
    pub(super) fn shown(&self) -> Option<Rc<Attempt>> {
        match (self.screen, &self.viewed) {
            (Screen::Viewed, Some(viewed)) => Some(Rc::new(viewed.attempt.clone())),
            (Screen::Viewed, None) => None,
            _ => self.open.clone(),
        }
    }

    pub(super) fn tidy_label(&mut self) {
        if self.screen != Screen::Viewed
            && let Some(open) = &self.open
        {
            let label = clean_label(&open.session.parts().subject.pseudonym);
            self.act(Action::Label(label));
        }
    }

    pub(super) fn exported(&mut self, attempt: &Attempt) {
        let mut kept = attempt.clone();
        kept.exported_at = Some(self.ports.clock.now());
        let id = kept.id().to_string();
        self.shelf.save(kept, self.done());
        if self.open.as_ref().is_some_and(|open| open.id() == id) {
            self.open = self.shelf.attempt(&id);
        }
    }

    pub(super) fn file_of(&self, attempt: &Attempt, form: Form, share: Share) -> Document {
        let input = ResultInput {
            instrument: &attempt.instrument,
            session: &attempt.session,
            export_id: new_id(&*self.ports.random),
            exported_at: self.ports.clock.now(),
            // The result file speaks the language that was answered in, the others the
            // reader's.
            language: match form {
                Form::Json => attempt.session.parts().language,
                _ => self.language,
            },
            unknown: &attempt.unknown,
            share,
            revision: attempt.revision,
            zone: self.ports.clock.zone(),
        };
        write_as(form, &input)
    }

    /// Saves a piece that cannot be read here as it is.
    pub fn save_raw(&mut self, n: usize) {
        let pieces = self.raw_pieces();
        if let Some((key, text, _)) = pieces.get(n) {
            let name: String = key
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
                .collect();
            self.offer(&(name + ".txt"), "text/plain", text.as_bytes());
        }
    }

    /// What is kept as it is: key, text, and whether it is of a newer version.
    pub fn raw_pieces(&self) -> Rc<[(String, String, bool)]> {
        let damaged = self.shelf.quarantined().into_iter();
        let newer = self.shelf.set_aside().into_iter();
        damaged
            .map(|piece| (piece.key, piece.text, false))
            .chain(newer.map(|piece| (piece.key, piece.text, true)))
            .collect()
    }

    pub(super) fn offer(&mut self, name: &str, media_type: &str, bytes: &[u8]) -> bool {
        let taken = self.ports.downloads.save(name, media_type, bytes);
        let t = self.messages();
        self.toast = Some(if taken {
            (t.result.saved_file)(name)
        } else {
            t.errors.download_failed.to_string()
        });
        self.undo = None;
        taken
    }
}
