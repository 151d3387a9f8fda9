import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import provider from '../../src/providers/neon-branch/index.js';
import compute from '../../src/providers/neon-compute/index.js';
import { computeConfig, neonContext, openShop, type NeonShop } from '../sandbox/neon/fixture.js';
import { NeonDescription } from '../sandbox/neon/openapi.js';
import { NEON_KEY, NeonSandbox } from '../sandbox/neon/server.js';
import { MemoryPayloads } from '../support/payloads.js';

/**
 * Our double of Neon's API against Neon's own client and description, and Rewind's requests against that description.
 * What the description does not say (how a restore changes parent and LSN of a branch, what is refused) nobody proves.
 */
interface Answered {
  readonly status: number;
  readonly data: { readonly branch: Record<string, unknown>; readonly operations: { readonly id: string }[] } & Record<
    string,
    unknown
  >;
}
type Call = (...given: unknown[]) => Promise<Answered>;
type Client = Readonly<Record<string, Call>>;
interface Package {
  readonly createApiClient: (options: Record<string, unknown>) => Client;
}

const load = createRequire(new URL('package.json', import.meta.url));
let neon: NeonSandbox;
let shop: NeonShop;
let description: NeonDescription;
beforeAll(async () => {
  description = new NeonDescription();
  neon = await new NeonSandbox().start();
});
beforeEach(() => {
  shop = openShop(neon);
  neon.operationRequests = 0;
});
afterAll(() => neon.stop());

/** Every request and answer so far is as described; ids of the operations that were used. */
function described(): string[] {
  expect(neon.requests.flatMap((request) => description.problems(request))).toEqual([]);
  return [...new Set(neon.requests.map((request) => description.idOf(request) ?? ''))].sort();
}

const OPERATIONS = [
  'countProjectBranches',
  'createProjectBranch',
  'getProject',
  'getProjectBranch',
  'getProjectOperation',
  'listProjectBranchEndpoints',
  'listProjectBranches',
  'listProjectOperations',
  'restoreProjectBranch',
  'updateProjectBranch',
];

test("Neon's official client understands the emulator, and both are as Neon describes", async () => {
  const { createApiClient } = load('@neondatabase/api-client') as Package;
  const client = createApiClient({ apiKey: NEON_KEY, baseURL: neon.url, validateStatus: () => true });
  const call = async (name: string, ...given: unknown[]): Promise<Answered> => {
    const method = client[name];
    if (!method) throw new Error(`the client has no ${name}`);
    return method.call(client, ...given);
  };
  const { project, main } = shop;
  const made = await call('createProjectBranch', project.id, {
    branch: {
      parent_id: main.id,
      name: 'copy',
      expires_at: `${new Date(Date.now() + 9e6).toISOString().slice(0, 19)}Z`,
    },
  });
  expect(made.status).toBe(201);
  const { id } = made.data.branch;
  neon.write(main, 'orders: 2');
  const restore = { source_branch_id: id, preserve_under_name: 'kept' };
  // Neon makes no child of a branch that expires.
  expect((await call('restoreProjectBranch', project.id, main.id, restore)).status).toBe(422);
  expect((await call('updateProjectBranch', project.id, id, { branch: { expires_at: null } })).status).toBe(200);
  const restored = await call('restoreProjectBranch', project.id, main.id, restore);
  expect(restored.data.branch).toMatchObject({ id: main.id, name: 'main', parent_id: id });
  expect(main.data).toBe('orders: 1');
  await call('getProjectOperation', project.id, restored.data.operations[0]?.id);
  await call('listProjectOperations', { projectId: project.id, limit: 10 });
  await call('listProjectBranchEndpoints', project.id, main.id);
  await call('getProjectBranch', project.id, main.id);
  await call('getProject', project.id);
  await call('countProjectBranches', { projectId: project.id });
  const list = await call('listProjectBranches', { projectId: project.id, search: 'kept' });
  expect(list.data.branches).toMatchObject([{ name: 'kept' }]);
  // Refusals.
  expect((await call('createProjectBranch', project.id, { branch: { parent_id: main.id, name: 'kept' } })).status).toBe(
    409,
  );
  expect((await call('getProjectBranch', project.id, 'br-none')).status).toBe(404);
  expect((await call('getProject', 'none')).status).toBe(404);
  neon.operationRequests = 5;
  await call('createProjectBranch', project.id, { branch: { parent_id: main.id, name: 'slow' } });
  expect((await call('createProjectBranch', project.id, { branch: { parent_id: main.id, name: 'x' } })).status).toBe(
    423,
  );
  const stranger = createApiClient({ apiKey: 'wrong', baseURL: neon.url, validateStatus: () => true });
  expect((await stranger.getProject?.call(stranger, project.id))?.status).toBe(401);
  expect(described()).toEqual(OPERATIONS);
});

