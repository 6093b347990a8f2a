import { describe, expect, it } from 'vitest';
import type { StoredList } from '../../src/emulator/account-state.js';
import { parseFault } from '../../src/emulator/faults.js';
import { contentSecurityPolicy, renderPage } from '../../src/emulator/page.js';
import { defaultSwitches, type EmulatorSwitches } from '../../src/emulator/switches.js';
import { startOfTime } from '../support/emulator.js';

const list: StoredList = {
  vocabulary_id: `vocab-acme-${'a'.repeat(32)}`,
  prefix: 'acme',
  target_model: 'fun-asr',
  vocabulary: [{ text: 'Exothermic reaction', weight: 4, lang: 'en', translation: 'exotherme Reaktion' }],
  created_at: startOfTime,
  modified_at: startOfTime + 60_000,
  ready_at: startOfTime + 120_000,
};

describe('the page of an account', () => {
  it('shows each list with status, times, id and words', () => {
    const page = show([list]);
    for (const shown of ['acme', 'fun-asr', 'UNDEPLOYED', '2026-11-02 08:00:00', '2026-11-02 08:01:00']) {
      expect(page).toContain(`>${shown}<`);
    }
    expect(page).toContain(list.vocabulary_id);
    expect(page).toContain('<summary>1 hotword</summary>');
    expect(page).toContain('<bdi>Exothermic reaction</bdi>');
    expect(page).toContain('{&quot;translation&quot;:&quot;exotherme Reaktion&quot;}');
  });

  it('says so when there are none', () => {
    expect(show([])).toContain('The account holds no lists yet.');
  });

  it.each([
    [0, 10, { taken: 0, over: 0, free: 10 }],
    [3, 10, { taken: 3, over: 0, free: 7 }],
    [3, 2, { taken: 2, over: 1, free: 0 }],
    [3, 0, { taken: 0, over: 3, free: 0 }],
    [1, 1000, { taken: 1, over: 0, free: 99 }],
  ])('shows %i lists in %i slots as a gauge', (count, quota, cells) => {
    const page = show(
      Array.from({ length: count }, () => list),
      { quota },
    );
    expect(page).toContain(`aria-label="${count} of ${quota} slots taken"`);
    const drawn = (kind: string) => page.split(`<i class="${kind}">`).length - 1;
    expect({ taken: drawn('taken'), over: drawn('over'), free: drawn('free') }).toEqual(cells);
  });

  it('names the switches that are not as usual, and only those', () => {
    const faults = ['create:cut-after', 'list:refuse@2*3'].map(parseFault);
    const page = show([], { latency_ms: 250, page_cap: 5, faults });
    expect(page.match(/<li>.*<\/li>/)?.[0]).toBe(
      '<li>latency_ms <b>250</b></li><li>page_cap <b>5</b></li><li>faults <b>create:cut-after list:refuse@2*3</b></li>',
    );
    expect(show([])).not.toContain('<li>');
  });

  it('allows no script, no frame and no request', () => {
    const page = show([list]);
    expect(contentSecurityPolicy).not.toContain('unsafe');
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<form|\ssrc=|\sstyle=|\son\w+=/i);
  });
});

describe('hostile content', () => {
  const attack = `"><img src=x onerror=alert(1)><script>'&</script>`;
  const hostile: StoredList = {
    ...list,
    vocabulary_id: attack,
    prefix: attack,
    target_model: attack,
    vocabulary: [{ text: attack, weight: 4, lang: attack, [attack]: attack }],
  };

  it('is text wherever it stands', () => {
    const page = show([hostile], { pending_status: attack });
    expect(page).not.toMatch(/<img|<script/);
    const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;&#39;&amp;&lt;/script&gt;';
    expect(page.split(escaped)).toHaveLength(
      1 + 'id prefix model status switch text lang field value'.split(' ').length,
    );
  });

  it.each([
    ['a bidi override', 'a\u202eb', 'a\\u{202E}b'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200B}b'],
    ['a byte order mark', '\ufeffa', '\\u{FEFF}a'],
    ['an escape sequence', '\u001b[31m', '\\u{1B}[31m'],
    ['half a surrogate pair', '\ud800', '\\u{D800}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
  ])('shows %s instead of obeying it', (_, text, shown) => {
    expect(show([{ ...list, vocabulary: [{ text, weight: 4 }] }])).toContain(`<bdi>${shown}</bdi>`);
  });
});

function show(lists: readonly StoredList[], switches: Partial<EmulatorSwitches> = {}): string {
  return renderPage({ lists, now: startOfTime }, { ...defaultSwitches, ...switches });
}
