import { parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { DatabaseCopy } from '../../engine/database-copy.js';
import type { DrillCheck } from '../../engine/drill.js';
import { databaseOf, type Resource } from '../../engine/resources.js';
import { RESTORE_CHECK, type ResourceCheck } from '../../engine/drill-record.js';
import { SealedSource } from '../../engine/payload-files.js';
import { proveSnapshot } from '../../engine/read-back.js';
import type { Context } from '../../runtime/context.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { answered, failed, ofFindings, passed, underResource, unverified, type Question } from './checks.js';
import type { Drill } from './flow.js';

/** Address of a server for scratch databases; without it, the provider starts one of its own. */
const PLACE = 'REWIND_SCRATCH_DATABASE_URL';

export const placeOf = (ctx: Pick<Context, 'env'>): string | null => ctx.env.secret(PLACE) ?? null;

const MIGRATIONS = { id: 'migrations', title: 'migrations taken down and applied again on the restored copy' };

/** Restores each resource that can be restored elsewhere, one after the other, and proves the payloads of the others. */
export async function restoreAll(drill: Drill, manifest: Manifest): Promise<ResourceCheck[]> {
  const checks: ResourceCheck[] = [];
  for (const resource of drill.resources) {
    if (resource.backsUp !== undefined && !manifest.resources.some(({ id }) => id === resource.id)) continue;
    checks.push(...(await checkResource(drill, manifest, resource)));
  }
  // A restore that stopped before it, or no restore at all.
  for (const { id } of drill.resources.filter(hasMigrations)) {
    if (checks.some((check) => check.resource === id && check.id.startsWith(MIGRATIONS.id))) continue;
    checks.push(
      unverified(
        { ...MIGRATIONS, resource: id },
        {
          level: 'warning',
          code: 'drill-not-tried',
          message: 'The migrations were not tried: no copy of their database was restored.',
          remedy:
            'Add the database itself to the resources (provider: postgres), and correct what its restore reports.',
        },
      ),
    );
  }
  return checks;
}

const hasMigrations = ({ provider }: Resource): boolean => provider.capabilities?.database?.roundTrip !== undefined;

async function checkResource(drill: Drill, manifest: Manifest, resource: Resource): Promise<ResourceCheck[]> {
  const { id, providerId, provider } = resource;
  const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
  if (captured === undefined) {
    const question = { resource: id, id: 'in-snapshot', title: 'the snapshot holds the resource' };
    const message = `Snapshot ${manifest.id} does not hold "${id}" (${providerId}).`;
    const remedy = 'Take a snapshot of the whole configuration.';
    return [unverified(question, { level: 'warning', code: 'drill-not-in-snapshot', message, remedy })];
  }
  const able = provider.capabilities?.drill;
  if (able === undefined) return provePayloads(drill, manifest, resource);
  const extra: ResourceCheck[] = [];
  const question = { resource: id, id: RESTORE_CHECK, title: 'the backup was restored into a scratch place' };
  const checks = await answered(question, async () => {
    const { context } = drill.session;
    const source = new SealedSource(drill.project.store, manifest, captured, drill.project.identities);
    const ctx = forResource(forSnapshot(context, manifest), id);
    const found = await drill.phases.run('restore', () =>
      able.restore(resource.config, parseState(resource, captured.state), ctx, source, {
        place: placeOf(context),
        run: drill.id,
        phase: drill.phases.run,
        work: async (copy): Promise<readonly DrillCheck[]> => {
          extra.push(...(await onCopy(drill, manifest, resource, copy)));
          return [];
        },
      }),
    );
    if (found.length > 0) return underResource(id, found);
    const message = 'The restore ended, and nothing of it was checked.';
    return [unverified(question, { level: 'warning', code: 'drill-nothing-checked', message })];
  });
  return [...checks, ...extra];
}

/** What other resources try on the restored copy of their database. */
async function onCopy(
  drill: Drill,
  manifest: Manifest,
  restored: Resource,
  copy: DatabaseCopy,
): Promise<ResourceCheck[]> {
  const ctx = forSnapshot(drill.session.context, manifest);
  const database = databaseOf(restored, ctx);
  const checks: ResourceCheck[] = [];
  for (const resource of drill.resources) {
    const able = resource.provider.capabilities?.database;
    if (able?.roundTrip === undefined || database === null || databaseOf(resource, ctx) !== database) continue;
    checks.push(
      ...(await drill.phases.run('migrations', () =>
        answered({ ...MIGRATIONS, resource: resource.id }, async () =>
          underResource(
            resource.id,
            (await able.roundTrip?.(resource.config, forResource(ctx, resource.id), copy)) ?? [],
          ),
        ),
      )),
    );
  }
  return checks;
}

/** For a resource that has no scratch place: its payloads are opened and read, and what it refers to is still there. */
async function provePayloads(drill: Drill, manifest: Manifest, resource: Resource): Promise<ResourceCheck[]> {
  const { session, project, phases } = drill;
  const payloads: Question = {
    resource: resource.id,
    id: 'payloads',
    title: 'the saved state was opened and read; applying it was not tried',
  };
  const there: Question = {
    resource: resource.id,
    id: 'still-there',
    title: 'what the saved state refers to is still there',
  };
  return phases.run('payloads', async () => {
    const proven = await answered(payloads, async () => {
      const proof = { ...project, resources: [resource], ctx: session.context, manifest, depth: 'readable' as const };
      return [ofFindings(payloads, await proveSnapshot(proof))];
    });
    const { capabilities } = resource.provider;
    if (capabilities?.stillThere === undefined) return [...proven];
    const referred = await answered(there, async () => {
      const captured = manifest.resources.find(({ id }) => id === resource.id);
      const ctx = forResource(forSnapshot(session.context, manifest), resource.id);
      const saved = parseState(resource, captured?.state);
      const gone = (await capabilities.stillThere?.(resource.config, saved, ctx)) ?? [];
      return [gone.some(({ level }) => level === 'error') ? failed(there, ...gone) : passed(there, gone)];
    });
    return [...proven, ...referred];
  });
}

/** Removes what killed drills left in the scratch places. Never stops the drill. */
export async function tidyAll(drill: Drill): Promise<ResourceCheck[]> {
  const { context } = drill.session;
  const checks: ResourceCheck[] = [];
  for (const { id, provider, config } of drill.resources) {
    const able = provider.capabilities?.drill;
    if (able === undefined) continue;
    const question = { resource: id, id: 'tidy', title: 'no scratch object of an earlier drill is left' };
    const found = await answered(question, async () => {
      const removed = await able.tidy(config, forResource(context, id), placeOf(context));
      for (const what of removed) context.log.info(`[${id}] removed what an earlier drill left: ${what}`);
      return [];
    });
    checks.push(...found);
  }
  return checks;
}
