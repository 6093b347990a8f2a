import type { Plan } from '../../model/plan.js';
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
import type { Configuration, OutputFact } from '../facts.js';
import { idsIn } from '../scan/ids-in.js';
import { differingPairs } from './published-pairs.js';
import { differingWords } from './published-words.js';

const write =
  '`vocabsync apply` writes it, also where the account needs no change; then let the programs read it anew';

/** Do the files that programs read their ids from name the lists that are there? */
export const outputsAreCurrent: Examination = ({ outputs, account, configuration }) => {
  const sent = sentBy(configuration);
  if (configuration?.config?.outputs.length === 0) return [unwritten(sent)];
  if (!account.done) return [unanswered(account.error)];
  const { plan } = account.value;
  if (outputs === null || plan === null)
    return [skipped('needs a configuration that can be read: see `config`')];
  return orWell(
    outputs.flatMap((output) => judge(output, plan, sent)),
    () => ok(`${outputs.map(({ path }) => path).join(', ')}: as the account is`),
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

function judge({ path, text, expected }: OutputFact, plan: Plan, sent: readonly string[]): Finding[] {
  if (!text.done) {
    return [
      problem('warn', {
        message: `${path} cannot be read: ${why(text.error)}`,
        hint: 'check its permissions',
      }),
    ];
  }
  if (text.value === null) {
    return [
      problem('warn', { message: `${path} is not there: programs find ${absentIn(sent)}`, hint: write }),
    ];
  }
  if (text.value === expected) return [];
  const known = new Set(plan.known_ids);
  const named = idsIn(text.value, known);
  const stale = staleIds(named, plan);
  if (stale.length > 0) return [older(path, stale)];
  // Without all lists in order nobody can tell what else it should say, and other checks say why.
  if (expected === null) return [];
  const lacking = idsIn(expected, known).filter((id) => !named.includes(id));
  if (lacking.length > 0) return [older(path, lacking.map(absent))];
  const pairs = differingPairs(text.value, expected);
  if (pairs.length > 0) return [otherPairs(path, pairs)];
  const words = differingWords(text.value, expected);
  return [words.length > 0 ? otherWords(path, words) : otherwise(path)];
}

function absent(id: string): string {
  return `${id} is not in it`;
}

/** With an id and a model that do not belong together, nothing is heard of the words, and no error is seen. */
function otherPairs(path: string, pairs: readonly string[]): Finding {
  return problem(
    'fail',
    {
      message: `${path} gives programs another id or model than it should: ${pairs[0]}; a list does nothing with a model that it was not made for`,
      hint: write,
    },
    pairs,
  );
}

function otherwise(path: string): Finding {
  return problem('warn', {
    message: `${path} names the right lists, and says something else than an apply would write`,
    hint: write,
  });
}

/** As for a list that has other words than the configuration: so it is between an edit and its apply. */
function otherWords(path: string, words: readonly string[]): Finding {
  const beside = words.length - 1;
  const others = beside === 0 ? '' : `, and ${beside} more ${beside === 1 ? 'word differs' : 'words differ'}`;
  return problem(
    'warn',
    {
      message: `${path} has other words than the configuration: ${words[0]}${others}; programs that read it send these with their requests`,
      hint: write,
    },
    words.length > mostShown ? [...words.slice(0, mostShown), `${words.length - mostShown} more`] : words,
  );
}

const mostShown = 20;

function absentIn(names: readonly string[]): string {
  return names.length === 0 ? 'no ids in it' : `neither ids nor the words of ${names.join(', ')} in it`;
}

/** Those that the account does not hold, or that are no list of a vocabulary any more; said in a line each. */
function staleIds(named: readonly string[], { changes, known_ids }: Plan): string[] {
  const bound = new Set(
    changes.flatMap(({ after, before }) => (after === null || before === null ? [] : before.vocabulary_id)),
  );
  const known = new Set(known_ids);
  return named
    .filter((id) => !bound.has(id))
    .map((id) => `${id} ${known.has(id) ? 'is no list of a vocabulary any more' : 'is not in the account'}`);
}

function older(path: string, evidence: readonly string[]): Finding {
  return problem(
    'fail',
    {
      message: `${path} is older than the account: ${evidence[0]}; programs that read it recognise without its hotwords`,
      hint: write,
    },
    evidence,
  );
}
