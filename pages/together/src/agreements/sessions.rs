//! Which sessions a talk is about: those of this device, and those that are known by their seal alone.

use crate::shell::Shell;
use hand_over::{Seal, TalkCode, questionnaire_of};
use records::AgreementRecord;

/// What the id of a session begins with that is known by its seal alone. The code itself would carry the
/// answers along with the agreements.
const SEAL_SESSION: &str = "seal-";

/// Most themes of a questionnaire of which it is tried what may have been withheld.
const MAX_SCALES_TRIED: usize = 8;

impl Shell {
    /// The sessions of the talk that is open, the rep's first.
    pub(super) fn talk_sessions(&self) -> Vec<String> {
        let mut sessions = Vec::new();
        for code in self.talk.iter().flatten() {
            let Some(seal) = self.seal_of_code(code) else {
                continue;
            };
            // On this device the attempt is known that the code was made of.
            sessions.extend(self.attempt_of_seal(seal));
            let seal: String = seal.to_string().split('-').collect();
            sessions.push([SEAL_SESSION, &seal].concat());
        }
        sessions
    }

    /// Joins an agreement that was made on a seal to the attempt of this device that has it.
    pub(super) fn join_own(&self, record: &mut AgreementRecord) {
        let seals = record.session_ids.iter();
        let seals = seals.filter_map(|id| Seal::parse(id.strip_prefix(SEAL_SESSION)?).ok());
        for seal in seals.collect::<Vec<_>>() {
            let Some(own) = self.attempt_of_seal(seal) else {
                continue;
            };
            if !record.is_joined_to(&own) {
                // Made on it: it comes first, so that the result shows it.
                record.session_ids.insert(0, own);
            }
        }
    }

    /// The attempt of this device that has this seal, with whichever themes were withheld.
    fn attempt_of_seal(&self, seal: Seal) -> Option<String> {
        let mut attempts = self.device.attempts().iter();
        let found = attempts.find(|one| {
            let scales = one.instrument.scales().len();
            scales <= MAX_SCALES_TRIED
                && (0..1_u32 << scales).any(|withheld| {
                    let withheld: Vec<usize> = (0..scales)
                        .filter(|scale| withheld & (1 << scale) != 0)
                        .collect();
                    Seal::of_session(&one.instrument, &one.session, &withheld) == seal
                })
        });
        Some(found?.id().to_owned())
    }

    /// The seal of a code, where it is one.
    fn seal_of_code(&self, code: &str) -> Option<Seal> {
        let reference = questionnaire_of(code, &self.library.listed()).ok()?;
        let instrument = self.library.find(&reference)?;
        let today = self.ports.clock.now().day();
        Some(TalkCode::read(code, &instrument, today).ok()?.seal())
    }
}
