import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { databaseFacts } from '../../src/cli/databases.js';
import { adviseDatabases } from '../../src/engine/database-advice.js';
import { compareWithLive } from '../../src/engine/live-plan.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { DATABASE_MODES, type Change } from '../../src/engine/change.js';
import { type Provider } from '../../src/engine/provider.js';
import { otherObject } from '../../src/engine/other-object.js';
import type { Resource } from '../../src/engine/resources.js';
import type { Store } from '../../src/store/store.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';

const change = (database: 'down' | 'restore', rows: number, over: Partial<Change> = {}): Change => ({
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
  dataAtRisk: [{ what: 'public.orders', rows }],
  ...over,
});

/** A resource of the database `acme`. */
function resourceOf(id: string, mode: 'down' | 'restore', changes: Change[]): Resource {
  const provider: Provider<unknown, unknown> = {
    id,
    state: z.unknown(),
    check: () => Promise.resolve([]),
    capture: () => Promise.resolve({}),
    plan: () => changes,
    apply: () => Promise.reject(new Error('a plan applies nothing')),
    capabilities: {
      database: {
        modes: [mode],
        identify: () => ({ database: 'acme', part: id }),
        hazards: () => [{ kind: 'gone', text: 'orders.note is gone' }],
      },
    },
  };
  return { id, providerId: id, config: {}, provider };
}

async function snapshotOf(resources: readonly Resource[]): Promise<{ store: Store; manifest: Manifest }> {
  const store = memoryStore();
  await store.put('snapshots/production/s1/manifest.json', Buffer.from('{}'));
  const manifest = {
    id: 's1',
    environment: 'production',
    salt: '00',
    resources: resources.map(({ id }) => ({ id, provider: id, state: {}, durationMs: 5 })),
  } as unknown as Manifest;
  return { store, manifest };
}

test('the advice for a database does not depend on the mode that was chosen for the plan', async () => {
  const resources = [
    resourceOf('db', 'restore', [change('restore', 7)]),
    resourceOf('schema', 'down', [
      change('down', 40),
      change('down', 0, { id: 'failed', target: '3_broken', manual: 'Resolve it.' }),
    ]),
  ];
  const { store, manifest } = await snapshotOf(resources);
  const ctx = testContext();
  const advised = await Promise.all(
    DATABASE_MODES.map(async (database) => {
      const compared = await compareWithLive({ resources, store, ctx, manifest, database, scope: null });
      expect(compared.failures).toEqual([]);
      return adviseDatabases(database, databaseFacts(resources, compared, manifest, [], ctx));
    }),
  );
  expect(advised.map(({ recommended }) => recommended)).toEqual(['down', 'down', 'down']);
  const [none] = advised;
  expect(none?.databases[0]?.modes).toMatchObject([
    { mode: 'none', possible: true },
    { mode: 'down', possible: true, rows: 40, notes: ['By hand: 3_broken. Resolve it.'] },
    { mode: 'restore', possible: true, rows: 7 },
  ]);
  for (const advice of advised) expect(advice.databases).toEqual(none?.databases);
});

test('the configuration names another database: what that one lacks is no hazard of old code', async () => {
  const other = otherObject('rows', [{ key: 'database', saved: 'acme', live: 'scratch' }]);
  const resources = [
    resourceOf('db', 'restore', other === null ? [] : [{ ...other, stage: 'database', database: 'restore' }]),
  ];
  const { store, manifest } = await snapshotOf(resources);
  const ctx = testContext();
  const compared = await compareWithLive({ resources, store, ctx, manifest, database: 'none', scope: null });
  const [advice] = adviseDatabases('none', databaseFacts(resources, compared, manifest, [], ctx)).databases;
  expect(advice?.hazards).toBeNull();
  expect(advice?.modes.filter(({ possible }) => possible).map(({ mode }) => mode)).toEqual(['none']);
});
