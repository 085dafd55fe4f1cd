//! A result on screen that is not kept on this device.

use records::Attempt;

/// A result that is shown without being kept here.
pub struct Viewed {
    /// As it would be kept.
    pub attempt: Attempt,
    /// Where it comes from.
    pub source: Source,
}

/// Where a result that is only shown comes from.
pub enum Source {
    /// It is the fictional example.
    Example,
    /// It was opened from a file.
    File {
        /// When the file was made.
        exported_at: String,
        /// Scales whose stored figures are not what the answers give.
        differing: Vec<usize>,
        /// Scales that were left out of the file.
        withheld: Vec<usize>,
        /// Whether it was made with another text of the instrument.
        other_content: bool,
    },
}

impl Viewed {
    /// Scales that were left out of the file it was opened from.
    pub fn withheld(&self) -> &[usize] {
        match &self.source {
            Source::Example => &[],
            Source::File { withheld, .. } => withheld,
        }
    }
}
