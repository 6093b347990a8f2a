import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { descendants, parse } from './emitted-rules.js';

const project = join(import.meta.dirname, '..', '..');

/** A part of a text. In code, a line may run a program; in prose only what stands in backquotes is code. */
export interface Passage {
  readonly text: string;
  readonly isCode: boolean;
}

/** The files that tell somebody about the command line: everything but tests and what is generated from others. */
export async function textFiles(): Promise<string[]> {
  const folders = await Promise.all(['src', 'scripts', 'docs', 'examples', 'schemas'].map(filesIn));
  return [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'action.yml',
    'Dockerfile',
    '.pre-commit-hooks.yaml',
    ...folders.flat(),
  ];
}

async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(join(project, folder), { recursive: true });
  return files
    .filter((file) => /(?:\.(?:ts|mjs|md|ya?ml|json|txt|sh|jq|rego)|Dockerfile|Jenkinsfile)$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => !/(?:^|\/)\.[^/]/.test(file))
    .toSorted();
}

export async function passagesOf(file: string): Promise<Passage[]> {
  return passagesIn(file, await readFile(join(project, file), 'utf8'));
}

export function passagesIn(file: string, text: string): Passage[] {
  if (/\.(?:ts|mjs)$/.test(file)) return inSource(file, text);
  if (file.endsWith('.md')) return inMarkdown(text);
  return [{ text, isCode: !file.endsWith('.json') }];
}

function inMarkdown(text: string): Passage[] {
  const fence = /^ *```.*\n([^]*?)^ *```$/gm;
  const code = [...text.matchAll(fence)].map(([, block = '']) => ({ text: block, isCode: true }));
  return [...code, { text: text.replaceAll(fence, ''), isCode: false }];
}

/** Comments, strings and templates. Arguments of other programs are theirs, those of `examples` are lines to run. */
function inSource(file: string, text: string): Passage[] {
  const source = parse(file, text);
  const nodes = descendants(source);
  const strings = nodes.flatMap((node) => {
    const content = contentOf(node);
    if (content === null || (/^(?:src\/git|scripts)\//.test(file) && !content.includes(' '))) return [];
    return [{ text: content, isCode: isExample(node) }];
  });
  return [...commentsOf(nodes, text).map((comment) => ({ text: comment, isCode: false })), ...strings];
}

function contentOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function isExample({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && parent.expression.getText() === 'examples';
}

function commentsOf(nodes: readonly ts.Node[], text: string): string[] {
  const ranges = nodes.flatMap((node) => [
    ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
    ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
  ]);
  const byStart = new Map(ranges.map(({ pos, end }) => [pos, text.slice(pos, end)]));
  return [...byStart.values()].map((comment) => comment.replace(/^\s*(?:\*|\/\/) ?/gm, ''));
}
