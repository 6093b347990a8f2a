/*
 * What is known here of models: by the vendor's hotword user guide of late 2026, read anew and not taken from the client's
 * catalogue, so that each finds the mistakes of the other.
 */

/** The guide gives the qwen-audio-3 models and the undated fun-asr models more than the other pages do. */
export function maxHotwords(target_model: string): number {
  const undated = !/-\d{4}-\d{2}-\d{2}$/.test(target_model);
  const generous =
    target_model.startsWith('qwen-audio-3.') || (target_model.startsWith('fun-asr') && undated);
  return generous ? 2000 : 500;
}

/** The guide gives hotwords of a request, which need no list, to qwen-audio-3.x for speech recognition and to nothing else. */
export function takesInstantHotwords(target_model: string): boolean {
  return /^qwen-audio-3\.\d+-asr-/.test(target_model);
}

/** Which models take lists, by the tables of the guide; to any other a vocabulary_id is nothing. */
export function takesLists(model: string): boolean {
  return /^(?:fun-asr|qwen-audio-3\.\d+-asr-|paraformer-(?:realtime-)?(?:8k-)?v2$)/.test(model);
}

/** How a model is given audio: on a WebSocket, in one request, or as files that it fetches itself. */
export type Way = 'stream' | 'flash' | 'file';

/** The names that the pages of the models give, a pattern for each way. A new one has to be read there first. */
const named: Readonly<Record<Way, RegExp>> = {
  stream: new RegExp(
    [
      '^fun-asr-realtime(?:-2025-09-15|-2025-11-07|-2026-02-28)?$',
      '^fun-asr-flash-8k-realtime(?:-2026-01-28)?$',
      '^paraformer-realtime-(?:8k-)?v[12]$',
      '^qwen-audio-3\\.[01]-asr-flash-streaming$',
    ].join('|'),
  ),
  flash: /^(?:fun-asr-flash-2026-06-15|qwen-audio-3\.[01]-asr-flash|qwen-audio-3\.1-asr-flash-message)$/,
  file: new RegExp(
    [
      '^fun-asr(?:-2025-08-25|-2025-11-07)?$',
      '^fun-asr-mtl(?:-2025-08-25)?$',
      '^paraformer-(?:8k-)?v[12]$',
      '^paraformer-mtl-v1$',
      '^qwen-audio-3\\.[01]-asr-flash-filetrans$',
    ].join('|'),
  ),
};

/** null: recognition has no such model. */
export function wayTo(model: string): Way | null {
  const ways: readonly Way[] = ['stream', 'flash', 'file'];
  return ways.find((way) => named[way].test(model)) ?? null;
}

/** The hints that recognition reads: of fun-asr the first alone, of qwen-audio four; null: it was given none. */
export function hintsRead(model: string, hints: readonly string[]): readonly string[] | null {
  if (hints.length === 0) return null;
  if (model.startsWith('fun-asr')) return hints.slice(0, 1);
  return model.startsWith('qwen-audio') ? hints.slice(0, 4) : hints;
}
