import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { applyPlan, type ChangeOutcome } from '../../src/engine/apply.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Resource } from '../../src/engine/resources.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import { testContext, type TestContext } from './context.js';
import { MemoryPayloads } from './payloads.js';
import type { TestPostgres } from './postgres.js';

const SNAPSHOT = '20260101T000000Z-test00';

export const contextOf = (url: string): TestContext =>
  testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url } });

export const configOf = (server: TestPostgres, extra: Record<string, unknown> = {}): Config =>
  schema.parse({
    id: 'subject',
    provider: 'postgres',
    url: '${DATABASE_URL}',
    restore: 'in-place',
    'client-bin': server.binDir,
    ...extra,
  });

export const compare = (): MemoryPayloads => new MemoryPayloads('compare');

/** The schema as pg_dump prints it. */
export function schemaText(server: TestPostgres, name: string): string {
  const dump = spawnSync(
    join(server.binDir, 'pg_dump'),
    ['--schema-only', '-h', '127.0.0.1', '-p', String(server.port), '-U', server.user, name],
    { env: { PGPASSWORD: server.password }, encoding: 'utf8' },
  );
  expect(dump.stderr).toBe('');
  // Newer releases fence the text with a random key of each run.
  return dump.stdout.replace(/^\\(un)?restrict .*$/gm, '');
}

/** A restore in place by a plan, as a rollback runs it: with the engine, and a backup before the first change. */
export async function restoreByEngine(
  config: Config,
  ctx: TestContext,
  payloads: MemoryPayloads,
  saved: State,
  backup: () => Promise<void>,
): Promise<ChangeOutcome[]> {
  const resource: Resource = {
    id: 'subject',
    providerId: 'postgres',
    config,
    provider,
  };
  const live = await provider.capture(config, ctx, compare());
  return applyPlan({
    plan: assemblePlan({
      createdAt: new Date(0),
      program: '0.1.0',
      environment: 'production',
      snapshot: SNAPSHOT,
      snapshotDigest: '0'.repeat(64),
      database: 'restore',
      scope: null,
      resources: [{ id: 'subject', provider: 'postgres', changes: provider.plan(saved, live) }],
    }),
    resources: [resource],
    ctx,
    sourceOf: () => payloads,
    journal: { record: () => undefined, previous: [], close: () => undefined } as never,
    beforeStage: async (_stage, changes) => {
      if (changes.some(({ backupFirst }) => backupFirst === true)) await backup();
    },
  });
}
