// Starts the app, and speaks for it when it cannot: by a panel of index.html with the reason.
// Works without the app, under the page's policy (no inline script, no markup made from text).

import { CUSTOM_PARAMETER, LANGUAGES } from "./host-protocol.js";
import type { HostEventDetails, PageErrorCode } from "./host-protocol.js";

/** A reader is told something before 8 seconds are over; in milliseconds. */
const PATIENCE = 7000;
/** Beginning of every key of ours, as in src/ports/storage.rs. */
const PREFIX = "mindset:";

/** A part of index.html, which is always there. */
function part(id: string) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}
const app = part("app");
const failure = part("boot-failure");
const panic = part("boot-panic");

// Where another page embeds this one, what speaks with it. The app starts without waiting for it.
const frame = parent === window ? null : import("./frame.js");
frame?.then(({ connect }) => connect(), () => {});

/** Shows only the texts in the page's language, and of those that have a reason, only this one. */
function choose(within: HTMLElement, reason?: string) {
  const language = document.documentElement.lang;
  for (const text of within.querySelectorAll<HTMLElement>("[lang]")) text.hidden = text.lang !== language;
  for (const text of within.querySelectorAll<HTMLElement>("[data-reason]")) text.hidden = text.dataset.reason !== reason;
}

function show(panel: HTMLElement, reason: string) {
  choose(panel, reason);
  app.hidden = true;
  panel.hidden = false;
  panel.querySelector<HTMLElement>("h1:not([hidden])")?.focus();
}

function storedEntries(): Record<string, string | null> {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return Object.fromEntries(ours.map((key) => [key, localStorage.getItem(key)]));
  } catch {
    return {}; // Storage is refused here.
  }
}

/** Offers everything that is stored, as it is stored, as a file. */
function download() {
  const backup = { format: "mindset-backup", formatVersion: "1.0", entries: storedEntries() };
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

function showPanic() {
  sendHostEvent("error", { code: "panic", recoverable: true });
  failure.hidden = true;
  if (panic.hidden) show(panic, Object.keys(storedEntries()).length > 0 ? "kept" : "lost");
}

function showFailure(reason: PageErrorCode, detail: string) {
  sendHostEvent("error", { code: reason, recoverable: true });
  part("boot-detail").textContent = detail;
  show(failure, reason);
}

/** The browser's own message names 'unsafe-eval'; the panel names the narrower, right directive. */
function reasonOf(error: unknown): PageErrorCode {
  return /content security policy|unsafe-eval|csp/i.test(String(error)) ? "policy" : "files";
}

// A program of its own, fetched only when a reader seals or opens a file under a passphrase. It
// works for a second in one go, so what says so is painted first.
globalThis.mindsetSealing = async (operation, given) => {
  const sealing = await import("./sealing.js");
  await sealing.default();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const run: (...given: never[]) => unknown = sealing[operation];
  return run(...(given as never[]));
};

async function start() {
  if (typeof WebAssembly !== "object") return showFailure("browser", "");
  const slow = setTimeout(showFailure, PATIENCE, "slow", "");
  try {
    // Trunk names both files in links of the page, and the browser is fetching them already.
    const script = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]');
    const program = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
    if (!script || !program) throw new Error("the page names no program");
    const { integrity = "" } = program.dataset;
    const [{ default: init }, response] = await Promise.all([import(script.href), fetch(program.href, { integrity })]);
    if (!response.ok) throw new Error(`${response.status} ${program.href}`);
    // A custom questionnaire comes with the answer of the element around this page.
    if (address.has(CUSTOM_PARAMETER)) {
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await Promise.race([frame?.then((it) => it.answered, () => {}), late]);
    }
    await init({ module_or_path: response });
    failure.hidden = true;
    app.hidden = !panic.hidden;
    sendHostEvent("ready", {});
  } catch (error) {
    // A panic while starting has its own panel.
    if (panic.hidden) showFailure(reasonOf(error), String(error));
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
const theme = address.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
const wanted = [address.get("lang") ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
document.documentElement.lang = wanted.find((tag) => LANGUAGES.some((language) => language === tag)) ?? "nl";
choose(app);
start();
