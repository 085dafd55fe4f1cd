//! Which function calls which.

use std::collections::HashMap;
use walrus::ir::{Instr, InstrLocId, Visitor, dfs_in_order};
use walrus::{ElementItems, ExportItem, FunctionId, FunctionKind, Module};

/// The functions of a module in the order of the file, and their calls.
pub struct Graph {
    names: Vec<String>,
    imported: Vec<bool>,
    small: Vec<bool>,
    calls: Vec<Vec<usize>>,
    /// Functions that are called from outside or through the table.
    roots: Vec<usize>,
    places: HashMap<FunctionId, usize>,
}

/// A function of fewer instructions is never moved for its name: the compiler makes one of
/// small functions that look alike, and gives it the name of either.
const SMALL: usize = 40;

#[derive(Default)]
struct Body {
    called: Vec<FunctionId>,
    instructions: usize,
}

impl Visitor<'_> for Body {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.called.push(*function);
    }

    fn visit_instr(&mut self, _: &Instr, _: &InstrLocId) {
        self.instructions += 1;
    }
}

impl Graph {
    /// The graph of a module.
    pub fn of(module: &Module) -> Self {
        let places: HashMap<FunctionId, usize> = module
            .funcs
            .iter()
            .enumerate()
            .map(|(n, function)| (function.id(), n))
            .collect();
        let mut graph = Self {
            names: Vec::new(),
            imported: Vec::new(),
            small: Vec::new(),
            calls: Vec::new(),
            roots: Vec::new(),
            places,
        };
        for function in module.funcs.iter() {
            let mut content = Body::default();
            if let FunctionKind::Local(body) = &function.kind {
                dfs_in_order(&mut content, body, body.entry_block());
            }
            let mut calls: Vec<usize> = content.called.iter().map(|id| graph.places[id]).collect();
            calls.sort_unstable();
            calls.dedup();
            graph.calls.push(calls);
            graph.small.push(content.instructions < SMALL);
            graph.names.push(function.name.clone().unwrap_or_default());
            graph
                .imported
                .push(matches!(function.kind, FunctionKind::Import(_)));
        }
        for export in module.exports.iter() {
            if let ExportItem::Function(function) = export.item {
                graph.roots.push(graph.places[&function]);
            }
        }
        for element in module.elements.iter() {
            if let ElementItems::Functions(functions) = &element.items {
                graph
                    .roots
                    .extend(functions.iter().map(|id| graph.places[id]));
            }
        }
        graph.roots.extend(module.start.map(|id| graph.places[&id]));
        graph
    }

    /// The place of a function in the order of the file.
    pub fn place(&self, function: FunctionId) -> usize {
        self.places[&function]
    }

    /// Which functions belong to the second half: those named so, and all that is reached
    /// through them alone.
    pub fn later(&self, named: fn(&str) -> bool) -> Vec<bool> {
        let stays = |n: usize| self.imported[n] || self.small[n] || !named(&self.names[n]);
        let mut later = vec![true; self.names.len()];
        let mut open: Vec<usize> = self.roots.iter().copied().filter(|&n| stays(n)).collect();
        open.extend((0..self.names.len()).filter(|&n| self.imported[n]));
        while let Some(n) = open.pop() {
            if std::mem::replace(&mut later[n], false) {
                open.extend(self.calls[n].iter().copied().filter(|&n| stays(n)));
            }
        }
        later
    }

    /// What the functions of one half call.
    pub fn called<'a>(&'a self, later: &'a [bool], half: bool) -> impl Iterator<Item = usize> + 'a {
        let mut called: Vec<usize> = (0..self.calls.len())
            .filter(|&n| later[n] == half)
            .flat_map(|n| self.calls[n].iter().copied())
            .collect();
        called.sort_unstable();
        called.dedup();
        called.into_iter()
    }
}
