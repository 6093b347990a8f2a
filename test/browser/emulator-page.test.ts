import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator, type SeedList } from '../../src/emulator/emulator.js';
import { serveEmulator } from '../../src/emulator/server.js';
import { fileStorage } from '../../src/emulator/storage.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { envelope, send } from '../emulator/account.js';
import { hostileTexts } from '../report/html/hostile-texts.js';
import { manualClock, startEmulator } from '../support/emulator.js';
import { oneIn } from '../support/sample.js';
import { testFiles } from '../support/shared-files.js';
import { launchChromium, noBrowser } from './chromium.js';
import { axeViolations } from './open-report.js';

describe.skipIf(noBrowser !== null)('the page of the emulator', () => {
  let browser: Browser;
  // A page of its own costs each test four times as much.
  let shared: Page;
  const others: Page[] = [];
  const complaints: string[] = [];
  let home = '';

  beforeAll(async () => {
    browser = await launchChromium();
    shared = await openPage({});
  });

  afterAll(() => browser?.close());

  afterEach(async () => {
    await Promise.all(others.splice(0).map((page) => page.close()));
    // Or it would go on asking an emulator that is gone.
    await shared.goto('about:blank');
    expect(complaints.splice(0)).toEqual([]);
  });

  async function openPage(options: BrowserContextOptions): Promise<Page> {
    const page = await browser.newPage(options);
    page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (request.url() !== home) complaints.push(`request: ${request.url()}`);
    });
    return page;
  }

  async function open(url: string, options?: BrowserContextOptions): Promise<Page> {
    const page = options === undefined ? shared : await openPage(options);
    if (page !== shared) others.push(page);
    home = `${url}/`;
    await page.goto(home);
    return page;
  }

  async function show(lists: readonly SeedList[], options?: BrowserContextOptions) {
    const account = await startEmulator();
    await account.emulator.seed(lists);
    return { ...account, page: await open(account.url, options) };
  }

  it('shows a list that is made, changed and deleted while it is open', async () => {
    const { page, emulator } = await show([]);
    expect(await page.getByText('The account holds no lists yet.').isVisible()).toBe(true);
    const body = envelope('create', {
      prefix: 'acmemed',
      target_model: 'fun-asr',
      vocabulary: [word('alpha')],
    });
    const { vocabulary_id } = (await send(emulator, body)).body.output;
    await page.getByRole('heading', { name: 'acmemed' }).waitFor();
    expect(await page.title()).toBe('1 of 10 slots · vocabsync emulator');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('1 of 10 slots taken');
    expect(await page.getByText('The account holds no lists yet.').count()).toBe(0);
    await page.getByText('1 hotword', { exact: true }).click();
    expect(await words(page)).toEqual(['alpha']);
    await send(emulator, envelope('update', { vocabulary_id, vocabulary: [word('alpha'), word('beta')] }));
    await page.getByText('2 hotwords', { exact: true }).waitFor();
    expect(await words(page)).toEqual(['alpha', 'beta']);
    await send(emulator, envelope('delete', { vocabulary_id }));
    await page.getByText('The account holds no lists yet.').waitFor();
  });

  it('logs the requests as they come', async () => {
    const { page, emulator } = await show([]);
    await send(emulator, envelope('list', {}));
    await page.locator('#request-1').waitFor();
    await send(emulator, envelope('query', { vocabulary_id: 'vocab-none-1' }));
    await page.locator('#request-2').waitFor();
    const row = page.locator('.log tbody tr').first();
    expect((await row.locator('td').allTextContents()).slice(1, 5)).toEqual([
      'query',
      '400',
      'BadRequest.ResourceNotExist',
      'vocab-none-1',
    ]);
  });

  it('shows a list that becomes OK by time alone, and what the account’s clock says', async () => {
    const { emulator, url, clock } = await startEmulator({ deploy_ms: 60_000 });
    await send(
      emulator,
      envelope('create', { prefix: 'acme', target_model: 'fun-asr', vocabulary: [word('a')] }),
    );
    const page = await open(url);
    expect(await page.locator('.status').textContent()).toBe('UNDEPLOYED');
    clock.advance(60_000);
    await page.getByText('OK', { exact: true }).waitFor();
    await page.getByText('2026-11-02 08:01:00 by the account’s clock').waitFor();
    clock.advance(60_000);
    await page.getByText('2026-11-02 08:02:00 by the account’s clock').waitFor();
  });

  it('shows what another process does to the same file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vocabsync-page-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const account = () => {
      const storage = fileStorage(join(folder, 'emulator.json'), testFiles);
      return createEmulator({ clock: manualClock(), storage });
    };
    const server = await serveEmulator(account());
    onTestFinished(() => server.close());
    const page = await open(server.url);
    await account().seed([listOf('acmeother', ['alpha'])]);
    await expect.poll(() => page.locator('h3').allTextContents()).toEqual(['acmeother']);
  });

  describe('keeps while it changes', () => {
    it('what is typed, found and focused', async () => {
      const { page, emulator } = await show([listOf('acmea', ['alpha', 'omega']), listOf('acmeb', ['beta'])]);
      const query = page.getByRole('searchbox', { name: 'Find a word' });
      await query.fill('alp');
      await query.press('ArrowLeft');
      expect([await words(page), await count(page)]).toEqual([['alpha'], '1 of 3 words in 1 list']);
      await emulator.seed([listOf('acmec', ['alphabet', 'gamma'])]);
      await expect.poll(() => count(page)).toBe('2 of 5 words in 2 lists');
      expect(await query.inputValue()).toBe('alp');
      expect(
        await page.evaluate('[document.activeElement.id, document.activeElement.selectionStart]'),
      ).toEqual(['query', 2]);
      await query.press('Escape');
      expect([await query.inputValue(), await count(page)]).toEqual(['', '5 words']);
      expect(await words(page)).toEqual([]);
    });

    it('the folds, the focus on one, and the place', async () => {
      const { page, emulator } = await show(
        Array.from({ length: 9 }, (_, index) => listOf(`acme${index}`, manyWords(30))),
        { viewport: { width: 360, height: 500 } },
      );
      const fold = page.locator('article', { hasText: 'acme2' }).locator('summary');
      await fold.click();
      await page.locator('#all-switches > summary').press('Enter');
      await fold.focus();
      await page.evaluate('document.activeElement.scrollIntoView({ block: "center" })');
      const before = await page.evaluate('document.activeElement.getBoundingClientRect().top');
      emulator.change({ quota: 20 });
      await emulator.seed([listOf('acmenew', ['beta'])]);
      await page.getByRole('heading', { name: 'acmenew' }).waitFor();
      expect(await page.locator('details[open]').count()).toBe(2);
      expect(
        await page.evaluate('document.activeElement.closest("article").querySelector("h3").textContent'),
      ).toBe('acme2');
      const after = await page.evaluate('document.activeElement.getBoundingClientRect().top');
      expect(Math.abs(Number(after) - Number(before))).toBeLessThan(2);
    });

    it('what is selected in a list that stays as it is', async () => {
      const { page, emulator } = await show([listOf('acmea', ['alpha'])]);
      await page.evaluate('getSelection().selectAllChildren(document.querySelector("article .id"))');
      const selected = await page.evaluate('getSelection().toString()');
      await emulator.seed([listOf('acmeb', ['beta'])]);
      await page.getByRole('heading', { name: 'acmeb' }).waitFor();
      expect(await page.evaluate('getSelection().toString()')).toBe(selected);
    });
  });

  describe('search', () => {
    it('finds words whatever their case and Unicode form, by any field of them, and counts them', async () => {
      const { page } = await show([
        { ...listOf('acmea', ['Guillain-Barré', '心房颤动']) },
        { ...listOf('acmeb', []), vocabulary: [{ ...word('心房'), translation: 'Atrium' }] },
      ]);
      const query = page.getByLabel('Find a word');
      await query.fill(' GUILLAIN-BARRE\u0301');
      expect(await words(page)).toEqual(['Guillain-Barré']);
      await query.fill('心房');
      expect(await words(page)).toEqual(['心房', '心房颤动']);
      await query.fill('atrium');
      expect([await words(page), await count(page)]).toEqual([['心房'], '1 of 3 words in 1 list']);
      await query.fill('nothing');
      expect(await count(page)).toBe('0 of 3 words');
    });

    it('leaves alone the folds that a reader closes meanwhile', async () => {
      const { page, emulator } = await show([listOf('acmea', ['alpha'])]);
      await page.getByLabel('Find a word').fill('alpha');
      await page.getByText('1 hotword', { exact: true }).click();
      await emulator.seed([listOf('acmeb', ['alpha'])]);
      await page.getByRole('heading', { name: 'acmeb' }).waitFor();
      expect(await words(page)).toEqual([]);
    });

    it('is one key away', async () => {
      const { page } = await show([listOf('acmea', ['a/b'])]);
      await page.keyboard.press('/');
      await page.keyboard.type('a/b');
      expect(await words(page)).toEqual(['a/b']);
    });
  });

  it('says when the emulator is gone, and goes on with the one that takes its place', async () => {
    const emulator = createEmulator({ clock: manualClock() });
    const server = await serveEmulator(emulator);
    const page = await open(server.url);
    await page.getByText('Live.').waitFor();
    await server.close();
    await page.getByText('The emulator does not answer.').waitFor();
    const { port } = new URL(server.url);
    const next = createEmulator({ clock: manualClock() });
    await next.seed([listOf('acmenext', ['alpha'])]);
    const again = await serveEmulator(next, { port: Number(port) });
    onTestFinished(() => again.close());
    await page.getByRole('heading', { name: 'acmenext' }).waitFor();
    await page.getByText('Live.').waitFor();
    expect(complaints.splice(0).every((one) => one.includes('ERR_CONNECTION_REFUSED'))).toBe(true);
  });

  it('says why the account cannot be read', async () => {
    const { page, emulator } = await show([]);
    emulator.account = async () => {
      throw new Error('emulator.json does not hold an account');
    };
    await page.getByText('emulator.json does not hold an account').waitFor();
    expect(complaints.splice(0).every((one) => one.includes('500'))).toBe(true);
  });

  it('asks for nothing while nobody sees it', async () => {
    const { page } = await show([]);
    await page.getByText('Live.').waitFor();
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate('new Promise((done) => setTimeout(done, 1500))');
    expect(asked).toEqual([]);
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: false })");
    const next = page.waitForRequest(() => true);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await next;
  });

  it('shows hostile words and names as they are, also when they come later', async () => {
    const { page, emulator } = await show([]);
    const vocabulary = hostileTexts.map((text) => ({ ...word(text), lang: text, [text]: text }));
    const hostile = hostileTexts[0] ?? '';
    await emulator.seed([{ vocabulary_id: hostile, prefix: hostile, target_model: hostile, vocabulary }]);
    await page.getByText(`${hostileTexts.length} hotwords`, { exact: true }).click();
    expect(await words(page)).toHaveLength(hostileTexts.length);
    expect((await words(page))[0]).toBe(hostile);
    expect(await page.locator('img, svg, iframe, [onerror], [onload], [onmouseover]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
  });

  it('takes no script that somebody puts in', async () => {
    const { page } = await show([]);
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    }`);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    const refused = complaints.splice(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter((one) => !one.includes('Content Security Policy'))).toEqual([]);
  });

  it('can be read without its script', async () => {
    const { page } = await show([listOf('acmea', ['alpha'])], { javaScriptEnabled: false });
    await page.getByText('1 hotword', { exact: true }).click();
    expect(await words(page)).toEqual(['alpha']);
    expect(await page.getByRole('search').isVisible()).toBe(false);
    expect(await page.getByText('Reload to look again.').isVisible()).toBe(true);
  });

  it('can be walked with the keyboard alone, and shows where one is', async () => {
    const { page } = await show([listOf('acmea', ['alpha']), listOf('acmeb', ['beta'])]);
    const stops: string[] = [];
    await page.keyboard.press('Tab');
    for (let stop = await focused(page); stop !== null && stops.length < 20; stop = await focused(page)) {
      stops.push(stop);
      await page.keyboard.press('Tab');
    }
    expect(stops).toEqual([
      'Lists',
      'Recognitions 0',
      'Requests 0',
      'All 26 switches, as usual',
      'query',
      '1 hotword',
      '1 hotword',
    ]);
    await page.getByRole('link', { name: 'Requests' }).press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('requests-title');
  });

  it.each(oneIn(2, ['light', 'dark'] as const))('has nothing for axe to find, %s', async (colorScheme) => {
    const { page, emulator } = await full({ colorScheme, bypassCSP: true });
    await emulator.seed([listOf('acmelate', ['late'])]);
    await page.getByRole('heading', { name: 'acmelate' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([360, 1200])('is no wider than a screen of %i pixels, whatever is in it', async (width) => {
    const { page } = await full({ viewport: { width, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate('document.body.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it('puts what has changed among 20,000 words on the page within a second', async () => {
    const lists = Array.from({ length: 10 }, (_, index) => listOf(`acme${index}`, manyWords(2000)));
    // On a page of its own: what others have left behind is not to be measured.
    const { page, emulator } = await show(lists, {});
    await page.getByText('Live.').waitFor();
    await send(emulator, envelope('list', {}));
    const longest = await page.evaluate(`new Promise((done) => {
      let longest = 0;
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (document.getElementById('request-1') !== null) done(longest);
        else setTimeout(tick);
      };
      tick();
    })`);
    expect(Number(longest)).toBeLessThan(1000);
  });

  /** Everything unfolded, everything long, a request of each kind. */
  async function full(options: BrowserContextOptions) {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const switches: Partial<EmulatorSwitches> = {
      quota: 2,
      latency_ms: 123_456,
      pending_status: long,
      faults: Array.from({ length: 8 }, () => ({ kind: 'throttle', action: 'list', skip: 0, count: 1 })),
    };
    const account = await startEmulator(switches);
    const vocabulary = [{ ...word(long), lang: 'zh', translation: long }, word('超'.repeat(40))];
    const common = { prefix: 'acmemed', target_model: long };
    const ready_at = account.clock.now() + 1e9;
    await account.emulator.seed([
      { ...common, vocabulary, ready_at },
      { ...common, vocabulary, vocabulary_id: `vocab-${long}` },
      { ...listOf('acmea', ['alpha']), target_model: 'qwen-audio-3.1-asr-flash-streaming' },
    ]);
    await send(account.emulator, envelope('list', {}));
    await send(account.emulator, envelope('query', { vocabulary_id: `vocab-${long}` }));
    await send(account.emulator, envelope('create', { prefix: 'x', target_model: long, vocabulary }));
    const page = await open(account.url, options);
    for (const summary of await page.locator('summary').all()) await summary.click();
    return { ...account, page };
  }
});

function word(text: string) {
  return { text, weight: 4 };
}

function manyWords(amount: number): string[] {
  return Array.from({ length: amount }, (_, index) => `word ${index}`);
}

function listOf(prefix: string, texts: readonly string[]): SeedList {
  return { prefix, target_model: 'fun-asr', vocabulary: texts.map(word) };
}

/** The words that can be seen, in the order of the page. */
async function words(page: Page): Promise<string[]> {
  return page.locator('.words td:first-child:visible').allTextContents();
}

async function count(page: Page): Promise<string | null> {
  return page.locator('#count').textContent();
}

/** What the focus is on; null when it is on nothing. Throws where it cannot be seen. */
async function focused(page: Page): Promise<string | null> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    if (getComputedStyle(at).outlineStyle === 'none') throw new Error('no outline: ' + at.outerHTML);
    return at.matches('input') ? at.id : at.textContent;
  })()`);
}
