// How the page looks and behaves at rest: every story at three widths in both themes. See browser.mjs for the arguments.
import { join } from 'node:path';
import { browser, check, collisions, drawing, finish, open, out, pageOf, violations } from './browser.mjs';

const stories = { empty: pageOf('empty', 'empty'), one: pageOf('one', '1:2:1'), actor: pageOf('actor', 'one'), sample: pageOf('sample', 'sample'),
  hostile: pageOf('hostile', 'hostile'), middle: pageOf('middle', '400:60:150'), large: pageOf('large', '20000:10000:50000') };

for (const [name, address] of Object.entries(stories)) {
  for (const width of [390, 820, 1360]) {
    for (const colorScheme of ['light', 'dark']) {
      const { context, page, seen } = await open(address, { width, colorScheme }), where = `${name} at ${width} ${colorScheme}`;
      await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: width < 1000 && name !== 'large' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`${where} fits its width`, wide <= 0, wide);
      if (name !== 'large') {
        const found = await violations(context, page);
        check(`${where} has no violation`, found.length === 0, found);
      }
      if (colorScheme === 'light' && !['empty', 'actor'].includes(name)) { // these two have nothing to export
        for (const picture of ['timeline', 'network']) {
          const touching = collisions((await drawing(page, picture)).words);
          check(`no words of the ${picture} of ${where} stand on each other`, touching.length === 0, touching);
        }
      }
      check(`${where} asks for nothing`, seen.requests.length === 0, seen.requests);
      check(`${where} meets no error`, seen.errors.length === 0, seen.errors);
      await context.close();
    }
  }
}

{ // Other densities of pixels.
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(stories.middle);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  check('a fine screen gets fine pictures', await page.evaluate(() => { const c = document.getElementById('timeline'); return c.width === 2 * Math.round(c.getBoundingClientRect().width); }));
  await context.close();
}

await finish();
