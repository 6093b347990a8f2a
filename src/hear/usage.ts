import type { EvaluationUsage } from '../model/evaluation/evaluation.js';
import type { KnownTexts } from './cost.js';
import type { HeardTexts } from './hear.js';
import { type Hearing, keyOf } from './recognitions.js';

interface Heard {
  readonly known: KnownTexts;
  readonly result: HeardTexts;
  readonly where: string;
}

/** Says what each hearing took. Asked for one after the other: what several share is counted as sent once, for the first. */
export function usageOf({ known, result, where }: Heard): (hearing: Hearing) => EvaluationUsage {
  const counted = new Set<string>();
  return (hearing) => {
    let [sent, kept, sent_ms] = [0, 0, 0];
    let isMeasured = true;
    const own = new Set<string>();
    for (const clip of hearing.clips) {
      for (const side of hearing.given.keys()) {
        const key = keyOf(clip, side, hearing, where);
        if (own.has(key)) continue;
        own.add(key);
        const has = Math.min(hearing.repeat, result.texts.get(key)?.length ?? 0);
        const before = counted.has(key) ? has : Math.min(has, known.get(key)?.length ?? 0);
        counted.add(key);
        kept += before;
        sent += has - before;
        if (has === before) continue;
        if (clip.duration_ms === null) isMeasured = false;
        else sent_ms += clip.duration_ms * (has - before);
      }
    }
    return {
      audio_seconds: secondsOf(hearing),
      sent,
      kept,
      sent_seconds: isMeasured ? sent_ms / 1000 : null,
    };
  };
}

function secondsOf({ clips }: Hearing): number | null {
  let ms = 0;
  for (const { duration_ms } of clips) {
    if (duration_ms === null) return null;
    ms += duration_ms;
  }
  return ms / 1000;
}
