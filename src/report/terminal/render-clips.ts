import type { MarkKind } from '../../model/evaluation/evaluation.js';
import { padColumns } from '../layout.js';
import type { Palette } from '../palette.js';
import type { SpokenView, TextSegment } from '../view/evaluation/clips.js';
import type { EvaluatedView } from '../view/evaluation-view.js';

/** What was said and heard in each clip, a line a text, the words marked. */
export function clipBlocks({ clips }: EvaluatedView, palette: Palette): string[][] {
  if (clips.length === 0) return [];
  const blocks = clips.map(({ name, errors, unstable, texts }) => {
    const about = [errors, ...(unstable.length === 0 ? [] : [`unstable: ${unstable.join(', ')}`])].join(', ');
    return [
      `${palette.strong(name)}  ${palette.faint(about)}`,
      ...texts.map((text) => spokenRow(text, palette)),
    ];
  });
  return [[legend(palette)], ...blocks];
}

function legend(palette: Palette): string {
  const keys: readonly TextSegment[] = [
    { text: 'heard', kind: 'heard' },
    { text: 'missed', kind: 'missed' },
    { text: 'heard where nobody said it', kind: 'intruded' },
  ];
  return `Clips: ${keys.map((key) => marked(key, palette)).join('  ')}`;
}

function spokenRow({ label, times, segments }: SpokenView, palette: Palette): string {
  const heard =
    segments.length === 0 ? palette.faint('nothing') : segments.map((one) => marked(one, palette)).join('');
  const often = times === '' ? '' : palette.faint(`  (${times})`);
  return `  ${palette.faint(padColumns(label, 7))}  ${heard}${often}`;
}

/** They carry the meaning without colour. Square ones could make a runner's command of what stands before them. */
const brackets: Readonly<Record<MarkKind, readonly [string, string]>> = {
  heard: ['{', '}'],
  missed: ['{-', '-}'],
  intruded: ['{+', '+}'],
};

function marked({ text, kind }: TextSegment, palette: Palette): string {
  if (kind === null) return text;
  const [open, close] = brackets[kind];
  const paint = kind === 'heard' ? palette.add : kind === 'missed' ? palette.remove : palette.change;
  return paint(`${open}${text}${close}`);
}
