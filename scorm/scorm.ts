// The questionnaire as a SCORM activity, on a run-time of version 1.2 or 2004. The LMS is told how far
// the learner is, that it is done and how long the page was open; no score, no answer, and not which
// attempt it was. Whatever the LMS does, the questionnaire goes on: nothing here throws into the page.

import { isObject, readProgress } from "../web/host-protocol.js";
import type { Language, Progress } from "../web/host-protocol.js";

/** What a version of SCORM calls its run-time, the calls of it, and what an activity reads and sets. */
interface Version {
  /** The name of the run-time in its window. */
  readonly api: string;
  readonly calls: Readonly<Record<"initialize" | "finish" | "get" | "set" | "commit", string>>;
  readonly elements: Readonly<Record<"mode" | "language" | "place" | "status" | "time" | "exit", string>>;
  /** A duration in milliseconds as this version writes it. */
  readonly duration: (milliseconds: number) => string;
}

const SCORM_1_2: Version = {
  api: "API",
  calls: { initialize: "LMSInitialize", finish: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit" },
  elements: {
    mode: "cmi.core.lesson_mode",
    language: "cmi.student_preference.language",
    place: "cmi.suspend_data",
    status: "cmi.core.lesson_status",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
  },
  duration: timespan,
};

/** Some run-times offer this version alone, whatever the manifest says. */
const SCORM_2004: Version = {
  api: "API_1484_11",
  calls: { initialize: "Initialize", finish: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit" },
  elements: {
    mode: "cmi.mode",
    language: "cmi.learner_preference.language",
    place: "cmi.suspend_data",
    status: "cmi.completion_status",
    time: "cmi.session_time",
    exit: "cmi.exit",
  },
  duration: timeInterval,
};

/** The run-time of a window. Everything that its calls take and give is text. */
type Api = Readonly<Record<string, (...given: string[]) => unknown>>;

/** What the page shows about the LMS. `place` and `done` are from before this visit. */
export interface News {
  readonly language: Language;
  readonly lms: "absent" | "connected" | "refused";
  readonly place: Progress | null;
  readonly done: boolean;
}

/** The parts of a window that this file needs; a test has one of its own. */
interface PageWindow extends EventTarget {
  readonly navigator: { readonly languages: readonly string[] };
}

/** The parts of a document that this file needs. */
interface Page extends EventTarget {
  readonly visibilityState: DocumentVisibilityState;
}

/** The most windows that are looked into in one direction. */
const LEVELS = 10;

/** What a finished activity is called; a later visit leaves it so. */
const DONE: readonly string[] = ["completed", "passed"];

/** In these modes the LMS wants nothing reported. */
const READ_ONLY_MODES: readonly string[] = ["browse", "review"];

/**
 * The run-time, looked for as SCORM says: in this window and its parents, then in the windows
 * that opened them.
 */
export function findApi(window: unknown, version = SCORM_1_2): Api | null {
  const upwards = withParents(window);
  const openers = upwards.flatMap((each) => withParents(fromWindow(each, "opener")));
  for (const each of [...upwards, ...openers]) {
    const api = fromWindow(each, version.api);
    if (typeof fromWindow(api, version.calls.initialize) === "function") return api as Api;
  }
  return null;
}

/** A window and its parents, from below. */
function withParents(window: unknown): unknown[] {
  const found: unknown[] = [];
  for (let at = window; at && !found.includes(at) && found.length < LEVELS; ) {
    found.push(at);
    at = fromWindow(at, "parent");
  }
  return found;
}

/** A part of a window, or null: a window of another site refuses to be asked for most names. */
function fromWindow(window: unknown, name: string): unknown {
  try {
    return Reflect.get(Object(window), name) ?? null;
  } catch {
    return null;
  }
}

/** The place in suspend data that an earlier visit left; null for anything else. */
export function readPlace(text: string): Progress | null {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) && data.v === 1 ? placeOf(data) : null;
  } catch {
    return null;
  }
}

function placeOf(detail: unknown): Progress | null {
  const place = isObject(detail) ? readProgress(detail) : null;
  return place && place.answered <= place.total ? place : null;
}

/** A duration in milliseconds as SCORM 1.2 writes it: `HHHH:MM:SS.SS`. */
export function timespan(milliseconds: number) {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const seconds = hundredths / 100;
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(":");
  return `${clock}.${two(hundredths % 100)}`;
}

/** A duration in milliseconds as SCORM 2004 writes it (ISO 8601), to hundredths of a second. */
export function timeInterval(milliseconds: number) {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  return `PT${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}S`;
}

/** The first of these languages that the page speaks. An LMS may give a tag or a name. */
export function languageOf(wanted: readonly string[]): Language {
  for (const each of wanted) {
    if (/^(nl|dutch|nederlands)/i.test(each)) return "nl";
    if (/^(en|engels)/i.test(each)) return "en";
  }
  return "nl";
}

/**
 * From the first call to the last. What is known is stored at once, at its beginning, at each page of
 * statements and at the completion: when a tab closes, a browser refuses the requests that an LMS
 * waits for, and what was not stored by then is lost.
 */
class Visit {
  #api: Api;
  #version: Version;
  #now: () => number;
  #began: number;
  #over = false;
  #reportsNothing: boolean;
  /** Whether the LMS has the completion, perhaps as "passed": it is not told again. */
  #hasCompletion: boolean;
  /** Whether the learner is done, and the LMS has not both accepted and stored that yet. */
  #owesCompletion = false;
  readonly language: string;
  readonly place: Progress | null;
  readonly done: boolean;

