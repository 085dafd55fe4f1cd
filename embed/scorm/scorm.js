// @ts-check
// The questionnaire as a SCORM 1.2 activity. The LMS is told how far the learner is, that it is
// done and how long the page was open; no score, no answer, and not which attempt it was.
// Whatever the LMS does, the questionnaire goes on: nothing here throws into the page.

/**
 * What a SCORM 1.2 run-time offers. Everything it takes and gives is text.
 * @typedef {object} Api
 * @property {(nothing: string) => string} LMSInitialize
 * @property {(nothing: string) => string} LMSFinish
 * @property {(element: string) => string} LMSGetValue
 * @property {(element: string, value: string) => string} LMSSetValue
 * @property {(nothing: string) => string} LMSCommit
 */

/** @typedef {{answered: number, total: number}} Place */

/**
 * What the page shows about the LMS. `place` and `done` are from before this visit.
 * @typedef {object} News
 * @property {"nl" | "en"} language
 * @property {"absent" | "connected" | "refused"} lms
 * @property {Place | null} place
 * @property {boolean} done
 */

/** The most windows that are looked into in one direction. */
const LEVELS = 10;

/** What a finished activity is called; a later visit leaves it so. */
const DONE = ["completed", "passed"];

/** In these modes the LMS wants nothing reported. */
const LOOKING = ["browse", "review"];

/**
 * The run-time, looked for as SCORM says: in this window and its parents, then in the windows
 * that opened them.
 * @param {any} window
 * @returns {Api | null}
 */
export function findApi(window) {
  const own = upward(window);
  const openers = own.flatMap((each) => upward(fromWindow(each, "opener")));
  for (const each of [...own, ...openers]) {
    const api = fromWindow(each, "API");
    if (typeof fromWindow(api, "LMSInitialize") === "function") return api;
  }
  return null;
}

/**
 * A window and its parents, from below.
 * @param {any} window
 * @returns {any[]}
 */
function upward(window) {
  /** @type {any[]} */
  const found = [];
  for (let at = window; at && !found.includes(at) && found.length < LEVELS; ) {
    found.push(at);
    at = fromWindow(at, "parent");
  }
  return found;
}

/**
 * A window of another site refuses to be asked for most names.
 * @param {any} window
 * @param {string} name
 */
function fromWindow(window, name) {
  try {
    return window?.[name] ?? null;
  } catch {
    return null;
  }
}

/**
 * The place in suspend data that an earlier visit left; of anything else, nothing.
 * @param {string} text
 * @returns {Place | null}
 */
