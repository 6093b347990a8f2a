import { describe, expect, it } from 'vitest';
import { changedSettings } from '../../src/diff/changed-settings.js';
import {
  type Config,
  type EvaluationConfig,
  type InstantVocabulary,
  isList,
  type ListVocabulary,
} from '../../src/model/config.js';

const location = { file: 'vocab.config.yaml', line: 1, column: 1 };
const located = <T>(value: T) => ({ value, location });

const base: Config = {
  file: 'vocab.config.yaml',
  directory: '/x',
  account: {
    name: null,
    region: 'singapore',
    endpoint: null,
    api_key_env: 'A',
    list_quota: 10,
    workspace: null,
  },
  policy: {
    namespace: located('acme'),
    prune: false,
    removed: [located('old')],
    protect: [located('kept')],
    guards: { max_deletes: 1, max_hotword_loss: 0.5, update_interval: 300_000 },
  },
  vocabularies: [
    {
      name: 'medical',
      delivery: 'list',
      prefix: located('acmemed'),
      target_models: [located('fun-asr')],
      previous_prefixes: [located('acmemd')],
      vocabulary_ids: [located('vocab-acmemed-1')],
      owner: located('ward 3'),
      entries: [],
      location,
    },
  ],
  unread_vocabularies: 0,
  consumers: [
    {
      name: 'ward',
      vocabularies: [located('medical')],
      model: located('fun-asr'),
      language_hints: located(['zh']),
      location,
    },
  ],
  outputs: [{ path: 'ids.json', format: 'json' }],
  evaluations: [
    {
      name: 'rounds',
      consumer: located('ward'),
      clips: located('clips/rounds.jsonl'),
      min_recall: 0.9,
      max_false: 0,
      repeat: 1,
      location,
    },
  ],
  models: { 'fun-asr-2027': { family: 'fun-asr' } },
  default_weight: 4,
  rules: [{ rule: 'prefix-of-ten', level: 'off', location }],
  vocabularies_location: location,
};

const [medical] = base.vocabularies;
const [ward] = base.consumers;
const [rounds] = base.evaluations;
if (medical === undefined || !isList(medical) || ward === undefined || rounds === undefined)
  throw new Error('the base has one of each');

const account = (fields: Partial<Config['account']>): Config => ({
  ...base,
  account: { ...base.account, ...fields },
});
const policy = (fields: Partial<Config['policy']>): Config => ({
  ...base,
  policy: { ...base.policy, ...fields },
});
const guards = (fields: Partial<Config['policy']['guards']>): Config =>
  policy({ guards: { ...base.policy.guards, ...fields } });
const vocabulary = (fields: Partial<ListVocabulary>): Config => ({
  ...base,
  vocabularies: [{ ...medical, ...fields }],
});

const evaluation = (fields: Partial<EvaluationConfig>): Config => ({
  ...base,
  evaluations: [{ ...rounds, ...fields }],
});

const scalar = (name: string, before: string | null, after: string | null) => ({ name, before, after });
const set = (name: string, added: readonly string[], removed: readonly string[]) => ({
  name,
  added,
  removed,
});

