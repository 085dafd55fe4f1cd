// Starts the app, and speaks for it when it cannot: by a panel of index.html with the reason.
// Works without the app, under the page's policy (no inline script, no markup made from text).

// A reader is told something before 8 seconds are over.
const PATIENCE = 7000;
const PREFIX = "mindset:"; // as in src/ports/storage.rs

/** @param {string} id of a part of index.html */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const app = byId("app");
const failure = byId("boot-failure");
const panic = byId("boot-panic");

// Where another page embeds this one, what speaks with it. The app starts without waiting for it.
const framed = parent === window ? null : import("./frame.js");
framed?.then((frame) => frame.connect(), () => {});

/**
 * Shows only the texts in the page's language, and of those that have one, only this reason.
 * @param {HTMLElement} within
 * @param {string} [reason]
 */
function choose(within, reason) {
  const language = document.documentElement.lang;
  /** @param {string} which @returns {NodeListOf<HTMLElement>} */
  const all = (which) => within.querySelectorAll(which);
  for (const text of all("[lang]")) text.hidden = text.lang !== language;
  for (const part of all("[data-reason]")) {
    part.hidden = part.dataset.reason !== reason;
  }
}

/** @param {HTMLElement} panel @param {string} reason */
function show(panel, reason) {
  choose(panel, reason);
  app.hidden = true;
  panel.hidden = false;
  /** @type {HTMLElement | null} */ (panel.querySelector("h1:not([hidden])"))?.focus();
}

function entries() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return Object.fromEntries(ours.map((key) => [key, localStorage.getItem(key)]));
  } catch {
    return {}; // Storage is refused here.
  }
}

// Everything that is stored, as it is stored.
function download() {
  const backup = { format: "mindset-backup", formatVersion: "1.0", entries: entries() };
  const file = new Blob([JSON.stringify(backup, null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `mindset-backup-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
}

/**
 * Tells the page around this one, if there is one.
 * @param {string} name
 * @param {Record<string, unknown>} detail
 */
function tell(name, detail) {
  framed?.then((frame) => frame.tell(name, JSON.stringify(detail)), () => {});
}

function panicked() {
  tell("error", { code: "panic", recoverable: true });
  failure.hidden = true;
  if (panic.hidden) show(panic, Object.keys(entries()).length > 0 ? "kept" : "lost");
}

/** @param {string} reason @param {string} detail */
function failed(reason, detail) {
  tell("error", { code: reason, recoverable: true });
  byId("boot-detail").textContent = detail;
  show(failure, reason);
}

/**
 * The browser's own message names 'unsafe-eval'; the panel names the narrower, right directive.
 * @param {unknown} error
 */
function reasonOf(error) {
  return /content security policy|unsafe-eval|csp/i.test(String(error)) ? "policy" : "files";
}

// A program of its own, fetched only when a reader seals or opens a file under a passphrase. It
// works for a second in one go, so what says so is painted first.
/** @param {string} what @param {unknown[]} given */
globalThis.mindsetSealing = async (what, given) => {
  // @ts-ignore: only the build makes it
  const sealing = await import("./sealing.js");
  await sealing.default();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return sealing[what](...given);
};

// The compiled questionnaires beside the page, as the build lists them in its head.
/** @type {HTMLMetaElement[]} */
const files = [...document.querySelectorAll('meta[name="mindset-content"]')];

/**
 * The bytes of a file beside the page, held to the hash that the build wrote beside its name.
 * @param {HTMLMetaElement} file
 */
async function bytesOf({ content, dataset: { integrity = "" } }) {
  const response = await fetch(content, { integrity });
  if (!response.ok) throw new Error(`${response.status} ${content}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The questionnaire that the page begins with, in the page's language: of its versions the newest is listed first. */
function first() {
  const { content: id } = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="mindset-questionnaire"]'));
  const file = files.find(({ dataset }) => dataset.id === id && dataset.language === document.documentElement.lang);
  if (!file) throw new Error(`no content: ${id}`);
  return bytesOf(file);
}

const content = {
  first: new Uint8Array(),
  /** @param {string} digest @param {string} language */
  async fetch(digest, language) {
    const file = files.find(({ dataset }) => dataset.digest === digest && dataset.language === language);
    return file ? bytesOf(file) : null;
  },
  /**
   * Has a custom definition checked and compiled by a worker, which is loaded only for this. A
   * worker's script takes no hash itself, so its files are fetched under theirs first.
   * @param {string} definition
   */
  async compile(definition) {
    /** @type {HTMLMetaElement[]} */
    const parts = [...document.querySelectorAll('meta[name="mindset-worker"]')];
    const bytes = await Promise.all(parts.map(bytesOf));
    const program = bytes[parts.findIndex((part) => part.content.endsWith(".wasm"))];
    const script = "./definition-start.js";
    // @ts-ignore: not every browser has it
    const policy = globalThis.trustedTypes?.createPolicy("mindset-workers", {
      /** @param {string} address */
      createScriptURL(address) {
        if (address === script) return address;
        throw new TypeError("not a worker of this page");
      },
    });
    const worker = new Worker(policy?.createScriptURL(script) ?? script, { type: "module" });
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = reject;
        setTimeout(reject, 2 * PATIENCE);
        worker.postMessage({ program, definition });
      });
    } finally {
      worker.terminate();
    }
  },
};
Object.assign(globalThis, { mindsetContent: content });

