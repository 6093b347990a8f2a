import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ended } from '../support/cli.js';
import { manualClock } from '../support/emulator.js';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const medical = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };
const output = 'outputs: [{ path: build/ids.json, format: json }]\n';

describe('--format json', () => {
  it('gives a plan with everything that is said of it', async () => {
    const { vocabsync, write, base_url } = await openRepository(medical);
    await vocabsync('apply --yes');
    const consumer = 'consumers: [{ name: ward, vocabulary: medical, model: fun-asr }]\n';
    await write('vocab.config.yaml', config({ medical: ['alpha', 'omega'] }, consumer));
    const { code, stdout } = await vocabsync('plan --format json --detailed-exitcode');
    const vocabulary_id = expect.stringMatching(/^vocab-acmemed-[0-9a-f]{32}$/);
    const times = { gmt_create: '2026-11-02 08:00:00', gmt_modified: '2026-11-02 08:00:00' };
    const address = 'medical@fun-asr';
    expect(JSON.parse(stdout)).toMatchObject({
      format_version: '1.0',
      kind: 'plan',
      tool: { name: 'vocabsync', version: '1.2.3' },
      digest: expect.stringMatching(/^vs2:sha256:[0-9a-f]{64}$/),
      account: {
        endpoint: base_url,
        workspace: null,
        quota: { limit: 10, in_use: 1, unmanaged: 0, peak: 1, after: 1 },
      },
      shaping: { retire: false, delete_first: false },
      changes: [
        {
          address,
          name: 'medical',
          prefix: 'acmemed',
          target_model: 'fun-asr',
          action: 'update',
          reason: 'hotwords_changed',
          before: { vocabulary_id, status: 'OK', ...times, hotword_count: 2 },
          hotwords: {
            added: [{ text: 'omega', weight: 4, lang: null }],
            removed: [{ text: 'beta', weight: 4, lang: null }],
            changed: [],
            unchanged: 1,
          },
          replaced_by: null,
          consumers: ['ward'],
        },
      ],
      steps: [{ id: '1', op: 'update', address, after: [], slots_after: 1, not_before: null }],
      summary: { create: 0, update: 1, delete: 0, keep: 0, no_op: 0 },
      diagnostics: [],
      blocked: [],
    });
    expect(code).toBe(2);
  });

  it('lists the words that have expired, each with its line, and plans the same as the day before', async () => {
    const { vocabsync } = await openRepository({
      'vocab.config.yaml': medical['vocab.config.yaml'].replace(
        'hotwords: ["alpha", "beta"]',
        'include: [w.csv]',
      ),
      'w.csv': 'text,note,expires\nalpha,trial of ward 3,2027-03-31\nbeta,,2027-04-01\ngamma,,\n',
    });
    const on = async (day: string, args: string) => {
      const clock = manualClock(Date.parse(day));
      const { code, stdout } = await vocabsync(`${args} --format json`, { clock });
      expect(code).toBe(0);
      return JSON.parse(stdout) as { digest: string; diagnostics: object[] };
    };
    const said = { rule: 'hotword-expired', severity: 'warning', file: 'w.csv', column: 1 };
    const alpha = {
      ...said,
      line: 2,
      message: '"alpha" was wanted until 2027-03-31; its note: "trial of ward 3"',
    };
    const beta = { ...said, line: 3, message: '"beta" was wanted until 2027-04-01' };
    expect((await on('2027-03-31', 'validate')).diagnostics).toEqual([]);
    expect((await on('2027-04-01', 'validate')).diagnostics).toMatchObject([alpha]);
    expect((await on('2027-04-02', 'validate')).diagnostics).toMatchObject([alpha, beta]);
    const [before, after] = [await on('2027-03-31', 'plan'), await on('2027-04-02', 'plan')];
    expect(after).toEqual({ ...before, diagnostics: after.diagnostics });
    expect(after.diagnostics).toHaveLength(2);
  });

  it('adds to each step of an apply what came of it', async () => {
    const { vocabsync } = await openRepository({
      'vocab.config.yaml': config({ medical: ['alpha'] }, output),
    });
    const document = documentOf(await vocabsync('apply --yes --format json'));
    expect(document).toMatchObject({
      kind: 'apply',
      converged: true,
      remaining: { create: 0, no_op: 1 },
      outputs: ['build/ids.json'],
    });
    expect(document['steps']).toEqual([
      {
        id: '1',
        op: 'create',
        address: 'medical@fun-asr',
        after: [],
        slots_after: 1,
        not_before: null,
        status: 'done',
        vocabulary_id: expect.stringMatching(/^vocab-acmemed-/),
        request_id: expect.any(String),
        attempts: 1,
        note: null,
        error: null,
      },
    ]);
  });

  it('gives a validation with its diagnostics in reading order', async () => {
    const { vocabsync } = await openRepository({
      'vocab.config.yaml': config({ medical: ['one two three four five six seven eight', 'alpha'] }),
    });
    const { code, stdout } = await vocabsync('validate --format json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      format_version: '1.0',
      kind: 'validate',
      tool: { name: 'vocabsync', version: '1.2.3' },
      account: { name: null, config: 'vocab.config.yaml' },
      diagnostics: [
        {
          severity: 'error',
          rule: 'hotword-too-many-words',
          message: expect.any(String),
          hint: expect.any(String),
          file: 'vocab.config.yaml',
          line: 8,
          column: expect.any(Number),
        },
      ],
    });
  });
});

