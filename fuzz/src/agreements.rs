//! What somebody follows as a link with agreements, or opens as a file of them.

use model::Timestamp;
use records::{
    AgreementRecord, MAX_AGREEMENTS_LINK, MAX_HANDED, agreements_document, agreements_link,
    handed_on, read_agreements, read_agreements_link,
};

/// Reads the bytes as a file and as a link, and holds what was read to what is written of it.
pub(crate) fn read(bytes: &[u8]) {
    let link = String::from_utf8_lossy(bytes);
    let read = [
        read_agreements(bytes),
        read_agreements_link(link.trim_end()),
    ];
    for records in read.into_iter().flatten() {
        hold(&records);
    }
}

fn hold(records: &[AgreementRecord]) {
    assert!((1..=MAX_HANDED).contains(&records.len()));
    for record in records {
        let agreement = &record.agreement;
        let texts = [&agreement.text, &agreement.indicator, &agreement.learned];
        let lines = texts.into_iter().flat_map(|text| text.split('\n'));
        lines.for_each(|line| assert!(!crate::is_unsafe(line), "{line:?}"));
        assert!(!agreement.text.trim().is_empty());
    }
    let at = Timestamp::epoch();
    let again = read_agreements(&agreements_document(records, &at).bytes);
    assert_eq!(again.as_deref(), Ok(records));
    if let Some(link) = agreements_link(&handed_on(records, true), &at) {
        assert!(link.len() <= MAX_AGREEMENTS_LINK);
        assert_eq!(read_agreements_link(&link).as_deref(), Ok(records));
    }
}
