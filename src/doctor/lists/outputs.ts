import type { Plan } from '../../model/plan.js';
import type { PublishedContent } from '../../model/result/published.js';
import {
  type Examination,
  type Finding,
  ok,
  orWell,
  problem,
  skipped,
  unanswered,
  why,
} from '../examination.js';
import type { Configuration, OutputFacts, OutputFile } from '../facts.js';
import { faultsIn, type PublishedFaults } from './published-faults.js';

const write =
  '`vocabsync apply` writes it, also where the account needs no change; then let the programs read it anew';

const writeLater =
  'once every list is there and OK, `vocabsync apply` writes it; what keeps it from that is said above';

/** Do the files that programs read their ids and words from say what they should? */
export const outputsAreCurrent: Examination = ({ outputs, account, configuration }) => {
  const sent = sentBy(configuration);
  if (configuration?.config?.outputs.length === 0) return [unwritten(sent)];
  if (!account.done) return [unanswered(account.error)];
  const { plan } = account.value;
  if (outputs === null || plan === null)
    return [skipped('needs a configuration that can be read: see `config`')];
  const { files, isWhole } = outputs;
  const paths = files.map(({ path }) => path).join(', ');
  return orWell(
    files.flatMap((output) => judge(output, { outputs, plan, sent })),
    () => ok(isWhole ? `${paths}: as the account is` : `${paths}: as much of the account as is in effect`),
  );
};

/** Names the vocabularies whose words programs read from these files to send them. */
function sentBy(configuration: Configuration | null): readonly string[] {
  const used = (configuration?.desired?.instant ?? []).filter(({ consumers }) => consumers.length > 0);
  return used.map(({ name }) => name);
}

/** An id can be copied by hand; words that change with every review cannot. */
function unwritten(names: readonly string[]): Finding {
  if (names.length === 0) return ok('no file is written for programs');
  return problem('warn', {
    message: `no file is written for programs: the words of ${names.join(', ')} reach only those that are given what \`vocabsync ids\` prints`,
    hint: 'name a file under `outputs`: apply writes it, and the programs read their words from it',
  });
}

interface Known {
  readonly outputs: OutputFacts;
  readonly plan: Plan;
  /** The vocabularies whose words programs read from these files to send them. */
  readonly sent: readonly string[];
}

function judge({ path, file, isCurrent }: OutputFile, known: Known): Finding[] {
  if (!file.done) {
    return [
      problem('warn', {
        message: `${path} cannot be read: ${why(file.error)}`,
        hint: 'check its permissions',
      }),
    ];
  }
  const hint = wayOut(known);
  switch (file.value.kind) {
    case 'absent':
      return [
        problem('warn', { message: `${path} is not there: programs find ${absentIn(known.sent)}`, hint }),
      ];
    case 'unreadable':
      return [
        problem('fail', {
          message: `${path} ${file.value.why}: they find ${absentIn(known.sent)}`,
          hint,
        }),
      ];
    case 'read':
      return isCurrent ? [] : judgeContent(path, file.value, known);
  }
}

function wayOut({ outputs }: Pick<Known, 'outputs'>): string {
  return outputs.isWhole ? write : writeLater;
}

/** What a program is told of its list and words, by how bad that is. */
function judgeContent(path: string, told: PublishedContent, known: Known): Finding[] {
  const hint = wayOut(known);
  const faults = faultsIn(told, known.outputs, known.plan);
  const found = sayings.flatMap(({ kind, status, message }) => {
    // Which words differ is no news where hardly any are there.
    const evidence = kind === 'words' && faults.silent.length > 0 ? [] : faults[kind];
    const [first] = evidence;
    if (first === undefined) return [];
    return [
      problem(status, { message: `${path} ${message(first, evidence.length)}`, hint }, shown(evidence)),
    ];
  });
  // What is not whole yet differs from what it will be, and nothing is wrong with that.
  if (found.length > 0 || !known.outputs.isWhole) return found;
  return [
    problem('warn', {
      message: `${path} gives programs the right ids and words, and is not letter by letter what an apply would write`,
      hint,
    }),
  ];
}

interface Saying {
  readonly kind: keyof PublishedFaults;
  readonly status: 'warn' | 'fail';
  /** Goes on after the name of the file. */
  readonly message: (first: string, amount: number) => string;
}

/*
 * Words that differ are as usual between an edit and its apply, as in a list. A list that is being replaced is still heard. With
 * everything else a program recognises without hotwords, and no error is seen.
 */
const sayings: readonly Saying[] = [
  {
    kind: 'stale',
    status: 'fail',
    message: (first) =>
      `is older than the account: ${first}; programs that read it recognise without its hotwords`,
  },
  {
    kind: 'pairs',
    status: 'fail',
    message: (first) =>
      `gives programs another id or model than it should: ${first}; a list does nothing with a model that it was not made for`,
  },
  {
    kind: 'lacking',
    status: 'fail',
    message: (first) => `does not have every consumer: ${first}; its program finds neither an id nor words`,
  },
  {
    kind: 'silent',
    status: 'fail',
    message: (first) => `does not have the words that programs shall send: ${first}`,
  },
  {
    kind: 'moving',
    status: 'warn',
    message: (first) => `names a list that is being replaced: ${first}; until it is retired, both are heard`,
  },
  {
    kind: 'words',
    status: 'warn',
    message: (first, amount) =>
      `has other words than the configuration: ${first}${andOthers(amount - 1)}; programs that read it send these with their requests`,
  },
];

function andOthers(amount: number): string {
  if (amount === 0) return '';
  return `, and ${amount} more ${amount === 1 ? 'word differs' : 'words differ'}`;
}

const mostShown = 20;

function shown(evidence: readonly string[]): readonly string[] {
  const { length } = evidence;
  return length > mostShown ? [...evidence.slice(0, mostShown), `${length - mostShown} more`] : evidence;
}

function absentIn(names: readonly string[]): string {
  return names.length === 0 ? 'no ids in it' : `neither ids nor the words of ${names.join(', ')} in it`;
}
