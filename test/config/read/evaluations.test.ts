import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/read/load.js';
import { config, createFolder, load, summary } from '../project.js';

const head = `vocabularies: [{ name: m, prefix: acme, target_model: fun-asr, hotwords: [a] }]
consumers: [{ name: ward, vocabulary: m, model: fun-asr }]
`;

function written(evaluations: string, before = head): string {
  return config(`${before}evaluations:\n${evaluations}`);
}

async function loadOnly(evaluations: string, before = head) {
  return load({ 'vocab.config.yaml': written(evaluations, before) });
}

describe('an evaluation', () => {
  it('is read with everything it says, each value with its place', async () => {
    const loaded = await loadOnly(
      '  - { name: rounds, consumer: ward, clips: ./clips/r.jsonl, min_recall: 87.5%, max_false: 0, repeat: 3 }\n',
    );
    expect(loaded.diagnostics).toEqual([]);
    const file = 'vocab.config.yaml';
    expect(loaded.config?.evaluations).toEqual([
      {
        name: 'rounds',
        consumer: { value: 'ward', location: { file, line: 6, column: 31 } },
        clips: { value: './clips/r.jsonl', location: { file, line: 6, column: 44 } },
        min_recall: 0.875,
        max_false: 0,
        repeat: 3,
        location: { file, line: 6, column: 13 },
      },
    ]);
  });

  it('recognises each clip once, and asks for nothing, when it does not say so', async () => {
    const { config: loaded } = await loadOnly('  - { name: rounds, consumer: ward, clips: r.jsonl }\n');
    expect(loaded?.evaluations).toMatchObject([{ min_recall: null, max_false: null, repeat: 1 }]);
  });

  it('needs no manifest to be there: only eval reads it', async () => {
    const loaded = await loadOnly('  - { name: rounds, consumer: ward, clips: nowhere.jsonl }\n');
    expect(loaded.diagnostics).toEqual([]);
    expect([...loaded.sources.keys()]).toEqual(['vocab.config.yaml']);
  });

  it.each<readonly [string, string, string]>([
    ['recall above all', 'min_recall: 101%', 'invalid-value vocab.config.yaml:6:65'],
    ['recall without its sign', 'min_recall: 0.9', 'invalid-value vocab.config.yaml:6:65'],
    ['count below none', 'max_false: -1', 'invalid-value vocab.config.yaml:6:64'],
    ['share for a count', 'max_false: 5%', 'invalid-value vocab.config.yaml:6:64'],
    ['repeat of no times', 'repeat: 0', 'invalid-value vocab.config.yaml:6:61'],
    ['repeat that nobody pays for', 'repeat: 11', 'invalid-value vocab.config.yaml:6:61'],
    ['key it does not know', 'max_fales: 1', 'unknown-key vocab.config.yaml:6:53'],
  ])('takes no %s', async (_, field, found) => {
    const loaded = await loadOnly(`  - { name: rounds, consumer: ward, clips: r.jsonl, ${field} }\n`);
    expect(summary(loaded)).toEqual([found]);
  });

  it.each([
    ['min_recall: 0.9', 'write 90%'],
    ['min_recall: 90', 'write 90%'],
    ['min_recall: "0.5"', 'write 50%'],
    ['min_recall: 1', 'write a share from 0% to 100%'],
    ['min_recall: most', 'write a share from 0% to 100%'],
  ])('hints at the share that %s is meant to be', async (field, hint) => {
    const { diagnostics } = await loadOnly(
      `  - { name: rounds, consumer: ward, clips: r.jsonl, ${field} }\n`,
    );
    expect(diagnostics.map((one) => one.hint)).toEqual([hint]);
  });

  it.each(['name', 'consumer', 'clips'])('needs a %s', async (key) => {
    const fields = { name: 'rounds', consumer: 'ward', clips: 'r.jsonl' };
    const some = Object.entries(fields).filter(([name]) => name !== key);
    const text = some.map(([name, value]) => `${name}: ${value}`).join(', ');
    expect(summary(await loadOnly(`  - { ${text} }\n`))).toEqual(['missing-key vocab.config.yaml:6:5']);
  });

  it.each(['/etc/r.jsonl', '../r.jsonl', 'C:/r.jsonl', '.vocabsync/r.jsonl', 'x/.git/r.jsonl'])(
    'has no manifest %s, which is outside',
    async (clips) => {
      const loaded = await loadOnly(`  - { name: rounds, consumer: ward, clips: ${clips} }\n`);
      expect(summary(loaded)).toEqual(['path-outside vocab.config.yaml:6:44']);
      expect(loaded.config?.evaluations).toEqual([]);
    },
  );

  it('may have its manifest elsewhere in the git work tree', async () => {
    const text = written('  - { name: rounds, consumer: ward, clips: ../shared/r.jsonl }\n');
    const cwd = createFolder({ 'ward/vocab.config.yaml': text });
    execFileSync('git', ['init', '-q', cwd]);
    const loaded = await loadConfig({ cwd: join(cwd, 'ward') });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.evaluations).toMatchObject([{ clips: { value: '../shared/r.jsonl' } }]);
  });

  it('keeps its manifest: no output is written over it', async () => {
    const outputs = `${head}outputs: [{ path: clips/../r.json, format: json }]\n`;
    const loaded = await loadOnly('  - { name: rounds, consumer: ward, clips: ./r.json }\n', outputs);
    expect(summary(loaded)).toEqual(['output-over-source vocab.config.yaml:5:19']);
  });

  it('says nothing of a consumer of which enough is said', async () => {
    const evaluation = '  - { name: rounds, consumer: ward, clips: r.jsonl }\n';
    for (const [consumer, found] of [
      ['{ name: ward, model: fun-asr }', 'missing-key'],
      ['{ name: ward, vocabulary: m, model: fun-asr, x: 1 }', 'unknown-key'],
      ['{ name: ward, vocabulary: m }', 'missing-key'],
    ] as const) {
      const before = head.replace(/consumers:.*/, `consumers: [${consumer}]`);
      const loaded = await loadOnly(evaluation, before);
      expect(loaded.diagnostics.map(({ rule }) => rule)).toEqual([found]);
    }
  });
});
