//! The package for an LMS: the static files as a SCORM 1.2 activity.

use super::shipped::Shipped;
use super::{Files, add, asset, site};
use crate::project::Project;
use anyhow::bail;

/// Where the project keeps what makes an activity of the questionnaire.
const ASSETS: &str = "scorm";

/// Where the build leaves the bundled scripts.
const SCRIPTS: &str = "target/web";

/// The page that the LMS opens, and its parts, with the folders that they come from.
const PAGE: [(&str, &str); 4] = [
    (ASSETS, "scorm.css"),
    (ASSETS, "scorm.html"),
    (SCRIPTS, "scorm-start.js"),
    (SCRIPTS, "scorm.js"),
];

/// Everything in the package. The manifest lies at the root, as an LMS expects.
pub fn files(project: &Project, built: Files, shipped: &Shipped) -> anyhow::Result<Files> {
    let mut files = built;
    for (folder, name) in PAGE {
        let text = asset(project, &format!("{folder}/{name}"))?;
        add(&mut files, name, text)?;
    }
    for (name, bytes) in site::licence_files(project, shipped)? {
        add(&mut files, &name, bytes)?;
    }
    let template = asset(project, &format!("{ASSETS}/imsmanifest.xml"))?;
    let manifest = manifest(&template, &files, shipped.version()?)?;
    add(&mut files, "imsmanifest.xml", manifest)?;
    Ok(files)
}

/// The manifest with a line for each file.
fn manifest(template: &str, files: &Files, version: &str) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    for name in files.keys() {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
        // Neither XML nor an address then needs anything written in another way.
        if !name.chars().all(plain) {
            bail!("The manifest cannot name the file {name}.");
        }
        lines.push(format!("      <file href=\"{name}\"/>"));
    }
    Ok(template
        .replace("@VERSION@", version)
        .replace("@FILES@", &lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::super::tests::{bundle_scripts, sample};
    use super::*;
    use roxmltree::{Document, Node};

    const PACKAGING: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
    const SHARED: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

    fn package() -> Files {
        let project = Project::here();
        let shipped = shipped::here();
        bundle_scripts();
        files(&project, sample(), shipped).unwrap()
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    fn all<'a>(manifest: &'a Document<'a>, name: &'a str) -> Vec<Node<'a, 'a>> {
        let named = |node: &Node| node.has_tag_name((PACKAGING, name));
        manifest.descendants().filter(named).collect()
    }

    #[test]
    fn the_manifest_describes_one_activity_of_scorm_1_2() {
        let text = text(&package(), "imsmanifest.xml");
        let manifest = Document::parse(&text).unwrap();
        assert!(
            manifest
                .root_element()
                .has_tag_name((PACKAGING, "manifest"))
        );
        assert_eq!(manifest.root_element().attribute("version"), Some("0.1.0"));
        let said = |name| all(&manifest, name)[0].text();
        assert_eq!(said("schema"), Some("ADL SCORM"));
        assert_eq!(said("schemaversion"), Some("1.2"));
        let (items, resources) = (all(&manifest, "item"), all(&manifest, "resource"));
        assert_eq!((items.len(), resources.len()), (1, 1));
        let resource = resources[0];
        assert_eq!(
            items[0].attribute("identifierref"),
            resource.attribute("identifier")
        );
        assert_eq!(resource.attribute((SHARED, "scormtype")), Some("sco"));
        assert_eq!(resource.attribute("href"), Some("scorm.html"));
        let organizations = all(&manifest, "organizations")[0].attribute("default");
        let organization = all(&manifest, "organization")[0].attribute("identifier");
        assert_eq!(organizations, organization);
    }

    #[test]
    fn the_manifest_lists_every_other_file_of_the_package() {
        let files = package();
        let text = text(&files, "imsmanifest.xml");
        let manifest = Document::parse(&text).unwrap();
        let mut listed: Vec<&str> = all(&manifest, "file")
            .iter()
            .map(|file| file.attribute("href").unwrap())
            .collect();
        listed.push("imsmanifest.xml");
        listed.sort_unstable();
        assert_eq!(listed, files.keys().collect::<Vec<_>>());
    }

    #[test]
    fn no_mastery_score_and_no_schema_file_that_others_wrote() {
        let files = package();
        assert!(!text(&files, "imsmanifest.xml").contains("masteryscore"));
        assert!(!files.keys().any(|name| name.ends_with(".xsd")));
    }

    #[test]
    fn a_name_that_would_break_the_manifest_is_refused() {
        let files = Files::from([("a\"b.js".to_owned(), Vec::new())]);
        assert!(manifest("@FILES@", &files, "1").is_err());
    }

    #[test]
    fn the_page_obeys_its_own_policy_and_says_everything_in_both_languages() {
        let page = text(&package(), "scorm.html");
        assert!(page.contains("script-src 'self'; style-src 'self'"));
        for forbidden in ["<style", " style=", "<script>", " onclick", "'unsafe"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        for said in ["connected", "absent", "refused", "place", "done"] {
            for language in ["nl", "en"] {
                let text = format!("<p lang=\"{language}\" data-say=\"{said}\" hidden>");
                assert_eq!(page.matches(&text).count(), 1, "{text}");
            }
        }
    }

    #[test]
    fn what_the_lms_is_told_is_never_a_score_and_never_an_answer() {
        let script = text(&package(), "scorm.js");
        let elements: Vec<&str> = script
            .split(['"', '\''])
            .filter(|word| word.starts_with("cmi."))
            .collect();
        assert!(elements.contains(&"cmi.core.lesson_status"));
        for forbidden in ["score", "interactions", "objectives", "comments"] {
            assert!(!elements.iter().any(|element| element.contains(forbidden)));
        }
    }
}
