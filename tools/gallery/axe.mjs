// Runs axe-core over every state of a gallery: `node axe.mjs FOLDER`. Ends with 1 when it finds anything.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { WIDTHS, open, states, withPage } from './browser.mjs';

const [folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const found = await withPage(async (page) => {
  const faults = [];
  for (const width of WIDTHS) {
    for (const state of states(folder)) {
      await open(page, folder, state, width);
      await page.evaluate(axe);
      const violations = await page.evaluate(async (rules) => {
        const result = await globalThis.axe.run(document, { resultTypes: ['violations'], rules });
        return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}\n    ${node.html.slice(0, 160)}`));
      }, { 'target-size': { enabled: true }, ...state.rules });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      if (wide) violations.push('it can be scrolled sideways');
      faults.push(...violations.map((fault) => `${state.file} at ${width} px: ${fault}`));
    }
  }
  return faults;
});
for (const fault of found) console.error(fault);
const count = states(folder).length * WIDTHS.length;
console.log(`${count} pages looked at, ${found.length} faults found.`);
process.exit(found.length > 0 ? 1 : 0);
