// Runs axe-core over every state of a gallery at every width, and tries long words at the smallest:
// `node axe.mjs FOLDER`. Closes on the counts of pages and ends with 1 when it finds anything.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { WIDTHS, open, states, withPage } from './browser.mjs';

const [folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The narrowest width that is promised, in CSS pixels. */
const NARROWEST = 320;
/** As long as the longest word of a Dutch dictionary. */
const LONG_WORD = 'aansprakelijkheidswaardevaststellingsveranderingen'.slice(0, 45);

/** What is wider than the narrowest window when every text is one long word. */
async function widerThanNarrowest(page) {
  await page.setViewport({ width: NARROWEST, height: 844, isMobile: true });
  return page.evaluate((word) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // Cells hold numbers, and heads of columns short words of our own.
    const isReplaced = ({ data, parentElement }) => data.trim() && !parentElement.closest('td, thead');
    while (texts.nextNode()) if (isReplaced(texts.currentNode)) texts.currentNode.data = word;
    for (const field of document.querySelectorAll('input[type=text], textarea')) field.value = word;
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth && innerWidth === root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5);
    return [`a long word scrolls sideways: the content is ${root.scrollWidth} px wide`, ...wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
  }, LONG_WORD);
}

async function faultsOf(page, state, width) {
  await open(page, folder, state, width);
  await page.evaluate(axe);
  const faults = await page.evaluate(async (rules) => {
    const result = await globalThis.axe.run(document, { resultTypes: ['violations'], rules });
    return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}\n    ${node.html.slice(0, 160)}`));
  }, { 'target-size': { enabled: true } });
  const content = await page.evaluate(() => document.documentElement.scrollWidth);
  if (content > width) faults.push(`scrolls sideways: the content is ${content} px wide`);
  if (width === Math.min(...WIDTHS)) faults.push(...(await widerThanNarrowest(page)));
  return faults;
}

/** Browsers that share the pages: each keeps one core busy. */
const BROWSERS = 2;

let [passed, failed] = [0, 0];
const left = WIDTHS.flatMap((width) => states(folder).map((state) => ({ state, width })));
async function takeTurns(page) {
  for (let next = left.shift(); next; next = left.shift()) {
    const { state, width } = next;
    const faults = await faultsOf(page, state, width);
    for (const fault of faults) console.error(`${state.file} at ${width} px: ${fault}`);
    if (faults.length > 0) failed += 1;
    else passed += 1;
  }
}
await Promise.all(Array.from({ length: BROWSERS }, () => withPage(takeTurns)));
// In the words of the other test runners, so that the test command counts the pages.
console.log(`test result: ${failed > 0 ? 'FAILED' : 'ok'}. ${passed} passed; ${failed} failed; 0 ignored`);
process.exit(failed > 0 ? 1 : 0);
