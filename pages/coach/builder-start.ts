// Starts the page on which a coach makes the snippet: its program, and the element it shows.
import "./embed.js";
import start from "./builder.js";

// The page names the program with the hash that the build wrote there.
const program = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
if (!program) throw new Error("the page names no program");
const { integrity = "" } = program.dataset;
await start({ module_or_path: fetch(program.href, { integrity }) });
