//! Making the file of an attempt, or a table of many.

use documents::{Table, agreements_calendar, table_document, write_as};
use file_jobs::{AgreementsCalendar, FileOutcome, FileToMake};
use model::{Catalogue, Instrument};
use records::{AgreementRecord, Attempt, Document, JoinedRecords, ResultInput, StoredRecord};
use std::rc::Rc;

/// Makes a file.
pub(crate) fn make(file: &FileToMake, instruments: &[Rc<Instrument>]) -> FileOutcome {
    match document(file, instruments) {
        Some(Document { name, bytes, .. }) => FileOutcome::Made { name, bytes },
        None => FileOutcome::Impossible,
    }
}

/// Makes the calendar of agreements.
pub(crate) fn calendar(calendar: &AgreementsCalendar) -> FileOutcome {
    let none = Catalogue::default();
    let records = calendar.agreements.iter();
    let records = records.map(|text| AgreementRecord::read(text, &none).ok());
    match records.collect::<Option<Vec<_>>>() {
        Some(records) => {
            let (language, zone) = (calendar.language, &calendar.zone);
            let Document { name, bytes, .. } =
                agreements_calendar(&records, language, zone, &calendar.at);
            FileOutcome::Made { name, bytes }
        }
        None => FileOutcome::Impossible,
    }
}

fn document(file: &FileToMake, instruments: &[Rc<Instrument>]) -> Option<Document> {
    let mut known = instruments.iter();
    let instrument = known.find(|one| one.digest() == file.digest)?;
    let catalogue = Catalogue::from_iter([instrument.clone()]);
    let results = file.results.iter().map(|one| one.read(&catalogue));
    let results: Vec<(Attempt, JoinedRecords)> = results.collect::<Option<_>>()?;
    if let Some(table) = Table::of(file.format) {
        let sessions: Vec<_> = results.iter().map(|(one, _)| &one.session).collect();
        return Some(table_document(
            instrument,
            &sessions,
            table,
            file.language,
            file.share,
        ));
    }
    let [(attempt, joined)] = results.as_slice() else {
        return None;
    };
    let input = ResultInput {
        instrument,
        session: &attempt.session,
        joined,
        export_id: file.export_id.clone(),
        exported_at: file.exported_at.clone(),
        language: file.language,
        unknown: &attempt.unknown,
        share: file.share,
        zone: file.zone.clone(),
        page: file.page.clone(),
    };
    Some(write_as(file.format, &input))
}
