import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import edgeConfig from '../../src/providers/vercel-edge-config/index.js';
import env from '../../src/providers/vercel-env/index.js';
import { config as envConfig } from '../../src/providers/vercel-env/config.js';
import flags from '../../src/providers/vercel-flags/index.js';
import { config as flagsConfig } from '../../src/providers/vercel-flags/config.js';
import settings from '../../src/providers/vercel-project/index.js';
import type { Provider } from '../../src/engine/provider.js';
import { newFlag } from '../sandbox/vercel/flags.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/**
 * The official SDK does the harm, with requests and answers that Vercel's own description allows; our providers undo it,
 * and the SDK reads what it read before. So what we write is what the SDK understands.
 */
type Call = (request: object) => Promise<unknown>;
type Area = Readonly<Record<string, Call>>;
interface Sdk {
  readonly projects: Area;
  readonly featureFlags: Area;
  readonly globalConfig: Area;
}
/** Its types are there only once the peers are installed. */
const SDK = new URL('./node_modules/@vercel/sdk/esm/index.js', import.meta.url).href;

let vercel: VercelSandbox;
let project: Project;
let store: ConfigStore;
let sdk: Sdk;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const { Vercel } = (await import(SDK)) as { Vercel: new (options: object) => Sdk };
  sdk = new Vercel({ bearerToken: 'vercel-token-sandbox', serverURL: vercel.url });
});
afterAll(() => vercel.stop());
beforeEach(() => {
  vercel.clear();
  project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  vercel.release(project);
  vercel.addEnv(project, 'API_URL', 'https://api.example.com', { comment: 'live' });
  vercel.addEnv(project, 'GONE', 'soon');
  vercel.flagsOf(project).set('checkout', newFlag('checkout'));
  store = vercel.addStore('flags', { maintenance: false, banner: 'hello' });
});

const call = async <T>(area: keyof Sdk, name: string, request: object): Promise<T> => {
  const found = sdk[area][name];
  if (!found) throw new Error(`the SDK has no ${area}.${name}`);
  return (await found.call(sdk[area], { teamId: TEAM, ...request })) as T;
};

/** Snapshot, harm, plan, restore; what the SDK reads is as before. */
async function restored<C, S>(
  provider: Provider<C, S>,
  config: C,
  read: () => Promise<unknown>,
  harm: () => Promise<void>,
): Promise<void> {
  const ctx = testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, REWIND_FINGERPRINT_KEY: 'k' },
  });
  const payloads = new MemoryPayloads();
  const before = await read();
  const saved = await provider.capture(config, ctx, payloads);
  await harm();
  expect(await read()).not.toEqual(before);
  const plan = provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads('compare')));
  expect(plan.length).toBeGreaterThan(0);
  for (const change of plan) await provider.apply(config, change, ctx, payloads);
  expect(await read()).toEqual(before);
}

test('environment variables', async () => {
  interface Row {
    readonly id: string;
    readonly key: string;
    readonly value?: string;
    readonly type: string;
    readonly target?: unknown;
    readonly comment?: string;
  }
  const rows = async (): Promise<Row[]> =>
    (await call<{ envs: Row[] }>('projects', 'filterProjectEnvs', { idOrName: project.id })).envs;
  await restored(
    env,
    envConfig.parse({ id: 'env', provider: 'vercel-env', project: project.id, team: TEAM }),
    async () =>
      (await rows())
        .map(({ key, value, type, target, comment }) => ({ key, value, type, target, comment }))
        .sort((a, b) => a.key.localeCompare(b.key)),
    async () => {
      const [first, second] = await rows();
      const requestBody = { value: 'https://wrong.example.com', comment: 'oops' };
      await call('projects', 'editProjectEnv', { idOrName: project.id, id: first?.id, requestBody });
      await call('projects', 'removeProjectEnv', { idOrName: project.id, id: second?.id });
      const added = { key: 'DEBUG', value: 'true', type: 'plain', target: ['production'] };
      await call('projects', 'createProjectEnv', { idOrName: project.id, requestBody: added });
    },
  );
});

test('settings and domains of a project', async () => {
  interface Domain {
    readonly name: string;
    readonly redirect?: string | null;
    readonly gitBranch?: string | null;
  }
  const read = async (): Promise<unknown> => {
    const { domains } = await call<{ domains: Domain[] }>('projects', 'getProjectDomains', { idOrName: project.id });
    return [domains.map(({ name, redirect, gitBranch }) => [name, redirect, gitBranch]).sort(), project.settings];
  };
  await restored(settings, { id: 's', provider: 'vercel-project', project: project.id, team: TEAM }, read, async () => {
    await call('projects', 'updateProjectDomain', {
      idOrName: project.id,
      domain: 'www.shop.example.com',
      requestBody: { redirect: 'shop.example.com' },
    });
    await call('projects', 'addProjectDomain', { idOrName: project.id, requestBody: { name: 'new.example.com' } });
    project.settings.nodeVersion = '20.x';
  });
});

test('flags', async () => {
  const read = async (): Promise<unknown> => {
    const { data } = await call<{ data: { slug: string; environments: Record<string, { active: boolean }> }[] }>(
      'featureFlags',
      'listFlags',
      { projectIdOrName: project.id },
    );
    return data.map(({ slug, environments }) => [slug, environments.production?.active]);
  };
  const config = flagsConfig.parse({ id: 'f', provider: 'vercel-flags', project: project.id, team: TEAM });
  await restored(flags, config, read, async () => {
    const flag = vercel.flagsOf(project).get('checkout');
    if (flag?.environments.production) flag.environments.production.active = false;
    if (flag) flag.revision += 1;
  });
});

test('items of a configuration store', async () => {
  const read = async (): Promise<unknown> => {
    const items = await call<{ key: string; value: unknown }[]>('globalConfig', 'getEdgeConfigItems', {
      edgeConfigId: store.id,
      globalConfigId: store.id,
    });
    return items.map(({ key, value }) => [key, value]).sort();
  };
  await restored(
    edgeConfig,
    { id: 'e', provider: 'vercel-edge-config', store: store.id, team: TEAM },
    read,
    async () => {
      store.items.set('maintenance', { value: true, description: null, createdAt: 1, updatedAt: 2 });
      store.items.delete('banner');
    },
  );
});