describe('a setting that changes is told by its name', () => {
  it.each<readonly [string, Config, object]>([
    ['the region', account({ region: 'beijing' }), scalar('account.region', 'singapore', 'beijing')],
    [
      'the endpoint',
      account({ endpoint: located('emulator') }),
      scalar('account.endpoint', null, 'emulator'),
    ],
    ['the name of the key', account({ api_key_env: 'B' }), scalar('account.api_key_env', 'A', 'B')],
    ['the quota', account({ list_quota: 20 }), scalar('account.list_quota', '10', '20')],
    ['the workspace', account({ workspace: 'llm-1' }), scalar('account.workspace', null, 'llm-1')],
    ['the namespace', policy({ namespace: null }), scalar('namespace', 'acme', null)],
    ['prune', policy({ prune: true }), scalar('prune', 'false', 'true')],
    ['removed', policy({ removed: [located('b')] }), set('removed', ['b'], ['old'])],
    ['protect', policy({ protect: [] }), set('protect', [], ['kept'])],
    ['max_deletes', guards({ max_deletes: 9 }), scalar('guards.max_deletes', '1', '9')],
    [
      'max_hotword_loss',
      guards({ max_hotword_loss: 0.755 }),
      scalar('guards.max_hotword_loss', '50%', '75.5%'),
    ],
    ['update_interval', guards({ update_interval: 0 }), scalar('guards.update_interval', '300s', '0s')],
    ['an output', { ...base, outputs: [] }, set('outputs', [], ['ids.json (json)'])],
    ['an evaluation that goes', { ...base, evaluations: [] }, set('evaluations', [], ['rounds'])],
    [
      'an evaluation of another name',
      evaluation({ name: 'night' }),
      set('evaluations', ['night'], ['rounds']),
    ],
    [
      'the recall that must be reached',
      evaluation({ min_recall: 0.855 }),
      scalar('min_recall of the evaluation rounds', '90%', '85.5%'),
    ],
    [
      'that no recall must be reached any more',
      evaluation({ min_recall: null }),
      scalar('min_recall of the evaluation rounds', '90%', null),
    ],
    [
      'how many words may be false',
      evaluation({ max_false: 2 }),
      scalar('max_false of the evaluation rounds', '0', '2'),
    ],
    [
      'how often a clip is recognised',
      evaluation({ repeat: 3 }),
      scalar('repeat of the evaluation rounds', '1', '3'),
    ],
    [
      'whose words are evaluated',
      evaluation({ consumer: located('archive') }),
      scalar('consumer of the evaluation rounds', 'ward', 'archive'),
    ],
    [
      'by which clips',
      evaluation({ clips: located('easy.jsonl') }),
      scalar('clips of the evaluation rounds', 'clips/rounds.jsonl', 'easy.jsonl'),
    ],
    ['a model', { ...base, models: {} }, scalar('models.fun-asr-2027', '{"family":"fun-asr"}', null)],
    ['a rule', { ...base, rules: [] }, scalar('rules.prefix-of-ten', 'off', null)],
    [
      'a rule that is set otherwise',
      { ...base, rules: [{ rule: 'prefix-of-ten', level: 'error', location }] },
      scalar('rules.prefix-of-ten', 'off', 'error'),
    ],
    ['a name', vocabulary({ name: 'clinic' }), scalar('the name of acmemed@fun-asr', 'medical', 'clinic')],
    [
      'a pin',
      vocabulary({ vocabulary_ids: [] }),
      set('vocabulary_id of acmemed@fun-asr', [], ['vocab-acmemed-1']),
    ],
    [
      'a previous prefix',
      vocabulary({ previous_prefixes: [located('acmemd'), located('acmeme')] }),
      set('previous_prefixes of acmemed@fun-asr', ['acmeme'], []),
    ],
    [
      'another owner',
      vocabulary({ owner: located('pharmacy') }),
      scalar('owner of acmemed@fun-asr', 'ward 3', 'pharmacy'),
    ],
    ['an owner no more', vocabulary({ owner: null }), scalar('owner of acmemed@fun-asr', 'ward 3', null)],
    [
      'a language hint',
      { ...base, consumers: [{ ...ward, language_hints: located(['zh', 'en']) }] },
      set('language_hints of ward', ['en'], []),
    ],
    [
      'language hints that are no longer set',
      { ...base, consumers: [{ ...ward, language_hints: null }] },
      scalar('language_hints of ward', 'zh', null),
    ],
  ])('%s', (_, changed, told) => {
    expect(changedSettings(base, changed)).toEqual([told]);
  });
});

it('says nothing of the settings of what is new, which shows as a list or a consumer that comes', () => {
  const names = { ...medical, name: 'names', prefix: located('acmename') };
  const app = { ...ward, name: 'app', vocabularies: [located('names')] };
  const more = { ...base, vocabularies: [medical, names], consumers: [ward, app] };
  expect(changedSettings(base, more)).toEqual([]);
});

it('tells a list of values whole that was not set before', () => {
  const hints = { ...base, consumers: [{ ...ward, language_hints: located(['zh', 'en']) }] };
  const none = { ...base, consumers: [{ ...ward, language_hints: null }] };
  expect(changedSettings(none, hints)).toEqual([scalar('language_hints of ward', null, 'zh, en')]);
});

