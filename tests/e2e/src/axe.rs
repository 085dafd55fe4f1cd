//! The accessibility rules of axe-core, put into the open page.

use crate::page::Page;
use crate::{Outcome, environment};
use serde_json::json;

/// All rules, those that are off by default included where WCAG 2.2 AA asks for them.
const RUN: &str = "return axe.run(document, {
    resultTypes: ['violations'],
    rules: {'target-size': {enabled: true}},
}).then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${rule.help}\\n    ${node.html.slice(0, 160)}\\n    `
    + node.any.concat(node.all, node.none).map(check => check.message).join('; '))))";

impl Page {
    /// Fails when axe-core finds anything on the screen as it stands. `AXE` names the
    /// script.
    pub async fn accessible(&self, screen: &str) -> Outcome {
        let path = environment("AXE", "the file axe.min.js of axe-core 4.14")?;
        let there = self.script("return !!window.axe", Vec::new()).await?;
        if there != json!(true) {
            let axe = std::fs::read_to_string(&path).map_err(|why| format!("{path}: {why}"))?;
            self.script(&axe, Vec::new()).await?;
        }
        let found: Vec<String> = serde_json::from_value(self.script(RUN, Vec::new()).await?)?;
        if found.is_empty() {
            return Ok(());
        }
        let setup = self.setup();
        Err(format!(
            "axe on {screen}, {:?}, {:?}:\n{}",
            self.language(),
            setup.scheme,
            found.join("\n")
        )
        .into())
    }
}
