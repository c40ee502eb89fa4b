// What one can do with the page: choose, search, zoom, walk by keys, export. See browser.mjs for the arguments.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, drawing, entries, finish, open, out, pageOf, rowsOf, saved, settled, violations } from './browser.mjs';

const stories = { empty: pageOf('empty', 'empty'), sample: pageOf('sample', 'sample'), hostile: pageOf('hostile', 'hostile'), middle: pageOf('middle', '400:60:150') };
/** The data that a page was filled with. */
const dataOf = (address) => JSON.parse(/<script type="application\/json" id="fasti-data">(.*?)<\/script>/s.exec(readFileSync(fileURLToPath(address), 'utf8'))[1]);
/** Asked of the page itself: the browser tells of a changed address a little later. */
const hash = (page) => page.evaluate(() => location.hash);
const chosenActors = async (page) => new URLSearchParams((await hash(page)).slice(1)).getAll('actor');
const chosenEvent = async (page) => new URLSearchParams((await hash(page)).slice(1)).get('event');

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
  check('an article that is followed does not learn from where', (await page.getAttribute('blockquote a', 'rel')).includes('noreferrer'));
  check('the address carries the event', (await chosenEvent(page)) === 'v-landing');
  const found = await violations(context, page);
  check('an open event has no violation', found.length === 0, found);
  await page.click('#panel dl .link');
  check('a participant can be chosen', (await hash(page)).includes('actor=a-armstrong') && (await page.textContent('#panel h2')) === 'Neil Armstrong');
  await page.click('.chips .chip');
  check('a pair shows its curve', await page.locator('svg.curve').count() === 1 && (await hash(page)).includes('actor=a-nasa'));
  await page.keyboard.press('Escape');
  check('Escape clears the selection', (await hash(page)) === '');
  await page.click('[data-type="?disputed"]');
  check('disputed events can be chosen alone', await entries(page) === 1 && (await hash(page)) === '#disputed=1');
  await page.goto(`${stories.sample}#actor=a-nasa&from=1972&to=1972`);
  await settled(page);
  check('an address is read: actor and period', await entries(page) === 1 && (await page.inputValue('#from')) === '1972-01-01' && (await page.inputValue('#to')) === '1972');
  await page.goto(`${stories.sample}#actor=nobody&type=dance&from=never&event=none`);
  await settled(page);
  check('an address that names nothing chooses nothing', await entries(page) === 5);
  await page.fill('#from', '-0489-09'); await page.fill('#to', '-0489'); await page.keyboard.press('Tab');
  check('a period before Christ is understood', (await page.textContent('.entries')).includes('490 BC') && await entries(page) === 1);
  check('and is carried by the address', (await hash(page)).includes('from=-0489-09-01') && (await hash(page)).includes('to=-0489-12-31'));
  await page.click('#fit'); await settled(page);
  const axis = (await drawing(page, 'timeline')).words.map((w) => w.text);
  check('the axis counts years before Christ', axis.some((text) => text.endsWith('490 BC')), axis);
  await page.fill('#to', 'soon'); await page.keyboard.press('Tab');
  check('what is no date is marked', await page.getAttribute('#to', 'aria-invalid') === 'true');
  check('the sample meets no error', seen.errors.length === 0, seen.errors);
  await context.close();
}

