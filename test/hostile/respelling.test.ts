import { expect, it } from 'vitest';
import { openRepository } from '../cli/repository.js';
import { config } from '../support/world.js';
import { expectHarmless } from './harmless.js';

/** Two spellings of a word whose pieces are harmless and whose whole is not. */
it.each([
  { there: '##(error]pwned', wanted: '##[error]pwned', shown: '+ #\\u{23}[error]pwned' },
  { there: 'x::##-[group]', wanted: 'x::##[group]', shown: '+ x::#\\u{23}[group]' },
  { there: 'sk-0123456789abcdef', wanted: 'sk 0123456789abcdef', shown: '- sk-… ' },
])('marks no letters where the pieces would hide it: $shown', async ({ there, wanted, shown }) => {
  const { vocabsync, emulator } = await openRepository({
    'vocab.config.yaml': config({ medical: [wanted, 'alpha'] }),
  });
  await emulator.seed([
    {
      prefix: 'acmemed',
      target_model: 'fun-asr',
      vocabulary: [
        { text: there, weight: 4 },
        { text: 'alpha', weight: 4 },
      ],
    },
  ]);
  for (const args of ['plan --color never', 'plan --color always --verbose']) {
    const { stdout } = await vocabsync(args);
    const plain = stdout.replaceAll(/\u001b\[\d+m/g, '');
    expect(plain).toContain(shown);
    expectHarmless(plain);
    expect(plain).not.toContain('sk-0123456789abcdef');
  }
});
