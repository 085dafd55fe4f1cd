// Lets the program break in its callbacks: at a chosen call out of it after the next click, input or
// change, as a panic does, which announces itself and then traps.
let left = 0;
let armed = 0;
for (const type of ['click', 'input', 'change']) {
  addEventListener(type, () => {
    left = armed;
    armed = 0;
  }, { capture: true });
}
window.__breakAt = call => {
  left = 0;
  armed = call;
};
const breaking = call => function (...given) {
  if (left > 0 && --left === 0) {
    dispatchEvent(new CustomEvent('mindset-panic'));
    throw new WebAssembly.RuntimeError('unreachable');
  }
  return call.apply(this, given);
};
const broken = imports => Object.fromEntries(Object.entries(imports).map(([name, module]) => [
  name,
  Object.fromEntries(Object.entries(module).map(([name, one]) => [
    name,
    typeof one === 'function' ? breaking(one) : one,
  ])),
]));
for (const name of ['instantiate', 'instantiateStreaming']) {
  const instantiate = WebAssembly[name];
  WebAssembly[name] = (source, imports) => instantiate(source, broken(imports));
}