{ // The pictures under the pointer.
  const { context, page, seen } = await open(stories.middle), core = dataOf(stories.middle);
  const box = async (name) => page.locator(`#${name}`).boundingBox();
  const label = (picture, name) => picture.words.find((w) => w.text === name);
  // A name stands four pixels to the right of its circle.
  const circleOf = (picture, name) => { const w = label(picture, name); return w && picture.circles.find((c) => Math.abs(c.y - w.line) < 0.1 && Math.abs(c.x + c.r + 4 - w.at) < 0.2); };

  let at = await box('network'), network = await drawing(page, 'network');
  const named = core.actors.name.map((name, a) => ({ id: core.actors.id[a], circle: circleOf(network, name) })).filter((n) => n.circle);
  check('names stand beside their circles', named.length >= 5, named.length);
  const [first, second] = named;
  await page.mouse.move(at.x + first.circle.x, at.y + first.circle.y);
  await settled(page);
  check('a circle says who it is', await page.isVisible('#tip') && (await page.textContent('#tip')).includes(core.actors.name[core.actors.id.indexOf(first.id)]));
  await page.mouse.click(at.x + first.circle.x, at.y + first.circle.y);
  check('a click on a circle chooses the actor', (await chosenActors(page)).join() === first.id, (await hash(page)));
  const withActor = core.events.id.filter((_, e) => { const s = core.events.participants.slice(0, e).reduce((p, q) => p + q, 0);
    return core.events.participant_actor.slice(s, s + core.events.participants[e]).includes(core.actors.id.indexOf(first.id)); }).length;
  check('the panel lists that actor\'s events', (await page.textContent('#panel')).includes(`${withActor} event`), withActor);
  for (const name of ['timeline', 'network']) {
    const { svg } = await drawing(page, name);
    check(`in the ${name} the rest is dimmed, not hidden`, svg.includes('opacity="0.16"') || svg.includes('opacity="0.1"'));
  }
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x + second.circle.x, at.y + second.circle.y);
  await page.keyboard.up('Shift');
  check('Shift and a click add a second one', (await chosenActors(page)).join() === `${first.id},${second.id}`, (await hash(page)));
  await page.mouse.click(at.x + 3, at.y + 3);
  check('a click beside everything lets the actors go', (await chosenActors(page)).length === 0);

  network = await drawing(page, 'network');
  let pair = [];
  for (const [x1, y1, x2, y2] of network.lines.sort((p, q) => Math.hypot(q[0] - q[2], q[1] - q[3]) - Math.hypot(p[0] - p[2], p[1] - p[3])).slice(0, 12)) {
    const x = x1 + (x2 - x1) * 0.55, y = y1 + (y2 - y1) * 0.55;
    if (x < 5 || y < 5 || x > network.size[0] - 5 || y > network.size[1] - 5 || network.circles.some((c) => Math.hypot(c.x - x, c.y - y) < c.r + 8)) continue;
    await page.mouse.click(at.x + x, at.y + y);
    pair = (await chosenActors(page));
    if (pair.length === 2) break;
  }
  check('a click on a line chooses the pair', pair.length === 2, (await hash(page)));
  check('and the pair is named', (await page.textContent('#panel .eyebrow')) === 'A pair');
  await page.click('#clear');

  let line = await box('timeline'), timeline = await drawing(page, 'timeline');
  // A headline stands five pixels to the right of a dot whose box is nine wide.
  const headline = timeline.words.map((w) => ({ ...w, circle: timeline.circles.find((c) => Math.abs(c.y - w.line) < 0.1 && Math.abs(c.x + 4.5 + 5 - w.at) < 0.2) })).find((w) => w.circle && w.text.length > 8);
  check('a headline stands beside its mark', headline !== undefined);
  await page.mouse.move(line.x + headline.circle.x, line.y + headline.circle.y); await settled(page);
  const told = await page.textContent('#tip p');
  await page.mouse.click(line.x + headline.circle.x, line.y + headline.circle.y);
  const opened = core.events.headline[core.events.id.indexOf((await chosenEvent(page)))];
  check('a click on a mark opens its event', opened !== undefined && opened === told && opened.startsWith(headline.text.replace(/…$/, '')), [opened, headline.text]);
  check('a mark that is opened is ringed', (await drawing(page, 'timeline')).svg.includes('stroke-width="2"'));
  await page.mouse.click(line.x + 400, line.y + 60);
  check('a click beside all marks closes it', (await chosenEvent(page)) === null);
  const lane = timeline.words.find((w) => w.at === 12 && core.actors.name.includes(w.text));
  await page.mouse.click(line.x + lane.x + 5, line.y + lane.line);
  check('a click on the name of a lane chooses its actor', (await chosenActors(page)).join() === core.actors.id[core.actors.name.indexOf(lane.text)], (await hash(page)));
  await page.keyboard.press('Escape');

  // Fit to the selection.
  await page.fill('#from', '2005-03'); await page.fill('#to', '2005-05'); await page.keyboard.press('Tab');
  const ticks = async () => (await drawing(page, 'timeline')).words.filter((w) => Math.abs(w.line - 59) < 1).map((w) => w.text);
  const before = await ticks();
  await page.click('#fit'); await settled(page);
  const after = await ticks();
  check('Fit brings the chosen period into view', before.some((t) => t.includes('2015')) && !after.some((t) => t.includes('2015')) && after.some((t) => t.includes('2005')), [before, after]);
  const inPeriod = core.events.from.filter((from, e) => from !== null && from < 12934 && core.events.to[e] > 12843).length; // 2005-03-01 … 2005-05-31
  check('a period chooses the events that reach into it', (await page.textContent('#panel h2')).startsWith(String(inPeriod)), inPeriod);
  const bright = (await drawing(page, 'network')).words;
  check('Fit brings the chosen actors into view', bright.length > 0 && bright.every((w) => w.x >= 0 && w.x + w.width <= network.size[0]));
  await page.click('#clear');
  await page.keyboard.press('f'); await settled(page);
  check('F shows all again', (await ticks()).some((t) => t.includes('2015')));

  await page.mouse.move(line.x + 300, line.y + 20); await page.mouse.down(); await page.mouse.move(line.x + 500, line.y + 24, { steps: 4 }); await page.mouse.up();
  check('a period is dragged on the band', (await hash(page)).includes('from=') && (await hash(page)).includes('to='));
  await page.click('#clear');
  await page.keyboard.down('Shift');
  await page.mouse.move(line.x + 300, line.y + 200); await page.mouse.down(); await page.mouse.move(line.x + 420, line.y + 200, { steps: 4 }); await page.mouse.up();
  await page.keyboard.up('Shift');
  check('with Shift it is dragged anywhere', (await hash(page)).includes('from=') && (await hash(page)).includes('to='));
  await page.click('#clear');
  const wide = await ticks();
  await page.mouse.move(line.x + 500, line.y + 200); await page.mouse.wheel(0, -500); await settled(page);
  const near = await ticks();
  check('the wheel zooms', near.join() !== wide.join());
  await page.mouse.move(line.x + 500, line.y + 200); await page.mouse.down(); await page.mouse.move(line.x + 800, line.y + 200, { steps: 4 }); await page.mouse.up();
  await settled(page);
  check('dragging moves', (await ticks()).join() !== near.join());
  await page.selectOption('#lanes', 'type'); await settled(page);
  check('lanes can be kinds of deed', (await drawing(page, 'timeline')).words.some((w) => w.text.startsWith('Words of')));
  const placed = (await drawing(page, 'network')).circles[0];
  at = await box('network');
  await page.mouse.move(at.x + 300, at.y + 150); await page.mouse.wheel(0, -300); await settled(page);
  const moved = (await drawing(page, 'network')).circles[0];
  check('the network zooms under the wheel', placed.x !== moved.x || placed.r !== moved.r);
  check('the pointer meets no error', seen.errors.length === 0, seen.errors);
  check('and asks for nothing', seen.requests.length === 0, seen.requests);
  await context.close();
}

