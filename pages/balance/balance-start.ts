// Starts the page with the time balance: its program alone.
import start from "./balance.js";

// The page names the program with the hash that the build wrote there.
const program = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
if (!program) throw new Error("the page names no program");
const { integrity = "" } = program.dataset;
await start({ module_or_path: fetch(program.href, { integrity }) });
