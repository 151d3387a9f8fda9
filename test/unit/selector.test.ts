import { describe, expect, test } from '@jest/globals';
import { parseSelector } from '../../src/engine/selector.js';

describe('selectors', () => {
  test.each([
    ['latest', { kind: 'newest', back: 0 }],
    [' latest ', { kind: 'newest', back: 0 }],
    ['previous', { kind: 'newest', back: 1 }],
    ['~0', { kind: 'newest', back: 0 }],
    ['~12', { kind: 'newest', back: 12 }],
    ['20261123T030405Z-1a2b3c', { kind: 'id', id: '20261123T030405Z-1a2b3c' }],
    ['a1b2c3d', { kind: 'commit', sha: 'a1b2c3d' }],
    ['A1B2C3D4'.repeat(5), { kind: 'commit', sha: 'a1b2c3d4'.repeat(5) }],
    ['#7', { kind: 'pull', number: 7 }],
    ['2026-11-23T03:04Z', { kind: 'time', at: new Date('2026-11-23T03:04:00Z') }],
    ['2026-11-23T03:04:05+02:00', { kind: 'time', at: new Date('2026-11-23T01:04:05Z') }],
    ['2026-11-23 03:04 UTC', { kind: 'time', at: new Date('2026-11-23T03:04:00Z') }],
    ['2026-11-23T03:04', { kind: 'time', at: new Date('2026-11-23T03:04:00Z') }],
    ['marked', { kind: 'mark', name: null }],
    ['good', { kind: 'mark', name: 'good' }],
    ['facade', { kind: 'mark', name: 'facade' }],
  ])('%j', (text, selector) => {
    expect(parseSelector(text)).toEqual(selector);
  });

  test.each([
    ['', '~', '~-1', '~x', '#', '#0', '#x', '7', 'Good', '-x', 'x'.repeat(41), '../x', 'a/b'],
    ['2026-11-23', '2026-02-31T00:00Z', '2026-13-01T00:00Z', '2026-11-23T25:00Z', '2026-11-23T03:04 CET'],
    ['20261123T030405Z-1a2b3', '20261123T030405Z', 'latest~2', 'A and B', 'a1b2c3d4'.repeat(6)],
  ])('is refused: %j …', (...texts) => {
    for (const text of texts) expect([text, parseSelector(text)]).toEqual([text, undefined]);
  });
});
