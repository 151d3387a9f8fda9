import { describe, expect, test } from '@jest/globals';
import { assertProven } from '../../src/engine/proof.js';
import type { FindingCode } from '../../src/runtime/finding-codes.js';
import { RewindError } from '../../src/runtime/errors.js';

type Given = Parameters<typeof assertProven>[1][number];
const finding = (resource: string, code: string, level: Given['level'] = 'error'): Given => ({
  ...{ resource, level, message: `${resource} says ${code}.`, remedy: 'Do this.' },
  code: code as FindingCode,
});
function errorOf(...findings: Given[]): RewindError {
  try {
    assertProven('S', findings);
  } catch (error) {
    if (error instanceof RewindError) return error;
  }
  throw new Error('no error');
}

describe('the proof of a snapshot', () => {
  test('passes without a finding, and with warnings and notes of any code', () => {
    expect(() => assertProven('S', [])).not.toThrow();
    const harmless = [finding('a', 'snapshot-corrupt', 'warning'), finding('b', 'payload-differs', 'info')];
    expect(() => assertProven('S', harmless)).not.toThrow();
  });

  test.each([
    'snapshot-corrupt',
    'seal-corrupt',
    'dump-unreadable',
    'restore-mismatch',
    'payload-differs',
    'vercel-payload-differs',
  ])('%s is damage, also beside another failure', (code) => {
    expect(errorOf(finding('db', code))).toMatchObject({
      code: 'snapshot-corrupt',
      problems: [`db: db says ${code}. Do this. (${code})`],
    });
    expect(errorOf(finding('env', 'identity-missing'), finding('db', code))).toMatchObject({
      code: 'snapshot-corrupt',
      problems: [expect.stringContaining('(identity-missing)'), expect.stringContaining(`(${code})`)],
    });
  });

  test('any other failure does not call the snapshot damaged: nobody throws a good backup away', () => {
    expect(errorOf(finding('env', 'identity-missing'))).toMatchObject({
      code: 'identity-missing',
      resource: 'env',
      remedy: 'Do this.',
      message: expect.stringContaining('could not be proven: env says identity-missing.'),
    });
    const both = [finding('a', 'identity-missing'), finding('b', 'identity-missing')];
    expect(errorOf(...both)).toMatchObject({ code: 'identity-missing', problems: { length: 2 } });
    expect(errorOf(finding('a', 'identity-missing'), finding('b', 'api-forbidden')).code).toBe('snapshot-unproven');
    // A code of a finding is no code of an error.
    expect(errorOf(finding('a', 'identity-invalid')).code).toBe('snapshot-unproven');
  });

  test('a warning beside a failure is not told as a failure', () => {
    const error = errorOf(finding('a', 'seal-corrupt', 'warning'), finding('b', 'identity-missing'));
    expect(error).toMatchObject({ code: 'identity-missing', resource: 'b' });
  });
});
