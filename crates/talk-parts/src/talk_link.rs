//! The fragment that leads from the page on which two views are compared to the agreements of that talk.

/// What it begins with.
const NAME: &str = "#talk=";

/// What stands between its parts; in no code.
const BETWEEN: char = '.';

/// The letter before the statement that is kept.
const KEEP: char = 'k';

/// The letter before the statement that is tried.
const TRY: char = 't';

/// Between whom a talk was, as their codes, and what a call review has come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkLink {
    /// The code of the rep.
    pub rep: String,
    /// The code of the manager.
    pub manager: String,
    /// Of a call review: the statement that is kept, as the place of its item.
    pub kept: Option<usize>,
    /// The statement that is tried with the next customer.
    pub tried: Option<usize>,
}

impl TalkLink {
    /// The fragment.
    pub fn fragment(&self) -> String {
        let mut text = [NAME, &self.rep].concat();
        text.push(BETWEEN);
        text.push_str(&self.manager);
        for (letter, item) in [(KEEP, self.kept), (TRY, self.tried)] {
            if let Some(item) = item {
                text.push(BETWEEN);
                text.push(letter);
                text.push_str(&item.to_string());
            }
        }
        text
    }

    /// Reads what stands after the name. What follows the codes and is not understood is left out.
    ///
    /// Returns `None` without two codes; whether they are any is for who opens them.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(BETWEEN);
        let (rep, manager) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        let mut link = Self {
            rep,
            manager,
            ..Self::default()
        };
        for part in parts {
            if let Some(item) = part.strip_prefix(KEEP) {
                link.kept = item.parse().ok();
            } else if let Some(item) = part.strip_prefix(TRY) {
                link.tried = item.parse().ok();
            }
        }
        Some(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for (keep, next) in [
            (None, None),
            (Some(0), None),
            (None, Some(15)),
            (Some(3), Some(12)),
        ] {
            let link = TalkLink {
                rep: "9B017DHR".to_owned(),
                manager: "9B017DHS".to_owned(),
                kept: keep,
                tried: next,
            };
            let fragment = link.fragment();
            let text = fragment
                .strip_prefix(NAME)
                .expect("it begins with its name");
            assert_eq!(TalkLink::read(text), Some(link));
        }
    }

    #[test]
    fn two_codes_are_needed_and_what_else_there_is_may_be_anything() {
        assert_eq!(TalkLink::read("one code"), None);
        let link = TalkLink::read("a.b.kx.t-1.k99999999999999999999999.?.").expect("two codes");
        assert_eq!((&*link.rep, &*link.manager), ("a", "b"));
        assert_eq!((link.kept, link.tried), (None, None));
    }
}
