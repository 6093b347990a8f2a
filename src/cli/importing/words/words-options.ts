import type { ForeignForm } from '../../../config/words/foreign/foreign-forms.js';
import type { WeightPolicy } from '../../../import/words/weight-policy.js';
import type { deliveries } from '../../../model/config.js';
import type { CommonOptions } from '../../options.js';
import type { IncludeFormat } from './draft-includes.js';

export interface ImportWordsOptions extends CommonOptions {
  readonly vocabulary?: string;
  /** How the words of a new vocabulary reach recognition; left out: as a list. One that is there has to be what this says. */
  readonly delivery?: (typeof deliveries)[number];
  /** What a new vocabulary is for; left out: the default. */
  readonly model?: string;
  /** What the files are; left out: their names and contents tell. */
  readonly from?: ForeignForm;
  /** What comes out; left out: a table where it can hold the words. */
  readonly to?: IncludeFormat;
  readonly weights: WeightPolicy;
  readonly dryRun: boolean;
}
