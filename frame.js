// Speaks with the page around this one: `boot.js` loads it where there is such a page. Nothing a
// reader answered is ever said here, and nothing from outside is taken but what stands below.
//
// The words: this page says `hello` with a number that nobody can guess; the element that made
// the frame answers `init` with that number and a port; all else goes over the port.

const VERSION = 1;
// A file to be opened comes as a Blob.
const LARGEST_FILE = 4 * 1024 * 1024;
// In characters; the app holds it to as many bytes.
const LONGEST_INSTRUMENT = 256 * 1024;
// As in `form` of src/browser/host.rs.
const FORMS = ["json", "age", "markdown", "csv", "ics"];

const root = document.documentElement;
const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
/** @type {MessagePort | null} */
let port = null;
// What is said before the port is there.
/** @type {Record<string, unknown>[]} */
const waiting = [];

/** @param {Record<string, unknown>} message */
function say(message) {
  if (port) port.postMessage({ v: VERSION, ...message });
  else waiting.push(message);
}

/**
 * Is called by the app too, with a text of JSON.
 * @param {string} name
 * @param {string} detail
 */
export function tell(name, detail) {
  say({ mindset: "event", name, detail: JSON.parse(detail) });
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A wish the app understands, or null.
 * @param {Record<string, unknown>} message
 */
async function wish({ method, given }) {
  switch (method) {
    case "start":
    case "restart":
    case "deleteAllData":
      return { method };
    case "exportData":
      return typeof given === "string" && FORMS.includes(given) ? { method, given } : null;
    case "importData": {
      if (!(given instanceof Blob) || given.size > LARGEST_FILE) return null;
      return { method, given: new Uint8Array(await given.arrayBuffer()) };
    }
    case "set": {
      const sound = Array.isArray(given) && given.length === 2 && given.every((it) => typeof it === "string" && it.length <= 80);
      return sound && ["lang", "theme", "accent"].includes(given[0]) ? { method, given: [...given] } : null;
    }
    default:
      return null;
  }
}

/** @param {MessageEvent} message */
async function heard({ data }) {
  if (!isObject(data) || data.v !== VERSION) return;
  if (data.mindset === "view") {
    for (const edge of ["start", "end"]) {
      const length = data[edge];
      if (typeof length === "number" && Number.isFinite(length)) root.style.setProperty(`--view-${edge}`, `${Math.max(0, Math.round(length))}px`);
    }
  } else if (data.mindset === "call" && Number.isSafeInteger(data.id)) {
    const taken = await wish(data).catch(() => null);
    if (taken) dispatchEvent(new CustomEvent("mindset-wish", { detail: taken }));
    say({ mindset: "answer", id: data.id, taken: taken !== null });
  }
}

/**
 * The level at which headings begin is the host's: on its page they stand among its own.
 * @param {number} first
 */
function level(first) {
  const set = () => {
    for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
      const wanted = String(Math.min(6, Number(heading.localName[1]) + first - 1));
      if (heading.ariaLevel !== wanted) heading.ariaLevel = wanted;
    }
  };
  set();
  new MutationObserver(set).observe(document.body, { childList: true, subtree: true });
}

let arrived = () => {};
/** @type {Promise<void>} resolves when the element around this page has answered */
export const welcomed = new Promise((resolve) => {
  arrived = resolve;
});

/** @param {MessageEvent} message */
function welcome({ source, data, ports }) {
  const meant = source === parent && isObject(data) && data.mindset === "init" && data.v === VERSION;
  if (!meant || data.nonce !== nonce || ports.length !== 1 || port) return;
  removeEventListener("message", welcome);
  port = ports[0];
  port.onmessage = heard;
  if (typeof data.instrument === "string" && data.instrument.length <= LONGEST_INSTRUMENT) {
    Object.assign(globalThis, { mindsetInstrument: data.instrument });
  }
  root.dataset.embedded = "";
  for (const message of waiting.splice(0)) say(message);
  // Content, and not the window, decides: it grows and shrinks with what is shown.
  new ResizeObserver(() => {
    say({ mindset: "height", height: Math.ceil(root.getBoundingClientRect().height) });
  }).observe(root);
  addEventListener("mindset-turn", () => say({ mindset: "turn" }));
  // A frame as high as its content cannot scroll to what has the focus; the page around it can.
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const { top, bottom } = target.getBoundingClientRect();
    say({ mindset: "focus", top, bottom });
  });
  Object.assign(globalThis, { mindsetTell: tell });
  arrived();
}

export function connect() {
  const first = Number(new URLSearchParams(location.search).get("heading-level"));
  if (Number.isInteger(first) && first >= 2 && first <= 6) level(first);
  addEventListener("message", welcome);
  // To whoever it is: nothing in it is secret, and only who holds the frame can answer it.
  parent.postMessage({ mindset: "hello", v: VERSION, nonce }, "*");
}
