import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** The official SDK checks every answer against Vercel's own description: it must accept those of our double. */
interface Sdk {
  readonly deployments: {
    getDeployments(request: object): Promise<{ deployments: { uid: string }[] }>;
    getDeployment(request: object): Promise<object>;
  };
  readonly projects: {
    getProject(request: object): Promise<object>;
    getProjectDomains(request: object): Promise<{ domains: { name: string }[] }>;
    filterProjectEnvs(request: object): Promise<{ envs?: { key: string }[] }>;
    getProjectEnv(request: object): Promise<object>;
    requestRollback(request: object): Promise<unknown>;
    requestPromote(request: object): Promise<unknown>;
  };
  readonly aliases: {
    getAlias(request: object): Promise<{ deploymentId: string | null }>;
    listAliases(request: object): Promise<{
      aliases: { alias: string; deploymentId: string | null; projectId: string | null }[];
      pagination: { count: number; next: number | null; prev: number | null };
    }>;
    listDeploymentAliases(request: object): Promise<{ aliases: { alias: string }[] }>;
  };
  readonly logs: { getRuntimeLogs(request: object): Promise<object> };
  readonly rollingRelease: {
    getRollingReleaseConfig(request: object): Promise<object>;
    getRollingRelease(request: object): Promise<object>;
    startRollingRelease(request: object): Promise<unknown>;
    completeRollingRelease(request: object): Promise<unknown>;
    approveRollingReleaseStage(request: object): Promise<unknown>;
  };
  readonly globalConfig: {
    getEdgeConfig(request: object): Promise<object>;
    getEdgeConfigItems(request: object): Promise<{ key: string; value: unknown }[]>;
    getEdgeConfigItem(request: object): Promise<object>;
  };
}

/** Its types are there only once the peers are installed: what is used of it is written down above. */
const SDK = new URL('./node_modules/@vercel/sdk/esm/index.js', import.meta.url).href;

let vercel: VercelSandbox;
let project: Project;
let sdk: Sdk;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  vercel.addEnv(project, 'PLAIN', 'value', { type: 'plain' });
  vercel.addEnv(project, 'SECRET', 'value', { type: 'sensitive' });
  vercel.release(project);
  vercel.release(project);
  const { Vercel } = (await import(SDK)) as { Vercel: new (options: object) => Sdk };
  sdk = new Vercel({ bearerToken: 'vercel-token-sandbox', serverURL: vercel.url });
});
afterAll(() => vercel.stop());

test('deployments: list and one', async () => {
  const { deployments } = await sdk.deployments.getDeployments({ projectId: project.id, teamId: TEAM });
  expect(deployments.map(({ uid }) => uid)).toContain(project.production);
  const one = await sdk.deployments.getDeployment({ idOrUrl: project.production ?? '', teamId: TEAM });
  expect(one).toMatchObject({ id: project.production, readyState: 'READY', target: 'production' });
});

test('projects: one, with what serves production', async () => {
  const found = await sdk.projects.getProject({ idOrName: project.id, teamId: TEAM });
  expect(found).toMatchObject({
    id: project.id,
    name: 'shop',
    autoAssignCustomDomains: true,
    targets: { production: { id: project.production, readyState: 'READY' } },
  });
});

test('projects: domains', async () => {
  const { domains } = await sdk.projects.getProjectDomains({ idOrName: project.id, teamId: TEAM });
  expect(domains.map(({ name }) => name)).toEqual(['shop.example.com', 'www.shop.example.com']);
});

test('aliases: what a host serves, and what serves a deployment', async () => {
  const alias = await sdk.aliases.getAlias({ idOrAlias: 'shop.example.com', teamId: TEAM });
  expect(alias.deploymentId).toBe(project.production);
  const { aliases } = await sdk.aliases.listDeploymentAliases({ id: project.production ?? '', teamId: TEAM });
  expect(aliases.map(({ alias: name }) => name)).toContain('shop.example.com');
});

test('aliases: the list of a project, page by page, without those of other projects', async () => {
  const paged = vercel.addProject('paged', ['a.example.com', 'b.example.com', 'c.example.com']);
  const { id: deploymentId } = vercel.release(paged);
  const listed: unknown[] = [];
  const pages: number[] = [];
  for (let until: number | null | undefined; until !== null;) {
    const request = { projectId: paged.id, limit: 2, until, teamId: TEAM };
    const { aliases, pagination } = await sdk.aliases.listAliases(request);
    listed.push(...aliases);
    pages.push(pagination.count);
    until = pagination.next;
  }
  expect(pages).toEqual([2, 1]);
  expect(listed).toMatchObject(
    ['c', 'b', 'a'].map((name) => ({ alias: `${name}.example.com`, deploymentId, projectId: paged.id })),
  );
  const one = await sdk.aliases.listAliases({ domain: ['b.example.com'], teamId: TEAM });
  expect(one.aliases.map(({ alias }) => alias)).toEqual(['b.example.com']);
});

