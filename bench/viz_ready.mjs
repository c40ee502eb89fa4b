// viz_ready.mjs PROGRAM PAGE VIZ: what the page costs at three sizes: CPU seconds of its process until both pictures
// stand; then, while both are zoomed, milliseconds from one frame to the next and CPU milliseconds of the browser's
// processes for each (which other work on the machine hardly changes). PROGRAM is fasti_viewer_page, PAGE the built
// viewer.html, VIZ the folder with node_modules; all absolute.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, template, viz] = process.argv.slice(2);
const { chromium } = createRequire(join(viz, 'package.json'))('playwright-core');
const folder = mkdtempSync(join(tmpdir(), 'viz-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu',
  '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const control = await browser.newBrowserCDPSession();
const cpuOfAll = async () => (await control.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, p) => sum + p.cpuTime, 0) * 1000;
const frames = 60;
console.log('events:actors:ties\tMB\tready CPU s\tframe ms median\tframe ms worst\tCPU ms a frame');
for (const story of ['1000:200:600', '20000:10000:50000', '100000:10000:50000']) {
  const file = join(folder, 'page.html'), bytes = execFileSync(program, [template, story], { maxBuffer: 1 << 30 });
  writeFileSync(file, bytes);
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 } }), session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`file://${file}`);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { metrics } = await session.send('Performance.getMetrics');
  const cpu = metrics.find((m) => m.name === 'TaskDuration').value;
  await page.waitForTimeout(2500); // the search index is made meanwhile
  const before = await cpuOfAll();
  const times = await page.evaluate(async (frames) => {
    const times = [], canvas = document.getElementById('timeline'), other = document.getElementById('network');
    for (let i = 0; i < frames; ++i) {
      const wheel = { deltaY: i < frames / 2 ? -60 : 60, clientX: 500, clientY: 300, bubbles: true, cancelable: true };
      canvas.dispatchEvent(new WheelEvent('wheel', wheel));
      other.dispatchEvent(new WheelEvent('wheel', { ...wheel, clientY: 650 }));
      const begin = performance.now();
      await new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
      times.push(performance.now() - begin);
    }
    return times.sort((p, q) => p - q);
  }, frames);
  const spent = (await cpuOfAll() - before) / frames;
  console.log(`${story}\t${(bytes.length / 1e6).toFixed(1)}\t${cpu.toFixed(2)}\t${times[frames / 2].toFixed(1)}\t${times[frames - 1].toFixed(1)}\t${spent.toFixed(1)}`);
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
