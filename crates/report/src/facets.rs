//! What is said about the facets of a scale: words, and only of facets whose every answer is known.

use model::{Answers, Instrument, Polarity};
use scoring::keyed;

/// The facets of one scale, as indices into its list. A facet stands in one of the three lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetsReport {
    /// Every answer is favourable.
    pub strong: Vec<usize>,
    /// The least favourable of the scale, and not beyond the middle; several when they are equal.
    pub to_gain: Vec<usize>,
    /// Nothing is said about these.
    pub unsaid: Vec<usize>,
}

/// The favourable answers to one facet: their sum, how many there are, and the lowest.
struct Favour {
    sum: u32,
    count: u32,
    lowest: u32,
}

/// Which facets of a scale are strong and which have most to gain. A facet with an answer left out,
/// or without sentences, says nothing.
pub(super) fn facets(instrument: &Instrument, answers: &Answers, scale: usize) -> FacetsReport {
    let response = instrument.response_scale();
    let twice_the_middle = u32::from(response.min) + u32::from(response.max);
    let facets = instrument.scales()[scale].facets.iter().enumerate();
    let favours: Vec<Option<Favour>> = facets
        .map(|(n, facet)| {
            facet.texts.as_ref()?;
            favour(instrument, answers, scale, n)
        })
        .collect();
    // Means of different numbers of answers are compared crosswise, in integers.
    let is_least = |one: &Favour| {
        let mut others = favours.iter().flatten();
        others.all(|other| one.sum * other.count <= other.sum * one.count)
    };
    let mut report = FacetsReport::default();
    for (n, favour) in favours.iter().enumerate() {
        let list = match favour {
            Some(one) if 2 * one.lowest > twice_the_middle => &mut report.strong,
            Some(one) if is_least(one) && 2 * one.sum <= one.count * twice_the_middle => {
                &mut report.to_gain
            }
            _ => &mut report.unsaid,
        };
        list.push(n);
    }
    report
}

/// The answers to a facet, turned so that high is favourable; `None` when one is missing.
fn favour(
    instrument: &Instrument,
    answers: &Answers,
    scale: usize,
    facet: usize,
) -> Option<Favour> {
    let response = instrument.response_scale();
    let limiting = instrument.scales()[scale].polarity == Polarity::Limiting;
    let mut values = Vec::new();
    for item in instrument.facet_items(scale, facet) {
        let value = keyed(
            answers.rating(item)?,
            instrument.items()[item].key,
            response,
        );
        values.push(u32::from(match limiting {
            true => response.min + (response.max - value),
            false => value,
        }));
    }
    Some(Favour {
        sum: values.iter().sum(),
        count: values.len() as u32,
        lowest: *values.iter().min()?,
    })
}
