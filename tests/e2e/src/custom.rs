//! Custom questionnaires for hosts to hand over, made from the example of ten statements. The server
//! of a host gives each under `answers/` and its name.

use serde_json::{Value, json};

/// The example that they are made from.
pub const EXAMPLE: &str = include_str!("../../../content/examples/ten-statements.json");

/// What skipping is called in `long-skip`.
pub const LONG_SKIP: &str = "Rather not now, I would not know what to";

/// A word of 52 letters, as German and Dutch make them, without a place to break.
pub const LONG_WORD: &str = "Klantgesprekvoorbereidingsverantwoordelijkheidsmeter";

/// The custom questionnaire of this name, if there is one.
pub fn definition(name: &str) -> Option<Value> {
    let mut definition = serde_json::from_str(EXAMPLE).ok()?;
    let mut id = name;
    match name {
        "few-answers" => few_answers(&mut definition),
        "uneven" => uneven(&mut definition),
        "long-skip" => definition["response_scale"]["skip"] = both(LONG_SKIP),
        "long-words" => lengthen(&mut definition),
        // Like that of the questionnaire that ships.
        "taken-id" => id = "Sales_Mindset",
        _ => return None,
    }
    definition["meta"]["id"] = json!(id);
    Some(definition)
}

/// Themes of three statements and of four: `three`, `four`, and `skipped`, of which a respondent
/// is to skip the last statement.
fn few_answers(definition: &mut Value) {
    let theme = definition["scales"][0].take();
    let mut themes = Vec::new();
    let mut statements = Vec::new();
    for (id, count) in [("three", 3), ("four", 4), ("skipped", 4)] {
        let mut theme = theme.clone();
        theme["id"] = json!(id);
        for name in ["name", "short_name"] {
            theme[name] = both(&format!("The theme {id}"));
        }
        themes.push(theme);
        statements.extend((1..=count).map(|number| {
            json!({
                "id": format!("{id}-{number}"),
                "scale": id,
                "facet": "looking_back",
                "key": "+",
                "text": both(&format!("Statement {number} of the theme {id}")),
            })
        }));
    }
    let page: Vec<Value> = statements.iter().map(|one| one["id"].clone()).collect();
    definition["scales"] = json!(themes);
    definition["items"] = json!(statements);
    definition["presentation"]["pages"] = json!([page]);
    for name in ["pairs", "reframes"] {
        definition[name] = json!([]);
    }
}

/// Statements of three words and of sixty in turn.
fn uneven(definition: &mut Value) {
    definition["meta"]["title"] = both("Short and long");
    let pages = definition["presentation"]["pages"].clone();
    let order = pages.as_array().into_iter().flatten();
    let order = order.flat_map(|page| page.as_array().into_iter().flatten());
    for (place, id) in order.enumerate() {
        let text = match place % 2 {
            0 => format!("I call {place}"),
            _ => format!(
                "I do {place} {}",
                "as I say and as I do so I say it as I do it and so on too ".repeat(3)
            ),
        };
        let items = definition["items"].as_array_mut().into_iter().flatten();
        for item in items.filter(|item| item["id"] == *id) {
            item["text"] = both(text.trim());
        }
    }
}

/// A long word at the end of every text.
fn lengthen(value: &mut Value) {
    match value {
        Value::Object(fields) if fields.contains_key("nl") => {
            for text in fields.values_mut() {
                let longer = format!("{} {LONG_WORD}", text.as_str().unwrap_or_default());
                *text = json!(longer);
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(lengthen),
        Value::Array(entries) => entries.iter_mut().for_each(lengthen),
        _ => {}
    }
}

/// The same text in both languages.
fn both(text: &str) -> Value {
    json!({"nl": text, "en": text})
}
