//! Short names in place of those by which a program and its loader know each other: wasm-bindgen
//! makes them long, and ends most on a hash, which packs badly in both files.

use anyhow::{Context, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, ImportSectionReader, Parser};

/// The short name of each long one in a loader, as `tools/minify-scripts.mjs` has given them.
pub type ShortNames = BTreeMap<String, String>;

/// The program with the short names of its loader.
///
/// # Errors
/// When the bytes are no program, when the program imports something that the loader does not
/// name, and when the loader names something that the program neither imports nor exports.
pub fn shortened(program: &[u8], names: &ShortNames) -> anyhow::Result<Vec<u8>> {
    let mut shortener = Shortener {
        names,
        unmet: names.keys().map(String::as_str).collect(),
    };
    let mut module = Module::new();
    shortener
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| match error {
            Error::UserError(error) => error,
            error => anyhow!(error.to_string()),
        })
        .context("the names of the program cannot be shortened")?;
    if let Some(name) = shortener.unmet.first() {
        bail!("the loader names {name}, which the program neither imports nor exports");
    }
    Ok(module.finish())
}

struct Shortener<'a> {
    names: &'a ShortNames,
    /// The loader's names that the program has not shown yet.
    unmet: BTreeSet<&'a str>,
}

impl<'a> Shortener<'a> {
    fn short(&mut self, name: &str) -> Option<&'a str> {
        self.unmet.remove(name);
        self.names.get(name).map(String::as_str)
    }

    fn imported(&mut self, name: &str) -> Result<&'a str, Error<anyhow::Error>> {
        self.short(name)
            .ok_or_else(|| Error::UserError(anyhow!("the loader does not name {name}")))
    }
}

impl Reencode for Shortener<'_> {
    type Error = anyhow::Error;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader,
    ) -> Result<(), Error<Self::Error>> {
        for import in section.into_imports() {
            let Import { module, name, ty } = import?;
            let (module, name) = (self.imported(module)?, self.imported(name)?);
            imports.import(module, name, self.entity_type(ty)?);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export,
    ) -> Result<(), Error<Self::Error>> {
        // What a loader calls by a name of our own, or not at all, keeps its name.
        let name = self.short(export.name).unwrap_or(export.name);
        utils::parse_export(self, exports, Export { name, ..export })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    #[test]
    fn imports_and_exports_get_the_loaders_names() {
        let names = names(&[
            ("./app_bg.js", "a"),
            ("__wbg_click_1f", "b"),
            ("__wbindgen_free", "c"),
        ]);
        let short = shortened(&program(), &names).unwrap();
        assert_eq!(names_in(&short), ["a", "b", "c", "seal"]);
        assert_eq!(short, shortened(&program(), &names).unwrap());
    }

    #[test]
    fn an_import_that_the_loader_does_not_name_is_a_fault() {
        let names = names(&[("./app_bg.js", "a"), ("__wbindgen_free", "c")]);
        let error = shortened(&program(), &names).unwrap_err();
        assert!(format!("{error:#}").contains("does not name __wbg_click_1f"));
    }

    #[test]
    fn a_loaders_name_that_the_program_does_not_know_is_a_fault() {
        let names = names(&[
            ("./app_bg.js", "a"),
            ("__wbg_click_1f", "b"),
            ("__wbg_click_2e", "d"),
            ("__wbindgen_free", "c"),
        ]);
        let error = shortened(&program(), &names).unwrap_err();
        assert!(format!("{error:#}").contains("names __wbg_click_2e"));
    }

    #[test]
    fn what_is_no_program_is_a_fault() {
        assert!(shortened(b"<!doctype html>", &ShortNames::new()).is_err());
    }

    fn names(pairs: &[(&str, &str)]) -> ShortNames {
        let owned = |(long, short): &(&str, &str)| (long.to_string(), short.to_string());
        pairs.iter().map(owned).collect()
    }

    /// A program that imports a function and exports it twice.
    fn program() -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./app_bg.js", "__wbg_click_1f", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("__wbindgen_free", ExportKind::Func, 0);
        exports.export("seal", ExportKind::Func, 0);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&FunctionSection::new())
            .section(&exports);
        module.finish()
    }

    /// The names of a program's imports and exports, in their order.
    fn names_in(program: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload.unwrap() {
                wasmparser::Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import.unwrap();
                        names.extend([import.module.to_owned(), import.name.to_owned()]);
                    }
                }
                wasmparser::Payload::ExportSection(section) => {
                    names.extend(section.into_iter().map(|it| it.unwrap().name.to_owned()));
                }
                _ => {}
            }
        }
        names
    }
}
