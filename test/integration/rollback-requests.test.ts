import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import type { LoggedRequest } from '../sandbox/json-server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** What one whole run of `rewind rollback` reads and writes, and what it does not wait for. */
let vercel: VercelSandbox;
let postgres: TestPostgres;
let project: Project;
let repository: Repository;

beforeAll(async () => {
  [vercel, postgres] = await Promise.all([new VercelSandbox().start(), startPostgres()]);
});
afterAll(() => Promise.all([vercel.stop(), postgres.stop()]));
beforeEach(async () => {
  vercel.clear();
  repository = await makeRepository({ resources: [], env: { ...vercel.env } });
});
afterEach(() => repository.remove());

/** A project with this many domains and a good release in production; the resources, as YAML. */
function shop(domains: number): string[] {
  const hosts = Array.from({ length: domains }, (_, at) => `${String(at)}.shop.example.com`);
  project = vercel.addProject('shop', hosts);
  vercel.release(project);
  return [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`];
}
async function plannedAfter(breakIt: () => unknown): Promise<string> {
  await repository.ok('snapshot');
  await breakIt();
  const digest = await repository.digestOf('plan');
  vercel.requests.length = 0;
  return digest;
}
const brief = ({ method, path }: LoggedRequest): string =>
  `${method} ${path.replaceAll(/(prj|dpl)_\d+/g, '$1').replace('0.shop.example.com', 'HOST')}`;
const snapshots = (): string[] => {
  const folder = join(repository.root, '.rewind/store/snapshots/production');
  return existsSync(folder) ? readdirSync(folder) : [];
};

test.each([1, 100])(
  'a rollback with %s domains needs as few requests as one without checks and snapshot',
  async (domains) => {
    repository.configure({ resources: shop(domains) });
    const good = project.production;
    const digest = await plannedAfter(() => vercel.release(project));
    await repository.ok('rollback', '--digest', digest);
    expect(project.production).toBe(good);
    const requests = vercel.requests.map(brief);
    const sent = requests.indexOf('POST /v1/projects/prj/rollback/dpl');
    // Also the checks and the snapshot of before need no more.
    const reads = [
      'GET /v13/deployments/dpl',
      'GET /v4/aliases',
      'GET /v9/projects/prj',
      'GET /v9/projects/prj/domains',
    ];
    expect([...new Set(requests.slice(0, sent))].sort()).toEqual(reads);
    expect(sent).toBe(reads.length);
    const after = requests.slice(sent + 1).filter((line) => line !== 'GET /v9/projects/prj');
    expect(after).toHaveLength(1);
  },
);

test('what a rollback to a plan that does not hold any more has captured is not in the store', async () => {
  repository.configure({ resources: shop(1) });
  const digest = await plannedAfter(() => vercel.release(project));
  const before = snapshots();
  vercel.release(project);
  const refused = await repository.run(['rollback', '--digest', digest]);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
  expect([snapshots(), vercel.requests.filter(({ method }) => method !== 'GET')]).toEqual([before, []]);
});

test('the switch does not wait for the rows of a database that nobody restores', async () => {
  const url = await postgres.createDatabase('shop');
  await postgres.query('shop', 'CREATE TABLE orders (id int PRIMARY KEY)');
  repository.env.DATABASE_URL = url;
  repository.configure({ resources: [...shop(1), '{ id: db, provider: postgres, url: "${DATABASE_URL}" }'] });
  const digest = await plannedAfter(() => vercel.release(project));
  const blocker = new pg.Client(url);
  await blocker.connect();
  try {
    await blocker.query('BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE');
    const switched = new Promise<void>((resolve) => {
      vercel.before = ({ method }) => {
        if (method === 'POST') resolve();
      };
    });
    const rollback = repository.run(['rollback', '--digest', digest]);
    await Promise.race([switched, rollback]);
    expect(vercel.requests.map(brief)).toContain('POST /v1/projects/prj/rollback/dpl');
    await blocker.query('ROLLBACK');
    expect([(await rollback).status, (await rollback).stdout]).toEqual([0, expect.stringContaining('Rolled back')]);
  } finally {
    await blocker.end();
  }
});
