import { isList } from '../../model/config.js';
import type { Desired } from '../../model/desired.js';
import { asError } from '../../model/diagnostic.js';
import { prefixForm, prefixOf } from '../../model/observed.js';
import { packingAdvice } from '../../model/slots/packing.js';
import { expand } from '../expand.js';
import type { Rule } from './rule.js';

export const listsFitIntoTheQuota: Rule = function* ({ config, catalogue }) {
  const { list_quota } = config.account;
  const wanted = config.vocabularies.filter(isList).flatMap(({ target_models }) => target_models).length;
  if (wanted <= list_quota) return;
  const surplus = wanted - list_quota;
  yield asError({
    rule: 'more-lists-than-slots',
    location: config.vocabularies_location,
    message: `the vocabularies need ${wanted} lists, one for each target model; the account has ${list_quota === 1 ? '1 slot' : `${list_quota} slots`}, ${surplus} too few`,
    hint: waysToFit(expand(config, catalogue)),
  });
};

const otherWays =
  'merge vocabularies, name fewer target_models, or raise account.list_quota once the vendor has raised yours';

/** A hint has an end, so of each kind of advice as much as there is room for. */
const roomForAdvice = 490;

function waysToFit(desired: Desired): string {
  const tries = [3, 2, 1].map((most) => packingAdvice(desired, { most }));
  const lengthOf = (lines: readonly string[]) => [...lines, otherWays].join('; ').length;
  const told = tries.find((lines) => lengthOf(lines) <= roomForAdvice) ?? tries.at(-1) ?? [];
  // A line may go on from the one before it, so none is left out between two.
  const over = told.findIndex((_, index) => lengthOf(told.slice(0, index + 1)) > roomForAdvice);
  return [...(over === -1 ? told : told.slice(0, over)), otherWays].join('; ');
}

export const removedNamesPrefixesOrIds: Rule = function* ({ config }) {
  for (const { value, location } of config.policy.removed) {
    if (prefixForm.test(value) || prefixOf(value) !== null) continue;
    yield asError({
      rule: 'removed-invalid',
      location,
      message: `"${value}" is neither a prefix nor a vocabulary_id`,
      hint: 'write the exact prefix, or the whole id, of the lists that shall go',
    });
  }
};

/** Anything else would protect nothing, and nobody would notice. */
export const protectNamesPrefixes: Rule = function* ({ config }) {
  for (const { value, location } of config.policy.protect) {
    if (prefixForm.test(value)) continue;
    yield asError({
      rule: 'protect-invalid',
      location,
      message: `"${value}" is no prefix: 1 to 10 lower-case letters and digits`,
      hint: `write ${prefixOf(value) ?? 'the exact prefix'}: it protects every list that has it`,
    });
  }
};

export const removedIsNotDesired: Rule = function* ({ config }) {
  for (const { value, location } of config.policy.removed) {
    const owner = config.vocabularies
      .filter(isList)
      .find(
        ({ prefix, vocabulary_ids }) =>
          prefix.value === value || vocabulary_ids.some((pin) => pin.value === value),
      );
    if (owner === undefined) continue;
    yield asError({
      rule: 'removed-but-desired',
      location,
      related: owner.location,
      message: `"${value}" is listed under removed and used by the vocabulary "${owner.name}"`,
      hint: 'remove the vocabulary, or this line; to remove one list of several, write its vocabulary_id',
    });
  }
};

export const removedIsNotProtected: Rule = function* ({ config }) {
  for (const { value, location } of config.policy.removed) {
    const prefix = prefixOf(value) ?? value;
    const guard = config.policy.protect.find((protectedPrefix) => protectedPrefix.value === prefix);
    if (guard === undefined) continue;
    yield asError({
      rule: 'removed-but-protected',
      location,
      related: guard.location,
      message: `"${value}" is listed under removed, but the prefix "${prefix}" is under protect`,
      hint: 'delete one of the two lines',
    });
  }
};