{ // The relation of a pair over time.
  const core = dataOf(stories.middle), { context, page } = await open(`${stories.middle}#actor=actor-0&actor=actor-1`);
  let start = 0, plus = 0, minus = 0, shared = 0;
  core.events.participants.forEach((count, e) => {
    const actors = core.events.participant_actor.slice(start, start + count);
    start += count;
    if (!actors.includes(0) || !actors.includes(1)) return;
    ++shared;
    const value = core.legend.goldstein[core.events.type[e]];
    if (value > 0) plus += value; else minus += value;
  });
  const name = await page.getAttribute('svg.curve', 'aria-label');
  check('the curve sums cooperation and conflict', name.includes(`cooperation ${plus.toFixed(0)}, conflict ${minus.toFixed(0)}`), [name, plus, minus]);
  check('the curve has bars above and below its line', await page.locator('svg.curve rect.plus').count() > 0 && await page.locator('svg.curve rect.minus').count() > 0);
  const [above, below, axis] = await page.evaluate(() => { const y = (s) => document.querySelector(s).getBoundingClientRect();
    return [y('svg.curve rect.plus').bottom, y('svg.curve rect.minus').top, y('svg.curve .axis').top]; });
  check('cooperation stands above the line, conflict below', Math.abs(above - axis) < 2 && Math.abs(below - axis) < 2);
  check('the pair\'s events are listed', await entries(page) === Math.min(60, shared), shared);
  const found = await violations(context, page);
  check('a pair has no violation', found.length === 0, found);
  await page.screenshot({ path: join(out, 'middle-pair.png') });
  await context.close();
}

