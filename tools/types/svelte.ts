// What markup of Svelte 5 is checked by: read by the compiler alone, to hold svelte.d.ts to it.
import "mindset-mirror";
import type {} from "mindset-mirror/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Questionnaire = SvelteHTMLElements["mindset-mirror"];

export const attributes: Questionnaire = {
  theme: "dark",
  "heading-level": 2,
  class: "wide",
  base: "/mindset/",
  "onmindset-complete": (event) => console.log(event.detail.attemptId),
};
// @ts-expect-error no such theme
export const wrong: Questionnaire = { theme: "sepia" };
