//! The first half: calls into the second go through the table.

use super::{Plan, function_table, shared_items, shared_name};
use std::collections::HashMap;
use walrus::ir::{
    Call, CallIndirect, Const, Instr, InstrSeq, Value, VisitorMut, dfs_pre_order_mut,
};
use walrus::{
    ElementItems, FunctionBuilder, FunctionId, FunctionKind, Module, TableId, TypeId, passes,
};

/// Leaves only the first half in the module.
pub fn keep(module: &mut Module, plan: &Plan) -> Result<(), String> {
    let table = function_table(module)?;
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let away: HashMap<FunctionId, (u32, TypeId)> = plan
        .slots
        .iter()
        .map(|(&n, slots)| {
            (
                functions[n],
                (slots[0], module.funcs.get(functions[n]).ty()),
            )
        })
        .collect();
    let mut through = ThroughTable { table, away };
    for (n, &function) in functions.iter().enumerate() {
        if plan.later[n] {
            continue;
        }
        if let FunctionKind::Local(body) = &mut module.funcs.get_mut(function).kind {
            let entry = body.entry_block();
            dfs_pre_order_mut(&mut through, body, entry);
        }
    }
    // A slot that waits for its function: nothing calls it before, and if something did, it
    // would be a trap, which the page shows like a panic.
    let mut missing = FunctionBuilder::new(&mut module.types, &[], &[]);
    missing.func_body().unreachable();
    let missing = missing.finish(Vec::new(), &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(held) = &mut element.items {
            for function in held {
                if through.away.contains_key(function) {
                    *function = missing;
                }
            }
        }
    }
    let entry = module.tables.get_mut(table);
    entry.initial = plan.table_size;
    entry.maximum = entry.maximum.map(|most| most.max(plan.table_size));
    for (name, item) in shared_items(module) {
        module.exports.add(&name, item);
    }
    for &n in &plan.shared {
        module.exports.add(&shared_name(n), functions[n]);
    }
    passes::gc::run(module);
    Ok(())
}

struct ThroughTable {
    table: TableId,
    /// Functions of the second half, each with its slot and its type.
    away: HashMap<FunctionId, (u32, TypeId)>,
}

impl VisitorMut for ThroughTable {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let mut instructions = Vec::with_capacity(sequence.instrs.len());
        for (instruction, place) in std::mem::take(&mut sequence.instrs) {
            let target = match &instruction {
                Instr::Call(Call { func }) => self.away.get(func),
                _ => None,
            };
            let Some(&(slot, ty)) = target else {
                instructions.push((instruction, place));
                continue;
            };
            let value = Value::I32(slot as i32);
            let table = self.table;
            instructions.push((Instr::Const(Const { value }), place));
            instructions.push((Instr::CallIndirect(CallIndirect { ty, table }), place));
        }
        sequence.instrs = instructions;
    }
}
