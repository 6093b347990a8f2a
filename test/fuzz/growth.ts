import { sayings } from '../report/scenarios.js';
import { chanceOf } from '../support/chance.js';
import { answers } from './samples.js';
import { targets } from './targets.js';

/** Something that can be made as long as one likes. */
interface Shape {
  readonly name: string;
  readonly target: string;
  /** @param count how many of what it repeats */
  readonly make: (count: number) => string;
}

const repeated = (unit: (index: number) => string) => (count: number) =>
  Array.from({ length: count }, (_, index) => unit(index)).join('');
const inside = (before: string, unit: (index: number) => string, after: string) => (count: number) =>
  before + repeated(unit)(count) + after;

const head = 'name: v\nprefix: acme\ntarget_model: fun-asr\n';

export const shapes: readonly Shape[] = [
  { name: 'entries in a block', target: 'yaml', make: repeated((index) => `- word${index}\n`) },
  {
    name: 'entries in braces',
    target: 'yaml',
    make: repeated((index) => `- { text: word${index}, weight: 4 }\n`),
  },
  {
    name: 'entries in brackets',
    target: 'vocabulary',
    make: inside(`${head}hotwords: [`, (index) => `word${index}, `, 'z]\n'),
  },
  {
    name: 'the same word',
    target: 'vocabulary',
    make: inside(`${head}hotwords:\n`, () => '  - alpha\n', ''),
  },
  {
    name: 'unknown keys',
    target: 'vocabulary',
    make: inside(head, (index) => `key${index}: 1\n`, 'hotwords: [a]\n'),
  },
  { name: 'the same key', target: 'config', make: repeated(() => 'version: 1\n') },
  { name: 'opened brackets', target: 'config', make: inside('version: 1\nx: ', () => '[', '\n') },
  { name: 'dashes', target: 'config', make: repeated(() => '- ') },
  { name: 'a long scalar', target: 'config', make: inside('version: "', () => 'a b ', '"\n') },
  { name: 'unquoted quotes', target: 'config', make: repeated(() => 'a: "b" "\n') },
  { name: 'comments', target: 'config', make: inside('version: 1\n', () => '# c\n\n', 'vocabularies: []\n') },
  {
    name: 'vocabularies',
    target: 'config',
    make: inside(
      'version: 1\naccount: { region: beijing }\nvocabularies:\n',
      (index) => `  - { name: v${index}, prefix: p${index}, target_model: fun-asr, hotwords: [a] }\n`,
      '',
    ),
  },
  { name: 'lines', target: 'txt', make: repeated((index) => `word${index}\n`) },
  { name: 'lines with weights', target: 'txt', make: repeated((index) => `word${index} ${index % 7}\n`) },
  { name: 'a long line', target: 'txt', make: repeated(() => 'a ') },
  { name: 'white space', target: 'txt', make: inside('a', () => ' \t', 'b') },
  { name: 'marks on one letter', target: 'txt', make: inside('e', () => '\u0301', '') },
  { name: 'broken emoji', target: 'txt', make: repeated(() => '\u200d👩') },
  { name: 'rows', target: 'csv', make: inside('text,weight\n', (index) => `word${index},4\n`, '') },
  {
    name: 'quoted rows',
    target: 'csv',
    make: inside('text,weight\n', (index) => `"wo""rd${index}","4"\n`, ''),
  },
  { name: 'a quote that stays open', target: 'csv', make: inside('text\n"', () => 'a\n', '') },
  { name: 'rows that are too long', target: 'tsv', make: inside('text\tweight\n', () => 'a\t4\tx\n', '') },
  { name: 'columns', target: 'csv', make: inside('text', (index) => `,c${index}`, '\na\n') },
  {
    name: 'rows under names of their own',
    target: 'columns',
    make: inside('Begriff;Gewicht;Sprache\n', (index) => `w${index};4;en\n`, ''),
  },
  { name: 'texts', target: 'json', make: inside('[', (index) => `"word${index}",`, '"z"]') },
  {
    name: 'entries',
    target: 'json',
    make: inside('[', (index) => `{"text":"w${index}","weight":4},`, '"z"]'),
  },
  { name: 'opened brackets', target: 'json', make: repeated(() => '[') },
  { name: 'the same field', target: 'json', make: inside('{', () => '"a":1,', '"z":1}') },
  {
    name: 'clips',
    target: 'clips',
    make: repeated((index) => `{"audio":"${index}.wav","text":"alpha"}\n`),
  },
  { name: 'clips of one recording', target: 'clips', make: repeated(() => '{"audio":"a.wav","text":"a"}\n') },
  { name: 'empty lines', target: 'clips', make: repeated(() => '\n') },
  { name: 'lines of nothing', target: 'clips', make: repeated(() => 'x\n') },
  { name: 'fields of a clip', target: 'clips', make: inside('{', (index) => `"k${index}":1,`, '"text":""}') },
  { name: 'steps of a path', target: 'clips', make: inside('{"audio":"', () => 'a/../', 'b","text":"a"}') },
  {
    name: 'hotwords',
    target: 'backup',
    make: inside(backupHead(), (index) => `  - { text: w${index}, weight: 4 }\n`, ''),
  },
  { name: 'changes', target: 'plan', make: (count) => withChanges('plan-mixed', count) },
  { name: 'changes', target: 'document', make: (count) => withChanges('plan-mixed', count) },
  { name: 'hotwords of a list', target: 'query', make: (count) => answerWith(count) },
];

function backupHead(): string {
  return 'name: acmemed\nprefix: acmemed\ntarget_models: [fun-asr]\nvocabulary_id: [vocab-acmemed-00000000000000000000000000000001]\nhotwords:\n';
}

function withChanges(name: string, count: number): string {
  const document = sayings[name]?.document() as { readonly changes: readonly object[] };
  const changes = Array.from(
    { length: count },
    (_, index) => document.changes[index % document.changes.length],
  );
  return JSON.stringify({ ...document, changes });
}

function answerWith(count: number): string {
  const answer = JSON.parse(answers.query) as { readonly output: object };
  const vocabulary = Array.from({ length: count }, (_, index) => ({ text: `w${index}`, weight: 4 }));
  return JSON.stringify({ ...answer, output: { ...answer.output, vocabulary } });
}

const smallest = 8_000;
const largest = 500_000;
const factor = 8;
/** Below, a pause of the machine is more than what is measured. */
const least_ms = 15;
/** Time that grows with the size takes `factor` times as long, with its square `factor` times that: between the two. */
const most = 5 * factor;

/** How many times as long `factor` times the size takes, if that is more than it may be; null when it is not. */
export async function growthOf({ target, make }: Shape): Promise<number | null> {
  const unit = make(1000).length / 1000;
  let size = smallest;
  let before = await timeOf(target, make(Math.ceil(size / unit)));
  while (before < least_ms && size < largest) {
    size *= 2;
    before = await timeOf(target, make(Math.ceil(size / unit)));
  }
  const long = make(Math.ceil((factor * size) / unit));
  // Whoever is slow each time is slow; a machine that is busy is not each time.
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4; tries++) {
    least = Math.min(least, (await timeOf(target, long, 1)) / Math.max(before, least_ms));
    if (least <= most) return null;
  }
  return least;
}

/** The least of some times, in milliseconds. */
async function timeOf(target: string, content: string, tries = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0; left--) {
    const start = performance.now();
    await targets[target]?.play(content, chanceOf(7));
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