export function readPlace(text) {
  try {
    const { v, answered, total } = JSON.parse(text);
    return v === 1 ? placeOf(answered, total) : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} answered
 * @param {unknown} total
 * @returns {Place | null}
 */
function placeOf(answered, total) {
  const counts = Number.isInteger(answered) && Number.isInteger(total);
  const place = { answered: Number(answered), total: Number(total) };
  return counts && place.answered >= 0 && place.answered <= place.total ? place : null;
}

/**
 * A duration as SCORM 1.2 writes it: `HHHH:MM:SS.SS`.
 * @param {number} milliseconds
 */
export function timespan(milliseconds) {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  /** @param {number} number */
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const seconds = hundredths / 100;
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(":");
  return `${clock}.${two(hundredths % 100)}`;
}

/**
 * The first of these languages that the page speaks. An LMS may give a tag or a name.
 * @param {readonly string[]} wanted
 * @returns {"nl" | "en"}
 */
export function languageOf(wanted) {
  for (const each of wanted) {
    if (/^(nl|dutch|nederlands)/i.test(each)) return "nl";
    if (/^(en|engels)/i.test(each)) return "en";
  }
  return "nl";
}

/** From LMSInitialize to LMSFinish. */
class Visit {
  /** @type {Api} */
  #api;
  #now;
  #began;
  #over = false;
  #silent;
  /** A completion that the LMS has not taken yet. */
  #owed = false;

  /**
   * Begins, where there is an LMS that agrees to it.
   * @param {Api | null} api
   * @param {() => number} now
   */
  static begin(api, now) {
    return api && taken(() => api.LMSInitialize("")) ? new Visit(api, now) : null;
  }

  /**
   * @param {Api} api
   * @param {() => number} now
   */
  constructor(api, now) {
    this.#api = api;
    this.#now = now;
    this.#began = now();
    this.#silent = LOOKING.includes(this.#get("cmi.core.lesson_mode"));
    this.language = this.#get("cmi.student_preference.language");
    this.place = readPlace(this.#get("cmi.suspend_data"));
    this.done = DONE.includes(this.#get("cmi.core.lesson_status"));
    // Said at once: an LMS takes an activity that ends without a status for a completed one.
    if (!this.done) this.#set("cmi.core.lesson_status", "incomplete");
    this.save();
  }

  /** Whether the LMS has refused the completion. */
  get refused() {
    return this.#owed;
  }

  /** @param {any} detail of `mindset-progress` */
  reach(detail) {
    const place = placeOf(detail?.answered, detail?.total);
    if (place) this.#set("cmi.suspend_data", JSON.stringify({ v: 1, ...place }));
  }

  complete() {
    this.#owed = !this.#set("cmi.core.lesson_status", "completed");
    this.save();
  }

  save() {
    if (!this.#over && !this.#silent) taken(() => this.#api.LMSCommit(""));
  }

  /** Ends, once. */
  end() {
    if (this.#over) return;
    if (this.#owed) this.complete();
    this.#set("cmi.core.session_time", timespan(this.#now() - this.#began));
    // After a completion too: without it an LMS may begin anew, and forget the completion.
    this.#set("cmi.core.exit", "suspend");
    this.save();
    this.#over = true;
    taken(() => this.#api.LMSFinish(""));
  }

  /** @param {string} element */
  #get(element) {
    return answer(() => this.#api.LMSGetValue(element));
  }

  /**
   * @param {string} element
   * @param {string} value
   */
  #set(element, value) {
    if (this.#silent) return true;
    return !this.#over && taken(() => this.#api.LMSSetValue(element, value));
  }
}

/**
 * What the LMS says to a call; nothing when it throws.
 * @param {() => unknown} call
 */
function answer(call) {
  try {
    return String(call() ?? "");
  } catch {
    return "";
  }
}

/** @param {() => unknown} call */
function taken(call) {
  return answer(call) === "true";
}

/**
 * Tells the LMS what the questionnaire's events say, from the arrival of the page to its leaving.
 * @param {any} window
 * @param {any} page the document, which the events reach
 * @param {(news: News) => void} show
 * @param {() => number} [now] milliseconds that only grow
 */
export function attend(window, page, show, now = () => performance.now()) {
  /** @type {Visit | null} */
  let visit = null;
  const tell = () =>
    show({
      language: languageOf([visit?.language ?? "", ...window.navigator.languages]),
      lms: visit ? (visit.refused ? "refused" : "connected") : "absent",
      place: visit?.place ?? null,
      done: visit?.done ?? false,
    });
  const begin = () => {
    visit = Visit.begin(findApi(window), now);
    tell();
  };
  page.addEventListener("mindset-progress", (/** @type {any} */ event) => visit?.reach(event.detail));
  page.addEventListener("mindset-complete", () => {
    visit?.complete();
    tell();
  });
  // A phone that switches apps may tell nothing more. Each answer would be a request too many.
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "hidden") visit?.save();
  });
  window.addEventListener("pagehide", () => visit?.end());
  // Back out of the browser's cache of pages: the last visit is over, this is another one.
  window.addEventListener("pageshow", (/** @type {any} */ event) => {
    if (event.persisted) begin();
  });
  begin();
}

/**
 * Shows the texts of `scorm.html` that apply.
 * @param {Document} document
 * @param {News} news
 */
export function show(document, news) {
  document.documentElement.lang = news.language;
  document.querySelector("mindset-mirror")?.setAttribute("lang", news.language);
  const place = news.done || !news.place?.answered ? null : news.place;
  const said = [news.lms, place && "place", news.done && "done"];
  for (const text of document.querySelectorAll("[data-say]")) {
    const spoken = text.getAttribute("lang") === news.language;
    text.toggleAttribute("hidden", !spoken || !said.includes(text.getAttribute("data-say")));
  }
  for (const number of document.querySelectorAll("[data-count]")) {
    const answered = number.getAttribute("data-count") === "answered";
    number.textContent = String((answered ? place?.answered : place?.total) ?? "");
  }
}
