import { describe, expect, it } from 'vitest';
import { advise, type JudgedWord } from '../../../src/evaluate/verdicts/advice.js';
import { verdictOf } from '../../../src/evaluate/verdicts/verdict.js';
import type { Advice, GivenWord } from '../../../src/model/evaluation/evaluation.js';
import { delivery, given } from '../build.js';

type Counts = readonly [heard: number, intruded: number];

interface Situation extends Partial<GivenWord> {
  readonly said?: number;
  readonly without?: Counts;
  readonly with?: Counts;
}

function judged({ said = 2, without = [0, 0], with: after = [0, 0], ...word }: Situation): JudgedWord {
  const counts = {
    said,
    without: { heard: without[0], intruded: without[1] },
    given: { heard: after[0], intruded: after[1] },
    brought: Math.max(0, after[1] - without[1]),
  };
  return { ...counts, word: given('阙里', word), verdict: verdictOf(counts) };
}

const surroundings = { delivery: { ...delivery, language_hints: ['zh', 'en'] }, hasNoEffect: false };

describe('the advice for a word', () => {
  it.each<[string, Situation, Advice | null]>([
    ['not heard at 4 is 5', { weight: 4 }, { kind: 'raise_weight', from: 4, to: 5 }],
    ['not heard at less is the usual weight', { weight: 2 }, { kind: 'raise_weight', from: 2, to: 4 }],
    ['without a weight is the usual one', { weight: 0 }, { kind: 'raise_weight', from: 0, to: 4 }],
    [
      'not heard at 5 is that more weight there is not',
      { weight: 5 },
      { kind: 'at_the_highest_weight', weight: 5 },
    ],
    [
      'not heard at 4 that is written 5 by now is to give it so',
      { weight: 4, written: 5 },
      { kind: 'not_given_yet', from: 4, to: 5 },
    ],
    [
      'not heard at 5 that is written 4 by now is the same',
      { weight: 5, written: 4 },
      { kind: 'not_given_yet', from: 5, to: 4 },
    ],
    [
      'that intrudes at 5 and is written 3 by now is the same',
      { weight: 5, written: 3, with: [2, 1] },
      { kind: 'not_given_yet', from: 5, to: 3 },
    ],
    [
      'not heard at 4 that is written 4 is 5',
      { weight: 4, written: 4 },
      { kind: 'raise_weight', from: 4, to: 5 },
    ],
    ['heard every time that is written otherwise is none', { written: 5, with: [2, 0] }, null],
    ['nobody says that is written otherwise is a clip', { written: 5, said: 0 }, { kind: 'untested' }],
    ['not heard that no vocabulary has any more is none', { vocabulary: null }, null],
    [
      'heard without help that no vocabulary has any more is none',
      { vocabulary: null, without: [2, 0] },
      null,
    ],
    ['nobody says that no vocabulary has any more is none', { vocabulary: null, said: 0 }, null],
    ['not heard at 50 is the same', { weight: 50 }, { kind: 'at_the_highest_weight', weight: 50 }],
    ['heard at times is more weight', { with: [1, 0] }, { kind: 'raise_weight', from: 4, to: 5 }],
    ['heard at times at 5 is none', { weight: 5, with: [1, 0] }, null],
    ['heard every time is none', { with: [2, 0] }, null],
    ['missed and false, as without it, is not more weight', { without: [0, 1], with: [1, 1] }, null],
    ['that intrudes at 5 is 4', { weight: 5, with: [2, 1] }, { kind: 'lower_weight', from: 5, to: 4 }],
    ['that intrudes at 4 is 3', { weight: 4, with: [2, 1] }, { kind: 'lower_weight', from: 4, to: 3 }],
    ['that intrudes at 50 is 5', { weight: 50, with: [2, 1] }, { kind: 'lower_weight', from: 50, to: 5 }],
    [
      'that intrudes at 3 is to leave it out',
      { weight: 3, with: [2, 1] },
      { kind: 'may_go', because: 'intrudes' },
    ],
    [
      'that nobody says and intrudes at 5 is 4',
      { said: 0, weight: 5, with: [0, 1] },
      { kind: 'lower_weight', from: 5, to: 4 },
    ],
    [
      'that intrudes and is heard without is to leave it out',
      { weight: 5, without: [2, 0], with: [2, 1] },
      { kind: 'may_go', because: 'heard_without' },
    ],
    [
      'that is heard less is less weight',
      { weight: 5, without: [1, 0], with: [0, 0] },
      { kind: 'lower_weight', from: 5, to: 4 },
    ],
    ['that is heard less at 3 is none', { weight: 3, without: [1, 0], with: [0, 0] }, null],
    [
      'heard without help is to leave it out',
      { without: [2, 0], with: [2, 0] },
      { kind: 'may_go', because: 'heard_without' },
    ],
    ['that nobody says is that it is untested', { said: 0 }, { kind: 'untested' }],
    [
      'of a hint that is not read is no weight',
      { lang: 'en', weight: 4 },
      { kind: 'language_not_read', lang: 'en' },
    ],
    [
      'of a hint that is not read is not another spelling',
      { lang: 'en', weight: 5 },
      { kind: 'language_not_read', lang: 'en' },
    ],
    ['of a hint that is read is more weight', { lang: 'zh' }, { kind: 'raise_weight', from: 4, to: 5 }],
  ])('%s', (_title, situation, advice) => {
    expect(advise(judged(situation), surroundings)).toEqual(advice);
  });

  it('is to see the list, where nothing that was given has an effect', () => {
    const ineffective = { ...surroundings, hasNoEffect: true };
    expect(advise(judged({ weight: 5, lang: 'en' }), ineffective)).toEqual({ kind: 'see_list' });
    expect(advise(judged({ vocabulary: null }), ineffective)).toEqual({ kind: 'see_list' });
    expect(advise(judged({ said: 0 }), ineffective)).toEqual({ kind: 'untested' });
    expect(advise(judged({ without: [2, 0], with: [2, 0] }), ineffective)).toBeNull();
  });
});
