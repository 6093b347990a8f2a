import { describe, expect, it } from 'vitest';
import { draftVocabularies } from '../../../src/import/account/draft-vocabularies.js';
import { modelLines } from '../../../src/import/account/model-lines.js';
import {
  catalogueWith,
  type ModelAddition,
  type Region,
} from '../../../src/model/catalogue/target-models.js';
import type { Hotword } from '../../../src/model/hotword.js';
import { idOf, observedList, word, words } from '../../support/build.js';

interface Case {
  readonly model?: string;
  readonly hotwords?: readonly Hotword[];
  readonly models?: Readonly<Record<string, ModelAddition>>;
  readonly region?: Region;
}

function linesFor({ model = 'fun-asr', hotwords = words(1), models = {}, region = 'singapore' }: Case) {
  const list = observedList({ vocabulary_id: idOf('acme', 1), target_model: model, hotwords });
  const { vocabularies } = draftVocabularies([list], () => true);
  const { lines, remarks } = modelLines(vocabularies, { catalogue: catalogueWith(models), models, region });
  return { lines: lines.map(({ path, entry }) => `${path.join('.')} ${entry.join(': ')}`), remarks };
}

const weight = (...weights: readonly number[]) =>
  weights.map((each, index) => word(`word${index}`, { weight: each }));

describe('the lines that allow what an account holds', () => {
  it.each([
    ['nothing for what the catalogue allows', {}, []],
    ['an unknown model', { model: 'fun-asr-2027-01-01' }, ['models fun-asr-2027-01-01: { family: fun-asr }']],
    [
      'one of another family, by its name',
      { model: 'paraformer-v9' },
      ['models paraformer-v9: { family: paraformer }'],
    ],
    [
      'a name that YAML would take for something else',
      { model: 'a:b' },
      ['models "a:b": { family: fun-asr }'],
    ],
    [
      'a model of another region',
      { model: 'paraformer-v2' },
      ['models paraformer-v2: { family: paraformer, regions: [beijing, singapore] }'],
    ],
    [
      'a larger weight',
      { hotwords: weight(4, 10) },
      ['models fun-asr: { family: fun-asr, weights: { min: 1, max: 10 } }'],
    ],
    [
      'a weight that the account never had',
      { hotwords: weight(0) },
      ['models fun-asr: { family: fun-asr, weights: { min: 0, max: 5 } }'],
    ],
    [
      'super hotwords, as such',
      { hotwords: weight(50) },
      ['models fun-asr: { family: fun-asr, weights: { min: 1, max: 5, super: 50 } }'],
    ],
    [
      'too many super hotwords, as others',
      { model: 'qwen-audio-3.1-asr-flash', hotwords: weight(...Array.from({ length: 51 }, () => 50)) },
      ['models qwen-audio-3.1-asr-flash: { family: qwen-audio, weights: { min: 1, max: 50 } }'],
    ],
    [
      'another lang',
      { hotwords: [word('a', { lang: 'on' })] },
      ['models fun-asr: { family: fun-asr, langs: [zh, en, ja, "on"] }'],
    ],
    [
      'more words',
      { model: 'fun-asr-2025-08-25', hotwords: words(501) },
      ['models fun-asr-2025-08-25: { family: fun-asr, max_hotwords: 501 }'],
    ],
    ['no weight that no line can allow', { hotwords: weight(-3, 2.5, 1001) }, []],
    ['no model that has no name', { model: 'a b' }, []],
    [
      'a key that a written line lacks',
      { hotwords: weight(7), models: { 'fun-asr': { family: 'fun-asr', max_hotwords: 9 } } },
      ['models.fun-asr weights: { min: 1, max: 7 }'],
    ],
    [
      'no key that a written line has',
      { hotwords: weight(7), models: { 'fun-asr': { family: 'fun-asr', weights: { min: 1, max: 5 } } } },
      [],
    ],
  ] satisfies [string, Case, string[]][])('are there for %s', (_what, given, lines) => {
    const found = linesFor(given);
    expect(found.lines).toEqual(lines);
    expect(found.remarks.length > 0).toBe(lines.length > 0);
  });

  it('say that a family is a guess where the name says nothing', () => {
    expect(linesFor({ model: 'whisper-x' }).remarks.join()).toContain('its name says nothing of its family');
    expect(linesFor({ model: 'fun-asr-9' }).remarks.join()).not.toContain('its name says nothing');
  });
});
