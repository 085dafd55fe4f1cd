// Runs beside the page: takes the program that seals and opens files, then one thing to do, and
// answers with the bytes, or with the word that says why there are none.

import { initSync, open, seal } from "./sealing.js";

/** What to do: a file and its passphrase, and on opening the most bytes that may come of it. */
type Sealing = { operation: "seal" | "open"; bytes: Uint8Array; passphrase: string; max: number };

let started = false;

onmessage = ({ data }: MessageEvent<Uint8Array | Sealing>) => {
  if (data instanceof Uint8Array) {
    started ||= !!initSync({ module: data });
    return;
  }
  const { operation, bytes, passphrase, max } = data;
  try {
    postMessage(operation === "seal" ? seal(bytes, passphrase) : open(bytes, passphrase, max));
  } catch (reason) {
    postMessage(String(reason));
  }
};
