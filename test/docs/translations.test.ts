import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../pages/blocks.js';

/*
 * A translation is in step with its original when it has the same skeleton: the same headings, rows and items, the same
 * commands and configurations (their comments are translated), the same code in its sentences and the same links.
 */

const project = join(import.meta.dirname, '../..');
const translated = ['README.md', ...pagesIn('docs')].filter((page) =>
  existsSync(join(project, inChinese(page))),
);

it.each(['README.md', 'docs/first-list.md'])('there is a translation of %s', (page) => {
  expect(translated).toContain(page);
});

describe.each(translated)('the translation of %s', (page) => {
  const [original, translation] = [page, inChinese(page)].map((name) =>
    readFileSync(join(project, name), 'utf8'),
  );

  it.each(Object.entries({ headings, rows, items, blocks, spans, links }))(
    'has the same %s',
    (_, partsOf) => {
      expect(partsOf(translation!)).toEqual(partsOf(original!));
    },
  );

  it('is in Chinese, and each names the other', () => {
    expect(prose(translation!).match(/\p{Script=Han}/gu)?.length ?? 0).toBeGreaterThan(500);
    const linkedFrom = (text: string) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(linkedFrom(original!)).toContain(inChinese(page).replace(/^.*\//, ''));
    expect(linkedFrom(translation!)).toContain(page.replace(/^.*\//, ''));
  });
});

it('a page that is linked from a translation is there', () => {
  const targets = translated.flatMap((page) =>
    [page, inChinese(page)].flatMap((name) =>
      [...readFileSync(join(project, name), 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(
        ([, target]) => join(dirname(name), target!),
      ),
    ),
  );
  expect(targets.filter((target) => !existsSync(join(project, target)))).toEqual([]);
});

function pagesIn(folder: string): string[] {
  const names = readdirSync(join(project, folder)).filter((name) => name.endsWith('.md'));
  return names.filter((name) => !name.endsWith('.zh-CN.md')).map((name) => `${folder}/${name}`);
}

function inChinese(page: string): string {
  return page.replace(/\.md$/, '.zh-CN.md');
}

function prose(text: string): string {
  return text.replaceAll(/^( *)```[^]*?^\1```$/gm, '');
}

function headings(text: string): string[] {
  return [...prose(text).matchAll(/^(#+) (\d*)/gm)].map(([, level, number]) => `${level} ${number}`);
}

function rows(text: string): number[] {
  const lines = prose(text).split('\n');
  return lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length);
}

function items(text: string): number {
  return [...prose(text).matchAll(/^ *(?:-|\d+\.) /gm)].length;
}

/** Without what is for people: comments, and notes in the words. */
function blocks(text: string): string[] {
  return blocksOf(text).map(({ language, text: block }) => {
    const bare = block
      .replaceAll(/\s+#(?! yaml-language-server).*$/gm, '')
      .replaceAll(/note: [^,}]+/g, 'note: …');
    return `${language}\n${bare}`;
  });
}

/** In any order, since sentences are built otherwise. */
function spans(text: string): string[] {
  return [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!).toSorted();
}

function links(text: string): string[] {
  const targets = [...prose(text).matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
  const others = targets.filter((target) => !/^(README|first-list)(\.zh-CN)?\.md$/.test(target));
  return others.map((target) => target.replace('.zh-CN.md', '.md')).toSorted();
}