{ // Search, types, files.
  const { context, page, seen } = await open(stories.middle), core = dataOf(stories.middle);
  await page.keyboard.press('/');
  await page.keyboard.type('harb counc');
  await page.waitForSelector('#found li');
  check('search finds as one types', (await page.textContent('#found li')).includes('Harbour Council'));
  check('a screen reader hears how many', /^\d+ results$/.test(await page.textContent('#said')));
  await page.keyboard.press('ArrowDown');
  check('the result that is reached is told', await page.getAttribute('#search', 'aria-activedescendant') === 'hit-0');
  await page.keyboard.press('Enter');
  check('Enter takes the result', (await chosenActors(page)).join() === 'actor-0');
  await page.click('#clear');
  await page.click('#search');
  await page.keyboard.type('zzzz qqqq');
  check('search that finds nothing shows nothing', await page.isHidden('#found') && await page.textContent('#said') === '0 results');
  await page.fill('#search', '');
  await page.click('[data-type="protest"]');
  const chosen = Number((await page.textContent('#panel h2')).split(' ')[0]);
  check('a type selects its events', chosen === core.events.type.filter((t) => core.legend.event_type[t] === 'protest').length && (await hash(page)).includes('type=protest'), chosen);
  const csv = (await saved(page, 'events.csv')).toString('utf8'), rows = rowsOf(csv);
  check('the CSV has the columns of the command line', rows[0].join() === 'date,date_text,certainty,headline,actors,place,source,title,url,sentence');
  check('the selection is saved as CSV', rows.length === chosen + 1 && rows.every((row) => row.length === 10));
  const first = core.events.type.findIndex((t) => core.legend.event_type[t] === 'protest');
  check('a row holds its event', rows[1][3] === core.events.headline[first] && rows[1][0] === new Date(core.events.from[first] * 864e5).toISOString().slice(0, 10) &&
    rows[1][9].startsWith(core.events.headline[first]) && rows[1][8].startsWith('https://example.org/'), rows[1]);
  await page.click('[data-type="aid"]');
  check('several types can be chosen', (await hash(page)).includes('type=protest&type=aid'));
  await page.click('#clear');
  for (const name of ['timeline', 'network']) {
    const { svg, words, size } = await drawing(page, name);
    writeFileSync(join(out, `${name}.svg`), svg);
    check(`the ${name} is saved as SVG with words and title`, svg.startsWith('<svg ') && words.length > 3 && svg.includes('<title>'));
    const parsed = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, svg);
    check(`the ${name}'s SVG is well-formed`, parsed);
    check(`the ${name}'s SVG holds neither script nor style`, !/<script|<style|style=|href/.test(svg));
    const png = await saved(page, `${name}.png`);
    check(`the ${name} is saved as PNG of twice its size`, png.subarray(1, 4).toString() === 'PNG' && png.readUInt32BE(16) === 2 * size[0] && png.readUInt32BE(20) === 2 * size[1]);
    const reader = await context.newPage();
    const colours = await reader.evaluate(async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)])), canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext('2d');
      pen.drawImage(picture, 0, 0);
      return new Set(new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
    }, [...png]);
    await reader.close();
    check(`the ${name}'s PNG is a picture`, colours > 50, colours);
  }
  await page.click('#theme');
  check('the theme can be changed', await page.getAttribute('html', 'data-theme') === 'dark' && await page.getAttribute('#theme', 'aria-pressed') === 'true');
  check('the middle story meets no error', seen.errors.length === 0, seen.errors);
  check('and asks for nothing', seen.requests.length === 0, seen.requests);
  await context.close();
}

