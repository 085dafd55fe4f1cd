// Types of <mindset-mirror> in JSX for React 19, by `import type {} from "mindset-mirror/react"`.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { MindsetEventMap, MindsetMirror, MindsetMirrorAttributes } from "./embed.js";

type Handlers = { [Name in keyof MindsetEventMap as `on${Name}`]?: ((event: MindsetEventMap[Name]) => void) | undefined };
type Properties = DetailedHTMLProps<HTMLAttributes<MindsetMirror>, MindsetMirror> & MindsetMirrorAttributes & Handlers;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "mindset-mirror": Properties;
    }
  }
}
