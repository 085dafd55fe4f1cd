// Bundles the scripts around the programs, and the page's style sheets, into target/web: one small
// file each, as index.html, the other pages and the packages name them. Trunk runs this before each
// build.
// A file is written only where it changes, so that whoever watches the folder sees no more.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The scripts, each with the files that it loads when it runs and that stay files of their own. */
const SCRIPTS = {
  "web/boot.ts": ["./frame.js"],
  "web/frame.ts": [],
  "element/embed.ts": [],
  "pages/coach/builder-start.ts": ["./embed.js", "./builder.js"],
  "pages/balance/balance-start.ts": ["./balance.js"],
  "pages/team/team-page.ts": [],
  "workers/definition/definition-start.ts": ["./definition-worker.js"],
  "workers/files/files-start.ts": ["./files-worker.js"],
  "workers/team/team-start.ts": ["./team-worker.js"],
  "workers/sealing/sealing-start.ts": ["./sealing.js"],
  "scorm/scorm.ts": [],
  "scorm/scorm-start.ts": ["./scorm.js"],
};

/** Leaves these imports as they are written. */
const leave = (names) => ({
  name: "leave",
  setup: (bundler) => bundler.onResolve({ filter: /./ }, ({ path }) => (names.includes(path) ? { path, external: true } : undefined)),
});

/**
 * Writes the scripts into a folder.
 * @param {string} folder
 * @param {{ minify: boolean, only?: string[] }} options
 */
export async function bundle(folder, { minify, only = Object.keys(SCRIPTS) }) {
  mkdirSync(folder, { recursive: true });
  for (const script of only) {
    const { outputFiles } = await build({
      entryPoints: [join(root, script)],
      absWorkingDir: root,
      tsconfig: join(root, "tsconfig.json"),
      bundle: true,
      minify,
      format: "esm",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      outdir: folder,
      write: false,
      plugins: [leave(SCRIPTS[script])],
    });
    for (const { path, contents } of outputFiles) writeChanged(join(folder, basename(path)), contents);
  }
}

/**
 * Writes the page's one style sheet into a folder.
 * @param {string} folder
 */
async function bundleStyles(folder) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "styles/page.css")],
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    outdir: folder,
    write: false,
  });
  for (const { path, contents } of outputFiles) writeChanged(join(folder, basename(path)), contents);
}

function writeChanged(file, contents) {
  try {
    if (readFileSync(file).equals(contents)) return;
  } catch {
    // It is not there yet.
  }
  writeFileSync(file, contents);
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = join(root, "target/web");
  await bundle(folder, { minify: true });
  await bundleStyles(folder);
}
