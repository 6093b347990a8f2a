import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../src/model/errors.js';
import type { HttpResponse } from '../../src/model/ports.js';
import { caught } from '../http/caught.js';
import { canned, key, recording, remoteOver } from './canned-transport.js';

const page = { page_index: 0, page_size: 50 };
const listed = {
  vocabulary_id: 'vocab-acme-0123456789abcdef0123456789abcdef',
  gmt_create: '2026-11-01 10:00:00',
  gmt_modified: '2026-11-01 10:05:00',
  status: 'OK',
};
const queried = {
  target_model: 'fun-asr',
  gmt_create: '2026-11-01 10:00:00',
  gmt_modified: '2026-11-01 10:05:00',
  status: 'OK',
};

function ok(output: unknown): unknown {
  return { output, usage: {}, request_id: 'r-1' };
}

async function hotwordsOf(vocabulary: unknown): Promise<unknown> {
  const body = typeof vocabulary === 'string' ? vocabulary : JSON.stringify(vocabulary);
  const text = `{"output":${JSON.stringify(queried).replace(/}$/, `,"vocabulary":${body}}`)}}`;
  return (await remoteOver(canned(text)).query('vocab-x')).value.hotwords;
}

describe('a listing', () => {
  it('is read with its request id and the clock of the server', async () => {
    const headers = { date: 'Sun, 01 Nov 2026 12:00:00 GMT', 'x-request-id': 'r-2' };
    const answer = await remoteOver(canned(ok({ vocabulary_list: [listed] }), 200, headers)).list(page);
    expect(answer).toEqual({
      value: [listed],
      request_id: 'r-1',
      server_time: Date.UTC(2026, 10, 1, 12),
    });
  });

  it('takes the request id from the header when the body has none, and can do without either', async () => {
    const output = { vocabulary_list: [] };
    const headers = { 'x-request-id': 'r-2', date: 'yesterday' };
    const answer = await remoteOver(canned({ output }, 200, headers)).list(page);
    expect(answer).toEqual({ value: [], request_id: 'r-2', server_time: null });
    expect((await remoteOver(canned({ output })).list(page)).request_id).toBeNull();
  });

  it('ignores fields that are new, empty codes, and times that are left out', async () => {
    const output = {
      vocabulary_list: [{ vocabulary_id: 'v', status: 'NEW', gmt_create: null, new: 1 }],
      new: 1,
    };
    const answer = await remoteOver(canned({ code: '', message: '', output, new: 1 })).list(page);
    expect(answer.value).toEqual([{ vocabulary_id: 'v', status: 'NEW', gmt_create: '', gmt_modified: '' }]);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['HTML', '<html><body>busy</body></html>'],
    ['broken JSON', '{"output":{"vocabulary_list":['],
    ['a JSON array', '[]'],
    ['JSON null', 'null'],
    ['no output', { request_id: 'r-1' }],
    ['an empty output', ok({})],
    ['a list that is null', ok({ vocabulary_list: null })],
    ['a list without an id', ok({ vocabulary_list: [{ status: 'OK' }] })],
    ['a list without a status', ok({ vocabulary_list: [{ vocabulary_id: 'v' }] })],
    ['a code beside the output', { code: 'SomethingNew', output: { vocabulary_list: [] } }],
    ['a numeric code beside the output', { code: 0, output: { vocabulary_list: [] } }],
    ['a code of an unexpected type', { code: {}, output: { vocabulary_list: [] } }],
  ])('is never taken for empty when a 200 brings %s', async (_what, body) => {
    const error = await caught(() => remoteOver(canned(body)).list(page));
    expect(error.code).toBe('bad-response');
    expect(error.remote).toMatchObject({ failure: 'ambiguous', status: 200 });
    expect(error.message).toContain('list_vocabulary page 0 failed (HTTP 200');
  });

  it('is never taken for complete when the status is not 200', async () => {
    const error = await caught(() => remoteOver(canned(ok({ vocabulary_list: [] }), 206)).list(page));
    expect(error.code).toBe('bad-response');
  });

  it('names the field that is missing', async () => {
    const error = await caught(() => remoteOver(canned(ok({ vocabulary_list: [listed, {}] }))).list(page));
    expect(error.message).toContain('output.vocabulary_list.1.vocabulary_id');
  });
});

