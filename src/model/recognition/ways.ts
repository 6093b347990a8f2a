import type { RecognitionWay } from './recogniser.js';

/*
 * The ways by the names of models, as the vendor's pages have them (late 2026): what streams says so in its name, or is a
 * real-time model; what takes a whole recording at once is a flash; the rest takes files by URL.
 */
const ways: readonly (readonly [RegExp, RecognitionWay])[] = [
  [/^qwen-audio-.*-streaming$/, 'stream'],
  [/^qwen-audio-.*-filetrans$/, 'file'],
  [/^qwen-audio-.*-asr-flash(?:-|$)/, 'flash'],
  [/realtime/, 'stream'],
  [/^fun-asr-flash-/, 'flash'],
];

/** Says how a model is given audio. A model that nobody knows takes files, as most do. */
export function wayOf(model: string): RecognitionWay {
  return ways.find(([name]) => name.test(model))?.[1] ?? 'file';
}
