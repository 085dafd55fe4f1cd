//! The instrument as a test reads it: straight from the file, not through the program
//! under test.

use crate::Outcome;
use crate::names::Language;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Answers by item id; an item that is not in it was skipped.
pub type Answers = BTreeMap<String, u8>;

/// The instrument file, and what tests derive from it.
pub struct Instrument(Value);

impl Instrument {
    /// Reads `content/sales-mindset/0.2.0.json`.
    pub fn read() -> Outcome<Self> {
        let path = "../../content/sales-mindset/0.2.0.json";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        Ok(Self(serde_json::from_str(&std::fs::read_to_string(path)?)?))
    }

    /// A custom questionnaire of the server of hosts.
    pub fn custom(name: &str) -> Outcome<Self> {
        let definition = crate::custom::definition(name);
        Ok(Self(definition.ok_or("no such questionnaire")?))
    }

    /// Item ids in the order in which they are shown.
    pub fn order(&self) -> Vec<String> {
        list(&self.0["presentation"]["pages"])
            .flat_map(list)
            .map(text)
            .collect()
    }

    /// How many items each page has.
    pub fn pages(&self) -> Vec<usize> {
        list(&self.0["presentation"]["pages"])
            .map(|page| list(page).count())
            .collect()
    }

    /// Ids of the context questions.
    pub fn context(&self) -> Vec<String> {
        list(&self.0["context_questions"])
            .map(|asked| text(&asked["id"]))
            .collect()
    }

    /// The names of the scales.
    pub fn scale_names(&self, language: Language) -> Vec<String> {
        list(&self.0["scales"])
            .map(|scale| text(&scale["name"][language.tag()]))
            .collect()
    }

    /// The names of the scales as headings.
    pub fn short_names(&self, language: Language) -> Vec<String> {
        list(&self.0["scales"])
            .map(|scale| text(&scale["short_name"][language.tag()]))
            .collect()
    }

    /// The wording of an item.
    pub fn wording(&self, item: &str, language: Language) -> String {
        let found = list(&self.0["items"]).find(|entry| entry["id"] == item);
        found.map_or_else(String::new, |entry| text(&entry["text"][language.tag()]))
    }

    /// Ids of the items of a scale.
    pub fn items_of(&self, scale: &str) -> Vec<String> {
        list(&self.0["items"])
            .filter(|item| item["scale"] == scale)
            .map(|item| text(&item["id"]))
            .collect()
    }

    /// The label of an answer.
    pub fn label(&self, value: u8, language: Language) -> String {
        let found = list(&self.0["response_scale"]["labels"]).find(|l| l["value"] == value);
        found.map_or_else(String::new, |entry| text(&entry["text"][language.tag()]))
    }

    /// Percent of maximum possible by scale (Cohen, Cohen, Aiken and West, 1999), worked
    /// out here by hand for scales that are answered completely.
    pub fn percents(&self, answers: &Answers) -> BTreeMap<String, f64> {
        let mut sums: BTreeMap<String, (i32, i32)> = BTreeMap::new();
        for item in list(&self.0["items"]) {
            let Some(&given) = answers.get(&text(&item["id"])) else {
                continue;
            };
            let turned = if item["key"] == "-" {
                6 - i32::from(given)
            } else {
                i32::from(given)
            };
            let (sum, count) = sums.entry(text(&item["scale"])).or_default();
            *sum += turned;
            *count += 1;
        }
        sums.into_iter()
            .map(|(scale, (sum, count))| (scale, f64::from(sum - count) * 25.0 / f64::from(count)))
            .collect()
    }

    /// Answers to every item that differ from one to the next and use the whole scale.
    pub fn varied(&self) -> Answers {
        (0u32..)
            .zip(self.order())
            .map(|(place, item)| (item, u8::try_from(place * 7 % 5 + 1).unwrap_or(1)))
            .collect()
    }

    /// Answers of someone who means them: agrees with what supports, disagrees with what
    /// limits, more and less strongly in turn.
    pub fn meant(&self) -> Answers {
        let items = list(&self.0["items"]).zip([4, 5].into_iter().cycle());
        items
            .map(|(item, agreed)| {
                let limiting = item["scale"] == "limiting_beliefs";
                let agrees = (item["key"] == "+") != limiting;
                (text(&item["id"]), if agrees { agreed } else { 6 - agreed })
            })
            .collect()
    }

    /// The same answer to every item.
    pub fn alike(&self, value: u8) -> Answers {
        self.order().into_iter().map(|item| (item, value)).collect()
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