describe('a query', () => {
  it('takes a further field that is null for one that is missing, and keeps every other', async () => {
    const vocabulary = [
      { text: 'a', weight: 4, translation: null, deep: { kept: null } },
      { text: 'b', weight: 4, translation: null },
    ];
    const output = { target_model: 'fun-asr', status: 'OK', vocabulary };
    const { value } = await remoteOver(canned(ok(output))).query('vocab-a-1');
    expect(value.hotwords.map(({ extra }) => extra)).toEqual([{ deep: { kept: null } }, null]);
  });

  it('reads missing, null and empty lang alike, weights that are texts, and weights that are left out', async () => {
    const plain = { lang: null, extra: null };
    expect(
      await hotwordsOf([
        { text: 'a', weight: 4 },
        { text: 'b', weight: '5', lang: null },
        { weight: 50, lang: '', text: 'c' },
        { text: 'd', lang: 'zh', weight: null },
        { text: 'e', weight: '-0.5' },
      ]),
    ).toEqual([
      { text: 'a', weight: 4, ...plain },
      { text: 'b', weight: 5, ...plain },
      { text: 'c', weight: 50, ...plain },
      { text: 'd', weight: 0, lang: 'zh', extra: null },
      { text: 'e', weight: -0.5, ...plain },
    ]);
  });

  it('keeps texts as they were sent, order and repetitions too', async () => {
    const texts = [' e\u0301 ', '\u00e9', 'a', 'a', '', '\ud83d'];
    const hotwords = await hotwordsOf(texts.map((text) => ({ text, weight: 4 })));
    expect(hotwords).toEqual(texts.map((text) => ({ text, weight: 4, lang: null, extra: null })));
  });

  it('keeps fields it does not know, as fields of the entry', async () => {
    const extra = { target_lang: 'en', translation: { deep: [1, null] } };
    expect(await hotwordsOf([{ text: 'a', weight: 4, ...extra }])).toEqual([
      { text: 'a', weight: 4, lang: null, extra },
    ]);
  });

  it('lets no entry reach a prototype', async () => {
    const hotwords = (await hotwordsOf('[{"text":"a","weight":4,"__proto__":{"polluted":1}}]')) as [
      { extra: object },
    ];
    const { extra } = hotwords[0];
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
    expect(JSON.stringify(extra)).toBe('{"__proto__":{"polluted":1}}');
    expect('polluted' in {}).toBe(false);
  });

  it.each<[string, unknown]>([
    ['no object', 'word'],
    ['null', null],
    ['an array', []],
    ['without a text', { weight: 4 }],
    ['with a text that is a number', { text: 1, weight: 4 }],
    ['with a weight that is no number', { text: 'a', weight: 'heavy' }],
    ['with an empty weight', { text: 'a', weight: '' }],
    ['with a weight that is a list', { text: 'a', weight: [4] }],
    ['with a lang that is a list', { text: 'a', weight: 4, lang: ['zh'] }],
  ])('fails as a whole when an entry is %s', async (_what, entry) => {
    const error = await caught(() => hotwordsOf([{ text: 'fine', weight: 4 }, entry]));
    expect(error.code).toBe('bad-response');
    expect(error.message).toContain('output.vocabulary.1: not a hotword');
  });

  it('fails on a weight beyond all numbers', async () => {
    const error = await caught(() => hotwordsOf('[{"text":"a","weight":1e999}]'));
    expect(error.code).toBe('bad-response');
  });

  it.each(['target_model', 'status', 'vocabulary'])('fails without %s', async (field) => {
    const output = { ...queried, vocabulary: [], [field]: undefined };
    const error = await caught(() => remoteOver(canned(ok(output))).query('vocab-x'));
    expect(error.code).toBe('bad-response');
    expect(error.message).toContain(
      `query_vocabulary vocab-x failed (HTTP 200, request r-1): output.${field}`,
    );
  });
});

