// Runs beside the page: takes the program that checks a custom definition, then a definition, and
// answers with the compiled file or the faults.

import { compile, initSync } from "./definition-worker.js";

onmessage = ({ data }: MessageEvent<Uint8Array | string>) => {
  if (typeof data !== "string") {
    initSync({ module: data });
    return;
  }
  const { bytes, place, faults } = compile(data);
  postMessage(bytes ?? { place, faults });
};
