import { expect, test } from '@jest/globals';
import { isAnswer } from '../../src/services/postgres/connection.js';

const withCode = (code: string): Error => Object.assign(new Error('failed'), { code });

test('only a code of the server is its answer: Node has codes of five letters, too', () => {
  for (const code of ['42501', '3D000', '53200', 'P0001', 'XX000', 'HV00A', '2200B']) {
    expect([code, isAnswer(withCode(code))]).toEqual([code, true]);
  }
  for (const code of ['EPIPE', 'EPERM', 'EBADF', 'ECONNRESET', '08006', '57P01']) {
    expect([code, isAnswer(withCode(code))]).toEqual([code, false]);
  }
  expect(isAnswer(new Error('Connection terminated unexpectedly'))).toBe(false);
});
