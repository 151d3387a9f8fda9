import { describe, expect, test } from '@jest/globals';
import { snapshotIdAt, snapshotTime } from '../../src/engine/manifest.js';
import { snapshotIds } from '../../src/engine/snapshot-files.js';
import { SNAPSHOT_ID } from '../../src/engine/vocabulary.js';

const at = (milliseconds: number): Date => new Date(Date.UTC(2026, 10, 23, 3, 4, 5, milliseconds));

describe('the id of a snapshot', () => {
  test('of two snapshots of one second the later one sorts last, whatever the random part is', () => {
    const ids = [0, 4, 8, 500, 996, 999 + 4].map((milliseconds) =>
      // The earlier one has the larger random part.
      snapshotIdAt(at(milliseconds), (0xffff - milliseconds).toString(16)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(SNAPSHOT_ID);
    const objects = [...ids].reverse().map((id) => ({ key: `snapshots/production/${id}/SHA256SUMS`, bytes: 1 }));
    expect(snapshotIds(objects)).toEqual(ids);
  });

  test('tells its second, and two of one moment differ by the random part', () => {
    expect(snapshotTime(snapshotIdAt(at(999), 'abcd'))).toBe(at(0).getTime());
    expect(snapshotIdAt(at(7), 'abcd')).not.toBe(snapshotIdAt(at(7), 'abce'));
  });
});
