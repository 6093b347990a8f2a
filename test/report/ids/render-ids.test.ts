import { describe, expect, it } from 'vitest';
import type { DesiredConsumer } from '../../../src/model/desired.js';
import { collectIds } from '../../../src/report/ids/collect-ids.js';
import { ineffectiveLists } from '../../../src/report/ids/ineffective-lists.js';
import { renderIds } from '../../../src/report/ids/render-ids.js';
import { renderJson } from '../../../src/report/json/envelope.js';
import { idsDocument } from '../../../src/report/json/ids-document.js';
import { account, desired, desiredList, idOf, observedList } from '../../support/build.js';
import { planOf } from '../../support/plan-of.js';

function consumer(name: string, vocabulary: string, model: string): DesiredConsumer {
  return { name, model, list: `${vocabulary}@${model}`, instant: [] };
}

const plan = planOf(
  desired({
    lists: [
      desiredList(),
      desiredList({ target_model: 'fun-asr' }),
      desiredList({ name: 'new', prefix: 'acmenew' }),
    ],
  }),
  account([observedList(), observedList({ vocabulary_id: idOf('acmemed', 2), target_model: 'fun-asr' })]),
);
const ids = collectIds(plan, [
  consumer('ward 7', 'medical', 'fun-asr'),
  consumer('archive', 'medical', 'fun-asr-realtime'),
  consumer('nobody', 'new', 'fun-asr-realtime'),
]);

describe('the published ids', () => {
  it('name the list of each vocabulary and model, and of each consumer', () => {
    expect(ids).toEqual({
      vocabularies: {
        medical: {
          'fun-asr': { vocabulary_id: idOf('acmemed', 2), status: 'OK' },
          'fun-asr-realtime': { vocabulary_id: idOf('acmemed', 1), status: 'OK' },
        },
      },
      consumers: {
        archive: { model: 'fun-asr-realtime', vocabulary_id: idOf('acmemed', 1), vocabulary: null },
        'ward 7': { model: 'fun-asr', vocabulary_id: idOf('acmemed', 2), vocabulary: null },
      },
    });
  });

  it.each(['json', 'yaml', 'dotenv', 'ts'] as const)('as %s', async (format) => {
    await expect(renderIds(ids, format)).toMatchFileSnapshot(`../../golden/ids/ids.${format}.txt`);
  });

  it('as the document of the command, with the lists that nobody can use yet', async () => {
    const about = { name: 'production', config: 'vocab.config.yaml' };
    const document = idsDocument(
      { kind: 'ids', version: '1.2.3', about },
      {
        account: plan.account,
        ids,
        ineffective: ineffectiveLists(plan),
        outputs: ['build/ids.json'],
        diagnostics: [],
      },
    );
    await expect(renderJson(document)).toMatchFileSnapshot('../../golden/json/ids-missing.json');
  });
});

it('a program that asks for a form that there is none of is told which there are', () => {
  expect(() => renderIds(ids, 'yml' as 'yaml')).toThrow(
    'format must be one of json, yaml, dotenv, ts, not yml',
  );
});
