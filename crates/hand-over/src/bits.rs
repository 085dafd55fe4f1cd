//! Numbers of a fixed width, one after another, the highest bit first.

/// Bits in the order in which they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(
    /// The bits, in their order.
    pub Vec<bool>,
);

impl Bits {
    /// Appends the lowest `width` bits of a number.
    pub fn push(&mut self, number: u32, width: usize) {
        self.0
            .extend((0..width).rev().map(|bit| number >> bit & 1 == 1));
    }
}

/// Bits that are read from the front.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'a>(
    /// Those that have not been read.
    pub &'a [bool],
);

impl<'a> Unread<'a> {
    /// The next bits; fewer where there are not so many.
    pub fn take(&mut self, width: usize) -> &'a [bool] {
        let (taken, rest) = self.0.split_at(width.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// The number in the next bits, at most 32 of them.
    pub fn number(&mut self, width: usize) -> u32 {
        number(self.take(width))
    }
}

/// The number that at most 32 bits say.
pub(crate) fn number(bits: &[bool]) -> u32 {
    bits.iter()
        .fold(0, |number, &bit| number << 1 | u32::from(bit))
}