{ // With the keyboard alone.
  const { context, page, seen } = await open(stories.middle);
  const reached = [];
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => { const e = document.activeElement, o = getComputedStyle(e);
      return { what: e.id || e.dataset.type || (e.dataset.event ? 'entry' : e.tagName), ring: o.outlineStyle !== 'none' && parseFloat(o.outlineWidth) >= 1 }; });
    reached.push(at);
    if (at.what === 'entry') break;
  }
  const order = reached.map((r) => r.what);
  check('Tab reaches everything from the top to the first entry', ['search', 'fit', 'save', 'theme', 'protest', 'from', 'to', 'lanes', 'timeline', 'network', 'entry'].every((what) => order.includes(what)), order);
  check('in the order of the page', order.indexOf('search') < order.indexOf('protest') && order.indexOf('protest') < order.indexOf('timeline') && order.indexOf('timeline') < order.indexOf('network'));
  check('and what is reached can be seen', reached.every((r) => r.ring), reached.filter((r) => !r.ring));
  await page.keyboard.press('Enter');
  check('Enter opens the entry, and the keys stay in the panel', (await chosenEvent(page)) !== null && await page.evaluate(() => document.activeElement.id) === 'back');
  const opened = (await chosenEvent(page));
  await page.keyboard.press('Enter');
  check('the way back leads to the entry', (await chosenEvent(page)) === null && await page.evaluate(() => document.activeElement.dataset.event) === opened);
  await page.focus('#timeline');
  await page.keyboard.press('Home');
  const first = (await chosenEvent(page));
  await page.keyboard.press('ArrowRight');
  const second = (await chosenEvent(page));
  await page.keyboard.press('ArrowLeft');
  check('arrows walk through the events', first !== null && second !== first && (await chosenEvent(page)) === first);
  check('each is read out', (await page.textContent('#said')).length > 10);
  await page.keyboard.press('End');
  check('End goes to the last', ![first, second].includes((await chosenEvent(page))));
  await page.keyboard.press('Escape');
  const ticks = async () => (await drawing(page, 'timeline')).words.filter((w) => Math.abs(w.line - 59) < 1).map((w) => w.text).join();
  const whole = await ticks();
  await page.focus('#timeline');
  for (let i = 0; i < 4; ++i) await page.keyboard.press('+');
  const near = await ticks();
  await page.focus('#timeline');
  await page.keyboard.press('Shift+ArrowRight');
  const moved = await ticks();
  await page.focus('#timeline');
  await page.keyboard.press('0');
  check('plus zooms, Shift and an arrow move, 0 shows all', near !== whole && moved !== near && await ticks() === whole, [whole, near, moved]);
  await page.focus('#network');
  await page.keyboard.press('ArrowRight'); await page.keyboard.press('Enter');
  const one = (await chosenActors(page));
  await page.keyboard.press('ArrowLeft'); await page.keyboard.press('Shift+Enter');
  check('actors are chosen by keys, a second one with Shift', one.length === 1 && (await chosenActors(page)).length === 2 && (await chosenActors(page))[0] === one[0]);
  await page.keyboard.press('Escape');
  check('Escape lets them go', (await hash(page)) === '');
  await page.focus('#save'); await page.keyboard.press('Enter');
  check('the export menu opens by keys', await page.isVisible('#saves') && await page.getAttribute('#save', 'aria-expanded') === 'true');
  await page.keyboard.press('Escape');
  check('and closes by Escape', await page.isHidden('#saves'));
  await page.focus('[data-type="aid"]'); await page.keyboard.press('Space');
  check('a type is chosen by keys and keeps the focus', (await hash(page)).includes('type=aid') && await page.evaluate(() => document.activeElement.dataset.type) === 'aid');
  check('the keys meet no error', seen.errors.length === 0, seen.errors);
  await context.close();
}

{ // An empty story.
  const { context, page, seen } = await open(`${stories.empty}#actor=x&from=2021`);
  check('an empty story says so', (await page.textContent('#panel h2')) === 'No events yet' || (await page.textContent('#panel')).includes('Nothing in the story fits'));
  for (const key of ['Tab', 'ArrowRight', 'Home', '+', '0', 'f', 'Escape', '/', 'Enter']) await page.keyboard.press(key);
  await page.focus('#timeline');
  for (const key of ['ArrowRight', 'Home', 'End', '+', '-', '0', 'Shift+ArrowLeft']) await page.keyboard.press(key);
  check('keys in an empty story meet no error', seen.errors.length === 0, seen.errors);
  await context.close();
}

{ // Hostile names stay text.
  const { context, page, seen } = await open(stories.hostile);
  for (let i = 0; i < await entries(page); ++i) { await page.locator('.entries button').nth(i).click(); await page.click('#back'); }
  check('no markup of a name becomes an element', await page.locator('script').count() === 3 && await page.locator('#panel script').count() === 0);
  check('no address but http is linked', await page.locator('a[href^="javascript"]').count() === 0);
  await page.fill('#search', '</script>');
  await page.fill('#search', 'script');
  await page.waitForSelector('#found li');
  check('what is found stays text', await page.locator('#found script').count() === 0);
  await page.keyboard.press('Escape');
  const names = dataOf(stories.hostile).actors.id;
  for (const id of names) {
    await page.goto(`${stories.hostile}#actor=${encodeURIComponent(id)}`);
    await settled(page);
    check(`the hostile actor ${id} can be shown`, await page.locator('#panel h2').count() === 1);
  }
  await page.keyboard.press('Escape');
  for (const name of ['timeline', 'network']) {
    const { svg } = await drawing(page, name);
    check(`the ${name} of hostile names is well-formed SVG without script`, !svg.includes('<script') &&
      await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, svg));
  }
  const csv = (await saved(page, 'events.csv')).toString('utf8');
  check('no cell is a formula', !rowsOf(csv).flat().some((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d{4}-\d\d-\d\d$/.test(cell)));
  check('hostile names run nothing', seen.errors.length === 0, seen.errors);
  check('and ask for nothing', seen.requests.length === 0, seen.requests);
  await context.close();
}

await finish();
