//! What is handed over of a session: its form, which scales are withheld, and the answers to the rest.

use model::{Answer, Answers, Form, Instrument, InstrumentRef, Rating};

/// The digit of an item that was skipped, or that is withheld.
const SKIPPED: u32 = 0;

/// How the answers to a form become digits, item after item in the instrument's order. Every item has
/// the same digits: 0 for skipped, then the options of the response scale from the lowest on, then, on
/// a form about another person, *cannot judge*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub form: Form,
    /// The items of the form, as indices into the instrument's, in its order.
    pub items: Vec<usize>,
    /// The scales of which the form asks an item, as indices into the instrument's, in its order.
    pub scales: Vec<usize>,
    /// How many digits there are.
    pub base: u32,
}

impl Shape {
    pub fn new(instrument: &Instrument, form: Form) -> Self {
        let all = 0..instrument.items().len();
        let items: Vec<usize> = all
            .filter(|&item| instrument.is_asked(form, item))
            .collect();
        let asks = |scale: &usize| {
            let mut scales = items.iter().map(|&item| instrument.items()[item].scale);
            scales.any(|one| one == *scale)
        };
        let scales = (0..instrument.scales().len()).filter(asks).collect();
        let options = instrument.response_scale().steps() + 1;
        Self {
            form,
            items,
            scales,
            base: 1 + options + u32::from(form.is_about_another()),
        }
    }
}

/// What is handed over. Of a scale that is withheld nothing is in it but that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HandedOver {
    pub reference: InstrumentRef,
    pub form: Form,
    /// Whether each scale of the form is withheld.
    pub withheld: Vec<bool>,
    /// The digit of each item of the form.
    pub digits: Vec<u32>,
}

impl HandedOver {
    /// An item without an answer counts as skipped. Of `withheld` only scales of the form count.
    pub fn new(
        instrument: &Instrument,
        shape: &Shape,
        answers: &Answers,
        withheld: &[usize],
    ) -> Self {
        let digit = |&item: &usize| {
            if withheld.contains(&instrument.items()[item].scale) {
                return SKIPPED;
            }
            match answers.get(item) {
                Some(Answer::Rated(rating)) => {
                    let option = rating.value().checked_sub(instrument.response_scale().min);
                    let digit = option.map_or(SKIPPED, |option| u32::from(option) + 1);
                    let options = instrument.response_scale().steps() + 1;
                    if digit <= options { digit } else { SKIPPED }
                }
                Some(Answer::CannotJudge) if shape.form.is_about_another() => shape.base - 1,
                Some(Answer::CannotJudge | Answer::Skipped) | None => SKIPPED,
            }
        };
        Self {
            reference: instrument.reference(),
            form: shape.form,
            withheld: shape
                .scales
                .iter()
                .map(|scale| withheld.contains(scale))
                .collect(),
            digits: shape.items.iter().map(digit).collect(),
        }
    }

    /// The answers, with none to the items of scales that are withheld; `None` where a digit says
    /// something of such an item, or is no answer of the form.
    pub fn answers(&self, instrument: &Instrument, shape: &Shape) -> Option<Answers> {
        let scale = instrument.response_scale();
        let withheld = self.withheld_scales(shape);
        let mut answers = Answers::none(instrument);
        for (&item, &digit) in shape.items.iter().zip(&self.digits) {
            if withheld.contains(&instrument.items()[item].scale) {
                if digit != SKIPPED {
                    return None;
                }
                continue;
            }
            let answer = match digit {
                SKIPPED => Answer::Skipped,
                _ if digit <= scale.steps() + 1 => {
                    let value = u32::from(scale.min) + digit - 1;
                    Answer::Rated(Rating::new(u8::try_from(value).ok()?, scale)?)
                }
                _ => Answer::CannotJudge,
            };
            answers = answers.with(item, answer);
        }
        Some(answers)
    }

    /// The scales that are withheld, as indices into the instrument's, ascending.
    pub fn withheld_scales(&self, shape: &Shape) -> Vec<usize> {
        let scales = shape.scales.iter().zip(&self.withheld);
        scales
            .filter(|(_, withheld)| **withheld)
            .map(|(&scale, _)| scale)
            .collect()
    }

    /// One byte a scale of the form: 1 where it is withheld.
    pub fn withheld_bytes(&self) -> Vec<u8> {
        self.withheld.iter().map(|&one| u8::from(one)).collect()
    }
}

/// The number of a form in a code and in what a seal is of.
pub(crate) fn form_number(form: Form) -> u32 {
    match form {
        Form::SelfReport => 0,
        Form::Manager => 1,
        Form::Observer => 2,
    }
}
