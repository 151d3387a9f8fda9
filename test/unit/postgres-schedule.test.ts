import { expect, test } from '@jest/globals';
import { parseList, type Entry } from '../../src/providers/postgres/contents.js';
import { schedule } from '../../src/providers/postgres/schedule.js';

let next = 0;
const entry = (section: Entry['section'], text: string, needs: number[] = []): Entry => ({
  id: (next += 1),
  section,
  text,
  needs,
});

test('keeps the order that matters, and divides the rest by weight', () => {
  next = 0;
  const entries = [
    entry('pre-data', 'TABLE public a shop'), // 1
    entry('pre-data', 'ACL public TABLE a shop'), // 2
    entry('pre-data', 'TABLE public b shop'), // 3
    entry('data', 'TABLE DATA public a shop', [1]), // 4
    entry('data', 'TABLE DATA public b shop', [3]), // 5
    entry('data', 'TABLE DATA ext parent shop'), // 6
    entry('data', 'TABLE DATA ext child shop', [6]), // 7
    entry('data', 'SEQUENCE SET public a_id_seq shop'), // 8
    entry('post-data', 'CONSTRAINT public a a_pkey shop', [1]), // 9
    entry('post-data', 'CONSTRAINT public b b_pkey shop', [3]), // 10
    entry('post-data', 'COMMENT public CONSTRAINT b_pkey ON b shop', [10]), // 11
    entry('post-data', 'INDEX public a_x shop', [1]), // 12
    entry('post-data', 'INDEX ATTACH public b_x shop', [12]), // 13
    entry('post-data', 'RULE public grouped _RETURN shop', [9]), // 14
    entry('post-data', 'FK CONSTRAINT public a a_b_fkey shop', [10]), // 15
    entry('post-data', 'EVENT TRIGGER - nothing shop'), // 16
    entry('post-data', 'MATERIALIZED VIEW DATA public counted shop'), // 17
  ];
  const weight: Record<number, number> = { 4: 100, 5: 60, 6: 10, 7: 10, 9: 100, 10: 60, 12: 100 };
  const plan = schedule(entries, 2, ({ id }) => weight[id] ?? 0);
  expect(plan).toEqual({
    before: [1, 3],
    data: [[4], [5, 6, 7, 8]],
    after: [[[9, 10, 11], [12]], [[13, 14, 15]], [[2, 16, 17]]],
  });
});

test('reads ids, texts and dependencies', () => {
  const printed = `;
; Archive created at 2026-01-01
;
217; 1259 16385 TABLE DATA public fans of us shop owner
;	depends on: 5 6
`;
  expect(parseList(printed, 'data')).toEqual([
    { id: 217, section: 'data', text: 'TABLE DATA public fans of us shop owner', needs: [5, 6] },
  ]);
  expect(() => parseList('217 TABLE', 'data')).toThrow('unknown form');
});
