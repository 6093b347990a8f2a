import type { EvaluationUsage } from '../model/evaluation/evaluation.js';
import type { Texts } from './cost.js';
import { type Hearing, recognitionsOf } from './recognitions.js';

interface Heard {
  /** What is known now. */
  readonly texts: Texts;
  /** The keys of what was sent for it. */
  readonly sent: ReadonlySet<string>;
  readonly endpoint: string;
}

/** Says what each hearing took. Asked for one after the other: what several share is counted as sent once, for the first. */
export function usageOf({ texts, sent: all, endpoint }: Heard): (hearing: Hearing) => EvaluationUsage {
  const counted = new Set<string>();
  return (hearing) => {
    const asked = recognitionsOf([hearing], endpoint);
    const sent = asked.filter(({ key }) => all.has(key) && !counted.has(key));
    const kept = asked.filter(({ key }) => texts.has(key) && (!all.has(key) || counted.has(key)));
    for (const { key } of sent) counted.add(key);
    return {
      audio_seconds: seconds(hearing.clips),
      sent: sent.length,
      kept: kept.length,
      sent_seconds: seconds(sent.map(({ clip }) => clip)),
    };
  };
}

/** null: of one of them nobody can tell how long it is. */
function seconds(clips: readonly { readonly duration_ms: number | null }[]): number | null {
  let ms = 0;
  for (const { duration_ms } of clips) {
    if (duration_ms === null) return null;
    ms += duration_ms;
  }
  return ms / 1000;
}
