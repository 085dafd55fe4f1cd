// Runs beside the page: takes the program that checks a custom definition, then a definition, and
// answers with the compiled file or with why there is none.

import { compile, initSync } from "./definition-worker.js";

let isStarted = false;

onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  if (!isStarted) {
    initSync({ module: data });
    isStarted = true;
    return;
  }
  const { bytes, nl, en } = compile(data);
  postMessage(bytes ?? { nl, en });
};
