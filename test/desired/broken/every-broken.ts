import type { Broken } from './broken.js';
import { brokenAccounts } from './broken-accounts.js';
import { brokenAlike } from './broken-alike.js';
import { brokenConsumers } from './broken-consumers.js';
import { brokenHotwords } from './broken-hotwords.js';
import { brokenInstant } from './broken-instant.js';
import { brokenVocabularies } from './broken-vocabularies.js';

/** At least one for each rule of the desired state. */
export const everyBroken: readonly Broken[] = [
  ...brokenVocabularies,
  ...brokenHotwords,
  ...brokenConsumers,
  ...brokenAccounts,
  ...brokenAlike,
  ...brokenInstant,
];
