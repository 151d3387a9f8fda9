import { describe, expect, test } from '@jest/globals';
import { notUndone } from '../../src/commands/undo/not-undone.js';
import type { JournalEntry } from '../../src/engine/journal.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Plan, PlannedChange } from '../../src/engine/plan.js';
import type { Change } from '../../src/engine/change.js';
import { begunChanges, limitOf, noteOf, stateBefore } from '../../src/engine/undo.js';

const change = (id: string, more: Partial<Change> = {}): Change => ({
  id,
  stage: 'configuration',
  action: 'update',
  target: id,
  before: 'new',
  after: 'old',
  effect: 'live',
  undo: 'set it again',
  warnings: [],
  params: {},
  ...more,
});

const planOf = (changes: readonly Change[]): Plan =>
  assemblePlan({
    createdAt: new Date('2026-11-26T16:00:00.000Z'),
    program: 'test',
    environment: 'production',
    snapshot: '20261126T150000Z-abcdef',
    snapshotDigest: 'aa',
    database: 'down',
    scope: null,
    resources: [{ id: 'all', provider: 'text', changes }],
  });

let second = 0;
const line = (event: JournalEntry['event'], what: string, note?: string): JournalEntry => ({
  at: new Date(1_764_172_800_000 + (second += 1) * 1000).toISOString(),
  event,
  what,
  note,
});

const switched = change('switch', { stage: 'deployment' });
const down = change('down', { stage: 'database', database: 'down', backupFirst: true, params: { steps: ['b', 'a'] } });
const flag = change('flag');
const approved = planOf([switched, down, flag]);
const note = (now: readonly Change[], of: 'all' | 'backup'): string =>
  noteOf(approved, planOf(now), ({ backupFirst }) => of === 'all' || backupFirst === true);

const WHOLE = note([switched, down, flag], 'all');
const PARTLY = note([down, flag], 'all');

describe('the snapshot that holds the state before a rollback', () => {
  test('a snapshot is whole if nothing of its part of the plan was done', () => {
    expect(WHOLE).not.toBe(PARTLY);
    expect(note([down], 'backup')).toBe(WHOLE);
    expect(note([{ ...down, params: { steps: ['a'] } }], 'backup')).toBe(PARTLY);
    expect(note([switched, flag], 'backup')).toBe(PARTLY);
  });

  test.each([
    ['no run took one', [], null],
    ['one run without databases', [line('before', 'A', WHOLE)], 'A'],
    ['one run with a backup, which includes the first', [line('before', 'A', WHOLE), line('backup', 'B', WHOLE)], 'B'],
    ['killed half-way and run again', [line('before', 'A', WHOLE), line('before', 'C', PARTLY)], 'A'],
    ['killed before anything was done and run again', [line('before', 'A', WHOLE), line('before', 'C', WHOLE)], 'C'],
    [
      'killed in the down migrations and run again',
      [
        line('before', 'A', WHOLE),
        line('backup', 'B', WHOLE),
        line('before', 'C', PARTLY),
        line('backup', 'D', PARTLY),
      ],
      'B',
    ],
    [
      'killed after the deployment and run again',
      [line('before', 'A', WHOLE), line('before', 'C', PARTLY), line('backup', 'D', WHOLE)],
      'D',
    ],
    [
      'carried out, undone, and carried out once more',
      [line('before', 'A', WHOLE), line('backup', 'B', WHOLE), line('before', 'C', WHOLE), line('backup', 'D', WHOLE)],
      'D',
    ],
  ] as const)('%s', (_, entries, expected) => {
    expect(stateBefore(entries)).toBe(expected);
  });
});

test('nobody chooses a database mode for an undo: what no mode of it changes is by hand, and a finding', () => {
  const changes = [
    flag,
    { ...down, target: 'migrations', before: 'b', after: 'taken down' },
    change('up', { database: 'down', manual: 'Run "prisma migrate deploy".' }),
  ];
  const input = { ...planOf(changes), createdAt: new Date(0), database: 'restore' } as const;
  const undo = assemblePlan({ ...input, undoes: 'ab', resources: [{ id: 'db', provider: 'text', changes }] });
  expect([undo.changes, undo.notSelected].map((all) => all.map(({ id }) => id))).toEqual([['flag'], []]);
  expect(undo.manual.map(({ id, manual }) => [id, manual])).toEqual([
    ['down', 'An undo runs no migration. Undo it by hand, or restore the database.'],
    ['up', 'Run "prisma migrate deploy".'],
  ]);
  expect(notUndone(undo, ['cdn'], new Map([['env', ['ignore']]]))).toMatchObject([
    { code: 'undo-incomplete', resource: 'cdn', message: expect.stringContaining('does not hold it') },
    {
      code: 'undo-incomplete',
      resource: 'env',
      message: expect.stringContaining('changed since the rollback (ignore)'),
    },
    {
      code: 'undo-incomplete',
      resource: 'db',
      message: 'The undo does not bring back migrations. It stays as it is now: b. Before the rollback: taken down.',
    },
    { code: 'undo-incomplete', resource: 'db', remedy: 'Run "prisma migrate deploy".' },
  ]);
});

