//! A folder for a test, running the program in it, and questionnaires to try it on.

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub const EXAMPLE: &str = include_str!("../../../content/examples/ten-statements.json");

/// A folder of one test's own.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        // What an earlier run left behind.
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).unwrap();
    }

    pub fn write_bytes(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.0.join(name), bytes).unwrap();
    }

    /// The example questionnaire under an id and version of its own, changed.
    pub fn questionnaire(&self, name: &str, version: &str, change: impl FnOnce(&mut Value)) {
        let mut definition: Value = serde_json::from_str(EXAMPLE).unwrap();
        definition["meta"]["id"] = json!("ours");
        definition["meta"]["version"] = json!(version);
        change(&mut definition);
        self.write(name, &definition.to_string());
    }

    /// Runs the program in the folder. The words are separated by spaces.
    pub fn mindset(&self, words: &str, input: &str) -> Ran {
        self.run(&words.split_whitespace().collect::<Vec<_>>(), input)
    }

    /// Runs the program with words of any characters, and nothing as its input.
    pub fn mindset_of(&self, words: &[&str]) -> Ran {
        self.run(words, "")
    }

    fn run(&self, words: &[&str], input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mindset"))
            .args(words)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut writer = child.stdin.take().unwrap();
        let input = input.as_bytes();
        let output = std::thread::scope(|scope| {
            // Beside the reading: a pipe holds only so much either way. A program that ends without
            // reading closes its end.
            scope.spawn(move || {
                let _ = writer.write_all(input);
            });
            child.wait_with_output().unwrap()
        });
        Ran::new(output)
    }
}

/// What the program said and how it ended.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub complaints: String,
}

impl Ran {
    fn new(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            complaints: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub fn lines(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// A record of the example questionnaire with these items answered.
pub fn record(version: Option<&str>, items: &[&str]) -> String {
    let answers: serde_json::Map<String, Value> = items
        .iter()
        .map(|&item| (item.to_owned(), json!(4)))
        .collect();
    let mut record = json!({ "instrument": "ours", "answers": answers });
    if let Some(version) = version {
        record["version"] = json!(version);
    }
    format!("{record}\n")
}

/// The number of items that the questionnaire of a scored line has.
pub fn items_in_all(line: &Value) -> u64 {
    let scales = line["scores"].as_array().unwrap().iter();
    scales.map(|scale| scale["total"].as_u64().unwrap()).sum()
}

/// The ids of the example's items.
pub fn example_items() -> Vec<String> {
    let definition: Value = serde_json::from_str(EXAMPLE).unwrap();
    let items = definition["items"].as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

/// Takes the last item out of a definition, wherever it is named.
pub fn without_last_item(definition: &mut Value) {
    let last = definition["items"].as_array_mut().unwrap().pop().unwrap();
    let last = last["id"].clone();
    remove(definition, &last);
}

fn remove(value: &mut Value, id: &Value) {
    match value {
        Value::Array(list) => {
            list.retain(|entry| entry != id && entry["item_id"] != *id);
            list.iter_mut().for_each(|entry| remove(entry, id));
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| remove(field, id)),
        _ => {}
    }
}
