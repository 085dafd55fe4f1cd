// Runs beside the page: takes a custom definition and the program that checks it, answers with
// the compiled file or the faults.

import { compile, initSync } from "./definition-worker.js";

onmessage = ({ data: { program, definition } }: MessageEvent<{ program: Uint8Array; definition: string }>) => {
  initSync({ module: program });
  const { bytes, place, faults } = compile(definition);
  postMessage(bytes ?? { place, faults });
};
