// The questionnaire as a SCORM 1.2 activity. The LMS is told how far the learner is, that it is
// done and how long the page was open; no score, no answer, and not which attempt it was.
// Whatever the LMS does, the questionnaire goes on: nothing here throws into the page.

import { isObject, readProgress } from "../web/host-protocol.js";
import type { Language, Progress } from "../web/host-protocol.js";

/** What a SCORM 1.2 run-time offers. Everything it takes and gives is text. */
interface Api {
  LMSInitialize(nothing: string): string;
  LMSFinish(nothing: string): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: string): string;
}

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
export function findApi(window: unknown): Api | null {
  const upwards = withParents(window);
  const openers = upwards.flatMap((each) => withParents(fromWindow(each, "opener")));
  for (const each of [...upwards, ...openers]) {
    const api = fromWindow(each, "API");
    if (typeof fromWindow(api, "LMSInitialize") === "function") return api as Api;
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

/** The first of these languages that the page speaks. An LMS may give a tag or a name. */
export function languageOf(wanted: readonly string[]): Language {
  for (const each of wanted) {
    if (/^(nl|dutch|nederlands)/i.test(each)) return "nl";
    if (/^(en|engels)/i.test(each)) return "en";
  }
  return "nl";
}

/** From LMSInitialize to LMSFinish. */
class Visit {
  #api: Api;
  #now: () => number;
  #began: number;
  #over = false;
  #reportsNothing: boolean;
  /** Whether the LMS has not accepted the completion yet. */
  #completionRefused = false;
  readonly language: string;
  readonly place: Progress | null;
  readonly done: boolean;

  /** Begins, where there is an LMS that agrees to it. */
  static begin(api: Api | null, now: () => number) {
    return api && accepted(() => api.LMSInitialize("")) ? new Visit(api, now) : null;
  }

  constructor(api: Api, now: () => number) {
    this.#api = api;
    this.#now = now;
    this.#began = now();
    this.#reportsNothing = READ_ONLY_MODES.includes(this.#get("cmi.core.lesson_mode"));
    this.language = this.#get("cmi.student_preference.language");
    this.place = readPlace(this.#get("cmi.suspend_data"));
    this.done = DONE.includes(this.#get("cmi.core.lesson_status"));
    // Set at once: an LMS takes an activity that ends without a status for a completed one.
    if (!this.done) this.#set("cmi.core.lesson_status", "incomplete");
    this.save();
  }

  /** Whether the LMS has refused the completion. */
  get refused() {
    return this.#completionRefused;
  }

  /** Stores the detail of `mindset-progress` as the place; anything else is left out. */
  reach(detail: unknown) {
    const place = placeOf(detail);
    if (place) this.#set("cmi.suspend_data", JSON.stringify({ v: 1, ...place }));
  }

  complete() {
    this.#completionRefused = !this.#set("cmi.core.lesson_status", "completed");
    this.save();
  }

  save() {
    if (!this.#over && !this.#reportsNothing) accepted(() => this.#api.LMSCommit(""));
  }

  /** Ends, once. */
  end() {
    if (this.#over) return;
    if (this.#completionRefused) this.complete();
    this.#set("cmi.core.session_time", timespan(this.#now() - this.#began));
    // After a completion too: without it an LMS may begin anew, and forget the completion.
    this.#set("cmi.core.exit", "suspend");
    this.save();
    this.#over = true;
    accepted(() => this.#api.LMSFinish(""));
  }

  #get(element: string) {
    return answer(() => this.#api.LMSGetValue(element));
  }

  #set(element: string, value: string) {
    if (this.#reportsNothing) return true;
    return !this.#over && accepted(() => this.#api.LMSSetValue(element, value));
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
    visit = Visit.begin(findApi(window), now);
    publish();
  };
  page.addEventListener("mindset-progress", (event) => visit?.reach("detail" in event ? event.detail : null));
  page.addEventListener("mindset-complete", () => {
    visit?.complete();
    publish();
  });
  // A phone that switches apps may send nothing more. Each answer would be a request too many.
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "hidden") visit?.save();
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
