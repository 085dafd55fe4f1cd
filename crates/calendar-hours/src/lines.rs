//! The lines of a calendar: folded in the file, each with a name, parameters and a value.

/// A line of a calendar, such as `DTSTART;TZID=Europe/Amsterdam:20261102T090000`.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Its name, in whatever case.
    pub name: &'a str,
    parameters: &'a str,
    /// What stands behind the colon.
    pub value: &'a str,
}

impl<'a> Line<'a> {
    /// The line of this text; `None` where it has no value.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let colon = outside_quotes(text, b':')?;
        let (head, value) = (&text[..colon], &text[colon + 1..]);
        let semicolon = outside_quotes(head, b';').unwrap_or(head.len());
        let (name, parameters) = head.split_at(semicolon);
        Some(Self {
            name,
            parameters,
            value: value.trim_ascii(),
        })
    }

    /// The value of a parameter; empty where there is none.
    pub(crate) fn parameter(&self, name: &str) -> &'a str {
        let mut rest = self.parameters;
        while let Some(parameter) = rest.get(1..) {
            let end = outside_quotes(parameter, b';').unwrap_or(parameter.len());
            let (one, others) = parameter.split_at(end);
            if let Some(equals) = one.bytes().position(|byte| byte == b'=')
                && one[..equals].eq_ignore_ascii_case(name)
            {
                return one[equals + 1..].trim_matches('"');
            }
            rest = others;
        }
        ""
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(crate) fn says(&self, value: &str) -> bool {
        self.value.eq_ignore_ascii_case(value)
    }
}

/// Where this byte of ASCII stands for the first time outside quotes.
fn outside_quotes(text: &str, wanted: u8) -> Option<usize> {
    let mut quoted = false;
    text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == wanted && !quoted
    })
}

/// The bytes of a file with the lines joined that it folds: a line that begins with a space or a tab
/// goes on with the one before. Bytes, since a fold may stand within a character.
pub(crate) fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match rest {
            [b'\r', b'\n', b' ' | b'\t', after @ ..] | [b'\n', b' ' | b'\t', after @ ..] => after,
            [byte, after @ ..] => {
                joined.push(*byte);
                after
            }
            [] => return joined,
        };
    }
}
