import type { Region } from '../../model/catalogue/target-models.js';
import type { deliveries } from '../../model/config.js';
import type { CiSystem } from '../../scaffold/ci/ci-system.js';
import type { CommonOptions } from '../options.js';

/** What is left out is asked, or has a default. */
export interface InitOptions extends CommonOptions {
  readonly dir: string;
  readonly region?: Region;
  readonly account?: string;
  readonly namespace?: string;
  readonly model?: string;
  /** How the words of the first vocabulary reach recognition. */
  readonly delivery?: (typeof deliveries)[number];
  /** What the first vocabulary is called. */
  readonly name?: string;
  readonly word: readonly string[];
  readonly ci?: CiSystem;
  readonly yes: boolean;
  readonly endpoint?: string;
  /** For one request, in milliseconds. */
  readonly timeout: number;
}
