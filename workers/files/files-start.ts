// Runs beside the page: takes the program that opens and makes files, then jobs for it, and answers
// each with its outcome. Both are bytes, which crates/file-jobs defines.

import { initSync, run } from "./files-worker.js";

let started = false;

onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  if (started) {
    postMessage(run(data));
    return;
  }
  initSync({ module: data });
  started = true;
};
