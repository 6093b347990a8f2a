import { expect, it } from 'vitest';
import { DialRefused } from '../../../src/model/recognition/recogniser.js';

it('a handshake that was refused says how, and keeps the answer', () => {
  const response = { status: 401, headers: {}, body: '{"code":"InvalidApiKey"}' };
  expect(new DialRefused(response)).toMatchObject({
    name: 'DialRefused',
    message: 'the handshake was answered with 401',
    response,
  });
});
