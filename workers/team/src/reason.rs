//! Why a file, a code or a line does not count, in the reader's words. Said here, in every language, so
//! that the page carries none of these texts.

use hand_over::CodeFault;
use i18n::TeamReasonTexts;
use interface_texts::team_reasons;
use team::{LineFault, MAX_BYTES, Reason};
use team_jobs::Sentence;
use untrusted::quoted;

/// The name of a file, and the line in it where there are several.
pub(crate) fn name(file: &str, line: Option<u64>) -> Sentence {
    let file = quoted(file);
    Sentence::new(|language| match line {
        Some(line) => team_reasons(language).at_line(&file, line as usize),
        None => file.clone(),
    })
}

/// Why a file of so many bytes was not read at all.
pub(crate) fn unread(size: u64) -> Sentence {
    Sentence::new(|language| {
        let t = team_reasons(language);
        match size > MAX_BYTES as u64 {
            true => t.file_too_big,
            false => t.unreadable,
        }
        .to_owned()
    })
}

/// Why something that was read does not count.
pub(crate) fn sentence(reason: &Reason) -> Sentence {
    Sentence::new(|language| {
        let t = team_reasons(language);
        let fixed = match reason {
            Reason::File(error) => return files_worker::sentence(error, language),
            Reason::Code(fault) => return code(fault, t),
            Reason::Line(fault) => return line(fault, t),
            Reason::TooMany { most } => return t.too_many(*most as usize),
            Reason::Backup => t.backup,
            Reason::Questionnaire => t.questionnaire,
            Reason::Sealed => t.sealed,
            Reason::Agreements => t.agreements,
            Reason::FileTooBig { .. } => t.file_too_big,
            Reason::NotCompleted => t.not_completed,
            Reason::NoScore => t.no_score,
            Reason::ReadBefore { .. } => t.read_before,
            Reason::NewerResult { .. } => t.newer_result,
            Reason::NotAMirror => t.not_a_mirror,
        };
        fixed.to_owned()
    })
}

fn code(fault: &CodeFault, t: &TeamReasonTexts) -> String {
    let said = match fault {
        CodeFault::Empty
        | CodeFault::Character { .. }
        | CodeFault::TooShort { .. }
        | CodeFault::TooLong { .. }
        | CodeFault::Checksum
        | CodeFault::Answers => t.code,
        CodeFault::NewerFormat => t.code_newer,
        CodeFault::UnknownQuestionnaire | CodeFault::Form => t.code_unknown,
        CodeFault::SeveralQuestionnaires => t.code_several,
        CodeFault::Day { .. } => t.code_day,
    };
    said.to_owned()
}

fn line(fault: &LineFault, t: &TeamReasonTexts) -> String {
    let fixed = match fault {
        LineFault::Twice { field } => return t.line_twice(field),
        LineFault::BadValue { field } => return t.line_bad_value(field),
        LineFault::UnknownQuestionnaire { id, version } => {
            let version = version.as_deref().unwrap_or_default();
            let name = [id, " ", version].concat();
            return t.line_unknown_questionnaire(name.trim_end());
        }
        LineFault::UnknownItem { id } => return t.line_unknown_item(id),
        LineFault::UnknownForm { form } => return t.line_unknown_form(form),
        LineFault::TooLong => t.line_too_long,
        LineFault::TooDeep => t.line_too_deep,
        LineFault::NotText => t.line_not_text,
        LineFault::NotJson => t.line_not_json,
        LineFault::NotARecord => t.line_no_record,
    };
    fixed.to_owned()
}
