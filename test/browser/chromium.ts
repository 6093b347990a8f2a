import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const isRequired = process.env['VOCABSYNC_BROWSER'] === 'required';

/** Why the tests in a browser are skipped here; null where they can run, and where they must. */
export const noBrowser: string | null =
  existsSync(executablePath) || isRequired
    ? null
    : `there is none at ${executablePath}, and CHROMIUM_PATH names no other`;

/** Chromium as it is installed, without the requests it makes on its own. */
export function launchChromium(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}
