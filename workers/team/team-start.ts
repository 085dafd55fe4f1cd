// Runs beside the page of a team: takes the program, then questions and files, and answers with bytes
// that crates/team-jobs defines. Files are read here one after the other, so that the page never stands
// still, and no result leaves the worker.

import { ask, begin, cancel, finish, initSync, progress, read, refuse } from "./team-worker.js";

/** The largest file that is read, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** How many files are on their way at once: reading one is mostly waiting. */
const AHEAD = 32;

/** How often the page hears how far it is, in milliseconds. */
const INTERVAL = 100;

interface TeamFile {
  path: string;
  file: File;
}

type Asked = Uint8Array | { files: TeamFile[] } | { read: true } | { cancel: true };

let started = false;
let files: TeamFile[] = [];
/** Counts the readings: a reading that is not the newest has been stopped. */
let reading = 0;

/** The bytes of a file, or nothing where it is too large or cannot be read. */
async function bytesOf({ file }: TeamFile) {
  if (file.size > MAX_BYTES) return undefined;
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/**
 * Paths without the folder that was chosen, where all files lie in one with folders in it: it is those
 * that are groups.
 */
function withoutRoot(chosen: TeamFile[]) {
  const root = chosen[0]?.path.split("/", 1)[0] ?? "";
  const within = `${root}/`;
  const isRoot = chosen.every(({ path }) => path.startsWith(within)) && chosen.some(({ path }) => path.includes("/", within.length));
  return (path: string) => (isRoot ? path.slice(within.length) : path);
}

async function readAll(chosen: TeamFile[]) {
  const mine = ++reading;
  begin(chosen.length);
  const inside = withoutRoot(chosen);
  let said = performance.now();
  const ahead = chosen.slice(0, AHEAD).map(bytesOf);
  for (const [place, one] of chosen.entries()) {
    const bytes = await ahead.shift();
    if (reading !== mine) return;
    const next = chosen[place + AHEAD];
    if (next) ahead.push(bytesOf(next));
    const path = inside(one.path);
    if (bytes) read(path, bytes);
    else refuse(path, one.file.size);
    if (performance.now() - said > INTERVAL) {
      said = performance.now();
      postMessage(progress());
    }
  }
  postMessage(finish());
}

onmessage = ({ data }: MessageEvent<Asked>) => {
  if (data instanceof Uint8Array) {
    if (started) {
      const answer = ask(data);
      if (answer) postMessage(answer);
    } else {
      initSync({ module: data });
      started = true;
    }
  } else if ("files" in data) {
    files.push(...data.files);
  } else if ("read" in data) {
    const chosen = files;
    files = [];
    // A worker says nothing of a promise that fails.
    readAll(chosen).catch((error) => setTimeout(() => { throw error; }));
  } else {
    reading++;
    files = [];
    postMessage(cancel());
  }
};
