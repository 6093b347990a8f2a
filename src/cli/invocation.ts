import type { Checked } from '../pipelines/check.js';
import type { DocumentKind } from '../report/json/envelope.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';
import type { OutFile } from './showing/out-files.js';

/** What a command was called with. */
export interface Call<Options extends CommonOptions = CommonOptions> {
  readonly kind: DocumentKind;
  readonly options: Options;
  readonly context: Context;
  /** Files that it reads beside the configuration, as they were typed. */
  readonly reads?: readonly string[];
}

/** One run of a command: what was asked, what was read, and where it says what comes of it. */
export interface Invocation<Options extends CommonOptions = CommonOptions> extends Call<Options> {
  readonly checked: Checked;
  /** What `--out` names. */
  readonly files: readonly OutFile[];
}
