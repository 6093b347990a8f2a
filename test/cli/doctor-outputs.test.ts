import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutputFormat } from '../../src/model/config.js';
import { sendAsAnother } from '../support/emulator.js';
import { openRepository, type Repository } from './repository.js';

const instantModel = 'qwen-audio-3.1-asr-flash-streaming';

/** Two lists, and words that go with requests. */
function configOf(format: OutputFormat, edit = (text: string) => text): string {
  return edit(`version: 1
account: { region: singapore }
namespace: acme
prune: true
guards: { update_interval: 0s, max_hotword_loss: 100% }
vocabularies:
  - { name: medical, prefix: acmemed, target_model: fun-asr, hotwords: [alpha, beta] }
  - { name: support, prefix: acmesup, target_model: fun-asr-realtime, hotwords: [refund] }
  - { name: guests, delivery: instant, target_model: ${instantModel}, hotwords: [nguyen, murata, okafor] }
consumers:
  - { name: ward, vocabulary: medical, model: fun-asr }
  - { name: calls, vocabulary: support, model: fun-asr-realtime }
  - { name: lobby, vocabulary: guests, model: ${instantModel} }
outputs: [{ path: ids, format: ${format} }]
`);
}

interface Check {
  readonly id: string;
  readonly status: string;
  readonly message: string;
  readonly hint: string | null;
}

let here: Repository;

async function applied(format: OutputFormat = 'json'): Promise<string> {
  here = await openRepository({ 'vocab.config.yaml': configOf(format) });
  expect((await here.vocabsync('apply --yes')).code).toBe(0);
  return readFile(join(here.directory, 'ids'), 'utf8');
}

/** `fail: message`, of what is said of the published files. */
async function said(): Promise<string[]> {
  const { stdout } = await here.vocabsync('doctor --format json');
  const { checks } = JSON.parse(stdout) as { readonly checks: readonly Check[] };
  return checks.flatMap(({ id, status, message }) => (id === 'outputs' ? `${status}: ${message}` : []));
}

interface Ids {
  vocabularies: Record<string, Record<string, { vocabulary_id: string }>>;
  consumers: Record<string, { model?: string; vocabulary_id?: string | null; vocabulary?: unknown }>;
}

