//! English: the sentences of the linter and the loader.

use super::{lacking, one_of};
use crate::lint::{Advice, Entry, Remark};
use crate::{Encoding, Kind, Problem};
use model::Language;
use untrusted::quoted;

pub(super) fn remark(remark: &Remark, advice: Advice) -> String {
    match remark {
        Remark::UnbalancedKeys { plus, minus } => {
            let counted = format!(
                "In this theme {} ‘+’ and {minus} ‘-’. Someone who readily gives a high answer then gets a higher or lower score for that alone.",
                statements(*plus)
            );
            let next = match advice {
                Advice::Warning => {
                    "Turn a few statements round, until at most two in three point the same way."
                }
                Advice::Hint => {
                    "With limiting thoughts that is common. Turn a few round if you can, or keep it in mind."
                }
            };
            [&counted, " ", next].concat()
        }
        Remark::FewItems(items) => format!(
            "This theme has only {}. A single answer then decides the score. Use at least three; four to eight is better.",
            match items {
                1 => "one statement".to_owned(),
                many => format!("{many} statements"),
            }
        ),
        Remark::TooLong { characters, fits } => format!(
            "This text has {characters} characters. About {fits} fit here on a phone. Make it shorter."
        ),
        Remark::TwoIdeas(sign) => format!(
            "This statement seems to say two things, at ‘{}’. Someone who thinks otherwise of one half than of the other cannot answer. Make two statements of it, or drop one half.",
            quoted(sign)
        ),
        Remark::NoCounterpart(id) => format!(
            "The limiting thought ‘{}’ has no thought that helps beside it. Add one under reframes, with a question to take further.",
            quoted(id)
        ),
        Remark::CounterpartOfNoBelief(id) => format!(
            "A thought that helps stands beside a limiting thought: a statement keyed ‘+’ of a limiting theme. The statement ‘{}’ is none, so nobody is shown this one unasked. Correct item_id, or take it out.",
            quoted(id)
        ),
        Remark::SameInBothLanguages => {
            "This text is the same in Dutch and in English. Translate it, or leave it if it is called so in both.".to_owned()
        }
        Remark::SameText(entry) => match entry {
            Entry::Answer => "An earlier answer has the same text, and participants cannot tell the two apart. Give each a text of its own.",
            Entry::Theme => "An earlier theme has the same name, and in a result participants cannot tell the two apart. Give each a name of its own.",
            Entry::Aspect => "An earlier part of this theme has the same name. Give each a name of its own, or make them one.",
            Entry::Statement => "An earlier statement has the same text, so it is asked and counted twice. Rewrite one, or take it out.",
            Entry::Question => "An earlier question has the same text. Rewrite one, or take it out.",
        }
        .to_owned(),
        Remark::SaidByProgram => "The program says this in its own words, which participants can rely on. Yours is not shown: leave it out.".to_owned(),
        Remark::Markup(sign) => format!(
            "This looks like markup: ‘{}’. Participants will see those characters as they are. Take them out if you do not want that.",
            quoted(sign)
        ),
        Remark::Garbled(sign) => format!(
            "Characters are damaged here: ‘{}’. That happens when a file is opened in another encoding than it was saved in. Type the text again, and save the file as UTF-8.",
            quoted(sign)
        ),
        Remark::SameVersion => {
            "An earlier file has the same id and version, and another content. To the program this is another scan: results of one file are not shown with the other. Give this file a new version.".to_owned()
        }
        Remark::KeyTurned(id) => format!(
            "The statement ‘{}’ is keyed the other way round than in an earlier file of the same version. Results that exist are not scored by it. Give this file a new version, or turn key back.",
            quoted(id)
        ),
    }
}

fn statements(plus: usize) -> String {
    match plus {
        1 => "1 statement is keyed".to_owned(),
        many => format!("{many} statements are keyed"),
    }
}

