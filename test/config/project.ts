import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LoadedConfig, loadConfig } from '../../src/config/read/load.js';
import type { Vocabulary } from '../../src/model/config.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files, gone when the test is over. */
export function createFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'vocabsync-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export async function load(files: Files): Promise<LoadedConfig> {
  return loadConfig({ cwd: createFolder(files) });
}

const header = 'version: 1\naccount: { region: singapore }\n';

/** A config whose head is fine, with what the test is about below. */
export function config(rest: string): string {
  return header + rest;
}

/** Loads one vocabulary file and its includes. */
export async function loadVocabulary(text: string, includes: Files = {}): Promise<LoadedConfig> {
  return load({ ...includes, 'vocab.config.yaml': config('vocabularies: [v.yaml]\n'), 'v.yaml': text });
}

const vocabularyHead = 'name: v\nprefix: acme\ntarget_model: fun-asr\n';

/** Loads a file of hotwords as the only include of a vocabulary. */
export async function loadWords(name: string, content: string | Uint8Array): Promise<LoadedConfig> {
  return loadVocabulary(`${vocabularyHead}include: [${name}]\n`, { [name]: content });
}

export async function loadHotwords(block: string): Promise<LoadedConfig> {
  return loadVocabulary(`${vocabularyHead}hotwords:\n${block}`);
}

export function onlyVocabulary({ config: loaded, diagnostics }: LoadedConfig): Vocabulary {
  const [vocabulary] = loaded?.vocabularies ?? [];
  if (vocabulary === undefined) throw new Error(`no vocabulary: ${JSON.stringify(diagnostics)}`);
  return vocabulary;
}

/** `text|weight|lang` of every entry of the only vocabulary. */
export function words(loaded: LoadedConfig): string[] {
  return onlyVocabulary(loaded).entries.map(({ text, weight, lang }) => `${text}|${weight}|${lang ?? ''}`);
}

/** `rule file:line:column` of every finding. */
export function summary({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  return diagnostics.map(({ rule, location }) => {
    return location === null ? rule : `${rule} ${location.file}:${location.line}:${location.column}`;
  });
}
