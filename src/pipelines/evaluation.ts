import { evaluate } from '../evaluate/evaluate.js';
import { type ConsumerGiven, givenTo, hasList, type Sources } from '../hear/consumer-given.js';
import { type Cost, costOf, type Texts } from '../hear/cost.js';
import { givenNothing } from '../hear/given.js';
import { type HeardTexts, type HearOptions, hear } from '../hear/hear.js';
import { heardClips } from '../hear/heard-clips.js';
import { type HearableClip, type Hearing, type Recognition, recognitionsOf } from '../hear/recognitions.js';
import { usageOf } from '../hear/usage.js';
import type { Consumer } from '../model/config.js';
import type { Location } from '../model/diagnostic.js';
import type { Answers } from '../model/evaluation/answers.js';
import type { Side } from '../model/evaluation/clip.js';
import type { EarlierEvaluation } from '../model/evaluation/earlier.js';
import type { Evaluation } from '../model/evaluation/evaluation.js';
import type { Thresholds } from '../model/evaluation/evaluation-input.js';
import type { Plan } from '../model/plan.js';
import type { Recogniser } from '../model/recognition/recogniser.js';
import { wayOf } from '../model/recognition/ways.js';

/*
 * Does recognition hear the words? The account is read, and what each consumer is given today is told from it; what is not
 * known from before is recognised, with these words and without; and what was heard is counted. The account is never written.
 */

/** An evaluation that somebody asks for, whose clips were looked at. */
export interface AskedEvaluation {
  /** null: it came from flags. */
  readonly name: string | null;
  readonly consumer: Consumer;
  /** The manifest, as it was given. */
  readonly manifest: string;
  readonly clips: readonly HearableClip[];
  readonly repeat: number;
  readonly thresholds: Thresholds;
  readonly earlier: EarlierEvaluation | null;
  /** Where the configuration asks for it; null: it came from flags. */
  readonly location: Location | null;
}

/** What was asked for, and what came of it. */
export type LocatedEvaluation = Evaluation & { readonly location: Location | null };

/** What evaluating takes from the world. */
export interface EvaluationPorts extends Omit<HearOptions, 'keep'> {
  /** Reads the account; called only where a consumer has a list. */
  readonly readPlan: () => Promise<Pick<Plan, 'changes' | 'server_time'>>;
  /** Called only where something has to be sent. */
  readonly openRecogniser: () => Promise<Recogniser>;
  /** Whom the recogniser asks: the answers of two are two. */
  readonly endpoint: string;
  readonly answers: Answers;
  /** Told before anything is sent what it takes, also when that is nothing; throws when it shall not be. */
  readonly approve: (cost: Cost) => Promise<void>;
}

/** What everything of one run is told from. */
export type Asking = Omit<Sources, 'plan'>;

/**
 * Evaluates, one after the other in what is counted and all at once in what is heard.
 * @throws VocabError what reading the account or `approve` throws, and what every clip would fail of
 */
export async function evaluateAll(
  asked: readonly AskedEvaluation[],
  asking: Asking,
  ports: EvaluationPorts,
): Promise<readonly LocatedEvaluation[]> {
  const given = await givenToEach(asked, asking, ports);
  const hearings = asked.map((one, index) => hearingOf(one, given[index] as ConsumerGiven));
  const recognitions = recognitionsOf(hearings, ports.endpoint);
  const known = await findKnown(recognitions, ports.answers);
  const cost = costOf(recognitions, known);
  await ports.approve(cost);
  const wanted = recognitions.filter(({ key }) => !known.has(key));
  const result = await hearRest(wanted, known, ports);
  const usageIn = usageOf({ ...result, endpoint: ports.endpoint });
  return asked.map((one, index) => {
    const hearing = hearings[index] as Hearing;
    const usage = usageIn(hearing);
    const sorted = heardClips(hearing, result, ports.endpoint);
    return evaluateOne(one, given[index] as ConsumerGiven, { ...sorted, usage });
  });
}

/** The account is read once, as a plan reads it, and not at all for words that go with requests. */
async function givenToEach(
  asked: readonly AskedEvaluation[],
  asking: Asking,
  { readPlan }: EvaluationPorts,
): Promise<readonly ConsumerGiven[]> {
  const isAsked = asked.some(({ consumer }) => hasList(consumer, asking.config));
  const plan = isAsked ? await readPlan() : null;
  return asked.map(({ consumer }) => givenTo(consumer, { ...asking, plan }));
}

function hearingOf({ consumer, clips, repeat }: AskedEvaluation, given: ConsumerGiven): Hearing {
  const { today, planned } = given;
  const givenOn: [Side, Hearing['given'] extends ReadonlyMap<Side, infer On> ? On : never][] = [
    ['without', givenNothing],
    ['with', today],
    ...(planned === null ? [] : [['planned', planned] as [Side, typeof planned]]),
  ];
  return {
    model: consumer.model.value,
    language_hints: consumer.language_hints?.value ?? null,
    clips,
    repeat,
    given: new Map(givenOn),
  };
}

async function findKnown(recognitions: readonly Recognition[], answers: Answers): Promise<Texts> {
  const known = new Map<string, string>();
  for (const { key, place } of recognitions) {
    const answer = await answers.get(key, place);
    if (answer !== null) known.set(key, answer.text);
  }
  return known;
}

async function hearRest(
  wanted: readonly Recognition[],
  known: Texts,
  ports: EvaluationPorts,
): Promise<HeardTexts> {
  if (wanted.length === 0) return { texts: known, failures: new Map(), sent: new Set() };
  const { answers } = ports;
  const keep: HearOptions['keep'] = ({ key, place }, answer) => answers.put(key, place, answer);
  const { texts, ...rest } = await hear(wanted, await ports.openRecogniser(), { ...ports, keep });
  return { ...rest, texts: new Map([...known, ...texts]) };
}

type Heard = ReturnType<typeof heardClips> & Pick<Evaluation, 'usage'>;

function evaluateOne(
  { name, consumer, manifest, repeat, thresholds, earlier, location }: AskedEvaluation,
  { today, planned, not_planned, delivery }: ConsumerGiven,
  heard: Heard,
): LocatedEvaluation {
  const model = consumer.model.value;
  const evaluation = evaluate({
    name,
    consumer: consumer.name,
    model,
    way: wayOf(model),
    delivery,
    manifest,
    repeat,
    ...heard,
    words: today.words,
    planned_words: planned?.words ?? null,
    not_planned,
    thresholds,
    earlier,
  });
  return { ...evaluation, location };
}
