// Speaks with the page around this one, where there is one: boot.ts loads it only in a frame.
// Nothing that a reader answered is sent from here, and nothing from outside is taken but what
// host-protocol.ts defines.

import { LONGEST_QUESTIONNAIRE, VERSION, isLogo, isMessage, readCommand } from "./host-protocol.js";
import type { ElementMessage, HelloMessage, InitMessage, PageMessage } from "./host-protocol.js";

const root = document.documentElement;
const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
let port: MessagePort | null = null;
/** Messages from before the port is there. */
const waiting: PageMessage[] = [];

function send(message: PageMessage) {
  if (port) port.postMessage({ v: VERSION, ...message });
  else waiting.push(message);
}

/** Whether the app can carry out commands, or has failed and never will. */
let isSettled = false;
/** The commands from before that, in their order. */
const held: (() => void)[] = [];

/**
 * Sends a host event.
 * @param name the event's name without `mindset-`
 * @param detail its detail as JSON: the app, which writes the text itself, calls this too
 */
export function sendHostEvent(name: string, detail: string) {
  send({ mindset: "event", name, detail: JSON.parse(detail) });
  isSettled ||= name === "ready" || name === "error";
  if (isSettled) for (const carryOut of held.splice(0)) carryOut();
}

/** Whether a logo has been handed over: the first one counts. */
let hasLogo = false;

/** Gives the app the logo as an address that holds the picture itself: nobody is asked for it. */
function takeLogo(given: unknown) {
  if (hasLogo || !isLogo(given)) return;
  hasLogo = true;
  const reader = new FileReader();
  const handOver = () => dispatchEvent(new CustomEvent("mindset-command", { detail: { method: "logo", given: reader.result } }));
  // One that the element fetched for the page of before may come early.
  reader.onload = () => (isSettled ? handOver() : held.push(handOver));
  // Of its bare type: a server may have said more behind it.
  reader.readAsDataURL(given.slice(0, given.size, given.type.split(";")[0]));
}

async function receive({ data: message }: MessageEvent<unknown>) {
  if (!isMessage<ElementMessage>(message)) return;
  if (message.mindset === "view") {
    for (const edge of ["start", "end"] as const) {
      const length = message[edge];
      if (typeof length === "number" && Number.isFinite(length)) root.style.setProperty(`--view-${edge}`, `${Math.max(0, Math.round(length))}px`);
    }
  } else if (message.mindset === "logo") {
    takeLogo(message.picture);
  } else if (message.mindset === "call" && typeof message.id === "number" && Number.isSafeInteger(message.id)) {
    const { id } = message;
    const command = await readCommand(message).catch(() => null);
    const carryOut = () => {
      // Hidden once it has failed: then nobody carries anything out.
      const taken = command !== null && document.getElementById("app")?.hidden === false;
      if (taken) dispatchEvent(new CustomEvent("mindset-command", { detail: command }));
      send({ mindset: "answer", id, taken });
    };
    if (isSettled) carryOut();
    else held.push(carryOut);
  }
}

/**
 * The level at which headings begin is the host's: on its page they stand among its own.
 * @param first the level of the first heading, from 2 to 6
 */
function setHeadingLevels(first: number) {
  const set = () => {
    for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
      const wanted = String(Math.min(6, Number(heading.localName[1]) + first - 1));
      if (heading.ariaLevel !== wanted) heading.ariaLevel = wanted;
    }
  };
  set();
  new MutationObserver(set).observe(document.body, { childList: true, subtree: true });
}

/**
 * How high the frame is: as its content (`content`); as its content without what is stored, which
 * scrolls inside (`opening`); as the highest content of the screen so far (`growing`); as the
 * content that a page of statements begins with (`page`); by the window around it (`room`).
 */
type Layout = "content" | "opening" | "growing" | "page" | "room";

/** The screens whose height may be told; that of any other would tell what was answered or is stored. */
const LAYOUTS: Partial<Record<string, Layout>> = { "": "content", start: "opening", "check-in": "content", context: "growing", interlude: "content", question: "page" };
/** The screen of which the layout was sent last, and what was sent of it. */
const sent = { screen: "", layout: "content" as Layout, height: 0, focus: "" };

/**
 * The height of the content without what is stored and without what an answer adds to its question;
 * both are back before anything is painted.
 */
function toldHeight() {
  const { scrollY } = window;
  root.toggleAttribute("data-measured", true);
  const height = Math.ceil(root.getBoundingClientRect().height);
  root.toggleAttribute("data-measured", false);
  if (scrollY > 0) scrollTo(0, scrollY);
  return height;
}

/**
 * Sends what the element needs to lay out the frame, and no more: between two screens of different
 * names, which is to say within a page of statements, nothing is sent that could tell when one was
 * answered.
 */
function sendLayout() {
  const screen = document.querySelector<HTMLElement>("[data-screen]")?.dataset.screen ?? "";
  // Shown only to whom something is stored for.
  if (screen === "loading") return;
  if (screen !== sent.screen) {
    const own = LAYOUTS[screen] ?? "room";
    // A statement that is opened from one of these, as from the review or from My data, keeps their height.
    const layout = own === "page" && sent.layout === "room" ? "room" : own;
    Object.assign(sent, { screen, layout, height: 0, focus: "" });
    send({ mindset: "turn" });
    if (layout === "room") send({ mindset: "room" });
  }
  const { layout } = sent;
  // Not where everything fits: a scroll bar that is there once makes the content too high to leave again.
  root.toggleAttribute("data-scrolls", layout !== "content" && (layout !== "opening" || document.querySelector(".stored") !== null));
  // Statements have one height until the page ends, at whatever width: otherwise each would be told by its own.
  if (layout === "room" || (layout === "page" && sent.height > 0)) return;
  const height = toldHeight();
  if (height === sent.height || (layout === "growing" && height < sent.height)) return;
  sent.height = height;
  send({ mindset: "height", height, scrollsInside: layout === "page" || layout === "growing" });
}

