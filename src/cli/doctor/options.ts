import type { Region } from '../../model/catalogue/target-models.js';
import type { AccountOptions } from '../options.js';

export interface DoctorOptions extends AccountOptions {
  readonly region?: Region;
  readonly vocabularyId?: string;
  readonly model?: string;
  /** A folder. */
  readonly scan?: string;
}
