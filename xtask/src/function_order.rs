//! A program's functions in an order in which neighbours resemble each other: a compressor finds
//! what is repeated sooner when it is near, and the compiler's order follows the source.

use anyhow::anyhow;
use std::collections::{BTreeSet, HashMap};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

/// The same program with its functions in that order. The order follows from the bytes alone, so
/// that a build can be repeated.
///
/// # Errors
/// When the bytes are no program.
pub fn reordered(program: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut reorderer = Reorderer::of(program)?;
    let mut module = Module::new();
    reorderer
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| anyhow!("the functions of the program cannot be put in order: {error}"))?;
    Ok(module.finish())
}

/// Old and new places of the functions; an imported function has a number before all of them.
struct Reorderer {
    imported: u32,
    /// The old place of the function that gets each place.
    order: Vec<usize>,
    /// The new number of each function, by its old place.
    numbers: Vec<u32>,
}

impl Reorderer {
    fn of(program: &[u8]) -> anyhow::Result<Self> {
        let (mut imported, mut bodies) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let order = by_likeness(&bodies);
        let mut numbers = vec![0; order.len()];
        for (number, &place) in (imported..).zip(&order) {
            numbers[place] = number;
        }
        Ok(Self {
            imported,
            order,
            numbers,
        })
    }
}

impl Reencode for Reorderer {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, number: u32) -> Result<u32, Error<Self::Error>> {
        Ok(match number.checked_sub(self.imported) {
            Some(place) => self.numbers[place as usize],
            None => number,
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for &place in &self.order {
            functions.function(types[place]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies: Vec<FunctionBody> = section.into_iter().collect::<Result<_, _>>()?;
        for place in self.order.clone() {
            self.parse_function_body(code, bodies[place].clone())?;
        }
        Ok(())
    }
}

/// The places of the bodies, the largest first and after each the one of those left that has the
/// largest share of its runs of bytes in common with it.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<BTreeSet<Run>> = bodies.iter().map(|body| runs(body)).collect();
    let mut holders: HashMap<Run, Vec<usize>> = HashMap::new();
    for (place, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(*run).or_default().push(place);
        }
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = left
        .iter()
        .copied()
        .max_by_key(|&place| bodies[place].len());
    while let Some(last) = next {
        left.remove(&last);
        order.push(last);
        let mut shared = vec![0_u32; bodies.len()];
        for holder in runs[last].iter().flat_map(|run| &holders[run]) {
            shared[*holder] += 1;
        }
        let likeness = |place: usize| f64::from(shared[place]) / (runs[place].len() + 1) as f64;
        next = left
            .iter()
            .copied()
            .max_by(|&one, &other| likeness(one).total_cmp(&likeness(other)));
    }
    order
}

/// As many bytes as a compressor needs to see again before it can point back at them.
type Run = [u8; 4];

/// The runs in a body, each once.
fn runs(body: &[u8]) -> BTreeSet<Run> {
    body.array_windows().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, ImportSection};
    use wasm_encoder::{Instruction, TypeSection, ValType};

    #[test]
    fn each_function_is_followed_by_the_one_that_resembles_it_most() {
        let bodies: [&[u8]; 5] = [b"abcdef", b"stuvwx", b"abcdefgh", b"rstuvw", b"bcdefg"];
        assert_eq!(by_likeness(&bodies), [2, 4, 0, 3, 1]);
    }

    #[test]
    fn exports_and_calls_lead_to_the_same_functions() {
        let before = program();
        let after = reordered(&before).unwrap();
        let unfolded = |program: &[u8]| Unfolding::of(program).exports();
        assert_eq!(unfolded(&after), unfolded(&before));
        let numbers = |program: &[u8]| Unfolding::of(program).exports;
        assert_ne!(numbers(&after), numbers(&before));
    }

    #[test]
    fn what_is_no_program_is_a_fault() {
        assert!(reordered(b"<!doctype html>").is_err());
    }

    /// A program whose longest function stands last and calls an imported one and the first.
    fn program() -> Vec<u8> {
        use Instruction::{Call, I32Add, I32Const, Nop};
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        imports.import("a", "b", EntityType::Function(0));
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        let mut code = CodeSection::new();
        let bodies: [(&str, u32, &[Instruction]); 3] = [
            ("short", 1, &[I32Const(7)]),
            ("other", 0, &[Call(0), Nop]),
            ("long", 1, &[Call(0), Call(1), I32Const(1000), I32Add]),
        ];
        for (number, (name, result, instructions)) in (1..).zip(bodies) {
            functions.function(result);
            exports.export(name, ExportKind::Func, number);
            let mut body = Function::new([]);
            for instruction in instructions {
                body.instruction(instruction);
            }
            code.function(body.instruction(&Instruction::End));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&exports).section(&code);
        module.finish()
    }

    /// What the functions of a program with one import do: type and instructions, with what they
    /// call in the place of a call.
    #[derive(Default)]
    struct Unfolding {
        types: Vec<u32>,
        bodies: Vec<Vec<String>>,
        exports: BTreeMap<String, u32>,
    }

    impl Unfolding {
        fn of(program: &[u8]) -> Self {
            let mut read = Self::default();
            for payload in Parser::new(0).parse_all(program) {
                match payload.unwrap() {
                    Payload::FunctionSection(section) => {
                        read.types = section.into_iter().map(Result::unwrap).collect();
                    }
                    Payload::ExportSection(section) => {
                        let exports = section.into_iter().map(Result::unwrap);
                        read.exports = exports.map(|it| (it.name.to_owned(), it.index)).collect();
                    }
                    Payload::CodeSectionEntry(body) => {
                        let instructions = body.get_operators_reader().unwrap().into_iter();
                        let texts = instructions.map(|it| format!("{:?}", it.unwrap()));
                        read.bodies.push(texts.collect());
                    }
                    _ => {}
                }
            }
            read
        }

        fn exports(&self) -> BTreeMap<String, String> {
            let exports = self.exports.iter();
            exports
                .map(|(name, &number)| (name.clone(), self.text(number)))
                .collect()
        }

        fn text(&self, number: u32) -> String {
            let Some(place) = number.checked_sub(1) else {
                return "the imported one".to_owned();
            };
            let place = place as usize;
            let parts = self.bodies[place].iter().map(|text| {
                let called = text.strip_prefix("Call { function_index: ");
                match called.and_then(|text| text.strip_suffix(" }")) {
                    Some(number) => self.text(number.parse().unwrap()),
                    None => text.clone(),
                }
            });
            format!("{}{:?}", self.types[place], parts.collect::<Vec<_>>())
        }
    }
}
