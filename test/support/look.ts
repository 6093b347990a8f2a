import type { Look } from '../../src/report/form.js';
import { palette } from '../../src/report/palette.js';

/** How a report is drawn in tests: without colours, and with files as they are called. */
export const plainLook: Look = {
  palette: palette(false),
  verbose: false,
  quiet: false,
  config: 'vocab.config.yaml',
  version: '1.2.3',
  account: 'production',
  inRepository: (file) => file,
};