pub(super) fn problem(problem: &Problem) -> String {
    let fixed = match problem {
        Problem::NoContent => "The file is empty. Choose another file.",
        Problem::TooBig(most) => {
            return format!(
                "The file is larger than {} KiB. A scan is much smaller: check that this is the right file.",
                most / 1024
            );
        }
        Problem::TooDeep(most) => {
            return format!(
                "More than {most} brackets are nested. Check whether a closing bracket is missing somewhere."
            );
        }
        Problem::NotUtf8(Encoding::Windows1252) => {
            "The file is not UTF-8. Most likely it is Windows-1252, also called ANSI. Save it again, with UTF-8 as its encoding."
        }
        Problem::NotUtf8(wide) => {
            return format!(
                "The file is not UTF-8 but {wide}. Save it again, with UTF-8 as its encoding."
            );
        }
        Problem::WebPage => {
            "This is a web page and not a scan. Perhaps the file is behind a log-in. Save the JSON file itself."
        }
        Problem::Truncated => {
            "The file ends too early. Check whether the last brackets are there, or get the file again."
        }
        Problem::Syntax => {
            "The form of the file (JSON) is broken here. Check whether a comma, quotation mark or bracket just before this is missing, or one too many."
        }
        Problem::RepeatedField => {
            "This field stands twice in the same block, perhaps spelled otherwise. Take one out."
        }
        Problem::Expected(kind) => {
            let needed = match kind {
                Kind::Object => "a block in curly brackets { }",
                Kind::List => "a list in square brackets [ ]",
                Kind::Two => "a list of two numbers",
                Kind::Text => "a text in quotation marks",
                Kind::Flag => "true or false, without quotation marks",
                Kind::Integer => "a whole number, not below zero and not too large",
                Kind::Number => "a number",
            };
            return format!("This should be {needed}. Fill it in.");
        }
        Problem::MissingLanguage(tag) => {
            return format!(
                "The {} text is missing or empty. Write it.",
                lacking(tag, Language::En)
            );
        }
        Problem::MissingText(name) => {
            return format!(
                "The required text ‘{name}’ is missing. Copy it from the example and adapt it."
            );
        }
        Problem::TooLong(most) => {
            return format!("This text has more than {most} characters. Make it shorter.");
        }
        Problem::HiddenCharacter => {
            "This text contains an invisible character: a line break, a tab, or one that turns the reading direction. Type the text again instead of pasting it."
        }
        Problem::NotHttps => {
            "This text contains an address that does not begin with https://. Use an https address, or leave it out."
        }
        Problem::DuplicateId(id) => {
            return format!(
                "The id ‘{}’ is used twice; capitals and punctuation do not count. Give each one an id of its own.",
                quoted(id)
            );
        }
        Problem::ShippedId(id) => {
            return format!(
                "The id ‘{}’ is like that of a scan that is part of the program; participants would take one for the other. Give your scan an id of its own.",
                quoted(id)
            );
        }
        Problem::BadId(id) => {
            return format!(
                "‘{}’ cannot be an id or the name of a field. Use a letter and then at most 63 letters, digits, dashes or underscores.",
                quoted(id)
            );
        }
        Problem::BadVersion(version) => {
            return format!(
                "‘{}’ cannot be a version. Use at most 64 letters, digits, dots, dashes, underscores or plus signs, with a letter or digit first.",
                quoted(version)
            );
        }
        Problem::UnknownItem(id) => {
            return format!(
                "There is no statement with the id ‘{}’. Correct the id, or add that statement.",
                quoted(id)
            );
        }
        Problem::MissingItem(id) => {
            return format!(
                "The statement ‘{}’ names this part and is not in its list. Add the id under items, or leave that list out.",
                quoted(id)
            );
        }
        Problem::NotACondition => {
            "A condition has exactly one of these forms: all, any, scale with band, context with option, or item with at_most."
        }
        Problem::UnknownScale(id) => {
            return format!(
                "There is no theme with the id ‘{}’. Correct the id, or add that theme.",
                quoted(id)
            );
        }
        Problem::UnknownFacet(id) => {
            return format!(
                "The theme has no part with the id ‘{}’. Correct the id, or add the part under facets.",
                quoted(id)
            );
        }
        Problem::UnknownQuestion(id) => {
            return format!(
                "There is no question about the situation with the id ‘{}’. Correct the id, or add that question.",
                quoted(id)
            );
        }
        Problem::UnknownOption(id) => {
            return format!(
                "The question has no answer with the id ‘{}’. Correct the id, or add the answer under options.",
                quoted(id)
            );
        }
        Problem::UnknownValue { value, allowed } => {
            return format!(
                "‘{}’ cannot stand here. Use {}.",
                quoted(value),
                one_of(allowed, "or")
            );
        }
        Problem::NotPresentedOnce(id) => {
            return format!(
                "The statement ‘{}’ must be on exactly one page. Put its id into pages once.",
                quoted(id)
            );
        }
        Problem::NotAPair => {
            "A pair is one statement keyed ‘+’ and one keyed ‘-’, of the same theme, that say the opposite of each other. Choose two that belong together in that way."
        }
        Problem::RepeatedPair => {
            "These two statements are a pair already. A pair that stands twice would count twice: take one out."
        }
        Problem::RepeatedReframe(id) => {
            return format!(
                "The statement ‘{}’ has a thought that helps already, and only the first would be shown. Take one out, or correct item_id.",
                quoted(id)
            );
        }
        Problem::ScaleWithoutItems(id) => {
            return format!(
                "The theme ‘{}’ has no statements, so there is nothing to score. Give it at least three, or take it out.",
                quoted(id)
            );
        }
        Problem::ResponseScale => {
            "Each number from the lowest to the highest value needs one answer, ascending. Add what is missing and remove duplicates."
        }
        Problem::BadNumber => {
            "This number cannot stand here. The guide says between which limits it must lie."
        }
        Problem::BandGap => {
            "There is a gap between two bands: a score there belongs to neither. Let each band begin where the one before ends, from 0 to parts."
        }
        Problem::BandOverlap => {
            "Two bands overlap: a score there belongs to both. Let each band begin where the one before ends, from 0 to parts."
        }
        Problem::Empty => "This list is missing or empty. Put at least one entry into it.",
        Problem::TooMany(most) => {
            return format!("There are more than {most} entries here. Take some out.");
        }
    };
    fixed.to_owned()
}
