import { describe, expect, it, vi } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.js';
import type { EmulatorReply } from '../../src/emulator/reply.js';
import { answeringWith, type ServerAnswer } from '../cli/answering-with.js';
import { openRepository } from '../cli/repository.js';
import { idOf } from '../support/build.js';
import { oneIn } from '../support/sample.js';
import { config } from '../support/world.js';
import { expectHarmless, harmlessDocument } from './harmless.js';
import { hiddenTexts, hostileTexts, spokenTexts } from './hostile-texts.js';

const medical = { 'vocab.config.yaml': config({ medical: ['alpha'], sales: ['beta'] }) };

const failure = (text: string) => JSON.stringify({ code: text, message: text, request_id: text });

/** Answers in which every word is the server's own. */
const answers: readonly (readonly [string, (text: string) => ServerAnswer])[] = [
  ['an error', (text) => ({ status: 400, body: failure(text) })],
  ['a refusal of the key', (text) => ({ status: 401, body: failure(text) })],
  ['a failure', (text) => ({ status: 500, body: failure(text) })],
  ['a success with a code', (text) => ({ status: 200, body: failure(text) })],
  ['a page', (text) => ({ status: 502, body: `<html>${text}</html>` })],
  [
    'a success that is none',
    (text) => ({ status: 200, body: JSON.stringify({ request_id: text, output: text }) }),
  ],
  [
    'an unknown form of list',
    (text) => ({ status: 200, body: JSON.stringify({ output: { vocabulary_list: [{ [text]: text }] } }) }),
  ],
];

/** One of each kind; every run costs a few requests. */
const texts = [...hiddenTexts, ...spokenTexts.slice(0, 8)];

describe.each(answers)('%s made of hostile texts', (kind, answer) => {
  it.each(['plan', 'apply --yes --verbose', 'plan --format json'])('is told harmlessly: %s', async (args) => {
    let text = '';
    const { base_url } = await answeringWith(() => answer(text));
    const { vocabsync } = await openRepository(medical);
    for (text of args === 'plan' ? oneIn(3, texts, kind.length) : texts.slice(0, 5)) {
      const { stdout, stderr, code } = await vocabsync(`${args} --endpoint ${base_url}`);
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect([3, 7, 8]).toContain(code);
      if (!args.includes('json')) continue;
      expect(harmlessDocument(stdout).error.message).toMatch(/^list_vocabulary page 0 failed \(HTTP \d+/);
    }
  });
});

/** Lets the account answer one action in words of its own. */
function answerWith(emulator: Emulator, action: string, change: (body: string) => ServerAnswer): void {
  const { handle } = emulator;
  vi.spyOn(emulator, 'handle').mockImplementation(async (request): Promise<EmulatorReply> => {
    const reply = await handle(request);
    if (reply.kind !== 'answer' || !request.body.includes(`"${action}_vocabulary"`)) return reply;
    const { status, body } = change(reply.response.body);
    return { kind: 'answer', response: { ...reply.response, status, body } };
  });
}

const everything = hostileTexts.join(' ');

describe('an account that answers in hostile texts', () => {
  it('is harmless in the report of the step it refuses', async () => {
    for (const text of texts) {
      const { vocabsync, emulator } = await openRepository(medical);
      answerWith(emulator, 'create', () => ({ status: 400, body: failure(text) }));
      const { stdout, stderr } = await vocabsync('apply --yes --verbose --color never', { terminal: true });
      expect(stdout).toContain('failed  + create medical@fun-asr');
      expectHarmless(stdout);
      expectHarmless(stderr);
    }
  });

  it('is harmless in its request ids and times, and they are in the JSON', async () => {
    const { vocabsync, emulator, write } = await openRepository(medical);
    await emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'omega', weight: 4 }] },
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'omega', weight: 4 }] },
    ]);
    await write('vocab.config.yaml', config({ medical: ['alpha'] }, 'guards: { update_interval: 5m }\n'));
    const renamed = (body: string) => {
      const { output, ...rest } = JSON.parse(body) as { output: object };
      const times = { gmt_create: everything, gmt_modified: `${everything}!` };
      return {
        status: 200,
        body: JSON.stringify({ ...rest, output: { ...output, ...times }, request_id: everything }),
      };
    };
    answerWith(emulator, 'query', renamed);
    for (const args of ['plan --verbose', 'apply --yes --verbose']) {
      const { stdout, stderr, code } = await vocabsync(args);
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect(code).toBe(0);
    }
  });

  it.each(['vocab-other-1', '../../../tmp/x', everything])(
    'is not believed when it gives a new list an id that is none: %j',
    async (id) => {
      const { vocabsync, emulator } = await openRepository(medical);
      const body = JSON.stringify({ output: { vocabulary_id: id }, request_id: everything });
      answerWith(emulator, 'create', () => ({ status: 200, body }));
      const { stdout, stderr, code } = await vocabsync('apply --yes --verbose');
      expectHarmless(stdout);
      expectHarmless(stderr);
      expect(stdout).toMatch(/done {4}\+ create medical@fun-asr {2}vocab-acmemed-[0-9a-f]{32}/);
      expect(code).toBe(0);
      expect(await emulator.account()).toHaveLength(2);
    },
  );

  it('never leads a backup out of its folder', async () => {
    for (const tail of ['../../../x', 'a/b', '..', 'x\u0000', 'x.yaml']) {
      const { vocabsync, emulator, writes } = await openRepository({ 'vocab.config.yaml': config({}) });
      const vocabulary = [{ text: 'alpha', weight: 4 }];
      await emulator.seed([
        { vocabulary_id: `vocab-acmeold-${tail}`, prefix: 'acmeold', target_model: 'fun-asr', vocabulary },
        { vocabulary_id: idOf('acmeold', 1), prefix: 'acmeold', target_model: 'fun-asr', vocabulary },
      ]);
      const { code } = await vocabsync('apply --yes');
      expect({ tail, code }).toEqual({ tail, code: 0 });
      expect(writes()).toEqual(['delete']);
    }
  });
});
