// Takes comments, long names and white space out of the loaders of the programs, in place:
// `node minify-scripts.mjs FILE…`. By esbuild's own interface: its executable is a script or a
// program, depending on whether npm may run the scripts of packages.
import { build } from "esbuild";

await build({
  entryPoints: process.argv.slice(2),
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  allowOverwrite: true,
  logLevel: "warning",
  outdir: "dist",
});
