//! The sentences of a report in a language, which screens and documents share.

use super::{Report, ScaleReport, Strength};
use i18n::Messages;
use model::Session;
use model::{Instrument, Language, Polarity, Scale};

/// A strength as a sentence, and the index of the scale it belongs to.
pub fn strength_text(
    instrument: &Instrument,
    session: &Session,
    strength: Strength,
    language: Language,
    messages: &Messages,
) -> (String, usize) {
    match strength {
        Strength::Clear(n) | Strength::Mixed(n) => {
            let scale = &instrument.scales()[n];
            let text = match &scale.in_brief {
                Some(brief) if strength == Strength::Clear(n) => &brief.strength_clear,
                Some(brief) => &brief.strength_mixed,
                None => &scale.short_name,
            };
            (text.get(language).to_owned(), n)
        }
        Strength::Answer(n) => {
            let (item, form) = (&instrument.items()[n], session.form());
            let rating = session.answers().rating(n);
            let scale = instrument.response_scale();
            let option = rating.and_then(|rating| scale.option_for(form, rating.value()));
            let label = option.map_or("", |option| option.label.get(language));
            let text = instrument.item_text(form, n).get(language);
            let sentence = messages.result.strongest_answer(text, label);
            (sentence, item.scale)
        }
    }
}

/// What there is most to gain with, as a sentence. Of a scale of beliefs it quotes the belief agreed
/// with most, where answers may be told.
pub fn lever_text(
    instrument: &Instrument,
    report: &Report,
    scale: usize,
    may_quote: bool,
    language: Language,
) -> String {
    let items = instrument.items();
    let mut beliefs = report.beliefs.iter();
    let belief = beliefs.find(|&&item| may_quote && items[item].scale == scale);
    let scale = &instrument.scales()[scale];
    let brief = scale.in_brief.as_ref();
    let quotes = brief.and_then(|brief| brief.lever_belief.as_ref());
    match (brief, quotes, belief) {
        (_, Some(text), Some(&item)) => {
            let belief = items[item].text.get(language);
            filled(text.get(language), &[("belief", belief)])
        }
        (Some(brief), ..) => brief.lever.get(language).to_owned(),
        (None, ..) => scale.goals.learning.agreed.get(language).to_owned(),
    }
}

/// A text of the definition with its placeholders, such as `{n}`, replaced by these values.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    // By characters: searching for a text would bring an algorithm of some kilobytes.
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&["{", name, "}"].concat()),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The label of a score's band; without a score, why there is none.
pub fn band_label(
    scale: &Scale,
    report: &ScaleReport,
    language: Language,
    messages: &Messages,
) -> String {
    let t = &messages.result;
    let score = &report.score;
    let Some(scored) = &score.scored else {
        if report.withheld {
            return messages.files.not_shared.to_owned();
        }
        return t.too_few(score.answered, score.needed, score.total);
    };
    let label = scale.band(scored.band).label.get(language);
    label.to_owned()
}

/// What the direction of a limiting scale means, where there is a score.
pub fn direction_text(
    scale: &Scale,
    report: &ScaleReport,
    messages: &'static Messages,
) -> Option<&'static str> {
    let limiting = scale.polarity == Polarity::Limiting && report.score.scored.is_some();
    limiting.then_some(messages.result.lower_is_favourable)
}