interface Failure {
  readonly what: string;
  readonly args: string;
  readonly code: number;
  readonly kind: string;
  readonly error: string;
  readonly prepare?: (repository: Repository) => Promise<unknown>;
}

const usage = { code: 3, kind: 'error', error: 'usage' } as const;

const failures: readonly Failure[] = [
  { what: 'an unknown option', args: 'plan --bogus', ...usage },
  { what: 'an unknown command', args: 'pln', ...usage },
  { what: 'an argument too many', args: 'apply a.json b.json', ...usage },
  { what: 'an option without its value', args: 'plan --timeout', ...usage },
  { what: 'a value that cannot be', args: 'plan --timeout soon', ...usage },
  { what: 'options that contradict', args: 'plan --quiet --verbose', ...usage },
  { what: 'no command', args: '', ...usage },
  { what: 'an emulator that cannot be', args: 'emulator --fault x', ...usage },
  { what: 'an unknown allowance', args: 'plan --allow all', code: 3, kind: 'plan', error: 'usage' },
  { what: 'a plan of no known form', args: 'plan --out plan.pdf', code: 3, kind: 'plan', error: 'usage' },
  { what: 'no configuration', args: 'plan -c no.yaml', code: 3, kind: 'plan', error: 'config-invalid' },
  {
    what: 'a broken configuration',
    args: 'apply --yes',
    code: 3,
    kind: 'apply',
    error: 'config-invalid',
    prepare: ({ write }) => write('vocab.config.yaml', 'version: 1\n'),
  },
  {
    what: 'a file that cannot be written',
    args: 'plan --out build/plan.json',
    code: 3,
    kind: 'plan',
    error: 'file-unwritable',
    prepare: ({ write }) => write('build', 'a file, not a folder'),
  },
  {
    what: 'a plan file that is none',
    args: 'apply vocab.config.yaml',
    code: 3,
    kind: 'apply',
    error: 'plan-file-invalid',
  },
  {
    what: 'an endpoint that is none',
    args: 'plan --endpoint ftp://x',
    code: 3,
    kind: 'plan',
    error: 'usage',
  },
  { what: 'no approval', args: 'apply', code: 4, kind: 'apply', error: 'not-approved' },
  { what: 'a stale plan', args: 'apply --expect-digest x', code: 5, kind: 'apply', error: 'plan-stale' },
  {
    what: 'a dead account',
    args: 'plan',
    code: 8,
    kind: 'plan',
    error: 'unavailable',
    prepare: (repository) => fail(repository, 'list'),
  },
  {
    what: 'a deadline',
    args: 'plan --deadline 1ms',
    code: 8,
    kind: 'plan',
    error: 'deadline',
    prepare: async ({ emulator }) =>
      emulator.change({ faults: [{ kind: 'hang', action: 'list', skip: 0, count: 99 }] }),
  },
];

