//! How figures, names and drawings are written here.

use crate::desk::instrument;
use crate::shell::Shell;
use i18n::decimal;
use model::{Day, Form, Language, Timestamp};
use team::PoolKey;
use ui::{element_with, fragment, text};
use yew::prelude::*;

/// A place of a drawing, in percent of its width.
pub(crate) fn at(percent: f64) -> String {
    decimal(percent, 3) + "%"
}

/// A coefficient with two places, as the language writes it, such as `0,81`.
pub(crate) fn coefficient(value: f64, language: Language) -> String {
    let hundredths = (value.abs() * 100.0).round() as u64;
    let mark = match language {
        Language::Nl => ",",
        Language::En => ".",
    };
    let sign = match value < 0.0 && hundredths > 0 {
        true => "−",
        false => "",
    };
    let rest = hundredths % 100;
    let tens = match rest {
        0..10 => "0",
        _ => "",
    };
    let (one, rest) = ((hundredths / 100).to_string(), rest.to_string());
    [sign, &one, mark, tens, &rest].concat()
}

/// A day as the language writes it.
pub(crate) fn day(day: Day, language: Language) -> String {
    let start: Timestamp = day.start();
    i18n::long_date(start.as_str(), language)
}

/// Names of pools.
pub(crate) struct Named<'a>(&'a Shell);

impl<'a> Named<'a> {
    /// As the page is.
    pub fn of(shell: &'a Shell) -> Self {
        Self(shell)
    }

    /// A questionnaire with its version, language and form, in sentences.
    pub fn pool(&self, pool: &PoolKey) -> String {
        let shell = self.0;
        let t = &shell.texts().view;
        let language = match pool.language {
            Some(Language::Nl) => t.languages[0],
            Some(Language::En) => t.languages[1],
            None => t.no_language,
        };
        let version = &pool.instrument.version;
        let is_scan = pool.instrument.id == talk_parts::SCAN;
        let known = instrument(&shell.library.catalogue, pool);
        let name = match known.filter(|_| !is_scan) {
            Some(known) => {
                let title = known.title().get(shell.library.language);
                t.other_scan_of(title, version, language)
            }
            None if is_scan => t.scan_of(version, language),
            None => t.other_scan_of(&pool.instrument.id, version, language),
        };
        let form = match pool.form {
            Form::SelfReport => return name,
            Form::Manager => t.forms[0],
            Form::Observer => t.forms[1],
        };
        [&*name, " ", form].concat()
    }
}

/// The hatchings of disagreement, once for all drawings of the page.
pub(crate) fn patterns() -> Html {
    let pattern = |id: &str, gap: &str| {
        let names = &["id", "width", "height", "patternUnits", "patternTransform"];
        let values = [id, gap, gap, "userSpaceOnUse", "rotate(45)"];
        let line = {
            let names = &["class", "x1", "x2", "y1", "y2"];
            let values = ["hatch-line", "0.75", "0.75", "0", gap];
            element_with("line", names, values, Html::default())
        };
        element_with("pattern", names, values, line)
    };
    let content = fragment([pattern("team-hatch", "7"), pattern("team-hatch-close", "4")]);
    let names = &["class", "aria-hidden", "focusable"];
    element_with("svg", names, ["team-patterns", "true", "false"], content)
}

/// A line of a drawing, between the two xs and the two ys.
pub(crate) fn line(class: &'static str, [x1, x2, y1, y2]: [&str; 4]) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    element_with("line", names, [class, x1, x2, y1, y2], Html::default())
}

/// A text in a drawing, around this place.
pub(crate) fn label(class: &'static str, x: &str, y: &str, label: String) -> Html {
    let names = &["class", "x", "y", "text-anchor", "dominant-baseline"];
    let values = [class, x, y, "middle", "central"];
    element_with("text", names, values, text(label))
}

#[cfg(test)]
mod tests {
    use super::coefficient;
    use model::Language;

    #[test]
    fn a_coefficient_has_two_places_and_its_sign() {
        for (value, nl, en) in [
            (0.807, "0,81", "0.81"),
            (1.0, "1,00", "1.00"),
            (-0.051, "−0,05", "−0.05"),
            (-0.001, "0,00", "0.00"),
        ] {
            assert_eq!(coefficient(value, Language::Nl), nl);
            assert_eq!(coefficient(value, Language::En), en);
        }
    }
}
