// Messages between a host's page and the page of the questionnaire, made by the million, as either
// side reads them. Half begin as a sound message of which parts are replaced; the others are anything
// that a port can carry. Arguments: the milliseconds to run, and a seed. Ends with 1 at the first
// message of which something does not hold, made as small as it gets.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

const [milliseconds, seed] = process.argv.slice(2);
const { buildSync } = createRequire(new URL('../../tools/package.json', import.meta.url))('esbuild');
const [protocol] = buildSync({
  entryPoints: [fileURLToPath(new URL('../../web/host-protocol.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  write: false,
}).outputFiles;
const { ATTRIBUTES, HOST_EVENTS, LARGEST_FILE, LARGEST_LOGO, isHostEventName, isLogo, isMessage, isObject, readCommand, readProgress } =
  await import(`data:text/javascript;base64,${Buffer.from(protocol.contents).toString('base64')}`);

const FIELDS = {
  ready: [],
  start: [],
  progress: ['answered', 'total'],
  complete: ['attemptId'],
  save: ['status'],
  summary: ['attemptId', 'scores'],
  error: ['code', 'recoverable'],
};
const KINDS = Object.keys(FIELDS);
const METHODS = ['start', 'restart', 'deleteAllData', 'exportData', 'importData', 'set'];
const ADDRESSES = ['src', 'privacy', 'logo', 'base'];

// Most that one message may take: milliseconds of the processor, and bytes.
const LONGEST = 1000;
const LARGEST = 64 * 1024 * 1024;
const most = { time: 0, memory: 0 };
let runs = 0;

function hold(what, condition) {
  if (!condition) throw new Error(`It does not hold that ${what}.`);
}

const sorted = (object) => Object.keys(object).sort().join();

function readEvent(message) {
  for (const name of [message.name, ...KINDS]) {
    if (!isHostEventName(name)) continue;
    hold('an event is one of ours', KINDS.includes(name));
    const read = HOST_EVENTS[name](isObject(message.detail) ? message.detail : message);
    if (read === null) continue;
    hold('nothing but its fields is handed on', sorted(read) === FIELDS[name].toSorted().join());
    hold('it is short', JSON.stringify(read).length < 16384);
    for (const score of read.scores ?? []) hold('a score has two fields', sorted(score) === 'percent,scaleId');
  }
  const progress = readProgress(message);
  if (progress) hold('counts are counts', Number.isSafeInteger(progress.answered) && progress.total >= 0);
}

async function readCommandOf(message) {
  const command = await readCommand(message);
  if (command === null) return;
  hold('a command is one of ours', METHODS.includes(command.method));
  if (command.method === 'importData') hold('a file is small', command.given.length <= LARGEST_FILE);
  if (command.method === 'set') hold('a value is short', command.given[1].length <= 80);
}

function readLogoOf(message) {
  const logo = message.picture;
  if (isLogo(logo)) hold('a logo is a small picture', logo.size <= LARGEST_LOGO && logo.type.startsWith('image/'));
}

function readAttributes(text) {
  for (const [name, allowed] of Object.entries(ATTRIBUTES)) {
    const taken = allowed instanceof RegExp ? allowed.test(text) : allowed.includes(text);
    if (!taken) continue;
    if (ADDRESSES.includes(name)) hold('an address has no white space', !/\s/.test(text));
    if (name === 'coach') hold('a name is short', [...text].length <= 80);
  }
}

async function read(message) {
  runs += 1;
  const [memory, time] = [process.memoryUsage().heapUsed, process.cpuUsage()];
  if (typeof message === 'string') readAttributes(message);
  if (isObject(message)) {
    readEvent(message);
    await readCommandOf(message);
    readLogoOf(message);
  }
  hold('a message says its version', !isMessage(message) || message.v === 1);
  hold('no object is changed', Object.keys(Object.prototype).length === 0 && {}.v === undefined);
  const used = process.cpuUsage(time);
  most.time = Math.max(most.time, (used.user + used.system) / 1000);
  most.memory = Math.max(most.memory, process.memoryUsage().heapUsed - memory);
  hold('it takes no second', most.time < LONGEST);
  hold('it takes no 64 MB', most.memory < LARGEST);
}

const folder = new URL('seeds/', import.meta.url);
const sound = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
sound.push({ v: 1, mindset: 'logo', picture: new Blob(['GIF89a'], { type: 'image/gif' }) });

// Whatever a port can carry, and what JSON cannot hold.
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true, withBoxedValues: true }),
  fc.constantFrom(NaN, Infinity, -0, 1e308, 2 ** 53, '__proto__', 'constructor', 'toString', '', 'x'.repeat(100_000)),
  fc.constantFrom(...KINDS, ...METHODS, 'mindset', 'v', 'nl', 'json', 'saved'),
  fc.uint8Array({ maxLength: 64 }).map((bytes) => new Blob([bytes])),
);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.stringMatching(/^(https:|\.{0,2})\/{1,3}[\w\s@\\?#:%-]{0,60}$/));

// The places of a message: of each field and entry, the names that lead there.
function placesOf(value, before = []) {
  if (!isObject(value) && !Array.isArray(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const place = [...before, name];
    return [place, ...placesOf(value[name], place)];
  });
}

// The message with another value in a place; as it is where an earlier change has taken the place away.
function replaced(message, place, value) {
  const [name, ...rest] = place;
  if (!Object.hasOwn(message, name)) return message;
  if (rest.length === 0) return Array.isArray(message) ? message.with(Number(name), value) : { ...message, [name]: value };
  const inner = message[name];
  return isObject(inner) || Array.isArray(inner) ? replaced(message, [name], replaced(inner, rest, value)) : message;
}

const changes = fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 });
const changed = fc.tuple(fc.constantFrom(...sound), changes).map(([message, all]) => {
  const places = placesOf(message);
  const one = (now, [at, value]) => replaced(now, places[at % places.length], value);
  return all.reduce(one, message);
});
const messages = fc.oneof({ weight: 3, arbitrary: changed }, anything, text);

// What was found, of what JSON cannot hold.
const found = [{ v: 1, mindset: 'event', name: 'summary', detail: { attemptId: 'a-1', scores: new Array(1) } }];
for (const message of [...sound, ...found]) await read(message);
const outcome = await fc.check(fc.asyncProperty(messages, read), {
  seed: Number(seed),
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: Number(milliseconds),
  markInterruptAsFailure: false,
});
console.log(`MOST ${Math.round(most.time * 1000)} us, ${most.memory} bytes`);
console.log(`stat::number_of_executed_units: ${runs}`);
if (outcome.failed) {
  console.log(fc.defaultReportMessage(outcome));
  process.exitCode = 1;
}
