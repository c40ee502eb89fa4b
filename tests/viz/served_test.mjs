// served_test.mjs FASTI PAGE OUT VIZ FASTI_DATA SAMPLES: starts `fasti view` and asks it as the page, as a stranger and as an
// attacker would; then opens the page in Chromium, with a story that is larger than one page holds. See browser.mjs.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { check, collisions, drawing, entries, finish, open, out, program as fasti, settled, violations } from './browser.mjs';

const [data, samples] = process.argv.slice(6);
const folder = mkdtempSync(join(tmpdir(), 'fasti-view-'));
const story = join(folder, 'story'), environment = { ...process.env, FASTI_DATA: data };
const most = 120; // of the few hundred events of the sample

/** A running server: its address, and a promise of its end. */
async function serve(...options) {
  const child = spawn(fasti, ['view', story, '--no-browser', ...options], { env: environment });
  const ended = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })));
  const address = await new Promise((done, failed) => {
    let text = '';
    child.stdout.on('data', (bytes) => { text += bytes; if (text.includes('\n')) done(text.trim()); });
    child.on('exit', () => failed(new Error('the server ended at once')));
  });
  return { child, ended, address, url: new URL(address) };
}

const ask = (url, path, { method = 'GET', headers = {} } = {}) => new Promise((done, failed) => {
  const sent = request({ host: '127.0.0.1', port: url.port, path, method, headers: { Host: url.host, ...headers }, agent: false }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }));
  });
  sent.on('error', failed);
  sent.end(method === 'POST' ? 'x=1' : undefined);
});
/** Bytes as no client would send them; the first line of the answer. */
const raw = (url, bytes) => new Promise((done) => {
  const socket = connect(Number(url.port), '127.0.0.1', () => socket.write(bytes));
  let text = '';
  socket.on('data', (part) => { text += part; });
  socket.on('close', () => done(text.split('\r\n')[0]));
  socket.on('error', () => done(text));
  setTimeout(() => socket.destroy(), 1500);
});

