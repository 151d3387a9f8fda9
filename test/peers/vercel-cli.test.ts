import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** The official CLI works against our double of the API, and falls into the traps that it is known to fall into. */
const CLI = fileURLToPath(new URL('./node_modules/vercel/dist/vc.js', import.meta.url));
const TOKEN = 'officialclitoken';

let vercel: VercelSandbox;
let home: string;
let project: Project;
let good: Deployment;
let bad: Deployment;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  home = mkdtempSync(join(tmpdir(), 'rewind-vercel-cli-'));
});
afterAll(async () => {
  await vercel.stop();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  vercel.clear();
  vercel.requests.length = 0;
  vercel.tokens.set(TOKEN, 'write');
  project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  good = vercel.release(project);
  bad = vercel.release(project);
});

async function cli(...args: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(
    process.execPath,
    [CLI, ...args, '--scope', 'sandbox', '--api', vercel.url, '--global-config', home],
    {
      cwd: home,
      env: {
        PATH: process.env.PATH,
        HOME: home,
        VERCEL_TOKEN: TOKEN,
        VERCEL_TELEMETRY_DISABLED: '1',
        NO_UPDATE_NOTIFIER: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, said };
}

const serves = (host: string): string | null | undefined => vercel.aliases.get(host)?.deploymentId;

test('rolls back: 6 requests and the polls, production and domains moved, pushes pinned', async () => {
  vercel.behavior.jobMs = 600;
  const { status, said } = await cli('rollback', good.id, '--yes');
  expect([status, said]).toEqual([0, expect.stringContaining('Success!')]);
  expect(project.production).toBe(good.id);
  expect(serves('shop.example.com')).toBe(good.id);
  expect(project.autoAssignCustomDomains).toBe(false);
  const paths = vercel.requests.map(({ method, path }) => `${method} ${path}`);
  expect(paths.slice(0, 5)).toEqual([
    'GET /v2/user',
    'GET /teams/sandbox',
    `GET /v13/deployments/${good.id}`,
    `GET /v9/projects/${project.id}`,
    `POST /v9/projects/${project.id}/rollback/${good.id}`,
  ]);
  expect(paths.at(-1)).toBe(`GET /v13/deployments/${good.id}`);
}, 60_000);

test('promotes what a rollback has pinned, and auto-assign comes back on', async () => {
  vercel.serve(project, good);
  project.autoAssignCustomDomains = false;
  const { status, said } = await cli('promote', bad.id, '--yes');
  expect([status, said]).toEqual([0, expect.stringContaining('Success!')]);
  expect(project.production).toBe(bad.id);
  expect(project.autoAssignCustomDomains).toBe(true);
}, 60_000);

test('lists the environment variables', async () => {
  vercel.addEnv(project, 'STRIPE_KEY', 'sk_test_value', { type: 'sensitive' });
  vercel.addEnv(project, 'PUBLIC_NAME', 'shop', { type: 'plain', target: ['production', 'preview'] });
  mkdirSync(join(home, '.vercel'), { recursive: true });
  writeFileSync(join(home, '.vercel/project.json'), JSON.stringify({ projectId: project.id, orgId: TEAM }));
  const { status, said } = await cli('env', 'ls');
  expect([status, said]).toEqual([0, expect.stringContaining('STRIPE_KEY')]);
  expect(said).toContain('PUBLIC_NAME');
  expect(said).not.toContain('sk_test_value');
}, 60_000);

describe('where the CLI is known to be wrong, the strict waiter is right', () => {
  const ours = async (): Promise<void> => {
    const ctx = testContext({ env: { VERCEL_TOKEN: TOKEN, VERCEL_API_URL: vercel.url } });
    const config = schema.parse({ id: 'web', provider: 'vercel-deployment', project: project.id, team: TEAM });
    const live = await provider.capture(config, ctx, new MemoryPayloads());
    const saved = {
      ...live,
      production: { id: good.id, url: good.url, createdAt: good.createdAt, commit: null, ref: null, rebuildOf: null },
      domains: live.domains.map(({ name }) => ({ name, deployment: good.id })),
    };
    for (const change of provider.plan(saved, live)) await provider.apply(config, change, ctx, new MemoryPayloads());
  };
  const older = () => {
    project.lastAliasRequest = {
      type: 'promote',
      jobStatus: 'succeeded',
      requestedAt: Date.now() - 20_000,
      fromDeploymentId: good.id,
      toDeploymentId: bad.id,
    };
    vercel.behavior.jobMs = 1_500;
    vercel.behavior.stalePolls = 2;
  };

  test('an older request that is still shown: the CLI reports success at once, we wait', async () => {
    older();
    const { status, said } = await cli('rollback', good.id, '--yes');
    expect([status, said]).toEqual([0, expect.stringContaining('Success!')]);
    // It has said so while the bad deployment was still live.
    expect(project.production).toBe(bad.id);
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    vercel.clear();
    vercel.tokens.set(TOKEN, 'write');
    project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
    good = vercel.release(project);
    bad = vercel.release(project);
    older();
    await ours();
    expect(project.production).toBe(good.id);
    expect(serves('shop.example.com')).toBe(good.id);
  }, 60_000);

  test('a skipped request: the CLI exits 0, we fail and say so', async () => {
    vercel.behavior.outcome = 'skipped';
    expect((await cli('rollback', good.id, '--yes')).status).toBe(0);
    expect(project.production).toBe(bad.id);
    await expect(ours()).rejects.toMatchObject({ code: 'deployment-switch-failed' });
  }, 60_000);

  test('a request that is never shown: the CLI exits 0 at once, we wait', async () => {
    Object.assign(vercel.behavior, { noJob: true, jobMs: 5_000 });
    const { status, said } = await cli('rollback', good.id, '--yes');
    expect([status, said]).toEqual([0, expect.stringContaining('No deployment rollback in progress')]);
    expect(project.production).toBe(bad.id);
    vercel.behavior.jobMs = 0;
    await ours();
    expect(serves('www.shop.example.com')).toBe(good.id);
  }, 60_000);

  test('a token of one project: the CLI cannot begin, we need no account', async () => {
    vercel.behavior.projectToken = true;
    const { status } = await cli('rollback', good.id, '--yes');
    expect(status).not.toBe(0);
    await ours();
    expect(project.production).toBe(good.id);
  }, 60_000);
});
