// A page without a framework, in TypeScript: read by the compiler alone, to hold the published types to it.
import { MindsetMirror } from "mindset-mirror";
import type { ErrorCode, MindsetMirrorAttributes } from "mindset-mirror";

const made = document.createElement("mindset-mirror");
const one: MindsetMirror = made;
one.theme = "dark";
one.accent = null;
one.headingLevel = 2;
one.base = "https://coach.example/mindset/";
// @ts-expect-error no such theme
one.theme = "sepia";
// @ts-expect-error it is not for the page to say
one.ready = true;
const persist: "device" | "session" | "none" = one.persist;
const attributes: Required<MindsetMirrorAttributes>["lang"] = persist;

one.addEventListener("mindset-ready", async () => {
  await one.start();
  await one.restart();
  await one.exportData();
  await one.exportData("csv");
  // @ts-expect-error no such format
  await one.exportData("answers");
  await one.importData(new File([], attributes));
  await one.deleteAllData();
});
one.addEventListener("mindset-error", ({ detail }) => {
  const code: ErrorCode = detail.code;
  const all: [ErrorCode, boolean, 1] = [code, detail.recoverable, detail.v];
  console.log(all);
});
addEventListener("mindset-progress", ({ detail }) => console.log(detail.answered / detail.total));
document.addEventListener("mindset-summary", ({ detail }) => {
  const first: number | null | undefined = detail.scores[0]?.percent;
  // @ts-expect-error it is not to be changed
  detail.scores.push({ scaleId: "a", percent: first });
});
document.querySelector("mindset-mirror")?.addEventListener("mindset-save", ({ detail }) => {
  // @ts-expect-error no such status
  if (detail.status === "lost") console.log(detail);
});
