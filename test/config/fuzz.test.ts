import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoadedConfig } from '../../src/config/read/load.js';
import { config, load } from './project.js';

const pieces = [
  'version: 1',
  'account:',
  '{ region: singapore }',
  'region: beijing',
  'vocabularies:',
  'hotwords:',
  'name: a',
  'prefix: b',
  'target_model: c',
  'text: d',
  'weight: 5',
  'extra:',
  'include: [w.txt, w.csv, w.json, w.yaml]',
  'api_key: x',
  ' sk-0123456789abcdef',
  '- ',
  '? ',
  ': ',
  '&a ',
  '*a',
  '!t ',
  '<<: ',
  '|\n',
  '>\n',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '#',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n  ',
  '\n    - ',
  '\r\n',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '\ufeff',
  '\0',
  '\\',
  '词',
  '\u2028',
  '__proto__: ',
  'constructor: ',
  '**/*',
  '{a,b}',
  '../',
  '1e3',
  'null',
  'true',
  '~',
];
const yamlish = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const bytes = fc.uint8Array({ maxLength: 60 });
const content = fc.oneof({ weight: 3, arbitrary: yamlish.map((text) => Buffer.from(text)) }, bytes);

/** An answer in every case: a configuration, or an error that says where. */
function expectAnAnswer({ config: loaded, diagnostics, sources }: LoadedConfig): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(loaded !== null || errors.length > 0).toBe(true);
  for (const { rule, message, hint, location } of diagnostics) {
    expect(rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
    const line = sources.get(location?.file ?? '')?.split('\n')[(location?.line ?? 0) - 1];
    expect(line?.length).toBeGreaterThanOrEqual((location?.column ?? Number.POSITIVE_INFINITY) - 1);
  }
  expect(JSON.stringify([diagnostics, [...sources]])).not.toContain('sk-0123');
}

/** A local run draws fewer; CI plays all. */
const runs = process.env['VOCABSYNC_MATRIX'] === 'all' ? 100 : 30;

test('any bytes for a configuration end in an answer', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(content, async (text) => expectAnAnswer(await load({ 'vocab.config.yaml': text }))),
    { numRuns: 10 * runs },
  );
});

test('any bytes for the rest of a configuration end in an answer', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(yamlish, async (text) =>
      expectAnAnswer(await load({ 'vocab.config.yaml': config(text) })),
    ),
    { numRuns: 10 * runs },
  );
});

test.each(['v.yaml', 'w.txt', 'w.csv', 'w.json', 'w.yaml'])(
  'any bytes for %s end in an answer',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(content, async (text) => {
        const loaded = await load({
          'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
          'v.yaml': `name: v\nprefix: a\ntarget_model: b\ninclude: [${name === 'v.yaml' ? 'w.txt' : name}]\n`,
          [name]: text,
        });
        expectAnAnswer(loaded);
        expect(loaded.config).not.toBeNull();
      }),
      { numRuns: 3 * runs },
    );
  },
);
