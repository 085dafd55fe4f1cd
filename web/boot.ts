// Starts the app, and speaks for it when it cannot: by a panel of index.html with the reason.
// Works without the app, under the page's policy (no inline script, no markup made from text).

import { CUSTOM_PARAMETER, LANGUAGES } from "./host-protocol.js";
import type { HostEventDetails, PageErrorCode } from "./host-protocol.js";
import { guardControls } from "./one-effect.js";
import { storedLanguage, storedRecords } from "./stored-records.js";
import type { Persistence } from "./stored-records.js";

/** After so long without the app a panel says why, so that something is said within 8 seconds; in milliseconds. */
const PATIENCE = 7000;

/** A part of index.html, which is always there. */
function part(id: string) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}
guardControls();
const app = part("app");
const failure = part("boot-failure");
const panic = part("boot-panic");
/** Whether the app has failed; its panel follows once it is known what it has to say. */
let panicked = false;

/** A file that is loaded later, as the page's head names it with its hash. */
function later(address: string) {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="mindset-later"][content="${address}"]`);
  if (!meta) throw new Error(`the page does not name ${address}`);
  return meta;
}

/** Has a module loaded under its hash: an import, which takes none itself, then finds it loaded. */
function preload(address: string) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.integrity = later(address).dataset.integrity ?? "";
  link.href = address;
  document.head.append(link);
}

// Where another page embeds this one, what speaks with it. The app starts without waiting for it.
if (parent !== window) preload("./frame.js");
const frame = parent === window ? null : import("./frame.js");
frame?.then(({ connect }) => connect(), () => {});

/** The language of the page, also where a browser that translates it has given it another. */
let language: string = "nl";

/** Shows only the texts in the page's language, and of those that have reasons, only with this one. */
function choose(within: HTMLElement, reason?: string) {
  const { lang } = document.documentElement;
  language = LANGUAGES.find((one) => one === lang) ?? language;
  for (const text of within.querySelectorAll<HTMLElement>("[lang]")) text.hidden = text.lang !== language;
  for (const text of within.querySelectorAll<HTMLElement>("[data-reason]")) text.hidden = !text.dataset.reason?.split(" ").includes(reason ?? "");
}

function show(panel: HTMLElement, reason: string) {
  choose(panel, reason);
  app.hidden = true;
  panel.hidden = false;
  panel.querySelector<HTMLElement>("h1:not([hidden])")?.focus();
}

/** For how long something may be stored, as the page around this one asks; a word that is none of these stores nothing. */
function persistence(): Persistence {
  const persist = address.get("persist");
  if (persist === null || persist === "device") return "device";
  return persist === "session" ? "session" : "none";
}

/** What has become of the answers, as the panel of a failed app says it. */
async function remains(): Promise<Persistence | "nothing" | "refused"> {
  const asked = persistence();
  if (asked === "none") return asked;
  const records = await storedRecords(asked);
  if (!records) return "refused";
  return records.length === 0 ? "nothing" : asked;
}

/** Offers everything that is stored as a backup, which the page opens like any other. */
async function download() {
  const backup = {
    format: "mindset-mirror-backup",
    formatVersion: "2.0",
    exportedAt: new Date().toISOString(),
    generator: { name: "mindset-mirror", version: "emergency" },
    records: await storedRecords(persistence()) ?? [],
  };
  const file = new Blob([JSON.stringify(backup, null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `mindset-backup-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
}

/** Sends a host event to the page around this one, if there is one. */
function sendHostEvent<Name extends "ready" | "error">(name: Name, detail: HostEventDetails[Name]) {
  frame?.then((it) => it.sendHostEvent(name, JSON.stringify(detail)), () => {});
}

async function showPanic() {
  sendHostEvent("error", { code: "panic", recoverable: true });
  failure.hidden = true;
  if (panicked) return;
  panicked = true;
  app.hidden = true;
  // The panel shows whatever stands in the storage.
  show(panic, await remains().catch(() => "refused"));
}

function showFailure(reason: PageErrorCode, detail: string) {
  part("boot-detail").textContent = detail;
  // Loading the page again brings it once more.
  writeFragment(brought);
  show(failure, reason);
  sendHostEvent("error", { code: reason, recoverable: true });
}

/** The browser's own message names 'unsafe-eval'; the panel names the narrower, right directive. */
function reasonOf(error: unknown): PageErrorCode {
  return /content security policy|unsafe-eval|csp/i.test(String(error)) ? "policy" : "files";
}

// The interface's texts and the compiled questionnaires beside the page, as the build lists them in its head.
const interfaces = [...document.querySelectorAll<HTMLMetaElement>('meta[name="mindset-interface"]')];
const files = [...document.querySelectorAll<HTMLMetaElement>('meta[name="mindset-content"]')];

