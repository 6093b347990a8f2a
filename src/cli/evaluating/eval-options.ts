import type { AccountOptions } from '../options.js';

export interface EvalOptions extends AccountOptions {
  readonly consumer?: string;
  readonly clips?: string;
  readonly planned: boolean;
  readonly yes: boolean;
  /** In milliseconds. */
  readonly maxAudio?: number;
  readonly fresh: boolean;
  readonly record?: string;
  readonly replay?: string;
  readonly repeat?: number;
  /** A share, 0 to 1. */
  readonly minRecall?: number;
  readonly maxFalse?: number;
  readonly baseline?: string;
  readonly recordings?: string;
}
