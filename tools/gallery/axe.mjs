// Runs axe-core over every state of a gallery at every width: `node axe.mjs FOLDER`. Closes on
// the counts of pages and ends with 1 when it finds anything.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { WIDTHS, open, states, withPage } from './browser.mjs';

const [folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function faultsOf(page, state, width) {
  await open(page, folder, state, width);
  await page.evaluate(axe);
  const faults = await page.evaluate(async (rules) => {
    const result = await globalThis.axe.run(document, { resultTypes: ['violations'], rules });
    return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}\n    ${node.html.slice(0, 160)}`));
  }, { 'target-size': { enabled: true } });
  const content = await page.evaluate(() => document.documentElement.scrollWidth);
  if (content > width) faults.push(`scrolls sideways: the content is ${content} px wide`);
  return faults;
}

let [passed, failed] = [0, 0];
await withPage(async (page) => {
  for (const width of WIDTHS) {
    for (const state of states(folder)) {
      const faults = await faultsOf(page, state, width);
      for (const fault of faults) console.error(`${state.file} at ${width} px: ${fault}`);
      if (faults.length > 0) failed += 1;
      else passed += 1;
    }
  }
});
// In the words of the other test runners, so that the test command counts the pages.
console.log(`test result: ${failed > 0 ? 'FAILED' : 'ok'}. ${passed} passed; ${failed} failed; 0 ignored`);
process.exit(failed > 0 ? 1 : 0);
