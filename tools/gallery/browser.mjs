// One Chromium for the gallery's checks: opens every state of a rendered gallery at every width.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

/** Widths in CSS pixels: a phone's and a desk's. */
export const WIDTHS = [390, 1280];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** The states of a gallery, as `states.json` beside its pages lists them. */
export function states(folder) {
  return JSON.parse(readFileSync(join(folder, 'states.json'), 'utf8'));
}

/** Calls `work` with a page of a fresh Chromium, and ends it however `work` ends. */
export async function withPage(work) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  try {
    return await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** Opens one state at one width, in its colours, without movement. */
export async function open(page, folder, state, width) {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: state.theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.setViewport({ width, height: 844, isMobile: width < 600 });
  await page.goto(pathToFileURL(join(folder, state.file)).href, { waitUntil: 'load' });
}
