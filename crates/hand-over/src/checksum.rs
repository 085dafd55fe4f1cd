//! The checksum of a talk code: CRC-15/CAN.
//!
//! Generator polynomial x^15 + x^14 + x^10 + x^8 + x^7 + x^4 + x^3 + 1 (0x4599 without its highest
//! term), register 0 at the start, the highest bit first: *CAN Specification 2.0*, Robert Bosch GmbH,
//! 1991, part A, 3.1.1.
//!
//! A cyclic code finds every burst of errors that is no longer than its degree, at whatever length,
//! as the polynomial has a constant term (Peterson and Brown, "Cyclic Codes for Error Detection",
//! 1961). A character holds five bits. So one wrong character (a burst of at most 5), two
//! neighbours that changed places (at most 10), and any change within three neighbours (at most 15) is
//! always found, and of all other changes all but about one in 32,768. The checksum stands last, right
//! behind what it is of: that holds for its own characters too.

/// How many bits a checksum has: the degree of the polynomial.
pub(crate) const CHECKSUM_BITS: usize = 15;

/// The polynomial without its highest term.
const POLYNOMIAL: u16 = 0x4599;

/// The remainder of these bits: their checksum; 0 where they end in the checksum of what stands
/// before it.
pub(crate) fn checksum(bits: &[bool]) -> u16 {
    bits.iter().fold(0, |register, &bit| {
        let overflows = (register >> (CHECKSUM_BITS - 1) & 1 == 1) != bit;
        let shifted = register << 1 & 0x7FFF;
        if overflows {
            shifted ^ POLYNOMIAL
        } else {
            shifted
        }
    })
}

/// Whether bits end in the checksum of what stands before it.
pub(crate) fn is_intact(bits: &[bool]) -> bool {
    // With the checksum itself the register is multiplied by x^15 once more, and stays 0.
    checksum(bits) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bits::Bits;

    /// The check value of CRC-15/CAN in the catalogue of parametrised CRC algorithms (Cook).
    #[test]
    fn the_checksum_is_the_published_one() {
        let mut bits = Bits::default();
        for byte in b"123456789" {
            bits.push((*byte).into(), 8);
        }
        assert_eq!(checksum(&bits.0), 0x059E);
        assert!(!is_intact(&bits.0));
        bits.push(0x059E, CHECKSUM_BITS);
        assert!(is_intact(&bits.0));
    }

    /// The checksum is linear: whether a change is found depends on the changed bits alone. So this
    /// is every change within three neighbouring characters of every code there can be.
    #[test]
    fn every_change_within_three_neighbouring_characters_is_found_at_every_length() {
        const LONGEST: usize = crate::MAX_CHARACTERS * 5;
        let mut bits = Bits::default();
        for pattern in 1..1 << 15 {
            bits.0.clear();
            bits.push(pattern, 15);
            // What follows multiplies the remainder by x, which never makes it 0 again.
            assert_ne!(checksum(&bits.0), 0);
        }
        for pattern in [1, 0b11111, 0x7FFF] {
            bits.0.clear();
            bits.push(pattern, 15);
            while bits.0.len() < LONGEST {
                bits.push(0, 5);
                assert_ne!(checksum(&bits.0), 0);
            }
        }
    }
}