try {
  execFileSync(fasti, ['build', join(samples, 'nato-russia-belarus'), '--story', story], { env: environment, stdio: 'ignore' });

  { // Whom it answers.
    const server = await serve('--events', String(most)), { url } = server, path = url.pathname;
    check('it listens on 127.0.0.1, with a token of 128 bits in the address', /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/.test(server.address), server.address);
    const page = await ask(url, path);
    check('the address gives the page', page.status === 200 && page.headers['content-type'].startsWith('text/html') && page.body.includes('id="fasti-data"'));
    check('the page may ask its own server alone', page.body.includes("connect-src 'self'") && page.body.includes("default-src 'none'"));
    check('nothing is kept, framed or guessed', page.headers['cache-control'] === 'no-store' && page.headers['x-frame-options'] === 'DENY' &&
      page.headers['content-security-policy'].includes("frame-ancestors 'none'") && page.headers['x-content-type-options'] === 'nosniff' && page.headers['referrer-policy'] === 'no-referrer');
    check('no other page may read it', page.headers['access-control-allow-origin'] === undefined && page.headers['cross-origin-resource-policy'] === 'same-origin');
    for (const [what, other] of [['no token', '/'], ['a wrong token', `/${'0'.repeat(32)}/`], ['half a token', path.slice(0, 17)], ['a longer token', `${path.slice(0, -1)}0/`],
      ['no token for data', '/data'], ['the token elsewhere', `/data?token=${path.slice(1, -1)}`]])
      check(`${what} is refused`, (await ask(url, other)).status === 403, (await ask(url, other)).status);
    for (const host of ['evil.example', `evil.example:${url.port}`, '127.0.0.1', `127.0.0.1.evil.example:${url.port}`, `[::1]:${url.port}`, `127.0.0.1:${Number(url.port) + 1}`])
      check(`the host ${host} is refused`, (await ask(url, path, { headers: { Host: host } })).status === 403);
    check('localhost is this host', (await ask(url, path, { headers: { Host: `localhost:${url.port}` } })).status === 200);
    check('a request without a host is refused', / 40[03] /.test(await raw(url, `GET ${path} HTTP/1.0\r\n\r\n`)));
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      check(`${method} is refused`, (await ask(url, path, { method })).status === 405);
    const head = await ask(url, path, { method: 'HEAD' });
    check('HEAD tells the length alone', head.status === 200 && head.body === '' && Number(head.headers['content-length']) === Buffer.byteLength(page.body));
    for (const way of [`${path}../../../../etc/passwd`, `${path}%2e%2e/%2e%2e/%2e%2e/etc/passwd`, `${path}..%2f..%2fetc%2fpasswd`, `${path}story.db`, `${path}//etc/passwd`, `${path}data/`, `${path}%00`]) {
      const answer = await ask(url, way);
      check(`${way.slice(path.length)} is not there`, answer.status === 404 && !answer.body.includes('root:'), answer.status);
    }
    check('a part of an answer is not given', (await ask(url, path, { headers: { Range: 'bytes=5-10' } })).status === 416);
    for (const bytes of ['\r\n\r\n', 'GET\r\n\r\n', `GET ${path}${'a'.repeat(20000)} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`, '\x00\xff\x16\x03\x01 TLS', `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nRange: bytes=9-1,x\r\n\r\n`])
      await raw(url, bytes);
    check('it outlives what is no request', (await ask(url, path)).status === 200);

    // Parts of the story.
    const part = async (query) => JSON.parse((await ask(url, `${path}data?${query}`)).body);
    const whole = await part(''), all = whole.events_in_story;
    const dated = (json) => json.events.from.map((from, e) => [from, json.events.to[e], json.events.id[e]]).filter(([from]) => from !== null);
    check('of a larger story so many events come as were asked for, and those of its timeline', all > most && whole.part.complete === false &&
      whole.events.id.length >= most && whole.events.id.length <= most + 30, [all, whole.events.id.length]);
    check('and all its actors, with as many events as they have', whole.actors.events.length === whole.actors.id.length && Math.max(...whole.actors.events) > 10);
    const [from, to] = [18901, 18932]; // October 2021
    const october = await part(`from=${from}&to=${to}`), of = dated(october).filter(([begin, end]) => begin < to && end > from);
    check('a period is complete where it holds few events', october.part.complete && october.part.from <= from && october.part.to >= to && of.length > 5);
    const known = new Set(october.events.id);
    check('it holds what the whole shows of it', dated(whole).every(([begin, end, id]) => !(begin < to && end > from) || known.has(id)));
    check('and nothing beside it but the timeline', dated(october).filter(([begin, end]) => !(begin < october.part.to && end > october.part.from)).length <= october.timeline.length);
    check('the timeline is in each part', october.timeline.length === whole.timeline.length && october.timeline.every((e, i) => october.events.id[e] === whole.events.id[whole.timeline[i]]));
    check('relations name events of the part', october.relations.event.every((e) => e >= 0 && e < october.events.id.length) && october.relations.source.length === whole.relations.source.length);
    check('actors stay where they are', JSON.stringify(october.actors.x) === JSON.stringify(whole.actors.x));
    const far = whole.events.id[whole.timeline[0]];
    check('an event that is asked for is there in any period', (await part(`from=0&to=1&event=${far}`)).events.id.includes(far));
    const most_active = whole.actors.events.indexOf(Math.max(...whole.actors.events)), theirs = await part(`from=0&to=1&actor=${encodeURIComponent(whole.actors.id[most_active])}`);
    check('so are the events of a chosen actor', theirs.events.participant_actor.filter((a) => a === most_active).length >= 10);
    check('a period without events gives the timeline alone', (await part('from=-900000&to=-899999')).events.id.length === whole.timeline.length);
    for (const bad of ['from=x', 'from=1.5', 'to=', 'from=99999999999999999999', 'from=1e3', 'to=-99999999'])
      check(`${bad} is refused`, (await ask(url, `${path}data?${bad}`)).status === 400);
    check('the same question has the same answer', JSON.stringify(await part(`from=${from}&to=${to}`)) === JSON.stringify(october));
    const many = await Promise.all(Array.from({ length: 24 }, (_, i) => part(`from=${from + i}&to=${to}`)));
    check('many may ask at once', many.every((json) => json.fasti_viewer === 1));
    const idle = connect(Number(url.port), '127.0.0.1');
    idle.on('error', () => {});
    const begun = Date.now();
    server.child.kill('SIGTERM');
    const end = await server.ended;
    idle.destroy();
    check('SIGTERM ends it with success, though a client is idle', end.code === 0 && Date.now() - begun < 8000, [end, Date.now() - begun]);
    check('and its port is closed', await ask(url, path).then(() => false, () => true));
  }

  { // Ports, the end by Ctrl+C, what is missing.
    const server = await serve(), other = await serve();
    check('each server has a port and a token of its own', server.url.port !== other.url.port && server.url.pathname !== other.url.pathname);
    let code = 0, said = '';
    try { execFileSync(fasti, ['view', story, '--no-browser', '--port', server.url.port], { env: environment, stdio: 'pipe', timeout: 10000 }); } catch (error) { code = error.status; said = String(error.stderr); }
    check('a port that is taken is said', code === 3 && said.includes(server.url.port) && said.includes('--port'), [code, said]);
    server.child.kill('SIGINT');
    other.child.kill('SIGINT');
    check('Ctrl+C ends it with success', (await server.ended).code === 0 && (await other.ended).code === 0);
    const again = await serve('--port', server.url.port);
    check('a port can be chosen', again.url.port === server.url.port);
    again.child.kill('SIGTERM');
    await again.ended;
    const lonely = join(folder, 'fasti');
    copyFileSync(fasti, lonely);
    for (const tail of [['--no-browser'], ['-o', join(folder, 'page.html')]]) {
      const { FASTI_DATA: _, ...bare } = environment;
      try { execFileSync(lonely, ['view', story, ...tail], { env: bare, stdio: 'pipe', timeout: 10000 }); code = 0; } catch (error) { code = error.status; said = String(error.stderr); }
      check('without the built page it says how to get it', code === 3 && said.includes('npm') && said.includes('build the project again'), [code, said]);
    }
    check('and leaves no half of a page', !existsSync(join(folder, 'page.html')));
    for (const [path, wanted] of [[join(folder, 'nowhere'), 3], [samples, 3]]) {
      try { execFileSync(fasti, ['view', path, '--no-browser'], { env: environment, stdio: 'pipe', timeout: 10000 }); code = 0; } catch (error) { code = error.status; }
      check('what is no story is not served', code >= wanted, [path, code]);
    }
  }

  { // Headlines and names as articles give them, in all their lengths.
    const file = join(folder, 'page.html');
    for (const sample of ['nato-russia-belarus', 'turkey-earthquake', 'microsoft-activision']) {
      execFileSync(fasti, ['build', join(samples, sample), '--story', join(folder, sample)], { env: environment, stdio: 'ignore' });
      execFileSync(fasti, ['view', join(folder, sample), '-o', file], { env: environment });
      for (const [width, colorScheme] of [[390, 'dark'], [820, 'light'], [1360, 'light']]) {
        const { context, page, seen } = await open(pathToFileURL(file).href, { width, colorScheme });
        await page.screenshot({ path: join(out, `${sample}-${width}.png`), fullPage: width < 1000 });
        for (const picture of ['timeline', 'network']) {
          const touching = collisions((await drawing(page, picture)).words);
          check(`no words of the ${picture} of ${sample} at ${width} stand on each other`, touching.length === 0, touching);
        }
        const found = await violations(context, page);
        check(`${sample} at ${width} has no violation`, found.length === 0, found);
        check(`${sample} at ${width} asks for nothing and meets no error`, seen.requests.length + seen.errors.length === 0, [seen.requests, seen.errors]);
        await context.close();
      }
    }
  }

  { // In the browser.
    const server = await serve('--events', String(most));
    const { context, page, seen } = await open(server.address);
    const asked = () => seen.requests.filter((address) => address.includes('/data?'));
    const loaded = (n) => page.waitForFunction((least) => Number(document.documentElement.dataset.loaded ?? 0) >= least, n, { timeout: 10000 });
    const times = () => page.evaluate(() => Number(document.documentElement.dataset.loaded ?? 0));
    const summary = await page.textContent('#summary');
    check('the page says that it holds a part', /^1[2-5]\d of 3\d\d events/.test(summary), summary);
    check('the story opens with its timeline', await entries(page) === 30);
    const found = await violations(context, page);
    check('the served page has no violation', found.length === 0, found);
    const before = await times();
    await page.fill('#from', '2021-10'); await page.fill('#to', '2021-10'); await page.keyboard.press('Tab');
    await page.click('#fit');
    await loaded(before + 1);
    await settled(page);
    const shown = Number((await page.textContent('#panel h2')).split(' ')[0]);
    const inOctober = JSON.parse((await ask(server.url, `${server.url.pathname}data?from=18901&to=18932`)).body).events;
    const expected = inOctober.from.filter((begin, e) => begin !== null && begin < 18932 && inOctober.to[e] > 18901).length;
    const touching = collisions((await drawing(page, 'timeline')).words);
    check('no headlines of a crowded month stand on each other', touching.length === 0, touching);
    check('zooming on a period loads its events', shown === expected, [shown, expected]);
    check('the choice outlives the load', await page.inputValue('#from') === '2021-10-01' && (await page.evaluate(() => location.hash)).includes('from=2021-10-01'));
    const asks = asked().length;
    const line = await page.locator('#timeline').boundingBox();
    await page.mouse.move(line.x + 500, line.y + 150); await page.mouse.wheel(0, -300);
    await page.waitForTimeout(900);
    check('what is there is not asked for again', asked().length === asks, asked());
    await page.click('#clear');
    await page.click('[data-type="consult"]');
    check('a choice among what is loaded says so', (await page.textContent('#panel')).includes('events that are loaded'));
    await page.click('#clear');
    await page.focus('#timeline');
    const wide = await times();
    await page.keyboard.press('0');
    await loaded(wide + 1);
    check('zooming out shows the whole again', (await page.textContent('#summary')).startsWith(summary.split(' events')[0].slice(0, 1)) && await entries(page) === 30);
    await page.fill('#search', 'nato');
    await page.waitForSelector('#found li');
    const actor = await times();
    await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter');
    await loaded(actor + 1);
    const mine = Number(/(\d+) events/.exec(await page.textContent('#panel h3:last-of-type'))?.[1] ?? 0);
    check('an actor is shown with all events, wherever they lie', mine > 20, mine);
    const address = page.url();
    check('every request goes to the server that the page came from', seen.requests.length > 0 && seen.requests.every((r) => r.startsWith(server.address)), seen.requests);
    check('the served page meets no error', seen.errors.length === 0, seen.errors);
    await page.close();
    const shared = await open(await Promise.resolve(address));
    await shared.page.waitForTimeout(1200);
    check('a shared address opens with the same choice', (await shared.page.textContent('#panel h2')) === 'NATO' && shared.seen.errors.length === 0, shared.seen.errors);
    server.child.kill('SIGTERM');
    await server.ended;
    await shared.page.mouse.move(line.x + 500, line.y + 150);
    await shared.page.click('#clear');
    await shared.page.mouse.wheel(0, -900);
    await shared.page.waitForTimeout(1200);
    check('a page that lost its server says so and goes on', (await shared.page.textContent('#said')).includes('could not be loaded') && await entries(shared.page) > 0, await shared.page.textContent('#said'));
    await shared.context.close();
    await context.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await finish();
