// Photographs states of a gallery for the documentation: `node pictures.mjs GALLERY OUT`. A picture
// shows what a screen shows at first, or one of its sections; of a result, in the part that it names.
// The English ones lie in OUT, the Dutch ones in its folder `nl`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, states, withPage } from './browser.mjs';

const [folder, out] = process.argv.slice(2);

const PHONE = { width: 390, height: 780, deviceScaleFactor: 1.5 };
const DESK = { width: 1280, height: 1180, deviceScaleFactor: 1 };
/** CSS pixels on every side of a section. */
const GROUND = 20;
const AGREEMENTS = 'with agreements and influences';

/** The languages, each with the folder of its pictures. */
const LANGUAGES = { en: out, nl: join(out, 'nl') };

/** Name of the picture, and what it shows: in the light colours unless it says so. `name` and `state`
 * are those of the fixtures of a page. */
const PICTURES = {
  'start-phone': { name: 'start', state: 'first visit', size: PHONE },
  'question-phone': { name: 'question', state: 'open', size: PHONE },
  'result-desk': { name: 'result', state: 'example', size: DESK },
  'result-phone-dark': { name: 'result', state: 'example', size: PHONE, theme: 'dark' },
  'working-desk': { name: 'result', state: AGREEMENTS, size: DESK, part: 'influence', section: 'influences' },
  'effort-desk': { name: 'result', state: 'effort, just enough', size: DESK, section: 'calculator' },
  'trends-desk': { name: 'result', state: 'beside an earlier one', size: DESK, section: 'trends' },
  'talk-desk': { name: 'two views', state: 'sealed', size: DESK },
  'hand-over-phone': { name: 'hand-over', state: 'own result', size: PHONE },
  'agreements-phone': { name: 'agreements', state: 'asked, marks shown', size: PHONE },
  'sheet-desk': { name: 'sheet', state: 'of the rep', size: DESK },
};

function stateOf({ name, state, theme = 'light' }, language) {
  const found = states(folder).find(
    (one) => one.kind === 'screen' && one.language === language && one.name === name && one.state === state && one.theme === theme,
  );
  if (!found) throw new Error(`The gallery has no screen "${name}" in the state "${state}", in the language "${language}".`);
  return found;
}

/** Opens one part of a result, as the page itself does. */
async function openPart(page, name) {
  await page.$$eval(
    '[data-result-part]',
    (parts, name) => {
      for (const part of parts) part.hidden = part.dataset.resultPart === name ? false : 'until-found';
    },
    name,
  );
}

/** A section with the ground around it. */
async function around(page, section) {
  const element = await page.$(`[data-section="${section}"]`);
  if (!element) throw new Error(`No section "${section}" on the screen.`);
  const { x, y, width, height } = await element.boundingBox();
  return { x: x - GROUND, y: y - GROUND, width: width + 2 * GROUND, height: height + 2 * GROUND };
}

await withPage(async (page) => {
  for (const [language, its] of Object.entries(LANGUAGES)) {
    mkdirSync(its, { recursive: true });
    for (const [file, picture] of Object.entries(PICTURES)) {
      await open(page, folder, stateOf(picture, language), picture.size.width);
      await page.setViewport(picture.size);
      if (picture.part) await openPart(page, picture.part);
      const clip = picture.section && (await around(page, picture.section));
      writeFileSync(join(its, `${file}.png`), await page.screenshot(clip ? { clip } : {}));
    }
    console.log(`${Object.keys(PICTURES).length} pictures: ${its}`);
  }
});
