// React comes as CommonJS alone: this runs such packages in a page without a bundler.
const vendor = new URL("vendor/", import.meta.url);
const files = {
  react: "react/cjs/react.production.js",
  scheduler: "scheduler/cjs/scheduler.production.js",
  "react-dom": "react-dom/cjs/react-dom.production.js",
  "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
};
const texts = Object.fromEntries(
  await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await (await fetch(new URL(file, vendor))).text()])),
);
const loaded = {};

export function load(name) {
  if (!loaded[name]) {
    const module = (loaded[name] = { exports: {} });
    new Function("module", "exports", "require", "process", texts[name])(module, module.exports, load, { env: {} });
  }
  return loaded[name].exports;
}
