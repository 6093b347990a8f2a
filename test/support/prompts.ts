import type { Prompts } from '../../src/cli/asking/prompts.js';

/** What somebody does at a question: an answer, `enter` for what is there, or `cancel`. */
export type Reaction = string | readonly string[] | boolean | typeof enter | typeof cancel;

export const enter: unique symbol = Symbol('enter');
export const cancel: unique symbol = Symbol('cancel');

export interface ScriptedPrompts extends Prompts {
  /** Each question, and each objection to an answer. */
  readonly shown: readonly string[];
}

/** Somebody who reacts in this order; a question too many fails the test. */
export function scriptedPrompts(...reactions: readonly Reaction[]): ScriptedPrompts {
  const shown: string[] = [];
  const left = [...reactions];
  const react = (message: string): Reaction => {
    shown.push(message);
    const reaction = left.shift();
    if (reaction === undefined) throw new Error(`nobody expected to be asked: ${message}`);
    return reaction;
  };
  return {
    shown,
    text: async ({ message, initial = '', problemOf = () => null }) => {
      for (;;) {
        const reaction = react(message);
        if (reaction === cancel) return null;
        const answer = reaction === enter ? initial : String(reaction);
        const problem = problemOf(answer);
        if (problem === null) return answer;
        shown.push(problem);
      }
    },
    select: async ({ message, choices, initial = choices[0]?.value }) => {
      const reaction = react(message);
      if (reaction === cancel) return null;
      const chosen = choices.find(({ value }) => value === (reaction === enter ? initial : reaction));
      if (chosen === undefined) throw new Error(`${message} does not offer ${String(reaction)}`);
      return chosen.value;
    },
    multiselect: async ({ message, choices, initial = [] }) => {
      const reaction = react(message);
      if (reaction === cancel) return null;
      const wanted: readonly unknown[] = Array.isArray(reaction) ? reaction : initial;
      return choices.flatMap(({ value }) => (wanted.includes(value) ? [value] : []));
    },
    confirm: async ({ message, initial }) => {
      const reaction = react(message);
      if (reaction === cancel) return null;
      return reaction === enter ? initial : reaction === true;
    },
  };
}