  /** Begins, where there is an LMS that agrees to it. */
  static begin(window: unknown, now: () => number) {
    for (const version of [SCORM_1_2, SCORM_2004]) {
      const api = findApi(window, version);
      if (api && accepted(() => api[version.calls.initialize]?.(""))) return new Visit(api, version, now);
    }
    return null;
  }

  constructor(api: Api, version: Version, now: () => number) {
    this.#api = api;
    this.#version = version;
    this.#now = now;
    this.#began = now();
    this.#reportsNothing = READ_ONLY_MODES.includes(this.#get("mode"));
    this.language = this.#get("language");
    this.place = readPlace(this.#get("place"));
    this.done = DONE.includes(this.#get("status"));
    this.#hasCompletion = this.done;
    // An LMS takes an activity that ends without a status for a completed one.
    if (!this.done) this.#set("status", "incomplete");
    this.#suspend();
    this.save();
  }

  /** Whether the LMS has refused the completion, or to store it. */
  get refused() {
    return this.#owesCompletion;
  }

  /** Stores the detail of `mindset-progress` as the place; anything else is left out. */
  reach(detail: unknown) {
    const place = placeOf(detail);
    if (!place) return;
    this.#set("place", JSON.stringify({ v: 1, ...place }));
    this.save();
  }

  complete() {
    this.#owesCompletion = !this.#hasCompletion;
    this.save();
  }

  /** Stores what the LMS has been told, with the time up to now. A completion still owed is told again. */
  save() {
    const told = this.#owesCompletion && this.#set("status", "completed");
    this.#set("time", this.#version.duration(this.#now() - this.#began));
    const stored = this.#commit();
    if (told && stored) {
      this.#owesCompletion = false;
      this.#hasCompletion = true;
    }
  }

  /** Ends, once. */
  end() {
    if (this.#over) return;
    this.#suspend();
    this.save();
    this.#over = true;
    this.#call("finish", "");
  }

  /** After a completion too: without it an LMS may begin anew, and forget the completion. */
  #suspend() {
    this.#set("exit", "suspend");
  }

  /** Whether the LMS says that it has stored what it was told. */
  #commit() {
    if (this.#reportsNothing) return true;
    return !this.#over && this.#call("commit", "") === "true";
  }

  #call(name: keyof Version["calls"], ...given: string[]) {
    return answer(() => this.#api[this.#version.calls[name]]?.(...given));
  }

  #get(element: keyof Version["elements"]) {
    return this.#call("get", this.#version.elements[element]);
  }

  #set(element: keyof Version["elements"], value: string) {
    if (this.#reportsNothing) return true;
    return !this.#over && this.#call("set", this.#version.elements[element], value) === "true";
  }
}

/** What the LMS answers to a call; an empty text when it throws. */
function answer(call: () => unknown) {
  try {
    return String(call() ?? "");
  } catch {
    return "";
  }
}

function accepted(call: () => unknown) {
  return answer(call) === "true";
}

/**
 * Reports the questionnaire's events to the LMS, from the arrival of the page to its leaving.
 * @param page the document, which the events reach
 * @param onNews is called with what the page is to show about the LMS
 * @param now milliseconds that only grow
 */
export function attend(window: PageWindow, page: Page, onNews: (news: News) => void, now = () => performance.now()) {
  let visit: Visit | null = null;
  const publish = () =>
    onNews({
      language: languageOf([visit?.language ?? "", ...window.navigator.languages]),
      lms: visit ? (visit.refused ? "refused" : "connected") : "absent",
      place: visit?.place ?? null,
      done: visit?.done ?? false,
    });
  const begin = () => {
    visit = Visit.begin(window, now);
    publish();
  };
  // Publishes where the LMS has refused the completion by this, or accepted it at last.
  const tell = (what: (visit: Visit) => void) => {
    if (!visit) return;
    const before = visit.refused;
    what(visit);
    if (visit.refused !== before) publish();
  };
  page.addEventListener("mindset-progress", (event) => {
    tell((visit) => visit.reach("detail" in event ? event.detail : null));
  });
  page.addEventListener("mindset-complete", () => tell((visit) => visit.complete()));
  // A phone that switches apps may send nothing more.
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "hidden") tell((visit) => visit.save());
  });
  window.addEventListener("pagehide", () => visit?.end());
  // Back out of the browser's cache of pages: the last visit is over, this is another one.
  window.addEventListener("pageshow", (event) => {
    if ("persisted" in event && event.persisted) begin();
  });
  begin();
}

/** Shows the texts of `scorm.html` that apply. */
export function show(document: Document, news: News) {
  document.documentElement.lang = news.language;
  document.querySelector("mindset-mirror")?.setAttribute("lang", news.language);
  const place = news.done || !news.place?.answered ? null : news.place;
  const applying: unknown[] = [news.lms, place && "place", news.done && "done"];
  for (const text of document.querySelectorAll("[data-say]")) {
    const spoken = text.getAttribute("lang") === news.language;
    text.toggleAttribute("hidden", !spoken || !applying.includes(text.getAttribute("data-say")));
  }
  for (const number of document.querySelectorAll("[data-count]")) {
    const answered = number.getAttribute("data-count") === "answered";
    number.textContent = String((answered ? place?.answered : place?.total) ?? "");
  }
}
