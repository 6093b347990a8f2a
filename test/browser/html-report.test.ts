import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReportView } from '../../src/report/view/report-view.js';
import { hostileTexts } from '../report/html/hostile-texts.js';
import { changeView, fullView, manyWords, reportView, wordRow } from '../report/html/view.js';
import { oneIn } from '../support/sample.js';
import { launchChromium, noBrowser } from './chromium.js';
import { axeViolations, listenTo, openReport } from './open-report.js';

if (noBrowser !== null) process.stderr.write(`No report is opened in a browser: ${noBrowser}.\n`);

describe.skipIf(noBrowser !== null)('the page of a report', () => {
  let browser: Browser;
  let folder: string;
  // A page of its own costs each test four times as much.
  let shared: Page;
  const others: Page[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vocabsync-browser-'));
    browser = await launchChromium();
    shared = await openPage({});
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await Promise.all(others.splice(0).map((page) => page.close()));
    expect(complaints.splice(0)).toEqual([]);
  });

  async function openPage(options: BrowserContextOptions): Promise<Page> {
    const page = await browser.newPage(options);
    listenTo(page, (complaint) => complaints.push(complaint));
    return page;
  }

  async function show(view: ReportView = fullView()): Promise<Page> {
    await openReport(shared, view, folder);
    return shared;
  }

  /** To a reader with other settings. */
  async function showWith(options: BrowserContextOptions, view: ReportView = fullView()): Promise<Page> {
    const page = await openPage(options);
    others.push(page);
    await openReport(page, view, folder);
    return page;
  }

  describe('search', () => {
    it('shows the rows with a word, in whichever list they are, and counts them', async () => {
      const page = await show();
      await page.getByLabel('Find a word').fill('心房');
      expect(await words(page)).toEqual(['心房颤动', '心房颤抖', '心房颤动']);
      expect(await count(page)).toBe('3 of 20 words in 2 lists');
      expect(await page.locator('.list:visible h3').allTextContents()).toEqual([
        'medical@fun-asr',
        'medical@fun-asr-realtime',
      ]);
    });

    it('finds a word across its marked letters, whatever its case and Unicode form', async () => {
      const page = await show();
      await page.getByLabel('Find a word').fill('kubernetes');
      expect(await words(page)).toEqual(['Kubernetes cluster']);
      await page.getByLabel('Find a word').fill('  GUILLAIN-BARRE\u0301 ');
      expect(await words(page)).toEqual(['Guillain-Barré syndrome']);
    });

    it('finds a word by what people say of it, and shows both', async () => {
      const page = await show();
      await page.getByLabel('Find a word').fill('RETURNS desk');
      expect(await words(page)).toEqual(['七天无理由退换货']);
      expect(await page.getByText('asked for by the returns desk · expires 2027-03-31').isVisible()).toBe(
        true,
      );
      // Where the word ends and the note begins, nothing is written.
      await page.getByLabel('Find a word').fill('退换货asked');
      expect(await words(page)).toEqual([]);
    });

    it('unfolds the lists with matches, and folds them again', async () => {
      const page = await show(reportView({ changes: manyWords(3, 50) }));
      expect(await words(page)).toEqual([]);
      await page.getByLabel('Find a word').fill('word 2-4');
      expect(await words(page)).toHaveLength(11);
      await page.getByLabel('Find a word').fill('');
      expect(await words(page)).toEqual([]);
      expect(await page.locator('.list:visible').count()).toBe(3);
      expect(await count(page)).toBe('150 words in 3 lists');
    });

    it('says when nothing matches, and Escape clears it', async () => {
      const page = await show();
      const nothing = page.getByText('No word matches.');
      await page.getByLabel('Find a word').fill('no such word');
      expect(await nothing.isVisible()).toBe(true);
      expect(await count(page)).toBe('0 of 20 words');
      await page.keyboard.press('Escape');
      expect(await nothing.isVisible()).toBe(false);
      expect(await page.getByLabel('Find a word').inputValue()).toBe('');
      expect(await words(page)).toHaveLength(20);
    });

    it('survives the Escape that ends the composition of a word', async () => {
      const page = await show();
      await page.getByLabel('Find a word').fill('心房');
      await page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }))",
      );
      expect(await words(page)).toHaveLength(3);
    });

    it('is one key away, and takes that key as a letter once there', async () => {
      const page = await show();
      await page.keyboard.press('/');
      await page.keyboard.type('a/b');
      expect(await page.getByLabel('Find a word').inputValue()).toBe('a/b');
    });

    it('tells what it found to those who do not see it', async () => {
      const page = await show();
      await page.getByRole('search').getByRole('searchbox', { name: 'Find a word' }).fill('pager');
      expect(await page.getByRole('status').textContent()).toBe('1 of 20 words in 1 list');
    });
  });

  describe('filters', () => {
    it('leave out the kinds of change that are not ticked', async () => {
      const page = await show();
      await page.getByLabel('added').uncheck();
      await page.getByLabel('removed').uncheck();
      expect(await words(page)).toEqual(['工单编号', 'Dash Scope']);
      await page.getByLabel('added').check();
      await page.getByLabel('removed').check();
      expect(await words(page)).toHaveLength(20);
    });

    it('leave one list, and join with the search', async () => {
      const page = await show();
      await page.getByLabel('List shown').selectOption('medical@fun-asr-realtime');
      expect(await words(page)).toEqual(['心房颤抖', '心房颤动']);
      await page.getByLabel('removed').uncheck();
      await page.getByLabel('Find a word').fill('心');
      expect(await words(page)).toEqual(['心房颤动']);
      await page.keyboard.press('Escape');
      expect(await words(page)).toHaveLength(20);
      expect(await page.getByLabel('List shown').inputValue()).toBe('');
      expect(await page.getByLabel('removed').isChecked()).toBe(true);
    });
  });

  describe('folds', () => {
    it('open and close all at once', async () => {
      const page = await show();
      await page.getByRole('button', { name: 'Fold all', exact: true }).click();
      expect(await words(page)).toEqual([]);
      await page.getByRole('button', { name: 'Unfold all' }).click();
      expect(await words(page)).toHaveLength(20);
    });

    it('open for whoever follows a link to a list, also to one that is filtered out', async () => {
      const page = await show(reportView({ changes: manyWords(2, 50) }));
      await page.getByRole('link', { name: 'list2@fun-asr' }).click();
      expect(await words(page)).toHaveLength(50);
      await page.getByLabel('Find a word').fill('word 1-');
      await page.getByRole('link', { name: 'list2@fun-asr' }).click();
      expect(await words(page)).toContain('word 2-1 抑制剂');
    });
  });

  it('makes no request and takes no script that somebody puts in', async () => {
    const page = await show();
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.invalid/pixel.png';
      document.body.append(image);
      document.body.setAttribute('style', 'display: none');
    }`);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const refused = complaints.splice(0);
    for (const what of ['inline script', 'image', 'inline style']) {
      expect(refused).toContainEqual(expect.stringMatching(new RegExp(`${what}.*Content Security Policy`)));
    }
  });

  it('shows hostile words as they are', async () => {
    const rows = hostileTexts.map((text) => wordRow('+', text, { detail: text, remark: text }));
    const page = await show(
      reportView({
        headline: hostileTexts.join(' '),
        changes: [changeView({ rows, address: hostileTexts[0] ?? '' })],
      }),
    );
    expect(await words(page)).toEqual(hostileTexts);
    expect(await page.locator('img, svg[onload], [onerror], [onmouseover], iframe').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    await page.getByLabel('Find a word').fill('<img');
    expect(await words(page)).toEqual([hostileTexts[0]]);
  });

  it('can be read without its script', async () => {
    const page = await showWith({ javaScriptEnabled: false });
    expect(await words(page)).toHaveLength(20);
    expect(await page.getByRole('search').isVisible()).toBe(false);
    await page.getByText('Unmanaged lists, never touched').click();
    expect(await page.getByText('(UNDEPLOYED)').isVisible()).toBe(true);
  });

  it('can be walked with the keyboard alone, and shows where one is', async () => {
    const page = await show();
    const stops: string[] = [];
    await page.keyboard.press('Tab');
    for (let stop = await focused(page); stop !== null && stops.length < 50; stop = await focused(page)) {
      stops.push(stop);
      await page.keyboard.press('Tab');
    }
    expect(stops).toEqual([
      'Skip to the report',
      'medical@fun-asr',
      'support@fun-asr-realtime',
      'medical@fun-asr-realtime',
      'acmeold@paraformer-v2',
      'query',
      'added',
      'changed',
      'removed',
      'which',
      'Unfold all',
      'Fold all',
      'medical@fun-asr',
      'support@fun-asr-realtime',
      'medical@fun-asr-realtime',
      'acmeold@paraformer-v2',
      'Unchanged lists',
      'Unmanaged lists, never touched',
    ]);
  });

  it('lets the keyboard skip its heading', async () => {
    const page = await show();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('folds a list with the keyboard', async () => {
    const page = await show();
    await page.locator('#list-4 > summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('Fax machine').isVisible()).toBe(false);
    await page.keyboard.press('Space');
    expect(await page.getByText('Fax machine').isVisible()).toBe(true);
  });

  it('is no wider than a phone, whatever the length of words and ids', async () => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const view = fullView();
    const rows = [
      wordRow('+', long, { detail: `weight 4, translation ${JSON.stringify(long)}`, remark: long }),
      wordRow('-', '超'.repeat(60)),
    ];
    const wordy = changeView({
      rows,
      address: `${long}@fun-asr`,
      identity: long,
      owner: long,
      consumers: [long],
    });
    const changes = [...view.changes, wordy];
    const headline = `${long}, ${view.headline}`;
    const page = await showWith(
      { viewport: { width: 360, height: 740 } },
      { ...view, headline, where: long, changes, redeploy: [long] },
    );
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate('document.body.scrollWidth')).toBeLessThanOrEqual(360);
    // Nothing has to be scrolled sideways either.
    const wider =
      "[...document.querySelectorAll('*')].filter((e) => e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).length";
    expect(await page.evaluate(wider)).toBe(0);
    const display = "getComputedStyle(document.querySelector('.steps tbody th')).display";
    expect(await page.evaluate(display)).toBe('block');
  });

  describe('on paper', () => {
    it('has every row, whatever is folded or filtered on the screen, and no controls', async () => {
      const page = await showWith(
        {},
        reportView({ changes: manyWords(2, 50), unmanaged: ['vocab-other (OK)'] }),
      );
      await page.getByLabel('Find a word').fill('word 2-7');
      await page.emulateMedia({ media: 'print' });
      expect(await words(page)).toHaveLength(100);
      expect(await page.getByText('vocab-other (OK)').isVisible()).toBe(true);
      expect(await page.getByRole('search').isVisible()).toBe(false);
    });

    it('is black on white, in the dark too', async () => {
      const page = await showWith({ colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      expect(await colours(page)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    });

    it('leaves the folds of the screen as they were', async () => {
      const page = await show(reportView({ changes: manyWords(2, 50) }));
      await page.locator('#list-1 > summary').click();
      const foldsWhilePrinting =
        'addEventListener("beforeprint", () => { window.folds = document.querySelectorAll("details:not([open])").length })';
      await page.evaluate(foldsWhilePrinting);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.length).toBeGreaterThan(10_000);
      expect(await page.evaluate('window.folds')).toBe(0);
      expect(await page.locator('.list[open]').count()).toBe(1);
    });
  });

  it('is dark where the reader’s system is', async () => {
    const [light] = await colours(await show());
    const [dark] = await colours(await showWith({ colorScheme: 'dark' }));
    expect([light, dark]).toEqual(['rgb(251, 251, 249)', 'rgb(20, 22, 26)']);
  });

  it.each(oneIn(2, ['light', 'dark'] as const, 1))('has nothing for axe to find, %s', async (colorScheme) => {
    const page = await showWith({ colorScheme, bypassCSP: true });
    await page.getByText('Unmanaged lists, never touched').click();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('answers a keystroke among 5,000 words within a tenth of a second', async () => {
    const page = await show(reportView({ changes: manyWords(10, 500) }));
    const times: number[] = [];
    for (const text of ['w', 'word 3', '抑', '7', 'no such word', '', 'w', '抑', ''])
      times.push(await keystroke(page, text));
    expect(await count(page)).toBe('5,000 words in 10 lists');
    // The median: a machine that is busy elsewhere makes one of them late, and not most of them.
    expect(times.toSorted((one, other) => one - other)[4]).toBeLessThan(100);
  });
});

/** The words that can be seen, in the order of the page. */
async function words(page: Page): Promise<string[]> {
  return page.locator('.list th > bdi:visible').allTextContents();
}

async function count(page: Page): Promise<string | null> {
  return page.locator('#count').textContent();
}

/** Ground and ink. */
async function colours(page: Page): Promise<string[]> {
  return page.evaluate(
    `(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.body))`,
  );
}

/** What the focus is on, by its name or id; null when it is on nothing. Throws where it cannot be seen. */
async function focused(page: Page): Promise<string | null> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    if (getComputedStyle(at).outlineStyle === 'none') throw new Error('no outline: ' + at.outerHTML);
    if (at.id !== '' && at.matches('input, select')) return at.id;
    if (at.matches('input')) return at.value;
    return (at.matches('[aria-labelledby]') ? document.getElementById(at.getAttribute('aria-labelledby'))
      : at.querySelector('h2, h3') ?? at).textContent;
  })()`);
}

/** Milliseconds from a text in the search box to the frame that shows what it found. */
async function keystroke(page: Page, text: string): Promise<number> {
  return page.evaluate(`new Promise((done) => {
    const query = document.getElementById('query');
    query.value = ${JSON.stringify(text)};
    const start = performance.now();
    query.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  })`);
}
