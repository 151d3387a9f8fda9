import { expect, test } from '@jest/globals';
import { schedule } from '../../src/providers/postgres/schedule.js';
import type { TocEntry } from '../../src/providers/postgres/toc.js';

let next = 0;
const entry = (section: TocEntry['section'], desc: string, tag: string, needs: number[] = []): TocEntry => ({
  id: (next += 1),
  section,
  desc,
  namespace: 'public',
  tag,
  definition: '',
  owner: 'shop',
  tablespace: '',
  accessMethod: '',
  needs,
});

test('keeps the order that matters, and divides the rest by weight', () => {
  next = 0;
  const entries = [
    entry('pre-data', 'TABLE', 'a'), // 1
    entry('pre-data', 'ACL', 'TABLE a'), // 2
    entry('pre-data', 'TABLE', 'b'), // 3
    entry('data', 'TABLE DATA', 'a', [1]), // 4
    entry('data', 'TABLE DATA', 'b', [3]), // 5
    entry('data', 'TABLE DATA', 'parent'), // 6
    entry('data', 'TABLE DATA', 'child', [6]), // 7
    entry('data', 'SEQUENCE SET', 'a_id_seq'), // 8
    entry('post-data', 'CONSTRAINT', 'a a_pkey', [1]), // 9
    entry('post-data', 'CONSTRAINT', 'b b_pkey', [3]), // 10
    entry('post-data', 'COMMENT', 'CONSTRAINT b_pkey ON b', [10]), // 11
    entry('post-data', 'INDEX', 'a_x', [1]), // 12
    entry('post-data', 'INDEX ATTACH', 'b_x', [12]), // 13
    entry('post-data', 'RULE', 'grouped _RETURN', [9]), // 14
    entry('post-data', 'FK CONSTRAINT', 'a a_b_fkey', [10]), // 15
    entry('post-data', 'EVENT TRIGGER', 'nothing'), // 16
    entry('post-data', 'MATERIALIZED VIEW DATA', 'counted'), // 17
  ];
  const weight: Record<number, number> = { 4: 100, 5: 60, 6: 10, 7: 10, 9: 100, 10: 60, 12: 100 };
  const plan = schedule(entries, 2, ({ id }) => weight[id] ?? 0);
  expect(plan).toEqual({
    before: [1, 3],
    data: [[4], [5, 6, 7, 8]],
    after: [
      [
        [9, 12],
        [10, 11],
      ],
      [[13, 14]],
      [[15]],
      [[2, 16, 17]],
    ],
    analyzable: 2,
  });
});

test('tables can be analyzed beside foreign keys, but not before the last index and the last statistics', () => {
  next = 0;
  const index = (): TocEntry => entry('post-data', 'INDEX', 'a_x');
  const key = (): TocEntry => entry('post-data', 'FK CONSTRAINT', 'a a_b_fkey');
  const statistics = (): TocEntry => entry('post-data', 'STATISTICS', 'together');
  const view = (): TocEntry => entry('post-data', 'MATERIALIZED VIEW DATA', 'counted');
  const stepOf = (...entries: TocEntry[]): [number, number] => {
    const { after, analyzable } = schedule(entries, 2, () => 1);
    expect(after.flat(2).sort((a, b) => a - b)).toEqual(entries.map(({ id }) => id));
    return [analyzable, after.length];
  };
  expect(stepOf(index(), key())).toEqual([1, 2]);
  expect(stepOf(index(), statistics(), key(), view())).toEqual([2, 4]);
  expect(stepOf(key(), index(), key())).toEqual([2, 3]);
  expect(stepOf(key(), statistics(), key())).toEqual([1, 1]);
  expect(stepOf(index(), key(), index())).toEqual([3, 3]);
  expect(stepOf(index(), view())).toEqual([2, 2]);
  expect(stepOf()).toEqual([0, 0]);
});

test('no lane waits for a table that another one has locked, while there is other work', () => {
  next = 0;
  const tables = [40, 20, 15, 10, 5, 0].map((weight) => ({ weight, ...entry('pre-data', 'TABLE', 'a table') }));
  const keys = tables.map(({ id }) => entry('post-data', 'CONSTRAINT', 'a key', [id]));
  const indexes = tables.flatMap(({ id }) => [1, 2].map(() => entry('post-data', 'INDEX', 'an index', [id])));
  const all = [...tables, ...keys, ...indexes];
  const weight = new Map(tables.map((table) => [table.id, table.weight]));
  const weightOf = ({ id, needs }: TocEntry): number => weight.get(needs[0] ?? id) ?? 0;
  const entryOf = new Map(all.map((one) => [one.id, one]));
  for (const lanes of [2, 3, 4]) {
    const [step = []] = schedule(all, lanes, weightOf).after;
    expect(step.flat().sort((a, b) => a - b)).toEqual([...keys, ...indexes].map(({ id }) => id));
    const pieces = step.map((lane) => lane.map((id) => entryOf.get(id)).filter((one) => one !== undefined));
    const sum = [...keys, ...indexes].reduce((total, one) => total + weightOf(one) + 1, 0);
    // The largest table has a key and two indexes: with four lanes, the key and one index after it are the longest way.
    expect({ lanes, within: timeOf(pieces, weightOf) <= Math.max(sum / lanes + 20, 82) }).toEqual({
      lanes,
      within: true,
    });
  }
});

/** Plays a step as PostgreSQL does: a key has its table for itself, indexes of one table are built together. */
function timeOf(lanes: readonly TocEntry[][], weightOf: (entry: TocEntry) => number): number {
  const left = lanes.map((lane) => [...lane]);
  let now = 0;
  let running: { lane: number; entry: TocEntry; until: number }[] = [];
  for (;;) {
    for (const [lane, queue] of left.entries()) {
      const [first] = queue;
      if (first === undefined || running.some((one) => one.lane === lane)) continue;
      const blocked = running.some(
        ({ entry: { desc, needs } }) =>
          needs[0] === first.needs[0] && (desc === 'CONSTRAINT' || first.desc === 'CONSTRAINT'),
      );
      if (blocked) continue;
      queue.shift();
      running.push({ lane, entry: first, until: now + weightOf(first) + 1 });
    }
    if (running.length === 0) return now;
    now = Math.min(...running.map(({ until }) => until));
    running = running.filter(({ until }) => until > now);
  }
}
