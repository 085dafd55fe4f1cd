//! From how many people on a figure of a group is given.
//!
//! Two reasons set these numbers. Below five and ten people somebody could be recognised: the
//! threshold rule of statistical disclosure control (Hundepool et al., 2012). Below thirty, fifty
//! and a hundred a coefficient is too uncertain to say anything: the 95 % interval of an alpha of
//! .75 over eight items runs from .59 to .87 with 30 people (Feldt, Woodruff and Salih, 1987).
//!
//! There is no lowest and no highest score for any number of people: they would be one person's.

/// People from whom on a mean is given. Below this number nothing is said but the number itself.
pub const MEAN: u64 = 5;
/// People from whom on the standard deviation is given.
pub const SPREAD: u64 = 8;
/// People from whom on a mean is given with decimals; below it is rounded to whole points.
pub const DECIMALS: u64 = 10;
/// People from whom on the answers to a single item or question are counted.
pub const DISTRIBUTION: u64 = 10;
/// People with every item of a scale answered, from whom on alpha and its interval are given.
pub const ALPHA: u64 = 30;
/// People with every item of a scale answered, from whom on its items are judged one by one.
pub const ITEMS: u64 = 50;
/// People with every item of a scale answered, from whom on one factor is fitted.
pub const OMEGA: u64 = 100;
