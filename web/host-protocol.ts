// What a host's page and the page of the questionnaire say to each other, defined once.
//
// The page in the frame posts `hello` with a nonce to the window around it. The element that made
// the frame answers `init` with that nonce and a port. Everything else goes over the port: host
// commands, the visible part of the frame and a logo towards the page, host events, answers to
// commands and measures of the layout towards the element. Each side checks what it receives.

/** The version of the messages and of the events. */
export const VERSION = 1;

/** The languages of the questionnaire. */
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The themes that a host can ask for; `auto` follows the reader's system. */
const THEMES = ["auto", "light", "dark"] as const;

/** What every value of an attribute is: one of a list, whose first is the default, or a text. */
export const ATTRIBUTES = {
  lang: /^(|nl|en)([-_][\w-]{0,30})?$/i,
  theme: THEMES,
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
} as const satisfies Record<string, readonly [string, ...string[]] | RegExp>;

export type AttributeName = keyof typeof ATTRIBUTES;

/** What the property of an attribute gives. */
export type AttributeValue<Name extends AttributeName> = (typeof ATTRIBUTES)[Name] extends readonly (infer Value)[] ? Value : string;

/** Attributes that only the element reads; all others are parameters of the frame's address. */
export const ELEMENT_ATTRIBUTES: readonly AttributeName[] = ["lang", "loading", "logo", "base", "src"];

/** Attributes that the page takes while it is shown; a change of any other loads it anew. */
export const LIVE_ATTRIBUTES: readonly AttributeName[] = ["lang", "theme", "accent"];

/** The parameter of the frame's address which says that a custom questionnaire comes with `init`. */
export const CUSTOM_PARAMETER = "custom";

/** The most bytes of a custom questionnaire. */
export const LONGEST_QUESTIONNAIRE = 256 * 1024;

/** The most bytes of a logo for the printed sheet; crates/embedding/src/logo.rs reads it. */
export const LARGEST_LOGO = 64 * 1024;

/** The most bytes of a file that is to be opened. */
export const LARGEST_FILE = 4 * 1024 * 1024;

/** The most characters of one message to the element, written as JSON. */
export const LONGEST_MESSAGE = 16384;

/** The highest that a frame can be, in CSS pixels. */
export const HIGHEST_FRAME = 60000;

/** The file formats of a result, as `exportData` takes them; crates/platform-web/src/host.rs reads them. */
export const FILE_FORMATS = ["json", "age", "markdown", "csv", "ics"] as const;

/** The format of a file that holds a result. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Reasons that the element finds by itself. */
export type ElementErrorCode = "offline" | "blocked" | "unreachable" | "silent" | "instrument";

/** Reasons that the page in the frame reports. */
export const PAGE_ERROR_CODES = ["files", "policy", "browser", "slow", "panic"] as const;
export type PageErrorCode = (typeof PAGE_ERROR_CODES)[number];

/** Why the questionnaire cannot be shown. */
export type ErrorCode = ElementErrorCode | PageErrorCode;

/** Whether the browser has stored what was made. */
const SAVE_STATUSES = ["saved", "denied", "full", "failed"] as const;
type SaveStatus = (typeof SAVE_STATUSES)[number];

/** The most scales in a summary. */
const MOST_SCALES = 32;

/** What every event says at least: the version of the events. */
export interface MindsetDetail {
  readonly v: 1;
}

/** The score of a scale, from 0 to 100; null without one, or when fewer than four of its statements were answered. */
export interface MindsetScore {
  readonly scaleId: string;
  readonly percent: number | null;
}

/** How far somebody is: counts of statements. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
}

/** The events, which bubble and cross shadow roots. None ever says an answer. */
export interface MindsetEventMap {
  /** The questionnaire is on screen, and the methods can be called. */
  "mindset-ready": CustomEvent<MindsetDetail>;
  /** An attempt has begun, or goes on. */
  "mindset-start": CustomEvent<MindsetDetail>;
  /** All statements of a page have been answered or skipped. */
  "mindset-progress": CustomEvent<MindsetDetail & Progress>;
  /** The result is on screen for the first time. The id is the host's own, another one in each visit. */
  "mindset-complete": CustomEvent<MindsetDetail & { readonly attemptId: string }>;
  /** Whether the browser stores what is made: when that is known, and when it changes. */
  "mindset-save": CustomEvent<MindsetDetail & { readonly status: SaveStatus }>;
  /** The scores: only with `share="summary"`, and after the rep has said yes on screen. */
  "mindset-summary": CustomEvent<MindsetDetail & { readonly attemptId: string; readonly scores: readonly MindsetScore[] }>;
  /** The questionnaire cannot be shown, which is said on screen too. */
  "mindset-error": CustomEvent<MindsetDetail & { readonly code: ErrorCode; readonly recoverable: boolean }>;
}

/** The host events by their names without `mindset-`, with what their details say besides `v`. */
export type HostEventDetails = {
  [Name in keyof MindsetEventMap as Name extends `mindset-${infer Short}` ? Short : never]: Omit<MindsetEventMap[Name]["detail"], "v">;
};
export type HostEventName = keyof HostEventDetails;

/** A message or a detail whose fields have not been checked. */
export type Unchecked = Record<string, unknown>;

export const isObject = (value: unknown): value is Unchecked => typeof value === "object" && value !== null && !Array.isArray(value);

/** A random id or one of a questionnaire, never a text that somebody wrote. */
export const isId = (value: unknown): value is string => typeof value === "string" && /^[\w.:-]{1,64}$/.test(value);

/** A length in CSS pixels, in either direction. */
export const isLength = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= HIGHEST_FRAME;

