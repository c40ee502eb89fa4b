// Makes the one offline page: node build.mjs [OUTPUT]. Script and style stand in the page itself,
// allowed by their hashes alone; connect-src 'none' and default-src 'none' keep it from any request.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2] ?? join(here, 'dist', 'viewer.html');

const bundle = await build({
  entryPoints: [join(here, 'src', 'main.ts')],
  bundle: true, minify: true, write: false, format: 'iife', target: 'es2020', charset: 'utf8', legalComments: 'none',
});
const style = await build({
  entryPoints: [join(here, 'src', 'style.css')], bundle: true, minify: true, write: false, charset: 'utf8',
});
const script = bundle.outputFiles[0].text.replaceAll('</script', '<\\/script').trim();
const css = style.outputFiles[0].text.trim();
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (await readFile(join(here, 'src', 'page.html'), 'utf8'))
  .replace('%SCRIPT_HASH%', () => hash(script))
  .replace('%STYLE_HASH%', () => hash(css))
  .replace('%STYLE%', () => css)
  .replace('%SCRIPT%', () => script);
await mkdir(dirname(output), { recursive: true });
await writeFile(`${output}.part`, page);
await rename(`${output}.part`, output);
