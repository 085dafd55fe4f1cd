// Defines <mindset-mirror>, which puts the questionnaire on any site. The page stands in a frame of
// its own origin, so that no script of the host reads an answer, and the host's policy needs
// nothing for WebAssembly. This file speaks with that page over a port that only the two of them
// hold, and checks what it takes from it and from the host.
//
// The published types, the manifest for editors and the types for frameworks are made from this
// file by tools/package-element.mjs.

import {
  ATTRIBUTES,
  CUSTOM_PARAMETER,
  ELEMENT_ATTRIBUTES,
  FILE_FORMATS,
  HIGHEST_FRAME,
  HOST_EVENTS,
  LANGUAGES,
  LIVE_ATTRIBUTES,
  LONGEST_MESSAGE,
  LONGEST_QUESTIONNAIRE,
  VERSION,
  isHostEventName,
  isId,
  isLength,
  isMessage,
  isObject,
  isLogo,
} from "../web/host-protocol.js";
import type {
  AttributeName,
  AttributeValue,
  ElementErrorCode,
  ElementMessage,
  FileFormat,
  HelloMessage,
  HostCommandName,
  InitMessage,
  Language,
  MindsetEventMap,
  PageMessage,
  Unchecked,
} from "../web/host-protocol.js";

import { check } from "./embed-check.js";

export type { ErrorCode, FileFormat, MindsetDetail, MindsetEventMap, MindsetScore } from "../web/host-protocol.js";

/** After so long without the page a panel says why, so that something is said within 8 seconds; in milliseconds. */
const PATIENCE = 7500;
/** The lowest that the frame can be, in CSS pixels. */
const LOWEST_FRAME = 160;
/** Where the height does not follow the content: the share of the window, and its bounds in CSS pixels. */
const ROOM = { share: 0.9, least: 560, most: 960 };
/** A window lower than this shows no whole question, in CSS pixels. */
const LOW_WINDOW = 700;
/** Where this file came from; the page is looked for beside it. */
const HERE = import.meta.url;

/** Why a custom questionnaire did not come. */
type NotFetched = "address" | "forbidden" | "absent" | "broken" | "page" | "redirect" | "empty" | "large" | "late" | "down" | "csp" | "unknown";

const TEXTS: Record<Language, Record<Exclude<ElementErrorCode, "instrument"> | NotFetched | "title" | "custom" | "failed" | "again" | "open", string>> = {
  nl: {
    title: "Scan over je mindset in sales",
    custom: "Scan",
    failed: "De scan kan hier niet worden getoond",
    offline: "Er is geen verbinding. Probeer het opnieuw zodra je weer online bent.",
    blocked: "Het beveiligingsbeleid van deze site houdt de scan tegen. De beheerder kan dit oplossen in de Content-Security-Policy (frame-src).",
    unreachable: "De scan is niet bereikbaar. Misschien is de verbinding traag.",
    silent: "Er kwam iets anders terug dan de scan. Misschien klopt het adres niet.",
    address: "Het adres van de eigen scan (src) kan niet worden gebruikt.",
    forbidden: "De server geeft het bestand van de eigen scan alleen aan wie is ingelogd of toegang heeft. Het wordt zonder inloggen opgehaald: zet het waar iedereen het kan lezen.",
    absent: "Op het adres van de eigen scan staat geen bestand.",
    broken: "De server geeft een fout in plaats van het bestand van de eigen scan.",
    page: "In plaats van het bestand van de eigen scan kwam een webpagina. Misschien staat het achter een inlogpagina, of klopt het adres niet.",
    redirect: "Het adres van de eigen scan stuurt door naar een andere site. Misschien staat het achter een inlogpagina.",
    empty: "Het bestand van de eigen scan is leeg.",
    large: "Het bestand van de eigen scan is groter dan 256 KiB.",
    late: "Het bestand van de eigen scan kwam niet op tijd.",
    down: "De server van deze site geeft het bestand van de eigen scan niet. Misschien ligt hij stil.",
    csp: "Het beveiligingsbeleid van deze site houdt de eigen scan tegen. De beheerder kan dit oplossen in de Content-Security-Policy (connect-src).",
    unknown: "Het bestand van de eigen scan kwam niet, en de browser zegt niet waarom. Misschien is die server niet bereikbaar, staat hij deze site niet toe het te lezen (CORS), of moet men er inloggen.",
    again: "Probeer opnieuw",
    open: "Open in een eigen tabblad",
  },
  en: {
    title: "Scan of your sales mindset",
    custom: "Scan",
    failed: "The scan cannot be shown here",
    offline: "There is no connection. Try again when you are online.",
    blocked: "The security policy of this site blocks the scan. Its administrator can fix this in the Content-Security-Policy (frame-src).",
    unreachable: "The scan cannot be reached. The connection may be slow.",
    silent: "Something other than the scan came back. The address may be wrong.",
    address: "The address of the site’s own scan (src) cannot be used.",
    forbidden: "The server gives the file of the site’s own scan only to those who have logged in or have access. It is fetched without a log-in: put it where everybody can read it.",
    absent: "There is no file at the address of the site’s own scan.",
    broken: "The server gives an error in place of the file of the site’s own scan.",
    page: "A web page came in place of the file of the site’s own scan. Perhaps it is behind a log-in, or the address is wrong.",
    redirect: "The address of the site’s own scan leads on to another site. Perhaps it is behind a log-in.",
    empty: "The file of the site’s own scan is empty.",
    large: "The file of the site’s own scan is larger than 256 KiB.",
    late: "The file of the site’s own scan did not come in time.",
    down: "The server of this site does not give the file of its own scan. Perhaps it is down.",
    csp: "The security policy of this site blocks its own scan. Its administrator can fix this in the Content-Security-Policy (connect-src).",
    unknown: "The file of the site’s own scan did not come, and the browser does not say why. Perhaps that server cannot be reached, does not allow this site to read it (CORS), or wants a log-in.",
    again: "Try again",
    open: "Open in its own tab",
  },
};

