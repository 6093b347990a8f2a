import { expect, it } from 'vitest';
import { joinTexts } from '../../src/recognise/join-texts.js';

it.each([
  [['Hello.', 'World.'], 'Hello. World.'],
  [['你好。', '世界。'], '你好。世界。'],
  [['你好', 'world'], '你好world'],
  [['안녕.', '세계.'], '안녕. 세계.'],
  [['a ', 'b'], 'a b'],
  [['a', '\nb'], 'a\nb'],
  [['', '𠮷野家', '𠮷'], '𠮷野家𠮷'],
  [[], ''],
])('%j is %j', (texts, expected) => {
  expect(joinTexts(texts)).toBe(expected);
});
