import { wayOf } from '../../model/recognition/ways.js';

/** Samples a second, as far as a model minds. */
export interface Listening {
  /** With less it refuses, or hears nothing that makes sense; null: it takes any. */
  readonly needs: number | null;
  /** With more it does the same; null: it takes more. */
  readonly most: number | null;
  /** With less it hears worse. */
  readonly best: number;
}

/*
 * The vendor's pages (late 2026): models with 8k in their name are for telephones and take 8,000 samples a second;
 * fun-asr real-time takes 16,000; paraformer-realtime-v2, and whatever takes whole files, any rate. Of qwen-audio that
 * streams they say 16,000, and not what becomes of more.
 */
export function listensAt(model: string): Listening {
  if (/(?:^|-)8k(?:-|$)/.test(model)) return { needs: 8000, most: 8000, best: 8000 };
  const isPicky = wayOf(model) === 'stream' && !model.startsWith('paraformer-');
  if (!isPicky) return { needs: null, most: null, best: 16_000 };
  return { needs: 16_000, most: model.startsWith('fun-asr-') ? 16_000 : null, best: 16_000 };
}
