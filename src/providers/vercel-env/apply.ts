import { overtaken } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { rowsOf, VALUES } from './capture.js';
import { client, hide, type Client, type Variable, type Written } from './client.js';
import type { Config } from './config.js';
import { meet, scopeOf, shown, untouched } from './plan.js';
import { withProvenance, withoutProvenance } from './provenance.js';
import { params, savedVariables } from './state.js';

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { key } = params.parse(change.params);
  await restoreKey(key, change, client(config, ctx), ctx, source);
}

/** Restores the rows of one key. Decides from the live rows. */
async function restoreKey(
  key: string,
  change: Change,
  vercel: Client,
  ctx: Context,
  source: PayloadSource,
): Promise<void> {
  const saved = savedVariables.parse(JSON.parse((await source.read(VALUES)).toString('utf8')));
  for (const entry of saved) hide(entry, ctx);
  const desired = saved.filter((entry) => entry.key === key);
  const { variables, beside } = await vercel.variables();
  const present = variables.filter((entry) => entry.key === key);
  // The plan leaves such a key to a person; this row came after the plan.
  if (desired.some((entry) => beside.some((other) => meet(entry, other)))) throw besideAnother(key, ctx);
  await assertAsApproved(change, desired, present, ctx);
  const pairs = pair(desired, present);
  const left = present.filter((entry) => !pairs.some(({ live }) => live?.id === entry.id));
  for (const { id } of left) await vercel.remove(id, key);
  const supplied = ctx.env.secret(`REWIND_ENV_${key}`);
  // Removes rows first that must be re-created or that would conflict with another row.
  const again: Written[] = [];
  for (const { entry, live } of pairs) {
    const sensitive = entry.value === null;
    const value = entry.value ?? supplied;
    if (live && isAsSaved(entry, live, ctx.snapshotId)) continue;
    if (live && (live.type === entry.type || live.type !== 'sensitive') && !meetsAnother(entry, live, present)) {
      await vercel.edit(
        live.id,
        writtenOf(entry, sensitive ? sensitiveValue(entry, live, value) : value, sensitive, ctx),
      );
      continue;
    }
    if (value === undefined) throw needsValue(key, ctx);
    if (live) await vercel.remove(live.id, key);
    again.push(writtenOf(entry, value, sensitive, ctx));
  }
  if (again.length > 0) await vercel.create(again);
}

/**
 * Somebody may have written between the plan and this change, e.g. a key that was rotated: Vercel keeps no value that is
 * written over, so theirs would be lost.
 * @throws RewindError api-conflict unless each live row is one of the plan, or is restored already
 */
async function assertAsApproved(
  change: Change,
  desired: readonly Variable[],
  present: readonly Variable[],
  ctx: Context,
): Promise<void> {
  const others = present.filter((live) => !desired.some((entry) => isAsSaved(entry, live, ctx.snapshotId)));
  const strange = (await rowsOf(others, ctx)).map(shown).find((text) => change.before?.includes(text) !== true);
  if (strange === undefined) return;
  throw overtaken(change, strange, ctx, 'on Vercel');
}

/** Matches by id if the row still exists, else by its scope. */
function pair(
  desired: readonly Variable[],
  present: readonly Variable[],
): { readonly entry: Variable; readonly live: Variable | undefined }[] {
  const free = new Set(present);
  const take = (found: Variable | undefined): Variable | undefined => {
    if (found) free.delete(found);
    return found;
  };
  const byId = desired.map((entry) => take(present.find(({ id }) => id === entry.id)));
  return desired.map((entry, index) => ({
    entry,
    live: byId[index] ?? take([...free].find((other) => scopeOf(other) === scopeOf(entry))),
  }));
}

/** Compares all readable fields; a sensitive value is not readable. */
function isAsSaved(entry: Variable, live: Variable, snapshot: string): boolean {
  return (
    entry.type === live.type &&
    scopeOf(entry) === scopeOf(live) &&
    withoutProvenance(entry.comment) === withoutProvenance(live.comment) &&
    (entry.value === null ? untouched(entry, live, snapshot) : entry.value === live.value)
  );
}

/** Vercel rejects two rows of one key with overlapping scopes, even between two requests. */
function meetsAnother(entry: Variable, live: Variable, present: readonly Variable[]): boolean {
  return scopeOf(entry) !== scopeOf(live) && present.some((other) => other.id !== live.id && meet(entry, other));
}

/** Omits the value of an unchanged row, which keeps it. */
function sensitiveValue(entry: Variable, live: Variable, supplied: string | undefined): string | undefined {
  return live.type === 'sensitive' && entry.id === live.id && entry.updatedAt === live.updatedAt ? undefined : supplied;
}

function writtenOf(entry: Variable, value: string | undefined, sensitive: boolean, ctx: Context): Written {
  const { key, type, target, gitBranch, customEnvironmentIds } = entry;
  const comment = sensitive ? withProvenance(entry.comment, ctx.snapshotId, ctx.clock.now().getTime()) : entry.comment;
  return { key, type, target, gitBranch, customEnvironmentIds, comment, ...(value === undefined ? {} : { value }) };
}

function needsValue(key: string, ctx: Context): RewindError {
  return new RewindError('credential-missing', `${key} is sensitive: its value is not in the snapshot.`, {
    resource: ctx.resource,
    remedy: `Set REWIND_ENV_${key} to its value and run again, or set the variable in the project settings.`,
  });
}

function besideAnother(key: string, ctx: Context): RewindError {
  return new RewindError(
    'api-conflict',
    `${key} got a row outside of this resource: restoring ${key} would overwrite it.`,
    {
      resource: ctx.resource,
      remedy: 'Plan the rollback again: the plan names the row.',
      unwritten: true,
    },
  );
}
