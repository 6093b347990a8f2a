import type { Hotword } from '../../model/hotword.js';
import { percent } from '../../model/text/percent.js';
import { type Finding, ok, orWell, problem, withDesired, withList } from '../examination.js';

/** Above this share of a list, words at the top weight push each other, and themselves into what nobody said. */
const mostShare = 0.2;
/** Below this many words a share says little. */
const smallestList = 10;
/** 5 is the most of the usual scale; 50 is the vendor's super hotword. */
const topWeight = 5;

/** Do only a few words have the top weight? */
export const topWeightsAreFew = withDesired(({ lists, instant }) => {
  const named = [
    ...lists.map(({ address, hotwords }) => ({ address, hotwords })),
    ...instant.map(({ name, hotwords }) => ({ address: name, hotwords })),
  ];
  const heavy = named.flatMap(({ address, hotwords }) => tooHeavy(address, hotwords));
  const share = Math.max(0, ...named.map(({ hotwords }) => shareAtTop(hotwords)));
  const what = instant.length === 0 ? 'a list' : 'a vocabulary';
  return orWell(heavy, () => ok(`at most ${percent(share)} of ${what} at weight 5 or 50`));
});

/** The same for the list that was asked about, with how many words it has at all. */
export const weightsOfList = withList(({ hotwords }) => {
  const share = percent(shareAtTop(hotwords));
  return orWell(tooHeavy('the list', hotwords), () => ok(`${share} of the list at weight 5 or 50`));
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

function tooHeavy(what: string, hotwords: readonly Hotword[]): Finding[] {
  const share = shareAtTop(hotwords);
  if (hotwords.length < smallestList || share <= mostShare) return [];
  const top = hotwords.filter(isTop);
  return [
    problem(
      'warn',
      {
        message: `${top.length} of the ${hotwords.length} words of ${what} have weight 5 or 50 (${percent(share)}): they are heard where nobody said them`,
        hint: 'keep 5 for the few words that are still missed at 4, the weight that the vendor recommends',
      },
      top.slice(0, 5).map(({ text, weight }) => `"${text}" has weight ${weight}`),
    ),
  ];
}

function isTop({ weight }: Hotword): boolean {
  return weight >= topWeight;
}

function shareAtTop(hotwords: readonly Hotword[]): number {
  return hotwords.length === 0 ? 0 : hotwords.filter(isTop).length / hotwords.length;
}
