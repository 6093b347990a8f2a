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

/** By the pages of the models, one for each way; null: recognition has no such model. */
export function wayTo(model: string): Way | null {
  if (/^(?:fun-asr|paraformer)-(?:.+-)?realtime(?:-|$)/.test(model)) return 'stream';
  if (/^qwen-audio-3\.\d+-asr-flash-streaming(?:-|$)/.test(model)) return 'stream';
  if (/^qwen-audio-3\.\d+-asr-flash-filetrans(?:-|$)/.test(model)) return 'file';
  if (/^(?:qwen-audio-3\.\d+-asr|fun-asr)-flash(?:-|$)/.test(model)) return 'flash';
  return /^(?:fun-asr|paraformer)(?:-|$)/.test(model) ? 'file' : null;
}

/** The hints that recognition reads: of fun-asr the first alone, of qwen-audio four; null: it was given none. */
export function hintsRead(model: string, hints: readonly string[]): readonly string[] | null {
  if (hints.length === 0) return null;
  if (model.startsWith('fun-asr')) return hints.slice(0, 1);
  return model.startsWith('qwen-audio') ? hints.slice(0, 4) : hints;
}