describe('a write', () => {
  it('fails when a create is answered without an id', async () => {
    const list = { prefix: 'acme', target_model: 'fun-asr', hotwords: [] };
    const error = await caught(() => remoteOver(canned(ok({}))).create(list));
    expect(error.remote?.failure).toBe('ambiguous');
    expect(error.message).toContain('create_vocabulary acme for fun-asr failed');
  });

  it.each(['update', 'delete'] as const)('fails when the answer to %s has no output', async (action) => {
    const remote = remoteOver(canned({ request_id: 'r-1' }));
    const error = await caught(() =>
      action === 'update' ? remote.update('vocab-x', []) : remote.delete('vocab-x'),
    );
    expect(error.remote?.failure).toBe('ambiguous');
    expect(error.message).toContain(`${action}_vocabulary vocab-x failed`);
  });

  it('does not let an uninterpreted field take the place of text, weight or lang', async () => {
    const { transport, requests } = recording(canned(ok({})));
    const extra = { text: 'other', weight: 9, lang: 'en', translation: 'x' };
    await remoteOver(transport).update('vocab-x', [{ text: 'a', weight: 4, lang: null, extra }]);
    expect(JSON.parse(requests[0]?.body ?? '').input.vocabulary).toEqual([
      { text: 'a', weight: 4, translation: 'x' },
    ]);
  });
});

