// Takes host events as the app sends them, a JSON list of names and details in a file, and prints
// one JSON line for each: the detail that a host then gets, or null where the element leaves it out.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../web/host-protocol.ts', import.meta.url));
const { outputFiles: [{ text }] } = await build({ entryPoints: [source], bundle: true, format: 'esm', write: false });
const { HOST_EVENTS, LARGEST_LOGO, isHostEventName, isLogo } = await import(`data:text/javascript,${encodeURIComponent(text)}`);

for (const [name, detail] of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  console.log(JSON.stringify(isHostEventName(name) ? HOST_EVENTS[name](detail) : null));
}

// What a port can carry and JSON cannot.
if (HOST_EVENTS.summary({ attemptId: 'a', scores: new Array(1) }) !== null) throw new Error('A list with a hole reaches a host.');
const pictureOf = (size, type) => new Blob([new Uint8Array(size)], { type });
for (const type of ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml', 'image/svg+xml;charset=utf-8']) {
  if (!isLogo(pictureOf(LARGEST_LOGO, type))) throw new Error(`A logo of the type ${type} is lost.`);
}
for (const wrong of [
  null,
  'data:image/png;base64,AA==',
  { size: 1, type: 'image/png' },
  pictureOf(LARGEST_LOGO + 1, 'image/png'),
  ...['', 'text/html', 'image/bmp', 'text/html;image/png'].map((type) => pictureOf(1, type)),
]) {
  if (isLogo(wrong)) throw new Error(`What is no logo reaches the page: ${wrong?.size} ${wrong?.type}.`);
}
