import { expect, test } from '@jest/globals';
import { databaseError } from '../../src/services/postgres/connection.js';

test('too few locks on the server are not called an unreachable server', () => {
  const error = Object.assign(new Error('out of shared memory'), { code: '53200' });
  expect(databaseError(error, 'db', 'counting rows')).toMatchObject({
    code: 'tool-failed',
    remedy: expect.stringContaining('max_locks_per_transaction'),
  });
});

test.each(['too many connections for role "rewind"', 'sorry, too many clients already'])(
  '%s is no reason to check the host and port',
  (message) => {
    const { remedy } = databaseError(Object.assign(new Error(message), { code: '53300' }), 'db', 'connecting');
    expect(remedy).toMatch(/^Raise the connection limit .*end sessions/);
  },
);
