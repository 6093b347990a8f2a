import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draw } from '../../src/report/forms.js';
import { sayings } from '../report/scenarios.js';
import { plainLook as look } from '../support/look.js';
import { oneIn } from '../support/sample.js';
import { launchChromium, noBrowser } from './chromium.js';
import { axeViolations, listenTo, openPage } from './open-report.js';

const drawn = oneIn(12, Object.entries(sayings));

describe.skipIf(noBrowser !== null)('every page: reports, results, failures, diagnostics', () => {
  let browser: Browser;
  let folder: string;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vocabsync-pages-'));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    listenTo(page, (complaint) => complaints.push(complaint));
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(drawn)(
    '%s fits on a phone, keeps its own policy, and has nothing for axe to find',
    async (_name, saying) => {
      await openPage(page, await draw('html', saying, look), folder);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints.splice(0)).toEqual([]);
    },
  );
});
