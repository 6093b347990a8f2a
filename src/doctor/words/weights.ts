import { tooManyAtTop, topWeight } from '../../model/catalogue/heavy-words.js';
import type { Hotword } from '../../model/hotword.js';
import { percent } from '../../model/text/percent.js';
import { type Finding, ok, orWell, problem, withDesired, withList } from '../examination.js';
import type { Facts } from '../facts.js';

/** Words, what they are called, and the models that hear them. */
interface Named {
  readonly what: string;
  readonly hotwords: readonly Hotword[];
  readonly models: readonly string[];
}

/** Do only a few words have the top weight? */
export const topWeightsAreFew = withDesired(({ lists, instant }, facts) => {
  const named: readonly Named[] = [
    ...lists.map(({ address, hotwords, target_model }) => ({
      what: address,
      hotwords,
      models: [target_model],
    })),
    ...instant.map(({ name, hotwords, target_models }) => ({ what: name, hotwords, models: target_models })),
  ];
  const share = Math.max(0, ...named.map((one) => shareAtTop(one, facts)));
  const what = instant.length === 0 ? 'a list' : 'a vocabulary';
  return orWell(
    named.flatMap((one) => tooHeavy(one, facts)),
    () => ok(`at most ${percent(share)} of ${what} at the top weight`),
  );
});

/** The same for the list that was asked about, with how many words it has at all. */
export const weightsOfList = withList(({ hotwords, target_model }, _pairing, facts) => {
  const list = { what: 'the list', hotwords, models: [target_model] };
  const share = percent(shareAtTop(list, facts));
  return orWell(tooHeavy(list, facts), () => ok(`${share} of the list at the top weight`));
});

/** Are there words in the list that was asked about? */
export const listHasWords = withList(({ hotwords }, { vocabulary_id }) => [
  hotwords.length > 0
    ? ok(`the list has ${hotwords.length} ${hotwords.length === 1 ? 'hotword' : 'hotwords'}`)
    : problem(
        'fail',
        { message: 'the list has no hotwords', hint: 'add words to its vocabulary and apply' },
        [{ text: '0 hotwords', vocabulary_id }],
      ),
]);

function tooHeavy(named: Named, facts: Facts): Finding[] {
  const { what, hotwords, models } = named;
  const limit = topWeight(models, facts.catalogue);
  const top = tooManyAtTop(hotwords, limit);
  if (top.length === 0) return [];
  return [
    problem(
      'warn',
      {
        message: `${top.length} of the ${hotwords.length} words of ${what} have weight ${limit} or more (${percent(shareAtTop(named, facts))}): they are heard where nobody said them`,
        hint: `keep ${limit} for the few words that are still missed at ${limit - 1}`,
      },
      top.slice(0, 5).map(({ text, weight }) => `"${text}" has weight ${weight}`),
    ),
  ];
}

function shareAtTop({ hotwords, models }: Named, { catalogue }: Facts): number {
  if (hotwords.length === 0) return 0;
  const limit = topWeight(models, catalogue);
  return hotwords.filter(({ weight }) => weight >= limit).length / hotwords.length;
}
