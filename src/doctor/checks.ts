import type { Check } from '../model/checks/check.js';
import { configurationIsValid } from './configuration.js';
import { accountIsReadable } from './connection/account.js';
import { clockIsRight } from './connection/clock.js';
import { hostAnswers } from './connection/host.js';
import { keyIsAccepted } from './connection/key.js';
import { regionFits } from './connection/region.js';
import { workspaceHasHotwords } from './connection/workspace.js';
import type { Examination } from './examination.js';
import type { Facts } from './facts.js';
import { catalogueIsRecent, modelIsOffered, modelsAreOffered } from './lists/models.js';
import { listExists, listPairs } from './lists/one-list.js';
import { duplicatesAreGone, orphansAreGone, rivalsAreGone, supersededAreGone } from './lists/others.js';
import { outputsAreCurrent } from './lists/outputs.js';
import { quotaHasRoom } from './lists/quota.js';
import { updateHasSettled, updatesHaveSettled } from './lists/recent.js';
import { listIsOk, listsAreOk } from './lists/status.js';
import { listsExist, wordsAreInSync } from './lists/sync.js';
import { idsExist, modelsPair, noIdIsAPhrase, scanIsWhole } from './scan/scan-checks.js';
import { consumersPair, languagesAreRead, listsAreConsumed, prefixesAreShort } from './words/consumers.js';
import { wordsAreEvaluated } from './words/evaluations.js';
import { listHasWords, topWeightsAreFew, weightsOfList } from './words/weights.js';

type Table = readonly (readonly [id: string, Examination])[];

/*
 * The vendor's "why don't my hotwords work", from the outside in. To add a check: write it beside its kin, name it here,
 * describe it in docs/doctor.md.
 */

const connection: Table = [
  ['config', configurationIsValid],
  ['key', keyIsAccepted],
  ['host', hostAnswers],
  ['region', regionFits],
  ['workspace', workspaceHasHotwords],
  ['clock', clockIsRight],
  ['account', accountIsReadable],
];

const whole: Table = [
  ['quota', quotaHasRoom],
  ['lists', listsExist],
  ['words', wordsAreInSync],
  ['status', listsAreOk],
  ['recent-update', updatesHaveSettled],
  ['duplicates', duplicatesAreGone],
  ['rivals', rivalsAreGone],
  ['orphans', orphansAreGone],
  ['superseded', supersededAreGone],
  ['pairing', consumersPair],
  ['consumers', listsAreConsumed],
  ['models', modelsAreOffered],
  ['prefix', prefixesAreShort],
  ['weights', topWeightsAreFew],
  ['languages', languagesAreRead],
  ['outputs', outputsAreCurrent],
  ['evaluations', wordsAreEvaluated],
];

const oneList: Table = [
  ['list-exists', listExists],
  ['status', listIsOk],
  ['pairing', listPairs],
  ['models', modelIsOffered],
  ['recent-update', updateHasSettled],
  ['words', listHasWords],
  ['weights', weightsOfList],
];

const sources: Table = [
  ['scan', scanIsWhole],
  ['scan-ids', idsExist],
  ['scan-models', modelsPair],
  ['phrase-id', noIdIsAPhrase],
];

const end: Table = [['catalogue', catalogueIsRecent]];

/** Everything that there is to find, in the order in which it is looked at. */
export function examine(facts: Facts): Check[] {
  const subject = facts.pairing === null ? whole : oneList;
  const table = [...connection, ...subject, ...(facts.scan === null ? [] : sources), ...end];
  return table.flatMap(([id, look]) => look(facts).map((finding) => ({ id, ...finding })));
}

/**
 * The ids of all checks there are.
 * @internal to be held against the page that describes them
 */
export const checkIds: readonly string[] = [
  ...new Set([...connection, ...whole, ...oneList, ...sources, ...end].map(([id]) => id)),
];
