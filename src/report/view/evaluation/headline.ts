import type { DeliveryFacts, Evaluation } from '../../../model/evaluation/evaluation.js';
import { percent } from '../../../model/text/percent.js';
import { printable } from '../../../model/text/printable.js';
import { count } from '../../layout.js';

/** How an evaluation is called: as the configuration does, else after its consumer. */
export function evaluationName({ name, consumer }: Pick<Evaluation, 'name' | 'consumer'>): string {
  return printable(name ?? consumer);
}

/** What a consumer is given, as a sentence goes on after "with": `the list`. */
export function givenName({ list, instant }: DeliveryFacts): string {
  if (list === null) return instant === 0 ? 'what it is given' : 'the instant words';
  return instant === 0 ? 'the list' : 'the list and the instant words';
}

/** `ward: 12 of 20 hotwords heard with the list, 8 without: recall 40% → 60%, 1 intruded` */
export function headlineOf(evaluation: Evaluation): string {
  return `${evaluationName(evaluation)}: ${outcomeOf(evaluation)}`;
}

/** The same, where the name stands beside it. */
export function outcomeOf(evaluation: Evaluation): string {
  return `${heardOf(evaluation)}${regressions(evaluation)}`;
}

function regressions({ baseline }: Evaluation): string {
  const amount = baseline?.regressions.length ?? 0;
  return amount === 0 ? '' : `, ${count(amount, 'regression')}`;
}

function heardOf(evaluation: Evaluation): string {
  const { clips, failed } = evaluation;
  if (clips.length === 0) return failed.length === 0 ? 'there are no clips' : 'no clip could be recognised';
  const lacking = failedClips(evaluation);
  if (lacking === 0) return countsOf(evaluation, 'no clip');
  const all = count(clips.length + lacking, 'clip');
  return `${lacking} of ${all} could not be recognised; of the others, ${countsOf(evaluation, 'none')}`;
}

/** How many clips have no text on one side or another. */
export function failedClips({ failed }: Pick<Evaluation, 'failed'>): number {
  return new Set(failed.map(({ clip }) => clip)).size;
}

/** @param nobody what no clip is called, as the sentence goes on */
function countsOf(evaluation: Evaluation, nobody: string): string {
  const { without, with: given, planned, words, clips, nothing_heard, no_effect, delivery } = evaluation;
  if (nothing_heard) return `nothing was heard in ${clips.length} of ${count(clips.length, 'clip')}`;
  const { said, heard, intruded } = given.hotwords;
  if (said === 0) {
    const all = words.length === 0 ? 'there are no hotwords' : `${nobody} says ${hotwords(words.length)}`;
    return `${all}${intrusions(intruded)}`;
  }
  const counts = `${heard} of ${said} hotwords${timesOf(evaluation)} heard with ${givenName(delivery)}`;
  if (no_effect !== null) return `the hotwords have no effect: ${counts}, ${without.hotwords.heard} without`;
  const asked = planned === null ? '' : `, ${planned.hotwords.heard} as planned`;
  return `${counts}, ${without.hotwords.heard} without${asked}: ${recalls(evaluation)}${intrusions(intruded)}`;
}

/** What is heard again is no further hotword. */
function timesOf({ repeat, with: given }: Evaluation): string {
  const once = given.hotwords.said / repeat;
  return repeat === 1 || !Number.isInteger(once) ? '' : ` (${once}, each ${repeat} times)`;
}

function recalls({ without, with: given, planned }: Evaluation): string {
  const sides = [without, given, ...(planned === null ? [] : [planned])];
  return `recall ${sides.map(({ hotwords: { recall } }) => (recall === null ? '–' : percent(recall))).join(' → ')}`;
}

function intrusions(amount: number): string {
  return amount === 0 ? '' : `, ${amount} intruded`;
}

function hotwords(amount: number): string {
  return amount === 1 ? 'the hotword' : `any of the ${count(amount, 'hotword')}`;
}
