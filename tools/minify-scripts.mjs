// Takes comments, long names and white space out of scripts, in place, and tells which short name
// each name got that a loader shares with its program: `node minify-scripts.mjs NAMES FILE…` writes
// them into NAMES, by file. By esbuild's own interface: its executable is a script or a program,
// depending on whether npm may run the scripts of packages.
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";

/** How the names begin or end that wasm-bindgen gives to imports, exports and their module. */
const SHARED = /^__wb|^__externref_|^wasm_bindgen_|_bg\.js$/;
/** A field of the loader's classes, which no program knows. */
const UNSHARED = /^__wbg_ptr$/;

async function minify(file) {
  const { mangleCache } = await build({
    entryPoints: [file],
    minify: true,
    mangleProps: SHARED,
    reserveProps: UNSHARED,
    mangleQuoted: true,
    mangleCache: {},
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    allowOverwrite: true,
    logLevel: "warning",
    outfile: file,
  });
  return [basename(file), mangleCache];
}

const [names, ...files] = process.argv.slice(2);
const short = await Promise.all(files.map(minify));
writeFileSync(names, JSON.stringify(Object.fromEntries(short)));
