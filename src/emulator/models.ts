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
