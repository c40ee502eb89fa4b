// viz_ready.mjs PROGRAM PAGE VIZ: CPU seconds of the page's process until both pictures stand, and
// milliseconds a frame while zooming, at three sizes. PROGRAM is fasti_viewer_page, PAGE the built
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
console.log('events:actors:ties\tMB\tready CPU s\tframe ms (median)');
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
  const frame = await page.evaluate(async () => {
    const times = [], canvas = document.getElementById('timeline'), other = document.getElementById('network');
    for (let i = 0; i < 30; ++i) {
      const wheel = { deltaY: i < 15 ? -60 : 60, clientX: 500, clientY: 300, bubbles: true, cancelable: true };
      canvas.dispatchEvent(new WheelEvent('wheel', wheel));
      other.dispatchEvent(new WheelEvent('wheel', { ...wheel, clientY: 650 }));
      const begin = performance.now();
      await new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
      times.push(performance.now() - begin);
    }
    return times.sort((p, q) => p - q)[15];
  });
  console.log(`${story}\t${(bytes.length / 1e6).toFixed(1)}\t${cpu.toFixed(2)}\t${frame.toFixed(1)}`);
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
