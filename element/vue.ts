// Types of <mindset-mirror> in templates of Vue 3, by `import type {} from "mindset-mirror/vue"`.
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { MindsetEventMap, MindsetMirror, MindsetMirrorAttributes } from "./embed.js";

type Emits = { [Name in keyof MindsetEventMap]: (event: MindsetEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    // The form that Vue's documentation gives for custom elements; both are for templates alone.
    "mindset-mirror": new () => MindsetMirror & {
      $props: HTMLAttributes & MindsetMirrorAttributes & PublicProps;
      $emit: EmitFn<Emits>;
    };
  }
}