describe('a failure', () => {
  const refusal = { code: 'InvalidParameter', message: 'vocabulary format invalid', request_id: 'r-9' };

  it('says what was attempted, status, code, request id, the words of the server and what to do', async () => {
    const answer = canned(refusal, 400, { 'retry-after': '3' });
    const error = await caught(() => remoteOver(answer).update('vocab-x', []));
    expect(error.message).toBe(
      'update_vocabulary vocab-x failed (HTTP 400, InvalidParameter, request r-9): "vocabulary format invalid"',
    );
    expect(error.hint).toContain('vocabsync validate');
    expect(error.remote).toEqual({
      failure: 'permanent',
      status: 400,
      vendor_code: 'InvalidParameter',
      request_id: 'r-9',
      retry_after_ms: 3000,
    });
  });

  it('measures a date in Retry-After from the clock of the server', async () => {
    const headers = {
      date: 'Sun, 01 Nov 2026 12:00:00 GMT',
      'retry-after': 'Sun, 01 Nov 2026 12:00:05 GMT',
    };
    const error = await caught(() => remoteOver(canned('', 429, headers)).list(page));
    expect(error.remote?.retry_after_ms).toBe(5000);
  });

  it('of a gateway that answers HTML goes by the status', async () => {
    const answer = canned('<html>Bad Gateway</html>', 502, { 'x-request-id': 'r-2' });
    const error = await caught(() => remoteOver(answer).delete('vocab-x'));
    expect(error.code).toBe('unavailable');
    expect(error.message).toBe(
      'delete_vocabulary vocab-x failed (HTTP 502, request r-2): the answer is not the JSON that the vendor sends',
    );
  });

  it.each([
    ['connect', 'transient', 'query_vocabulary vocab-x was not sent: no such host'],
    ['sent', 'ambiguous', 'query_vocabulary vocab-x got no complete answer: no such host'],
  ] as const)('of the line in phase %s is %s', async (phase, failure, message) => {
    const broken = () => Promise.reject(new TransportFailure(phase, 'no such host'));
    const error = await caught(() => remoteOver(broken).query('vocab-x'));
    expect(error.message).toBe(message);
    expect(error.cause).toBeInstanceOf(TransportFailure);
    expect(error.remote).toEqual({
      failure,
      status: null,
      vendor_code: null,
      request_id: null,
      retry_after_ms: null,
    });
  });

  it('that is an abort stays what the signal gave as its reason', async () => {
    const reason = new Error('enough');
    const aborted = ({ signal }: { signal: AbortSignal | undefined }) =>
      Promise.reject(signal?.reason as Error);
    await expect(remoteOver(aborted).list(page, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('happens after one request: nothing is sent again', async () => {
    const { transport, requests } = recording(canned('', 503));
    await caught(() => remoteOver(transport).list(page));
    expect(requests).toHaveLength(1);
  });
});

describe('texts of the server', () => {
  async function messageOf(message: string, headers: HttpResponse['headers'] = {}): Promise<string> {
    const answer = canned({ code: 'InvalidParameter', message }, 400, headers);
    return (await caught(() => remoteOver(answer).list(page))).message;
  }

  it('are shown without characters that a terminal or a log acts on', async () => {
    const message = await messageOf('a\n::error::b\r\u001b[2J\u202e\u200b\u2028\ud800c');
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Cs}]/u);
    expect(message).toContain('a\\u{A}::error::b\\u{D}\\u{1B}[2J\\u{202E}\\u{200B}\\u{2028}\\u{D800}c');
  });

  it.each([
    ['plain', 'x'],
    ['astral', '\u{1f600}'],
    ['escaped', '\n'],
  ])('are cut at 300 characters: %s', async (_what, character) => {
    const message = await messageOf(character.repeat(100_000));
    const quoted = /"(.*)"$/.exec(message)?.[1] ?? '';
    expect([...quoted]).toHaveLength(300);
    expect(quoted.endsWith('…')).toBe(true);
  });

  it('are not cut at exactly 300 characters', async () => {
    expect(await messageOf('\u{1f600}'.repeat(300))).toContain(`"${'\u{1f600}'.repeat(300)}"`);
  });

  it('are cleaned in code and request id too', async () => {
    const answer = canned({ code: `New\n${key}`, request_id: `r\u001b${key}` }, 400);
    const error = await caught(() => remoteOver(answer).list(page));
    expect(error.remote).toMatchObject({ vendor_code: 'New\\u{A}[key]', request_id: 'r\\u{1B}[key]' });
    expect(error.message).toContain('(HTTP 400, New\\u{A}[key], request r\\u{1B}[key])');
  });
});

describe('the key', () => {
  const list = { vocabulary_list: [] };
  const oddKey = 'sk-a/b+c%d&f=~~~~???????>>>>>>>';

  it('is sent in the Authorization header and nowhere else', async () => {
    const { transport, requests } = recording(canned(ok(list)));
    await remoteOver(transport, { workspace: 'llm-1' }).list(page);
    const { authorization, ...others } = requests[0]?.headers ?? {};
    expect(authorization).toBe(`Bearer ${key}`);
    expect(JSON.stringify([others, requests[0]?.url, requests[0]?.body])).not.toContain(key);
  });

  it.each<[string, (text: string) => string]>([
    ['as it is', (text) => text],
    ['URL-encoded', encodeURIComponent],
    ['in base64', (text) => Buffer.from(text).toString('base64')],
    ['in base64url', (text) => Buffer.from(text).toString('base64url')],
    ['as Basic credentials', (text) => Buffer.from(`user:${text}`).toString('base64')],
    ['in a header in base64', (text) => Buffer.from(`Bearer ${text}`).toString('base64')],
    ['with text on both sides in base64', (text) => Buffer.from(`{"k":"${text}"}`).toString('base64url')],
  ])('is taken out of what the server echoes %s', async (_what, encode) => {
    for (const secret of [key, oddKey]) {
      const echoed = encode(secret);
      const answer = canned({ code: 'InvalidApiKey', message: `refused: <${echoed}>` }, 401);
      const error = await caught(() => remoteOver(answer, { key: secret }).list(page));
      const shown = JSON.stringify([error.message, error.hint, error.remote]);
      expect(shown).toContain('[key]');
      expect(shown).not.toContain(echoed.slice(4, -4));
    }
  });

  it('is taken out before the text is cut, so that no part of it is left', async () => {
    const answer = canned({ code: 'X', message: `${'x'.repeat(290)}${key}` }, 400);
    const error = await caught(() => remoteOver(answer).list(page));
    expect(error.message).not.toContain('sk-');
  });

  it('does not hide a code from the table, however short it is', async () => {
    const answer = canned({ code: 'InvalidParameter' }, 200);
    const error = await caught(() => remoteOver(answer, { key: 'a' }).list(page));
    expect(error.code).toBe('rejected');
  });

  it.each([
    ['empty', ''],
    ['with a line break at its end', `${key}\n`],
    ['with a space', `Bearer ${key}`],
    ['with a character beyond ASCII', `${key}\u2019`],
    ['with a control character', `${key}\u0000`],
  ])('is refused before anything is sent, unshown, when it is %s', async (_what, bad) => {
    const error = await caught(() => remoteOver(canned(''), { key: bad }));
    expect(error.code).toBe('key-missing');
    expect(`${error.message} ${error.hint}`).not.toContain('sk-');
  });

  it.each(['llm 1', 'llm\r\nx: y', ''])(
    'goes nowhere with a workspace that no header can hold: %j',
    async (workspace) => {
      const error = await caught(() => remoteOver(canned(''), { workspace }));
      expect(error.code).toBe('usage');
    },
  );
});
