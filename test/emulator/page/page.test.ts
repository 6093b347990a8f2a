import { describe, expect, it } from 'vitest';
import type { StoredList } from '../../../src/emulator/account-state.js';
import { parseFault } from '../../../src/emulator/faults.js';
import { type AccountView, contentSecurityPolicy, renderPage } from '../../../src/emulator/page/page.js';
import type { RecognitionLog } from '../../../src/emulator/page/recognition-log.js';
import type { RequestRecord } from '../../../src/emulator/request-record.js';
import { defaultSwitches, type EmulatorSwitches } from '../../../src/emulator/switches.js';
import { startOfTime } from '../../support/emulator.js';

const list: StoredList = {
  vocabulary_id: `vocab-acme-${'a'.repeat(32)}`,
  prefix: 'acme',
  target_model: 'fun-asr',
  vocabulary: [{ text: 'Exothermic reaction', weight: 4, lang: 'en', translation: 'exotherme Reaktion' }],
  created_at: startOfTime,
  modified_at: startOfTime + 60_000,
  ready_at: startOfTime + 120_000,
};

const nothingHeard: RecognitionLog = { recognitions: [], count: 0 };

const record: RequestRecord = {
  at: startOfTime,
  duration_ms: 1250,
  action: 'create',
  vocabulary_id: 'vocab-acme-1',
  status: 200,
  code: null,
  request_id: 'a-b',
  fault: null,
  slots: 1,
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

  describe('with hardly a slot left', () => {
    const ofModel = (target_model: string) => ({ ...list, target_model });
    const lists = (count: number, first = ofModel('fun-asr')) => [
      first,
      ...Array.from({ length: count - 1 }, () => ofModel('fun-asr')),
    ];
    const streaming = ofModel('qwen-audio-3.1-asr-flash-streaming');
    const saidOf = (all: readonly StoredList[], quota = 10) =>
      show(all, { quota }).match(/<p id="scarce">(.*?)<\/p>/)?.[1] ?? null;

    it.each([
      [9, 10, 'One slot is left.'],
      [10, 10, 'No slot is left: one list more is refused.'],
      [3, 2, 'No slot is left: one list more is refused.'],
      [19, 20, 'One slot is left.'],
    ])('says of %i lists in %i slots what can be done', (count, quota, left) => {
      expect(saidOf(lists(count), quota)).toContain(`<b>${left}</b> Instant hotwords need none`);
    });

    it('says nothing as long as there is room', () => {
      expect(saidOf(lists(8))).toBeNull();
      expect(saidOf(lists(18), 20)).toBeNull();
    });

    it('says nothing of an account that is empty, however small it is', () => {
      expect(saidOf([], 1)).toBeNull();
      expect(saidOf([], 0)).toBeNull();
    });

    it('tells how many lists could give their slot up, and where to read on', () => {
      expect(saidOf(lists(10))).toContain('The models of these lists take none; those of qwen-audio-3.x do.');
      expect(saidOf(lists(10, streaming))).toContain('1 list here is for a model that takes them.');
      expect(saidOf([streaming, ...lists(8, streaming)])).toContain('2 lists here are for a model');
      expect(saidOf(lists(10))).toMatch(/See docs\/instant\.md\.$/);
    });
  });

  it.each([
    ['qwen-audio-3.1-asr-flash-streaming', true],
    ['qwen-audio-3.0-asr-flash-filetrans', true],
    ['fun-asr-realtime', false],
    ['paraformer-realtime-v2', false],
    ['my-qwen-audio-3.1-asr-flash', false],
    ['qwen-audio-3.1-tts', false],
  ])('marks a list for %s as one whose model takes instant hotwords: %s', (target_model, takes) => {
    expect(show([{ ...list, target_model }]).includes('also takes instant hotwords')).toBe(takes);
  });

  it('names the switches that are not as usual, and only those', () => {
    const faults = ['create:cut-after', 'list:refuse@2*3'].map(parseFault);
    const page = show([], { latency_ms: 250, page_cap: 5, faults });
    expect(page.match(/<li>.*<\/li>/)?.[0]).toBe(
      '<li>latency_ms <b>250</b></li><li>page_cap <b>5</b></li><li>faults <b>create:cut-after list:refuse@2*3</b></li>',
    );
    expect(show([])).not.toContain('<li>');
  });

  it('shows where every switch stands, and where it usually does', () => {
    const page = show([], { latency_ms: 250 });
    expect(page).toContain('<summary>All 26 switches</summary>');
    expect(page).toContain('<tr class="unusual"><th scope="row">latency_ms</th><td>250</td><td>0</td></tr>');
    expect(page).toContain('<tr><th scope="row">page_cap</th><td>none</td><td>none</td></tr>');
    expect(show([])).toContain('<summary>All 26 switches, as usual</summary>');
  });

  it('says from when a list is in effect that is not yet', () => {
    expect(show([list])).toContain('<dt>OK from</dt><dd>2026-11-02 08:02:00</dd>');
    expect(show([{ ...list, ready_at: startOfTime }])).not.toContain('OK from');
  });

  it('allows its own script and style, no frame, and no request but for itself', () => {
    const page = show([list]);
    expect(contentSecurityPolicy).not.toContain('unsafe');
    expect(contentSecurityPolicy).toContain("connect-src 'self'");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<link|<img|<iframe|<form|\ssrc=|\sstyle=|\son\w+=/i);
  });
});

