// Speaks with the page around this one, where there is one: boot.ts loads it only in a frame.
// Nothing that a reader answered is sent from here, and nothing from outside is taken but what
// host-protocol.ts defines.

import { LONGEST_QUESTIONNAIRE, VERSION, isMessage, readCommand } from "./host-protocol.js";
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

/**
 * Sends a host event.
 * @param name the event's name without `mindset-`
 * @param detail its detail as JSON: the app, which writes the text itself, calls this too
 */
export function sendHostEvent(name: string, detail: string) {
  send({ mindset: "event", name, detail: JSON.parse(detail) });
}

async function receive({ data: message }: MessageEvent<unknown>) {
  if (!isMessage<ElementMessage>(message)) return;
  if (message.mindset === "view") {
    for (const edge of ["start", "end"] as const) {
      const length = message[edge];
      if (typeof length === "number" && Number.isFinite(length)) root.style.setProperty(`--view-${edge}`, `${Math.max(0, Math.round(length))}px`);
    }
  } else if (message.mindset === "call" && typeof message.id === "number" && Number.isSafeInteger(message.id)) {
    const { id } = message;
    const command = await readCommand(message).catch(() => null);
    if (command) dispatchEvent(new CustomEvent("mindset-command", { detail: command }));
    send({ mindset: "answer", id, taken: command !== null });
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

let setAnswered = () => {};
/** Resolves when the element around this page has answered. */
export const answered = new Promise<void>((resolve) => {
  setAnswered = resolve;
});

function receiveInit({ source, data: message, ports }: MessageEvent<unknown>) {
  if (source !== parent || !isMessage<InitMessage>(message)) return;
  const [offered] = ports;
  if (message.mindset !== "init" || message.nonce !== nonce || !offered || ports.length !== 1 || port) return;
  removeEventListener("message", receiveInit);
  port = offered;
  port.onmessage = receive;
  if (typeof message.instrument === "string" && message.instrument.length <= LONGEST_QUESTIONNAIRE) {
    globalThis.mindsetCustomQuestionnaire = message.instrument;
  }
  root.dataset.embedded = "";
  for (const message of waiting.splice(0)) send(message);
  // Content, and not the window, decides: it grows and shrinks with what is shown.
  new ResizeObserver(() => {
    send({ mindset: "height", height: Math.ceil(root.getBoundingClientRect().height) });
  }).observe(root);
  addEventListener("mindset-turn", () => send({ mindset: "turn" }));
  // A frame as high as its content cannot scroll to what has the focus; the page around it can.
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const { top, bottom } = target.getBoundingClientRect();
    send({ mindset: "focus", top, bottom });
  });
  globalThis.mindsetHostEvent = sendHostEvent;
  setAnswered();
}

export function connect() {
  const first = Number(new URLSearchParams(location.search).get("heading-level"));
  if (Number.isInteger(first) && first >= 2 && first <= 6) setHeadingLevels(first);
  addEventListener("message", receiveInit);
  const hello: HelloMessage = { mindset: "hello", v: VERSION, nonce };
  // To whoever it is: nothing in it is secret, and only who holds the frame can answer it.
  parent.postMessage(hello, "*");
}
