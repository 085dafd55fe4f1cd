//! JSON indented by two spaces, for the backup: the page writes it, and `serde_json` would compile
//! its own indenting writer anew for each of its types.

use serde_json::Value;

/// A value as text, indented.
pub fn pretty(value: &Value) -> Vec<u8> {
    let mut file = Json::default();
    file.value("", value);
    file.into_bytes()
}

/// A JSON text that is being written.
#[derive(Default)]
struct Json {
    text: String,
    depth: usize,
    filled: bool,
}

impl Json {
    /// Begins an object (`{`) or a list (`[`); in a list, and at the root, without a name.
    fn begin(&mut self, name: &str, bracket: char) {
        self.place(name);
        self.text.push(bracket);
        self.depth += 1;
        self.filled = false;
    }

    /// Ends what was begun, with its other bracket.
    fn end(&mut self, bracket: char) {
        self.depth -= 1;
        if self.filled {
            self.new_line();
        }
        self.text.push(bracket);
        self.filled = true;
    }

    /// A whole value.
    fn value(&mut self, name: &str, value: &Value) {
        match value {
            Value::Array(list) => {
                self.begin(name, '[');
                list.iter().for_each(|entry| self.value("", entry));
                self.end(']');
            }
            Value::Object(fields) => {
                self.begin(name, '{');
                for (name, value) in fields {
                    self.value(name, value);
                }
                self.end('}');
            }
            plain => {
                self.place(name);
                self.text.push_str(&plain.to_string());
            }
        }
    }

    /// The text, when all that was begun has ended.
    fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn place(&mut self, name: &str) {
        if self.filled {
            self.text.push(',');
        }
        if self.depth > 0 {
            self.new_line();
        }
        if !name.is_empty() {
            self.text.push_str(&Value::from(name).to_string());
            self.text.push_str(": ");
        }
        self.filled = true;
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}