export const isOneOf = <Value extends string>(value: unknown, allowed: readonly Value[]): value is Value => allowed.some((one) => one === value);

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= 1000;

const isScore = (value: unknown): value is MindsetScore =>
  isObject(value) && isId(value.scaleId) && (value.percent === null || (typeof value.percent === "number" && value.percent >= 0 && value.percent <= 100));

// Spread first: `every` passes over the holes of a list.
const isScores = (value: unknown): value is readonly MindsetScore[] => Array.isArray(value) && value.length <= MOST_SCALES && [...value].every(isScore);

/** The detail of `progress`, or null where it is none. */
export const readProgress = ({ answered, total }: Unchecked): Progress | null => (isCount(answered) && isCount(total) ? { answered, total } : null);

/**
 * Reads the detail of each event as the page in the frame sends it. Gives a new object with the
 * documented fields alone, or null where one of them is wrong.
 */
export const HOST_EVENTS: { readonly [Name in HostEventName]: (detail: Unchecked) => HostEventDetails[Name] | null } = {
  ready: () => ({}),
  start: () => ({}),
  progress: readProgress,
  complete: ({ attemptId }) => (isId(attemptId) ? { attemptId } : null),
  save: ({ status }) => (isOneOf(status, SAVE_STATUSES) ? { status } : null),
  summary: ({ attemptId, scores }) =>
    isId(attemptId) && isScores(scores) ? { attemptId, scores: scores.map(({ scaleId, percent }) => Object.freeze({ scaleId, percent })) } : null,
  error: ({ code, recoverable }) => (isOneOf(code, PAGE_ERROR_CODES) ? { code, recoverable: recoverable === true } : null),
};

/** Whether this is the name of an event, and of nothing that every object has. */
export const isHostEventName = (value: unknown): value is HostEventName => typeof value === "string" && Object.hasOwn(HOST_EVENTS, value);

/** A host command as the page takes it. It only puts something before the reader, who decides. */
export type HostCommand =
  | { readonly method: "start" | "restart" | "deleteAllData" }
  | { readonly method: "exportData"; readonly given: FileFormat }
  | { readonly method: "importData"; readonly given: Uint8Array }
  | { readonly method: "set"; readonly given: readonly [string, string] };
export type HostCommandName = HostCommand["method"];

/** The longest value that the command `set` takes, in characters. */
const LONGEST_VALUE = 80;

/** Reads a host command; null where the app would not understand it. */
export async function readCommand({ method, given }: Unchecked): Promise<HostCommand | null> {
  switch (method) {
    case "start":
    case "restart":
    case "deleteAllData":
      return { method };
    case "exportData":
      return isOneOf(given, FILE_FORMATS) ? { method, given } : null;
    case "importData": {
      if (!(given instanceof Blob) || given.size > LARGEST_FILE) return null;
      return { method, given: new Uint8Array(await given.arrayBuffer()) };
    }
    case "set": {
      if (!Array.isArray(given) || given.length !== 2) return null;
      const [name, value]: unknown[] = given;
      return isOneOf(name, LIVE_ATTRIBUTES) && typeof value === "string" && value.length <= LONGEST_VALUE ? { method, given: [name, value] } : null;
    }
    default:
      return null;
  }
}

/** Whether this is a logo that can be printed, by its type and size. */
export const isLogo = (picture: unknown): picture is Blob => picture instanceof Blob && picture.size <= LARGEST_LOGO && /^image\/(png|jpeg|webp|gif|svg)/.test(picture.type);

/** From the page to the window around it, before there is a port. */
export interface HelloMessage {
  readonly mindset: "hello";
  readonly v: typeof VERSION;
  readonly nonce: string;
  /** What the element put at the end of the frame's address: another page does not know it. */
  readonly token: string;
}

/** The element's answer, together with a port. */
export interface InitMessage {
  readonly mindset: "init";
  readonly v: typeof VERSION;
  readonly nonce: string;
  /** The bytes of a custom questionnaire's file; null where none is handed over. */
  readonly instrument: Uint8Array | null;
}

/** From the element to the page, over the port. */
export type ElementMessage =
  /** How much of the frame lies out of sight at its start and its end, in CSS pixels. */
  | { readonly mindset: "view"; readonly start: number; readonly end: number }
  /** The logo for the printed sheet, once the page is ready. */
  | { readonly mindset: "logo"; readonly picture: Blob }
  | { readonly mindset: "call"; readonly id: number; readonly method: HostCommandName; readonly given?: unknown };

/** From the page to the element, over the port. */
export type PageMessage =
  | {
      readonly mindset: "height";
      readonly height: number;
      /** Whether a frame as high as the window is enough, since the page then scrolls inside. */
      readonly scrollsInside: boolean;
    }
  /** From now on the height does not follow the content, which scrolls inside. */
  | { readonly mindset: "room" }
  /** A screen of another name is shown: its beginning is to be in sight. */
  | { readonly mindset: "turn" }
  /** Where in the frame the question or section with the focus lies, once. */
  | { readonly mindset: "focus"; readonly top: number; readonly bottom: number }
  /** Whether the page has taken the command with this number. */
  | { readonly mindset: "answer"; readonly id: number; readonly taken: boolean }
  | { readonly mindset: "event"; readonly name: string; readonly detail: Unchecked };

/** A message whose kind decides which fields can be there; what is in them is still to be checked. */
type Received<Message> = Message extends { readonly mindset: infer Kind } ? { [Key in keyof Message]?: Key extends "mindset" ? Kind : unknown } : never;

/** Whether this can be a message of this version. */
export const isMessage = <Message>(data: unknown): data is Received<Message> => isObject(data) && data.v === VERSION;
