//! The package for any web server: the static files, and beside them what their host needs.

use super::shipped::Shipped;
use super::{Files, add, asset, hashes, licences, sbom};
use crate::project::Project;

/// Where the project keeps what goes into the package as it is.
const ASSETS: &str = "self-host";

/// Examples of headers, one for each kind of server.
const HEADERS: [&str; 4] = [".htaccess", "Caddyfile", "_headers", "nginx.conf"];

/// Everything in the package, in one folder that bears its name and version.
pub fn files(project: &Project, built: Files, shipped: &Shipped) -> anyhow::Result<Files> {
    let version = shipped.version()?;
    let mut files = Files::new();
    let integrity = built.get("embed.js").map(|bytes| hashes::integrity(bytes));
    add(&mut files, "integrity.json", hashes::integrities(&built))?;
    for (name, bytes) in built {
        add(&mut files, &format!("site/{name}"), bytes)?;
    }
    for (name, bytes) in licence_files(project, shipped)? {
        add(&mut files, &format!("site/{name}"), bytes)?;
    }
    for name in HEADERS {
        let text = asset(project, &format!("{ASSETS}/headers/{name}"))?;
        add(&mut files, &format!("headers/{name}"), text)?;
    }
    let readme = asset(project, &format!("{ASSETS}/README.txt"))?
        .replace("@VERSION@", version)
        .replace("@INTEGRITY@", &integrity.unwrap_or_default());
    add(&mut files, "README.txt", readme)?;
    add(&mut files, "sbom.cdx.json", sbom::sbom(shipped)?)?;
    let sums = hashes::sums(&files);
    add(&mut files, "SHA256SUMS", sums)?;
    let inside = |(name, bytes)| (format!("mindset-mirror-{version}/{name}"), bytes);
    Ok(files.into_iter().map(inside).collect())
}

/// The project's own licence and those of others, which go wherever the programs go.
pub fn licence_files(project: &Project, shipped: &Shipped) -> anyhow::Result<Files> {
    let mut files = Files::new();
    add(&mut files, "LICENSE.txt", asset(project, "LICENSE")?)?;
    let others = licences::third_party(project, shipped)?;
    add(&mut files, "THIRD-PARTY.txt", others)?;
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::super::tests::sample;
    use super::*;
    use sha2::{Digest, Sha256};

    fn package() -> Files {
        let project = Project::here();
        let shipped = shipped::here();
        let inside = "mindset-mirror-0.1.0/";
        let files = files(&project, sample(), shipped).unwrap();
        assert!(files.keys().all(|name| name.starts_with(inside)));
        files
            .into_iter()
            .map(|(name, bytes)| (name[inside.len()..].to_owned(), bytes))
            .collect()
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    #[test]
    fn the_package_holds_the_site_and_what_its_host_needs() {
        let files = package();
        for name in sample().into_keys() {
            assert!(files.contains_key(&format!("site/{name}")), "{name}");
        }
        for name in [
            "README.txt",
            "SHA256SUMS",
            "integrity.json",
            "sbom.cdx.json",
            "site/LICENSE.txt",
            "site/THIRD-PARTY.txt",
        ] {
            assert!(!files[name].is_empty(), "{name}");
        }
    }

    #[test]
    fn the_sums_name_every_other_file_by_its_hash() {
        let files = package();
        let sums = text(&files, "SHA256SUMS");
        let mut named = Vec::new();
        for line in sums.lines() {
            let (hash, name) = line.split_once("  ").unwrap();
            assert_eq!(
                hash,
                format!("{:x}", Sha256::digest(&files[name])),
                "{name}"
            );
            named.push(name);
        }
        let others: Vec<&String> = files.keys().filter(|name| *name != "SHA256SUMS").collect();
        assert_eq!(named, others);
    }

    #[test]
    fn the_readme_has_the_version_and_a_script_tag_with_the_integrity_of_this_build() {
        let files = package();
        let readme = text(&files, "README.txt");
        assert!(readme.contains("Mindset Mirror 0.1.0") && !readme.contains('@'));
        let integrity = hashes::integrity(b"export {};");
        assert!(readme.contains(&format!("integrity=\"{integrity}\"")));
        assert!(text(&files, "integrity.json").contains(&integrity));
    }

    #[test]
    fn every_example_sends_the_same_headers() {
        let files = package();
        for name in HEADERS {
            let text = text(&files, &format!("headers/{name}"));
            for said in [
                "frame-ancestors 'self' https://",
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "no-referrer",
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "Cache-Control",
                "no-cache",
                "Access-Control-Allow-Origin",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cross-Origin-Embedder-Policy",
                "credentialless",
                "Cross-Origin-Resource-Policy",
                "cross-origin",
                "embed",
                "wasm",
            ] {
                assert!(text.contains(said), "{name}: {said}");
            }
            assert!(!text.contains("X-Frame-Options"), "{name}");
        }
    }
}