it('says nothing of what stays, of order, of places, and of what shows as a change of lists', () => {
  const moved = { value: 'old', location: { ...location, line: 9 } };
  expect(changedSettings(base, policy({ removed: [moved] }))).toEqual([]);
  expect(changedSettings(base, { ...base, file: 'other.yaml', directory: '/y' })).toEqual([]);
  expect(changedSettings(base, { ...base, vocabularies: [], consumers: [] })).toEqual([]);
  const both = policy({ protect: [located('a'), located('b')] });
  expect(changedSettings(both, policy({ protect: [located('b'), located('a')] }))).toEqual([]);
});

describe('of an instant vocabulary, for which no list changes,', () => {
  const meeting: InstantVocabulary = {
    name: 'meeting',
    delivery: 'instant',
    target_models: [located('qwen')],
    previous_prefixes: [],
    owner: null,
    entries: [],
    location,
  };
  const app = { ...ward, name: 'app', vocabularies: [located('meeting')], model: located('qwen') };
  const both: Config = { ...base, vocabularies: [medical, meeting], consumers: [ward, app] };
  const instant = (fields: Partial<InstantVocabulary>): Config => ({
    ...both,
    vocabularies: [medical, { ...meeting, ...fields }],
  });

  it.each<readonly [string, Config, readonly object[]]>([
    ['an owner', instant({ owner: located('it') }), [scalar('owner of meeting', null, 'it')]],
    [
      'a previous prefix, whose lists --retire deletes',
      instant({ previous_prefixes: [located('acmemeet')] }),
      [set('previous_prefixes of meeting', ['acmemeet'], [])],
    ],
    ['a new one', { ...both, vocabularies: [medical, meeting, { ...meeting, name: 'new' }] }, []],
  ])('%s is told', (_, changed, told) => {
    expect(changedSettings(both, changed)).toEqual(told);
  });

  it('another model of a consumer is told, which has no list that would show it', () => {
    const models = { target_models: [located('qwen'), located('qwen-2')] };
    const before = instant(models);
    const after = { ...before, consumers: [ward, { ...app, model: located('qwen-2') }] };
    expect(changedSettings(before, after)).toEqual([scalar('model of app', 'qwen', 'qwen-2')]);
  });

  it('another model of a consumer is not told where it sends words beside a list', () => {
    const list: ListVocabulary = { ...medical, target_models: [located('qwen'), located('qwen-2')] };
    const words: InstantVocabulary = { ...meeting, target_models: list.target_models };
    const user = { ...ward, vocabularies: [located('medical'), located('meeting')] };
    const using = (model: string): Config => ({
      ...both,
      vocabularies: [list, words],
      consumers: [{ ...user, model: located(model) }],
    });
    expect(changedSettings(using('qwen'), using('qwen-2'))).toEqual([]);
  });

  it('another model of a consumer is not told where it has or had a list, which shows as another', () => {
    const listed: Config = { ...both, consumers: [ward] };
    const unlisted: Config = { ...both, consumers: [{ ...ward, model: located('of-no-list') }] };
    expect(changedSettings(listed, unlisted)).toEqual([]);
    expect(changedSettings(unlisted, listed)).toEqual([]);
  });

  it('that it was a list, or will be one, is told by its name', () => {
    const list: ListVocabulary = {
      ...meeting,
      delivery: 'list',
      prefix: located('acmemeet'),
      vocabulary_ids: [],
    };
    const was: Config = { ...both, vocabularies: [medical, list] };
    const is = instant({ previous_prefixes: [located('acmemeet')] });
    expect(changedSettings(was, is)).toEqual([
      scalar('delivery of meeting', 'list', 'instant'),
      set('previous_prefixes of meeting', ['acmemeet'], []),
    ]);
    expect(changedSettings(is, was)).toContainEqual(scalar('delivery of meeting', 'instant', 'list'));
  });

  it('of one that has another name too, its previous prefix tells what it was', () => {
    const list: ListVocabulary = {
      ...meeting,
      name: 'old',
      delivery: 'list',
      prefix: located('acmemeet'),
      vocabulary_ids: [],
    };
    const was: Config = { ...both, vocabularies: [medical, list], consumers: [ward] };
    const is = { ...instant({ previous_prefixes: [located('acmemeet')] }), consumers: [ward] };
    expect(changedSettings(was, is)).toContainEqual(scalar('delivery of meeting', 'list', 'instant'));
    // But one that was there already is no other's.
    const beside: Config = { ...was, vocabularies: [medical, list, meeting] };
    expect(changedSettings(beside, is)).toEqual([set('previous_prefixes of meeting', ['acmemeet'], [])]);
  });
});