test('Rewind sends what Neon describes: check, snapshot, plan, restore, proof', async () => {
  const ctx = neonContext(neon, { snapshotId: '20261126T120000Z-abc123' });
  const none = new MemoryPayloads();
  Object.assign(shop.main, { isProtected: true, expiresAt: '2027-01-01T00:00:00Z' });
  shop.main.restricted.push({ name: 'restore', reason: 'it is moving' });
  expect(await provider.check(shop.config, ctx)).toHaveLength(4);
  Object.assign(shop.main, { isProtected: false, expiresAt: null, restricted: [] });
  const saved = await provider.capture(shop.config, ctx, new MemoryPayloads('snapshot'));
  neon.write(shop.main, 'orders: 2');
  neon.operationRequests = 3;
  const live = await provider.capture(shop.config, ctx, new MemoryPayloads('compare'));
  for (const change of provider.plan(saved, live)) await provider.apply(shop.config, change, ctx, none);
  expect(shop.main.data).toBe('orders: 1');
  expect(await provider.prove?.(shop.config, saved, ctx, none, 'contents')).toEqual([]);
  expect(described()).toEqual(OPERATIONS);
});

test("the size of a compute: Neon's client and Rewind, both as Neon describes", async () => {
  const { createApiClient } = load('@neondatabase/api-client') as Package;
  const client = createApiClient({ apiKey: NEON_KEY, baseURL: neon.url, validateStatus: () => true });
  const update = async (endpoint: Record<string, number>) => {
    const answered = await client.updateProjectEndpoint?.call(client, shop.project.id, config.endpoint, { endpoint });
    return answered?.status;
  };
  const config = computeConfig(shop);
  const ctx = neonContext(neon);
  const none = new MemoryPayloads();
  const before = await compute.capture(config, ctx, none);
  const measure = { kind: 'scale-up', min: 1, max: 8 } as const;
  const { desired } = compute.capabilities?.mitigation?.ease(config, before, measure, {}) ?? {};
  if (!desired) throw new Error('no mitigation');
  const bring = async (to: typeof before) => {
    for (const change of compute.plan(to, await compute.capture(config, ctx, none)))
      await compute.apply(config, change, ctx, none);
  };
  neon.operationRequests = 2;
  await bring({ ...desired, suspendAfter: -1 });
  const read = await client.getProjectEndpoint?.call(client, shop.project.id, config.endpoint);
  expect(read?.data.endpoint).toMatchObject({
    autoscaling_limit_min_cu: 1,
    autoscaling_limit_max_cu: 8,
    suspend_timeout_seconds: -1,
  });
  await bring(before);
  expect(await compute.capture(config, ctx, none)).toEqual(before);
  neon.operationRequests = 0;
  expect(await update({ autoscaling_limit_min_cu: 0.5, suspend_timeout_seconds: 60 })).toBe(200);
  expect(await compute.capture(config, ctx, none)).toMatchObject({ limits: { min: 0.5, max: 2 }, suspendAfter: 60 });
  expect(await update({ autoscaling_limit_max_cu: 56 })).toBe(422);
  expect((await client.getProjectEndpoint?.call(client, shop.project.id, 'ep-none'))?.status).toBe(404);
  expect(described()).toEqual(['getProjectEndpoint', 'getProjectOperation', 'updateProjectEndpoint']);
});

test('the description refuses what it does not describe', async () => {
  const answer = await fetch(`${neon.url}/projects/shop-1/branches/${shop.main.id}`, {
    headers: { authorization: `Bearer ${NEON_KEY}` },
  });
  expect(answer.status).toBe(200);
  const [request] = neon.requests;
  const found = request && description.find(request);
  if (!found || !request.answer) throw new Error('the request is not described');
  const { branch, annotation } = request.answer.body as { branch: Record<string, unknown>; annotation: unknown };
  const problems = (body: unknown): string[] => description.answerProblems(found.operation, 200, body);
  expect(problems({ branch, annotation })).toEqual([]);
  for (const field of ['id', 'state_changed_at', 'written_data_bytes', 'protected']) {
    const rest = Object.fromEntries(Object.entries(branch).filter(([name]) => name !== field));
    expect(problems({ branch: rest, annotation })).toHaveLength(1);
  }
  expect(problems({ branch: { ...branch, extra: 1 }, annotation })).toEqual([
    'getProjectBranch 200.branch.extra is not described',
  ]);
  expect(problems({ branch: { ...branch, created_at: 'yesterday' }, annotation })).toHaveLength(1);
  const sent = {
    ...request,
    method: 'POST',
    path: `${request.path}/restore`,
    body: { preserve_under_name: 7, other: 1 },
  };
  expect(description.problems({ ...sent, answer: { status: 500, body: { code: '', message: '' } } })).toHaveLength(3);
});
