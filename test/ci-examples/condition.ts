/** What is known when GitHub decides whether a job or step runs. */
export interface Situation {
  /** Of the steps before; a job begins with success. */
  readonly status: 'success' | 'failure' | 'cancelled';
  /** `github`, `steps` and the like. */
  readonly contexts: Readonly<Record<string, unknown>>;
  /** What is in the workspace, for `hashFiles`. */
  readonly files?: readonly string[];
}

const statusFunction = /^(!?)(success|failure|cancelled|always)\(\)$/;
const comparison = /^(\S+) (==|!=) (\S+)$/;

/**
 * Whether something with this `if` runs. Understands as much of GitHub's expressions as the examples have: comparisons
 * and status functions joined by `&&`, and several of these in parentheses joined by `||`. One without a status function
 * wants success besides.
 */
export function wouldRun(condition: string | undefined, situation: Situation): boolean {
  const bare = (condition ?? 'success()').replace(/^\$\{\{(.*)\}\}$/, '$1');
  const choices = bare.includes('||') ? bare.split('||').map(inParentheses) : [bare];
  const terms = choices.map((choice) => choice.split('&&').map((term) => term.trim()));
  const asks = terms.flat().some((term) => statusFunction.test(term));
  return (
    (asks || situation.status === 'success') &&
    terms.some((choice) => choice.every((term) => holds(term, situation)))
  );
}

function inParentheses(choice: string): string {
  const [, inner] = /^\((.*)\)$/.exec(choice.trim()) ?? [];
  if (inner === undefined) throw new Error(`not understood: ${choice}`);
  return inner;
}

function holds(term: string, situation: Situation): boolean {
  const { status } = situation;
  const [, not, name] = statusFunction.exec(term) ?? [];
  if (name !== undefined) return (name === 'always' || name === status) === (not === '');
  const [, left, operator, right] = comparison.exec(term) ?? [];
  if (left === undefined || right === undefined) throw new Error(`not understood: ${term}`);
  return (valueOf(left, situation) === valueOf(right, situation)) === (operator === '==');
}

/** What is not there equals an empty text. */
function valueOf(operand: string, { contexts, files = [] }: Situation): unknown {
  if (operand === 'true') return true;
  const [, file] = /^hashFiles\('([^']*)'\)$/.exec(operand) ?? [];
  if (file !== undefined) return files.includes(file) ? 'a hash' : '';
  const [, literal] = /^'([^']*)'$/.exec(operand) ?? [];
  if (literal !== undefined) return literal;
  const value = operand.split('.').reduce<unknown>((inner, name) => {
    return (inner as Readonly<Record<string, unknown>> | undefined)?.[name];
  }, contexts);
  return value ?? '';
}
