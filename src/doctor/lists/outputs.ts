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

/** Vocabularies whose words programs read from these files to send them, and their words. */
interface Sent {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

function sentBy(configuration: Configuration | null): Sent {
  const used = (configuration?.desired?.instant ?? []).filter(({ consumers }) => consumers.length > 0);
  const texts = used.flatMap(({ hotwords }) => hotwords.map(({ text }) => text));
  return { names: used.map(({ name }) => name), texts: [...new Set(texts)] };
}

/** An id can be copied by hand; words that change with every review cannot. */
function unwritten({ names }: Sent): Finding {
  if (names.length === 0) return ok('no file is written for programs');
  return problem('warn', {
    message: `no file is written for programs: the words of ${names.join(', ')} reach only those that are given what \`vocabsync ids\` prints`,
    hint: 'name a file under `outputs`: apply writes it, and the programs read their words from it',
  });
}

function judge({ path, text, expected }: OutputFact, plan: Plan, sent: Sent): Finding[] {
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
  const unsent = missingWords({ file: text.value, expected }, sent);
  if (unsent.length > 0) return [unsentFrom(path, unsent)];
  // Without all lists in order nobody can tell what else it should say, and other checks say why.
  if (expected === null) return [];
  const lacking = idsIn(expected, known).filter((id) => !named.includes(id));
  return lacking.length > 0
    ? [
        older(
          path,
          lacking.map((id) => `${id} is not in it`),
        ),
      ]
    : [
        problem('warn', {
          message: `${path} names the right lists, and says something else than an apply would write${oldWords(sent)}`,
          hint: write,
        }),
      ];
}

function absentIn({ names }: Sent): string {
  return names.length === 0 ? 'no ids in it' : `neither ids nor the words of ${names.join(', ')} in it`;
}

function oldWords({ names }: Sent): string {
  return names.length === 0 ? '' : `: what programs send of ${names.join(', ')} is what it says, until then`;
}

/** A word of letters, digits and plain signs stands in every form as it is; of any other, nobody can tell without reading it. */
const plain = /^[\p{L}\p{M}\p{N} .-]+$/u;

function missingWords(
  { file, expected }: { readonly file: string; readonly expected: string | null },
  { texts }: Sent,
): string[] {
  const isReadable = (text: string) => plain.test(text) && (expected?.includes(text) ?? true);
  return texts.filter((text) => isReadable(text) && !file.includes(text));
}

const mostWords = 5;

function unsentFrom(path: string, words: readonly string[]): Finding {
  const amount = words.length === 1 ? `"${words[0]}" is` : `${words.length} instant words are`;
  return problem(
    'fail',
    {
      message: `${path} is older than the configuration: ${amount} not in it, and programs that read it do not send ${words.length === 1 ? 'it' : 'them'}`,
      hint: write,
    },
    words.slice(0, mostWords).map((text) => `"${text}" is not in it`),
  );
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
