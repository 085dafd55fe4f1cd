//! The bill of materials: what is in the page's programs, as CycloneDX 1.6.

use super::shipped::{OWN, Package, Shipped};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The bill. It names no date and no machine: the same packages give the same bytes.
pub fn sbom(shipped: &Shipped) -> anyhow::Result<String> {
    let page = shipped.page()?;
    let rust = format!("rust-std@{}", shipped.rust);
    let others = shipped
        .packages
        .iter()
        .filter(|package| package.name != OWN[0]);
    let mut components: Vec<Value> = others.map(component).collect();
    components.push(json!({
        "type": "library",
        "bom-ref": rust,
        "name": "rust-std",
        "version": shipped.rust,
        "description": "Rust's standard library",
        "licenses": [{"expression": "MIT OR Apache-2.0"}],
    }));
    let mut dependencies: Vec<Value> = Vec::new();
    for package in &shipped.packages {
        let mut uses: Vec<String> = package
            .uses
            .iter()
            .map(|key| reference_of(shipped, key))
            .collect();
        if package.is_own() {
            uses.push(rust.clone());
        }
        // The page loads the program that seals files.
        if package.name == OWN[0] {
            let loaded = shipped.packages.iter().filter(|other| other.name == OWN[1]);
            uses.extend(loaded.map(reference));
        }
        dependencies.push(json!({"ref": reference(package), "dependsOn": uses}));
    }
    dependencies.push(json!({"ref": rust, "dependsOn": []}));
    let mut program = component(page);
    program["type"] = "application".into();
    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": program},
        "components": components,
        "dependencies": dependencies,
    });
    bill["serialNumber"] = serial_number(&bill.to_string()).into();
    Ok(format!("{bill:#}\n"))
}

fn component(package: &Package) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(package),
        "name": package.name,
        "version": package.version,
        "licenses": [{"expression": package.licence}],
    });
    if let Some(description) = &package.description {
        component["description"] = description.as_str().into();
    }
    if let Some(checksum) = &package.checksum {
        component["purl"] = reference(package).into();
        component["hashes"] = json!([{"alg": "SHA-256", "content": checksum}]);
    }
    if let Some(repository) = &package.repository {
        component["externalReferences"] = json!([{"type": "vcs", "url": repository}]);
    }
    component
}

/// A package URL; for what is no package of a registry, the key.
fn reference(package: &Package) -> String {
    match package.checksum {
        None => package.key(),
        // In such an address a plus is written as %2B.
        Some(_) => format!(
            "pkg:cargo/{}@{}",
            package.name,
            package.version.replace('+', "%2B")
        ),
    }
}

fn reference_of(shipped: &Shipped, key: &str) -> String {
    let package = shipped.packages.iter().find(|package| package.key() == key);
    package.map_or_else(|| key.to_owned(), reference)
}

/// A UUID (version 8, RFC 9562) out of the contents, so that another bill has another number.
fn serial_number(contents: &str) -> String {
    let mut bytes = Sha256::digest(contents.as_bytes());
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::from("urn:uuid:");
    for (at, byte) in bytes.iter().take(16).enumerate() {
        if [4, 6, 8, 10].contains(&at) {
            text.push('-');
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;
    use std::collections::BTreeSet;

    fn bill() -> Value {
        let shipped = shipped::here();
        serde_json::from_str(&sbom(shipped).unwrap()).unwrap()
    }

    #[test]
    fn the_bill_lists_what_is_shipped_and_nothing_of_the_tests() {
        let bill = bill();
        let components = bill["components"].as_array().unwrap();
        let has = |name: &str| components.iter().any(|component| component["name"] == name);
        assert!(
            ["yew", "age", "sealing", "rust-std"]
                .iter()
                .all(|name| has(name))
        );
        assert!(
            !["proptest", "thirtyfour", "mindset-mirror"]
                .iter()
                .any(|name| has(name))
        );
        assert_eq!(bill["metadata"]["component"]["name"], "mindset-mirror");
        assert_eq!(bill["bomFormat"], "CycloneDX");
        assert_eq!(bill["specVersion"], "1.6");
    }

    #[test]
    fn every_reference_leads_to_one_component() {
        let bill = bill();
        let page = [bill["metadata"]["component"].clone()];
        let components = bill["components"].as_array().unwrap();
        let all: Vec<&str> = page
            .iter()
            .chain(components)
            .map(|component| component["bom-ref"].as_str().unwrap())
            .collect();
        let once: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), once.len());
        for dependency in bill["dependencies"].as_array().unwrap() {
            assert!(once.contains(dependency["ref"].as_str().unwrap()));
            for used in dependency["dependsOn"].as_array().unwrap() {
                assert!(once.contains(used.as_str().unwrap()), "{used}");
            }
        }
    }

    #[test]
    fn the_same_packages_give_the_same_bill() {
        assert_eq!(bill(), bill());
        let number = serial_number("a");
        assert_ne!(number, serial_number("b"));
        let parts: Vec<usize> = number["urn:uuid:".len()..]
            .split('-')
            .map(str::len)
            .collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(&number["urn:uuid:".len() + 14..][..1], "8");
    }
}