/** The bytes of a file beside the page, held to the hash that the build wrote beside its name. */
async function bytesOf({ content, dataset: { integrity = "" } }: HTMLMetaElement, signal: AbortSignal | null = null) {
  const response = await fetch(content, { integrity, signal });
  if (!response.ok) throw new Error(`${response.status} ${content}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The interface's texts in a language. */
function interfaceIn(language: string) {
  return interfaces.find(({ dataset }) => dataset.language === language);
}

/** The interface's texts in the page's language. */
function firstInterface() {
  const file = interfaceIn(document.documentElement.lang);
  if (!file) throw new Error("no interface");
  return bytesOf(file);
}

/** The questionnaire that the page begins with, in the page's language: of its versions the newest is listed first. */
function firstContent() {
  const id = document.querySelector<HTMLMetaElement>('meta[name="mindset-questionnaire"]')?.content;
  const file = files.find(({ dataset }) => dataset.id === id && dataset.language === document.documentElement.lang);
  if (!file) throw new Error(`no content: ${id}`);
  return bytesOf(file);
}

type WorkerName = "definition" | "files" | "sealing" | "team";

/**
 * The address of a worker's script. In a sandbox the page is of no origin: there a browser starts
 * nothing but what stands in the address itself, so that is a script that loads the other.
 */
function workerScript(name: WorkerName) {
  const script = `./${name}-start.js`;
  if (origin !== "null") return script;
  return `data:text/javascript,import ${JSON.stringify(new URL(script, document.baseURI))}`;
}

/** Passes the scripts of our own workers by their names, and nothing else. */
const workerScripts = globalThis.trustedTypes?.createPolicy("mindset-workers", {
  createScriptURL(name) {
    if (["definition", "files", "sealing", "team"].includes(name)) return workerScript(name as WorkerName);
    throw new TypeError("not a worker of this page");
  },
});

/**
 * Starts a worker with its program. A worker's script takes no hash itself, so its files, whose
 * names all begin with the worker's, are fetched under theirs first.
 */
async function startWorker(name: WorkerName) {
  const metas = document.querySelectorAll<HTMLMetaElement>(`meta[name="mindset-worker"][content^="./${name}"]`);
  const parts = [...metas];
  const signal = AbortSignal.timeout(4 * PATIENCE);
  const bytes = await Promise.all(parts.map((part) => bytesOf(part, signal)));
  const script = workerScripts?.createScriptURL(name) ?? workerScript(name);
  const worker = new Worker(script, { type: "module" });
  worker.postMessage(bytes[parts.findIndex(({ content }) => content.endsWith(".wasm"))]);
  return worker;
}

globalThis.mindsetTeamWorker = () => startWorker("team");

/** Sends a worker a message; its answer, within the patience in milliseconds, where that ends. */
function ask(worker: Worker, message: unknown, patience?: number) {
  return new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    if (patience) setTimeout(reject, patience);
    worker.postMessage(message);
  });
}

/** Has a custom definition checked and compiled by a worker, which is loaded only for this. */
async function compile(definition: Uint8Array) {
  const worker = await startWorker("definition");
  try {
    return (await ask(worker, definition, 2 * PATIENCE)) as Uint8Array | { nl: string; en: string };
  } finally {
    worker.terminate();
  }
}

/** The worker that opens and makes files, once it has been asked for. */
let fileWorker: Promise<Worker> | null = null;
/** What the worker has been given to do. */
let fileJobs: Promise<unknown> = Promise.resolve();

/** Has a job done; a worker that fails is started anew for the next. */
async function runFileJob(job: Uint8Array) {
  fileWorker ??= startWorker("files");
  try {
    return await ask(await fileWorker, job, 2 * PATIENCE);
  } catch (error) {
    fileWorker.then((worker) => worker.terminate(), () => {});
    fileWorker = null;
    throw error;
  }
}

globalThis.mindsetFileJobs = {
  prepare() {
    fileWorker ??= startWorker("files");
    // The first job tries again, and says so where it fails.
    fileWorker.catch(() => {
      fileWorker = null;
    });
  },
  run(job) {
    const done = fileJobs.then(() => runFileJob(job));
    fileJobs = done.catch(() => {});
    return done;
  },
};

/** The worker that seals or opens a file, while it does. */
let sealing: Promise<Worker> | null = null;

globalThis.mindsetSealing = {
  async run(operation, bytes, passphrase, max) {
    mindsetSealing.stop();
    const started = startWorker("sealing");
    sealing = started;
    try {
      // How long it takes is up to the device and the file; the reader can stop it.
      return await ask(await started, { operation, bytes, passphrase, max });
    } finally {
      if (sealing === started) mindsetSealing.stop();
    }
  },
  stop() {
    sealing?.then((worker) => worker.terminate(), () => {});
    sealing = null;
  },
};

globalThis.mindsetContent = {
  firstInterface: new Uint8Array(),
  async fetchInterface(language) {
    const file = interfaceIn(language);
    return file ? bytesOf(file) : null;
  },
  listed: files.map(({ dataset: { id, version, digest } }) => ({ id, version, digest })),
  first: new Uint8Array(),
  async fetch(digest, language) {
    const file = files.find(({ dataset }) => dataset.digest === digest && dataset.language === language);
    return file ? bytesOf(file) : null;
  },
  compile,
};

/** What an address may bring in its fragment; in a frame nothing is taken from it. */
const BRINGS = /^#(result|check-in|attempt|code|talk|agreements|view|give|round)=(.*)/;

/** The fragment that the page was loaded with, where it brought something. */
const brought = parent === window && BRINGS.test(location.hash) ? location.hash : "";

/** Writes the address with this fragment. Where nothing was brought, it stays as it is. */
function writeFragment(fragment: string) {
  if (brought !== "") history.replaceState(null, "", location.pathname + location.search + fragment);
}

/** What the fragment brings, which is taken out of the address at once. */
function takeFragment() {
  const [, name, value] = (parent === window && BRINGS.exec(location.hash)) || [];
  if (name === undefined || value === undefined) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return { name, value };
}

globalThis.mindsetBrought = takeFragment();
/** A result file that an address hands over. */
const handedOver = mindsetBrought?.name === "result" ? mindsetBrought.value : undefined;
// An address that is followed in the tab of the page changes the fragment alone. Where the app does not
// run, a new attempt to load it reads the fragment.
addEventListener("hashchange", () => {
  if (parent !== window || location.hash.startsWith("#result=") || !BRINGS.test(location.hash)) return;
  if (panicked || !failure.hidden) return location.reload();
  globalThis.mindsetBrought = takeFragment();
  dispatchEvent(new Event("mindset-brought"));
});
// As a link it would be an entry of the history of its own, without what the app keeps with the entry.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || !event.target.closest(".skip-link")) return;
  event.preventDefault();
  document.getElementById("main")?.focus();
});

/** The same as the bytes of a file; what is not well encoded is refused like any other file. */
function handedFile(encoded: string) {
  let text = encoded;
  try {
    text = decodeURIComponent(encoded);
  } catch {
    // It stays as it is.
  }
  return new TextEncoder().encode(text);
}

async function start() {
  if (typeof WebAssembly !== "object") return showFailure("browser", "");
  const slow = setTimeout(showFailure, PATIENCE, "slow", "");
  try {
    // Trunk names both files in links of the page, and the browser is fetching them already.
    const script = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]');
    const program = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
    if (!script || !program) throw new Error("the page names no program");
    const { integrity = "" } = program.dataset;
    const loads = [import(script.href), fetch(program.href, { integrity }), firstInterface(), firstContent()] as const;
    const [{ default: init }, response, texts, content] = await Promise.all(loads);
    if (!response.ok) throw new Error(`${response.status} ${program.href}`);
    mindsetContent.firstInterface = texts;
    mindsetContent.first = content;
    // A custom questionnaire comes with the answer of the element around this page.
    if (address.has(CUSTOM_PARAMETER)) {
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await Promise.race([frame?.then((it) => it.answered, () => {}), late]);
    }
    writeFragment("");
    await init({ module_or_path: response });
    failure.hidden = true;
    app.hidden = panicked;
    if (handedOver !== undefined) {
      const detail = { method: "importData", given: handedFile(handedOver) } as const;
      dispatchEvent(new CustomEvent("mindset-command", { detail }));
    }
    sendHostEvent("ready", {});
  } catch (error) {
    // A panic while starting has its own panel.
    if (!panicked) showFailure(reasonOf(error), String(error));
  } finally {
    clearTimeout(slow);
  }
}

addEventListener("mindset-panic", showPanic);
// A trap that is no panic (the stack is full, say) leaves the app as broken.
addEventListener("error", ({ error }) => {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) showPanic();
});
for (const button of document.querySelectorAll<HTMLElement>("[data-boot]")) {
  const reload = button.dataset.boot === "reload";
  button.addEventListener("click", reload ? () => location.reload() : download);
}

// As the page around this one asks for; the app checks and reads all of it again.
const address = new URLSearchParams(location.search);
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[target=_blank]")) {
  // A tab of its own is asked for the same. A custom questionnaire only the page around this one has.
  link.search = location.search;
  link.hidden = address.has(CUSTOM_PARAMETER);
}
const theme = address.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
const wanted = [storedLanguage(persistence()), address.get("lang") ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
document.documentElement.lang = wanted.find((tag) => LANGUAGES.some((language) => language === tag)) ?? "nl";
choose(app);
start();
