// Starts the app: imports the glue and hands it the wasm, both named by links of the page.
const glue = document.querySelector('link[rel="modulepreload"]').href;
const wasm = document.querySelector('link[rel="preload"][as="fetch"]').href;
const { default: start } = await import(glue);
await start({ module_or_path: wasm });
