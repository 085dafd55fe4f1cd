// Plays the learner's part of SCORM 1.2 and 2004 on the run-times of scorm-again, with the activity's own
// script, whose file is the argument. A window and a page of a few lines stand for the browser;
// the questionnaire is its events. Prints one JSON line a step: what the run-time then holds.
import { pathToFileURL } from 'node:url';
import { Scorm12API } from 'scorm-again/scorm12';
import { Scorm2004API } from 'scorm-again/scorm2004';

const { attend, findApi, timeInterval, timespan } = await import(pathToFileURL(process.argv[2]));

// What an LMS keeps of a learner between two visits.
let kept = {};
let clock = 0;

function runTime() {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  api.loadFromJSON(kept);
  const calls = [];
  for (const name of ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish']) {
    const call = api[name].bind(api);
    api[name] = (...given) => {
      const said = call(...given);
      calls.push([name, ...given, String(said)]);
      return said;
    };
  }
  return { api, calls };
}

// A page in a frame, two levels below the window that holds the run-time; the window between is of
// another site and refuses to be asked.
function browser(API, languages = ['fr', 'en-GB']) {
  const top = { API };
  top.parent = top;
  const between = {
    parent: top,
    get API() {
      throw new Error('SecurityError');
    },
  };
  const window = Object.assign(new EventTarget(), { parent: between, navigator: { languages } });
  return { window, page: Object.assign(new EventTarget(), { visibilityState: 'visible' }) };
}

function say(page, name, detail) {
  const event = new CustomEvent(name, { detail: Object.freeze({ v: 1, ...detail }) });
  page.dispatchEvent(event);
}

const leave = (window) => window.dispatchEvent(new Event('pagehide'));

function visit(name, play, API) {
  const lms = API ? { api: API, calls: [] } : runTime();
  const { window, page } = browser(lms.api);
  const shown = [];
  attend(window, page, (news) => shown.push(news), () => clock);
  const step = (what) => {
    const core = lms.api.cmi?.core;
    console.log(JSON.stringify({
      visit: name,
      step: what,
      status: core?.lesson_status,
      suspend: lms.api.cmi?.suspend_data,
      exit: core && lms.api.cmi.core.toJSON().exit,
      score: core && [core.score.raw, core.score.min, core.score.max],
      interactions: lms.api.cmi?.interactions.childArray.length,
      time: core?.toJSON().session_time,
      calls: lms.calls.splice(0),
      shown: shown.at(-1),
    }));
  };
  step('opened');
  play({ page, window, step, lms });
  if (!API) kept = JSON.parse(JSON.stringify(lms.api.cmi.toJSON()));
}

visit('first', ({ page, window, step }) => {
  say(page, 'mindset-ready');
  say(page, 'mindset-start');
  for (let answered = 1; answered <= 12; answered += 1) {
    say(page, 'mindset-progress', { answered, total: 32 });
  }
  say(page, 'mindset-progress', { answered: 'ACC-01', total: 32 });
  step('twelve answered');
  clock += 61_230;
  leave(window);
  leave(window);
  step('left');
});

visit('second', ({ page, window, step }) => {
  say(page, 'mindset-progress', { answered: 32, total: 32 });
  say(page, 'mindset-complete', { attemptId: 'a-secret-of-the-learner' });
  step('completed');
  leave(window);
  step('left');
});

visit('third', ({ page, window, step }) => {
  say(page, 'mindset-start');
  say(page, 'mindset-progress', { answered: 1, total: 32 });
  step('begun anew');
  leave(window);
  step('left');
});

// An LMS that made the completion "passed": by its own rules, or because a teacher said so.
const before = kept;
kept = { core: { lesson_status: 'passed' } };
visit('passed', ({ page, window, step }) => {
  say(page, 'mindset-start');
  say(page, 'mindset-progress', { answered: 32, total: 32 });
  say(page, 'mindset-complete', { attemptId: 'a' });
  step('completed again');
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  leave(window);
  step('left');
});
kept = {};
visit('passed within the visit', ({ page, window, step, lms }) => {
  say(page, 'mindset-complete', { attemptId: 'a' });
  lms.api.cmi.core.lesson_status = 'passed';
  say(page, 'mindset-progress', { answered: 32, total: 32 });
  say(page, 'mindset-complete', { attemptId: 'b' });
  step('completed again');
  leave(window);
  step('left');
});
kept = before;

