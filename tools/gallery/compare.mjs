// Photographs two galleries in the same run and writes a page of the differences:
// `node compare.mjs BEFORE AFTER OUT`.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { WIDTHS, open, states, withPage } from './browser.mjs';

const [before, after, out] = process.argv.slice(2);
// Pictures of an earlier comparison would lie beside these.
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** A picture on a larger empty canvas, so that two of different heights can be compared. */
function onCanvas(picture, width, height) {
  const canvas = new PNG({ width, height, fill: true });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas;
}

async function photograph(page, folder, state, width) {
  await open(page, folder, state, width);
  return PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
}

/** The style sheets of a gallery as one text. */
function sheets(folder) {
  const names = readdirSync(join(folder, 'styles')).sort();
  return names.map((name) => `${name}\n${readFileSync(join(folder, 'styles', name), 'utf8')}`).join('\n');
}

const sameSheets = sheets(before) === sheets(after);

/** True when a document is the same to the byte, so that it needs no picture. */
const unchanged = (file) => sameSheets && readFileSync(join(before, file)).equals(readFileSync(join(after, file)));

const byFile = (folder) => new Map(states(folder).map((state) => [state.file, state]));
const [old, now] = [byFile(before), byFile(after)];
const rows = [];
let same = 0;
await withPage(async (page) => {
  for (const [file, state] of now) {
    if (old.has(file) && unchanged(file)) {
      same += WIDTHS.length;
      continue;
    }
    for (const width of WIDTHS) {
      const name = `${file.replace(/\.html$/, '')}-${width}`;
      const picture = await photograph(page, after, state, width);
      if (!old.has(file)) {
        writeFileSync(join(out, `${name}-after.png`), PNG.sync.write(picture));
        rows.push({ name, what: 'new', pictures: ['after'] });
        continue;
      }
      const earlier = await photograph(page, before, state, width);
      const [w, h] = [Math.max(earlier.width, picture.width), Math.max(earlier.height, picture.height)];
      const difference = new PNG({ width: w, height: h });
      const count = pixelmatch(onCanvas(earlier, w, h).data, onCanvas(picture, w, h).data, difference.data, w, h, { threshold: 0.1 });
      if (count === 0) {
        same += 1;
        continue;
      }
      const pictures = { before: earlier, after: picture, difference };
      for (const [kind, one] of Object.entries(pictures)) writeFileSync(join(out, `${name}-${kind}.png`), PNG.sync.write(one));
      rows.push({ name, what: `${count} pixels differ`, pictures: Object.keys(pictures) });
    }
  }
});
for (const file of old.keys()) if (!now.has(file)) rows.push({ name: file, what: 'gone', pictures: [] });

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const figure = (name, kind) => `<figure><figcaption>${kind}</figcaption><img src="${encodeURI(`${name}-${kind}.png`)}" alt="${kind}" loading="lazy"></figure>`;
const sections = rows.map(({ name, what, pictures }) => `<section><h2>${escaped(name)}</h2><p>${escaped(what)}</p><div>${pictures.map((kind) => figure(name, kind)).join('')}</div></section>`);
writeFileSync(join(out, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Differences</title>
<style>body{font:16px/1.5 system-ui;margin:2rem}div{display:flex;gap:1rem;overflow-x:auto;align-items:start}figure{margin:0}img{max-width:32rem;border:1px solid #999}</style>
<h1>${rows.length} of ${rows.length + same} pictures differ</h1>${sections.join('')}</html>`);
console.log(`${rows.length} pictures differ, ${same} are the same. See ${join(out, 'index.html')}`);
