//! A result file: opened, written in every format, and opened again.

use documents::write_as;
use model::{Instrument, Language, Timestamp};
use records::{FileFormat, Opened, ResultInput, Share, Zone, detect, open_result};
use std::rc::Rc;

/// Opens a file, and writes what was in it.
pub(crate) fn read(bytes: &[u8]) {
    let instruments = crate::instruments();
    let kind = detect(bytes);
    let Ok(opened) = open_result(bytes, &instruments) else {
        return;
    };
    assert!(kind.is_ok(), "opened, and of no kind");
    let Ok(opened) = opened.on(&instruments) else {
        return;
    };
    let instrument = &instruments[opened.instrument];
    for format in FileFormat::ALL {
        let document = write(format, instrument, &opened);
        if format == FileFormat::Json {
            let again = open_result(&document.bytes, &instruments);
            let again = again.unwrap_or_else(|why| panic!("{why:?} in a file of our own"));
            let (before, after) = (opened.session.parts(), again.session.parts());
            assert_eq!(before.answers, after.answers);
        }
    }
}

fn write(format: FileFormat, instrument: &Rc<Instrument>, opened: &Opened) -> records::Document {
    write_as(
        format,
        &ResultInput {
            instrument,
            session: &opened.session,
            joined: &opened.joined,
            export_id: "e-1".to_owned(),
            exported_at: Timestamp::parse("2026-11-23T10:00:00+01:00").expect("a moment"),
            language: Language::En,
            unknown: &opened.unknown,
            share: Share::EVERYTHING,
            zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
            page: None,
        },
    )
}
