import type { Config } from '../../src/model/config.js';
import type { Desired } from '../../src/model/desired.js';
import type { Diagnostic, Location } from '../../src/model/diagnostic.js';
import { check } from '../../src/pipelines/check.js';
import { loadPronunciation } from '../../src/pronunciation/load-pronunciation.js';
import { temporaryFolder, writeInto } from '../support/world.js';

/** What the clock says in every test of the rules. */
const today = Date.parse('2026-12-26T08:00:00Z');

/** Texts by path. ▸ marks where a finding must point, ▹ where its second place must; neither is part of the file. */
export type Files = Readonly<Record<string, string>>;

export interface Findings {
  readonly config: Config | null;
  readonly diagnostics: readonly Diagnostic[];
  /** null when there is an error. */
  readonly desired: Desired | null;
  /** Where ▸ stands. */
  readonly location: Location | null;
  /** Where ▹ stands. */
  readonly related: Location | null;
}

/** What `validate` has to say of a repository. */
export async function validate(files: Files): Promise<Findings> {
  const directory = await temporaryFolder();
  for (const [file, text] of Object.entries(files)) await writeInto(directory, file, withoutMarks(text));
  const checked = await check({ cwd: directory }, { now: () => today, loadPronunciation });
  return { ...checked, location: locationOf('▸', files), related: locationOf('▹', files) };
}

/** `error[prefix-invalid]`, in the order they are reported. */
export function rulesOf({ diagnostics }: Pick<Findings, 'diagnostics'>): string[] {
  return diagnostics.map(({ severity, rule }) => `${severity}[${rule}]`);
}

/** A configuration whose vocabularies are for `model` unless they say otherwise. */
export function config(rest: string, { model = 'fun-asr', region = 'singapore' } = {}): Files {
  const head = `version: 1\naccount: { region: ${region} }\ndefaults: { target_model: ${model} }\n`;
  return { 'vocab.config.yaml': `${head}${rest}\n` };
}

/** A configuration with one vocabulary of these hotwords, in YAML. */
export function hotwords(items: readonly string[], options: Parameters<typeof config>[1] = {}): Files {
  const list = items.map((item) => `      - ${item}\n`).join('');
  return config(
    `vocabularies:\n  - name: medical\n    prefix: acmemed\n    hotwords:\n${list}`.trimEnd(),
    options,
  );
}

/** `range(3, (n) => `word${n}`)` makes word1, word2, word3. */
export function range<Item = string>(count: number, each: (serial: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => each(index + 1));
}

function locationOf(mark: string, files: Files): Location | null {
  const marked = Object.entries(files).find(([, text]) => text.includes(mark));
  if (marked === undefined) return null;
  const [file, text] = marked;
  const lines = withoutMarks(text.slice(0, text.indexOf(mark))).split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function withoutMarks(text: string): string {
  return text.replace(/[▸▹]/g, '');
}
