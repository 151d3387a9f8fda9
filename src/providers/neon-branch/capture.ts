import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { isUndecided } from '../../runtime/undecided.js';
import { client, type Branch, type NeonClient } from './client.js';
import type { Config } from './config.js';
import { copyName, namePart, parseKept } from './names.js';
import { idleSince, productionOf, readCopy } from './production.js';
import type { Copy, Kept, State } from './state.js';

const DAY_MS = 86_400_000;

/**
 * A snapshot creates a child branch; a comparison only reads. Production is read before its copy is made, so a write in
 * between shows as a difference later.
 */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const neon = client(config, ctx);
  const branch = await neon.production();
  const computes = await neon.computes(branch.id);
  const name = copyName(ctx.resource, ctx.snapshotId);
  const state = {
    schemaVersion: 1 as const,
    project: config.project,
    snapshot: ctx.snapshotId,
    production: productionOf(branch, computes),
  };
  if (sink.purpose === 'snapshot') {
    return { ...state, copy: await makeCopy(config, ctx, neon, branch, name), compared: null };
  }
  const own = await neon.search(namePart(ctx.resource));
  const copy = await readCopy(
    neon,
    own.find((candidate) => candidate.name === name),
  );
  return {
    ...state,
    copy,
    compared: {
      idleSince: idleSince(computes),
      restore: lastRestore(ctx, own, state.production.mark),
    },
  };
}

/**
 * The last restore from the snapshot that is compared, else the newest one. Another environment may have its branch in this
 * project, and a resource of this id: its restores are among these branches, and only the marks tell whose they are.
 */
function lastRestore({ resource, snapshotId }: Context, branches: readonly Branch[], mark: string): Kept | null {
  const kept = branches.flatMap(({ name }) => parseKept(resource, name) ?? []).sort((a, b) => b.number - a.number);
  const [newest] = kept;
  if (!newest) return null;
  const at = kept.findIndex(({ snapshot }) => snapshot === snapshotId);
  // An unfinished one is not the last one of production if a later one may be.
  const isLast = kept[at]?.now !== null || kept.slice(0, at).every(({ now }) => now !== null && now !== mark);
  const { name, snapshot, now } = (isLast ? kept[at] : undefined) ?? newest;
  return { name, number: newest.number, snapshot, now };
}

async function makeCopy(config: Config, ctx: Context, neon: NeonClient, parent: Branch, name: string): Promise<Copy> {
  const days = config['keep-days'];
  // Neon stores whole seconds.
  const expires = days === 0 ? null : wholeSeconds(new Date(ctx.clock.now().getTime() + days * DAY_MS));
  ctx.log.info(`creating branch "${name}" of "${parent.name}"`);
  let id: string | undefined;
  try {
    id = await neon.create(parent.id, name, expires);
  } catch (error) {
    // After a lost response, the list of branches decides.
    if (isUndecided(error)) id = (await neon.search(name)).find((branch) => branch.name === name)?.id;
    if (id === undefined) throw explained(error, expires, ctx);
    await neon.settle(id);
  }
  const made = await neon.branch(id);
  const copy = made?.parent_id === parent.id ? await readCopy(neon, made) : null;
  if (copy) return copy;
  throw new RewindError('snapshot-incomplete', `Neon created branch "${name}", but does not say from where.`, {
    resource: ctx.resource,
    remedy: `Delete the branch in Neon's console and take the snapshot again.`,
  });
}

const wholeSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** The usual refusals of a new branch, with their remedy. */
function explained(error: unknown, expires: string | null, { resource }: Context): unknown {
  if (!(error instanceof HttpFailure) || error.status === undefined) return error;
  if (error.status === 422 || (error.status === 400 && expires !== null)) {
    return new RewindError(error.code, error.message, {
      resource,
      cause: error,
      remedy:
        'Check the limit of branches of your Neon plan ("rewind check"). If Neon refuses expiring branches here, set "keep-days: 0".',
    });
  }
  return error;
}
