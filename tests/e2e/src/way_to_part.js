// What leads to a part of the result on screen. Argument: the name of the part. Returns true where
// it is open, else the control to work next, or null where there is none yet.
const [part] = arguments;
const open = document.querySelector('[data-result-part]:not([hidden])');
if (open && open.dataset.resultPart === part) return true;
const doors = [...document.querySelectorAll('[data-opens]')].filter(door => door.checkVisibility());
const to = name => doors.find(door => door.dataset.opens === name);
const isTheme = name => name.startsWith('theme-');
const direct = to(part);
if (direct) return direct;
const next = isTheme(part) && doors.find(door => door.matches('.part-next') && isTheme(door.dataset.opens));
const first = isTheme(part) && doors.find(door => isTheme(door.dataset.opens));
return next || first || to('overview') || null;
