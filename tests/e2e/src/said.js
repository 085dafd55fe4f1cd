// Notes what goes wrong in the page, where the driver tells nothing of the console.
window.__said = [];
addEventListener('error', event => {
  const { message, target } = event;
  window.__said.push(message || `not loaded: ${target.src || target.href}`);
}, true);
addEventListener('unhandledrejection', event => {
  window.__said.push(`unhandled: ${event.reason}`);
});
for (const name of ['error', 'warn']) {
  const say = console[name];
  console[name] = (...all) => {
    window.__said.push(`${name}: ${all.join(' ')}`);
    say.apply(console, all);
  };
}
