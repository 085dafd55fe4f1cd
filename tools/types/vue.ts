// What a template of Vue 3 is checked by: read by the compiler alone, to hold vue.d.ts to it.
import "mindset-mirror";
import type {} from "mindset-mirror/vue";
import type { GlobalComponents } from "vue";

type Questionnaire = InstanceType<GlobalComponents["mindset-mirror"]>;

export const props: Questionnaire["$props"] = { theme: "dark", "heading-level": 2, class: "wide", base: "/mindset/" };
// @ts-expect-error no such theme
export const wrong: Questionnaire["$props"] = { theme: "sepia" };
export const emits = (one: Questionnaire, event: CustomEvent<{ v: 1; attemptId: string }>) => one.$emit("mindset-complete", event);
