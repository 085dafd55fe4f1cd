//! What the definition says of a set of answers, worked out straight from its JSON: nothing here
//! uses the product's reader, scores or report, so that those can be held against it.

use serde_json::Value;

/// A definition with a response scale from 1 to 5, as its authors wrote it.
pub struct Written {
    pub definition: Value,
    pub items: Vec<WrittenItem>,
    pub scales: Vec<WrittenScale>,
}

/// An item, in the file's order.
pub struct WrittenItem {
    pub id: String,
    pub plus: bool,
    /// Whether a form about another person asks it.
    pub asked_of_others: bool,
}

/// A scale, with its items as places in the file's list.
pub struct WrittenScale {
    pub id: String,
    pub limiting: bool,
    pub items: Vec<usize>,
    pub facets: Vec<WrittenFacet>,
}

/// A facet and its two items.
pub struct WrittenFacet {
    pub id: String,
    pub items: [usize; 2],
}

/// What is said about a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    Strong,
    ToGain,
    Nothing,
    /// Nothing, as an answer is missing.
    Missing,
}

/// The score of a scale in whole steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Steps {
    pub taken: i32,
    pub most: i32,
}

/// One set of answers; `None` is skipped, or not asked. Of the questions about the situation the ids
/// of what was chosen.
pub struct Given<'a> {
    pub raw: Vec<Option<u8>>,
    pub context: Vec<(&'a str, &'a str)>,
    /// Whether it is about another person.
    pub of_others: bool,
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

pub fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

impl Written {
    pub fn new(definition: Value) -> Self {
        let scales = list(&definition["scales"]);
        let is_limiting = |scale: &Value| scale["polarity"] == "limiting";
        let items: Vec<WrittenItem> = list(&definition["items"])
            .iter()
            .map(|item| {
                let scale = scales.iter().find(|scale| scale["id"] == item["scale"]);
                WrittenItem {
                    id: text(&item["id"]).to_owned(),
                    plus: item["key"] == "+",
                    asked_of_others: item["manager_text"].is_object()
                        && item["observable_by_manager"] != "no"
                        && !is_limiting(scale.expect("a known scale")),
                }
            })
            .collect();
        let place = |id: &Value| {
            let place = items.iter().position(|item| item.id == text(id));
            place.expect("a known item")
        };
        let facet = |facet: &Value| WrittenFacet {
            id: text(&facet["id"]).to_owned(),
            items: [place(&facet["items"][0]), place(&facet["items"][1])],
        };
        let scales = scales.iter().map(|scale| WrittenScale {
            id: text(&scale["id"]).to_owned(),
            limiting: is_limiting(scale),
            items: list(&definition["items"])
                .iter()
                .filter(|item| item["scale"] == scale["id"])
                .map(|item| place(&item["id"]))
                .collect(),
            facets: list(&scale["facets"]).iter().map(facet).collect(),
        });
        let scales = scales.collect();
        Self {
            definition,
            items,
            scales,
        }
    }

    fn scale(&self, id: &str) -> &WrittenScale {
        let mut scales = self.scales.iter();
        scales.find(|scale| scale.id == id).expect("a known scale")
    }

    /// What an answer counts as on its scale, where a high score is the scale's own direction.
    pub fn counts_as(&self, item: usize, given: &Given) -> Option<u8> {
        let value = given.raw[item]?;
        Some(if self.items[item].plus {
            value
        } else {
            6 - value
        })
    }

    /// The same, where high is favourable whatever the scale.
    fn favourable(&self, scale: &WrittenScale, item: usize, given: &Given) -> Option<u8> {
        let value = self.counts_as(item, given)?;
        Some(if scale.limiting { 6 - value } else { value })
    }

    /// The score of a scale: none with fewer than three quarters answered of what is asked.
    pub fn steps(&self, scale: &WrittenScale, given: &Given) -> Option<Steps> {
        let asked = |item: &&usize| !given.of_others || self.items[**item].asked_of_others;
        let asked = scale.items.iter().filter(asked).count();
        let values = scale.items.iter();
        let values: Vec<i32> = values
            .filter_map(|&item| self.counts_as(item, given).map(i32::from))
            .collect();
        (asked > 0 && 4 * values.len() >= 3 * asked).then(|| Steps {
            taken: values.iter().map(|value| value - 1).sum(),
            most: 4 * values.len() as i32,
        })
    }

    /// What is said about each facet of a scale.
    pub fn said(&self, scale: &WrittenScale, given: &Given) -> Vec<Said> {
        let pairs: Vec<Option<[u8; 2]>> = scale
            .facets
            .iter()
            .map(|facet| {
                let [plus, minus] = facet.items;
                let plus = self.favourable(scale, plus, given)?;
                Some([plus, self.favourable(scale, minus, given)?])
            })
            .collect();
        said(&pairs)
    }

    /// Whether a condition of a pattern holds.
    pub fn holds(&self, when: &Value, given: &Given) -> bool {
        if let Some(each) = when["all"].as_array() {
            return each.iter().all(|one| self.holds(one, given));
        }
        if let Some(each) = when["any"].as_array() {
            return each.iter().any(|one| self.holds(one, given));
        }
        if let Some(id) = when["scale"].as_str() {
            let steps = self.steps(self.scale(id), given);
            return steps.is_some_and(|steps| list(&when["band"]).contains(&band(steps).into()));
        }
        if let Some(id) = when["context"].as_str() {
            let mut chosen = given.context.iter();
            let chosen = chosen.find(|(question, _)| *question == id);
            return chosen
                .is_some_and(|&(_, option)| list(&when["option"]).contains(&option.into()));
        }
        let id = text(&when["item"]);
        let item = self.items.iter().position(|item| item.id == id);
        let most = when["at_most"].as_u64().expect("a whole number");
        given.raw[item.expect("a known item")].is_some_and(|value| u64::from(value) <= most)
    }

    /// The patterns that hold, as places in the file's list.
    pub fn patterns(&self, given: &Given) -> Vec<usize> {
        let patterns = list(&self.definition["patterns"]).iter().enumerate();
        let holding = patterns.filter(|(_, pattern)| self.holds(&pattern["when"], given));
        holding.map(|(n, _)| n).collect()
    }
}

/// What is said about the facets of one scale, each given by its two answers where high is
/// favourable: strong with both favourable; to gain with the least sum, if at most the middle.
pub fn said(pairs: &[Option<[u8; 2]>]) -> Vec<Said> {
    let sums = pairs.iter().flatten().map(|[one, other]| one + other);
    let least = sums.min();
    let said = pairs.iter().map(|pair| match *pair {
        None => Said::Missing,
        Some([one, other]) if one >= 4 && other >= 4 => Said::Strong,
        Some([one, other]) if Some(one + other) == least && one + other <= 6 => Said::ToGain,
        Some(_) => Said::Nothing,
    });
    said.collect()
}

/// The band by the cuts at three and five eighths, both of which belong to the middle.
pub fn band(steps: Steps) -> &'static str {
    match 8 * steps.taken {
        at if at < 3 * steps.most => "low",
        at if at > 5 * steps.most => "high",
        _ => "mid",
    }
}

/// The band on the other side of a cut that is at most one answer step away.
pub fn neighbour(steps: Steps) -> Option<&'static str> {
    let is_near = |cut: i32| (8 * steps.taken - cut * steps.most).abs() <= 8;
    match band(steps) {
        "low" if is_near(3) => Some("mid"),
        "high" if is_near(5) => Some("mid"),
        "mid" if is_near(3) => Some("low"),
        "mid" if is_near(5) => Some("high"),
        _ => None,
    }
}
