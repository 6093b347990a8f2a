import { expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { judgeClip } from '../../../src/evaluate/clips/judge-clip.js';
import { roundsOf } from '../../../src/evaluate/clips/rounds.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import type { HeardClip } from '../../../src/model/evaluation/clip.js';
import { clip } from '../build.js';

function rounds(side: 'with' | 'planned', ...clips: readonly HeardClip[]) {
  const judged = clips.map((heard) => judgeClip(alignClip(heard), createFinder([])));
  return roundsOf(judged, side).map((round) => [
    round.clip,
    round.without.tokens.original,
    round.given.tokens.original,
  ]);
}

it('puts what was heard without and with words beside each other, repeat by repeat', () => {
  expect(rounds('with', clip('a', ['1', '2'], { with: ['3', '4'] }), clip('b', '5', { with: '6' }))).toEqual([
    ['a.wav', '1', '3'],
    ['a.wav', '2', '4'],
    ['b.wav', '5', '6'],
  ]);
});

it('takes the planned side where it is asked for, and clips that have none not at all', () => {
  expect(rounds('planned', clip('a', '1', { planned: '2' }), clip('b', '3'))).toEqual([['a.wav', '1', '2']]);
});

it('leaves out what has nothing beside it', () => {
  expect(
    rounds('with', clip('a', ['1', '2'], { with: ['3'] }), clip('b', ['4'], { with: ['5', '6'] })),
  ).toEqual([
    ['a.wav', '1', '3'],
    ['b.wav', '4', '5'],
  ]);
});
