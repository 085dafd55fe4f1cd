// Types of <mindset-mirror> in Svelte 5, by `import type {} from "mindset-mirror/svelte"`.
import type { HTMLAttributes } from "svelte/elements";
import type { MindsetEventMap, MindsetMirror, MindsetMirrorAttributes } from "./embed.js";

type Handlers = { [Name in keyof MindsetEventMap as `on${Name}`]?: ((event: MindsetEventMap[Name]) => void) | null | undefined };
type Properties = Omit<HTMLAttributes<MindsetMirror>, keyof MindsetMirrorAttributes> & MindsetMirrorAttributes & Handlers;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "mindset-mirror": Properties;
  }
}
