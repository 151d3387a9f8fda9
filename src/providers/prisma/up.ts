import { randomUUID } from 'node:crypto';
import type { Change } from '../../engine/change.js';
import type { DatabaseCopy } from '../../engine/database-copy.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { inTransaction, positionOf, readHistory, recordApplied, targetOf, underLock, type Target } from './client.js';
import type { Config } from './config.js';
import { readMigrations } from './files.js';
import { applied, appliedRows } from './history.js';
import { risksOf } from './risks.js';
import { factsOf, lineAt } from './sql.js';
import { params, type Params, type State } from './state.js';

type UpStep = Extract<Params, { readonly kind: 'up' }>['steps'][number];

/** Why Rewind cannot apply a migration.sql; null if it can. It runs each one in a transaction together with its record. */
export function obstacleIn(script: string, path: string): string | null {
  const { outsideTransaction, control } = factsOf(script);
  const [first] = [...outsideTransaction, ...control];
  return first === undefined ? null : `${path}:${first.line} cannot run in a transaction of Rewind`;
}

/**
 * Migrations that only the snapshot has, oldest first. A recovery applies them again if the checkout still holds the very
 * files; else a person does.
 */
export function upChange(missing: readonly string[], saved: State, live: State): Change {
  const checksums = new Map(appliedRows(saved.history).map(({ name, checksum }) => [name, checksum]));
  const files = new Map((live.ups ?? []).map((entry) => [entry.name, entry]));
  const found = missing.flatMap((name) => files.get(name) ?? []);
  const obstacles = missing.flatMap((name): string[] => {
    const file = files.get(name);
    if (file === undefined) return [`${name} is not in this checkout`];
    if (file.sha256 !== checksums.get(name)) return [`${file.path} is not the file that was applied`];
    return file.obstacle === null ? [] : [file.obstacle];
  });
  const byHand = 'Run "prisma migrate deploy" from the commit of the snapshot.';
  const change = {
    id: 'up',
    stage: 'database',
    action: 'run',
    target: `migrations of schema "${live.schema}" in "${live.database}"`,
    before: `without ${missing.join(', ')}`,
    after: 'applied, as in the snapshot',
    effect: 'live',
    database: 'up',
  } as const;
  if (obstacles.length > 0) {
    return { ...change, undo: null, manual: `${byHand} (${obstacles.join('; ')}.)`, warnings: [], params: {} };
  }
  const risks = risksOf(found);
  return {
    ...change,
    undo: 'Rewind backs the database up first; "rewind undo" brings it back as it was then',
    byHand,
    backupFirst: true,
    ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
    warnings: [
      'The migrations are tried on a copy of the database first. If one fails there, production is not changed.',
    ],
    params: {
      kind: 'up',
      steps: found.map(({ name, sha256 }) => ({ name, sha256 })),
    } satisfies Params,
  };
}

/** Applies migrations again, oldest first. Skips those that are applied, so a rerun after a crash continues. */
export async function applyUp(config: Config, steps: readonly UpStep[], ctx: Context): Promise<void> {
  const target = targetOf(config, ctx);
  await withDatabase(ctx, target.address, target.address.database, (client) =>
    runUp(client, target, config, steps, ctx),
  );
}

/** Tries them on a copy of the database. Changes nothing else. */
export async function rehearse(config: Config, change: Change, ctx: Context, copy: DatabaseCopy): Promise<void> {
  const step = params.parse(change.params);
  if (step.kind !== 'up') return;
  const target = { ...targetOf(config, ctx), address: copy.address };
  await withDatabase(ctx, copy.address, copy.database, (client) => runUp(client, target, config, step.steps, ctx));
}

/** Applies migrations in an open session, oldest first. */
export async function runUp(
  client: DatabaseClient,
  target: Target,
  config: Config,
  steps: readonly UpStep[],
  ctx: Context,
): Promise<void> {
  const files = await readMigrations(config, ctx);
  await underLock(client, ctx, async () => {
    for (const [index, { name, sha256 }] of steps.entries()) {
      // Stops only between two migrations.
      if (ctx.signal.aborted) throw new RewindError('cancelled', `Stopped before ${name}.`, { resource: ctx.resource });
      if (applied(await readHistory(client, target, ctx)).includes(name)) {
        ctx.log.info(`${name} is applied already`);
        continue;
      }
      const file = files.find((entry) => entry.name === name);
      const path = `${config.migrations}/${name}/migration.sql`;
      if (file?.up === undefined || file.up === null || file.checksum !== sha256) {
        throw new RewindError('plan-drift', `${path} is not the one that was approved.`, { resource: ctx.resource });
      }
      ctx.log.info(`Applying ${name} (${index + 1} of ${steps.length})`);
      await applyOne(client, target, config, { name, sha256, script: file.up, path }, ctx);
    }
  });
}

async function applyOne(
  client: DatabaseClient,
  target: Target,
  config: Config,
  { name, sha256, script, path }: UpStep & { readonly script: string; readonly path: string },
  ctx: Context,
): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await recordApplied(client, target, config, { id: randomUUID(), name, checksum: sha256 }, () =>
        client.query(script),
      );
    });
  } catch (error) {
    const position = positionOf(error);
    const where = position === null ? path : `${path}:${lineAt(script, position)}`;
    throw new RewindError('migration-failed', `${where}: ${messageOf(error)}. Nothing of this script was kept.`, {
      resource: ctx.resource,
      cause: error,
      remedy: 'Correct the cause and run again, or deploy the fix with its own migrations ("prisma migrate deploy").',
    });
  }
}
