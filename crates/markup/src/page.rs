//! A page as a parser of the HTML standard reads it, and what must hold of every one of ours.

use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;

/// Words that would judge, rank or compare somebody, or claim more for the scan than it is, in both
/// languages.
pub const JUDGING: [&str; 14] = [
    "blinde vlek",
    "blind spot",
    "gevalideerd",
    "validated",
    "ranglijst",
    "rangschik",
    "ranking",
    "leaderboard",
    "percentiel",
    "percentile",
    "bovengemiddeld",
    "above average",
    "onvoldoende",
    "geslaagd",
];

/// A page that was rendered, under a name by which a test says which one is at fault.
pub struct Page {
    name: String,
    document: Html,
}

impl Page {
    /// Reads the markup of what stands in the body.
    ///
    /// # Panics
    ///
    /// Where a browser would have to put it right.
    pub fn read(name: impl Into<String>, markup: &str) -> Self {
        Self::sound(name.into(), Html::parse_fragment(markup))
    }

    /// Reads a whole document.
    ///
    /// # Panics
    ///
    /// Where a browser would have to put it right.
    pub fn document(name: impl Into<String>, markup: &str) -> Self {
        Self::sound(name.into(), Html::parse_document(markup))
    }

    fn sound(name: String, document: Html) -> Self {
        assert!(document.errors.is_empty(), "{name}: {:?}", document.errors);
        Self { name, document }
    }

    /// The elements that a CSS selector finds, in order.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector);
        let selector = selector.unwrap_or_else(|why| panic!("{}: {why}", self.name));
        self.document.select(&selector).collect()
    }

    /// The values of an attribute of the elements that a CSS selector finds; one without it has none.
    pub fn values(&self, selector: &str, attribute: &str) -> Vec<&str> {
        let all = self.all(selector).into_iter();
        all.filter_map(|one| one.value().attr(attribute)).collect()
    }

    /// What can be read in each of the elements that a CSS selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let all = self.all(selector).into_iter();
        all.map(|one| one.text().collect()).collect()
    }

    /// Holds the page to what holds of every screen: one main heading and no level skipped, ids that
    /// are unique and references that lead somewhere, at most one way on, no style or script within it,
    /// and no button that submits.
    ///
    /// # Panics
    ///
    /// Where one of it does not hold.
    pub fn is_a_sound_screen(&self) {
        self.headings();
        self.ids();
        let ways_on = self.all("[data-part=button-primary]").len();
        assert!(ways_on <= 1, "{}: {ways_on} ways on", self.name);
        let inline = self.all("[style], script, style");
        assert!(inline.is_empty(), "{}: style or script", self.name);
        let buttons = self.all("button").len();
        let plain = self.all("button[type=button]").len();
        assert_eq!(buttons, plain, "{}: a button submits", self.name);
    }

    /// Holds the page to saying no word that judges or ranks.
    ///
    /// # Panics
    ///
    /// Where it says one.
    pub fn judges_nobody(&self) {
        let said = self.texts("[data-part=root]").concat().to_lowercase();
        for word in JUDGING {
            assert!(!said.contains(word), "{}: {word}", self.name);
        }
    }

    fn headings(&self) {
        let levels = self.all("h1, h2, h3, h4, h5, h6").into_iter();
        let levels: Vec<u32> = levels
            .map(|one| one.value().name()[1..].parse().expect("a level"))
            .collect();
        let main = levels.iter().filter(|level| **level == 1).count();
        assert_eq!(main, 1, "{}: {levels:?}", self.name);
        assert_eq!(levels.first(), Some(&1), "{}: {levels:?}", self.name);
        let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        assert!(!skips, "{}: {levels:?}", self.name);
    }

    fn ids(&self) {
        let ids = self.values("[id]", "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{}: {ids:?}", self.name);
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for value in self.values(&format!("[{attribute}]"), attribute) {
                for id in value.split_ascii_whitespace() {
                    assert!(unique.contains(id), "{}: {attribute} {id}", self.name);
                }
            }
        }
    }
}
