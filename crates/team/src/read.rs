//! One input from outside: a result file, codes for a talk, or JSON lines.

use crate::lines;
use crate::view::{LineFault, Reason};
use hand_over::{CodeFault, TalkCode, questionnaire_of, situation_in};
use model::{Answers, Day, Form, Instrument, InstrumentRef, Language, Session, Status};
use records::{
    FileKind, ImportError, MAX_FILE_BYTES, detect, is_sealed, open_result, person_key,
    read_agreements,
};
use sha2::{Digest, Sha256};
use std::hash::{DefaultHasher, Hasher};
use std::rc::Rc;

/// Largest file that is read, in bytes: JSON lines of some hundred thousand results.
pub const MAX_BYTES: usize = 64 * 1_048_576;

/// One result, as it was read.
pub(crate) struct Record {
    /// Its questionnaire, by its place among those that are known.
    pub instrument: usize,
    pub form: Form,
    pub language: Option<Language>,
    /// Whose it is, where it says so.
    pub person: Option<String>,
    /// The group that it names itself.
    pub group: Option<String>,
    pub day: Option<Day>,
    /// When it was completed, as far as is known, in milliseconds since 1970.
    pub moment: i64,
    pub answers: Answers,
    pub context: Vec<Option<usize>>,
    /// How the codes for this session are recognised.
    pub origin: Origin,
}

/// What a result was read from.
pub(crate) enum Origin {
    File(Box<Session>),
    Code(Box<TalkCode>),
    Line,
}

/// What a record of a file turned out to be, with its line where there are several.
pub(crate) type Read = (Option<u64>, Result<Record, Reason>);

/// What comes as a file, and what is pasted as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    File,
    Text,
}

/// The first 16 bytes of the SHA-256 of these parts, each with its length before it.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut first = [0; 16];
    for (to, from) in first.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    first
}

/// What is the same for two inputs of the same bytes, and by chance for two others once in 2^128.
pub(crate) type Fingerprint = (u64, u64);

/// The fingerprint of an input. Not against somebody who makes two files for it: the second of them would
/// be said to have been read before.
pub(crate) fn fingerprint(bytes: &[u8]) -> Fingerprint {
    let part = |number: u8| {
        let mut hash = DefaultHasher::new();
        hash.write_u8(number);
        hash.write(bytes);
        hash.finish()
    };
    (part(0), part(1))
}

