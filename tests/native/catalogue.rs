//! The catalogue: several questionnaires, versions and contents side by side.

use crate::support::Shape;
use model::{Catalogue, Found, Instrument, InstrumentRef, compare_versions};
use std::cmp::Ordering;
use std::rc::Rc;

fn version(id: &str, version: &str, title: &str) -> Rc<Instrument> {
    let mut file = Shape::default().json();
    file["meta"]["id"] = id.into();
    file["meta"]["version"] = version.into();
    file["meta"]["title"]["en"] = title.into();
    Rc::new(definition::from_json(&file.to_string()).expect("the definition is sound"))
}

fn catalogue(instruments: &[&Rc<Instrument>]) -> Catalogue {
    instruments.iter().map(|&one| one.clone()).collect()
}

#[test]
fn a_questionnaire_is_found_by_id_version_and_digest() {
    let first = version("scan", "0.1.0", "Scan");
    let reworded = version("scan", "0.1.0", "Scan, reworded");
    let other = version("mirror", "0.1.0", "Mirror");
    let all = catalogue(&[&first, &reworded, &other]);
    assert_eq!(all.all().len(), 3);
    assert_eq!(all.find(&first.reference()), Found::Exact(first.clone()));
    assert_eq!(all.find(&reworded.reference()), Found::Exact(reworded));
    assert_eq!(all.find(&other.reference()), Found::Exact(other));
}

#[test]
fn another_digest_is_another_questionnaire() {
    let first = version("scan", "0.1.0", "Scan");
    let reworded = version("scan", "0.1.0", "Scan, reworded");
    let all = catalogue(&[&first]);
    assert_eq!(all.find(&reworded.reference()), Found::OtherDigest(first));
    assert_eq!(all.find(&reworded.reference()).exact(), None);
    let unknown = InstrumentRef {
        version: "0.2.0".to_owned(),
        ..reworded.reference()
    };
    assert_eq!(all.find(&unknown), Found::Unknown);
}

#[test]
fn adding_the_same_questionnaire_again_changes_nothing_and_clones_are_independent() {
    let first = version("scan", "0.1.0", "Scan");
    let mut all = catalogue(&[&first]);
    let before = all.clone();
    all.add(Rc::new((*first).clone())).expect("it is the same");
    assert_eq!(all, before);
    all.add(version("scan", "0.2.0", "Scan"))
        .expect("a version");
    assert_eq!(before.all().len(), 1);
    assert_eq!(all.all().len(), 2);
    assert!(all.remove(&first.reference()));
    assert_eq!(all.find(&first.reference()), Found::Unknown);
}

#[test]
fn an_id_that_differs_only_in_case_or_punctuation_is_refused() {
    let mut all = catalogue(&[&version("my-scan", "1.0", "Scan")]);
    let error = all
        .add(version("My_Scan", "1.0", "Scan"))
        .expect_err("like");
    assert_eq!(
        (&error.added[..], &error.present[..]),
        ("My_Scan", "my-scan")
    );
    assert_eq!(all.all().len(), 1);
}

#[test]
fn the_newest_version_is_found_by_number_and_not_by_text() {
    let versions = ["0.10.0", "0.2.0", "0.9"].map(|one| version("scan", one, "Scan"));
    let all: Catalogue = versions.into_iter().collect();
    let sorted: Vec<_> = all
        .versions("scan")
        .iter()
        .map(|one| one.version().to_owned())
        .collect();
    assert_eq!(sorted, ["0.2.0", "0.9", "0.10.0"]);
    assert_eq!(all.newest("scan").expect("one").version(), "0.10.0");
    assert!(all.newest("mirror").is_none());
}

#[test]
fn versions_have_a_total_order() {
    for (lower, higher) in [
        ("1.9", "1.10"),
        ("1.0-beta", "1.0"),
        ("1.0-beta.2", "1.0-beta.11"),
        ("1", "1.0.1"),
    ] {
        assert_eq!(
            compare_versions(lower, higher),
            Ordering::Less,
            "{lower} {higher}"
        );
        assert_eq!(
            compare_versions(higher, lower),
            Ordering::Greater,
            "{lower} {higher}"
        );
    }
    assert_eq!(compare_versions("1.0", "1.0"), Ordering::Equal);
    assert_ne!(compare_versions("1.0", "1.0.0"), Ordering::Equal);
}
