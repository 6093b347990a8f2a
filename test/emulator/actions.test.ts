import { describe, expect, it } from 'vitest';
import { envelope, newList, openAccount, send, words } from './account.js';

const nowhere = 'vocab-acme-00000000000000000000000000000000';

describe('a create', () => {
  it('answers an id that carries the prefix and 32 hexadecimal digits', async () => {
    const { status, body } = await openAccount().ask('create', newList);
    expect(status).toBe(200);
    expect(body.output).toEqual({ vocabulary_id: expect.stringMatching(/^vocab-acme-[0-9a-f]{32}$/) });
    expect(body.usage).toEqual({ count: 1 });
  });

  it('sent twice makes two lists, for it carries no token', async () => {
    const account = openAccount();
    expect(await account.create()).not.toBe(await account.create());
    expect(await account.emulator.account()).toHaveLength(2);
  });

  it('is refused with AllocationQuota when every slot is taken, and adds nothing', async () => {
    const account = openAccount({ quota: 2 });
    await account.create();
    await account.create({ prefix: 'other', target_model: 'paraformer-v2' });
    expect(await account.ask('create', newList)).toMatchObject({
      status: 400,
      body: { code: 'Throttling.AllocationQuota' },
    });
    expect(await account.emulator.account()).toHaveLength(2);
  });

  it('finds a slot again after a delete', async () => {
    const account = openAccount({ quota: 1 });
    await account.ask('delete', { vocabulary_id: await account.create() });
    expect(await account.create()).toMatch(/^vocab-/);
  });

  it('takes any target_model, for the API reports no mismatch', async () => {
    const account = openAccount();
    const vocabulary_id = await account.create({ target_model: 'no-such-model' });
    expect((await account.ask('query', { vocabulary_id })).body.output.target_model).toBe('no-such-model');
  });
});

describe('a query', () => {
  it('shows the list without its id', async () => {
    const account = openAccount();
    const vocabulary_id = await account.create();
    expect((await account.ask('query', { vocabulary_id })).body.output).toEqual({
      gmt_create: '2026-11-02 08:00:00',
      gmt_modified: '2026-11-02 08:00:00',
      status: 'OK',
      target_model: 'fun-asr',
      vocabulary: words,
    });
  });

  it('shows repeated entries, weights out of range and unknown fields as they were sent', async () => {
    const account = openAccount();
    const sent = [
      { text: 'a', weight: 51 },
      { text: 'a', weight: 51 },
      { text: 'b', weight: -1, lang: 'xx', translation: { de: 'B' } },
    ];
    const vocabulary_id = await account.create({ vocabulary: sent });
    expect((await account.ask('query', { vocabulary_id })).body.output.vocabulary).toEqual(sent);
  });
});

describe('an update', () => {
  it('replaces all words and moves gmt_modified alone', async () => {
    const account = openAccount();
    const vocabulary_id = await account.create();
    account.clock.advance(61_000);
    const vocabulary = [{ text: '阙里人家', weight: 5, lang: 'zh' }];
    const sent = { vocabulary_id, vocabulary, prefix: 'other', target_model: 'paraformer-v2' };
    expect((await account.ask('update', sent)).body).toMatchObject({ output: {}, usage: {} });
    expect((await account.ask('query', { vocabulary_id })).body.output).toEqual({
      gmt_create: '2026-11-02 08:00:00',
      gmt_modified: '2026-11-02 08:01:01',
      status: 'OK',
      target_model: 'fun-asr',
      vocabulary,
    });
    expect(await account.prefixes()).toEqual(['acme']);
  });

  it('that is refused leaves the words as they were', async () => {
    const account = openAccount();
    const vocabulary_id = await account.create();
    const { status } = await account.ask('update', { vocabulary_id, vocabulary: [{ text: '', weight: 4 }] });
    expect(status).toBe(400);
    expect(await account.emulator.account()).toMatchObject([{ vocabulary: words }]);
  });
});

describe('a list that does not exist', () => {
  it.each(['query', 'update', 'delete'])('is ResourceNotExist to %s', async (action) => {
    const asked = await openAccount().ask(action, { vocabulary_id: nowhere, vocabulary: words });
    expect(asked).toMatchObject({ status: 400, body: { code: 'BadRequest.ResourceNotExist' } });
  });

  it('is ResourceNotExist to a second delete', async () => {
    const account = openAccount();
    const vocabulary_id = await account.create();
    expect(await account.ask('delete', { vocabulary_id })).toMatchObject({
      status: 200,
      body: { output: {} },
    });
    expect(await account.ask('delete', { vocabulary_id })).toMatchObject({ status: 400 });
    expect(await account.emulator.account()).toEqual([]);
  });
});

