import {
  type DeliveryFacts,
  type EffectCheck,
  type EffectCheckName,
  effectChecks,
  type GivenWord,
  type ListFacts,
} from '../../model/evaluation/evaluation.js';
import { settling } from '../../model/time/last-update.js';
import { isLeftOut, readHints } from '../verdicts/read-langs.js';

type Finding = Pick<EffectCheck, 'outcome' | 'message'>;
type Facts = DeliveryFacts & { readonly words: readonly GivenWord[] };
type Check = (facts: Facts) => Finding;

/** Looks for the reason why words that were given have no effect, in the order of the vendor's FAQ. */
export function checkEffect(delivery: DeliveryFacts, words: readonly GivenWord[]): readonly EffectCheck[] {
  const facts = { ...delivery, words };
  return effectChecks.map((check) => ({ check, ...checks[check](facts) }));
}

const checks: Readonly<Record<EffectCheckName, Check>> = {
  pairing: ofList((list, facts) =>
    isPaired(list, facts)
      ? fine(`the list was made for ${list.target_model}, with which recognition is asked`)
      : causeOfList(
          facts,
          `the list was made for ${list.target_model}, and recognition is asked with ${facts.model}: unless both are the same to the letter, the list silently does nothing`,
        ),
  ),
  status: ofList((list, facts) => {
    if (list.status === 'OK') return fine('the list is OK');
    return causeOfList(
      facts,
      list.status === null
        ? `the account does not hold the list ${list.vocabulary_id}`
        : `the status of the list is ${list.status}, not OK`,
    );
  }),
  region: ofList((list, { region }) =>
    list.status === null
      ? unknown(`the list may be in another region: this account is in ${region}`)
      : fine(`list and recognition are both in ${region}`),
  ),
  language_hints: (facts) => {
    const read = readHints(facts);
    if (read === null) return fine('recognition is not restricted to languages');
    const out = facts.words.filter((word) => isLeftOut(word, facts)).length;
    const said = `recognition reads ${read.join(', ')} of language_hints`;
    if (out === 0) return fine(`${said}, which leaves out none of the words`);
    return out === facts.words.length
      ? cause(`${said}, and every word is of another language`)
      : fine(`${said}, which leaves out ${out} of ${facts.words.length} words`);
  },
  last_update: ofList(({ age_ms, never_updated }, facts) => {
    if (never_updated === true) return fine('the list was never updated since it was made');
    if (age_ms === null) return unknown('nobody knows when the list was last updated');
    if (age_ms >= settling) return fine('the list was not updated in the last five minutes');
    const { outcome, message } = causeOfList(
      facts,
      `the list was updated ${sayAge(age_ms)} ago: its words may not be in effect yet`,
    );
    return { outcome: outcome === 'cause' ? 'maybe' : outcome, message };
  }),
  delivery: (facts) => {
    const { instant, takes_instant, model, list } = facts;
    if (instant === 0) return fine('no words are sent with requests');
    if (takes_instant === null) return unknown(`nobody knows whether ${model} takes words with requests`);
    if (takes_instant) return fine(`${model} takes words with requests`);
    const message = `${model} does not take words with requests, and ${instant} ${instant === 1 ? 'is' : 'are'} sent so`;
    const isAlone = list === null || list.status !== 'OK' || !isPaired(list, facts);
    return isAlone ? cause(message) : unknown(`${message}; that does not explain the words of the list`);
  },
};

function isPaired({ target_model }: ListFacts, { model }: Facts): boolean {
  return target_model === model;
}

function ofList(check: (list: ListFacts, facts: Facts) => Finding): Check {
  return (facts) => (facts.list === null ? fine('no list is given') : check(facts.list, facts));
}

/** What is wrong with a list explains nothing of words that reach recognition without it. */
function causeOfList({ instant, takes_instant }: Facts, message: string): Finding {
  return instant === 0 || takes_instant === false
    ? cause(message)
    : unknown(`${message}; that does not explain the words that are sent with requests`);
}

function sayAge(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function cause(message: string): Finding {
  return { outcome: 'cause', message };
}

function fine(message: string): Finding {
  return { outcome: 'fine', message };
}

function unknown(message: string): Finding {
  return { outcome: 'unknown', message };
}
