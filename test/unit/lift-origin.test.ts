import { expect, test } from '@jest/globals';
import { inEffect } from '../../src/engine/in-effect.js';
import { planFromLive } from '../../src/engine/live-plan.js';
import type { Manifest } from '../../src/engine/manifest.js';
import type { PlannedMitigation } from '../../src/engine/mitigation.js';
import type { Resource } from '../../src/engine/resources.js';
import { manifestKey } from '../../src/engine/snapshot-files.js';
import lambda from '../../src/providers/lambda-concurrency/index.js';
import type { State } from '../../src/providers/lambda-concurrency/state.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';

const stateOf = (requested: number, failed = false): State => ({
  schemaVersion: 1,
  region: 'eu-central-1',
  function: 'checkout',
  qualifier: 'live',
  reserved: null,
  provisioned: { requested, failed },
});
const SAVED = stateOf(2);
const mitigates: PlannedMitigation = {
  id: 'more',
  measure: { kind: 'scale-up', min: 200 },
  facts: {},
  minutes: 30,
  lifts: true,
};
const resourceWith = (live: State): Resource => ({
  id: 'checkout',
  providerId: 'lambda-concurrency',
  config: {
    ...{ id: 'checkout', provider: 'lambda-concurrency', region: 'eu-central-1' },
    ...{ function: 'checkout', qualifier: 'live' },
  },
  provider: { ...lambda, capture: () => Promise.resolve(live) },
});
const MANIFEST = {
  ...{ id: '20261127T120000Z-000000', environment: 'production', salt: '0'.repeat(32) },
  resources: [{ id: 'checkout', provider: 'lambda-concurrency', state: SAVED }],
} as unknown as Manifest;

/** The origins of the changes that the lift makes. */
async function originsOf(live: State): Promise<unknown[]> {
  const store = memoryStore();
  await store.put(manifestKey(MANIFEST), Buffer.from('{}'));
  const common = { store, ctx: testContext(), manifest: MANIFEST, database: 'none' as const, scope: null, mitigates };
  return (await planFromLive({ ...common, resources: [resourceWith(live)] })).changes.map(({ origin }) => origin);
}

test.each([
  ['as the mitigation asked', stateOf(200), 1, ['deploy']],
  ['AWS could not provide it: nobody changed it', stateOf(200, true), 1, ['deploy']],
  ['somebody asked for more', stateOf(300), 1, ['both']],
  ['somebody asked for less', stateOf(100), 0, ['both']],
  ['as before', SAVED, 0, []],
])('%s', async (_name, live, held, origins) => {
  expect(inEffect(resourceWith(live), SAVED, live, mitigates)).toHaveLength(held);
  expect(await originsOf(live)).toEqual(origins);
});
