// What leads to a part of the result on screen. Argument: the name of the part. Returns true where
// it is open, else the control to work next, or null where there is none yet.
const [part] = arguments;
const open = document.querySelector('[data-result-part]:not([hidden])');
if (open && open.dataset.resultPart === part) return true;
const entries = [...document.querySelectorAll('[data-opens]')].filter(entry => entry.checkVisibility());
const to = name => entries.find(entry => entry.dataset.opens === name);
const isTheme = name => name.startsWith('theme-');
const direct = to(part);
if (direct) return direct;
const next = isTheme(part) && entries.find(entry => entry.matches('.part-next') && isTheme(entry.dataset.opens));
const first = isTheme(part) && entries.find(entry => isTheme(entry.dataset.opens));
return next || first || to('overview') || null;
