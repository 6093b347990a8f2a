import { outputFormats } from '../../src/model/config.js';
import { renderIds } from '../../src/report/ids/render-ids.js';
import { sayings } from '../report/scenarios.js';
import type { Chance } from '../support/chance.js';
import { jsonish, manifestish, misshape, tableish, textish, yamlish } from './grammar.js';
import { flipBytes, mutate } from './mutate.js';
import { readAnswers, type Wrong } from './read-answers.js';
import { readClips } from './read-clips.js';
import { type Content, format, readConfig } from './read-config.js';
import { readBackup, readDocument, readPlan, readRecorded } from './read-documents.js';
import { readForeign, readPublishedFile } from './read-words.js';
import {
  answers,
  backup,
  configs,
  main,
  manifests,
  recording,
  vocabulary,
  type WordsName,
  words,
} from './samples.js';

/** One thing that others write and vocabsync reads. */
export interface Target {
  readonly draw: (chance: Chance) => Content;
  /** Says in sentences what must never be, whatever the content; throws for the worst of it. */
  readonly play: (content: Content, chance: Chance) => Promise<string[]>;
}

const documents = [
  'plan-mixed',
  'plan-first',
  'plan-blocked',
  'plan-hostile',
  'diff-change',
  'drift-everything',
  'apply-partly',
  'apply-refused',
  'restore-finished',
  'failure',
  'eval-ward',
  'eval-no-effect',
  'eval-several',
].map((name) => JSON.stringify(sayings[name]?.document()));
const plans = documents.slice(0, 4);

const enveloped = '{"code":0,"data":[{"word":"肥牛","weight":3}]}';
const grouped = '[{"name":"a","words":["肥牛 20","neuro"]}]';
const anyWords = (chance: Chance) => chance.pick([textish, tableish, jsonish, yamlish])(chance);

const ids = {
  vocabularies: { medical: { 'fun-asr': { vocabulary_id: 'vocab-acmemed-1', status: 'OK' } } },
  consumers: {
    lobby: { model: 'qwen', vocabulary_id: null, vocabulary: { 王小明: 4, __proto: 5 } },
    'ward-7': { model: 'fun-asr', vocabulary_id: 'vocab-acmemed-1', vocabulary: null },
  },
};

/** By name. Reads by vocabsync, each with all that comes behind it. */
export const targets: Readonly<Record<string, Target>> = {
  config: yaml(configs, async (content, chance) => [
    ...format(content, chance),
    ...(await readConfig({ [main]: content, 'v.yaml': vocabulary, 'w.txt': words.txt }, chance)),
  ]),
  vocabulary: yaml([vocabulary], async (content, chance) => [
    ...format(content, chance),
    ...(await readConfig({ [main]: around('v.yaml'), 'v.yaml': content, 'w.txt': words.txt }, chance)),
  ]),
  txt: included('txt', textish),
  csv: included('csv', tableish),
  tsv: included('tsv', tableish),
  columns: included('columns.csv', tableish),
  json: included('json', jsonish),
  yaml: included('yaml', yamlish),
  foreign: text([...Object.values(words), enveloped, grouped], anyWords, readForeign),
  published: text(
    outputFormats.map((form) => renderIds(ids, form)),
    anyWords,
    readPublishedFile,
  ),
  clips: text(manifests, manifestish, readClips),
  plan: text(plans, jsonish, readPlan),
  backup: text([backup], yamlish, readBackup),
  recording: text([recording], jsonish, readRecorded),
  document: text(documents, jsonish, readDocument),
  list: answer('list'),
  query: answer('query'),
  create: answer('create'),
  update: answer('update'),
  delete: answer('delete'),
};

function yaml(samples: readonly string[], play: Target['play']): Target {
  return { draw: (chance) => draw(samples, yamlish, chance), play };
}

function included(name: WordsName, grammar: (chance: Chance) => string): Target {
  const file = `w.${name}`;
  const columns = ', columns: { text: Begriff, weight: Gewicht, lang: Sprache }';
  const include = name === 'columns.csv' ? `{ file: ${file}${columns} }` : file;
  const files = {
    [main]: around('v.yaml'),
    'v.yaml': `name: v\nprefix: acme\ntarget_model: fun-asr\ninclude: [${include}]\n`,
  };
  return {
    draw: (chance) => draw([words[name]], grammar, chance),
    play: async (content, chance) => [
      ...(name === 'yaml' ? format(content, chance) : []),
      ...(await readConfig({ ...files, [file]: content }, chance)),
    ],
  };
}

function around(file: string): string {
  return `version: 1\naccount: { region: singapore }\nvocabularies: [${file}]\n`;
}

function text(
  samples: readonly string[],
  grammar: (chance: Chance) => string,
  play: (content: string, chance: Chance) => Promise<string[]>,
): Target {
  return {
    draw: (chance) => draw(samples, grammar, chance),
    play: async (content, chance) => play(textOf(content), chance),
  };
}

/** What a server says to one of the five requests: most of the time nearly what it has to. */
function answer(action: Wrong['action']): Target {
  const own = answers[action];
  return {
    draw: (chance) => draw([own, own, own, answers.failure, answers.page], jsonish, chance),
    play: async (content, chance) => readAnswers(wrong(action, textOf(content), chance), chance),
  };
}

/** A sample that was changed as a rule: as text, byte by byte, or in its shape. */
function draw(samples: readonly string[], grammar: (chance: Chance) => string, chance: Chance): Content {
  const sample = chance.pick(samples);
  const way = chance.next();
  if (way < 0.2) return grammar(chance);
  if (way < 0.3) return flipBytes(sample, chance);
  if (way < 0.35) return mutate(grammar(chance), chance);
  if (way < 0.65 && sample.startsWith('{')) return misshape(sample, chance);
  return mutate(sample, chance);
}

/** As a file is read that must be text, and is not asked whether it is. */
function textOf(content: Content): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const statuses = [
  200, 200, 200, 200, 201, 204, 301, 400, 400, 401, 403, 404, 413, 429, 500, 502, 503, 599, 0,
];

function wrong(action: Wrong['action'], body: string, chance: Chance): Wrong {
  const headers = chance.pick<Wrong['answer']['headers']>([
    {},
    { date: 'never' },
    { date: 'Sun, 22 Nov 2026 10:00:00 GMT', 'retry-after': '1e9' },
    { 'retry-after': '-1' },
    { 'content-type': 'text/html', 'x-request-id': '\u001b[2J' },
  ]);
  return {
    action,
    skip: chance.below(4),
    count: chance.pick([1, 1, 2, 1000]),
    answer: { status: chance.is(0.6) ? 200 : chance.pick(statuses), headers, body },
  };
}
