import { count } from '../../layout.js';
import type { ClipView, SpokenView, TextSegment } from '../../view/evaluation/clips.js';
import type { EvaluatedView } from '../../view/evaluation-view.js';
import { html, type Markup, nothing } from '../markup.js';

/** More than these are folded, and laid out when they come into view. */
const maxUnfolded = 20;

/** What was said in each clip and what was heard, with the words marked. The search over the words finds clips too. */
export function renderClips(evaluations: readonly EvaluatedView[]): Markup {
  if (evaluations.every(({ clips }) => clips.length === 0)) return nothing;
  return html`<section aria-labelledby="clips">
<h2 id="clips">Clips</h2>
<p class="key"><span><mark class="heard">heard</mark></span> <span><mark class="missed">missed, in what was said</mark></span> <span><mark class="intruded">heard where nobody said it</mark></span></p>
${evaluations.map(renderOne)}</section>`;
}

function renderOne({ clips, name }: EvaluatedView): Markup {
  if (clips.length === 0) return nothing;
  const state = clips.length <= maxUnfolded ? html`class="clips" open` : html`class="clips long"`;
  const troubled = clips.filter((clip) => clip.troubled).length;
  const tally = troubled === 0 ? '' : `, ${troubled} with a word missed or intruded, these first`;
  return html`<details ${state}>
<summary><h3>${name}</h3> <span class="tally">${count(clips.length, 'clip')}${tally}</span></summary>
${clips.map(renderClip)}</details>
`;
}

function renderClip({ name, errors, unstable, texts }: ClipView): Markup {
  const different =
    unstable.length === 0 ? nothing : html`, <b>not the same each time</b> (${unstable.join(', ')})`;
  return html`<div class="clip"><h4><bdi>${name}</bdi> <span class="tally">${errors}${different}</span></h4>
<dl class="texts">
${texts.map(renderText)}</dl></div>
`;
}

function renderText({ label, times, segments }: SpokenView): Markup {
  const heard =
    segments.length === 0 ? html`<i>nothing</i>` : html`<bdi>${segments.map(renderSegment)}</bdi>`;
  const often = times === '' ? nothing : html`, ${times}`;
  return html`<div><dt>${label}${often}</dt><dd>${heard}</dd></div>
`;
}

function renderSegment({ text, kind }: TextSegment): Markup {
  return kind === null ? html`${text}` : html`<mark class="${kind}">${text}</mark>`;
}
