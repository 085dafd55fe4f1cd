//! Splitting the optimised wasm in two: what the first screens need, and all the rest.
//!
//! Both halves are one program with one memory. A call from the first half into the second goes
//! through the table of functions, whose slots the second half fills when it arrives; the
//! second half imports what it needs of the first. `boot.js` loads it right behind the first
//! screen, and the app enters nothing of it before it is there.

mod first;
mod graph;
mod second;

use graph::Graph;
use std::collections::BTreeMap;
use walrus::{ConstExpr, ElementItems, ElementKind, Module, ModuleConfig, TableId, ir::Value};

/// What the second half imports the first half as.
const FIRST: &str = "first";

/// The two halves of a wasm file. `later` tells by a function's name whether it belongs to the
/// second half; what only such functions call follows them.
pub fn split(wasm: &[u8], later: fn(&str) -> bool) -> Result<[Vec<u8>; 2], String> {
    let read = || {
        let mut config = ModuleConfig::new();
        config
            .generate_name_section(false)
            .generate_producers_section(false);
        config
            .parse(wasm)
            .map_err(|error| format!("The wasm file cannot be read: {error}."))
    };
    let mut first = read()?;
    let mut second = read()?;
    let plan = Plan::new(&first, later)?;
    first::keep(&mut first, &plan)?;
    second::keep(&mut second, &plan)?;
    Ok([first.emit_wasm(), second.emit_wasm()])
}

/// Which function goes where. Functions are counted in the order of the file, since the two
/// copies that are read have ids of their own.
struct Plan {
    /// Whether a function is in the second half.
    later: Vec<bool>,
    /// The slots of the table that hold a function of the second half, by function.
    slots: BTreeMap<usize, Vec<u32>>,
    /// Functions of the first half that the second one calls.
    shared: Vec<usize>,
    /// How many slots the table has with those that were added.
    table_size: u64,
}

impl Plan {
    fn new(module: &Module, later: fn(&str) -> bool) -> Result<Self, String> {
        let graph = Graph::of(module);
        let later = graph.later(later);
        let table = function_table(module)?;
        let mut slots: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for (slot, function) in in_table(module, &graph)? {
            if later[function] {
                slots.entry(function).or_default().push(slot);
            }
        }
        let mut table_size = module.tables.get(table).initial;
        for function in graph.called(&later, false).filter(|&called| later[called]) {
            slots.entry(function).or_insert_with(|| {
                table_size += 1;
                vec![table_size as u32 - 1]
            });
        }
        let shared = graph.called(&later, true).filter(|&called| !later[called]);
        Ok(Self {
            shared: shared.collect(),
            slots,
            later,
            table_size,
        })
    }
}

/// The name that a function of the first half is exported by.
fn shared_name(function: usize) -> String {
    format!("f{function}")
}

/// Everything beside functions that the halves share, with the name it is exported by.
fn shared_items(module: &Module) -> Vec<(String, walrus::ExportItem)> {
    let mut items: Vec<(String, walrus::ExportItem)> = Vec::new();
    for (n, memory) in module.memories.iter().enumerate() {
        items.push((format!("m{n}"), memory.id().into()));
    }
    for (n, table) in module.tables.iter().enumerate() {
        items.push((format!("t{n}"), table.id().into()));
    }
    for (n, global) in module.globals.iter().enumerate() {
        items.push((format!("g{n}"), global.id().into()));
    }
    items
}

/// The table that calls go through.
fn function_table(module: &Module) -> Result<TableId, String> {
    let table = module.tables.main_function_table();
    table
        .ok()
        .flatten()
        .ok_or_else(|| "The wasm file has no table of functions.".to_owned())
}

/// The slots of that table, each with its function.
fn in_table(module: &Module, graph: &Graph) -> Result<Vec<(u32, usize)>, String> {
    let mut slots = Vec::new();
    for element in module.elements.iter() {
        let unforeseen =
            || "The wasm file fills its table in a way that is not foreseen.".to_owned();
        let (ElementKind::Active { offset, .. }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            return Err(unforeseen());
        };
        let ConstExpr::Value(Value::I32(offset)) = offset else {
            return Err(unforeseen());
        };
        for (n, function) in functions.iter().enumerate() {
            slots.push((*offset as u32 + n as u32, graph.place(*function)));
        }
    }
    Ok(slots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, RefType};

    /// `now` is exported and calls `later`, which alone calls `helper`.
    fn program() -> Vec<u8> {
        let mut module = Module::default();
        module.tables.add_local(false, 4, None, RefType::FUNCREF);
        module.memories.add_local(false, false, 1, None, None);
        let mut called = None;
        for name in ["helper", "later", "now"] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            for _ in 0..50 {
                builder.func_body().i32_const(0).drop();
            }
            if let Some(function) = called {
                builder.func_body().call(function);
            }
            called = Some(builder.finish(Vec::new(), &mut module.funcs));
        }
        module.exports.add("now", called.expect("three were made"));
        module.emit_wasm()
    }

    #[test]
    fn what_only_later_functions_call_goes_with_them() {
        let [first, second] = split(&program(), |name| name == "later").unwrap();
        let first = Module::from_buffer(&first).unwrap();
        let second = Module::from_buffer(&second).unwrap();
        assert_eq!(first.funcs.iter().count(), 1);
        assert_eq!(second.funcs.iter().count(), 2);
        let slot = second.elements.iter().next().expect("the slot is filled");
        assert!(matches!(&slot.items, ElementItems::Functions(held) if held.len() == 1));
        let table = first.tables.iter().next().expect("the table stays");
        assert_eq!(table.initial, 5, "one more slot");
        assert!(second.imports.iter().all(|import| import.module == FIRST));
    }

    #[test]
    fn without_a_table_there_is_nothing_to_call_through() {
        let empty = Module::default().emit_wasm();
        assert!(split(&empty, |_| false).is_err());
    }
}
