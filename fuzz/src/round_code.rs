//! What somebody types or follows as the code of a round, and what a device has stored of rounds.

use model::InstrumentRef;
use round::{Picture, RoundCode, RoundMemory, questionnaire_of};

/// Reads the text as each of them, and holds what was read to what is written of it again.
pub(crate) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let instruments = crate::instruments();
    let known: Vec<InstrumentRef> = instruments.iter().map(|one| one.reference()).collect();
    let asked_for = questionnaire_of(&text, &known);
    for instrument in &instruments {
        if let Ok(code) = RoundCode::read(&text, instrument) {
            assert_eq!(asked_for, Ok(instrument.reference()));
            assert!((1..=round::MAX_PEOPLE).contains(&code.people()));
            assert_eq!(RoundCode::read(&code.text(), instrument), Ok(code.clone()));
            assert_eq!(
                RoundCode::read(&code.fragment(), instrument),
                Ok(code.clone())
            );
            // Nothing was added here, and nothing is taken out.
            assert!(code.withdraw(&mut RoundMemory::default()).is_err());
        }
    }
    if let Ok(memory) = RoundMemory::read(&text) {
        assert_eq!(RoundMemory::read(&memory.text()), Ok(memory.clone()));
        let closed = instruments.iter().flat_map(|instrument| {
            let rounds = memory.rounds().iter();
            let pictures =
                rounds.filter_map(|round| round.closed_round(instrument)?.picture(instrument));
            pictures.collect::<Vec<_>>()
        });
        closed.for_each(|picture| check(&picture));
    }
}

fn check(picture: &Picture) {
    assert!(picture.people >= round::FEWEST);
    let facets = picture.facets.iter().flatten();
    let means = picture.scales.iter().chain(facets).chain(&picture.items);
    for mean in means.flatten() {
        assert!((0.0..=100.0).contains(&mean.points));
        assert!((round::FEWEST..=picture.people).contains(&mean.answered));
    }
}
