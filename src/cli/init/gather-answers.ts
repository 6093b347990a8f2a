import type { Region } from '../../model/catalogue/target-models.js';
import { VocabError } from '../../model/errors.js';
import { type Answers, exampleConsumer, exampleWords, type FirstVocabulary } from '../../scaffold/answers.js';
import { modelsOf } from '../../scaffold/forms.js';
import { suggestPrefix, wordsIn } from '../../scaffold/suggest.js';
import { type Asker, askerOf } from './asker.js';
import { wordsProblem } from './check-texts.js';
import { checkFlags, refuseModel, requireFlags } from './flags.js';
import { guessCi, placeName } from './init-place.js';
import { type AccountLook, type Looking, lookAtAccount } from './look-at-account.js';
import {
  askAccount,
  askCi,
  askDelivery,
  askModel,
  askName,
  askNamespace,
  askRegion,
  askWay,
  askWords,
} from './questions.js';

export interface Gathered {
  readonly answers: Answers;
  readonly look: AccountLook;
}

/**
 * Takes from the flags what they say, asks the rest at a terminal, and else takes what is usual.
 * @throws VocabError `usage` for what cannot be, and for what is missing where nobody can be asked; `interrupted`
 */
export async function gatherAnswers(looking: Looking): Promise<Gathered> {
  const { options, context, place } = looking;
  checkFlags(options, place);
  const asks = context.interactive && !options.yes;
  if (!asks && !options.yes) requireFlags(options, place);
  const asker = askerOf(asks ? context.prompts : null);
  const region = options.region ?? (await askRegion(asker, usualRegion(context.env)));
  refuseModel(options, region);
  const account = options.account ?? (await askAccount(asker));
  const look = await lookAtAccount({ region, account }, looking);
  const namespace = options.namespace ?? (await askNamespace(asker, prefixesOf(look), placeName(place)));
  const model = options.model ?? (await askModel(asker, region, options.delivery));
  const begun: Answers = { account, region, namespace, model, vocabulary: null, ci: 'none' };
  const vocabulary = await askVocabulary(asker, begun, { ...looking, look, asks });
  const ci = options.ci ?? (await askCi(asker, guessCi(place)));
  if (asks) context.stderr.write('\n');
  return { answers: { ...begun, vocabulary, ci }, look };
}

function prefixesOf(look: AccountLook): readonly string[] {
  return look.as === 'lists' ? look.prefixes : [];
}

/** The region whose host the vendor's own programs are told to use, if they are. */
function usualRegion(env: Readonly<Record<string, string | undefined>>): Region {
  const url = env['DASHSCOPE_HTTP_BASE_URL'] ?? '';
  return /\/\/dashscope\.aliyuncs\.com|\.cn-beijing\./.test(url) ? 'beijing' : 'singapore';
}

interface Beginning extends Looking {
  readonly look: AccountLook;
  readonly asks: boolean;
}

/** The first vocabulary; null: the lists of the account are imported instead, and none is made up. */
async function askVocabulary(
  asker: Asker,
  begun: Answers,
  { options, look, place, context, asks }: Beginning,
): Promise<FirstVocabulary | null> {
  const taken = prefixesOf(look);
  const isGiven = [options.name, options.delivery, options.word[0]].some((given) => given !== undefined);
  if (taken.length > 0 && !isGiven && (await askWay(asker, taken.length)) === 'import') return null;
  const name = options.name ?? (await askName(asker));
  const sent = modelsOf(begun.region, 'instant').includes(begun.model);
  const delivery = options.delivery ?? (sent ? await askDelivery(asker) : 'list');
  const way =
    delivery === 'instant'
      ? { delivery, consumer: exampleConsumer }
      : { delivery, prefix: prefixFor(begun.namespace, name, new Set(taken)) };
  const of = (words: readonly string[]): FirstVocabulary =>
    words.length === 0
      ? { name, ...way, words: exampleWords, examples: true }
      : { name, ...way, words, examples: false };
  if (options.word.length > 0 || !asks) return of(options.word);
  let line = '';
  for (let problem: string | null = null; ; ) {
    line = await askWords(asker, line, problem);
    const vocabulary = of(wordsIn(line));
    problem = await wordsProblem({ ...begun, vocabulary }, place, context.clock);
    if (problem === null) return vocabulary;
  }
}

function prefixFor(namespace: string, name: string, taken: ReadonlySet<string>): string {
  const prefix = suggestPrefix(namespace, name, taken);
  if (prefix !== null) return prefix;
  throw new VocabError('usage', `the account has lists of every prefix for a vocabulary ${name}`, {
    hint: 'give another --name or --namespace',
  });
}
