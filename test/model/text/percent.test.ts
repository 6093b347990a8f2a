import { expect, it } from 'vitest';
import { parseShare, percent, shareMeant } from '../../../src/model/text/percent.js';

it('a share is written in whole percents', () => {
  expect([0, 0.004, 2 / 3, 0.995, 1].map(percent)).toEqual(['0%', '0%', '67%', '100%', '100%']);
});

it.each([
  ['0%', 0],
  ['12.5%', 0.125],
  ['100%', 1],
  ['101%', null],
  ['100.5%', null],
  ['-1%', null],
  ['50 %', null],
  ['0.5', null],
  ['', null],
])('%s is a share of %s', (text, share) => {
  expect(parseShare(text)).toBe(share);
});

it.each([
  ['0.9', '90%'],
  ['0.875', '87.5%'],
  ['0', '0%'],
  ['90', '90%'],
  ['100', '100%'],
  ['1', null],
  ['1.0', null],
  ['0.00001', null],
  ['0.99999', null],
  ['101', null],
  ['-0.5', null],
  ['0x10', null],
  ['most', null],
])('whoever writes %s for a share means %s', (text, meant) => {
  expect(shareMeant(text)).toBe(meant);
});
