//! The salt of a talk code and of its seal.

use crate::bits;
use crate::handed::{HandedOver, Shape};
use model::{Instrument, Session};
use sha2::{Digest, Sha256};

/// How many bits a salt has.
pub(crate) const SALT_BITS: usize = 17;

/// What sets this use of SHA-256 apart from every other.
const PURPOSE: &[u8] = b"mindset-mirror salt 1\0";

/// A number of 17 bits that sets two sessions apart whose answers are alike, so that nobody can tell
/// by their codes or seals that they are.
///
/// It is derived from the random id of the session and from which scales are withheld, and from no
/// answer. An id is never given twice, so no salt is taken over from another session; two of them are
/// alike once in 131,072 times. A result file holds the id, and so gives the same salt as the code
/// that was made of the same session with the same scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Salt(pub(crate) u32);

impl Salt {
    /// The salt of a session of which these scales are withheld, as indices into the instrument's.
    pub fn of_session(instrument: &Instrument, session: &Session, withheld: &[usize]) -> Self {
        let shape = Shape::new(instrument, session.form());
        let handed = HandedOver::new(instrument, &shape, session.answers(), withheld);
        Self::of(&handed, &session.parts().id)
    }

    pub(crate) fn of(handed: &HandedOver, session_id: &str) -> Self {
        let withheld = handed.withheld_bytes();
        let mut hash = Sha256::new();
        hash.update(PURPOSE);
        hash.update((withheld.len() as u32).to_be_bytes());
        hash.update(withheld);
        hash.update(session_id);
        let first = hash.finalize();
        let mut all = bits::Bits::default();
        first[..3].iter().for_each(|&byte| all.push(byte.into(), 8));
        Self(bits::number(&all.0[..SALT_BITS]))
    }

    /// Its number: below 131,072.
    pub fn number(self) -> u32 {
        self.0
    }
}
