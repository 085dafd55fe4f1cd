// What is stored here, read without the program: for the language before the first paint, and for
// the panel of a program that has failed. As crates/store writes it: a row is a line with format,
// state, moment, epoch, revision and checksum, and then the body as it is.

/** Beginning of every name of ours, as in crates/store/src/key.rs. */
const PREFIX = "mindset:";
/** The one record that has no kind before its name. */
const PREFERENCES = "preferences";
/** The database, as in crates/store-web/src/lib.rs, and its one object store. */
const DATABASE = "mindset";
const ROWS = "rows";
/** For how long the database is waited for; in milliseconds. */
const LIMIT = 1000;

/** For how long something may be stored, as the page around this one asks. */
export type Persistence = "device" | "session" | "none";

/** A record as it goes into a backup. */
export interface StoredRecord {
  readonly key: string;
  readonly versionVector: string;
  readonly changedAt: string;
  readonly body: unknown;
}

interface Row {
  readonly live: boolean;
  /** In milliseconds since 1970-01-01T00:00Z; 0 for a row that is not whole, so that a whole one stands. */
  readonly changedAt: number;
  readonly revision: string;
  readonly body: string;
}

/** The storage that can be read at once; null where nothing is stored. */
function copies(persistence: Persistence) {
  if (persistence === "device") return localStorage;
  return persistence === "session" ? sessionStorage : null;
}

/** FNV-1a over the texts, each ended by a byte that no text contains. */
function checksum(texts: readonly string[]) {
  let sum = 0x811c9dc5;
  const add = (byte: number) => {
    sum = Math.imul(sum ^ byte, 0x01000193);
  };
  for (const text of texts) {
    new TextEncoder().encode(text).forEach(add);
    add(0xff);
  }
  return sum >>> 0;
}

/** What stands under the name of a record. Of what is no row, the text is the body. */
function parsedRow(name: string, text: string): Row {
  const end = text.indexOf("\n");
  const line = text.slice(0, Math.max(end, 0));
  const [format, state, changedAt, , revision, sum] = line.split(" ");
  if (format !== "1" || !revision) return { live: true, changedAt: 0, revision: "", body: text };
  const body = text.slice(end + 1);
  const isWhole = checksum([name, line.slice(0, line.lastIndexOf(" ")), body]) === Number(sum);
  // A number that is no date is 0 too.
  const moment = isWhole ? new Date(Number(changedAt)).getTime() || 0 : 0;
  // Of a row that is not whole the state may be what was damaged; one that was deleted has no body.
  return { live: state === "live" || (!isWhole && body !== ""), changedAt: moment, revision, body };
}

/** A stored text as it goes into a backup: as JSON where it is JSON. */
function parsedBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The language that the reader chose on an earlier visit, if a copy of that is here. */
export function storedLanguage(persistence: Persistence) {
  try {
    const text = copies(persistence)?.getItem(PREFIX + PREFERENCES) ?? "";
    return String(JSON.parse(parsedRow(PREFERENCES, text).body).language ?? "");
  } catch {
    return ""; // Storage is refused here, or holds something else.
  }
}

function done<Result>(request: IDBRequest<Result>) {
  return new Promise<Result>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The rows of the database by name. It is not created where there is none. */
async function rowsOfDatabase(): Promise<[string, string][]> {
  const request = indexedDB.open(DATABASE);
  let absent = false;
  request.onupgradeneeded = () => {
    absent = true;
    request.transaction?.abort();
  };
  const database = await done(request).catch((error: unknown) => {
    if (absent) return null;
    throw error;
  });
  if (!database) return [];
  const rows = database.transaction(ROWS).objectStore(ROWS);
  const [names, texts] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
  database.close();
  return names.map((name, at) => [String(name), String(texts[at])]);
}

/** The copies by name. What a tab could not bring into the database stands under a place of its own. */
function rowsOfCopies(persistence: Persistence): [string, string][] {
  const storage = copies(persistence);
  const ours = Object.keys(storage ?? {}).filter((name) => name.startsWith(PREFIX));
  return ours.map((name) => [
    name.slice(PREFIX.length).replace(/^pending\/[^/]+\//, ""),
    storage?.getItem(name) ?? "",
  ]);
}

/**
 * What was set apart under its own name: its body begins with a line of that name, why, and its
 * revision. Null for any other row.
 */
function released(name: string, row: Row): [string, Row] | null {
  if (!name.startsWith("quarantine/")) return null;
  const end = row.body.indexOf("\n");
  const [original, , revision] = row.body.slice(0, Math.max(end, 0)).split(" ");
  return original && revision ? [original, { ...row, revision, body: row.body.slice(end + 1) }] : null;
}

/**
 * Every record that is stored, in the version that changed last; null where storage is refused.
 * The database is asked, and the copies stand in where it refuses or takes too long.
 */
export async function storedRecords(persistence: Persistence): Promise<StoredRecord[] | null> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, LIMIT));
  const sources = [async () => rowsOfCopies(persistence)];
  if (persistence === "device") sources.unshift(() => Promise.race([rowsOfDatabase(), late]));
  const found = await Promise.allSettled(sources.map((read) => read()));
  if (found.every(({ status }) => status === "rejected")) return null;
  const newest = new Map<string, Row>();
  for (const source of found) {
    for (const [name, text] of source.status === "fulfilled" ? source.value : []) {
      if (name !== PREFERENCES && !name.includes("/")) continue;
      const row = parsedRow(name, text);
      const known = newest.get(name);
      if (!known || row.changedAt > known.changedAt) newest.set(name, row);
    }
  }
  const standing: [string, Row][] = [];
  const apart: [string, Row][] = [];
  for (const [name, row] of newest) {
    const one = released(name, row);
    if (row.live) (one ? apart : standing).push(one ?? [name, row]);
  }
  // What stands comes first: of two versions under one name a backup restores the first.
  return Array.from([...standing, ...apart], ([key, { revision, changedAt, body }]) => ({
    key,
    versionVector: revision,
    changedAt: new Date(changedAt).toISOString(),
    body: parsedBody(body),
  }));
}
