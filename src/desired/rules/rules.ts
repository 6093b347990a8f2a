import { collectFindings, type Diagnostic } from '../../model/diagnostic.js';
import {
  listsFitIntoTheQuota,
  protectNamesPrefixes,
  removedIsNotDesired,
  removedIsNotProtected,
  removedNamesPrefixesOrIds,
} from './account-rules.js';
import { charactersAreWhatTheyLookLike } from './alike/look-alikes.js';
import { hotwordsAreSpeltOneWay } from './alike/near-duplicates.js';
import { wholesOutweighTheirParts } from './alike/parts.js';
import { hotwordsSoundDifferent } from './alike/sound-alikes.js';
import {
  consumerNamesAreUnique,
  consumersHearTheirWords,
  consumersPairWithAList,
  dotenvVariablesAreUnique,
} from './consumer-rules.js';
import {
  hotwordsAreWrittenOnce,
  hotwordsFitIntoTheList,
  langsSuitTheModel,
  superHotwordsAreFew,
  weightsSuitTheModel,
} from './entry-rules.js';
import { evaluationNamesAreUnique, evaluationsHaveAConsumer } from './evaluation-rules.js';
import { consumersHaveOneList, vocabulariesAreNamedOnce } from './instant/consumer-lists.js';
import {
  instantWordsAreTextAndWeight,
  instantWordsReachSomebody,
  listsAreLeftUntilTheSwitch,
  modelsTakeInstantWords,
} from './instant/instant-rules.js';
import { requestsHaveFewSuperHotwords, requestsHoldTheirWords } from './instant/request-size-rules.js';
import { weightsOfARequestAgree } from './instant/request-weight-rules.js';
import { languageHintsAreRead, languageHintsAreSpelt } from './language-hint-rules.js';
import { levelsCanBeSet } from './level-rules.js';
import { hotwordsAreStillWanted, remarksAreNoSecrets } from './remark-rules.js';
import type { Rule, RuleInput } from './rule.js';
import { langsSuitTheScript } from './script-rules.js';
import {
  textHasLetters,
  textHasNoHiddenCharacters,
  textIsNoSecret,
  textIsShortEnough,
} from './text-rules.js';
import {
  keysAreUnique,
  modelsAreKnown,
  namesAreUnique,
  pinsBelongToThePrefix,
  prefixesAreValid,
  prefixesLieInTheNamespace,
  previousPrefixesAreFree,
} from './vocabulary-rules.js';
import { heavyHotwordsAreFew, listsOfAModelAgree } from './weight-rules.js';

/** Every rule of the desired state. To add one: write it beside its kin, name it here, describe it in docs/rules.md. */
const rules: readonly Rule[] = [
  namesAreUnique,
  prefixesAreValid,
  prefixesLieInTheNamespace,
  previousPrefixesAreFree,
  keysAreUnique,
  modelsAreKnown,
  modelsTakeInstantWords,
  pinsBelongToThePrefix,
  textIsShortEnough,
  textHasNoHiddenCharacters,
  textHasLetters,
  textIsNoSecret,
  weightsSuitTheModel,
  superHotwordsAreFew,
  langsSuitTheModel,
  langsSuitTheScript,
  instantWordsAreTextAndWeight,
  charactersAreWhatTheyLookLike,
  hotwordsAreWrittenOnce,
  hotwordsAreSpeltOneWay,
  hotwordsSoundDifferent,
  wholesOutweighTheirParts,
  heavyHotwordsAreFew,
  listsOfAModelAgree,
  hotwordsFitIntoTheList,
  hotwordsAreStillWanted,
  remarksAreNoSecrets,
  consumerNamesAreUnique,
  dotenvVariablesAreUnique,
  consumersPairWithAList,
  vocabulariesAreNamedOnce,
  consumersHaveOneList,
  requestsHoldTheirWords,
  requestsHaveFewSuperHotwords,
  weightsOfARequestAgree,
  instantWordsReachSomebody,
  consumersHearTheirWords,
  languageHintsAreRead,
  languageHintsAreSpelt,
  evaluationNamesAreUnique,
  evaluationsHaveAConsumer,
  listsFitIntoTheQuota,
  protectNamesPrefixes,
  removedNamesPrefixesOrIds,
  removedIsNotDesired,
  removedIsNotProtected,
  listsAreLeftUntilTheSwitch,
  levelsCanBeSet,
];

/** Everything that is wrong or doubtful with a configuration, without asking the account. */
export function checkRules(input: RuleInput): Diagnostic[] {
  const { report, all } = collectFindings();
  for (const rule of rules) for (const found of rule(input)) report(found);
  return all();
}
