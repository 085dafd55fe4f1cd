//! A file next to an earlier one of the same id and version.

use super::{example, finding};
use crate::support::load;
use definition::lint::{Advice, Remark, same_version};
use serde_json::{Value, json};

fn found(change: impl FnOnce(&mut Value)) -> Vec<definition::lint::Finding> {
    let mut file = example();
    // A pair would be none any more with a key turned round.
    file["pairs"] = json!([]);
    let earlier = load(&file).expect("it is sound");
    change(&mut file);
    let now = load(&file).expect("it is sound");
    same_version(&earlier, &now)
}

#[test]
fn another_content_under_the_same_version_is_said() {
    let changed = found(|file| file["items"][0]["text"]["nl"] = json!("Ik bel elke dag."));
    let expected = finding(Advice::Warning, "meta.version", Remark::SameVersion);
    assert_eq!(changed, [expected]);
}

#[test]
fn a_key_turned_round_under_the_same_version_is_said_with_its_item() {
    let item = example()["items"][3].clone();
    let turned = match item["key"].as_str() {
        Some("+") => "-",
        _ => "+",
    };
    let id = item["id"].as_str().expect("an id").to_owned();
    let changed = found(|file| {
        // Wherever in the file it stands now.
        let items = file["items"].as_array_mut().expect("a list");
        items[3]["key"] = json!(turned);
        items.swap(2, 3);
    });
    let expected = [
        finding(Advice::Warning, "meta.version", Remark::SameVersion),
        finding(Advice::Warning, "items[2].key", Remark::KeyTurned(id)),
    ];
    assert_eq!(changed, expected);
}

#[test]
fn the_same_file_a_new_version_and_another_id_are_told_apart_and_need_no_word() {
    assert_eq!(found(|_| ()), []);
    let turn = |file: &mut Value| file["items"][0]["key"] = json!("-");
    let of_version = found(|file| {
        turn(file);
        file["meta"]["version"] = json!("9.9.9");
    });
    assert_eq!(of_version, []);
    let of_id = found(|file| {
        turn(file);
        file["meta"]["id"] = json!("another");
    });
    assert_eq!(of_id, []);
}
