// The files of a team: takes what is chosen or dropped, and hands it to the worker that reads it. The
// page's program hears how many there are, and never what is in one.

/** The most files that are taken at once. */
const MAX_FILES = 100_000;

/** How many folders may lie within each other. */
const MAX_DEPTH = 16;

/** The most files that go to the worker in one message. */
const BATCH = 64;

/** How long one message is made for, in milliseconds: a browser asks the disk for the size of each file. */
const BATCH_TIME = 8;

/** The largest file that is read, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** One file, with the path that it has within a folder. */
interface TeamFile {
  path: string;
  file: File;
}

/** Files that were chosen or dropped together. Their paths are read as they are sent, some at a time. */
interface Choice {
  length: number;
  at: (place: number) => TeamFile;
}

/** What was chosen or dropped and is not read yet. */
let chosen: Choice[] = [];

/** The worker, once it was asked something. */
let worker: Promise<Worker> | undefined;

/** What is sent, one after the other: a batch of files must not overtake a question before it. */
let sent: Promise<unknown> = Promise.resolve();

function failed() {
  mindsetTeam.stop();
  mindsetTeam.onsaid?.(undefined);
}

function started() {
  worker ??= mindsetTeamWorker().then((it) => {
    it.onmessage = ({ data }: MessageEvent<Uint8Array>) => mindsetTeam.onsaid?.(data);
    it.onerror = failed;
    return it;
  });
  return worker;
}

/** Waits until the page has done what else there is to do; a timer would wait longer each time. */
function pause() {
  return new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Sends each of the messages, with a pause between them. */
function send(messages: () => Iterable<unknown>) {
  sent = sent.then(async () => {
    const it = await started();
    for (const message of messages()) {
      it.postMessage(message);
      await pause();
    }
  }).catch(failed);
}

/** The files in messages: each with its size, and without its content where it is too large to be read. */
function* batches(choices: Choice[]) {
  yield { begin: choices.reduce((sum, { length }) => sum + length, 0) };
  let files: { path: string; size: number; file: File | undefined }[] = [];
  let began = performance.now();
  for (const choice of choices) {
    for (let place = 0; place < choice.length; place++) {
      const { path, file } = choice.at(place);
      const { size } = file;
      files.push({ path, size, file: size <= MAX_BYTES ? file : undefined });
      if (files.length < BATCH && performance.now() - began < BATCH_TIME) continue;
      yield { files };
      files = [];
      began = performance.now();
    }
  }
  yield { files };
  yield { end: true };
}

/**
 * The same files without the folder that they all lie in, where that has folders in it: it is those that
 * are groups.
 */
function withoutRoot(choice: Choice): Choice {
  const [root = ""] = choice.length > 0 ? choice.at(0).path.split("/", 1) : [];
  const within = `${root}/`;
  let hasFolders = false;
  for (let place = 0; place < choice.length; place++) {
    const { path } = choice.at(place);
    if (!path.startsWith(within)) return choice;
    hasFolders ||= path.includes("/", within.length);
  }
  if (!hasFolders) return choice;
  const at = (place: number) => {
    const { path, file } = choice.at(place);
    return { path: path.slice(within.length), file };
  };
  return { length: choice.length, at };
}

globalThis.mindsetTeam = {
  onchosen: undefined,
  onsaid: undefined,
  ask: (message) => send(() => [message]),
  read() {
    const files = chosen;
    chosen = [];
    send(() => batches(files));
  },
  cancel() {
    worker?.then((it) => it.postMessage({ cancel: true }), () => {});
  },
  stop() {
    worker?.then((it) => it.terminate(), () => {});
    worker = undefined;
    sent = Promise.resolve();
    chosen = [];
  },
};

function take(choice: Choice) {
  const before = chosen.reduce((sum, { length }) => sum + length, 0);
  const length = Math.min(choice.length, MAX_FILES - before);
  if (length <= 0) return;
  chosen.push(withoutRoot({ length, at: choice.at }));
  mindsetTeam.onchosen?.(before + length);
}

/** Files as a field or the browser gives them. */
function listed(files: ArrayLike<File>): Choice {
  const at = (place: number) => {
    const file = files[place];
    if (!file) throw new Error("no such file");
    return { path: file.webkitRelativePath || file.name, file };
  };
  return { length: files.length, at };
}

/** Files that were found within what was dropped. */
function found(files: TeamFile[]): Choice {
  const at = (place: number) => {
    const file = files[place];
    if (!file) throw new Error("no such file");
    return file;
  };
  return { length: files.length, at };
}

/** What lies in an entry: a file, or a folder with what is in it. What cannot be read is left out. */
async function within(entry: FileSystemEntry, depth: number, inside: TeamFile[]) {
  if (inside.length >= MAX_FILES || depth > MAX_DEPTH) return;
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));
    if (file) inside.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (entries.length === 0) return;
    // A hundred or so at a time, as the browser gives them.
    await Promise.all(entries.map((one) => within(one, depth + 1, inside)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches("[data-team-input]")) return;
  const files = [...target.files ?? []];
  const [mirror] = target.dataset["teamInput"] === "mirror" ? files : [];
  if (mirror) send(() => [{ mirror }]);
  else take(listed(files));
  // The same files may be chosen once more.
  target.value = "";
});

/** Marks the place where something is dropped. */
function mark(over: boolean) {
  document.querySelector("[data-team-drop]")?.toggleAttribute("data-over", over);
}

/** Whether files are dragged, and there is a place for them. */
function isDropped(event: DragEvent) {
  return event.dataTransfer?.types.includes("Files") && document.querySelector("[data-team-drop]") !== null;
}

// Anywhere on the page: a file that is dropped beside the place would open instead of the page, and
// everything that was read would be gone.
document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  mark(true);
});
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) mark(false);
});
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  mark(false);
  if (!isDropped(event)) return;
  // What was dropped is there only until this returns: the entries are taken first.
  const items = [...event.dataTransfer.items].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = listed([...event.dataTransfer.files]);
  if (entries.length === 0) return take(files);
  const inside: TeamFile[] = [];
  Promise.all(entries.map((entry) => within(entry, 0, inside))).then(() => take(found(inside)), () => take(files));
});

export {};
