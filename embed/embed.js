// Defines <mindset-mirror>, which puts the questionnaire on any site.
// @ts-check
/**
 * `<mindset-mirror>`: the questionnaire on any site, by one tag.
 *
 * The page stands in a frame of its own origin, so that no script of the host reads an answer,
 * and the host's policy needs nothing for WebAssembly. This file speaks with that page over a
 * port that only the two of them hold. What it takes from it, and from the host, is checked.
 *
 * Attributes, properties, methods and events: docs/embedding.md.
 */

/** @typedef {"offline" | "blocked" | "unreachable" | "silent" | "instrument" | "files" | "policy" | "browser" | "slow" | "panic"} Code */

const VERSION = 1;
/** A reader is told something before 8 seconds are over. */
const PATIENCE = 7500;
/** The lowest and the highest that the frame can be, in CSS pixels. */
const LOWEST = 160;
const HIGHEST = 60000;
/** What the frame's page says takes no more, in characters of its JSON. */
const LONGEST = 16384;
/** Where this file came from; the page is looked for beside it. */
const HERE = import.meta.url;

/** @type {Record<string, string[] | RegExp>} what an attribute may say; the first is the default */
const ALLOWED = {
  lang: /^(|nl|en)([-_][\w-]{0,30})?$/i,
  theme: ["auto", "light", "dark"],
  persist: ["device", "session", "none"],
  loading: ["eager", "lazy"],
  share: ["none", "summary"],
  accent: /^(|#([\da-f]{3}|[\da-f]{6}))$/i,
  coach: /^[^\p{Cc}\p{Bidi_Control}]{0,80}$/u,
  privacy: /^(|https:\/\/[^\s/?#@\\]+([/?#]\S{0,1900})?)$/,
  instrument: ["sales-mindset"],
  src: /^(|https:\/\/[^\s/?#@\\]+([/?#]\S{0,1900})?|\.{0,2}\/[^\s/\\]\S{0,500})$/,
  logo: /^(|https:\/\/[^\s/?#@\\]+([/?#]\S{0,1900})?)$/,
  xapi: ["off", "on"],
  "heading-level": ["1", "2", "3", "4", "5", "6"],
  // Of another origin only by https; http is for trying it out.
  base: /^(|(https:\/\/[^\s/?#@\\]+|http:\/\/localhost(:\d+)?|\.{0,2}(?=\/))(\/(?!\/)[^\s?#\\]{0,1900})?)$/,
};
const NAMES = Object.keys(ALLOWED);
/** Those that the page takes while it is shown; any other loads it anew. */
const LIVE = ["lang", "theme", "accent"];
/** The most characters of a questionnaire of the host's own. */
const LONGEST_INSTRUMENT = 256 * 1024;
const FORMS = ["json", "age", "markdown", "csv", "ics"];

/** @type {Record<string, (detail: Record<string, unknown>) => Record<string, unknown> | null>} */
const EVENTS = {
  start: () => ({}),
  progress: ({ answered, total }) => (isCount(answered) && isCount(total) ? { answered, total } : null),
  complete: ({ attemptId }) => (isId(attemptId) ? { attemptId } : null),
  save: ({ status }) => (isOneOf(status, ["saved", "denied", "full", "failed"]) ? { status } : null),
  summary: ({ attemptId, scores }) => (isId(attemptId) && isScores(scores) ? { attemptId, scores: scores.map(score) } : null),
  error: ({ code, recoverable }) => (isOneOf(code, ["files", "policy", "browser", "slow", "panic"]) ? { code, recoverable: recoverable === true } : null),
};

/** @type {Record<"nl" | "en", Record<string, string>>} */
const TEXTS = {
  nl: {
    title: "Vragenlijst over je mindset in sales",
    loading: "Een ogenblik…",
    failed: "De vragenlijst kan hier niet worden getoond",
    offline: "Er is geen verbinding. Probeer het opnieuw zodra je weer online bent.",
    blocked: "Het beveiligingsbeleid van deze site houdt de vragenlijst tegen. De beheerder kan dit oplossen in de Content-Security-Policy (frame-src).",
    unreachable: "De vragenlijst is niet bereikbaar. Misschien is de verbinding traag.",
    silent: "Er kwam iets anders terug dan de vragenlijst. Misschien klopt het adres niet.",
    instrument: "De eigen vragenlijst is niet op te halen. Klopt het adres, en staat die server het toe (CORS)?",
    again: "Probeer opnieuw",
    open: "Open in een eigen tabblad",
  },
  en: {
    title: "Questionnaire about your mindset in sales",
    loading: "One moment…",
    failed: "The questionnaire cannot be shown here",
    offline: "There is no connection. Try again when you are online.",
    blocked: "The security policy of this site blocks the questionnaire. Its administrator can mend this in the Content-Security-Policy (frame-src).",
    unreachable: "The questionnaire cannot be reached. The connection may be slow.",
    silent: "Something else came back than the questionnaire. The address may be wrong.",
    instrument: "The questionnaire of your own cannot be fetched. Is the address right, and does that server allow it (CORS)?",
    again: "Try again",
    open: "Open in its own tab",
  },
};

const STYLE = `
:host { display: flow-root !important; position: relative !important; float: none !important; overflow: visible !important; block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important; min-inline-size: 0; max-inline-size: 100%; box-sizing: border-box !important; text-align: start; }
:host([hidden]) { display: none !important; }
iframe { display: block; inline-size: 100%; block-size: ${LOWEST}px; border: 0; border-radius: var(--mindset-radius, 0); color-scheme: normal; }
[hidden] { display: none !important; }
img { display: block; max-inline-size: 12rem; max-block-size: 3rem; margin-block-end: 0.75rem; }
.panel { display: grid; gap: 0.75rem; justify-items: start; padding: 1.5rem; border: 1px solid currentcolor; border-radius: 0.75rem; font: 400 1rem/1.5 system-ui, sans-serif; }
.panel p { margin: 0; }
.title { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
button, a { box-sizing: border-box; min-block-size: 44px; padding: 0.6rem 1rem; border: 1px solid currentcolor; border-radius: 0.6rem; background: none; color: inherit; font: inherit; text-decoration: none; cursor: pointer; }
code { font-size: 0.85em; }
`;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value @returns {value is number} */
const isCount = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0 && /** @type {number} */ (value) <= 1000;
/** @param {unknown} value @returns {value is number} */
const isLength = (value) => typeof value === "number" && Math.abs(value) <= HIGHEST;
/** @param {unknown} value @returns {value is string} */
const isId = (value) => typeof value === "string" && /^[\w.:-]{1,64}$/.test(value);
/** @param {unknown} value @param {string[]} allowed @returns {value is string} */
const isOneOf = (value, allowed) => typeof value === "string" && allowed.includes(value);
/** @param {unknown} value @returns {value is { scaleId: string, percent: number | null }[]} */
const isScores = (value) =>
  Array.isArray(value) &&
  value.length <= 32 &&
  value.every((it) => isObject(it) && isId(it.scaleId) && (it.percent === null || (typeof it.percent === "number" && it.percent >= 0 && it.percent <= 100)));
/** @param {{ scaleId: string, percent: number | null }} one */
const score = ({ scaleId, percent }) => Object.freeze({ scaleId, percent });

/** @param {string} tag @param {Record<string, string>} [properties] @param {(Node | string)[]} [children] */
function element(tag, properties = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const Base = typeof HTMLElement === "undefined" ? /** @type {typeof HTMLElement} */ (class {}) : HTMLElement;

export class MindsetMirror extends Base {
  static observedAttributes = NAMES;

  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {MessagePort | null} */
  #port = null;
  #root = this.attachShadow({ mode: "open" });
  #logo = /** @type {HTMLImageElement} */ (element("img", { alt: "", part: "logo", referrerpolicy: "no-referrer", hidden: "" }));
  #panel = element("div", { class: "panel", part: "error", role: "alert", hidden: "" });
  #slot = element("slot");
  /** @type {Map<number, { done: (value: undefined) => void, refuse: (error: Error) => void }>} */
  #calls = new Map();
  #number = 0;
  /** Counts the loads, so that one that was overtaken stops. */
  #turn = 0;
  #checked = false;
  /** The questionnaire of the host's own, as text; empty for the bundled one. */
  #instrument = "";
  #timer = 0;
  #painting = 0;
  /** Whether the frame's file has come, whatever is in it. */
  #loaded = false;
  #isReady = false;
  /** @type {Set<string>} */
  #warned = new Set();
  /** @type {AbortController | null} */
  #life = null;
  /** @type {IntersectionObserver | null} */
  #sight = null;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(this.#logo, this.#panel, this.#slot);
  }

  connectedCallback() {
    // Moved within one task: it never left, but its frame's page did.
    if (this.#life) this.#leave();
    this.#adopt();
    this.#life = new AbortController();
    const { signal } = this.#life;
    addEventListener("message", (event) => this.#hello(event), { signal });
    document.addEventListener("securitypolicyviolation", (event) => this.#violated(event), { signal });
    for (const name of ["scroll", "resize"]) {
      addEventListener(name, () => this.#look(), { signal, passive: true, capture: true });
    }
    if (location.hash === "#mindset-check" && !this.#checked) {
      this.#checked = true;
      // Left alone by bundlers, which cannot follow it.
      const check = import(/* webpackIgnore: true */ /* @vite-ignore */ new URL("./embed-check.js", HERE).href);
      check.then((it) => it.check(this, HERE, this.#language()), () => {});
    }
    if (this.#value("loading") === "lazy" && typeof IntersectionObserver === "function") {
      this.#sight = new IntersectionObserver((seen) => {
        if (seen.some((one) => one.isIntersecting)) this.#load();
      }, { rootMargin: "200px" });
      this.#sight.observe(this);
    } else {
      this.#load();
    }
  }

  /** Attributes that are not understood, as `name=value`. */
  get misunderstood() {
    return [...this.#warned];
  }

  /** Takes over what was set on the element before this file had come. */
  #adopt() {
    for (const name of Object.keys(this)) {
      if (!(name in MindsetMirror.prototype)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  disconnectedCallback() {
    this.#leave();
  }

  /** Kept so that `moveBefore` moves the frame with its page as it is. */
  connectedMoveCallback() {
    this.#look();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#life || (!this.#frame && this.#panel.hidden)) return;
    if (name === "logo") this.#showLogo();
    else if (LIVE.includes(name) && this.#port) this.#call("set", [name, this.#value(name)]).catch(() => {});
    else if (name !== "loading") this.#load();
  }

  /** Whether the questionnaire is on screen. */
  get ready() {
    return this.#isReady;
  }

  /** Begins, or goes on where an attempt was left. */
  start() {
    return this.#call("start");
  }

  /** Shows the first screen. Nothing is deleted. */
  restart() {
    return this.#call("restart");
  }

  /**
   * Shows the file of the result to whoever took the questionnaire, who saves it or not. The file
   * never comes to this page.
   * @param {"json" | "age" | "markdown" | "csv" | "ics"} [form]
   */
  exportData(form = "json") {
    return FORMS.includes(form) ? this.#call("exportData", form) : Promise.reject(new TypeError(`no such form: ${form}`));
  }

  /**
   * Shows a result file or a backup.
   * @param {Blob} file
   */
  importData(file) {
    return file instanceof Blob ? this.#call("importData", file) : Promise.reject(new TypeError("a File or Blob is needed"));
  }

  /** Asks whoever took the questionnaire whether everything is to be deleted. */
  deleteAllData() {
    return this.#call("deleteAllData");
  }

  /** @param {string} name the attribute's value, or its default where it is not understood */
  #value(name) {
    const allowed = ALLOWED[name];
    const given = this.getAttribute(name);
    const standard = Array.isArray(allowed) ? allowed[0] : "";
    if (given === null) {
      return name === "accent" ? this.#accentOfStyle() : standard;
    }
    const text = given.trim();
    if (Array.isArray(allowed) ? allowed.includes(text) : allowed.test(text)) return text;
    this.#warn(name, text);
    return standard;
  }

  /** @param {string} name @param {string} text */
  #warn(name, text) {
    const seen = `${name}=${text}`;
    if (this.#warned.has(seen)) return;
    this.#warned.add(seen);
    console.warn(`<mindset-mirror>: ${name}="${text.slice(0, 80)}" is not understood and left out.`);
  }

  #accentOfStyle() {
    const value = getComputedStyle(this).getPropertyValue("--mindset-accent").trim();
    return /** @type {RegExp} */ (ALLOWED.accent).test(value) ? value : "";
  }

  /** @returns {"nl" | "en"} */
  #language() {
    const wanted = [this.#value("lang"), document.documentElement.lang, ...navigator.languages];
    const tags = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
    return /** @type {"nl" | "en"} */ (tags.find((tag) => tag in TEXTS) ?? "nl");
  }

  /** The folder of the page: that of this file, or the one that `base` names. */
  #folder() {
    const base = this.#value("base");
    try {
      if (base) return new URL(base.replace(/\/?$/, "/"), document.baseURI);
    } catch {
      this.#warn("base", base);
    }
    return new URL("./", HERE);
  }

  #address() {
    const address = new URL("index.html", this.#folder());
    address.searchParams.set("lang", this.#language());
    for (const name of NAMES) {
      const value = this.#value(name);
      const own = ["lang", "loading", "logo", "base", "src"].includes(name);
      if (!own && value !== "" && value !== /** @type {string[]} */ (ALLOWED[name])[0]) address.searchParams.set(name, value);
    }
    if (this.#value("src") !== "") address.searchParams.set("own", "1");
    return address;
  }

  /**
   * The host's page fetches a questionnaire of its own, under its own policy: the frame's page
   * may ask nobody for anything.
   * @param {string} source
   */
  async #fetch(source) {
    const address = new URL(source, document.baseURI);
    const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE) });
    const text = answer.ok ? await answer.text() : "";
    if (text === "" || text.length > LONGEST_INSTRUMENT) throw new Error(String(answer.status));
    return text;
  }

  async #load() {
    this.#unload();
    const source = this.#value("src");
    const turn = (this.#turn += 1);
    this.#instrument = "";
    if (source !== "") {
      const text = await this.#fetch(source).catch(() => "");
      // Meanwhile it may have gone, or been asked for something else.
      if (turn !== this.#turn || !this.#life) return;
      this.#instrument = text;
      if (text === "") {
        this.#fail("instrument");
        return;
      }
    }
    this.#sight?.disconnect();
    this.#showLogo();
    const frame = /** @type {HTMLIFrameElement} */ (element("iframe", {
      part: "frame",
      title: TEXTS[this.#language()].title,
      allow: "clipboard-write",
      referrerpolicy: "no-referrer",
    }));
    frame.addEventListener("load", () => {
      this.#loaded = true;
    });
    this.#frame = frame;
    this.#panel.hidden = true;
    this.#slot.hidden = false;
    frame.style.setProperty("position", "absolute");
    frame.style.setProperty("visibility", "hidden");
    frame.src = this.#address().href;
    this.#root.append(frame);
    // Only said: a page that comes after all is shown.
    this.#timer = setTimeout(() => {
      const away = this.#loaded ? "silent" : "unreachable";
      this.#fail(navigator.onLine ? away : "offline");
    }, PATIENCE);
  }

  #unload() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#painting);
    this.#painting = 0;
    this.#port?.close();
    this.#port = null;
    this.#frame?.remove();
    this.#frame = null;
    this.#loaded = false;
    this.#isReady = false;
    for (const { refuse } of this.#calls.values()) refuse(new Error("the questionnaire has gone"));
    this.#calls.clear();
  }

  #leave() {
    this.#unload();
    this.#sight?.disconnect();
    this.#sight = null;
    this.#life?.abort();
    this.#life = null;
  }

  #showLogo() {
    const address = this.#value("logo");
    this.#logo.hidden = address === "";
    if (address === "") this.#logo.removeAttribute("src");
    else if (this.#logo.src !== address) this.#logo.src = address;
    this.#logo.alt = this.#value("coach");
    this.#logo.onerror = () => {
      this.#logo.hidden = true;
    };
  }

  /** The page in the frame says hello; it alone gets a port. @param {MessageEvent} event */
  #hello({ source, origin, data }) {
    const frame = this.#frame;
    if (!frame || source === null || source !== frame.contentWindow) return;
    const expected = new URL(frame.src).origin;
    // In a sandbox without an origin of its own every page in it is "null".
    const opaque = origin === "null" && self.origin === "null";
    if (origin !== expected && !opaque) return;
    if (!isObject(data) || data.mindset !== "hello" || data.v !== VERSION || !isId(data.nonce)) return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = (message) => this.#heard(message.data, port1);
    frame.contentWindow?.postMessage({ mindset: "init", v: VERSION, nonce: data.nonce, instrument: this.#instrument }, opaque ? "*" : expected, [port2]);
    clearTimeout(this.#timer);
    this.#show();
  }

  /** @param {unknown} data @param {MessagePort} port */
  #heard(data, port) {
    if (port !== this.#port || !isObject(data) || data.v !== VERSION || !isShort(data)) return;
    switch (data.mindset) {
      case "height":
        if (isLength(data.height)) this.#grow(data.height);
        break;
      case "turn":
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
        break;
      case "focus":
        if (isLength(data.top) && isLength(data.bottom)) this.#reveal(data.top, data.bottom);
        break;
      case "answer": {
        const call = typeof data.id === "number" ? this.#calls.get(data.id) : undefined;
        if (!call) break;
        this.#calls.delete(/** @type {number} */ (data.id));
        if (data.taken === true) call.done(undefined);
        else call.refuse(new Error("the questionnaire did not take that"));
        break;
      }
      case "event":
        if (isObject(data.detail)) this.#event(data.name, data.detail);
        break;
    }
  }

  /** @param {unknown} name @param {Record<string, unknown>} detail */
  #event(name, detail) {
    if (name === "ready") {
      this.#isReady = true;
      this.#look();
      this.#tell("ready", {});
    } else if (typeof name === "string" && Object.hasOwn(EVENTS, name)) {
      const checked = EVENTS[name](detail);
      // Scores are only for a host that asked for them, whatever the frame says.
      if (!checked || (name === "summary" && this.#value("share") !== "summary")) return;
      this.#tell(name, checked);
    }
  }

  /** @param {string} name @param {Record<string, unknown>} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`mindset-${name}`, { bubbles: true, composed: true, detail: Object.freeze({ v: VERSION, ...detail }) }));
  }

  #show() {
    this.#slot.hidden = true;
    this.#panel.hidden = true;
    for (const name of ["position", "visibility"]) this.#frame?.style.removeProperty(name);
  }

  /** @param {number} height */
  #grow(height) {
    const wanted = `${Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)))}px`;
    const style = this.#frame?.style;
    if (style && style.getPropertyValue("block-size") !== wanted) {
      style.setProperty("block-size", wanted);
      this.#look();
    }
  }

  /** Scrolls until this part of the frame is in sight, if it is not. @param {number} top @param {number} bottom */
  #reveal(top, bottom) {
    const box = this.#frame?.getBoundingClientRect();
    if (!box) return;
    const above = box.top + top;
    const below = box.top + Math.min(bottom, top + innerHeight / 2) - innerHeight;
    // What the browser has brought into sight already stays where it is.
    let away = above < 0 ? above - 16 : below > 0 ? below + 16 : 0;
    for (let around = /** @type {Element | null} */ (this); around && away !== 0; around = around.parentElement) {
      const before = around.scrollTop;
      around.scrollTop += away;
      away -= around.scrollTop - before;
    }
  }

  /** Tells the page how much of it lies out of sight, so that what sticks to an edge is seen. */
  #look() {
    if (!this.#port || this.#painting) return;
    this.#painting = requestAnimationFrame(() => {
      this.#painting = 0;
      const box = this.#frame?.getBoundingClientRect();
      if (box) this.#port?.postMessage({ mindset: "view", v: VERSION, start: Math.max(0, -box.top), end: Math.max(0, box.bottom - innerHeight) });
    });
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #violated({ effectiveDirective, blockedURI, disposition }) {
    const framing = ["frame-src", "child-src", "default-src"].includes(effectiveDirective);
    if (!framing || disposition === "report" || this.#port || !this.#frame) return;
    const address = this.#frame.src;
    if (address === blockedURI || new URL(address).origin === blockedURI || address.startsWith(blockedURI)) this.#fail("blocked");
  }

  /** @param {Code} code */
  #fail(code) {
    const language = this.#language();
    const t = TEXTS[language];
    const address = this.#address().href;
    const again = element("button", { type: "button", part: "button" }, [t.again]);
    again.addEventListener("click", () => this.#load());
    this.#panel.replaceChildren(
      element("p", { class: "title" }, [t.failed]),
      element("p", {}, [t[code]]),
      element("div", { class: "actions" }, [again, element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, [t.open])]),
      element("code", { translate: "no" }, [code]),
    );
    this.#panel.lang = language;
    this.#panel.hidden = false;
    this.#slot.hidden = true;
    this.#tell("error", { code, recoverable: true });
  }

  /** @param {string} method @param {unknown} [given] @returns {Promise<undefined>} */
  #call(method, given) {
    return new Promise((done, refuse) => {
      if (!this.#port) {
        refuse(new Error("the questionnaire is not there yet: wait for mindset-ready"));
        return;
      }
      this.#number += 1;
      this.#calls.set(this.#number, { done, refuse });
      this.#port.postMessage({ mindset: "call", v: VERSION, id: this.#number, method, given });
    });
  }
}

/** @param {Record<string, unknown>} message */
function isShort(message) {
  try {
    return JSON.stringify(message).length <= LONGEST;
  } catch {
    return false;
  }
}

for (const name of NAMES) {
  const property = name === "heading-level" ? "headingLevel" : name;
  if (property === "lang") continue;
  Object.defineProperty(MindsetMirror.prototype, property, {
    configurable: true,
    enumerable: true,
    /** @this {HTMLElement} */
    get() {
      const allowed = ALLOWED[name];
      return this.getAttribute(name) ?? (Array.isArray(allowed) ? allowed[0] : "");
    },
    /** @this {HTMLElement} @param {string | null | undefined} value */
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

// Loaded twice, or in two versions: the first one stays.
if (typeof customElements !== "undefined" && !customElements.get("mindset-mirror")) {
  customElements.define("mindset-mirror", MindsetMirror);
}
