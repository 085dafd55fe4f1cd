// Takes host events as the app sends them, a JSON list of names and details in a file, and prints
// one JSON line for each: the detail that a host then gets, or null where the element leaves it out.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../web/host-protocol.ts', import.meta.url));
const { outputFiles: [{ text }] } = await build({ entryPoints: [source], bundle: true, format: 'esm', write: false });
const { HOST_EVENTS, isHostEventName } = await import(`data:text/javascript,${encodeURIComponent(text)}`);

for (const [name, detail] of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  console.log(JSON.stringify(isHostEventName(name) ? HOST_EVENTS[name](detail) : null));
}

// What a port can carry and JSON cannot.
if (HOST_EVENTS.summary({ attemptId: 'a', scores: new Array(1) }) !== null) throw new Error('A list with a hole reaches a host.');
