import { expect, test } from '@jest/globals';
import type { Capabilities } from '../../src/engine/capabilities.js';
import { otherNames } from '../../src/engine/other-object.js';
import type { Provider } from '../../src/engine/provider.js';
import { PROVIDERS } from '../../src/providers/registry.js';
import { testContext } from '../support/context.js';

/** For `check`: the object of a snapshot is named by the same keys as the one of the configuration. */
interface Row {
  /** Of the snapshot: what `names` reads of it. */
  readonly saved: Readonly<Record<string, unknown>>;
  /** Of a configuration that names the same object. */
  readonly config: Readonly<Record<string, unknown>>;
  /** What another configuration has in place of it, by key; and the name of that part. */
  readonly others: Readonly<Record<string, string>>;
}

/** The keys stand in the state and in the configuration alike. */
const alike = (object: Readonly<Record<string, string>>): Row => ({
  saved: object,
  config: object,
  others: Object.fromEntries(Object.keys(object).map((key) => [key, 'another'])),
});

const database: Row = {
  saved: { database: 'shop' },
  config: { url: 'postgresql://app@db.example.com/shop' },
  others: { database: 'another' },
};

const COVERED = { targets: ['production'], 'custom-environments': [], 'git-branches': true, ignore: [] };
const ROWS: Readonly<Record<string, Row>> = {
  'aws-scaling': alike({ region: 'eu-west-1', target: 'service/shop/web', dimension: 'ecs:service:DesiredCount' }),
  cloudfront: alike({ distribution: 'E1' }),
  'lambda-concurrency': alike({ region: 'eu-west-1', function: 'pay', qualifier: 'live' }),
  launchdarkly: alike({ project: 'shop', environment: 'production' }),
  'neon-branch': alike({ project: 'p' }),
  'neon-compute': alike({ project: 'p', endpoint: 'ep-a' }),
  postgres: database,
  prisma: {
    saved: { database: 'shop', schema: 'app' },
    config: { ...database.config, schema: 'app' },
    others: { database: 'another', schema: 'another' },
  },
  'rds-snapshot': alike({ region: 'eu-west-1' }),
  's3-bucket': alike({ bucket: 'assets' }),
  unleash: alike({ project: 'shop', environment: 'production' }),
  'vercel-edge-config': alike({ store: 'ecfg_a' }),
  'vercel-env': {
    saved: { project: 'prj_a', covered: COVERED },
    config: { project: 'prj_a', ...COVERED },
    others: { project: 'another' },
  },
  'vercel-flags': {
    saved: { project: 'prj_a', flags: [{ environments: { production: {} } }] },
    config: { project: 'prj_a', environments: ['production'] },
    others: { project: 'another' },
  },
  'vercel-project': alike({ project: 'prj_a' }),
};

/** The providers that have `names`; from the registry, so that a new one must get a row. */
async function declared(): Promise<Map<string, Capabilities<unknown, unknown>>> {
  const found = new Map<string, Capabilities<unknown, unknown>>();
  // One after the other: jest links modules that two imports share only once.
  for (const [id, load] of Object.entries(PROVIDERS)) {
    const { default: provider } = (await load()) as { default: Provider<unknown, unknown> };
    if (provider.capabilities?.names !== undefined) found.set(id, provider.capabilities);
  }
  return found;
}

test('each provider that names its object has a row', async () => {
  expect([...(await declared()).keys()].sort()).toEqual(Object.keys(ROWS).sort());
});

test.each(Object.entries(ROWS))('%s: the same object, and another one by each part of its name', async (id, row) => {
  const capabilities = (await declared()).get(id);
  const { saved, config, others } = row;
  const between = (state: object, configuration: object) =>
    otherNames(capabilities?.names?.(state, configuration, testContext()) ?? []);
  expect(between(saved, config)).toBeNull();
  for (const [key, other] of Object.entries(others)) {
    const own = saved[key];
    const found = between({ ...saved, [key]: other }, config);
    expect(found).toEqual({ saved: `${key} ${other}`, live: `${key} ${typeof own === 'string' ? own : ''}` });
  }
  // All parts at once.
  const all = between({ ...saved, ...others }, config);
  expect(all?.saved.split(', ')).toEqual(Object.entries(others).map(([key, other]) => `${key} ${other}`));
});
