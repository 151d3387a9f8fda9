import { describe, expect, test } from '@jest/globals';
import { adviseDatabases, type DatabaseFacts } from '../../src/engine/database-advice.js';
import type { PlannedChange } from '../../src/engine/plan.js';
import type { DataAtRisk } from '../../src/engine/change.js';
import type { SchemaHazard } from '../../src/engine/capabilities.js';
import { adviceMarkdown, adviceText } from '../../src/report/advice.js';

const change = (database: 'down' | 'restore', dataAtRisk: DataAtRisk[], over: Partial<PlannedChange> = {}) =>
  ({
    resource: database === 'down' ? 'schema' : 'db',
    provider: database === 'down' ? 'prisma' : 'postgres',
    id: database,
    stage: 'database',
    action: 'run',
    target: `the ${database}`,
    before: 'x',
    after: 'y',
    effect: 'live',
    undo: null,
    database,
    warnings: [],
    params: {},
    ...(dataAtRisk.length === 0 ? {} : { dataAtRisk }),
    ...over,
  }) satisfies PlannedChange;

const rows = (count: number | null): DataAtRisk[] => [{ what: 'public.orders', rows: count }];
const gone: SchemaHazard = { kind: 'gone', text: 'orders.note is gone: old code that reads or writes it fails' };
const may: SchemaHazard = { kind: 'may-break', text: 'orders has the new constraint unique orders_ref_key' };

const facts = (over: Partial<DatabaseFacts> = {}): DatabaseFacts => ({
  name: 'acme',
  resources: ['db', 'schema'],
  hazards: [gone],
  modes: ['down', 'restore'],
  changes: [change('restore', rows(7)), change('down', rows(40))],
  obstacles: {},
  backupMs: 16_000,
  ...over,
});
const one = (over: Partial<DatabaseFacts> = {}) => {
  const [advice] = adviseDatabases('none', [facts(over)]).databases;
  if (advice === undefined) throw new Error('nothing was advised');
  return advice;
};

describe('the recommendation', () => {
  test.each<[string, Partial<DatabaseFacts>, string | null, string]>([
    [
      'old code finds all it uses',
      { hazards: [] },
      'none',
      'Every table and column of the snapshot is there as it was',
    ],
    ['only what may break', { hazards: [may] }, 'none', 'Read what may break'],
    ['down keeps the rows written since', {}, 'down', 'loses what is listed (40 rows)'],
    [
      'down loses nothing',
      { changes: [change('restore', rows(7)), change('down', [])] },
      'down',
      'down does not bring back the values of what is gone',
    ],
    ['nothing was written since', { changes: [change('restore', []), change('down', [])] }, 'restore', 'loses no row'],
    [
      'down is refused',
      { obstacles: { down: ['20260201_notes has no down.sql.'] } },
      'restore',
      'loses 7 rows written since the snapshot',
    ],
    [
      'what down loses is unknown',
      { changes: [change('restore', rows(7)), change('down', rows(null))] },
      'restore',
      'unknown: read the statements',
    ],
    [
      'both losses are unknown',
      { changes: [change('restore', rows(null)), change('down', rows(null))] },
      null,
      'What restore loses is unknown',
    ],
    [
      'neither is possible',
      { obstacles: { down: ['no down.sql'], restore: ['prepared transactions'] } },
      'none',
      'Neither down nor restore is possible',
    ],
    ['columns were not compared', { hazards: null }, null, 'It is unknown whether old code can run'],
  ])('%s', (_name, over, recommended, says) => {
    const advice = one(over);
    expect(advice.recommended).toBe(recommended);
    expect(advice.reasons.join(' ')).toContain(says);
  });

  test('an untouched database is left out', () => {
    expect(adviseDatabases('none', [facts({ hazards: [], changes: [] })])).toEqual({
      chosen: 'none',
      recommended: null,
      databases: [],
    });
  });

  test('databases that need different modes have no common one, and are to be planned apart', () => {
    const advice = adviseDatabases('down', [facts(), facts({ name: 'crm', resources: ['crm'], hazards: [] })]);
    expect([advice.recommended, ...advice.databases.map(({ recommended }) => recommended)]).toEqual([
      null,
      'down',
      'none',
    ]);
    expect(adviceText(advice).join('\n')).toContain('plan them apart with --scope');
  });
});

describe('each mode', () => {
  test('what is not possible says why, and no mode is hidden', () => {
    const advice = one({
      modes: ['restore'],
      changes: [change('restore', rows(7))],
      obstacles: { restore: ['Prepared transactions keep the database from being renamed.'] },
    });
    expect(advice.modes).toEqual([
      { mode: 'none', possible: true, notes: [], losses: [], rows: 0 },
      {
        mode: 'down',
        possible: false,
        notes: ['No resource of this database takes migrations down.'],
        losses: [],
        rows: 0,
      },
      {
        mode: 'restore',
        possible: false,
        notes: ['Prepared transactions keep the database from being renamed.'],
        losses: rows(7),
        rows: 7,
      },
    ]);
  });

  test('what a person must do stands beside the mode, and alone does not make it possible', () => {
    const byHand = change('down', [], { manual: 'Run "prisma migrate deploy".' });
    const down = one({ changes: [byHand] }).modes[1];
    expect([down?.possible, down?.notes]).toEqual([false, ['By hand: the down. Run "prisma migrate deploy".']]);
  });
});

test('a restore that only brings rows back loses no row', () => {
  const back = { what: 'public.fans', rows: 0, note: 'exact: 7 rows of the snapshot were deleted and come back' };
  const advice = adviseDatabases('none', [facts({ changes: [change('restore', [back])] })]);
  expect(adviceText(advice).map((line) => line.trim())).toEqual(
    expect.arrayContaining(['restore  loses no row:', `- no row of public.fans (${back.note})`]),
  );
});

test('text and Markdown say hazards, losses and time; text from outside stays text', () => {
  const advice = adviseDatabases('none', [
    facts({ hazards: [{ kind: 'gone', text: '**a**|b is gone' }, may], name: '<b>' }),
  ]);
  const text = adviceText(advice).join('\n');
  expect(text).toContain('Database mode for <b> (db, schema): chosen none, recommended down');
  expect(text).toContain('- **a**|b is gone.');
  expect(text).toContain('- May break: orders has the new constraint unique orders_ref_key.');
  expect(text).toContain('- 40 rows of public.orders');
  expect(text).toContain('The backup took 16 s. No restore was measured');
  const markdown = adviceMarkdown(advice);
  expect(markdown).toContain('### Database mode for `<b>`');
  expect(markdown).toContain('\\*\\*a\\*\\*\\|b is gone');
  expect(markdown).toContain('Recommended: **down** ⚠️');
});
