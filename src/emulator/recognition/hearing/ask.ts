import { isRecord } from '../../call.js';
import { type Way, wayTo } from '../../models.js';
import { invalidParameter, Refusal } from '../../refusal.js';

/** With which words a model is to recognise. */
export interface Ask {
  readonly way: Way;
  readonly model: string;
  readonly vocabulary_id: string | null;
  /** Instant hotwords with their weights; null: none. */
  readonly vocabulary: ReadonlyMap<string, number> | null;
  readonly language_hints: readonly string[];
  /** The id of another, older mechanism, which knows no lists. */
  readonly phrase_id: string | null;
}

/** The part of a request that names model and words. `resources` is where the SDKs put a phrase_id. */
export interface AskedFor {
  readonly model: unknown;
  readonly parameters: unknown;
  readonly resources?: unknown;
}

/** Reads it. @throws Refusal for a model of another way, and for parameters of the wrong type */
export function parseAsk({ model, parameters = {}, resources }: AskedFor, way: Way): Ask {
  if (!isRecord(parameters)) throw invalidParameter('parameters must be an object');
  return {
    way,
    model: parseModel(model, way),
    vocabulary_id: parseText(parameters, 'vocabulary_id'),
    vocabulary: parseWords(parameters['vocabulary']),
    language_hints: parseHints(parameters['language_hints']),
    phrase_id: parseText(parameters, 'phrase_id') ?? phraseIn(parameters['resources'] ?? resources),
  };
}

function parseModel(model: unknown, way: Way): string {
  if (typeof model !== 'string' || model === '') throw invalidParameter('model is required');
  const itsWay = wayTo(model);
  if (itsWay === null) throw new Refusal(404, 'ModelNotFound', 'Model not exist.');
  if (itsWay !== way)
    throw invalidParameter(`url error, please check url: this model is for ${calls[itsWay]}`);
  return model;
}

const calls: Readonly<Record<Way, string>> = {
  stream: 'the WebSocket',
  flash: 'requests with the audio inside',
  file: 'files in asynchronous tasks',
};

function parseText(parameters: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = parameters[name] ?? '';
  if (typeof value !== 'string') throw invalidParameter(`${name} must be a string`);
  return value === '' ? null : value;
}

function parseWords(value: unknown): Ask['vocabulary'] {
  if (value === undefined || value === null) return null;
  const wrong = invalidParameter('vocabulary must be an object of words and their weights');
  if (!isRecord(value)) throw wrong;
  const entries = Object.entries(value);
  if (!entries.every((entry): entry is [string, number] => Number.isInteger(entry[1]))) throw wrong;
  return entries.length === 0 ? null : new Map(entries);
}

function parseHints(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const isList = Array.isArray(value) && value.every((hint) => typeof hint === 'string');
  if (!isList) throw invalidParameter('language_hints must be a list of languages');
  return value;
}

function phraseIn(resources: unknown): string | null {
  const found: unknown = Array.isArray(resources) ? resources.find(isPhrase) : undefined;
  const id = isRecord(found) ? found['resource_id'] : null;
  return typeof id === 'string' && id !== '' ? id : null;
}

function isPhrase(resource: unknown): boolean {
  return isRecord(resource) && resource['resource_type'] === 'asr_phrase';
}
