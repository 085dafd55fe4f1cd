//! The second half: all that it needs of the first is imported, and it fills its slots.

use super::{FIRST, Plan, function_table, shared_items, shared_name};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, ir::Value, passes,
};

/// Leaves only the second half in the module.
pub fn keep(module: &mut Module, plan: &Plan) -> Result<(), String> {
    let table = function_table(module)?;
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    for id in elements {
        module.elements.delete(id);
    }
    let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    data.into_iter().for_each(|id| module.data.delete(id));
    for (name, item) in shared_items(module) {
        import_item(module, &name, item);
    }
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
    }
    for &n in &plan.shared {
        import_function(module, functions[n], &shared_name(n));
    }
    let entry = module.tables.get_mut(table);
    entry.initial = plan.table_size;
    entry.maximum = entry.maximum.map(|most| most.max(plan.table_size));
    fill(module, plan, &functions)?;
    passes::gc::run(module);
    Ok(())
}

/// Slots in a row are filled by one segment.
fn fill(module: &mut Module, plan: &Plan, functions: &[FunctionId]) -> Result<(), String> {
    let table = function_table(module)?;
    let mut slots: Vec<(u32, FunctionId)> = Vec::new();
    for (&function, held) in &plan.slots {
        slots.extend(held.iter().map(|&slot| (slot, functions[function])));
    }
    slots.sort_unstable_by_key(|&(slot, _)| slot);
    for row in slots.chunk_by(|(one, _), (next, _)| one + 1 == *next) {
        let offset = ConstExpr::Value(Value::I32(row[0].0 as i32));
        let held = row.iter().map(|&(_, function)| function).collect();
        let id = module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(held),
        );
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    Ok(())
}

fn import_item(module: &mut Module, name: &str, item: ExportItem) {
    match item {
        ExportItem::Memory(id) => {
            let import = module.imports.add(FIRST, name, ImportKind::Memory(id));
            module.memories.get_mut(id).import = Some(import);
        }
        ExportItem::Table(id) => {
            let import = module.imports.add(FIRST, name, ImportKind::Table(id));
            module.tables.get_mut(id).import = Some(import);
        }
        ExportItem::Global(id) => {
            let import = module.imports.add(FIRST, name, ImportKind::Global(id));
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        // Functions are imported one by one, and there are no tags.
        ExportItem::Function(_) | ExportItem::Tag(_) => {}
    }
}

fn import_function(module: &mut Module, function: FunctionId, name: &str) {
    let known = module.imports.get_imported_func(function);
    if let Some(import) = known.map(|import| import.id()) {
        let import = module.imports.get_mut(import);
        import.module = FIRST.to_owned();
        import.name = name.to_owned();
        return;
    }
    let ty = module.funcs.get(function).ty();
    let import = module
        .imports
        .add(FIRST, name, ImportKind::Function(function));
    module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
}