describe('of a published file doctor says by its content, whatever its layout is,', () => {
  const wrong = 'fail: ids gives programs another id or model than it should: ';
  const cases: readonly [what: string, edit: (ids: Ids) => void, starts: string][] = [
    [
      'that a consumer has the id of another',
      ({ consumers: { ward = {}, calls = {} } }) => {
        [ward.vocabulary_id, calls.vocabulary_id] = [calls.vocabulary_id ?? null, ward.vocabulary_id ?? null];
      },
      `${wrong}calls is given the id of medical@fun-asr in the place of vocab-acmesup-`,
    ],
    [
      'that a consumer has another model',
      ({ consumers: { ward = {} } }) => {
        ward.model = 'fun-asr-realtime';
      },
      `${wrong}ward is given the model fun-asr-realtime in the place of fun-asr;`,
    ],
    [
      'that a consumer has no model',
      ({ consumers: { ward = {} } }) => {
        delete ward.model;
      },
      `${wrong}ward is given no model in the place of fun-asr;`,
    ],
    [
      'that a consumer has an id, and shall have none',
      ({ consumers: { lobby = {}, ward = {} } }) => {
        lobby.vocabulary_id = ward.vocabulary_id ?? null;
      },
      `${wrong}lobby is given the id of medical@fun-asr, and shall have none;`,
    ],
    [
      'that a list has the id of another',
      ({ vocabularies: { medical = {}, support = {} } }) => {
        medical['fun-asr'] = support['fun-asr-realtime'] ?? { vocabulary_id: '' };
      },
      `${wrong}medical@fun-asr is vocab-acmesup-`,
    ],
    [
      'that a consumer is missing',
      ({ consumers }) => {
        delete consumers['ward'];
      },
      'fail: ids does not have every consumer: ward is not in it; its program finds neither an id nor words',
    ],
    [
      'that a consumer has no id',
      ({ consumers: { ward = {} } }) => {
        ward.vocabulary_id = null;
      },
      'fail: ids is older than the account: vocab-acmemed-',
    ],
    [
      'that a list is missing',
      ({ vocabularies }) => {
        delete vocabularies['support'];
      },
      'fail: ids is older than the account: vocab-acmesup-',
    ],
    [
      'that an id is not in the account, also of a consumer that is no more',
      ({ consumers }) => {
        consumers['old'] = { model: 'fun-asr', vocabulary_id: 'vocab-acmemed-gone' };
      },
      'fail: ids is older than the account: vocab-acmemed-gone is not in the account;',
    ],
    [
      'that a consumer has none of its words',
      ({ consumers: { lobby = {} } }) => {
        lobby.vocabulary = null;
      },
      'fail: ids does not have the words that programs shall send: lobby is given 0 of its 3 words',
    ],
    [
      'that a consumer has less than half of its words',
      ({ consumers: { lobby = {} } }) => {
        lobby.vocabulary = { nguyen: 4 };
      },
      'fail: ids does not have the words that programs shall send: lobby is given 1 of its 3 words',
    ],
    [
      'that a consumer has other words',
      ({ consumers: { lobby = {} } }) => {
        lobby.vocabulary = { nguyen: 4, murata: 5, other: 4 };
      },
      'warn: ids has other words than the configuration: "murata" has the weight 5 in it, and 4 in the configuration (lobby), and 2 more words differ;',
    ],
    [
      'that it is right, and laid out otherwise',
      () => {},
      'warn: ids gives programs the right ids and words, and is not letter by letter',
    ],
  ];

  it.each(cases)('%s', async (_, edit, starts) => {
    const ids = JSON.parse(await applied()) as Ids;
    expect(await said()).toEqual(['ok: ids: as the account is']);
    edit(ids);
    await here.write('ids', JSON.stringify(ids));
    const [first = ''] = await said();
    expect(first.slice(0, starts.length)).toBe(starts);
    await here.vocabsync('apply --yes');
    expect(await said()).toEqual(['ok: ids: as the account is']);
  });

  it.each(['yaml', 'dotenv', 'ts'] as const)('also in %s', async (format) => {
    const text = await applied(format);
    await here.write('ids', text.replace(/(_MODEL=|"model": ")fun-asr(?![-\w])/, '$1fun-asr-mtl'));
    expect((await said())[0]).toContain(
      `${wrong}ward is given the model fun-asr-mtl in the place of fun-asr;`,
    );
  });

  it.each([
    ['<<<<<<< HEAD\n', 'has the marks of a merge conflict in line 1'],
    ['{ not json', 'is not the JSON that programs read'],
    ['', 'is not the JSON that programs read'],
  ])('that no program can read it: %j', async (before, why) => {
    const text = await applied();
    await here.write('ids', before.startsWith('<') ? `${before}${text}` : before);
    expect(await said()).toEqual([`fail: ids ${why}: they find neither ids nor the words of guests in it`]);
  });
});

describe('while a list is not in effect, doctor says of a published file', () => {
  const another = '  - { name: other, prefix: acmeoth, target_model: fun-asr, hotwords: [gamma] }\n';
  const withAnother = configOf('json', (text) => text.replace('consumers:\n', `${another}consumers:\n`));

  beforeEach(async () => {
    await applied();
  });

  it('no more than that it is right as far as anybody can tell', async () => {
    await here.write('vocab.config.yaml', withAnother);
    expect(await said()).toEqual(['ok: ids: as much of the account as is in effect']);
  });

  it('what is wrong in the rest of it, and when that can be mended', async () => {
    const file = join(here.directory, 'ids');
    await here.write('ids', (await readFile(file, 'utf8')).replace('"murata": 4', '"murata": 5'));
    await here.write('vocab.config.yaml', withAnother);
    const { stdout } = await here.vocabsync('doctor --format json');
    const checks = (JSON.parse(stdout) as { readonly checks: readonly Check[] }).checks;
    const found = checks.find(({ id }) => id === 'outputs');
    expect(found?.message).toContain('"murata" has the weight 5 in it, and 4 in the configuration (lobby)');
    expect(found?.hint).toMatch(/^once every list is there and OK, `vocabsync apply` writes it/);
  });
});

describe('while a list is being replaced', () => {
  const moved = configOf('json', (text) =>
    text
      .replace(
        'target_model: fun-asr, hotwords: [alpha',
        'target_model: fun-asr-2025-11-07, hotwords: [alpha',
      )
      .replace('vocabulary: medical, model: fun-asr }', 'vocabulary: medical, model: fun-asr-2025-11-07 }'),
  );

  it('a file that names it is none that fails: programs that read it still hear the words', async () => {
    const before = await applied();
    await here.write('vocab.config.yaml', moved);
    expect(await said()).toEqual(['ok: ids: as much of the account as is in effect']);
    here.emulator.change({ deploy_ms: 600_000 });
    expect((await here.vocabsync('apply --yes --wait 1s')).code).toBe(6);
    expect(await said()).toEqual(['ok: ids: as much of the account as is in effect']);
    here.clock.advance(600_000);
    expect(await said()).toEqual([
      expect.stringMatching(
        /^warn: ids names a list that is being replaced: ward is given vocab-acmemed-\w+, which medical@fun-asr-2025-11-07 takes the place of; until it is retired, both are heard$/,
      ),
    ]);
    await here.vocabsync('apply --yes');
    expect(await said()).toEqual(['ok: ids: as the account is']);
    await here.vocabsync('apply --yes --retire');
    await here.write('ids', before);
    expect((await said())[0]).toMatch(
      /^fail: ids is older than the account: vocab-acmemed-\w+ is not in the account;/,
    );
  });

  it('with another model than its own it does nothing', async () => {
    const before = await applied();
    await here.write('vocab.config.yaml', moved);
    await here.vocabsync('apply --yes');
    await here.write('ids', before.replace('"model": "fun-asr"', '"model": "fun-asr-2025-11-07"'));
    expect((await said())[0]).toMatch(
      /^fail: ids is older than the account: vocab-acmemed-\w+ is no list of a vocabulary any more/,
    );
  });
});

it('an id that somebody has deleted is noticed while its list is not there', async () => {
  const [id = ''] = /vocab-acmemed-\w+/.exec(await applied()) ?? [];
  await sendAsAnother(here.emulator, { action: 'delete_vocabulary', vocabulary_id: id });
  expect(await said()).toEqual([
    `fail: ids is older than the account: ${id} is not in the account; programs that read it recognise without its hotwords`,
  ]);
});
