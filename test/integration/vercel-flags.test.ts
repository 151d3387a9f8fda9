import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/vercel-flags/index.js';
import { config as schema, type Config } from '../../src/providers/vercel-flags/config.js';
import type { State } from '../../src/providers/vercel-flags/state.js';
import type { Project } from '../sandbox/vercel/model.js';
import { newFlag, type SandboxFlag } from '../sandbox/vercel/flags.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

let vercel: VercelSandbox;
let shop: Project;
let flags: Map<string, SandboxFlag>;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(() => {
  vercel.clear();
  vercel.requests.length = 0;
  shop = vercel.addProject('shop');
  flags = vercel.flagsOf(shop);
  flags.set('checkout', newFlag('checkout'));
  flags.set('banner', newFlag('banner'));
});

const configOf = (environments: Config['environments'] = ['production']): Config =>
  schema.parse({ id: 'subject', provider: 'vercel-flags', project: shop.id, team: TEAM, environments });
const context = () =>
  testContext({ env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url }, http: { backoffMs: 1 } });

async function capture(config = configOf()): Promise<{ state: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { state: await provider.capture(config, context(), payloads), payloads };
}
const planned = async (saved: State, config = configOf()): Promise<Change[]> =>
  provider.plan(saved, (await capture(config)).state);

function experimentOn(slug: string): void {
  const flag = flags.get(slug);
  if (flag?.environments.production) flag.environments.production.fallthrough = { type: 'experiment', weights: [1, 1] };
  if (flag) flag.revision += 1;
}

describe('the configuration names other environments than it did when the snapshot was taken', () => {
  test.each<[string, Config['environments'], Config['environments']]>([
    ['one more', ['production'], ['preview', 'production']],
    ['one less', ['production', 'preview'], ['production']],
  ])('%s: the plan leaves it to a person, and says how', async (_what, then, now) => {
    const { state } = await capture(configOf(then));
    expect(await planned(state, configOf([...then].reverse()))).toEqual([]);
    expect(await planned(state, configOf(now))).toMatchObject([
      {
        id: 'other-object',
        before: `environments ${[...now].sort().join(', ')} (in the configuration)`,
        after: `environments ${[...then].sort().join(', ')} (in the snapshot)`,
        manual: expect.stringContaining(`Set environments ${[...then].sort().join(', ')} in the configuration`),
      },
    ]);
  });

  test('the snapshot is not called damaged', async () => {
    const { state, payloads } = await capture();
    const now = configOf(['production', 'preview']);
    expect(await provider.prove?.(now, state, context(), payloads, 'readable')).toEqual([]);
  });

  test('a project without flags does not tell its environments', async () => {
    flags.clear();
    const { state } = await capture();
    expect(await planned(state, configOf(['preview']))).toEqual([]);
  });
});

describe('a flag that was deleted and made again with another kind', () => {
  const remade = (): void => {
    const variants = [
      { id: 'off', value: 'no' },
      { id: 'on', value: 'yes' },
    ];
    flags.set('checkout', newFlag('checkout', { kind: 'string', variants }));
  };

  test('is left to a person', async () => {
    const { state } = await capture();
    remade();
    const [change, ...others] = await planned(state);
    expect(others).toEqual([]);
    expect(change?.manual).toContain('The flag is boolean in the snapshot and string now');
  });

  test('is not written by a plan of an earlier version, whose snapshot does not show the kind', async () => {
    const { state, payloads } = await capture();
    const older = structuredClone(state);
    for (const flag of older.flags) delete flag.kind;
    expect(await planned(older)).toEqual([]);
    expect(await provider.prove?.(configOf(), older, context(), payloads, 'readable')).toEqual([]);
    remade();
    const [change] = await planned(older);
    if (!change) throw new Error('nothing was planned');
    expect(change.manual).toBeUndefined();
    const { writes } = vercel;
    await expect(provider.apply(configOf(), change, context(), payloads)).rejects.toMatchObject({
      code: 'api-conflict',
      remedy: expect.stringContaining('delete it and plan again'),
    });
    expect(vercel.writes).toBe(writes);
  });
});

describe('a flag that runs an experiment now', () => {
  test('loses it: the plan warns, and promises no undo', async () => {
    const { state } = await capture();
    experimentOn('banner');
    const [change] = await planned(state);
    expect(change).toMatchObject({ undo: null, warnings: [expect.stringContaining('this ends it')] });
    expect(change?.manual).toBeUndefined();
  });

  test('and is newer than the snapshot: a person turns it off, because the API would refuse it', async () => {
    const { state } = await capture();
    flags.set('fresh', newFlag('fresh'));
    experimentOn('fresh');
    const [change] = await planned(state);
    expect(change).toMatchObject({ id: 'disable-new:fresh', manual: expect.stringContaining('in the dashboard') });
  });
});

test('the slug of a flag leads to no other path of the API', async () => {
  const { state, payloads } = await capture();
  flags.set('../../../../v9/projects/x', newFlag('../../../../v9/projects/x'));
  const [change] = await planned(state);
  if (!change) throw new Error('nothing was planned');
  vercel.requests.length = 0;
  await provider.apply(configOf(), change, context(), payloads);
  for (const { url } of vercel.requests) expect(url).toContain(`/v1/projects/${shop.id}/feature-flags/flags/`);
});
