import type { Readable, Writable } from 'node:stream';
import { printable } from '../../model/text/printable.js';

/** One of the answers that a question offers. */
export interface Choice<Value extends string> {
  readonly value: Value;
  /** How it is shown; left out: as it is. */
  readonly label?: string;
  /** What it means, beside the one that the cursor is at. */
  readonly hint?: string;
}

export interface TextQuestion {
  readonly message: string;
  /** What is there to be edited. */
  readonly initial?: string;
  /** What an answer may look like, shown while there is none. */
  readonly placeholder?: string;
  /** Why an answer cannot be taken, a line; null: it can. It is asked again. */
  readonly problemOf?: (answer: string) => string | null;
}

export interface SelectQuestion<Value extends string> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  readonly initial?: Value;
}

export interface MultiselectQuestion<Value extends string> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  readonly initial?: readonly Value[];
  /** Whether one has to be chosen. */
  readonly required: boolean;
}

export interface ConfirmQuestion {
  readonly message: string;
  readonly initial: boolean;
}

/** Asks somebody at a terminal. Each resolves to null when they break off; what is shown goes to stderr. */
export interface Prompts {
  readonly text: (question: TextQuestion) => Promise<string | null>;
  readonly select: <Value extends string>(question: SelectQuestion<Value>) => Promise<Value | null>;
  /** In the order of the choices. */
  readonly multiselect: <Value extends string>(
    question: MultiselectQuestion<Value>,
  ) => Promise<readonly Value[] | null>;
  readonly confirm: (question: ConfirmQuestion) => Promise<boolean | null>;
}

export interface Console {
  readonly input: Readable;
  readonly output: Writable;
  /** Breaks the question off. */
  readonly signal: AbortSignal;
}

/** Opens the questions of a terminal. What draws them is loaded with the first one. */
export function openPrompts(console: Console): Prompts {
  return {
    text: ({ message, initial, placeholder, problemOf }) =>
      untilBrokenOff(console, async (at) => {
        const { text } = await import('@clack/prompts');
        const answer = await text({
          ...at,
          message: printable(message),
          ...(initial === undefined ? {} : { initialValue: initial }),
          ...(placeholder === undefined ? {} : { placeholder }),
          validate: (typed = '') => problemOf?.(typed) ?? undefined,
        });
        // Nothing typed is undefined there.
        return answer ?? '';
      }),
    select: async ({ message, choices, initial }) => {
      const answer = await untilBrokenOff(console, async (at) => {
        const { select } = await import('@clack/prompts');
        return select<string>({
          ...at,
          message: printable(message),
          options: choices.map(optionOf),
          ...(initial === undefined ? {} : { initialValue: initial }),
        });
      });
      return choices.find(({ value }) => value === answer)?.value ?? null;
    },
    multiselect: async ({ message, choices, initial, required }) => {
      const answer = await untilBrokenOff(console, async (at) => {
        const { multiselect } = await import('@clack/prompts');
        return multiselect<string>({
          ...at,
          message: printable(message),
          options: choices.map(optionOf),
          required,
          ...(initial === undefined ? {} : { initialValues: initial }),
        });
      });
      return answer === null
        ? null
        : choices.map(({ value }) => value).filter((value) => answer.includes(value));
    },
    confirm: ({ message, initial }) =>
      untilBrokenOff(console, async (at) => {
        const { confirm } = await import('@clack/prompts');
        return confirm({ ...at, message: printable(message), initialValue: initial });
      }),
  };
}

/** Asks until there is an answer; Ctrl-D and the end of the input break off too, of which the one who draws takes no notice. */
async function untilBrokenOff<Answer>(
  { input, output, signal }: Console,
  ask: (at: Console) => Promise<Answer>,
): Promise<Exclude<Answer, symbol> | null> {
  const end = new AbortController();
  const onEnd = () => end.abort();
  const onKey = (_typed: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }) => {
    if (key?.ctrl === true && key.name === 'd') end.abort();
  };
  input.on('keypress', onKey).on('end', onEnd).on('close', onEnd);
  try {
    const answer = await ask({
      input,
      output: withWidth(output),
      signal: AbortSignal.any([signal, end.signal]),
    });
    return typeof answer === 'symbol' ? null : (answer as Exclude<Answer, symbol>);
  } finally {
    input.off('keypress', onKey).off('end', onEnd).off('close', onEnd);
  }
}

/** A terminal that does not know how wide it is, as some in containers, says 0: then every letter would have a line. */
function withWidth(output: Writable): Writable {
  if (!('columns' in output) || output.columns !== 0) return output;
  return Object.create(output, { columns: { value: 80 }, rows: { value: 24 } }) as Writable;
}

/** What is offered may come from an account, and anybody can have named it. */
function optionOf({ value, label = value, hint }: Choice<string>) {
  return { value, label: printable(label), ...(hint === undefined ? {} : { hint: printable(hint) }) };
}

/**
 * Where nobody can be asked.
 * @internal to be taken by the action, which is a program of its own
 */
export const noPrompts: Prompts = {
  text: async () => null,
  select: async () => null,
  multiselect: async () => null,
  confirm: async () => null,
};
