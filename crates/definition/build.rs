//! Prepares the bundled definitions for the page: without white space and without what no
//! reader is shown, beside the SHA-256 of the whole file. It spares the first load 2.5 KB.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::{env, fs, path::Path};

/// Notes to authors, and texts of forms that the app does not show.
const LEFT_OUT: [&str; 14] = [
    "band_border",
    "basis",
    "counts",
    "delete_confirm",
    "distance",
    "group_min_n",
    "intended_use",
    "item_writing_rules",
    "key_convention",
    "manager_conduct",
    "pair_id",
    "self_manager",
    "share_consent",
    "source",
];

fn main() {
    let file = "../../instruments/sales-mindset.json";
    println!("cargo::rerun-if-changed={file}");
    let whole = fs::read_to_string(file).expect("the definition is part of the project");
    let mut definition: Value = serde_json::from_str(&whole).expect("the definition is JSON");
    leave_out(&mut definition);
    without_reserve(&mut definition);
    let mut hash = String::from("sha256:");
    for byte in Sha256::digest(whole.as_bytes()) {
        write!(hash, "{byte:02x}").expect("a text takes everything");
    }
    let folder = env::var("OUT_DIR").expect("cargo names the folder");
    let write = |name: &str, text: &str| {
        fs::write(Path::new(&folder).join(name), text).expect("cargo's folder can be written");
    };
    write("sales-mindset.json", &definition.to_string());
    write("sales-mindset.sha256", &hash);
}

/// Statements held in reserve are not asked, and neither are their counterparts shown.
fn without_reserve(definition: &mut Value) {
    let reserve = definition["reserve_items"].take();
    let held = |id: &Value| {
        reserve
            .as_array()
            .is_some_and(|items| items.iter().any(|item| item["id"] == *id))
    };
    if let Some(reframes) = definition["reframes"].as_array_mut() {
        reframes.retain(|reframe| !held(&reframe["item_id"]));
    }
    definition["reserve_items"] = Value::Array(Vec::new());
}

fn leave_out(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
            fields.values_mut().for_each(leave_out);
        }
        Value::Array(entries) => entries.iter_mut().for_each(leave_out),
        _ => {}
    }
}
