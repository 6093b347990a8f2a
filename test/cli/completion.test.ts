import { describe, expect, it } from 'vitest';
import { openRepository } from './repository.js';

const files = {
  'vocab.config.yaml': `version: 1
account: { region: singapore, endpoint: emulator }
models: { my-model: { family: fun-asr } }
vocabularies:
  - { name: medical, prefix: acmemed, target_models: [fun-asr, my-model], hotwords: [a] }
  - { name: support, prefix: acmesup, target_model: fun-asr, hotwords: [a] }
consumers:
  - { name: ward, vocabulary: medical, model: fun-asr }
evaluations:
  - { name: ward-words, consumer: ward, clips: ward.jsonl }
  - { name: other-words, consumer: ward, clips: other.jsonl }
`,
  'other.yaml': `version: 1
account: { region: singapore, endpoint: emulator }
vocabularies:
  - { name: other, prefix: acmeother, target_model: fun-asr, hotwords: [a] }
`,
  'broken.yaml': 'version: [',
};

async function completing(...words: readonly string[]) {
  const { vocabsync } = await openRepository(files);
  const { code, stdout, stderr } = await vocabsync(['completion', 'fish', '--', 'vocabsync', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [kind, ...lines] = stdout.trimEnd().split('\n');
  return { kind, values: lines.map((line) => line.split('\t')[0]), lines };
}

describe('completion', () => {
  it('offers the commands, with what they do', async () => {
    const { values, lines } = await completing('');
    expect(values).toContain('plan');
    expect(values).toContain('completion');
    expect(lines).toContain('validate\tcheck the configuration, offline');
    expect((await completing('pl')).values).toEqual(['plan']);
    expect((await completing('--v')).values).toEqual(['--version']);
    expect((await completing('nonsense', '')).values).toEqual([]);
  });

  it('offers the options of the command that were not given yet', async () => {
    expect((await completing('plan', '--re')).values).toEqual(['--retire']);
    expect((await completing('plan', '--retire', '--re')).values).toEqual([]);
    expect((await completing('plan', '--out', 'a.json', '--ou')).values).toEqual(['--out']);
    expect((await completing('validate', '--re')).values).toEqual([]);
    expect((await completing('plan', '-')).values).toContain('--help');
    expect((await completing('fmt', '--', '-')).kind).toBe('files');
  });

  it('offers the values of an option, in either spelling', async () => {
    expect((await completing('plan', '--format', 'j')).values).toEqual(['json', 'junit']);
    expect((await completing('plan', '--format=j')).values).toEqual(['--format=json', '--format=junit']);
    expect((await completing('plan', '--nonsense=j')).values).toEqual([]);
    expect((await completing('schema', 'pl')).values).toEqual(['plan']);
    expect((await completing('completion', 'z')).values).toEqual(['zsh']);
    expect((await completing('plan', '--endpoint', '')).values).toEqual(['emulator']);
  });

  it('offers the names of evaluations and of their consumers', async () => {
    expect((await completing('eval', '')).values).toEqual(['other-words', 'ward-words']);
    expect((await completing('eval', 'ward-words', 'o')).values).toEqual(['other-words']);
    expect((await completing('eval', '--consumer', '')).values).toEqual(['ward']);
    expect((await completing('eval', '--clips', '')).kind).toBe('files');
  });

  it.each([
    [['plan', '--config', ''], 'files'],
    [['plan', '-c', ''], 'files'],
    [['plan', '--out=p'], 'files'],
    [['apply', ''], 'files'],
    [['apply', 'plan.json', ''], 'words'],
    [['combine', 'a.json', 'b'], 'files'],
    [['diff', '--base', ''], 'files'],
    [['restore', ''], 'folders'],
    [['plan', '--timeout', ''], 'words'],
    [['plan', ''], 'words'],
  ] as const)('leaves it to the shell what %j can be: %s', async (words, kind) => {
    expect(await completing(...words)).toMatchObject({ kind, values: [] });
  });

  it('offers what the configuration names', async () => {
    expect((await completing('plan', '--allow', 'hot')).values).toEqual([
      'hotword-loss=medical@fun-asr',
      'hotword-loss=medical@my-model',
      'hotword-loss=support@fun-asr',
    ]);
    expect((await completing('plan', '--allow', 'max')).values).toEqual(['max-deletes']);
    expect((await completing('plan', '-c', 'other.yaml', '--allow', 'drop')).values).toEqual([
      'drop-fields=other@fun-asr',
    ]);
    expect((await completing('plan', '--config=other.yaml', '--allow=drop')).values).toEqual([
      '--allow=drop-fields=other@fun-asr',
    ]);
  });

  it('takes the configuration of the variable', async () => {
    const { vocabsync } = await openRepository(files);
    const { stdout } = await vocabsync('completion bash -- vocabsync plan --allow drop', {
      env: { VOCABSYNC_CONFIG: 'other.yaml' },
    });
    expect(stdout).toBe('words\ndrop-fields=other@fun-asr\n');
  });

  it.each(['broken.yaml', 'missing.yaml'])(
    'says nothing of a configuration that cannot be read: %s',
    async (file) => {
      expect((await completing('plan', '-c', file, '--allow', '')).values).toEqual(['max-deletes']);
    },
  );

  it('refuses a shell that it does not know', async () => {
    const { vocabsync } = await openRepository({});
    expect((await vocabsync('completion tcsh')).code).toBe(3);
  });
});
