import { VocabError } from '../../model/errors.js';
import type { Prompts, SelectQuestion, TextQuestion } from '../asking/prompts.js';

/** Answers questions: somebody at a terminal, or, where nobody is to be asked, what is usual. */
export interface Asker {
  readonly text: (question: TextQuestion & { readonly initial: string }) => Promise<string>;
  readonly select: <Value extends string>(
    question: SelectQuestion<Value> & { readonly initial: Value },
  ) => Promise<Value>;
}

/** Each answer throws a VocabError `interrupted` when somebody breaks off. @param prompts null: nobody is asked */
export function askerOf(prompts: Prompts | null): Asker {
  if (prompts === null)
    return { text: async ({ initial }) => initial, select: async ({ initial }) => initial };
  return {
    text: async (question) => answered(await prompts.text(question)),
    select: async (question) => answered(await prompts.select(question)),
  };
}

function answered<Answer>(answer: Answer | null): Answer {
  if (answer !== null) return answer;
  throw new VocabError('interrupted', 'broken off; nothing was written');
}
