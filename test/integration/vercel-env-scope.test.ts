import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { config as schema } from '../../src/providers/vercel-env/config.js';
import provider from '../../src/providers/vercel-env/index.js';
import type { State } from '../../src/providers/vercel-env/state.js';
import type { EnvRow, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** A resource that covers the variables of production, in a project that also has others. */
let vercel: VercelSandbox;
let project: Project;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(() => {
  project = vercel.addProject('shop');
  project.env = [];
});

const config = (rest: Record<string, unknown> = {}) =>
  schema.parse({
    id: 'env',
    provider: 'vercel-env',
    project: project.id,
    team: TEAM,
    targets: ['production'],
    ...rest,
  });
const context = (env: Record<string, string> = {}): TestContext =>
  testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, REWIND_FINGERPRINT_KEY: 'k', ...env },
  });
const add = (key: string, value: string, rest: Partial<EnvRow> = {}): EnvRow =>
  vercel.addEnv(project, key, value, { type: 'encrypted', ...rest });

async function snapshot(): Promise<{ saved: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { saved: await provider.capture(config(), context(), payloads), payloads };
}

const planOf = async (saved: State, ctx = context()): Promise<Change[]> =>
  provider.plan(saved, await provider.capture(config(), ctx, new MemoryPayloads('compare', saved)));

describe('a row of the same key that the resource does not cover', () => {
  test('made since by a split: no change overwrites it, a person restores the variable', async () => {
    add('API_URL', 'before', { target: ['production', 'preview'] });
    const { saved, payloads } = await snapshot();
    project.env = [];
    add('API_URL', 'of production', { target: ['production'] });
    const preview = add('API_URL', 'only here', { target: ['preview'] });
    const [change, ...more] = await planOf(saved);
    expect(more).toEqual([]);
    expect(change?.manual).toContain('a row of its own for preview');
    // One that came after the plan.
    if (change) {
      const late = provider.apply(config(), change, context(), payloads);
      await expect(late).rejects.toMatchObject({ code: 'api-conflict' });
    }
    expect([preview.value, preview.target]).toEqual(['only here', ['preview']]);
    expect(project.env).toContain(preview);
  });

  test('one of an integration in the same place is not overwritten either', async () => {
    add('REDIS_URL', 'before');
    const { saved } = await snapshot();
    project.env = [];
    add('REDIS_URL', 'of the integration', { configurationId: 'icfg_1' });
    expect(await planOf(saved)).toMatchObject([{ manual: expect.stringContaining('a row of its own for production') }]);
  });

  test('in another place it does not matter', async () => {
    const row = add('API_URL', 'before');
    add('API_URL', 'of preview', { target: ['preview'] });
    const { saved } = await snapshot();
    Object.assign(row, { value: 'after', updatedAt: vercel.now() });
    const [change] = await planOf(saved);
    expect(change).toMatchObject({ action: 'update', undo: expect.any(String) });
    expect(change?.manual).toBeUndefined();
  });
});

describe('sensitive variables', () => {
  test('deleted since, and its value is supplied: created again', async () => {
    add('TOKEN', 'never-given-back-123', { type: 'sensitive' });
    const { saved, payloads } = await snapshot();
    project.env = [];
    expect(await planOf(saved)).toMatchObject([{ manual: expect.stringContaining('REWIND_ENV_TOKEN') }]);
    const supplied = context({ REWIND_ENV_TOKEN: 'never-given-back-123' });
    const [change] = await planOf(saved, supplied);
    expect(change?.manual).toBeUndefined();
    if (change) await provider.apply(config(), change, supplied, payloads);
    expect(project.env).toMatchObject([{ key: 'TOKEN', value: 'never-given-back-123', type: 'sensitive' }]);
    expect(await planOf(saved, supplied)).toEqual([]);
  });

  test('one that the rollback replaces cannot come back, and counts as that', async () => {
    const row = add('MODE', 'before');
    const { saved } = await snapshot();
    Object.assign(row, { type: 'sensitive', value: 'after', updatedAt: vercel.now() });
    add('ADDED', 'after', { type: 'sensitive' });
    expect(await planOf(saved)).toMatchObject([
      { id: 'env:ADDED', undo: null, warnings: [expect.stringContaining('loses the value')] },
      { id: 'env:MODE', undo: null, warnings: [expect.stringContaining('loses the value')] },
    ]);
  });

  test('written by a rollback and rotated since: the next rollback to the same snapshot writes it again', async () => {
    const row = add('TOKEN', 'before', { type: 'sensitive' });
    const { saved, payloads } = await snapshot();
    const supplied = context({ REWIND_ENV_TOKEN: 'before' });
    for (const value of ['of the deploy', 'rotated']) {
      Object.assign(row, { value, updatedAt: Date.now() + 3_600_000 });
      for (const change of await planOf(saved, supplied)) await provider.apply(config(), change, supplied, payloads);
      expect(row.value).toBe('before');
    }
  });

  test('one whose comment alone differs keeps its value', async () => {
    const row = add('TOKEN', 'never-given-back-123', { type: 'sensitive' });
    const { saved } = await snapshot();
    row.comment = 'new';
    expect(await planOf(saved)).toMatchObject([{ undo: '"rewind undo" sets it back', warnings: [] }]);
  });
});

describe('the configuration covers something else than the snapshot', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['targets production', {}, { targets: ['production', 'preview'] }],
    ['ignore ADDED', { ignore: ['ADDED'] }, {}],
    ['custom-environments none', {}, { 'custom-environments': ['env_1'] }],
    ['git-branches false', { targets: ['preview'], 'git-branches': false }, { targets: ['preview'] }],
  ])('more (%s): nothing is taken for added since, and removed', async (named, before, now) => {
    for (const target of ['production', 'preview']) add('ADDED', 'x', { target: [target] });
    const saved = await provider.capture(config(before), context(), new MemoryPayloads());
    const live = await provider.capture(config(now), context(), new MemoryPayloads('compare', saved));
    expect(provider.plan(saved, live)).toMatchObject([{ manual: expect.stringContaining(`Set ${named}`) }]);
    expect(provider.capabilities?.names?.(saved, config(now), context())).toContainEqual(
      expect.objectContaining({ key: named.split(' ')[0] }),
    );
  });

  test('less: what is covered no longer is not overwritten', async () => {
    const preview = add('B', 'before', { target: ['preview'] });
    const wide = { targets: ['production', 'preview'] };
    const saved = await provider.capture(config(wide), context(), new MemoryPayloads());
    Object.assign(preview, { value: 'after', updatedAt: vercel.now() });
    expect(await planOf(saved)).toMatchObject([{ manual: expect.stringContaining('a row of its own for preview') }]);
  });
});
