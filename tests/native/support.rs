//! What several native tests need.

use model::Answers;
use model::Instrument;
use model::Timestamp;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The instrument that ships.
pub fn sales_mindset() -> Instrument {
    content::scan()
        .instrument()
        .expect("the bundled instrument is checked")
}

/// The first version of the scan, which the older golden files were made with.
pub static SCAN_0_1: LazyLock<&content::Source> =
    LazyLock::new(|| content::version(content::SCAN, "0.1.0").expect("it ships"));

/// The instrument of that version.
pub fn scan_0_1() -> Instrument {
    SCAN_0_1
        .instrument()
        .expect("the bundled instrument is checked")
}

/// The moment that a text says.
pub fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

/// The shape of a small instrument; [`Shape::json`] is its definition, complete and valid.
pub struct Shape<'a> {
    /// Scales as `(id, keys)`, one `+` or `-` an item; the items are called `id-1`, `id-2`, …
    pub scales: &'a [(&'a str, &'a str)],
    /// Lowest and highest raw value.
    pub range: (u8, u8),
    /// Items a page, in the order of the scales.
    pub page: usize,
    /// Whether neighbours with keys `+-` are pairs.
    pub pairs: bool,
    /// The quality rules, as JSON.
    pub quality: Value,
}

impl Default for Shape<'_> {
    fn default() -> Self {
        Self {
            scales: &[("A", "++++++++")],
            range: (1, 5),
            page: 8,
            pairs: false,
            quality: Value::Null,
        }
    }
}

impl Shape<'_> {
    /// The instrument of this shape.
    pub fn build(&self) -> Instrument {
        load(&self.json()).expect("a shape gives a valid definition")
    }

    /// Its definition: three quarters must be answered, cuts at 3 and 5 eighths, precision.
    pub fn json(&self) -> Value {
        let mut items = Vec::new();
        let mut pairs = Vec::new();
        for (scale, keys) in self.scales {
            for (n, key) in (1..).zip(keys.chars()) {
                items.push(json!({
                    "id": format!("{scale}-{n}"), "scale": scale, "facet": "f",
                    "key": key.to_string(), "text": text(&format!("{scale} {n}")),
                }));
            }
            if self.pairs {
                for (n, keys) in keys.as_bytes().chunks(2).enumerate() {
                    assert_eq!(keys, b"+-", "pairs need neighbours with keys +-");
                    pairs.push(json!({
                        "id": format!("{scale}-P{n}"),
                        "plus": format!("{scale}-{}", 2 * n + 1),
                        "minus": format!("{scale}-{}", 2 * n + 2),
                    }));
                }
            }
        }
        let ids: Vec<&Value> = items.iter().map(|item| &item["id"]).collect();
        let pages: Vec<Value> = ids.chunks(self.page).map(|page| json!(page)).collect();
        let labels: Vec<Value> = (self.range.0..=self.range.1)
            .map(|value| json!({ "value": value, "text": text(&value.to_string()) }))
            .collect();
        let scales: Vec<Value> = self.scales.iter().map(|(id, _)| scale(id)).collect();
        let said = ["purpose", "limits", "band_basis"];
        let texts = said.map(|name| (name.to_owned(), text(name)));
        json!({
            "meta": { "id": "small", "title": text("Small"), "version": "1.0.0" },
            "scoring": {
                "min_answered": { "numerator": 3, "denominator": 4 },
                "bands": { "parts": 8, "low": [0, 3], "mid": [3, 5], "high": [5, 8] },
                "show_border": true, "precision": true, "quality": self.quality, "change": null,
            },
            "response_scale": {
                "min": self.range.0, "max": self.range.1, "labels": labels,
                "skip": text("not applicable"),
            },
            "instructions": { "rep": text("Answer.") },
            "scales": scales,
            "items": items,
            "pairs": pairs,
            "presentation": { "pages": pages },
            "context_questions": [],
            "ui_texts": serde_json::Map::from_iter(texts),
        })
    }
}

fn scale(id: &str) -> Value {
    let band = json!({ "label": text("label"), "text": text("text") });
    json!({
        "id": id, "name": text(id), "short_name": text(id), "polarity": "supporting",
        "definition": text("definition"),
        "facets": [{ "id": "f", "name": text("facet") }],
        "bands": { "low": band, "mid": band, "high": band },
        "manager_questions": [text("question")],
        "rep_reflection": [text("question")],
        "commitment_examples": { "learning_goal": text("learn"), "performance_goal": text("do") },
    })
}

/// A text in every language.
pub fn text(en: &str) -> Value {
    json!({ "nl": format!("{en} (nl)"), "en": en })
}

/// The instrument of a definition, or every fault as it is said.
pub fn load(definition: &Value) -> Result<Instrument, String> {
    definition::from_json(&definition.to_string()).map_err(|error| error.to_string())
}

/// The same JSON with every whole number written with a fraction of zero, such as `4.0`; and how
/// many there were.
pub fn with_fractions(value: &Value) -> (Value, usize) {
    match value {
        Value::Number(number) if !number.is_f64() => (json!(number.as_f64()), 1),
        Value::Array(list) => {
            let (list, changed): (Vec<Value>, Vec<usize>) = list.iter().map(with_fractions).unzip();
            (list.into(), changed.iter().sum())
        }
        Value::Object(fields) => {
            let mut sum = 0;
            let fields = fields.iter().map(|(name, value)| {
                let (value, changed) = with_fractions(value);
                sum += changed;
                (name.clone(), value)
            });
            (Value::Object(fields.collect()), sum)
        }
        other => (other.clone(), 0),
    }
}

/// Answers from raw values in item order; `None` is a skipped item.
pub fn answer(instrument: &Instrument, raw: &[Option<u8>]) -> Answers {
    Answers::from_values(instrument, raw.iter().copied().enumerate())
        .expect("the values lie on the response scale")
}

/// The same without skipped items.
pub fn answer_all(instrument: &Instrument, raw: &[u8]) -> Answers {
    let raw: Vec<Option<u8>> = raw.iter().copied().map(Some).collect();
    answer(instrument, &raw)
}
