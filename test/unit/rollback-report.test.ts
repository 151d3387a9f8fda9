import { expect, test } from '@jest/globals';
import { backupStep } from '../../src/report/rollback-report.js';
import { databaseError } from '../../src/services/postgres/connection.js';

test('a rollback that was interrupted and run again names the backup of each run: writes in between are only in the last', () => {
  expect(backupStep([])).toEqual([]);
  expect(backupStep(['A'])).toEqual([expect.stringContaining('rewind plan --snapshot A --database restore')]);
  const [step] = backupStep(['A', 'B', 'C']);
  expect(step).toContain('Snapshot A holds the database as it was before the first run');
  expect(step).toContain('C as it was before the last one: rows that were written between the runs are only there');
  expect(step).toContain('rewind plan --snapshot C --database restore');
});

test('too few locks on the server are not called an unreachable server', () => {
  const error = Object.assign(new Error('out of shared memory'), { code: '53200' });
  expect(databaseError(error, 'db', 'counting rows')).toMatchObject({
    code: 'tool-failed',
    remedy: expect.stringContaining('max_locks_per_transaction'),
  });
});
