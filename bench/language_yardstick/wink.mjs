// node wink.mjs FILE|FOLDER…: the tags of wink-nlp on the same texts as fasti_bench_language, in words per CPU-second.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const files = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path]);
const texts = process.argv.slice(2).flatMap(files).filter((file) => file.endsWith('.txt')).map((file) => readFileSync(file, 'utf8'));
const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;
const begun = process.cpuUsage();
let words = 0, tags = 0, runs = 0, seconds = 0;
do { // at least half a second of work, as the program's own benchmark does
  for (const text of texts) {
    const tokens = nlp.readDoc(text).tokens();
    words += tokens.length();
    tags += tokens.out(its.pos).length;
  }
  ++runs;
  const used = process.cpuUsage(begun);
  seconds = (used.user + used.system) / 1e6;
} while (seconds < 0.5);
console.log(`wink-nlp ${texts.length} texts ${words / runs} words ${tags / runs} tags ${Math.round(words / seconds)} words a CPU-second`);