/** The language that the reader chose on an earlier visit, if it is stored. */
function remembered() {
  try {
    const storage = asked.get("persist") === "session" ? sessionStorage : localStorage;
    if (asked.get("persist") === "none") return "";
    return String(JSON.parse(storage.getItem(`${PREFIX}preferences`) ?? "{}").language ?? "");
  } catch {
    return ""; // Storage is refused here, or holds something else.
  }
}

async function start() {
  if (typeof WebAssembly !== "object") return failed("browser", "");
  const slow = setTimeout(failed, PATIENCE, "slow", "");
  try {
    // Trunk names both files in links of the page, and the browser is fetching them already.
    const named = ['link[rel="modulepreload"]', 'link[rel="preload"][as="fetch"]'].map((which) => document.querySelector(which));
    const [{ href: glue }, { href: wasm, dataset }] = /** @type {HTMLLinkElement[]} */ (named);
    const { integrity = "" } = dataset;
    const [{ default: init }, response, bytes] = await Promise.all([import(glue), fetch(wasm, { integrity }), first()]);
    content.first = bytes;
    if (!response.ok) throw new Error(`${response.status} ${wasm}`);
    // A questionnaire of the host's own comes with its answer.
    if (asked.has("own")) {
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await Promise.race([framed?.then((frame) => frame.welcomed, () => {}), late]);
    }
    await init({ module_or_path: response });
    failure.hidden = true;
    app.hidden = !panic.hidden;
    tell("ready", {});
  } catch (error) {
    // A panic while starting has its own panel.
    if (panic.hidden) failed(reasonOf(error), String(error));
  } finally {
    clearTimeout(slow);
  }
}

addEventListener("mindset-panic", panicked);
// A trap that is no panic (the stack is full, say) leaves the app as broken.
addEventListener("error", ({ error }) => {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) panicked();
});
/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll("[data-boot]");
for (const button of buttons) {
  const reload = button.dataset.boot === "reload";
  button.addEventListener("click", reload ? () => location.reload() : download);
}

// As the page around this one asks for; the app checks and reads all of it again.
const asked = new URLSearchParams(location.search);
const theme = asked.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
const spoken = ["nl", "en"];
const wanted = [asked.get("lang") ?? "", remembered(), ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
document.documentElement.lang = wanted.find((tag) => spoken.includes(tag)) ?? "nl";
choose(app);
start();
