// What the tests of the page share: the program's pages, Debian's Chromium, and checks that each state a fact.
// A test is called with PROGRAM PAGE OUT VIZ: fasti_viewer_page, the built viewer.html, a folder to
// write to, the folder with node_modules. What is missing is said, and the test skipped (exit code 77).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const [program, template, out, viz] = process.argv.slice(2);
const browserPath = '/usr/bin/chromium';
export const skip = (why) => { console.log(`skipped: ${why}`); process.exit(77); };
if (!existsSync(template)) skip('the viewer page was not built (npm is missing)');
if (!existsSync(browserPath)) skip('chromium is missing');
if (!existsSync(join(viz, 'node_modules', 'playwright-core'))) skip('playwright-core is not installed');
export const require = createRequire(join(viz, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(out, { recursive: true });

let failed = 0, checked = 0;
export const check = (fact, good, seen = '') => {
  ++checked;
  if (!good) { ++failed; console.error(`FAILED: ${fact} ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`); }
};

export const browser = await chromium.launch({ executablePath: browserPath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

export async function finish() {
  await browser.close();
  console.log(`${checked - failed} of ${checked} checks hold`);
  process.exit(failed ? 1 : 0);
}

/** The address of the page that is filled with a test story. */
export const pageOf = (name, story) => {
  const path = join(out, `${name}.html`);
  writeFileSync(path, execFileSync(program, [template, story], { maxBuffer: 1 << 30 }));
  return pathToFileURL(path).href;
};

/** An open page, with what went wrong in it and what it asked for beside its own address. */
export async function open(address, { width = 1360, height = 850, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, acceptDownloads: true, bypassCSP: false });
  const page = await context.newPage();
  const seen = { requests: [], errors: [] };
  page.on('request', (r) => { if (!/^(blob|data):/.test(r.url()) && r.url().split('#')[0] !== address.split('#')[0]) seen.requests.push(r.url()); });
  page.on('pageerror', (e) => seen.errors.push(e.message));
  page.on('console', (m) => { if (m.type() === 'error') seen.errors.push(m.text()); });
  page.on('dialog', (d) => { seen.errors.push(`dialog ${d.message()}`); d.dismiss(); });
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 30000 });
  await page.waitForTimeout(150);
  return { context, page, seen };
}

export const settled = (page) => page.waitForTimeout(250); // longer than a wheel keeps a picture moving
export const entries = (page) => page.locator('.entries li').count();

/** What axe-core finds; run by the debugger, which the page's policy does not bind. */
export async function violations(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', { awaitPromise: true, returnByValue: true,
    expression: `axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target).join(', ')))` });
  return result.value ?? ['axe-core gave no answer'];
}

/** The bytes of a file that the export menu gives. */
export async function saved(page, name) {
  await page.click('#save');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${name}"]`)]);
  return readFileSync(await file.path());
}

/** A drawing read back: its words with their boxes as a browser sets them, its circles and its lines. */
export async function drawing(page, name) {
  const svg = (await saved(page, `${name}.svg`)).toString('utf8');
  const reader = await page.context().newPage();
  await reader.setContent(svg);
  const words = await reader.evaluate(() => [...document.querySelectorAll('text')].filter((t) => t.getAttribute('fill') !== 'none').map((t) => {
    const { x, y, width, height } = t.getBBox();
    return { text: t.textContent, at: Number(t.getAttribute('x')), line: Number(t.getAttribute('y')), x, y, width, height };
  }));
  const size = await reader.evaluate(() => { const s = document.querySelector('svg'); return [Number(s.getAttribute('width')), Number(s.getAttribute('height'))]; });
  await reader.close();
  const circles = [...svg.matchAll(/<path d="M([-\d.]+) ([-\d.]+)a([\d.]+) [^"]*" fill="([^"]+)"/g)]
    .filter((m) => m[4] !== 'none').map((m) => ({ x: Number(m[1]) + Number(m[3]), y: Number(m[2]), r: Number(m[3]) }));
  const lines = [...svg.matchAll(/M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)/g)].map((m) => m.slice(1).map(Number));
  return { svg, words, circles, lines, size };
}

/** Pairs of words that stand on each other by more than a pixel. */
export function collisions(words) {
  const found = [];
  words.forEach((a, i) => words.slice(i + 1).forEach((b) => {
    const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (wide > 1 && high > 1.5) found.push([a.text, b.text]);
  }));
  return found;
}

/** Rows of a CSV file, cells unquoted. */
export function rowsOf(csv) {
  const rows = [];
  let cell = '', row = [], quoted = false;
  for (let i = 0; i < csv.length; ++i) {
    const c = csv[i];
    if (quoted) { if (c !== '"') cell += c; else if (csv[i + 1] === '"') { cell += c; ++i; } else quoted = false; }
    else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') { row.push(cell); cell = ''; if (c === '\n') { rows.push(row); row = []; } }
    else cell += c;
  }
  return rows;
}
