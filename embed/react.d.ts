// Types of <mindset-mirror> in JSX for React 19, by `import type {} from "mindset-mirror/react"`.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { MindsetEventMap, MindsetMirror, MindsetMirrorAttributes } from "./embed.js";

type Handlers = { [Name in keyof MindsetEventMap as `on${Name}`]?: ((event: MindsetEventMap[Name]) => void) | undefined };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "mindset-mirror": DetailedHTMLProps<HTMLAttributes<MindsetMirror>, MindsetMirror> & MindsetMirrorAttributes & Handlers;
    }
  }
}