// The width that is left beside its margins. The frame asks for a window's width, so that a container
// which is as wide as its content has all the room there is, and never has more than it gets.
const STYLE = `
:host { display: flow-root; inline-size: 100%; inline-size: -moz-available; inline-size: -webkit-fill-available; inline-size: stretch; position: relative !important; float: none !important; overflow: visible !important; block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important; min-inline-size: 0; max-inline-size: 100%; box-sizing: border-box !important; text-align: start; }
:host([hidden]) { display: none !important; }
iframe { display: block; inline-size: 100vw; min-inline-size: 100%; max-inline-size: 100%; block-size: ${LOWEST_FRAME}px; border: 0; border-radius: var(--mindset-radius, 0); color-scheme: normal; }
[hidden] { display: none !important; }
img { display: block; max-inline-size: 12rem; max-block-size: 3rem; margin-block-end: 0.75rem; }
.panel { display: grid; gap: 0.75rem; justify-items: start; padding: 1.5rem; border: 1px solid currentcolor; border-radius: 0.75rem; font: 400 1rem/1.5 system-ui, sans-serif; }
.panel p { margin: 0; }
.title { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
button, a { box-sizing: border-box; min-block-size: 44px; padding: 0.6rem 1rem; border: 1px solid currentcolor; border-radius: 0.6rem; background: none; color: inherit; font: inherit; text-decoration: none; cursor: pointer; }
code { font-size: 0.85em; }
`;

/** Makes an element of a shadow root; never from markup, which Trusted Types would refuse. */
function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string> = {}, children: (Node | string)[] = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Attributes with a property of the same name. Each has one but `lang`, which every element has. */
type PropertyName = Exclude<AttributeName, "lang" | "heading-level">;

/** What a property or an attribute can be set to; a number is written as text. */
type Settable<Value> = Value | (Value extends `${infer Digits extends number}` ? Digits : never) | undefined;

// Through `Pick`, so that the comments of the properties are found at the attributes too.
type PropertyAttributes = {
  [Name in keyof Pick<MindsetMirror, PropertyName>]?: Settable<MindsetMirror[Name]>;
};

/** The attributes, as a page writes them. All may be left out. */
export interface MindsetMirrorAttributes extends PropertyAttributes {
  /** The language to begin in: `nl` or `en`. Left out: the page's language, else the browser's. */
  lang?: string | undefined;
  /** The level at which the headings begin. */
  "heading-level"?: Settable<MindsetMirror["headingLevel"]>;
}