test('every change of a stage that was begun may have been made; the others were not', () => {
  const closing = change('close', { stage: 'services', closes: 'public access' });
  const plan = planOf([switched, down, flag, closing]);
  const ids = (...stages: string[]): string[] =>
    begunChanges(
      plan,
      stages.map((stage) => line('stage', stage)),
    ).map(({ id }) => id);
  expect(ids()).toEqual([]);
  expect(ids('exposure')).toEqual(['close']);
  expect(ids('exposure', 'deployment')).toEqual(['close', 'switch']);
  expect(ids('deployment', 'database', 'configuration')).toEqual(['switch', 'down', 'flag']);
});

test('a stage that failed itself began none of its changes, unless another run began it', () => {
  const plan = planOf([change('switch', { stage: 'deployment' }), change('flag')]);
  const begun = (...events: ['stage' | 'fail', string][]): string[] =>
    begunChanges(
      plan,
      events.map(([event, what]) => line(event, what)),
    ).map(({ id }) => id);
  expect(begun(['stage', 'deployment'], ['fail', 'deployment'])).toEqual([]);
  // A change that failed may be in effect.
  expect(begun(['stage', 'deployment'], ['fail', 'all/switch'])).toEqual(['switch']);
  expect(begun(['stage', 'deployment'], ['stage', 'deployment'], ['fail', 'deployment'])).toEqual(['switch']);
  expect(begun(['stage', 'deployment'], ['stage', 'configuration'], ['fail', 'configuration'])).toEqual(['switch']);
});

test('the time limit of a mitigation begins with the first run whose stage did not fail itself', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 28, 12, minute)).toISOString();
  /** @param events minute, event, what, note @returns minutes after the plan was made */
  const until = (...events: [number, JournalEntry['event'], string, string?][]): number => {
    const entries = events.map(([minute, event, what, note]) => ({ at: at(minute), event, what, note }));
    return (Date.parse(limitOf({ minutes: 60 }, entries, at(0))) - Date.parse(at(0))) / 60_000;
  };
  const begun = [
    [1, 'run', 'd'],
    [2, 'stage', 'services'],
  ] as const satisfies Parameters<typeof until>;
  const again = [
    [50, 'run', 'd'],
    [51, 'stage', 'services'],
  ] as const satisfies Parameters<typeof until>;
  expect(until()).toBe(60);
  expect(until(...begun, [3, 'fail', 'services'])).toBe(60);
  expect(until(...begun, [3, 'fail', 'services'], [3, 'finish', 'd', 'incomplete'], ...again)).toBe(110);
  // A change that failed may be in effect, and so may what an interrupted run began.
  expect(until(...begun, [3, 'fail', 'a/flag'], ...again)).toBe(61);
  expect(until(...begun, ...again, [52, 'fail', 'services'])).toBe(61);
  expect(until(...begun, [3, 'finish', 'd', 'done'], ...again)).toBe(110);
  expect(until(...begun, [3, 'finish', 'd', 'done'], ...again, [52, 'fail', 'services'])).toBe(61);
});

test('what a rollback restored beside production: the undo names the command that removes it', () => {
  const beside = {
    resource: 'db',
    target: 'RDS instance "shop-2"',
    database: 'restore',
    undo: 'aws rds delete-db-instance',
  };
  const done = [beside, { ...beside, resource: 'web', undo: '"rewind undo" sets it back' }] as PlannedChange[];
  const remedies = notUndone({ manual: [], snapshot: 's1' } as unknown as Plan, ['db', 'web'], new Map(), done).map(
    ({ remedy }) => remedy,
  );
  expect(remedies).toEqual([
    'To undo RDS instance "shop-2": aws rds delete-db-instance',
    'Set it back by hand, or plan a rollback to a snapshot that holds it ("rewind list").',
  ]);
});
