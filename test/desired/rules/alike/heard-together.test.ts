import { describe, expect, it } from 'vitest';
import { pairsSaid } from '../../../../src/desired/rules/alike/heard-together.js';
import { check } from '../../limits.js';
import { config, type Files, validate } from '../../validate.js';

const qwen = 'qwen-audio-3.1-asr-flash';

/** The list, two instant vocabularies, and their consumers. */
function using(
  words: readonly [list: string, now: string, then: string],
  consumers: readonly string[],
): Files {
  return config(
    `vocabularies:
  - { name: list, prefix: acmelist, hotwords: [${words[0]}] }
  - { name: now, delivery: instant, hotwords: [${words[1]}] }
  - { name: then, delivery: instant, hotwords: [${words[2]}] }
consumers:
${consumers.map((names, index) => `  - { name: user${index}, vocabularies: [${names}], model: ${qwen} }`).join('\n')}`,
    { model: qwen },
  );
}

const apart = ['list', 'now', 'then'];
const all = ['list, now, then'];
const pairs = ['list, now', 'list, then', 'now, then', 'list, now, then'];
const near = 'warning[near-duplicate]';
const sound = 'warning[sounds-alike]';
const part = 'warning[part-outweighs-whole]';

describe('words that are spelt nearly alike', () => {
  check([
    ['may be where no request has both', using(['WiFi', 'wifi', 'x'], apart)],
    ['may not be in one request', using(['WiFi', 'wifi', 'x'], all), near],
    ['are said once of several requests', using(['WiFi', 'wifi', 'x'], pairs), near],
    [
      'are not said again of what is within one vocabulary',
      using(['WiFi, wifi', 'wifi', 'WiFi'], pairs),
      near,
    ],
    ['are said of each that is another', using(['WiFi', 'wifi', 'WIFI'], all), near, near],
    ['may be the same', using(['WiFi', 'WiFi', 'WiFi'], all)],
    [
      'are so whatever the lang of instant ones, which travels with no request',
      using(['x', '{ text: Gift, lang: de }, { text: gift, lang: en }', 'y'], apart),
      'warning[instant-fields]',
      near,
    ],
  ]);
});

describe('what is heard together', () => {
  const messagesOf = async (words: Parameters<typeof using>[0], consumers: readonly string[]) => {
    const { diagnostics } = await validate(using(words, consumers));
    return diagnostics.filter(({ rule }) => rule === 'near-duplicate').map(({ message }) => message);
  };

  it('is what a request names, and no other vocabulary', async () => {
    expect(await messagesOf(['WiFi', 'wifi', 'WIFI'], ['list, now', 'then'])).toHaveLength(1);
  });

  it('is another thing in another request, each with its own consumers', async () => {
    const said = await messagesOf(['WiFi', 'wifi', 'WIFI'], ['list, now', 'now, then', 'then, now']);
    expect(said.map((message) => message.slice(message.lastIndexOf(';')))).toEqual([
      '; the consumer "user0" brings them together',
      '; the consumers "user1", "user2" bring them together',
    ]);
  });

  it('is told apart by the names of vocabularies, however they run into each other', async () => {
    const vocabulary = (name: string, text: string) =>
      `  - { name: ${name}, delivery: instant, hotwords: [${text}] }\n`;
    const { diagnostics } = await validate(
      config(
        `vocabularies:
${vocabulary('a', 'WiFi')}${vocabulary('ab', 'ECG')}${vocabulary('bc', 'wifi')}${vocabulary('c', 'ecg')}consumers:
  - { name: one, vocabularies: [a, bc], model: ${qwen} }
  - { name: other, vocabularies: [ab, c], model: ${qwen} }`,
        { model: qwen },
      ),
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['near-duplicate', 'near-duplicate']);
  });
});

describe('words that sound alike', () => {
  check([
    ['may be where no request has both', using(['心率', '心律', 'x'], apart)],
    ['may not be in one request', using(['心率', '心律', 'x'], all), sound],
    ['are said once of several requests', using(['心率', '心律', 'x'], pairs), sound],
    [
      'are not said again of what is within one vocabulary',
      using(['心率, 心律', '心律', '心率'], pairs),
      sound,
    ],
    ['are said with what is new of a third', using(['心率, 心律', '新绿', 'x'], pairs), sound, sound],
  ]);
});

describe('a part of another word', () => {
  const heavy = '{ text: 尿酸, weight: 5 }';
  check([
    ['may weigh more where no request has both', using([heavy, '尿酸氧化酶', 'x'], apart)],
    ['may not in one request', using([heavy, '尿酸氧化酶', 'x'], all), part],
    ['nor the other way round', using(['尿酸氧化酶', heavy, 'x'], all), part],
    ['is said once of several requests', using([heavy, '尿酸氧化酶', 'x'], pairs), part],
    [
      'is not said again of what is within one vocabulary',
      using([`${heavy}, 高尿酸血症`, '高尿酸血症', 'x'], pairs),
      part,
    ],
    ['is said again of another whole', using([`${heavy}, 高尿酸血症`, '尿酸氧化酶', 'x'], pairs), part, part],
  ]);
});

it('a pair is a pair in whatever order', () => {
  const said = pairsSaid();
  expect([said.isNew('a', 'b'), said.isNew('b', 'a'), said.isNew('a', 'c')]).toEqual([true, false, true]);
});