describe('the log of requests', () => {
  const cells = (page: string) =>
    [...page.matchAll(/<tr id="request-(\d+)">([^]*?)<\/tr>/g)].map(([, serial, row = '']) => [
      serial,
      ...[...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
    ]);

  it('tells time, action, status, code, list, request id and duration, the newest first', () => {
    const failed = { ...record, action: null, vocabulary_id: null, status: 400, code: 'InvalidParameter' };
    expect(cells(show([], {}, [record, failed]))).toEqual([
      ['2', '2026-11-02 08:00:00', 'unknown', '400', 'InvalidParameter', '', 'a-b', '1,250 ms'],
      ['1', '2026-11-02 08:00:00', 'create', '200', '', 'vocab-acme-1', 'a-b', '1,250 ms'],
    ]);
  });

  it('tells what was made to go wrong, and of a line that was cut or hangs that it has no answer', () => {
    const faults = (['cut-after', 'hang', 'act-then-fail'] as const).map((fault) => ({ ...record, fault }));
    const given = faults.map((one) => (one.fault === 'act-then-fail' ? one : { ...one, status: null }));
    expect(cells(show([], {}, given)).map((row) => row.slice(3, 5))).toEqual([
      ['200', 'fault: act-then-fail'],
      ['hangs', 'fault: hang'],
      ['cut', 'fault: cut-after'],
    ]);
  });

  it('has the last hundred, and says how many there were', () => {
    const page = show(
      [],
      {},
      Array.from({ length: 250 }, () => record),
    );
    expect(cells(page)).toHaveLength(100);
    expect(cells(page)[0]?.[0]).toBe('250');
    expect(page).toContain('250 requests to this server, the last 100, the newest first.');
  });

  it('says so when there was none', () => {
    expect(show([])).toContain('None has come to this server yet.');
  });
});

describe('the version of a page', () => {
  const versionOf = (changed: Partial<AccountView>, switches: Partial<EmulatorSwitches> = {}) => {
    const nothing = { log: { requests: [], count: 0 }, heard: nothingHeard };
    const view = { lists: [list], now: startOfTime, ...nothing, ...changed };
    return renderPage(view, { ...defaultSwitches, ...switches }).version;
  };

  it('is the same as long as nothing but the clock has moved', () => {
    expect(versionOf({ now: startOfTime + 60_000 })).toBe(versionOf({}));
  });

  it.each([
    ['a word', { lists: [{ ...list, vocabulary: [] }] }, {}],
    ['a status, by the clock alone', { now: list.ready_at }, {}],
    ['the requests', { log: { requests: [], count: 1 } }, {}],
    ['a switch', {}, { latency_ms: 1 }],
  ])('is another when %s has changed', (_, changed, switches) => {
    expect(versionOf(changed, switches)).not.toBe(versionOf({}));
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
    const request = { ...record, vocabulary_id: attack, code: attack, request_id: attack };
    const page = show([hostile], { pending_status: attack }, [request]);
    expect(page.replace(/<script>[^]*?<\/script>/, '')).not.toMatch(/<img|<script/);
    const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;&#39;&amp;&lt;/script&gt;';
    expect(page.split(escaped)).toHaveLength(
      1 +
        'element id prefix model status switch row text lang field value code named request'.split(' ')
          .length,
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

function show(
  lists: readonly StoredList[],
  switches: Partial<EmulatorSwitches> = {},
  requests: readonly RequestRecord[] = [],
): string {
  const log = { requests, count: requests.length };
  return renderPage(
    { lists, log, heard: nothingHeard, now: startOfTime },
    { ...defaultSwitches, ...switches },
  ).html;
}
