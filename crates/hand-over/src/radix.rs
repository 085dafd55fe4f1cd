//! A list of digits as one number, in as few bits as the largest such number takes.

/// A number of any size, in limbs of 32 bits, the lowest first.
type Number = Vec<u32>;

/// How many bits `count` digits of a base take, at least 2: those of the largest such number.
pub(crate) fn width(base: u32, count: usize) -> usize {
    let largest = number_of(base, (0..count).map(|_| base - 1));
    match largest.iter().rposition(|&limb| limb != 0) {
        Some(last) => 32 * last + (32 - largest[last].leading_zeros() as usize),
        None => 0,
    }
}

/// These digits, each below the base and the first one the highest, in so many bits.
pub(crate) fn to_bits(base: u32, digits: &[u32], width: usize) -> Vec<bool> {
    let number = number_of(base, digits.iter().copied());
    let bit = |at: usize| {
        number
            .get(at / 32)
            .is_some_and(|limb| limb >> (at % 32) & 1 == 1)
    };
    (0..width).rev().map(bit).collect()
}

/// The digits that bits hold; `None` where the number is larger than so many digits can say.
pub(crate) fn from_bits(base: u32, count: usize, bits: &[bool]) -> Option<Vec<u32>> {
    let limbs = bits.rchunks(32);
    let mut number: Number = limbs.map(crate::bits::number).collect();
    let mut digits = vec![0; count];
    for digit in digits.iter_mut().rev() {
        *digit = divide(&mut number, base);
    }
    number.iter().all(|&limb| limb == 0).then_some(digits)
}

fn number_of(base: u32, digits: impl Iterator<Item = u32>) -> Number {
    let mut number = Number::new();
    for digit in digits {
        let mut carry = u64::from(digit);
        for limb in &mut number {
            carry += u64::from(*limb) * u64::from(base);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry != 0 {
            number.push(carry as u32);
        }
    }
    number
}

/// Divides a number, and gives what is left over.
fn divide(number: &mut Number, by: u32) -> u32 {
    let mut rest = 0;
    for limb in number.iter_mut().rev() {
        let dividend = rest << 32 | u64::from(*limb);
        *limb = (dividend / u64::from(by)) as u32;
        rest = dividend % u64::from(by);
    }
    rest as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Widths are the whole numbers above n log2(b): 32 log2(6) = 82.7 and 24 log2(7) = 67.4.
    #[test]
    fn digits_take_no_more_bits_than_their_largest_number() {
        assert_eq!((width(6, 32), width(7, 24)), (83, 68));
        assert_eq!((width(2, 64), width(2, 65), width(3, 0)), (64, 65, 0));
        for count in 1..200 {
            let exact = count as f64 * 6_f64.log2();
            assert_eq!(width(6, count), exact.ceil() as usize);
        }
    }

    #[test]
    fn digits_come_back_and_a_number_that_is_too_large_does_not() {
        let digits = [5, 0, 3, 2, 5, 1, 0, 4, 4, 5, 0, 1, 5, 5];
        let bits = to_bits(6, &digits, width(6, digits.len()));
        assert_eq!(from_bits(6, digits.len(), &bits), Some(digits.to_vec()));
        // 6 to the power of 2 is 36, in six bits: 35 is 55, and 36 is one too many.
        assert_eq!(
            from_bits(6, 2, &to_bits(2, &[1, 0, 0, 0, 1, 1], 6)),
            Some(vec![5, 5])
        );
        assert_eq!(from_bits(6, 2, &to_bits(2, &[1, 0, 0, 1, 0, 0], 6)), None);
    }
}
