// Types of the element <mindset-mirror>. What each thing means: docs/embedding.md.

/** Why the questionnaire cannot be shown. */
export type Code = "offline" | "blocked" | "unreachable" | "silent" | "instrument" | "files" | "policy" | "browser" | "slow" | "panic";

/** What a result is saved as. */
export type Form = "json" | "age" | "markdown" | "csv" | "ics";

/** The attributes, as a page writes them. All may be left out. */
export interface MindsetMirrorAttributes {
  /** The language to begin in: `nl` or `en`. Default: the page's, else the browser's. */
  lang?: string | undefined;
  /** Light or dark. Default: `auto`. */
  theme?: "auto" | "light" | "dark" | undefined;
  /** How long what a rep makes is kept. Default: `device`. */
  persist?: "device" | "session" | "none" | undefined;
  /** At once, or when it comes near the window. Default: `eager`. */
  loading?: "eager" | "lazy" | undefined;
  /** Whether the page may receive scores, if the rep says yes as well. Default: `none`. */
  share?: "none" | "summary" | undefined;
  /** Whether the reader can save an xAPI statement that the questionnaire was completed. */
  xapi?: "off" | "on" | undefined;
  /** The colour of buttons and marks: `#rgb` or `#rrggbb`. */
  accent?: string | undefined;
  /** Who offers the questionnaire, at most 80 characters. */
  coach?: string | undefined;
  /** An https address of the privacy statement of whoever offers it. */
  privacy?: string | undefined;
  /** An https address of a picture above the questionnaire. */
  logo?: string | undefined;
  /** The level at which the headings begin. Default: 1. */
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | "1" | "2" | "3" | "4" | "5" | "6" | undefined;
  /** The folder where the page of the questionnaire is served. Default: that of `embed.js`. */
  base?: string | undefined;
  /** The questionnaire that ships with it; there is one. */
  instrument?: "sales-mindset" | undefined;
  /** A questionnaire of your own: an address of its definition. Default: the bundled one. */
  src?: string | undefined;
}

/** What every event says at least: the version of the events. */
export interface MindsetDetail {
  readonly v: 1;
}

/** The score of a scale, from 0 to 100; null without a score. */
export interface MindsetScore {
  readonly scaleId: string;
  readonly percent: number | null;
}

/** The events, which bubble and cross shadow roots. None ever says an answer. */
export interface MindsetEventMap {
  /** The questionnaire is on screen, and the methods can be called. */
  "mindset-ready": CustomEvent<MindsetDetail>;
  /** An attempt has begun. */
  "mindset-start": CustomEvent<MindsetDetail>;
  /** So many statements have been dealt with. */
  "mindset-progress": CustomEvent<MindsetDetail & { readonly answered: number; readonly total: number }>;
  /** The result is on screen. */
  "mindset-complete": CustomEvent<MindsetDetail & { readonly attemptId: string }>;
  /** What was made has been kept, or not. */
  "mindset-save": CustomEvent<MindsetDetail & { readonly status: "saved" | "denied" | "full" | "failed" }>;
  /** The scores: only with `share="summary"`, and after the rep has said yes on screen. */
  "mindset-summary": CustomEvent<MindsetDetail & { readonly attemptId: string; readonly scores: readonly MindsetScore[] }>;
  /** The questionnaire cannot be shown, and its reader has been told so. */
  "mindset-error": CustomEvent<MindsetDetail & { readonly code: Code; readonly recoverable: boolean }>;
}

/** The questionnaire in a frame of its own. */
export class MindsetMirror extends HTMLElement {
  static observedAttributes: string[];
  /** Whether the questionnaire is on screen. */
  readonly ready: boolean;
  /** Attributes that are not understood, as `name=value`. */
  readonly misunderstood: string[];
  get theme(): string;
  set theme(value: MindsetMirrorAttributes["theme"] | null);
  get persist(): string;
  set persist(value: MindsetMirrorAttributes["persist"] | null);
  get loading(): string;
  set loading(value: MindsetMirrorAttributes["loading"] | null);
  get xapi(): string;
  set xapi(value: MindsetMirrorAttributes["xapi"] | null);
  get instrument(): string;
  set instrument(value: MindsetMirrorAttributes["instrument"] | null);
  get share(): string;
  set share(value: MindsetMirrorAttributes["share"] | null);
  get accent(): string;
  set accent(value: string | null | undefined);
  get coach(): string;
  set coach(value: string | null | undefined);
  get privacy(): string;
  set privacy(value: string | null | undefined);
  get logo(): string;
  set logo(value: string | null | undefined);
  get headingLevel(): string;
  set headingLevel(value: MindsetMirrorAttributes["heading-level"] | null);
  get base(): string;
  set base(value: string | null | undefined);
  get src(): string;
  set src(value: string | null | undefined);
  /** Begins, or goes on where an attempt was left. */
  start(): Promise<void>;
  /** Shows the first screen. Nothing is deleted. */
  restart(): Promise<void>;
  /** Shows the file of the result to the rep, who saves it or not. The file never comes to this page. */
  exportData(form?: Form): Promise<void>;
  /** Shows a result file or a backup. */
  importData(file: Blob): Promise<void>;
  /** Asks the rep whether everything is to be deleted. */
  deleteAllData(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "mindset-mirror": MindsetMirror;
  }
  // Elements, document and window alike: the events bubble up to all of them.
  interface GlobalEventHandlersEventMap extends MindsetEventMap {}
}
