import type { TargetModel } from '../../../model/catalogue/target-models.js';
import type { Consumer, Entry, Vocabulary } from '../../../model/config.js';
import { asError, asWarning, type Diagnostic, type DiagnosticDraft } from '../../../model/diagnostic.js';
import { pairingKey } from '../../../model/hotword.js';
import { composed } from '../../../model/text/composed.js';
import { asSent } from '../../as-sent.js';
import type { Rule } from '../rule.js';
import { consumersNamed, type Request, requestsOf, vocabulariesOf } from './requests.js';

/*
 * A list and instant words of one request are merged by the vendor, and of more than its model takes, so many are taken
 * at random (hotword user guide, late 2026). Within one vocabulary that is said of the vocabulary.
 */

export const requestsHoldTheirWords: Rule = function* ({ config, catalogue }) {
  for (const request of severalOf(requestsOf(config))) {
    const model = catalogue.get(request.model);
    const found = model === undefined ? null : checkSize(request, model);
    if (found !== null) yield found;
  }
};

export const requestsHaveFewSuperHotwords: Rule = function* ({ config, catalogue }) {
  for (const request of severalOf(requestsOf(config))) {
    const weights = catalogue.get(request.model)?.weights;
    if (weights === undefined) continue;
    const isSuper = ({ weight }: Entry) => weight === weights.super;
    const counts = vocabulariesOf(request).map((one) => textsOf(asSent(one).filter(isSuper)));
    const all = new Set(counts.flatMap((texts) => [...texts]));
    const isOfOne = counts.some(({ size }) => size > weights.max_super);
    if (isOfOne || all.size <= weights.max_super) continue;
    yield asWarning({
      rule: 'request-super-hotwords',
      ...whereSaid(request),
      message: `${consumersNamed(request.consumers)} ${sends(request)} ${all.size} hotwords of weight ${weights.super} together (${vocabulariesNamed(request)}); the vendor allows ${weights.max_super}, and does not say for which of the two kinds`,
      hint: `give all but ${weights.max_super} of them a weight of ${weights.min} to ${weights.max}`,
    });
  }
};

/** What one vocabulary holds is said of it. */
function severalOf(requests: readonly Request[]): Request[] {
  return requests.filter((request) => vocabulariesOf(request).length > 1);
}

interface Size {
  /** Texts that differ: fewer words it cannot be. */
  readonly texts: number;
  /** Entries of the list, and texts that go with the request: more it cannot be. */
  readonly entries: number;
}

function checkSize(request: Request, model: TargetModel): Diagnostic | null {
  const { max_hotwords, safe_hotwords } = model;
  const size = sizeOf(request);
  const largest = Math.max(...vocabulariesOf(request).map((one) => wordsOf(one).size));
  if (largest > max_hotwords) return null;
  if (size.texts > max_hotwords) return tooMany(request, size, model);
  if (size.entries > max_hotwords) return unclear(request, size, model);
  if (size.texts <= safe_hotwords || largest > safe_hotwords) return null;
  return asWarning({
    rule: 'hotword-limit-disputed',
    ...whereSaid(request),
    message: `${subjectOf(request)} ${size.texts} hotwords together (${vocabulariesNamed(request)}); for ${model.name} the vendor's newest guide allows ${max_hotwords}, its other pages ${safe_hotwords}`,
    hint: `stay within ${safe_hotwords} to be safe either way`,
  });
}

function sizeOf({ list, instant }: Request): Size {
  const sent = new Set(instant.flatMap((one) => [...textsOf(one.entries)]));
  const listed = list === null ? new Set<string>() : textsOf(list.entries);
  const entries = list === null ? 0 : wordsOf(list).size;
  return { texts: new Set([...listed, ...sent]).size, entries: entries + sent.size };
}

function wordsOf(vocabulary: Vocabulary): Set<string> {
  return new Set(asSent(vocabulary).map(pairingKey));
}

function textsOf(entries: readonly Entry[]): Set<string> {
  return new Set(entries.map(({ text }) => composed(text)));
}

function tooMany(request: Request, { texts }: Size, { name, max_hotwords }: TargetModel): Diagnostic {
  return asError({
    rule: 'request-too-many-hotwords',
    ...whereSaid(request),
    message: `${subjectOf(request)} ${texts} different hotwords together (${vocabulariesNamed(request)}); ${name} takes ${max_hotwords}, and the vendor takes so many of them at random`,
    hint: `take out ${texts - max_hotwords}, or give the consumer fewer vocabularies`,
  });
}

function unclear(request: Request, size: Size, { name, max_hotwords }: TargetModel): Diagnostic {
  return asWarning({
    rule: 'request-limit-unclear',
    ...whereSaid(request),
    message: `${subjectOf(request)} ${size.entries} hotwords together (${vocabulariesNamed(request)}), ${size.texts} of them different; ${name} takes ${max_hotwords}, above which the vendor takes so many at random, and it does not say whether a word of the list and of the request counts twice`,
    hint: `take out ${size.entries - max_hotwords} of those that are written twice, to be safe either way`,
  });
}

function whereSaid({ consumers: [first] }: Request): Pick<DiagnosticDraft, 'location'> {
  return { location: (first as Consumer).vocabularies[0]?.location ?? null };
}

function subjectOf(request: Request): string {
  return `${consumersNamed(request.consumers)} ${sends(request)}`;
}

function sends({ consumers, list }: Request): string {
  const one = consumers.length === 1;
  if (list === null) return one ? 'sends' : 'send';
  return one ? 'recognises with' : 'recognise with';
}

function vocabulariesNamed(request: Request): string {
  return vocabulariesOf(request)
    .map((one) => `${wordsOf(one).size} of "${one.name}"`)
    .join(', ');
}
