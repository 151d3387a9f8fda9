import type { Context } from '../../context.js';
import { messageOf, RewindError } from '../../core/errors.js';
import type { Change } from '../../core/provider.js';
import {
  downInTransaction,
  downOutside,
  finishByHand,
  readHistory,
  underLock,
  wasInterrupted,
  withHistory,
} from './client.js';
import type { Config } from './config.js';
import { readMigrations, type MigrationFiles } from './files.js';
import { applied, params } from './state.js';

/** Takes migrations down, newest first. What is already down is left out, so a re-run after a crash goes on. */
export async function runDown(config: Config, change: Change, ctx: Context): Promise<void> {
  const { steps } = params.parse(change.params);
  const files = await readMigrations(config, ctx);
  await withHistory(config, ctx, (client, target) =>
    underLock(client, ctx, async () => {
      for (const [index, step] of steps.entries()) {
        const present = applied(await readHistory(client, target, ctx));
        if (!present.includes(step.name)) {
          ctx.log.info(`${step.name} is down already`);
          continue;
        }
        const { script, facts } = usable(files, step, ctx);
        ctx.log.info(`Taking ${step.name} down (${index + 1} of ${steps.length})`);
        const outside = facts.outsideTransaction.length > 0;
        if (outside && !facts.repeatable && (await wasInterrupted(client, target, step.name))) {
          throw new RewindError(
            'migration-interrupted',
            `The down.sql of ${step.name} was interrupted outside of a transaction.`,
            {
              resource: ctx.resource,
              remedy: `Look at the database, finish by hand, then run: ${finishByHand(target, step.name)}`,
            },
          );
        }
        try {
          if (outside) await downOutside(client, target, step.name, script);
          else await downInTransaction(client, target, config, step.name, script);
        } catch (error) {
          throw new RewindError('migration-failed', `The down.sql of ${step.name} failed: ${messageOf(error)}`, {
            resource: ctx.resource,
            cause: error,
          });
        }
      }
    }),
  );
}

/**
 * The script of a step, as it was approved.
 * @throws RewindError migration-down-missing, migration-not-transactional, plan-drift
 */
export function usable(
  files: readonly MigrationFiles[],
  step: { readonly name: string; readonly sha256: string | null },
  ctx: Context,
): NonNullable<MigrationFiles['down']> {
  const found = files.find(({ name }) => name === step.name);
  const details = { resource: ctx.resource };
  if (!found?.down) {
    const why = found ? 'has no down.sql' : 'is not in this checkout';
    throw new RewindError('migration-down-missing', `${step.name} ${why}.`, details);
  }
  const { facts, sha256 } = found.down;
  const [control] = facts.control;
  if (control) {
    throw new RewindError(
      'migration-not-transactional',
      `${found.downPath}:${control.line} says "${control.text.slice(0, 30)}"; Rewind runs the script in its own transaction.`,
      { ...details, remedy: 'Remove BEGIN, COMMIT and ROLLBACK from down.sql.' },
    );
  }
  const [outside] = facts.outsideTransaction;
  if (outside && facts.statements > 1) {
    throw new RewindError(
      'migration-not-transactional',
      `${found.downPath}:${outside.line} cannot run in a transaction, and stands beside other statements.`,
      details,
    );
  }
  if (step.sha256 !== null && step.sha256 !== sha256) {
    throw new RewindError('plan-drift', `${found.downPath} is not the one that was approved.`, details);
  }
  return found.down;
}
