import { describe, expect, it } from 'vitest';
import { check } from '../limits.js';
import { config, type Files, validate } from '../validate.js';

function evaluating(evaluations: readonly string[], consumers = ['ward', 'archive']): Files {
  return config(`vocabularies: [{ name: medical, prefix: acmemed, target_model: fun-asr, hotwords: [a] }]
consumers: [${consumers.map((name) => `{ name: ${name}, vocabulary: medical, model: fun-asr }`).join(', ')}]
evaluations:
${evaluations.map((fields) => `  - { ${fields}, clips: x.jsonl }`).join('\n')}
`);
}

const unknown = 'error[evaluation-consumer-unknown]';

describe('an evaluation', () => {
  check([
    ['is of a consumer that is there', evaluating(['name: a, consumer: ward'])],
    [
      'may be one of several of a consumer',
      evaluating(['name: a, consumer: ward', 'name: b, consumer: ward']),
    ],
    ['is of no consumer that is not there', evaluating(['name: a, consumer: wards']), unknown],
    ['is of no vocabulary', evaluating(['name: a, consumer: medical']), unknown],
    ['is of nobody without consumers', evaluating(['name: a, consumer: ward'], []), unknown],
    [
      'has its name alone',
      evaluating(['name: a, consumer: ward', 'name: a, consumer: archive']),
      'error[duplicate-evaluation]',
    ],
  ]);

  it('is told which consumer was meant, or which there are', async () => {
    const hintFor = async (consumer: string, all?: string[]) =>
      (await validate(evaluating([`name: a, consumer: ${consumer}`], all))).diagnostics[0]?.hint;
    expect(await hintFor('wrad')).toBe('did you mean "ward"?');
    expect(await hintFor('medical')).toBe('write one of: ward, archive');
    expect(await hintFor('ward', [])).toBe(
      'name the program that recognises under `consumers`, or delete the evaluation',
    );
  });

  it('is told where the other one of its name is', async () => {
    const [found] = (await validate(evaluating(['name: a, consumer: ward', 'name: a, consumer: ward'])))
      .diagnostics;
    expect([found?.location?.line, found?.related?.line]).toEqual([8, 7]);
  });
});