test('environment variables: list and one', async () => {
  const { envs } = await sdk.projects.filterProjectEnvs({ idOrName: project.id, teamId: TEAM });
  expect(envs?.map(({ key }) => key)).toEqual(['PLAIN', 'SECRET']);
  const one = await sdk.projects.getProjectEnv({ idOrName: project.id, id: project.env[0]?.id ?? '', teamId: TEAM });
  expect(one).toMatchObject({ key: 'PLAIN' });
});

test('rollback and promote: accepted, 201', async () => {
  const [first, second] = [...vercel.deployments.keys()];
  await sdk.projects.requestRollback({ projectId: project.id, deploymentId: first ?? '', teamId: TEAM });
  expect(project.production).toBe(first);
  await sdk.projects.requestPromote({ projectId: project.id, deploymentId: second ?? '', teamId: TEAM });
  expect(project.production).toBe(second);
});

test('a rolling release: configuration, none, in flight, completed', async () => {
  const rollout = vercel.addProject('rollout', ['rollout.example.com']);
  const where = { idOrName: rollout.id, teamId: TEAM };
  const base = vercel.release(rollout);
  expect(await sdk.rollingRelease.getRollingReleaseConfig(where)).toEqual({ rollingRelease: null });
  expect(await sdk.rollingRelease.getRollingRelease(where)).toEqual({ rollingRelease: null });
  rollout.rollingReleaseConfig = {
    target: 'production',
    stages: [{ targetPercentage: 10, duration: 5, requireApproval: false }, { targetPercentage: 100 }],
  };
  expect(await sdk.rollingRelease.getRollingReleaseConfig(where)).toMatchObject({
    rollingRelease: { stages: [{ targetPercentage: 10, duration: 5 }, { targetPercentage: 100 }] },
  });
  const canary = vercel.addDeployment(rollout);
  await sdk.rollingRelease.startRollingRelease({ ...where, requestBody: { canaryDeploymentId: canary.id } });
  expect(await sdk.rollingRelease.getRollingRelease({ ...where, state: 'ACTIVE' })).toMatchObject({
    rollingRelease: { state: 'ACTIVE', currentDeployment: { id: base.id }, canaryDeployment: { id: canary.id } },
  });
  await sdk.rollingRelease.completeRollingRelease({ ...where, requestBody: { canaryDeploymentId: canary.id } });
  expect([rollout.production, rollout.rollingRelease?.state]).toEqual([canary.id, 'COMPLETE']);
});

test('a rolling release in stages: each is approved, the last one completes it', async () => {
  const staged = vercel.addProject('staged', ['staged.example.com']);
  const where = { idOrName: staged.id, teamId: TEAM };
  vercel.release(staged);
  const [first, second] = [10, 50].map((targetPercentage) => ({ targetPercentage, requireApproval: true }));
  if (first === undefined || second === undefined) throw new Error('no stages');
  staged.rollingReleaseConfig = { target: 'production', stages: [first, second, { targetPercentage: 100 }] };
  const canary = vercel.addDeployment(staged);
  await sdk.rollingRelease.startRollingRelease({ ...where, requestBody: { canaryDeploymentId: canary.id } });
  for (const index of [0, 1]) {
    expect(await sdk.rollingRelease.getRollingRelease(where)).toMatchObject({
      rollingRelease: { state: 'ACTIVE', activeStage: { index }, nextStage: { index: index + 1 }, substate: null },
    });
    const requestBody = { nextStageIndex: index + 1, canaryDeploymentId: canary.id };
    await sdk.rollingRelease.approveRollingReleaseStage({ ...where, requestBody });
  }
  expect([staged.production, staged.rollingRelease?.state]).toEqual([canary.id, 'COMPLETE']);
  expect(await sdk.rollingRelease.getRollingRelease(where)).toMatchObject({ rollingRelease: { activeStage: null } });
});

test('Edge Config (Global Config): a store, its items, one item', async () => {
  const store = vercel.addStore('flags', { maintenance: false, limits: { perMinute: 10 } });
  const where = { edgeConfigId: store.id, teamId: TEAM };
  expect(await sdk.globalConfig.getEdgeConfig(where)).toMatchObject({ id: store.id, slug: 'flags', itemCount: 2 });
  const items = await sdk.globalConfig.getEdgeConfigItems(where);
  expect(items.map(({ key, value }) => [key, value])).toEqual([
    ['maintenance', false],
    ['limits', { perMinute: 10 }],
  ]);
  const item = await sdk.globalConfig.getEdgeConfigItem({ ...where, edgeConfigItemKey: 'maintenance' });
  expect(item).toMatchObject({ key: 'maintenance', value: false });
});

test('runtime logs: one row with all described fields and no other, which the SDK would leave out', async () => {
  vercel.addLog(project, { rowId: 'row_1', responseStatusCode: 503 });
  const where = { projectId: project.id, deploymentId: project.production ?? '', teamId: TEAM };
  const sent = { ...vercel.logs[0], deploymentId: undefined };
  expect(await sdk.logs.getRuntimeLogs(where)).toEqual(sent);
});
