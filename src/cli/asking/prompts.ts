import type { Readable, Writable } from 'node:stream';
import { printable } from '../../model/printable.js';

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
    text: async ({ message, initial, placeholder, problemOf }) => {
      const { text, isCancel } = await load();
      const answer = await text({
        ...console,
        message: printable(message),
        ...(initial === undefined ? {} : { initialValue: initial }),
        ...(placeholder === undefined ? {} : { placeholder }),
        validate: (typed = '') => problemOf?.(typed) ?? undefined,
      });
      // Nothing typed is undefined there.
      return isCancel(answer) ? null : (answer ?? '');
    },
    select: async ({ message, choices, initial }) => {
      const { select, isCancel } = await load();
      const answer = await select<string>({
        ...console,
        message: printable(message),
        options: choices.map(optionOf),
        ...(initial === undefined ? {} : { initialValue: initial }),
      });
      return isCancel(answer) ? null : (choices.find(({ value }) => value === answer)?.value ?? null);
    },
    multiselect: async ({ message, choices, initial, required }) => {
      const { multiselect, isCancel } = await load();
      const answer = await multiselect<string>({
        ...console,
        message: printable(message),
        options: choices.map(optionOf),
        required,
        ...(initial === undefined ? {} : { initialValues: initial }),
      });
      if (isCancel(answer)) return null;
      return choices.flatMap(({ value }) => (answer.includes(value) ? [value] : []));
    },
    confirm: async ({ message, initial }) => {
      const { confirm, isCancel } = await load();
      const answer = await confirm({ ...console, message: printable(message), initialValue: initial });
      return isCancel(answer) ? null : answer;
    },
  };
}

const load = () => import('@clack/prompts');

/** What is offered may come from an account, and anybody can have named it. */
function optionOf({ value, label = value, hint }: Choice<string>) {
  return { value, label: printable(label), ...(hint === undefined ? {} : { hint: printable(hint) }) };
}

/** Where nobody can be asked. */
export const noPrompts: Prompts = {
  text: async () => null,
  select: async () => null,
  multiselect: async () => null,
  confirm: async () => null,
};