/// Reads an input by the questionnaires that are known. A fault of one line leaves the others.
pub(crate) fn read(bytes: &[u8], input: Input, known: &[Rc<Instrument>], today: Day) -> Vec<Read> {
    if bytes.len() > MAX_BYTES {
        let most = MAX_BYTES as u64;
        return vec![(None, Err(Reason::FileTooBig { most }))];
    }
    if is_sealed(bytes) {
        return vec![(None, Err(Reason::Sealed))];
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = text.trim_ascii_start().first();
    let lines = || numbered(text).map(|(number, line)| (Some(number), line));
    match (first, input) {
        (Some(b'{'), _) if has_several(text) => lines()
            .map(|(number, line)| (number, read_line(line, known, today)))
            .collect(),
        (Some(b'{' | b'['), _) | (None, _) => vec![(None, read_document(bytes, known))],
        (_, Input::Text) => lines()
            .map(|(number, line)| (number, read_line(line, known, today)))
            .collect(),
        (_, Input::File) => {
            let read: Vec<Read> = lines()
                .take(MOST_CODES)
                .map(|(number, line)| (number, read_code(line, known, today)))
                .collect();
            // A file of anything else is named once, and not line by line.
            match read.iter().any(|(_, read)| read.is_ok()) {
                true => read,
                false => vec![(None, read_document(bytes, known))],
            }
        }
    }
}

/// Most lines of a file that are looked at as codes.
const MOST_CODES: usize = 10_000;

/// The lines that are not blank, with their numbers from 1.
fn numbered(text: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    (1..).zip(lines).filter(|(_, line)| !line.is_empty())
}

/// Whether a text that begins with an object has several of them: its first line is a whole one, or
/// one begins at the margin of a later line.
fn has_several(text: &[u8]) -> bool {
    let is_object = |line: &[u8]| {
        let is_json = || serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
        line.starts_with(b"{") && is_json()
    };
    let mut lines = text.split(|&byte| byte == b'\n');
    let first = lines.by_ref().find(|line| !line.trim_ascii().is_empty());
    let first = first.is_some_and(|line| is_object(line.trim_ascii()));
    first || lines.any(is_object)
}

fn read_line(line: &[u8], known: &[Rc<Instrument>], today: Day) -> Result<Record, Reason> {
    if line.len() > MAX_FILE_BYTES {
        return Err(Reason::Line(LineFault::TooLong));
    }
    if line.first() != Some(&b'{') {
        return read_code(line, known, today);
    }
    match lines::read(line, known) {
        Ok(record) => Ok(record),
        // A file can stand on one line.
        Err(LineFault::NotARecord) => match read_document(line, known) {
            Err(Reason::File(ImportError::NotAResult)) => Err(Reason::Line(LineFault::NotARecord)),
            other => other,
        },
        Err(fault) => Err(Reason::Line(fault)),
    }
}

/// Reads one JSON document: a result file, or what is named as something else.
pub(crate) fn read_document(bytes: &[u8], known: &[Rc<Instrument>]) -> Result<Record, Reason> {
    let opened = open_result(bytes, known).and_then(|opened| opened.on(known));
    let opened = opened.map_err(|error| match error {
        ImportError::NotAResult => other_kind(bytes),
        // A backup may be larger than a result.
        ImportError::TooBig { .. } if detect(bytes).is_ok() => other_kind(bytes),
        error => Reason::File(error),
    })?;
    let session = opened.session;
    if session.status() != Status::Completed {
        return Err(Reason::NotCompleted);
    }
    let parts = session.parts();
    let label = person_key(&parts.subject.pseudonym);
    let day = session.moment().day();
    Ok(Record {
        instrument: opened.instrument,
        form: session.form(),
        language: Some(parts.language),
        person: Some(match label.is_empty() {
            true => person_key(&parts.id),
            false => label,
        }),
        group: None,
        day: Some(day),
        moment: session.moment().milliseconds(),
        answers: parts.answers.clone(),
        context: parts.context.clone(),
        origin: Origin::File(Box::new(session)),
    })
}

/// What a document is that is no result.
fn other_kind(bytes: &[u8]) -> Reason {
    match detect(bytes) {
        Ok(FileKind::Backup | FileKind::Emergency) => Reason::Backup,
        Ok(FileKind::Definition) => Reason::Questionnaire,
        Ok(_) if read_agreements(bytes).is_ok() => Reason::Agreements,
        Ok(_) => Reason::File(ImportError::NotAResult),
        Err(error) => Reason::File(error),
    }
}

/// Reads one code for a talk, or the link that brings it.
fn read_code(line: &[u8], known: &[Rc<Instrument>], today: Day) -> Result<Record, Reason> {
    let text = std::str::from_utf8(line).map_err(|_| Reason::Line(LineFault::NotText))?;
    let references: Vec<InstrumentRef> = known.iter().map(|one| one.reference()).collect();
    let reference = questionnaire_of(text, &references).map_err(Reason::Code)?;
    let instrument = known.iter().position(|one| one.is(&reference));
    let instrument = instrument.ok_or(Reason::Code(CodeFault::UnknownQuestionnaire))?;
    let of = &known[instrument];
    let code = TalkCode::read(text, of, today).map_err(Reason::Code)?;
    let none = || vec![None; of.context_questions().len()];
    Ok(Record {
        instrument,
        form: code.form(),
        language: Some(code.language()),
        // A code has no name: the same one twice is one person, any other is somebody else.
        person: Some(format!("code {}", code.text())),
        group: None,
        day: Some(code.day()),
        moment: code.day().start().milliseconds(),
        answers: code.answers().clone(),
        context: situation_in(text, of).unwrap_or_else(none),
        origin: Origin::Code(Box::new(code)),
    })
}
