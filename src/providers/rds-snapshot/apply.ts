import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Server } from './answers.js';
import { client, type RdsClient } from './client.js';
import type { Config } from './config.js';
import { tagsFor } from './names.js';
import { forRestore, forWriter, isEssential, modificationOf, unlike } from './settings.js';
import { params, type Params } from './state.js';
import { untilDone } from './wait.js';

/** Attempts to make the settings that a restore does not take. RDS refuses one while it still works on the instance. */
const ATTEMPTS = 3;

/** Restores beside production. The identifier and the tags say how far an earlier run came. */
export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const wanted = params.parse(change.params);
  const { target, copy, settings, snapshot } = wanted;
  const rds = await client(config, ctx, copy.kind);
  const found = await rds.server(target);
  if (found?.complete !== true) {
    // A clone is the target itself.
    if (found === null && copy.method !== 'clone') {
      await rds.restore(target, copy, forRestore(copy.kind, settings, copy.method), tagsFor(ctx.resource, snapshot));
    }
    await rds.markComplete(await settle(rds, wanted, ctx));
  }
  const now = await rds.server(target);
  ctx.log.info(
    `[${ctx.resource}] Restored beside production: ${copy.kind} "${target}" at ${now?.endpoint ?? 'no address yet'}. ` +
      `The application still uses the previous ${copy.kind}. Switch its database URL by hand.`,
  );
}

/** Waits for what is restored, and gives it the settings of the original. @throws RewindError restore-failed */
async function settle(rds: RdsClient, { target, copy, settings, snapshot }: Params, ctx: Context): Promise<Server> {
  const what = `${copy.kind} "${target}"`;
  const ready = (instances = 0): Promise<Server> =>
    untilDone(
      ctx,
      what,
      'restore-failed',
      () => rds.server(target),
      ({ status, pending, members }) => status === 'available' && !pending && members.length >= instances,
    );
  let found = await ready();
  if (found.snapshot !== snapshot || found.resource !== ctx.resource) throw foreign(ctx, what);
  if (copy.method === 'clone' && found.resourceId !== copy.resourceId) throw foreign(ctx, what);
  if (copy.kind === 'cluster') {
    if (found.members.some((member) => member !== target)) throw foreign(ctx, `instance of ${what}`);
    await rds.createWriter(target, forWriter(settings), tagsFor(ctx.resource, snapshot));
    if ((await rds.instance(target))?.cluster !== target) throw foreign(ctx, `instance "${target}"`);
    found = await ready(1);
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const left = unlike(settings, found.settings);
    if (left.length === 0) return found;
    ctx.log.info(`[${ctx.resource}] setting ${left.join(', ')} of "${target}"`);
    await rds.modify(target, modificationOf(copy.kind, settings, left), found.members[0]);
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
    `The ${what} is restored, but differs from the original in ${essential.join(', ')}.`,
    {
      resource: ctx.resource,
      remedy: 'Set these in the RDS console, and run the same rollback again. Production is unchanged.',
    },
  );
}

const foreign = ({ resource }: Context, what: string): RewindError =>
  new RewindError('restore-failed', `The ${what} exists, and Rewind did not make it.`, {
    resource,
    remedy: 'Rename or delete it, and run the same rollback again.',
  });
