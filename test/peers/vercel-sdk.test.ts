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
    getProjectDomains(request: object): Promise<{ domains: { name: string }[] }>;
    filterProjectEnvs(request: object): Promise<{ envs?: { key: string }[] }>;
    getProjectEnv(request: object): Promise<object>;
    requestRollback(request: object): Promise<unknown>;
    requestPromote(request: object): Promise<unknown>;
  };
  readonly aliases: {
    getAlias(request: object): Promise<{ deploymentId: string | null }>;
    listDeploymentAliases(request: object): Promise<{ aliases: { alias: string }[] }>;
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
