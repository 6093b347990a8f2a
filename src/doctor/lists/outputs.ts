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
import type { Facts, OutputFact } from '../facts.js';
import { idsIn } from '../scan/ids-in.js';

const write =
  '`vocabsync apply` writes it, also where the account needs no change; then let the programs read it anew';

/** Do the files that programs read their ids from name the lists that are there? */
export const outputsAreCurrent: Examination = (facts) => {
  const { outputs, account, configuration } = facts;
  if ((configuration?.config?.outputs.length ?? 0) === 0) return [ok('no file is written for programs')];
  if (!account.done) return [unanswered(account.error)];
  if (outputs === null) return [skipped('needs a configuration that can be read: see `config`')];
  return orWell(
    outputs.flatMap((output) => judge(output, facts)),
    () => ok(`${outputs.map(({ path }) => path).join(', ')}: as the account is`),
  );
};

function judge({ path, text, expected }: OutputFact, { account }: Facts): Finding[] {
  if (!text.done) {
    return [
      problem('warn', {
        message: `${path} cannot be read: ${why(text.error)}`,
        hint: 'check its permissions',
      }),
    ];
  }
  if (text.value === null) {
    return [problem('warn', { message: `${path} is not there: programs find no ids in it`, hint: write })];
  }
  const named = idsIn(text.value);
  const known = new Set(account.done ? account.value.known_ids : []);
  const gone = named.filter((id) => !known.has(id));
  if (gone.length > 0) {
    return [
      problem(
        'fail',
        {
          message: `${path} names ${gone.length === 1 ? 'a list' : `${gone.length} lists`} that the account does not hold: recognition silently ignores ${gone.length === 1 ? 'it' : 'them'}`,
          hint: write,
        },
        gone.map((vocabulary_id) => ({ text: `${vocabulary_id}: not in the account`, vocabulary_id })),
      ),
    ];
  }
  if (expected === null) {
    return [
      problem('warn', {
        message: `${path} cannot be brought up to date: a list is missing, or not OK`,
        hint: 'see `lists` and `status`',
      }),
    ];
  }
  if (text.value === expected) return [];
  return [older(path, named, idsIn(expected))];
}

function older(path: string, named: readonly string[], expected: readonly string[]): Finding {
  const isSame = named.length === expected.length && expected.every((id) => named.includes(id));
  const evidence = expected
    .filter((id) => !named.includes(id))
    .map((vocabulary_id) => ({ text: `${vocabulary_id} is missing in it`, vocabulary_id }));
  return problem(
    isSame ? 'warn' : 'fail',
    {
      message: isSame
        ? `${path} has the ids of today, and says something else than an apply would write`
        : `${path} is older than the account: it names other lists than the configuration binds`,
      hint: write,
    },
    evidence,
  );
}
