import { expect, it } from 'vitest';
import { openRepository } from './repository.js';

it.each([
  ['are not there', {}, 'the recordings could not be read from clips/r.json: there is no such file'],
  ['are no JSON', { 'clips/r.json': '[\n{"sha256": 1\n' }, 'clips/r.json:2: this is not JSON'],
  [
    'lack what is said',
    { 'clips/r.json': `[\n{"sha256": "${'a'.repeat(64)}"}]` },
    'clips/r.json:2: text must be what is said',
  ],
])('recordings that %s end the emulator before it begins', async (_, files, message) => {
  const { vocabsync } = await openRepository(files);
  const { code, stdout, stderr } = await vocabsync('emulator --memory --recordings clips/r.json');
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain(message);
  expect(stderr).toContain('hint: ');
});

it('an emulator that hears says where audio is streamed to, and another does not', async () => {
  const { vocabsync } = await openRepository({ 'r.json': '[]' });
  const started = async (args: string) => {
    const stop = new AbortController();
    const { stdout } = await vocabsync(`emulator --memory --port 0 ${args}`, { interruption: stop.signal });
    stop.abort();
    return stdout;
  };
  expect(await started('--recordings r.json')).toMatch(
    /^ {2}to stream to it: {8}DASHSCOPE_WEBSOCKET_BASE_URL=ws:\/\/127\.0\.0\.1:\d+\/api-ws\/v1\/inference$/m,
  );
  expect(await started('')).not.toContain('ws://');
});