// An LMS that fails at every call, one that fails after the first, one that refuses the completion
// once, and none at all.
const fails = () => {
  throw new Error('out of order');
};
const names = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'];
const failing = Object.fromEntries(names.map((name) => [name, fails]));
for (const [name, API] of [
  ['failing', failing],
  ['breaking', { ...failing, LMSInitialize: () => 'true' }],
]) {
  visit(name, ({ page, window, step }) => {
    say(page, 'mindset-progress', { answered: 1, total: 32 });
    say(page, 'mindset-complete', { attemptId: 'a' });
    leave(window);
    step('left');
  }, API);
}

// Somebody only looks: the LMS wants nothing reported.
kept = { core: { lesson_mode: 'browse' } };
visit('browsing', ({ page, window, step }) => {
  say(page, 'mindset-progress', { answered: 1, total: 32 });
  say(page, 'mindset-complete', { attemptId: 'a' });
  leave(window);
  step('left');
});

kept = {};
visit('refusing', ({ page, window, step, lms }) => {
  const take = lms.api.LMSSetValue;
  lms.api.LMSSetValue = (element, value) => (value === 'completed' ? 'false' : take(element, value));
  say(page, 'mindset-complete', { attemptId: 'a' });
  step('completed');
  lms.api.LMSSetValue = take;
  leave(window);
  step('left');
});

// One that takes everything and stores nothing for a while, in each of the ways to say so, and what
// comes after it has begun to: the next page, another app in front, the end.
const refusesToStore = [() => 'false', fails];
for (const [number, commit] of refusesToStore.entries()) {
  for (const [again, after] of Object.entries({
    progress: ({ page }) => say(page, 'mindset-progress', { answered: 8, total: 32 }),
    hidden: ({ page }) => {
      page.visibilityState = 'hidden';
      page.dispatchEvent(new Event('visibilitychange'));
    },
    left: ({ window }) => leave(window),
  })) {
    kept = {};
    visit(`unstored ${number} ${again}`, (parts) => {
      const { page, step, lms } = parts;
      const take = lms.api.LMSCommit;
      lms.api.LMSCommit = commit;
      say(page, 'mindset-complete', { attemptId: 'a' });
      step('completed');
      if (again !== 'left') after(parts);
      step('still unstored');
      lms.api.LMSCommit = take;
      after(parts);
      step('stored');
    });
  }
}

visit('absent', ({ page, window, step }) => {
  say(page, 'mindset-complete', { attemptId: 'a' });
  leave(window);
  step('left');
}, {});

// The run-time of SCORM 2004 alone: what it holds after each step, and what it was called with.
let kept2004 = {};
for (const name of ['first', 'second', 'third']) {
  const api = new Scorm2004API({ autocommit: false, logLevel: 5 });
  api.loadFromJSON(kept2004);
  const calls = [];
  const recorded = {};
  for (const call of ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate']) {
    recorded[call] = (...given) => {
      const said = api[call](...given);
      calls.push([call, ...given, String(said)]);
      return said;
    };
  }
  const { window, page } = browser(undefined);
  window.opener = { API_1484_11: recorded };
  const shown = [];
  attend(window, page, (news) => shown.push(news), () => clock);
  const step = (what) => {
    const { cmi } = api;
    console.log(JSON.stringify({
      visit: `2004 ${name}`,
      step: what,
      status: cmi.completion_status,
      success: cmi.success_status,
      suspend: cmi.suspend_data,
      score: [cmi.score.raw, cmi.score.scaled],
      time: cmi.toJSON().session_time,
      exit: cmi.toJSON().exit,
      calls: calls.splice(0),
      shown: shown.at(-1),
    }));
  };
  step('opened');
  if (name === 'first') say(page, 'mindset-progress', { answered: 8, total: 32 });
  else say(page, 'mindset-complete', { attemptId: 'a-secret-of-the-learner' });
  step('told');
  clock += 61_230;
  kept2004 = JSON.parse(JSON.stringify(api.cmi.toJSON()));
  leave(window);
  step('left');
  kept2004 = { ...kept2004, ...JSON.parse(JSON.stringify(api.cmi.toJSON())) };
}

const opener = { API: { LMSInitialize: () => 'true' } };
const endless = {};
Object.defineProperty(endless, 'parent', { get: () => ({ parent: endless }) });
console.log(JSON.stringify({
  visit: 'parts',
  opener: findApi({ opener, parent: null }) === opener.API,
  endless: findApi(endless),
  times: [0, 61_230, 36_000_000, 3_599_999].map(timespan),
  intervals: [0, 61_230, 36_000_000, 3_599_999].map(timeInterval),
}));
