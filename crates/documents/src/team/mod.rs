//! What is shown of a team, to save: a table, its codebook, and JSON. They hold exactly the figures of
//! the view, and of each that is missing the reason.

mod codebook;
mod figures;
mod json;

use crate::table::Sheet;
use figures::rows;
use interface_texts::document_texts;
use model::{Instrument, Language};
use records::Document;
use team::View;

pub use json::team_json;

/// The view as a table of one row a figure, with numbers as `language` writes them.
pub fn team_table(view: &View, language: Language) -> Document {
    let mut sheet = Sheet::new(language);
    for name in figures::COLUMNS {
        sheet.text(name);
    }
    sheet.end_row();
    for row in rows(view) {
        sheet.text(row.part);
        sheet.text(row.id);
        sheet.text(&row.figure);
        match row.value {
            Ok(value) => {
                sheet.signed_decimal(value);
                sheet.text("");
                sheet.text("");
            }
            Err(why) => {
                sheet.text("");
                sheet.text(why.name);
                match why.needed {
                    Some(needed) => sheet.signed_decimal(needed as f64),
                    None => sheet.text(""),
                }
            }
        }
        sheet.end_row();
    }
    document("mindset-team.csv", sheet)
}

/// What the columns, the figures and the ids of the table mean.
pub fn team_codebook(instrument: &Instrument, view: &View, language: Language) -> Document {
    let mut sheet = Sheet::new(language);
    codebook::codebook(
        &mut sheet,
        (instrument, view),
        document_texts(language),
        language,
    );
    document("mindset-team-codebook.csv", sheet)
}

fn document(name: &str, sheet: Sheet) -> Document {
    Document {
        name: name.to_owned(),
        media_type: "text/csv",
        bytes: sheet.into_bytes(),
    }
}
