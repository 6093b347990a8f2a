import { expect, it } from 'vitest';
import { isLoopback } from '../../src/model/loopback.js';

it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.255.1.2', '::1', '[::1]'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

it.each([
  '',
  'a.localhost',
  'localhost.evil.example',
  '128.0.0.1',
  '127.0.0.1.evil.example',
  '::2',
  '1127.0.0.1',
  '1[27.0.0.1]',
  '[127.0.0.]1',
  '10.0.0.1',
])('%j may be another one', (host) => {
  expect(isLoopback(host)).toBe(false);
});
