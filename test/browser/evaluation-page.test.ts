import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draw } from '../../src/report/forms.js';
import { sayings } from '../report/scenarios.js';
import { plainLook as look } from '../support/look.js';
import { oneIn } from '../support/sample.js';
import { launchChromium, noBrowser } from './chromium.js';
import { axeViolations, listenTo, openPage } from './open-report.js';

describe.skipIf(noBrowser !== null)('the page of an evaluation', () => {
  let browser: Browser;
  let folder: string;
  let page: Page;
  let phone: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vocabsync-evaluation-'));
    browser = await launchChromium();
    page = await browser.newPage();
    phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
    for (const one of [page, phone]) listenTo(one, (complaint) => complaints.push(complaint));
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });

  async function show(name: string, on: Page = page): Promise<void> {
    const saying = sayings[name];
    if (saying === undefined) throw new Error(`there is no situation ${name}`);
    await openPage(on, await draw('html', saying, look), folder);
  }

  const words = () => page.locator('.list tbody tr:visible bdi').allTextContents();
  const clips = () => page.locator('.clip:visible h4 bdi').allTextContents();
  const amount = () => page.locator('#count').textContent();

  it('shows the words of a verdict, and counts them', async () => {
    await show('eval-ward');
    expect(await amount()).toBe('6 words in 1 evaluation');
    for (const verdict of ['works', 'not needed', 'not spoken', 'harmful']) {
      await page.getByLabel(verdict).uncheck();
    }
    expect(await words()).toEqual(['阙里人家', '青霉素']);
    expect(await amount()).toBe('2 of 6 words in 1 evaluation');
    expect(await clips()).toHaveLength(3);
  });

  it('finds a word, and the clips in which it was said or heard', async () => {
    await show('eval-ward');
    await page.getByLabel('Find a word').fill('阙里人家');
    expect(await words()).toEqual(['阙里人家']);
    expect(await clips()).toEqual(['a/tour-01.wav']);
    // What a line of a clip is called is no word of it.
    await page.getByLabel('Find a word').fill('without');
    expect(await clips()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await clips()).toHaveLength(3);
  });

  it('finds a text across the marks in it', async () => {
    await show('eval-ward');
    await page.getByLabel('Find a word').fill('游览曲阜阙里');
    expect(await clips()).toEqual(['a/tour-01.wav']);
  });

  it('shows one evaluation of several', async () => {
    await show('eval-several');
    await page.getByLabel('Evaluation shown').selectOption('tours');
    expect(await words()).toEqual(['阙里人家', '曲阜']);
  });

  it('marks what was heard, missed and intruded, and says so to those who do not see colours', async () => {
    await show('eval-ward');
    const clip = page.locator('.clip', { hasText: 'a/tour-01.wav' });
    expect(await clip.locator('dd').nth(0).locator('mark.missed').allTextContents()).toEqual(['阙里人家']);
    expect(await clip.locator('dd').nth(2).locator('mark.intruded').allTextContents()).toEqual(['孔府']);
    const sign = await page.evaluate(
      "getComputedStyle(document.querySelector('mark.missed'), '::after').content",
    );
    expect(sign).toContain('missed');
  });

  it.each(
    oneIn(2, [
      ['eval-ward', 'light'],
      ['eval-several', 'dark'],
      ['eval-no-effect', 'dark'],
      ['eval-hostile', 'light'],
    ] as const),
  )(
    '%s fits on a phone in the %s, keeps its own policy, and has nothing for axe to find',
    async (name, colorScheme) => {
      await phone.emulateMedia({ colorScheme });
      await show(name, phone);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await axeViolations(phone)).toEqual([]);
    },
  );

  it('shows the same without its script', async () => {
    const still = await browser.newPage({ javaScriptEnabled: false });
    await show('eval-ward', still);
    expect(await still.locator('.clip:visible').count()).toBe(3);
    expect(await still.locator('.list tbody tr:visible').count()).toBe(6);
    await still.close();
  });
});
