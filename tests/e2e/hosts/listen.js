// Notes what a host hears from the elements, and errors that nobody caught.
window.heard = [];
window.errors = [];
addEventListener("error", (event) => errors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
for (const name of ["ready", "start", "progress", "complete", "save", "summary", "error"]) {
  addEventListener(`mindset-${name}`, (event) => {
    heard.push([name, event.detail]);
    if (name === "error") window.erredAt ??= performance.now();
  });
}
