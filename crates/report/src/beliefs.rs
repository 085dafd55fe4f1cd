//! The limiting beliefs a person agreed with.

use model::{Answers, Rating};
use model::{Instrument, Key, Polarity};

/// The limiting beliefs agreed with, as item indices with their ratings, in the
/// instrument's order. Agreed with is above the midpoint of the response scale.
pub fn believed<'a>(
    instrument: &'a Instrument,
    answers: &'a Answers,
) -> impl Iterator<Item = (usize, Rating)> + 'a {
    let response = instrument.response_scale();
    let twice_the_midpoint = u32::from(response.min) + u32::from(response.max);
    let items = instrument.items().iter().enumerate();
    items.filter_map(move |(n, item)| {
        let limiting = instrument.scales()[item.scale].polarity == Polarity::Limiting;
        let rating = answers.rating(n)?;
        let agreed = 2 * u32::from(rating.value()) > twice_the_midpoint;
        (limiting && item.key == Key::Plus && agreed).then_some((n, rating))
    })
}
