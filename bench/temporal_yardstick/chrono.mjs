// node chrono.mjs FILE…: chrono-node on the same text as fasti_bench_temporal, in MB per CPU-second.
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const text = process.argv.slice(2).map((file) => readFileSync(file, 'utf8')).join('\n\n');
const reference = new Date('2021-10-20T00:00:00');
// Paragraph by paragraph: on one long text it grows faster than the text.
const paragraphs = text.split(/\n+/);
const begun = process.cpuUsage();
let found = 0;
for (const paragraph of paragraphs) {
  found += chrono.parse(paragraph, reference).length;
}
const used = process.cpuUsage(begun);
const seconds = (used.user + used.system) / 1e6;
const bytes = Buffer.byteLength(text);
console.log(`chrono-node ${(bytes / 1e6).toFixed(3)} MB ${found} expressions ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`);
