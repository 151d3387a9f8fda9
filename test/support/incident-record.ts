import { chain, type Entry, type Unchained } from '../../src/incident/entry.js';

export type EntryContent = Pick<Unchained, 'kind' | 'data'> & { readonly by?: string; readonly run?: string | null };

/** A sound record of these entries, a minute apart. */
export const recordOf = (contents: readonly EntryContent[], start = '2026-11-26T10:00:00.000Z'): Entry[] =>
  contents.reduce<Entry[]>((entries, content, index) => {
    const at = new Date(Date.parse(start) + index * 60_000).toISOString();
    const head = {
      incident: '20261126T100000Z-abcdef',
      environment: 'production',
      at,
      by: 'alice',
      run: null,
      key: null,
    };
    return [...entries, chain({ ...head, ...content } as Unchained, entries.at(-1))];
  }, []);

const digest = 'a'.repeat(64);
const end = {
  ...{ digest, snapshot: '20261126T090000Z-123456', done: ['web'], startedAt: '2026-11-26T10:04:30.000Z' },
  ...{ undoes: null, manual: [] },
};

/** A whole incident: noticed by a watch, rolled back in a second run, verified, closed. */
export const STORY: readonly EntryContent[] = [
  { kind: 'opened', data: { title: 'Checkout fails since Bob merged', severity: 'major' }, by: 'carol' },
  {
    kind: 'verdict',
    data: {
      ...{ level: 'roll-back', deployment: 'dpl_bad', criterion: 'payments', probe: 'checkout', rule: 'failures' },
      ...{ bad: 12, total: 30, normal: 0.05, evidence: 14.2, threshold: 9.8, suspect: 'deploy' },
      reachedAt: '2026-11-26T09:58:00.000Z',
    },
  },
  { kind: 'note', data: { text: 'Bob did it' }, by: 'dave' },
  {
    kind: 'planned',
    data: {
      ...{
        digest,
        plan: 'rollback',
        snapshot: end.snapshot,
        database: 'none',
        changes: 7,
        plannedAt: '2026-11-26T09:52:00.000Z',
      },
      ...{ command: 'rewind rollback', releasedAt: '2026-11-26T09:50:00.000Z' },
    },
    run: 'https://github.com/acme/shop/actions/runs/77',
  },
  { kind: 'approved', data: { digest, how: 'approved by erin', by: ['erin'] } },
  { kind: 'rolled-back', data: { ...end, runs: 1, ok: false, title: '6 of 7 changes done', failed: ['env/KEY'] } },
  { kind: 'rolled-back', data: { ...end, runs: 2, ok: true, title: '7 of 7 changes done', failed: [] } },
  {
    kind: 'obligation',
    data: {
      ...{ id: 'kept-database:shop', kind: 'kept-database', what: 'Database shop_old holds 41 rows.', resource: 'db' },
      ...{ items: ['shop_old'], rollback: digest, discharge: 'rewind salvage' },
    },
  },
  { kind: 'verified', data: { digest, ok: true, statement: 'production equals the snapshot' } },
  {
    kind: 'observed',
    data: { digest, minutes: 5, areas: [{ area: 'payments', state: 'recovered', probes: ['checkout'] }] },
  },
  {
    kind: 'told',
    data: { message: 'rewind/x/opened/ops', channel: 'ops', phase: 'opened', step: 'perhaps-sent', ref: null },
  },
  { kind: 'discharged', data: { id: 'kept-database:shop', how: 'the rows are back' } },
  { kind: 'closed', data: { reason: 'The fix is live' } },
];