/** On a server there are no elements: importing this file there does nothing. */
const ElementBase = typeof HTMLElement === "undefined" ? (class {} as typeof HTMLElement) : HTMLElement;

/**
 * A self-assessment of sales mindset, in a frame of its own: no script of the page around it reads an answer.
 *
 * @tag mindset-mirror
 * @attr {string} lang - The language to begin in, `nl` or `en`; a longer tag counts by its beginning. Left out: the page's language, else the browser's.
 * @slot - Shown until the questionnaire is there, and where this script does not arrive: a plain link to it.
 * @csspart frame - The frame with the questionnaire.
 * @csspart logo - The picture above it.
 * @csspart error - The panel that says why nothing is shown.
 * @csspart button - The button of that panel.
 * @cssprop {<color>} --mindset-accent - Like the attribute `accent`, where that is left out. Read when the frame is loaded.
 * @cssprop {<length-percentage>} [--mindset-radius=0] - The rounding of the frame's corners.
 */
export class MindsetMirror extends ElementBase {
  static observedAttributes: string[] = Object.keys(ATTRIBUTES);

  #frame: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #root = this.attachShadow({ mode: "open" });
  #logo = element("img", { alt: "", part: "logo", referrerpolicy: "no-referrer", hidden: "" });
  #panel = element("div", { class: "panel", part: "error", role: "alert", hidden: "" });
  #slot = element("slot");
  /** Commands that the page has not answered yet, by their numbers. */
  #commands = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  #lastCommand = 0;
  /** Counts the loads, so that one that was overtaken stops. */
  #lastLoad = 0;
  #checked = false;
  /** The bytes of a custom questionnaire's file; null where none is handed over. */
  #questionnaire: Uint8Array | null = null;
  /** Whether the policy of this page has blocked a request since the questionnaire was asked for. */
  #isFetchBlocked = false;
  #timer = 0;
  #painting = 0;
  /** A random text in the address of the frame, which its page gives back: no other page knows it. */
  #token = "";
  /** The height that the frame is to have, by the height of the window. */
  #wantedHeight = (_window: number) => LOWEST_FRAME;
  /** The width of the window for which that was worked out: on a phone the height changes while one scrolls. */
  #windowWidth = 0;
  /** Whether the page has been asked for. */
  #isAsked = false;
  /** Whether the frame's file has come, whatever is in it. */
  #loaded = false;
  #isReady = false;
  #warned = new Set<string>();
  /** Ends the listeners on the window and the document; null outside a page. */
  #listeners: AbortController | null = null;
  #approach: IntersectionObserver | null = null;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(this.#logo, this.#panel, this.#slot);
  }

  /** @internal */
  connectedCallback() {
    // Moved within one task: it never left, but its frame's page did.
    if (this.#listeners) this.#leave();
    this.#adoptProperties();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    addEventListener("message", (event) => this.#receiveHello(event), { signal });
    document.addEventListener("securitypolicyviolation", (event) => this.#receiveViolation(event), { signal });
    for (const name of ["scroll", "resize"]) {
      addEventListener(name, () => this.#follow(), { signal, passive: true, capture: true });
    }
    if (location.hash === "#mindset-check" && !this.#checked) {
      this.#checked = true;
      check(this, HERE, this.#language());
    }
    if (this.#value("loading") === "lazy" && typeof IntersectionObserver === "function") {
      this.#approach = new IntersectionObserver((entries) => {
        if (entries.some((one) => one.isIntersecting)) this.#load();
      }, { rootMargin: "200px" });
      this.#approach.observe(this);
    } else {
      this.#load();
    }
  }

  /** @internal */
  disconnectedCallback() {
    this.#leave();
  }

  /**
   * Kept so that `moveBefore` moves the frame with its page as it is.
   * @internal
   */
  connectedMoveCallback() {
    this.#sendView();
  }

  /** @internal */
  attributeChangedCallback(name: AttributeName, before: string | null, now: string | null) {
    if (before === now || !this.#listeners || !this.#isAsked) return;
    if (name === "logo") this.#showLogo();
    else if (LIVE_ATTRIBUTES.includes(name) && this.#port) this.#command("set", [name, this.#value(name)]).catch(() => {});
    else if (name !== "loading") this.#load();
  }

  /**
   * Light or dark. `auto`: as the reader's system is set.
   * @attr theme
   * @reflect
   */
  get theme(): AttributeValue<"theme"> {
    return this.#read("theme");
  }
  set theme(value: Settable<AttributeValue<"theme">> | null) {
    this.#write("theme", value);
  }

  /**
   * How long what a rep makes is stored in the browser: until it is deleted there, until the tab is closed, or not at all.
   * @attr persist
   * @reflect
   */
  get persist(): AttributeValue<"persist"> {
    return this.#read("persist");
  }
  set persist(value: Settable<AttributeValue<"persist">> | null) {
    this.#write("persist", value);
  }

  /**
   * Whether the frame is loaded at once, or when it comes near the window.
   * @attr loading
   * @reflect
   */
  get loading(): AttributeValue<"loading"> {
    return this.#read("loading");
  }
  set loading(value: Settable<AttributeValue<"loading">> | null) {
    this.#write("loading", value);
  }

  /**
   * Whether the page may receive the scores, if the rep says yes on screen as well.
   * @attr share
   * @reflect
   */
  get share(): AttributeValue<"share"> {
    return this.#read("share");
  }
  set share(value: Settable<AttributeValue<"share">> | null) {
    this.#write("share", value);
  }

  /**
   * Whether the reader can save an xAPI statement that the questionnaire was completed.
   * @attr xapi
   * @reflect
   */
  get xapi(): AttributeValue<"xapi"> {
    return this.#read("xapi");
  }
  set xapi(value: Settable<AttributeValue<"xapi">> | null) {
    this.#write("xapi", value);
  }

  /**
   * The questionnaire that ships with it, by its id; there is one.
   * @attr instrument
   * @reflect
   */
  get instrument(): AttributeValue<"instrument"> {
    return this.#read("instrument");
  }
  set instrument(value: Settable<AttributeValue<"instrument">> | null) {
    this.#write("instrument", value);
  }

  /**
   * The colour of buttons and marks: `#rgb` or `#rrggbb`. It is moved until it is legible.
   * @attr accent
   * @reflect
   */
  get accent(): AttributeValue<"accent"> {
    return this.#read("accent");
  }
  set accent(value: Settable<AttributeValue<"accent">> | null) {
    this.#write("accent", value);
  }

  /**
   * Who offers the questionnaire: at most 80 characters, on the first screen, on the printed result, and in the question whether the scores may be seen.
   * @attr coach
   * @reflect
   */
  get coach(): AttributeValue<"coach"> {
    return this.#read("coach");
  }
  set coach(value: Settable<AttributeValue<"coach">> | null) {
    this.#write("coach", value);
  }

  /**
   * An https address of the privacy statement of whoever offers it.
   * @attr privacy
   * @reflect
   */
  get privacy(): AttributeValue<"privacy"> {
    return this.#read("privacy");
  }
  set privacy(value: Settable<AttributeValue<"privacy">> | null) {
    this.#write("privacy", value);
  }

  /**
   * An https address of a picture that stands above the questionnaire, and on the printed result where its server lets this page read it.
   * @attr logo
   * @reflect
   */
  get logo(): AttributeValue<"logo"> {
    return this.#read("logo");
  }
  set logo(value: Settable<AttributeValue<"logo">> | null) {
    this.#write("logo", value);
  }

  /**
   * The level at which the headings begin.
   * @attr heading-level
   * @reflect
   */
  get headingLevel(): AttributeValue<"heading-level"> {
    return this.#read("heading-level");
  }
  set headingLevel(value: Settable<AttributeValue<"heading-level">> | null) {
    this.#write("heading-level", value);
  }

  /**
   * The folder where the page of the questionnaire is served: an https address, or a path on the same site. Left out: the folder of `embed.js`.
   * @attr base
   * @reflect
   */
  get base(): AttributeValue<"base"> {
    return this.#read("base");
  }
  set base(value: Settable<AttributeValue<"base">> | null) {
    this.#write("base", value);
  }

  /**
   * A custom questionnaire instead of the one that ships with it: an https address, or a path on the same site, of its definition.
   * @attr src
   * @reflect
   */
  get src(): AttributeValue<"src"> {
    return this.#read("src");
  }
  set src(value: Settable<AttributeValue<"src">> | null) {
    this.#write("src", value);
  }

  /** Whether the questionnaire is on screen. */
  get ready(): boolean {
    return this.#isReady;
  }

  /** Attributes that are not understood, as `name=value`. */
  get misunderstood(): string[] {
    return [...this.#warned];
  }

  /** Begins, or goes on where an attempt was left. */
  start(): Promise<void> {
    return this.#command("start");
  }

  /** Shows the first screen. Nothing is deleted. */
  restart(): Promise<void> {
    return this.#command("restart");
  }

  /** Shows the file of the result to the rep, who saves it or not. The file never comes to this page. */
  exportData(format: FileFormat = "json"): Promise<void> {
    return FILE_FORMATS.includes(format) ? this.#command("exportData", format) : Promise.reject(new TypeError(`no such format: ${format}`));
  }

  /** Shows a result file or a backup. */
  importData(file: Blob): Promise<void> {
    return file instanceof Blob ? this.#command("importData", file) : Promise.reject(new TypeError("a File or Blob is needed"));
  }

  /** Asks the rep whether everything is to be deleted. */
  deleteAllData(): Promise<void> {
    return this.#command("deleteAllData");
  }

  /** Takes over what was set on the element before this file had come. */
  #adoptProperties() {
    for (const name of Object.keys(this)) {
      if (!(name in MindsetMirror.prototype)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /** What an attribute says; its default where it is left out, or is none of the listed values. */
  #read<Name extends AttributeName>(name: Name) {
    const allowed: readonly string[] | RegExp = ATTRIBUTES[name];
    const text = this.getAttribute(name);
    if (allowed instanceof RegExp) return (text ?? "") as AttributeValue<Name>;
    const value = allowed.find((one) => one === text?.trim()) ?? (text === null ? allowed[0] : misunderstood(name, allowed[0]));
    return value as AttributeValue<Name>;
  }

  #write(name: AttributeName, value: string | number | null | undefined) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** The attribute's value where it is understood, or its default. Says so once where it is not. */
  #value<Name extends AttributeName>(name: Name): AttributeValue<Name>;
  #value(name: AttributeName) {
    const allowed: readonly string[] | RegExp = ATTRIBUTES[name];
    const standard = allowed instanceof RegExp ? "" : allowed[0];
    const given = this.getAttribute(name);
    if (given === null) return name === "accent" ? this.#accentOfStyle() : standard;
    const text = given.trim();
    if (allowed instanceof RegExp ? allowed.test(text) : allowed.includes(text)) return text;
    this.#warn(name, text);
    return misunderstood(name, standard);
  }

  #warn(name: string, text: string) {
    const both = `${name}=${text}`;
    if (this.#warned.has(both)) return;
    this.#warned.add(both);
    console.warn(`<mindset-mirror>: ${name}="${text.slice(0, 80)}" is not understood and left out.`);
  }

  #accentOfStyle() {
    const value = getComputedStyle(this).getPropertyValue("--mindset-accent").trim();
    return ATTRIBUTES.accent.test(value) ? value : "";
  }

  #language(): Language {
    const wanted = [this.#value("lang"), document.documentElement.lang, ...navigator.languages];
    for (const tag of wanted) {
      const language = LANGUAGES.find((one) => one === tag.slice(0, 2).toLowerCase());
      if (language) return language;
    }
    return "nl";
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
    for (const name of Object.keys(ATTRIBUTES) as AttributeName[]) {
      const value = this.#value(name);
      const allowed: readonly string[] | RegExp = ATTRIBUTES[name];
      const isDefault = value === "" || (!(allowed instanceof RegExp) && value === allowed[0]);
      if (!isDefault && !ELEMENT_ATTRIBUTES.includes(name)) address.searchParams.set(name, value);
    }
    if (this.#isCustom()) address.searchParams.set(CUSTOM_PARAMETER, "1");
    return address;
  }

  /** Whether a questionnaire of the host's own is wanted, also where its address is none. */
  #isCustom() {
    return (this.getAttribute("src") ?? "").trim() !== "";
  }

  /**
   * The host's page fetches a custom questionnaire, under its own policy: the frame's page may ask
   * nobody for anything. No cookie goes along, so that a `src` that somebody slips into a page
   * cannot hand on what only its reader may see.
   */
  async #fetchQuestionnaire(): Promise<Uint8Array | { why: NotFetched; status?: number }> {
    const source = this.#value("src");
    if (source === "") return { why: "address" };
    const address = new URL(source, document.baseURI);
    const options = requestOptions();
    this.#isFetchBlocked = false;
    try {
      const response = await fetch(address, options);
      const { status } = response;
      if ([401, 403, 407, 511].includes(status)) return { why: "forbidden", status };
      if ([404, 410].includes(status)) return { why: "absent", status };
      if (!response.ok) return { why: "broken", status };
      const bytes = new Uint8Array(await response.arrayBuffer());
      const first = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart()[0];
      if (bytes.length > LONGEST_QUESTIONNAIRE) return { why: "large" };
      if (first === undefined) return { why: "empty" };
      const isHtml = (response.headers.get("content-type") ?? "").includes("html");
      // A file in an encoding of its own is the app's to name.
      return first === "<" || (isHtml && first !== "{" && first !== "\ufffd") ? { why: "page" } : bytes;
    } catch {
      if (options.signal?.aborted) return { why: "late" };
      if (address.origin === self.origin) {
        // A log-in on another site, which does not let this one read it, looks as if nothing came.
        const unread = await fetch(address, { ...options, redirect: "manual" }).catch(() => null);
        if (unread?.type === "opaqueredirect") return { why: "redirect" };
      }
      // The browser says what the policy blocks in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#isFetchBlocked) return { why: "csp" };
      return { why: address.origin === self.origin ? "down" : "unknown" };
    }
  }

  async #load() {
    this.#unload();
    this.#isAsked = true;
    const load = (this.#lastLoad += 1);
    this.#questionnaire = null;
    if (this.#isCustom()) {
      const fetched = await this.#fetchQuestionnaire();
      // Meanwhile it may have gone, or been asked for something else.
      if (load !== this.#lastLoad || !this.#listeners) return;
      if (!(fetched instanceof Uint8Array)) {
        // With an answer there is a connection, whatever the browser says.
        const isUnanswered = ["late", "down", "unknown"].includes(fetched.why);
        if (isUnanswered && !navigator.onLine) this.#fail("offline");
        else this.#fail("instrument", fetched.why, fetched.status);
        return;
      }
      this.#questionnaire = fetched;
    }
    this.#approach?.disconnect();
    this.#showLogo();
    const frame = element("iframe", {
      part: "frame",
      title: TEXTS[this.#language()][this.#isCustom() ? "custom" : "title"],
      allow: "clipboard-write",
      referrerpolicy: "no-referrer",
    });
    frame.addEventListener("load", () => {
      this.#loaded = true;
    });
    this.#frame = frame;
    this.#panel.hidden = true;
    this.#slot.hidden = false;
    frame.style.setProperty("position", "absolute");
    frame.style.setProperty("visibility", "hidden");
    this.#token = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const address = this.#address();
    address.hash = this.#token;
    frame.src = address.href;
    this.#root.append(frame);
    // Only said: a page that comes after all is shown.
    this.#timer = setTimeout(() => {
      const reason = this.#loaded ? "silent" : "unreachable";
      this.#fail(navigator.onLine ? reason : "offline");
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
    this.#wantedHeight = () => LOWEST_FRAME;
    this.#rejectCommands();
  }

  #rejectCommands() {
    for (const { reject } of this.#commands.values()) reject(new Error("the questionnaire has gone"));
    this.#commands.clear();
  }

  #leave() {
    this.#unload();
    this.#approach?.disconnect();
    this.#approach = null;
    this.#isAsked = false;
    this.#listeners?.abort();
    this.#listeners = null;
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

  /** The host's page fetches the logo for the printed sheet too; where it may not read it, there is none. */
  async #sendLogo() {
    const address = this.#value("logo");
    const picture = address && (await fetch(address, requestOptions()).then((response) => response.blob()).catch(() => null));
    if (isLogo(picture)) this.#send({ mindset: "logo", picture });
  }

  /** The page in the frame says hello; it alone gets a port. */
  #receiveHello({ source, origin, data }: MessageEvent<unknown>) {
    const frame = this.#frame;
    if (!frame || source === null || source !== frame.contentWindow) return;
    const expected = new URL(frame.src).origin;
    // In a sandbox without an origin of its own every page in it is "null".
    const opaque = origin === "null" && self.origin === "null";
    if (origin !== expected && !opaque) return;
    if (!isMessage<HelloMessage>(data) || data.mindset !== "hello" || !isId(data.nonce) || data.token !== this.#token) return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    // The page was loaded anew: the one that was asked before does not answer any more.
    this.#isReady = false;
    this.#rejectCommands();
    this.#port = port1;
    port1.onmessage = (message) => this.#receive(message.data, port1);
    const init: InitMessage = { mindset: "init", v: VERSION, nonce: data.nonce, instrument: this.#questionnaire };
    frame.contentWindow?.postMessage(init, opaque ? "*" : expected, [port2]);
    clearTimeout(this.#timer);
    this.#show();
  }

  #receive(data: unknown, port: MessagePort) {
    if (port !== this.#port || !isMessage<PageMessage>(data) || !isShort(data)) return;
    switch (data.mindset) {
      case "height":
        if (isLength(data.height)) this.#setHeight(data.height, data.scrollsInside === true);
        break;
      case "room":
        this.#wantedHeight = (window) => Math.min(ROOM.most, Math.max(ROOM.least, window * ROOM.share));
        this.#fit();
        break;
      case "turn":
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
        break;
      case "focus":
        if (isLength(data.top) && isLength(data.bottom)) this.#scrollTo(data.top, data.bottom);
        break;
      case "answer": {
        const command = typeof data.id === "number" ? this.#commands.get(data.id) : undefined;
        if (!command) break;
        this.#commands.delete(data.id as number);
        if (data.taken === true) command.resolve();
        else command.reject(new Error("the questionnaire did not take that"));
        break;
      }
      case "event":
        if (isObject(data.detail)) this.#receiveEvent(data.name, data.detail);
        break;
    }
  }

  #receiveEvent(name: unknown, detail: Unchecked) {
    if (!isHostEventName(name)) return;
    const checked = HOST_EVENTS[name](detail);
    // Scores are only for a host that asked for them, whatever the frame says.
    if (!checked || (name === "summary" && this.#value("share") !== "summary")) return;
    if (name === "ready") {
      this.#sendLogo();
      this.#isReady = true;
      this.#sendView();
    }
    this.#dispatch(`mindset-${name}`, checked);
  }

  #dispatch(name: keyof MindsetEventMap, detail: object) {
    const event = new CustomEvent(name, { bubbles: true, composed: true, detail: Object.freeze({ v: VERSION, ...detail }) });
    this.dispatchEvent(event);
  }

  #show() {
    this.#slot.hidden = true;
    this.#panel.hidden = true;
    for (const name of ["position", "visibility"]) this.#frame?.style.removeProperty(name);
  }

  #setHeight(height: number, scrollsInside: boolean) {
    // In a low window the next statement would begin out of sight; how far one has come is not told.
    const most = (window: number) => (scrollsInside && window < LOW_WINDOW ? Math.max(ROOM.least, window) : HIGHEST_FRAME);
    this.#wantedHeight = (window) => Math.max(LOWEST_FRAME, Math.min(most(window), height));
    this.#fit();
  }

  /** The window was scrolled, or has another size. */
  #follow() {
    if (innerWidth !== this.#windowWidth) this.#fit();
    this.#sendView();
  }

  #fit() {
    this.#windowWidth = innerWidth;
    const wanted = `${Math.ceil(this.#wantedHeight(innerHeight))}px`;
    const style = this.#frame?.style;
    if (style && style.getPropertyValue("block-size") !== wanted) {
      style.setProperty("block-size", wanted);
      this.#sendView();
    }
  }

  /** Scrolls until this part of the frame is in sight, if it is not. */
  #scrollTo(top: number, bottom: number) {
    const box = this.#frame?.getBoundingClientRect();
    if (!box) return;
    const above = box.top + top;
    const below = box.top + Math.min(bottom, top + innerHeight / 2) - innerHeight;
    // What the browser has brought into sight already stays where it is.
    let away = above < 0 ? above - 16 : below > 0 ? below + 16 : 0;
    for (let around: Element | null = this; around && away !== 0; around = around.parentElement) {
      const before = around.scrollTop;
      around.scrollTop += away;
      away -= around.scrollTop - before;
    }
  }

  #send(message: ElementMessage) {
    this.#port?.postMessage({ v: VERSION, ...message });
  }

  /** Tells the page how much of it lies out of sight, so that what sticks to an edge is seen. */
  #sendView() {
    if (!this.#port || this.#painting) return;
    this.#painting = requestAnimationFrame(() => {
      this.#painting = 0;
      const box = this.#frame?.getBoundingClientRect();
      if (box) this.#send({ mindset: "view", start: Math.max(0, -box.top), end: Math.max(0, box.bottom - innerHeight) });
    });
  }

  #receiveViolation({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) {
    if (effectiveDirective === "connect-src" && disposition !== "report") this.#isFetchBlocked = true;
    const framing = ["frame-src", "child-src", "default-src"].includes(effectiveDirective);
    if (!framing || disposition === "report" || this.#port || !this.#frame) return;
    const address = this.#frame.src;
    if (address === blockedURI || new URL(address).origin === blockedURI || address.startsWith(blockedURI)) this.#fail("blocked");
  }

  #fail(code: Exclude<ElementErrorCode, "instrument">): void;
  #fail(code: "instrument", why: NotFetched, status?: number): void;
  #fail(code: ElementErrorCode, why?: NotFetched, status?: number) {
    const language = this.#language();
    const texts = TEXTS[language];
    const again = element("button", { type: "button", part: "button" }, [texts.again]);
    again.addEventListener("click", () => this.#load());
    // Of a custom questionnaire there is none: a tab of its own has only those that ship with the page.
    const open = element("a", { href: this.#address().href, target: "_blank", rel: "noopener noreferrer" }, [texts.open]);
    this.#panel.replaceChildren(
      element("p", { class: "title" }, [texts.failed]),
      element("p", {}, [texts[why ?? (code as Exclude<ElementErrorCode, "instrument">)]]),
      element("div", { class: "actions" }, this.#isCustom() ? [again] : [again, open]),
      element("code", { translate: "no" }, [status ? `${code} ${status}` : code]),
    );
    this.#panel.lang = language;
    this.#panel.hidden = false;
    this.#slot.hidden = true;
    this.#dispatch("mindset-error", { code, recoverable: true });
  }

  #command(method: HostCommandName, given?: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.#port) {
        reject(new Error("the questionnaire is not there yet: wait for mindset-ready"));
        return;
      }
      this.#lastCommand += 1;
      this.#commands.set(this.#lastCommand, { resolve, reject });
      this.#send({ mindset: "call", id: this.#lastCommand, method, given });
    });
  }
}

/** How the host's page asks for what it hands to the frame: as nobody, and not for ever. */
const requestOptions = (): RequestInit => ({ credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE) });

/** What applies where an attribute says something that is not understood: what was meant to be kept nowhere must not be kept. */
function misunderstood<Standard>(name: AttributeName, standard: Standard) {
  return name === "persist" ? "none" : standard;
}

/** Whether a message is no longer than the page needs; one that is no JSON is not. */
function isShort(message: object) {
  try {
    return JSON.stringify(message).length <= LONGEST_MESSAGE;
  } catch {
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mindset-mirror": MindsetMirror;
  }
  // Elements, document and window alike: the events bubble up to all of them.
  interface GlobalEventHandlersEventMap extends MindsetEventMap {}
}

// Loaded twice, or in two versions: the first one stays.
if (typeof customElements !== "undefined" && !customElements.get("mindset-mirror")) {
  customElements.define("mindset-mirror", MindsetMirror);
}
