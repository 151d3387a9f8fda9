import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** `check` says what the credentials can do: real roles of PostgreSQL, and roles in a Vercel team. */
let server: TestPostgres;
let vercel: VercelSandbox;
let repository: Repository;
let owner: string;
let reader: string;

beforeAll(async () => {
  server = await startPostgres();
  owner = await server.createDatabase('shop');
  await server.query('shop', `CREATE TABLE fans (n int); CREATE ROLE reader LOGIN PASSWORD 'reader-password'`);
  await server.query('shop', 'GRANT SELECT ON fans TO reader');
  const url = new URL(owner);
  Object.assign(url, { username: 'reader', password: 'reader-password' });
  reader = url.href;
  vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project);
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`,
      '{ id: db, provider: postgres, url: "${DATABASE_URL}", integrity: content, restore: in-place }',
    ],
    env: { ...vercel.env, REWIND_IDENTITY: undefined },
  });
});
afterAll(async () => {
  await vercel.stop();
  await server.stop();
  repository.remove();
});

interface Found {
  readonly level: string;
  readonly resource: string;
  readonly code: string;
  readonly message: string;
}

/** The findings about credentials, as `level code: message`. */
async function check(url: string, role: string, ...more: string[]) {
  vercel.behavior.role = role;
  const { writes } = vercel;
  const result = await repository.run(['check', '--json', ...more], { env: { DATABASE_URL: url } });
  expect(vercel.writes).toBe(writes);
  const { findings } = result.json<{ findings: Found[] }>();
  const about = findings.filter(({ resource }) => resource === 'credentials');
  return { status: result.status, found: about.map(({ level, code, message }) => `${level} ${code}: ${message}`) };
}

const READER = 'DATABASE_URL (the role "reader" has no privilege that writes)';

test('credentials that can write, each once: worth knowing before a rollback, a warning in the plan environment', async () => {
  const writers = `VERCEL_TOKEN (its user has the role OWNER in the team), DATABASE_URL (the role "${new URL(owner).username}" `;
  const mayWrite = await check(owner, 'OWNER');
  expect([mayWrite.status, mayWrite.found]).toEqual([
    0,
    [expect.stringContaining(`info credential-can-write: Can write: ${writers}`)],
  ]);
  const planning = await check(owner, 'OWNER', '--plan-environment', 'production-plan');
  expect([planning.status, planning.found]).toEqual([0, [expect.stringMatching(/^warning credential-can-write: /)]]);
  expect(planning.found[0]).toContain(writers);
});

test('credentials that only read: an error before a rollback, right in the plan environment', async () => {
  const mayRead = await check(reader, 'VIEWER');
  expect([mayRead.status, mayRead.found]).toEqual([
    3,
    [
      `error credential-read-only: A rollback would fail with credentials that cannot write: VERCEL_TOKEN (its user has the role VIEWER in the team), ${READER}.`,
    ],
  ]);
  expect((await check(reader, 'VIEWER', '--plan-environment', 'production-plan')).found).toEqual([]);
});

test('what cannot be known stands in one line; one privilege to write is enough to be known', async () => {
  await server.query('shop', 'GRANT INSERT ON fans TO reader');
  expect((await check(reader, 'CONTRIBUTOR')).found).toEqual([
    'info credential-can-write: Can write: DATABASE_URL (the role "reader" may change tables).',
    'info credential-write-unknown: It is unknown whether these can write, because only a write would show it: VERCEL_TOKEN (its user has the role CONTRIBUTOR in the team).',
  ]);
});

test('a contact or a channel that still is a placeholder: not ready, with its key', async () => {
  repository.configure({
    resources: [`{ id: web, provider: vercel-deployment, project: prj_1, team: ${TEAM} }`],
    sections: [
      'contacts: [{ name: On-call, role: all, reach: TODO }]',
      'channels: [{ id: mail, adapter: smtp, from: rewind@shop.io, to: [you@example.com] }]',
    ],
  });
  const checked = await repository.run(['check', '--json']);
  const { findings } = checked.json<{ findings: Found[] }>();
  expect([checked.status, findings.filter(({ resource }) => resource === 'configuration')]).toMatchObject([
    3,
    [
      { code: 'contact-placeholder', level: 'error', message: 'contacts[0].reach is "TODO", which is a placeholder.' },
      { code: 'channel-placeholder', level: 'error', message: expect.stringContaining('channels[0].to[0]') },
    ],
  ]);
});
