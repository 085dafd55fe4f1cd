// Says on a coach's own page whether the questionnaire is embedded right, and what blocks it.
// Part of embed.js, so that the `integrity` of the snippet holds it too; embed.ts calls it only where
// the page's address ends on #mindset-check.

import type { Language } from "../web/host-protocol.js";
import type { MindsetMirror } from "./embed.js";

const TEXTS = {
  nl: {
    title: "Werkt de scan op deze pagina?",
    script: "Het script is geladen.",
    integrity: "Het script wordt gecontroleerd (integrity).",
    noIntegrity: "De tag van het script heeft geen integrity. Neem de hele code van de pagina voor coaches over.",
    attributes: "Deze keuzes worden niet begrepen en blijven weg:",
    narrow: "Er is minder dan 320 pixels breedte. Geef het element meer ruimte.",
    wide: "Er is genoeg breedte.",
    waiting: "De scan wordt geladen…",
    ready: "De scan is gestart.",
    failed: "De scan start niet. Code:",
    blocked: "Het beleid van deze site (Content-Security-Policy) houdt dit tegen:",
    denied: "Deze browser slaat hier niets op. Dat kan aan een privévenster liggen.",
  },
  en: {
    title: "Does the scan work on this page?",
    script: "The script has loaded.",
    integrity: "The script is verified (integrity).",
    noIntegrity: "The script’s tag has no integrity. Copy the whole snippet from the page for coaches.",
    attributes: "These choices are not understood and are left out:",
    narrow: "There are fewer than 320 pixels of width. Give the element more room.",
    wide: "There is enough width.",
    waiting: "The scan is loading…",
    ready: "The scan has started.",
    failed: "The scan does not start. Code:",
    blocked: "The policy of this site (Content-Security-Policy) blocks this:",
    denied: "This browser stores nothing here. A private window may be the reason.",
  },
} satisfies Record<Language, Record<string, string>>;

const STYLE = `
:host { display: block !important; margin-block-end: 1rem !important; }
div { padding: 1rem 1.25rem; border: 2px solid; border-radius: 0.75rem; background: #fff; color: #1b2328; font: 400 1rem/1.5 system-ui, sans-serif; }
p { margin: 0; font-weight: 600; }
ul { margin: 0.5rem 0 0; padding: 0; list-style: none; }
li { padding-inline-start: 1.75rem; text-indent: -1.75rem; overflow-wrap: anywhere; }
`;

/** How a line begins: right, to be looked at, wrong, not known yet. */
const MARKS = { right: "✓", look: "•", wrong: "✗", open: "…" };

/**
 * Puts a list above an element and keeps it up to date.
 * @param script the address of embed.js
 */
export function check(element: MindsetMirror, script: string, language: Language) {
  const t = TEXTS[language];
  const panel = document.createElement("section");
  panel.lang = language;
  const root = panel.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement("div");
  const title = document.createElement("p");
  const list = document.createElement("ul");
  title.textContent = t.title;
  list.setAttribute("role", "list");
  list.setAttribute("aria-live", "polite");
  box.append(title, list);
  root.append(box);
  element.before(panel);

  const lines = new Map<string, HTMLLIElement>();
  const say = (name: string, mark: keyof typeof MARKS, text: string) => {
    const line = lines.get(name) ?? document.createElement("li");
    lines.set(name, line);
    line.textContent = `${MARKS[mark]} ${text}`;
    line.dataset.mark = mark;
    list.append(line);
  };

  say("script", "right", t.script);
  const tags = [...document.querySelectorAll("script")];
  const tag = tags.find((one) => one.src === script);
  say("integrity", tag?.integrity ? "right" : "look", tag?.integrity ? t.integrity : t.noIntegrity);
  const wide = element.getBoundingClientRect().width >= 320;
  say("width", wide ? "right" : "look", wide ? t.wide : t.narrow);
  say("frame", "open", t.waiting);
  const misunderstood = () => {
    if (element.misunderstood.length > 0) say("attributes", "look", `${t.attributes} ${element.misunderstood.join(", ")}`);
  };
  element.addEventListener("mindset-ready", () => {
    say("frame", "right", t.ready);
    misunderstood();
  });
  element.addEventListener("mindset-error", ({ detail }) => {
    say("frame", "wrong", `${t.failed} ${detail.code}`);
    misunderstood();
  });
  element.addEventListener("mindset-save", ({ detail }) => {
    if (detail.status === "denied") say("storage", "look", t.denied);
  });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    say(`policy ${effectiveDirective} ${blockedURI}`, "wrong", `${t.blocked} ${effectiveDirective} ${blockedURI}`);
  });
}