describe('the input of a create', () => {
  const refused: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['a missing prefix', { prefix: undefined }],
    ['an empty prefix', { prefix: '' }],
    ['a prefix with capitals', { prefix: 'Acme' }],
    ['a prefix with a hyphen', { prefix: 'ac-me' }],
    ['a prefix that ends in a newline', { prefix: 'acme\n' }],
    ['a prefix of eleven characters', { prefix: 'abcdefghijk' }],
    ['a missing target_model', { target_model: undefined }],
    ['an empty target_model', { target_model: '' }],
    ['a missing vocabulary', { vocabulary: undefined }],
    ['an empty vocabulary', { vocabulary: [] }],
    ['a vocabulary that is no array', { vocabulary: { text: 'a', weight: 4 } }],
    ['an entry that is no object', { vocabulary: ['a'] }],
    ['an entry without text', { vocabulary: [{ weight: 4 }] }],
    ['an entry of blanks', { vocabulary: [{ text: '  ', weight: 4 }] }],
    ['an entry without weight', { vocabulary: [{ text: 'a' }] }],
    ['a weight that is no integer', { vocabulary: [{ text: 'a', weight: 4.5 }] }],
    ['a lang that is no string', { vocabulary: [{ text: 'a', weight: 4, lang: 1 }] }],
    ['eight ASCII words', { vocabulary: [{ text: 'a b c d e f g h', weight: 4 }] }],
    ['sixteen characters, one not ASCII', { vocabulary: [{ text: `é${'a'.repeat(15)}`, weight: 4 }] }],
    ['501 entries for a dated model', { target_model: 'fun-asr-2025-11-07', vocabulary: entries(501) }],
    ['501 entries for paraformer', { target_model: 'paraformer-v2', vocabulary: entries(501) }],
    ['2,001 entries for any model', { target_model: 'fun-asr', vocabulary: entries(2001) }],
  ];
  it.each(refused)('with %s is refused', async (_, input) => {
    const account = openAccount();
    const asked = await account.ask('create', { ...newList, ...input });
    expect(asked).toMatchObject({ status: 400, body: { code: 'InvalidParameter' } });
    expect(await account.emulator.account()).toEqual([]);
  });

  const accepted: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['a prefix of ten characters', { prefix: 'abcdefghi0' }],
    ['seven ASCII words', { vocabulary: [{ text: 'a b c d e f g', weight: 4 }] }],
    ['a long ASCII word', { vocabulary: [{ text: 'a'.repeat(80), weight: 4 }] }],
    ['fifteen characters beyond the basic plane', { vocabulary: [{ text: '𠮷'.repeat(15), weight: 4 }] }],
    ['fifteen characters and many spaces', { vocabulary: [{ text: 'Фенибут Белфарм', weight: 4 }] }],
    ['500 entries for paraformer', { target_model: 'paraformer-v2', vocabulary: entries(500) }],
    ['2,000 entries for an undated model', { target_model: 'fun-asr-realtime', vocabulary: entries(2000) }],
    ['2,000 entries for qwen-audio', { target_model: 'qwen-audio-3.1-asr-flash', vocabulary: entries(2000) }],
  ];
  it.each(accepted)('with %s is accepted', async (_, input) => {
    expect((await openAccount().ask('create', { ...newList, ...input })).status).toBe(200);
  });

  it('is refused whole for one bad entry, in the words of the API', async () => {
    const vocabulary = [...entries(3), { text: '一二三四五六七八九十一二三四五六', weight: 4 }];
    const asked = await openAccount().ask('create', { ...newList, vocabulary });
    expect(asked.body.message).toBe('vocabulary format invalid');
  });
});

describe('a body', () => {
  const [create, unasked] = [envelope('create', newList), { input: { action: 'list_vocabulary' } }];

  it.each([
    ['that is not JSON', '{'],
    ['that is no object', '[]'],
    ['without an input', { model: 'speech-biasing' }],
    ['with an unknown action', envelope('drop', {})],
    ['without a model', unasked],
  ])('%s is refused', async (_, body) => {
    expect(await send(openAccount().emulator, body)).toMatchObject({
      status: 400,
      body: { code: 'InvalidParameter' },
    });
  });

  it('for another model is refused', async () => {
    expect(await send(openAccount().emulator, { ...unasked, model: 'fun-asr' })).toMatchObject({
      status: 404,
      body: { code: 'ModelNotFound' },
    });
  });

  it('may carry parameters, as one SDK sends them', async () => {
    expect((await send(openAccount().emulator, { ...(create as object), parameters: {} })).status).toBe(200);
  });

  it('keeps a field named __proto__ a field', async () => {
    const account = openAccount();
    const hostile = '{"text":"a","weight":4,"__proto__":{"weight":9}}';
    await send(account.emulator, JSON.stringify(create).replace(/\[.*\]/, `[${hostile}]`));
    const [list] = await account.emulator.account();
    const shown = await account.ask('query', { vocabulary_id: list?.vocabulary_id });
    expect(JSON.stringify(shown.body.output.vocabulary)).toBe(`[${hostile}]`);
  });
});

function entries(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({ text: `word ${index}`, weight: 4 }));
}
