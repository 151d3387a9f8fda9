import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { codeOf, isAnswer, type DatabaseClient } from '../../services/postgres/connection.js';
import {
  downInTransaction,
  finishByHand,
  positionOf,
  readHistory,
  underLock,
  withHistory,
  type Target,
} from './client.js';
import type { Config } from './config.js';
import { readMigrations, type DownScript, type MigrationFiles } from './files.js';
import { applied } from './history.js';
import { approved } from './script.js';
import { lineAt } from './sql.js';
import { params, type Params } from './state.js';
import { applyUp } from './up.js';
import { downByStatement, progressOf, StatementError } from './statements.js';
import { plural } from '../../runtime/text.js';

/** Reverts migrations, newest first, or applies them again, oldest first. Skips reverted ones, so a rerun after a crash continues. */
export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const step = params.parse(change.params);
  if (step.kind === 'down') await runSteps(config, step.steps, ctx);
  else await applyUp(config, step.steps, ctx);
}

type Step = Extract<Params, { readonly kind: 'down' }>['steps'][number];

/** The same for steps outside of a plan, e.g. a trial on a scratch database. */
export async function runSteps(config: Config, steps: readonly Step[], ctx: Context): Promise<void> {
  const files = await readMigrations(config, ctx);
  await withHistory(config, ctx, (client, target) => runDown(client, target, config, steps, files, ctx));
}

/** The same in an open session, e.g. on a copy of the database. */
export async function runDown(
  client: DatabaseClient,
  target: Target,
  config: Config,
  steps: readonly Step[],
  files: readonly MigrationFiles[],
  ctx: Context,
): Promise<void> {
  await underLock(client, ctx, async () => {
    for (const [index, step] of steps.entries()) {
      // Stops only between two migrations.
      if (ctx.signal.aborted) throw stopped(ctx, step.name);
      const present = applied(await readHistory(client, target, ctx));
      if (!present.includes(step.name)) {
        ctx.log.info(`${step.name} is down already`);
        continue;
      }
      const script = approved(files, step, ctx);
      ctx.log.info(`Taking ${step.name} down (${index + 1} of ${steps.length})`);
      await takeDown(client, target, config, ctx, step.name, script);
    }
  });
}

function stopped(ctx: Context, next: string): RewindError {
  return new RewindError('cancelled', `Stopped before ${next}.`, { resource: ctx.resource });
}

async function takeDown(
  client: DatabaseClient,
  target: Target,
  config: Config,
  ctx: Context,
  name: string,
  down: DownScript,
): Promise<void> {
  const { script, facts, path } = down;
  // Continues statement by statement if it began so, even if the corrected script could run in a transaction.
  if (facts.outsideTransaction.length === 0 && (await progressOf(client, target, name)) === null) {
    try {
      await downInTransaction(client, target, config, name, script);
    } catch (error) {
      const position = positionOf(error);
      const where = position === null ? path : `${path}:${lineAt(script, position)}`;
      throw failed(ctx, where, error, isAnswer(error) ? 'Nothing of this script was kept.' : '');
    }
    return;
  }
  try {
    await downByStatement(client, target, config, name, facts.statements);
  } catch (error) {
    if (!(error instanceof StatementError)) throw failed(ctx, path, error, '');
    const { statement, done, cause } = error;
    const where = `${path}:${statement.line}`;
    const kept =
      done === 0
        ? 'No statement before it was run.'
        : `The ${plural(done, 'statement before it is done and stays', 'statements before it are done and stay')}.`;
    if (cause !== null) throw failed(ctx, where, cause, kept);
    throw new RewindError(
      'migration-interrupted',
      `${where} was interrupted outside of a transaction, or the script was changed since: what is done is not known. ${kept}`,
      {
        resource: ctx.resource,
        remedy: `Check the database, finish the script manually, then run: ${finishByHand(target, name)}`,
      },
    );
  }
}

function failed(ctx: Context, where: string, error: unknown, kept: string): RewindError {
  const lost = !isAnswer(error) && /connection/i.test(`${codeOf(error) ?? ''} ${messageOf(error)}`);
  const remedy = lost ? LOST : remedyFor(codeOf(error));
  return new RewindError('migration-failed', `${where}: ${messageOf(error)}. ${kept}`.trim(), {
    resource: ctx.resource,
    cause: error,
    ...(remedy === null ? {} : { remedy }),
  });
}

const LOST = 'The connection was lost. Run again: Rewind does not repeat what is done.';

/** SQLSTATE: PostgreSQL documentation, appendix A. */
function remedyFor(code: string | undefined): string | null {
  if (code === '55P03') {
    return 'Another session holds a table (see pg_stat_activity and pg_blocking_pids). Run again when it has ended, or raise lock-timeout-seconds.';
  }
  if (code === '55P04') {
    return 'A value that ALTER TYPE … ADD VALUE adds cannot be used in the same transaction: use it in the down.sql of another migration.';
  }
  if (code === '42501') return 'Use the role that owns the tables, which is the one that runs the migrations.';
  return null;
}
