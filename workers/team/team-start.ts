// Runs beside the page of a team: takes the program, then questions and files, and answers with bytes
// that crates/team-jobs defines. Files are read here one after the other, so that the page never stands
// still, and no result leaves the worker.

import { ask, begin, cancel, finish, initSync, mirror, progress, read, refuse } from "./team-worker.js";

/** How many files are on their way from the disk at once: reading one is mostly waiting. */
const AHEAD = 32;

/** How often the page hears how far it is, in milliseconds. */
const INTERVAL = 100;

/** A file with its path and its size; without its content where it is too large to be read. */
interface TeamFile {
  path: string;
  size: number;
  file: File | undefined;
}

type Asked = Uint8Array | { begin: number } | { files: TeamFile[] } | { end: true } | { mirror: Blob } | { cancel: true };

let started = false;
/** What has come of the files and is not being read yet, from this place on. */
let files: TeamFile[] = [];
let place = 0;
/** Whether no more files follow. */
let ended = false;
/** Counts the readings: a reading that is not the newest has been stopped. */
let reading = 0;
/** Goes on with a reading that waits for files. */
let wake = () => {};

/** The bytes of a blob, or nothing where it cannot be read. */
async function bytesOf(blob: Blob) {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}

async function readAll() {
  const mine = ++reading;
  let said = performance.now();
  const ahead: { of: TeamFile; bytes: Promise<Uint8Array | undefined> }[] = [];
  for (;;) {
    for (; ahead.length < AHEAD && place < files.length; place++) {
      const of = files[place];
      if (of) ahead.push({ of, bytes: of.file ? bytesOf(of.file) : Promise.resolve(undefined) });
    }
    const next = ahead.shift();
    if (next) {
      const bytes = await next.bytes;
      if (reading !== mine) return;
      if (bytes) read(next.of.path, bytes);
      else refuse(next.of.path, next.of.size);
    } else if (ended) {
      break;
    } else {
      await new Promise<void>((resolve) => { wake = resolve; });
      if (reading !== mine) return;
    }
    if (performance.now() - said > INTERVAL) {
      said = performance.now();
      postMessage(progress());
    }
  }
  files = [];
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
  } else if ("begin" in data) {
    [files, place, ended] = [[], 0, false];
    begin(data.begin);
    // A worker says nothing of a promise that fails.
    readAll().catch((error) => setTimeout(() => { throw error; }));
  } else if ("files" in data) {
    files.push(...data.files);
    wake();
  } else if ("end" in data) {
    ended = true;
    wake();
  } else if ("mirror" in data) {
    bytesOf(data.mirror).then((bytes) => postMessage(mirror(bytes ?? new Uint8Array())));
  } else {
    reading++;
    [files, place] = [[], 0];
    wake();
    postMessage(cancel());
  }
};
