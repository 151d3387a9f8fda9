import type { Change } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { client, type Instance, type RdsClient } from './client.js';
import type { Config } from './config.js';
import { tagsFor } from './names.js';
import { forModification, forRestore, isEssential, unlike } from './settings.js';
import { params, type Params } from './state.js';
import { untilDone } from './wait.js';

/** Attempts to make the settings that a restore does not take. RDS refuses one while it still works on the instance. */
const ATTEMPTS = 3;

/** Restores an instance beside production. Its identifier and its tags say how far an earlier run came. */
export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const wanted = params.parse(change.params);
  const rds = await client(config, ctx);
  const found = await rds.instance(wanted.target);
  if (found?.complete !== true) {
    if (found === null) {
      await rds.restore(
        wanted.target,
        wanted.copy,
        forRestore(wanted.settings),
        tagsFor(ctx.resource, wanted.snapshot),
      );
    }
    const made = await settle(rds, wanted, ctx);
    await rds.markComplete(made);
  }
  const now = await rds.instance(wanted.target);
  ctx.log.info(
    `[${ctx.resource}] Restored beside production: instance "${wanted.target}" at ${now?.endpoint ?? 'no address yet'}. ` +
      'The application still uses the previous instance. Switch its database URL by hand.',
  );
}

/** Waits for the instance and gives it the settings of the original. @throws RewindError restore-failed */
async function settle(rds: RdsClient, { target, settings, snapshot }: Params, ctx: Context): Promise<Instance> {
  const ready = (): Promise<Instance> =>
    untilDone(
      ctx,
      `instance "${target}"`,
      'restore-failed',
      () => rds.instance(target),
      ({ status, pending }) => status === 'available' && !pending,
    );
  let found = await ready();
  if (found.snapshot !== snapshot || found.resource !== ctx.resource) {
    throw new RewindError('restore-failed', `Instance "${target}" exists, and Rewind did not make it.`, {
      resource: ctx.resource,
      remedy: 'Rename or delete that instance, and run the same rollback again.',
    });
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const left = unlike(settings, found.settings);
    if (left.length === 0) return found;
    ctx.log.info(`[${ctx.resource}] setting ${left.join(', ')} of "${target}"`);
    await rds.modify(target, forModification(settings, left));
    found = await ready();
  }
  const left = unlike(settings, found.settings);
  const essential = left.filter(isEssential);
  if (essential.length === 0) {
    if (left.length > 0) ctx.log.warn(`[${ctx.resource}] "${target}" differs from the original in ${left.join(', ')}.`);
    return found;
  }
  throw new RewindError(
    'restore-failed',
    `Instance "${target}" is restored, but differs from the original in ${essential.join(', ')}.`,
    {
      resource: ctx.resource,
      remedy: 'Set these in the RDS console, and run the same rollback again. Production is unchanged.',
    },
  );
}
