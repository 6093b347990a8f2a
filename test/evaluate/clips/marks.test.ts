import { expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { judgeClip } from '../../../src/evaluate/clips/judge-clip.js';
import { markReference, markResult } from '../../../src/evaluate/clips/marks.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import { formsOf } from '../../../src/evaluate/words/word-forms.js';
import type { HeardClip } from '../../../src/model/evaluation/clip.js';
import type { MarkedText } from '../../../src/model/evaluation/evaluation.js';
import { clip, givenAll } from '../build.js';

const forms = formsOf(givenAll('阙里人家', '阙里', 'Docker Compose', '𠮷野家'));
const judge = (heard: HeardClip) =>
  judgeClip(alignClip(heard), createFinder(forms.map(({ units }) => units)));
const shown = ({ text, marks }: MarkedText) =>
  marks.map(({ start, end, word, kind }) => [text.slice(start, end), word, kind]);

it('marks a reference as it is written, by the first text with hotwords', () => {
  const judged = judge(
    clip('“阙里，人家”用 ＤＯＣＫＥＲ  compose!', '', { with: ['阙里人家', 'docker compose'] }),
  );
  expect(shown(markReference(judged, forms))).toEqual([
    ['阙里，人家', '阙里人家', 'heard'],
    ['ＤＯＣＫＥＲ  compose', 'Docker Compose', 'missed'],
  ]);
});

it('marks what was recognised, heard or false, and not what is right inside a longer word', () => {
  const judged = judge(clip('去阙里人家吃饭', '', { with: '去阙里仁家，𠮷野家吃饭。' }));
  const [text] = judged.texts.with ?? [];
  expect(text && shown(markResult(text, forms))).toEqual([['𠮷野家', '𠮷野家', 'intruded']]);
});

it('counts offsets in UTF-16 units', () => {
  const judged = judge(clip('👍𠮷野家👍', '', { with: '👍𠮷野家' }));
  expect(markReference(judged, forms).marks).toEqual([{ start: 2, end: 6, word: '𠮷野家', kind: 'heard' }]);
  const [text] = judged.texts.with ?? [];
  expect(text && markResult(text, forms).marks).toEqual([
    { start: 2, end: 6, word: '𠮷野家', kind: 'heard' },
  ]);
});