/** A frame as high as its content cannot scroll to what has the focus; the page around it can. */
function sendFocus({ target }: FocusEvent) {
  // The screen may have come within this very task.
  sendLayout();
  // Where a section of the first screen begins tells what is stored above it; a browser scrolls to it by itself.
  if (!(target instanceof Element) || sent.layout === "room" || sent.layout === "opening") return;
  const asks = sent.layout === "page" || sent.layout === "growing";
  const question = target.closest("[data-part=question]");
  // Of a page of questions the first one alone is told, once: what comes after it, and what comes of
  // coming back from around it, would tell when one was answered.
  if (asks && (!question || sent.focus)) return;
  const part = question ?? target.closest("section") ?? target;
  const { top, bottom } = part.getBoundingClientRect();
  const focus = `${top} ${bottom}`;
  if (focus === sent.focus) return;
  sent.focus = focus;
  send({ mindset: "focus", top, bottom });
}

/** How long a request is to be in sight before a yes to it counts, in milliseconds. */
const SEEN_AFTER = 1000;
/** The share of a request that is all of it, but for the rounding of pixels. */
const WHOLE = 0.99;
/** The request that is watched, and which time it is made. */
const consent: { request: Element | null; time: string | undefined } = { request: null, time: undefined };
let seenTimer = 0;
const sights = new IntersectionObserver((entries) => {
  clearTimeout(seenTimer);
  const entry = entries.at(-1);
  // Told by browsers that know whether something lies over it or makes it invisible; in the others nobody can be sure.
  const { intersectionRatio = 0, isVisible } = (entry ?? {}) as { intersectionRatio?: number; isVisible?: boolean };
  sendSight("hidden");
  if (intersectionRatio >= WHOLE && isVisible !== false) seenTimer = setTimeout(sendSight, SEEN_AFTER, isVisible ? "sure" : "unsure");
}, { threshold: WHOLE, trackVisibility: true, delay: 100 } as IntersectionObserverInit);

function sendSight(given: "hidden" | "unsure" | "sure") {
  dispatchEvent(new CustomEvent("mindset-command", { detail: { method: "seen", given } }));
}

/**
 * Watches a request of the page around this one: who asks, and the buttons that answer. Made a
 * second time it has to be seen anew.
 */
function watchConsent() {
  const request = document.querySelector<HTMLElement>("[data-seen]");
  const time = request?.dataset.request;
  if (request === consent.request && time === consent.time) return;
  Object.assign(consent, { request, time });
  sights.disconnect();
  clearTimeout(seenTimer);
  if (request) sights.observe(request);
}

/**
 * A link to a part of this page goes there without an entry in the history, which the frame shares
 * with the page around it, and without taking the token from the address, which a reload needs. A link
 * to another page goes there in a tab of its own.
 */
function follow(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link) return;
  if (!link.getAttribute("href")?.startsWith("#")) {
    if (!link.hasAttribute("download")) link.target ||= "_blank";
    return;
  }
  const part = document.getElementById(link.hash.slice(1));
  if (!part) return;
  event.preventDefault();
  part.tabIndex = -1;
  part.focus();
}

let setAnswered = () => {};
/** Resolves when the element around this page has answered. */
export const answered = new Promise<void>((resolve) => {
  setAnswered = resolve;
});

function receiveInit({ source, origin, data: message, ports }: MessageEvent<unknown>) {
  if (source !== parent || !isMessage<InitMessage>(message)) return;
  const [offered] = ports;
  if (message.mindset !== "init" || message.nonce !== nonce || !offered || ports.length !== 1 || port) return;
  removeEventListener("message", receiveInit);
  port = offered;
  port.onmessage = receive;
  if (message.instrument instanceof Uint8Array && message.instrument.length <= LONGEST_QUESTIONNAIRE) {
    globalThis.mindsetCustomQuestionnaire = message.instrument;
  }
  root.dataset.embedded = "";
  for (const message of waiting.splice(0)) send(message);
  new ResizeObserver(sendLayout).observe(root);
  globalThis.mindsetHostOrigin = origin;
  new MutationObserver(watchConsent).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-request"] });
  new MutationObserver(sendLayout).observe(document.body, { subtree: true, attributeFilter: ["data-screen"] });
  addEventListener("focusin", sendFocus);
  globalThis.mindsetHostEvent = sendHostEvent;
  setAnswered();
}

/** The token of the element, alone in the fragment. Any other fragment is told to nobody: it may hold answers. */
const TOKEN = /^#([\d-]+)$/;

export function connect() {
  const first = Number(new URLSearchParams(location.search).get("heading-level"));
  if (Number.isInteger(first) && first >= 2 && first <= 6) setHeadingLevels(first);
  addEventListener("message", receiveInit);
  addEventListener("click", follow);
  const hello: HelloMessage = { mindset: "hello", v: VERSION, nonce, token: TOKEN.exec(location.hash)?.[1] ?? "" };
  // To whoever it is: the element has put the token into the address, and only who holds the frame
  // can answer.
  parent.postMessage(hello, "*");
}
