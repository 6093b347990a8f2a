import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The licences of the packages that the given bundled files come from: their authors ask that they go with every copy. */
export async function renderNotices(files) {
  const folders = files.map((file) => packageFolder.exec(file)?.[1]).filter((folder) => folder !== undefined);
  const notices = await Promise.all([...new Set(folders)].toSorted().map(renderNotice));
  return ['vocabsync contains these packages.\n', ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

async function renderNotice(folder) {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = manifest;
  return `${name} ${version} (${license})\n\n${await licenceText(folder, manifest)}\n`;
}

async function licenceText(folder, { author, repository }) {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
  if (file !== undefined) return (await readFile(join(folder, file), 'utf8')).trim();
  // Not every package brings the text; whom to credit is the least that can be said.
  return `by ${author?.name ?? author}, ${repository?.url ?? repository}`;
}
