import { expect, it } from 'vitest';
import {
  exactPercent,
  parseShare,
  percent,
  percentBeyond,
  shareMeant,
} from '../../../src/model/text/percent.js';

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

it('a share that somebody has set is written as it was', () => {
  expect([0, 0.004, 0.125, 0.5, 1].map(exactPercent)).toEqual(['0%', '0.4%', '12.5%', '50%', '100%']);
});

it.each([
  [0.6, 0.5, '60%'],
  [0.0075, 0.004, '1%'],
  [0.0075, 0.006, '1%'],
  [0.0075, 0.0074, '1%'],
  [0.012, 0.01, '1.2%'],
  [0.0124, 0.012, '1.24%'],
])('%s looks greater than %s', (share, limit, written) => {
  expect(percentBeyond(share, limit)).toBe(written);
});
