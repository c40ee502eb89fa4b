// viewer_test.mjs PROGRAM PAGE OUT VIZ: drives the filled page in Chromium. Each check states a fact.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, template, out, viz] = process.argv.slice(2);
const browserPath = '/usr/bin/chromium';
const skip = (why) => { console.log(`skipped: ${why}`); process.exit(77); };
if (!existsSync(template)) skip('the viewer page was not built (npm is missing)');
if (!existsSync(browserPath)) skip('chromium is missing');
if (!existsSync(join(viz, 'node_modules', 'playwright-core'))) skip('playwright-core is not installed');
const require = createRequire(join(viz, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

mkdirSync(out, { recursive: true });
const pageOf = (name, story) => {
  const path = join(out, `${name}.html`);
  writeFileSync(path, execFileSync(program, [template, story], { maxBuffer: 1 << 30 }));
  return pathToFileURL(path).href;
};

let failed = 0, checked = 0;
const check = (fact, good, seen = '') => {
  ++checked;
  if (!good) { ++failed; console.error(`FAILED: ${fact} ${seen}`); }
};

const browser = await chromium.launch({ executablePath: browserPath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

async function open(address, { width = 1360, height = 850, colorScheme = 'light' } = {}) {
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
const entries = (page) => page.locator('.entries li').count();
const settled = (page) => page.waitForTimeout(120);
const saved = async (page, name) => {
  await page.click('#save');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${name}"]`)]);
  return readFileSync(await file.path());
};

// Every story at three widths in both themes: no error, no request, nothing that axe finds, nothing wider than the page.
const stories = { empty: pageOf('empty', 'empty'), one: pageOf('one', '1:2:1'), actor: pageOf('actor', 'one'), sample: pageOf('sample', 'sample'),
  hostile: pageOf('hostile', 'hostile'), middle: pageOf('middle', '400:60:150'), large: pageOf('large', '20000:10000:50000') };
for (const [name, address] of Object.entries(stories)) {
  for (const width of [390, 820, 1360]) {
    for (const colorScheme of ['light', 'dark']) {
      const { context, page, seen } = await open(address, { width, colorScheme });
      await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: width < 1000 && name !== 'large' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`${name} at ${width} fits its width`, wide <= 0, wide);
      if (name !== 'large') {
        const found = await (async () => { // by the debugger, which the page's policy does not bind
          const session = await context.newCDPSession(page);
          await session.send('Runtime.evaluate', { expression: axe });
          const result = await session.send('Runtime.evaluate', { awaitPromise: true, returnByValue: true,
            expression: `axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target).join(', ')))` });
          return result.result.value;
        })();
        check(`${name} at ${width} ${colorScheme} has no violation`, Array.isArray(found) && found.length === 0, JSON.stringify(found));
      }
      check(`${name} at ${width} ${colorScheme} asks for nothing`, seen.requests.length === 0, seen.requests);
      check(`${name} at ${width} ${colorScheme} meets no error`, seen.errors.length === 0, seen.errors);
      await context.close();
    }
  }
}

{ // The sample: an event, its words, its versions, the address.
  const { context, page, seen } = await open(stories.sample);
  check('the timeline of the story is listed', await entries(page) === 5);
  await page.click('[data-event="v-landing"]');
  const panel = await page.textContent('#panel');
  check('an event shows its sentence', panel.includes('Armstrong landed the Eagle on the Moon on Sunday.'));
  check('the trigger is marked', await page.textContent('blockquote mark') === 'landed');
  check('a disputed event shows its versions', (await page.textContent('.versions')).includes('1969-07-21'));
  check('an implied date says so', panel.includes('implied by the day of the news') && panel.includes('“Sunday”'));
  check('the source links to its article', await page.getAttribute('blockquote a', 'href') === 'https://example.org/landing?a=1&b=2');
  check('the address carries the event', page.url().endsWith('#event=v-landing'));
  await page.click('#panel dl .link');
  check('a participant can be chosen', page.url().includes('actor=a-armstrong') && (await page.textContent('#panel h2')) === 'Neil Armstrong');
  await page.click('.chips .chip');
  check('a pair shows its curve', await page.locator('svg.curve').count() === 1 && page.url().includes('actor=a-nasa'));
  await page.keyboard.press('Escape');
  check('Escape clears the selection', !page.url().includes('#'));
  await page.goto(`${stories.sample}#actor=a-nasa&from=1972&to=1972`);
  await settled(page);
  check('an address is read: actor and period', await entries(page) === 1 && (await page.inputValue('#from')) === '1972-01-01' && (await page.inputValue('#to')) === '1972');
  await page.fill('#from', '-0489-09'); await page.fill('#to', '-0489'); await page.keyboard.press('Tab');
  await page.click('#clear');
  await page.fill('#to', '-0489'); await page.keyboard.press('Tab');
  check('a period before Christ is understood', (await page.textContent('.entries')).includes('490 BC') && await entries(page) === 1);
  await page.fill('#to', 'soon'); await page.keyboard.press('Tab');
  check('what is no date is marked', await page.getAttribute('#to', 'aria-invalid') === 'true');
  check('the sample meets no error', seen.errors.length === 0, seen.errors);
  await context.close();
}

{ // A middle story: search, types, keyboard, pointer, files.
  const { context, page, seen } = await open(stories.middle);
  await page.keyboard.press('/');
  await page.keyboard.type('harb counc');
  await page.waitForSelector('#found li');
  check('search finds as one types', (await page.textContent('#found li')).includes('Harbour Council'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  check('Enter takes the result', page.url().includes('actor=actor-0'));
  await page.click('#clear');
  await page.click('[data-type="protest"]');
  const chosen = Number((await page.textContent('#panel h2')).split(' ')[0]);
  check('a type selects its events', chosen > 0 && chosen < 400 && page.url().includes('type=protest'));
  const csv = (await saved(page, 'events.csv')).toString('utf8');
  check('the selection is saved as CSV', csv.startsWith('date,date_text,') && csv.trim().split('\n').length === chosen + 1);
  await page.click('#fit');
  await settled(page);
  await page.click('#clear');
  await page.focus('#timeline');
  await page.keyboard.press('Home');
  const first = page.url();
  await page.keyboard.press('ArrowRight');
  check('arrows walk through the events', first.includes('#event=') && page.url() !== first);
  for (const key of ['+', '-', 'Shift+ArrowRight', '0', 'Escape']) await page.keyboard.press(key);
  await page.focus('#network');
  await page.keyboard.press('ArrowRight'); await page.keyboard.press('Enter');
  const one = page.url();
  await page.keyboard.press('ArrowLeft'); await page.keyboard.press('Shift+Enter');
  check('actors are chosen by keys, a second one with Shift', one.includes('#actor=') && page.url().split('actor=').length === 3);
  await page.keyboard.press('Escape');
  const box = await page.locator('#timeline').boundingBox();
  await page.mouse.move(box.x + 300, box.y + 20); await page.mouse.down(); await page.mouse.move(box.x + 500, box.y + 24, { steps: 4 }); await page.mouse.up();
  check('a period is dragged on the band', page.url().includes('from=') && page.url().includes('to='));
  await page.mouse.move(box.x + 500, box.y + 200); await page.mouse.wheel(0, -400); await settled(page);
  await page.selectOption('#lanes', 'type'); await settled(page);
  for (const name of ['timeline', 'network']) {
    const drawing = (await saved(page, `${name}.svg`)).toString('utf8');
    check(`the ${name} is saved as SVG`, drawing.startsWith('<svg ') && drawing.includes('</text>'));
    const parsed = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, drawing);
    check(`the ${name}'s SVG is well-formed`, parsed);
    writeFileSync(join(out, `${name}.svg`), drawing);
    const png = await saved(page, `${name}.png`);
    check(`the ${name} is saved as PNG`, png.subarray(1, 4).toString() === 'PNG' && png.length > 4000);
  }
  await page.click('#theme');
  check('the theme can be changed', await page.getAttribute('html', 'data-theme') === 'dark');
  await page.screenshot({ path: join(out, 'middle-chosen.png') });
  check('the middle story meets no error', seen.errors.length === 0, seen.errors);
  check('and asks for nothing', seen.requests.length === 0, seen.requests);
  await context.close();
}

{ // Hostile names stay text.
  const { context, page, seen } = await open(stories.hostile);
  for (let i = 0; i < await entries(page); ++i) { await page.locator('.entries button').nth(i).click(); await page.click('#back'); }
  check('no markup of a name becomes an element', await page.locator('script').count() === 3 && await page.locator('#panel script').count() === 0);
  check('no address but http is linked', await page.locator('a[href^="javascript"]').count() === 0);
  const csv = (await saved(page, 'events.csv')).toString('utf8');
  check('no cell is a formula', !/(^|,)"?[=@+]/m.test(csv.split('\n').slice(1).join('\n')));
  check('hostile names run nothing', seen.errors.length === 0, seen.errors);
  await context.close();
}

await browser.close();
console.log(`${checked - failed} of ${checked} checks hold`);
process.exit(failed ? 1 : 0);