describe('--format json, where a run fails', () => {
  it.each(failures.map((each) => [each.what, each] as const))(
    'gives one document for %s',
    async (_, { args, code, kind, error, prepare }) => {
      const repository = await openRepository(medical);
      await prepare?.(repository);
      const ended = await repository.vocabsync([...args.split(' ').filter(Boolean), '--format', 'json']);
      expect(documentOf(ended)).toMatchObject({
        format_version: '1.0',
        kind,
        tool: { name: 'vocabsync', version: '1.2.3' },
        diagnostics: expect.any(Array),
        error: { code: error, message: expect.stringMatching(/^(?!error: )./) },
      });
      expect(ended.code).toBe(code);
    },
  );

  it('is understood from the environment, even where an option is not', async () => {
    const { vocabsync } = await openRepository(medical);
    const ended = await vocabsync('plan --bogus', { env: { VOCABSYNC_FORMAT: 'json' } });
    expect(documentOf(ended)).toMatchObject({ kind: 'error' });
  });

  it('shows the plan that was not approved, was stale or blocked', async () => {
    const { vocabsync, emulator } = await openRepository(medical);
    const plan = documentOf(await vocabsync('plan --format json'));
    for (const approval of [[], ['--expect-digest', 'vs2:sha256:0']]) {
      const refused = documentOf(await vocabsync(['apply', '--format', 'json', ...approval]));
      expect(refused).toMatchObject({ ...plan, kind: 'apply', converged: false });
    }
    await emulator.seed(['alpha', 'omega'].map((text) => listOf(text)));
    const { code, stdout } = await vocabsync('apply --yes --format json');
    expect(JSON.parse(stdout)).toMatchObject({
      blocked: [{ rule: 'rival', address: 'medical@fun-asr' }],
      error: { code: 'blocked' },
    });
    expect(code).toBe(4);
  });

  it('gives the steps of an apply that came to half of it, with their errors', async () => {
    const repository = await openRepository({
      'vocab.config.yaml': config({ medical: ['alpha'], sales: ['beta'] }),
    });
    await fail(repository, 'create', 1);
    const ended = await repository.vocabsync('apply --yes --parallelism 1 --format json');
    expect(documentOf(ended)).toMatchObject({
      kind: 'apply',
      converged: false,
      remaining: { create: 1, no_op: 1 },
      steps: [
        { status: 'done', error: null },
        { status: 'unknown', error: { code: 'unavailable', status: 500, vendor_code: 'InternalError' } },
      ],
    });
    expect(ended.code).toBe(6);
  });

  it('says why an output file was not written', async () => {
    const { vocabsync, write } = await openRepository({
      'vocab.config.yaml': config({ medical: ['alpha'] }, output),
    });
    await write('build', 'a file, not a folder');
    const first = await vocabsync('apply --yes --format json');
    expect(documentOf(first)).toMatchObject({ outputs: [], error: { code: 'file-unwritable' } });
    expect(first.code).toBe(6);
    expect((await vocabsync('apply --yes --format json')).code).toBe(3);
  });

  it('leaves a plan file alone that it could not make', async () => {
    const repository = await openRepository(medical);
    await repository.vocabsync('plan --out plan.json');
    const before = await readFile(join(repository.directory, 'plan.json'), 'utf8');
    await fail(repository, 'list');
    await repository.vocabsync('plan --out plan.json --format json');
    expect(await readFile(join(repository.directory, 'plan.json'), 'utf8')).toBe(before);
  });
});

/** The document on stdout, which holds nothing else. */
function documentOf({ stdout }: Ended): Record<string, unknown> {
  return JSON.parse(stdout);
}

function listOf(text: string) {
  return { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text, weight: 4 }] };
}

async function fail({ emulator }: Repository, action: 'list' | 'create', skip = 0): Promise<void> {
  emulator.change({ faults: [{ kind: 'refuse', action, skip, count: 99 }] });
}
