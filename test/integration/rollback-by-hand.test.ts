import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { phasesIn } from '../../src/channels/phases.js';
import type { Entry } from '../../src/incident/entry.js';
import type { IncidentStatus } from '../../src/incident/status.js';
import { makeRepository, type Repository } from '../support/repository.js';
import type { EnvRow } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** A rollback whose plan holds only changes by hand: it changes nothing, and the record tells of it. */
let vercel: VercelSandbox;
let secret: EnvRow;
let repository: Repository;
let digest: string;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  secret = vercel.addEnv(project, 'API_SECRET', 'first value', { type: 'sensitive' });
  repository = await makeRepository({
    resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM}, targets: [production] }`],
    env: vercel.env,
  });
  await repository.ok('snapshot');
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const shown = async (): Promise<IncidentStatus & { entries: Entry[] }> =>
  (await repository.ok('incident', 'show', '--json')).json();

test('a plan of changes by hand is recorded once, and nothing claims that it restored production', async () => {
  const writtenAt = secret.updatedAt;
  secret.updatedAt += 1;
  digest = await repository.digestOf('plan');
  const { writes } = vercel;
  const { stdout } = await repository.ok('rollback', '--digest', digest, '--reason', 'The secret is wrong');
  expect(stdout).toContain('Nothing was changed');
  expect(vercel.writes).toBe(writes);
  const record = await shown();
  expect(record.entries.map(({ kind }) => kind)).toEqual(['opened', 'planned', 'approved', 'rolled-back']);
  expect(record.entries.at(-1)?.data).toMatchObject({
    ...{ digest, ok: true, done: [], failed: [], runs: 1 },
    manual: [expect.stringMatching(/^env\/.*API_SECRET/)],
    title: expect.stringContaining('Nothing was changed'),
  });
  expect(record).toMatchObject({
    title: 'The secret is wrong',
    figures: { deployToRestoredMs: null, detectedToRestoredMs: null },
  });
  expect(record.obligations.filter(({ discharged }) => discharged === null)).toEqual([]);
  // No message says that the service returned to an earlier state.
  expect(phasesIn(record.entries).map(({ phase }) => phase)).toEqual(['opened']);
  await repository.ok('rollback', '--digest', digest);
  expect((await shown()).entries).toHaveLength(4);
  // A person restored it.
  secret.updatedAt = writtenAt;
  await repository.ok('rollback', '--digest', digest);
  expect((await shown()).entries.slice(4)).toMatchObject([{ kind: 'verified', data: { digest, ok: true } }]);
});

test('after the incident was closed, the same rollback opens no other one', async () => {
  await repository.ok('incident', 'close', '--reason', 'done');
  secret.updatedAt += 1;
  await repository.ok('rollback', '--digest', digest);
  expect(readdirSync(join(repository.root, '.rewind/store/incidents/production'))).toHaveLength(1);
});
