/**
 * Puts what a run has measured into docs/performance.md:
 *
 *     npm run bench -- --json docs/performance.json && node bench/write-docs.mjs
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measuredSection } from './measured-section.mjs';

const docs = join(import.meta.dirname, '../docs');
const measured = JSON.parse(await readFile(join(docs, 'performance.json'), 'utf8'));
const page = await readFile(join(docs, 'performance.md'), 'utf8');
const section = /(<!-- measured -->\n)[\s\S]*(<!-- end of what was measured -->)/;
await writeFile(join(docs, 'performance.md'), page.replace(section, `$1${measuredSection(measured)}$2`));
